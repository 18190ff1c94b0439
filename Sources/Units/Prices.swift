/// An exact price of one unit (an hour, a head, a contact): a fraction of minor units.
public struct UnitPrice: Sendable, Hashable, Comparable, Codable {
  /// Minor units of the currency for one unit.
  public let minorUnitsPerUnit: Rational

  /// A price of `minorUnitsPerUnit` minor units for one unit.
  public init(minorUnitsPerUnit: Rational) { self.minorUnitsPerUnit = minorUnitsPerUnit }

  /// A price that is a whole amount for one unit.
  public init(_ amount: Money) { minorUnitsPerUnit = Rational(amount.minorUnits) }

  /// Free.
  public static let zero = UnitPrice(minorUnitsPerUnit: .zero)

  /// The order of the prices.
  public static func < (left: UnitPrice, right: UnitPrice) -> Bool {
    left.minorUnitsPerUnit < right.minorUnitsPerUnit
  }

  /// The price times an exact factor.
  public static func * (price: UnitPrice, multiplier: Multiplier) -> UnitPrice {
    UnitPrice(minorUnitsPerUnit: price.minorUnitsPerUnit * multiplier.factor)
  }

  /// The sum of two prices of the same unit.
  public static func + (left: UnitPrice, right: UnitPrice) -> UnitPrice {
    UnitPrice(minorUnitsPerUnit: left.minorUnitsPerUnit + right.minorUnitsPerUnit)
  }

  /// Minor units for one unit as a double, for linear programs and charts only.
  public var approximateMinorUnits: Double { minorUnitsPerUnit.doubleValue }
}

/// The exact pay or price of one hour, such as 6000/174 yuan.
public struct HourlyRate: Sendable, Hashable, Comparable, Codable {
  /// The price of one hour.
  public let perHour: UnitPrice

  /// A rate of `perHour`.
  public init(perHour: UnitPrice) { self.perHour = perHour }

  /// A monthly salary spread over the hours that the law counts for a month (174 in China), or
  /// `nil` when `hoursPerMonth` is not positive.
  public init?(monthly salary: Money, hoursPerMonth: Rational) {
    guard hoursPerMonth > .zero,
      let rate = Rational(salary.minorUnits).divided(by: hoursPerMonth)
    else { return nil }
    perHour = UnitPrice(minorUnitsPerUnit: rate)
  }

  /// The order of the rates.
  public static func < (left: HourlyRate, right: HourlyRate) -> Bool {
    left.perHour < right.perHour
  }

  /// Minor units for one hour as a double, for linear programs and charts only.
  public var approximateMinorUnits: Double { perHour.approximateMinorUnits }
}

/// An exact factor on a price: 1.5 for overtime, 3 for a statutory holiday.
public struct Multiplier: Sendable, Hashable, Comparable, Codable {
  /// The factor.
  public let factor: Rational

  /// A multiplier of `factor`.
  public init(_ factor: Rational) { self.factor = factor }

  /// The multiplier of a whole percentage: `Multiplier(percent: 150)` is 1.5.
  public init(percent: Int64) {
    factor = Rational(reducing: Int128(percent), over: 100)
  }

  /// ×1.
  public static let single = Multiplier(.one)
  /// ×2.
  public static let double = Multiplier(Rational(2))
  /// ×3.
  public static let triple = Multiplier(Rational(3))

  /// The order of the factors.
  public static func < (left: Multiplier, right: Multiplier) -> Bool { left.factor < right.factor }

  /// One factor after the other.
  public static func * (left: Multiplier, right: Multiplier) -> Multiplier {
    Multiplier(left.factor * right.factor)
  }

  /// The factor as a double, for linear programs and charts only.
  public var doubleValue: Double { factor.doubleValue }
}
