internal import BusinessCalendar
public import Units

/// A number of a pay system: a decimal (`1.5`), a term (`$weekly_salary`), or a term times a
/// decimal (`$normal_hours * 0.5`).
public struct PayNumber: Sendable, Hashable, Codable {
  /// The decimal, or the factor on the term.
  public let factor: Rational
  /// The term's key, if there is one.
  public let term: String?

  /// A plain number, or a term times it.
  public init(_ factor: Rational, of term: String? = nil) {
    self.factor = factor
    self.term = term
  }

  /// The number that a text stands for, or `nil` when it is none.
  public init?(_ text: String) {
    guard text.hasPrefix("$") else {
      guard let value = Rational(decimal: text) else { return nil }
      self.init(value)
      return
    }
    let parts = text.dropFirst().split(separator: "*", omittingEmptySubsequences: false)
    guard let key = parts.first?.filter({ $0 != " " }), !key.isEmpty, parts.count <= 2 else {
      return nil
    }
    let factor = parts.count == 2 ? Rational(decimal: parts[1].filter { $0 != " " }) : .one
    guard let factor else { return nil }
    self.init(factor, of: key)
  }

  /// Reads the number from its text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = PayNumber(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "“\(text)” is not a decimal such as 1.5, nor $TERM")
    }
    self = value
  }

  /// Writes the number as its text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    let decimal = PayNumber.decimal(factor)
    let text = term.map { factor == .one ? "$\($0)" : "$\($0) * \(decimal)" } ?? decimal
    try container.encode(text)
  }

  private static func decimal(_ value: Rational) -> String {
    let millionths = Money(rounding: value, times: Rational(1_000_000)).minorUnits
    let (whole, part) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    var digits = String(part)
    digits = String(repeating: "0", count: 6 - digits.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return (millionths < 0 ? "-" : "") + "\(whole)" + (digits.isEmpty ? "" : ".\(digits)")
  }
}

/// Something a contract or a company states, which a pay system needs.
public struct PayTerm: Sendable, Hashable, Codable {
  /// How the term is written.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Money in the currency's major unit.
    case amount
    /// Hours as a decimal.
    case hours
    /// A plain number.
    case number
    /// One of some words.
    case choice
    /// Hours of the clock: `22:00-06:00`.
    case window
    /// Dates: `2026-04-12,2026-04-19`.
    case dates
    /// Money by first day of the workweek: `2025-11-09:46`.
    case weekAmounts = "week-amounts"
    /// Money an hour and hours of the clock: `1.50|22:00-06:00`.
    case windowRate = "window-rate"
    /// Money a shift, hours of the clock, and the least minutes in them: `30|22:00-06:00|180`.
    case shiftAllowance = "shift-allowance"
  }

  /// The name.
  public let key: String
  /// How it is written.
  public let kind: Kind
  /// What holds where it is not stated.
  public let fallback: String?
  /// Whether it must be stated.
  public let required: Bool?
  /// The words of a choice.
  public let choices: [String]?
  /// What it is, in words.
  public let sentence: String?

  enum CodingKeys: String, CodingKey {
    case key, kind, required, choices, sentence
    case fallback = "default"
  }
}

/// Why a timesheet cannot be paid under a pay system.
public enum PayTermError: Error, Sendable, Hashable, Codable {
  /// The system needs a term that is not stated.
  case missing(term: String, system: String)
  /// The system has no such term.
  case unknown(term: String, system: String, known: [String])
  /// What is written is not of the term's form.
  case unreadable(term: String, value: String, expected: String)
}

extension PayTermError: CustomStringConvertible {
  /// What is wrong with which term, and what is wanted.
  public var description: String {
    switch self {
    case .missing(let term, let system):
      "\(system) needs the term “\(term)”"
    case .unknown(let term, let system, let known):
      "\(system) has no term “\(term)”; "
        + (known.isEmpty ? "it has none" : "its terms are \(known.joined(separator: ", "))")
    case .unreadable(let term, let value, let expected):
      "the term “\(term)” is \(expected), not “\(value)”"
    }
  }
}

/// A window of the clock in minutes after midnight; may wrap midnight.
struct ClockWindow: Sendable, Hashable {
  var from: Int
  var to: Int

  /// The window a text such as `22:00-06:00` names.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let from = LocalTime(String(parts[0])),
      let to = LocalTime(String(parts[1])), from != .endOfDay
    else { return nil }
    self.from = from.minutes
    self.to = to.minutes
  }

  func covers(_ minute: Int) -> Bool {
    from < to ? minute >= from && minute < to : minute >= from || minute < to
  }
}

/// What a term stands for.
enum PayTermValue: Sendable, Hashable {
  case number(Rational)
  case word(String)
  case window(ClockWindow)
  case dates([LocalDate])
  case weekAmounts([LocalDate: Rational])
  case windowRate(Rational, ClockWindow)
  case shiftAllowance(Rational, ClockWindow, minutes: Int64)
}

extension PayTerm {
  /// What the text stands for.
  func value(of text: String) throws(PayTermError) -> PayTermValue {
    func wrong(_ expected: String) -> PayTermError {
      .unreadable(term: key, value: text, expected: expected)
    }
    let parts = text.split(separator: "|", omittingEmptySubsequences: false)
    switch kind {
    case .amount, .hours, .number:
      guard let number = Rational(decimal: text), number >= .zero else {
        throw wrong("a decimal of zero or more, such as 7.5")
      }
      return .number(number)
    case .choice:
      let choices = choices ?? []
      guard choices.contains(text) else {
        throw wrong("one of \(choices.joined(separator: ", "))")
      }
      return .word(text)
    case .window:
      guard let window = ClockWindow(text) else { throw wrong("a window such as 22:00-06:00") }
      return .window(window)
    case .dates:
      let dates = text.split(separator: ",").map { LocalDate(iso: $0) }
      guard !dates.contains(nil) else { throw wrong("dates such as 2026-04-12,2026-04-19") }
      return .dates(dates.compactMap(\.self))
    case .weekAmounts:
      var amounts: [LocalDate: Rational] = [:]
      for item in text.split(separator: ",") {
        let pair = item.split(separator: ":", omittingEmptySubsequences: false)
        guard pair.count == 2, let date = LocalDate(iso: pair[0]),
          let amount = Rational(decimal: pair[1])
        else { throw wrong("weeks and amounts such as 2025-11-09:46") }
        amounts[date, default: .zero] = amounts[date, default: .zero] + amount
      }
      return .weekAmounts(amounts)
    case .windowRate:
      guard parts.count == 2, let rate = amount(parts[0]),
        let window = ClockWindow(parts[1])
      else { throw wrong("a rate and a window such as 1.50|22:00-06:00") }
      return .windowRate(rate, window)
    case .shiftAllowance:
      guard parts.count == 3, let amount = amount(parts[0]),
        let window = ClockWindow(parts[1]), let minutes = Int64(parts[2]), minutes >= 0,
        minutes <= 10_080
      else { throw wrong("an amount, a window and minutes such as 30|22:00-06:00|180") }
      return .shiftAllowance(amount, window, minutes: minutes)
    }
  }
}

extension PayTerm {
  /// An amount in the currency's major unit: zero to a thousand million.
  private func amount(_ text: some StringProtocol) -> Rational? {
    Rational(decimal: String(text)).flatMap {
      $0 >= .zero && $0 <= Rational(1_000_000_000) ? $0 : nil
    }
  }
}

extension PaySystem {
  /// Checks that each of `stated` is a term of the system, and of its form.
  public func check(_ stated: [String: String]) throws(PayTermError) {
    for key in stated.keys.sorted() {
      guard let term = terms?.first(where: { $0.key == key }) else {
        throw .unknown(term: key, system: id, known: (terms ?? []).map(\.key))
      }
      _ = try term.value(of: stated[key] ?? "")
    }
  }

  /// What the stated terms, and the defaults of others, stand for.
  func values(of stated: [String: String]) throws(PayTermError) -> [String: PayTermValue] {
    let terms = self.terms ?? []
    for key in stated.keys.sorted() where !terms.contains(where: { $0.key == key }) {
      throw .unknown(term: key, system: id, known: terms.map(\.key))
    }
    var values: [String: PayTermValue] = [:]
    for term in terms {
      guard let text = stated[term.key] ?? term.fallback else {
        if term.required == true { throw .missing(term: term.key, system: id) }
        continue
      }
      values[term.key] = try term.value(of: text)
    }
    return values
  }
}
