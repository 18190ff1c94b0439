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

  /// The tiers of a requirement with this load: ``widths(required:load:)``, cut by the kinds of contacts
  /// as those of the capacity plan are.
  static func tiers(required: Double, load: Double, kinds: [ShortagePrice.Kind]) -> [Tier] {
    let widths = widths(required: required, load: load)
    guard kinds.count > 1 else {
      return zip(widths, factors).map { Tier(width: $0, factor: $1) }
    }
    return ShortagePrice.cuts(of: widths, by: kinds).map {
      Tier(width: $0.width, factor: factors[$0.slice] * kinds[$0.kind].price.doubleValue)
    }
  }
}
