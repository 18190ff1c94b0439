/// One planning interval of a day: when it begins on the wall and in the world.
public struct Slot: Sendable, Hashable, Codable {
  /// The day.
  public let date: LocalDate
  /// The place among the slots of its day, from 0.
  public let index: Int
  /// When it begins by the clock on the wall.
  public let start: LocalTime
  /// 1 where the clock shows this time for the second time that day, else 0.
  public let fold: Int
  /// When it begins, in seconds since 1970-01-01T00:00Z.
  public let startInstant: Int64
  /// How many minutes it lasts. Only a jump of the clock that is no multiple of the slot length
  /// (30 minutes on Lord Howe Island) makes a slot shorter than its grid's slot length.
  public let minutes: Int

  /// A slot; a grid makes these, see ``DayGrid`` and ``PlanningGrid``.
  public init(
    date: LocalDate, index: Int, start: LocalTime, fold: Int, startInstant: Int64, minutes: Int
  ) {
    self.date = date
    self.index = index
    self.start = start
    self.fold = fold
    self.startInstant = startInstant
    self.minutes = minutes
  }

  /// How long it lasts.
  public var length: Duration { .seconds(minutes * 60) }

  /// When it ends by a clock that does not jump meanwhile; at most 24:00.
  public var end: LocalTime { LocalTime(clamping: start.minutes + minutes) }

  /// When it ends, in seconds since 1970-01-01T00:00Z.
  public var endInstant: Int64 { startInstant + Int64(minutes) * 60 }

  /// Day, time and fold of the start.
  public var dateTime: LocalDateTime { LocalDateTime(date: date, time: start, fold: fold) }
}
