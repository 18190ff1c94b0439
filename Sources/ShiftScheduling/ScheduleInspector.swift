internal import BusinessCalendar
public import CapacityPlanning
public import Scenarios
public import Staffing
public import Units

/// Reads a finished schedule: who is there in an interval, and what keeps one more seat from one
/// that is short. Solves nothing; what it says follows from the shifts and the scenario's limits.
public struct ScheduleInspector: Sendable {
  let scenario: Scenario
  let requirement: StaffingRequirement
  let schedule: ShiftSchedule
  let weeks: [InspectedWeek]

  /// An inspector of `schedule`, which was made of the other values.
  public init(
    scenario: Scenario, requirement: StaffingRequirement, capacity: CapacityPlan,
    schedule: ShiftSchedule
  ) {
    self.scenario = scenario
    self.requirement = requirement
    self.schedule = schedule
    weeks = requirement.grid.weeks.indices.compactMap { number in
      guard schedule.weeks.contains(requirement.grid.weeks[number]),
        capacity.weeks.indices.contains(number)
      else { return nil }
      let task = WeekTask(
        number, scenario: scenario, requirement: requirement, capacity: capacity)
      return InspectedWeek(task, schedule: schedule, zone: scenario.timeZone)
    }
  }

  /// The people of each supplier in the slot with this number in the requirement's grid, those who
  /// are not there left out; empty outside the schedule.
  public func staff(at slot: Int) -> [IntervalStaff] {
    guard let place = place(ofSlot: slot), let minutes = minutes(ofSlot: slot) else { return [] }
    let week = weeks[place.week]
    return week.task.pools.indices.compactMap { index in
      let pool = week.task.pools[index]
      var onShift = 0.0
      var working = 0.0
      for shift in week.shifts where shift.pool == index {
        onShift += shift.seats * share(of: shift.start..<shift.end, in: minutes)
        for part in shift.work { working += shift.seats * share(of: part, in: minutes) }
      }
      guard onShift > 0 else { return nil }
      let queues = pool.skills.filter { queue in
        let positions = requirement[scenario.queues[queue].id]?.positions ?? []
        return positions.indices.contains(slot) && positions[slot] > .zero
      }
      return IntervalStaff(
        supplier: pool.supplier, onShift: onShift, onBreak: max(0, onShift - working),
        presence: pool.presence, positions: Positions(working * pool.presence),
        queues: queues.map { scenario.queues[$0].id })
    }
  }

  /// Net positions that one seat of a supplier gives in the week of a slot; `nil` outside the
  /// schedule.
  public func presence(of supplier: Supplier, at slot: Int) -> Double? {
    guard let place = place(ofSlot: slot) else { return nil }
    return weeks[place.week].task.pools.first { $0.supplier == supplier }?.presence
  }

  /// What one more position of a queue in the slot would save in an hour, at the price of the tier
  /// that its shortage has reached (see ``ShortageCause``); zero where nothing is short.
  public func worthOfPosition(of queue: Queue.ID, at slot: Int) -> Money {
    guard let index = scenario.queues.firstIndex(where: { $0.id == queue }) else { return .zero }
    let price = price(ofQueue: index, at: slot, covered: 0)
    return price.isFinite && price.magnitude < 9e18
      ? Money(minorUnits: Int64(price.rounded())) : .zero
  }

  // MARK: Places

  /// The week and the day in it of a slot.
  func place(ofSlot slot: Int) -> (week: Int, day: Int)? {
    guard let day = requirement.grid.dayIndex(ofSlot: slot) else { return nil }
    for (index, week) in weeks.enumerated() where week.task.days.contains(day) {
      return (index, day - week.task.days.lowerBound)
    }
    return nil
  }

  func minutes(ofSlot slot: Int) -> Range<Int>? {
    guard let times = requirement.grid.slot(at: slot) else { return nil }
    let start = Int(times.startInstant / 60)
    return start..<(start + times.minutes)
  }

  func share(of part: Range<Int>, in minutes: Range<Int>) -> Double {
    guard part.overlaps(minutes), !minutes.isEmpty else { return 0 }
    return Double(part.clamped(to: minutes).count) / Double(minutes.count)
  }

  /// What is short of a queue in a slot.
  func shortage(ofQueue queue: Int, at slot: Int) -> Double {
    guard let place = place(ofSlot: slot) else { return 0 }
    let date = requirement.grid.days[weeks[place.week].task.days.lowerBound + place.day].date
    guard let day = schedule.days.first(where: { $0.date == date }),
      let coverage = day.coverage.first(where: { $0.queue == scenario.queues[queue].id }),
      coverage.short.indices.contains(slot - day.slots.lowerBound)
    else { return 0 }
    return coverage.short[slot - day.slots.lowerBound].value
  }

  /// The price of the next missing position-hour in minor units, when `covered` of what is short
  /// are there already; 0 where nothing is missing.
  func price(ofQueue queue: Int, at slot: Int, covered: Double) -> Double {
    let short = shortage(ofQueue: queue, at: slot) - covered
    guard short > 1e-6, let required = requirement[scenario.queues[queue].id],
      required.positions.indices.contains(slot), let place = place(ofSlot: slot)
    else { return 0 }
    let source = scenario.queues[queue]
    let tiers = ShortagePricing.tiers(
      required: required.positions[slot].value, load: required.load[slot].value,
      kinds: ShortagePrice.kinds(of: source))
    guard !tiers.isEmpty else { return 0 }
    var left = short
    var tier = 0
    while tier < tiers.count - 1, left > tiers[tier].width + 1e-6 {
      left -= tiers[tier].width
      tier += 1
    }
    return weeks[place.week].task.blocks.prices[queue] * tiers[tier].factor
  }
}

/// A week as it was scheduled: what is used of its limits.
struct InspectedWeek: Sendable {
  /// People on the same shift.
  struct Shift: Sendable {
    let pool: Int
    /// The day in the week on which it starts; -1 for the evening before.
    let day: Int
    let start: Int
    let end: Int
    let work: [Range<Int>]
    let seats: Double
    let paidHours: Double
    let overtimeHours: Double
  }

  let task: WeekTask
  /// Its shifts and those that reach into it, by day.
  let shifts: [Shift]
  /// Days of work, paid hours and overtime hours used by each pool.
  private(set) var usedDays: [Double]
  private(set) var usedHours: [Double]
  private(set) var usedOvertime: [Double]

  init(_ task: WeekTask, schedule: ShiftSchedule, zone: TimeZoneRules) {
    self.task = task
    var shifts: [Shift] = []
    func add(_ seats: [ShiftSeats], day: Int) {
      for seat in seats where seat.seats > 0 {
        guard let pool = task.pools.firstIndex(where: { $0.supplier == seat.supplier })
        else { continue }
        let start = Int(zone.instant(ofOrAfter: seat.start) / 60)
        let end = start + Int(seat.length.seconds / 60)
        shifts.append(
          Shift(
            pool: pool, day: day, start: start, end: end, work: seat.work(in: zone),
            seats: Double(seat.seats),
            paidHours: (seat.paidTime - seat.overtime).hours, overtimeHours: seat.overtime.hours))
      }
    }
    let first = task.week.start
    if let before = schedule.days.first(where: { $0.date == first.adding(days: -1) }) {
      add(before.seats, day: -1)
    } else if let day = schedule.days.first(where: { $0.date == first }) {
      add(day.carriedIn, day: -1)
    }
    for day in schedule.days where task.week.contains(day.date) {
      add(day.seats, day: first.days(until: day.date))
    }
    self.shifts = shifts
    usedDays = task.pools.map { _ in 0 }
    usedHours = usedDays
    usedOvertime = usedDays
    for shift in shifts where shift.day >= 0 {
      usedOvertime[shift.pool] += shift.seats * shift.overtimeHours
      guard task.isHoliday.indices.contains(shift.day),
        task.counts(pool: shift.pool, on: shift.day)
      else { continue }
      usedDays[shift.pool] += shift.seats
      usedHours[shift.pool] += shift.seats * shift.paidHours
    }
  }

  /// People of a pool who start on a day.
  func starting(_ pool: Int, on day: Int) -> Double {
    shifts.lazy.filter { $0.pool == pool && $0.day == day }.map(\.seats).reduce(0, +)
  }
}
