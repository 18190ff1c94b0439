internal import BusinessCalendar
internal import CapacityPlanning
internal import PayRules
internal import Scenarios
internal import Staffing
internal import Units

/// What the people of a group can give in a week, from the contract and the pay rules.
extension Evidence {
  /// A way to work more in one week.
  struct ExtraWork {
    let code: String
    let bucket: DayBucket
    /// The most paid hours of one person who agrees.
    let hoursPerPerson: Double
    /// Net hours of a paid hour.
    let net: Double
    let countsToMonth: Bool
    /// Whether it is the work of a whole day off, and whether that is given back as time off.
    var isRestDay = false
    var isInLieu = false
  }

  /// Net hours of one experienced head in a week of regular work on one kind of day: contract hours
  /// × part of such days × (1 − shrinkage) × schedule efficiency. On statutory holidays people are
  /// off with pay, unless the pay rules make them days like others.
  func regularHours(_ group: StaffGroup, _ week: Int, _ bucket: DayBucket) -> Double {
    if bucket == .statutoryHoliday,
      let pack = scenario.payRules(on: days.weeks[week].start), paysHolidays(pack)
    {
      return 0
    }
    return max(0, group.contractHours.hours) * netShare(group, week) * days.part(week, bucket)
  }

  /// Net hours of one experienced head in a week without holidays and with the usual shrinkage.
  func fullWeekHours(_ group: StaffGroup) -> Double {
    max(0, group.contractHours.hours) * netShare(group, group.shrinkage)
  }

  /// The shrinkage of a week: its own where the scenario states one, else the group's.
  func shrinkage(_ group: StaffGroup, _ week: Int) -> Shrinkage {
    let own = group.rules?.shrinkageOfWeeks ?? []
    return own.last { days.weeks[week].contains($0.date) }?.shrinkage ?? group.shrinkage
  }

  /// (1 − shrinkage) × schedule efficiency, in a week.
  func netShare(_ group: StaffGroup, _ week: Int) -> Double {
    netShare(group, shrinkage(group, week))
  }

  private func netShare(_ group: StaffGroup, _ shrinkage: Shrinkage) -> Double {
    let inOffice = shrinkage.inOffice.value
    let outOfOffice = shrinkage.outOfOffice.value
    let available =
      switch shrinkage.combination {
      case .sequential: (1 - inOffice) * (1 - outOfOffice)
      case .additive: 1 - inOffice - outOfOffice
      }
    return max(0, available * group.scheduleEfficiency.value)
  }

  /// Whether the pay rules know extra pay for a statutory holiday.
  private func paysHolidays(_ pack: RulePack) -> Bool {
    cheapestExtra(pack, on: .statutoryHoliday) != nil
  }

  /// The class in which extra hours of a kind of day are paid, the cheaper of within and beyond the
  /// daily hours, with the most hours of it on one day; `nil` where nothing is paid on top.
  private func cheapestExtra(
    _ pack: RulePack, on day: DayType
  ) -> (rule: PayClassRule, mostPerDay: WorkTime?)? {
    let within = pack.payClass(on: day, beyondDailyHours: false)
    let beyond = pack.payClass(on: day, beyondDailyHours: true)
    var found: (rule: PayClassRule, mostPerDay: WorkTime?)?
    if within.kind == .onTop { found = (within, pack.dailyHours) }
    if beyond.kind == .onTop, beyond != within,
      found.map({ beyond.multiplier < $0.rule.multiplier }) ?? true
    {
      found = (beyond, dailyCap(pack))
    }
    return found
  }

  private func dailyCap(_ pack: RulePack) -> WorkTime? {
    var least: WorkTime?
    for cap in pack.caps {
      if case .overtimePerDay(let time) = cap.limit { least = least.map { min($0, time) } ?? time }
    }
    return least
  }

  /// The month's cap on overtime of one person.
  func monthlyCap(_ pack: RulePack) -> WorkTime? {
    var least: WorkTime?
    for cap in pack.caps {
      if case .overtimePerMonth(let time) = cap.limit {
        least = least.map { min($0, time) } ?? time
      }
    }
    return least
  }

  /// How a group may work more in a week: beyond the hours of working days, on at most one day off
  /// on which its queues are open, paid or for time off, on statutory holidays. Interns may not.
  func extraWork(_ group: StaffGroup, _ week: Int) -> [ExtraWork] {
    guard let rules = group.overtime, rules.takeUp.value > 0, group.employmentKind != .intern,
      let pack = scenario.payRules(on: days.weeks[week].start)
    else { return [] }
    let daily = pack.dailyHours.hours
    let contractDays = daily > 0 ? min(6, max(0, group.contractHours.hours) / daily) : 0
    let holidays = Double(days.count(week, .statutoryHoliday))
    let workingDays = contractDays * (7 - min(7, holidays)) / 7
    let rest = pack.restBetweenShifts?.time.hours ?? 11
    let beyond = dailyCap(pack)?.hours ?? max(0, 24 - daily - rest)
    let daysOff = min(1, max(0, Double(openDays(group, week)) - contractDays))
    let net = netShare(group, week)
    let tired = net * max(0, rules.productivity.value)
    let kinds: [(day: DayType, hours: Double, net: Double, days: Double)] = [
      (.workday, beyond * workingDays, tired, .infinity),
      (.restDay, daily * daysOff, tired, 1),
      (.statutoryHoliday, daily * holidays, net, holidays),
    ]
    let paid = kinds.compactMap { kind -> ExtraWork? in
      guard kind.hours > 0, let extra = cheapestExtra(pack, on: kind.day) else { return nil }
      var most = kind.hours
      if kind.days.isFinite, let cap = extra.mostPerDay { most = min(most, cap.hours * kind.days) }
      return ExtraWork(
        code: extra.rule.code,
        bucket: kind.day == .statutoryHoliday ? .statutoryHoliday : .ordinary,
        hoursPerPerson: most, net: kind.net, countsToMonth: extra.rule.countsToMonthlyOvertime,
        isRestDay: kind.day == .restDay)
    }
    let unpaid = pack.payClass(on: .restDay, beyondDailyHours: false, timeOffInLieu: true)
    guard rules.timeOffWithinWeeks != nil, unpaid.owesTimeOff,
      let restDay = paid.first(where: \.isRestDay)
    else { return paid }
    let inLieu = ExtraWork(
      code: unpaid.code, bucket: .ordinary, hoursPerPerson: restDay.hoursPerPerson, net: tired,
      countsToMonth: unpaid.countsToMonthlyOvertime, isRestDay: true, isInLieu: true)
    return paid + [inLieu]
  }

  /// Net hours of an hour of overtime that people lose when they are tired.
  func lostToFatigue(_ group: StaffGroup, _ week: Int) -> Double {
    guard let rules = group.overtime, let fatigue = rules.fatigue else { return 0 }
    let fresh = max(0, rules.productivity.value)
    return netShare(group, week) * max(0, fresh - max(0, fatigue.productivity.value))
  }

  /// Paid hours of a kind of extra work in a week.
  func paidHours(
    _ entry: GroupEvidence, _ week: Int, where counts: (ExtraWork) -> Bool
  ) -> Double {
    let kinds = extraWork(entry.group, week)
    return entry.weeks[week].overtime.reduce(0) { sum, extra in
      let isCounted = kinds.contains { $0.code == extra.payClass && counts($0) }
      return isCounted ? sum + extra.paidTime.hours : sum
    }
  }

  /// Days of a week on which a queue of the group needs anybody.
  private func openDays(_ group: StaffGroup, _ week: Int) -> Int {
    let positions = group.skills.compactMap { requirement[$0]?.positions }
    return days.days[week].count { day in
      let slots = requirement.grid.slotIndices(of: day.date)
      return positions.contains { queue in
        slots.contains { queue.indices.contains($0) && queue[$0].value > 0 }
      }
    }
  }

  /// People already there who have no seat, as the plan's regular hours say; 0 where the week has
  /// no regular hours to tell it by.
  func unseated(_ entry: GroupEvidence, _ week: Int) -> Double {
    let there = entry.heads[week].there
    let hours = regularHours(entry.group, week, .ordinary)
    guard hours > 0, there.onContacts > 0, there.effective > 0 else { return 0 }
    let given = entry.weeks[week].regularNetTime.hours + hoursAway(entry, week)
    let seated = given / hours
    let missing = (entry.heads[week].effective - seated) / (there.effective / there.onContacts)
    // Hours are whole seconds.
    return missing.magnitude < 1e-3 ? 0 : missing
  }
}
