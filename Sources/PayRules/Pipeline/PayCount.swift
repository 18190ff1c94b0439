internal import BusinessCalendar
internal import Units

/// The hours of a timesheet as they add up, class by class, in the order of time.
struct PayCount {
  let sheet: PaySheet
  let systems: [CompiledSystem?]
  let shifts: [PayShift]
  let currency: Currency
  let splitsMonths: Bool
  let lineCount: Int

  var counters = PayCounters.zero
  /// The hours of each line in the whole timesheet, the month, the day and the shift.
  var all: [PayTicks]
  var month: [PayTicks]
  var day: [PayTicks]
  var shift: [PayTicks]
  /// The hours of each line in the week, a row for each rate.
  var week: [PayTicks]
  var rates: [Rational] = []
  var weekTotal: PayTicks = 0
  /// The hours of each day of the week, the current one last.
  var weekDays: [PayTicks] = []
  var worked: PayTicks = 0
  var timeOffOwed: PayTicks = 0

  var currentSystem = -1
  var currentWeek = Int.min
  var currentDay = Int.min
  var currentShift = -1
  var currentMonth: YearMonth?
  /// The systems of the month's shifts, in the order of their first ones.
  var monthSystems: [Int] = []
  var isFirstMonth = true

  /// Shifts that get an allowance, by its code.
  var allowances: [String: Int64] = [:]
  var lines: [PayLine] = []
  var breaches: [PayBreach] = []
  var shares: [PayMonthShare] = []

  init(
    sheet: PaySheet, systems: [CompiledSystem?], shifts: [PayShift], lineCount: Int,
    currency: Currency, splitsMonths: Bool
  ) {
    self.sheet = sheet
    self.systems = systems
    self.shifts = shifts
    self.currency = currency
    self.splitsMonths = splitsMonths
    self.lineCount = lineCount
    all = [PayTicks](repeating: 0, count: lineCount)
    (month, day, shift, week) = (all, all, all, all)
    let prior = systems.compactMap(\.self).flatMap(\.caps).first { $0.prior > 0 }?.prior
    counters[PayCounter.month.lane] = prior ?? 0
  }

  /// Adds the pieces, and settles what ends between them.
  mutating func add(_ pieces: [PayPiece]) throws(PayTermError) {
    var nights: [PayTicks] = []
    // What belongs to the shift is looked up once a shift, not once a piece.
    var found: (shift: PayShift, system: CompiledSystem)?
    for piece in pieces {
      if piece.shift != currentShift || found == nil {
        let shift = shifts[piece.shift]
        found = systems[shift.system].map { (shift, $0) }
      }
      guard let (shift, system) = found else { continue }
      if piece.shift != currentShift || piece.week != currentWeek || piece.day != currentDay {
        try turn(to: piece, of: shift, in: system, nights: &nights)
      }
      let row = rateRow(of: shift, in: system)
      count(piece, in: system, row: row)
      for bit in nights.indices where piece.windows & 1 << UInt8(bit) != 0 {
        nights[bit] += piece.ticks
      }
      share(piece, of: shift)
    }
    try endShift(nights)
    endDay()
    try endWeek()
    endMonth()
  }

  /// Ends what the piece is no longer part of.
  private mutating func turn(
    to piece: PayPiece, of shift: PayShift, in system: CompiledSystem, nights: inout [PayTicks]
  ) throws(PayTermError) {
    if piece.shift != currentShift { try endShift(nights) }
    if piece.day != currentDay {
      endDay()
      counters[PayCounter.day.lane] = 0
      weekDays.append(0)
    }
    if piece.week != currentWeek || shift.system != currentSystem {
      try endWeek()
      if piece.week != currentWeek { counters[PayCounter.week.lane] = 0 }
      weekDays = [0]
    }
    if piece.shift != currentShift {
      counters[PayCounter.shift.lane] = 0
      counters[PayCounter.wholeShift] = shift.total
      nights = system.windows.map { _ in 0 }
      let start = shift.shift.start.date.yearMonth
      if splitsMonths, let currentMonth, currentMonth != start {
        endMonth()
        counters[PayCounter.month.lane] = 0
        isFirstMonth = false
      }
      currentMonth = start
    }
    (currentShift, currentDay, currentWeek) = (piece.shift, piece.day, piece.week)
    currentSystem = shift.system
    if monthSystems.last != currentSystem { monthSystems.append(currentSystem) }
  }

  /// The place of the row of the shift's rate in ``week``.
  private mutating func rateRow(of shift: PayShift, in system: CompiledSystem) -> Int {
    let rate = (shift.shift.rate ?? sheet.rate).perHour.minorUnitsPerUnit
    if let known = rates.firstIndex(of: rate) { return known * lineCount }
    rates.append(rate)
    if rates.count * lineCount > week.count {
      week += [PayTicks](repeating: 0, count: lineCount)
    }
    return (rates.count - 1) * lineCount
  }

  private mutating func count(_ piece: PayPiece, in system: CompiledSystem, row: Int) {
    var left = piece.ticks
    worked += left
    weekTotal += left
    if !weekDays.isEmpty { weekDays[weekDays.count - 1] += left }
    while left > 0 {
      var step = left
      for threshold in system.thresholds {
        let distance = threshold.ticks - counters[threshold.lane]
        if distance > 0, distance < step { step = distance }
      }
      if let found = system.classes.first(where: { $0.when.holds(for: piece, at: counters) }) {
        var line = found.line
        for (bit, factor) in system.factors.enumerated()
        where factor.when.holds(for: piece, at: counters) {
          line += 1 << bit
        }
        add(step, to: line, row: row)
        for supplement in system.supplements
        where supplement.when.holds(for: piece, at: counters) {
          add(step, to: supplement.line, row: row)
        }
        if found.owesTimeOff { timeOffOwed += step }
        counters &+= found.counts &* PayCounters(repeating: step)
      }
      left -= step
    }
  }

  private mutating func add(_ ticks: PayTicks, to line: Int, row: Int) {
    all[line] += ticks
    month[line] += ticks
    day[line] += ticks
    shift[line] += ticks
    week[row + line] += ticks
  }

  /// Notes the hours of a shift over a month's end.
  private mutating func share(_ piece: PayPiece, of shift: PayShift) {
    let start = shift.shift.start.date
    guard shift.shift.end.date.dayNumber != start.dayNumber else { return }
    let startMonth = start.yearMonth
    guard shift.shift.end.date.yearMonth != startMonth else { return }
    let month = LocalDate(dayNumber: piece.date).yearMonth
    let time = WorkTime(seconds: piece.ticks / PayTick.perSecond)
    var known = WorkTime.zero
    if let last = shares.last, last.shift == shift.place + 1, last.invoiceMonth == month {
      known = last.time
      shares.removeLast()
    }
    shares.append(
      PayMonthShare(
        shift: shift.place + 1, capMonth: startMonth, payrollMonth: startMonth,
        invoiceMonth: month, time: known + time))
  }

  /// What the timesheet is paid; the last thing to ask.
  mutating func slip(permits: [PayPermitShare]) throws(PayTermError) -> PaySlip {
    for system in systems.compactMap(\.self) { try settleSheet(system) }
    checkSheet()
    return PaySlip(
      lines: lines, breaches: ordered(breaches),
      worked: WorkTime(seconds: worked / PayTick.perSecond),
      timeOffOwed: WorkTime(seconds: timeOffOwed / PayTick.perSecond), monthShares: shares,
      permits: permits)
  }
}
