/// What may be written as the value of a key: from this come how it is read, what the schema for
/// editors says, and what the reference says.
indirect enum ValueKind: Sendable {
  /// One line or more of text.
  case text
  /// `yes` or `no`.
  case yesNo
  /// A whole number without a unit.
  case count(ClosedRange<Int>)
  /// A percentage within these shares.
  case share(ClosedRange<Int>)
  /// A percentage in a period, such as `7.4 % per year`.
  case attritionRate
  /// A time between so many seconds.
  case duration(ClosedRange<Int>)
  /// Whole weeks.
  case weeks(ClosedRange<Int>)
  /// An amount in the scenario's currency, not negative.
  case money
  /// An amount for one of these units, not negative.
  case price(per: [String])
  /// A day, `2026-11-11`.
  case date
  /// A minute of the local clock, `2026-11-10T20:00`.
  case moment
  /// A span of two times of the clock, `07:00-11:00`.
  case clockSpan
  /// Opening hours of a day, `10:00-14:00, 15:00-18:00`.
  case dayHours
  /// A span of two times counted from a start, `3 h - 5 h`.
  case timeSpan
  /// Whole numbers from one to the other, `8-20`.
  case countSpan(ClosedRange<Int>)
  /// So many for so many, `1 per 10`.
  case span
  /// One of these words.
  case choice([String])
  /// An id of one of the scenario's own things.
  case reference(String)
  /// A wave of a sale calendar, `tmall-2026/wave-1`.
  case wave
  /// A file, relative to the folder of the file it stands in.
  case file
  /// A map whose keys are those of the table.
  case mapping
  /// A map whose keys are of this kind.
  case map(MapKey)
  /// A list.
  case list(ValueKind)
  /// One of several.
  case either([ValueKind])
  /// A clause of contracts that is refused with this wording.
  case notBuilt(String)
}

/// What the keys of a map are.
enum MapKey: Sendable {
  /// An id that is given here.
  case id(String)
  /// An id that is given elsewhere.
  case reference(String)
  /// A day.
  case date
  /// Calendar months, such as `2026-11`.
  case month
  /// Whole weeks of tenure.
  case tenure
  /// Days after an order; negative before it.
  case lagDays
  /// A weekday, or two joined by a hyphen.
  case weekdays
  /// A scenario path.
  case path

  /// How a path of the reference shows it.
  var placeholder: String {
    switch self {
    case .id(let what), .reference(let what): "<\(what)>"
    case .date: "<date>"
    case .tenure: "<tenure>"
    case .month: "<month>"
    case .lagDays: "<days>"
    case .weekdays: "<weekdays>"
    case .path: "<path>"
    }
  }
}

/// A key of the scenario format: the one place that says what it means and what may be written.
struct KeyDefinition: Sendable {
  /// The path, with `*` for a key that the scenario chooses: `queues.*.patience`.
  let pattern: String
  /// What may be written.
  let kind: ValueKind
  /// Whether it must be written.
  let isRequired: Bool
  /// What holds where it is not written, as it would be written; `nil` for nothing.
  let standard: String?
  /// What it means, in one or two sentences.
  let meaning: String
  /// A value as it may be written.
  let example: String?

  /// The last part of the pattern.
  var key: String { pattern.split(separator: ".").last.map(String.init) ?? pattern }

  /// The pattern of what it is a part of; empty at the top.
  var parent: String { pattern.split(separator: ".").dropLast().joined(separator: ".") }
}

/// A key that must be written.
func required(
  _ pattern: String, _ kind: ValueKind, _ meaning: String, example: String? = nil
) -> KeyDefinition {
  KeyDefinition(
    pattern: pattern, kind: kind, isRequired: true, standard: nil, meaning: meaning,
    example: example)
}

/// A key that may be left out.
func optional(
  _ pattern: String, _ kind: ValueKind, default standard: String? = nil, _ meaning: String,
  example: String? = nil
) -> KeyDefinition {
  KeyDefinition(
    pattern: pattern, kind: kind, isRequired: false, standard: standard, meaning: meaning,
    example: example)
}
