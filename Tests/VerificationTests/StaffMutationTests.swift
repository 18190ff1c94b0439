import BusinessCalendar
import CapacityPlanning
import Scenarios
import Testing
import Units
import Verification

/// The plan about our own people that the tests spoil, solved once.
enum PlannedStaff {
  private static let result = Result { try PlannedCase(.ownPeople()) }

  static func standard() throws -> PlannedCase { try result.get() }
}

@Suite("A plan about our own people")
struct StaffPlanTests {
  @Test("has nothing that the check finds, and every family at work")
  func clean() throws {
    let made = try PlannedStaff.standard()
    let report = made.report
    #expect(report.findings.isEmpty, "\(report.findings.prefix(8).map(\.line))")
    let asked = CapacityFamily.onRequest
    #expect(Set(made.plan.families ?? []).isSuperset(of: asked))
    let measures = made.plan.groups.flatMap(\.weeks).compactMap(\.measures)
    let used = Set(measures.flatMap(\.entries).map(\.kind))
    let all = Set(StaffMeasures.Kind.allCases).subtracting([.timeOwed, .unusedLeave])
    #expect(all.subtracting(used).isEmpty, "\(all.subtracting(used))")
    let checked = Set(report.checked.map(\.family))
    let families: Set<CheckFamily> = [
      .rollingOvertime, .employment, .redundancy, .transfers, .recruiting, .rooms, .leave,
      .undertime, .fatigue, .timeOff, .crossTraining,
    ]
    #expect(checked.isSuperset(of: families), "\(families.subtracting(checked))")
  }

  @Test("is found out where it is spoilt, by the right check", arguments: Mutation.ownPeople)
  func found(_ mutation: Mutation) throws {
    var draft = try Draft(PlannedStaff.standard())
    let capacity = draft.capacity
    try mutation.spoil(&draft)
    #expect(draft.capacity != capacity, "nothing was changed")
    let findings = try draft.report.findings
    #expect(
      findings.contains { $0.family == mutation.family },
      "\(mutation.name): \(findings.prefix(8).map(\.line))")
  }
}

extension Draft {
  /// The first week of the first group whose measures `hold`.
  func measured(_ holds: (StaffMeasures) -> Bool) throws -> (group: Int, week: Int) {
    try groupWeek { week, _ in week.measures.map(holds) ?? false }
  }

  /// Sets a measure of a group's week.
  mutating func set(
    _ measure: String, of group: Int, in week: Int, to value: some Encodable
  ) throws {
    if plan.groups[group].weeks[week].measures == nil {
      capacity["groups"][group]["weeks"][week]["measures"] = .parts([:])
    }
    capacity["groups"][group]["weeks"][week]["measures"][measure] = try Tree(value)
  }

  /// Adds a class of a group in the second week.
  mutating func addClass(of group: String, heads: Double, parallel: Int = 1) throws {
    let start = try #require(plan.weeks.dropFirst().first).start
    let item = HiringClass(
      group: StaffGroup.ID(group), number: 1, parallelClasses: parallel, decideBy: start,
      start: start, firstContacts: start.adding(days: 7), nestingEnds: start.adding(days: 7),
      fullSpeed: start.adding(days: 7), heads: Headcount(heads), graduates: Headcount(heads))
    capacity["classes"].list.append(try Tree(item))
  }
}

extension Mutation {
  static let ownPeople = kinds + moves + times + learning

  private static let kinds: [Mutation] = [
    Mutation("a contract that runs on after its end", .employment) { draft in
      let (group, week) = try draft.measured { ($0.contractsEnded?.value ?? 0) > 1 }
      draft.capacity["groups"][group]["weeks"][week]["measures"]["contractsEnded"].number -= 1
    },
    Mutation("the seasonal people are still there", .heads) { draft in
      let (group, week) = try draft.measured { ($0.contractsEnded?.value ?? 0) > 1 }
      let before = draft.plan.groups[group].weeks[week - 1].heads.value
      draft.capacity["groups"][group]["weeks"][week]["heads"].number = before
    },
    Mutation("more dispatched people than the law allows", .employment) { draft in
      try draft.addClass(of: "agency", heads: 9)
    },
    Mutation("more interns than the law allows", .employment) { draft in
      try draft.addClass(of: "interns", heads: 20)
    },
    Mutation("interns at night", .employment) { draft in
      // From 22 to 6 a third of all hours are needed.
      let needed = draft.plan.requirement[0].total(inWeek: 1).hours
      draft.capacity["groups"][4]["weeks"][1]["allocations"] = try Tree([
        Allocation(
          queue: draft.plan.requirement[0].queue, bucket: .ordinary,
          netTime: WorkTime(hours: needed * 2 / 3 + 1))
      ])
    },
    Mutation("interns with overtime", .employment) { draft in
      let (group, week) = try draft.groupWeek { _, group in group == 4 }
      draft.capacity["groups"][group]["weeks"][week]["overtime"] = try Tree([
        PaidOvertime(
          payClass: "CN_OT150", paidTime: WorkTime(hours: 1), netTime: WorkTime(hours: 1))
      ])
    },
    Mutation("part-time people beyond the law's hours", .overtimePerWeek) { draft in
      // 24 − 20 hours each of three people.
      draft.capacity["groups"][5]["weeks"][1]["overtime"] = try Tree([
        PaidOvertime(
          payClass: "CN_OT150", paidTime: WorkTime(hours: 13), netTime: WorkTime(hours: 13))
      ])
    },
    Mutation("one recruit more in the month than there can be", .recruiting) { draft in
      try draft.addClass(of: "team", heads: 5)
    },
    Mutation("three classes in two rooms", .rooms) { draft in
      try draft.addClass(of: "season", heads: 4, parallel: 3)
    },
    Mutation("more people called in for the sale than can sit", .seats) { draft in
      try draft.addClass(of: "team", heads: 60)
    },
  ]

  private static let moves: [Mutation] = [
    Mutation("somebody made redundant before the notice", .redundancy) {
      try $0.set("released", of: 0, in: 1, to: Headcount(1))
    },
    Mutation("more made redundant than the scenario allows", .redundancy) { draft in
      let (group, week) = try draft.measured { $0.released != nil }
      draft.capacity["groups"][group]["weeks"][week]["measures"]["released"].number = 4.5
    },
    Mutation("a redundancy without its cost", .ledger) { draft in
      let (group, week) = try draft.measured { $0.released != nil }
      draft.capacity["groups"][group]["weeks"][week]["measures"]["released"].number -= 0.5
    },
    Mutation("somebody moves whom nobody trained", .transfers) {
      try $0.set("transferredIn", of: 1, in: 6, to: Headcount(1))
    },
    Mutation("those who moved are still in their group", .heads) { draft in
      let (group, week) = try draft.measured { $0.transferredOut != nil }
      draft.capacity["groups"][group]["weeks"][week]["heads"].number += 1
    },
    Mutation("more people move than the scenario allows", .transfers) { draft in
      let (group, week) = try draft.measured { $0.movers != nil }
      draft.capacity["groups"][group]["weeks"][week]["measures"]["movers"][0]["started"].number = 3
    },
    Mutation("people move to a group that does not take them", .transfers) { draft in
      let (group, week) = try draft.measured { $0.movers != nil }
      draft.capacity["groups"][group]["weeks"][week]["measures"]["movers"][0]["group"] =
        .text("season")
    },
  ]

  private static let times: [Mutation] = [
    Mutation("leave in a blackout", .leave) {
      try $0.set("leave", of: 0, in: 2, to: WorkTime(hours: 4))
    },
    Mutation("more leave than people may be away", .leave) { draft in
      let (group, week) = try draft.measured { $0.leave != nil }
      draft.capacity["groups"][group]["weeks"][week]["measures"]["leave"].number = 120
    },
    Mutation("leave that is left is not paid", .leave) { draft in
      for week in draft.plan.weeks.indices {
        draft.capacity["groups"][0]["weeks"][week]["measures"]["leave"] = .none
      }
      draft.capacity["groups"][0]["weeks"][11]["measures"]["unusedLeave"] = .none
    },
    Mutation("regular hours as if nobody were on leave", .hours) { draft in
      let (group, week) = try draft.measured { ($0.leave?.hours ?? 0) > 1 }
      let leave = draft.plan.groups[group].weeks[week].measures?.leave?.hours ?? 0
      draft.capacity["groups"][group]["weeks"][week]["regularNetTime"].number += leave * 0.9
    },
    Mutation("regular hours with another week's shrinkage", .hours) {
      $0.capacity["groups"][0]["weeks"][3]["regularNetTime"].number *= 0.95 / 0.85
    },
    Mutation("more time off than those who agree may take", .undertime) { draft in
      let (group, week) = try draft.measured { $0.undertime != nil }
      draft.capacity["groups"][group]["weeks"][week]["measures"]["undertime"].number = 200
    },
    Mutation("time off by people who are not asked", .undertime) {
      try $0.set("undertime", of: 5, in: 2, to: WorkTime(hours: 1))
    },
    Mutation("tired overtime at full speed", .fatigue) { draft in
      let (group, week) = try draft.groupWeek { week, _ in
        week.overtime.contains { $0.netTime.hours < $0.paidTime.hours * 0.857 }
      }
      for (place, extra) in draft.plan.groups[group].weeks[week].overtime.enumerated() {
        draft.capacity["groups"][group]["weeks"][week]["overtime"][place]["netTime"].number =
          extra.paidTime.hours * 0.9025 * 0.95
      }
    },
    Mutation("an hour off that was not worked for", .timeOff) { draft in
      try draft.set("timeOff", of: 0, in: 0, to: WorkTime(hours: 40))
    },
    Mutation("time off later than it is due, and not paid", .timeOff) { draft in
      for week in draft.plan.weeks.indices {
        draft.capacity["groups"][0]["weeks"][week]["measures"]["timeOff"] = .none
      }
    },
    Mutation("a rest day worked twice, for pay and for time off", .timeOff) { draft in
      let (group, week) = try draft.groupWeek { week, _ in
        week.overtime.contains { $0.payClass == "CN_COMPOFF" }
      }
      let extra = try #require(
        draft.plan.groups[group].weeks[week].overtime.first { $0.payClass == "CN_COMPOFF" })
      let people = draft.plan.groups[group].weeks[week].heads.value
      draft.capacity["groups"][group]["weeks"][week]["overtime"].list.append(
        try Tree(
          PaidOvertime(
            payClass: "CN_REST200", paidTime: WorkTime(hours: 8 * 0.6 * people),
            netTime: extra.netTime)))
    },
    Mutation("sixteen hours of overtime in two weeks", .rollingOvertime) { draft in
      for week in 1...2 {
        let people = draft.plan.groups[0].weeks[week].effectiveHeads.value
        draft.capacity["groups"][0]["weeks"][week]["overtime"] = try Tree([
          PaidOvertime(
            payClass: "CN_OT150", paidTime: WorkTime(hours: 8 * 0.6 * people),
            netTime: WorkTime(hours: 8 * 0.6 * people * 0.8))
        ])
      }
    },
  ]

  private static let learning: [Mutation] = [
    Mutation("more people learn than the scenario allows", .crossTraining) { draft in
      let (group, week) = try draft.measured {
        $0.learners?.contains { $0.started > .zero } ?? false
      }
      draft.capacity["groups"][group]["weeks"][week]["measures"]["learners"][0]["started"].number =
        3
    },
    Mutation("somebody has learnt without training", .crossTraining) { draft in
      let (group, week) = try draft.measured {
        $0.learners?.contains { $0.learnt > .zero } ?? false
      }
      draft.capacity["groups"][group]["weeks"][week]["measures"]["learners"][0]["learnt"].number +=
        1
    },
    Mutation("more hours lent than those who have learnt it have", .crossTraining) { draft in
      let (group, week) = try draft.groupWeek { week, group in
        group == 0 && week.allocations.contains { $0.queue.rawValue == "mails" }
      }
      let place = try #require(
        draft.plan.groups[group].weeks[week].allocations.firstIndex { $0.queue.rawValue == "mails" }
      )
      draft.capacity["groups"][group]["weeks"][week]["allocations"][place]["netTime"].number += 30
    },
    Mutation("learners give contacts all the same", .hours) { draft in
      let (group, week) = try draft.measured {
        $0.learners?.contains { $0.started > .zero } ?? false
      }
      let started = draft.plan.groups[group].weeks[week].measures?.learners?[0].started.value ?? 0
      draft.capacity["groups"][group]["weeks"][week]["regularNetTime"].number += started * 36
    },
  ]
}
