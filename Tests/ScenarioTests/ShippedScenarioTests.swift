import CapacityPlanning
import Costing
import Foundation
import GLPK
import Planning
import Reporting
import ScenarioFiles
import Scenarios
import TestSupport
import Testing
import Units

/// Every scenario that ships, planned from its folder to its report.
@Suite("The scenarios that ship")
struct ShippedScenarioTests {
  /// All of them; only the one that `PEAKPLAN_SCENARIO` names for whoever works on one.
  static let names: [String] = {
    if let one = ProcessInfo.processInfo.environment["PEAKPLAN_SCENARIO"] { return [one] }
    let folder = PackageFolder.root.appendingPathComponent("scenarios").path
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return entries.filter {
      FileManager.default.fileExists(atPath: "\(folder)/\($0)/scenario.yaml")
    }.sorted()
  }()

  @Test(
    "are the ones that the documentation promises",
    .enabled(if: ProcessInfo.processInfo.environment["PEAKPLAN_SCENARIO"] == nil))
  func promised() {
    for name in [
      "bid-request", "channel-escalation", "christmas-cover", "double-11", "language-gap",
      "outbound-survey", "quality-and-span", "six-to-sixteen", "spring-festival", "two-tiers",
      "voice-and-chat",
    ] {
      #expect(Self.names.contains(name))
    }
  }

  @Test("plan to the report that is on record", arguments: names)
  func report(name: String) throws {
    let folder = PackageFolder.root.appendingPathComponent("scenarios/\(name)")
    let reading = try ScenarioReader().read(folder: folder.path)
    let plan = try Planner(solver: GLPKSolver()).plan(reading.scenario)
    let report = Report(plan)
    let kept = ["weekly", "classes", "vendors", "overtime", "cost", "shortages"]
    let tables = report.csvFiles.filter { file in
      kept.contains { file.name == "\($0).csv" }
    }
    let text = ([("summary", report.terminalSummary(width: 100, color: false))] + tables)
      .map { "==== \($0.0)\n\($0.1)" }.joined(separator: "\n")
    try Golden.expect(text, is: "\(name).txt")
    checkInvariants(of: plan)
    checkChinese(Report(plan, language: .chinese))
  }

  /// What the stages wrote in English has some Chinese in it, in every cell of these columns.
  private func checkChinese(_ report: Report) {
    let columns = [
      "limits": ["limit", "unit"], "queues": ["channel", "method"], "solver": ["status"],
      "ledger": ["unit", "rule", "source"], "schedule-ledger": ["unit", "rule", "source"],
    ]
    for table in report.tables {
      for key in columns[table.name] ?? [] {
        guard let index = table.columns.firstIndex(where: { $0.key == key }) else {
          Issue.record("\(table.name) has no column \(key)")
          continue
        }
        let texts = Set(table.rows.map { $0[index].display })
        for text in texts.sorted() where !text.isEmpty {
          let isChinese = text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
          #expect(isChinese, "\(table.name).\(key): \(text)")
        }
      }
    }
  }

  /// What must hold in every plan, whatever the scenario.
  private func checkInvariants(of plan: Plan) {
    for (index, _) in plan.capacity.weeks.enumerated() {
      for queue in plan.capacity.requirement {
        let given =
          plan.capacity.groups.flatMap { $0.weeks[index].allocations }
          + plan.capacity.vendors.flatMap { $0.weeks[index].allocations }
        let covered = given.filter { $0.queue == queue.queue }.map(\.netTime.hours).reduce(0, +)
        let short = plan.capacity.shortages
          .filter { $0.week == index && $0.queue == queue.queue }
          .map(\.netTime.hours).reduce(0, +)
        let waits = (plan.capacity.relief?.carried ?? []).filter { $0.queue == queue.queue }
        let came = waits.filter { $0.week == index - 1 }.map(\.netTime.hours).reduce(0, +)
        let goes = waits.filter { $0.week == index }.map(\.netTime.hours).reduce(0, +)
        let required = queue.total(inWeek: index).hours + came - goes
        #expect(
          covered + short >= required - 0.01 - required * 1e-6,
          "\(queue.queue) in week \(index): \(covered) + \(short) of \(required)")
      }
    }
    let sum = plan.cost.lines.filter(\.category.isCash).map(\.amount).total()
    #expect(sum == plan.cost.total)
    for line in plan.cost.lines {
      #expect(!line.rule.isEmpty && !line.path.isEmpty, "line \(line.number) has no way back")
    }
  }
}
