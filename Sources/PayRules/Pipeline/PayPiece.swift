internal import BusinessCalendar
internal import Units

/// A stretch of work on one date, on one side of every window's edges, in one workweek.
struct PayPiece {
  /// The place of its shift in the order of time.
  var shift: Int
  var ticks: PayTicks
  var role: UInt8
  var holidays: UInt16
  var windows: UInt8
  var timeOff: UInt8
  var seventhDay: UInt8 = 0
  /// The day whose daily hours it uses up.
  var day: Int
  /// The first day of its workweek.
  var week: Int
  /// Its own date.
  var date: Int
}

/// A shift on the line of instants.
struct PayShift {
  /// Its place in the timesheet, from 0.
  var place: Int
  var shift: WorkedShift
  var start: Int64
  var end: Int64
  var pause: Range<Int64>?
  /// Which of the run's systems it is paid under.
  var system: Int
  var total: PayTicks = 0

  init(
    _ shift: WorkedShift, place: Int, clock: ZoneClock, system: Int
  ) throws(TimesheetError) {
    self.shift = shift
    self.place = place
    self.system = system
    start = clock.instant(shift.start)
    end = clock.instant(shift.end)
    let number = place + 1
    guard start < end else { throw .endsBeforeStart(shift: number) }
    guard end - start <= 7 * 86_400 else { throw .longerThanAWeek(shift: number) }
    guard let pause = shift.unpaidBreak, pause.length != .zero else { return }
    let pauseStart = clock.instant(pause.start)
    let (pauseEnd, overflow) = pauseStart.addingReportingOverflow(pause.length.seconds)
    guard !overflow, pauseStart >= start, pauseEnd > pauseStart, pauseEnd <= end else {
      throw .breakOutsideShift(shift: number)
    }
    self.pause = pauseStart..<pauseEnd
  }
}

/// Cuts shifts at midnight and wherever else the rules of a system change.
struct PieceCutter {
  let system: CompiledSystem
  let clock: ZoneClock
  let holidays: HolidayBits
  /// Minutes after midnight at which work is cut, rising; 0 is the first.
  let edges: [Int]
  let weekday: Int
  let weekMinutes: Int
  let workdayMinutes: Int

  init(
    _ system: CompiledSystem, clock: ZoneClock, holidays: HolidayBits, weekStart: PayWeekStart,
    workdayStart: LocalTime
  ) {
    self.system = system
    self.clock = clock
    self.holidays = holidays
    weekday = weekStart.weekday.rawValue - 1
    weekMinutes = weekStart.time.minutes % 1440
    workdayMinutes = workdayStart.minutes % 1440
    var edges: Set<Int> = [0, system.holidayStart]
    for window in system.windows.compactMap(\.self) {
      edges.formUnion([window.from, window.to % 1440])
    }
    let rule = system.system
    if rule.week?.of == .instant { edges.insert(weekMinutes) }
    if rule.week?.of == .workday || rule.day?.of == .workday { edges.insert(workdayMinutes) }
    self.edges = edges.sorted()
  }

  /// Adds the pieces of a shift in the order of time.
  func cut(_ shift: inout PayShift, at place: Int, into pieces: inout [PayPiece]) {
    let stretches =
      shift.pause.map { [shift.start..<$0.lowerBound, $0.upperBound..<shift.end] }
      ?? [shift.start..<shift.end]
    let startWall = shift.shift.start
    let startMinutes = startWall.date.dayNumber * 1440 + startWall.time.minutes
    let weekOfShift = week(of: startMinutes, cutAt: weekMinutes)
    var total: Int64 = 0
    for stretch in stretches {
      var instant = stretch.lowerBound
      while instant < stretch.upperBound {
        let offset = clock.offset(at: instant)
        let wall = instant + offset.seconds
        let day = Int((wall >= 0 ? wall : wall - 86_399) / 86_400)
        let second = Int(wall - Int64(day) * 86_400)
        let edge = edges.first { $0 * 60 > second } ?? 1440
        let end = min(stretch.upperBound, offset.until, instant + Int64(edge * 60 - second))
        total += end - instant
        pieces.append(
          piece(
            day: day, minute: second / 60, at: instant, ticks: (end - instant) * PayTick.perSecond,
            of: shift.shift, shiftDay: startWall.date.dayNumber, shiftWeek: weekOfShift,
            place: place))
        instant = end
      }
    }
    shift.total = total * PayTick.perSecond
  }

  private func piece(
    day: Int, minute: Int, at instant: Int64, ticks: PayTicks, of shift: WorkedShift,
    shiftDay: Int, shiftWeek: Int, place: Int
  ) -> PayPiece {
    let rule = system.system
    let wall = day * 1440 + minute
    var windows: UInt8 = 0
    for (bit, window) in system.windows.enumerated() {
      if let window, window.covers(minute) { windows |= 1 << UInt8(bit) }
    }
    let holidayDay = floorDivided(wall - system.holidayStart, by: 1440)
    let workday = floorDivided(wall - workdayMinutes, by: 1440)
    let week =
      switch rule.week?.of {
      case .instant: weekByInstant(wall, instant)
      case .workday: self.week(of: workday * 1440, cutAt: 0)
      case .shiftStart, nil: shiftWeek
      }
    return PayPiece(
      shift: place, ticks: ticks, role: shift.role.bit, holidays: holidays[holidayDay],
      windows: windows, timeOff: shift.timeOffInLieu ? 1 : 0,
      day: rule.day?.of == .workday ? workday : shiftDay, week: week, date: day)
  }

  /// The first day of the week that a wall time is in.
  private func week(of wall: Int, cutAt minutes: Int) -> Int {
    let day = floorDivided(wall - minutes, by: 1440)
    // Day 0 was a Thursday, three days after a Monday.
    return floorDivided(day + 3 - weekday, by: 7) * 7 - 3 + weekday
  }

  /// As ``week(of:cutAt:)``, but a boundary that the clock shows twice is passed the first time.
  private func weekByInstant(_ wall: Int, _ instant: Int64) -> Int {
    let first = week(of: wall, cutAt: weekMinutes)
    let next = (first + 7) * 1440 + weekMinutes
    guard next - wall <= 180, instant >= clock.instant(wall: Int64(next)) else { return first }
    return first + 7
  }
}

/// The kinds of holiday of each day as bits; Sundays among them.
struct HolidayBits {
  private let first: Int
  private let bits: [UInt16]

  init(_ days: [(day: Int, bits: UInt16)]) {
    let last = days.map(\.day).max() ?? -1
    let first = days.map(\.day).min() ?? 0
    var bits = [UInt16](repeating: 0, count: max(0, min(last - first + 1, 4_000_000)))
    for (day, kinds) in days where bits.indices.contains(day - first) { bits[day - first] |= kinds }
    (self.first, self.bits) = (first, bits)
  }

  subscript(day: Int) -> UInt16 {
    let sunday = floorDivided(day + 4, by: 7) * 7 == day + 4 ? CompiledSystem.sunday : 0
    let place = day - first
    return (bits.indices.contains(place) ? bits[place] : 0) | sunday
  }
}
