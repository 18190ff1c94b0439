internal import BusinessCalendar
internal import LinearProgramming
internal import PayRules
internal import Scenarios
internal import Units

// Leave, voluntary time off, tired overtime, time off in lieu: families that are in the program only
// where the scenario asks for them.
extension CapacityProgram {
  /// `leave[g,w] ≤ mostAway[g] · contractHours[g] · ordinary share[w] · onContacts[g,w]`;
  /// `balance[g,m] = balance[g,m−1] + Σ_{w of m} (earned[g] · onContacts[g,w] − leave[g,w])`, with
  /// the balance of those there before the first month; and at the end
  /// `balance[g,last] ≤ carryOver[g] · onContacts[g,last] + unused[g]`.
  ///
  /// A week belongs to the month of its fourth day. The balance is that of the group: what leavers
  /// have not taken stays with their colleagues.
  mutating func addLeave() {
    for group in staff.unusedLeave.keys {
      guard let rules = input.scenario.staffGroups[group].rules?.leave else { continue }
      addLeaveLimits(group, rules)
      addLeaveBalance(group, rules)
    }
  }

  private mutating func addLeaveLimits(_ group: Int, _ rules: LeaveRules) {
    let id = input.groupID(group)
    let hours = max(0, input.scenario.staffGroups[group].contractHours.hours)
    for week in 0..<input.weekCount {
      guard let leave = staff.leave.variable(for: GroupWeek(group: group, week: week)) else {
        continue
      }
      let share = rules.mostAway.value.bounded(to: 0...1) * input.calendar.share(week, .ordinary)
      require(
        "leave of \(id) in \(input.weekName(week))",
        leave - share * hours * headsOnContacts(group, week) <= 0,
        .init(
          family: .leave, owner: .group(group), weeks: [week], bucket: .ordinary,
          unit: "hour of leave",
          relief: "One more hour of leave of \(input.groupName(group)) in "
            + input.calendar.weeks[week].inWords,
          path: "staff-groups.\(id).leave.most-away"))
    }
  }

  private mutating func addLeaveBalance(_ group: Int, _ rules: LeaveRules) {
    let id = input.groupID(group)
    let months = staff.leaveBalance.keys.filter { $0.group == group }.map(\.month)
    let there = input.staff[group].group.headcount.reduce(0) { $0 + max(0, $1.heads.value) }
    var before = LinearExpression(max(0, rules.balance.hours) * there)
    for month in months {
      let balance = staff.leaveBalance[GroupMonth(group: group, month: month)]
      var now = before
      for week in 0..<input.weekCount where input.calendar.contractMonth[week] == month {
        now += max(0, rules.earnedPerWeek.hours) * headsOnContacts(group, week)
        if let leave = staff.leave.variable(for: GroupWeek(group: group, week: week)) {
          now -= leave
        }
      }
      require(
        "leave balance of \(id) after \(input.calendar.months[month])", balance - now == 0,
        .init(
          family: .leave, owner: .group(group), unit: "hour of leave",
          path: "staff-groups.\(id).leave.earned-per-week"))
      before = balance + LinearExpression()
    }
    guard let last = (0..<input.weekCount).last else { return }
    let kept = max(0, rules.carryOver.hours) * headsOnContacts(group, last)
    require(
      "leave of \(id) that is left at the end", before - kept - staff.unusedLeave[group] <= 0,
      .init(
        family: .leave, owner: .group(group), weeks: [last], unit: "hour of leave",
        relief: "One more hour of leave that \(input.groupName(group)) may keep",
        path: "staff-groups.\(id).leave.carry-over"))
  }

  /// `undertime[g,w] ≤ takeUp[g] · mostPerWeek[g] · onContacts[g,w]`: only who agrees goes home.
  mutating func addUndertime() {
    for key in staff.undertime.keys {
      guard let rules = input.scenario.staffGroups[key.group].rules?.undertime else { continue }
      let most = rules.takeUp.value.bounded(to: 0...1) * max(0, rules.mostPerWeek.hours)
      let id = input.groupID(key.group)
      require(
        "voluntary time off of \(id) in \(input.weekName(key.week))",
        staff.undertime[key] - most * headsOnContacts(key.group, key.week) <= 0,
        .init(
          family: .undertime, owner: .group(key.group), weeks: [key.week], bucket: .ordinary,
          unit: "hour",
          relief: "One more hour of voluntary time off of \(input.groupName(key.group)) in "
            + input.calendar.weeks[key.week].inWords,
          path: "staff-groups.\(id).undertime"))
    }
  }

  /// `tired[g,w] ≥ Σ_k extra[g,w,k] − above[g] · takeUp[g] · ready[g,w]` over overtime and rest-day
  /// work: what is worked beyond the hours at full speed, spread evenly over those who agree.
  mutating func addFatigue() {
    for key in staff.tired.keys {
      guard let rules = input.scenario.staffGroups[key.group].overtime, let fatigue = rules.fatigue
      else { continue }
      var worked = LinearExpression()
      for tier in input.overtime[key.group][key.week] where tier.kind != .holiday {
        let hours = tier.key(key.group, key.week)
        if let paid = extra.variable(for: hours) { worked += paid }
      }
      guard !worked.terms.isEmpty else { continue }
      let fresh = max(0, fatigue.above.hours) * rules.takeUp.value.bounded(to: 0...1)
      let id = input.groupID(key.group)
      require(
        "tired overtime of \(id) in \(input.weekName(key.week))",
        worked - fresh * readyHeads(key.group, key.week) - staff.tired[key] <= 0,
        .init(
          family: .fatigue, owner: .group(key.group), weeks: [key.week], unit: "overtime hour",
          relief: "One more hour of overtime at full speed of \(input.groupName(key.group)) in "
            + input.calendar.weeks[key.week].inWords,
          path: "staff-groups.\(id).overtime.fatigue"))
    }
  }

  /// `owed[g,w] = owed[g,w−1] + rest-day work in lieu[g,w] − taken[g,w]`, and
  /// `owed[g,w] ≤ Σ_{w − within < w' ≤ w} rest-day work in lieu[g,w']`: what is older has been taken.
  /// What is owed at the end is paid.
  mutating func addTimeOff() {
    for key in staff.owed.keys {
      let id = input.groupID(key.group)
      let within = input.scenario.staffGroups[key.group].overtime?.timeOffWithinWeeks ?? 1
      func worked(_ week: Int) -> LinearExpression {
        guard input.overtime[key.group].indices.contains(week) else { return LinearExpression() }
        return input.overtime[key.group][week].filter { $0.kind == .restDayInLieu }
          .compactMap { extra.variable(for: $0.key(key.group, week)) }.total()
      }
      var flow = staff.owed[key] + staff.taken[key] - worked(key.week)
      let before = GroupWeek(group: key.group, week: key.week - 1)
      if let owed = staff.owed.variable(for: before) { flow -= owed }
      require(
        "time off owed to \(id) after \(input.weekName(key.week))", flow == 0,
        .init(
          family: .timeOff, owner: .group(key.group), weeks: [key.week], unit: "hour",
          path: "staff-groups.\(id).overtime.time-off-within"))
      let recent = max(0, key.week - max(1, within) + 1)...key.week
      var due = LinearExpression()
      for week in recent { due += worked(week) }
      require(
        "time off of \(id) taken in time by \(input.weekName(key.week))",
        staff.owed[key] - due <= 0,
        .init(
          family: .timeOff, owner: .group(key.group), weeks: [key.week], unit: "hour",
          relief: "One more hour that \(input.groupName(key.group)) may take off later than "
            + input.calendar.weeks[key.week].inWords,
          path: "staff-groups.\(id).overtime.time-off-within"))
    }
  }

  /// `Σ_{w − n < w' ≤ w} Σ_k extra[g,w',k] ≤ takeUp[g] · limit · ready[g,w]` for each limit of the pay
  /// rules on n weeks in a row, over the kinds that count to the month's limit. What was worked
  /// before the horizon is not known and not counted.
  mutating func addRollingOvertime() {
    for (group, member) in input.scenario.staffGroups.enumerated() {
      guard let rules = member.overtime else { continue }
      let takeUp = rules.takeUp.value.bounded(to: 0...1)
      for week in 0..<input.weekCount {
        for limit in input.rollingLimits(week) {
          let span = max(0, week - max(1, limit.weeks) + 1)...week
          var worked = LinearExpression()
          for index in span {
            for tier in input.overtime[group][index] where tier.countsToMonth {
              let key = tier.key(group, index)
              if let paid = extra.variable(for: key) { worked += paid }
            }
          }
          let most = takeUp * max(0, limit.time.hours)
          require(
            "overtime of \(member.id) in \(limit.weeks) weeks up to \(input.weekName(week))",
            worked - most * readyHeads(group, week) <= 0,
            .init(
              family: .overtimeRolling, owner: .group(group), weeks: Array(span),
              bucket: .ordinary, unit: "overtime hour",
              relief: "One more hour of overtime of \(input.groupName(group)) in the "
                + "\(limit.weeks) weeks up to \(input.calendar.weeks[week].inWords)",
              path: "pay-rules"))
        }
      }
    }
  }

  /// Net hours that a group does not give on the ordinary days of a week: leave, time off, and what
  /// tired people do not do.
  func hoursAway(_ group: Int, _ week: Int) -> LinearExpression {
    let key = GroupWeek(group: group, week: week)
    let net = input.netShare(group, week)
    var away = LinearExpression()
    for family in [staff.leave, staff.undertime, staff.taken] {
      if let hours = family.variable(for: key) { away += net * hours }
    }
    if let tired = staff.tired.variable(for: key) {
      away += input.lossOfTired(group, week) * tired
    }
    return away
  }

  /// `unused pay · unused leave`, `− (1 − paid) · hourly pay · undertime`, and what is owed at the end
  /// at the factor of rest-day work; the employer's contributions on each.
  func addTime(to sums: inout [CostPart: LinearExpression]) {
    guard let last = (0..<input.weekCount).last else { return }
    func add(_ part: CostPart, _ price: Double, _ variable: Variable, of group: Int) {
      let contributions = LabourPrice.onCostFactor(of: input.scenario.staffGroups[group]) - 1
      let cost = price / input.scale * variable
      sums[part, default: 0] += cost
      sums[.contributions, default: 0] += contributions * cost
    }
    for group in staff.unusedLeave.keys {
      let factor = input.scenario.staffGroups[group].rules?.leave?.unusedPay.value ?? 0
      let price = max(0, factor) * input.hourlyPay(group, atEndOf: last)
      add(.unusedLeave, price, staff.unusedLeave[group], of: group)
    }
    for key in staff.undertime.keys {
      let paid = input.scenario.staffGroups[key.group].rules?.undertime?.paid.value ?? 0
      let price = (paid.bounded(to: 0...1) - 1) * input.hourlyPay(key.group, key.week)
      add(.undertime, price, staff.undertime[key], of: key.group)
    }
    for key in staff.owed.keys where key.week == last {
      let end = input.calendar.weeks[last]
      let rules = input.scenario.payRules(on: end.days.last ?? end.start)
      let factor = rules?.payClass(on: .restDay, beyondDailyHours: false).multiplier.factor
      let price = (factor?.doubleValue ?? 1) * input.hourlyPay(key.group, atEndOf: last)
      add(.restDayWork, price, staff.owed[key], of: key.group)
    }
  }
}
