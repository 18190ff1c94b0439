public import BusinessCalendar
public import Units

/// How people can be added to a group: in classes, with lead, training, nesting and ramp.
public struct HiringRules: Sendable, Equatable, Codable {
  /// When classes may start.
  public enum ClassCalendar: Sendable, Equatable, Codable {
    /// Every `weeks` weeks, counted from the horizon's first week.
    case every(weeks: Int)
    /// In the weeks of these dates.
    case dates([LocalDate])
  }

  /// Weeks from the decision to the first day of training.
  public package(set) var recruitingLeadWeeks: Int
  /// The fewest people a class may start with.
  public package(set) var minimumClassSize: Int
  /// The most people a class may start with.
  public package(set) var maximumClassSize: Int
  /// When classes may start.
  public package(set) var classCalendar: ClassCalendar
  /// Classes that can be in training or nesting at once: one trainer each.
  public package(set) var trainers: Int
  /// Weeks of training before the first contact.
  public package(set) var trainingWeeks: Int
  /// Weeks of nesting that follow the training.
  public package(set) var nestingWeeks: Int
  /// How output grows after training, week by week; nesting is its first weeks.
  public package(set) var ramp: RampCurve
  /// The share of a class that is lost in training.
  public package(set) var washOut: Share
  /// Recruiting and equipment, a head that starts.
  public let costPerHire: Money
  /// Trainer and room, a class.
  public let costPerClass: Money
  /// The most people who can be recruited for the classes of a calendar month; `nil` for no limit.
  public package(set) var recruitsPerMonth: Int?

  /// Hiring rules; the scenario reader has checked every value.
  public init(
    recruitingLeadWeeks: Int, minimumClassSize: Int, maximumClassSize: Int,
    classCalendar: ClassCalendar, trainers: Int, trainingWeeks: Int, nestingWeeks: Int,
    ramp: RampCurve, washOut: Share, costPerHire: Money, costPerClass: Money
  ) {
    self.recruitingLeadWeeks = recruitingLeadWeeks
    self.minimumClassSize = minimumClassSize
    self.maximumClassSize = maximumClassSize
    self.classCalendar = classCalendar
    self.trainers = trainers
    self.trainingWeeks = trainingWeeks
    self.nestingWeeks = nestingWeeks
    self.ramp = ramp
    self.washOut = washOut
    self.costPerHire = costPerHire
    self.costPerClass = costPerClass
  }
}

/// Proficiency by completed weeks since the first contact.
public struct RampCurve: Sendable, Hashable, Codable {
  /// The share of an experienced agent's output in the first, second, … week; full afterwards.
  public let weekly: [Share]

  /// A curve of weekly proficiencies.
  public init(weekly: [Share]) { self.weekly = weekly }

  /// Nobody needs a ramp.
  public static let immediate = RampCurve(weekly: [])

  /// The proficiency after `tenureWeeks` completed weeks since the first contact.
  public func proficiency(atTenure tenureWeeks: Int) -> Share {
    guard tenureWeeks >= 0 else { return .zero }
    return tenureWeeks < weekly.count ? weekly[tenureWeeks] : .whole
  }
}
