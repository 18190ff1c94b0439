public import BusinessCalendar
public import Scenarios
public import Units

/// What a plan costs, line by line, exact to the minor unit.
public struct CostStatement: Sendable, Equatable, Codable {
  /// The currency of all amounts.
  public let currency: Currency
  /// The ledger of the capacity plan over the horizon, in the order of week, category and supplier.
  public let lines: [LedgerLine]
  /// The same categories for the scheduled weeks, from the shifts themselves: what the peak's
  /// schedule costs. Not part of `total`.
  public let scheduleLines: [LedgerLine]

  /// A statement of `lines`.
  public init(currency: Currency, lines: [LedgerLine], scheduleLines: [LedgerLine]) {
    self.currency = currency
    self.lines = lines
    self.scheduleLines = scheduleLines
  }

  /// The money that is paid over the horizon: the sum of all lines but priced shortage.
  public var total: Money { lines.filter { $0.category.isCash }.map(\.amount).total() }

  /// The sum of the lines of one category.
  public func total(of category: CostCategory) -> Money {
    lines.filter { $0.category == category }.map(\.amount).total()
  }
}

/// What a ledger line pays for.
public enum CostCategory: String, Sendable, Codable, CaseIterable {
  /// Salaries and regular hours, training included separately.
  case regularPay = "regular-pay"
  /// Pay for statutory holidays, on which people past training are off.
  case paidHoliday = "paid-holiday"
  /// Pay of people in training.
  case trainingPay = "training-pay"
  /// Hours beyond the normal day.
  case overtime
  /// Work on a rest day.
  case restDayWork = "rest-day-work"
  /// Work on a statutory holiday.
  case holidayWork = "holiday-work"
  /// Premiums for hours at night and allowances for night shifts, or for other hours of the clock.
  case shiftDifferential = "shift-differential"
  /// Pay of support roles, whose number follows that of the agents.
  case support
  /// The employer's contributions.
  case contributions
  /// Recruiting and equipment, a head.
  case recruiting
  /// Trainers and rooms, a class.
  case classes
  /// What is due for people whose contract ends.
  case contractEnds = "contract-ends"
  /// What is due for people who are made redundant.
  case redundancy
  /// Leave that is paid because it was not taken.
  case unusedLeave = "unused-leave"
  /// Pay that is saved by voluntary time off: negative.
  case undertime
  /// What people cost who learn another queue.
  case crossTraining = "cross-training"
  /// What people cost who move to another group.
  case transfers
  /// Hours of vendors at their ordinary price.
  case vendorHours = "vendor-hours"
  /// What vendors charge on top on holidays.
  case vendorSurcharge = "vendor-surcharge"
  /// Hours committed but not used.
  case vendorCommitment = "vendor-commitment"
  /// What hours of a month above a tier's volume cost more or, below zero, less.
  case vendorTier = "vendor-tier"
  /// Set-up fees.
  case vendorSetUp = "vendor-set-up"
  /// What ending contracts costs.
  case vendorExit = "vendor-exit"
  /// Seats beyond sites' own.
  case seatOverflow = "seat-overflow"
  /// Notices that save contacts, a recipient.
  case notices
  /// Contacts that nobody handles, at the scenario's price: not cash.
  case shortage
  /// Contacts of the busiest hours that nobody handles beyond those, at the scenario's price: not
  /// cash.
  case peakShortage = "peak-shortage"
  /// Heads missing at the end of the horizon, at the scenario's price: not cash.
  case endStrength = "end-strength"
  /// What money above the budget weighs, beside the money itself: not cash.
  case overBudget = "over-budget"

  /// Whether it is money that is paid, and not a price for something missing.
  public var isCash: Bool {
    switch self {
    case .shortage, .peakShortage, .endStrength, .overBudget: false
    default: true
    }
  }
}

/// One line of the ledger: a quantity times a rate times a multiplier, rounded once.
public struct LedgerLine: Sendable, Equatable, Codable {
  /// The number of the line in its ledger, from 1.
  public let number: Int
  /// What it pays for.
  public let category: CostCategory
  /// The group or vendor; empty where there is none.
  public let supplier: String
  /// The queue, where the line belongs to one.
  public let queue: Queue.ID?
  /// The first day of the week or month it belongs to.
  public let date: LocalDate
  /// The quantity.
  public let quantity: Quantity
  /// The unit of the quantity: `hour`, `head-week`, `hire`, `class`, `notice`, `contact`, ….
  public let unit: String
  /// The price of one unit.
  public let unitRate: UnitPrice
  /// The factor on it.
  public let multiplier: Multiplier
  /// quantity × rate × multiplier, rounded half away from zero.
  public let amount: Money
  /// The rule in a sentence: "overtime on a working day is paid 150 %".
  public let rule: String
  /// The source of the rule: the law's article, the contract's clause, the scenario.
  public let source: String
  /// The scenario path of the rate, such as `staff-groups.wuhan.wage`.
  public let path: String

  /// A ledger line; the amount follows from the quantity, rate and multiplier.
  public init(
    number: Int, category: CostCategory, supplier: String, queue: Queue.ID?, date: LocalDate,
    quantity: Quantity, unit: String, unitRate: UnitPrice, multiplier: Multiplier = .single,
    rule: String, source: String, path: String
  ) {
    self.number = number
    self.category = category
    self.supplier = supplier
    self.queue = queue
    self.date = date
    self.quantity = quantity
    self.unit = unit
    self.unitRate = unitRate
    self.multiplier = multiplier
    amount = Money(quantity: quantity, at: unitRate, times: multiplier)
    self.rule = rule
    self.source = source
    self.path = path
  }

  /// A ledger line as it stands somewhere else, its amount as it is stated there, right or wrong.
  public init(
    number: Int, category: CostCategory, supplier: String, queue: Queue.ID?, date: LocalDate,
    quantity: Quantity, unit: String, unitRate: UnitPrice, multiplier: Multiplier,
    statedAmount: Money, rule: String, source: String, path: String
  ) {
    self.number = number
    self.category = category
    self.supplier = supplier
    self.queue = queue
    self.date = date
    self.quantity = quantity
    self.unit = unit
    self.unitRate = unitRate
    self.multiplier = multiplier
    amount = statedAmount
    self.rule = rule
    self.source = source
    self.path = path
  }
}
