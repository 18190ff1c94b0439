public import BusinessCalendar
public import CapacityPlanning
public import Scenarios
public import Units

/// Seats by shift in the peak weeks, with no agent's name on them.
public struct ShiftSchedule: Sendable, Equatable, Codable {
  /// The weeks that are scheduled.
  public let weeks: [Week]
  /// The days of these weeks, in order.
  public let days: [DaySchedule]
  /// Weeks that were to be scheduled and are not, because the run was stopped before; empty as a
  /// rule.
  public let unscheduled: [Week]

  /// A schedule of `days`.
  public init(weeks: [Week], days: [DaySchedule], unscheduled: [Week] = []) {
    self.weeks = weeks
    self.days = days
    self.unscheduled = unscheduled
  }

  /// A schedule that was kept; one without a word on unscheduled weeks has none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    weeks = try container.decode([Week].self, forKey: .weeks)
    days = try container.decode([DaySchedule].self, forKey: .days)
    unscheduled = try container.decodeIfPresent([Week].self, forKey: .unscheduled) ?? []
  }
}

/// Whose people fill a seat.
public enum Supplier: Sendable, Hashable, Codable {
  /// Our own staff group.
  case group(StaffGroup.ID)
  /// An outsourcer.
  case vendor(Vendor.ID)

  /// The id of the group or vendor.
  public var id: String {
    switch self {
    case .group(let id): id.rawValue
    case .vendor(let id): id.rawValue
    }
  }
}

/// One day of the schedule. Shifts belong to the day they start on; coverage is by the slots of the
/// calendar day, people from the evening before included.
public struct DaySchedule: Sendable, Equatable, Codable {
  /// The day.
  public let date: LocalDate
  /// The slots of the day in the requirement's grid.
  public let slots: Range<Int>
  /// Seats by shift, by supplier, type and start.
  public let seats: [ShiftSeats]
  /// Shifts of the evening before that reach into the day, where that evening is not itself a day
  /// of the schedule. They belong to the week before; nothing here counts their cost.
  public let carriedIn: [ShiftSeats]
  /// People of each supplier who may work on the day: heads less those absent or resting.
  public let available: [SupplierHeads]
  /// Requirement and staff of each queue, in the scenario's order.
  public let coverage: [QueueCoverage]
  /// How the day's program was solved.
  public let solve: SolveReport

  /// A day of the schedule.
  public init(
    date: LocalDate, slots: Range<Int>, seats: [ShiftSeats], available: [SupplierHeads],
    coverage: [QueueCoverage], solve: SolveReport, carriedIn: [ShiftSeats] = []
  ) {
    self.date = date
    self.slots = slots
    self.seats = seats
    self.carriedIn = carriedIn
    self.available = available
    self.coverage = coverage
    self.solve = solve
  }
}

/// People of one supplier on a day.
public struct SupplierHeads: Sendable, Equatable, Codable {
  /// The supplier.
  public let supplier: Supplier
  /// How many.
  public let heads: Headcount

  /// `heads` people of `supplier`.
  public init(supplier: Supplier, heads: Headcount) {
    self.supplier = supplier
    self.heads = heads
  }
}

/// So many seats of one supplier on the same shift.
public struct ShiftSeats: Sendable, Equatable, Codable {
  /// A break at its place.
  public struct PlacedBreak: Sendable, Equatable, Codable {
    /// Its start, counted from the shift's start.
    public let offset: WorkTime
    /// Its length.
    public let length: WorkTime
    /// Whether it is paid.
    public let isPaid: Bool

    /// A break at `offset`.
    public init(offset: WorkTime, length: WorkTime, isPaid: Bool) {
      self.offset = offset
      self.length = length
      self.isPaid = isPaid
    }
  }

  /// Whose people.
  public let supplier: Supplier
  /// The shift type.
  public let type: ShiftType.ID
  /// The local start.
  public let start: LocalDateTime
  /// From start to end, breaks and overtime included.
  public let length: WorkTime
  /// The breaks in order.
  public let breaks: [PlacedBreak]
  /// How many people, whole.
  public let seats: Int
  /// The part of `length`, at its end, that is overtime on a working day.
  public let overtime: WorkTime

  /// `seats` people of `supplier` on the same shift.
  public init(
    supplier: Supplier, type: ShiftType.ID, start: LocalDateTime, length: WorkTime,
    breaks: [PlacedBreak], seats: Int, overtime: WorkTime = .zero
  ) {
    self.overtime = overtime
    self.supplier = supplier
    self.type = type
    self.start = start
    self.length = length
    self.breaks = breaks
    self.seats = seats
  }

  /// The minutes in which its people are on shift and on no break, counted from
  /// 1970-01-01T00:00Z; in order.
  public func work(in zone: TimeZoneRules) -> [Range<Int>] {
    let start = Int(zone.instant(ofOrAfter: self.start) / 60)
    let end = start + Int(length.seconds / 60)
    var work: [Range<Int>] = []
    var from = start
    for pause in breaks {
      let rest = start + Int(pause.offset.seconds / 60)
      if rest > from { work.append(from..<rest) }
      from = max(from, rest + Int(pause.length.seconds / 60))
    }
    if end > from { work.append(from..<end) }
    return work
  }

  /// Paid time of one seat, overtime included.
  public var paidTime: WorkTime {
    length - breaks.filter { !$0.isPaid }.map(\.length).total()
  }
}

/// Requirement and staff of one queue on one day.
public struct QueueCoverage: Sendable, Equatable, Codable {
  /// The queue.
  public let queue: Queue.ID
  /// Net positions required, a slot of the day.
  public let required: [Positions]
  /// Net positions of our own people, a slot of the day.
  public let inHouse: [Positions]
  /// Net positions of vendors, a slot of the day.
  public let outsourced: [Positions]
  /// Net positions missing, a slot of the day.
  public let short: [Positions]

  /// The coverage of one queue.
  public init(
    queue: Queue.ID, required: [Positions], inHouse: [Positions], outsourced: [Positions],
    short: [Positions]
  ) {
    self.queue = queue
    self.required = required
    self.inHouse = inHouse
    self.outsourced = outsourced
    self.short = short
  }
}
