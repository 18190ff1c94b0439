public import Units

/// A number that is exact however many steps made it: a fraction of integers of any size.
///
/// ``Units/Rational`` approximates what does not fit into 64 bits; a price that is built up from
/// forty shares does not.
public struct ExactFigure: Sendable, Hashable, Comparable {
  private let isNegative: Bool
  private let top: BigNatural
  private let bottom: BigNatural

  private init(isNegative: Bool, top: BigNatural, bottom: BigNatural) {
    (self.isNegative, self.top, self.bottom) = (isNegative && !top.isZero, top, bottom)
  }

  /// The number that a fraction is.
  public init(_ value: Rational) {
    self.init(
      isNegative: value.numerator < 0, top: BigNatural(value.numerator.magnitude),
      bottom: BigNatural(value.denominator.magnitude))
  }

  /// A whole number.
  public init(_ whole: Int64) { self.init(Rational(whole)) }

  /// 0.
  public static let zero = ExactFigure(0)
  /// 1.
  public static let one = ExactFigure(1)

  /// The sum.
  public static func + (left: ExactFigure, right: ExactFigure) -> ExactFigure {
    let first = left.top * right.bottom
    let second = right.top * left.bottom
    let bottom = left.bottom * right.bottom
    if left.isNegative == right.isNegative {
      return ExactFigure(isNegative: left.isNegative, top: first + second, bottom: bottom)
    }
    return first >= second
      ? ExactFigure(isNegative: left.isNegative, top: first - second, bottom: bottom)
      : ExactFigure(isNegative: right.isNegative, top: second - first, bottom: bottom)
  }

  /// The difference.
  public static func - (left: ExactFigure, right: ExactFigure) -> ExactFigure {
    left + ExactFigure(isNegative: !right.isNegative, top: right.top, bottom: right.bottom)
  }

  /// The product.
  public static func * (left: ExactFigure, right: ExactFigure) -> ExactFigure {
    ExactFigure(
      isNegative: left.isNegative != right.isNegative, top: left.top * right.top,
      bottom: left.bottom * right.bottom)
  }

  /// The quotient, or `nil` where `right` is 0.
  public static func / (left: ExactFigure, right: ExactFigure) -> ExactFigure? {
    guard !right.top.isZero else { return nil }
    return ExactFigure(
      isNegative: left.isNegative != right.isNegative, top: left.top * right.bottom,
      bottom: left.bottom * right.top)
  }

  /// The order by value.
  public static func < (left: ExactFigure, right: ExactFigure) -> Bool {
    let difference = right - left
    return !difference.isNegative && !difference.top.isZero
  }

  /// Whether both are the same number, however they are written.
  public static func == (left: ExactFigure, right: ExactFigure) -> Bool {
    (left - right).top.isZero
  }

  /// Equal numbers have equal hashes: those of six digits after the point.
  public func hash(into hasher: inout Hasher) { hasher.combine(rounded(to: 6)) }

  /// The number rounded half away from zero to so many digits after the point (0 to 9), in units of
  /// the last one; saturates.
  public func units(ofDigits digits: Int) -> Int64 {
    let scale = (0..<min(max(digits, 0), 9)).reduce(BigNatural(1)) { scale, _ in
      scale * BigNatural(10)
    }
    let twice = BigNatural(2)
    let whole = (twice * top * scale + bottom) / (twice * bottom)
    let magnitude = Int64(clamping: whole.uint64 ?? .max)
    return isNegative ? -magnitude : magnitude
  }

  /// The number rounded half away from zero to so many digits after the point (0 to 9); saturates.
  public func rounded(to digits: Int) -> Rational {
    let places = min(max(digits, 0), 9)
    let scale = (0..<places).reduce(Int64(1)) { scale, _ in scale * 10 }
    return Rational(units(ofDigits: places), over: scale) ?? .zero
  }
}
