internal import Units

/// Ten-thousandths of a second: fine enough that hours of six decimals are whole.
typealias PayTicks = Int64

enum PayTick {
  static let perSecond: Int64 = 10_000
  static let perMinute: Int64 = 600_000
  static let perHour: Int64 = 36_000_000

  /// The ticks nearest to so many hours; at most those of a thousand years.
  static func ticks(hours: Rational) -> PayTicks {
    let limit: Int64 = 9_000_000 * perHour
    let exact = Money(rounding: hours, times: Rational(perHour)).minorUnits
    return min(max(exact, -limit), limit)
  }

  /// So many ticks in hours, exactly.
  static func hours(_ ticks: PayTicks) -> Rational { Rational(ticks, over: perHour) ?? .zero }

  /// So many ticks in hours, to a millionth.
  static func quantity(_ ticks: PayTicks) -> Quantity {
    Quantity(millionths: Money(rounding: Rational(ticks), times: perMillionth).minorUnits)
  }

  private static let perMillionth = Rational(1, over: 36) ?? .zero
}

/// `number` divided by a positive `divisor`, rounded down.
func floorDivided(_ number: Int, by divisor: Int) -> Int {
  let quotient = number / divisor
  return number % divisor < 0 ? quotient - 1 : quotient
}
