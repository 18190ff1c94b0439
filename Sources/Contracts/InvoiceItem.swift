/// What an invoice line bills.
public enum InvoiceItem: Sendable, Hashable, Codable {
  /// The fee for a month.
  case baseFee
  /// Months of full-time people.
  case fullTimeMonths
  /// Months of seats.
  case seatMonths
  /// Hours used, of one unit and class.
  case hours(PricingUnit, DayClass)
  /// What hours of one unit and class cost on top for a premium.
  case premium(PricingUnit, String, DayClass)
  /// What hours above a tier's volume cost more, or less, than at the main price; the tier from 1.
  case tier(PricingUnit, Int)
  /// Minutes of talk.
  case talkMinutes
  /// Contacts at the price of a band, by its label such as `2101-3200`.
  case contactBand(String)
  /// Contacts that do not repeat an earlier one.
  case contacts
  /// Contacts up to the cap of a locked forecast.
  case contactsWithinBand
  /// Contacts above the cap of a locked forecast.
  case contactsAboveCap
  /// Contacts missing to the floor of a locked forecast.
  case forecastLockTopUp
  /// The contacts of a baseline.
  case baselineCharge
  /// Contacts above a baseline's deadband (ARC).
  case additionalCharge
  /// The credit for contacts below a baseline's deadband (RRC).
  case reducedCredit
  /// The share of attributed sales.
  case salesShare
  /// What is paid back of it for refunded sales.
  case refundClawback
  /// Consultations in a shop.
  case consultations
  /// Days of seats in a promotion.
  case promotionSeatDays
  /// Committed hours that were not used.
  case commitmentTopUp(PricingUnit)
  /// Committed contacts that did not come.
  case contactTopUp
  /// What is missing to the minimum spend.
  case minimumSpendTopUp
  /// A week of people who still learn.
  case rampWeek(Int)
  /// Training for growth.
  case growthTraining
  /// Training for people who replace leavers.
  case replacementTraining
  /// Training for new content.
  case contentTraining
  /// A part of the set-up fee.
  case setup
  /// The bonus or malus for the service.
  case serviceLevel
  /// Costs passed through.
  case passThrough
  /// A platform's fines that the vendor bears.
  case finesPassedOn
  /// What a change in the exchange rate changes.
  case exchangeRate

  /// A stable name for tables, such as `productive-hour.holiday` or `take-or-pay-top-up`.
  public var code: String {
    switch self {
    case .baseFee: "base-fee"
    case .fullTimeMonths: "fte-month"
    case .seatMonths: "seat-month"
    case .hours(let unit, let dayClass): "\(unit.rawValue).\(dayClass.rawValue)"
    case .premium(let unit, let name, let dayClass):
      "\(unit.rawValue).\(name).\(dayClass.rawValue)"
    case .tier(let unit, let tier): "\(unit.rawValue).tier-\(tier)"
    case .talkMinutes: "talk-minute"
    case .contactBand(let label): "contact-band-\(label)"
    case .contacts: "contact"
    case .contactsWithinBand: "contact-within-band"
    case .contactsAboveCap: "contact-above-cap"
    case .forecastLockTopUp: "forecast-lock-top-up"
    case .baselineCharge: "baseline-charge"
    case .additionalCharge: "arc"
    case .reducedCredit: "rrc"
    case .salesShare: "sales-share"
    case .refundClawback: "refund-clawback"
    case .consultations: "consultation"
    case .promotionSeatDays: "promotion-seat-day"
    case .commitmentTopUp, .contactTopUp: "take-or-pay-top-up"
    case .minimumSpendTopUp: "minimum-spend-top-up"
    case .rampWeek(let week): "ramp-week-\(week)"
    case .growthTraining: "training-growth"
    case .replacementTraining: "training-attrition-replacement"
    case .contentTraining: "training-new-content"
    case .setup: "setup"
    case .serviceLevel: "sla-bonus-malus"
    case .passThrough: "pass-through"
    case .finesPassedOn: "fines-passed-on"
    case .exchangeRate: "fx-adjustment"
    }
  }

  /// The form of a line's name as ``code`` writes it: small letters, hyphens between words, and our
  /// words for `prod_hour` and `talk_min`. A vendor's “SLA bonus/malus” becomes `sla-bonus-malus`.
  public static func code(of name: some StringProtocol) -> String {
    ContractField.name(of: name)
  }
}
