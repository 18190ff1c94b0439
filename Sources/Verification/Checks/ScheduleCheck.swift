internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import ShiftScheduling
internal import Staffing
internal import Units

/// A shift schedule against the requirement and its own shifts: what each queue needs and misses in
/// each interval, no more positions than people whose shift covers it, no more people on a day than
/// there are, paid breaks and overtime within the shift, gap and bound of each day.
struct ScheduleCheck: PlanCheck {
  let schedule: ShiftSchedule

  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    var days: Set<LocalDate> = []
    for day in schedule.days {
      let isScheduled = schedule.weeks.contains { $0.contains(day.date) }
      log.check(
        days.insert(day.date).inserted && isScheduled,
        subject(day, "day", rule: "each day of a scheduled week is there once")
      ) { (.date(day.date), .text("a day of a scheduled week, once")) }
      coverage(day, evidence, &log)
      people(day, evidence, &log)
      available(day, evidence, &log)
      for shift in day.seats + day.carriedIn { check(shift, day, evidence, &log) }
      bound(day, &log)
    }
    weeks(evidence, &log)
    for week in schedule.weeks {
      let all = evidence.days.days.joined().map(\.date).filter(week.contains)
      log.whole(
        schedule.days.count { week.contains($0.date) }, .same, all.count, unit: "day",
        Subject(
          .schedule, "days", week: week, rule: "a scheduled week has all its days of the horizon"))
    }
  }

  /// The weeks that the scenario names, or one of its own choice.
  private func weeks(_ evidence: Evidence, _ log: inout CheckLog) {
    guard let rules = evidence.scenario.shifts else { return }
    let stated = Set(schedule.weeks + schedule.unscheduled)
    let asked = evidence.days.weeks.filter { week in
      rules.scheduledDates.contains { week.contains($0) }
    }
    let rule = "the weeks that the scenario names are scheduled, else the one that needs the most"
    if asked.isEmpty {
      log.whole(stated.count, .same, 1, unit: "week", Subject(.schedule, "weeks", rule: rule))
    }
    for week in Set(asked).union(asked.isEmpty ? [] : stated).sorted(by: { $0.start < $1.start }) {
      log.check(
        stated.contains(week) == asked.contains(week),
        Subject(.schedule, "week", week: week, rule: rule)
      ) {
        (
          .text(stated.contains(week) ? "scheduled" : "not scheduled"),
          .text(asked.contains(week) ? "asked for" : "not asked for")
        )
      }
    }
  }

  /// Positions required, given and short, interval by interval.
  private func coverage(_ day: DaySchedule, _ evidence: Evidence, _ log: inout CheckLog) {
    let slots = evidence.requirement.grid.slotIndices(of: day.date)
    let stated = day.coverage.map(\.queue.rawValue)
    log.exactly(
      .text(stated.joined(separator: ", ")),
      .text(evidence.scenario.queues.map(\.id.rawValue).joined(separator: ", ")),
      subject(day, "queues", rule: "a day has the coverage of each queue"))
    for entry in day.coverage {
      let positions = evidence.requirement[entry.queue]?.positions ?? []
      let lengths = [entry.required, entry.inHouse, entry.outsourced, entry.short].map(\.count)
      guard lengths.allSatisfy({ $0 == slots.count }) else {
        log.whole(
          lengths.first { $0 != slots.count } ?? 0, .same, slots.count, unit: "interval",
          subject(day, "intervals", of: entry.queue.rawValue, rule: "a day has all its intervals"))
        continue
      }
      for (place, slot) in slots.enumerated() {
        let needed = positions.indices.contains(slot) ? positions[slot].value : 0
        let missing = needed - entry.inHouse[place].value - entry.outsourced[place].value
        for (what, value, recomputed) in [
          ("positions required", entry.required[place].value, needed),
          ("positions short", entry.short[place].value, missing > 1e-6 ? missing : 0),
        ] {
          log.check(
            (value - recomputed).magnitude <= 2e-6 + recomputed.magnitude * 1e-9,
            subject(
              day, "\(what) in interval \(place + 1)", of: entry.queue.rawValue,
              rule: "required less those of our own people and of vendors")
          ) { (.text("\(value)"), .text("\(recomputed)")) }
        }
      }
    }
  }

  /// Positions given in an interval against people whose shift covers any of it, breaks not taken
  /// off, and people of a day against those there are. On days whose clock is changed and after them
  /// only the people are compared.
  private func people(_ day: DaySchedule, _ evidence: Evidence, _ log: inout CheckLog) {
    for supplier in Set(day.seats.map(\.supplier)).sorted(by: { $0.id < $1.id }) {
      let seats = day.seats.filter { $0.supplier == supplier }.reduce(0) { $0 + $1.seats }
      let there = day.available.filter { $0.supplier == supplier }
        .reduce(0) { $0 + $1.heads.value }
      log.atMost(
        Double(seats), there, .heads,
        subject(
          day, "people on shifts", of: supplier.id,
          rule: "nobody works who is absent, resting or not there"))
    }
    let grid = evidence.requirement.grid
    let slots = grid.slotIndices(of: day.date)
    let perDay = 1440 / max(1, grid.slotLength.minutes)
    let before = grid.slotIndices(of: day.date.adding(days: -1))
    guard slots.count == perDay, before.isEmpty || before.count == perDay else { return }
    let yesterday = schedule.days.first { $0.date == day.date.adding(days: -1) }
    let shifts = day.seats + day.carriedIn + (yesterday?.seats ?? [])
    for (place, slot) in slots.enumerated() {
      guard let first = grid.slot(at: slot)?.start.minutes else { continue }
      for isOwn in [true, false] {
        let given = day.coverage.reduce(0) { sum, entry in
          let positions = isOwn ? entry.inHouse : entry.outsourced
          return sum + (positions.indices.contains(place) ? positions[place].value : 0)
        }
        let there = shifts.filter { shift in
          let begins = day.date.days(from: shift.start) + shift.start.time.minutes
          let ends = begins + Int(shift.length.seconds / 60)
          return begins < first + grid.slotLength.minutes && first < ends
        }.reduce(0) { $0 + $1.positions(isOwn, evidence.scenario) }
        log.atMost(
          given, there, .heads,
          subject(
            day, "positions \(isOwn ? "of our own people" : "of vendors") in interval \(place + 1)",
            rule: "no more than people whose shift covers it"))
      }
    }
  }

  private func check(
    _ shift: ShiftSeats, _ day: DaySchedule, _ evidence: Evidence, _ log: inout CheckLog
  ) {
    let breaks = shift.breaks.map(\.length).total()
    let isWhole =
      shift.seats > 0 && shift.length > .zero && shift.overtime >= .zero
      && shift.overtime <= shift.length && breaks < shift.length
      && shift.breaks.allSatisfy { $0.offset >= .zero && $0.offset + $0.length <= shift.length }
    let isOfDay = day.carriedIn.contains(shift) || shift.start.date == day.date
    let type = evidence.scenario.shifts?.types.first { $0.id == shift.type }
    log.check(
      isWhole && isOfDay && type.map(shift.isOf) ?? false,
      subject(
        day, "shift \(shift.type) from \(shift.start)", of: shift.supplier.id,
        rule: "a shift begins on its day, and has its type's people, starts, length and breaks")
    ) { (.text("\(shift.seats) seats"), .text("a shift that can be worked")) }
  }

  /// The people of the week's plan, rounded up: the fewest of them are resting, absent or on leave.
  private func available(_ day: DaySchedule, _ evidence: Evidence, _ log: inout CheckLog) {
    guard let week = evidence.days.weeks.firstIndex(where: { $0.contains(day.date) }) else {
      return
    }
    for entry in day.available {
      let most: Double? =
        switch entry.supplier {
        case .group(let id):
          evidence.plan.groups.first { $0.group == id }?.weeks[week].heads.value
        case .vendor(let id):
          evidence.plan.vendors.first { $0.vendor == id }?.weeks[week].seats.value
        }
      log.atMost(
        entry.heads.value, (most ?? -1).rounded(.up), .heads,
        subject(
          day, "people there", of: entry.supplier.id,
          rule: "no more than the week's plan has, rounded up"))
    }
  }

  private func bound(_ day: DaySchedule, _ log: inout CheckLog) {
    let solve = day.solve
    guard let bound = solve.bound, solve.objective.magnitude > 1 else { return }
    let slack = 1 + solve.objective.magnitude * 1e-6
    let gap = max(0, solve.objective - bound) / solve.objective.magnitude
    log.check(
      bound <= solve.objective + slack && ((solve.gap?.value ?? 0) - gap).magnitude <= 1e-6,
      subject(day, "gap", rule: "(objective − bound) ÷ objective, the bound not above it")
    ) { (.text("\(solve.gap?.value ?? 0)"), .text("\(gap)")) }
  }

  private func subject(
    _ day: DaySchedule, _ what: String, of owner: String = "", rule: String
  ) -> Subject {
    Subject(.schedule, "\(what) on \(day.date)", of: owner, rule: rule)
  }
}

extension ShiftSeats {
  /// Whether it is a shift of a type: who works it, when it begins, how long it and its breaks are.
  fileprivate func isOf(_ type: ShiftType) -> Bool {
    let isOffered =
      switch supplier {
      case .group(let id): type.groups.isEmpty || type.groups.contains(id)
      case .vendor(let id): type.vendors.isEmpty || type.vendors.contains(id)
      }
    let sinceFirst = start.time.minutes - type.earliestStart.minutes
    let every = max(1, Int(type.startEvery.seconds / 60))
    let isStart =
      sinceFirst >= 0 && start.time <= type.latestStart && sinceFirst.isMultiple(of: every)
    let areBreaks =
      breaks.count == type.breaks.count
      && zip(breaks, type.breaks).allSatisfy { taken, rule in
        taken.length == rule.length && taken.isPaid == rule.isPaid
          && rule.earliest <= taken.offset && taken.offset <= rule.latest
      }
    return isOffered && isStart && areBreaks && length == type.length + overtime
  }

  /// The most net positions of its people: ours are at most as fast as an experienced one of us.
  fileprivate func positions(_ isOwn: Bool, _ scenario: Scenario) -> Double {
    switch supplier {
    case .group: return isOwn ? Double(seats) : 0
    case .vendor(let id):
      let proficiency = scenario.vendors.first { $0.id == id }?.proficiency.value ?? 1
      return isOwn ? 0 : Double(seats) * max(1, proficiency)
    }
  }
}

extension LocalDate {
  /// Minutes from midnight of this day to midnight of a moment's day.
  fileprivate func days(from moment: LocalDateTime) -> Int { days(until: moment.date) * 1440 }
}
