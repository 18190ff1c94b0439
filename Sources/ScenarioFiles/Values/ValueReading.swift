internal import BusinessCalendar
internal import Units

/// Reads written values as the kinds of the table.
struct ValueReading {
  /// The scenario's currency, once it is known.
  let currency: Currency?

  /// The value of `node` as `kind`.
  func value(_ node: DocumentNode, as kind: ValueKind) throws(Complaint) -> Value {
    switch kind {
    case .mapping, .map:
      guard let pairs = node.pairs else {
        throw Complaint(
          "a map is wanted here, not \(node.kindInWords)",
          hint: "write keys and values, each key on a line of its own and indented")
      }
      return try structure(node, count: pairs.count)
    case .list:
      guard let items = node.items else {
        throw Complaint(
          "a list is wanted here, not \(node.kindInWords)",
          hint: "put it in brackets: […]")
      }
      return try structure(node, count: items.count)
    case .either(let kinds):
      return try either(node, kinds)
    case .notBuilt(let wording):
      throw Complaint(wording, hint: "leave it out, or plan without it knowingly")
    default:
      guard let text = node.scalar else {
        throw Complaint(
          "a single value is wanted here, not \(node.kindInWords)",
          hint: hint(for: node, as: kind))
      }
      return try scalar(text.trimmed, as: kind)
    }
  }

  /// What to write instead of a map or a list where a single value is wanted.
  private func hint(for node: DocumentNode, as kind: ValueKind) -> String {
    if let items = node.items, items.count == 1, let text = items[0].scalar {
      return "write it without brackets or hyphen: \(readable(text, as: kind) ?? text)"
    }
    if let keys = node.pairs?.map(\.key), !keys.isEmpty {
      return "write one value, such as \(KindText.example(of: kind)); it has no keys such as "
        + "“\(keys[0])”"
    }
    return "write one value, such as \(KindText.example(of: kind))"
  }

  /// The most entries of a map or a list.
  static let mostEntries = 2000

  private func structure(_ node: DocumentNode, count: Int) throws(Complaint) -> Value {
    guard count <= ValueReading.mostEntries else {
      throw Complaint(
        "\(node.kindInWords) of \(count) entries is too long",
        hint: "at most \(ValueReading.mostEntries); long series belong in CSV files")
    }
    return .structure(node)
  }

  private func either(_ node: DocumentNode, _ kinds: [ValueKind]) throws(Complaint) -> Value {
    var complaint: Complaint?
    for kind in kinds {
      do throws(Complaint) {
        return try value(node, as: kind)
      } catch {
        let isScalarKind: Bool
        switch kind {
        case .mapping, .map, .list: isScalarKind = false
        case .choice: isScalarKind = false
        default: isScalarKind = true
        }
        if complaint == nil || isScalarKind && node.scalar != nil { complaint = error }
      }
    }
    if node.scalar == nil {
      let words = kinds.map(KindText.words).joined(separator: ", or ")
      throw Complaint("\(node.kindInWords) is not wanted here", hint: "write \(words)")
    }
    throw complaint ?? Complaint("nothing can be written here")
  }

  private func scalar(_ text: String, as kind: ValueKind) throws(Complaint) -> Value {
    do throws(Complaint) {
      return try plainScalar(text, as: kind)
    } catch {
      throw mended(error, text, as: kind)
    }
  }

  /// The value without a look at what else may have been meant.
  func plainScalar(_ text: String, as kind: ValueKind) throws(Complaint) -> Value {
    switch kind {
    case .text: return try .text(self.text(text))
    case .file, .reference, .wave: return .text(text)
    case .yesNo: return try .flag(flag(text))
    case .count(let range): return try .count(count(text, range))
    case .share(let range): return try .share(share(text, range))
    case .attritionRate: return try attrition(text)
    case .duration(let range): return try .seconds(seconds(text, range))
    case .weeks(let range): return try .weeks(weeks(text, range))
    case .money: return try .money(money(text))
    case .price(let units): return try price(text, units)
    case .choice(let words): return try .text(choice(text, words))
    default: return try clock(text, as: kind)
    }
  }

  // MARK: - Single kinds

  private func text(_ text: String) throws(Complaint) -> String {
    guard text.utf8.count <= 4000 else {
      throw Complaint("the text is longer than 4000 bytes", hint: "shorten it")
    }
    return text
  }

  private func flag(_ text: String) throws(Complaint) -> Bool {
    switch text.lowercased() {
    case "yes", "true": return true
    case "no", "false": return false
    default: throw Complaint("“\(text)” is neither yes nor no", hint: "write yes or no")
    }
  }

  private func count(_ text: String, _ range: ClosedRange<Int>) throws(Complaint) -> Int {
    let (number, unit) = QuantityText.split(text)
    guard unit.isEmpty, !number.isEmpty else {
      throw Complaint("“\(text)” is no whole number", hint: "write a number without a unit")
    }
    let value = try QuantityText.number(number)
    guard value.denominator == 1 else {
      throw Complaint("“\(text)” is no whole number", hint: "write a number without a fraction")
    }
    guard range.contains(Int(value.numerator)) else {
      throw Complaint("\(text) is out of range", hint: KindText.range(range))
    }
    return Int(value.numerator)
  }

  private func share(_ text: String, _ range: ClosedRange<Int>) throws(Complaint) -> Rational {
    let share = try QuantityText.share(text)
    let percent = share * Rational(100)
    guard percent >= Rational(Int64(range.lowerBound)),
      percent <= Rational(Int64(range.upperBound))
    else {
      throw Complaint(
        "\(text) is out of range",
        hint: "it lies between \(range.lowerBound) % and \(range.upperBound) %")
    }
    return share
  }

  private func attrition(_ text: String) throws(Complaint) -> Value {
    let hint = "write a percentage and its period: 7.4 % per year (or quarter, month, week)"
    let parts = text.split(separator: " ").filter { $0 != "per" }
    guard text.contains("per"), let word = parts.last,
      let period = AttritionPeriod(rawValue: String(word))
    else { throw Complaint("“\(text)” is no rate in a period", hint: hint) }
    let share = try QuantityText.share(parts.dropLast().joined(separator: " "))
    guard share >= .zero, share < .one else {
      throw Complaint(
        "\(text) is out of range",
        hint: "it is the share of the people who are there that leaves in the period, from 0 % to "
          + "less than 100 %; state a higher turnover by month")
    }
    return .attrition(share, period: period)
  }

  private func seconds(_ text: String, _ range: ClosedRange<Int>) throws(Complaint) -> Int64 {
    let seconds = try QuantityText.seconds(text)
    guard seconds >= range.lowerBound, seconds <= range.upperBound else {
      let low = QuantityText.text(seconds: Int64(range.lowerBound))
      let high = QuantityText.text(seconds: Int64(range.upperBound))
      throw Complaint("\(text) is out of range", hint: "it lies between \(low) and \(high)")
    }
    return seconds
  }

  func weeks(_ text: String, _ range: ClosedRange<Int>) throws(Complaint) -> Int {
    let seconds = try QuantityText.seconds(text)
    guard seconds % 604_800 == 0 else {
      throw Complaint("“\(text)” is not whole weeks", hint: "write it in weeks: 3 weeks")
    }
    let weeks = Int(seconds / 604_800)
    guard range.contains(weeks) else {
      throw Complaint(
        "\(text) is out of range",
        hint: "it lies between \(range.lowerBound) and \(range.upperBound) weeks")
    }
    return weeks
  }

  private func money(_ text: String) throws(Complaint) -> Money {
    let (number, unit) = QuantityText.split(text)
    let hint = "write the amount alone, in the scenario's currency: 1500.00"
    guard unit.isEmpty, !number.isEmpty else {
      throw Complaint("“\(text)” is no amount of money", hint: hint)
    }
    let value = try QuantityText.number(number)
    guard value >= .zero else {
      throw Complaint("\(text) is negative", hint: "write what is paid as a positive amount")
    }
    guard let currency else { return .zero }
    guard let amount = currency.amount(number) else {
      throw Complaint(
        "“\(text)” has more digits after the point than \(currency.code) has",
        hint: "\(currency.code) has \(currency.minorDigits)")
    }
    return amount
  }

  private func price(_ text: String, _ units: [String]) throws(Complaint) -> Value {
    let (number, rest) = QuantityText.split(text)
    let hint = "write " + units.map { "28.50 per \($0)" }.joined(separator: " or ")
    guard !number.isEmpty, rest.hasPrefix("per ") else {
      throw Complaint("“\(text)” is no price of something", hint: hint)
    }
    let unit = rest.dropFirst(4).trimmed
    guard units.contains(unit) else {
      if let wording = UnbuiltUnits.wording(of: unit), units.contains(UnbuiltUnits.aBuiltOne) {
        throw Complaint(wording, hint: hint)
      }
      let meant = DidYouMean.nearest(to: unit, among: units)
      throw Complaint(
        "“\(unit)” is no unit here", hint: meant.map { "did you mean “per \($0)”?" } ?? hint)
    }
    let value = try QuantityText.number(number)
    guard value >= .zero, value <= Rational(1_000_000_000) else {
      throw Complaint("\(number) is out of range", hint: "a price lies between 0 and 1000000000")
    }
    let scale = currency?.minorUnitsPerMajor ?? 1
    return .price(UnitPrice(minorUnitsPerUnit: value * Rational(scale)), per: unit)
  }

  private func choice(_ text: String, _ words: [String]) throws(Complaint) -> String {
    if words.contains(text) { return text }
    guard words.count > 1 else {
      throw Complaint(
        "“\(text)” is no value for this key",
        hint: "the only one so far is \(words.listed); leave the key out where it does not fit")
    }
    let meant = DidYouMean.nearest(to: text, among: words)
    let all = words.count > 12 ? "" : " (\(words.joined(separator: ", ")))"
    throw Complaint(
      "“\(text)” is no value for this key",
      hint: meant.map { "did you mean “\($0)”?\(all)" } ?? "write one of \(words.listed)")
  }
}

extension [String] {
  /// The words in a sentence: `a, b and c`.
  var enumeratedInWords: String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }

  /// The words in a sentence: `a, b or c`.
  var listed: String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " or " + last
  }
}
