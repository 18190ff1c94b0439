internal import Units

/// Money and prices as people write them → as they are written here.
struct MoneyCorrection {
  let currency: Currency?

  private var once: String {
    let code = currency.map { " (currency: \($0.code))" } ?? ""
    return "the currency stands once, at the top\(code)"
  }

  /// `€ 1.500,00` → `1500.00`.
  func money(_ text: String) -> Correction? {
    guard let (number, rest, reasons) = amount(text), rest.isEmpty else { return nil }
    return Correction(texts: [decimal(number)], reasons: reasons)
  }

  /// `15,20 EUR/h` → `15.20 per hour`.
  func price(_ text: String, _ units: [String]) -> Correction? {
    guard let (number, rest, reasons) = amount(text) else { return nil }
    var word = rest.lowercased()
    for lead in ["per ", "/", "an ", "a ", "each ", "every ", "pro ", "je ", "每"] {
      guard word.hasPrefix(lead) else { continue }
      word = word.dropFirst(lead.count).trimmed
      break
    }
    let price = decimal(number)
    if word.isEmpty {
      return Correction(texts: units.map { "\(price) per \($0)" }, reasons: reasons)
    }
    if let meant = MoneyCorrection.unitWords.first(where: { $0.words.contains(word) })?.units {
      let fitting = units.filter(meant.contains)
      if !fitting.isEmpty {
        return Correction(texts: fitting.map { "\(price) per \($0)" }, reasons: reasons)
      }
    }
    if ["year", "annum", "jahr", "年", "yr"].contains(word), units.contains("month"),
      let monthly = number.value?.divided(by: Rational(12))?.decimalText
    {
      return Correction(
        texts: ["\(monthly) per month"], reasons: reasons + ["a year is twelve months"])
    }
    guard let meant = DidYouMean.nearest(to: word, among: units) else { return nil }
    return Correction(texts: ["\(price) per \(meant)"], reasons: reasons)
  }

  private static let unitWords: [(units: [String], words: [String])] = [
    (
      ["hour", "productive-hour", "logged-hour"],
      ["hour", "hours", "h", "hr", "hrs", "hourly", "std", "stunde", "小时", "时"]
    ),
    (["month"], ["month", "months", "mo", "mth", "monthly", "monat", "月"]),
    (["productive-hour"], ["productive", "productive hour", "productive hours", "ph"]),
    (["logged-hour"], ["logged", "logged hour", "logged hours", "login hour", "logged-in hour"]),
  ]

  /// Decimals as the currency has them, where there are any: `15,2` → `15.20`.
  private func decimal(_ number: WrittenNumber) -> String {
    guard let currency, let amount = currency.amount(number.text) else { return number.text }
    let hasPoint = number.text.contains(".")
    return hasPoint ? currency.decimal(amount) : number.text
  }

  /// The number, what stands behind it and its currency, and what is written differently here.
  private func amount(_ text: String) -> (WrittenNumber, rest: String, reasons: [String])? {
    let narrow = WrittenNumber.narrow(text).trimmed
    let (behind, isLed) = MoneyCorrection.withoutCurrency(narrow)
    guard let number = WrittenNumber(behind)?.withoutMagnitude else { return nil }
    let (rest, isFollowed) = MoneyCorrection.withoutCurrency(number.rest)
    let reasons = number.faults + (isLed || isFollowed ? [once] : [])
    return (number, rest, reasons)
  }

  private static let signs = ["us$", "cn¥", "€", "$", "£", "¥", "￥", "₹", "₩", "元", "块", "円"]
  private static let words =
    Currency.knownCodes.map { $0.lowercased() } + [
      "rmb", "yuan", "euros", "euro", "dollars", "dollar", "pounds", "pound", "rupees", "rupee",
      "yen", "pesos", "peso", "人民币",
    ]

  /// The text without a currency in front.
  private static func withoutCurrency(_ text: String) -> (String, Bool) {
    let lower = text.lowercased()
    if let sign = signs.first(where: lower.hasPrefix) {
      return (text.dropFirst(sign.count).trimmed, true)
    }
    let word = lower.prefix { $0.isLetter }
    guard words.contains(String(word)) else { return (text, false) }
    return (text.dropFirst(word.count).trimmed, true)
  }
}
