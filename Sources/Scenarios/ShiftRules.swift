public import BusinessCalendar
public import Units

/// The shifts that may be worked in the peak weeks.
public struct ShiftRules: Sendable, Equatable, Codable {
  /// The shift types.
  public let types: [ShiftType]
  /// The least time between the end of a shift and the start of the same person's next.
  public let restBetweenShifts: WorkTime
  /// The most days a person works in a week.
  public let workDaysPerWeek: Int
  /// Dates whose weeks are scheduled; empty for the week with the largest requirement.
  public let scheduledDates: [LocalDate]

  /// Shift rules; the scenario reader has checked every value.
  public init(
    types: [ShiftType], restBetweenShifts: WorkTime, workDaysPerWeek: Int,
    scheduledDates: [LocalDate]
  ) {
    self.types = types
    self.restBetweenShifts = restBetweenShifts
    self.workDaysPerWeek = workDaysPerWeek
    self.scheduledDates = scheduledDates
  }
}

/// A kind of shift: when it may start, how long it is, when its breaks may lie.
public struct ShiftType: Sendable, Equatable, Codable {
  /// The type's key in the scenario.
  public typealias ID = Identifier<ShiftType>

  /// A break within the shift.
  public struct Break: Sendable, Equatable, Codable {
    /// How long it is.
    public let length: WorkTime
    /// The earliest start, counted from the shift's start.
    public let earliest: WorkTime
    /// The latest start, counted from the shift's start.
    public let latest: WorkTime
    /// Whether it is paid.
    public let isPaid: Bool

    /// A break.
    public init(length: WorkTime, earliest: WorkTime, latest: WorkTime, isPaid: Bool) {
      self.length = length
      self.earliest = earliest
      self.latest = latest
      self.isPaid = isPaid
    }
  }

  /// The key in the scenario.
  public let id: ID
  /// The name people know it by.
  public let name: String
  /// The groups that work it; empty for every group.
  public let groups: [StaffGroup.ID]
  /// The vendors that offer it; empty for every vendor.
  public let vendors: [Vendor.ID]
  /// The earliest start of the day.
  public let earliestStart: LocalTime
  /// The latest start of the day.
  public let latestStart: LocalTime
  /// The distance between possible starts.
  public let startEvery: WorkTime
  /// From start to end, breaks included; a shift may end on the next day.
  public let length: WorkTime
  /// Its breaks, in order of time.
  public let breaks: [Break]

  /// A shift type; the scenario reader has checked every value.
  public init(
    id: ID, name: String, groups: [StaffGroup.ID], vendors: [Vendor.ID],
    earliestStart: LocalTime, latestStart: LocalTime, startEvery: WorkTime, length: WorkTime,
    breaks: [Break]
  ) {
    self.id = id
    self.name = name
    self.groups = groups
    self.vendors = vendors
    self.earliestStart = earliestStart
    self.latestStart = latestStart
    self.startEvery = startEvery
    self.length = length
    self.breaks = breaks
  }

  /// Paid time of the shift: its length less the unpaid breaks.
  public var paidTime: WorkTime {
    length - breaks.filter { !$0.isPaid }.map(\.length).total()
  }
}

extension ShiftType {
  /// The only member of ``groups`` where no group works the shift; no group can have this id.
  public static let noGroup = StaffGroup.ID("-")
  /// The only member of ``vendors`` where no vendor offers the shift; no vendor can have this id.
  public static let noVendor = Vendor.ID("-")

  /// Whether a staff group works the shift.
  public func isOpen(to group: StaffGroup.ID) -> Bool { groups.isEmpty || groups.contains(group) }

  /// Whether a vendor offers the shift.
  public func isOpen(to vendor: Vendor.ID) -> Bool {
    vendors.isEmpty || vendors.contains(vendor)
  }
}
