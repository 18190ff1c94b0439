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
    /// The day on which its law begins within the week, and the days of the week under it.
    var from: LocalDate?
    var days: [LocalDate] = []

    /// Whether a plan's hours are of this kind.
    func has(_ hours: PaidOvertime) -> Bool { hours.payClass == code && hours.from == from }
  }

  /// Net hours of one experienced head in a week of regular work on one kind of day: contract hours
  /// × part of such days × (1 − shrinkage) × schedule efficiency. On statutory holidays people are
  /// off with pay, unless the pay rules make them days like others.
  func regularHours(_ group: StaffGroup, _ week: Int, _ bucket: DayBucket) -> Double {
    let hours = max(0, group.contractHours.hours) * netShare(group, week)
    guard bucket == .statutoryHoliday else {
      guard group.worksByCalendar else { return hours * days.part(week, bucket) }
      return hours * Double(workdays(week).count) / 5
    }
    let all = days.days[week]
    let plain = all.filter { day in
      day.isHoliday
        && !(scenario.payRules(on: day.date).map(paysHolidays) ?? false)
    }
    return hours * Double(plain.count) / Double(max(1, all.count))
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
  /// Where a law with other classes, limits, hours or divisor takes effect within the week, the days
  /// before and from then on are counted by themselves.
  func extraWork(_ group: StaffGroup, _ week: Int) -> [ExtraWork] {
    guard let rules = group.overtime, rules.takeUp.value > 0, group.employmentKind != .intern
    else { return [] }
    var spans: [(pack: RulePack, days: [LocalDate])] = []
    for day in days.weeks[week].days {
      guard let pack = scenario.payRules(on: day) else { return [] }
      if let last = spans.last, isAlike(last.pack, pack) {
        spans[spans.count - 1].days.append(day)
      } else {
        spans.append((pack, [day]))
      }
    }
    return spans.enumerated().flatMap { number, span in
      extraWork(group, week, span.pack, on: spans.count > 1 ? span.days : nil).map { work in
        var work = work
        work.from = number > 0 ? span.days.first : nil
        work.days = span.days
        return work
      }
    }
  }

  private func isAlike(_ one: RulePack, _ other: RulePack) -> Bool {
    one.baseClass == other.baseClass && one.specialClasses == other.specialClasses
      && one.caps == other.caps && one.dailyHours == other.dailyHours
      && one.paidDaysPerMonth == other.paidDaysPerMonth
      && one.restBetweenShifts == other.restBetweenShifts
  }

  /// The same under one law, of all days of the week or of some.
  private func extraWork(
    _ group: StaffGroup, _ week: Int, _ pack: RulePack, on some: [LocalDate]?
  ) -> [ExtraWork] {
    guard let rules = group.overtime else { return [] }
    let here = days.days[week].filter { some?.contains($0.date) ?? true }
    let ordinaryHere = here.count { !$0.isHoliday }
    let ordinary = days.count(week, .ordinary)
    let part = some == nil ? 1 : ordinary > 0 ? Double(ordinaryHere) / Double(ordinary) : 0
    let holidaysHere = Double(here.count - ordinaryHere)
    let daily = pack.dailyHours.hours
    let contractDays = daily > 0 ? min(6, max(0, group.contractHours.hours) / daily) : 0
    let holidays = Double(days.count(week, .statutoryHoliday))
    var workingDays = contractDays * (7 - min(7, holidays)) / 7 * part
    let rest = pack.restBetweenShifts?.time.hours ?? 11
    let beyond = dailyCap(pack)?.hours ?? max(0, 24 - daily - rest)
    var daysOff = min(1, max(0, Double(openDays(group, week)) - contractDays)) * part
    if group.worksByCalendar {
      // Five workdays are the contract's; of rest days with work, one of seven days stays free.
      let work = workdays(week)
      let open = days.days[week].map(\.date).filter {
        scenario.calendar.day($0).kind == .restDay && isOpen(group, on: $0)
      }
      func isHere(_ date: LocalDate) -> Bool { here.contains { $0.date == date } }
      workingDays = contractDays * Double(work.filter(isHere).count) / 5
      let most = Double(min(open.count, max(0, 6 - work.count)))
      daysOff = open.isEmpty ? 0 : most * Double(open.filter(isHere).count) / Double(open.count)
    }
    let restDays = group.worksByCalendar ? daysOff : 1
    let net = netShare(group, week)
    let tired = net * max(0, rules.productivity.value)
    let kinds: [(day: DayType, hours: Double, net: Double, days: Double)] = [
      (.workday, beyond * workingDays, tired, .infinity),
      (.restDay, daily * daysOff, tired, restDays),
      (.statutoryHoliday, daily * holidaysHere, net, holidaysHere),
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
      let isCounted = kinds.contains { $0.has(extra) && counts($0) }
      return isCounted ? sum + extra.paidTime.hours : sum
    }
  }

  /// Days of a week on which a queue of the group needs anybody.
  private func openDays(_ group: StaffGroup, _ week: Int) -> Int {
    days.days[week].count { isOpen(group, on: $0.date) }
  }

  private func isOpen(_ group: StaffGroup, on date: LocalDate) -> Bool {
    let positions = group.skills.compactMap { requirement[$0]?.positions }
    let slots = requirement.grid.slotIndices(of: date)
    return positions.contains { queue in
      slots.contains { queue.indices.contains($0) && queue[$0].value > 0 }
    }
  }

  /// The calendar's workdays of a week, make-up workdays among them.
  private func workdays(_ week: Int) -> [LocalDate] {
    days.days[week].map(\.date).filter {
      [.workday, .makeUpWorkday].contains(scenario.calendar.day($0).kind)
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
