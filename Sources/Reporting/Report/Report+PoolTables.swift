internal import BusinessCalendar
internal import CapacityPlanning
internal import Costing
internal import Planning
internal import Scenarios
internal import Staffing
internal import Units

extension RequirementReport {
  /// What pooling saves, by week and pool, in net hours.
  public var poolsTable: Table {
    let grid = requirement.grid
    func hours(_ positions: [Positions], _ slots: Range<Int>) -> Cell {
      .number(requirement.netTime(of: positions, in: slots).hours, decimals: 1)
    }
    var rows: [[Cell]] = []
    for week in grid.weeks.indices {
      let start = grid.weeks[week].start
      let slots = grid.slotIndices(ofWeek: week)
      for pool in requirement.pools {
        let name = scenario.pools.first { $0.id == pool.pool }?.name ?? pool.pool.rawValue
        rows.append([
          .named(strings.date(start), key: start.description),
          .named(name, key: pool.pool.rawValue), hours(pool.separate, slots),
          hours(pool.positions, slots), hours(pool.saving, slots),
        ])
      }
    }
    let all = 0..<grid.slotCount
    func sum(_ positions: (PoolRequirement) -> [Positions]) -> Cell {
      let time = requirement.pools.map { requirement.netTime(of: positions($0), in: all) }.total()
      return .number(time.hours, decimals: 1)
    }
    let totals = [
      Cell.text(strings[.total]), .empty, sum(\.separate), sum(\.positions), sum(\.saving),
    ]
    return Table(
      name: "pools", title: strings[PoolPhrase.poolsTable], note: strings[PoolPhrase.poolsNote],
      columns: [
        .date(strings[.week], key: "week"), .init(strings[PoolPhrase.pool], key: "pool"),
        .number(strings[PoolPhrase.separate], key: "separate_net_hours"),
        .number(strings[PoolPhrase.pooled], key: "pooled_net_hours"),
        .number(strings[PoolPhrase.saved], key: "saved_net_hours"),
      ], rows: rows, totals: rows.isEmpty ? nil : totals)
  }
}

extension RequirementReport {
  /// What comes of each campaign's first, second, … attempt on a customer.
  public var campaignsTable: Table {
    var rows: [[Cell]] = []
    for queue in requirement.queues {
      let name = scenario.queue(queue.queue)?.name ?? queue.queue.rawValue
      for attempt in queue.detail.campaign?.byAttempt ?? [] {
        let made = attempt.attempts.value
        rows.append([
          .named(name, key: queue.queue.rawValue), .count(attempt.number),
          .number(made, decimals: 0), .number(attempt.reached.value, decimals: 0),
          .number(attempt.completes.value, decimals: 0),
          made > 0 ? .percent(attempt.completes.value / made) : .empty,
        ])
      }
    }
    return Table(
      name: "campaigns", title: strings[PoolPhrase.campaignsTable],
      columns: [
        .init(strings[.queue], key: "queue"),
        .number(strings[PoolPhrase.attempt], key: "attempt"),
        .number(strings[PoolPhrase.attempts], key: "attempts"),
        .number(strings[PoolPhrase.reached], key: "reached"),
        .number(strings[PoolPhrase.completes], key: "completes"),
        .number(strings[PoolPhrase.completesPerAttempt], key: "completes_per_attempt"),
      ], rows: rows)
  }
}

extension Report {
  /// What pooling saves, a row a week and pool.
  var poolsTable: Table {
    RequirementReport(plan.requirement, of: plan.scenario, language: strings.language).poolsTable
  }

  /// Support roles, a row a week and role.
  var supportTable: Table {
    var rows: [[Cell]] = []
    for index in plan.capacity.weeks.indices {
      for role in plan.scenario.supportRoles {
        let paid = plan.cost.lines.filter {
          $0.path.hasPrefix("support-roles.\(role.id).")
            && $0.date == plan.capacity.weeks[index].start
        }
        rows.append([
          weekCell(index), .named(role.name, key: role.id.rawValue),
          .number(plan.capacity.agents(for: role, inWeek: index).value, decimals: 1),
          .number(plan.capacity.heads(of: role, inWeek: index).value, decimals: 2),
          .count(plan.capacity.wholeHeads(of: role, inWeek: index)),
          .money(paid.map(\.amount).total(), currency),
        ])
      }
    }
    return Table(
      name: "support-roles", title: strings[PoolPhrase.supportTable],
      note: strings[PoolPhrase.supportNote],
      columns: [
        .date(strings[.week], key: "week"), .init(strings[PoolPhrase.role], key: "role"),
        .number(strings[PoolPhrase.agents], key: "agents"),
        .number(strings[PoolPhrase.exactHeads], key: "heads"),
        .number(strings[PoolPhrase.wholePeople], key: "people"),
        .number("\(strings[.amount]) (\(currency.code))", key: "amount"),
      ], rows: rows)
  }
}
