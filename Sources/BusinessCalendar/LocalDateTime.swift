/// A day and the time of the clock on the wall, without a zone; in text `2026-11-10T20:00`.
///
/// Where the clock goes back in autumn and shows an hour twice, `fold` 1 is the second pass; in
/// text it is appended as in `2026-10-25T01:30 fold 1`. A time of 24:00 becomes 00:00 of the day
/// after, so that equal moments are equal values.
public struct LocalDateTime: CalendarText {
  /// The day.
  public let date: LocalDate
  /// The time of the clock, never 24:00.
  public let time: LocalTime
  /// 0 for the first or only time the clock shows it, 1 for the second.
  public let fold: Int

  /// The day and time; any fold but 0 is 1.
  public init(date: LocalDate, time: LocalTime, fold: Int = 0) {
    let isEnd = time == .endOfDay
    self.date = isEnd ? date.adding(days: 1) : date
    self.time = isEnd ? .midnight : time
    self.fold = fold == 0 ? 0 : 1
  }

  /// The moment a text such as `2026-11-10T20:00`, or `2026-10-25T01:30 fold 1`, names; seconds may
  /// be given if they are `:00`. `nil` when it is not one.
  public init?(_ description: String) {
    var text = description[...]
    var fold = 0
    for mark in 0...1 where text.hasSuffix(" fold \(mark)") {
      text = text.dropLast(7)
      fold = mark
      break
    }
    if text.utf8.count == 19, text.hasSuffix(":00") { text = text.dropLast(3) }
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let date = LocalDate(iso: parts[0]),
      let time = LocalTime(String(parts[1]))
    else { return nil }
    self.init(date: date, time: time, fold: fold)
  }

  /// The moment as `2026-11-10T20:00`, with ` fold 1` where that is set.
  public var description: String { "\(date)T\(time)" + (fold == 1 ? " fold 1" : "") }

  /// The moment `minutes` later on the wall clock, without regard to a zone; saturates. The fold is
  /// dropped.
  public func adding(minutes: Int) -> LocalDateTime {
    let limit = 10_000 * 366 * 1440
    let total = time.minutes + min(max(minutes, -limit), limit)
    let days = floorDivision(total, by: 1440)
    let rest = LocalTime(clamping: total - days * 1440)
    return LocalDateTime(date: date.adding(days: days), time: rest)
  }

  /// How many minutes `other` is later on the wall clock, without regard to a zone or fold.
  public func minutes(until other: LocalDateTime) -> Int {
    date.days(until: other.date) * 1440 + other.time.minutes - time.minutes
  }

  /// The order of day, time and fold.
  public static func < (left: LocalDateTime, right: LocalDateTime) -> Bool {
    (left.date, left.time, left.fold) < (right.date, right.time, right.fold)
  }
}
