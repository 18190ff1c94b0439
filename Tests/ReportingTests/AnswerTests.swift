import BusinessCalendar
import CapacityPlanning
import Planning
import Scenarios
import Testing
import Units

@testable import Reporting

@Suite("The answer of a report")
struct AnswerTests {
  @Test("names only what stood in the way of the queue it names, each once")
  func causes() {
    let report = Report(
      SamplePlan.changed(shortages: [
        SamplePlan.shortage(
          SamplePlan.chat, week: 5, hours: 100,
          causes: [
            "places in the classes of wuhan in the week of 2026-10-12",
            "hours of wuhan in the week of 2026-11-09",
            "places in the classes of wuhan in the week of 2026-10-05",
            "outsourced hours of apparel-chat in the week of 2026-11-09",
          ]),
        SamplePlan.shortage(
          SamplePlan.voice, week: 5, hours: 9, causes: ["overtime per month of wuhan in 2026-11"]),
      ]))
    let answer = report.answers.joined(separator: "\n")
    #expect(
      answer.contains(
        "What stood in the way: places in the classes of Wuhan 武汉 (weeks of 5 Oct and 12 Oct), "
          + "hours of Wuhan 武汉 and outsourced hours of 服饰在线咨询."))
    #expect(
      report.shortagesTable.rows.last?.last?.display == "overtime per month of Wuhan 武汉")
    #expect(
      report.shortagesTable.rows.last?.last?.plain == "overtime per month of wuhan in 2026-11")
  }

  @Test("says why a queue is short that nobody can or would serve")
  func frames() {
    let report = Report(
      SamplePlan.changed(shortages: [
        SamplePlan.shortage(
          SamplePlan.chat, week: 5, hours: 1,
          causes: [
            "nobody can work apparel-chat", "every help left costs more than voice is worth",
          ])
      ]))
    #expect(
      report.shortagesTable.rows.first?.last?.display
        == "nobody can work 服饰在线咨询; every help left costs more than Voice is worth")
  }

  @Test("asks how soon hiring could help where hours are short before it can")
  func reach() {
    // Recruiting 2 weeks and training 1: help comes in week 3. The heaviest week needs 18,000 hours;
    // a head gives 40 × 0.88 × 0.9 × 0.92 = 29.1456: 618 heads.
    let early = SamplePlan.shortage(SamplePlan.chat, week: 2, hours: 40, causes: [])
    let report = Report(SamplePlan.changed(shortages: [early]))
    let pointer = report.answers.first { $0.contains("How soon") }
    #expect(pointer?.contains("bring Wuhan 武汉 to 618?") == true)
    #expect(pointer?.hasSuffix("peakplan explain SCENARIO reach wuhan 618") == true)
    let late = SamplePlan.shortage(SamplePlan.chat, week: 3, hours: 40, causes: [])
    #expect(
      !Report(SamplePlan.changed(shortages: [late])).answers.contains { $0.contains("How soon") })
  }

  @Test("counts parallel classes, and shows them as such")
  func parallel() {
    let report = Report(SamplePlan.changed(parallelClasses: 2))
    #expect(
      report.answers.contains { $0.hasPrefix("2 decisions, 4 classes with 40 people in all") })
    #expect(report.terminalSummary(width: 100).contains("2 × 10"))
    let odd = report.classesByDecision.map { decision in
      HiringClass(
        group: decision.group, number: decision.number, parallelClasses: 3,
        decideBy: decision.decideBy, start: decision.start, firstContacts: decision.firstContacts,
        nestingEnds: decision.nestingEnds, fullSpeed: decision.fullSpeed, heads: decision.heads,
        graduates: decision.graduates)
    }
    #expect(odd.map { report.classHeadsCell($0).display } == ["2 × 7 + 6", "2 × 7 + 6"])
  }

  @Test("calls contacts late where they wait, lost where they go, and neither where both are")
  func late() {
    let short = SamplePlan.shortage(SamplePlan.chat, week: 5, hours: 10, causes: [])
    let voice = SamplePlan.shortage(SamplePlan.voice, week: 5, hours: 10, causes: [])
    func words(_ shortages: [Shortage]) -> String {
      Report(SamplePlan.changed(shortages: shortages, chatIsDeferred: true))
        .answers.joined(separator: "\n")
    }
    #expect(words([short]).contains("contacts are late."))
    #expect(words([voice]).contains("contacts are lost."))
    #expect(words([short, voice]).contains("contacts are not handled in time."))
  }

  @Test("leaves out shares that would read as nothing")
  func shares() {
    // 70,000 + 3,600 + 4,800 covered hours.
    let report = Report(SamplePlan.plan())
    #expect(
      report.answers.contains(
        "Of the hours that are covered, 89.3\u{A0}% are own people’s in normal time, "
          + "4.6\u{A0}% own people’s in extra hours and 6.1\u{A0}% vendors’."))
  }

  @Test("names the scenario as it was given, so that the command can be copied")
  func pathOfScenario() {
    let early = SamplePlan.shortage(SamplePlan.chat, week: 2, hours: 40, causes: [])
    let plan = SamplePlan.changed(shortages: [early])
    func command(_ path: String) -> String? {
      Report(plan, scenarioPath: path).answers.first { $0.contains("How soon") }
        .flatMap { $0.split(separator: "Run: ").last.map(String.init) }
    }
    #expect(
      command("scenarios/double-11") == "peakplan explain scenarios/double-11 reach wuhan 618")
    #expect(command("my plan/it's") == "peakplan explain 'my plan/it'\\''s' reach wuhan 618")
  }

  @Test("tells vendors whole seats, and how many there are at once")
  func wholeSeats() {
    // 2,000 net hours a vendor at 36 a seat are 55.6 seats.
    #expect(
      Report(SamplePlan.plan()).answers.contains(
        "灵犀外包 has to be told by 2 Nov 2026: 20 more seats from 9 Nov 2026; up to 56 at once."))
  }

  @Test("asks for a group that serves the queue most short before hiring helps")
  func groupOfWorstQueue() {
    let report = Report(
      SamplePlan.changed(shortages: [
        SamplePlan.shortage(SamplePlan.chat, week: 6, hours: 400, causes: []),
        SamplePlan.shortage(SamplePlan.voice, week: 1, hours: 4, causes: []),
      ]))
    // Help comes in week 3: only the calls are short before.
    #expect(report.answers.contains { $0.contains("How soon") })
  }

  @Test("names the shifts that are farthest from their bound")
  func gapOfShifts() {
    let summary = Report(SamplePlan.plan()).terminalSummary(width: 200)
    #expect(summary.contains("Gap 0.40\u{A0}%"))
    #expect(summary.contains("shifts of 7 days: largest gap 0.10\u{A0}% ("))
  }

  @Test("lists the days on which seats have to be ordered")
  func orders() {
    #expect(
      Report(SamplePlan.plan()).vendorOrdersTable.rows.map { $0.map(\.plain) } == [
        ["2026-11-02", "lingxi", "2026-11-09", "20.0", "55.6"],
        ["2026-11-02", "bluewater", "2026-11-09", "20.0", "55.6"],
      ])
  }
}

extension SamplePlan {
  static func shortage(_ queue: Queue.ID, week: Int, hours: Double, causes: [String]) -> Shortage {
    Shortage(
      queue: queue, week: week, bucket: .ordinary, netTime: WorkTime(hours: hours),
      tiers: [ShortageTier(multiplier: .single, contacts: ContactVolume(hours * 10))],
      cost: Money(minorUnits: 1500), causes: causes)
  }

  /// The sample with other shortages, classes that run in parallel, or without its schedule.
  static func changed(
    isShort: Bool = true, shortages: [Shortage]? = nil, parallelClasses: Int = 1,
    chatIsDeferred: Bool = false, hasSchedule: Bool = true
  ) -> Plan {
    let plan = plan(isShort: isShort)
    let capacity = plan.capacity
    let classes = capacity.classes.map { decision in
      HiringClass(
        group: decision.group, number: decision.number, parallelClasses: parallelClasses,
        decideBy: decision.decideBy, start: decision.start, firstContacts: decision.firstContacts,
        nestingEnds: decision.nestingEnds, fullSpeed: decision.fullSpeed, heads: decision.heads,
        graduates: decision.graduates)
    }
    return Plan(
      scenario: chatIsDeferred ? withDeferredChat(plan.scenario) : plan.scenario,
      forecast: plan.forecast, requirement: plan.requirement,
      capacity: CapacityPlan(
        weeks: capacity.weeks, requirement: capacity.requirement, groups: capacity.groups,
        classes: classes, vendors: capacity.vendors, shortages: shortages ?? capacity.shortages,
        missingAtEnd: capacity.missingAtEnd, bindingConstraints: capacity.bindingConstraints,
        objectiveParts: capacity.objectiveParts, solve: capacity.solve),
      schedule: hasSchedule ? plan.schedule : nil, cost: plan.cost)
  }

  private static func withDeferredChat(_ base: Scenario) -> Scenario {
    Scenario(
      id: base.id, name: base.name, question: base.question, currency: base.currency,
      timeZone: base.timeZone, calendar: base.calendar, slotLength: base.slotLength,
      horizon: base.horizon,
      queues: base.queues.map { $0.id == chat ? queue(chat, $0.name, .deferred) : $0 },
      sites: base.sites, staffGroups: base.staffGroups, vendors: base.vendors, events: base.events,
      policy: base.policy, shifts: base.shifts, payRules: base.payRules, seed: base.seed)
  }
}
