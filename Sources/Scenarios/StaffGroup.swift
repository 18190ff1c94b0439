public import BusinessCalendar
public import Units

/// People of ours on the same terms: skills, site, hours, wage.
public struct StaffGroup: Sendable, Equatable, Codable {
  /// The group's key in the scenario.
  public typealias ID = Identifier<StaffGroup>

  /// The key in the scenario.
  public let id: ID
  /// The name people know it by.
  public let name: String
  /// Where they sit; `nil` for people who need no seat.
  public let site: Site.ID?
  /// The queues they can work.
  public let skills: [Queue.ID]
  /// Paid hours a week under the contract.
  public let contractHours: WorkTime
  /// What they are paid.
  public let wage: Wage
  /// The employer's contributions on top of pay, as a share of it.
  public let employerOnCost: Share
  /// Who is there when the horizon starts, by tenure, in order of tenure.
  public let headcount: [TenureHeads]
  /// Paid time that is not available for contacts.
  public package(set) var shrinkage: Shrinkage
  /// The share of available time that falls where the requirement needs it (breaks between
  /// shifts and intervals lose the rest).
  public let scheduleEfficiency: Share
  /// Who leaves, by tenure.
  public package(set) var attrition: Attrition
  /// How people can be added; `nil` when nobody can be hired.
  public package(set) var hiring: HiringRules?
  /// What overtime they may be asked for; `nil` for none.
  public package(set) var overtime: OvertimeRules?
  /// What the scenario says of them beyond this; `nil` for nothing.
  public package(set) var rules: StaffRules?

  /// A group; the scenario reader has checked every value.
  public init(
    id: ID, name: String, site: Site.ID?, skills: [Queue.ID], contractHours: WorkTime, wage: Wage,
    employerOnCost: Share, headcount: [TenureHeads], shrinkage: Shrinkage,
    scheduleEfficiency: Share, attrition: Attrition, hiring: HiringRules?,
    overtime: OvertimeRules?
  ) {
    self.id = id
    self.name = name
    self.site = site
    self.skills = skills
    self.contractHours = contractHours
    self.wage = wage
    self.employerOnCost = employerOnCost
    self.headcount = headcount
    self.shrinkage = shrinkage
    self.scheduleEfficiency = scheduleEfficiency
    self.attrition = attrition
    self.hiring = hiring
    self.overtime = overtime
  }

  /// The share of a paid hour that an experienced member gives to contacts:
  /// (1 − shrinkage) × schedule efficiency.
  public var netShare: Share { Share(shrinkage.available.value * scheduleEfficiency.value) }
}

/// How a group is paid.
public enum Wage: Sendable, Hashable, Codable {
  /// A salary a calendar month.
  case monthly(Money)
  /// A rate an hour.
  case hourly(HourlyRate)
}

/// So many people who have been here for so many weeks.
public struct TenureHeads: Sendable, Equatable, Codable {
  /// Completed weeks since the first contact when the horizon starts.
  public let tenureWeeks: Int
  /// How many people.
  public let heads: Headcount

  /// `heads` people with `tenureWeeks` of tenure.
  public init(tenureWeeks: Int, heads: Headcount) {
    self.tenureWeeks = tenureWeeks
    self.heads = heads
  }
}

/// Paid time that is not available for contacts, in and out of the office.
public struct Shrinkage: Sendable, Hashable, Codable {
  /// How the two parts combine.
  public enum Combination: String, Sendable, Codable, CaseIterable {
    /// Out of office first, the rest is then shrunk in the office: (1 − a)(1 − b).
    case sequential
    /// Both are shares of the same paid time: 1 − a − b.
    case additive
  }

  /// Meetings, coaching, breaks.
  public let inOffice: Share
  /// Leave, sickness, training days.
  public let outOfOffice: Share
  /// How the two combine.
  public let combination: Combination

  /// A shrinkage of two parts.
  public init(inOffice: Share, outOfOffice: Share, combination: Combination) {
    self.inOffice = inOffice
    self.outOfOffice = outOfOffice
    self.combination = combination
  }

  /// The share of paid time that is available for contacts.
  public var available: Share {
    switch combination {
    case .sequential: Share(inOffice.complement.value * outOfOffice.complement.value)
    case .additive: Share(1 - inOffice.value - outOfOffice.value)
    }
  }
}

/// Who leaves: a weekly hazard by tenure, and departures that are known by date.
public struct Attrition: Sendable, Equatable, Codable {
  /// The hazard from a tenure on.
  public struct Band: Sendable, Equatable, Codable {
    /// The band starts at this many completed weeks since the first contact.
    public let fromTenureWeeks: Int
    /// The share that leaves in a week.
    public let perWeek: Share
    /// The rate as the scenario states it, such as `7.4 % per year`.
    public let stated: String

    /// A band.
    public init(fromTenureWeeks: Int, perWeek: Share, stated: String) {
      self.fromTenureWeeks = fromTenureWeeks
      self.perWeek = perWeek
      self.stated = stated
    }
  }

  /// A wave of departures: this share of everybody in the group leaves in the week of `date`.
  public struct Wave: Sendable, Equatable, Codable {
    /// A date in the week.
    public let date: LocalDate
    /// The share of the group that leaves in that week, on top of the hazard.
    public let share: Share
    /// Why, such as "after the bonus".
    public let reason: String

    /// A wave of departures.
    public init(date: LocalDate, share: Share, reason: String) {
      self.date = date
      self.share = share
      self.reason = reason
    }
  }

  /// The bands in order of tenure; the first starts at 0.
  public let bands: [Band]
  /// Waves of departures in order of date.
  public let waves: [Wave]

  /// An attrition by tenure.
  public init(bands: [Band], waves: [Wave]) {
    self.bands = bands
    self.waves = waves
  }

  /// The share that leaves in a week at `tenureWeeks` since the first contact; the first band also
  /// holds during training.
  public func perWeek(atTenure tenureWeeks: Int) -> Share {
    bands.last { $0.fromTenureWeeks <= tenureWeeks }?.perWeek ?? bands.first?.perWeek ?? .zero
  }
}

/// What overtime a group may be asked for, within the caps of the pay rules.
public struct OvertimeRules: Sendable, Equatable, Codable {
  /// The share of the people who agree to overtime.
  public package(set) var takeUp: Share
  /// A limit a week and person below the law's, if the scenario sets one.
  public package(set) var maximumPerWeek: WorkTime?
  /// Output of an overtime hour as a share of a normal hour's.
  public let productivity: Share
  /// How output falls in long weeks; `nil` when it does not.
  public package(set) var fatigue: Fatigue?
  /// Weeks within which time off is given for rest-day work that is not paid extra; `nil` where all
  /// of it is paid.
  public package(set) var timeOffWithinWeeks: Int?

  /// Overtime rules.
  public init(takeUp: Share, maximumPerWeek: WorkTime?, productivity: Share) {
    self.takeUp = takeUp
    self.maximumPerWeek = maximumPerWeek
    self.productivity = productivity
  }
}
