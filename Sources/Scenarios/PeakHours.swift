public import Units

/// The busiest hours of a week, and how much of the staff can be there in them.
///
/// A week's hours can cover the week's requirement and still leave the evening of a sale short: nobody
/// can work all hours of the week between 20:00 and 22:00.
public struct PeakHours: Sendable, Hashable, Codable {
  /// The length of the stretch of a day that is looked at.
  public let window: Duration
  /// The share of a group's people, of those not out of the office, who can be at work in it.
  public let attendance: Share

  /// The busiest `window` of each week, with `attendance` of the people.
  public init(window: Duration, attendance: Share) {
    self.window = window
    self.attendance = attendance
  }
}

/// Seats that can be had beyond a site's own, at a price.
public struct SeatOverflow: Sendable, Hashable, Codable {
  /// The most of them.
  public let seats: Int
  /// What one costs a week.
  public let pricePerWeek: UnitPrice

  /// Up to `seats` at `pricePerWeek` each.
  public init(seats: Int, pricePerWeek: UnitPrice) {
    self.seats = seats
    self.pricePerWeek = pricePerWeek
  }
}
