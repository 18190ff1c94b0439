internal import BusinessCalendar
internal import CapacityPlanning
internal import Costing
internal import Planning
internal import Scenarios
internal import ShiftScheduling
internal import Staffing
internal import Units

/// The sums of a plan that more than one part of a report shows.
struct PlanFigures: Sendable {
  /// One week over all queues, in net hours.
  struct Week: Sendable, Equatable {
    var required = 0.0
    var inHouse = 0.0
    var overtime = 0.0
    var vendors: [Double] = []
    var short = 0.0
    var spare = 0.0
    var heads = 0.0

    var supply: Double { inHouse + overtime + vendors.reduce(0, +) }
  }

  /// The most positions over all queues at once.
  struct Peak: Sendable, Equatable {
    let slot: Slot
    let positions: Double
  }

  /// The scheduled weeks, in net hours over all queues, as the shifts cover them.
  struct Scheduled: Sendable, Equatable {
    let weekCount: Int
    let required: Double
    let short: Double
    /// What the weekly plan has short in the same weeks.
    let shortByWeek: Double
    /// What the hours cost that the shifts leave short beyond the weekly plan, at the plain price of a
    /// contact, in minor units; below 0 where they leave less.
    let priceBeyondPlan: Double

    var isCovered: Bool { short < PlanFigures.negligibleHours * Double(max(weekCount, 1)) }

    /// Whether the shifts leave other hours short than the weekly plan, in whole hours or at all.
    var differs: Bool {
      (short - shortByWeek).magnitude >= 0.5 || (short >= 1) != (shortByWeek >= 1)
    }
  }

  /// What becomes of the contacts that nobody handles in time.
  enum Unhandled: Sendable {
    case lost, late, mixed
  }

  let weeks: [Week]
  let scheduled: Scheduled?
  let unhandled: Unhandled
  let peak: Peak?
  let contactsOffered: Double
  let contactsLost: Double
  let overtimePaidHours: Double
  let vendorBilledHours: Double
  let headsAtStart: Double
  let joined: Double
  let left: Double
  let washedOut: Double
  let headsAtEnd: Double

  init(_ plan: Plan) {
    let weeks = Self.weeks(of: plan)
    self.weeks = weeks
    scheduled = Self.scheduled(plan, weeks)
    unhandled = Self.unhandled(in: plan)
    peak = Self.peak(of: plan)
    contactsOffered = plan.requirement.queues.flatMap(\.volume).total().value
    contactsLost = plan.capacity.shortages.map(\.contactsLost).total().value
    let groupWeeks = plan.capacity.groups.flatMap(\.weeks)
    overtimePaidHours = groupWeeks.flatMap(\.overtime).map(\.paidTime).total().hours
    let vendorWeeks = plan.capacity.vendors.flatMap(\.weeks)
    vendorBilledHours =
      vendorWeeks.map(\.billedOrdinary).total().hours
      + vendorWeeks.map(\.billedStatutoryHoliday).total().hours
    headsAtStart = plan.scenario.staffGroups.flatMap(\.headcount).map(\.heads).total().value
    joined = groupWeeks.map(\.joined).total().value
    let lost = plan.capacity.classes.map { max(0, $0.heads.value - $0.graduates.value) }
    left = groupWeeks.map(\.left).total().value
    washedOut = min(lost.reduce(0, +), left)
    headsAtEnd = plan.capacity.groups.compactMap { $0.weeks.last?.heads }.total().value
  }

  var requiredHours: Double { weeks.map(\.required).reduce(0, +) }
  var shortHours: Double { weeks.map(\.short).reduce(0, +) }
  var suppliedHours: Double { weeks.map(\.supply).reduce(0, +) }
  var outsourcedHours: Double { weeks.flatMap(\.vendors).reduce(0, +) }

  /// What is too little to show as a shortage: less than a minute a week.
  static let negligibleHours = 1.0 / 60

  var isCovered: Bool { shortHours < Self.negligibleHours * Double(max(weeks.count, 1)) }

  /// The number of the week with the most required hours.
  var heaviestWeek: Int? { weeks.indices.max { weeks[$0].required < weeks[$1].required } }

  /// The number of the week with the most hours short, if any is.
  var worstWeek: Int? {
    isCovered ? nil : weeks.indices.max { weeks[$0].short < weeks[$1].short }
  }

  private static func weeks(of plan: Plan) -> [Week] {
    let capacity = plan.capacity
    return capacity.weeks.indices.map { index in
      var week = Week()
      for queue in capacity.requirement {
        week.required += (queue.ordinary.at(index) ?? .zero).hours
        week.required += (queue.statutoryHoliday.at(index) ?? .zero).hours
      }
      for group in capacity.groups {
        guard let plan = group.weeks.at(index) else { continue }
        let used = plan.allocations.map(\.netTime).total().hours
        let overtime = plan.overtime.map(\.netTime).total().hours
        week.overtime += min(overtime, used)
        week.inHouse += max(0, used - overtime)
        week.spare += max(0, plan.regularNetTime.hours - max(0, used - overtime))
        week.heads += plan.heads.value
      }
      week.vendors = capacity.vendors.map { vendor in
        vendor.weeks.at(index)?.allocations.map(\.netTime).total().hours ?? 0
      }
      week.short = capacity.shortages.filter { $0.week == index }.map(\.netTime).total().hours
      return week
    }
  }

  private static func scheduled(_ plan: Plan, _ weeks: [Week]) -> Scheduled? {
    guard let schedule = plan.schedule, !schedule.days.isEmpty else { return nil }
    let slot = Double(plan.requirement.grid.slotLength.minutes) / 60
    let coverage = schedule.days.flatMap(\.coverage)
    let numbers = plan.capacity.weeks.indices.filter {
      schedule.weeks.contains(plan.capacity.weeks[$0])
    }
    return Scheduled(
      weekCount: schedule.weeks.count,
      required: coverage.flatMap(\.required).total().value * slot,
      short: coverage.flatMap(\.short).total().value * slot,
      shortByWeek: numbers.map { weeks[$0].short }.reduce(0, +),
      priceBeyondPlan: priceBeyondPlan(schedule, plan, weeks: numbers))
  }

  private static func priceBeyondPlan(
    _ schedule: ShiftSchedule, _ plan: Plan, weeks: [Int]
  ) -> Double {
    let slots = schedule.days.flatMap(\.slots)
    let slotHours = Double(plan.requirement.grid.slotLength.minutes) / 60
    return plan.scenario.queues.reduce(0) { sum, queue in
      let coverage = schedule.days.flatMap(\.coverage).filter { $0.queue == queue.id }
      let byShifts = coverage.flatMap(\.short).total().value * slotHours
      let byWeek = plan.capacity.shortages.filter {
        $0.queue == queue.id && weeks.contains($0.week)
      }.map(\.netTime).total().hours
      let time = plan.requirement.meanHandleTime(of: queue, in: slots)
      let perHour = ShortagePrice.perHour(of: queue, taking: time).approximateMinorUnits
      return sum + (byShifts - byWeek) * perHour
    }
  }

  /// Contacts of deferred queues wait and are late; those of the others are lost.
  private static func unhandled(in plan: Plan) -> Unhandled {
    let short = Set(plan.capacity.shortages.map(\.queue))
    let channels = plan.scenario.queues.filter { short.contains($0.id) }.map(\.channel)
    if channels.allSatisfy(\.isImmediate) { return .lost }
    return channels.allSatisfy { $0 == .deferred } ? .late : .mixed
  }

  private static func peak(of plan: Plan) -> Peak? {
    let grid = plan.requirement.grid
    var sums = [Double](repeating: 0, count: grid.slotCount)
    for queue in plan.requirement.queues {
      for (slot, positions) in queue.positions.enumerated() where slot < sums.count {
        sums[slot] += positions.value
      }
    }
    guard let index = sums.indices.max(by: { sums[$0] < sums[$1] }), sums[index] > 0,
      let slot = grid.slot(at: index)
    else { return nil }
    return Peak(slot: slot, positions: sums[index])
  }
}

extension Collection {
  /// The element at `index`, or `nil` where there is none.
  func at(_ index: Index) -> Element? { indices.contains(index) ? self[index] : nil }
}
