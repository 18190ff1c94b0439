/// An exact fraction of two 64-bit integers, always in lowest terms with a positive denominator.
///
/// Rates and multipliers are rationals so that 6000 yuan a month over 174 hours stays exactly
/// 6000/174 until the one rounding of a ledger line. Arithmetic runs in 128 bits; a result that
/// does not fit into 64-bit terms is replaced by the nearest fraction with a denominator of 10⁶
/// (or the nearest representable whole number), so no operation traps.
public struct Rational: Sendable, Hashable, Comparable, Codable {
  /// The part above the line; carries the sign.
  public let numerator: Int64
  /// The part below the line; always at least 1.
  public let denominator: Int64

  /// The fraction `numerator / denominator` in lowest terms, or `nil` when the denominator is 0.
  public init?(_ numerator: Int64, over denominator: Int64) {
    guard denominator != 0 else { return nil }
    self.init(reducing: Int128(numerator), over: Int128(denominator))
  }

  /// A whole number.
  public init(_ whole: Int64) {
    numerator = whole
    denominator = 1
  }

  /// The fraction nearest to `value` with a denominator of at most 10⁶; 0 for values that are not
  /// finite. Values beyond 9 × 10¹² saturate.
  public init(nearest value: Double) {
    guard value.isFinite else {
      self.init(0)
      return
    }
    let scaled = (value * 1e6).rounded(.toNearestOrAwayFromZero)
    let limit = 9e18
    self.init(reducing: Int128(max(-limit, min(limit, scaled))), over: 1_000_000)
  }

  init(reducing numerator: Int128, over denominator: Int128) {
    let divisor = Rational.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    let top = numerator / Int128(divisor) * sign
    let bottom = denominator.magnitude / divisor
    if let top = Int64(exactly: top), let bottom = Int64(exactly: bottom) {
      self.numerator = top
      self.denominator = bottom
    } else {
      self = Rational.approximation(of: top, over: Int128(bottom))
    }
  }

  /// 0.
  public static let zero = Rational(0)
  /// 1.
  public static let one = Rational(1)

  /// The nearest double.
  public var doubleValue: Double { Double(numerator) / Double(denominator) }

  /// Exact ordering by value.
  public static func < (left: Rational, right: Rational) -> Bool {
    Int128(left.numerator) * Int128(right.denominator)
      < Int128(right.numerator) * Int128(left.denominator)
  }

  /// Exact sum.
  public static func + (left: Rational, right: Rational) -> Rational {
    Rational(
      reducing: Int128(left.numerator) * Int128(right.denominator)
        + Int128(right.numerator) * Int128(left.denominator),
      over: Int128(left.denominator) * Int128(right.denominator))
  }

  /// Exact difference.
  public static func - (left: Rational, right: Rational) -> Rational {
    left + right * Rational(-1)
  }

  /// Exact product.
  public static func * (left: Rational, right: Rational) -> Rational {
    Rational(
      reducing: Int128(left.numerator) * Int128(right.numerator),
      over: Int128(left.denominator) * Int128(right.denominator))
  }

  /// Exact quotient, or `nil` when `divisor` is 0.
  public func divided(by divisor: Rational) -> Rational? {
    guard divisor.numerator != 0 else { return nil }
    return Rational(
      reducing: Int128(numerator) * Int128(divisor.denominator),
      over: Int128(denominator) * Int128(divisor.numerator))
  }

  private static func approximation(of top: Int128, over bottom: Int128) -> Rational {
    let value = Double(top) / Double(bottom)
    if abs(value) < 9e12 { return Rational(nearest: value) }
    return Rational(Int64(max(-9e18, min(9e18, value.rounded()))))
  }

  private static func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
    var (large, small) = (first, second)
    while small != 0 { (large, small) = (small, large % small) }
    return max(large, 1)
  }
}

extension Rational {
  private enum CodingKeys: String, CodingKey { case numerator, denominator }

  /// Reads `numerator` and `denominator`; a denominator of 0 is refused.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let numerator = try container.decode(Int64.self, forKey: .numerator)
    let denominator = try container.decode(Int64.self, forKey: .denominator)
    guard let value = Rational(numerator, over: denominator) else {
      throw DecodingError.dataCorruptedError(
        forKey: .denominator, in: container, debugDescription: "a fraction over 0")
    }
    self = value
  }
}

extension Rational: CustomStringConvertible {
  /// A whole number as such, everything else as `numerator/denominator`.
  public var description: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}

extension Rational {
  /// The fraction a plain decimal such as `28.50` or `-3` stands for, or `nil` when `text` is not
  /// one (no exponent, no separators; at most 12 digits after the point).
  public init?(decimal text: some StringProtocol) {
    var digits = Substring(text)
    let negative = digits.first == "-"
    if negative { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, !whole.isEmpty else { return nil }
    let decimals = parts.count == 2 ? parts[1] : ""
    guard parts.count == 1 || !decimals.isEmpty, decimals.count <= 12 else { return nil }
    guard (whole + decimals).allSatisfy({ $0.isASCII && $0.isNumber }),
      let magnitude = Int64(whole + decimals)
    else { return nil }
    var scale: Int64 = 1
    for _ in decimals { scale *= 10 }
    self.init(reducing: Int128(negative ? -magnitude : magnitude), over: Int128(scale))
  }
}
