import Testing
import Units

@Suite("Money is exact, rounded once and never wraps")
struct MoneyTests {
  @Test(
    "A price is rounded half away from zero",
    arguments: [
      (5, 10, 1), (4, 10, 0), (15, 10, 2), (25, 10, 3), (14, 10, 1), (-5, 10, -1), (-4, 10, 0),
      (-15, 10, -2), (-25, 10, -3), (0, 10, 0), (10, 10, 1), (1, 3, 0), (2, 3, 1), (-2, 3, -1),
    ] as [(Int64, Int64, Int64)])
  func halfAwayFromZero(numerator: Int64, denominator: Int64, minorUnits: Int64) throws {
    let fraction = try #require(Rational(numerator, over: denominator))
    #expect(Money(rounding: fraction) == Money(minorUnits: minorUnits))
  }

  @Test("A product is rounded once, not each factor")
  func roundedOnce() throws {
    // 1/3 × 3/2 is exactly one half and goes up; a factor rounded first would have made it 0.
    let third = try #require(Rational(1, over: 3))
    let threeHalves = try #require(Rational(3, over: 2))
    #expect(Money(rounding: third, times: threeHalves) == Money(minorUnits: 1))
  }

  @Test("Ten hours at 6000 yuan a month over 174 hours, at half as much again, cost 517.24 yuan")
  func overtimeHours() throws {
    // 600,000 fen / 174 × 10 × 1.5 = 51,724.137… fen
    let rate = try #require(
      HourlyRate(monthly: Money(minorUnits: 600_000), hoursPerMonth: Rational(174)))
    let pay = Money(
      quantity: Quantity(WorkTime(minutes: 600)), at: rate.perHour, times: Multiplier(percent: 150))
    #expect(pay == Money(minorUnits: 51_724))
  }

  @Test("174 hours at the hourly rate are the month's salary again")
  func wholeMonth() throws {
    let rate = try #require(
      HourlyRate(monthly: Money(minorUnits: 600_000), hoursPerMonth: Rational(174)))
    #expect(Money(quantity: Quantity(174), at: rate.perHour) == Money(minorUnits: 600_000))
  }

  @Test("A month without hours has no hourly rate")
  func noHours() {
    #expect(HourlyRate(monthly: Money(minorUnits: 1), hoursPerMonth: .zero) == nil)
    #expect(HourlyRate(monthly: Money(minorUnits: 1), hoursPerMonth: Rational(-174)) == nil)
  }

  @Test("Sums and differences saturate")
  func saturation() {
    let most = Money(minorUnits: .max)
    let least = Money(minorUnits: .min)
    let cent = Money(minorUnits: 1)
    #expect(most + cent == most)
    #expect(least - cent == least)
    #expect(-least == most)
    #expect(.zero - least == most)
    #expect([most, cent, Money(minorUnits: -1)].total() == Money(minorUnits: .max - 1))
    var sum = most
    sum += most
    #expect(sum == most)
  }

  @Test("A product beyond 64 bits saturates at its sign's end")
  func productSaturates() {
    let large = Rational(.max)
    #expect(Money(rounding: large, times: large) == Money(minorUnits: .max))
    #expect(Money(rounding: large, times: Rational(.min)) == Money(minorUnits: .min))
    #expect(Money(rounding: Rational(.min), times: Rational(.min)) == Money(minorUnits: .max))
  }

  @Test("Amounts are ordered, and doubles are for charts only")
  func orderAndApproximation() {
    #expect(Money(minorUnits: -1) < .zero)
    #expect(Money(minorUnits: 1234).approximateMinorUnits == 1234)
  }

  @Test("Multipliers compose: half as much again on the triple rate is four and a half times")
  func multipliers() throws {
    let product = Multiplier(percent: 150) * .triple
    #expect(product.factor == Rational(9, over: 2))
    #expect(product.doubleValue == 4.5)
    let price = UnitPrice(Money(minorUnits: 200)) * product
    #expect(price + UnitPrice(Money(minorUnits: 100)) == UnitPrice(Money(minorUnits: 1000)))
  }
}
