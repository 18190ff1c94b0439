extension HolidayCalendar {
  /// The id of the calendar that knows no holidays.
  public static let weekendsID = "weekends"

  /// A calendar without holidays, for countries of which none comes with PeakPlan: only the days of
  /// `weekend` are days off. A scenario adds its country's holidays.
  ///
  /// It covers 1990 to 2100, the years that a scenario can name.
  public static func weekends(_ weekend: Set<Weekday> = [.saturday, .sunday]) -> HolidayCalendar {
    let first = LocalDate(year: 1990, month: 1, day: 1) ?? .epoch
    let end = LocalDate(year: 2101, month: 1, day: 1) ?? .epoch
    return HolidayCalendar(
      id: weekendsID, name: "Weekends only",
      coverage: DateRange(start: first, days: first.days(until: end)), weekend: weekend, days: [])
  }
}
