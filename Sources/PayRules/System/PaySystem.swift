public import BusinessCalendar
internal import Units

/// How hours are paid under one law and one kind of contract for a span of dates, as data: terms,
/// pay classes in the order in which they are tried, supplements, factors, caps.
///
/// All systems run through one pipeline, ``PayRun``. Packs come from the data in this module or
/// from ``read(json:)``, which refuses what it cannot check. Nothing here is legal advice.
public struct PaySystem: Sendable, Hashable, Codable {
  /// The name that commands use, such as `us-hourly`.
  public let id: String
  /// The name for people.
  public let name: String
  /// The ISO 3166 code of the country, with a region where its law differs.
  public let jurisdiction: String
  /// The kind of contract, such as `comprehensive`.
  public let contract: String
  /// The ISO 4217 code of the currency that wages of the place are paid in, where there is one.
  public let currency: String?
  /// The time zone, where the place has but one.
  public let timeZone: TimeZoneRules?
  /// The first day the rules hold.
  public let effectiveFrom: LocalDate
  /// The first day they no longer hold; `nil` while no end is known.
  public let effectiveTo: LocalDate?
  /// Where the rules come from, by key.
  public let sources: [PaySource]
  /// What a contract or a company must or may state.
  public let terms: [PayTerm]?
  /// Which dates are holidays, and from what hour on.
  public let holidays: PayHolidayRule?
  /// Hours of the clock by name: `22:00-06:00`, or `$TERM`.
  public let windows: [String: String]?
  /// The day whose hours a daily limit counts.
  public let day: PayDayRule?
  /// How weeks are cut and settled, where the law has rules for a week.
  public let week: PayWeekRule?
  /// How a month's salary turns into a day's wage and an hour's, where the law says so.
  public let dayWage: PayDayWage?
  /// One line of pay per case, week or shift.
  public let lines: PayGrouping?
  /// The classes; each hour is paid in the first whose condition holds, and the last has none.
  public let classes: [PaySystemClass]
  /// Supplements that are paid beside the hour's class; each whose condition holds.
  public let supplements: [PaySystemClass]?
  /// Factors on the class's own; each whose condition holds.
  public let factors: [PayFactor]?
  /// Amounts for shifts or days.
  public let allowances: [PayAllowance]?
  /// Limits; broken ones are flags, and the pay is due all the same.
  public let caps: [PayCap]?
  /// The id of the ``WorkingTimeLimits`` whose rest rules hold beside the caps.
  public let limits: String?
  /// The permit that the rules need, where they need one.
  public let permit: PayPermitRule?

  enum CodingKeys: String, CodingKey {
    case id, name, jurisdiction, contract, currency, sources, terms, holidays, windows, day, week
    case lines, classes, supplements, factors, allowances, caps, limits, permit
    case timeZone = "time-zone"
    case effectiveFrom = "effective-from"
    case effectiveTo = "effective-to"
    case dayWage = "day-wage"
  }

  /// Whether the rules hold on `date`.
  public func isEffective(on date: LocalDate) -> Bool {
    date >= effectiveFrom && (effectiveTo.map { date < $0 } ?? true)
  }

  /// The source with this key.
  func source(_ key: String) -> RuleSource {
    let found = sources.first { $0.key == key }
    return RuleSource(
      title: found?.title ?? key, article: found?.article ?? "",
      evidence: found?.evidence ?? .assumption)
  }
}

/// A source of a pay system, with the key that its rules name.
public struct PaySource: Sendable, Hashable, Codable {
  /// The key.
  public let key: String
  /// The law, regulation, contract or notice.
  public let title: String
  /// The place in it.
  public let article: String?
  /// How the rule is backed.
  public let evidence: RuleSource.Evidence
}

/// What lines of pay are for.
public enum PayGrouping: String, Sendable, Hashable, Codable, CaseIterable {
  /// One line a class for the whole timesheet.
  case sheet
  /// One line a class and workweek.
  case week
  /// One line a class and shift.
  case shift
}

/// Which dates are holidays.
public struct PayHolidayRule: Sendable, Hashable, Codable {
  /// The kinds of holiday that the calendar tells apart, such as `regular` and `special`.
  public let types: [String]?
  /// The term that lists a person's own holidays, whose kind is the term's key.
  public let term: String?
  /// When a holiday or Sunday starts, if not at midnight.
  public let from: LocalTime?
}

/// The day whose hours a daily limit counts.
public struct PayDayRule: Sendable, Hashable, Codable {
  /// How days are told.
  public enum Attribution: String, Sendable, Hashable, Codable, CaseIterable {
    /// All hours of a shift belong to the date on which it starts.
    case shiftStart = "shift-start"
    /// The employer's own day of 24 hours, which cuts shifts.
    case workday
  }

  /// How days are told.
  public let of: Attribution
}

/// A month's salary as a day's wage and an hour's.
public struct PayDayWage: Sendable, Hashable, Codable {
  /// The salary of a month.
  public let salary: PayNumber
  /// The days it is divided by.
  public let days: PayNumber
  /// The hours of a day.
  public let hours: PayNumber
}

/// What an hour adds to, and what limits are for.
public enum PayCounter: String, Sendable, Hashable, Codable, CaseIterable {
  /// The hours of the day.
  case day
  /// The hours of the workweek.
  case week
  /// The hours of the timesheet.
  case period
  /// The overtime of the month, with what came before the timesheet.
  case month
  /// The hours of the shift.
  case shift
}

/// When a class, supplement or factor applies; all that is stated must hold.
public struct PayWhen: Sendable, Hashable, Codable {
  /// What the day on which the shift starts is for the person.
  public let role: [WorkedShift.Role]?
  /// The kinds of holiday the hour lies in; `sunday` is one too.
  public let holiday: [String]?
  /// The window the hour lies in.
  public let window: String?
  /// Whether equal time off is given.
  public let timeOff: Bool?
  /// Whether it is the seventh day of a workweek with work on all seven.
  public let seventhDay: Bool?
  /// Counters that have reached so many hours.
  public let beyond: [String: PayNumber]?
  /// Counters that have not.
  public let within: [String: PayNumber]?
  /// The most hours of the whole shift.
  public let shiftUpTo: PayNumber?
  /// The words that terms must have.
  public let terms: [String: String]?

  enum CodingKeys: String, CodingKey {
    case role, holiday, window, beyond, within, terms
    case timeOff = "time-off"
    case seventhDay = "seventh-day"
    case shiftUpTo = "shift-up-to"
  }
}

/// What an hour of a class is paid by.
public enum PayMeasure: String, Sendable, Hashable, Codable, CaseIterable {
  /// Hours × multiplier × rate.
  case hours
  /// Nothing: the monthly salary holds it.
  case inSalary = "in-salary"
  /// Within a monthly salary, by the hour otherwise.
  case base
  /// Multiplier × a day's wage, however many hours.
  case dayWage = "day-wage"
  /// The terms' amounts, once a workweek with work.
  case weekAmount = "week-amount"
}

/// A class of pay, or a supplement beside it.
public struct PaySystemClass: Sendable, Hashable, Codable {
  /// The class's name in ledgers, such as `CN_OT150`.
  public let code: String
  /// When it applies; always if not stated.
  public let when: PayWhen?
  /// The factor on the rate; 1 if not stated.
  public let multiplier: PayNumber?
  /// What it is paid by; by hours if not stated.
  public let pays: PayMeasure?
  /// The pay of an hour: `hourly` (if not stated), `shift` (the shift's own), `regular` (the
  /// workweek's regular rate) or `$TERM`.
  public let rate: String?
  /// The terms whose amounts a week is paid, for `week-amount`.
  public let amounts: [String]?
  /// What its lines are for, if not as the system's.
  public let per: PayGrouping?
  /// What its hours add to.
  public let counts: [PayCounter]?
  /// Whether it is part of the regular rate; only for supplements.
  public let inRegularRate: Bool?
  /// Whether equal time off is owed for its hours.
  public let owesTimeOff: Bool?
  /// The rule as a sentence.
  public let sentence: String
  /// The key of its source.
  public let source: String

  enum CodingKeys: String, CodingKey {
    case code, when, multiplier, pays, rate, amounts, per, counts, sentence, source
    case inRegularRate = "in-regular-rate"
    case owesTimeOff = "owes-time-off"
  }
}

/// A factor on a class's own multiplier; the class's code gets its suffix.
public struct PayFactor: Sendable, Hashable, Codable {
  /// What is added to the class's code, such as `_ND`.
  public let suffix: String
  /// When it applies.
  public let when: PayWhen?
  /// The factor.
  public let multiplier: PayNumber
  /// Other factors for some classes, by code.
  public let except: [String: PayNumber]?
  /// The rule as a sentence.
  public let sentence: String
  /// The key of its source.
  public let source: String
}

/// An amount for a shift or a date.
public struct PayAllowance: Sendable, Hashable, Codable {
  /// The name in ledgers.
  public let code: String
  /// The term: a shift allowance, or dates that are paid.
  public let term: String
  /// The hours that a date is paid; only for dates.
  public let hours: PayNumber?
  /// The rule as a sentence.
  public let sentence: String
  /// The key of its source.
  public let source: String
}

/// A limit that raises a flag.
public struct PayCap: Sendable, Hashable, Codable {
  /// What is limited.
  public enum Measure: String, Sendable, Hashable, Codable, CaseIterable {
    /// Hours of the classes on one date of shift starts.
    case day
    /// Hours of the classes in the month, with the prior term.
    case month
    /// Hours of the classes in the timesheet.
    case period
    /// The hours of one shift.
    case shift
    /// Dates in a row on which shifts start.
    case consecutiveDays = "consecutive-days"
  }

  /// The flag's name.
  public let code: String
  /// What is limited.
  public let measure: Measure
  /// The most hours or days; more raises the flag.
  public let limit: PayNumber
  /// Whether reaching the limit raises the flag already.
  public let reached: Bool?
  /// The classes whose hours count.
  public let classes: [String]?
  /// The term with hours earlier in the month.
  public let prior: String?
  /// The rule as a sentence.
  public let sentence: String
  /// The key of its source.
  public let source: String
}
