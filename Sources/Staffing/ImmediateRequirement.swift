internal import BusinessCalendar
internal import Queueing
internal import Scenarios
internal import Units

/// The requirement of a queue whose customers wait: Erlang C, slot by slot.
///
/// A slot in which the queue opens or closes has its contacts in the open part: positions are
/// sized for that part, and the slot's mean positions are that number times the open share.
///
/// A service level of 100 % cannot be promised by any number of positions; it counts as 99.99 %,
/// and the method says so.
struct ImmediateRequirement {
  /// What a load needs, for one agent's place a contact.
  private struct Need {
    let places: Double
    let driver: QueueRequirement.Driver
    let serviceLevel: Double
    let occupancy: Double
  }

  private struct Key: Hashable {
    let load: Double
    let handleSeconds: Double
  }

  private let demand: SlotDemand
  private let concurrency: Double
  private let conditions: ServiceConditions

  init(_ demand: SlotDemand) {
    self.demand = demand
    concurrency = Double(max(1, demand.queue.channel.concurrency))
    let cap = Share(demand.maximumOccupancy)
    if case .answered(let share, let time) = demand.queue.target, share.value > 0 {
      conditions = ServiceConditions(
        serviceLevel: share.value < 1 ? share : Share(0.9999), within: time,
        maximumOccupancy: cap)
    } else {
      conditions = ServiceConditions(maximumOccupancy: cap)
    }
  }

  var requirement: QueueRequirement {
    var cache: [Key: Need] = [:]
    var load: [Erlangs] = []
    var positions: [Positions] = []
    var driver: [QueueRequirement.Driver] = []
    var serviceLevel: [Share?] = []
    var occupancy: [Share] = []
    for (index, slot) in demand.slots.enumerated() {
      let open = demand.openShares[index]
      guard open > 0 else {
        load.append(.zero)
        positions.append(.zero)
        driver.append(.none)
        serviceLevel.append(nil)
        occupancy.append(.zero)
        continue
      }
      let seconds = Double(slot.minutes) * 60 * open
      let handleSeconds = demand.handleSeconds[index]
      let key = Key(
        load: demand.volume[index] * handleSeconds / seconds, handleSeconds: handleSeconds)
      let need = cache[key] ?? need(key)
      cache[key] = need
      load.append(Erlangs(key.load * open / concurrency))
      positions.append(Positions(need.places * open / concurrency))
      driver.append(need.driver)
      serviceLevel.append(Share(need.serviceLevel))
      occupancy.append(Share(need.occupancy))
    }
    return QueueRequirement(
      queue: demand.queue.id, method: method,
      volume: demand.volume.map { ContactVolume($0) }, load: load, positions: positions,
      driver: driver, serviceLevel: serviceLevel, occupancy: occupancy)
  }

  private func need(_ key: Key) -> Need {
    let queue = ErlangC(load: Erlangs(key.load), handleTime: .seconds(key.handleSeconds))
    let required = try? queue.positions(meeting: conditions)
    var places = required?.positions.value ?? key.load / demand.maximumOccupancy
    var driver: QueueRequirement.Driver
    switch required?.binding {
    case .serviceLevel, .averageSpeedOfAnswer, .waitPercentile, .abandonment, .blocking:
      driver = .serviceLevel
    case .occupancy: driver = .occupancy
    case nil: driver = .none
    }
    let minimum = demand.minimumPositions * concurrency
    if minimum > places {
      places = minimum
      driver = .minimumPositions
    }
    let answerTime = conditions.answerTime
    return Need(
      places: places, driver: driver,
      serviceLevel: queue.serviceLevel(with: Positions(places), within: answerTime).value,
      occupancy: queue.occupancy(with: Positions(places)).value)
  }

  private var method: String {
    var text = "Erlang C"
    if concurrency > 1 { text += " over positions × \(Int(concurrency)) chats at once" }
    if case .answered(let share, let time) = demand.queue.target, share.value > 0 {
      text += ", \(Text.percent(share.value)) of offered contacts answered within "
      text += "\(Text.time(time))"
      if share.value >= 1 { text += " (nobody can promise 100 %: sized for 99.99 %)" }
    }
    text += ", occupancy at most \(Text.percent(demand.maximumOccupancy))"
    return text
  }
}

/// Numbers in the words of a method.
enum Text {
  /// A share in percent, with a digit after the point where it needs one.
  static func percent(_ share: Double) -> String {
    let tenths = Int((min(1e6, max(0, share)) * 1000).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
  }

  /// A time in its largest whole unit.
  static func time(_ time: Duration) -> String {
    let seconds = time.components.seconds
    if seconds >= 3600, seconds % 3600 == 0 { return "\(seconds / 3600) h" }
    if seconds >= 60, seconds % 60 == 0 { return "\(seconds / 60) min" }
    return "\(seconds) s"
  }
}
