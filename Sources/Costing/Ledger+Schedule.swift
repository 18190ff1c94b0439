internal import BusinessCalendar
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
  mutating func addSchedule(_ schedule: ShiftSchedule, scenario: Scenario) {
    var worked: [SupplierDay: WorkedHours] = [:]
    for shift in schedule.days.flatMap(\.seats) {
      for part in shift.paidParts {
        let key = SupplierDay(date: part.date, supplier: shift.supplier)
        let time = WorkTime(seconds: part.time.seconds * Int64(shift.seats))
        let isHoliday = paysHolidays(shift.supplier, on: part.date, scenario)
        worked[key, default: WorkedHours()].add(
          time, isHoliday: isHoliday, isOvertime: part.isOvertime)
      }
    }
    for key in worked.keys.sorted() {
      guard let hours = worked[key] else { continue }
      switch key.supplier {
      case .vendor(let id):
        guard let vendor = scenario.vendor(id) else { continue }
        addHours(
          of: vendor, ordinary: hours.ordinary + hours.overtime, statutoryHoliday: hours.holiday,
          date: key.date)
      case .group(let id):
        guard let group = scenario.staffGroup(id) else { continue }
        addShifts(of: group, hours: hours, date: key.date, scenario: scenario)
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
