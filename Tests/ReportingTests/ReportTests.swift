import CapacityPlanning
import Costing
import Forecasting
import Foundation
import Planning
import Staffing
import TestSupport
import Testing
import Units

@testable import Reporting

@Suite("A report")
struct ReportTests {
  static let report = Report(SamplePlan.plan(), provenance: provenance)
  static let provenance = Provenance(
    program: "PeakPlan 0.1.0", solver: "GLPK 5.0", seed: 11,
    inputs: [.init(path: "scenario.yaml", sha256: String(repeating: "ab", count: 32), bytes: 812)],
    overrides: [.init(path: "queues.apparel-chat.patience", base: nil, value: "60 s")])

  @Test("is the page that was looked at")
  func page() throws {
    try Golden.expect(Self.report.html, is: "report.html")
    let document = Wellformed(Self.report.html)
    #expect(document.error == nil)
    #expect(Set(document.ids).count == document.ids.count)
    #expect(document.elements.filter { $0 == "svg" }.count == 6)
  }

  @Test("in Chinese is well-formed and speaks Chinese")
  func chinese() throws {
    let report = Report(SamplePlan.plan(), language: .chinese)
    try Golden.expect(report.html, is: "report-zh.html")
    #expect(Wellformed(report.html).error == nil)
    #expect(report.html.contains("<html lang=\"zh-CN\">"))
    #expect(report.html.contains("需求与供给"))
  }

  @Test("fits the terminal, with and without colour", arguments: [40, 60, 80, 100, 140])
  func terminal(width: Int) throws {
    let text = Self.report.terminalSummary(width: width)
    try Golden.expect(text, is: "summary-\(width).txt")
    #expect(!text.contains("\u{1B}"))
    for line in text.split(separator: "\n") {
      #expect(DisplayWidth.columns(of: String(line)) <= width, "\(line)")
    }
    let colored = Self.report.terminalSummary(width: width, color: true)
    #expect(colored.replacing(/\u{1B}\[[0-9]+m/, with: "") == text)
  }

  @Test("answers in sentences")
  func answers() {
    // Of 80,400 required hours 2,000 are short: 2.5 %. Pay 8 × (552,000 + 82,800), overtime
    // 3,250 × 34.48 × 1.5, hiring 80,000 + 6,000, vendors 2 × 2,667 × 38: 5,535,182 yuan. Of 34,965
    // half hours of the sale's week 2 × 1,285 lie above the 220 positions that are staffed.
    #expect(
      Self.report.verdict.text
        == "2,000 net hours (2.5\u{A0}% of the requirement) stay uncovered; in the scheduled week it "
        + "is 1,285 of 17,483 net hours (7.4\u{A0}%) by shifts, 2,000 by the weekly plan; the plan "
        + "costs 5,535,182 CNY, and 300,000 CNY in contacts not handled (priced by how "
        + "deep the shortage is, not paid)."
    )
    let text = Self.report.answers.joined(separator: "\n")
    #expect(text.contains("Tue 10 Nov at 20:00: 396.0 positions"))
    #expect(text.contains("2 hiring classes with 40 people"))
    #expect(text.contains("decided by 5 Oct 2026"))
    #expect(text.contains("535,182 CNY over the budget"))
    #expect(text.contains("What stood in the way: Double 11 双十一 and seats of Wuhan"))
    #expect(
      text.contains("灵犀外包 has to be told by 2 Nov 2026: 20 more seats from 9 Nov 2026; up to 56"))
    #expect(text.contains("about 20,000 contacts are lost"))
    #expect(text.contains("The dearest limit: One more seat added by 灵犀外包 in that week"))
  }

  @Test("is only covered when both the weeks and the shifts are")
  func covered() {
    let report = Report(SamplePlan.plan(isShort: false))
    #expect(!report.verdict.isCovered)
    #expect(
      report.verdict.text
        == "Every week’s hours are covered, but in the scheduled week 1,285 of 17,483 net hours "
        + "(7.4\u{A0}%) stay uncovered, because shifts, breaks and days do not fit the hours; the "
        + "plan costs 5,535,182 CNY; what the shifts leave beyond the weekly plan is 1,156,500 CNY "
        + "more, at the plain price of a contact.")
    let weekly = Report(SamplePlan.changed(isShort: false, hasSchedule: false))
    #expect(weekly.verdict.isCovered)
    #expect(
      weekly.verdict.text
        == "Every hour of the requirement is covered; the plan costs 5,535,182 CNY.")
    #expect(!report.answers.contains { $0.contains("What stood in the way") })
    #expect(report.limitsTable.note == "No limit binds.")
    #expect(Wellformed(report.html).error == nil)
  }

  @Test("has the same sums in its weekly table as the plan")
  func weeks() {
    let weekly = Self.report.weeklyTable
    #expect(weekly.rows.count == 8)
    #expect(
      weekly.rows[5].map(\.plain) == [
        "2026-11-09", "18000", "9400", "2600", "2000", "2000", "2000", "0", "428.0",
      ])
    #expect(weekly.totals?.map(\.plain).prefix(3) == ["Total", "80400", "70000"])
    for week in Self.report.figures.weeks {
      #expect(abs(week.supply + week.short - week.required) < 0.01)
    }
  }

  @Test("names every CSV file once")
  func files() {
    let files = Self.report.csvFiles
    #expect(Set(files.map(\.name)).count == files.count)
    #expect(files.allSatisfy { $0.text.hasSuffix("\r\n") })
    #expect(files.map(\.name).contains("requirement.csv"))
  }

  @Test("shows hostile names as text", arguments: Samples.hostile)
  func hostile(name: String) {
    let report = Report(SamplePlan.plan(name: name))
    for table in [report.weeklyTable, report.eventsTable, report.shiftsTable] {
      #expect(!CSVTable(table).text().contains(",=") && !CSVTable(table).text().contains(",@"))
    }
    let document = Wellformed(report.html)
    #expect(document.error == nil)
    #expect(Set(document.elements).isDisjoint(with: ["script", "img", "b"]))
    let summary = report.terminalSummary(width: 80)
    #expect(!summary.contains("\u{1B}") && !summary.contains("\u{202E}"))
  }

  @Test("writes every table as CSV", arguments: ["weekly", "classes", "ledger", "shifts", "cost"])
  func csv(name: String) throws {
    let file = try #require(Self.report.csvFiles.first { $0.name == "\(name).csv" })
    try Golden.expect(file.text, is: "report-\(name).csv")
  }

  @Test("of a plan with nothing in it is still a report")
  func nothing() {
    let full = SamplePlan.plan()
    let capacity = CapacityPlan(
      weeks: [], requirement: [], groups: [], classes: [], vendors: [], shortages: [],
      missingAtEnd: .zero, bindingConstraints: [], objectiveParts: [],
      solve: SamplePlan.solve("nothing", gap: 0))
    let plan = Plan(
      scenario: full.scenario, forecast: DemandForecast(grid: full.forecast.grid, queues: []),
      requirement: StaffingRequirement(grid: full.requirement.grid, queues: []),
      capacity: capacity, schedule: nil,
      cost: CostStatement(currency: SamplePlan.currency(), lines: [], scheduleLines: []))
    let report = Report(plan)
    #expect(Wellformed(report.html).error == nil)
    #expect(report.html.contains("There is nothing to show here."))
    #expect(report.answers.first == "Nobody is needed in this horizon.")
    #expect(report.csvFiles.count == Self.report.csvFiles.count)
    #expect(report.terminalSummary(width: 80).contains("No limit binds."))
  }

  @Test("is the same twice")
  func deterministic() {
    let again = Report(SamplePlan.plan(), provenance: Self.provenance)
    #expect(again.html == Self.report.html)
    #expect(again.csvFiles.map(\.text) == Self.report.csvFiles.map(\.text))
  }
}
