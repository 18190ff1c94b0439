internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

extension Ledger {
  /// Pay of the roles that follow the agents of one group in one week, and the employer's
  /// contributions on it; fractions of people are paid as fractions.
  mutating func addSupport(
    _ roles: [SupportRole], of group: StaffGroup, agents: Headcount, week: Week
  ) {
    for role in roles where role.groups.contains(group.id) {
      let path = "support-roles.\(role.id)"
      let pay = LedgerLine(
        number: 0, category: .support, supplier: group.id.rawValue, queue: nil, date: week.start,
        quantity: Quantity(role.span.heads(for: agents).value), unit: "head-week",
        unitRate: role.headWeek(with: group, in: week),
        rule: "a support role has \(role.span.people) for \(role.span.agents) agents",
        source: "scenario", path: "\(path).wage")
      add(pay)
      guard role.employerOnCost > .zero, pay.amount != .zero else { continue }
      add(
        LedgerLine(
          number: 0, category: .contributions, supplier: group.id.rawValue, queue: nil,
          date: week.start, quantity: Quantity(1), unit: "pay", unitRate: UnitPrice(pay.amount),
          multiplier: Multiplier(Rational(nearest: role.employerOnCost.value)),
          rule: "the employer's contributions are a share of \(pay.category.phrase)",
          source: "scenario", path: "\(path).employer-on-cost"))
    }
  }
}
