public import BusinessCalendar
public import Units

/// Pays timesheets under one pay system: instants, cuts at midnight, workday, workweek and windows,
/// day type, counters, class, factors and supplements, settlement of weeks, money, caps.
///
/// A run holds what many timesheets share: the versions of the rules, the clock, the holidays.
public struct PayRun: Sendable {
  /// The versions of the rules, by date.
  public let systems: [PaySystem]
  /// The currency of the amounts.
  public let currency: Currency
  /// Whether a timesheet has several months, each with its own caps; otherwise it is one month or
  /// one period.
  public let splitsMonths: Bool
  /// Terms that hold for every timesheet that does not state them itself.
  public let terms: [String: String]
  let zone: TimeZoneRules
  let holidays: PayHolidays
  let span: ClosedRange<LocalDate>
  let clock: ZoneClock
  /// The systems with the run's own terms, and their holidays; `nil` where terms are missing.
  private let prepared: [(system: CompiledSystem, holidays: HolidayBits)?]

  /// A run over timesheets whose shifts start in `span`.
  ///
  /// - Parameters:
  ///   - systems: the versions of one pay system.
  ///   - zone: where the clock of the shifts stands.
  ///   - currency: the currency of the rates.
  ///   - holidays: the public holidays, for systems whose law knows them.
  ///   - span: the days on which shifts start.
  ///   - terms: terms that hold for every timesheet that does not state them itself.
  ///   - splitsMonths: whether caps of a month are checked month by month.
  public init(
    systems: [PaySystem], zone: TimeZoneRules, currency: Currency, holidays: PayHolidays,
    span: ClosedRange<LocalDate>, terms: [String: String] = [:], splitsMonths: Bool = false
  ) {
    self.systems = systems
    self.zone = zone
    self.currency = currency
    self.holidays = holidays
    self.span = span
    self.splitsMonths = splitsMonths
    self.terms = terms
    clock = ZoneClock(zone, span: span)
    prepared = systems.map { system in
      guard let compiled = try? CompiledSystem(system, terms: terms, firstLine: 0) else {
        return nil
      }
      return (compiled, PayRun.bits(for: compiled, holidays))
    }
  }

  /// What a timesheet is paid.
  ///
  /// - Throws: the first shift that is impossible, or the term that is missing or wrong.
  public func slip(for sheet: PaySheet) throws(PayError) -> PaySlip {
    let clock = clock(for: sheet)
    var shifts: [PayShift] = []
    shifts.reserveCapacity(sheet.shifts.count)
    for (place, shift) in sheet.shifts.enumerated() {
      let date = shift.start.date
      guard let system = systems.lastIndex(where: { $0.isEffective(on: date) }) else {
        throw .noRules(system: systems.last?.id ?? "the pack", date: date)
      }
      if systems[system].holidays?.types?.isEmpty == false, let known = holidays.coverage,
        !known.contains(date) || !known.contains(shift.end.date)
      {
        throw .shift(.dayNotInCalendar(shift: place + 1))
      }
      do throws(TimesheetError) {
        shifts.append(try PayShift(shift, place: place, clock: clock, system: system))
      } catch {
        throw .shift(error)
      }
    }
    shifts.sort { ($0.start, $0.place) < ($1.start, $1.place) }
    for place in shifts.indices.dropFirst() where shifts[place].start < shifts[place - 1].end {
      throw .shift(.overlaps(shift: shifts[place].place + 1))
    }
    do throws(PayTermError) {
      return try slip(of: shifts, for: sheet, clock: clock)
    } catch {
      throw .term(error)
    }
  }

  private func slip(
    of sorted: [PayShift], for sheet: PaySheet, clock: ZoneClock
  ) throws(PayTermError) -> PaySlip {
    var shifts = sorted
    let used = shifts.isEmpty ? [systems.count - 1] : Set(shifts.map(\.system)).sorted()
    var compiled: [CompiledSystem?] = systems.map { _ in nil }
    var cutters: [PieceCutter?] = compiled.map { _ in nil }
    var lineCount = 0
    for index in used where systems.indices.contains(index) {
      let (system, bits) = try system(index, for: sheet, firstLine: lineCount)
      lineCount += system.lines.count
      compiled[index] = system
      cutters[index] = PieceCutter(
        system, clock: clock, holidays: bits, weekStart: sheet.weekStart,
        workdayStart: sheet.workdayStart)
    }
    var pieces: [PayPiece] = []
    pieces.reserveCapacity(shifts.count * 4)
    for place in shifts.indices {
      cutters[shifts[place].system]?.cut(&shifts[place], at: place, into: &pieces)
    }
    markSeventhDays(&pieces)
    var count = PayCount(
      sheet: sheet, systems: compiled, shifts: shifts, lineCount: lineCount,
      currency: currency, splitsMonths: splitsMonths)
    try count.add(pieces)
    return try count.slip()
  }

  /// The run's own clock, or one for a timesheet beyond its span.
  private func clock(for sheet: PaySheet) -> ZoneClock {
    guard let first = sheet.shifts.map(\.start.date).min(),
      let last = sheet.shifts.map(\.end.date).max(),
      first < span.lowerBound || last > span.upperBound.adding(days: 1)
    else { return clock }
    return ZoneClock(zone, span: first...max(first, last))
  }

  /// A system with a timesheet's terms, and its holidays.
  private func system(
    _ index: Int, for sheet: PaySheet, firstLine: Int
  ) throws(PayTermError) -> (CompiledSystem, HolidayBits) {
    if sheet.terms.isEmpty, firstLine == 0, let known = prepared[index] { return known }
    let system = try CompiledSystem(
      systems[index], terms: terms.merging(sheet.terms) { _, own in own }, firstLine: firstLine)
    if systems[index].holidays?.term == nil, let known = prepared[index] {
      return (system, known.holidays)
    }
    return (system, PayRun.bits(for: system, holidays))
  }

  private static func bits(for system: CompiledSystem, _ holidays: PayHolidays) -> HolidayBits {
    var days: [(day: Int, bits: UInt16)] = []
    for (date, kind) in holidays.days {
      guard let bit = system.holidayTypes.firstIndex(of: kind) else { continue }
      days.append((date.dayNumber, 1 << UInt16(bit)))
    }
    if let term = system.system.holidays?.term, case .dates(let dates) = system.values[term],
      let bit = system.holidayTypes.firstIndex(of: term)
    {
      days += dates.map { ($0.dayNumber, 1 << UInt16(bit)) }
    }
    return HolidayBits(days)
  }

  /// Marks the pieces on the seventh day of a workweek with work on each of its days.
  private func markSeventhDays(_ pieces: inout [PayPiece]) {
    var first = 0
    while first < pieces.count {
      let week = pieces[first].week
      var last = first
      var days: UInt8 = 0
      while last < pieces.count, pieces[last].week == week {
        let day = pieces[last].day - week
        if day >= 0, day < 7 { days |= 1 << UInt8(day) }
        last += 1
      }
      if days == 0x7f {
        for place in first..<last where pieces[place].day - week == 6 {
          pieces[place].seventhDay = 1
        }
      }
      first = last
    }
  }
}
