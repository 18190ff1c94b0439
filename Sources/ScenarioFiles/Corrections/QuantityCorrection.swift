internal import Units

/// Counts, shares and rates as people write them → as they are written here.
struct QuantityCorrection {
  /// `22 people` → `22`, `1,000` → `1000`.
  static func count(_ text: String) -> Correction? {
    guard let number = WrittenNumber(text)?.withoutMagnitude else { return nil }
    let isWord = number.rest.allSatisfy { $0.isLetter || $0 == "." || $0 == " " }
    guard isWord, number.rest.count <= 20 else { return nil }
    var reasons = number.faults
    if !number.rest.isEmpty { reasons.append("a count has no unit") }
    return Correction(texts: [number.text], reasons: reasons)
  }

  /// `8 to 20` → `8-20`.
  static func countSpan(_ text: String) -> Correction? {
    guard let (low, high) = halves(text), let first = WrittenNumber(low),
      let last = WrittenNumber(high)
    else { return nil }
    return Correction(texts: ["\(first.text)-\(last.text)"])
  }

  /// `1:10`, `10` or `1 to 10` → `1 per 10`.
  static func span(_ text: String) -> Correction? {
    let numbers = WrittenNumber.narrow(text).split { !$0.isNumber }.compactMap { Int($0) }
    if numbers.count == 1 { return Correction(texts: ["1 per \(numbers[0])"]) }
    guard numbers.count == 2 else { return nil }
    return Correction(texts: ["\(numbers[0]) per \(numbers[1])"])
  }

  /// `0.8` or `80 percent` → `80 %`.
  static func share(_ text: String) -> Correction? {
    guard let number = WrittenNumber(text), let value = number.value else { return nil }
    let unit = number.rest.lowercased()
    if isPercent(unit) {
      let likely = value < .one && value > .zero ? number.percent(times: 100) : nil
      let texts = ["\(number.text) %"] + [likely].compactMap(\.self)
      return Correction(texts: texts, reasons: number.faults)
    }
    if unit.hasPrefix("/"), unit.dropFirst().trimmed.first?.isNumber ?? false {
      return Correction(
        texts: ["\(number.text) %"], reasons: ["the time is a key of its own (within: 20 s)"])
    }
    guard unit.isEmpty else { return nil }
    return Correction(texts: shares(number, value), reasons: number.faults)
  }

  /// A bare number: up to 1 a part of the whole, above it percent, or a multiple.
  private static func shares(_ number: WrittenNumber, _ value: Rational) -> [String] {
    let whole = "\(number.text) %"
    guard let times = number.percent(times: 100) else { return [whole] }
    if value < .one { return [times] }
    let isMultiple = value == .one || number.text.contains(".")
    if isMultiple, value <= Rational(20) { return [times, whole] }
    return [whole]
  }

  static func isPercent(_ unit: String) -> Bool {
    ["%", "percent", "per cent", "pct", "prozent", "procent", "pc", "％"].contains(unit)
  }

  /// `30 % p.a.` → `30 % per year`, `6 %` → `6 % per year` or `6 % per month`.
  static func attrition(_ text: String) -> Correction? {
    guard let number = WrittenNumber(text), let value = number.value else { return nil }
    var rest = number.rest.lowercased()
    let signs = ["%", "percent", "per cent", "pct", "prozent"]
    let sign = signs.first { rest.hasPrefix($0) }
    if let sign { rest = rest.dropFirst(sign.count).trimmed }
    let isPart = sign == nil && value < .one
    guard let share = number.percent(times: isPart ? 100 : 1) else { return nil }
    for lead in ["per ", "/", "a ", "an ", "each ", "every ", "pro ", "im ", "每"] {
      guard rest.hasPrefix(lead) else { continue }
      rest = rest.dropFirst(lead.count).trimmed
      break
    }
    guard !rest.isEmpty else {
      return Correction(
        texts: ["\(share) per year", "\(share) per month"],
        reasons: number.faults + ["a rate has a period"])
    }
    guard let period = periods.first(where: { $0.words.contains(rest) })?.period else { return nil }
    return Correction(texts: ["\(share) per \(period)"], reasons: number.faults)
  }

  private static let periods: [(period: String, words: [String])] = [
    ("week", ["week", "weekly", "wk", "woche", "周", "w"]),
    ("month", ["month", "monthly", "mo", "monat", "月", "p.m.", "m", "pm"]),
    ("quarter", ["quarter", "quarterly", "qtr", "quartal", "季度", "季", "q"]),
    ("year", ["year", "yearly", "yr", "annum", "annual", "annually", "p.a.", "pa", "jahr", "年"]),
  ]

  /// The two sides of a span however it is joined: `8 to 20`, `8..20`, `8–20`, `8~20`.
  static func halves(_ text: String) -> (String, String)? {
    let plain = WrittenNumber.narrow(text).lowercased()
    for joint in ["...", "..", "~", "至", "到", " to ", " bis ", " until ", "-", "to"] {
      guard let range = plain.firstRange(of: joint) else { continue }
      let first = plain[..<range.lowerBound].trimmed
      let last = plain[range.upperBound...].trimmed
      if !first.isEmpty, !last.isEmpty { return (first, last) }
    }
    return nil
  }
}
