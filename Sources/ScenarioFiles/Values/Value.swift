internal import BusinessCalendar
internal import Units

/// A value that was read as what its key asks for.
enum Value {
  case text(String)
  case flag(Bool)
  case count(Int)
  /// A percentage as an exact share.
  case share(Rational)
  case attrition(Rational, period: AttritionPeriod)
  case seconds(Int64)
  case weeks(Int)
  case money(Money)
  case price(UnitPrice, per: String)
  case date(LocalDate)
  case moment(LocalDateTime)
  case clockSpan(LocalTime, LocalTime)
  case dayHours([(LocalTime, LocalTime)])
  case timeSpan(Int64, Int64)
  case countSpan(Int, Int)
  case span(Int, per: Int)
  /// A map or a list, to be read part by part.
  case structure(DocumentNode)
}

/// The period of a rate of attrition.
enum AttritionPeriod: String, CaseIterable {
  case week, month, quarter, year

  /// Weeks in the period; a year is 365.25 days, a quarter and a month are parts of it.
  var weeks: Double {
    switch self {
    case .week: 1
    case .month: 365.25 / 7 / 12
    case .quarter: 365.25 / 7 / 4
    case .year: 365.25 / 7
    }
  }
}

/// Texts of quantities with their units, and back.
struct QuantityText {
  /// A decimal and what follows it, such as `7.4` and `% per year`; without a sign but `-`.
  static func split(_ text: String) -> (number: String, unit: String) {
    let number = text.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "-" || $0 == "," }
    return (String(number), text.dropFirst(number.count).trimmed)
  }

  /// An exact number of at most twelve digits before the point.
  static func number(_ text: String) throws(Complaint) -> Rational {
    let digits = text.prefix { $0 != "." }.filter(\.isNumber)
    guard !text.contains(",") else {
      throw Complaint(
        "“\(text)” has a comma",
        hint: "write thousands without a separator and decimals with a "
          + "point: 1500.00")
    }
    let isNumber = text.utf8.allSatisfy { $0 >= 48 && $0 <= 57 || $0 == UInt8(ascii: ".") }
    guard digits.count <= 12 || !isNumber else {
      throw Complaint("“\(text)” is too large", hint: "at most twelve digits before the point")
    }
    guard let value = Rational(decimal: text), digits.count <= 12 else {
      throw Complaint("“\(text)” is no number", hint: "write digits, such as 12 or 12.50")
    }
    return value
  }

  private static let secondsPerUnit: [(names: [String], seconds: Int64)] = [
    (["s", "sec", "second", "seconds"], 1),
    (["min", "minute", "minutes"], 60),
    (["h", "hour", "hours"], 3600),
    (["days", "day", "d"], 86_400),
    (["week", "weeks"], 604_800),
  ]

  private static let timeHint = "write a number and its unit: 90 s, 4 min, 36 h, 3 days or 8 weeks"

  /// Whole seconds of a time such as `240 s`, `4 min`, `1 h 30 min` or `8 weeks`.
  static func seconds(_ text: String) throws(Complaint) -> Int64 {
    let total = try exactSeconds(text)
    guard total.denominator == 1 else {
      throw Complaint("“\(text)” is not a whole number of seconds", hint: timeHint)
    }
    return total.numerator
  }

  /// Seconds of a time, fractions included, such as `187.5 s`.
  static func exactSeconds(_ text: String) throws(Complaint) -> Rational {
    let hint = timeHint
    var rest = text.trimmed
    guard !rest.isEmpty else { throw Complaint("there is no time", hint: hint) }
    var total = Rational.zero
    while !rest.isEmpty {
      let (number, after) = split(rest)
      let unit = after.prefix { $0.isLetter }
      guard !number.isEmpty else { throw Complaint("“\(text)” is no time", hint: hint) }
      let value = try QuantityText.number(number)
      guard !unit.isEmpty else {
        throw Complaint(
          "“\(text)” has no unit", hint: "write \(number) s, \(number) min or \(number) h")
      }
      guard let factor = secondsPerUnit.first(where: { $0.names.contains(String(unit)) }) else {
        let names = secondsPerUnit.flatMap(\.names)
        // Metres to some, minutes to those who write times.
        let nearest = unit == "m" ? "min" : DidYouMean.nearest(to: String(unit), among: names)
        let canonical = secondsPerUnit.first { $0.names.contains(nearest ?? "") }?.names
        let meant = canonical.flatMap { $0.contains("weeks") ? "weeks" : $0.first }
        throw Complaint(
          "“\(unit)” is no unit of time", hint: meant.map { "did you mean “\($0)”?" } ?? hint)
      }
      total = total + value * Rational(factor.seconds)
      rest = after.dropFirst(unit.count).trimmed
    }
    guard abs(total.doubleValue) < 1e12 else {
      throw Complaint("“\(text)” is too long", hint: hint)
    }
    return total
  }

  /// The share of a percentage such as `80 %`.
  static func share(_ text: String) throws(Complaint) -> Rational {
    let (number, unit) = split(text.trimmed)
    guard !number.isEmpty else {
      throw Complaint("“\(text)” is no share", hint: "write a percentage, such as 12 %")
    }
    let value = try QuantityText.number(number)
    guard unit == "%" else {
      let hint: String
      if let percent = (value * Rational(100)).decimalText, abs(value.doubleValue) <= 1 {
        hint = "write \(percent) %"
      } else {
        hint = "write \(number) %"
      }
      throw Complaint(
        unit.isEmpty ? "“\(text)” has no unit" : "“\(text)” is no percentage", hint: hint)
    }
    return (value * (Rational(1, over: 100) ?? .zero))
  }

  /// A time in its shortest exact form: `90 s`, `4 min`, `36 h`.
  static func text(seconds: Int64) -> String {
    if seconds == 0 { return "0 s" }
    if seconds % 60 == 0, seconds % 3600 != 0, seconds > 7200 {
      return "\(seconds / 3600) h \(seconds % 3600 / 60) min"
    }
    for unit in [(604_800, "weeks"), (86_400, "days"), (3600, "h"), (60, "min")]
    where seconds % Int64(unit.0) == 0 && (unit.0 < 86_400 || seconds >= 2 * Int64(unit.0)) {
      if unit.0 == 60, seconds < 120 { break }
      return "\(seconds / Int64(unit.0)) \(unit.1)"
    }
    return "\(seconds) s"
  }

  /// A share as a percentage, `80 %`.
  static func text(share: Rational) -> String {
    "\((share * Rational(100)).decimalText ?? "\(share.doubleValue * 100)") %"
  }
}

extension StringProtocol {
  /// Without blanks at either end.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}

extension Rational {
  /// The number as a decimal, or `nil` when it has none of at most twelve digits.
  var decimalText: String? {
    var scale: Int64 = 1
    var digits = 0
    while scale % denominator != 0 {
      guard digits < 12 else { return nil }
      scale *= 10
      digits += 1
    }
    let scaled = Int128(numerator) * Int128(scale / denominator)
    let magnitude = String(scaled.magnitude)
    guard digits > 0 else { return (scaled < 0 ? "-" : "") + magnitude }
    let padded = String(repeating: "0", count: max(0, digits + 1 - magnitude.count)) + magnitude
    let whole = padded.dropLast(digits)
    let decimals = padded.suffix(digits)
    return "\(scaled < 0 ? "-" : "")\(whole).\(decimals)"
  }
}
