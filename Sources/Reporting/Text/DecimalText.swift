public import Units

/// Numbers as text, the same on every machine: no locale, a point for decimals, and a comma (or
/// nothing) between thousands.
public enum DecimalText {
  /// Shown where there is no number: not a number, or infinite.
  public static let none = "–"

  /// `value` with exactly `decimals` digits after the point, rounded half away from zero; "–" where
  /// it is not finite. Negative numbers carry a hyphen-minus, and never "-0".
  ///
  /// - Parameters:
  ///   - decimals: digits after the point, 0 to 6.
  ///   - separator: what stands between thousands; empty for machine-readable text.
  public static func fixed(
    _ value: Double, decimals: Int = 0, separator: String = ","
  ) -> String {
    guard value.isFinite else { return none }
    let places = min(max(decimals, 0), 6)
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (value.magnitude * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled < 1e18 else { return value < 0 ? "<-1e12" : ">1e12" }
    let units = Int64(scaled)
    let sign = value < 0 && units != 0 ? "-" : ""
    return sign + digits(of: units, places: places, separator: separator)
  }

  /// A money amount rounded to whole major units for headlines, half away from zero.
  public static func whole(_ amount: Money, _ currency: Currency) -> String {
    let scale = UInt64(currency.minorUnitsPerMajor)
    let (major, rest) = amount.minorUnits.magnitude.quotientAndRemainder(dividingBy: scale)
    let rounded = rest > 0 && rest >= scale - rest ? major + 1 : major
    let sign = amount.minorUnits < 0 && rounded != 0 ? "-" : ""
    return sign + digits(of: Int64(clamping: rounded), places: 0, separator: ",")
  }

  /// A share as a percentage: 0.125 → "12.5 %", with a space that no line breaks at.
  public static func percent(_ share: Double, decimals: Int = 1) -> String {
    guard share.isFinite else { return none }
    return fixed(share * 100, decimals: decimals) + "\u{A0}%"
  }

  /// The shortest decimal that is exactly `value`; of a fraction that no decimal equals, such as
  /// 6000/174, the shortest that reads back as the same double.
  public static func exact(_ value: Rational) -> String {
    var rest = value.denominator
    var (twos, fives) = (0, 0)
    while rest.isMultiple(of: 2) { (rest, twos) = (rest / 2, twos + 1) }
    while rest.isMultiple(of: 5) { (rest, fives) = (rest / 5, fives + 1) }
    let places = max(twos, fives)
    guard rest == 1, places <= 18 else { return plain(value.doubleValue) }
    let scale = (0..<places).reduce(Int128(1)) { scale, _ in scale * 10 }
    let units = Int128(value.numerator) * (scale / Int128(value.denominator))
    let (whole, part) = units.magnitude.quotientAndRemainder(dividingBy: scale.magnitude)
    let sign = units < 0 ? "-" : ""
    guard places > 0 else { return "\(sign)\(whole)" }
    let decimals = String(part)
    return "\(sign)\(whole)." + String(repeating: "0", count: places - decimals.count) + decimals
  }

  /// The shortest decimal that reads back as the same double, without an exponent where it is at
  /// least a ten-thousandth.
  private static func plain(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A coordinate: at most two decimals, no trailing zeros. Not finite becomes 0, so that a picture
  /// stays well formed.
  static func coordinate(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    var text = fixed(value, decimals: 2, separator: "")
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }

  private static func digits(of units: Int64, places: Int, separator: String) -> String {
    var digits = Array(String(units).utf8)
    if digits.count <= places {
      digits = Array(repeating: UInt8(ascii: "0"), count: places + 1 - digits.count) + digits
    }
    let whole = digits.count - places
    var text: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if index == whole {
        text.append(UInt8(ascii: "."))
      } else if index > 0, index < whole, (whole - index).isMultiple(of: 3) {
        text += separator.utf8
      }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
