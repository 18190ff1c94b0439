/// A day of the Chinese lunar calendar, for the lunar years 2000 to 2050; in text `6-27L`, where
/// `L` marks a leap month.
public struct LunarDate: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The Gregorian year that the lunar year begins in.
  public let year: Int
  /// The month, 1 to 12; a leap month has the number of the month before it.
  public let month: Int
  /// Whether the month is a leap month.
  public let isLeapMonth: Bool
  /// The day of the month, 1 to 30.
  public let day: Int

  /// The lunar date of a day, or `nil` when it is not in the lunar years 2000 to 2050.
  public init?(of date: LocalDate) {
    guard let months = LunarYear.containing(date) else { return nil }
    var rest = months.start.days(until: date)
    for month in months.months {
      if rest < month.dayCount {
        year = months.year
        self.month = month.number
        isLeapMonth = month.isLeap
        day = rest + 1
        return
      }
      rest -= month.dayCount
    }
    return nil
  }

  /// The day that a lunar date falls on, or `nil` when there is none or the year is not 2000 to
  /// 2050.
  public static func date(
    year: Int, month: Int, day: Int, isLeapMonth: Bool = false
  ) -> LocalDate? {
    guard let lunarYear = LunarYear.year(year) else { return nil }
    var start = lunarYear.start
    for candidate in lunarYear.months {
      if candidate.number == month, candidate.isLeap == isLeapMonth {
        guard day >= 1, day <= candidate.dayCount else { return nil }
        return start.adding(days: day - 1)
      }
      start = start.adding(days: candidate.dayCount)
    }
    return nil
  }

  /// Month and day, with `L` for a leap month.
  public var description: String { "\(month)-\(day)" + (isLeapMonth ? "L" : "") }
}

/// A lunar year: the day it begins and its 12 or 13 months.
struct LunarYear: Sendable {
  struct Month: Sendable {
    let number: Int
    let isLeap: Bool
    let dayCount: Int
  }

  let year: Int
  let start: LocalDate
  let months: [Month]

  var dayCount: Int { months.reduce(0) { $0 + $1.dayCount } }

  static func year(_ year: Int) -> LunarYear? {
    guard let first = all.first, all.indices.contains(year - first.year) else { return nil }
    return all[year - first.year]
  }

  static func containing(_ date: LocalDate) -> LunarYear? {
    let gregorian = date.year
    guard
      let candidate = [gregorian, gregorian - 1].compactMap(year).first(where: {
        $0.start <= date
      }), candidate.start.days(until: date) < candidate.dayCount
    else { return nil }
    return candidate
  }

  static let all: [LunarYear] = table.split(separator: "\n").compactMap { LunarYear(line: $0) }

  /// Reads `year MMDD leap months`: the day the year begins, the number of the month that is
  /// repeated (0 for none), and `+` for each month of 30 days, `-` for each of 29.
  init?(line: Substring) {
    let fields = line.split(separator: " ")
    guard fields.count == 4, let year = Int(fields[0]), let leap = Int(fields[2]),
      let month = Int(fields[1].prefix(2)), let day = Int(fields[1].dropFirst(2)),
      let start = LocalDate(year: year, month: month, day: day)
    else { return nil }
    self.year = year
    self.start = start
    months = fields[3].enumerated().map { place, length in
      let afterLeap = leap > 0 && place >= leap
      return Month(
        number: afterLeap ? place : place + 1, isLeap: leap > 0 && place == leap,
        dayCount: length == "+" ? 30 : 29)
    }
  }

  /// The month beginnings follow from the new moons and solar terms at 120° east (national standard
  /// GB/T 33661-2017). Computed, and compared day by day with an astronomical new moon.
  private static let table = """
    2000 0205 0 ++--+--+-++-
    2001 0124 4 ++-+-+--+-+-+
    2002 0212 0 ++-+-+--+-+-
    2003 0201 0 ++-++-+--+-+
    2004 0122 2 -+-++-+-+-+-+
    2005 0209 0 -+-+-++-+-+-
    2006 0129 7 +-+-+-+-++-++
    2007 0218 0 --+--+-+++-+
    2008 0207 0 +--+--+-++-+
    2009 0126 5 ++--+--+-+-++
    2010 0214 0 +-+-+--+-+-+
    2011 0203 0 +-++-+--+-+-
    2012 0123 4 +-++-+-+-+-+-
    2013 0210 0 +-+-++-+-+-+
    2014 0131 9 -+-+-+-++-+-+
    2015 0219 0 -+--+-+++-+-
    2016 0208 0 +-+--+-++-++
    2017 0128 6 -+-+--+-+-+++
    2018 0216 0 -+-+--+-+-++
    2019 0205 0 +-+-+--+--++
    2020 0125 4 -+++-+--+-+-+
    2021 0212 0 -++-+-+-+-+-
    2022 0201 0 +-+-++-+-+-+
    2023 0122 2 -+--++-++-+-+
    2024 0210 0 -+--+-++-++-
    2025 0129 6 +-+--+-+-+++-
    2026 0217 0 +-+--+--+++-
    2027 0206 0 ++-+--+--++-
    2028 0126 5 +++-+--+--++-
    2029 0213 0 ++-+-+-+--++
    2030 0203 0 -+-++-+-+-+-
    2031 0123 3 -++-+-++-+-+-
    2032 0211 0 +--+-++-++-+
    2033 0131 11 -+--+-+-+++-+
    2034 0219 0 -+--+-+-++-+
    2035 0208 0 +-+--+--++-+
    2036 0128 6 ++-+--+--+-++
    2037 0215 0 ++-+--+--+-+
    2038 0204 0 ++-+-+-+--+-
    2039 0124 5 ++-++-+-+-+--
    2040 0212 0 +-++-+-++-+-
    2041 0201 0 -+-+-++-++-+
    2042 0122 2 -+--+-+-++-++
    2043 0210 0 -+--+--++-++
    2044 0130 7 +-+--+--+-+++
    2045 0217 0 +-+--+--+-++
    2046 0206 0 +-+-+-+--+-+
    2047 0126 5 +-++-+-+--+-+
    2048 0214 0 -++-++-+--+-
    2049 0202 0 +-+-++-++-+-
    2050 0123 3 -+-+-+-++-++-
    """
}
