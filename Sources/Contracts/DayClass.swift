public import Units

/// How a contract sees an hour: the condition a surcharge may be agreed for.
public enum DayClass: String, Sendable, Hashable, Codable, CaseIterable {
  /// An hour at the plain price.
  case normal
  /// An hour above the vendor's normal hours.
  case overtime
  /// An hour on a rest day.
  case restDay = "rest-day"
  /// An hour on a statutory holiday.
  case holiday

  /// The hours in words, as in "productive hours on statutory holidays".
  var phrase: String {
    switch self {
    case .normal: "in normal time"
    case .overtime: "in overtime"
    case .restDay: "on rest days"
    case .holiday: "on statutory holidays"
    }
  }
}

/// A condition under which the price is multiplied.
public enum SurchargeCondition: String, Sendable, Hashable, Codable, CaseIterable {
  /// Above the vendor's normal hours.
  case overtime
  /// On rest days.
  case restDay = "rest-day"
  /// On statutory holidays.
  case holiday

  /// The class of hours the condition describes.
  public var dayClass: DayClass {
    switch self {
    case .overtime: .overtime
    case .restDay: .restDay
    case .holiday: .holiday
    }
  }
}

/// An agreed factor on the whole price under one condition.
///
/// A surcharge on the wage share only is the factor `1 + wageShare × (f − 1)`: 2.2 for a wage share
/// of 60 % and a threefold wage, see ``init(_:onWageShare:wageFactor:)``.
public struct Surcharge: Sendable, Hashable, Codable {
  /// When it applies.
  public let condition: SurchargeCondition
  /// The factor on the price; 3 makes the hour cost three times its price.
  public let factor: Multiplier

  /// A surcharge of `factor` on the whole price.
  public init(_ condition: SurchargeCondition, _ factor: Multiplier) {
    self.condition = condition
    self.factor = factor
  }

  /// A surcharge on the wage share of the price: `1 + wageShare × (wageFactor − 1)`.
  public init(
    _ condition: SurchargeCondition, onWageShare wageShare: Rational, wageFactor: Multiplier
  ) {
    self.condition = condition
    factor = Multiplier(.one + wageShare * (wageFactor.factor - .one))
  }
}
