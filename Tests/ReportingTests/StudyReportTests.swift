import BusinessCalendar
import CapacityPlanning
import Planning
import Scenarios
import Testing
import Units

@testable import Reporting

/// What-if questions about a plan, as people and programs read their answers.
@Suite("Reports of what-if questions")
struct StudyReportTests {
  private func plan() throws -> (scenario: Scenario, group: String, vendor: String, queue: String) {
    let scenario = SamplePlan.plan().scenario
    return (
      scenario, try #require(scenario.staffGroups.first).id.rawValue,
      try #require(scenario.vendors.first).id.rawValue,
      try #require(scenario.queues.first).id.rawValue
    )
  }

  @Test("A rule has its price, its weeks as stretches, and its path")
  func rules() throws {
    let sample = try plan()
    let price = RulePrice(
      rule: CapacityRule(.vendorRamp, of: sample.vendor), saved: Money(minorUnits: 12_000_000),
      savedInFull: nil, weeks: [0, 1, 3])
    let english = RuleReport([price], limits: [], of: sample.scenario)
    let text = english.text(width: 160)
    #expect(text.contains("120,000.00"))
    #expect(text.contains("vendors.\(sample.vendor).ramp-per-week"))
    #expect(text.contains(" – "))
    let chinese = RuleReport([price], limits: [], of: sample.scenario, language: .chinese)
    #expect(chinese.text(width: 160).contains("每周增席上限"))
    #expect(english.document.text.contains("\"saved\": \"120000.00\""))
    #expect(RuleReport([], limits: [], of: sample.scenario).text().hasPrefix("No rule costs"))
  }

  @Test("A decision says how much, by when, what waiting costs and what it is for")
  func decisions() throws {
    let sample = try plan()
    let day = sample.scenario.horizon.start
    let decision = PlannedDecision(
      kind: .hiringClass, owner: sample.group, amount: 1, firstWeek: 1, lastWeek: 1,
      effective: day, decideBy: day.adding(days: -14), lastSafeDay: day.adding(days: -7),
      priceOfWaiting: Money(minorUnits: 4_100_000), worth: Money(minorUnits: 9_000_000),
      reasons: [
        .init(week: 2, netTime: WorkTime(hours: 80), queue: Queue.ID(sample.queue))
      ],
      substitutes: .init(
        short: WorkTime(hours: 240), outsourced: .zero, overtime: WorkTime(hours: -3)))
    let report = DecisionReport([decision], of: sample.scenario)
    let text = report.text(width: 240)
    for part in ["1 person", "41,000.00", "90,000.00", "240 h short"] {
      #expect(text.contains(part), "\(part)\n\(text)")
    }
    #expect(!text.contains("of overtime"))
    #expect(report.document.text.contains("\"kind\": \"hiring-class\""))
    let chinese = DecisionReport([decision], of: sample.scenario, language: .chinese)
    #expect(chinese.text(width: 240).contains("缺口240小时"))
  }

  @Test("A target out of reach says when, what is in the way, and what would be enough")
  func reach() throws {
    let sample = try plan()
    let day = sample.scenario.horizon.start
    let rule = CapacityRule(.vendorNotice, of: sample.vendor)
    let reach = TargetReach(
      queue: Queue.ID(sample.queue), target: 16, by: day, hoursPerHead: WorkTime(hours: 30),
      most: [Headcount(6), Headcount(16)], week: 0, earliest: day.adding(days: 7),
      reliefs: [.init(rule: rule, heads: Headcount(16), date: day, isInTheWay: true)],
      enough: [rule])
    let text = ReachReport(reach, of: sample.scenario).text(width: 160)
    #expect(text.contains("no, 6 at most; not before"))
    #expect(text.contains("Enough when set aside together: notice of"))
    let chinese = ReachReport(reach, of: sample.scenario, language: .chinese)
    #expect(chinese.text(width: 160).contains("提前通知期"))
    #expect(chinese.document.text.contains("\"inTheWay\": true"))
  }

  @Test("Every phrase has both languages")
  func phrases() {
    for phrase in StudyPhrase.allCases {
      #expect(!phrase.row.english.isEmpty)
      #expect(phrase.row.chinese.unicodeScalars.contains { $0.value > 0x2E80 })
    }
    for kind in CapacityRule.Kind.allCases {
      #expect(
        Strings(.chinese).name(of: kind, owner: "").unicodeScalars.contains { $0.value > 0x2E80 })
    }
  }
}
