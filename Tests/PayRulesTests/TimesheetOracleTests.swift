import BusinessCalendar
import PayRules
import TestSupport
import Testing
import Units

@Suite("Pay against a clock that is read minute by minute")
struct TimesheetOracleTests {
  @Test(
    "Pieces and minutes give the same hours by class on random rosters",
    arguments: ["Asia/Shanghai", "Europe/London", "America/New_York", "Pacific/Chatham"],
    [1, 2, 3, 4, 5] as [UInt64])
  func randomRosters(zoneName: String, seed: UInt64) throws {
    let zone = try #require(TimeZoneRules(identifier: zoneName))
    var generator = SplitMix(state: seed)
    for _ in 0..<5 {
      let shifts = try roster(&generator)
      let statement = try pay(shifts, zone: zoneName)
      var found: [String: Double] = [:]
      for line in statement.lines { found[line.code] = line.quantity.doubleValue * 60 }
      let minutes = minutesByClass(shifts, in: zone)
      #expect(found.mapValues { Int($0.rounded()) } == minutes, "\(shifts)")
    }
  }

  /// Shifts over two weeks around the changes of the clock and some holidays.
  private func roster(_ generator: inout SplitMix) throws -> [WorkedShift] {
    let starts = ["2025-03-03", "2025-03-25", "2025-09-26", "2025-10-24", "2025-04-01"]
    var date = try #require(LocalDate(iso: starts[generator.below(starts.count)]))
    var shifts: [WorkedShift] = []
    for _ in 0..<10 {
      let start = date.adding(days: generator.below(2)).at(.midnight)
        .adding(minutes: 1380 - generator.below(1000))
      let end = start.adding(minutes: 240 + generator.below(600))
      let pause = UnpaidBreak(
        start: start.adding(minutes: 60), length: WorkTime(minutes: Int64(generator.below(60))))
      let role: WorkedShift.Role = generator.below(4) == 0 ? .rest : .work
      shifts.append(
        WorkedShift(
          start: start, end: end, unpaidBreak: pause, role: role,
          timeOffInLieu: generator.below(3) == 0))
      date = end.date.adding(days: 1)
    }
    return shifts
  }

  /// The law, one minute at a time and without the pack.
  private func minutesByClass(_ shifts: [WorkedShift], in zone: TimeZoneRules) -> [String: Int] {
    var ordinary: [LocalDate: Int] = [:]
    var minutes: [String: Int] = [:]
    for shift in shifts {
      let end = instant(shift.end, in: zone)
      var pause = 0..<Int64(0)
      if let taken = shift.unpaidBreak {
        let start = instant(taken.start, in: zone)
        pause = start..<(start + taken.length.seconds)
      }
      for now in stride(from: instant(shift.start, in: zone), to: end, by: 60) {
        guard !pause.contains(now) else { continue }
        let day = shift.start.date
        let code: String
        if testCalendar.day(zone.local(at: now).date).kind == .statutoryHoliday {
          code = "CN_HOL300"
        } else if shift.role == .rest {
          code = shift.timeOffInLieu ? "CN_COMPOFF" : "CN_REST200"
        } else {
          code = ordinary[day, default: 0] < 480 ? "CN_BASE" : "CN_OT150"
          ordinary[day, default: 0] += 1
        }
        minutes[code, default: 0] += 1
      }
    }
    return minutes
  }

  private func instant(_ local: LocalDateTime, in zone: TimeZoneRules) -> Int64 {
    if let instant = zone.instant(of: local) { return instant }
    // A skipped time: the jump is an hour, so the hour before is not skipped.
    return (zone.instant(of: local.adding(minutes: -60)) ?? 0) + 3600
  }
}
