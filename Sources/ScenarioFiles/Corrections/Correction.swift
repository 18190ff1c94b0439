internal import BusinessCalendar
internal import Units

/// What was probably meant by a value that cannot be read, in the forms that can.
///
/// A form is only shown after it has been read as the kind itself, so no hint names a value that
/// would be refused.
struct Correction {
  /// The forms, the likeliest first.
  var texts: [String]
  /// What is written differently here, in words.
  var reasons: [String] = []
}

extension ValueReading {
  /// The complaint with a hint that shows the value as it is to be written, where that can be told.
  func mended(_ complaint: Complaint, _ text: String, as kind: ValueKind) -> Complaint {
    guard text.utf8.count <= 120, let correction = correction(of: text, as: kind) else {
      return complaint
    }
    let texts = correction.texts.filter { $0 != text && isFine($0, as: kind) }
    guard !texts.isEmpty else { return complaint }
    var reasons: [String] = []
    for reason in correction.reasons where !reasons.contains(reason) { reasons.append(reason) }
    let lead = reasons.isEmpty ? "" : reasons.joined(separator: ", and ") + ": "
    return Complaint(complaint.message, hint: "\(lead)write \(Array(texts.prefix(3)).listed)")
  }

  /// A form of `text` that can be read as the kind, where one can be told.
  func readable(_ text: String, as kind: ValueKind) -> String? {
    if isFine(text, as: kind) { return text }
    return correction(of: text, as: kind)?.texts.first { isFine($0, as: kind) }
  }

  private func isFine(_ text: String, as kind: ValueKind) -> Bool {
    do throws(Complaint) {
      _ = try plainScalar(text, as: kind)
      return true
    } catch {
      return false
    }
  }

  private func correction(of text: String, as kind: ValueKind) -> Correction? {
    switch kind {
    case .yesNo: return YesNoWords.correction(of: text)
    case .count: return QuantityCorrection.count(text)
    case .share: return QuantityCorrection.share(text)
    case .attritionRate: return QuantityCorrection.attrition(text)
    case .duration: return TimeCorrection.duration(text)
    case .weeks: return TimeCorrection.weeks(text)
    case .money: return MoneyCorrection(currency: currency).money(text)
    case .price(let units): return MoneyCorrection(currency: currency).price(text, units)
    case .choice(let words): return ChoiceWords.correction(of: text, among: words)
    case .date: return DateCorrection.date(text)
    case .moment: return DateCorrection.moment(text)
    case .dayHours: return ClockCorrection.dayHours(text)
    case .clockSpan: return ClockCorrection.clockSpan(text)
    case .timeSpan: return TimeCorrection.span(text)
    case .countSpan: return QuantityCorrection.countSpan(text)
    case .span: return QuantityCorrection.span(text)
    default: return nil
    }
  }
}

/// Words for yes and no.
struct YesNoWords {
  static func correction(of text: String) -> Correction? {
    let word = text.lowercased()
    if ["y", "on", "1", "ja", "是", "sí", "si", "oui"].contains(word) {
      return Correction(texts: ["yes"])
    }
    if ["n", "off", "0", "nein", "否", "non"].contains(word) { return Correction(texts: ["no"]) }
    return nil
  }
}
