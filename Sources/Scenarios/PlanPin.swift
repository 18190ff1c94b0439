public import BusinessCalendar

/// A decision that the planner has taken: the plan keeps it and decides the rest.
///
/// As text it is `SUBJECT RELATION AMOUNT`, such as `hires.wuhan.2026-08-17 = 20`,
/// `seats.changsha = 0`, `overtime.wuhan <= 4 h` or `contract.changsha.2026-11 = yes`.
public struct PlanPin: Sendable, Hashable, Codable {
  /// What is pinned.
  public enum Subject: Sendable, Hashable, Codable {
    /// People who start in the classes of a group in the week of a date; without one, over the
    /// horizon.
    case hires(StaffGroup.ID, LocalDate?)
    /// Seats of a vendor in the week of a date; without one, in every week in which it can have them.
    case seats(Vendor.ID, LocalDate?)
    /// Paid extra hours of a person who agrees, in the week of a date; without one, in every week.
    case overtime(StaffGroup.ID, LocalDate?)
    /// Whether a vendor's contract runs in a month: 1 or 0.
    case contract(Vendor.ID, YearMonth)
  }

  /// How the decision relates to the amount.
  public enum Relation: String, Sendable, Hashable, Codable, CaseIterable {
    /// At most.
    case atMost = "<="
    /// At least.
    case atLeast = ">="
    /// Exactly.
    case exactly = "="
  }

  /// What is pinned.
  public let subject: Subject
  /// How it relates to the amount.
  public let relation: Relation
  /// People, seats, hours a week, or 1 and 0 for yes and no.
  public let amount: Double

  /// A pin; an amount that is no number or below 0 counts as 0.
  public init(_ subject: Subject, _ relation: Relation, _ amount: Double) {
    self.subject = subject
    self.relation = relation
    self.amount = amount.isFinite ? max(0, amount) : 0
  }

  /// Whether the pin allows at most, or exactly, its amount.
  public var limitsAbove: Bool { relation != .atLeast }
  /// Whether the pin asks for at least, or exactly, its amount.
  public var limitsBelow: Bool { relation != .atMost }
}

extension PlanPin: CustomStringConvertible {
  /// The pin as it is written.
  public var description: String { "\(subjectText) \(relation.rawValue) \(amountText)" }

  private var subjectText: String {
    switch subject {
    case .hires(let group, let date): path("hires", group.rawValue, date)
    case .seats(let vendor, let date): path("seats", vendor.rawValue, date)
    case .overtime(let group, let date): path("overtime", group.rawValue, date)
    case .contract(let vendor, let month): "contract.\(vendor).\(month)"
    }
  }

  private func path(_ what: String, _ id: String, _ date: LocalDate?) -> String {
    date.map { "\(what).\(id).\($0)" } ?? "\(what).\(id)"
  }

  private var amountText: String {
    if case .contract = subject { return amount > 0 ? "yes" : "no" }
    let isWhole = amount == amount.rounded() && amount < 1e9
    let number = isWhole ? "\(Int64(amount))" : "\(amount)"
    if case .overtime = subject { return "\(number) h" }
    return number
  }
}

/// Why a text is no pin of a scenario.
public struct PlanPinError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The text.
  public let text: String
  /// What is wrong with it.
  public let reason: String
  /// What to write instead.
  public let hint: String

  /// What is wrong, and what would be right.
  public var description: String { "pin “\(text)”: \(reason); \(hint)" }
}

extension PlanPin {
  /// The forms of a pin, for help and messages.
  public static let forms = [
    "hires.GROUP.DATE = 20", "hires.GROUP <= 40", "seats.VENDOR = 0", "seats.VENDOR.DATE >= 30",
    "overtime.GROUP <= 4 h", "contract.VENDOR.2026-11 = no",
  ]

  /// The pin that `text` says, of a group or vendor of `scenario` and a date in its horizon.
  ///
  /// - Throws: ``PlanPinError`` with what is wrong and how it is written.
  public init(_ text: String, in scenario: Scenario) throws(PlanPinError) {
    func refuse(_ reason: String, _ hint: String? = nil) -> PlanPinError {
      let forms = PlanPin.forms.map { "`\($0)`" }.joined(separator: ", ")
      return PlanPinError(text: text, reason: reason, hint: hint ?? "write one of \(forms)")
    }
    guard let (left, relation, right) = PlanPin.parts(of: text) else {
      throw refuse("it says neither =, <= nor >=")
    }
    let path = left.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard path.count == 2 || path.count == 3 else {
      throw refuse("“\(left)” names no decision")
    }
    let groups = scenario.staffGroups.map(\.id.rawValue)
    let vendors = scenario.vendors.map(\.id.rawValue)
    let known: [String]
    switch path[0] {
    case "hires", "overtime": known = groups
    case "seats", "contract": known = vendors
    default: throw refuse("“\(path[0])” can not be pinned")
    }
    guard known.contains(path[1]) else {
      let what = path[0] == "hires" || path[0] == "overtime" ? "staff group" : "vendor"
      throw refuse(
        "there is no \(what) “\(path[1])”",
        known.isEmpty ? "the scenario has none" : "known are \(known.joined(separator: ", "))")
    }
    if path[0] == "contract" {
      guard path.count == 3, let month = PlanPin.month(path[2]) else {
        throw refuse("a contract needs its month", "write contract.\(path[1]).2026-11 = no")
      }
      let horizon = scenario.horizon
      let (first, last) = (horizon.start.yearMonth, horizon.end.adding(days: -1).yearMonth)
      guard first <= month, month <= last else {
        throw refuse(
          "“\(path[2])” is no month of the horizon", "write one from \(first) to \(last)")
      }
      guard relation == .exactly, let runs = PlanPin.answer(right) else {
        throw refuse(
          "a contract runs in a month or does not, and “\(relation.rawValue) \(right)” says "
            + "neither", "write \(left) = yes or \(left) = no")
      }
      self.init(.contract(Vendor.ID(path[1]), month), .exactly, runs ? 1 : 0)
      return
    }
    guard let amount = PlanPin.amount(right, isTime: path[0] == "overtime") else {
      throw refuse(
        "“\(right)” is no amount",
        path[0] == "overtime" ? "write hours of 0 or more" : "write a number of 0 or more")
    }
    guard path[0] != "hires" || amount == amount.rounded() else {
      let (below, above) = (Int64(amount.rounded(.down)), Int64(amount.rounded(.up)))
      throw refuse(
        "“\(right)” is not a whole number, and people are hired whole",
        "write \(below) or \(above)")
    }
    var date: LocalDate?
    if path.count == 3 {
      guard let day = LocalDate(iso: path[2]), scenario.horizon.contains(day) else {
        throw refuse(
          "“\(path[2])” is no date of the horizon",
          "write one from \(scenario.horizon.start) to \(scenario.horizon.end.adding(days: -1))")
      }
      date = day
    }
    switch path[0] {
    case "hires": self.init(.hires(StaffGroup.ID(path[1]), date), relation, amount)
    case "seats": self.init(.seats(Vendor.ID(path[1]), date), relation, amount)
    default: self.init(.overtime(StaffGroup.ID(path[1]), date), relation, amount)
    }
  }

  private static func parts(of text: String) -> (String, Relation, String)? {
    let plain = text.map { $0 == "≤" ? "<=" : $0 == "≥" ? ">=" : String($0) }.joined()
    guard let equals = plain.firstIndex(of: "=") else { return nil }
    var left = plain[..<equals]
    let right = plain[plain.index(after: equals)...]
    var relation = Relation.exactly
    if left.hasSuffix("<") { relation = .atMost }
    if left.hasSuffix(">") { relation = .atLeast }
    if relation != .exactly { left = left.dropLast() }
    return (trimmed(left), relation, trimmed(right))
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// The number of an amount; only time may have its unit.
  private static func amount(_ text: String, isTime: Bool) -> Double? {
    if text == "no" || text == "none" { return 0 }
    let digits = isTime && text.hasSuffix("h") ? trimmed(text.dropLast()) : text
    guard let amount = Double(digits), amount.isFinite, amount >= 0, amount <= 1e6 else {
      return nil
    }
    return amount
  }

  private static func answer(_ text: String) -> Bool? {
    switch text {
    case "yes", "1": true
    case "no", "none", "0": false
    default: nil
    }
  }

  private static func month(_ text: String) -> YearMonth? {
    LocalDate(iso: text + "-01")?.yearMonth
  }
}
