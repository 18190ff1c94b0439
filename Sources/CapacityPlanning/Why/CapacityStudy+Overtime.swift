internal import BusinessCalendar
internal import LinearProgramming
internal import PayRules
internal import Scenarios
internal import Units

// What an hour of overtime is worth beside other hours.
extension CapacityStudy {
  /// The order of the hours, the break-evens, the price of the law's limit, and the holidays.
  public func overtimeDecisions() throws(CapacityError) -> OvertimeDecisions {
    let weeks = (0..<input.weekCount).map { week in
      OvertimeDecisions.Week(
        week: week, ordinary: hours(in: week, on: .ordinary),
        statutoryHoliday: hours(in: week, on: .statutoryHoliday))
    }
    let rule = CapacityRule(.overtimePerMonth)
    let hasLimit = scenario.payRules.contains { $0.overtimeLimitPerMonth != nil }
    let asksForIt = scenario.staffGroups.contains { $0.overtime != nil }
    let costs = hasLimit && asksForIt ? try rulePrices(of: [rule]).first?.saved : nil
    return OvertimeDecisions(
      weeks: weeks, breakEvens: breakEvens(), monthlyLimits: try monthlyLimits(),
      monthlyLimitCosts: costs, holidays: try holidayCourses(), surcharges: surcharges(weeks),
      paidHolidays: paidHolidays())
  }

  // MARK: - The order of the hours

  /// What can be had in a week on one kind of day, cheapest first; of equal price in the order of
  /// the scenario.
  private func hours(in week: Int, on bucket: DayBucket) -> [PricedHour] {
    guard bucket == .ordinary || input.calendar.statutoryDays(week) > 0 else { return [] }
    let own = input.staff.indices.flatMap { group in
      input.overtime[group][week].filter { ($0.kind == .holiday) == (bucket != .ordinary) }
        .compactMap { overtimeHour(of: group, $0, in: week) }
    }
    let vendors = input.vendors.indices.compactMap { vendorHour(of: $0, in: week, on: bucket) }
    let hires =
      bucket == .ordinary ? input.staff.indices.compactMap { hiredHour(of: $0, in: week) } : []
    return (own + vendors + hires).enumerated().sorted { left, right in
      let first = left.element.netRate.approximateMinorUnits
      let second = right.element.netRate.approximateMinorUnits
      return (first - second).magnitude < 1e-6 ? left.offset < right.offset : first < second
    }.map(\.element)
  }

  private func overtimeHour(
    of group: Int, _ tier: OvertimeTierOfWeek, in week: Int
  ) -> PricedHour? {
    let member = scenario.staffGroups[group]
    let kind: HourSource.Kind =
      switch tier.kind {
      case .workday: .workday
      case .restDay: .restDay
      case .restDayInLieu: .restDayInLieu
      case .holiday: .statutoryHoliday
      }
    // An hour for an hour off later is paid then: at the plain rate at least.
    let rate = tier.rate.approximateMinorUnits
    let paid = tier.kind == .restDayInLieu ? max(rate, tier.price) : tier.price
    let bucket: DayBucket = tier.kind == .holiday ? .statutoryHoliday : .ordinary
    let saved = tier.kind == .workday ? input.allowancesSaved(group, week) : 0
    let clock = tier.netPerPaidHour * input.clockCost(group, week, bucket) - saved
    let own = plan.groups.first { $0.group == member.id }?.weeks ?? []
    let used = own.indices.contains(week) ? own[week].overtime : []
    let ready = max(0, base.value(of: model.readyHeads(group, week)))
    let takeUp = member.overtime?.takeUp.value.bounded(to: 0...1) ?? 0
    return PricedHour(
      HourSource(kind, of: member.id.rawValue),
      paid: (paid + clock * input.scale) * LabourPrice.onCostFactor(of: member),
      net: tier.netPerPaidHour,
      used: used.filter { $0.payClass == tier.code && $0.from == tier.from }.map(\.paidTime)
        .total(),
      most: WorkTime(hours: takeUp * tier.hoursPerPerson * ready))
  }

  private func vendorHour(of vendor: Int, in week: Int, on bucket: DayBucket) -> PricedHour? {
    let member = scenario.vendors[vendor]
    let isHoliday = bucket == .statutoryHoliday
    let own = plan.vendors.first { $0.vendor == member.id }?.weeks ?? []
    let now = own.indices.contains(week) ? own[week] : nil
    let seats = now?.seats.value ?? 0
    return PricedHour(
      HourSource(isHoliday ? .vendorHoliday : .vendor, of: member.id.rawValue),
      paid: input.hourPrice(vendor, week, bucket),
      net: member.proficiency.value,
      used: (isHoliday ? now?.billedStatutoryHoliday : now?.billedOrdinary) ?? .zero,
      most: WorkTime(
        hours: seats * max(0, member.hoursPerSeat.hours) * input.calendar.share(week, bucket)))
  }

  private func hiredHour(of group: Int, in week: Int) -> PricedHour? {
    let member = scenario.staffGroups[group]
    guard let course = course(of: group), member.contractHours > .zero else { return nil }
    return PricedHour(
      HourSource(.hire, of: member.id.rawValue),
      paid: course.perWeek / member.contractHours.hours, net: input.netShare(group, week),
      used: .zero, most: nil)
  }

  /// One hire of a group; `nil` where nobody can be hired. A week costs the mean of the plan's weeks:
  /// pay, shift differentials, contributions, and the part of every support role.
  private func course(of group: Int) -> HireCourse? {
    let member = scenario.staffGroups[group]
    guard let hiring = member.hiring, hiring.maximumClassSize > 0, input.weekCount > 0 else {
      return nil
    }
    let weeks = input.calendar.weeks
    let perWeek = weeks.indices.reduce(0.0) { sum, week in
      let clock =
        input.regularHours(group, week, .ordinary) * input.clockCost(group, week, .ordinary)
      var cost =
        (input.headWeek[group][week] + clock) * input.scale * LabourPrice.onCostFactor(of: member)
      if let rules = member.rules?.contributions {
        cost += rules.perHead(in: weeks[week]).approximateMinorUnits
      }
      for role in scenario.supportRoles where role.groups.contains(member.id) {
        let pay = role.headWeek(with: member, in: weeks[week]).approximateMinorUnits
        cost += pay * role.headsPerAgent * (1 + max(0, role.employerOnCost.value))
      }
      return sum + cost
    }
    let perClass = hiring.costPerClass.approximateMinorUnits
    return HireCourse(
      atStart: hiring.costPerHire.approximateMinorUnits
        + perClass / Double(hiring.maximumClassSize),
      perWeek: perWeek / Double(weeks.count), hoursPerWeek: input.fullWeekHours(group),
      model: input.staff[group])
  }

  // MARK: - Break-evens

  /// Hires beside the overtime of their own group and beside vendors of their queues; vendors with
  /// fees beside the overtime of groups of their queues. Prices are those of the first week that has
  /// the hour.
  private func breakEvens() -> [BreakEven] {
    var found: [BreakEven] = []
    for (group, member) in scenario.staffGroups.enumerated() {
      guard let course = course(of: group) else { continue }
      let own = overtimeHours(of: group)
      let others = input.vendors.indices.filter { shareQueues(group, $0) }
        .compactMap { vendorHour(of: $0, in: 0, on: .ordinary) }
      for other in own + others {
        let price = other.netRate.approximateMinorUnits
        let even = course.isCheaper(than: price)
        found.append(
          BreakEven(
            source: HourSource(.hire, of: member.id.rawValue), against: other.source,
            fixed: Money(rounded: course.fixed),
            netRate: HourlyRate(approximateMinorUnits: course.steady), otherRate: other.netRate,
            weeks: even?.weeks, netTime: even.map { WorkTime(hours: $0.hours) }))
      }
    }
    for (vendor, model) in input.vendors.enumerated() {
      let fees = max(0, model.setUpFee.approximateMinorUnits) + model.exitCost
      guard fees > 0, let hour = vendorHour(of: vendor, in: 0, on: .ordinary) else { continue }
      for group in scenario.staffGroups.indices where shareQueues(group, vendor) {
        for other in overtimeHours(of: group) {
          let saved =
            other.netRate.approximateMinorUnits - hour.netRate.approximateMinorUnits
          found.append(
            BreakEven(
              source: hour.source, against: other.source, fixed: Money(rounded: fees),
              netRate: hour.netRate, otherRate: other.netRate, weeks: nil,
              netTime: saved > 1e-9 ? WorkTime(hours: min(1e9, fees / saved)) : nil))
        }
      }
    }
    return found
  }

  /// Overtime on working days and paid work on rest days, each from the first week that has it.
  private func overtimeHours(of group: Int) -> [PricedHour] {
    [OvertimeKind.workday, .restDay].compactMap { kind in
      let week = input.overtime[group].firstIndex { $0.contains { $0.kind == kind } }
      guard let week, let tier = input.overtime[group][week].first(where: { $0.kind == kind })
      else { return nil }
      return overtimeHour(of: group, tier, in: week)
    }
  }

  private func shareQueues(_ group: Int, _ vendor: Int) -> Bool {
    !Set(input.groupSkills[group]).isDisjoint(with: input.vendorSkills[vendor])
  }

  // MARK: - Statutory holidays

  /// `Σ heads past training × pay of the day` over statutory holidays on which people are off.
  private func paidHolidays() -> [PaidHolidays] {
    scenario.staffGroups.compactMap { member in
      guard let own = plan.groups.first(where: { $0.group == member.id }) else { return nil }
      var (days, headDays, pay) = (0, 0.0, 0.0)
      for (week, heads) in own.weeks.enumerated() where input.calendar.days.indices.contains(week) {
        let there = max(0, heads.heads.value - heads.inTraining.value)
        for day in scenario.paidHolidays(in: input.calendar.weeks[week]) {
          days += 1
          headDays += there
          pay += there * member.pay(forHeadOn: day).approximateMinorUnits
        }
      }
      guard days > 0 else { return nil }
      return PaidHolidays(
        group: member.id, days: days, headDays: Headcount(headDays),
        pay: Money(rounded: pay * LabourPrice.onCostFactor(of: member)))
    }
  }

  /// Our own people and each vendor of their queues, from the first week with a holiday.
  private func surcharges(_ weeks: [OvertimeDecisions.Week]) -> [HolidaySurcharge] {
    let hours = weeks.first { !$0.statutoryHoliday.isEmpty }?.statutoryHoliday ?? []
    return input.vendors.indices.flatMap { vendor in
      let member = scenario.vendors[vendor]
      let week = weeks.first { !$0.statutoryHoliday.isEmpty }?.week ?? 0
      let price = input.plainHourPrice(vendor, week, .statutoryHoliday)
      return scenario.staffGroups.indices.compactMap { group -> HolidaySurcharge? in
        let id = scenario.staffGroups[group].id
        let source = HourSource(.statutoryHoliday, of: id.rawValue)
        guard price > 0, shareQueues(group, vendor),
          let own = hours.first(where: { $0.source == source })
        else { return nil }
        let even = own.netRate.approximateMinorUnits * member.proficiency.value / price
        let factor = input.vendors[vendor].holidayFactor
        return HolidaySurcharge(
          vendor: member.id, group: id, factor: Multiplier(Rational(nearest: factor)),
          evenFactor: Multiplier(Rational(nearest: even.bounded(to: 0...1e6))))
      }
    }
  }

  /// What the plan does on statutory holidays, beside staying away and beside sending vendors away.
  private func holidayCourses() throws(CapacityError) -> [HolidayCourse] {
    let own = model.extra.keys.filter { $0.kind == .holiday }
    let theirs = model.billed.keys.filter { $0.bucket == .statutoryHoliday }
    guard !own.isEmpty, !theirs.isEmpty else { return [] }
    let everyVendor = Freedom(vendors: Set(scenario.vendors.indices))
    let habit = try solve(freeing: everyVendor) { program in
      for key in own { program.fix(model.extra[key], at: 0) }
    }
    let alternative = try solve { program in
      for key in theirs { program.fix(model.billed[key], at: 0) }
    }
    return [
      holidayCourse(.planned, base), habit.map { holidayCourse(.vendorsOnly, $0) },
      alternative.map { holidayCourse(.ownOnly, $0) },
    ].compactMap(\.self)
  }

  private func holidayCourse(_ kind: HolidayCourse.Kind, _ solution: Solution) -> HolidayCourse {
    var (ownHours, ownPay, billedHours, billedPay, missing) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for key in model.extra.keys where key.kind == .holiday {
      let hours = solution[model.extra[key]].withoutDust
      let tier = input.tier(of: key)
      let factor = LabourPrice.onCostFactor(of: scenario.staffGroups[key.group])
      ownHours += hours
      ownPay += hours * (tier?.price ?? 0) * factor
    }
    for key in model.billed.keys where key.bucket == .statutoryHoliday {
      let hours = solution[model.billed[key]].withoutDust
      billedHours += hours
      billedPay += hours * input.hourPrice(key.supplier, key.week, .statutoryHoliday)
    }
    for key in model.short.keys where key.bucket == .statutoryHoliday {
      missing += solution[model.short[key]].withoutDust
    }
    return HolidayCourse(
      kind: kind, ownTime: WorkTime(hours: ownHours), ownPay: Money(rounded: ownPay),
      vendorTime: WorkTime(hours: billedHours), vendorPay: Money(rounded: billedPay),
      missing: WorkTime(hours: missing), planCost: money(solution.objective),
      more: money(solution.objective - base.objective))
  }
}

extension Money {
  /// The nearest whole number of minor units; nothing for what is no number.
  init(rounded minorUnits: Double) {
    self.init(minorUnits: Int64(minorUnits.rounded().bounded(to: -9e18...9e18)))
  }
}
