internal import BusinessCalendar
internal import CapacityPlanning
internal import Costing
internal import Planning
internal import Scenarios
internal import ShiftScheduling
internal import Units

extension Report {
  var currency: Currency { plan.scenario.currency }

  func name(of queue: Queue.ID) -> String {
    plan.scenario.queue(queue)?.name ?? queue.rawValue
  }

  func name(of group: StaffGroup.ID) -> String {
    plan.scenario.staffGroup(group)?.name ?? group.rawValue
  }

  func name(of vendor: Vendor.ID) -> String {
    plan.scenario.vendor(vendor)?.name ?? vendor.rawValue
  }

  func name(of supplier: Supplier) -> String {
    switch supplier {
    case .group(let group): name(of: group)
    case .vendor(let vendor): name(of: vendor)
    }
  }

  /// The name of a group or vendor by its bare id.
  func name(ofSupplier id: String) -> String {
    if let group = plan.scenario.staffGroup(StaffGroup.ID(id)) { return group.name }
    return plan.scenario.vendor(Vendor.ID(id))?.name ?? id
  }

  func money(_ amount: Money) -> String { DecimalText.whole(amount, currency) }

  /// The first day of week number `index` of the plan.
  func start(ofWeek index: Int) -> LocalDate? { plan.capacity.weeks.at(index)?.start }

  func weekCell(_ index: Int) -> Cell { start(ofWeek: index).map(dateCell) ?? .empty }

  func dateCell(_ date: LocalDate) -> Cell {
    .named(strings.date(date), key: date.description)
  }

  func queueCell(_ queue: Queue.ID) -> Cell { .named(name(of: queue), key: queue.rawValue) }
  func groupCell(_ group: StaffGroup.ID) -> Cell { .named(name(of: group), key: group.rawValue) }
  func vendorCell(_ vendor: Vendor.ID) -> Cell { .named(name(of: vendor), key: vendor.rawValue) }

  func hoursCell(_ hours: Double, decimals: Int = 1) -> Cell {
    .number(hours, decimals: decimals)
  }

  /// Hours that are missing: red where there are any, a dash where there are none.
  func shortCell(_ hours: Double, decimals: Int = 1) -> Cell {
    hours < PlanFigures.negligibleHours
      ? .number(0, decimals: decimals, tone: .muted)
      : .number(hours, decimals: decimals, tone: .alert)
  }

  func words(for bucket: DayBucket) -> Cell {
    switch bucket {
    case .ordinary: .named(strings[.ordinaryDays], key: bucket.rawValue)
    case .statutoryHoliday: .named(strings[.statutoryHolidays], key: bucket.rawValue)
    }
  }

  /// A text that a stage wrote, in the report's language; machines read it as it is.
  func staged(_ text: String, tone: Tone = .plain) -> Cell {
    .named(strings.words(text), key: text, tone: tone)
  }

  /// A pay class with what it pays for; machines read its code.
  func payClassCell(_ overtime: PaidOvertime, week: Int) -> Cell {
    let code = overtime.payClass
    guard let start = start(ofWeek: week),
      let category = CostCategory(
        payClass: code, on: overtime.lawDate(inWeekFrom: start), in: plan.scenario)
    else { return .text(code) }
    return .named("\(strings.name(of: category)) (\(code))", key: code)
  }

  func time(_ slot: Slot) -> String { slot.start.description }
}
