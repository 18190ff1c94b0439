internal import BusinessCalendar
internal import CapacityPlanning
internal import Contracts
internal import PayRules
internal import Scenarios
internal import ShiftScheduling
internal import Units

extension Ledger {
  /// What the shifts of a schedule cost: paid hours at the hourly rate, overtime and holiday work at
  /// the law's multiple, the employer's contributions on all of it, vendors at their price.
  ///
  /// Hours belong to the date on which they are worked, so a shift over midnight into a statutory
  /// holiday is split at midnight. Hours on a holiday are holiday work, overtime or not, where the
  /// scenario has pay rules that know it; without them they are plain hours. A schedule
  /// without names does not know whose rest day it is: rest-day work is in the plan's ledger only.
  ///
  /// The hour of a salary is worth its month over the days that are paid, statutory holidays among
  /// them. So each of these adds a day's contract hours of everybody past training, worked or not.
  mutating func addSchedule(
    _ schedule: ShiftSchedule, capacity: CapacityPlan, scenario: Scenario
  ) {
    for day in schedule.days {
      addHoliday(day.date, capacity: capacity, scenario: scenario)
      addSeats(on: day.date, capacity: capacity, scenario: scenario)
    }
    var worked: [SupplierDay: WorkedHours] = [:]
    for shift in schedule.days.flatMap(\.seats) {
      for part in shift.paidParts {
        let key = SupplierDay(date: part.date, supplier: shift.supplier)
        let time = WorkTime(seconds: part.time.seconds * Int64(shift.seats))
        let isHoliday = paysHolidays(shift.supplier, on: part.date, scenario)
        worked[key, default: WorkedHours()].add(
          time, isHoliday: isHoliday, isOvertime: part.isOvertime)
      }
      switch shift.supplier {
      case .group(let id):
        guard let group = scenario.staffGroup(id) else { continue }
        addShiftDifferentials(of: shift, group, scenario: scenario)
      case .vendor(let id):
        guard let vendor = scenario.vendor(id), let premium = vendor.clauses?.nightPremium,
          vendor.terms.price.unit.basis == .hours
        else { continue }
        for part in shift.paidParts(in: premium) {
          addNight(
            of: vendor, part.time.hours * Double(shift.seats),
            isHoliday: paysHolidays(shift.supplier, on: part.date, scenario), date: part.date)
        }
      }
    }
    for key in worked.keys.sorted() {
      guard let hours = worked[key] else { continue }
      switch key.supplier {
      case .vendor(let id):
        guard let vendor = scenario.vendor(id) else { continue }
        addHours(hours, of: vendor, date: key.date, capacity: capacity)
      case .group(let id):
        guard let group = scenario.staffGroup(id) else { continue }
        addShifts(of: group, hours: hours, date: key.date, scenario: scenario)
      }
    }
  }

  /// Seats that are paid by the month, while they run.
  private mutating func addSeats(
    on date: LocalDate, capacity: CapacityPlan, scenario: Scenario
  ) {
    guard let week = capacity.weeks.firstIndex(where: { $0.contains(date) }) else { return }
    for plan in capacity.vendors where plan.weeks.indices.contains(week) {
      guard let vendor = scenario.vendor(plan.vendor), vendor.terms.price.unit.basis == .seats
      else { continue }
      addSeats(of: vendor, plan.weeks[week].seats, on: [date])
    }
  }

  /// A vendor's hours of a day at its price, or the contacts that they handle; those of seats are paid
  /// with the seats.
  private mutating func addHours(
    _ hours: WorkedHours, of vendor: Vendor, date: LocalDate, capacity: CapacityPlan
  ) {
    switch vendor.terms.price.unit.basis {
    case .hours:
      addHours(
        of: vendor, ordinary: hours.ordinary + hours.overtime, statutoryHoliday: hours.holiday,
        date: date)
    case .seats: break
    case .contacts:
      guard let week = capacity.weeks.firstIndex(where: { $0.contains(date) }) else { return }
      let isHoliday = hours.holiday > .zero
      let bucket: DayBucket = isHoliday ? .statutoryHoliday : .ordinary
      let all = hours.ordinary + hours.overtime + hours.holiday
      addContacts(
        of: vendor,
        all.hours * capacity.contactsPerHour(of: vendor, week: week, bucket: bucket), queue: nil,
        isHoliday: isHoliday, date: date)
    }
  }

  private mutating func addHoliday(
    _ date: LocalDate, capacity: CapacityPlan, scenario: Scenario
  ) {
    guard let week = capacity.weeks.firstIndex(where: { $0.contains(date) }) else { return }
    for (day, rules) in paidHolidays(in: capacity.weeks[week], scenario) where day == date {
      for plan in capacity.groups where plan.weeks.indices.contains(week) {
        guard let group = scenario.staffGroup(plan.group) else { continue }
        let heads = plan.weeks[week].heads.value - plan.weeks[week].inTraining.value
        addPay(
          LedgerLine(
            number: 0, category: .paidHoliday, supplier: group.id.rawValue, queue: nil, date: day,
            quantity: Quantity(heads * rules.hoursOfDay(ofWeek: group.contractHours).hours),
            unit: "hour", unitRate: group.overtimeBase(under: rules).perHour,
            rule: "a statutory holiday is paid to everybody past training, a day's contract hours",
            source: rules.inForce, path: "staff-groups.\(group.id).wage"),
          of: group)
      }
    }
  }

  /// Whether hours on `date` are paid as holiday work: on a statutory holiday, where the pay rules
  /// say what that pays; a vendor's are told apart for its surcharge. Elsewhere they are plain hours.
  private func paysHolidays(
    _ supplier: Supplier, on date: LocalDate, _ scenario: Scenario
  ) -> Bool {
    guard scenario.calendar.day(date).kind == .statutoryHoliday else { return false }
    guard case .group = supplier else { return true }
    let rules = scenario.payRules(on: date)
    return rules?.payClass(on: .statutoryHoliday, beyondDailyHours: false) != nil
  }

  private mutating func addShifts(
    of group: StaffGroup, hours: WorkedHours, date: LocalDate, scenario: Scenario
  ) {
    let rules = scenario.payRules(on: date)
    let plainRule = "a shift's paid hours at the hourly rate of the wage"
    let kinds: [(CostCategory, WorkTime, PayClassRule?)] = [
      (.regularPay, hours.ordinary, nil),
      (.overtime, hours.overtime, rules?.payClass(on: .workday, beyondDailyHours: true)),
      (
        .holidayWork, hours.holiday, rules?.payClass(on: .statutoryHoliday, beyondDailyHours: false)
      ),
    ]
    for (category, time, payClass) in kinds {
      addPay(
        LedgerLine(
          number: 0, category: category, supplier: group.id.rawValue, queue: nil, date: date,
          quantity: Quantity(time), unit: "hour",
          unitRate: group.overtimeBase(under: rules).perHour,
          multiplier: payClass?.multiplier ?? .single, rule: payClass?.sentence ?? plainRule,
          source: payClass?.source.description ?? "scenario",
          path: "staff-groups.\(group.id).wage"),
        of: group)
    }
  }
}

/// One supplier's work on one date.
private struct SupplierDay: Hashable, Comparable {
  let date: LocalDate
  let supplier: Supplier

  private var rank: Int {
    switch supplier {
    case .group: 0
    case .vendor: 1
    }
  }

  /// By date, groups before vendors, then by id.
  static func < (left: Self, right: Self) -> Bool {
    (left.date, left.rank, left.supplier.id) < (right.date, right.rank, right.supplier.id)
  }
}

/// Paid hours by what they are paid as.
private struct WorkedHours {
  var ordinary = WorkTime.zero
  var overtime = WorkTime.zero
  var holiday = WorkTime.zero

  mutating func add(_ time: WorkTime, isHoliday: Bool, isOvertime: Bool) {
    if isHoliday {
      holiday += time
    } else if isOvertime {
      overtime += time
    } else {
      ordinary += time
    }
  }
}

extension Ledger {
  /// The statutory holidays of `week` on which people are off with pay, and the pay rules in force on
  /// each.
  func paidHolidays(in week: Week, _ scenario: Scenario) -> [(day: LocalDate, rules: RulePack)] {
    scenario.paidHolidays(in: week).compactMap { day in
      scenario.payRules(on: day).map { (day, $0) }
    }
  }
}

extension RulePack {
  /// The pack and the day from which it holds, as the source of a line.
  var inForce: String { "pay rules “\(name)” in force from \(effectiveFrom)" }

  /// The hours of one day of a contract of `weekly` hours: 8 of 40, 6 of 30.
  fileprivate func hoursOfDay(ofWeek weekly: WorkTime) -> WorkTime {
    guard weeklyHours > .zero else { return dailyHours }
    return WorkTime(hours: weekly.hours * dailyHours.hours / weeklyHours.hours)
  }
}
