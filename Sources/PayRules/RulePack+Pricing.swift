public import Units

/// One step of the cost of extra hours on a type of day.
public struct OvertimeTier: Sendable, Hashable, Codable {
  /// The class the hours are paid in.
  public let payClass: PayClassRule
  /// The most hours of a person on one day in this tier, or `nil` when there is no limit.
  public let limitPerDay: WorkTime?

  /// The factor on the hourly rate.
  public var multiplier: Multiplier { payClass.multiplier }
  /// Whether the hours count to the monthly limit, which all tiers of all days share.
  public var countsToMonthlyLimit: Bool { payClass.countsToMonthlyOvertime }
}

extension RulePack {
  /// The exact pay of an hour of a monthly salary: salary ÷ ``paidHoursPerMonth``.
  public func hourlyRate(monthlySalary: Money) -> HourlyRate {
    HourlyRate(monthly: monthlySalary, hoursPerMonth: paidHoursPerMonth)
      ?? HourlyRate(perHour: .zero)
  }

  /// What can be worked on a day on top of the monthly salary, in the order of rising cost, when no
  /// time off is given for it.
  ///
  /// A class that applies within the daily hours is limited to these on one day, a class that
  /// applies only beyond them to ``overtimeLimitPerDay``.
  public func overtimeTiers(on dayType: DayType) -> [OvertimeTier] {
    let within = payClass(on: dayType, beyondDailyHours: false)
    let beyond = payClass(on: dayType, beyondDailyHours: true)
    var tiers: [OvertimeTier] = []
    if within.kind == .onTop {
      tiers.append(OvertimeTier(payClass: within, limitPerDay: dailyHours))
    }
    if beyond.kind == .onTop, beyond != within {
      tiers.append(OvertimeTier(payClass: beyond, limitPerDay: overtimeLimitPerDay))
    }
    return tiers.sorted { $0.multiplier < $1.multiplier }
  }

  /// Whether people are off with pay on statutory holidays: work on them is paid extra, so the day's
  /// own pay is due without it.
  public var paysHolidaysOff: Bool { !overtimeTiers(on: .statutoryHoliday).isEmpty }

  /// The pay of hours of one class: `hours × multiplier × rate`, rounded once, half away from zero.
  ///
  /// - Parameters:
  ///   - worked: the hours.
  ///   - payClass: their class.
  ///   - rate: the person's pay of an hour.
  ///   - basis: how the person is paid; base hours are within a monthly salary and add nothing.
  public func price(
    worked: WorkTime, as payClass: PayClassRule, at rate: HourlyRate, basis: PayBasis = .hourly
  ) -> PayLine {
    let isInSalary = payClass.kind == .base && basis == .monthly
    let hourly = rate.perHour * payClass.multiplier
    let amount = Money(rounding: worked.exactHours, times: hourly.minorUnitsPerUnit)
    return PayLine(
      code: payClass.code, quantity: Quantity(worked), unit: "h",
      multiplier: payClass.multiplier, rate: rate.perHour,
      amount: isInSalary ? .zero : amount, sentence: payClass.sentence, source: payClass.source)
  }
}
