import BusinessCalendar
import CapacityPlanning
import Costing
import Scenarios
import Testing
import Units
import Verification

/// Plans that the tests spoil, solved once.
enum Planned {
  private static let result = Result {
    try PlannedCase(
      .everything(seed: 2),
      pins: [
        "hires.group-1 <= 60", "overtime.group-2 <= 30 h", "seats.vendor-2 <= 60",
        "contract.vendor-1.2026-08 = no",
      ])
  }

  static func standard() throws -> PlannedCase { try result.get() }
}

/// A plan that is about to be spoilt.
struct Draft {
  let made: PlannedCase
  var capacity: Tree
  var cost: Tree

  init(_ made: PlannedCase) throws {
    self.made = made
    capacity = try Tree(made.plan)
    cost = try Tree(made.cost)
  }

  var plan: CapacityPlan { made.plan }

  var report: VerificationReport {
    get throws {
      PlanVerifier(made.scenario, requirement: made.requirement).report(
        on: try capacity.value(CapacityPlan.self), cost: try cost.value(CostStatement.self),
        outline: made.outline)
    }
  }

  /// The first week of a group that `holds`, with the group's place.
  func groupWeek(_ holds: (GroupPlan.WeekPlan, Int) -> Bool) throws -> (group: Int, week: Int) {
    for (group, entry) in plan.groups.enumerated() {
      for (week, value) in entry.weeks.enumerated() where holds(value, group) {
        return (group, week)
      }
    }
    throw Missing()
  }

  /// The first week of a vendor that `holds`, with the vendor's place.
  func vendorWeek(
    _ holds: (VendorPlan.WeekPlan, _ vendor: Int, _ week: Int) -> Bool
  ) throws -> (vendor: Int, week: Int) {
    for (vendor, entry) in plan.vendors.enumerated() {
      for (week, value) in entry.weeks.enumerated() where holds(value, vendor, week) {
        return (vendor, week)
      }
    }
    throw Missing()
  }

  /// The first month of a vendor that runs.
  func runningMonth() throws -> (vendor: Int, month: Int) {
    for (vendor, entry) in plan.vendors.enumerated() {
      if let month = entry.months.firstIndex(where: \.isActive) { return (vendor, month) }
    }
    throw Missing()
  }

  func firstClass() throws -> HiringClass { try #require(plan.classes.first) }

  func hiring(_ item: HiringClass) throws -> HiringRules {
    try #require(made.scenario.staffGroup(item.group)?.hiring)
  }

  /// The plan has nothing that the mutation could spoil.
  struct Missing: Error {}
}

/// One way to spoil a plan, and the family of the finding that must come of it.
struct Mutation: Sendable, CustomTestStringConvertible {
  let name: String
  let family: CheckFamily
  let spoil: @Sendable (inout Draft) throws -> Void

  init(
    _ name: String, _ family: CheckFamily, _ spoil: @escaping @Sendable (inout Draft) throws -> Void
  ) {
    self.name = name
    self.family = family
    self.spoil = spoil
  }

  var testDescription: String { name }

  static let all = people + classes + hours + vendors + shortages + money + stated + shape
}

extension Mutation {
  static let people: [Mutation] = [
    Mutation("one head more in week 3", .heads) {
      $0.capacity["groups"][0]["weeks"][3]["heads"].number += 1
    },
    Mutation("a tenth of a head less at the end", .heads) {
      $0.capacity["groups"][1]["weeks"][19]["heads"].number -= 0.1
    },
    Mutation("training over a week early", .heads) { draft in
      let (group, week) = try draft.groupWeek { week, _ in week.inTraining.value > 1 }
      draft.capacity["groups"][group]["weeks"][week]["inTraining"].number = 0
    },
    Mutation("no nesting", .heads) { draft in
      let (group, week) = try draft.groupWeek { week, _ in week.inNesting.value > 1 }
      draft.capacity["groups"][group]["weeks"][week]["inNesting"].number = 0
    },
    Mutation("nobody on the ramp", .heads) { draft in
      let (group, week) = try draft.groupWeek { week, _ in week.ramping.value > 1 }
      draft.capacity["groups"][group]["weeks"][week]["ramping"].number = 0
    },
    Mutation("full speed from the first contact", .heads) { draft in
      let (group, week) = try draft.groupWeek { week, _ in week.inNesting.value > 1 }
      let heads = draft.plan.groups[group].weeks[week]
      draft.capacity["groups"][group]["weeks"][week]["effectiveHeads"].number =
        heads.heads.value - heads.inTraining.value
    },
    Mutation("nobody left in the week of the wave", .heads) {
      $0.capacity["groups"][0]["weeks"][5]["left"].number = 0
    },
    Mutation("somebody joined without a class", .heads) { draft in
      let (group, week) = try draft.groupWeek { week, _ in week.joined == .zero }
      draft.capacity["groups"][group]["weeks"][week]["joined"].number = 1
    },
    Mutation("a class left out", .heads) { $0.capacity["classes"].list.removeFirst() },
    Mutation("a class of one person more, heads as before", .heads) {
      $0.capacity["classes"][0]["heads"].number += 1
    },
  ]

  static let classes: [Mutation] = [
    Mutation("a class above its size", .classes) { draft in
      let item = try draft.firstClass()
      let most = try draft.hiring(item).maximumClassSize * item.parallelClasses
      draft.capacity["classes"][0]["heads"].number = Double(most + 1)
    },
    Mutation("a class below its size", .classes) { draft in
      let item = try draft.firstClass()
      let least = try draft.hiring(item).minimumClassSize * item.parallelClasses
      draft.capacity["classes"][0]["heads"].number = Double(least - 1)
    },
    Mutation("half a person in a class", .classes) {
      $0.capacity["classes"][0]["heads"].number -= 0.5
    },
    Mutation("a class one week off the calendar", .classes) { draft in
      let start = try draft.firstClass().start
      draft.capacity["classes"][0]["start"] = .text(start.adding(days: 7).description)
    },
    Mutation("a class in the middle of a week", .classes) { draft in
      let start = try draft.firstClass().start
      draft.capacity["classes"][0]["start"] = .text(start.adding(days: 3).description)
    },
    Mutation("a class one week before the lead", .lead) { draft in
      let lead = try draft.hiring(draft.firstClass()).recruitingLeadWeeks
      let start = try #require(draft.plan.weeks.first).start.adding(days: 7 * (lead - 1))
      draft.capacity["classes"][0]["start"] = .text(start.description)
    },
    Mutation("decided a week too late", .lead) { draft in
      let date = try draft.firstClass().decideBy
      draft.capacity["classes"][0]["decideBy"] = .text(date.adding(days: 7).description)
    },
    Mutation("contacts a week early", .classes) { draft in
      let date = try draft.firstClass().firstContacts
      draft.capacity["classes"][0]["firstContacts"] = .text(date.adding(days: -7).description)
    },
    Mutation("nesting ends a week early", .classes) { draft in
      let date = try draft.firstClass().nestingEnds
      draft.capacity["classes"][0]["nestingEnds"] = .text(date.adding(days: -7).description)
    },
    Mutation("full speed a week early", .classes) { draft in
      let date = try draft.firstClass().fullSpeed
      draft.capacity["classes"][0]["fullSpeed"] = .text(date.adding(days: -7).description)
    },
    Mutation("wash-out forgotten", .classes) { draft in
      draft.capacity["classes"][0]["graduates"].number = try draft.firstClass().heads.value
    },
    Mutation("one class more than there are trainers", .trainers) { draft in
      let trainers = try draft.hiring(draft.firstClass()).trainers
      draft.capacity["classes"][0]["parallelClasses"] = .whole(Int64(trainers + 1))
    },
  ]

  static let hours: [Mutation] = [
    Mutation("an hour of regular time more", .hours) {
      $0.capacity["groups"][0]["weeks"][2]["regularNetTime"].number += 1
    },
    Mutation("more hours given than there are", .hours) { draft in
      let (group, week) = try draft.groupWeek { week, _ in !week.allocations.isEmpty }
      let entry = draft.plan.groups[group].weeks[week]
      draft.capacity["groups"][group]["weeks"][week]["allocations"][0]["netTime"].number =
        entry.regularNetTime.hours + entry.overtime.map(\.netTime.hours).reduce(0, +) + 1
    },
    Mutation("hours for a queue without the skill", .hours) { draft in
      let (group, week) = try draft.groupWeek { week, _ in !week.allocations.isEmpty }
      let skills = draft.made.scenario.staffGroups[group].skills
      let other = try #require(draft.made.scenario.queues.first { !skills.contains($0.id) })
      draft.capacity["groups"][group]["weeks"][week]["allocations"][0]["queue"] =
        .text(other.id.rawValue)
    },
    Mutation("overtime without shrinkage", .hours) { draft in
      let (group, week) = try draft.groupWeek { week, _ in !week.overtime.isEmpty }
      let paid = draft.plan.groups[group].weeks[week].overtime[0].paidTime.hours
      draft.capacity["groups"][group]["weeks"][week]["overtime"][0]["netTime"].number = paid
    },
    Mutation("regular hours on a statutory holiday", .hours) { draft in
      let (group, week) = try draft.groupWeek { week, _ in
        week.allocations.contains { $0.bucket == .statutoryHoliday }
      }
      draft.capacity["groups"][group]["weeks"][week]["overtime"] = .list([])
    },
    Mutation("overtime in a class that the law does not know", .overtimePerWeek) { draft in
      let (group, week) = try draft.groupWeek { week, _ in !week.overtime.isEmpty }
      draft.capacity["groups"][group]["weeks"][week]["overtime"][0]["payClass"] = .text("EXTRA")
    },
    Mutation("everybody at sixteen hours of overtime a week", .overtimePerWeek) { draft in
      let (group, week) = try draft.groupWeek { week, _ in
        week.overtime.contains { $0.payClass == "CN_OT150" }
      }
      let entry = draft.plan.groups[group].weeks[week]
      let place = try #require(entry.overtime.firstIndex { $0.payClass == "CN_OT150" })
      draft.capacity["groups"][group]["weeks"][week]["overtime"][place]["paidTime"].number =
        16 * 0.6 * entry.effectiveHeads.value
    },
    Mutation("overtime above the scenario's hours a week", .overtimePerWeek) { draft in
      let (group, week) = try draft.groupWeek { week, group in
        group == 0 && week.overtime.contains { $0.payClass == "CN_OT150" }
      }
      let entry = draft.plan.groups[group].weeks[week]
      let place = try #require(entry.overtime.firstIndex { $0.payClass == "CN_OT150" })
      draft.capacity["groups"][group]["weeks"][week]["overtime"][place]["paidTime"].number =
        4 * 0.6 * entry.effectiveHeads.value + 1
    },
    Mutation("hours moved over the month's cap", .overtimePerMonth) { draft in
      // Twelve hours a week are lawful by the day; four weeks of them are above 36 in the month.
      let weeks = draft.plan.weeks.indices.filter {
        draft.plan.weeks[$0].days.allSatisfy { $0.month == 11 }
      }
      for week in weeks {
        let entry = draft.plan.groups[1].weeks[week]
        draft.capacity["groups"][1]["weeks"][week]["overtime"] = try Tree([
          PaidOvertime(
            payClass: "CN_OT150",
            paidTime: WorkTime(hours: 12 * 0.6 * entry.effectiveHeads.value),
            netTime: entry.overtime.first?.netTime ?? .zero)
        ])
      }
    },
    Mutation("more people hired than the pin says", .pin) { draft in
      let place = try #require(draft.plan.classes.firstIndex { $0.group.rawValue == "group-1" })
      draft.capacity["classes"][place]["heads"].number = 61
    },
    Mutation("a contract in a month that the pin excludes", .pin) {
      $0.capacity["vendors"][0]["months"][0]["isActive"] = .flag(true)
    },
    Mutation("more people than the site has seats", .seats) {
      $0.capacity["classes"][0]["heads"].number = 600
    },
  ]

  static let vendors: [Mutation] = [
    Mutation("a vendor seat before notice", .vendorSeats) {
      $0.capacity["vendors"][0]["weeks"][1]["seats"].number = 1
      $0.capacity["vendors"][0]["weeks"][1]["added"].number = 1
    },
    Mutation("seats above the maximum", .vendorSeats) { draft in
      let (vendor, week) = try draft.vendorWeek { value, _, _ in value.seats > .zero }
      let most = draft.made.scenario.vendors[vendor].maximumSeats.value
      draft.capacity["vendors"][vendor]["weeks"][week]["seats"].number = most + 1
    },
    Mutation("more seats added than the ramp", .vendorSeats) { draft in
      let (vendor, week) = try draft.vendorWeek { value, vendor, week in
        week > 0 && value.added > .zero && draft.plan.vendors[vendor].weeks[week - 1].seats > .zero
      }
      let before = draft.plan.vendors[vendor].weeks[week - 1].seats.value
      draft.capacity["vendors"][vendor]["weeks"][week]["seats"].number = before + 6.5
      draft.capacity["vendors"][vendor]["weeks"][week]["added"].number = 6.5
    },
    Mutation("seats added that were there", .vendorSeats) { draft in
      let (vendor, week) = try draft.vendorWeek { value, _, _ in value.seats > .zero }
      draft.capacity["vendors"][vendor]["weeks"][week]["added"].number += 2
    },
    Mutation("fewer seats than the hours need", .vendorSeats) { draft in
      let (vendor, week) = try draft.vendorWeek { value, _, _ in
        value.billedOrdinary.hours > 100
      }
      draft.capacity["vendors"][vendor]["weeks"][week]["seats"].number -= 1
    },
    Mutation("the minimum not billed", .vendorHours) { draft in
      let (vendor, week) = try draft.vendorWeek { value, _, _ in value.seats > .zero }
      draft.capacity["vendors"][vendor]["weeks"][week]["billedOrdinary"].number = 100
    },
    Mutation("a billed hour as good as one of ours", .vendorHours) { draft in
      let (vendor, week) = try draft.vendorWeek { value, _, _ in !value.allocations.isEmpty }
      let billed = draft.plan.vendors[vendor].weeks[week].billedOrdinary.hours
      draft.capacity["vendors"][vendor]["weeks"][week]["allocations"][0]["netTime"].number = billed
    },
    Mutation("hours for a queue that the vendor may not take", .vendorHours) { draft in
      let (vendor, week) = try draft.vendorWeek { value, _, _ in !value.allocations.isEmpty }
      let skills = draft.made.scenario.vendors[vendor].skills
      let other = try #require(draft.made.scenario.queues.first { !skills.contains($0.id) })
      draft.capacity["vendors"][vendor]["weeks"][week]["allocations"][0]["queue"] =
        .text(other.id.rawValue)
    },
    Mutation("a contract month dropped", .vendorContract) { draft in
      let (vendor, month) = try draft.runningMonth()
      draft.capacity["vendors"][vendor]["months"][month]["isActive"] = .flag(false)
    },
    Mutation("the set-up forgotten", .vendorContract) { draft in
      let (vendor, month) = try draft.runningMonth()
      draft.capacity["vendors"][vendor]["months"][month]["isSetUp"] = .flag(false)
    },
    Mutation("ten committed hours less", .vendorCommitment) { draft in
      let (vendor, month) = try draft.runningMonth()
      draft.capacity["vendors"][vendor]["months"][month]["committed"].number -= 10
    },
    Mutation("a week's last days billed in the month before", .vendorCommitment) { draft in
      let (vendor, month) = try draft.runningMonth()
      draft.capacity["vendors"][vendor]["months"][month]["ordinary"].number += 20
      draft.capacity["vendors"][vendor]["months"][month + 1]["ordinary"].number -= 20
    },
    Mutation("a mission-critical queue outsourced", .outsourcing) { draft in
      let (vendor, week) = try draft.vendorWeek { value, _, _ in !value.allocations.isEmpty }
      let queue = try #require(draft.made.scenario.policy.missionCritical.first)
      draft.capacity["vendors"][vendor]["weeks"][week]["allocations"][0]["queue"] =
        .text(queue.rawValue)
    },
    Mutation("more of a queue outsourced than the policy allows", .outsourcing) { draft in
      let limited = try #require(draft.made.scenario.policy.outsourcingLimits.first).queue
      let (vendor, week) = try draft.vendorWeek { value, _, _ in
        value.allocations.contains { $0.queue == limited }
      }
      let place = try #require(
        draft.plan.vendors[vendor].weeks[week].allocations.firstIndex { $0.queue == limited })
      let required = try #require(draft.plan.requirement.first { $0.queue == limited })
      draft.capacity["vendors"][vendor]["weeks"][week]["allocations"][place]["netTime"].number =
        required.total(inWeek: week).hours * 0.4 + 1
    },
  ]
}
