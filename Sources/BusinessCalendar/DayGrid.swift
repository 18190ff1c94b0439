/// A day of a zone cut into slots: 48 half-hours, or 46 or 50 where the clock jumps an hour.
///
/// Slots begin on whole multiples of their length by the clock on the wall. A jump that is no such
/// multiple cuts slots short at the jump, and only there, so the slots always add up to the day.
public struct DayGrid: Sendable, Hashable {
  /// The day.
  public let date: LocalDate
  /// The length of its slots.
  public let slotLength: SlotLength
  /// How many slots it has; 0 for a day that a zone left out when it crossed the date line.
  public let slotCount: Int
  private let runs: [ClockRun]

  /// The day in the zone, cut into slots.
  public init(date: LocalDate, zone: TimeZoneRules, slotLength: SlotLength) {
    let midnight = date.dayNumber * 1440
    let segments = zone.segments(
      from: midnight - DayGrid.margin, to: midnight + 1440 + DayGrid.margin)
    self.init(date: date, slotLength: slotLength, segments: segments)
  }

  /// No zone is further than this from UTC, in minutes.
  static let margin = 16 * 60

  init(date: LocalDate, slotLength: SlotLength, segments: [OffsetSegment]) {
    self.date = date
    self.slotLength = slotLength
    let midnight = date.dayNumber * 1440
    var runs: [ClockRun] = []
    var seenUntil = Int.min
    var slots = 0
    for segment in segments {
      let start = max(segment.wallStart, midnight)
      let end = min(segment.wallEnd, midnight + 1440)
      if start < end {
        let run = ClockRun(
          wallStart: start - midnight, wallEnd: end - midnight,
          foldEnd: max(0, min(1440, seenUntil > midnight ? seenUntil - midnight : 0)),
          startInstantMinutes: start - segment.offset, firstSlot: slots,
          slotMinutes: slotLength.minutes)
        slots += run.slotCount
        runs.append(run)
      }
      seenUntil = max(seenUntil, segment.wallEnd)
    }
    self.runs = runs
    slotCount = slots
  }

  /// The slots in the order of time.
  public var slots: [Slot] { (0..<slotCount).compactMap { slot(at: $0) } }

  /// How long the day is: 24 hours, or 23 or 25 where the clock jumps.
  public var length: Duration { .seconds(minutes * 60) }

  /// How long the day is, in minutes.
  public var minutes: Int { runs.reduce(0) { $0 + $1.wallEnd - $1.wallStart } }

  /// Whether the clock jumps on this day.
  public var hasClockChange: Bool {
    guard runs.count == 1, let run = runs.first else { return true }
    return run.wallStart != 0 || run.wallEnd != 1440 || run.foldEnd > 0
  }

  /// The slot at `index`, from 0, or `nil` when there is none.
  public func slot(at index: Int) -> Slot? {
    guard index >= 0, index < slotCount, let run = runs.last(where: { $0.firstSlot <= index })
    else { return nil }
    let wall = run.wall(ofSlot: index)
    return Slot(
      date: date, index: index, start: LocalTime(clamping: wall.start),
      fold: wall.start < run.foldEnd ? 1 : 0,
      startInstant: Int64(run.startInstantMinutes + wall.start - run.wallStart) * 60,
      minutes: wall.end - wall.start)
  }

  /// The index of the slot that `time` falls in, or `nil` where the clock jumps over it or it is
  /// 24:00. Where the clock shows the time twice, `fold` says which; else it does not matter.
  public func index(of time: LocalTime, fold: Int = 0) -> Int? {
    let candidates = runs.filter { time.minutes >= $0.wallStart && time.minutes < $0.wallEnd }
    guard let run = fold == 0 ? candidates.first : candidates.last else { return nil }
    return run.slot(ofWall: time.minutes)
  }

  /// The index of the slot that `moment` falls in, or `nil` when it is another day or skipped.
  public func index(of moment: LocalDateTime) -> Int? {
    moment.date == date ? index(of: moment.time, fold: moment.fold) : nil
  }

  /// The slots that begin at or after `start` and before `end` by the clock on the wall, where
  /// 24:00 is the end of the day; a doubled hour counts both times.
  public func indices(from start: LocalTime, to end: LocalTime) -> [Int] {
    (0..<slotCount).filter { index in
      guard let run = runs.last(where: { $0.firstSlot <= index }) else { return false }
      let wall = run.wall(ofSlot: index).start
      return wall >= start.minutes && wall < end.minutes
    }
  }
}

/// A part of a day in which the clock runs evenly; times in minutes of the day on the wall.
private struct ClockRun: Sendable, Hashable {
  let wallStart: Int
  let wallEnd: Int
  /// Before this, the clock shows times of this day for the second time.
  let foldEnd: Int
  let startInstantMinutes: Int
  let firstSlot: Int
  let slotMinutes: Int

  var slotCount: Int {
    (wallEnd + slotMinutes - 1) / slotMinutes - wallStart / slotMinutes
  }

  func wall(ofSlot index: Int) -> (start: Int, end: Int) {
    let start = (wallStart / slotMinutes + index - firstSlot) * slotMinutes
    return (max(start, wallStart), min(start + slotMinutes, wallEnd))
  }

  func slot(ofWall minute: Int) -> Int {
    firstSlot + minute / slotMinutes - wallStart / slotMinutes
  }
}
