internal import BusinessCalendar
internal import Scenarios

/// The weeks of a plan, and which of their days are holidays and belong to which month.
struct PlanCalendar: Sendable {
  /// One day of the horizon.
  struct Day: Sendable {
    let date: LocalDate
    let bucket: DayBucket
    /// What the calendar says of it.
    let kind: DayKind
    /// The place of its month in `months`.
    let month: Int
  }

  /// The weeks.
  let weeks: [Week]
  /// The days of each week that lie in the horizon.
  let days: [[Day]]
  /// The calendar months that the horizon touches.
  let months: [YearMonth]
  /// For each week the month that holds its fourth day, and so most of its days: the month whose
  /// contract the week runs under.
  let contractMonth: [Int]

  /// The weeks of `grid`; a day is a holiday where the law itself names it one.
  init(grid: PlanningGrid, holidays: HolidayCalendar) {
    var months: [YearMonth] = []
    var days: [[Day]] = []
    var contractMonth: [Int] = []
    for index in grid.weeks.indices {
      var week: [Day] = []
      for day in grid.dayIndices(ofWeek: index) {
        let date = grid.days[day].date
        if months.last != date.yearMonth { months.append(date.yearMonth) }
        let kind = holidays.day(date).kind
        let isHoliday = kind == .statutoryHoliday
        week.append(
          Day(
            date: date, bucket: isHoliday ? .statutoryHoliday : .ordinary, kind: kind,
            month: months.count - 1))
      }
      days.append(week)
      contractMonth.append((week.dropFirst(3).first ?? week.last)?.month ?? 0)
    }
    weeks = grid.weeks
    self.days = days
    self.months = months
    self.contractMonth = contractMonth
  }

  /// How many statutory holidays a week has.
  func statutoryDays(_ week: Int) -> Int {
    days[week].count { $0.bucket == .statutoryHoliday }
  }

  /// The share of a week's days of one kind: 5 of 7 ordinary days in a week with two holidays.
  func share(_ week: Int, _ bucket: DayBucket) -> Double {
    guard !days[week].isEmpty else { return 0 }
    let holidays = Double(statutoryDays(week))
    let all = Double(days[week].count)
    return bucket == .ordinary ? (all - holidays) / all : holidays / all
  }

  /// The workdays of `week` by the calendar, make-up workdays among them, as a share of five.
  func workdaysOfFive(_ week: Int) -> Double {
    Double(days[week].count { $0.isWorkday }) / 5
  }

  /// How many days of `week` lie in the month at `month`.
  func days(of week: Int, in month: Int) -> Int { days[week].count { $0.month == month } }

  /// The days of `week` that lie in the month at `month`.
  func days(of week: Int, inMonth month: Int) -> [LocalDate] {
    days[week].filter { $0.month == month }.map(\.date)
  }

  /// The share of the days of one kind of `week` that lie in the month at `month`; 0 when the week
  /// has none of that kind.
  func share(of week: Int, _ bucket: DayBucket, in month: Int) -> Double {
    let ofKind = days[week].filter { $0.bucket == bucket }
    guard !ofKind.isEmpty else { return 0 }
    return Double(ofKind.count { $0.month == month }) / Double(ofKind.count)
  }

  /// The share of the calendar month at `month` that lies in the horizon.
  func coverage(ofMonth month: Int) -> Double {
    let inside = weeks.indices.reduce(0) { $0 + days(of: $1, in: month) }
    return Double(inside) / Double(months[month].dayCount)
  }

  /// The weeks that have a day in the month at `month`.
  func weeks(touching month: Int) -> [Int] {
    weeks.indices.filter { days(of: $0, in: month) > 0 }
  }
}

extension PlanCalendar.Day {
  /// Whether people who follow the calendar work on it.
  var isWorkday: Bool { kind == .workday || kind == .makeUpWorkday }
}
