internal import BusinessCalendar
internal import LinearProgramming
internal import Scenarios
internal import Units

// Decisions that the planner has taken.
extension CapacityProgram {
  /// For each pin `decision ≤ amount`, `≥ amount`, or both:
  /// people `hires[g,w]` (over the horizon `Σ_w hires[g,w]`); seats `seats[v,w]`, where at least so
  /// many also are paid: `Σ_q billed[v,q,w,ordinary] + idle[v,w] ≥ amount · hours a seat`; extra hours
  /// `Σ_k extra[g,w,k]` against `amount · takeUp[g] · ready[g,w]`; months `active[v,m]`.
  mutating func addPins() {
    for pin in input.scenario.pins {
      switch pin.subject {
      case .hires(let id, let date): addHires(pin, id, date)
      case .seats(let id, let date): addSeats(pin, id, date)
      case .overtime(let id, let date): addOvertime(pin, id, date)
      case .contract(let id, let month): addContract(pin, id, month)
      }
    }
  }

  private mutating func addHires(_ pin: PlanPin, _ id: StaffGroup.ID, _ date: LocalDate?) {
    guard let group = input.scenario.staffGroups.firstIndex(where: { $0.id == id }) else { return }
    let keys = hires.keys.filter { key in
      key.group == group && date.map { input.calendar.weeks[key.week].contains($0) } ?? true
    }
    require(
      pin, keys.map { hires[$0] }.total(), pin.amount, unit: "person", owner: .group(group),
      weeks: date == nil ? [] : keys.map(\.week))
  }

  private mutating func addSeats(_ pin: PlanPin, _ id: Vendor.ID, _ date: LocalDate?) {
    guard let vendor = input.scenario.vendors.firstIndex(where: { $0.id == id }) else { return }
    for key in seats.keys where key.vendor == vendor {
      if let date, !input.calendar.weeks[key.week].contains(date) { continue }
      if pin.limitsAbove {
        require(
          .init(pin.subject, .atMost, pin.amount), of: pin, seats[key] + LinearExpression(),
          pin.amount, unit: "seat", owner: .vendor(vendor), weeks: [key.week])
      }
      let hours = seatHours(key, .ordinary)
      if pin.limitsBelow, hours > 0 {
        let most = date == nil ? input.vendors[vendor].reach(in: key.week) : .infinity
        require(
          .init(pin.subject, .atLeast, pin.amount), of: pin, billedHours(key, .ordinary),
          min(pin.amount, most) * hours, unit: "seat", perUnit: hours, owner: .vendor(vendor),
          weeks: [key.week])
      }
    }
  }

  private mutating func addOvertime(_ pin: PlanPin, _ id: StaffGroup.ID, _ date: LocalDate?) {
    guard let group = input.scenario.staffGroups.firstIndex(where: { $0.id == id }) else { return }
    let takeUp = input.scenario.staffGroups[group].overtime?.takeUp.value.bounded(to: 0...1) ?? 0
    for week in 0..<input.weekCount {
      if let date, !input.calendar.weeks[week].contains(date) { continue }
      let hours = input.overtime[group][week].compactMap {
        extra.variable(for: $0.key(group, week))
      }
      guard !hours.isEmpty else { continue }
      require(
        pin, hours.total() - pin.amount * takeUp * readyHeads(group, week), 0,
        unit: "overtime hour", owner: .group(group), weeks: [week])
    }
  }

  private mutating func addContract(_ pin: PlanPin, _ id: Vendor.ID, _ month: YearMonth) {
    guard let vendor = input.scenario.vendors.firstIndex(where: { $0.id == id }),
      let place = input.calendar.months.firstIndex(of: month)
    else { return }
    let weeks = CapacityIndex(input).contractWeeks(vendor, place)
    if let runs = active.variable(for: VendorMonth(vendor: vendor, month: place)) {
      require(
        pin, runs + LinearExpression(), pin.amount, unit: "month", owner: .vendor(vendor),
        weeks: weeks)
    } else if pin.amount == 0 {
      for week in weeks {
        let key = VendorWeek(vendor: vendor, week: week)
        require(
          .init(pin.subject, .atMost, 0), of: pin, seats[key] + LinearExpression(), 0,
          unit: "seat", owner: .vendor(vendor), weeks: [week])
      }
    }
  }

  private mutating func require(
    _ pin: PlanPin, _ sum: LinearExpression, _ amount: Double, unit: String,
    owner: RowNote.Owner, weeks: [Int]
  ) {
    if pin.limitsAbove {
      require(
        .init(pin.subject, .atMost, pin.amount), of: pin, sum, amount, unit: unit, owner: owner,
        weeks: weeks)
    }
    if pin.limitsBelow {
      require(
        .init(pin.subject, .atLeast, pin.amount), of: pin, sum, amount, unit: unit, owner: owner,
        weeks: weeks)
    }
  }

  /// One side of a pin.
  private mutating func require(
    _ side: PlanPin, of pin: PlanPin, _ sum: LinearExpression, _ amount: Double, unit: String,
    perUnit: Double = 1, owner: RowNote.Owner, weeks: [Int]
  ) {
    let week = weeks.count == 1 ? " in \(input.weekName(weeks[0]))" : ""
    let note = RowNote.Draft(
      family: .pin, owner: owner, weeks: weeks, unit: unit, perUnit: perUnit,
      relief: "Giving way by one \(unit) at the pin “\(pin)”\(week)", path: "pins")
    let relation = side.relation == .atMost ? sum <= amount : sum >= amount
    require("pin \(side)\(week)", relation, note)
  }
}

extension CapacityInput {
  /// Whether a pin asks for paid seats in a week, used or not.
  func paysSeats(_ key: VendorWeek) -> Bool {
    scenario.pins.contains { pin in
      guard case .seats(let id, let date) = pin.subject, pin.limitsBelow, pin.amount > 0,
        scenario.vendors[key.vendor].id == id
      else { return false }
      return date.map { calendar.weeks[key.week].contains($0) } ?? true
    }
  }
}

extension Double {
  /// The number for people: at most two decimals, none of a whole one.
  var inShort: String {
    let rounded = (self * 100).rounded() / 100
    return rounded == rounded.rounded() && rounded.magnitude < 1e15
      ? "\(Int64(rounded))" : "\(rounded)"
  }
}
