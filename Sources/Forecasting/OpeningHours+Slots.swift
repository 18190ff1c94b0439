public import BusinessCalendar
public import Scenarios
public import Units

extension OpeningHours {
  /// The share of `slot` in which the queue is open: 0, 1, or between where it opens or closes
  /// within the slot.
  public func openShare(of slot: Slot) -> Share {
    guard slot.minutes > 0, !closedDates.contains(slot.date) else { return .zero }
    let weekday = slot.date.weekday
    let start = slot.start.minutes
    let open = OpeningHours.openMinutes(of: stretches, on: weekday, start..<(start + slot.minutes))
    return Share(min(1, Double(open) / Double(slot.minutes)))
  }

  /// The minutes of `minutes` (of the day, by the clock) in which `stretches` are open on `weekday`.
  static func openMinutes(
    of stretches: [Stretch], on weekday: Weekday, _ minutes: Range<Int>
  ) -> Int {
    var open = 0
    for stretch in stretches where stretch.weekday == weekday {
      let from = max(minutes.lowerBound, stretch.from.minutes)
      let until = min(minutes.upperBound, stretch.until.minutes)
      open += max(0, until - from)
    }
    return open
  }

  /// Whether the queue is ever open on `weekday`.
  func isOpen(on weekday: Weekday) -> Bool {
    stretches.contains { $0.weekday == weekday && $0.from < $0.until }
  }
}
