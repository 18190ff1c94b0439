/// A currency by its ISO 4217 code, with the number of digits of its minor unit.
public struct Currency: Sendable, Hashable, Codable {
  /// The ISO 4217 code, such as `CNY`.
  public let code: String
  /// Digits after the decimal point: 2 for most, 0 for the yen.
  public let minorDigits: Int

  /// The currency with this ISO 4217 code, or `nil` when PeakPlan does not know it.
  public init?(code: String) {
    guard let digits = Currency.minorDigitsByCode[code] else { return nil }
    self.code = code
    minorDigits = digits
  }

  /// The codes PeakPlan knows, in alphabetical order.
  public static let knownCodes = minorDigitsByCode.keys.sorted()

  /// How many minor units make one major unit: 100 for most, 1 for the yen.
  public var minorUnitsPerMajor: Int64 {
    (0..<minorDigits).reduce(1) { scale, _ in scale * 10 }
  }

  /// The amount as a plain decimal, such as `1234.50`: the form of JSON and CSV.
  public func decimal(_ amount: Money) -> String {
    guard minorDigits > 0 else { return String(amount.minorUnits) }
    let scale = UInt64(minorUnitsPerMajor)
    let (major, minor) = amount.minorUnits.magnitude.quotientAndRemainder(dividingBy: scale)
    let digits = String(minor)
    let padding = String(repeating: "0", count: max(0, minorDigits - digits.count))
    return "\(amount.minorUnits < 0 ? "-" : "")\(major).\(padding)\(digits)"
  }

  /// The amount with its thousands grouped, such as `1,234.50`: the form for people.
  public func grouped(_ amount: Money) -> String {
    let plain = decimal(amount)
    let unsigned = plain.drop { $0 == "-" }
    let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
    var groups = ""
    let whole = parts.first.map(Array.init) ?? []
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { groups.append(",") }
      groups.append(digit)
    }
    let sign = amount.minorUnits < 0 ? "-" : ""
    return sign + ([groups] + parts.dropFirst().map(String.init)).joined(separator: ".")
  }

  /// The amount a plain decimal of major units stands for, or `nil` when `decimal` is not a number,
  /// has more digits after the point than the currency, or is too large.
  public func amount(_ decimal: some StringProtocol) -> Money? {
    guard let value = Rational(decimal: decimal) else { return nil }
    let scale = Rational(minorUnitsPerMajor)
    let minor = value * scale
    // A product too large for a fraction is no longer exact, and so no amount.
    let isExact = minor.denominator == 1 && minor.divided(by: scale) == value
    return isExact ? Money(minorUnits: minor.numerator) : nil
  }

  private static let minorDigitsByCode: [String: Int] = [
    "AUD": 2, "CAD": 2, "CHF": 2, "CNY": 2, "EUR": 2, "GBP": 2, "HKD": 2, "IDR": 2, "INR": 2,
    "JPY": 0, "KRW": 0, "MXN": 2, "MYR": 2, "PHP": 2, "PLN": 2, "SGD": 2, "THB": 2, "TWD": 2,
    "USD": 2, "VND": 0, "ZAR": 2,
  ]
}
