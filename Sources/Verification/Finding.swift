public import BusinessCalendar
public import Units

/// What a finding is about: one check each, in a file of its own.
public enum CheckFamily: String, Sendable, Hashable, Codable, CaseIterable {
  /// The plan has the scenario's weeks, groups, vendors and queues.
  case plan
  /// Net hours that queues need.
  case requirement
  /// Heads by week: classes, wash-out, training, nesting, ramp, attrition by tenure, waves.
  case heads
  /// Sizes, calendar, dates and graduates of hiring classes.
  case classes
  /// Recruiting lead of hiring classes.
  case lead
  /// Trainers of hiring classes.
  case trainers
  /// Regular and extra hours, and to which queues they go.
  case hours
  /// Extra hours of a day and a week, by pay class.
  case overtimePerWeek = "overtime-per-week"
  /// Extra hours of a calendar month.
  case overtimePerMonth = "overtime-per-month"
  /// Extra hours of any so many weeks in a row.
  case rollingOvertime = "rolling-overtime"
  /// Kinds of employment: shares that the law allows, interns' hours, ends of contracts.
  case employment
  /// People made redundant.
  case redundancy
  /// People who move to another group.
  case transfers
  /// Recruits of a calendar month.
  case recruiting
  /// Training rooms of sites.
  case rooms
  /// Leave that is granted, and its balance.
  case leave
  /// Voluntary time off.
  case undertime
  /// Overtime of tired people.
  case fatigue
  /// Time off in lieu of pay.
  case timeOff = "time-off"
  /// People who learn another queue, and the hours they lend to it.
  case crossTraining = "cross-training"
  /// Seats of sites.
  case seats
  /// Seats of vendors: notice, ramp, minimum, maximum.
  case vendorSeats = "vendor-seats"
  /// Billed hours of vendors, and to which queues they go.
  case vendorHours = "vendor-hours"
  /// In which months contracts run, and their set-up.
  case vendorContract = "vendor-contract"
  /// Hours of contracts by calendar month, and what is committed.
  case vendorCommitment = "vendor-commitment"
  /// The share that vendors may take.
  case outsourcing
  /// Every required hour is somebody's or short.
  case cover
  /// Contacts and price of what is short.
  case shortage
  /// Heads missing at the end.
  case endStrength = "end-strength"
  /// The budget.
  case budget
  /// Decisions that the planner has taken.
  case pin
  /// The money, line by line and by category.
  case ledger
  /// What the program says that it minimised.
  case objective
  /// Seats by shift in the weeks that are scheduled.
  case schedule
  /// Parts of the scenario or the plan that no check knows.
  case notChecked = "not-checked"
}

/// A number of a finding with its unit, or what stands in its place.
public enum CheckedFigure: Sendable, Hashable, Codable {
  /// People.
  case heads(Headcount)
  /// Seats.
  case seats(Headcount)
  /// Hours.
  case hours(WorkTime)
  /// Contacts.
  case contacts(ContactVolume)
  /// Money in the scenario's currency.
  case money(Money)
  /// Whole things: classes, weeks, lines.
  case count(Int, unit: String)
  /// A date.
  case date(LocalDate)
  /// Anything that is no number.
  case text(String)
}

/// How the plan's figure must relate to the recomputed one.
public enum Comparison: String, Sendable, Hashable, Codable, CaseIterable {
  /// They are the same.
  case same
  /// The plan's is at most the recomputed one.
  case atMost = "at-most"
  /// The plan's is at least the recomputed one.
  case atLeast = "at-least"
}

/// A figure of a plan that does not follow from its decisions and the scenario, or breaks a rule.
public struct Finding: Sendable, Hashable, Codable {
  /// The check that found it.
  public let family: CheckFamily
  /// What the figure is, such as `heads in training`.
  public let what: String
  /// Whose it is: the id of a group, vendor, site or queue; empty for the whole plan.
  public let owner: String
  /// The week it speaks of, if one.
  public let week: Week?
  /// The calendar month it speaks of, if one.
  public let month: YearMonth?
  /// What the plan says.
  public let stated: CheckedFigure
  /// How the two must relate.
  public let comparison: Comparison
  /// What follows from the plan's decisions and the scenario.
  public let recomputed: CheckedFigure
  /// The rule in a sentence.
  public let rule: String

  /// A finding.
  public init(
    family: CheckFamily, what: String, owner: String, week: Week? = nil, month: YearMonth? = nil,
    stated: CheckedFigure, comparison: Comparison = .same, recomputed: CheckedFigure, rule: String
  ) {
    self.family = family
    self.what = what
    self.owner = owner
    self.week = week
    self.month = month
    self.stated = stated
    self.comparison = comparison
    self.recomputed = recomputed
    self.rule = rule
  }
}

/// How many figures a check compared.
public struct CheckedFamily: Sendable, Hashable, Codable {
  /// The check.
  public let family: CheckFamily
  /// Figures that it compared, those with a finding included.
  public let figures: Int

  /// `figures` of `family`.
  public init(family: CheckFamily, figures: Int) {
    self.family = family
    self.figures = figures
  }
}

/// What a verification found, and how much it looked at.
public struct VerificationReport: Sendable, Equatable, Codable {
  /// The findings in the order of the checks, each in the order of time.
  public let findings: [Finding]
  /// The checks that compared anything, in their order.
  public let checked: [CheckedFamily]

  /// A report.
  public init(findings: [Finding], checked: [CheckedFamily]) {
    self.findings = findings
    self.checked = checked
  }

  /// Whether nothing was found.
  public var isClean: Bool { findings.isEmpty }
}
