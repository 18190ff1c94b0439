internal import Contracts

/// Kinds of values in words, for hints and for the reference.
struct KindText {
  /// What may be written, in a few words.
  static func words(_ kind: ValueKind) -> String {
    switch kind {
    case .text: return "text"
    case .yesNo: return "`yes` or `no`"
    case .count(let range): return range.upperBound == Int.max ? "number" : "number \(span(range))"
    case .share(let range): return "percentage \(range.lowerBound) % … \(range.upperBound) %"
    case .attritionRate: return "percentage per `week`, `month`, `quarter` or `year`"
    case .duration(let range):
      let low = QuantityText.text(seconds: Int64(range.lowerBound))
      return "time \(low) … \(QuantityText.text(seconds: Int64(range.upperBound)))"
    case .weeks(let range): return "whole weeks \(span(range))"
    case .money: return "money"
    case .price(let units): return "money per " + units.map { "`\($0)`" }.listed
    case .date: return "date"
    case .moment: return "date and time"
    case .clockSpan: return "times `hh:mm-hh:mm`"
    case .dayHours: return "times `hh:mm-hh:mm`, several with commas"
    case .timeSpan: return "times `3 h - 5 h`"
    case .countSpan(let range): return "range of numbers \(span(range))"
    case .span: return "number per number"
    case .choice(let words): return words.map { "`\($0)`" }.listed
    case .reference(let what): return "id of a \(what)"
    case .wave: return "`calendar/wave`"
    case .file: return "path"
    case .mapping: return "map"
    case .map(let key): return "map by \(words(key))"
    case .list(let item): return "list of \(words(item))"
    case .either(let kinds): return kinds.map(words).joined(separator: ", or ")
    case .notBuilt: return "not in plans"
    }
  }

  private static func words(_ key: MapKey) -> String {
    switch key {
    case .id: "id"
    case .reference(let what): "\(what)"
    case .date: "date"
    case .tenure: "weeks of tenure"
    case .month: "month"
    case .lagDays: "days"
    case .weekdays: "weekday"
    case .path: "path"
    }
  }

  private static func span(_ range: ClosedRange<Int>) -> String {
    "\(range.lowerBound) … \(range.upperBound)"
  }

  /// The range in a sentence.
  static func range(_ range: ClosedRange<Int>) -> String {
    if range.lowerBound == range.upperBound { return "it is \(range.lowerBound)" }
    if range.upperBound == Int.max { return "it is at least \(range.lowerBound)" }
    return "it lies between \(range.lowerBound) and \(range.upperBound)"
  }

  /// A value of this kind.
  static func example(of kind: ValueKind) -> String {
    switch kind {
    case .text: "a text"
    case .yesNo: "yes"
    case .count: "12"
    case .share: "80 %"
    case .attritionRate: "7.4 % per year"
    case .duration: "90 s"
    case .weeks: "3 weeks"
    case .money: "1500.00"
    case .price(let units): "28.50 per \(units.first ?? "hour")"
    case .date: "2026-11-11"
    case .moment: "2026-11-10T20:00"
    case .clockSpan: "07:00-11:00"
    case .dayHours: "\"08:00-24:00\""
    case .timeSpan: "3 h - 5 h"
    case .countSpan: "8-20"
    case .span: "1 per 10"
    case .choice(let words): words.first ?? ""
    case .reference: "an id"
    case .wave: "tmall-2026/wave-1"
    case .file: "history.csv"
    case .mapping, .map: "{ key: value }"
    case .list: "[…]"
    case .either(let kinds): kinds.first.map(example) ?? ""
    case .notBuilt: ""
    }
  }
}

extension Int {
  /// The number with a word in its number: `1 day`, `3 days`.
  func counted(_ word: String) -> String { self == 1 ? "1 \(word)" : "\(self) \(word)s" }
}

/// Units of contracts that plans do not have.
struct UnbuiltUnits {
  /// A unit that only vendors' prices have.
  static let aBuiltOne = PricingUnit.productiveHour.rawValue

  /// The units, in the order of the contract model.
  static let keys = PricingUnit.notBuilt.map(\.key)

  /// What is said about a unit that plans do not have.
  static func wording(of unit: String) -> String? {
    PricingUnit.notBuilt.first { $0.key == unit }?.wording
  }
}
