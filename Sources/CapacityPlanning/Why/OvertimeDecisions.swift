public import Scenarios
public import Units

/// What a plan's overtime is worth beside vendors and hires: the order in which an hour costs more,
/// how long a need must last before hiring is cheaper, what the law's limit costs, and what it costs
/// to stay away on statutory holidays.
public struct OvertimeDecisions: Sendable, Equatable, Codable {
  /// The hours that can be had in each week of the plan.
  public struct Week: Sendable, Equatable, Codable {
    /// The number of the week in the plan, from 0.
    public let week: Int
    /// On ordinary days, cheapest first.
    public let ordinary: [PricedHour]
    /// On statutory holidays, cheapest first; empty in weeks without one.
    public let statutoryHoliday: [PricedHour]

    /// The hours of one week.
    public init(week: Int, ordinary: [PricedHour], statutoryHoliday: [PricedHour]) {
      self.week = week
      self.ordinary = ordinary
      self.statutoryHoliday = statutoryHoliday
    }
  }

  /// The weeks of the plan, in order.
  public let weeks: [Week]
  /// From when on a hire or a vendor is cheaper, in the order of the scenario.
  public let breakEvens: [BreakEven]
  /// The law's limit of each group and month in which the group works overtime.
  public let monthlyLimits: [MonthlyLimitPrice]
  /// What the law's limit a month costs in the whole plan: what the plan would save without it;
  /// `nil` where no rule limits a month.
  public let monthlyLimitCosts: Money?
  /// What becomes of the work of statutory holidays; empty where there is no choice.
  public let holidays: [HolidayCourse]
  /// From which surcharge on a vendor's people are dearer than our own on a statutory holiday.
  public let surcharges: [HolidaySurcharge]
  /// What the plan pays for statutory holidays on which people are off, in the order of the scenario.
  public let paidHolidays: [PaidHolidays]

  /// What a plan's overtime is worth.
  public init(
    weeks: [Week], breakEvens: [BreakEven], monthlyLimits: [MonthlyLimitPrice],
    monthlyLimitCosts: Money?, holidays: [HolidayCourse], surcharges: [HolidaySurcharge],
    paidHolidays: [PaidHolidays] = []
  ) {
    self.weeks = weeks
    self.breakEvens = breakEvens
    self.monthlyLimits = monthlyLimits
    self.monthlyLimitCosts = monthlyLimitCosts
    self.holidays = holidays
    self.surcharges = surcharges
    self.paidHolidays = paidHolidays
  }
}

/// Statutory holidays of a group within a plan: they are paid, whether or not anybody works.
public struct PaidHolidays: Sendable, Equatable, Codable {
  /// The group.
  public let group: StaffGroup.ID
  /// The statutory holidays.
  public let days: Int
  /// Paid days of people past training on them.
  public let headDays: Headcount
  /// Their part of regular pay, the employer's contributions on it included: of a monthly salary its
  /// part of each day, by the hour a seventh of the contract's week.
  public let pay: Money

  /// Paid holidays of a group.
  public init(group: StaffGroup.ID, days: Int, headDays: Headcount, pay: Money) {
    self.group = group
    self.days = days
    self.headDays = headDays
    self.pay = pay
  }
}

/// Whose hour, and of what kind.
public struct HourSource: Sendable, Hashable, Codable {
  /// The kinds of hours that can be had on top.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Our own people after a day's work.
    case workday = "weekday-overtime"
    /// Our own people on a day off, paid.
    case restDay = "rest-day"
    /// Our own people on a day off, for an hour off later.
    case restDayInLieu = "rest-day-in-lieu"
    /// Our own people on a statutory holiday.
    case statutoryHoliday = "statutory-holiday"
    /// A vendor's people.
    case vendor
    /// A vendor's people on a statutory holiday.
    case vendorHoliday = "vendor-statutory-holiday"
    /// One person more of ours, trained and at full speed.
    case hire
  }

  /// What kind of hour.
  public let kind: Kind
  /// The id of the group or vendor.
  public let owner: String

  /// An hour of `owner`.
  public init(_ kind: Kind, of owner: String) {
    self.kind = kind
    self.owner = owner
  }
}

/// What one more hour on contacts costs from one source in one week.
public struct PricedHour: Sendable, Equatable, Codable {
  /// Whose hour.
  public let source: HourSource
  /// What a paid or billed hour costs, the employer's contributions on it included; of a hire what
  /// follows it too.
  public let paidRate: HourlyRate
  /// Hours on contacts, of an experienced agent, that one paid or billed hour gives.
  public let netShare: Share
  /// What an hour on contacts costs: the paid rate over the net share.
  public let netRate: HourlyRate
  /// Paid or billed hours of it in the plan.
  public let used: WorkTime
  /// The most paid or billed hours that the plan's people and seats can give in the week, before
  /// limits of a month; `nil` for hires.
  public let most: WorkTime?

  /// A priced hour; `nil` where a paid hour gives nothing.
  init?(_ source: HourSource, paid: Double, net: Double, used: WorkTime, most: WorkTime?) {
    guard net > 0, net.isFinite, paid.isFinite else { return nil }
    self.source = source
    paidRate = HourlyRate(approximateMinorUnits: paid)
    netShare = Share(net)
    netRate = HourlyRate(approximateMinorUnits: paid / net)
    self.used = used
    self.most = most
  }
}

/// The law's limit of overtime of one group in one month, and what one more hour of it is worth.
public struct MonthlyLimitPrice: Sendable, Equatable, Codable {
  /// The group.
  public let group: StaffGroup.ID
  /// The limit, and what is worked under it.
  public let overtime: MonthlyOvertime
  /// What one more paid hour of the group would save, by the prices of the plan's program.
  public let shadowPrice: HourlyRate
  /// What it saves when the program is solved again with that hour.
  public let saved: Money

  /// A limit with its price.
  public init(
    group: StaffGroup.ID, overtime: MonthlyOvertime, shadowPrice: HourlyRate, saved: Money
  ) {
    self.group = group
    self.overtime = overtime
    self.shadowPrice = shadowPrice
    self.saved = saved
  }
}

/// One way of doing the work of the plan's statutory holidays, and what the plan costs with it.
public struct HolidayCourse: Sendable, Equatable, Codable {
  /// The ways.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// What the plan does.
    case planned
    /// Our own people are off, vendors come: the habit.
    case vendorsOnly = "vendors-only"
    /// Our own people come at the law's rate, vendors are off.
    case ownOnly = "own-people-only"
  }

  /// Which way.
  public let kind: Kind
  /// Paid hours of our own people on statutory holidays.
  public let ownTime: WorkTime
  /// What these are paid, the employer's contributions on it included.
  public let ownPay: Money
  /// Billed hours of vendors on statutory holidays.
  public let vendorTime: WorkTime
  /// What vendors bill for them, at the price of a holiday.
  public let vendorPay: Money
  /// Net hours that nobody covers on statutory holidays.
  public let missing: WorkTime
  /// What the whole plan costs that way, shortage at its price.
  public let planCost: Money
  /// How much more that is than what the plan does.
  public let more: Money

  /// A way of doing the work.
  public init(
    kind: Kind, ownTime: WorkTime, ownPay: Money, vendorTime: WorkTime, vendorPay: Money,
    missing: WorkTime, planCost: Money, more: Money
  ) {
    self.kind = kind
    self.ownTime = ownTime
    self.ownPay = ownPay
    self.vendorTime = vendorTime
    self.vendorPay = vendorPay
    self.missing = missing
    self.planCost = planCost
    self.more = more
  }
}

/// A vendor's surcharge on statutory holidays beside the one at which our own people cost the same.
public struct HolidaySurcharge: Sendable, Equatable, Codable {
  /// The vendor.
  public let vendor: Vendor.ID
  /// The group that it is compared with.
  public let group: StaffGroup.ID
  /// The factor of the contract on its ordinary price.
  public let factor: Multiplier
  /// Above this factor an hour on contacts of the group is cheaper.
  public let evenFactor: Multiplier

  /// A surcharge beside the one at which both cost the same.
  public init(
    vendor: Vendor.ID, group: StaffGroup.ID, factor: Multiplier, evenFactor: Multiplier
  ) {
    self.vendor = vendor
    self.group = group
    self.factor = factor
    self.evenFactor = evenFactor
  }
}

extension HourlyRate {
  /// A rate of so many minor units, to the nearest fraction; nothing for what is no number.
  init(approximateMinorUnits value: Double) {
    let bounded = value.isFinite ? value.bounded(to: -9e12...9e12) : 0
    self.init(perHour: UnitPrice(minorUnitsPerUnit: Rational(nearest: bounded)))
  }
}
