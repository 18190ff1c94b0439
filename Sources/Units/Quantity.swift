/// A counted or measured quantity of a ledger line, exact to a millionth of its unit.
public struct Quantity: Sendable, Hashable, Comparable, Codable {
  /// The quantity in millionths of its unit.
  public let millionths: Int64

  /// A quantity of `millionths` millionths.
  public init(millionths: Int64) { self.millionths = millionths }

  /// The quantity nearest to `value`; 0 for a value that is not finite; saturates.
  public init(_ value: Double) {
    let scaled = value.isFinite ? (value * 1e6).rounded(.toNearestOrAwayFromZero) : 0
    millionths = Int64(max(-9.2e18, min(9.2e18, scaled)))
  }

  /// The hours of `time`, to the nearest millionth of an hour.
  public init(_ time: WorkTime) { self.init(time.hours) }

  /// The quantity as an exact fraction.
  public var rational: Rational { Rational(reducing: Int128(millionths), over: 1_000_000) }

  /// The quantity as a double.
  public var doubleValue: Double { Double(millionths) / 1e6 }

  /// The order of the quantities.
  public static func < (left: Quantity, right: Quantity) -> Bool {
    left.millionths < right.millionths
  }
}
