public import BusinessCalendar
internal import CapacityPlanning
internal import PayRules
internal import Scenarios
public import ShiftScheduling
public import Units

extension Ledger {
  /// What the shifts of a schedule cost: paid hours at the hourly rate, holiday work at the law's
  /// multiple, vendors at their price. A shift's hours belong to the date they are worked on, so a
  /// shift over midnight into a statutory holiday is split at midnight.
  mutating func addSchedule(_ schedule: ShiftSchedule, scenario: Scenario) {
    for day in schedule.days {
      let bySupplier = Dictionary(grouping: day.seats, by: \.supplier)
      for supplier in bySupplier.keys.sorted(by: { $0.id < $1.id }) {
        let seats = bySupplier[supplier] ?? []
        addDay(day.date, seats: seats, of: supplier, scenario: scenario)
      }
    }
  }

  private mutating func addDay(
    _ date: LocalDate, seats: [ShiftSeats], of supplier: Supplier, scenario: Scenario
  ) {
    var ordinary = WorkTime.zero
    var holiday = WorkTime.zero
    for shift in seats {
      let parts = shift.paidTimeByDate
      for part in parts {
        let time = WorkTime(seconds: part.time.seconds * Int64(shift.seats))
        if scenario.calendar.day(part.date).kind == .statutoryHoliday {
          holiday += time
        } else {
          ordinary += time
        }
      }
    }
    switch supplier {
    case .vendor(let id):
      guard let vendor = scenario.vendor(id) else { return }
      addHours(of: vendor, ordinary: ordinary, statutoryHoliday: holiday, date: date)
    case .group(let id):
      guard let group = scenario.staffGroup(id) else { return }
      addShifts(of: group, ordinary: ordinary, holiday: holiday, date: date, scenario: scenario)
    }
  }

  private mutating func addShifts(
    of group: StaffGroup, ordinary: WorkTime, holiday: WorkTime, date: LocalDate,
    scenario: Scenario
  ) {
    let rules = scenario.payRules(on: date)
    let base = group.overtimeBase(under: rules).perHour
    add(
      LedgerLine(
        number: 0, category: .regularPay, supplier: group.id.rawValue, queue: nil, date: date,
        quantity: Quantity(ordinary), unit: "hour", unitRate: base,
        rule: "a shift's paid hours at the hourly rate of the wage", source: "scenario",
        path: "staff-groups.\(group.id).wage"))
    let holidayClass = rules?.payClass(on: .statutoryHoliday, beyondDailyHours: false)
    add(
      LedgerLine(
        number: 0, category: .holidayWork, supplier: group.id.rawValue, queue: nil, date: date,
        quantity: Quantity(holiday), unit: "hour", unitRate: base,
        multiplier: holidayClass?.multiplier ?? .single,
        rule: holidayClass?.sentence ?? "a shift's paid hours at the hourly rate of the wage",
        source: holidayClass?.source.title ?? "scenario", path: "pay-rules"))
  }
}

extension ShiftSeats {
  /// Paid time of one seat by the calendar date it is worked on; breaks are cut out where they lie.
  public var paidTimeByDate: [(date: LocalDate, time: WorkTime)] {
    let untilMidnight = WorkTime(minutes: Int64(1440 - start.time.minutes))
    let unpaid = breaks.filter { !$0.isPaid }
    var today = min(length, untilMidnight)
    var tomorrow = length - today
    for pause in unpaid {
      let end = pause.offset + pause.length
      let before = max(.zero, min(end, untilMidnight) - pause.offset)
      today = today - before
      tomorrow = tomorrow - (pause.length - before)
    }
    let parts = [
      (date: start.date, time: today), (date: start.date.adding(days: 1), time: tomorrow),
    ]
    return parts.filter { $0.time > .zero }
  }
}
