internal import Units

/// A field of a terms or figures file: a name such as `contact.rate` with a value.
///
/// The names are the flattened clauses of ``Contract`` and ``MonthActuals``. A part in angle
/// brackets stands for a name of the contract's own.
public struct ContractField: Sendable, Hashable {
  /// The name; `<name>` in it stands for any.
  public let name: String
  /// How its value is written.
  public let form: FieldForm
  /// The value it has where it is left out; `nil` where its clause is left out then.
  public let standard: String?
  /// What it says.
  public let summary: String

  init(_ name: String, _ form: FieldForm, _ summary: String, standard: String? = nil) {
    (self.name, self.form, self.standard, self.summary) = (name, form, standard, summary)
  }

  /// The form in which names are compared: small letters and hyphens, our words for units.
  ///
  /// `prod_hour`, `talk_min` and `shortfall_pct` are read as `productive-hour`, `talk-minute` and
  /// `shortfall`.
  public static func name(of text: some StringProtocol) -> String {
    let words: [Character] = ["_", " ", "/"]
    let parts = text.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    return parts.map { part in
      let joined = String(part.map { words.contains($0) ? "-" : $0 })
      switch joined {
      case "prod-hour": return "productive-hour"
      case "talk-min": return "talk-minute"
      case "shortfall-pct": return "shortfall"
      default: return joined
      }
    }.joined(separator: ".")
  }

  /// Whether a name is this field's.
  func matches(_ text: String) -> Bool {
    let mine = name.split(separator: ".")
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return mine.count == parts.count
      && zip(mine, parts).allSatisfy { pattern, part in
        switch pattern {
        case "<unit>": PricingUnit(ofHours: String(part)) != nil
        case "<class>": DayClass(rawValue: String(part)) != nil
        case "<name>": !part.isEmpty
        default: pattern == part
        }
      }
  }
}

/// How the value of a field is written.
public enum FieldForm: String, Sendable, Hashable, CaseIterable {
  /// An amount of the currency for one unit, such as `48.50`.
  case price
  /// An amount of the currency with no more digits than it has.
  case amount
  /// A part of a whole: `6 %` or `0.06`.
  case share
  /// A number.
  case number
  /// A whole number.
  case count
  /// `Y` or `N`.
  case yesNo
  /// One of a few words.
  case choice
  /// A currency by its code, such as `CNY`.
  case currency
  /// A month such as `2026-11`.
  case month
  /// `<from>-<to>@<rate>`, separated by `|`; the last `<to>` is empty.
  case bands
  /// `<seconds>x<count>`, separated by spaces.
  case calls
  /// `<week>:<hours>:<percent>`, separated by spaces.
  case weeks
  /// `<hours>@<rate>`, separated by `|`.
  case tiers
}

/// A field as it was written.
public struct FieldEntry: Sendable, Hashable {
  /// The field's name.
  public let name: String
  /// Its value.
  public let text: String

  /// The value `text` of the field `name`.
  public init(_ name: String, _ text: String) { (self.name, self.text) = (name, text) }
}

/// What is wrong with the fields of a file.
public struct FieldIssue: Error, Sendable, Hashable {
  /// Which entry it is about, counted from 0; `nil` where one is missing.
  public let entry: Int?
  /// The field.
  public let field: String
  /// What is wrong.
  public let message: String
  /// What to do about it.
  public let hint: String?
  /// Whether the name is of no field: something like it may have been meant.
  public let isUnknownField: Bool

  init(
    entry: Int?, field: String, message: String, hint: String? = nil, isUnknownField: Bool = false
  ) {
    (self.entry, self.field, self.message) = (entry, field, message)
    (self.hint, self.isUnknownField) = (hint, isUnknownField)
  }
}

/// Everything that is wrong with the fields of a file.
public struct FieldIssues: Error, Sendable, Hashable, CustomStringConvertible {
  /// The issues, in the order of the clauses; at least one.
  public let issues: [FieldIssue]

  /// The issues, one a line.
  public var description: String {
    issues.map { issue in
      "\(issue.field): \(issue.message)" + (issue.hint.map { " (\($0))" } ?? "")
    }.joined(separator: "\n")
  }
}
