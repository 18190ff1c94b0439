public import Units

/// Why an invoice cannot be computed from terms and usage.
public enum ContractError: Error, Sendable, Hashable, Codable {
  /// Two prices were agreed for one unit.
  case unitPricedTwice(PricingUnit)
  /// A price is negative.
  case negativePrice(PricingUnit)
  /// Two surcharges were agreed for one condition.
  case surchargedTwice(SurchargeCondition)
  /// A surcharge's factor is negative.
  case negativeSurcharge(SurchargeCondition)
  /// The commitment's unit has no price.
  case commitmentWithoutPrice(PricingUnit)
  /// The committed time or its shortfall share is negative.
  case negativeCommitment
  /// Two tiers begin at the same volume.
  case tierTwice(WorkTime)
  /// A tier begins at no volume at all.
  case tierFromNothing
  /// A set-up fee is negative or has no instalment.
  case unpayableSetup
  /// The VAT rate is negative.
  case negativeVAT
  /// Hours were used of a unit that has no price.
  case usageWithoutPrice(PricingUnit)
  /// Hours were used in a class that has no agreed surcharge.
  case usageWithoutSurcharge(DayClass)
  /// Less than no time was used.
  case negativeUsage(PricingUnit, DayClass)
  /// The contract's months are counted from 1.
  case monthBeforeContract(Int)
}

extension ContractError: CustomStringConvertible {
  /// What is wrong, and what to do about it.
  public var description: String {
    switch self {
    case .unitPricedTwice(let unit):
      "two prices per \(unit.name): keep one"
    case .negativePrice(let unit):
      "the price per \(unit.name) is negative: state what is paid as a positive amount"
    case .surchargedTwice(let condition):
      "two surcharges for \(condition.rawValue): keep one"
    case .negativeSurcharge(let condition):
      "the \(condition.rawValue) surcharge is a negative factor: 1 means no surcharge"
    case .commitmentWithoutPrice(let unit):
      "the commitment is in \(unit.name)s, which have no price: add one"
    case .negativeCommitment:
      "the commitment's hours or its shortfall share are negative"
    case .tierTwice(let above):
      "two tiers begin above \(above.exactHours.decimal) h: keep one"
    case .tierFromNothing:
      "a tier begins above 0 h: state that price as the contract's price"
    case .unpayableSetup:
      "the set-up fee must not be negative and needs at least one instalment"
    case .negativeVAT:
      "the VAT rate is negative"
    case .usageWithoutPrice(let unit):
      "\(unit.name)s were used but have no price: add one"
    case .usageWithoutSurcharge(let dayClass):
      "hours \(dayClass.phrase) were used but no surcharge is agreed: add one (1 for none), "
        + "or bill them as normal hours"
    case .negativeUsage(let unit, let dayClass):
      "the \(unit.name)s \(dayClass.phrase) are negative"
    case .monthBeforeContract(let month):
      "month \(month) of the contract: months are counted from 1"
    }
  }
}
