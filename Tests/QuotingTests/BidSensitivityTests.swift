import Quoting
import Testing
import Units

@Suite("What is left of a margin when the month turns out otherwise")
struct BidSensitivityTests {
  /// Ten agents at 3,000, 100 hours each, a fifth lost, 80 % on contacts of 6 minutes; a quarter of the
  /// price is profit, and the client pays late.
  private var basis: CostBasis {
    var basis = CostBasis()
    basis.agents = Rational(10)
    basis.wage = cents(300_000)
    basis.rosteredHours = Rational(100)
    basis.shrinkage = share(20)
    basis.occupancy = share(80)
    basis.handleSeconds = Rational(360)
    basis.agentsPerSeat = Rational(2)
    basis.margin = share(25)
    basis.paymentDays = Rational(73)
    basis.financeRate = share(10)
    return basis
  }

  private func margin(
    _ unit: BidUnit, volume: Rational = .one, _ change: (inout CostBasis) -> Void = { _ in }
  ) throws -> Rational? {
    var actual = basis
    change(&actual)
    return try basis.remainingMargin(soldPer: unit, when: actual, volume: volume)?.rounded(to: 6)
  }

  @Test("A month as assumed leaves the margin, whatever the unit", arguments: BidUnit.allCases)
  func asAssumed(unit: BidUnit) throws {
    #expect(try margin(unit) == share(25))
  }

  @Test("A fifth less volume for the same team takes a margin of 25 % down to 6.25 %")
  func volume() throws {
    // Revenue 40,000 × 0.8 = 32,000 against 30,000.
    #expect(try margin(.contact, volume: share(80)) == Rational(625, over: 10_000))
    #expect(try margin(.contact, volume: share(60)) == Rational(-1, over: 4))
    #expect(try margin(.contact, volume: .zero) == nil)
  }

  @Test("Who bears more shrinkage, lower occupancy or longer contacts depends on the unit")
  func bearers() throws {
    // 36 % lost instead of 20 %: 64 ÷ 80 of the hours are billed.
    let lost: (inout CostBasis) -> Void = { $0.shrinkage = share(36) }
    #expect(try margin(.productiveHour, lost) == Rational(625, over: 10_000))
    #expect(try margin(.loggedHour, lost) == share(25))
    #expect(try margin(.fullTimeMonth, lost) == share(25))
    // 64 % on contacts instead of 80 %.
    let idle: (inout CostBasis) -> Void = { $0.occupancy = share(64) }
    #expect(try margin(.handleMinute, idle) == Rational(625, over: 10_000))
    #expect(try margin(.productiveHour, idle) == share(25))
    // 450 s instead of 360 s: 0.8 of the contacts; minutes are paid.
    let longer: (inout CostBasis) -> Void = { $0.handleSeconds = Rational(450) }
    #expect(try margin(.contact, longer) == Rational(625, over: 10_000))
    #expect(try margin(.handleMinute, longer) == share(25))
  }

  @Test("Dearer people are the vendor's cost in every unit", arguments: BidUnit.allCases)
  func dearer(unit: BidUnit) throws {
    // 36,000 against 40,000.
    #expect(try margin(unit) { $0.wage = cents(360_000) } == share(10))
  }

  @Test("A volume below nothing is refused")
  func negative() {
    #expect(throws: QuotingError.outOfRange("volume", Rational(-1), allowed: "at least 0")) {
      try basis.remainingMargin(soldPer: .contact, when: basis, volume: Rational(-1))
    }
  }
}
