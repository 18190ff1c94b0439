public import BusinessCalendar
public import Units

/// When an invoice is paid, and what earlier or later payment changes.
public struct PaymentTerms: Sendable, Hashable, Codable {
  /// Days from the invoice's date until it is due.
  public var days: Int
  /// The part of the gross amount that is left out for payment within ``discountDays``.
  public var discount: Rational
  /// Days within which the discount may be taken.
  public var discountDays: Int
  /// The interest a year on what is paid late, for each day of 365.
  public var lateInterest: Rational

  /// Payment within `days`.
  public init(
    days: Int, discount: Rational = .zero, discountDays: Int = 0, lateInterest: Rational = .zero
  ) {
    (self.days, self.discount) = (days, discount)
    (self.discountDays, self.lateInterest) = (discountDays, lateInterest)
  }

  /// The last day on which an invoice of `date` is paid in time.
  public func dueDate(of date: LocalDate) -> LocalDate { date.adding(days: days) }

  /// What is paid on `day` for an invoice of `gross` of `date`: less the discount within its days,
  /// with interest after the due date; each rounded once.
  public func payment(of gross: Money, invoiced date: LocalDate, on day: LocalDate) -> Money {
    let passed = day.dayNumber - date.dayNumber
    if discount > .zero, passed <= discountDays {
      return gross - Money(rounding: Rational(gross.minorUnits), times: discount)
    }
    guard passed > days, let share = Rational(Int64(passed - days), over: 365) else { return gross }
    return gross + Money(rounding: Rational(gross.minorUnits), times: lateInterest * share)
  }
}
