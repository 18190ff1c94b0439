internal import BusinessCalendar
internal import Foundation
internal import Scenarios
internal import Units

extension HistoryModel {
  /// The forecast on the horizon's slots.
  func projection(on view: QueueSlots, _ calendar: HolidayCalendar) -> BaseForecast {
    let times = HandleTimeProfile(table, lastDay: lastDay, queue: queue)
    var volume = Array(repeating: 0.0, count: view.slots.count)
    var handleSeconds = Array(repeating: queue.handleTime.inSeconds, count: view.slots.count)
    for (index, day) in view.grid.days.enumerated() {
      let indices = view.grid.slotIndices(ofDay: index)
      let weeksAhead = Double(lastDay.days(until: day.date) + 3) / 7
      let factor = level.level(weeksAhead: weeksAhead) * effect(of: day.date, in: calendar)
      let contacts = contacts(on: day, index, of: view)
      for (slot, contacts) in zip(indices, contacts) {
        if view.isOffered(slot) { volume[slot] = contacts * factor }
        handleSeconds[slot] = times.seconds(
          on: day.date.weekday, bin: bin(of: view.slots[slot]))
      }
    }
    return BaseForecast(
      volume: volume, handleSeconds: handleSeconds, method: method + times.remark,
      dayFactorSpread: dayFactorSpread)
  }

  /// Contacts of an ordinary day at level 1 in its slots. On a day of 23 or 25 hours the day's
  /// contacts stay those of its weekday.
  private func contacts(on day: DayGrid, _ index: Int, of view: QueueSlots) -> [Double] {
    let indices = view.grid.slotIndices(ofDay: index)
    let means = shape.contacts(on: day.date.weekday)
    if table.isDaily {
      let weights = HourlyProfile.whereOnlyDaysAreKnown.shares(of: view.slots[indices])
      return view.spread(means.reduce(0, +), overDay: index, by: weights)
    }
    let raw = indices.map { slot in
      let minutes = Double(view.slots[slot].minutes)
      return means[bin(of: view.slots[slot])] * minutes / Double(table.binMinutes)
    }
    guard day.hasClockChange else { return raw }
    let total = raw.reduce(0, +)
    let scale = total > 0 ? means.reduce(0, +) / total : 1
    return raw.map { $0 * scale }
  }

  private func bin(of slot: Slot) -> Int {
    min(table.binCount - 1, slot.start.minutes / table.binMinutes)
  }
}

/// Mean handle times by weekday and slot from what was counted.
///
/// Each mean is weighted by contacts (and a half-life of 8 weeks) and drawn, as if 50 more contacts
/// had been seen, from the weekday's slot to the slot on all weekdays, and from there to the mean of
/// all. Without any counted handle time it is the queue's.
struct HandleTimeProfile {
  private let means: [[Double]]
  private let isCounted: Bool
  private static let shrinkage = 50.0

  init(_ table: HistoryTable, lastDay: LocalDate, queue: Queue) {
    let bins = table.binCount
    var contacts = Array(repeating: Array(repeating: 0.0, count: bins), count: 7)
    var seconds = contacts
    for day in table.days where day.dayClass != .event {
      let weight = exp2(-Double(day.date.days(until: lastDay) / 7) / 8)
      let weekday = day.date.weekday.rawValue - 1
      for (bin, handled) in day.handled.enumerated() {
        contacts[weekday][bin] += weight * handled.contacts
        seconds[weekday][bin] += weight * handled.seconds
      }
    }
    let allContacts = contacts.joined().reduce(0, +)
    isCounted = allContacts > 0
    let mean =
      isCounted ? seconds.joined().reduce(0, +) / allContacts : queue.handleTime.inSeconds
    let prior = HandleTimeProfile.shrinkage
    let pooled = (0..<bins).map { bin -> Double in
      let counted = contacts.map { $0[bin] }.reduce(0, +)
      let total = seconds.map { $0[bin] }.reduce(0, +)
      return (total + prior * mean) / (counted + prior)
    }
    means = (0..<7).map { weekday in
      (0..<bins).map { bin in
        (seconds[weekday][bin] + prior * pooled[bin]) / (contacts[weekday][bin] + prior)
      }
    }
  }

  /// The mean handle time in seconds.
  func seconds(on weekday: Weekday, bin: Int) -> Double { means[weekday.rawValue - 1][bin] }

  /// What the method says of it.
  var remark: String { isCounted ? "; handle time by weekday and slot as counted" : "" }
}
