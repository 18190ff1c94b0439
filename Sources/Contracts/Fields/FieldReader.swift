internal import Units

/// Reads fields by their name, and collects what is wrong with them.
struct FieldReader {
  private struct Value {
    let entry: Int
    let text: String
    var isRead = false
  }

  private let fields: [ContractField]
  /// The names in the order of the file.
  let names: [String]
  private var values: [String: Value] = [:]
  private(set) var issues: [FieldIssue] = []
  /// Minor units of one unit of the currency.
  var scale = Rational(100)
  var minorDigits = 2

  init(_ entries: [FieldEntry], fields: [ContractField]) {
    self.fields = fields
    var names: [String] = []
    for (place, entry) in entries.enumerated() {
      let name = ContractField.name(of: entry.name.trimmed)
      let text = entry.text.trimmed
      if values[name] != nil {
        issues.append(
          FieldIssue(
            entry: place, field: name, message: "the field is given twice", hint: "keep one"))
        continue
      }
      guard fields.contains(where: { $0.matches(name) }) else {
        issues.append(
          FieldIssue(
            entry: place, field: name, message: "there is no such field", isUnknownField: true))
        continue
      }
      guard !text.isEmpty else { continue }
      names.append(name)
      values[name] = Value(entry: place, text: text)
    }
    self.names = names
  }

  /// Whether a field has a value.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// Whether a field whose name begins so has a value.
  func hasAny(_ prefix: String) -> Bool { names.contains { $0.hasPrefix(prefix) } }

  /// The middle parts of the names that begin and end so, in the order of the file.
  func namesBetween(_ prefix: String, _ suffixes: [String]) -> [String] {
    var found: [String] = []
    for name in names where name.hasPrefix(prefix) {
      let rest = name.dropFirst(prefix.count)
      let middle = suffixes.isEmpty ? rest : rest.prefix { $0 != "." }
      let end = rest.dropFirst(middle.count)
      guard suffixes.isEmpty || suffixes.contains(String(end)) else { continue }
      if !middle.isEmpty, !found.contains(String(middle)) { found.append(String(middle)) }
    }
    return found
  }

  mutating func report(_ name: String, _ message: String, hint: String? = nil) {
    issues.append(
      FieldIssue(entry: values[name]?.entry, field: name, message: message, hint: hint))
  }

  /// Reports that a clause needs a field.
  mutating func missing(_ name: String, _ why: String) {
    report(name, "the field is missing, for \(why)", hint: "add it")
  }

  mutating func text(_ name: String) -> String? { values[name]?.text }

  /// A number; a wrong one is reported and `nil`.
  mutating func number(_ name: String) -> Rational? {
    guard let text = values[name]?.text else { return nil }
    if let number = Rational(decimal: text) { return number }
    report(name, "“\(text)” is no number", hint: "write digits, such as 12 or 12.5")
    return nil
  }

  /// A part of a whole, as a fraction or in percent.
  mutating func share(_ name: String) -> Rational? {
    guard let text = values[name]?.text else { return nil }
    if text.hasSuffix("%") {
      let digits = String(text.dropLast()).trimmed
      let share = Rational(decimal: digits)?.divided(by: Rational(100))
      if let share { return share }
    } else if let share = Rational(decimal: text) {
      return share
    }
    report(name, "“\(text)” is no share", hint: "write 6 % or 0.06")
    return nil
  }

  mutating func count(_ name: String) -> Int? {
    guard let number = number(name) else { return nil }
    if number.denominator == 1, number.numerator.magnitude <= 1_000_000_000 {
      return Int(number.numerator)
    }
    report(name, "“\(text(name) ?? "")” is no whole number", hint: "write digits, such as 6")
    return nil
  }

  mutating func price(_ name: String) -> UnitPrice? {
    guard let number = number(name) else { return nil }
    return price(name, number)
  }

  /// A price of `number` units of the currency; one that is too large is reported.
  mutating func price(_ name: String, _ number: Rational) -> UnitPrice? {
    guard number <= FieldRange.largest, number >= .zero - FieldRange.largest else {
      report(name, "the amount is too large", hint: "it is at most 1000000000")
      return nil
    }
    return UnitPrice(minorUnitsPerUnit: number * scale)
  }

  mutating func amount(_ name: String) -> Money? {
    guard let price = price(name) else { return nil }
    if price.minorUnitsPerUnit.denominator == 1 {
      return Money(minorUnits: price.minorUnitsPerUnit.numerator)
    }
    let digits = minorDigits == 1 ? "1 digit" : "\(minorDigits) digits"
    report(name, "the amount is finer than the currency", hint: "it has \(digits) after the point")
    return nil
  }

  mutating func yesNo(_ name: String) -> Bool? {
    guard let text = values[name]?.text else { return nil }
    switch text.lowercased() {
    case "y", "yes", "true": return true
    case "n", "no", "false": return false
    default:
      report(name, "“\(text)” is neither Y nor N", hint: "write Y or N")
      return nil
    }
  }

  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, _: Choice.Type
  ) -> Choice? {
    guard let text = values[name]?.text else { return nil }
    if let choice = Choice(rawValue: ContractField.name(of: text)) { return choice }
    let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    report(name, "“\(text)” is none of \(words)", hint: "write one of them")
    return nil
  }
}

extension StringProtocol {
  /// The text without spaces and tabs around it.
  var trimmed: String {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\u{feff}" }
    var text = Substring(self).drop(while: isSpace)
    while let last = text.last, isSpace(last) { text = text.dropLast() }
    return String(text)
  }
}
