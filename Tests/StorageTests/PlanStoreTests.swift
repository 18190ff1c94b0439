import Costing
import Foundation
import PlanFixtures
import Planning
import Scenarios
import Testing
import Units

@testable import Storage

@Suite("A store of runs")
struct PlanStoreTests {
  let time = "2026-08-01T09:30:00Z"
  let store: TemporaryStore

  init() throws { store = try TemporaryStore() }

  @Test("What is kept comes back as it was")
  func roundTrip() throws {
    let plan = PlanFixture.plan
    let runs = try store.open()
    let id = try runs.keep(plan, provenance: PlanFixture.provenance, at: time)
    let kept = try runs.plan(of: id)
    #expect(kept.plan == plan)
    #expect(kept.provenance == PlanFixture.provenance)
    let reopened = try store.open().plan(of: id)
    #expect(reopened.plan == plan)
  }

  @Test("A plan without a schedule, and with a forecast from elsewhere, comes back as it was")
  func otherShapes() throws {
    let plan = PlanFixture.plan
    let other = Plan(
      scenario: PlanFixture.scenario(demand: .forecast(PlanFixture.history)),
      forecast: plan.forecast, requirement: plan.requirement, capacity: plan.capacity,
      schedule: nil, cost: plan.cost)
    let runs = try store.open()
    let id = try runs.keep(other, provenance: PlanFixture.provenance, at: time)
    #expect(try runs.plan(of: id).plan == other)
    let empty = IntervalHistory(intervalMinutes: 30, intervals: [], file: "none.csv")
    let second = Plan(
      scenario: PlanFixture.scenario(demand: .history(empty)), forecast: plan.forecast,
      requirement: plan.requirement, capacity: plan.capacity, schedule: plan.schedule,
      cost: plan.cost)
    let next = try runs.keep(second, provenance: PlanFixture.provenance, at: time)
    #expect(try runs.plan(of: next).plan == second)
  }

  @Test("A run's summary has its numbers; the newest run comes first")
  func summaries() throws {
    let runs = try store.open()
    #expect(try runs.runs().isEmpty)
    let first = try runs.keep(PlanFixture.plan, provenance: PlanFixture.provenance, at: time)
    let second = try runs.keep(
      PlanFixture.plan, provenance: PlanFixture.provenance, at: "2026-08-02T00:00:00Z")
    #expect(try runs.runs().map(\.id) == [second, first])
    let run = try runs.run(first)
    #expect(run.createdAt == time)
    #expect(run.scenario == "national-day")
    #expect(run.program == "peakplan 0.1.0" && run.solver == "GLPK 5.0")
    #expect(run.seed == .max)
    #expect(run.status == "within gap")
    #expect(run.objective == 10_500_000.25 && run.bound == 10_450_000)
    #expect(run.gap == 50_000.25 / 10_500_000.25)
    #expect(run.currency == "CNY")
    #expect(run.total == "96030.10")
    #expect(run.hoursShort == 5)
    let priced = PlanFixture.plan.cost.total(of: .shortage)
    #expect(run.pricedShortage == PlanFixture.plan.scenario.currency.decimal(priced))
    #expect(run.overrides == PlanFixture.provenance.overrides)
    #expect(try runs.runs().map(\.overrides) == [run.overrides, run.overrides])
  }

  @Test("A run that is not there is named, with what to do")
  func unknownRun() throws {
    let runs = try store.open()
    let error = StoreError.unknownRun(42, path: store.path)
    #expect(throws: error) { try runs.run(42) }
    #expect(throws: error) { try runs.plan(of: 42) }
    #expect(throws: error) { try runs.delete(42) }
    #expect(error.description.contains("no run 42; `peakplan runs list` shows what it has"))
  }

  @Test("Deleting a run deletes its rows in every table, and no other run's")
  func delete() throws {
    let runs = try store.open()
    let first = try runs.keep(PlanFixture.plan, provenance: PlanFixture.provenance, at: time)
    let rows = try store.rowCount()
    for table in try store.tables() {
      let filled = try store.rows("SELECT count(*) FROM \(table)").first
      #expect(filled != "0", "the fixture fills \(table)")
    }
    let second = try runs.keep(PlanFixture.plan, provenance: PlanFixture.provenance, at: time)
    #expect(try store.rowCount() == 2 * rows)
    try runs.delete(first)
    #expect(try store.rowCount() == rows)
    #expect(try runs.runs().map(\.id) == [second])
    #expect(try runs.plan(of: second).plan == PlanFixture.plan)
    try runs.delete(second)
    #expect(try store.rowCount() == 0)
    let third = try runs.keep(PlanFixture.plan, provenance: PlanFixture.provenance, at: time)
    #expect(third > second, "a number is never used twice")
  }

  @Test("The store of one plan is the same bytes for the same plan")
  func sameBytes() throws {
    let other = try TemporaryStore()
    for folder in [store, other] {
      try folder.open().keep(PlanFixture.plan, provenance: PlanFixture.provenance, at: time)
    }
    for table in try store.tables() {
      let query = "SELECT * FROM \(table)"
      #expect(try store.rows(query) == other.rows(query), "\(table)")
    }
    let document = "SELECT hex(plan), hex(provenance) FROM run_document"
    #expect(try store.rows(document) == other.rows(document))
  }
}
