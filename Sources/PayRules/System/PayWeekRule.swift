/// How weeks are cut and settled.
public struct PayWeekRule: Sendable, Hashable, Codable {
  /// Which week an hour belongs to.
  public enum Attribution: String, Sendable, Hashable, Codable, CaseIterable {
    /// The one that its instant lies in.
    case instant
    /// The one in which its shift starts.
    case shiftStart = "shift-start"
    /// The one that its workday lies in: whole workdays.
    case workday
  }

  /// Which week an hour belongs to.
  public let of: Attribution
  /// Amounts that are paid once a week beside the hours.
  public let bonuses: [PayBonus]?
  /// How the regular rate is told where it is not all pay ÷ all hours.
  public let regularRate: PayRegularRate?
  /// The lines of a week with two rates or more.
  public let severalRates: PaySeveralRates?
  /// Overtime of the day or of the week, whichever is more.
  public let betterOf: PayBetterOf?

  enum CodingKeys: String, CodingKey {
    case of, bonuses
    case regularRate = "regular-rate"
    case severalRates = "several-rates"
    case betterOf = "better-of"
  }
}

/// A premium on the hours of a class.
public struct PayPremium: Sendable, Hashable, Codable {
  /// The name in ledgers.
  public let code: String
  /// The class whose hours it is for.
  public let of: String
  /// The factor.
  public let multiplier: PayNumber
}

/// An amount that a workweek with work is paid beside its hours.
public struct PayBonus: Sendable, Hashable, Codable {
  /// The name in ledgers.
  public let code: String
  /// The term with the amount, or with amounts by week.
  public let term: String
  /// Whether it is part of the regular rate.
  public let inRegularRate: Bool?
  /// The class whose hours it is divided by for premiums; all hours if not stated.
  public let over: String?
  /// Premiums on overtime at amount ÷ hours.
  public let premiums: [PayPremium]?
  /// The rule as a sentence.
  public let sentence: String
  /// The key of its source.
  public let source: String

  enum CodingKeys: String, CodingKey {
    case code, term, over, premiums, sentence, source
    case inRegularRate = "in-regular-rate"
  }
}

/// The regular rate: all pay of the week ÷ its hours, or a salary ÷ the hours it is for.
public struct PayRegularRate: Sendable, Hashable, Codable {
  /// The salary of a week, where it is for given hours.
  public let salary: PayNumber?
  /// The hours it is for.
  public let hours: PayNumber?
  /// The term with `exact` or `cent`.
  public let rounding: String?
  /// Whether its multiples are rounded too.
  public let roundsMultiples: Bool?

  enum CodingKeys: String, CodingKey {
    case salary, hours, rounding
    case roundsMultiples = "rounds-multiples"
  }
}

/// The lines of a week in which hours have two rates or more: each rate's hours once, and premiums
/// at the weighted rate.
public struct PaySeveralRates: Sendable, Hashable, Codable {
  /// The name of the straight lines.
  public let straight: String
  /// The premiums in place of the classes.
  public let premiums: [PayPremium]
  /// The rule as a sentence.
  public let sentence: String
  /// The key of its source.
  public let source: String
}

/// Overtime by the day or by the week, whichever is more favourable.
public struct PayBetterOf: Sendable, Hashable, Codable {
  /// The class of the overtime.
  public let code: String
  /// The factor on the rate.
  public let multiplier: PayNumber
  /// The ordinary hours of a day.
  public let day: PayNumber
  /// The ordinary hours of a week.
  public let week: PayNumber
  /// The term that says how minutes are rounded.
  public let rounding: String?
  /// The rule as a sentence.
  public let sentence: String
  /// The key of its source.
  public let source: String
}
