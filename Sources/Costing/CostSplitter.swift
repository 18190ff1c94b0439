internal import BusinessCalendar
internal import CapacityPlanning
internal import Contracts
internal import Scenarios
internal import ShiftScheduling
internal import Units

/// Cuts lines of a ledger into parts, and says to which days, queues and events they belong.
struct CostSplitter {
  let work: PlannedWork
  let capacity: CapacityPlan
  let schedule: ShiftSchedule?
  /// All lines of the ledger.
  let lines: [LedgerLine]
  /// Where the lines of a date and supplier are, but contributions.
  private let places: [PayKey: [Int]]
  private var known: [ShareKey: CostShares] = [:]

  private struct PayKey: Hashable {
    let date: LocalDate
    let supplier: String
  }

  /// All of a line that its days, queues and events follow from.
  private struct ShareKey: Hashable {
    let category: CostCategory
    let supplier: String
    let queue: Queue.ID?
    let date: LocalDate
    let unit: String
    let path: String
  }

  init(
    work: PlannedWork, capacity: CapacityPlan, schedule: ShiftSchedule?, lines: [LedgerLine]
  ) {
    self.work = work
    self.capacity = capacity
    self.schedule = schedule
    self.lines = lines
    var places: [PayKey: [Int]] = [:]
    for (place, line) in lines.enumerated()
    where line.category != .contributions && line.category.isCash {
      places[PayKey(date: line.date, supplier: line.supplier), default: []].append(place)
    }
    self.places = places
  }

  private var scenario: Scenario { work.scenario }
  private var isSchedule: Bool { schedule != nil }

  /// The parts of the lines that are paid.
  mutating func entries() -> [CostEntry] {
    var entries: [CostEntry] = []
    entries.reserveCapacity(lines.count)
    for (place, line) in lines.enumerated() where line.category.isCash {
      let shares = shares(of: line)
      let site =
        line.category == .seatOverflow
        ? Site.ID(line.supplier) : scenario.staffGroup(StaffGroup.ID(line.supplier))?.site
      for (kind, quantity, amount) in kinds(of: line) {
        entries.append(
          CostEntry(
            place, of: lines, kind: kind, quantity: quantity, amount: amount, site: site,
            shares: shares))
      }
    }
    return entries
  }

  private mutating func shares(of line: LedgerLine) -> CostShares {
    // Contributions belong to whatever the pay belongs to on which they are due.
    let base = line.category == .contributions ? pay(of: line) ?? line : line
    let key = ShareKey(
      category: base.category, supplier: base.supplier, queue: base.queue, date: base.date,
      unit: base.unit, path: base.path)
    if let found = known[key] { return found }
    let pieces = isSchedule ? scheduledPieces(of: base) : plannedPieces(of: base)
    let shares = CostShares(
      days: days(of: base), queues: work.queues(of: pieces), events: work.events(of: pieces))
    known[key] = shares
    return shares
  }

  // MARK: Kinds

  /// Regular pay is cut into that of the output there is and that of the output still missing.
  private func kinds(of line: LedgerLine) -> [(CostKind, Quantity, Money)] {
    let whole = [(CostKind.category(line.category), line.quantity, line.amount)]
    guard line.category == .regularPay, line.unit == "head-week", line.quantity.millionths > 0,
      let week = work.week(of: line.date),
      let plan = capacity.groups.first(where: { $0.group.rawValue == line.supplier }),
      plan.weeks.indices.contains(week)
    else { return whole }
    let heads = plan.weeks[week]
    let missing = heads.heads.value - heads.inTraining.value - heads.effectiveHeads.value
    let ramp = Quantity(min(line.quantity.doubleValue, max(0, missing)))
    let rest = Quantity(millionths: line.quantity.millionths - ramp.millionths)
    guard ramp.millionths > 0 else { return whole }
    let amounts = line.amount.allotted(by: [rest.doubleValue, ramp.doubleValue])
    let parts = [(whole[0].0, rest, amounts[0]), (CostKind.idleRamp, ramp, amounts[1])]
    return parts.filter { $0.1.millionths > 0 }
  }

  /// The line of pay on which a line of contributions is due.
  private func pay(of line: LedgerLine) -> LedgerLine? {
    let owner = line.path.split(separator: ".").prefix(2)
    let found = places[PayKey(date: line.date, supplier: line.supplier)]?.first { place in
      let other = lines[place]
      return UnitPrice(other.amount) == line.unitRate
        && line.rule.hasSuffix(other.category.phrase)
        && other.path.split(separator: ".").prefix(2) == owner
    }
    return found.map { lines[$0] }
  }

  // MARK: Days

  private func days(of line: LedgerLine) -> [CostDay] {
    guard !isSchedule, let week = work.week(of: line.date) else { return [day(line.date, 1)] }
    switch line.category {
    case .regularPay, .trainingPay:
      let paid = paidDays(of: line, work.weeks[week])
      guard case .monthly = scenario.staffGroup(StaffGroup.ID(line.supplier))?.wage else {
        return evenly(paid)
      }
      return byMonth(paid)
    case .support:
      let role = scenario.supportRoles.first { line.path.hasPrefix("support-roles.\($0.id).") }
      guard case .monthly = role?.wage else { return evenly(work.weeks[week].days) }
      return byMonth(work.weeks[week].days)
    case .shiftDifferential,
      .vendorSurcharge where line.isOfDate:
      let isHoliday = scenario.calendar.day(line.date).kind == .statutoryHoliday
      return evenly(work.days(of: week, isHoliday ? .statutoryHoliday : .ordinary))
    case .overtime, .restDayWork: return evenly(work.days(of: week, .ordinary))
    case .holidayWork, .vendorSurcharge: return evenly(work.days(of: week, .statutoryHoliday))
    case .vendorHours: return vendorDays(of: line, week)
    case .vendorCommitment, .vendorTier: return ofMonth(line)
    // Contributions on a base of their own are due by the month.
    case .contributions where line.unit == "head-week": return byMonth(work.weeks[week].days)
    case .undertime, .seatOverflow, .contributions, .unusedLeave:
      return evenly(work.weeks[week].days)
    case .paidHoliday, .recruiting, .classes, .contractEnds, .redundancy, .crossTraining,
      .transfers,
      .vendorSetUp, .vendorExit, .notices, .shortage, .peakShortage, .endStrength, .overBudget:
      return [day(line.date, 1)]
    }
  }

  /// The days that a line of pay for a week is for: statutory holidays off are lines of their own, but
  /// for people in training.
  private func paidDays(of line: LedgerLine, _ week: Week) -> [LocalDate] {
    let holidays = line.category == .regularPay ? scenario.paidHolidays(in: week) : []
    let others = week.days.filter { !holidays.contains($0) }
    return others.isEmpty ? Array(week.days) : others
  }

  private func day(_ date: LocalDate, _ weight: Double) -> CostDay {
    let start = scenario.horizon.start
    let week = work.week(of: date).map { work.weeks[$0].start } ?? start
    return CostDay(date: date, week: week, weight: weight)
  }

  private func evenly(_ dates: some Sequence<LocalDate>) -> [CostDay] {
    dates.map { day($0, 1) }
  }

  /// A salary is spread evenly over the days of each month: a day in February weighs more.
  private func byMonth(_ dates: some Sequence<LocalDate>) -> [CostDay] {
    dates.map { day($0, 1 / Double($0.yearMonth.dayCount)) }
  }

  /// The days of a line's month that lie in the horizon.
  private func ofMonth(_ line: LedgerLine) -> [CostDay] {
    evenly(
      line.date.yearMonth.range.intersection(scenario.horizon)?.days ?? line
        .date..<line.date.adding(days: 1))
  }

  private func vendorDays(of line: LedgerLine, _ week: Int) -> [CostDay] {
    switch scenario.vendor(Vendor.ID(line.supplier))?.terms.price.unit.basis {
    case _ where line.unit == "month": return ofMonth(line)
    case .seats: return evenly(work.weeks[week].days.filter { $0.yearMonth == line.date.yearMonth })
    case .contacts:
      let isHoliday = scenario.calendar.day(line.date).kind == .statutoryHoliday
      return evenly(work.days(of: week, isHoliday ? .statutoryHoliday : .ordinary))
    case .hours, nil: break
    }
    guard let plan = capacity.vendors.first(where: { $0.vendor.rawValue == line.supplier }),
      plan.weeks.indices.contains(week)
    else { return evenly(work.weeks[week].days) }
    let hours = plan.weeks[week]
    let kinds: [(DayBucket, WorkTime)] = [
      (.ordinary, hours.billedOrdinary), (.statutoryHoliday, hours.billedStatutoryHoliday),
    ]
    let days = kinds.flatMap { bucket, time -> [CostDay] in
      let dates = work.days(of: week, bucket)
      guard time > .zero, !dates.isEmpty else { return [] }
      return dates.map { day($0, time.hours / Double(dates.count)) }
    }.sorted { $0.date < $1.date }
    return days.isEmpty ? evenly(work.weeks[week].days) : days
  }

  // MARK: Work

  /// The work that a line of the plan's ledger is for.
  private func plannedPieces(of line: LedgerLine) -> [PlannedWork.Piece] {
    guard let week = work.week(of: line.date) else { return [] }
    if let piece = stated(line, slots: work.slots(ofWeek: week)) { return [piece] }
    let own = work.cells.filter { $0.supplier == line.supplier }
    let now = own.filter { $0.week == week }
    let wanted: [PlannedWork.Cell]
    switch line.category {
    case .trainingPay, .recruiting, .classes: wanted = own.filter { $0.week >= week }
    case .vendorCommitment, .vendorTier, .vendorSetUp, .vendorExit,
      .vendorHours where line.category != .vendorHours || line.unit == "month":
      let month = line.date.yearMonth
      wanted = own.filter { cell in work.weeks[cell.week].days.contains { $0.yearMonth == month } }
    case .seatOverflow:
      let groups = scenario.staffGroups.filter { $0.site?.rawValue == line.supplier }
        .map(\.id.rawValue)
      wanted = work.cells.filter { $0.week == week && groups.contains($0.supplier) }
    case .overtime, .restDayWork: wanted = now.filter { $0.bucket == .ordinary }
    case .vendorSurcharge where line.isOfDate:
      let isHoliday = scenario.calendar.day(line.date).kind == .statutoryHoliday
      wanted = now.filter { ($0.bucket == .statutoryHoliday) == isHoliday }
    case .holidayWork, .vendorSurcharge: wanted = now.filter { $0.bucket == .statutoryHoliday }
    default: wanted = now
    }
    return work.pieces(of: [wanted, now, own].first { !$0.isEmpty } ?? [])
  }

  /// The work that a line of the schedule's ledger is for: the positions of that day, of our own
  /// people or of vendors, in the queues that the supplier knows.
  private func scheduledPieces(of line: LedgerLine) -> [PlannedWork.Piece] {
    if let piece = stated(line, slots: work.slots(of: line.date)) { return [piece] }
    let vendor = scenario.vendor(Vendor.ID(line.supplier))
    let skills = vendor?.skills ?? scenario.staffGroup(StaffGroup.ID(line.supplier))?.skills ?? []
    // A shift over the last midnight is for the evening it starts on.
    let scheduled = schedule?.days ?? []
    guard let day = scheduled.last(where: { $0.date <= line.date }) ?? scheduled.first else {
      return []
    }
    return day.coverage.compactMap { coverage in
      guard skills.contains(coverage.queue),
        let queue = scenario.queues.firstIndex(where: { $0.id == coverage.queue })
      else { return nil }
      let positions = vendor == nil ? coverage.inHouse : coverage.outsourced
      return PlannedWork.Piece(
        queue: queue, slots: day.slots, weight: positions.total().value)
    }
  }

  /// The queue that a line itself names.
  private func stated(_ line: LedgerLine, slots: Range<Int>) -> PlannedWork.Piece? {
    guard let id = line.queue, let queue = scenario.queues.firstIndex(where: { $0.id == id })
    else { return nil }
    return PlannedWork.Piece(queue: queue, slots: slots, weight: 1)
  }
}

extension LedgerLine {
  /// Whether the line's date says for which kind of day it is: a night premium's does, a holiday
  /// surcharge is for holidays whatever its date.
  fileprivate var isOfDate: Bool {
    category == .shiftDifferential || path.hasSuffix(".night-premium")
  }
}
