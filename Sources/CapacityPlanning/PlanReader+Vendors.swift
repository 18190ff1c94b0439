internal import BusinessCalendar
internal import Contracts
internal import LinearProgramming
internal import Scenarios
internal import Units

// What vendors do.
extension PlanReader {
  func vendorPlan(_ vendor: Int) -> VendorPlan {
    let model = input.vendors[vendor]
    let seats = seats(of: vendor)
    var before = model.initialSeats
    var weeks: [VendorPlan.WeekPlan] = []
    for week in 0..<input.weekCount {
      weeks.append(
        VendorPlan.WeekPlan(
          seats: Headcount(seats[week]), added: Headcount(max(0, seats[week] - before)),
          billedOrdinary: WorkTime(hours: billed(vendor, week, .ordinary)),
          billedStatutoryHoliday: WorkTime(hours: billed(vendor, week, .statutoryHoliday)),
          allocations: allocations(vendor, week)))
      before = seats[week]
    }
    return VendorPlan(
      vendor: model.vendor.id, weeks: weeks, months: months(of: vendor, weeks: weeks))
  }

  private func runs(_ vendor: Int, _ month: Int) -> Bool? {
    model.active.variable(for: VendorMonth(vendor: vendor, month: month)).map { value($0) > 0.5 }
  }

  private func billed(_ vendor: Int, _ week: Int, _ bucket: DayBucket) -> Double {
    let sum = model.billedHours(VendorWeek(vendor: vendor, week: week), bucket)
    return max(0, outcome.solution.value(of: sum).withoutDust)
  }

  /// The seats that carry the billed hours, ordered no earlier than the ramp makes necessary.
  private func seats(of vendor: Int) -> [Double] {
    let terms = input.vendors[vendor]
    if terms.basis == .seats, terms.lostToLearning.isEmpty { return seatsPaid(vendor) }
    guard !terms.countsAddedSeats else { return seatsThatLearn(vendor) }
    let needed = (0..<input.weekCount).map { week in
      let key = VendorWeek(vendor: vendor, week: week)
      let carrying = DayBucket.allCases.map { bucket in
        let hours = model.seatHours(key, bucket)
        return hours > 0 ? billed(vendor, week, bucket) / hours : 0
      }
      return max(carrying.max() ?? 0, seatsAtPeak(of: vendor, week))
    }
    let growth = (0..<input.weekCount).map { week in
      let key = VendorWeek(vendor: vendor, week: week)
      // The first week that can have seats starts with what is in reach, whatever the ramp.
      let before = VendorWeek(vendor: vendor, week: week - 1)
      guard model.seats.variable(for: before) != nil else { return terms.reach(in: week) }
      let start = model.startMonth(of: key).map { value(model.starting[$0]) } ?? 0
      return terms.growth(in: week) + terms.growthAtStart * start
    }
    let seats = terms.leastSeats(carrying: needed, growth: growth)
    guard let batch = terms.seatBatch else { return seats.map(\.withoutDust) }
    return seats.map { ($0 / batch).rounded() * batch }
  }

  /// The seats of the program, where added seats learn or are trained, as long as hours are still billed: seats that
  /// are kept cost nothing to the program once nobody needs them.
  private func seatsThatLearn(_ vendor: Int) -> [Double] {
    let last = (0..<input.weekCount).last { week in
      DayBucket.allCases.contains { billed(vendor, week, $0) > 0 }
    }
    return (0..<input.weekCount).map { week in
      guard let last, week <= last else { return 0 }
      return value(model.seats.variable(for: VendorWeek(vendor: vendor, week: week)))
    }
  }

  /// The seats of the program, where they are paid as long as they run.
  private func seatsPaid(_ vendor: Int) -> [Double] {
    let seats = (0..<input.weekCount).map {
      value(model.seats.variable(for: VendorWeek(vendor: vendor, week: $0)))
    }
    guard let batch = input.vendors[vendor].seatBatch else { return seats }
    return seats.map { ($0 / batch).rounded() * batch }
  }

  /// What a price by contacts bills in a month; `nil` for other prices.
  private func contacts(of vendor: Int, _ month: Int, isActive: Bool) -> ContactMonth? {
    let terms = input.vendors[vendor]
    guard terms.basis == .contacts else { return nil }
    let billed = input.calendar.weeks(touching: month).reduce(0.0) { sum, week in
      DayBucket.allCases.reduce(sum) { sum, bucket in
        let contacts = model.billedContacts(VendorWeek(vendor: vendor, week: week), bucket)
        return sum + input.calendar.share(of: week, bucket, in: month)
          * max(0, outcome.solution.value(of: contacts).withoutDust)
      }
    }
    return ContactMonth(
      billed: billed, committed: committed(by: vendor, month, isActive: isActive))
  }

  /// Hours or contacts committed for the days of a month that lie in the horizon; a locked forecast is
  /// due whether the contract runs or not.
  private func committed(by vendor: Int, _ month: Int, isActive: Bool) -> Double {
    let terms = input.vendors[vendor]
    let whole = input.calendar.months[month]
    guard !terms.commitsMoney, isActive || terms.isLocked(in: whole) else { return 0 }
    return terms.commitment(in: whole) * input.calendar.coverage(ofMonth: month)
  }

  /// What is spent in a month where so much has to be; `nil` for other contracts.
  private func spend(of vendor: Int, _ month: Int, isActive: Bool) -> SpendMonth? {
    let terms = input.vendors[vendor]
    guard terms.commitsMoney else { return nil }
    let spent = model.spent(on: VendorMonth(vendor: vendor, month: month))
    return SpendMonth(
      spent: Money(rounded: outcome.solution.value(of: spent) * input.scale),
      committed: Money(
        rounded: isActive
          ? terms.commitment(in: input.calendar.months[month])
            * input.calendar.coverage(ofMonth: month) : 0))
  }

  /// What tiers and the cost of ending make of a month.
  private func clauses(
    of vendor: Int, _ month: Int, used: [Double], contacts: ContactMonth?
  ) -> ClauseMonth? {
    let terms = input.vendors[vendor]
    let prices = terms.vendor.terms(in: input.calendar.months[month])
    guard !prices.tiers.isEmpty || terms.hasRuns else { return nil }
    let key = VendorMonth(vendor: vendor, month: month)
    let ends = model.clauses.ending.variable(for: key).map { value($0) > 0.5 } ?? false
    let all = used.reduce(WorkTime.zero) { $0 + WorkTime(hours: $1) }
    let part = input.calendar.coverage(ofMonth: month)
    if let contacts {
      return ClauseMonth(
        isEnded: ends, inTiers: [],
        contactsInTiers: prices.contactsByTier(of: contacts.billed, part: part))
    }
    return ClauseMonth(isEnded: ends, inTiers: prices.hoursByTier(of: all, part: part))
  }

  private func allocations(_ vendor: Int, _ week: Int) -> [Allocation] {
    input.vendorSkills[vendor].flatMap { queue in
      DayBucket.allCases.compactMap { bucket in
        let key = WorkKey(supplier: vendor, queue: queue, week: week, bucket: bucket)
        let hours = value(model.billed.variable(for: key))
        let time = WorkTime(hours: hours * model.proficiency(vendor))
        guard time > .zero else { return nil }
        return Allocation(queue: input.queues[queue].id, bucket: bucket, netTime: time)
      }
    }
  }

  /// The calendar months. Hours belong to a month by its days; whether the contract runs is decided
  /// for whole weeks, so a month that has only the last days of such a week may have hours without
  /// running. The set-up falls due in the first month that runs.
  private func months(of vendor: Int, weeks: [VendorPlan.WeekPlan]) -> [VendorPlan.MonthPlan] {
    let terms = input.vendors[vendor]
    var isSetUp = terms.setUpFee == .zero
    return input.calendar.months.indices.map { month in
      let touching = input.calendar.weeks(touching: month)
      let hours = DayBucket.allCases.map { bucket in
        touching.reduce(0) { sum, week in
          let billed =
            bucket == .ordinary ? weeks[week].billedOrdinary : weeks[week].billedStatutoryHoliday
          return sum + billed.hours * input.calendar.share(of: week, bucket, in: month)
        }
      }
      let isActive = runs(vendor, month) ?? (!terms.hasContractTerms && hours.max() ?? 0 > 0)
      let committed =
        terms.basis == .contacts ? 0 : committed(by: vendor, month, isActive: isActive)
      let startsNow = isActive && !isSetUp
      isSetUp = isSetUp || isActive
      let contacts = contacts(of: vendor, month, isActive: isActive)
      return VendorPlan.MonthPlan(
        month: input.calendar.months[month], isActive: isActive,
        ordinary: WorkTime(hours: hours[0]), statutoryHoliday: WorkTime(hours: hours[1]),
        committed: WorkTime(hours: committed), isSetUp: startsNow,
        clauses: clauses(of: vendor, month, used: hours, contacts: contacts), contacts: contacts,
        spend: spend(of: vendor, month, isActive: isActive))
    }
  }
}
