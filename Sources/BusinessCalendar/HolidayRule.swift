/// A holiday or observance and the days it falls on, read from one line of a calendar's table:
/// `class|name|days|years`.
///
/// The class is one of ``HolidayClass`` or `observance`. The days are separated by spaces:
/// - `0704` a day of each year, `0524~0620` all days between two, both included;
/// - `mon#3/01` the third Monday of January, `mon#-1/05` the last of May, `thu#4/11+1` a day later;
/// - `E-2` days from Easter Sunday;
/// - `L0101` a day of the lunar year, `L0101-1` the day before it;
/// - `qingming`, `vernal-equinox`, `autumnal-equinox`;
/// - `220603` that one day (of this century), `270310e` where it is an estimate.
///
/// The years, separated by spaces, bound all but the one-day entries: `2021..`, `..2019`,
/// `2016..2019`, and `!2020` for a year left out.
struct HolidayRule: Sendable {
  let holidayClass: HolidayClass?
  let name: String
  let days: [DayRule]
  let years: ClosedRange<Int>
  let exceptYears: Set<Int>

  init?(line: some StringProtocol) {
    let fields = line.split(separator: "|", omittingEmptySubsequences: false)
    guard fields.count == 3 || fields.count == 4, !fields[1].isEmpty else { return nil }
    if fields[0] == "observance" {
      holidayClass = nil
    } else {
      guard let match = HolidayClass(rawValue: String(fields[0])) else { return nil }
      holidayClass = match
    }
    name = String(fields[1])
    let texts = fields[2].split(separator: " ")
    days = texts.compactMap { DayRule(text: String($0)) }
    guard days.count == texts.count, !days.isEmpty else { return nil }
    var years = 1...9999
    var except: Set<Int> = []
    for word in fields.count == 4 ? fields[3].split(separator: " ") : [] {
      if word.hasPrefix("!"), let year = Int(word.dropFirst()) {
        except.insert(year)
      } else {
        guard let range = HolidayRule.years(String(word)) else { return nil }
        years = range
      }
    }
    self.years = years
    exceptYears = except
  }

  private static func years(_ text: String) -> ClosedRange<Int>? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].isEmpty, !(parts[0].isEmpty && parts[2].isEmpty),
      let first = parts[0].isEmpty ? 1 : Int(parts[0]),
      let last = parts[2].isEmpty ? 9999 : Int(parts[2]), first <= last
    else { return nil }
    return first...last
  }

  /// The days of a Gregorian year, each with whether it is an estimate.
  func dates(in year: Int) -> [(date: LocalDate, isEstimated: Bool)] {
    let recurs = years.contains(year) && !exceptYears.contains(year)
    return days.flatMap { rule -> [(date: LocalDate, isEstimated: Bool)] in
      if case .once(let date, let isEstimated) = rule {
        return date.year == year ? [(date, isEstimated)] : []
      }
      return recurs ? rule.dates(in: year).map { ($0, false) } : []
    }
  }
}

/// One way to name a day of each year.
enum DayRule: Sendable, Equatable {
  case fixed(month: Int, day: Int)
  case span(firstMonth: Int, firstDay: Int, lastMonth: Int, lastDay: Int)
  case weekday(Weekday, nth: Int, month: Int, shift: Int)
  case easter(shift: Int)
  case lunar(month: Int, day: Int, shift: Int)
  case qingming
  case vernalEquinox
  case autumnalEquinox
  case once(LocalDate, isEstimated: Bool)

  /// The days of a Gregorian year; a lunar day may fall twice into one, or not at all.
  func dates(in year: Int) -> [LocalDate] {
    switch self {
    case .fixed(let month, let day):
      return [LocalDate(year: year, month: month, day: day)].compactMap { $0 }
    case .span(let firstMonth, let firstDay, let lastMonth, let lastDay):
      guard let first = LocalDate(year: year, month: firstMonth, day: firstDay),
        let last = LocalDate(year: year, month: lastMonth, day: lastDay)
      else { return [] }
      return Array(DateRange(first: first, last: last).days)
    case .weekday(let weekday, let nth, let month, let shift):
      let date = DayRule.nth(nth, weekday, year: year, month: month)
      return [date?.adding(days: shift)].compactMap { $0 }
    case .easter(let shift):
      return [DayRule.easterSunday(year)?.adding(days: shift)].compactMap { $0 }
    case .lunar(let month, let day, let shift):
      let dates = [year - 1, year].compactMap {
        LunarDate.date(year: $0, month: month, day: day)?.adding(days: shift)
      }
      return dates.filter { $0.year == year }
    case .qingming:
      return [LocalDate(year: year, month: 4, day: DayRule.qingmingDay(year))].compactMap { $0 }
    case .vernalEquinox:
      return [LocalDate(year: year, month: 3, day: DayRule.equinoxDay(year, from: 20.8431))]
        .compactMap { $0 }
    case .autumnalEquinox:
      return [LocalDate(year: year, month: 9, day: DayRule.equinoxDay(year, from: 23.2488))]
        .compactMap { $0 }
    case .once(let date, _):
      return date.year == year ? [date] : []
    }
  }

  /// The `nth` such weekday of a month, from the end when negative.
  static func nth(_ nth: Int, _ weekday: Weekday, year: Int, month: Int) -> LocalDate? {
    guard let month = YearMonth(year: year, month: month) else { return nil }
    if nth > 0 {
      let first = month.first.adding(days: month.first.weekday.days(until: weekday))
      return first.adding(days: 7 * (nth - 1))
    }
    let last = month.last.adding(days: -weekday.days(until: month.last.weekday))
    return last.adding(days: 7 * (nth + 1))
  }

  /// Easter Sunday of the Gregorian calendar (J. Meeus, Astronomical Algorithms, 1991, chapter 8).
  static func easterSunday(_ year: Int) -> LocalDate? {
    let golden = year % 19
    let century = year / 100
    let rest = year % 100
    let moonCorrection = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - moonCorrection + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
    let late = (golden + 11 * epact + 22 * weekday) / 451
    let days = epact + weekday - 7 * late + 114
    return LocalDate(year: year, month: days / 31, day: days % 31 + 1)
  }

  /// The day in April that the sun reaches 15° of ecliptic longitude on at 120° east. A straight
  /// line with leap days, good from 2000 to 2099; compared with the sun's place for 2000 to 2050.
  static func qingmingDay(_ year: Int) -> Int {
    let ofCentury = year % 100
    return Int(Double(ofCentury) * 0.2422 + 4.81) - ofCentury / 4
  }

  /// The day of an equinox in Japan, good from 1980 to 2099; the official day is announced in
  /// February of the year before. Compared with the sun's place for 2000 to 2050.
  static func equinoxDay(_ year: Int, from day1980: Double) -> Int {
    let since = year - 1980
    return Int(day1980 + 0.242194 * Double(since) - Double(floorDivision(since, by: 4)))
  }
}

extension DayRule {
  /// Reads one of the forms that ``HolidayRule`` lists.
  init?(text: String) {
    switch text {
    case "qingming": self = .qingming
    case "vernal-equinox": self = .vernalEquinox
    case "autumnal-equinox": self = .autumnalEquinox
    default:
      if let rule = DayRule.shifted(text) ?? DayRule.plain(text) { self = rule } else { return nil }
    }
  }

  private static func plain(_ text: String) -> DayRule? {
    let ends = text.split(separator: "~", omittingEmptySubsequences: false)
    if ends.count == 2 {
      guard let first = monthDay(ends[0]), let last = monthDay(ends[1]) else { return nil }
      return .span(
        firstMonth: first.month, firstDay: first.day, lastMonth: last.month, lastDay: last.day)
    }
    if text.utf8.count == 4 {
      return monthDay(text[...]).map { .fixed(month: $0.month, day: $0.day) }
    }
    let isEstimated = text.hasSuffix("e")
    let digits = isEstimated ? text.dropLast() : text[...]
    guard digits.utf8.count == 6, let year = number(digits.prefix(2), digits: 2),
      let (month, day) = monthDay(digits.dropFirst(2)),
      let date = LocalDate(year: 2000 + year, month: month, day: day)
    else { return nil }
    return .once(date, isEstimated: isEstimated)
  }

  /// The forms that may end in `+1` or `-1`.
  private static func shifted(_ text: String) -> DayRule? {
    let isAnchored = text.hasPrefix("E") || text.hasPrefix("L") || text.contains("#")
    guard isAnchored else { return nil }
    var anchor = text[...]
    var shift = 0
    let start = (text.firstIndex(of: "/") ?? text.startIndex)
    if let sign = text[start...].lastIndex(where: { $0 == "+" || $0 == "-" }) {
      guard let days = Int(text[sign...]) else { return nil }
      shift = days
      anchor = text[..<sign]
    }
    if anchor == "E" { return .easter(shift: shift) }
    if anchor.hasPrefix("L") {
      return monthDay(anchor.dropFirst()).map { .lunar(month: $0.month, day: $0.day, shift: shift) }
    }
    let parts = anchor.split { $0 == "#" || $0 == "/" }
    guard parts.count == 3, let weekday = Weekday(name: parts[0]), let nth = Int(parts[1]),
      nth != 0, abs(nth) <= 5, let month = number(parts[2], digits: 2)
    else { return nil }
    return .weekday(weekday, nth: nth, month: month, shift: shift)
  }

  private static func monthDay(_ text: Substring) -> (month: Int, day: Int)? {
    guard text.utf8.count == 4, let month = number(text.prefix(2), digits: 2),
      let day = number(text.dropFirst(2), digits: 2)
    else { return nil }
    return (month, day)
  }
}
