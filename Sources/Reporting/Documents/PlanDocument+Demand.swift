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
      [
        "queue": .string(queue.queue.rawValue), "method": .string(queue.method),
        "basis": "net of shrinkage", "loadErlangs": numbers(queue.load),
        "positions": numbers(queue.positions),
        "decidedBy": .array(queue.driver.map { .string($0.rawValue) }),
        "serviceLevel": .array(queue.serviceLevel.map { JSONValue($0?.value) }),
        "occupancy": numbers(queue.occupancy),
      ]
    }
    return ["slotStarts": starts(of: requirement.grid), "queues": .array(queues)]
  }
}
