public import Scenarios
public import Units

/// What hours cost that nobody covers: convex, so that a deep hole costs more than a shallow one.
///
/// The factor of a slice is on the price of a contact, not on their number: in a deep hole customers
/// wait in vain, leave and come back, so each contact that is not handled costs more.
public enum ShortagePrice {
  /// A slice of a queue's required hours of one week and kind of day.
  public struct Tier: Sendable, Hashable, Codable {
    /// How wide the slice is, as a share of the required hours; the last takes the rest.
    public let width: Share
    /// The factor on the plain price of an hour in it.
    public let factor: Multiplier
  }

  /// The slices: the first 5 % at the plain price, the next 15 % at one and a half times, the rest
  /// at two and a half times it. Chosen: the first per cents are absorbed by waiting and occupancy,
  /// a hole of a fifth is a collapse with repeat contacts.
  public static let tiers = [
    Tier(width: Share(0.05), factor: .single),
    Tier(width: Share(0.15), factor: Multiplier(percent: 150)),
    Tier(width: Share(0.8), factor: Multiplier(percent: 250)),
  ]

  /// The slices of a queue: ``tiers``, and where its customers are answered by priority, within them
  /// the contacts of the lowest priority first, at their own price over the mean
  /// (``Queue/meanLostContactPrice``). The factors rise, so the price stays convex; where a lower
  /// priority is worth more than a higher one all contacts have the mean price.
  public static func tiers(of queue: Queue) -> [Tier] {
    let contacts = queue.contactsInOrderOfFailing
    let mean = Rational(queue.meanLostContactPrice.minorUnits)
    let isRising = zip(contacts, contacts.dropFirst()).allSatisfy { $0.price <= $1.price }
    guard contacts.count > 1, isRising, mean > .zero else { return tiers }
    var cuts: [Tier] = []
    var (tier, kind) = (0, 0)
    var (ofTier, ofKind) = (tiers[0].width.value, contacts[0].share.value)
    while true {
      let width = min(ofTier, ofKind)
      ofTier -= width
      ofKind -= width
      let price = Rational(max(0, contacts[kind].price.minorUnits)).divided(by: mean) ?? .one
      let factor = Multiplier(price) * tiers[tier].factor
      if width > 1e-9 { cuts.append(Tier(width: Share(width), factor: factor)) }
      if ofKind <= 1e-9, kind < contacts.count - 1 {
        kind += 1
        ofKind = contacts[kind].share.value
      } else if tier < tiers.count - 1 {
        tier += 1
        ofTier = tiers[tier].width.value
        if kind == contacts.count - 1 { ofKind = .infinity }
      } else {
        return cuts
      }
    }
  }

  /// Contacts that one net hour handles: 3600 s over the handle time (the queue's own, or that of the
  /// contacts in question), times the chats held at once. 0 without a handle time.
  public static func contactsPerHour(of queue: Queue, taking time: Duration? = nil) -> Double {
    let seconds = (time ?? queue.handleTime).inSeconds
    guard seconds > 0 else { return 0 }
    return 3600 / seconds * Double(max(1, queue.channel.concurrency))
  }

  /// The plain price of one net hour short, in minor units.
  public static func perHour(of queue: Queue, taking time: Duration? = nil) -> UnitPrice {
    let contacts = Rational(nearest: contactsPerHour(of: queue, taking: time))
    return UnitPrice(
      minorUnitsPerUnit: Rational(max(0, queue.meanLostContactPrice.minorUnits)) * contacts)
  }

  /// The hours short in each slice, when `short` of `required` hours are missing.
  public static func split(
    _ short: WorkTime, of required: WorkTime, by tiers: [Tier] = tiers
  ) -> [WorkTime] {
    var left = max(.zero, short)
    return tiers.enumerated().map { index, tier in
      let width = WorkTime(hours: required.hours * tier.width.value)
      let slice = index == tiers.count - 1 ? left : min(left, max(.zero, width))
      left = left - slice
      return slice
    }
  }

  /// Contacts that nobody handles when `short` of the `required` hours are missing: hours of each
  /// slice × contacts an hour, with the slice's factor; only slices with any hours.
  public static func contacts(
    with short: WorkTime, of required: WorkTime, in queue: Queue, taking time: Duration? = nil
  ) -> [ShortageTier] {
    let perHour = contactsPerHour(of: queue, taking: time)
    let tiers = tiers(of: queue)
    return zip(split(short, of: required, by: tiers), tiers).compactMap { hours, tier in
      guard hours > .zero else { return nil }
      return ShortageTier(
        multiplier: tier.factor, contacts: ContactVolume(hours.hours * perHour))
    }
  }

  /// The price of the contacts of `tiers`: contacts × price × factor, each product rounded once, as
  /// the ledger's lines are.
  public static func cost(of tiers: [ShortageTier], in queue: Queue) -> Money {
    tiers.map {
      Money(
        quantity: Quantity($0.contacts.value), at: UnitPrice(queue.meanLostContactPrice),
        times: $0.multiplier)
    }.total()
  }
}
