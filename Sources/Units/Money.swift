/// An exact amount in minor units (cents, fen) of the scenario's one currency.
///
/// Sums saturate at ±9.2 × 10¹⁶ major units rather than trap; the readers refuse prices that could
/// reach that far. Products with rates go through 128 bits and are rounded once, half away from
/// zero: see ``Money/init(quantity:at:times:)``.
public struct Money: Sendable, Hashable, Comparable, Codable {
  /// The amount in minor units.
  public let minorUnits: Int64

  /// An amount of `minorUnits` cents, fen or yen.
  public init(minorUnits: Int64) { self.minorUnits = minorUnits }

  /// Nothing.
  public static let zero = Money(minorUnits: 0)

  /// The price of a quantity: `quantity × price × multiplier`, rounded once, half away from zero.
  public init(quantity: Quantity, at price: UnitPrice, times multiplier: Multiplier = .single) {
    self.init(
      rounding: quantity.rational * multiplier.factor, times: price.minorUnitsPerUnit)
  }

  /// `first × second` minor units, rounded half away from zero to a whole minor unit.
  public init(rounding first: Rational, times second: Rational = .one) {
    let top = Int128(first.numerator) * Int128(second.numerator)
    let bottom = Int128(first.denominator) * Int128(second.denominator)
    let (quotient, remainder) = top.quotientAndRemainder(dividingBy: bottom)
    let roundsUp = remainder.magnitude >= (bottom - Int128(remainder.magnitude)).magnitude
    let whole = roundsUp ? quotient + (top < 0 ? -1 : 1) : quotient
    self.init(minorUnits: Int64(clamping: whole))
  }

  /// The order of the amounts.
  public static func < (left: Money, right: Money) -> Bool { left.minorUnits < right.minorUnits }

  /// The sum; saturates.
  public static func + (left: Money, right: Money) -> Money {
    let (sum, overflow) = left.minorUnits.addingReportingOverflow(right.minorUnits)
    return Money(minorUnits: overflow ? (left.minorUnits < 0 ? .min : .max) : sum)
  }

  /// The difference; saturates.
  public static func - (left: Money, right: Money) -> Money { left + (-right) }

  /// The amount with its sign turned.
  public static prefix func - (amount: Money) -> Money {
    Money(minorUnits: amount.minorUnits == .min ? .max : -amount.minorUnits)
  }

  /// Adds `right` to `left`; saturates.
  public static func += (left: inout Money, right: Money) { left = left + right }

  /// The amount in minor units as a double, for linear programs and charts only; never for money
  /// that is shown.
  public var approximateMinorUnits: Double { Double(minorUnits) }
}

extension Sequence where Element == Money {
  /// The sum of the amounts; saturates.
  public func total() -> Money { reduce(.zero, +) }
}
