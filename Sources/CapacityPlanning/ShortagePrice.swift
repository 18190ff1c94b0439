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

  /// Contacts of a queue that fail together, and their price.
  public struct Kind: Sendable, Hashable {
    /// How much of the queue's contacts they are.
    public let share: Share
    /// Their price over the queue's mean price of a lost contact.
    public let price: Multiplier

    /// All that is lost, at the mean price.
    public static let all = Kind(share: .whole, price: .single)

    /// A share of the contacts at a price over the mean.
    public init(share: Share, price: Multiplier) {
      self.share = share
      self.price = price
    }
  }

  /// A queue's contacts in the order in which they fail: by priority, the lowest first, each kind at its
  /// own price over the mean (``Queue/meanLostContactPrice``); ``Kind/all`` alone where all fail alike,
  /// where nothing is lost with them, or where a lower priority is worth more than a higher one.
  public static func kinds(of queue: Queue) -> [Kind] {
    let contacts = queue.contactsInOrderOfFailing
    let mean = Rational(queue.meanLostContactPrice.minorUnits)
    let isRising = zip(contacts, contacts.dropFirst()).allSatisfy { $0.price <= $1.price }
    guard contacts.count > 1, isRising, mean > .zero else { return [.all] }
    return contacts.map { contact in
      let price = Rational(max(0, contact.price.minorUnits)).divided(by: mean) ?? .one
      return Kind(share: contact.share, price: Multiplier(price))
    }
  }

  /// A part of a slice that one kind of contacts fills.
  public struct Cut: Sendable, Hashable {
    /// The number of the slice.
    public let slice: Int
    /// The number of the kind.
    public let kind: Int
    /// How wide the part is, as the slices are.
    public let width: Double
  }

  /// Slices of these widths, cut where the contacts of one kind end and those of the next begin. The
  /// kinds' prices rise as the slices' do, so the price of what is short stays convex.
  public static func cuts(of widths: [Double], by kinds: [Kind]) -> [Cut] {
    guard let first = kinds.first else { return [] }
    let whole = widths.reduce(0, +)
    var cuts: [Cut] = []
    var kind = 0
    var ofKind = whole * first.share.value
    for (slice, width) in widths.enumerated() {
      var left = width
      while left > 1e-12 * whole {
        let isLast = kind == kinds.count - 1
        if ofKind <= 1e-12 * whole, !isLast {
          kind += 1
          ofKind = whole * kinds[kind].share.value
          continue
        }
        // What rounding leaves belongs to the last kind.
        let part = isLast ? left : min(left, ofKind)
        cuts.append(Cut(slice: slice, kind: kind, width: part))
        left -= part
        ofKind -= part
      }
    }
    return cuts
  }

  /// The slices of a queue: ``tiers``, cut by its ``kinds(of:)`` of contacts.
  public static func tiers(of queue: Queue) -> [Tier] {
    let kinds = kinds(of: queue)
    guard kinds.count > 1 else { return tiers }
    return cuts(of: tiers.map(\.width.value), by: kinds).map {
      Tier(width: Share($0.width), factor: kinds[$0.kind].price * tiers[$0.slice].factor)
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
