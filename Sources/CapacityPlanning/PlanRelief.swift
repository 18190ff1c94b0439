public import BusinessCalendar
public import Scenarios
public import Units

/// What the rarer rules of a scenario decided: work that waits over a week's end, seats had beyond a
/// site's own, people missing in the busiest hours, money above the budget.
public struct PlanRelief: Sendable, Equatable, Codable {
  /// Work of a deferred queue that waits over the end of a week.
  public struct CarriedWork: Sendable, Equatable, Codable {
    /// The queue.
    public let queue: Queue.ID
    /// The number of the week at whose end it waits, from 0.
    public let week: Int
    /// Net hours.
    public let netTime: WorkTime
  }

  /// Seats of a site beyond its own.
  public struct ExtraSeats: Sendable, Equatable, Codable {
    /// The site.
    public let site: Site.ID
    /// The number of the week, from 0.
    public let week: Int
    /// Seats.
    public let seats: Headcount
  }

  /// A queue in the busiest hours of a week.
  public struct PeakWindow: Sendable, Equatable, Codable {
    /// The queue.
    public let queue: Queue.ID
    /// The number of the week, from 0.
    public let week: Int
    /// The day of the busiest hours.
    public let date: LocalDate
    /// When they begin.
    public let start: LocalTime
    /// How long they are.
    public let length: WorkTime
    /// Positions that the queue needs in them, on average.
    public let required: Positions
    /// Positions that our own people fill.
    public let ownPositions: Positions
    /// Positions that vendors fill.
    public let vendorPositions: Positions
    /// Net hours missing in them beyond those that are missing in the week anyway.
    public let missing: WorkTime
  }

  /// Work that waits, by queue and week.
  public let carried: [CarriedWork]
  /// Seats beyond sites' own, by site and week.
  public let extraSeats: [ExtraSeats]
  /// The busiest hours, by week and queue.
  public let peaks: [PeakWindow]
}
