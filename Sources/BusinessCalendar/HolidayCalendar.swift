/// The holidays, rest days and make-up workdays of a country, with their sources.
public struct HolidayCalendar: Sendable, Hashable {
  /// The id, such as `CN` or `GB-SCT`.
  public let id: String
  /// The name for people.
  public let name: String
  /// Where the days come from.
  public let sources: [CalendarSource]
  /// The days the calendar knows.
  public let coverage: DateRange
  /// The days of the week that are days off.
  public let weekend: Set<Weekday>
  /// The years whose days are announced, not computed ahead.
  public let publishedYears: Set<Int>
  let days: [LocalDate: CalendarDay]

  /// A calendar from its days; days that are not listed are workdays, or rest days on the weekend.
  /// Of two entries for one day the later counts.
  public init(
    id: String, name: String, sources: [CalendarSource] = [], coverage: DateRange,
    weekend: Set<Weekday> = [.saturday, .sunday], publishedYears: Set<Int>? = nil,
    days: [CalendarDay]
  ) {
    self.id = id
    self.name = name
    self.sources = sources
    self.coverage = coverage
    self.weekend = weekend
    self.publishedYears = publishedYears ?? HolidayCalendar.years(of: coverage)
    self.days = Dictionary(days.map { ($0.date, $0) }) { _, later in later }
  }

  private static func years(of coverage: DateRange) -> Set<Int> {
    guard let last = coverage.last else { return [] }
    return Set<Int>(coverage.start.year...last.year)
  }

  /// What the calendar makes of a day. Beyond its coverage only weekends are told apart, and the
  /// day says so.
  public func day(_ date: LocalDate) -> CalendarDay {
    if let day = days[date] { return day }
    return CalendarDay(
      date: date, kind: weekend.contains(date.weekday) ? .restDay : .workday,
      isCovered: coverage.contains(date))
  }

  /// The days of `range` in order.
  public func days(in range: DateRange) -> [CalendarDay] { range.days.map(day) }

  /// Whether the year's holidays are announced; before that (in China until the November before)
  /// only dates that the law itself fixes are known.
  public func arrangementPublished(_ year: Int) -> Bool { publishedYears.contains(year) }

  /// The calendar with a scenario's own days in place of its own; their observances are added to
  /// those it has. `years` are those that the days complete, such as a newly announced arrangement.
  public func adding(_ own: [CalendarDay], completing years: Set<Int> = []) -> HolidayCalendar {
    let merged = own.map { day in
      let known = days[day.date]?.observances ?? []
      return day.observing(known + day.observances.filter { !known.contains($0) })
    }
    return HolidayCalendar(
      id: id, name: name, sources: sources, coverage: coverage, weekend: weekend,
      publishedYears: publishedYears.union(years), days: namedDays + merged)
  }

  /// The days that are more than an ordinary workday or weekend, in order.
  public var namedDays: [CalendarDay] { days.values.sorted { $0.date < $1.date } }
}

extension HolidayCalendar: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, name, sources, coverage, weekend, publishedYears, days
  }

  /// Reads the calendar with its days.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try container.decode(String.self, forKey: .id),
      name: try container.decode(String.self, forKey: .name),
      sources: try container.decode([CalendarSource].self, forKey: .sources),
      coverage: try container.decode(DateRange.self, forKey: .coverage),
      weekend: Set(try container.decode([Weekday].self, forKey: .weekend)),
      publishedYears: Set(try container.decode([Int].self, forKey: .publishedYears)),
      days: try container.decode([CalendarDay].self, forKey: .days))
  }

  /// Writes the calendar with its days, everything in order.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(name, forKey: .name)
    try container.encode(sources, forKey: .sources)
    try container.encode(coverage, forKey: .coverage)
    try container.encode(weekend.sorted(), forKey: .weekend)
    try container.encode(publishedYears.sorted(), forKey: .publishedYears)
    try container.encode(namedDays, forKey: .days)
  }
}
