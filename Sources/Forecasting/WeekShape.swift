internal import BusinessCalendar
internal import Foundation

/// Expected contacts of each weekday's slots at level 1.
///
/// A weekday's total is the weighted mean of its days; its intraday shares are its own, drawn
/// towards those of all weekdays (or of the weekend) by n / (n + 2), where n is the weight of its
/// days; sparse profiles, below 60 contacts a slot, are smoothed with [¼ ½ ¼] by as much as
/// 10 contacts a slot would need (forecasting design, section 3.2).
struct WeekShape {
  private let means: [[Double]]
  private let isOwn: [[Bool]]

  /// The shape of `days`, each with its weight and its week's level.
  init(
    _ days: [HistoryTable.Day], bins: Int, weight: (HistoryTable.Day) -> Double,
    level: (HistoryTable.Day) -> Double
  ) {
    var counted = Array(repeating: Array(repeating: 0.0, count: bins), count: 7)
    var exposure = counted
    var effectiveDays = Array(repeating: 0.0, count: 7)
    for day in days {
      let weekday = day.date.weekday.rawValue - 1
      let (dayWeight, dayLevel) = (weight(day), level(day))
      effectiveDays[weekday] += dayWeight
      for (bin, count) in day.counts.enumerated() {
        guard let count else { continue }
        counted[weekday][bin] += dayWeight * count
        exposure[weekday][bin] += dayWeight * dayLevel
      }
    }
    isOwn = exposure.map { $0.map { $0 > 0 } }
    let own = zip(counted, exposure).map { counted, exposure in
      zip(counted, exposure).map { $1 > 0 ? $0 / $1 : 0 }
    }
    let isOwn = isOwn
    let pools = [0..<5, 5..<7].map { WeekShape.pool(own, isOwn, weekdays: $0, bins: bins) }
    means = (0..<7).map { weekday in
      guard isOwn[weekday].contains(true) else { return own[weekday] }
      let pool = pools[weekday < 5 ? 0 : 1]
      let effective = effectiveDays[weekday]
      return WeekShape.blend(
        own[weekday], isOwn[weekday], pool: pool, ownWeight: effective / (effective + 2))
    }
  }

  /// The plain medians of `days`, to begin with.
  init(mediansOf days: [HistoryTable.Day], bins: Int) {
    let byWeekday = (1...7).map { weekday in days.filter { $0.date.weekday.rawValue == weekday } }
    let counts = byWeekday.map { days in
      (0..<bins).map { bin in days.compactMap { $0.counts[bin] } }
    }
    isOwn = counts.map { $0.map { !$0.isEmpty } }
    means = counts.map { $0.map(median) }
  }

  /// Expected contacts in the bins of a weekday.
  func contacts(on weekday: Weekday) -> [Double] { means[weekday.rawValue - 1] }

  /// Expected contacts of a whole weekday.
  func dayTotal(_ weekday: Weekday) -> Double { contacts(on: weekday).reduce(0, +) }

  /// What was counted on a day, and what is expected in the bins that were counted.
  func compare(_ day: HistoryTable.Day) -> (counted: Double, expected: Double) {
    var (counted, expected) = (0.0, 0.0)
    for (count, mean) in zip(day.counts, contacts(on: day.date.weekday)) {
      guard let count else { continue }
      counted += count
      expected += mean
    }
    return (counted, expected)
  }

  /// Whether nearly all of the day was counted.
  func isComplete(_ day: HistoryTable.Day) -> Bool {
    compare(day).expected >= 0.995 * dayTotal(day.date.weekday)
  }

  /// The shares of the bins over several weekdays.
  private static func pool(
    _ own: [[Double]], _ isOwn: [[Bool]], weekdays: Range<Int>, bins: Int
  ) -> [Double] {
    let means = (0..<bins).map { bin -> Double in
      let known = weekdays.filter { isOwn[$0][bin] }
      let sum = known.map { own[$0][bin] }.reduce(0, +)
      return known.isEmpty ? 0 : sum / Double(known.count)
    }
    let total = means.reduce(0, +)
    return total > 0 ? means.map { $0 / total } : means
  }

  private static func blend(
    _ own: [Double], _ isOwn: [Bool], pool: [Double], ownWeight: Double
  ) -> [Double] {
    let ownTotal = own.reduce(0, +)
    guard ownTotal > 0 else { return own }
    // Bins that were never counted on this weekday get the others' share.
    let known = zip(pool, isOwn).filter(\.1).map(\.0).reduce(0, +)
    let total = known > 0 ? ownTotal / known : ownTotal
    let blended = own.indices.map { bin -> Double in
      guard isOwn[bin], known > 0 else { return isOwn[bin] ? own[bin] : total * pool[bin] }
      return ownWeight * own[bin] + (1 - ownWeight) * total * pool[bin]
    }
    return smoothed(blended)
  }

  private static func smoothed(_ bins: [Double]) -> [Double] {
    let busy = bins.filter { $0 > 0 }
    let mean = busy.reduce(0, +) / Double(max(1, busy.count))
    guard mean > 0, mean < 60, bins.count > 2 else { return bins }
    let strength = min(1, 10 / mean)
    // A slot without contacts is closed: nothing is smoothed into or out of it.
    let open = bins.map { $0 > 0 }
    var result = bins
    for bin in 0..<(bins.count - 1) where open[bin] && open[bin + 1] {
      let moved = strength * (bins[bin + 1] - bins[bin]) / 4
      result[bin] += moved
      result[bin + 1] -= moved
    }
    return result
  }
}
