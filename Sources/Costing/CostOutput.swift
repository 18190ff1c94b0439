internal import BusinessCalendar
internal import CapacityPlanning
internal import Forecasting
internal import Scenarios
internal import ShiftScheduling
internal import Units

/// What the money of a ledger gets: contacts handled, net hours, heads.
struct CostOutput: Sendable, Equatable {
  /// Contacts of one queue on one day.
  private struct Contacts: Sendable, Equatable {
    let date: LocalDate
    let queue: String
    /// Contacts handled.
    let handled: Double
    /// Of them, those that events bring.
    let events: [CostShare]
  }

  /// Net hours of one supplier for one queue on one day.
  private struct Hours: Sendable, Equatable {
    let date: LocalDate
    let queue: String
    let supplier: String
    let site: String
    let hours: Double
    let events: [CostShare]
  }

  /// Our own people on one day.
  private struct Heads: Sendable, Equatable {
    let date: LocalDate
    let group: String
    let site: String
    let heads: Double
  }

  private var contacts: [Contacts] = []
  private var hours: [Hours] = []
  private var heads: [Heads] = []
  private let weeks: [Week]
  /// Whether hours are known by supplier.
  private let knowsSuppliers: Bool

  init(
    work: PlannedWork, forecast: DemandForecast, capacity: CapacityPlan, schedule: ShiftSchedule?,
    isSchedule: Bool
  ) {
    weeks = work.weeks
    knowsSuppliers = !isSchedule
    let dates = isSchedule ? (schedule?.days.map(\.date) ?? []) : work.weeks.flatMap { $0.days }
    addContacts(on: dates, work, forecast, capacity)
    guard isSchedule else {
      addHours(of: work)
      addHeads(of: capacity, work)
      return
    }
    for day in schedule?.days ?? [] {
      for coverage in day.coverage {
        guard let queue = work.scenario.queues.firstIndex(where: { $0.id == coverage.queue })
        else { continue }
        let positions = (coverage.inHouse + coverage.outsourced).total().value
        hours.append(
          Hours(
            date: day.date, queue: coverage.queue.rawValue, supplier: "", site: "",
            hours: positions * Double(work.scenario.slotLength.minutes) / 60,
            events: Self.events(work, queue, day.slots)))
      }
    }
  }

  private static func events(
    _ work: PlannedWork, _ queue: Int, _ slots: Range<Int>
  ) -> [CostShare] {
    work.events(of: [PlannedWork.Piece(queue: queue, slots: slots, weight: 1)])
  }

  private mutating func addContacts(
    on dates: [LocalDate], _ work: PlannedWork, _ forecast: DemandForecast,
    _ capacity: CapacityPlan
  ) {
    for (place, queue) in work.scenario.queues.enumerated() {
      guard let volume = forecast[queue.id]?.volume else { continue }
      let served = work.weeks.indices.map { week -> Double in
        let all = volume[work.slots(ofWeek: week).clamped(to: volume.indices)].total().value
        let lost = capacity.shortages.filter { $0.week == week && $0.queue == queue.id }
          .map(\.contactsLost).total().value
        return all > 0 ? min(1, max(0, 1 - lost / all)) : 0
      }
      for date in dates {
        let slots = work.slots(of: date)
        guard let week = work.week(of: date), !slots.isEmpty else { continue }
        let offered = volume[slots.clamped(to: volume.indices)].total().value
        contacts.append(
          Contacts(
            date: date, queue: queue.id.rawValue, handled: offered * served[week],
            events: Self.events(work, place, slots)))
      }
    }
  }

  private mutating func addHours(of work: PlannedWork) {
    var sites: [String: String] = [:]
    for group in work.scenario.staffGroups {
      sites[group.id.rawValue] = group.site?.rawValue ?? ""
    }
    for cell in work.cells {
      let dates = work.days(of: cell.week, cell.bucket)
      let events = Self.events(work, cell.queue, work.slots(ofWeek: cell.week))
      for date in dates {
        hours.append(
          Hours(
            date: date, queue: work.scenario.queues[cell.queue].id.rawValue,
            supplier: cell.supplier, site: sites[cell.supplier] ?? "",
            hours: cell.hours / Double(dates.count), events: events))
      }
    }
  }

  private mutating func addHeads(of capacity: CapacityPlan, _ work: PlannedWork) {
    for group in capacity.groups {
      let site = work.scenario.staffGroup(group.group)?.site?.rawValue ?? ""
      for (week, plan) in zip(capacity.weeks, group.weeks) {
        for date in week.days {
          heads.append(
            Heads(
              date: date, group: group.group.rawValue, site: site, heads: plan.heads.value))
        }
      }
    }
  }

  /// Net hours by month: of the suppliers named, and of all others.
  func hours(ofSuppliers own: Set<String>) -> (own: [String: Double], others: [String: Double]) {
    var sums: (own: [String: Double], others: [String: Double]) = ([:], [:])
    for entry in hours {
      let month = entry.date.yearMonth.description
      if own.contains(entry.supplier) {
        sums.own[month, default: 0] += entry.hours
      } else {
        sums.others[month, default: 0] += entry.hours
      }
    }
    return sums
  }

  private func week(of date: LocalDate) -> String {
    weeks.first { $0.contains(date) }?.start.description ?? ""
  }

  private static func weight(_ key: String, in shares: [CostShare]) -> Double {
    let sum = shares.map(\.weight).reduce(0, +)
    let own = shares.filter { $0.key == key }.map(\.weight).reduce(0, +)
    return sum > 0 ? own / sum : 0
  }

  /// Contacts, hours and heads of every key of a grouping, on some days; `nil` for what the grouping
  /// does not tell apart. Without a grouping, of everything, under the empty key.
  func amounts(
    by dimension: CostDimension?, on days: DateRange?
  ) -> [String: (contacts: Double?, hours: Double?, heads: Double?)] {
    func isMeant(_ date: LocalDate) -> Bool { days?.contains(date) ?? true }
    func period(_ date: LocalDate) -> String? {
      switch dimension {
      case nil: ""
      case .week: week(of: date)
      case .month: date.yearMonth.description
      default: nil
      }
    }
    var result: [String: (contacts: Double?, hours: Double?, heads: Double?)] = [:]
    for entry in contacts where isMeant(entry.date) {
      let keys: [(String, Double)] =
        switch dimension {
        case .queue: [(entry.queue, 1)]
        case .event:
          entry.events.map { ($0.key, Self.weight($0.key, in: entry.events)) }
        default: period(entry.date).map { [($0, 1)] } ?? []
        }
      for (key, share) in keys {
        result[key, default: (nil, nil, nil)].contacts =
          (result[key]?.contacts ?? 0) + entry.handled * share
      }
    }
    for entry in hours where isMeant(entry.date) {
      let keys: [(String, Double)] =
        switch dimension {
        case .queue: [(entry.queue, 1)]
        case .event:
          entry.events.map { ($0.key, Self.weight($0.key, in: entry.events)) }
        case .site where knowsSuppliers: [(entry.site, 1)]
        case .group where knowsSuppliers: [(entry.supplier, 1)]
        default: period(entry.date).map { [($0, 1)] } ?? []
        }
      for (key, share) in keys {
        result[key, default: (nil, nil, nil)].hours =
          (result[key]?.hours ?? 0) + entry.hours * share
      }
    }
    var dates: [String: Set<LocalDate>] = [:]
    for entry in heads where isMeant(entry.date) {
      let key: String? =
        switch dimension {
        case .site: entry.site
        case .group: entry.group
        default: period(entry.date)
        }
      guard let key else { continue }
      dates[key, default: []].insert(entry.date)
      result[key, default: (nil, nil, nil)].heads = (result[key]?.heads ?? 0) + entry.heads
    }
    for (key, known) in dates {
      if let sum = result[key]?.heads { result[key]?.heads = sum / Double(max(1, known.count)) }
    }
    return result
  }
}
