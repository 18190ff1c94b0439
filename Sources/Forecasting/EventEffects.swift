internal import BusinessCalendar
internal import Foundation
internal import Scenarios
internal import Units

/// What the events of a scenario do to one queue.
///
/// In a slot an event adds base × lift × the mean of its shape over the slot, with the integral over
/// the part of the slot that lies in its window, so that a start within a slot is exact. Lifts of
/// events that overlap add, and so do their changes of the handle time, which hold for the whole
/// window and count for the part of the slot that it covers. An event that takes contacts away
/// never takes more than are left.
struct EventEffects {
  private let view: QueueSlots
  private let events: [PeakEvent]

  init(_ events: [PeakEvent], on view: QueueSlots) {
    self.view = view
    let queue = view.queue.id
    self.events = events.filter { $0.lifts.contains { $0.queue == queue } }
  }

  func applied(to base: BaseForecast) -> QueueForecast {
    var volume = base.volume
    var longer = Array(repeating: 0.0, count: volume.count)
    var effects: [QueueForecast.EventEffect] = []
    for event in events {
      let window = EventWindow(event, in: view.grid.zone)
      let slots = window.slots(of: view.slots)
      let lifts = event.lifts.filter { $0.queue == view.queue.id }
      let lift = lifts.map(\.extraVolume.value).reduce(0, +)
      let change = lifts.map(\.handleTimeChange.value).reduce(0, +)
      guard !slots.isEmpty, lift.isFinite, change.isFinite else { continue }
      var added: [ContactVolume] = []
      for slot in slots {
        let wanted = base.volume[slot] * lift * window.meanShape(over: view.slots[slot])
        let effect = max(wanted, -volume[slot])
        volume[slot] += effect
        longer[slot] += change * window.coverage(of: view.slots[slot])
        added.append(ContactVolume(effect))
      }
      effects.append(
        QueueForecast.EventEffect(
          event: event.id, firstSlot: slots.lowerBound, addedVolume: added))
    }
    let handleTime = zip(base.handleSeconds, longer).map { seconds, change in
      Duration.seconds(min(1e9, max(0, seconds * (1 + change))))
    }
    return QueueForecast(
      queue: view.queue.id, method: base.method,
      baseVolume: base.volume.map { ContactVolume($0) }, eventEffects: effects,
      volume: volume.map { ContactVolume($0) }, handleTime: handleTime,
      dayFactorSpread: Share(base.dayFactorSpread))
  }
}

/// The window of an event on the line of time, in seconds since 1970-01-01T00:00Z.
struct EventWindow {
  let start: Double
  let end: Double
  let halfLife: Double?

  init(_ event: PeakEvent, in zone: TimeZoneRules) {
    start = Double(zone.instant(ofOrAfter: event.start))
    end = start + max(0, event.window.inSeconds)
    if case .decay(let halfLife) = event.shape, halfLife > .zero {
      self.halfLife = halfLife.inSeconds
    } else {
      halfLife = nil
    }
  }

  /// The slots that the window touches; `slots` are in the order of time.
  func slots(of slots: [Slot]) -> Range<Int> {
    let first = slots.partitioningIndex { Double($0.endInstant) > start }
    let last = slots.partitioningIndex { Double($0.startInstant) >= end }
    return first..<max(first, last)
  }

  /// The part of the slot that lies in the window.
  func coverage(of slot: Slot) -> Double {
    let (from, until) = overlap(with: slot)
    return until > from ? (until - from) / (Double(slot.minutes) * 60) : 0
  }

  /// The mean over the whole slot of the shape: 1 at full lift, 0 outside the window.
  func meanShape(over slot: Slot) -> Double {
    let (from, until) = overlap(with: slot)
    guard until > from else { return 0 }
    guard let halfLife else { return coverage(of: slot) }
    let rate = log(2) / halfLife
    let area = exp(-rate * (from - start)) * -expm1(-rate * (until - from)) / rate
    return area / (Double(slot.minutes) * 60)
  }

  /// The days that the window touches by the clock on the wall.
  func days(in zone: TimeZoneRules) -> ClosedRange<LocalDate> {
    let first = zone.local(at: Int64(start)).date
    guard end > start, end < 4e11 else { return first...first }
    return first...max(first, zone.local(at: Int64(end) - 1).date)
  }

  private func overlap(with slot: Slot) -> (from: Double, until: Double) {
    (max(start, Double(slot.startInstant)), min(end, Double(slot.endInstant)))
  }
}

extension Array {
  /// The first index at which `holds` is true, where it is false before and true from there on.
  func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
