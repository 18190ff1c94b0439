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

    /// Work that waits.
    public init(queue: Queue.ID, week: Int, netTime: WorkTime) {
      self.queue = queue
      self.week = week
      self.netTime = netTime
    }
  }

  /// Seats of a site beyond its own.
  public struct ExtraSeats: Sendable, Equatable, Codable {
    /// The site.
    public let site: Site.ID
    /// The number of the week, from 0.
    public let week: Int
    /// Seats.
    public let seats: Headcount

    /// Seats beyond a site's own.
    public init(site: Site.ID, week: Int, seats: Headcount) {
      self.site = site
      self.week = week
      self.seats = seats
    }
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

    /// A queue in the busiest hours of a week.
    public init(
      queue: Queue.ID, week: Int, date: LocalDate, start: LocalTime, length: WorkTime,
      required: Positions, ownPositions: Positions, vendorPositions: Positions, missing: WorkTime
    ) {
      self.queue = queue
      self.week = week
      self.date = date
      self.start = start
      self.length = length
      self.required = required
      self.ownPositions = ownPositions
      self.vendorPositions = vendorPositions
      self.missing = missing
    }
  }

  /// Work that waits, by queue and week.
  public let carried: [CarriedWork]
  /// Seats beyond sites' own, by site and week.
  public let extraSeats: [ExtraSeats]
  /// The busiest hours, by week and queue.
  public let peaks: [PeakWindow]

  /// What the rarer rules decided.
  public init(carried: [CarriedWork], extraSeats: [ExtraSeats], peaks: [PeakWindow]) {
    self.carried = carried
    self.extraSeats = extraSeats
    self.peaks = peaks
  }
}
