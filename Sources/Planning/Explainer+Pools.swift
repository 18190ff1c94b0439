internal import BusinessCalendar
internal import CapacityPlanning
internal import Costing
internal import Scenarios
internal import Staffing
internal import Units

extension Explainer {
  /// What a pool needs against its queues apart: of all pools, over the horizon or in a week.
  func explainPool(_ id: String?, at date: String?) throws(ExplanationError) -> Explanation {
    let requirement = plan.requirement
    let pools = requirement.pools.filter { id == nil || $0.pool.rawValue == id }
    if let id, pools.isEmpty {
      throw .unknown(kind: "pool", name: id, known: requirement.pools.map(\.pool.rawValue))
    }
    var slots = 0..<requirement.grid.slotCount
    var when = "over the horizon"
    if let date {
      let week = try week(of: date)
      slots = requirement.grid.slotIndices(ofWeek: week.index)
      when = "in the week of \(week.week.start)"
    }
    func hours(_ positions: (PoolRequirement) -> [Positions]) -> Double {
      pools.map { requirement.netTime(of: positions($0), in: slots).hours }.reduce(0, +)
    }
    let name = id.map { id in
      plan.scenario.pools.first { $0.id.rawValue == id }?.name ?? id
    }
    return Explanation(
      "net hours of \(name ?? "all pools") \(when)", value: "\(hours(\.positions).short) h",
      formula: "\(hours(\.separate).short) h of the queues apart − "
        + "\(hours(\.saving).short) h saved",
      path: id.map { "pools.\($0)" } ?? "pools",
      parts: pools.map { part(of: $0, slots: slots) })
  }

  private func part(of pool: PoolRequirement, slots: Range<Int>) -> Explanation {
    let requirement = plan.requirement
    let queues = pool.queues.map { queue in
      Explanation(
        "positions of \(name(of: queue)) in the pool",
        value: "\(requirement.requiredTime(of: queue, in: slots).hours.short) h",
        formula: "in proportion to what it needs apart", path: "queues.\(queue).service")
    }
    let saving = pool.saving[slots.clamped(to: pool.saving.indices)]
    return Explanation(
      pool.queues.map(name(of:)).joined(separator: ", "),
      value: "\(requirement.netTime(of: pool.positions, in: slots).hours.short) h",
      formula: pool.method, path: "pools.\(pool.pool)",
      parts: [
        Explanation(
          "most positions saved in one interval", value: (saving.max()?.value ?? 0).short)
      ] + queues)
  }

  /// What the pool of a queue needs in an interval; nothing for a queue in none.
  func poolExplanations(of queue: Queue, slot: Int) -> [Explanation] {
    plan.requirement.pools.filter { $0.queues.contains(queue.id) }.compactMap { pool in
      guard pool.positions.indices.contains(slot), pool.separate.indices.contains(slot) else {
        return nil
      }
      return Explanation(
        "positions of its pool, of which it has its part", value: pool.positions[slot].value.short,
        formula: "\(pool.separate[slot].value.short) apart − "
          + "\(pool.saving[slot].value.short) saved; \(pool.method)",
        path: "pools.\(pool.pool)")
    }
  }

  /// The people of a support role in a week: agents times span, and what they are paid.
  func explainSupport(_ id: String, at date: String) throws(ExplanationError) -> Explanation {
    guard let role = plan.scenario.supportRoles.first(where: { $0.id.rawValue == id }) else {
      throw .unknown(
        kind: "support role", name: id, known: plan.scenario.supportRoles.map(\.id.rawValue))
    }
    let (index, week) = try week(of: date)
    let path = "support-roles.\(id)"
    let agents = plan.capacity.agents(for: role, inWeek: index)
    let heads = plan.capacity.heads(of: role, inWeek: index)
    let lines = plan.cost.lines.filter {
      $0.path.hasPrefix("\(path).") && $0.date == week.start
    }
    let groups = role.groups.map { group in
      Explanation(
        "agents of \(name(ofSupplier: group.rawValue))",
        value: plan.capacity.agents(of: group, inWeek: index).value.short,
        formula: "ask for group \(group) \(week.start)", path: "\(path).groups")
    }
    return Explanation(
      "people of \(role.name) in the week of \(week.start)",
      value: plan.capacity.wholeHeads(of: role, inWeek: index).counted("person"),
      formula: "\(heads.value.short) rounded up", path: path,
      parts: [
        Explanation(
          "heads, fractions included", value: heads.value.short,
          formula: "\(agents.value.short) agents × \(role.span.people) / \(role.span.agents)",
          path: "\(path).span", parts: groups),
        Explanation(
          "their pay and the employer’s contributions", value: money(lines.map(\.amount).total()),
          formula: lines.count.counted("line"), path: "\(path).wage",
          parts: lines.map(explanation)),
      ])
  }
}
