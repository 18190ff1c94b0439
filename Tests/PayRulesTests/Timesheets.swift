import BusinessCalendar
import PayRules
import Testing
import Units

/// A Chinese calendar of 2025 with the statutory days that the tests use.
let testCalendar = HolidayCalendar(
  id: "CN", name: "test",
  coverage: DateRange(start: LocalDate(dayNumber: 20_089), days: 365),
  days: ["2025-04-04", "2025-10-01", "2025-10-02", "2025-10-03"].compactMap {
    LocalDate(iso: $0).map { CalendarDay(date: $0, kind: .statutoryHoliday) }
  })

/// A shift between two times, with a break of an hour at `pause` on the day of its start.
func shift(
  _ start: String, _ end: String, pause: String? = nil, minutes: Int64 = 60,
  role: WorkedShift.Role = .work, timeOff: Bool = false
) -> WorkedShift {
  let midnight = LocalDateTime(date: .epoch, time: .midnight)
  let from = LocalDateTime(start) ?? midnight
  let taken = pause.flatMap { LocalTime($0) }.map {
    UnpaidBreak(start: from.date.at($0), length: WorkTime(minutes: minutes))
  }
  return WorkedShift(
    start: from, end: LocalDateTime(end) ?? midnight, unpaidBreak: taken, role: role,
    timeOffInLieu: timeOff)
}

/// The pay of shifts at 5220 yuan a month, 30 an hour.
func pay(
  _ shifts: [WorkedShift], zone: String = "Asia/Shanghai", prior: WorkTime = .zero,
  allowance: NightAllowance? = nil, calendar: HolidayCalendar = testCalendar
) throws -> PayStatement {
  let pack = try #require(RulePack.bundled.last { $0.id == "china-standard" })
  let sheet = Timesheet(
    basis: .monthly, rate: pack.hourlyRate(monthlySalary: Money(minorUnits: 522_000)),
    zone: try #require(TimeZoneRules(identifier: zone)), shifts: shifts, nightAllowance: allowance)
  return try pack.payStatement(for: sheet, calendar: calendar, priorOvertime: prior)
}
