import BusinessCalendar
import PayRules
import Testing
import Units

@Suite("From a timesheet to pay")
struct TimesheetTests {
  @Test("Twelve hours on Double 11 with an hour's break are eight at the salary and three at 150 %")
  func doubleEleven() throws {
    let statement = try pay([shift("2025-11-11T09:00", "2025-11-11T21:00", pause: "13:00")])
    #expect(statement.lines.map(\.code) == ["CN_OT150", "CN_BASE"])
    #expect(statement.lines.map(\.amount.minorUnits) == [13_500, 0])
    #expect(statement.total == Money(minorUnits: 13_500))
    #expect(statement.flags.isEmpty)
  }

  @Test("A night into a statutory holiday is cut at midnight")
  func midnight() throws {
    let statement = try pay([shift("2025-09-30T20:00", "2025-10-01T04:00")])
    #expect(hours(statement) == ["CN_HOL300": 4, "CN_BASE": 4])
  }

  @Test("Holiday hours leave the daily hours of their shift alone")
  func holidayHoursUseNoDailyHours() throws {
    let statement = try pay([shift("2025-10-03T22:00", "2025-10-04T08:00")])
    #expect(hours(statement) == ["CN_HOL300": 2, "CN_BASE": 8])
  }

  @Test("Two shifts that start on one day share its daily hours")
  func sharedDay() throws {
    let statement = try pay([
      shift("2025-11-11T18:00", "2025-11-11T23:00"), shift("2025-11-11T08:00", "2025-11-11T13:00"),
    ])
    #expect(hours(statement) == ["CN_OT150": 2, "CN_BASE": 8])
  }

  @Test("Overtime after midnight belongs to the day on which the shift starts")
  func overtimeOverMidnight() throws {
    let statement = try pay([
      shift("2025-11-11T16:00", "2025-11-12T02:00"), shift("2025-11-12T14:00", "2025-11-12T22:00"),
    ])
    #expect(hours(statement) == ["CN_OT150": 2, "CN_BASE": 16])
  }

  @Test("Equal time off replaces the pay of a rest day, and is owed")
  func timeOffInLieu() throws {
    let statement = try pay([
      shift("2025-11-08T09:00", "2025-11-08T17:00", role: .rest, timeOff: true)
    ])
    #expect(statement.total == .zero)
    #expect(statement.timeOffOwed == WorkTime(minutes: 480))
  }

  @Test("The 37th hour of overtime in a month raises a flag and is paid")
  func monthlyCap() throws {
    let shifts = [shift("2025-11-11T09:00", "2025-11-11T18:00")]
    let atLimit = try pay(shifts, prior: WorkTime(minutes: 35 * 60))
    let beyond = try pay(shifts, prior: WorkTime(minutes: 35 * 60 + 1))
    #expect(atLimit.flags.isEmpty)
    #expect(beyond.flags.map(\.cap.code) == ["CN_MONTH_OT_GT_36H"])
    #expect(beyond.total == atLimit.total)
  }

  @Test("More than three hours of overtime on one day raise a flag that names the day")
  func dailyCap() throws {
    let statement = try pay([shift("2025-11-11T08:00", "2025-11-11T19:01")])
    #expect(statement.flags.map(\.cap.code) == ["CN_DAILY_OT_GT_3H"])
    #expect(statement.flags.first?.date == LocalDate(iso: "2025-11-11"))
  }

  @Test("The seventh day in a row raises a flag", arguments: [(6, 0), (7, 1), (9, 1)])
  func weeklyRestDay(days: Int, flags: Int) throws {
    let first = try #require(LocalDate(iso: "2025-11-03"))
    let nine = try #require(LocalTime(hour: 9))
    let shifts = (0..<days).map { day in
      let start = first.adding(days: day).at(nine)
      return WorkedShift(start: start, end: start.adding(minutes: 240))
    }
    let statement = try pay(shifts)
    #expect(statement.flags.count == flags)
    if let flag = statement.flags.first {
      #expect(flag.date == first.adding(days: days - 1))
      #expect(flag.found.doubleValue == Double(days))
    }
  }

  @Test("A night of eight hours is nine when the clock goes back and seven when it goes forward")
  func daylightSaving() throws {
    // The worked examples of the US labour department: 23:00 to 07:30 with a half-hour break.
    let autumn = try pay(
      [shift("2025-11-01T23:00", "2025-11-02T07:30", pause: "23:30", minutes: 30)],
      zone: "America/New_York")
    let spring = try pay(
      [shift("2025-03-08T23:00", "2025-03-09T07:30", pause: "23:30", minutes: 30)],
      zone: "America/New_York")
    #expect(autumn.worked == WorkTime(minutes: 540))
    #expect(spring.worked == WorkTime(minutes: 420))
  }

  @Test("An hour that the clock jumps over is read with the offset before the jump")
  func skippedHour() throws {
    let statement = try pay(
      [shift("2025-03-09T02:30", "2025-03-09T05:30")], zone: "America/New_York")
    #expect(statement.worked == WorkTime(minutes: 120))
  }

  @Test("A clock that goes back over midnight loses no work")
  func clockBackOverMidnight() throws {
    // Newfoundland, 7 November 2010: 00:01 became 23:01 of the day before.
    let calendar = HolidayCalendar(
      id: "none", name: "none", coverage: DateRange(start: .first, end: .last), days: [])
    let statement = try pay(
      [shift("2010-11-07T00:00", "2010-11-07T08:00")], zone: "America/St_Johns",
      calendar: calendar)
    #expect(statement.worked == WorkTime(minutes: 540))
  }

  @Test("Three hours in the night window earn the allowance, a minute less does not")
  func nightAllowance() throws {
    let allowance = NightAllowance(
      amount: Money(minorUnits: 3000), from: try #require(LocalTime(hour: 22)),
      to: try #require(LocalTime(hour: 6)), minimum: WorkTime(minutes: 180))
    let enough = try pay([shift("2025-11-11T18:00", "2025-11-12T01:00")], allowance: allowance)
    let short = try pay([shift("2025-11-11T18:00", "2025-11-12T00:59")], allowance: allowance)
    let morning = try pay([shift("2025-11-11T03:00", "2025-11-11T09:00")], allowance: allowance)
    #expect(enough.lines.last?.code == "CN_NIGHT_ALLOW")
    #expect(enough.total == Money(minorUnits: 3000))
    #expect(short.total == .zero)
    #expect(morning.total == Money(minorUnits: 3000))
  }

  @Test("Impossible shifts are refused with their number")
  func impossibleShifts() {
    let good = shift("2025-11-11T09:00", "2025-11-11T17:00")
    let cases: [(WorkedShift, TimesheetError)] = [
      (shift("2025-11-12T09:00", "2025-11-12T09:00"), .endsBeforeStart(shift: 2)),
      (shift("2025-11-12T09:00", "2026-11-12T09:00"), .longerThanAWeek(shift: 2)),
      (shift("2025-11-11T16:00", "2025-11-11T20:00"), .overlaps(shift: 2)),
      (
        shift("2025-11-12T09:00", "2025-11-12T17:00", pause: "16:30"),
        .breakOutsideShift(shift: 2)
      ),
      (shift("1999-11-12T09:00", "1999-11-12T17:00"), .dayNotInCalendar(shift: 2)),
    ]
    for (bad, error) in cases {
      #expect(throws: error) { try pay([good, bad]) }
      #expect(error.description.contains("shift 2"))
    }
  }

  private func hours(_ statement: PayStatement) -> [String: Double] {
    Dictionary(
      uniqueKeysWithValues: statement.lines.map { ($0.code, $0.quantity.doubleValue) })
  }
}
