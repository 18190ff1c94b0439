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
    Mutation("a ledger line from another source", .ledger) {
      $0.cost["lines"][0]["source"] = .text("hearsay")
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

  static let stated: [Mutation] = [
    Mutation("an objective of other than the ledger, its parts not stated", .objective) {
      $0.capacity["objectiveParts"].list = []
      $0.capacity["solve"]["objective"].number *= 1.02
    },
    Mutation("a gap of nothing", .objective) { draft in
      draft.capacity["solve"]["bound"] = .real(draft.plan.solve.objective * 0.97)
      draft.capacity["solve"]["gap"].number = 0
    },
    Mutation("a gap without a bound", .objective) { draft in
      draft.capacity["solve"]["bound"] = .none
      draft.capacity["solve"]["gap"].number = 0.001
    },
    Mutation("an optimal plan away from its bound", .objective) { draft in
      draft.capacity["solve"]["bound"] = .real(draft.plan.solve.objective * 0.97)
      draft.capacity["solve"]["gap"].number = 0.03
      draft.capacity["solve"]["status"] = .text("optimal")
    },
    Mutation("no active families", .objective) { $0.capacity["families"].list = [] },
    Mutation("one active family left out", .objective) { draft in
      let place = try #require(draft.plan.families?.firstIndex(of: .endStrength))
      draft.capacity["families"].list.remove(at: place)
    },
    Mutation("a family twice", .objective) { draft in
      draft.capacity["families"].list.append(draft.capacity["families"][0])
    },
    Mutation("a family that the scenario does not ask for", .objective) {
      $0.capacity["families"].list.append(.text("peak-hours"))
    },
    Mutation("a row of the program more", .objective) {
      $0.capacity["solve"]["rows"].number += 1
    },
    Mutation("the name of another program", .objective) {
      $0.capacity["solve"]["program"] = .text("capacity plan of another")
    },
    Mutation("a search that was cut off, and says it was not", .objective) {
      $0.capacity["solve"]["isLimitReached"] = .flag(true)
    },
    Mutation("a search that ended in no known way", .objective) {
      $0.capacity["solve"]["status"] = .text("perfect")
    },
    Mutation("a binding limit that the program does not have", .objective) {
      $0.capacity["bindingConstraints"][0]["name"] = .text("seats of the moon")
    },
    Mutation("another saving than the sentence says", .objective) { draft in
      let place = try #require(
        draft.plan.bindingConstraints.firstIndex { $0.saving ?? .zero > .zero })
      draft.capacity["bindingConstraints"][place]["saving"].number += 100
    },
    Mutation("a sentence that promises more", .objective) {
      $0.capacity["bindingConstraints"][0]["meaning"] = .text("One more seat would save 1 CNY")
    },
    Mutation("a binding limit of another path", .objective) {
      $0.capacity["bindingConstraints"][0]["path"] = .text("policy.budget")
    },
    Mutation("a requirement of no queue", .plan) { $0.capacity["requirement"].list = [] },
    Mutation("a shortage of other contacts, hours as before", .shortage) {
      $0.capacity["shortages"][0]["tiers"][0]["contacts"].number *= 1.5
    },
    Mutation("busiest hours that nobody asked for", .cover) { draft in
      let queue = try #require(draft.plan.requirement.first?.queue)
      draft.capacity["relief"] = try Tree(
        PlanRelief(
          carried: [], extraSeats: [],
          peaks: [
            .init(
              queue: queue, week: 0, date: draft.plan.weeks[0].start, start: .midnight,
              length: WorkTime(hours: 2), required: Positions(0), ownPositions: Positions(0),
              vendorPositions: Positions(0), missing: .zero)
          ]))
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
