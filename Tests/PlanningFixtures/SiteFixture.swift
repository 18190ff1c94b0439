public import Scenarios
internal import Units

extension Site {
  /// The site with `overflow` further seats at `price` minor units a week.
  public func with(overflow: Int, at price: Int64) -> Site {
    var site = self
    site.overflow = SeatOverflow(
      seats: overflow, pricePerWeek: UnitPrice(Money(minorUnits: price)))
    return site
  }
}
