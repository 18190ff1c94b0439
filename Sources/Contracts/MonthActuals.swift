public import BusinessCalendar
public import Units

/// What happened in a month: everything that an invoice is computed from beside the contract.
///
/// A quantity that is left out is 0; an index, a rate or a result that a clause needs is asked for.
public struct MonthActuals: Sendable, Hashable, Codable {
  /// Hours used.
  public struct Hours: Sendable, Hashable, Codable {
    /// The unit they are billed in.
    public var unit: PricingUnit
    /// The premium they have; `nil` for the hours themselves, which contain those with a premium.
    public var premium: String?
    /// The class they are billed in.
    public var dayClass: DayClass
    /// How many.
    public var hours: Rational

    /// `hours` of `unit` in `dayClass`.
    public init(unit: PricingUnit, premium: String? = nil, dayClass: DayClass, hours: Rational) {
      (self.unit, self.premium, self.dayClass, self.hours) = (unit, premium, dayClass, hours)
    }
  }

  /// Calls of one length.
  public struct Calls: Sendable, Hashable, Codable {
    /// The length of each, in seconds.
    public var seconds: Rational
    /// How many.
    public var count: Int64

    /// `count` calls of `seconds` each.
    public init(seconds: Rational, count: Int64) { (self.seconds, self.count) = (seconds, count) }
  }

  /// A week of people who still learn.
  public struct RampWeek: Sendable, Hashable, Codable {
    /// Which week since they started.
    public var week: Int
    /// Their hours.
    public var hours: Rational
    /// The part of the price that is billed.
    public var billedShare: Rational

    /// `hours` in `week`, of which `billedShare` is billed.
    public init(week: Int, hours: Rational, billedShare: Rational) {
      (self.week, self.hours, self.billedShare) = (week, hours, billedShare)
    }
  }

  /// What a measure of service came to.
  public struct ServiceResult: Sendable, Hashable, Codable {
    /// The measure.
    public var metric: String
    /// Its value; `nil` where it was not measured.
    public var actual: Rational?
    /// Whether it does not count this month.
    public var isExcluded: Bool

    /// `metric` came to `actual`.
    public init(metric: String, actual: Rational?, isExcluded: Bool = false) {
      (self.metric, self.actual, self.isExcluded) = (metric, actual, isExcluded)
    }
  }

  /// The month, where it is known.
  public var month: YearMonth?
  /// Which month of the contract it is, from 1; decides which part of a set-up fee is due.
  public var contractMonth = 1
  /// Person-days present.
  public var daysPresent: Rational = .zero
  /// Months of full-time people.
  public var fullTimeMonths: Rational = .zero
  /// Months of seats.
  public var seatMonths: Rational = .zero
  /// Hours used; entries of the same unit, premium and class add up.
  public var hours: [Hours] = []
  /// Calls by their length.
  public var calls: [Calls] = []
  /// Contacts, repeated ones counted.
  public var contacts: Rational = .zero
  /// Contacts that only repeat an earlier one, and are not billed.
  public var repeats: Rational = .zero
  /// The forecast that was locked for the month.
  public var lockedForecast: Rational?
  /// Sales that consultations brought about.
  public var attributedSales: Money = .zero
  /// Sales of this or an earlier month whose customers had their money back.
  public var refundedSales: Money = .zero
  /// Consultations in a shop.
  public var consultations: Rational = .zero
  /// Days of seats in a promotion.
  public var promotionSeatDays: Rational = .zero
  /// Weeks of people who still learn.
  public var rampWeeks: [RampWeek] = []
  /// Training hours for growth.
  public var growthTraining: Rational = .zero
  /// Training hours for people who replace leavers.
  public var replacementTraining: Rational = .zero
  /// Training hours for new content.
  public var contentTraining: Rational = .zero
  /// What the measures of service came to.
  public var serviceResults: [ServiceResult] = []
  /// Costs that are passed through as they are.
  public var passThrough: Money = .zero
  /// Fines of platforms in the vendor's work.
  public var fines: Money = .zero
  /// The index of the month.
  public var index: Rational?
  /// The exchange rate of the month.
  public var exchangeRate: Rational?

  /// Nothing happened yet.
  public init(month: YearMonth? = nil, contractMonth: Int = 1) {
    (self.month, self.contractMonth) = (month, contractMonth)
  }

  /// Hours only.
  public init(_ usage: Usage, contractMonth: Int = 1) {
    self.init(month: usage.month, contractMonth: contractMonth)
    hours = usage.entries.map {
      Hours(unit: $0.unit, dayClass: $0.dayClass, hours: $0.time.exactHours)
    }
  }

  /// Hours of one unit and class without a premium.
  func hours(_ unit: PricingUnit, _ dayClass: DayClass) -> Rational {
    hours(unit, premium: nil, dayClass)
  }

  /// Hours of one unit and class that have a premium.
  func hours(_ unit: PricingUnit, premium: String?, _ dayClass: DayClass) -> Rational {
    hours.filter { $0.unit == unit && $0.premium == premium && $0.dayClass == dayClass }
      .reduce(.zero) { $0 + $1.hours }
  }

  /// Hours of one unit in all classes.
  func hours(_ unit: PricingUnit) -> Rational {
    hours.filter { $0.unit == unit && $0.premium == nil }.reduce(.zero) { $0 + $1.hours }
  }
}
