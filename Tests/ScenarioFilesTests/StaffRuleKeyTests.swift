import BusinessCalendar
import Foundation
import PayRules
import ScenarioFiles
import Scenarios
import Testing
import Units

@Suite("What a staff group may have beyond the plain case")
struct StaffRuleKeyTests {
  static let anchor = "    schedule-efficiency: 90 %\n"

  /// The starter's first group with further keys under it.
  static func group(_ keys: String, top: String = "") throws -> StaffGroup {
    try #require(try read(files(keys, top: top)).scenario.staffGroups.first)
  }

  static func files(_ keys: String, top: String = "") -> [String: String] {
    starter([(anchor, anchor + keys), ("\nstaff-groups:", "\n\(top)staff-groups:")])
  }

  /// The first issue's text with the hint.
  static func issue(_ keys: String) throws -> String {
    let issue = try #require(issues(files(keys)).first)
    return "\(issue.path): \(issue.message)"
  }

  @Test("A group of which nothing is said has no rules")
  func plain() throws { #expect(try StaffRuleKeyTests.group("").rules == nil) }

  @Test("Kind, legal entity, last day, contract and what its end costs")
  func employment() throws {
    let group = try StaffRuleKeyTests.group(
      """
          employment:
            kind: dispatched
            legal-entity: ltd
            last-day: 2027-12-31
            contract: 400 weeks
            ending-cost: 2600.00

      """,
      top: "legal-entities:\n  ltd: { name: Ltd, other-staff: 60 }\n")
    #expect(
      group.rules?.employment
        == Employment(
          kind: .dispatched, legalEntity: LegalEntity.ID("ltd"),
          lastDay: LocalDate(iso: "2027-12-31"), contractWeeks: 400,
          endingCost: Money(minorUnits: 260_000)))
  }

  @Test("Contributions on last year's average pay, between a city's bounds by date")
  func contributions() throws {
    let keys = """
          contributions:
            rate: 27.16 %
            average-pay: 6800.00
            city: Shanghai
            source: city notice
            bounds:
              2026-07-01: { floor: 7460.00, cap: 37302.00 }
              2025-07-01: { floor: 7384.00, cap: 36921.00 }

      """
    let rules = try #require(try StaffRuleKeyTests.group(keys).rules?.contributions)
    #expect(rules.averagePay == Money(minorUnits: 680_000))
    #expect(rules.rate == .percent(27.16))
    #expect(rules.bases.map(\.effectiveFrom.description) == ["2025-07-01", "2026-07-01"])
    #expect(rules.bases.first?.source.description == "city notice (known)")
    // 7,384.00 × 27.16 % = 2,005.4944; 7,460.00 × 27.16 % = 2,026.136.
    let june = try #require(LocalDate(iso: "2026-06-30"))
    #expect(rules.perMonth(on: june) == Money(minorUnits: 200_549))
    #expect(rules.perMonth(on: june.adding(days: 1)) == Money(minorUnits: 202_614))
    #expect(rules.perMonth(on: june.adding(days: -900)) == Money(minorUnits: 200_549))
    // Two days of June and five of July.
    let week = Week(start: june.adding(days: -1))
    let exact = Rational(200_549 * 2, over: 30).map { first in
      first + (Rational(202_614 * 5, over: 31) ?? .zero)
    }
    #expect(rules.perHead(in: week).minorUnitsPerUnit == exact)
    let wrong = keys.replacingOccurrences(of: "37302.00", with: "7459.99")
    #expect(try StaffRuleKeyTests.issue(wrong).contains("the cap is below the floor"))
    let none = keys.replacingOccurrences(of: "rate: 27.16 %", with: "")
    #expect(try StaffRuleKeyTests.issue(none).contains("rate"))
  }

  @Test("Parts of the day in which a site's seats are counted by themselves")
  func dayParts() throws {
    let files = starter([
      (
        "  wuhan: { name: Wuhan, seats: 120 }\n",
        """
          wuhan:
            seats: 120
            day-parts:
              sale: { hours: "20:00-24:00", seats: 30, present: 90 %, days: [2026-11-11] }
              morning: { hours: "08:00-12:00" }

        """
      )
    ])
    let site = try #require(read(files).scenario.sites.last)
    let hours = try [20, 24, 8, 12].map { try #require(LocalTime(hour: $0)) }
    #expect(
      site.dayParts == [
        DayPart(
          id: DayPart.ID("sale"), from: hours[0], until: hours[1], seats: 30,
          present: .percent(90), days: [try #require(LocalDate(iso: "2026-11-11"))]),
        DayPart(id: DayPart.ID("morning"), from: hours[2], until: hours[3]),
      ])
    let twice = files.mapValues { $0.replacing("08:00-12:00", with: "08:00-12:00, 14:00-16:00") }
    #expect(try #require(issues(twice).first).message == "a part of the day has one span")
  }

  @Test("Redundancy with its limit")
  func redundancy() throws {
    let rules = try StaffRuleKeyTests.group(
      "    redundancy: { notice: 4 weeks, cost: 9000.00, at-most: 10 % }\n"
    ).rules
    #expect(
      rules?.redundancy
        == Redundancy(noticeWeeks: 4, cost: Money(minorUnits: 900_000), most: .percent(10)))
  }

  @Test("Leave, undertime, cross-training, fatigue and time off in lieu")
  func time() throws {
    let group = try StaffRuleKeyTests.group(
      """
          leave:
            earned-per-week: 90 min
            balance: 16 h
            most-away: 15 %
            blackouts: { 2026-11-01: 2026-11-15 }
          undertime: { take-up: 30 %, per-week: 8 h }

      """)
    let blackout = DateRange(
      first: try #require(LocalDate(iso: "2026-11-01")),
      last: try #require(LocalDate(iso: "2026-11-15")))
    #expect(
      group.rules?.leave
        == LeaveRules(
          earnedPerWeek: WorkTime(minutes: 90), balance: WorkTime(hours: 16), carryOver: .zero,
          mostAway: .percent(15), blackouts: [blackout], unusedPay: .percent(200)))
    #expect(
      group.rules?.undertime
        == Undertime(takeUp: .percent(30), mostPerWeek: WorkTime(hours: 8), paid: .zero))
    let tired = starter([
      (
        "{ take-up: 70 %, productivity: 95 % }",
        "{ take-up: 70 %, productivity: 95 %, time-off-within: 8 weeks, "
          + "fatigue: { above: 6 h, productivity: 75 % } }"
      )
    ])
    let overtime = try #require(try read(tired).scenario.staffGroups.first?.overtime)
    #expect(overtime.timeOffWithinWeeks == 8)
    #expect(overtime.fatigue == Fatigue(above: WorkTime(hours: 6), productivity: .percent(75)))
    #expect(
      try StaffRuleKeyTests.issue(
        "    cross-training: { hotline: { training: 2 weeks, proficiency: 80 %, at-most: 3, "
          + "cost: 900.00 } }\n"
      ).contains("can work “hotline” already"))
    #expect(
      try StaffRuleKeyTests.issue(
        "    leave: { earned-per-week: 1 h, most-away: 15 %, "
          + "blackouts: { 2026-11-15: 2026-11-01 } }\n"
      ).contains("2026-11-01 is before 2026-11-15"))
  }

  @Test("An entity nobody knows, interns with overtime, a contract within the training")
  func wrong() throws {
    #expect(
      try StaffRuleKeyTests.issue("    employment: { legal-entity: ltd }\n")
        .contains("there is no legal entity “ltd”"))
    #expect(
      try StaffRuleKeyTests.issue("    employment: { contract: 1 weeks }\n")
        .contains("contract of 1 week"))
    #expect(
      try StaffRuleKeyTests.issue("    employment: { kind: student }\n").contains("student"))
    #expect(
      try StaffRuleKeyTests.issue("    employment: { kind: intern }\n")
        .contains("interns work no overtime"))
    #expect(
      try StaffRuleKeyTests.issue("    employment: { kind: part-time }\n")
        .contains("at most 24.0 h a week by law, Labour Contract Law, Art. 68"))
  }
}
