import CapacityPlanning
import GLPK
import PlanningFixtures
import Scenarios
import Testing
import Units

/// The plan about our own people, written as CSV and carried out again.
@Suite("A plan written as CSV")
struct WrittenPlanTests {
  private static let result = Result {
    let made = try PlannedStaff.standard()
    return try evaluation(of: HandMadePlan(made.plan, of: made.scenario).csv, made)
  }

  private static func evaluation(of csv: String, _ made: PlannedCase) throws -> PlanEvaluation {
    try PlanEvaluator(solver: GLPKSolver()).evaluation(
      of: HandMadePlan(csv: csv, for: made.scenario), in: made.scenario,
      requirement: made.requirement)
  }

  @Test("has a column for every decision that its scenario has rules for")
  func columns() throws {
    let made = try PlannedStaff.standard()
    let columns = HandMadePlan(made.plan, of: made.scenario).columns
    let kinds = Set(columns.map(\.kind))
    let expected: Set<HandMadePlan.Kind> = [
      .hires, .overtime, .redundancies, .leave, .undertime, .timeOff, .learning, .moving,
    ]
    #expect(kinds.isSuperset(of: expected), "\(expected.subtracting(kinds))")
    #expect(columns.contains { $0.kind == .moving && $0.amounts.contains { $0 > 0 } })
  }

  @Test("counts people who come from another group as moving, not as hired")
  func transfers() throws {
    let made = try PlannedStaff.standard()
    for column in HandMadePlan(made.plan, of: made.scenario).columns where column.kind == .hires {
      let people = made.plan.classes.filter { $0.group.rawValue == column.owner }
        .reduce(0) { $0 + $1.heads.value }
      #expect(column.amounts.reduce(0, +) == people)
    }
  }

  @Test("costs the same when it is carried out, and breaks no rule")
  func roundTrip() throws {
    let made = try PlannedStaff.standard()
    let again = try Self.result.get()
    #expect(again.breaches.isEmpty, "\(again.breaches)")
    let cost = again.plan.solve.objective
    #expect(
      (cost - made.plan.solve.objective).magnitude <= made.plan.solve.objective * 1e-6,
      "\(cost) is not \(made.plan.solve.objective)")
    #expect(again.plan.classes.map(\.heads) == made.plan.classes.map(\.heads))
    let moved = again.plan.groups.flatMap(\.weeks).compactMap(\.measures).flatMap {
      $0.movers ?? []
    }
    #expect(!moved.isEmpty)
  }

  @Test("moves nobody who does not move in it, and says what cannot be carried out")
  func changed() throws {
    let made = try PlannedStaff.standard()
    let whole = HandMadePlan(made.plan, of: made.scenario)
    let still = HandMadePlan(
      weeks: whole.weeks, columns: whole.columns.filter { $0.kind != .moving })
    let without = try Self.evaluation(of: still.csv, made)
    let movers = without.plan.groups.flatMap(\.weeks).compactMap(\.measures)
      .flatMap { $0.movers ?? [] }
    #expect(movers.allSatisfy { $0.started.value < 1e-6 })
    let many = HandMadePlan(
      weeks: whole.weeks,
      columns: whole.columns.map {
        $0.kind == .moving
          ? HandMadePlan.Column($0.kind, of: $0.owner, $0.amounts.map { $0 + 100 }) : $0
      })
    let breaches = try Self.evaluation(of: many.csv, made).breaches
    #expect(breaches.contains { $0.path.contains(".transfers.") }, "\(breaches.map(\.path))")
  }
}
