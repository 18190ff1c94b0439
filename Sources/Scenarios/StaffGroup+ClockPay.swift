public import BusinessCalendar
public import PayRules
public import Units

/// What a unit of pay by the clock costs for one person: an hour in the window, or a shift.
public struct ClockPayRate: Sendable, Hashable {
  /// The rate of a unit, exact.
  public let rate: UnitPrice
  /// The factor on it.
  public let multiplier: Multiplier
  /// What a unit is: `hour` or `shift`.
  public let unit: String
}

extension StaffGroup {
  /// What a unit of `pay` costs for one of the group, contributions not included; of a share of the
  /// hour's own pay, that of a plain hour.
  public func rate(
    of pay: ClockPay, under rules: RulePack, in currency: Currency
  ) -> ClockPayRate {
    func amount(_ major: Rational) -> UnitPrice {
      UnitPrice(minorUnitsPerUnit: major * Rational(currency.minorUnitsPerMajor))
    }
    switch pay.amount {
    case .shareOfRate(let share), .shareOfHour(let share):
      return ClockPayRate(
        rate: overtimeBase(under: rules).perHour, multiplier: Multiplier(share), unit: "hour")
    case .perHour(let major):
      return ClockPayRate(rate: amount(major), multiplier: .single, unit: "hour")
    case .perShift(let major, _):
      return ClockPayRate(rate: amount(major), multiplier: .single, unit: "shift")
    }
  }

  /// The hours that people are at work in a week for one net hour on contacts: in-office shrinkage and
  /// what schedules lose are worked, absences are not.
  public func presentHours(forNetHourIn week: Week) -> Double {
    let net = netShare(in: week).value
    guard net > 0 else { return 0 }
    return max(0, shrinkage(in: week).outOfOffice.complement.value) / net
  }
}
