internal import BusinessCalendar
internal import Foundation
internal import Scenarios
internal import Units

/// Volume as weekly level × expected contacts by weekday and slot × effect of the day's class.
///
/// A history of fewer than two weeks, or one that ends more than two years before the horizon, is
/// an error. Intervals that are missing now and then are estimated from the others; weekdays and
/// slots that never appear are taken as closed, and the method says so for weekdays. Days touched
/// by an event of the scenario, and days far off what their week promises (outages), do not count.
///
/// Limits: no yearly season (a later method has it); a horizon far from the history keeps the level
/// of its end.
struct HistoryModel {
  let table: HistoryTable
  let queue: Queue
  /// The level of the last week, relative to the mean week of the history, and its trend.
  let level: WeeklyLevel
  /// Expected contacts at level 1, by weekday (Monday first) and bin.
  let shape: WeekShape
  /// Days of the history by weekday.
  let dayCounts: [Int]
  /// The last day of the history that counts.
  let lastDay: LocalDate
  /// Volume on a day of a class as a multiple of an ordinary day's; 1 where the history shows none.
  let classEffects: [HistoryTable.DayClass: Double]
  /// The coefficient of variation of the day factor beyond Poisson.
  let dayFactorSpread: Double
  private let weeks: Int

  init(
    _ history: IntervalHistory, of view: QueueSlots, in scenario: Scenario
  ) throws(ForecastError) {
    let table = try HistoryTable(history, of: view, in: scenario)
    queue = view.queue
    let horizonStart = scenario.horizon.start
    let fit = HistoryFit(table)
    guard let first = table.days.first?.date, let last = table.days.last?.date,
      first.days(until: last) >= 11, table.days.count >= 5, fit.days.count >= 5
    else {
      throw .historyTooShort(
        queue: queue.id, file: table.file, days: table.days.count, horizonStart: horizonStart)
    }
    guard last.days(until: horizonStart) <= 104 * 7 else {
      throw .historyTooOld(
        queue: queue.id, file: table.file, lastDay: last, horizonStart: horizonStart)
    }
    self.table = table
    lastDay = last
    weeks = (first.days(until: last) + 7) / 7
    level = fit.level
    shape = fit.shape
    dayCounts = Weekday.allCases.map { weekday in
      table.days.count { $0.date.weekday == weekday }
    }
    dayFactorSpread = fit.dayFactorSpread
    classEffects = fit.classEffects(
      calendar: scenario.calendar, closedDates: queue.openingHours.closedDates)
  }

  /// The effect of the calendar's class of `date`.
  func effect(of date: LocalDate, in calendar: HolidayCalendar) -> Double {
    classEffects[DayClasses.calendarClass(of: date, in: calendar)] ?? 1
  }

  /// The model in words.
  var method: String {
    var text = "level, weekdays"
    text += table.isDaily ? " (spread by the default profile)" : " and intraday profile"
    text += " of \(weeks) \(weeks == 1 ? "week" : "weeks") in \(table.file)"
    if abs(level.slope) >= 0.0005 {
      text += "; trend \(Text.percent(expm1(level.slope))) a week, damped"
    }
    for (dayClass, name) in [
      (HistoryTable.DayClass.statutoryHoliday, "statutory holidays"),
      (.restDay, "swapped rest days"), (.makeUpWorkday, "make-up workdays"),
    ] {
      guard let effect = classEffects[dayClass] else { continue }
      text += effect > 0 ? "; \(name) × \(Text.decimal(effect, digits: 2))" : "; closed on \(name)"
    }
    let closed = Weekday.allCases.filter { weekday in
      dayCounts[weekday.rawValue - 1] == 0 && queue.openingHours.isOpen(on: weekday)
    }
    if !closed.isEmpty {
      text += "; no \(closed.map(\.name).joined(separator: " or ")) in it: taken as closed"
    }
    return text
  }
}

/// The fit of a history: weekly levels and weekly shape, found in turns.
private struct HistoryFit {
  /// The days that tell of ordinary days: neither special nor far off.
  private(set) var days: [HistoryTable.Day]
  private(set) var shape: WeekShape
  private(set) var level = WeeklyLevel(levelsByWeeksBack: [])
  private let table: HistoryTable
  private var levels: [Int: Double] = [:]

  init(_ table: HistoryTable) {
    self.table = table
    days = table.days.filter { $0.dayClass == .ordinary }
    // Medians first, so that a single odd day does not make the others look odd.
    shape = WeekShape(mediansOf: days, bins: table.binCount)
    guard let last = table.days.last?.date else { return }
    let back = { (day: HistoryTable.Day) in day.date.days(until: last) / 7 }
    levels = weeklyLevels(back, robust: true)
    for _ in 0..<3 {
      dropOutliers(back)
      levels = weeklyLevels(back, robust: false)
      let known = levels
      // A half-life of 8 weeks.
      shape = WeekShape(
        days, bins: table.binCount, weight: { exp2(-Double(back($0)) / 8) },
        level: { known[back($0)] ?? 1 })
    }
    levels = weeklyLevels(back, robust: false)
    let usual = Double(days.count) / Double(max(1, Set(days.map(back)).count))
    var perWeek: [Int: Int] = [:]
    for day in days { perWeek[back(day), default: 0] += 1 }
    let full = levels.filter { Double(perWeek[$0.key] ?? 0) >= usual / 2 }
    level = WeeklyLevel(
      levelsByWeeksBack: full.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  private func weeklyLevels(
    _ back: (HistoryTable.Day) -> Int, robust: Bool
  ) -> [Int: Double] {
    var ratios: [Int: [Double]] = [:]
    var sums: [Int: (counted: Double, expected: Double)] = [:]
    for day in days {
      let (counted, expected) = shape.compare(day)
      guard expected > 0 else { continue }
      ratios[back(day), default: []].append(counted / expected)
      let sum = sums[back(day)] ?? (0, 0)
      sums[back(day)] = (sum.counted + counted, sum.expected + expected)
    }
    return robust ? ratios.mapValues(median) : sums.mapValues { $0.counted / $0.expected }
  }

  /// Leaves out days that are off their week's level by more than 4 robust standard deviations,
  /// and by more than a quarter; but no weekday loses more than half of its days.
  private mutating func dropOutliers(_ back: (HistoryTable.Day) -> Int) {
    let all = table.days.filter { $0.dayClass == .ordinary }
    let deviations = all.map { day -> Double? in
      let (counted, expected) = shape.compare(day)
      let expectedAtLevel = expected * (levels[back(day)] ?? 1)
      guard expectedAtLevel >= 20 else { return nil }
      return abs(log(max(counted, 0.5) / expectedAtLevel))
    }
    let limit = max(0.25, 4 * 1.4826 * median(deviations.compactMap { $0 }))
    let isOdd = deviations.map { ($0 ?? 0) > limit }
    var (odd, of) = (Array(repeating: 0, count: 8), Array(repeating: 0, count: 8))
    for (day, isOdd) in zip(all, isOdd) {
      of[day.date.weekday.rawValue] += 1
      odd[day.date.weekday.rawValue] += isOdd ? 1 : 0
    }
    days = zip(all, isOdd).compactMap { day, isOdd in
      let weekday = day.date.weekday.rawValue
      return isOdd && 2 * odd[weekday] <= of[weekday] ? nil : day
    }
  }

  /// The geometric mean of what days of a class had against an ordinary day of their weekday and
  /// week, drawn towards 1 as if half a day without effect had been seen.
  ///
  /// Where at least two statutory holidays lie in the history on weekdays that it has, and none of
  /// them has anything counted, the queue is taken as closed on them.
  func classEffects(
    calendar: HolidayCalendar, closedDates: [LocalDate]
  ) -> [HistoryTable.DayClass: Double] {
    guard let first = table.days.first?.date, let last = table.days.last?.date else { return [:] }
    var effects: [HistoryTable.DayClass: Double] = [:]
    for dayClass in [HistoryTable.DayClass.statutoryHoliday, .restDay, .makeUpWorkday] {
      let logs = table.days.filter { $0.dayClass == dayClass }.compactMap { day -> Double? in
        let (counted, expected) = shape.compare(day)
        let usual = expected * (levels[day.date.days(until: last) / 7] ?? level.level)
        return usual > 0 ? log(min(20, max(0.02, counted / usual))) : nil
      }
      guard !logs.isEmpty else { continue }
      effects[dayClass] = exp(logs.reduce(0, +) / (Double(logs.count) + 0.5))
    }
    guard !table.days.contains(where: { $0.dayClass == .statutoryHoliday }) else { return effects }
    let missing = (first...last).filter { date in
      DayClasses.calendarClass(of: date, in: calendar) == .statutoryHoliday
        && shape.dayTotal(date.weekday) > 0 && !closedDates.contains(date)
    }
    if missing.count >= 2 { effects[.statutoryHoliday] = 0 }
    return effects
  }

  /// How far whole days stray from the mean of the same weekday up to 4 weeks before and after,
  /// beyond what pure chance (Poisson) makes them; 0 where fewer than 8 days can be compared.
  ///
  /// With a neighbour mean m of k days, (y/m − 1)² has the mean (σ² + 1/m)(1 + 1/k).
  var dayFactorSpread: Double {
    var totals: [LocalDate: Double] = [:]
    for day in days where shape.isComplete(day) { totals[day.date] = day.total }
    var (sum, count) = (0.0, 0)
    for day in days {
      guard let own = totals[day.date] else { continue }
      let near = [-28, -21, -14, -7, 7, 14, 21, 28].compactMap { totals[day.date.adding(days: $0)] }
      let mean = near.reduce(0, +) / Double(max(1, near.count))
      guard near.count >= 4, mean > 0 else { continue }
      let deviation = own / mean - 1
      sum += deviation * deviation / (1 + 1 / Double(near.count)) - 1 / mean
      count += 1
    }
    return count >= 8 ? max(0, sum / Double(count)).squareRoot() : 0
  }
}
