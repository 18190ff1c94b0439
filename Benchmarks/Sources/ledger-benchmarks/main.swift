// Measures what a workbook of a large ledger costs to make: 200,000 lines, as finance gets them.
//
//   make benchmark-pay

import Costing
import Foundation
import GLPK
import Measuring
import Planning
import Reporting
import ScenarioFiles
import Spreadsheets

/// The lines of a ledger over and over, numbered through, until there are so many.
func repeated(_ lines: [LedgerLine], to count: Int) -> [LedgerLine] {
  (0..<count).map { place in
    let line = lines[place % lines.count]
    return LedgerLine(
      number: place + 1, category: line.category, supplier: line.supplier, queue: line.queue,
      date: line.date, quantity: line.quantity, unit: line.unit, unitRate: line.unitRate,
      multiplier: line.multiplier, rule: line.rule, source: line.source, path: line.path)
  }
}

do {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  let folder = root.appendingPathComponent("scenarios/six-to-sixteen").path
  let scenario = try ScenarioReader().read(folder: folder).scenario
  let small = try Planner(solver: GLPKSolver()).plan(scenario)
  let lines = repeated(small.cost.lines.filter(\.category.isCash), to: 200_000)
  let cost = CostStatement(currency: small.cost.currency, lines: lines, scheduleLines: [])
  let plan = Plan(
    scenario: scenario, forecast: small.forecast, requirement: small.requirement,
    capacity: small.capacity, schedule: nil, cost: cost)
  print("a ledger of 200,000 lines as a workbook, one core")
  print(String(format: "memory with the plan alone %8.0f MB", peakMemory()))
  let file = FileManager.default.temporaryDirectory
    .appendingPathComponent("ledger-benchmark-\(ProcessInfo.processInfo.processIdentifier).xlsx")
  defer { try? FileManager.default.removeItem(at: file) }
  let provenance = Provenance(
    program: "benchmark", solver: "GLPK", seed: 1, inputs: [], overrides: [])
  let (making, workbook) = Measurement.once {
    CostWorkbook(plan, provenance: provenance).workbook
  }
  print(String(format: "make the workbook %8.2f s, memory %8.0f MB", making, peakMemory()))
  let (writing, _) = try Measurement.once { try workbook.write(to: file.path) }
  print(String(format: "write the file    %8.2f s, memory %8.0f MB", writing, peakMemory()))
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
