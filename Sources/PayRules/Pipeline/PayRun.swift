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
  /// The permits there are; `nil` where one is taken as given for every shift.
  public let permits: [WorkingTimePermit]?
  let zone: TimeZoneRules
  let holidays: PayHolidays
  let span: ClosedRange<LocalDate>
  let clock: ZoneClock
  /// The systems, and after them those for shifts that need a permit and have none.
  private let laws: [PaySystem]
  /// The laws with the run's own terms, and their holidays; `nil` where terms are missing.
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
  ///   - permits: the permits there are, for systems that need one: shifts without one are paid under
  ///     the standard rules. `nil` where the timesheets are known to be covered.
  public init(
    systems: [PaySystem], zone: TimeZoneRules, currency: Currency, holidays: PayHolidays,
    span: ClosedRange<LocalDate>, terms: [String: String] = [:], splitsMonths: Bool = false,
    permits: [WorkingTimePermit]? = nil
  ) {
    self.systems = systems
    self.zone = zone
    self.currency = currency
    self.holidays = holidays
    self.span = span
    self.splitsMonths = splitsMonths
    self.terms = terms
    self.permits = permits
    clock = ZoneClock(zone, span: span)
    let others = permits == nil ? [] : systems.last?.withoutPermit ?? []
    let laws = systems + others
    self.laws = laws
    prepared = laws.map { system in
      let own = PayRun.terms(terms, of: system, among: laws)
      guard let compiled = try? CompiledSystem(system, terms: own, firstLine: 0) else {
        return nil
      }
      return (compiled, PayRun.bits(for: compiled, holidays))
    }
  }

  /// The terms that are a system's, and those that no system has: these are errors.
  private static func terms(
    _ stated: [String: String], of system: PaySystem, among laws: [PaySystem]
  ) -> [String: String] {
    stated.filter { key, _ in
      let has = { (law: PaySystem) in law.terms?.contains { $0.key == key } == true }
      return has(system) || !laws.contains(where: has)
    }
  }

  /// What a timesheet is paid.
  ///
  /// - Throws: the first shift that is impossible, or the term that is missing or wrong.
  public func slip(for sheet: PaySheet) throws(PayError) -> PaySlip {
    let clock = clock(for: sheet)
    var shifts: [PayShift] = []
    shifts.reserveCapacity(sheet.shifts.count)
    var permits = PermitCount()
    for (place, shift) in sheet.shifts.enumerated() {
      let date = shift.start.date
      let (system, found) = try law(of: shift, in: sheet)
      if let found { permits.add(found, of: shift, at: place) }
      if laws[system].holidays?.types?.isEmpty == false, let known = holidays.coverage,
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
      return try slip(of: shifts, permits: permits, for: sheet, clock: clock)
    } catch {
      throw .term(error)
    }
  }

  /// The place of the system that a shift is paid under, and its permit or why there is none.
  private func law(
    of shift: WorkedShift, in sheet: PaySheet
  ) throws(PayError) -> (place: Int, permit: Result<String, PermitGap>?) {
    let date = shift.start.date
    guard let place = systems.lastIndex(where: { $0.isEffective(on: date) }) else {
      throw .noRules(system: systems.last?.id ?? "the pack", date: date)
    }
    guard let permits, let rule = systems[place].permit else { return (place, nil) }
    let found = systems[place].permit(
      post: shift.post, on: date, period: period(of: systems[place], in: sheet), among: permits)
    guard case .failure = found else { return (place, found) }
    let other = laws.lastIndex { $0.id == rule.otherwise && $0.isEffective(on: date) }
    guard let other else { throw .noRules(system: rule.otherwise, date: date) }
    return (other, found)
  }

  /// The months over which a timesheet settles its hours.
  private func period(of system: PaySystem, in sheet: PaySheet) -> Rational? {
    guard let key = system.permit?.months else { return nil }
    let written = system.terms?.first { $0.key == key }?.fallback
    return (sheet.terms[key] ?? terms[key] ?? written).flatMap { Rational(decimal: $0) }
  }

  private func slip(
    of sorted: [PayShift], permits: PermitCount, for sheet: PaySheet, clock: ZoneClock
  ) throws(PayTermError) -> PaySlip {
    var shifts = sorted
    let used = shifts.isEmpty ? [systems.count - 1] : Set(shifts.map(\.system)).sorted()
    var compiled: [CompiledSystem?] = laws.map { _ in nil }
    var cutters: [PieceCutter?] = compiled.map { _ in nil }
    var lineCount = 0
    for index in used where laws.indices.contains(index) {
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
    return try count.slip(permits: permits.shares(shifts))
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
    let stated = terms.merging(sheet.terms) { _, own in own }
    let system = try CompiledSystem(
      laws[index], terms: PayRun.terms(stated, of: laws[index], among: laws), firstLine: firstLine)
    if laws[index].holidays?.term == nil, let known = prepared[index] {
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
