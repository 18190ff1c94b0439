import BusinessCalendar
import CapacityPlanning
import Costing
import Scenarios
import Testing
import Units
import Verification

extension Mutation {
  static let shortages: [Mutation] = [
    Mutation("an hour of the requirement forgotten", .requirement) {
      $0.capacity["requirement"][0]["ordinary"][4].number -= 1
    },
    Mutation("shortage understated by an hour", .cover) {
      $0.capacity["shortages"][0]["netTime"].number -= 1
    },
    Mutation("a shortage left out", .cover) { $0.capacity["shortages"].list.removeLast() },
    Mutation("hours that no queue needs", .cover) { draft in
      let (group, week) = try draft.groupWeek { week, _ in !week.allocations.isEmpty }
      draft.capacity["groups"][group]["weeks"][week]["allocations"][0]["netTime"].number += 500
    },
    Mutation("ten contacts lost fewer than the hours short hold", .shortage) {
      $0.capacity["shortages"][0]["tiers"][0]["contacts"].number -= 10
    },
    Mutation("a shortage all at the plain price", .shortage) { draft in
      let place = try #require(draft.plan.shortages.firstIndex { $0.tiers.count > 1 })
      let all = draft.plan.shortages[place].contactsLost.value
      draft.capacity["shortages"][place]["tiers"].list.removeLast()
      draft.capacity["shortages"][place]["tiers"][0]["contacts"].number = all
    },
    Mutation("a shortage a cent cheaper", .shortage) {
      $0.capacity["shortages"][0]["cost"].number -= 1
    },
    Mutation("nobody missing at the end but one", .endStrength) {
      $0.capacity["missingAtEnd"].number += 1
    },
  ]

  static let money: [Mutation] = [
    Mutation("a ledger line off by a cent", .ledger) {
      $0.cost["lines"][17]["amount"].number += 1
    },
    Mutation("a ledger line left out", .ledger) { $0.cost["lines"].list.remove(at: 20) },
    Mutation("a ledger line twice", .ledger) { draft in
      draft.cost["lines"].list.append(draft.cost["lines"][3])
    },
    Mutation("a ledger line at another rate", .ledger) {
      $0.cost["lines"][0]["unitRate"]["minorUnitsPerUnit"]["numerator"].number += 1
    },
    Mutation("a ledger line of another week", .ledger) { draft in
      draft.cost["lines"][0]["date"] = .text(draft.plan.weeks[1].start.description)
    },
    Mutation("more paid than the budget", .budget) {
      $0.cost["lines"][0]["amount"].number += 9_000_000_000
    },
    Mutation("wages missing in the objective", .objective) { draft in
      let place = try #require(draft.plan.objectiveParts.firstIndex { $0.key == "regular-pay" })
      draft.capacity["objectiveParts"][place]["value"].number *= 0.99
    },
    Mutation("an objective that is not the sum of its parts", .objective) {
      $0.capacity["solve"]["objective"].number *= 0.99
    },
    Mutation("a bound above the plan", .objective) { draft in
      draft.capacity["solve"]["bound"] = .real(draft.plan.solve.objective * 1.01)
    },
  ]

  static let shape: [Mutation] = [
    Mutation("a week left out", .plan) { $0.capacity["weeks"].list.removeLast() },
    Mutation("a week of a group left out", .plan) {
      $0.capacity["groups"][0]["weeks"].list.removeLast()
    },
    Mutation("a group left out", .plan) { $0.capacity["groups"].list.removeLast() },
    Mutation("a vendor twice", .plan) { draft in
      draft.capacity["vendors"].list.append(draft.capacity["vendors"][0])
    },
    Mutation("a month of a contract left out", .plan) {
      $0.capacity["vendors"][0]["months"].list.removeFirst()
    },
    Mutation("a shortage in a week that is not planned", .plan) {
      $0.capacity["shortages"][0]["week"] = .whole(99)
    },
    Mutation("a shortage twice", .plan) { draft in
      draft.capacity["shortages"].list.append(draft.capacity["shortages"][0])
    },
    Mutation("a family of rules that no check knows", .notChecked) {
      $0.capacity["bindingConstraints"][0]["family"] = .text("night-work")
    },
  ]
}
