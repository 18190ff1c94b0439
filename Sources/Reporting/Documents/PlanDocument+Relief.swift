internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

extension PlanDocument {
  /// Work that waits, further seats, busiest hours.
  func value(_ relief: PlanRelief, weeks: [Week]) -> JSONValue {
    [
      "carried": .array(
        relief.carried.map {
          [
            "queue": .string($0.queue.rawValue), "week": date(weeks[$0.week].start),
            "netHours": hours($0.netTime),
          ]
        }),
      "extraSeats": .array(
        relief.extraSeats.map {
          [
            "site": .string($0.site.rawValue), "week": date(weeks[$0.week].start),
            "seats": .number($0.seats.value),
          ]
        }),
      "peaks": .array(
        relief.peaks.map {
          [
            "queue": .string($0.queue.rawValue), "week": date(weeks[$0.week].start),
            "date": date($0.date), "start": .string($0.start.description),
            "hours": hours($0.length), "required": .number($0.required.value),
            "own": .number($0.ownPositions.value), "vendors": .number($0.vendorPositions.value),
            "missingNetHours": hours($0.missing),
          ]
        }),
    ]
  }
}
