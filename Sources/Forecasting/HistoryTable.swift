internal import BusinessCalendar
internal import Scenarios
internal import Units

/// A history cut into the scenario's slots by the clock on the wall: one row a day, one column a
/// slot ("bin"); what was not counted is told apart from what was counted as zero.
struct HistoryTable {
  /// What a day is to the model.
  enum DayClass: Int, CaseIterable {
    /// Like every other day of its weekday.
    case ordinary
    /// A holiday by law.
    case statutoryHoliday
    /// A weekday that the calendar swaps into a day off.
    case restDay
    /// A weekend day that the calendar swaps into work.
    case makeUpWorkday
    /// Touched by an event of the scenario; tells nothing of other days.
    case event
  }

  /// One day with anything counted.
  struct Day {
    let date: LocalDate
    let dayClass: DayClass
    /// Contacts by bin; `nil` where nothing was counted.
    var counts: [Double?]
    /// Contacts whose handle time is known, and their handle time in seconds, by bin.
    var handled: [(contacts: Double, seconds: Double)]

    /// All that was counted.
    var total: Double { counts.reduce(0) { $0 + ($1 ?? 0) } }
  }

  let file: String
  let isDaily: Bool
  let binMinutes: Int
  /// Days with anything counted, in the order of time.
  private(set) var days: [Day] = []

  var binCount: Int { 1440 / binMinutes }

  /// The days before the horizon.
  init(
    _ history: IntervalHistory, of view: QueueSlots, in scenario: Scenario
  ) throws(ForecastError) {
    let queue = view.queue
    let length = history.intervalMinutes
    file = history.file
    isDaily = length == 1440
    binMinutes = isDaily ? 1440 : view.grid.slotLength.minutes
    guard isDaily || (1...60).contains(length) else {
      throw .unusableInterval(queue: queue.id, file: file, minutes: length)
    }
    let classes = DayClasses(scenario, queue: queue)
    let splitter = Splitter(queue: queue, length: length, binMinutes: binMinutes)
    var covered: [Double] = []
    for interval in history.intervals where interval.start.date < scenario.horizon.start {
      let offered = interval.offered.value
      guard offered.isFinite, offered >= 0 else {
        throw .unusableNumber(queue: queue.id, file: file, at: interval.start)
      }
      let date = interval.start.date
      if days.last?.date != date {
        closeLastDay(covered)
        covered = Array(repeating: 0, count: binCount)
        days.append(
          Day(
            date: date, dayClass: classes.dayClass(of: date),
            counts: Array(repeating: nil, count: binCount),
            handled: Array(repeating: (0, 0), count: binCount)))
      }
      let last = days.count - 1
      let start = isDaily ? 0 : interval.start.time.minutes
      let seconds = interval.handleTime?.inSeconds
      for (bin, part, minutes) in splitter.parts(from: start, on: date.weekday) {
        days[last].counts[bin] = (days[last].counts[bin] ?? 0) + offered * part
        covered[bin] += minutes
        if let seconds, seconds >= 0, seconds.isFinite {
          days[last].handled[bin].contacts += offered * part
          days[last].handled[bin].seconds += offered * part * seconds
        }
      }
    }
    closeLastDay(covered)
  }

  /// Brings what was counted in part of a bin, or twice where the clock showed it twice, to a whole
  /// bin.
  private mutating func closeLastDay(_ covered: [Double]) {
    guard let last = days.indices.last else { return }
    for (bin, minutes) in covered.enumerated() {
      guard let count = days[last].counts[bin] else { continue }
      days[last].counts[bin] = minutes > 0 ? count * Double(binMinutes) / minutes : nil
    }
  }
}

/// How intervals fall into bins: summed where they are shorter, split evenly where longer, over the
/// open part of the interval only where contacts come only while the queue is open.
private struct Splitter {
  let queue: Queue
  let length: Int
  let binMinutes: Int

  /// The bins of an interval that begins at minute `start`, the part of its contacts that each
  /// gets, and the minutes of the bin that it covers.
  func parts(
    from start: Int, on weekday: Weekday
  ) -> [(bin: Int, part: Double, minutes: Double)] {
    let end = min(start + length, 1440)
    let pieces = (start / binMinutes...(max(start, end - 1)) / binMinutes).map { bin in
      (bin, (bin * binMinutes..<(bin + 1) * binMinutes).clamped(to: start..<max(start, end)))
    }
    guard length > binMinutes, length < 1440 else {
      return pieces.map { bin, minutes in
        (bin, Double(minutes.count) / Double(max(1, end - start)), Double(minutes.count))
      }
    }
    let open = pieces.map { _, minutes in
      queue.channel.isImmediate
        ? OpeningHours.openMinutes(of: queue.openingHours.stretches, on: weekday, minutes)
        : minutes.count
    }
    let openTotal = open.reduce(0, +)
    return zip(pieces, open).map { piece, open in
      let share =
        openTotal > 0
        ? Double(open) / Double(openTotal)
        : Double(piece.1.count) / Double(max(1, end - start))
      return (piece.0, share, Double(piece.1.count))
    }
  }
}

/// What each day is, by the scenario's calendar and events.
struct DayClasses {
  private let calendar: HolidayCalendar
  private let eventDays: [ClosedRange<LocalDate>]

  init(_ scenario: Scenario, queue: Queue) {
    calendar = scenario.calendar
    eventDays = scenario.events.filter { event in event.lifts.contains { $0.queue == queue.id } }
      .map { EventWindow($0, in: scenario.timeZone).days(in: scenario.timeZone) }
  }

  func dayClass(of date: LocalDate) -> HistoryTable.DayClass {
    if eventDays.contains(where: { $0.contains(date) }) { return .event }
    return DayClasses.calendarClass(of: date, in: calendar)
  }

  /// What the calendar makes of a day, events aside.
  static func calendarClass(
    of date: LocalDate, in calendar: HolidayCalendar
  ) -> HistoryTable.DayClass {
    switch calendar.day(date).kind {
    case .statutoryHoliday: .statutoryHoliday
    case .restDay: calendar.weekend.contains(date.weekday) ? .ordinary : .restDay
    case .makeUpWorkday: .makeUpWorkday
    case .workday: .ordinary
    }
  }
}
