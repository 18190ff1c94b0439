public import BusinessCalendar
public import Units

extension RulePack {
  /// What a timesheet is paid: local times become instants, breaks are cut out, shifts are cut at
  /// midnight, each piece gets its day type, its class by the hours of its day so far, and its pay.
  ///
  /// Holiday hours follow the day they are worked on; daily hours and rest days belong to the day
  /// on which the shift starts. Broken caps are flags: the pay is due all the same.
  ///
  /// - Parameters:
  ///   - timesheet: the shifts of one person in one month.
  ///   - calendar: where the statutory holidays are; rest days come from the shifts.
  ///   - priorOvertime: overtime of the month before the timesheet's first shift.
  /// - Throws: the first shift that is impossible.
  public func payStatement(
    for timesheet: Timesheet, calendar: HolidayCalendar, priorOvertime: WorkTime = .zero
  ) throws(TimesheetError) -> PayStatement {
    var shifts: [ShiftInstants] = []
    for (index, shift) in timesheet.shifts.enumerated() {
      shifts.append(try ShiftInstants(shift, number: index + 1, in: timesheet.zone))
    }
    shifts.sort { ($0.start, $0.number) < ($1.start, $1.number) }
    for (earlier, later) in zip(shifts, shifts.dropFirst()) where later.start < earlier.end {
      throw .overlaps(shift: later.number)
    }

    let allowance = timesheet.nightAllowance
    var tally = PayTally(pack: self)
    for shift in shifts {
      let pieces = shift.pieces(
        in: timesheet.zone, cutAt: allowance.map { [$0.from, $0.to] } ?? [])
      for piece in pieces {
        let day = calendar.day(piece.date)
        guard day.isCovered else { throw .dayNotInCalendar(shift: shift.number) }
        tally.add(piece, of: shift.shift, isHoliday: day.kind == .statutoryHoliday)
      }
      if let allowance, allowance.nightTime(in: pieces) >= allowance.minimum {
        tally.nightShifts += 1
      }
    }
    return PayStatement(
      lines: lines(of: tally, for: timesheet),
      flags: flags(of: tally, startDates: shifts.map(\.shift.start.date), prior: priorOvertime),
      worked: tally.timeByClass.total(), timeOffOwed: tally.timeOffOwed)
  }

  private func lines(of tally: PayTally, for timesheet: Timesheet) -> [PayLine] {
    var lines = zip(classes, tally.timeByClass).filter { $0.1 > .zero }.map { payClass, time in
      price(worked: time, as: payClass, at: timesheet.rate, basis: timesheet.basis)
    }
    if let allowance = timesheet.nightAllowance, tally.nightShifts > 0 {
      let shifts = Rational(tally.nightShifts)
      lines.append(
        PayLine(
          code: "\(jurisdiction)_NIGHT_ALLOW", quantity: Quantity(shifts.doubleValue),
          unit: "shift", multiplier: .single, rate: UnitPrice(allowance.amount),
          amount: Money(rounding: shifts, times: Rational(allowance.amount.minorUnits)),
          sentence: "a flat amount for each shift with enough hours at night",
          source: RuleSource(title: "Company or city policy", evidence: .convention)))
    }
    return lines
  }

  private func flags(
    of tally: PayTally, startDates: [LocalDate], prior: WorkTime
  ) -> [PayFlag] {
    caps.compactMap { cap in
      switch cap.limit {
      case .overtimePerDay(let limit):
        let broken = tally.overtimeByDay.filter { $0.value > limit }
        guard let worst = broken.values.max() else { return nil }
        return PayFlag(cap: cap, date: broken.keys.min(), found: Quantity(worst))
      case .overtimePerMonth(let limit):
        let overtime = prior + tally.monthlyOvertime
        return overtime > limit ? PayFlag(cap: cap, date: nil, found: Quantity(overtime)) : nil
      case .overtimePerWeeks(let limit, let weeks):
        let worst = tally.worstOvertime(inDays: 7 * weeks)
        return worst.time > limit
          ? PayFlag(cap: cap, date: worst.last, found: Quantity(worst.time)) : nil
      case .consecutiveDays(let limit):
        let run = longestRun(of: startDates)
        return run.days > limit
          ? PayFlag(cap: cap, date: run.last, found: Quantity(Double(run.days))) : nil
      }
    }
  }

  /// The first of the longest runs of days in a row, and its last day.
  private func longestRun(of dates: [LocalDate]) -> (days: Int, last: LocalDate?) {
    var longest: (days: Int, last: LocalDate?) = (0, nil)
    var current = 0
    var previous: LocalDate?
    for date in Set(dates).sorted() {
      current = previous.map { $0.days(until: date) == 1 } == true ? current + 1 : 1
      previous = date
      if current > longest.days { longest = (current, date) }
    }
    return longest
  }
}

/// The hours by class as they add up over a timesheet.
private struct PayTally {
  let pack: RulePack
  let classes: [PayClassRule]
  /// The hours of each of the pack's classes, in their order.
  var timeByClass: [WorkTime]
  var overtimeByDay: [LocalDate: WorkTime] = [:]
  var monthlyOvertime = WorkTime.zero
  /// Of it, the hours of each day on which shifts start.
  var monthlyOvertimeByDay: [LocalDate: WorkTime] = [:]
  var timeOffOwed = WorkTime.zero
  var nightShifts: Int64 = 0
  private var dailyHours: [LocalDate: WorkTime] = [:]

  init(pack: RulePack) {
    self.pack = pack
    classes = pack.classes
    timeByClass = Array(repeating: .zero, count: pack.classes.count)
  }

  /// Adds a piece; it is cut where the daily hours of the day on which its shift starts are used up.
  mutating func add(_ piece: WorkedPiece, of shift: WorkedShift, isHoliday: Bool) {
    let dayType: DayType =
      isHoliday ? .statutoryHoliday : shift.role == .rest ? .restDay : .workday
    let day = shift.start.date
    let left = max(pack.dailyHours - dailyHours[day, default: .zero], .zero)
    let within = min(piece.time, left)
    count(within, on: dayType, day: day, beyond: false, timeOff: shift.timeOffInLieu)
    count(piece.time - within, on: dayType, day: day, beyond: true, timeOff: shift.timeOffInLieu)
  }

  private mutating func count(
    _ time: WorkTime, on dayType: DayType, day: LocalDate, beyond: Bool, timeOff: Bool
  ) {
    guard time > .zero else { return }
    let payClass = pack.payClass(on: dayType, beyondDailyHours: beyond, timeOffInLieu: timeOff)
    if let place = classes.firstIndex(of: payClass) { timeByClass[place] += time }
    if payClass.countsToDailyHours { dailyHours[day, default: .zero] += time }
    if payClass.countsToDailyOvertime { overtimeByDay[day, default: .zero] += time }
    if payClass.countsToMonthlyOvertime {
      monthlyOvertime += time
      monthlyOvertimeByDay[day, default: .zero] += time
    }
    if payClass.owesTimeOff { timeOffOwed += time }
  }

  /// The most overtime of any `days` days in a row within the timesheet, and the last day with any.
  func worstOvertime(inDays days: Int) -> (time: WorkTime, last: LocalDate?) {
    var worst: (time: WorkTime, last: LocalDate?) = (.zero, nil)
    for last in monthlyOvertimeByDay.keys.sorted() {
      let time = monthlyOvertimeByDay.filter { day, _ in
        day <= last && day.days(until: last) < days
      }.values.total()
      if time > worst.time { worst = (time, last) }
    }
    return worst
  }
}
