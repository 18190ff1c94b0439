internal import CapacityPlanning
internal import Scenarios
internal import Units

/// What missing positions cost in an interval: the capacity plan's price and tiers (see
/// ``ShortagePrice``), relative to the interval's requirement *r*.
///
/// Below the offered load the queue grows without bound, so the dearest tier begins at the load
/// where that is above the capacity plan's 80 % of *r*.
enum ShortagePricing {
  /// The factors of the tiers on the price of an hour.
  static let factors = ShortagePrice.tiers.map(\.factor.doubleValue)

  /// The price of a missing position-hour in minor units.
  static func pricePerHour(of queue: Queue) -> Double {
    ShortagePrice.perHour(of: queue).approximateMinorUnits
  }

  /// The positions of each tier of a requirement with this load; sums to `required`.
  static func widths(required: Double, load: Double) -> [Double] {
    var widths = ShortagePrice.tiers.map { required * $0.width.value }
    guard let first = widths.first, let last = widths.indices.last else { return [] }
    let cheaper = widths.dropLast().reduce(0, +)
    let dearest = max(required - cheaper, min(load, required - first))
    var left = required - dearest
    for tier in widths.indices.dropLast() {
      if left < widths[tier] - 1e-12 { widths[tier] = left }
      left -= widths[tier]
    }
    widths[last] = dearest
    return widths
  }
}
