import Foundation
import TestSupport
import Testing
import Units

@testable import Queueing

extension VaryingDay {
  /// The positions of each interval by one of the table's methods.
  func staffing(_ method: String) throws -> [Double] {
    let conditions = ServiceConditions(serviceLevel: Share(target), within: answerTime)
    func whole(_ queue: VaryingQueue, _ method: StaffingMethod) throws -> [Double] {
      try queue.positions(by: method, meeting: conditions)
        .map { max(leastPositions, $0.wholePositions.value) }
    }
    switch method {
    case "sipp_erlang_c":
      let patient = try VaryingQueue(
        arrivals: queue.arrivals, handleTime: queue.handleTime, interval: queue.interval)
      return try whole(patient, .intervalMean)
    case "sipp_erlang_a": return try whole(queue, .intervalMean)
    case "sipp_max_erlang_a": return try whole(queue, .intervalMaximum)
    case "lag_avg_erlang_a": return try whole(queue, .laggedMean)
    case "mol_mean_erlang_a": return try whole(queue, .offeredLoadMean)
    case "mol_max_erlang_a": return try whole(queue, .offeredLoadMaximum)
    case "capped60_erlang_a":
      let staff = try whole(queue, .intervalMean)
      let cap = (cappedShare * (staff.max() ?? 0)).rounded(.down)
      return staff.map { min(cap, $0) }
    default: return []
    }
  }

  /// The stationary figures of loads with the positions of a staffing.
  func stationary(
    _ loads: [Erlangs], _ staff: [Double]
  ) -> (level: [Double], abandonment: [Double]) {
    let figures = zip(loads, staff).map { load, staff in
      queue.model(of: load).performance(with: Positions(staff), within: answerTime)
    }
    return (
      figures.map { $0.serviceLevels.offered?.value ?? 0 }, figures.map(\.abandonment.value)
    )
  }

  /// Abandonment by the plain fluid: x′ = λ − μ min(x, n) − θ (x − n)⁺, Euler steps of 1 s.
  func fluidAbandonment(_ staff: [Double]) -> [Double] {
    let service = 1 / queue.handleTime.inSeconds
    let leaving = 1 / (queue.patience?.inSeconds ?? .infinity)
    let rates = queue.arrivals.rates
    var inside = InitialLaw(
      rate: rates[rates.count - 1], positions: staff[0], serviceRate: service,
      leavingRate: leaving
    ).mean
    return staff.enumerated().map { index, staff in
      var (left, arrived) = (0.0, 0.0)
      for step in queue.steps(of: index) {
        for _ in 0..<60 {
          let waiting = max(0, inside - staff)
          left += leaving * waiting
          arrived += rates[step]
          inside += rates[step] - service * min(inside, staff) - leaving * waiting
        }
      }
      return left / arrived
    }
  }

  /// Abandonment by carrying over what a loss system would lose (Stolletz, 2008, with patience).
  func carriedAbandonment(_ staff: [Double]) -> [Double] {
    let handle = queue.handleTime.inSeconds
    let leaving = 1 / (queue.patience?.inSeconds ?? .infinity)
    let rates = queue.arrivals.rates
    let parts = max(1, (60 / min(60, handle)).rounded())
    let length = 60 / parts
    var backlog = 0.0
    return staff.enumerated().map { index, staff in
      var (left, arrived) = (0.0, 0.0)
      for step in queue.steps(of: index) {
        for _ in 0..<Int(parts) {
          let rate = rates[step] + backlog / length
          let lost = ErlangB(load: Erlangs(rate * handle)).blocking(with: Positions(staff)).value
          let carried = rate * length * lost
          let gone = carried * (1 - exp(-leaving * length))
          backlog = carried - gone
          left += gone
          arrived += rates[step] * length
        }
      }
      return left / arrived
    }
  }
}

extension VaryingAcceptanceTests {
  @Test(
    "The staffing of every interval by each method is the reference's", arguments: VaryingDay.all)
  func staffing(day: VaryingDay) throws {
    for (method, rows) in day.references {
      let staff = try day.staffing(method)
      let expected = try day.column("agents", rows)
      #expect(staff == expected, "\(day.name) \(method)")
    }
    print("tv_reference.csv, \(day.name): agents of \(day.references.count) × 96 rows compared")
  }

  @Test("The summary of each day and staffing is the reference's", arguments: VaryingDay.all)
  func summary(day: VaryingDay) throws {
    for ((method, rows), summary) in zip(day.references, day.summaries) {
      let staff = try day.column("agents", rows)
      let arrivals = try day.column("expected_arrivals", rows)
      let level = try day.column("sl_offered", rows)
      let left = try day.column("p_abandon", rows)
      let all = arrivals.reduce(0, +)
      func weighted(_ values: [Double]) -> Double {
        zip(values, arrivals).reduce(0) { $0 + $1.0 * $1.1 } / all
      }
      let busy = arrivals.indices.filter { arrivals[$0] > day.leastArrivals }
      let mean = day.stationary(day.queue.loads(by: .intervalMean), staff)
      let offered = day.stationary(
        day.queue.loads(by: .offeredLoadMean, from: .settled), staff)
      let numbers: [(String, Double, Double)] = [
        ("agent_hours", staff.reduce(0, +) / 4, 0.06),
        ("sl_true", weighted(level), 1e-4),
        ("sl_worst", busy.map { level[$0] }.min() ?? 1, 1e-4),
        ("intervals_below_75", Double(busy.filter { level[$0] < 0.75 }.count), 0),
        ("abandon_true", weighted(left), 1e-4),
        ("abandon_worst", busy.map { left[$0] }.max() ?? 0, 1e-4),
        ("sl_sipp_predicted", weighted(mean.level), 1e-4),
        ("abandon_sipp_predicted", weighted(mean.abandonment), 1e-4),
      ]
      for (column, value, tolerance) in numbers {
        let reference = try #require(Double(summary[column] ?? ""))
        #expect(
          abs(value - reference) <= tolerance,
          "\(day.name) \(method) \(column): \(value), the table \(reference)")
      }
      let errors: [(String, [Double], [Double])] = [
        ("err_ab_sipp", left, mean.abandonment), ("err_sl_sipp", level, mean.level),
        ("err_ab_mol", left, offered.abandonment), ("err_sl_mol", level, offered.level),
        ("err_ab_fluid", left, day.fluidAbandonment(staff)),
        ("err_ab_sbc", left, day.carriedAbandonment(staff)),
      ]
      for (column, truth, values) in errors {
        let error = Errors(truth, values, arrivals, least: day.leastArrivals)
        let cell = summary[column] ?? ""
        #expect(
          error.agrees(with: cell, within: 1e-4),
          "\(day.name) \(method) \(column): \(error), the table \(cell)")
      }
    }
    print("tv_summary.csv, \(day.name): \(day.summaries.count) rows compared, 14 values each")
  }

  @Test("Staffed by the largest offered load, every interval holds", arguments: VaryingDay.all)
  func largestLoadHolds(day: VaryingDay) throws {
    let staff = try day.staffing("mol_max_erlang_a").map { Positions($0) }
    let service = try day.queue.service(with: staff, within: day.answerTime, by: .exactChain)
    let worst = service.worstServiceLevel(amongMoreThan: ContactVolume(day.leastArrivals))
    #expect((worst?.value ?? 0) > 0.78)
  }
}
