import BusinessCalendar
import CapacityPlanning
import Costing
import PayRules
import PlanningFixtures
import Scenarios
import Testing
import Units
import Verification

/// Plans over a change of the law, and of people who follow the calendar, recomputed.
@Suite("A plan over a change of the law")
struct LawOfDaysTests {
  private func pack(
    from: String, until: String? = nil, overtime: String, month: String
  ) throws -> RulePack {
    let end = until.map { "\"effective-to\": \"\($0)\"," } ?? ""
    return try PaySystem.read(
      json: """
        {"id": "own", "name": "Own", "jurisdiction": "CN", "contract": "standard",
         "effective-from": "\(from)", \(end)
         "sources": [{"key": "s", "title": "Handbook", "evidence": "read"}],
         "holidays": {"types": ["statutory"]},
         "classes": [
           {"code": "HOL", "when": {"holiday": ["statutory"]}, "multiplier": "3",
            "sentence": "holidays", "source": "s"},
           {"code": "REST", "when": {"role": ["rest"]}, "multiplier": "2",
            "sentence": "rest days", "source": "s"},
           {"code": "LONG", "when": {"beyond": {"day": "8"}}, "multiplier": "\(overtime)",
            "sentence": "long days", "source": "s"},
           {"code": "BASE", "pays": "base", "counts": ["day"], "sentence": "base", "source": "s"}],
         "caps": [
           {"code": "MONTH", "measure": "month", "limit": "\(month)", "classes": ["LONG", "REST"],
            "sentence": "a month", "source": "s"}]}
        """
    ).planningPack()
  }

  /// Four weeks from 31 August, of more work than a hundred people do without overtime, and an
  /// office that follows the calendar; on 10 September, a Thursday, overtime becomes dearer and less.
  private func fixture() throws -> ScenarioFixture {
    var fixture = ScenarioFixture.hundred(start: "2026-08-31", weeks: 4)
    fixture.queues[0].weeklyHours = [4800]
    fixture.queues[0].lostContactPrice = Money(minorUnits: 4_000)
    var office = GroupFixture("office", skills: ["calls"], heads: 10)
    office.rules = StaffRules()
    office.rules?.worksByCalendar = true
    fixture.groups.append(office)
    for place in fixture.groups.indices { fixture.groups[place].overtime = .everybody }
    fixture.payRules = [
      try pack(from: "2020-01-01", until: "2026-09-10", overtime: "1.5", month: "36"),
      try pack(from: "2026-09-10", overtime: "1.8", month: "24"),
    ]
    fixture.holidays = [fixture.start.adding(days: 25)]
    fixture.otherDays = [("2026-09-12", DayKind.makeUpWorkday), ("2026-09-21", .restDay)]
      .compactMap { day, kind in
        LocalDate(iso: day).map { CalendarDay(date: $0, kind: kind, name: "Swapped") }
      }
    return fixture
  }

  @Test("is clean, with each day under its own law and calendar")
  func clean() throws {
    let made = try PlannedCase(try fixture())
    #expect(made.report.findings.isEmpty, "\(made.report.findings.prefix(5).map(\.line))")
  }

  @Test("is found out where its hours or their pay stand under the other law")
  func mutated() throws {
    let made = try PlannedCase(try fixture())
    var scenario = made.scenario
    scenario.payRules = Array(scenario.payRules.prefix(1))
    let report = PlanVerifier(scenario, requirement: made.requirement)
      .report(on: made.plan, cost: made.cost)
    #expect(!report.findings.isEmpty)
  }
}
