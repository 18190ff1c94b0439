internal import Units

/// A number as people write it, brought into the form that is read here: `15,20` → `15.20`,
/// `6,000.00` → `6000.00`, `5k` → `5000`.
struct WrittenNumber {
  /// The number in digits, with a point before its decimals.
  let text: String
  /// What stands behind it, without blanks at either end.
  let rest: String
  /// What is written differently here, in words; empty where nothing is.
  let faults: [String]

  /// The exact value.
  var value: Rational? { Rational(decimal: text) }

  /// The number at the start of `written`, or `nil` where there is none of at most twelve digits.
  init?(_ written: String) {
    var taken = ""
    var rest = Substring(WrittenNumber.narrow(written.trimmed))
    var isGrouped = false
    while let sign = rest.first {
      if sign.isASCII, sign.isNumber || sign == "," || sign == "." || sign == "-" && taken.isEmpty {
        taken.append(sign)
      } else if WrittenNumber.isSeparator(sign), taken.last?.isNumber ?? false,
        WrittenNumber.isGroup(rest.dropFirst())
      {
        isGrouped = true
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    while let last = taken.last, last == "," || last == "." { taken.removeLast() }
    guard taken.contains(where: \.isNumber), taken.count <= 15 else { return nil }
    var faults: [String] = []
    guard let plain = WrittenNumber.plain(taken, &faults) else { return nil }
    if isGrouped { faults.append("thousands have no separator") }
    self.rest = rest.trimmed
    self.text = plain
    self.faults = faults
    guard value != nil else { return nil }
  }

  private init(text: String, rest: String, faults: [String]) {
    self.text = text
    self.rest = rest
    self.faults = faults
  }

  /// The number with a `k` or `万` behind it written out.
  var withoutMagnitude: WrittenNumber {
    let magnitudes = [("万", 10_000), ("千", 1000), ("k", 1000)]
    guard let value,
      let (sign, factor) = magnitudes.first(where: { rest.lowercased().hasPrefix($0.0) }),
      !(rest.dropFirst(sign.count).first?.isLetter ?? false) || sign != "k",
      let text = (value * Rational(Int64(factor))).decimalText
    else { return self }
    return WrittenNumber(
      text: text, rest: rest.dropFirst(sign.count).trimmed,
      faults: faults + ["numbers are written out"])
  }

  /// The share that the number is: itself below 1, else that many percent.
  func percent(times factor: Int64) -> String? {
    value.flatMap { ($0 * Rational(factor)).decimalText }.map { "\($0) %" }
  }

  /// Points and commas → one point at most.
  private static func plain(_ text: String, _ faults: inout [String]) -> String? {
    let commas = text.count { $0 == "," }
    let points = text.count { $0 == "." }
    guard commas > 0 || points > 1 else { return text }
    let lastComma = text.lastIndex(of: ",")
    let lastPoint = text.lastIndex(of: ".")
    let separator: Character = points > 1 && commas == 0 ? "." : ","
    if commas > 0, points > 0, let lastComma, let lastPoint, lastPoint > lastComma {
      faults.append("thousands have no separator")
      return points > 1 ? nil : text.filter { $0 != "," }
    }
    if points > 0, commas > 0 {
      faults += ["decimals have a point", "thousands have no separator"]
      return commas > 1 ? nil : text.filter { $0 != "." }.replacing(",", with: ".")
    }
    let groups = text.split(separator: separator, omittingEmptySubsequences: false)
    let isGrouped =
      groups.dropFirst().allSatisfy { $0.count == 3 }
      && (groups.first.map { (1...3).contains($0.filter(\.isNumber).count) && $0 != "0" } ?? false)
    if isGrouped {
      faults.append("thousands have no separator")
      return text.filter { $0 != separator }
    }
    guard commas == 1 else { return nil }
    faults.append("decimals have a point")
    return text.replacing(",", with: ".")
  }

  private static func isSeparator(_ sign: Character) -> Bool {
    [" ", "'", "’", "_", "\u{a0}", "\u{202f}", "\u{2009}"].contains(sign)
  }

  /// Whether exactly three digits come next.
  private static func isGroup(_ text: Substring) -> Bool {
    let digits = text.prefix(4).prefix { $0.isASCII && $0.isNumber }
    return digits.count == 3
  }

  /// The text with full-width signs of East Asian keyboards as narrow ones.
  static func narrow(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xff01...0xff5e:
        scalars.append(Unicode.Scalar(scalar.value - 0xfee0) ?? scalar)
      case 0x2013, 0x2014, 0x2212: scalars.append("-")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
