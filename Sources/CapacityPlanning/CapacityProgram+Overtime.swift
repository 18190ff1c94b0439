internal import BusinessCalendar
internal import LinearProgramming
internal import PayRules
internal import Scenarios
internal import Units

// Extra work within the caps of the law and of the scenario.
extension CapacityProgram {
  /// `extra[g,w,k] ≤ takeUp[g] · hoursPerPerson[g,w,k] · ready[g,w]` for each kind k of extra work,
  /// and `Σ_k extra[g,w,k] ≤ takeUp[g] · perWeek[g] · ready[g,w]` over overtime and rest-day work
  /// where the scenario sets a limit a week.
  mutating func addOvertimePerWeek() {
    for (group, member) in input.scenario.staffGroups.enumerated() {
      guard let rules = member.overtime else { continue }
      let takeUp = rules.takeUp.value.bounded(to: 0...1)
      for week in 0..<input.weekCount {
        var counted = LinearExpression()
        for tier in input.overtime[group][week] {
          let key = OvertimeKey(group: group, week: week, kind: tier.kind)
          guard let paid = extra.variable(for: key) else { continue }
          if tier.kind != .holiday { counted += paid }
          require(
            "\(tier.kind.inWords) of \(member.id) in \(input.weekName(week))",
            paid - takeUp * tier.hoursPerPerson * readyHeads(group, week) <= 0,
            overtimeNote(
              .overtimePerWeek, group, [week],
              "One more hour of \(tier.kind.inWords) of \(input.groupName(group)) in "
                + input.calendar.weeks[week].inWords,
              bucket: tier.kind == .holiday ? .statutoryHoliday : .ordinary,
              path: "pay-rules"))
        }
        guard let limit = rules.maximumPerWeek else { continue }
        require(
          "overtime per week of \(member.id) in \(input.weekName(week))",
          counted - takeUp * max(0, limit.hours) * readyHeads(group, week) <= 0,
          overtimeNote(
            .overtimePerWeek, group, [week],
            "One more hour of overtime a week of \(input.groupName(group)) in "
              + input.calendar.weeks[week].inWords,
            path: "staff-groups.\(member.id).overtime.per-week"))
      }
    }
  }

  /// `Σ_w share[w,m] · extra[g,w,·] ≤ takeUp[g] · Σ_w allowance[w,m] · ready[g,w]` for each calendar
  /// month m: a week's hours belong to a month by its days, and so does the month's allowance.
  mutating func addOvertimePerMonth() {
    for (group, member) in input.scenario.staffGroups.enumerated() {
      guard let rules = member.overtime else { continue }
      let takeUp = rules.takeUp.value.bounded(to: 0...1)
      for (month, calendarMonth) in input.calendar.months.enumerated() {
        guard
          let limit = input.scenario.payRules(on: calendarMonth.first)?.overtimeLimitPerMonth
        else { continue }
        let weeks = input.calendar.weeks(touching: month)
        var worked = LinearExpression()
        var allowed = LinearExpression()
        for week in weeks {
          let days = input.calendar.days(of: week, in: month)
          let share = Double(days) / Double(max(1, input.calendar.days[week].count))
          for tier in input.overtime[group][week] where tier.countsToMonth {
            let key = OvertimeKey(group: group, week: week, kind: tier.kind)
            if let paid = extra.variable(for: key) { worked += share * paid }
          }
          let allowance = OvertimeModel.monthlyAllowance(
            limit, days: days, ofMonthWith: calendarMonth.dayCount)
          allowed += takeUp * allowance * readyHeads(group, week)
        }
        guard !worked.terms.isEmpty else { continue }
        require(
          "overtime per month of \(member.id) in \(calendarMonth)", worked - allowed <= 0,
          overtimeNote(
            .overtimePerMonth, group, weeks,
            "One more hour of overtime of \(input.groupName(group)) in \(calendarMonth.inWords)",
            path: "pay-rules"))
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

extension OvertimeKind {
  /// The kind for people.
  var inWords: String {
    switch self {
    case .workday: "overtime on working days"
    case .restDay: "work on rest days"
    case .holiday: "work on statutory holidays"
    }
  }
}
