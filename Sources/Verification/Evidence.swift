internal import BusinessCalendar
internal import CapacityPlanning
internal import Contracts
internal import Scenarios
internal import Staffing
internal import Units

/// What follows from a plan's decisions and its scenario, computed once for all checks.
struct Evidence {
  let scenario: Scenario
  let requirement: StaffingRequirement
  let plan: CapacityPlan
  let days: PlanDays
  /// When each interval of the requirement begins.
  let starts: [LocalTime]
  /// Net hours by queue, week and kind of day.
  let required: [Queue.ID: [[DayBucket: Double]]]
  /// The groups of the scenario with their weeks of the plan and their heads.
  let groups: [GroupEvidence]
  /// The vendors of the scenario with their plans.
  let vendors: [VendorEvidence]

  struct GroupEvidence {
    let group: StaffGroup
    let weeks: [GroupPlan.WeekPlan]
    let heads: [HeadFlow.WeekHeads]
    /// Who is let go, comes from other groups and goes to them, at the start of each week.
    let moves: [HeadFlow.Moves]

    var id: String { group.id.rawValue }

    func measures(_ week: Int) -> StaffMeasures { weeks[week].measures ?? StaffMeasures() }
  }

  struct VendorEvidence {
    let vendor: Vendor
    let plan: VendorPlan

    var id: String { vendor.id.rawValue }

    /// Whether it makes a difference in which months the contract runs.
    var hasTerms: Bool {
      vendor.minimumSeats.value > 0 || setUpFee > .zero
        || vendor.terms.commitment?.quantityPerMonth ?? 0 > 0
        || vendor.clauses?.exitCost ?? .zero > .zero || vendor.terms.baseFee ?? .zero > .zero
    }
    /// What was locked for a month; `nil` where nothing was.
    func locked(_ month: YearMonth) -> Double? {
      vendor.clauses?.forecastLock?.months.first { $0.month == month }?.volume.doubleValue
    }

    /// Hours or contacts committed for the whole of a month in which the contract runs or not: of a
    /// locked forecast the floor, which is due in either case.
    func committed(_ month: YearMonth, isActive: Bool) -> Double {
      if let volume = locked(month), let lock = vendor.clauses?.forecastLock?.terms {
        return volume * (lock.floor?.doubleValue ?? 0)
      }
      guard isActive, let commitment = vendor.terms.commitment,
        commitment.spendPerMonth == nil
      else { return 0 }
      return max(0, commitment.quantityPerMonth)
    }

    /// Where prices by volume begin in a month, and the difference to the price in minor units.
    func steps(_ month: YearMonth) -> [(limit: Double, difference: Double)] {
      let price = vendor.terms.price.rate.approximateMinorUnits
      if let volume = locked(month), let lock = vendor.clauses?.forecastLock?.terms {
        guard let cap = lock.cap, lock.overFactor != .one else { return [] }
        return [(volume * cap.doubleValue, price * (lock.overFactor.doubleValue - 1))]
      }
      return vendor.terms.tiers.map { ($0.limit, $0.rate.approximateMinorUnits - price) }
    }

    /// The part of the price that is due for what is committed and missing.
    func shortfallShare(_ month: YearMonth) -> Double {
      locked(month) == nil
        ? vendor.terms.commitment?.shortfallShare.doubleValue ?? 0
        : vendor.clauses?.forecastLock?.terms.shortfallShare.doubleValue ?? 0
    }

    /// Billed hours that are free in a week since seats are new, for `part` of the week's hours.
    func freeHours(_ week: Int, part: Double) -> Double {
      (vendor.clauses?.rampBilling ?? []).enumerated().reduce(0) { sum, entry in
        guard week >= entry.offset else { return sum }
        let added = plan.weeks[week - entry.offset].added.value
        return sum + max(0, 1 - entry.element.value) * hoursPerSeat * part * added
      }
    }
    var initialSeats: Double {
      wholeBatches(max(0, min(vendor.maximumSeats.value, vendor.initialSeats.value)))
    }
    /// Seats of a batch; 0 where they come by the piece.
    var batch: Double { Double(vendor.clauses?.seatBatch ?? 0) }

    /// The whole batches within `seats`.
    func wholeBatches(_ seats: Double) -> Double {
      batch > 0 ? (seats / batch + 1e-9).rounded(.down) * batch : seats
    }

    /// The whole batches that hold `seats`.
    func batchesOver(_ seats: Double) -> Double {
      batch > 0 ? (seats / batch - 1e-9).rounded(.up) * batch : seats
    }

    /// Due when the contract starts; a vendor that already works for us is set up.
    var setUpFee: Money {
      initialSeats > 0 ? .zero : max(.zero, vendor.terms.setup?.fee ?? .zero)
    }

    /// The most seats by a week: none before the notice is over but those already there; then a
    /// ramp a week, or the minimum at once where the contract starts.
    func reach(_ week: Int) -> Double {
      let most = wholeBatches(max(0, vendor.maximumSeats.value))
      guard week >= vendor.noticeWeeks else { return initialSeats }
      let ramp = wholeBatches(max(0, vendor.rampPerWeek.value))
      let since = Double(week - max(0, vendor.noticeWeeks))
      guard initialSeats > 0 else {
        return min(
          most, max(ramp, min(batchesOver(vendor.minimumSeats.value), most)) + ramp * since)
      }
      return min(most, initialSeats + ramp * (since + 1))
    }

    /// Hours of a seat in which somebody comes.
    var hoursPerSeat: Double {
      max(0, vendor.hoursPerSeat.hours) * (vendor.clauses?.slots?.showRate.value ?? 1)
    }

    /// Billed hours that added seats lose while they learn, for `part` of a week's hours.
    func learning(_ week: Int, part: Double) -> Double {
      let curve = vendor.clauses?.learning ?? []
      return curve.enumerated().reduce(0) { sum, entry in
        guard week >= entry.offset else { return sum }
        let added = plan.weeks[week - entry.offset].added.value
        return sum + max(0, 1 - entry.element.value) * hoursPerSeat * part * added
      }
    }

    func billed(_ week: Int, _ bucket: DayBucket) -> Double {
      let entry = plan.weeks[week]
      return (bucket == .ordinary ? entry.billedOrdinary : entry.billedStatutoryHoliday).hours
    }
  }

  init(scenario: Scenario, requirement: StaffingRequirement, plan: CapacityPlan) {
    let days = PlanDays(scenario)
    self.scenario = scenario
    self.requirement = requirement
    self.plan = plan
    self.days = days
    starts = requirement.grid.slots.map(\.start)
    required = Dictionary(
      scenario.queues.map { queue in
        (queue.id, Evidence.required(queue.id, requirement: requirement, days: days))
      }, uniquingKeysWith: { first, _ in first })
    let moves = Evidence.moves(scenario, plan, days.weeks)
    groups = scenario.staffGroups.compactMap { group in
      guard let entry = plan.groups.first(where: { $0.group == group.id }) else { return nil }
      let classes = plan.classes.filter { $0.group == group.id }.compactMap { item in
        days.weeks.firstIndex { $0.contains(item.start) }.map {
          (week: $0, heads: item.heads.value)
        }
      }
      let own = moves[group.id] ?? []
      return GroupEvidence(
        group: group, weeks: entry.weeks,
        heads: HeadFlow(group, weeks: days.weeks, classes: classes, moves: own).weeks, moves: own)
    }
    vendors = scenario.vendors.compactMap { vendor in
      plan.vendors.first { $0.vendor == vendor.id }.map {
        VendorEvidence(vendor: vendor, plan: $0)
      }
    }
  }

  var weekNumbers: Range<Int> { days.weeks.indices }

  func required(_ queue: Queue.ID, _ week: Int, _ bucket: DayBucket) -> Double {
    required[queue]?[week][bucket] ?? 0
  }

  func required(_ queue: Queue.ID, _ week: Int) -> Double {
    DayBucket.allCases.reduce(0) { $0 + required(queue, week, $1) }
  }

  /// Everything given to a queue in a week on one kind of day.
  func given(_ queue: Queue.ID, _ week: Int, _ bucket: DayBucket) -> Double {
    let all =
      groups.map { $0.weeks[week].allocations }
      + vendors.map {
        $0.plan.weeks[week].allocations
      }
    return all.joined().filter { $0.queue == queue && $0.bucket == bucket }
      .reduce(0) { $0 + $1.netTime.hours }
  }

  /// What a contact of the queue takes on average in a week on one kind of day, in seconds to a
  /// thousandth; `nil` where that is not known or nothing comes.
  func handleSeconds(_ queue: Queue, _ week: Int, _ bucket: DayBucket) -> Double? {
    guard let needed = requirement[queue.id], days.days.indices.contains(week) else { return nil }
    var work = 0.0
    var contacts = 0.0
    for day in days.days[week] where day.isHoliday == (bucket == .statutoryHoliday) {
      for slot in requirement.grid.slotIndices(of: day.date)
      where needed.handleTime.indices.contains(slot) {
        let time = needed.handleTime[slot].components
        let seconds = Double(time.seconds) + Double(time.attoseconds) / 1e18
        contacts += max(0, needed.volume[slot].value)
        work += max(0, needed.volume[slot].value) * seconds
      }
    }
    let mean = work / contacts
    return contacts > 0 && mean > 0 && mean.isFinite ? (mean * 1000).rounded() / 1000 : nil
  }

  /// Positions × the length of an interval, summed over the days of each week by their kind.
  private static func required(
    _ queue: Queue.ID, requirement: StaffingRequirement, days: PlanDays
  ) -> [[DayBucket: Double]] {
    let positions = requirement[queue]?.positions ?? []
    let grid = requirement.grid
    let slotHours = Double(grid.slotLength.minutes) / 60
    return days.days.map { week in
      var hours: [DayBucket: Double] = [.ordinary: 0, .statutoryHoliday: 0]
      for day in week {
        var sum = 0.0
        for slot in grid.slotIndices(of: day.date) where positions.indices.contains(slot) {
          let value = positions[slot].value
          sum += value.isNaN ? 0 : min(1e9, max(0, value))
        }
        hours[day.isHoliday ? .statutoryHoliday : .ordinary, default: 0] += sum * slotHours
      }
      return hours
    }
  }
}
