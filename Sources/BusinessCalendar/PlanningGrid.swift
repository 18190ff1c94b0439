/// The horizon of a plan: its days, each cut into slots, and its weeks; slots are numbered from 0
/// through the whole horizon.
public struct PlanningGrid: Sendable, Hashable {
  /// The days of the horizon.
  public let range: DateRange
  /// The zone whose clock the plan goes by.
  public let zone: TimeZoneRules
  /// The length of the slots.
  public let slotLength: SlotLength
  /// The weekday that weeks begin on.
  public let firstWeekday: Weekday
  /// The days in order.
  public let days: [DayGrid]
  /// The weeks that hold a day of the horizon, in order; the first and the last may reach beyond.
  public let weeks: [Week]
  private let firstSlots: [Int]

  /// The days of `range` in the zone. Weeks begin on `firstWeekday`, by default on the weekday that
  /// the range begins on.
  public init(
    range: DateRange, zone: TimeZoneRules, slotLength: SlotLength, firstWeekday: Weekday? = nil
  ) {
    self.range = range
    self.zone = zone
    self.slotLength = slotLength
    self.firstWeekday = firstWeekday ?? range.start.weekday
    let segments = zone.segments(
      from: range.start.dayNumber * 1440 - DayGrid.margin,
      to: range.end.dayNumber * 1440 + DayGrid.margin)
    days = PlanningGrid.grids(of: range, slotLength: slotLength, segments: segments)
    firstSlots = days.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.slotCount) }
    var weeks: [Week] = []
    var week = Week(containing: range.start, firstWeekday: self.firstWeekday)
    while week.start < range.end {
      weeks.append(week)
      week = week.next
    }
    self.weeks = weeks
  }

  /// `weeks` whole weeks from `firstDay` on; weeks begin on its weekday.
  public init(firstDay: LocalDate, weeks: Int, zone: TimeZoneRules, slotLength: SlotLength) {
    let bounded = min(max(weeks, 0), 600_000)
    self.init(
      range: DateRange(start: firstDay, days: bounded * 7), zone: zone, slotLength: slotLength)
  }

  private static func grids(
    of range: DateRange, slotLength: SlotLength, segments: [OffsetSegment]
  ) -> [DayGrid] {
    var first = 0
    return range.days.map { date in
      let midnight = date.dayNumber * 1440
      // A segment a whole day behind matters no more, not even to tell a doubled hour.
      while first + 1 < segments.count, segments[first].wallEnd < midnight - 1440 { first += 1 }
      return DayGrid(
        date: date, slotLength: slotLength, segments: Array(segments[first...].prefix(4)))
    }
  }

  /// How many slots the horizon has.
  public var slotCount: Int { firstSlots.last ?? 0 }

  /// The numbers of all slots.
  public var slotIndices: Range<Int> { 0..<slotCount }

  /// The numbers of the slots of a day; empty when it is not in the horizon.
  public func slotIndices(of date: LocalDate) -> Range<Int> {
    guard let day = dayIndex(of: date) else { return 0..<0 }
    return slotIndices(ofDay: day)
  }

  /// The numbers of the slots of the day at `dayIndex`; empty when there is none.
  public func slotIndices(ofDay dayIndex: Int) -> Range<Int> {
    guard days.indices.contains(dayIndex) else { return 0..<0 }
    return firstSlots[dayIndex]..<firstSlots[dayIndex + 1]
  }

  /// The numbers of the slots of the days that the horizon has of a week.
  public func slotIndices(ofWeek weekIndex: Int) -> Range<Int> {
    let days = dayIndices(ofWeek: weekIndex)
    return days.isEmpty ? 0..<0 : firstSlots[days.lowerBound]..<firstSlots[days.upperBound]
  }

  /// The place in `days` of a day, or `nil` when it is not in the horizon.
  public func dayIndex(of date: LocalDate) -> Int? {
    range.contains(date) ? range.start.days(until: date) : nil
  }

  /// The place in `days` of the day that a slot is on, or `nil` when there is no such slot.
  public func dayIndex(ofSlot slot: Int) -> Int? {
    guard slot >= 0, slot < slotCount else { return nil }
    var low = 0
    var high = days.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if firstSlots[middle] <= slot { low = middle } else { high = middle }
    }
    return low
  }

  /// The places in `days` of the days that the horizon has of a week; empty when there is no such
  /// week.
  public func dayIndices(ofWeek weekIndex: Int) -> Range<Int> {
    guard weeks.indices.contains(weekIndex) else { return 0..<0 }
    let week = weeks[weekIndex]
    let start = max(0, range.start.days(until: week.start))
    return start..<max(start, min(days.count, range.start.days(until: week.end)))
  }

  /// The place in `weeks` of the week that holds a day, or `nil` when it is not in the horizon.
  public func weekIndex(of date: LocalDate) -> Int? {
    guard range.contains(date), let first = weeks.first else { return nil }
    return first.start.days(until: date) / 7
  }

  /// The place in `weeks` of the week that holds a slot, or `nil` when there is no such slot.
  public func weekIndex(ofSlot slot: Int) -> Int? {
    dayIndex(ofSlot: slot).flatMap { weekIndex(of: days[$0].date) }
  }

  /// The slot with this number, or `nil` when there is none.
  public func slot(at index: Int) -> Slot? {
    guard let day = dayIndex(ofSlot: index) else { return nil }
    return days[day].slot(at: index - firstSlots[day])
  }

  /// All slots in order.
  public var slots: [Slot] { days.flatMap(\.slots) }

  /// The number of the slot that a moment of the wall clock falls in, or `nil` when it is outside
  /// the horizon or the clock jumps over it.
  public func index(of moment: LocalDateTime) -> Int? {
    guard let day = dayIndex(of: moment.date), let inDay = days[day].index(of: moment)
    else { return nil }
    return firstSlots[day] + inDay
  }

  /// The number of the slot that an instant (seconds since 1970-01-01T00:00Z) falls in, or `nil`
  /// when it is outside the horizon.
  public func index(ofInstant instant: Int64) -> Int? { index(of: zone.local(at: instant)) }
}

extension PlanningGrid: Codable {
  private enum CodingKeys: String, CodingKey { case range, zone, slotLength, firstWeekday }

  /// Reads what the grid was made from, and makes it again.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      range: try container.decode(DateRange.self, forKey: .range),
      zone: try container.decode(TimeZoneRules.self, forKey: .zone),
      slotLength: try container.decode(SlotLength.self, forKey: .slotLength),
      firstWeekday: try container.decode(Weekday.self, forKey: .firstWeekday))
  }

  /// Writes what the grid is made from.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(range, forKey: .range)
    try container.encode(zone, forKey: .zone)
    try container.encode(slotLength, forKey: .slotLength)
    try container.encode(firstWeekday, forKey: .firstWeekday)
  }
}
