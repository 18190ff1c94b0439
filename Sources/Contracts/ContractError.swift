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
  /// A term, by its field, that something else in the contract needs.
  case missingTerm(String, for: String)
  /// A figure of the month, by its field, that a clause needs.
  case missingActual(String, clause: String)
  /// Two terms that cannot both hold.
  case contradiction(String, String, why: String)
  /// A value outside what the field can be.
  case outOfRange(String, Rational, allowed: String)
  /// Two entries of a list with one name.
  case namedTwice(String)
  /// The bands of contacts leave a gap, overlap, or do not begin at the first contact.
  case brokenBands(String)
  /// More contacts than the last band has.
  case beyondBands(Rational)
  /// A quantity, by its field, for which no price was agreed.
  case quantityWithoutPrice(String, term: String)
  /// More hours with a premium than hours.
  case premiumBeyondHours(String)
  /// An amount is too large to stay exact.
  case amountTooLarge(String)
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
    default: clauseDescription
    }
  }

  private var clauseDescription: String {
    switch self {
    case .missingTerm(let field, let reason): "\(field) is missing, for \(reason): add it"
    case .missingActual(let field, let clause):
      "\(field) is missing in the month's figures: \(clause) needs it, add it"
    case .contradiction(let first, let second, let why):
      "\(first) and \(second) contradict each other: \(why); keep one"
    case .outOfRange(let field, let value, let allowed):
      "\(field) is \(value.decimal): it is \(allowed)"
    case .namedTwice(let field): "\(field) is given twice: keep one"
    case .brokenBands(let what): "contact.tiers: \(what)"
    case .beyondBands(let count):
      "contact.qty is \(count.decimal), more than the last band of contact.tiers has: leave the "
        + "band's end open, or add one"
    case .quantityWithoutPrice(let field, let term):
      "\(field) was used but has no price: add \(term)"
    case .premiumBeyondHours(let field):
      "\(field) has more hours than there are in its class: premium hours are contained in them"
    case .amountTooLarge(let item):
      "\(item) makes an amount beyond 10 000 000 000 000.00: check its quantity and price"
    default: ""
    }
  }

  /// The field of the terms or of the month's figures that the error is about, where it is one.
  public var field: String? {
    switch self {
    case .missingTerm(let field, _), .missingActual(let field, _),
      .contradiction(let field, _, _), .outOfRange(let field, _, _), .namedTwice(let field),
      .quantityWithoutPrice(let field, _), .premiumBeyondHours(let field):
      field
    case .brokenBands: "contact.tiers"
    case .beyondBands: "contact.qty"
    case .unitPricedTwice(let unit), .negativePrice(let unit), .usageWithoutPrice(let unit):
      "\(unit.rawValue).rate"
    case .surchargedTwice(let condition), .negativeSurcharge(let condition):
      "surcharge.\(condition.rawValue)"
    case .commitmentWithoutPrice, .negativeCommitment: "commit.hours"
    case .tierTwice, .tierFromNothing: "hour-tiers"
    case .unpayableSetup: "setup.fee"
    case .negativeVAT: "vat.rate"
    case .usageWithoutSurcharge(let dayClass): "surcharge.\(dayClass.rawValue)"
    case .negativeUsage(let unit, let dayClass): "\(unit.rawValue).\(dayClass.rawValue)"
    case .monthBeforeContract: "contract-month"
    case .amountTooLarge: nil
    }
  }
}
