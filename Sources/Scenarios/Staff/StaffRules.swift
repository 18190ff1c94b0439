public import BusinessCalendar
public import Units

/// What a scenario may say of a group beyond the plain case; what it does not say is not in the plan.
public struct StaffRules: Sendable, Hashable, Codable {
  /// The terms of employment; `nil` for a permanent contract without an end.
  public var employment: Employment?
  /// Shrinkage of single weeks, by date.
  public var shrinkageOfWeeks: [ShrinkageOfWeek]?
  /// How people can be made redundant; `nil` when nobody can be.
  public var redundancy: Redundancy?
  /// Leave that the plan grants; `nil` when all leave is in the shrinkage.
  public var leave: LeaveRules?
  /// Hours that may be taken off without work; `nil` for none.
  public var undertime: Undertime?
  /// Queues that people of the group can learn; `nil` for none.
  public var crossTraining: [CrossTraining]?
  /// Groups that people of the group can move to; `nil` for none.
  public var transfers: [Transfer]?
  /// The employer's contributions on a base of their own; `nil` where all follow the pay.
  public var contributions: EmployerContributions?
  /// Whether people work on the calendar's workdays, make-up workdays among them, and are off on its
  /// rest days, bridge days among them; `nil` for a rota with rest days of its own.
  public var worksByCalendar: Bool?

  /// Nothing beyond the plain case.
  public init() {}
}

/// Shrinkage of one week, in the place of the group's.
public struct ShrinkageOfWeek: Sendable, Hashable, Codable {
  /// A date in the week.
  public var date: LocalDate
  /// The shrinkage of that week.
  public var shrinkage: Shrinkage

  /// `shrinkage` in the week of `date`.
  public init(date: LocalDate, shrinkage: Shrinkage) {
    self.date = date
    self.shrinkage = shrinkage
  }
}

/// How experienced people can be let go.
public struct Redundancy: Sendable, Hashable, Codable {
  /// Weeks from the decision to the first week without them.
  public var noticeWeeks: Int
  /// What is due for each of them.
  public var cost: Money
  /// The most over the horizon, as a share of the group's heads at its start; `nil` for no limit.
  public var most: Share?

  /// Redundancy with notice, cost and limit.
  public init(noticeWeeks: Int, cost: Money, most: Share? = nil) {
    self.noticeWeeks = noticeWeeks
    self.cost = cost
    self.most = most
  }
}

/// Paid leave that is granted week by week, beside what is in the shrinkage.
public struct LeaveRules: Sendable, Hashable, Codable {
  /// Hours that a person earns in a week.
  public var earnedPerWeek: WorkTime
  /// Hours that each person has when the horizon starts.
  public var balance: WorkTime
  /// Hours that a person may keep at the end of the horizon.
  public var carryOver: WorkTime
  /// The most of the group's contract hours of a week that may be leave.
  public var mostAway: Share
  /// Days in whose weeks no leave is granted.
  public var blackouts: [DateRange]
  /// The pay of an hour that is not taken, as a share of an hour's pay.
  public var unusedPay: Share

  /// Leave rules.
  public init(
    earnedPerWeek: WorkTime, balance: WorkTime, carryOver: WorkTime, mostAway: Share,
    blackouts: [DateRange] = [], unusedPay: Share
  ) {
    self.earnedPerWeek = earnedPerWeek
    self.balance = balance
    self.carryOver = carryOver
    self.mostAway = mostAway
    self.blackouts = blackouts
    self.unusedPay = unusedPay
  }

  /// Whether no leave is granted in `week`.
  public func isBlackout(_ week: Week) -> Bool {
    week.days.contains { day in blackouts.contains { $0.contains(day) } }
  }
}

/// Voluntary time off: hours of quiet weeks that people take off, unpaid or paid in part.
public struct Undertime: Sendable, Hashable, Codable {
  /// The share of the people who agree to it.
  public var takeUp: Share
  /// The most hours of one of them in a week.
  public var mostPerWeek: WorkTime
  /// The part of the pay that is paid all the same.
  public var paid: Share

  /// Undertime.
  public init(takeUp: Share, mostPerWeek: WorkTime, paid: Share = .zero) {
    self.takeUp = takeUp
    self.mostPerWeek = mostPerWeek
    self.paid = paid
  }
}

/// How experienced people of a group learn one more queue.
public struct CrossTraining: Sendable, Hashable, Codable {
  /// The queue they learn.
  public var queue: Queue.ID
  /// Weeks of training, without contacts.
  public var weeks: Int
  /// Their output in that queue as a share of an experienced agent's there.
  public var proficiency: Share
  /// The most people who learn it over the horizon.
  public var most: Headcount
  /// What each of them costs beside the pay.
  public var cost: Money

  /// Cross-training for `queue`.
  public init(queue: Queue.ID, weeks: Int, proficiency: Share, most: Headcount, cost: Money) {
    self.queue = queue
    self.weeks = weeks
    self.proficiency = proficiency
    self.most = most
    self.cost = cost
  }
}

/// How experienced people of a group move to another.
public struct Transfer: Sendable, Hashable, Codable {
  /// The group they move to.
  public var group: StaffGroup.ID
  /// Weeks of training before, without contacts, still in their own group.
  public var weeks: Int
  /// The most people who move over the horizon.
  public var most: Headcount
  /// What each of them costs beside the pay.
  public var cost: Money

  /// A move to `group`.
  public init(to group: StaffGroup.ID, weeks: Int, most: Headcount, cost: Money) {
    self.group = group
    self.weeks = weeks
    self.most = most
    self.cost = cost
  }
}

/// Tired work: beyond so many hours a week, an hour of overtime gives less.
public struct Fatigue: Sendable, Hashable, Codable {
  /// Hours of overtime and rest-day work of a person and week from which on it holds.
  public var above: WorkTime
  /// Output of an hour beyond, as a share of a normal hour's.
  public var productivity: Share

  /// `productivity` above `above` hours.
  public init(above: WorkTime, productivity: Share) {
    self.above = above
    self.productivity = productivity
  }
}

extension StaffGroup {
  /// The kind of employment; permanent where nothing is said.
  public var employmentKind: Employment.Kind { rules?.employment?.kind ?? .permanent }

  /// The shrinkage in the week of `date`: its own where the scenario states one.
  public func shrinkage(in week: Week) -> Shrinkage {
    rules?.shrinkageOfWeeks?.last { week.contains($0.date) }?.shrinkage ?? shrinkage
  }

  /// The share of a paid hour that an experienced member gives to contacts in a week:
  /// (1 − shrinkage) × schedule efficiency.
  public func netShare(in week: Week) -> Share {
    Share(shrinkage(in: week).available.value * scheduleEfficiency.value)
  }
}

extension StaffGroup {
  /// Whether its people work on the calendar's workdays and no rota.
  public var worksByCalendar: Bool { rules?.worksByCalendar ?? false }
}
