public import BusinessCalendar
public import Units

/// A break that is not paid.
public struct UnpaidBreak: Sendable, Hashable, Codable {
  /// When it starts.
  public let start: LocalDateTime
  /// How long it lasts, as time that passes.
  public let length: WorkTime

  /// A break of `length` from `start` on.
  public init(start: LocalDateTime, length: WorkTime) {
    self.start = start
    self.length = length
  }
}

/// A shift as it was worked, on the clock of the place of work.
public struct WorkedShift: Sendable, Hashable, Codable {
  /// What the day on which a shift starts is for the person.
  public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
    /// A working day of the person.
    case work
    /// A rest day of the person.
    case rest
    /// A public holiday of the person, where the law leaves open which days these are.
    case holiday
    /// A day off that is neither: the sixth day of a week of five, say.
    case off
  }

  /// When the shift starts.
  public let start: LocalDateTime
  /// When it ends.
  public let end: LocalDateTime
  /// The unpaid break in it, if any.
  public let unpaidBreak: UnpaidBreak?
  /// What the day of the start is for the person; holds for the whole shift.
  public let role: Role
  /// Whether equal time off is given for the shift.
  public let timeOffInLieu: Bool
  /// The pay of an hour of this shift; `nil` for that of the timesheet.
  public let rate: HourlyRate?
  /// The post in which it was worked, where a permit is for posts.
  public let post: String?

  /// A shift from `start` to `end`.
  public init(
    start: LocalDateTime, end: LocalDateTime, unpaidBreak: UnpaidBreak? = nil,
    role: Role = .work, timeOffInLieu: Bool = false, rate: HourlyRate? = nil,
    post: String? = nil
  ) {
    self.start = start
    self.end = end
    self.unpaidBreak = unpaidBreak
    self.role = role
    self.timeOffInLieu = timeOffInLieu
    self.rate = rate
    self.post = post
  }
}

/// A flat amount for each shift that works long enough at night; set by company or city, not by the
/// national law.
public struct NightAllowance: Sendable, Hashable, Codable {
  /// The amount for a shift.
  public let amount: Money
  /// When the night starts.
  public let from: LocalTime
  /// When it ends; not later than `from` when it ends on the day after.
  public let to: LocalTime
  /// The least time worked in it.
  public let minimum: WorkTime

  /// `amount` for a shift that works at least `minimum` between `from` and `to`.
  public init(amount: Money, from: LocalTime, to: LocalTime, minimum: WorkTime) {
    self.amount = amount
    self.from = from
    self.to = to
    self.minimum = minimum
  }
}

/// What one person worked in one pay period, and on which terms.
///
/// The period is taken as one month: limits of a month apply to the whole timesheet.
public struct Timesheet: Sendable, Hashable, Codable {
  /// How the person is paid.
  public let basis: PayBasis
  /// The pay of an hour.
  public let rate: HourlyRate
  /// The zone in which the shifts' times are read.
  public let zone: TimeZoneRules
  /// The shifts, in any order.
  public let shifts: [WorkedShift]
  /// The allowance for night shifts, if there is one.
  public let nightAllowance: NightAllowance?

  /// The timesheet of a person who is paid `rate` an hour.
  public init(
    basis: PayBasis, rate: HourlyRate, zone: TimeZoneRules, shifts: [WorkedShift],
    nightAllowance: NightAllowance? = nil
  ) {
    self.basis = basis
    self.rate = rate
    self.zone = zone
    self.shifts = shifts
    self.nightAllowance = nightAllowance
  }
}
