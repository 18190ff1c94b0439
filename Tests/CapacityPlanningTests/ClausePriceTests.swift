import CapacityPlanning
import GLPK
import PlanningFixtures
import Scenarios
import Testing
import Units

/// Four weeks from Monday 1 June 2026 that need 100 hours each; one of our own, 40 hours; a vendor at
/// 40.00 an hour, 40 hours a seat. Each test writes one clause, and says what it costs.
@Suite("What each clause of a contract costs")
struct ClausePriceTests {
  /// Nobody outside in the first two weeks: 60 hours short in each; without the notice they cost
  /// 2,400.00 a week.
  @Test("Notice costs what is short until it is over, less the vendor's price")
  func notice() throws {
    let (saved, missing) = try price(.vendorNotice) { $0.notice = 2 }
    #expect(saved == missing - Money(minorUnits: 480_000))
  }

  /// One seat in the first week, 20 hours short; then two.
  @Test("A ramp costs what is short until there are seats enough")
  func ramp() throws {
    let (saved, missing) = try price(.vendorRamp) { $0.ramp = 1 }
    #expect(saved == missing - Money(minorUnits: 80_000))
  }

  /// One seat in every week, 20 hours short in each of four.
  @Test("A most of seats costs what is short beyond it")
  func most() throws {
    let (saved, missing) = try price(.vendorMost) { $0.maximumSeats = 1 }
    #expect(saved == missing - Money(minorUnits: 320_000))
  }

  /// Two seats are 80 hours of which 60 are used: 20 × 4 × 40.00.
  @Test("A minimum of seats costs the hours nobody needs")
  func least() throws {
    let (saved, missing) = try price(.vendorLeast) { $0.minimumSeats = 2 }
    #expect(saved == Money(minorUnits: 320_000))
    #expect(missing == .zero)
  }

  /// 300 hours a month are 280 for 28 of June's 30 days; 240 are used.
  @Test("A commitment costs the hours that are not used, at the shortfall's share")
  func commitment() throws {
    let (saved, _) = try price(.vendorCommitment) { $0.committedHours = 300 }
    #expect(saved == Money(minorUnits: 160_000))
    let half = try price(.vendorCommitment) {
      $0.committedHours = 300
      $0.shortfallShare = Rational(1, over: 2) ?? .one
    }
    #expect(half.saved == Money(minorUnits: 80_000))
  }

  /// Eight weeks, the last four of July's contract without need: two months at least are one seat more
  /// for four weeks, 160 hours.
  @Test("A least length costs the minimum of the months that nobody needs")
  func length() throws {
    let (saved, missing) = try price(.contractLength, hours: [100, 100, 100, 100, 40], weeks: 8) {
      $0.minimumSeats = 1
      $0.clauses = VendorClauses(minimumMonths: 2)
    }
    #expect(saved == Money(minorUnits: 640_000))
    #expect(missing == .zero)
  }

  /// Half of an added seat's first week is lost: 60 useful hours take three seats and 120 billed hours.
  @Test("Learning costs the hours that are billed and help nobody")
  func learning() throws {
    let (saved, missing) = try price(.vendorLearning) {
      $0.clauses = VendorClauses(learning: [.percent(50)])
    }
    #expect(saved == Money(minorUnits: 240_000))
    #expect(missing == .zero)
  }

  /// Three seats are 120 hours, of which 60 are used.
  @Test("Batches of seats cost the hours that are paid and nobody needs")
  func batch() throws {
    let (saved, missing) = try price(.vendorBatch) {
      $0.clauses = VendorClauses(seatBatch: 3)
    }
    #expect(saved == Money(minorUnits: 4 * 60 * 4000))
    #expect(missing == .zero)
  }

  /// 30 of the 60 hours a week.
  @Test("A largest share costs what is short beyond it")
  func share() throws {
    let (saved, missing) = try price(.vendorShare) {
      $0.clauses = VendorClauses(maximumShare: .percent(30))
    }
    #expect(saved == missing - Money(minorUnits: 480_000))
  }

  private func price(
    _ kind: CapacityRule.Kind, hours: [Double] = [100], weeks: Int = 4,
    _ clause: (inout VendorFixture) -> Void
  ) throws -> (saved: Money, missing: Money) {
    var fixture = ScenarioFixture(weeks: weeks)
    fixture.queues = [QueueFixture("calls", weeklyHours: hours)]
    fixture.groups = [GroupFixture("own", skills: ["calls"], heads: 1)]
    var vendor = VendorFixture("outside", skills: ["calls"])
    vendor.price = 4000
    clause(&vendor)
    fixture.vendors = [vendor]
    let plan = try CapacityPlanner(solver: GLPKSolver())
      .plan(fixture.scenario, requirement: fixture.requirement)
    let study = try CapacityStudy(
      fixture.scenario, requirement: fixture.requirement, plan: plan, solver: GLPKSolver())
    let rule = CapacityRule(kind, of: "outside")
    let price = try #require(try study.rulePrices(of: [rule]).first)
    return (price.saved, plan.shortages.map(\.cost).total())
  }
}
