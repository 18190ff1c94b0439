internal import BusinessCalendar
internal import Forecasting
internal import Scenarios
internal import Staffing
internal import Units

extension PlanDocument {
  private func starts(of grid: PlanningGrid) -> JSONValue {
    .array(grid.slots.map { .string($0.rfc3339) })
  }

  /// Contacts and handle time, a slot.
  func value(_ forecast: DemandForecast) -> JSONValue {
    let queues = forecast.queues.map { queue -> JSONValue in
      let effects = queue.eventEffects.map { effect -> JSONValue in
        [
          "event": .string(effect.event.rawValue),
          "firstSlot": .integer(Int64(effect.firstSlot)),
          "addedContacts": numbers(effect.addedVolume),
        ]
      }
      return [
        "queue": .string(queue.queue.rawValue), "method": .string(queue.method),
        "dayFactorSpread": .number(queue.dayFactorSpread.value),
        "contacts": numbers(queue.volume),
        "handleTimeSeconds": .array(queue.handleTime.map { .number($0.inSeconds) }),
        "events": .array(effects),
      ]
    }
    return ["slotStarts": starts(of: forecast.grid), "queues": .array(queues)]
  }

  /// Positions net of shrinkage, a slot.
  func value(_ requirement: StaffingRequirement) -> JSONValue {
    let queues = requirement.queues.map { queue -> JSONValue in
      let plain: JSONValue = [
        "queue": .string(queue.queue.rawValue), "method": .string(queue.method),
        "basis": "net of shrinkage", "loadErlangs": numbers(queue.load),
        "positions": numbers(queue.positions),
        "decidedBy": .array(queue.driver.map { .string($0.rawValue) }),
        "serviceLevel": .array(queue.serviceLevel.map { JSONValue($0?.value) }),
        "occupancy": numbers(queue.occupancy), "contacts": numbers(queue.volume),
        "replyRate": queue.replyRate.contains { $0 != nil }
          ? .array(queue.replyRate.map { JSONValue($0?.value) }) : .null,
      ]
      return plain.adding(details(of: queue))
    }
    return [
      "slotStarts": starts(of: requirement.grid), "queues": .array(queues),
      "pools": .array(requirement.pools.map { pool($0, of: requirement) }),
    ]
  }

  /// A pool against its queues apart, a slot, and its saving in sum.
  private func pool(_ pool: PoolRequirement, of requirement: StaffingRequirement) -> JSONValue {
    let services = pool.services.map { service -> JSONValue in
      [
        "queue": .string(service.queue.rawValue),
        "serviceLevel": .array(service.serviceLevel.map { JSONValue($0?.value) }),
      ]
    }
    let all = 0..<requirement.grid.slotCount
    return [
      "pool": .string(pool.pool.rawValue),
      "queues": .array(pool.queues.map { .string($0.rawValue) }),
      "method": .string(pool.method), "basis": "net of shrinkage",
      "separatePositions": numbers(pool.separate), "positions": numbers(pool.positions),
      "saving": numbers(pool.saving), "reserve": numbers(pool.reserve),
      "occupancy": numbers(pool.occupancy), "services": .array(services),
      "savedNetHours": hours(requirement.netTime(of: pool.saving, in: all)),
    ]
  }
}
