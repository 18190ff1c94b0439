internal import BusinessCalendar
public import CapacityPlanning
internal import Contracts
public import Forecasting
public import Scenarios
public import Units

/// A plan that is kept as budget: its figures month by month.
public struct Budget: Sendable, Equatable {
  /// The months, in order; the first and the last may be parts of theirs.
  public let months: [MonthFigures]
  /// Net hours that a billed hour of a vendor gives; 1 where none is planned.
  public let vendorProficiency: Share
  /// The currency of all amounts.
  public let currency: Currency

  /// A budget of these months.
  public init(months: [MonthFigures], vendorProficiency: Share, currency: Currency) {
    self.months = months
    self.vendorProficiency = vendorProficiency
    self.currency = currency
  }

  /// What is to be paid over all months.
  public var total: Money { months.map(\.total).total() }

  /// The budget that a plan is, from its ledger.
  public init(
    locking ledger: CostLedger, scenario: Scenario, forecast: DemandForecast,
    capacity: CapacityPlan
  ) {
    var names: [YearMonth] = []
    for date in scenario.horizon.days where names.last != date.yearMonth {
      names.append(date.yearMonth)
    }
    let own = Set(scenario.staffGroups.map(\.id.rawValue))
    let parts = ledger.parts(by: .month)
    let outputs = ledger.output.amounts(by: .month, on: nil)
    let hours = ledger.output.hours(ofSuppliers: own)
    var billed = 0.0
    months = names.map { month in
      let paid = parts.filter { $0.key == month.description }
      let range = month.range.intersection(scenario.horizon)
      let slots = range.map { days in
        days.days.flatMap { forecast.grid.slotIndices(of: $0) }
      }
      var regular = 0.0
      var (overtime, vendor) = (0.0, 0.0)
      for part in paid {
        let quantity = part.quantity.doubleValue
        switch StaffingPart(part.entry.kind) {
        case .regular:
          regular += quantity * Budget.paidHours(of: part.entry, scenario)
        case .overtime: overtime += quantity
        case .vendor
        where part.entry.kind == .category(.vendorHours)
          && part.entry.line.unit == "hour":
          vendor += quantity
        case .vendor, nil: break
        }
      }
      vendor += Budget.hoursOfOtherUnits(month, capacity, scenario)
      billed += vendor
      return MonthFigures(
        month: month,
        queues: scenario.queues.map { queue in
          Budget.figures(of: queue, forecast[queue.id], slots ?? [])
        },
        heads: Headcount(outputs[month.description]?.heads ?? 0),
        regularTime: WorkTime(hours: regular), overtimeTime: WorkTime(hours: overtime),
        productiveTime: WorkTime(hours: hours.own[month.description] ?? 0),
        vendorTime: WorkTime(hours: vendor),
        amounts: CostKind.all.compactMap { kind in
          let amount = paid.filter { $0.entry.kind == kind }.map(\.amount).total()
          return amount == .zero ? nil : .init(kind, amount)
        })
    }
    let net = hours.others.values.sorted().reduce(0, +)
    vendorProficiency = Share(billed > 0 && net > 0 ? net / billed : 1)
    currency = ledger.currency
  }

  /// Hours in a month of vendors whose price is not by the hour.
  private static func hoursOfOtherUnits(
    _ month: YearMonth, _ capacity: CapacityPlan, _ scenario: Scenario
  ) -> Double {
    capacity.vendors.reduce(0) { sum, plan in
      guard let vendor = scenario.vendor(plan.vendor), vendor.terms.price.unit.basis != .hours
      else { return sum }
      return plan.months.filter { $0.month == month }.reduce(sum) {
        $0 + ($1.ordinary + $1.statutoryHoliday).hours
      }
    }
  }

  /// Regular hours of one unit of a line: a head-week has the contract's, a seventh less for each
  /// statutory holiday that has a line of its own, by the day.
  private static func paidHours(of entry: CostEntry, _ scenario: Scenario) -> Double {
    let group = scenario.staffGroup(StaffGroup.ID(entry.group))
    let week = group?.contractHours.hours ?? 0
    switch entry.line.category {
    case .paidHoliday: return week / 7
    case .regularPay:
      let holidays = scenario.paidHolidays(in: Week(start: entry.line.date)).count
      return week * Double(7 - holidays) / 7
    default: return week
    }
  }

  private static func figures(
    of queue: Queue, _ forecast: QueueForecast?, _ slots: [Int]
  ) -> MonthFigures.QueueFigures {
    var (contacts, seconds) = (0.0, 0.0)
    for slot in slots {
      guard let forecast, forecast.volume.indices.contains(slot) else { continue }
      contacts += forecast.volume[slot].value
      seconds += forecast.volume[slot].value * forecast.handleTime[slot].inSeconds
    }
    return MonthFigures.QueueFigures(
      queue: queue.id, contacts: ContactVolume(contacts),
      handleTime: contacts > 0
        ? .milliseconds(Int64((seconds / contacts * 1000).rounded())) : queue.handleTime,
      concurrency: queue.channel.concurrency)
  }
}
