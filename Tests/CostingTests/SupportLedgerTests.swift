import BusinessCalendar
import CapacityPlanning
import Costing
import PlanFixtures
import Scenarios
import Testing
import Units

@Suite("Support roles in the ledger")
struct SupportLedgerTests {
  private static let leader = SupportRole(
    id: SupportRole.ID("team-leader"), name: "Team leader", span: SupportRole.Span(1, per: 12),
    groups: [StaffGroup.ID("wuhan")], wage: .monthly(PlanFixture.yuan("8200.00")),
    employerOnCost: .percent(32))
  private static let monitor = SupportRole(
    id: SupportRole.ID("monitor"), name: "Monitor", span: SupportRole.Span(1, per: 10),
    groups: [StaffGroup.ID("wuhan"), StaffGroup.ID("evenings")],
    wage: .hourly(HourlyRate(perHour: UnitPrice(PlanFixture.yuan("40.00")))),
    employerOnCost: .zero)

  private static func scenario(_ roles: [SupportRole]) -> Scenario {
    let base = PlanFixture.scenario()
    return Scenario(
      id: base.id, name: base.name, question: base.question, currency: base.currency,
      timeZone: base.timeZone, calendar: base.calendar, slotLength: base.slotLength,
      horizon: base.horizon, queues: base.queues, sites: base.sites,
      staffGroups: base.staffGroups, vendors: base.vendors, events: base.events,
      policy: base.policy, shifts: base.shifts, payRules: base.payRules, seed: base.seed,
      supportRoles: roles)
  }

  private let cost = CostAccountant().statement(
    scenario: scenario([leader, monitor]), capacity: PlanFixture.capacity, schedule: nil)

  /// A head-week in September is 7/30 of 8,200.00, 1,913.33…; ten agents of Wuhan, two of them in
  /// training, make 10/12 of a leader. Monitors work the 40 and 30 hours of those they listen to.
  @Test("The first week of Wuhan’s ten and the four of the evenings, by hand")
  func firstWeek() {
    let lines = cost.lines.filter {
      $0.date == PlanFixture.firstDay && $0.path.hasPrefix("support-roles.")
    }
    let found = lines.map { "\($0.supplier) \($0.path) \($0.amount.minorUnits)" }
    #expect(
      Set(found) == [
        "wuhan support-roles.team-leader.wage 159444",  // 0.833333 × 1,913.33…
        "wuhan support-roles.team-leader.employer-on-cost 51022",  // 32 % of 1,594.44
        "wuhan support-roles.monitor.wage 160000",  // 1 × 40 h × 40.00
        "evenings support-roles.monitor.wage 48000",  // 0.4 × 30 h × 40.00
      ])
    #expect(lines.filter { $0.category == .support }.allSatisfy { $0.unit == "head-week" })
  }

  @Test("The sum of all lines is the total, and without roles nothing changes")
  func total() {
    let plain = CostAccountant().statement(
      scenario: Self.scenario([]), capacity: PlanFixture.capacity, schedule: nil)
    let added = cost.lines.filter { $0.path.hasPrefix("support-roles.") }.map(\.amount).total()
    #expect(cost.total == plain.total + added)
    #expect(cost.lines.filter(\.category.isCash).map(\.amount).total() == cost.total)
    #expect(plain.total(of: .support) == .zero)
  }

  @Test("People are rounded up once, of exact heads: 14 agents need 2 monitors, 10 need 1")
  func people() {
    let capacity = PlanFixture.capacity
    #expect(capacity.agents(for: Self.monitor, inWeek: 0) == Headcount(14))
    #expect(abs(capacity.heads(of: Self.monitor, inWeek: 0).value - 1.4) < 1e-12)
    #expect(capacity.wholeHeads(of: Self.monitor, inWeek: 0) == 2)
    let tenth = SupportRole(
      id: Self.monitor.id, name: "Monitor", span: SupportRole.Span(1, per: 10),
      groups: [StaffGroup.ID("wuhan")], wage: Self.monitor.wage, employerOnCost: .zero)
    #expect(capacity.wholeHeads(of: tenth, inWeek: 0) == 1)
    #expect(capacity.heads(of: tenth, inWeek: -1) == .zero)
    #expect(capacity.wholeHeads(of: tenth, inWeek: 99) == 0)
  }
}
