public import BusinessCalendar
public import Scenarios
public import Units

/// Why positions of a queue stay short in an interval of a schedule: what keeps one more seat of one
/// supplier from it, found by trying every shift that reaches the interval.
public struct ShortageCause: Sendable, Equatable, Codable {
  /// What stands in the way.
  public enum Limit: String, Sendable, Codable, CaseIterable {
    /// Nobody's skills include the queue.
    case skills
    /// The policy's share of vendors in the queue is used up, or is 0.
    case outsourcedShare = "outsourced-share"
    /// The policy's share of vendors in all queues together is used up.
    case outsourcedOverall = "outsourced-overall"
    /// No shift type that is open to the supplier reaches the interval.
    case shiftTypes = "shift-types"
    /// All people who may work on the day are on shift.
    case people
    /// The week's days of work are used up.
    case workDays = "work-days"
    /// The week's paid hours are used up.
    case hours
    /// The plan's overtime of the week is used up.
    case overtime
    /// The rest between shifts.
    case rest
    /// The seats of the site.
    case seats
    /// One more seat would cost more than what it covers is worth.
    case worth
    /// Nothing forbids one more seat: what whole seats, decided day after day, leave open.
    case wholeSeats = "whole-seats"
  }

  /// A shift on which one more seat was tried.
  public struct Shift: Sendable, Equatable, Codable {
    /// The shift type.
    public let type: ShiftType.ID
    /// Its local start.
    public let start: LocalDateTime
    /// What one seat of it costs.
    public let cost: Money
    /// What one seat more would cover, at the price of the shortage.
    public let saving: Money
  }

  /// What stands in the way.
  public let limit: Limit
  /// Whose seat it keeps away; `nil` where nobody could come.
  public let supplier: Supplier?
  /// How much of the limit is used: people, days, hours or seats.
  public let used: Double
  /// All there is of it, in the same unit.
  public let most: Double
  /// The best shift that nothing forbids, of `worth` and `wholeSeats`.
  public let shift: Shift?
  /// The scenario path of the limit.
  public let path: String

  init(
    _ limit: Limit, of supplier: Supplier?, used: Double = 0, most: Double = 0,
    shift: Shift? = nil, path: String
  ) {
    self.limit = limit
    self.supplier = supplier
    self.used = used
    self.most = most
    self.shift = shift
    self.path = path
  }
}

/// The people of one supplier in one interval of a schedule.
public struct IntervalStaff: Sendable, Equatable, Codable {
  /// Whose.
  public let supplier: Supplier
  /// Seats whose shift covers the interval, breaks included; fractions where a shift begins or ends
  /// within it.
  public let onShift: Double
  /// Of them, on a break.
  public let onBreak: Double
  /// Net positions that one of them gives while working.
  public let presence: Double
  /// Net positions that all of them give, to all their queues.
  public let positions: Positions
  /// The queues that they can take and that need somebody in the interval.
  public let queues: [Queue.ID]
}
