internal import BusinessCalendar
internal import Units

/// A stretch of work within one local day and on one side of a window's edges.
struct WorkedPiece {
  /// The day on the clock at its start.
  var date: LocalDate
  /// The time on the clock at its start.
  var clock: LocalTime
  /// The time that passes in it.
  var time: WorkTime
}

/// A shift on the line of instants (seconds since 1970-01-01T00:00Z), without its break.
struct ShiftInstants {
  /// The shift's place in the timesheet, from 1.
  var number: Int
  var shift: WorkedShift
  var start: Int64
  var end: Int64
  /// The stretches of work, in order.
  var worked: [Range<Int64>]

  init(_ shift: WorkedShift, number: Int, in zone: TimeZoneRules) throws(TimesheetError) {
    self.number = number
    self.shift = shift
    start = zone.workInstant(of: shift.start)
    end = zone.workInstant(of: shift.end)
    guard start < end else { throw .endsBeforeStart(shift: number) }
    guard end - start <= 7 * 86_400 else { throw .longerThanAWeek(shift: number) }
    worked = [start..<end]
    guard let pause = shift.unpaidBreak, pause.length != .zero else { return }
    let pauseStart = zone.workInstant(of: pause.start)
    let (pauseEnd, overflow) = pauseStart.addingReportingOverflow(pause.length.seconds)
    guard !overflow, pauseStart >= start, pauseEnd > pauseStart, pauseEnd <= end else {
      throw .breakOutsideShift(shift: number)
    }
    worked = [start..<pauseStart, pauseEnd..<end].filter { !$0.isEmpty }
  }

  /// The work cut at local midnights and at the given times of the clock.
  func pieces(in zone: TimeZoneRules, cutAt times: [LocalTime]) -> [WorkedPiece] {
    let first = zone.local(at: start).date
    let last = zone.local(at: end).date
    var cuts: [Int64] = []
    // Where the clock goes back over midnight, the later instant has the earlier date.
    for date in min(first, last)...max(first, last) {
      for time in [.midnight] + times { cuts.append(zone.instant(ofOrAfter: date.at(time))) }
    }
    cuts.sort()
    return worked.flatMap { stretch in
      let inner = cuts.filter { $0 > stretch.lowerBound && $0 < stretch.upperBound }
      let edges = [stretch.lowerBound] + inner + [stretch.upperBound]
      return zip(edges, edges.dropFirst()).filter(<).map { from, to in
        let local = zone.local(at: from)
        return WorkedPiece(date: local.date, clock: local.time, time: WorkTime(seconds: to - from))
      }
    }
  }
}

extension TimeZoneRules {
  /// The instant of a time on a timesheet; one that the clock jumps over is read with the offset
  /// before the jump.
  func workInstant(of local: LocalDateTime) -> Int64 {
    if let instant = instant(of: local) { return instant }
    let jump = instant(ofOrAfter: local)
    let wall = Int64(local.date.dayNumber) * 1440 + Int64(local.time.minutes)
    return (wall - Int64(offsetMinutes(at: jump - 60))) * 60
  }
}

extension NightAllowance {
  /// The night time worked in the pieces.
  func nightTime(in pieces: [WorkedPiece]) -> WorkTime {
    pieces.filter { covers($0.clock) }.map(\.time).total()
  }

  private func covers(_ clock: LocalTime) -> Bool {
    from < to ? clock >= from && clock < to : clock >= from || clock < to
  }
}
