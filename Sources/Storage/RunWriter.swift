internal import BusinessCalendar
internal import CapacityPlanning
internal import Costing
internal import Forecasting
internal import Foundation
internal import GRDB
internal import Planning
internal import Scenarios
internal import ShiftScheduling
internal import Staffing
internal import Units

/// Writes one run into the tables, inside the caller's transaction.
struct RunWriter {
  let database: Database
  let plan: Plan

  func write(_ provenance: Provenance, at time: String) throws -> Int64 {
    let run = try writeRun(provenance, at: time)
    try writeDocuments(run, provenance)
    try writeRequirement(run)
    try writeGroups(run)
    try writeVendors(run)
    try writeLimits(run)
    if let schedule = plan.schedule { try writeSchedule(schedule, run) }
    try writeLedger(run, name: "plan", lines: plan.cost.lines)
    try writeLedger(run, name: "schedule", lines: plan.cost.scheduleLines)
    return run
  }

  /// Inserts one row; the statement is compiled once a table.
  func insert(_ table: String, _ values: [(any DatabaseValueConvertible)?]) throws {
    let marks = Array(repeating: "?", count: values.count).joined(separator: ", ")
    let statement = try database.cachedStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
    try statement.execute(arguments: StatementArguments(values.map { $0 ?? DatabaseValue.null }))
  }

  private func writeRun(_ provenance: Provenance, at time: String) throws -> Int64 {
    let solve = plan.capacity.solve
    let short = plan.capacity.shortages.map(\.netTime).total().hours
    try insert(
      "run",
      [
        nil, time, plan.scenario.id, plan.scenario.name, plan.scenario.question,
        provenance.program, provenance.solver, String(provenance.seed), solve.status,
        solve.objective, solve.bound, solve.gap?.value, plan.scenario.currency.code,
        plan.scenario.currency.minorDigits, plan.cost.total.minorUnits, short,
      ])
    return database.lastInsertedRowID
  }

  private func writeDocuments(_ run: Int64, _ provenance: Provenance) throws {
    for input in provenance.inputs {
      try insert("run_input", [run, input.path, input.sha256, input.bytes])
    }
    for override in provenance.overrides {
      try insert("run_override", [run, override.path, override.base, override.value])
    }
    var series = SeriesStore()
    let document = plan.takenApart(into: &series)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    try insert(
      "run_document", [run, try encoder.encode(document), try encoder.encode(provenance)])
    try series.write(run: run, with: insert)
  }

  /// Intervals with nobody needed are left out; a queue without a forecast has no handle times.
  ///
  /// By far the longest table: its statement is compiled and its starts are converted once.
  private func writeIntervals(_ run: Int64) throws {
    let starts = plan.requirement.grid.slots.map(\.dateTime.description.databaseValue)
    let marks = Array(repeating: "?", count: 10).joined(separator: ", ")
    let statement = try database.makeStatement(
      sql: "INSERT INTO requirement_interval VALUES (\(marks))")
    let run = run.databaseValue
    for queue in plan.requirement.queues {
      let handleTimes = plan.forecast[queue.queue]?.handleTime ?? []
      let id = queue.queue.rawValue.databaseValue
      for slot in starts.indices where queue.positions[slot].value > 0 {
        let values: [DatabaseValue] = [
          run, id, starts[slot], queue.volume[slot].value.databaseValue,
          (handleTimes.indices.contains(slot) ? handleTimes[slot].inSeconds : 0).databaseValue,
          queue.load[slot].value.databaseValue, queue.positions[slot].value.databaseValue,
          queue.driver[slot].rawValue.databaseValue,
          queue.serviceLevel[slot]?.value.databaseValue ?? .null,
          queue.occupancy[slot].value.databaseValue,
        ]
        try statement.execute(arguments: StatementArguments(values))
      }
    }
  }

  private func writeRequirement(_ run: Int64) throws {
    try writeIntervals(run)
    for queue in plan.capacity.requirement {
      for (index, week) in plan.capacity.weeks.enumerated() {
        try insert(
          "requirement_week",
          [
            run, queue.queue.rawValue, week.description, queue.ordinary[index].seconds,
            queue.statutoryHoliday[index].seconds,
          ])
      }
    }
  }

  private func writeLedger(_ run: Int64, name: String, lines: [LedgerLine]) throws {
    for line in lines {
      let rate = line.unitRate.minorUnitsPerUnit
      try insert(
        "ledger_line",
        [
          run, name, line.number, line.category.rawValue, line.category.isCash ? 1 : 0,
          line.supplier, line.queue?.rawValue, line.date.description, line.quantity.millionths,
          line.unit, rate.numerator, rate.denominator, line.multiplier.factor.numerator,
          line.multiplier.factor.denominator, line.amount.minorUnits, line.rule, line.source,
          line.path,
        ])
    }
  }
}
