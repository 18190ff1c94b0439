import CapacityPlanning
import GLPK
import PlanningFixtures
import Scenarios
import Testing
import Units

/// A lost contact costs 10.00 and an hour handles ten: the first 5 % short cost 100 an hour, the next
/// 15 % 150, more 250. The vendor takes 50.00 an hour, 40 hours a seat.
@Suite("Seats that come in batches")
struct SeatBatchTests {
  static func desk(_ needs: [Double], batch: Int?, ramp: Double = 10) -> ScenarioFixture {
    var fixture = ScenarioFixture(weeks: needs.count)
    fixture.queues = [QueueFixture("calls", weeklyHours: needs)]
    var vendor = VendorFixture("desk", skills: ["calls"])
    vendor.ramp = ramp
    vendor.clauses = VendorClauses(seatBatch: batch)
    fixture.vendors = [vendor]
    return fixture
  }

  /// By the piece 45 hours are 2,250. Whole seats: one, 2,000, and five hours short, 2.25 × 100 + 2.75 ×
  /// 150. Batches of two and five are paid whole; one of six costs 12,000, where all 45 hours short are
  /// 2.25 × 100 + 6.75 × 150 + 36 × 250 = 10,237.50.
  @Test(
    "are paid whole, and not ordered where the shortage is cheaper",
    arguments: [
      (Int?.none, 1.125, 2250.0), (1, 1, 2637.5), (2, 2, 4000), (5, 5, 10_000), (6, 0, 10_237.5),
    ])
  func paid(batch: Int?, seats: Double, cost: Double) throws {
    let plan = try bestPlan(SeatBatchTests.desk([45], batch: batch))
    #expect((plan.vendors[0].weeks[0].seats.value - seats).magnitude < 1e-6)
    #expect(agree(plan.solve.objective / 100, cost))
    #expect(plan.families?.contains(.vendorBatch) == (batch != nil))
  }

  /// A ramp of six adds one batch of four a week. 160 of 320 hours short in the first week: 16 × 100 +
  /// 48 × 150 + 96 × 250.
  @Test("are added by whole batches within a week's ramp")
  func ramp() throws {
    let plan = try bestPlan(SeatBatchTests.desk([320, 320, 320], batch: 4, ramp: 6))
    #expect(plan.vendors[0].weeks.map(\.seats.value) == [4, 8, 8])
    #expect(agree(plan.part("shortage"), 32_800))
    #expect(agree(plan.part("vendor-hours"), 160 * 50 + 2 * 320 * 50))
  }

  /// A contract that asks for five seats at least has eight of them in batches of four, also where its
  /// ramp is less, and from its first week on.
  @Test("hold a contract's minimum")
  func minimum() throws {
    var fixture = SeatBatchTests.desk([320, 320], batch: 4, ramp: 4)
    fixture.vendors[0].minimumSeats = 5
    let plan = try bestPlan(fixture)
    #expect(plan.vendors[0].weeks.map(\.seats.value) == [8, 8])
  }

  @Test("cost no less the larger the batch that holds the smaller ones", arguments: [1, 7, 23])
  func dearer(seed: UInt64) throws {
    var last = -Double.infinity
    for batch in [Int?.none, 1, 2, 4, 8] {
      var fixture = ScenarioFixture.halfYear(seed: seed, weeks: 8, queues: 3)
      for index in fixture.vendors.indices {
        fixture.vendors[index].ramp = 16
        fixture.vendors[index].maximumSeats = 64
        fixture.vendors[index].clauses = batch.map { VendorClauses(seatBatch: $0) }
      }
      let plan = try plan(fixture)
      let bound = try #require(plan.solve.bound)
      #expect(plan.solve.objective >= last - 1)
      last = bound
      guard let batch else { continue }
      for seats in plan.vendors.flatMap(\.weeks).map(\.seats.value) {
        let batches = seats / Double(batch)
        #expect((batches - batches.rounded()).magnitude < 1e-6)
      }
    }
  }

  @Test("of a plan made by hand are whole, else the rule is named")
  func byHand() throws {
    let fixture = SeatBatchTests.desk([320, 320], batch: 4)
    let csv = "week,seats:desk\n2026-06-01,8\n2026-06-08,6\n"
    let found = try PlanEvaluator(solver: GLPKSolver()).evaluation(
      of: HandMadePlan(csv: csv, for: fixture.scenario), in: fixture.scenario,
      requirement: fixture.requirement)
    let breach = try #require(found.breaches.first)
    #expect(found.breaches.count == 1)
    #expect(breach.path == "vendors.desk.seat-batch")
    #expect(breach.week == 1)
    #expect(breach.amount == 2)
  }
}
