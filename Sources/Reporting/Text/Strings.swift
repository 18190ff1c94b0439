public import BusinessCalendar

/// A language of reports.
public enum Language: String, Sendable, Hashable, Codable, CaseIterable {
  /// English.
  case english = "en"
  /// Simplified Chinese.
  case chinese = "zh-CN"
}

/// The words of reports in one language, from the one table ``Phrase``; what is not translated yet
/// is given in English.
public struct Strings: Sendable, Hashable {
  /// The language asked for.
  public let language: Language

  /// The words in `language`.
  public init(_ language: Language) { self.language = language }

  /// English words.
  public static let english = Strings(.english)

  /// A phrase as it stands.
  public subscript(phrase: Phrase) -> String {
    switch language {
    case .english: phrase.row.english
    case .chinese: phrase.row.chinese ?? phrase.row.english
    }
  }

  /// A phrase with `{0}`, `{1}`, … replaced by `values`, and `{0|hour|hours}` by the first word
  /// where that value is 1, else by the second; a mark without a value stays.
  public func callAsFunction(_ phrase: Phrase, _ values: String...) -> String {
    filled(self[phrase], values)
  }

  /// `template` with `{0}`, `{1}`, … replaced by `values`; a mark without a value stays.
  func filled(_ template: String, _ values: [String]) -> String {
    var text = ""
    var rest = template[...]
    while let brace = rest.firstIndex(of: "{") {
      text += rest[..<brace]
      rest = rest[rest.index(after: brace)...]
      guard let end = rest.firstIndex(of: "}"), let filled = Self.fill(rest[..<end], values) else {
        text += "{"
        continue
      }
      text += filled
      rest = rest[rest.index(after: end)...]
    }
    return text + rest
  }

  /// What a mark stands for.
  private static func fill(_ mark: Substring, _ values: [String]) -> String? {
    let parts = mark.split(separator: "|", omittingEmptySubsequences: false)
    guard let first = parts.first, let index = Int(first), values.indices.contains(index) else {
      return nil
    }
    switch parts.count {
    case 1: return values[index]
    case 3: return String(values[index] == "1" ? parts[1] : parts[2])
    default: return nil
    }
  }

  /// The unit of a number as it is shown: "person" for 1, else "people".
  func unit(_ phrase: Phrase, for number: String) -> String {
    guard number == "1", language == .english else { return self[phrase] }
    return phrase.singular ?? self[phrase]
  }

  /// A date in full: "9 Nov 2026".
  public func date(_ date: LocalDate) -> String {
    switch language {
    case .english: "\(date.day) \(Self.month(date)) \(date.year)"
    case .chinese: "\(date.year)年\(date.month)月\(date.day)日"
    }
  }

  /// A date without its year: "9 Nov".
  public func shortDate(_ date: LocalDate) -> String {
    switch language {
    case .english: "\(date.day) \(Self.month(date))"
    case .chinese: "\(date.month)/\(date.day)"
    }
  }

  /// A month: "Nov 2026".
  public func month(_ month: YearMonth) -> String {
    switch language {
    case .english: "\(Self.month(month.first)) \(month.year)"
    case .chinese: "\(month.year)年\(month.month)月"
    }
  }

  /// A date with its weekday: "Mon 9 Nov".
  public func weekdayDate(_ date: LocalDate) -> String {
    switch language {
    case .english:
      "\(Self.capitalized(date.weekday.abbreviation)) \(shortDate(date))"
    case .chinese: "\(shortDate(date)) \(Self.weekdays[date.weekday, default: ""])"
    }
  }

  /// A date in full with its weekday: "Mon 9 Nov 2026".
  func fullDate(_ date: LocalDate) -> String {
    switch language {
    case .english: "\(Self.capitalized(date.weekday.abbreviation)) \(self.date(date))"
    case .chinese: "\(self.date(date)) \(Self.weekdays[date.weekday, default: ""])"
    }
  }

  /// A weekday's full name.
  func weekdayName(_ weekday: Weekday) -> String {
    switch language {
    case .english: Self.capitalized(weekday.name)
    case .chinese: Self.weekdays[weekday, default: weekday.name]
    }
  }

  /// Items as a sentence's list: "a, b and c".
  public func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    let separator = language == .chinese ? "、" : ", "
    let joint = language == .chinese ? "和" : " and "
    return items.dropLast().joined(separator: separator) + joint + last
  }

  private static func capitalized(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  private static func month(_ date: LocalDate) -> String {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return months.indices.contains(date.month - 1) ? months[date.month - 1] : ""
  }

  private static let weekdays: [Weekday: String] = [
    .monday: "周一", .tuesday: "周二", .wednesday: "周三", .thursday: "周四", .friday: "周五",
    .saturday: "周六", .sunday: "周日",
  ]
}
