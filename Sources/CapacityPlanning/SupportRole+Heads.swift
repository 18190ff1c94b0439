public import BusinessCalendar
public import Scenarios
public import Units

extension SupportRole {
  /// The part of one of the role that one agent needs: 0.1 at 1 per 10.
  public var headsPerAgent: Double { Double(span.people) / Double(span.agents) }

  /// The pay of one of the role, who belongs to the agents of `group`, for a week: of a monthly
  /// salary by its days; by the hour, the contract hours of those agents. Contributions come on top.
  public func headWeek(with group: StaffGroup, in week: Week) -> UnitPrice {
    LabourPrice.headWeek(wage: wage, contractHours: group.contractHours, in: week)
  }
}

extension CapacityPlan {
  /// The agents of `group` that count for support roles in a week: everybody on the payroll, people
  /// in training too; none in a week outside the plan.
  public func agents(of group: StaffGroup.ID, inWeek week: Int) -> Headcount {
    let weeks = groups.first { $0.group == group }?.weeks ?? []
    return weeks.indices.contains(week) ? weeks[week].heads : .zero
  }

  /// The agents whose number `role` follows in a week.
  public func agents(for role: SupportRole, inWeek week: Int) -> Headcount {
    role.groups.map { agents(of: $0, inWeek: week) }.total()
  }

  /// The people of `role` in a week, fractions kept.
  public func heads(of role: SupportRole, inWeek week: Int) -> Headcount {
    role.span.heads(for: agents(for: role, inWeek: week))
  }

  /// The people of `role` in a week, rounded up once: 1 per 12 is 9 for 100 agents.
  public func wholeHeads(of role: SupportRole, inWeek week: Int) -> Int {
    let heads = max(0, heads(of: role, inWeek: week).value)
    guard heads < 1e12 else { return Int.max }
    return Int((heads - 1e-9 * max(1, heads)).rounded(.up))
  }
}
