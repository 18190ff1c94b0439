public import BusinessCalendar
public import Units

/// Hours used in one calendar month, by billing unit and class.
public struct Usage: Sendable, Hashable, Codable {
  /// The hours of one unit and class.
  public struct Entry: Sendable, Hashable, Codable {
    /// The unit they are billed in.
    public let unit: PricingUnit
    /// The class they are billed in.
    public let dayClass: DayClass
    /// The time used; not negative.
    public let time: WorkTime

    /// `time` of `unit` in `dayClass`.
    public init(unit: PricingUnit, dayClass: DayClass, time: WorkTime) {
      self.unit = unit
      self.dayClass = dayClass
      self.time = time
    }
  }

  /// The month.
  public let month: YearMonth
  /// What was used; entries of the same unit and class add up.
  public let entries: [Entry]

  /// The usage of `month`.
  public init(month: YearMonth, entries: [Entry]) {
    self.month = month
    self.entries = entries
  }

  /// The usage of `month` where all hours are of one unit.
  public init(month: YearMonth, unit: PricingUnit, hours: [DayClass: WorkTime]) {
    self.init(
      month: month,
      entries: DayClass.allCases.compactMap { dayClass in
        hours[dayClass].map { Entry(unit: unit, dayClass: dayClass, time: $0) }
      })
  }

  /// The time used of one unit in one class.
  public func time(_ unit: PricingUnit, _ dayClass: DayClass) -> WorkTime {
    entries.filter { $0.unit == unit && $0.dayClass == dayClass }.map(\.time).total()
  }

  /// The time used of one unit in all classes.
  public func time(_ unit: PricingUnit) -> WorkTime {
    entries.filter { $0.unit == unit }.map(\.time).total()
  }
}

/// What an invoice line bills.
public enum InvoiceItem: Sendable, Hashable, Codable {
  /// Hours used, of one unit and class.
  case hours(PricingUnit, DayClass)
  /// What hours above a tier's volume cost more, or less, than at the main price; the tier from 1.
  case tier(PricingUnit, Int)
  /// Committed hours that were not used.
  case commitmentTopUp(PricingUnit)
  /// A part of the set-up fee.
  case setup

  /// A stable name for tables, such as `productive-hour.holiday`.
  public var code: String {
    switch self {
    case .hours(let unit, let dayClass): "\(unit.rawValue).\(dayClass.rawValue)"
    case .tier(let unit, let tier): "\(unit.rawValue).tier-\(tier)"
    case .commitmentTopUp(let unit): "\(unit.rawValue).take-or-pay"
    case .setup: "setup"
    }
  }
}

/// One line of an invoice: `quantity × unitRate`, rounded once, half away from zero.
public struct InvoiceLine: Sendable, Hashable, Codable {
  /// The line's place on the invoice, from 1.
  public let number: Int
  /// What is billed.
  public let item: InvoiceItem
  /// How much, to a millionth; the amount is computed from the exact quantity.
  public let quantity: Quantity
  /// The unit of the quantity: `h` or `instalment`.
  public let unit: String
  /// The price of one unit before the factor, without VAT.
  public let price: UnitPrice
  /// The factor of the surcharge or of the shortfall share.
  public let multiplier: Multiplier
  /// What is due, without VAT.
  public let amount: Money
  /// Whether a service-level bonus or malus is taken on this line: usage is, top-ups are not.
  public let countsForServiceLevel: Bool
  /// The clause that the line follows from, as a sentence.
  public let rule: String

  /// What one unit costs on this line: price × factor.
  public var unitRate: UnitPrice { price * multiplier }
}

/// What a vendor bills for one calendar month.
public struct Invoice: Sendable, Hashable, Codable {
  /// The month.
  public let month: YearMonth
  /// The lines: usage by unit and class, then tiers, then the commitment's top-up, then set-up.
  public let lines: [InvoiceLine]
  /// The VAT on the net sum, rounded once.
  public let vat: Money

  /// The sum of the lines, without VAT.
  public var net: Money { lines.map(\.amount).total() }
  /// What is to be paid.
  public var gross: Money { net + vat }
}
