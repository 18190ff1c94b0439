internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios

/// The days of a scenario's horizon by week: which are statutory holidays, and of which month.
struct PlanDays {
  struct Day {
    let date: LocalDate
    let isHoliday: Bool

    /// The calendar month that the day's hours belong to.
    var month: YearMonth { date.yearMonth }
  }

  let weeks: [Week]
  let days: [[Day]]
  let months: [YearMonth]

  /// Weeks count from the horizon's first day; the last may be cut off by its end.
  init(_ scenario: Scenario) {
    var weeks: [Week] = []
    var days: [[Day]] = []
    var months: [YearMonth] = []
    for (place, date) in scenario.horizon.days.enumerated() {
      if place % 7 == 0 {
        weeks.append(Week(start: date))
        days.append([])
      }
      let isHoliday = scenario.calendar.day(date).kind == .statutoryHoliday
      days[days.count - 1].append(Day(date: date, isHoliday: isHoliday))
      if !months.contains(date.yearMonth) { months.append(date.yearMonth) }
    }
    self.weeks = weeks
    self.days = days
    self.months = months
  }

  /// Days of a week of one kind.
  func count(_ week: Int, _ bucket: DayBucket) -> Int {
    days[week].count { $0.isHoliday == (bucket == .statutoryHoliday) }
  }

  /// The part of a week's days that are of one kind.
  func part(_ week: Int, _ bucket: DayBucket) -> Double {
    Double(count(week, bucket)) / Double(days[week].count)
  }

  /// Days of a week that lie in a month.
  func count(_ week: Int, in month: YearMonth) -> Int {
    days[week].count { $0.month == month }
  }

  /// The part of a week's days of one kind that lie in a month.
  func part(_ week: Int, _ bucket: DayBucket, in month: YearMonth) -> Double {
    let all = count(week, bucket)
    guard all > 0 else { return 0 }
    let inside = days[week].count {
      $0.month == month && $0.isHoliday == (bucket == .statutoryHoliday)
    }
    return Double(inside) / Double(all)
  }

  /// The part of a calendar month that lies in the horizon.
  func part(of month: YearMonth) -> Double {
    Double(days.joined().count { $0.month == month }) / Double(month.dayCount)
  }

  /// The month under whose contract a week runs: that of its fourth day, or of its last where it
  /// has fewer.
  func contractMonth(_ week: Int) -> YearMonth? {
    let dates = days[week]
    return (dates.count > 3 ? dates[3] : dates.last)?.month
  }
}
