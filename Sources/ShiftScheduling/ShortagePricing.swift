internal import CapacityPlanning
internal import Scenarios
internal import Units

/// What missing positions cost in an interval: the capacity plan's price and tiers (see
/// ``ShortagePrice``), relative to the interval's requirement *r*, and one tier more.
///
/// Below the offered load the queue grows without bound, so the dearest of the plan's tiers begins
/// at the load where that is above the capacity plan's 80 % of *r*. The last positions before the
/// line is empty cost more still (``emptyLine``): of two equal holes the one that leaves somebody
/// there is the better, so that breaks are staggered.
enum ShortagePricing {
  /// The positions below 25 % of the requirement, at twice the plan's dearest tier. Chosen: a week
  /// in the capacity plan is never empty at an hour, so its tiers need not tell a deep hole from an
  /// empty line.
  static let emptyLine = (share: 0.25, multiple: 2.0)

  /// The factors of the tiers on the price of an hour.
  static let factors: [Double] = {
    let factors = ShortagePrice.tiers.map(\.factor.doubleValue)
    return factors + [emptyLine.multiple * (factors.last ?? 1)]
  }()

  /// The price of a missing position-hour in minor units, where a contact takes `time`.
  static func pricePerHour(of queue: Queue, taking time: Duration) -> Double {
    ShortagePrice.perHour(of: queue, taking: time).approximateMinorUnits
  }

  /// The positions of each tier of a requirement with this load; sums to `required`.
  static func widths(required: Double, load: Double) -> [Double] {
    var widths = ShortagePrice.tiers.map { required * $0.width.value }
    guard let first = widths.first, let last = widths.indices.last else { return [required] }
    let cheaper = widths.dropLast().reduce(0, +)
    let dearest = max(required - cheaper, min(load, required - first))
    var left = required - dearest
    for tier in widths.indices.dropLast() {
      // What rounding leaves must not become a width below 0.
      widths[tier] = max(0, left < widths[tier] - 1e-12 ? left : widths[tier])
      left -= widths[tier]
    }
    let empty = min(dearest, emptyLine.share * required)
    widths[last] = max(0, dearest - empty)
    return widths + [empty]
  }

  /// A slice of the positions that can be missing, and the factor on the price of an hour.
  struct Tier: Equatable {
    let width: Double
    let factor: Double
  }

  /// Contacts that fail together, as a share of the requirement, and their price over the mean.
  struct Kind: Equatable {
    let share: Double
    let price: Double
  }

  /// A queue's contacts in the order in which they fail, as in ``ShortagePrice/tiers(of:)``: by
  /// priority, the lowest first, each at its own price over the mean; one kind where all fail alike,
  /// where nothing is lost with them, or where a lower priority is worth more than a higher one.
  static func kinds(of queue: Queue) -> [Kind] {
    let contacts = queue.contactsInOrderOfFailing
    let mean = Double(queue.meanLostContactPrice.minorUnits)
    let isRising = zip(contacts, contacts.dropFirst()).allSatisfy { $0.price <= $1.price }
    guard contacts.count > 1, isRising, mean > 0 else { return [Kind(share: 1, price: 1)] }
    return contacts.map {
      Kind(share: $0.share.value, price: max(0, Double($0.price.minorUnits)) / mean)
    }
  }

  /// The tiers of a requirement with this load: ``widths(required:load:)``, cut where the contacts of
  /// one kind end and those of the next begin. Both rise, so that the price stays convex.
  static func tiers(required: Double, load: Double, kinds: [Kind]) -> [Tier] {
    let slices = zip(widths(required: required, load: load), factors)
    guard kinds.count > 1 else { return slices.map { Tier(width: $0, factor: $1) } }
    var cuts: [Tier] = []
    var kind = 0
    var ofKind = required * kinds[0].share
    for (width, factor) in slices {
      var left = width
      while left > 1e-12 * required {
        if ofKind <= 1e-12 * required, kind < kinds.count - 1 {
          kind += 1
          ofKind = required * kinds[kind].share
          continue
        }
        // What rounding leaves belongs to the last kind.
        let part = kind == kinds.count - 1 ? left : min(left, ofKind)
        cuts.append(Tier(width: part, factor: factor * kinds[kind].price))
        left -= part
        ofKind -= part
      }
    }
    return cuts
  }
}
