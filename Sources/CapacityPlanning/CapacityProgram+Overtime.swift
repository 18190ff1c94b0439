internal import BusinessCalendar
internal import LinearProgramming
internal import PayRules
internal import Scenarios
internal import Units

// Extra work within the caps of the law and of the scenario.
extension CapacityProgram {
  /// `extra[g,w,k] ≤ takeUp[g] · hoursPerPerson[g,w,k] · ready[g,w]` for each kind k of extra work,
  /// and `Σ_k extra[g,w,k] ≤ takeUp[g] · perWeek[g] · ready[g,w]` over overtime and rest-day work
  /// where the scenario sets a limit a week. Whoever has no seat works no extra hours.
  mutating func addOvertimePerWeek() {
    for (group, member) in input.scenario.staffGroups.enumerated() {
      guard let rules = member.overtime else { continue }
      let takeUp = rules.takeUp.value.bounded(to: 0...1)
      for week in 0..<input.weekCount {
        var counted = LinearExpression()
        let ready = seatedReadyHeads(group, week)
        for tier in input.overtime[group][week] {
          guard let paid = extra.variable(for: tier.key(group, week)) else { continue }
          if tier.kind != .holiday { counted += paid }
          // Paid or not, a rest day has its hours once.
          guard tier.kind != .restDayInLieu else { continue }
          var day = paid + LinearExpression()
          if tier.kind == .restDay,
            let inLieu = extra.variable(
              for: OvertimeKey(group: group, week: week, kind: .restDayInLieu, part: tier.part))
          {
            day += inLieu
          }
          require(
            "\(tier.kind.inWords) of \(member.id) in \(input.weekName(week))\(tier.since)",
            day - takeUp * tier.hoursPerPerson * ready <= 0,
            overtimeNote(
              .overtimePerWeek, group, [week],
              "One more hour of \(tier.kind.inWords) of \(input.groupName(group)) in "
                + input.calendar.weeks[week].inWords + tier.since,
              bucket: tier.kind == .holiday ? .statutoryHoliday : .ordinary,
              path: "pay-rules"))
        }
        guard let limit = input.overtimeLimitPerWeek(group, week) else { continue }
        require(
          "overtime per week of \(member.id) in \(input.weekName(week))",
          counted - takeUp * limit * ready <= 0,
          overtimeNote(
            .overtimePerWeek, group, [week],
            "One more hour of overtime a week of \(input.groupName(group)) in "
              + input.calendar.weeks[week].inWords,
            path: "staff-groups.\(member.id).overtime.per-week"))
      }
    }
  }

  /// Heads past nesting who have a seat: those already there without one are taken off in the share
  /// of them who are ready.
  private func seatedReadyHeads(_ group: Int, _ week: Int) -> LinearExpression {
    let ready = readyHeads(group, week)
    let key = GroupWeek(group: group, week: week)
    let there = input.staff[group].initialHeads(in: week)
    guard let without = unseated.variable(for: key), there.onContacts > 0 else { return ready }
    return ready - there.ready / there.onContacts * without
  }

  /// `Σ_{w' ≤ w} share[w',m] · extra[g,w',·] ≤ takeUp[g] · allowance[m] · ready[g,w]` for each
  /// calendar month m and week w that touches it: a week's hours belong to a month by its days, and
  /// the allowance is the limit's part for the days of the month in the horizon, each day's of the
  /// law in force on it.
  ///
  /// So the people of a week can have worked all that was worked so far, and whoever comes late in
  /// the month lends nothing to those who were there before. Where people leave, the hours they may
  /// have worked are not counted for them: the row is on the safe side. Weeks whose row follows from
  /// that of the next have none.
  mutating func addOvertimePerMonth() {
    for (group, member) in input.scenario.staffGroups.enumerated() {
      guard let rules = member.overtime else { continue }
      let takeUp = rules.takeUp.value.bounded(to: 0...1)
      for (month, calendarMonth) in input.calendar.months.enumerated() {
        let weeks = input.calendar.weeks(touching: month)
        guard
          let allowance = OvertimeModel.monthlyAllowance(
            in: calendarMonth, on: weeks.flatMap { input.calendar.days(of: $0, inMonth: month) },
            of: input.scenario)
        else { continue }
        var worked = LinearExpression()
        for (place, week) in weeks.enumerated() {
          for tier in input.overtime[group][week] where tier.countsToMonth {
            let days = tier.days.count { YearMonth(of: $0) == calendarMonth }
            let share = Double(days) / Double(max(1, tier.days.count))
            guard share > 0, let paid = extra.variable(for: tier.key(group, week)) else { continue }
            worked += share * paid
          }
          let isLast = place == weeks.count - 1
          guard !worked.terms.isEmpty, isLast || input.mayGrow(group, after: week) else { continue }
          let until = isLast ? "" : " up to \(input.weekName(week))"
          let untilInWords = isLast ? "" : " up to \(input.calendar.weeks[week].inWords)"
          require(
            "overtime per month of \(member.id) in \(calendarMonth)\(until)",
            worked - takeUp * allowance * readyHeads(group, week) <= 0,
            overtimeNote(
              .overtimePerMonth, group, Array(weeks[...place]),
              "One more hour of overtime of \(input.groupName(group)) in "
                + calendarMonth.inWords + untilInWords,
              path: "pay-rules"))
        }
      }
    }
  }

  private func overtimeNote(
    _ family: CapacityFamily, _ group: Int, _ weeks: [Int], _ relief: String,
    bucket: DayBucket = .ordinary, path: String
  ) -> RowNote.Draft {
    .init(
      family: family, owner: .group(group), weeks: weeks, bucket: bucket, unit: "overtime hour",
      relief: relief, path: path)
  }
}

extension CapacityInput {
  /// The most overtime and rest-day work of a person in a week: the scenario's limit, and for
  /// part-time people what the law's hours leave; `nil` for none.
  func overtimeLimitPerWeek(_ group: Int, _ week: Int) -> Double? {
    let member = scenario.staffGroups[group]
    let own = member.overtime?.maximumPerWeek.map { max(0, $0.hours) }
    guard kind(group) == .partTime, let most = limits(week)?.partTimeHours else { return own }
    return min(own ?? .infinity, max(0, most.hours - member.contractHours.hours))
  }

  /// Whether a group can have more people ready for overtime in the week after `week`, or more speed.
  func mayGrow(_ group: Int, after week: Int) -> Bool {
    let model = staff[group]
    func grows(_ ready: (Int) -> Double) -> Bool { ready(week + 1) > ready(week) + 1e-9 }
    return grows { model.initialHeads(in: $0).ready }
      || model.classStarts.contains { start in
        grows { model.hiredHeads([(start: start, heads: 1)], in: $0).ready }
      }
  }
}

extension OvertimeKind {
  /// The kind for people.
  var inWords: String {
    switch self {
    case .workday: "overtime on working days"
    case .restDay: "work on rest days"
    case .restDayInLieu: "work on rest days in lieu"
    case .holiday: "work on statutory holidays"
    }
  }
}
