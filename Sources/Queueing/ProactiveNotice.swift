internal import Foundation
public import Units

/// A notice that goes out before customers ask: a late delivery, an outage, a changed date.
///
/// Of the contacts about its matter the share reach × deflection does not come once the notice has
/// been read. The time from sending to reading is exponential with the mean `lag`, so that in the
/// interval (t₀, t₁) after sending the part 1 − lag (e^(−t₀/lag) − e^(−t₁/lag))/(t₁ − t₀) of its
/// readers knows, on average (the mean of the exponential distribution over the interval; elementary).
/// A notice also makes some readers contact us who would not have.
///
/// Limits: when customers read does not depend on when they would have contacted us; contacts come
/// evenly within an interval; those who are provoked come when they read.
public struct ProactiveNotice: Sendable, Hashable, Codable {
  /// Customers to whom it is sent.
  public var notices: ContactVolume
  /// When it goes out, after the start of the first interval; below 0 before that.
  public var sent: Duration
  /// The share of all contacts that are about its matter.
  public var affected: Share
  /// The share of the customers concerned who ever read it.
  public var reach: Share
  /// The share of those who, having read it, do not contact us.
  public var deflection: Share
  /// The mean time between sending and reading.
  public var lag: Duration
  /// The share of readers who contact us because of it.
  public var provoked: Share
  /// The price of one notice.
  public var price: UnitPrice

  /// A notice. Shares outside of 0 to 1 count as the nearer end, those that are no number as 0, a
  /// lag below 0 as none; so do notices that are negative, endless or no number.
  public init(
    notices: ContactVolume, sent: Duration = .zero, affected: Share, reach: Share,
    deflection: Share, lag: Duration = .zero, provoked: Share = .zero, price: UnitPrice = .zero
  ) {
    self.notices = notices
    self.sent = sent
    self.affected = affected
    self.reach = reach
    self.deflection = deflection
    self.lag = lag
    self.provoked = provoked
    self.price = price
  }

  /// What the notice does to `volumes`, which come evenly in intervals of `length` each. An
  /// interval without a length is left as it is.
  public func effect(on volumes: [ContactVolume], every length: Duration) -> NoticeEffect {
    let length = length.inSeconds
    let saves = clamped(affected) * clamped(reach) * clamped(deflection)
    let isNumber = notices.value > 0 && notices.value < .infinity
    let readers = isNumber ? notices.value * clamped(reach) : 0
    var saved: [ContactVolume] = []
    var added: [ContactVolume] = []
    for (index, volume) in volumes.enumerated() {
      guard length > 0 else {
        saved.append(.zero)
        added.append(.zero)
        continue
      }
      let start = Double(index) * length - sent.inSeconds
      let end = start + length
      let knowing = (knowing(until: end) - knowing(until: start)) / length
      saved.append(volume * (saves * min(1, max(0, knowing))))
      let reading = max(0, read(by: end) - read(by: start))
      added.append(ContactVolume(readers * clamped(provoked) * reading))
    }
    return NoticeEffect(
      saved: saved, provoked: added, cost: Money(quantity: Quantity(notices.value), at: price))
  }

  /// The part of the readers who have read it by `time` after sending.
  private func read(by time: Double) -> Double {
    let lag = lag.inSeconds
    guard time > 0 else { return 0 }
    return lag > 0 ? -expm1(-time / lag) : 1
  }

  /// The integral of that part up to `time`.
  private func knowing(until time: Double) -> Double {
    let lag = lag.inSeconds
    guard time > 0 else { return 0 }
    return lag > 0 ? time + lag * expm1(-time / lag) : time
  }

  private func clamped(_ share: Share) -> Double {
    share.value > 0 ? min(1, share.value) : 0
  }
}

/// What a notice does to the contacts of each interval, and what it costs.
public struct NoticeEffect: Sendable, Hashable, Codable {
  /// Contacts that do not come.
  public let saved: [ContactVolume]
  /// Contacts that come because of it.
  public let provoked: [ContactVolume]
  /// The price of all notices.
  public let cost: Money

  /// Contacts saved less those provoked, over all intervals.
  public var net: ContactVolume { saved.total() - provoked.total() }

  /// The contacts that still come.
  public func remaining(of volumes: [ContactVolume]) -> [ContactVolume] {
    volumes.indices.map { index in
      guard index < saved.count else { return volumes[index] }
      return volumes[index] - saved[index] + provoked[index]
    }
  }
}

/// The positions that a notice spares, and whether it is worth its price.
public struct NoticeWorth: Sendable, Hashable, Codable {
  /// The positions of each interval without the notice.
  public let without: [RequiredPositions]
  /// The positions of each interval with it.
  public let with: [RequiredPositions]
  /// The time of positions spared; below 0 where it provokes more than it saves.
  public let spared: WorkTime
  /// What this time costs.
  public let saving: Money
  /// The price of the notices.
  public let cost: Money
  /// The saving less the cost.
  public var net: Money { saving - cost }
}

extension ProactiveNotice {
  /// What the notice is worth where `queue` must meet `conditions` in every interval and an hour of
  /// a position costs `rate`.
  ///
  /// Throws when a condition cannot be met by any number.
  public func worth(
    on volumes: [ContactVolume], every length: Duration, in queue: some ServiceModel,
    meeting conditions: ServiceConditions, at rate: HourlyRate
  ) throws(UnreachableTarget) -> NoticeWorth {
    let effect = effect(on: volumes, every: length)
    func required(_ volumes: [ContactVolume]) throws(UnreachableTarget) -> [RequiredPositions] {
      var required: [RequiredPositions] = []
      for volume in volumes {
        let load = Erlangs(volume: volume, handleTime: queue.handleTime, during: length)
        required.append(try queue.offered(load).positions(meeting: conditions))
      }
      return required
    }
    let without = try required(volumes)
    let with = try required(effect.remaining(of: volumes))
    let spared = without.map(\.positions).total() - with.map(\.positions).total()
    let time = WorkTime(hours: spared.value * max(0, length.inHours))
    return NoticeWorth(
      without: without, with: with, spared: time,
      saving: Money(quantity: Quantity(time), at: rate.perHour), cost: effect.cost)
  }
}
