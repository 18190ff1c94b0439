import TestSupport
import Testing
import Units

@testable import Queueing

/// A day of the acceptance folder's time-varying tables: its queue, targets and rows.
struct VaryingDay: Sendable, CustomTestStringConvertible {
  let name: String
  let queue: VaryingQueue
  let target: Double
  let answerTime: Duration
  let leastPositions: Double
  let leastArrivals: Double
  let cappedShare: Double
  /// The rows of `tv_reference.csv`, by method, in the order of the intervals.
  let references: [(method: String, rows: [AcceptanceTable.Row])]
  /// The rows of `tv_summary.csv`, in the order of `references`.
  let summaries: [AcceptanceTable.Row]

  var testDescription: String { name }

  static let methods = [
    "sipp_erlang_c", "sipp_erlang_a", "sipp_max_erlang_a", "lag_avg_erlang_a",
    "mol_mean_erlang_a", "mol_max_erlang_a", "capped60_erlang_a",
  ]

  /// The days, or none where the folder has no such tables.
  static let all: [VaryingDay] =
    AcceptanceTable.isPresent("queueing/tv_reference.csv") ? ((try? read()) ?? []) : []

  static func read() throws -> [VaryingDay] {
    let parameters = try AcceptanceTable("queueing/tv_params.csv")
    let profiles = try AcceptanceTable("queueing/tv_profiles.csv").rows(by: "profile")
    let references = try AcceptanceTable("queueing/tv_reference.csv").rows(by: "profile")
    let summaries = try AcceptanceTable("queueing/tv_summary.csv").rows(by: "profile")
    return try parameters.rows.map { row in
      func number(_ column: String) throws -> Double {
        try #require(parameters.number(row, column), "\(column) of \(row)")
      }
      let name = parameters.cell(row, "profile")
      let step = try number("step_s")
      let volumes = try (profiles[name] ?? []).enumerated().map { index, row in
        try #require(Int(row["minute"] ?? "") == index)
        let rate = try #require(Double(row["calls_per_hour"] ?? ""))
        return ContactVolume(rate * step / 3600)
      }
      let byMethod = Dictionary(grouping: references[name] ?? []) { $0["staffing_method"] ?? "" }
      return VaryingDay(
        name: name,
        queue: try VaryingQueue(
          arrivals: ArrivalCurve(volumes: volumes, every: .seconds(step)),
          handleTime: .seconds(try number("aht_s")), patience: .seconds(try number("patience_s")),
          interval: .seconds(try number("interval_min") * 60)),
        target: try number("sl_target"), answerTime: .seconds(try number("target_s")),
        leastPositions: try number("min_agents"),
        leastArrivals: try number("min_arrivals_worst"),
        cappedShare: try number("capped_share"),
        references: try methods.map { method in
          let rows = try #require(byMethod[method], "\(name) has no rows of \(method)")
          try #require(rows.enumerated().allSatisfy { Int($1["interval"] ?? "") == $0 })
          try #require(rows.count == 96)
          return (method, rows)
        },
        summaries: try methods.map { method in
          try #require(summaries[name]?.first { $0["staffing_method"] == method })
        })
    }
  }

  /// A column of one method's rows.
  func column(_ name: String, _ rows: [AcceptanceTable.Row]) throws -> [Double] {
    try rows.map { try #require(Double($0[name] ?? ""), "\(name) of \($0)") }
  }
}

@Suite(
  "Demand that moves within the day agrees with the reference tables",
  .acceptance("queueing/tv_params.csv"), .acceptance("queueing/tv_profiles.csv"),
  .acceptance("queueing/tv_reference.csv"), .acceptance("queueing/tv_summary.csv"))
struct VaryingAcceptanceTests {
  @Test("All rows of the tables belong to a day and a method that is compared")
  func everyRow() throws {
    let days = try VaryingDay.read()
    let rows = days.reduce(0) { $0 + $1.references.reduce(0) { $0 + $1.rows.count } }
    let reference = try AcceptanceTable("queueing/tv_reference.csv")
    let profiles = try AcceptanceTable("queueing/tv_profiles.csv")
    let summary = try AcceptanceTable("queueing/tv_summary.csv")
    #expect(rows == reference.rows.count)
    #expect(days.reduce(0) { $0 + $1.queue.arrivals.volumes.count } == profiles.rows.count)
    #expect(days.reduce(0) { $0 + $1.summaries.count } == summary.rows.count)
    profiles.printCompared(profiles.rows.count, "as input")
  }

  @Test("The exact chain agrees in every interval of every staffing", arguments: VaryingDay.all)
  func exactChain(day: VaryingDay) throws {
    var worst = 0.0
    var truncated = 0.0
    var compared = 0
    for (method, rows) in day.references {
      let staff = try day.column("agents", rows)
      let service = try day.queue.service(
        with: staff.map { Positions($0) }, within: day.answerTime, by: .exactChain)
      #expect(service.method == .exactChain)
      truncated = max(truncated, service.truncated)
      for (row, interval) in zip(rows, service.intervals) {
        let values: [(String, Double, Double, Double)] = [
          ("expected_arrivals", interval.arrivals.value, 0, 1e-5),
          ("p_wait", interval.waitProbability.value, 0, 1e-4),
          ("p_abandon", interval.abandonment.value, 0, 1e-4),
          ("sl_offered", interval.serviceLevel.value, 0, 1e-4),
          ("mean_queue", interval.meanQueue.value, 1e-4, 1e-4),
          ("mean_busy", interval.carriedLoad.value, 1e-4, 1e-4),
        ]
        for (column, value, relative, absolute) in values {
          let reference = row[column] ?? "?"
          if column.contains("_"), column.first != "m", column.first != "e" {
            worst = max(worst, abs(value - (Double(reference) ?? .infinity)))
          }
          guard !passes(value, reference, relative: relative, absolute: absolute) else { continue }
          Issue.record(
            "\(day.name) \(method) \(row["interval"] ?? "?"): \(column) is \(value), not \(reference)"
          )
        }
        compared += 1
      }
    }
    #expect(truncated < 1e-9)
    print(
      "tv_reference.csv, \(day.name), exact chain: \(compared) rows compared, 6 values each; "
        + "worst share error \(worst), truncated \(truncated)")
  }

  @Test(
    "The Gaussian closure stays within its limits on every day of more than 60 positions",
    arguments: VaryingDay.all)
  func closure(day: VaryingDay) throws {
    for ((method, rows), summary) in zip(day.references, day.summaries) {
      let staff = try day.column("agents", rows)
      let arrivals = try day.column("expected_arrivals", rows)
      let service = try day.queue.service(
        with: staff.map { Positions($0) }, within: day.answerTime, by: .gaussianClosure)
      let automatic = try day.queue.service(
        with: staff.map { Positions($0) }, within: day.answerTime)
      let load = day.queue.arrivals.volumes.map(\.value).max() ?? 0
      let size = max(staff.max() ?? 0, load * day.queue.handleTime.inSeconds / 60)
      #expect(automatic.method == (size <= 60 ? .exactChain : .gaussianClosure))
      let checks = [
        ("p_abandon", "err_ab_gva", service.intervals.map(\.abandonment.value), 0.00255, 0.01245),
        ("sl_offered", "err_sl_gva", service.intervals.map(\.serviceLevel.value), 0.0165, 0.0345),
      ]
      for (column, errors, values, mean, most) in checks {
        let reference = try day.column(column, rows)
        let error = Errors(reference, values, arrivals, least: day.leastArrivals)
        if size > 60 {
          #expect(error.mean < mean && error.most < most, "\(day.name) \(method) \(column)")
        }
        #expect(
          error.agrees(with: summary[errors] ?? "", within: 1e-4),
          "\(day.name) \(method) \(errors): \(error), the table \(summary[errors] ?? "?")")
      }
    }
    print(
      "tv_reference.csv, \(day.name), Gaussian closure: \(day.references.count) staffings of 96 "
        + "rows compared, and their err_ab_gva and err_sl_gva in tv_summary.csv")
  }
}

/// Mean (by arrivals) and largest error of an approximation over the intervals of a day.
struct Errors: CustomStringConvertible {
  var mean = 0.0
  var most = 0.0

  init(_ reference: [Double], _ values: [Double], _ arrivals: [Double], least: Double) {
    let all = arrivals.reduce(0, +)
    for ((truth, value), weight) in zip(zip(reference, values), arrivals) {
      mean += weight / all * abs(truth - value)
      if weight > least { most = max(most, abs(truth - value)) }
    }
  }

  var description: String { "\(mean)/\(most)" }

  /// Whether both halves of a cell such as `0.0065/0.0364` are met.
  func agrees(with cell: String, within tolerance: Double) -> Bool {
    let halves = cell.split(separator: "/").compactMap { Double($0) }
    guard halves.count == 2 else { return false }
    return abs(halves[0] - mean) <= tolerance && abs(halves[1] - most) <= tolerance
  }
}
