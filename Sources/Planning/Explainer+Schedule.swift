internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import ShiftScheduling
internal import Staffing
internal import Units

extension Explainer {
  /// The day of the schedule that `text` names, as a date or a local time.
  func scheduledDay(_ text: String) throws(ExplanationError) -> DaySchedule {
    let date = LocalDate(iso: text) ?? LocalDateTime(text)?.date
    guard let day = plan.schedule?.days.first(where: { $0.date == date }) else {
      let weeks = plan.schedule?.weeks.map { "\($0.start) to \($0.end.adding(days: -1))" } ?? []
      throw .notScheduled(text, days: weeks.joined(separator: ", "))
    }
    return day
  }

  // MARK: Coverage

  func explainCoverage(_ id: String?, at time: String) throws(ExplanationError) -> Explanation {
    let queues = try id.map { id throws(ExplanationError) in [try queue(id)] }
    let day = try scheduledDay(time)
    let selected = queues ?? plan.scenario.queues
    guard LocalDate(iso: time) == nil else {
      return dayCoverage(of: selected, on: day, named: queues?.first?.name)
    }
    guard let moment = LocalDateTime(time), let slot = plan.requirement.grid.index(of: moment),
      day.slots.contains(slot)
    else { throw .outsideHorizon(time, horizon: plan.scenario.horizon.description) }
    let parts = selected.map { intervalCoverage(of: $0, on: day, slot: slot, moment: moment) }
    if queues != nil, let only = parts.first { return only }
    return Explanation(
      "short over all queues at \(moment)", value: total(of: \.short, on: day, slot: slot),
      formula: "\(total(of: \.required, on: day, slot: slot)) positions required, "
        + "\(total(of: \.inHouse, on: day, slot: slot)) of our own people, "
        + "\(total(of: \.outsourced, on: day, slot: slot)) of vendors; what one queue has too "
        + "much does not help another",
      parts: parts)
  }

  private func total(
    of part: KeyPath<QueueCoverage, [Positions]>, on day: DaySchedule, slot: Int
  ) -> String {
    let offset = slot - day.slots.lowerBound
    let values = day.coverage.compactMap { coverage -> Double? in
      let positions = coverage[keyPath: part]
      return positions.indices.contains(offset) ? positions[offset].value : nil
    }
    return values.reduce(0, +).short
  }

  private func dayCoverage(
    of queues: [Queue], on day: DaySchedule, named name: String?
  ) -> Explanation {
    let hours = plan.requirement.grid.slotLength.duration.inHours
    let coverage = day.coverage.filter { entry in queues.contains { $0.id == entry.queue } }
    func sum(_ part: KeyPath<QueueCoverage, [Positions]>) -> Double {
      coverage.flatMap { $0[keyPath: part] }.map(\.value).reduce(0, +) * hours
    }
    var worst: [(queue: Queue.ID, slot: Int, short: Double)] = []
    for entry in coverage {
      for (offset, short) in entry.short.enumerated() where short.value > 1e-6 {
        worst.append((entry.queue, day.slots.lowerBound + offset, short.value))
      }
    }
    worst.sort { ($1.short, $0.slot) < ($0.short, $1.slot) }
    let intervals = worst.prefix(5).compactMap { entry -> Explanation? in
      guard let slot = plan.requirement.grid.slot(at: entry.slot) else { return nil }
      return Explanation(
        "\(self.name(of: entry.queue)) at \(slot.dateTime)",
        value: "\(entry.short.counted("position")) short",
        parts: (inspector?.causes(of: entry.queue, at: entry.slot) ?? []).map(explanation))
    }
    return Explanation(
      "net hours short of \(name ?? "all queues") on \(day.date), as the shifts cover them",
      value: "\(sum(\.short).short) h", formula: "sum of what each interval is short",
      parts: [
        Explanation("required", value: "\(sum(\.required).short) h"),
        Explanation("given by our own people", value: "\(sum(\.inHouse).short) h"),
        Explanation("given by vendors", value: "\(sum(\.outsourced).short) h"),
        Explanation(
          "intervals that are short", value: "\(worst.count)",
          formula: worst.count > 5 ? "the five worst follow" : "", parts: intervals),
      ])
  }

  private func intervalCoverage(
    of queue: Queue, on day: DaySchedule, slot: Int, moment: LocalDateTime
  ) -> Explanation {
    let offset = slot - day.slots.lowerBound
    guard let coverage = day.coverage.first(where: { $0.queue == queue.id }),
      coverage.required.indices.contains(offset), let inspector
    else { return Explanation("\(queue.name) at \(moment)", value: "not scheduled") }
    let required = coverage.required[offset].value
    let own = coverage.inHouse[offset].value
    let vendors = coverage.outsourced[offset].value
    let short = coverage.short[offset].value
    let staff = inspector.staff(at: slot)
    func parts(isVendor: Bool) -> [Explanation] {
      staff.filter { entry in
        if case .vendor = entry.supplier { isVendor } else { !isVendor }
      }.filter { entry in skills(of: entry.supplier).contains(queue.id) }
        .map { staffExplanation($0, for: queue.id, slot: slot, inspector: inspector) }
    }
    var missing: [Explanation] = []
    if short > 1e-6 {
      missing.append(
        Explanation(
          "one more position here is worth",
          value: "\(money(inspector.worthOfPosition(of: queue.id, at: slot))) an hour",
          formula: "contacts an hour × price of a lost contact × the factor of so deep a hole",
          path: "queues.\(queue.id).lost-contact-price"))
      missing += inspector.causes(of: queue.id, at: slot).map(explanation)
    }
    let positions = try? explainQueue(queue.id.rawValue, at: "\(moment)")
    return Explanation(
      "short of \(queue.name) at \(moment), in positions net of shrinkage", value: short.short,
      formula: "\(required.short) required − \(own.short) of our own people "
        + "− \(vendors.short) of vendors" + (short > 1e-6 ? "" : ": covered"),
      parts: [
        Explanation(
          "required", value: required.short, formula: positions?.formula ?? "",
          path: positions?.path ?? "", parts: positions?.parts ?? []),
        Explanation(
          "given by our own people", value: own.short, formula: sumNote,
          parts: parts(isVendor: false)
        ),
        Explanation(
          "given by vendors", value: vendors.short, formula: sumNote, parts: parts(isVendor: true)),
      ] + missing)
  }

  private var sumNote: String { "of what follows, the part that goes to this queue" }

  private func skills(of supplier: Supplier) -> [Queue.ID] {
    switch supplier {
    case .group(let id): plan.scenario.staffGroup(id)?.skills ?? []
    case .vendor(let id): plan.scenario.vendor(id)?.skills ?? []
    }
  }

  private func staffExplanation(
    _ staff: IntervalStaff, for queue: Queue.ID, slot: Int, inspector: ScheduleInspector
  ) -> Explanation {
    let working = staff.onShift - staff.onBreak
    let others = staff.queues.filter { $0 != queue }.map(name(of:))
    let shared =
      others.isEmpty ? "all for this queue" : "shared with \(others.joined(separator: ", "))"
    return Explanation(
      "\(working.counted("seat")) of \(name(ofSupplier: staff.supplier.id)) at work",
      value: staff.positions.value.short,
      formula: "(\(staff.onShift.short) on shift − \(staff.onBreak.short) on a break) × "
        + "\(staff.presence.precise) positions a seat; \(shared)",
      path: path(of: staff.supplier),
      parts: [presenceExplanation(of: staff.supplier, presence: staff.presence, slot: slot)])
  }

  /// What one seat gives: proficiency, and what shrinkage in the office leaves of it.
  func presenceExplanation(of supplier: Supplier, presence: Double, slot: Int) -> Explanation {
    switch supplier {
    case .vendor(let id):
      return Explanation(
        "positions a seat", value: presence.precise, formula: "proficiency of a billed hour",
        path: "vendors.\(id).proficiency")
    case .group(let id):
      let week = plan.requirement.grid.weekIndex(ofSlot: slot)
      let weeks = plan.capacity.groups.first { $0.group == id }?.weeks ?? []
      guard let group = plan.scenario.staffGroup(id), let week, weeks.indices.contains(week) else {
        return Explanation("positions a seat", value: presence.precise)
      }
      let heads = weeks[week].heads.value - weeks[week].inTraining.value
      let shrinkage = group.shrinkage(in: plan.capacity.weeks[week])
      let outOfOffice = shrinkage.outOfOffice.complement.value
      let inOffice = outOfOffice > 0 ? shrinkage.available.value / outOfOffice : 0
      return Explanation(
        "positions a seat", value: presence.precise,
        formula: "\(weeks[week].effectiveHeads.value.precise) experienced heads / "
          + "\(heads.precise) past training × \((inOffice * 100).precise) % of the time in the "
          + "office on contacts; breaks lie in the shifts",
        path: "staff-groups.\(id).shrinkage.in-office")
    }
  }

  // MARK: Causes

  /// A cause of a scheduled shortage in a sentence.
  func explanation(of cause: ShortageCause) -> Explanation {
    let who = cause.supplier.map { name(ofSupplier: $0.id) } ?? ""
    let used = cause.used.short
    let most = cause.most.short
    let of = "\(used) of \(most)"
    let people = cause.most == 1 ? "person" : "people"
    let words: (value: String, formula: String)
    switch cause.limit {
    case .skills: words = ("nobody’s skills include the queue", "")
    case .outsourcedShare:
      words =
        cause.most > 0
        ? ("\(who): the vendors’ share of the queue is used up", "\(of) net hours of the week")
        : ("\(who): the policy keeps the queue in house", "")
    case .outsourcedOverall:
      words = (
        "\(who): the vendors’ share of all queues together is used up",
        "\(of) net hours of the week"
      )
    case .shiftTypes:
      words = ("\(who): no shift that is open to them reaches the interval", "")
    case .people:
      words =
        cause.most > 0
        ? ("\(who): everybody who is there that day is on a shift already", "\(of) \(people)")
        : ("\(who): nobody is there that day", "0 people")
    case .workDays:
      words = (
        "\(who): the week’s days of work are used up; one more here is one less on another day",
        "\(of) days"
      )
    case .hours:
      words = (
        "\(who): the week’s paid hours are used up; one more shift here is one less elsewhere",
        "\(of) h"
      )
    case .overtime: words = ("\(who): the plan’s overtime of the week is used up", "\(of) h")
    case .rest:
      words = (
        "\(who): whoever is left rests between two shifts",
        "\(of) \(people) are on one of the two shifts"
      )
    case .seats:
      words = ("\(who): every seat of the site is taken during the shift", "\(of) seats")
    case .worth:
      words = ("\(who): one more seat would cost more than it covers", price(cause.shift))
    case .wholeSeats:
      words = (
        "\(who): no limit stands in the way; seats are whole and days are decided one after "
          + "the other, so one more that pays was left out", price(cause.shift)
      )
    }
    return Explanation(
      "stood in the way", value: words.value, formula: words.formula, path: cause.path)
  }

  private func price(_ shift: ShortageCause.Shift?) -> String {
    guard let shift else { return "" }
    return "best is shift \(typeName(shift.type)) from \(shift.start): costs \(money(shift.cost)), "
      + "covers what is worth \(money(shift.saving))"
  }

  func typeName(_ id: ShiftType.ID) -> String {
    plan.scenario.shifts?.types.first { $0.id == id }?.name ?? id.rawValue
  }

  // MARK: Shifts

  func explainShift(
    on date: String, supplier id: String, type: String?, start: String?
  ) throws(ExplanationError) -> Explanation {
    let day = try scheduledDay(date)
    let suppliers =
      plan.scenario.staffGroups.map(\.id.rawValue) + plan.scenario.vendors.map(\.id.rawValue)
    guard suppliers.contains(id) else {
      throw .unknown(kind: "staff group or vendor", name: id, known: suppliers)
    }
    let types = plan.scenario.shifts?.types.map(\.id.rawValue) ?? []
    if let type, !types.contains(type) {
      throw .unknown(kind: "shift type", name: type, known: types)
    }
    let own = day.seats.filter { $0.supplier.id == id && $0.seats > 0 }
    let ofType = own.filter { type == nil || $0.type.rawValue == type }
    let starts = ofType.map(\.start.time.description)
    if let start, !starts.contains(start) {
      throw .unknown(
        kind: "start on that day", name: start, known: Array(Set(starts)).sorted())
    }
    let chosen = ofType.filter { start == nil || $0.start.time.description == start }
    let count = chosen.map(\.seats).reduce(0, +)
    let paid = chosen.map { $0.paidTime.hours * Double($0.seats) }.reduce(0, +)
    let what = type.map { " on shift \(typeName(Identifier($0)))" } ?? ""
    let from = start.map { " from \($0)" } ?? ""
    let supplier: Supplier =
      plan.scenario.staffGroup(Identifier(id)) == nil
      ? .vendor(Identifier(id)) : .group(Identifier(id))
    return Explanation(
      "seats of \(name(ofSupplier: id))\(what)\(from) on \(day.date)", value: "\(count)",
      formula: "\(paid.short) paid hours",
      parts: chosen.map(shiftExplanation) + availableExplanations(of: supplier, on: day))
  }

  private func shiftExplanation(_ seats: ShiftSeats) -> Explanation {
    let breaks = seats.breaks.map { pause in
      let start = seats.start.adding(minutes: Int(pause.offset.seconds / 60))
      return "\(start.time) for \(pause.length.seconds / 60) min" + (pause.isPaid ? ", paid" : "")
    }
    let overtime =
      seats.overtime > .zero ? ", the last \(seats.overtime.hours.short) h of it overtime" : ""
    let each = seats.paidTime.hours
    return Explanation(
      "\(typeName(seats.type)) \(seats.start.time), \(seats.length.hours.short) h long\(overtime)",
      value: seats.seats.counted("seat"),
      formula: "\(seats.seats) × \(each.short) h = \((each * Double(seats.seats)).short) paid hours"
        + (breaks.isEmpty ? "" : "; breaks at \(breaks.joined(separator: ", "))"),
      path: "shifts.types.\(seats.type)")
  }

  /// The people who may work on a day, and the week's days of work.
  private func availableExplanations(
    of supplier: Supplier, on day: DaySchedule
  ) -> [Explanation] {
    guard let weekIndex = plan.requirement.grid.weekIndex(of: day.date),
      plan.capacity.weeks.indices.contains(weekIndex), let schedule = plan.schedule
    else { return [] }
    let people = day.available.first { $0.supplier == supplier }?.heads.value ?? 0
    let onShift = day.seats.filter { $0.supplier == supplier }.map(\.seats).reduce(0, +)
    let week = plan.capacity.weeks[weekIndex]
    let inWeek = schedule.days.filter { week.contains($0.date) }.flatMap(\.seats)
      .filter { $0.supplier == supplier }
    let days = inWeek.map(\.seats).reduce(0, +)
    let hours = inWeek.map { $0.paidTime.hours * Double($0.seats) }.reduce(0, +)
    let formula: String
    let peoplePath: String
    switch supplier {
    case .group(let id):
      guard let group = plan.scenario.staffGroup(id),
        let weeks = plan.capacity.groups.first(where: { $0.group == id })?.weeks
      else { return [] }
      let heads = weeks[weekIndex]
      formula =
        "(\(heads.heads.value.short) heads − \(heads.inTraining.value.short) in training) × "
        + "\(group.shrinkage(in: week).outOfOffice.complement.value.percent) present, rounded; less on a "
        + "statutory holiday; \(onShift) of them on a shift"
      peoplePath = "staff-groups.\(id).shrinkage.out-of-office"
    case .vendor(let id):
      let weeks = plan.capacity.vendors.first { $0.vendor == id }?.weeks ?? []
      let seats = weeks.indices.contains(weekIndex) ? weeks[weekIndex].seats.value : 0
      formula = "\(seats.short) seats of the week, rounded; \(onShift) of them on a shift"
      peoplePath = "vendors.\(id)"
    }
    return [
      Explanation(
        "people who may work that day", value: people.short, formula: formula, path: peoplePath),
      Explanation(
        "worked in the week of \(week.start)",
        value: "\(days.counted("day")), \(hours.short) paid hours",
        formula: "sum of the seats of its shifts; the contract and the days of the week limit it",
        path: path(of: supplier) + (isVendor(supplier) ? ".hours-per-seat" : ".contract-hours")),
    ]
  }

  private func isVendor(_ supplier: Supplier) -> Bool {
    if case .vendor = supplier { true } else { false }
  }
}
