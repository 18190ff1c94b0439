internal import BusinessCalendar
internal import Scenarios
internal import Units

/// A forecast made elsewhere, taken as it is.
///
/// Shorter intervals are summed to the scenario's slots, longer ones split evenly over their open
/// part, whole days by the default hourly profile. A slot in which the queue is open and of which
/// the file says nothing is an error, never a zero. Where the clock shows an hour twice and the
/// file has it once, both passes get its numbers.
struct StatedForecast {
  private struct Piece {
    var contacts = 0.0
    var handleContacts = 0.0
    var handleSeconds = 0.0
  }

  private let history: IntervalHistory
  private let queue: Queue

  init(_ history: IntervalHistory, of queue: Queue) throws(ForecastError) {
    let minutes = history.intervalMinutes
    guard minutes == 1440 || (1...60).contains(minutes) else {
      throw .unusableInterval(queue: queue.id, file: history.file, minutes: minutes)
    }
    for interval in history.intervals {
      let offered = interval.offered.value
      guard offered.isFinite, offered >= 0 else {
        throw .unusableNumber(queue: queue.id, file: history.file, at: interval.start)
      }
    }
    self.history = history
    self.queue = queue
  }

  func forecast(on view: QueueSlots) throws(ForecastError) -> BaseForecast {
    let isDaily = history.intervalMinutes == 1440
    let base = try isDaily ? days(on: view) : intervals(on: view)
    return base
  }

  private func days(on view: QueueSlots) throws(ForecastError) -> BaseForecast {
    var byDate: [LocalDate: IntervalHistory.Interval] = [:]
    for interval in history.intervals { byDate[interval.start.date] = interval }
    var base = empty(view, "daily forecast in \(history.file), spread by the default profile")
    var missing = Missing()
    for (index, day) in view.grid.days.enumerated() {
      let slots = view.grid.slotIndices(ofDay: index)
      guard let interval = byDate[day.date] else {
        for slot in slots { missing.note(view, slot) }
        continue
      }
      let weights = HourlyProfile.whereOnlyDaysAreKnown.shares(of: view.slots[slots])
      let contacts = view.spread(interval.offered.value, overDay: index, by: weights)
      for (slot, volume) in zip(slots, contacts) {
        base.volume[slot] = volume
        if let seconds = interval.handleTime?.inSeconds { base.handleSeconds[slot] = seconds }
      }
    }
    try missing.check(queue: queue, file: history.file)
    return base
  }

  private func intervals(on view: QueueSlots) throws(ForecastError) -> BaseForecast {
    let length = history.intervalMinutes
    var byStart: [LocalDateTime: IntervalHistory.Interval] = [:]
    for interval in history.intervals { byStart[interval.start] = interval }
    func interval(_ date: LocalDate, _ minute: Int, fold: Int) -> IntervalHistory.Interval? {
      let start = LocalDateTime(date: date, time: .midnight).adding(minutes: minute)
      let exact = LocalDateTime(date: start.date, time: start.time, fold: fold)
      return byStart[exact] ?? (fold == 1 ? byStart[start] : nil)
    }
    var base = empty(view, "forecast in \(history.file), as it is")
    var missing = Missing()
    for (index, slot) in view.slots.enumerated() where view.isOffered(index) {
      let start = slot.start.minutes
      let end = start + slot.minutes
      var piece = Piece()
      var isComplete = true
      for begin in stride(from: start / length * length, to: end, by: length) {
        guard let interval = interval(slot.date, begin, fold: slot.fold) else {
          isComplete = false
          continue
        }
        let part = share(of: begin..<(begin + length), in: start..<end, on: slot.date)
        let contacts = interval.offered.value * part
        piece.contacts += contacts
        if let seconds = interval.handleTime?.inSeconds {
          piece.handleContacts += contacts
          piece.handleSeconds += contacts * seconds
        }
      }
      if isComplete {
        base.volume[index] = piece.contacts
      } else {
        missing.note(view, index)
      }
      if piece.handleContacts > 0 {
        base.handleSeconds[index] = piece.handleSeconds / piece.handleContacts
      }
    }
    try missing.check(queue: queue, file: history.file)
    return base
  }

  /// The part of an interval's contacts that falls into `slot`: by the open minutes in it where
  /// contacts come only while the queue is open, else by the minutes.
  private func share(of interval: Range<Int>, in slot: Range<Int>, on date: LocalDate) -> Double {
    let common = interval.clamped(to: slot)
    let hours = queue.openingHours
    if queue.channel.isImmediate, !hours.closedDates.contains(date) {
      let stretches = hours.stretches
      let whole = OpeningHours.openMinutes(of: stretches, on: date.weekday, interval)
      let part = OpeningHours.openMinutes(of: stretches, on: date.weekday, common)
      return whole > 0 ? Double(part) / Double(whole) : 0
    }
    return Double(common.count) / Double(interval.count)
  }

  private func empty(_ view: QueueSlots, _ method: String) -> BaseForecast {
    let count = view.slots.count
    return BaseForecast(
      volume: Array(repeating: 0, count: count),
      handleSeconds: Array(repeating: queue.handleTime.inSeconds, count: count), method: method,
      dayFactorSpread: 0)
  }
}

/// Open slots of which a file says nothing.
private struct Missing {
  var count = 0
  var first: LocalDateTime?

  mutating func note(_ view: QueueSlots, _ slot: Int) {
    guard view.openShares[slot] > 0 else { return }
    count += 1
    if first == nil { first = view.slots[slot].dateTime }
  }

  func check(queue: Queue, file: String) throws(ForecastError) {
    guard let first else { return }
    throw .forecastIncomplete(queue: queue.id, file: file, firstMissing: first, missingSlots: count)
  }
}
