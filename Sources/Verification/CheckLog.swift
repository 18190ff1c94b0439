internal import BusinessCalendar
internal import Units

/// What a comparison is of.
struct Subject {
  let family: CheckFamily
  let what: String
  let owner: String
  var week: Week?
  var month: YearMonth?
  let rule: String

  init(
    _ family: CheckFamily, _ what: String, of owner: String = "", week: Week? = nil,
    month: YearMonth? = nil, rule: String
  ) {
    self.family = family
    self.what = what
    self.owner = owner
    self.week = week
    self.month = month
    self.rule = rule
  }
}

/// The kind of a compared number: its unit, and how far two of it may lie apart.
///
/// Time is kept in whole seconds, each rounded by itself, and comes out of a solver that is exact
/// to about a millionth: hours may differ by 0.01 and a millionth. Heads are kept as they are.
enum FigureKind {
  case heads, seats, hours, contacts

  func figure(_ value: Double) -> CheckedFigure {
    switch self {
    case .heads: .heads(Headcount(value))
    case .seats: .seats(Headcount(value))
    case .hours: .hours(WorkTime(hours: value))
    case .contacts: .contacts(ContactVolume(value))
    }
  }

  func slack(_ value: Double) -> Double {
    switch self {
    case .heads: 1e-6 + value.magnitude * 1e-9
    case .seats: 1e-3 + value.magnitude * 1e-6
    case .hours, .contacts: 0.01 + value.magnitude * 1e-6
    }
  }
}

/// Collects findings, and counts what was compared. A number that is not one is always found.
struct CheckLog {
  private(set) var findings: [Finding] = []
  private var counts: [CheckFamily: Int] = [:]

  var report: VerificationReport {
    VerificationReport(
      findings: findings,
      checked: CheckFamily.allCases.compactMap { family in
        counts[family].map { CheckedFamily(family: family, figures: $0) }
      })
  }

  /// The plan's number must be the recomputed one, but for `slack` (by default the kind's).
  mutating func same(
    _ stated: Double, as recomputed: Double, _ kind: FigureKind, slack: Double? = nil,
    _ subject: Subject
  ) {
    let slack = slack ?? kind.slack(recomputed)
    check((stated - recomputed).magnitude <= slack, subject, .same) {
      (kind.figure(stated), kind.figure(recomputed))
    }
  }

  /// The plan's number must not be more than `limit`.
  mutating func atMost(
    _ stated: Double, _ limit: Double, _ kind: FigureKind, slack: Double? = nil,
    _ subject: Subject
  ) {
    check(stated <= limit + (slack ?? kind.slack(limit)), subject, .atMost) {
      (kind.figure(stated), kind.figure(limit))
    }
  }

  /// The plan's number must not be less than `limit`.
  mutating func atLeast(
    _ stated: Double, _ limit: Double, _ kind: FigureKind, slack: Double? = nil,
    _ subject: Subject
  ) {
    check(stated >= limit - (slack ?? kind.slack(limit)), subject, .atLeast) {
      (kind.figure(stated), kind.figure(limit))
    }
  }

  /// The plan's whole number must be, be at most or be at least `recomputed`.
  mutating func whole(
    _ stated: Int, _ comparison: Comparison = .same, _ recomputed: Int, unit: String,
    _ subject: Subject
  ) {
    let holds =
      switch comparison {
      case .same: stated == recomputed
      case .atMost: stated <= recomputed
      case .atLeast: stated >= recomputed
      }
    check(holds, subject, comparison) {
      (.count(stated, unit: unit), .count(recomputed, unit: unit))
    }
  }

  /// The plan's figure must be exactly the recomputed one.
  mutating func exactly(_ stated: CheckedFigure, _ recomputed: CheckedFigure, _ subject: Subject) {
    check(stated == recomputed, subject, .same) { (stated, recomputed) }
  }

  /// What was looked at holds, or is a finding with these two figures.
  mutating func check(
    _ holds: Bool, _ subject: Subject, _ comparison: Comparison = .same,
    _ figures: () -> (stated: CheckedFigure, recomputed: CheckedFigure)
  ) {
    counts[subject.family, default: 0] += 1
    guard !holds else { return }
    let (stated, recomputed) = figures()
    findings.append(
      Finding(
        family: subject.family, what: subject.what, owner: subject.owner, week: subject.week,
        month: subject.month, stated: stated, comparison: comparison, recomputed: recomputed,
        rule: subject.rule))
  }
}
