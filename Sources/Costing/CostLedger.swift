public import BusinessCalendar
public import CapacityPlanning
public import Forecasting
public import Scenarios
public import ShiftScheduling
public import Units

/// The plan's ledger by week, month, queue, site, group, event and kind: however it is grouped, the
/// groups sum to the same total, to the minor unit.
///
/// A line that belongs to several keys of a grouping is cut by weights, days by rounding the sums from
/// the first day on, everything else with the method of largest remainder
/// (``Units/Money/allotted(by:)``):
/// - by day (and so by week and month): a salary by the days of each day's month, hourly pay and
///   everything else of a week evenly over its days; overtime over its ordinary days, holiday work
///   over its holidays; what a contract owes for a month over the month's days in the horizon; what
///   falls due at once on its date;
/// - by queue: the net hours that the supplier gives each queue in that week; recruiting, training
///   and classes by the group's hours from that week on;
/// - by event: of each queue's work in that week, the share that the event's contacts bring.
///
/// Prices of what is missing (shortage, heads missing at the end) are not paid and not in it.
public struct CostLedger: Sendable, Equatable {
  /// Which ledger it is.
  public enum Part: String, Sendable, Hashable, Codable, CaseIterable {
    /// The whole plan's.
    case plan
    /// That of the scheduled weeks, from their shifts; it is contained in the plan's.
    case schedule
  }

  /// Which ledger it is.
  public let part: Part
  /// The currency of all amounts.
  public let currency: Currency
  /// The parts of the ledger's lines, in the lines' order.
  public let entries: [CostEntry]
  /// The days it is for.
  public let days: DateRange
  /// What the money gets: contacts, hours, heads.
  let output: CostOutput
  /// The keys of each grouping in their order; weeks and months are in that of time.
  let order: [CostDimension: [String]]
  /// Our own staff groups.
  let groups: Set<String>

  /// The ledger of a plan, or of its schedule.
  public init(
    _ cost: CostStatement, part: Part = .plan, scenario: Scenario, forecast: DemandForecast,
    capacity: CapacityPlan, schedule: ShiftSchedule?
  ) {
    self.part = part
    currency = cost.currency
    let work = PlannedWork(scenario: scenario, forecast: forecast, capacity: capacity)
    var splitter = CostSplitter(
      work: work, capacity: capacity, schedule: part == .schedule ? schedule : nil,
      lines: part == .plan ? cost.lines : cost.scheduleLines)
    entries = splitter.entries()
    let scheduled = schedule?.days.map(\.date) ?? []
    days =
      switch part {
      case .plan: scenario.horizon
      case .schedule:
        DateRange(
          first: scheduled.first ?? scenario.horizon.start,
          last: scheduled.last ?? scenario.horizon.start.adding(days: -1))
      }
    output = CostOutput(
      work: work, forecast: forecast, capacity: capacity,
      schedule: part == .schedule ? schedule : nil, isSchedule: part == .schedule)
    groups = Set(scenario.staffGroups.map(\.id.rawValue))
    order = [
      .kind: CostKind.all.map(\.key), .queue: scenario.queues.map(\.id.rawValue),
      .site: scenario.sites.map(\.id.rawValue), .event: scenario.events.map(\.id.rawValue),
      .group: scenario.staffGroups.map(\.id.rawValue) + scenario.vendors.map(\.id.rawValue),
    ]
  }

  /// What is paid, on some days or on all.
  public func total(on days: DateRange? = nil) -> Money {
    entries.map { $0.part(on: days).amount }.total()
  }
}
