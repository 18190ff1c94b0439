internal import BusinessCalendar
internal import Scenarios
internal import Units

/// Contacts from business drivers.
///
/// On day d an intent brings Σ_k orders(d − k) × contact rate × lag share(k) × (1 − containment) ×
/// hand-over: contacts that the robot hands to people, without those that give up with it. The day's contacts of all intents are spread by the
/// hourly profile; on a day of 23 or 25 hours they stay the same. Where contacts come only while
/// the queue is open, those that the profile puts into closed hours are not offered, and the method
/// says how many.
///
/// Orders of every day of the horizon must be given. For days around it that only reach into it
/// through a lag, the nearest same weekday of the file stands in where the file does not have them.
struct DriverForecast {
  private let drivers: DemandDrivers
  private let queue: Queue

  init(_ drivers: DemandDrivers, of queue: Queue) throws(ForecastError) {
    for day in drivers.orders {
      guard day.orders.value.isFinite, day.orders.value >= 0 else {
        throw .unusableNumber(
          queue: queue.id, file: drivers.file, at: day.date.at(.midnight))
      }
    }
    self.drivers = drivers
    self.queue = queue
  }

  func forecast(on view: QueueSlots) throws(ForecastError) -> BaseForecast {
    let book = try OrderBook(drivers, queue: queue, horizon: view.grid.range)
    let profile = HourlyProfile(drivers.hourlyProfile.map(\.value))
    var volume: [Double] = []
    volume.reserveCapacity(view.slots.count)
    var (all, offered) = (0.0, 0.0)
    for (index, day) in view.grid.days.enumerated() {
      let contacts = contacts(on: day.date, book)
      let slots = view.grid.slotIndices(ofDay: index)
      all += contacts
      for (slot, share) in zip(slots, profile.shares(of: view.slots[slots])) {
        let open = view.offersOnlyWhenOpen ? view.openShares[slot] : 1
        volume.append(contacts * share * open)
        offered += contacts * share * open
      }
    }
    return BaseForecast(
      volume: volume,
      handleSeconds: Array(repeating: queue.handleTime.inSeconds, count: volume.count),
      method: method(book, closed: all > 0 ? 1 - offered / all : 0), dayFactorSpread: 0)
  }

  /// The contacts that reach people on `date`.
  private func contacts(on date: LocalDate, _ book: OrderBook) -> Double {
    var total = 0.0
    for intent in drivers.intents {
      let notSettled = intent.contactRate.value * intent.robotContainment.complement.value
      let rate = notSettled * intent.handOver.value
      for lag in intent.lag {
        total += book.orders(on: date.adding(days: -lag.days)) * rate * lag.share.value
      }
    }
    return max(0, total)
  }

  private func method(_ book: OrderBook, closed: Double) -> String {
    let count = drivers.intents.count
    var text = "orders in \(drivers.file) × contact rates of \(count) "
    text += count == 1 ? "intent" : "intents"
    if drivers.intents.contains(where: { $0.handOver < .whole }) {
      text += "; those who give up with the robot are left out"
    }
    if closed >= 0.0005 {
      text += "; \(Text.percent(closed)) of the contacts come while closed and are not offered"
    }
    if book.standIns > 0 {
      text +=
        "; orders of \(book.standIns) \(book.standIns == 1 ? "day" : "days") around the horizon"
      text += " taken from the same weekdays"
    }
    return text
  }
}

/// The orders of every day that the horizon needs.
private struct OrderBook {
  private var byDate: [LocalDate: Double] = [:]
  /// Days for which another day stands in.
  private(set) var standIns = 0

  init(_ drivers: DemandDrivers, queue: Queue, horizon: DateRange) throws(ForecastError) {
    for day in drivers.orders { byDate[day.date] = day.orders.value }
    let lags = drivers.intents.flatMap { $0.lag.map(\.days) }
    let first = horizon.start.adding(days: -max(0, lags.max() ?? 0))
    let end = horizon.end.adding(days: -min(0, lags.min() ?? 0))
    let known = drivers.orders.map(\.date)
    var missing: [LocalDate] = []
    for date in first..<max(first, end) where byDate[date] == nil {
      if !horizon.contains(date), let lowest = known.min(), let highest = known.max(),
        let orders = standIn(for: date, lowest, highest)
      {
        byDate[date] = orders
        standIns += 1
      } else {
        missing.append(date)
      }
    }
    if let firstMissing = missing.first {
      throw .ordersIncomplete(
        queue: queue.id, file: drivers.file, firstMissing: firstMissing,
        missingDays: missing.count)
    }
  }

  func orders(on date: LocalDate) -> Double { byDate[date] ?? 0 }

  private func standIn(
    for date: LocalDate, _ lowest: LocalDate, _ highest: LocalDate
  ) -> Double? {
    if date < lowest {
      return byDate[lowest.adding(days: lowest.weekday.days(until: date.weekday))]
    }
    if date > highest {
      return byDate[highest.adding(days: -date.weekday.days(until: highest.weekday))]
    }
    return nil
  }
}

/// Numbers in the words of a method.
enum Text {
  /// A share in percent with one digit after the point, such as `3.5 %`.
  static func percent(_ share: Double) -> String { "\(decimal(share * 100, digits: 1)) %" }

  /// A number with so many digits after the point.
  static func decimal(_ value: Double, digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "?" }
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int((abs(value) * Double(scale)).rounded())
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard digits > 0 else { return "\(sign)\(scaled)" }
    let fraction = String(scaled % scale)
    let zeros = String(repeating: "0", count: digits - fraction.count)
    return "\(sign)\(scaled / scale).\(zeros)\(fraction)"
  }
}
