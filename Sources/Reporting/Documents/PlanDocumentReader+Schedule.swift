internal import BusinessCalendar
internal import Scenarios
internal import ShiftScheduling
internal import Units

/// The shift schedule, as it is written.
struct WrittenSchedule: Decodable, Sendable {
  enum SupplierKind: String, Decodable, Sendable { case group, vendor }

  struct Heads: Decodable, Sendable {
    let supplier: String
    let supplierKind: SupplierKind
    let heads: Double
  }

  struct Shift: Decodable, Sendable {
    struct Break: Decodable, Sendable {
      let offsetMinutes: Int64
      let minutes: Int64
      let paid: Bool
    }

    let supplier: String
    let supplierKind: SupplierKind
    let type: String
    let start: String
    let minutes: Int64
    let overtimeMinutes: Int64
    let seats: Int
    let breaks: [Break]
  }

  struct Coverage: Decodable, Sendable {
    let queue: Queue.ID
    let required: [Double]
    let inHouse: [Double]
    let outsourced: [Double]
    let short: [Double]
  }

  struct Day: Decodable, Sendable {
    let date: LocalDate
    let available: [Heads]
    let shifts: [Shift]
    let carriedIn: [Shift]
    let coverage: [Coverage]
    let solver: WrittenSolve
  }

  let weeks: [LocalDate]
  let days: [Day]
  let unscheduled: [LocalDate]

  /// The schedule of a scenario, whose grid gives each day its slots.
  func value(of scenario: Scenario) throws(PlanDocumentReader.Unreadable) -> ShiftSchedule {
    let grid = scenario.grid
    var read: [DaySchedule] = []
    for (place, day) in days.enumerated() {
      let path = "schedule.days[\(place)]"
      read.append(
        DaySchedule(
          date: day.date, slots: grid.slotIndices(of: day.date),
          seats: try shifts(day.shifts, "\(path).shifts"),
          available: day.available.map {
            SupplierHeads(
              supplier: supplier($0.supplier, $0.supplierKind), heads: Headcount($0.heads))
          },
          coverage: day.coverage.map {
            QueueCoverage(
              queue: $0.queue, required: $0.required.map { Positions($0) },
              inHouse: $0.inHouse.map { Positions($0) },
              outsourced: $0.outsourced.map { Positions($0) },
              short: $0.short.map { Positions($0) })
          },
          solve: day.solver.value(in: scenario.currency),
          carriedIn: try shifts(day.carriedIn, "\(path).carriedIn")))
    }
    return ShiftSchedule(
      weeks: weeks.map(Week.init(start:)), days: read,
      unscheduled: unscheduled.map(Week.init(start:)))
  }

  private func supplier(_ id: String, _ kind: SupplierKind) -> Supplier {
    switch kind {
    case .group: .group(Identifier(id))
    case .vendor: .vendor(Identifier(id))
    }
  }

  private func shifts(
    _ written: [Shift], _ path: String
  ) throws(PlanDocumentReader.Unreadable) -> [ShiftSeats] {
    var shifts: [ShiftSeats] = []
    for (place, shift) in written.enumerated() {
      guard let start = LocalDateTime(shift.start) else {
        throw .init(
          description: "\(path)[\(place)].start, “\(shift.start)”, is no date and time")
      }
      shifts.append(
        ShiftSeats(
          supplier: supplier(shift.supplier, shift.supplierKind), type: Identifier(shift.type),
          start: start, length: time(shift.minutes),
          breaks: shift.breaks.map {
            ShiftSeats.PlacedBreak(
              offset: time($0.offsetMinutes), length: time($0.minutes), isPaid: $0.paid)
          },
          seats: shift.seats, overtime: time(shift.overtimeMinutes)))
    }
    return shifts
  }

  private func time(_ minutes: Int64) -> WorkTime { WorkTime(hours: Double(minutes) / 60) }
}
