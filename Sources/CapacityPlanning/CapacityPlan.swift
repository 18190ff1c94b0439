public import BusinessCalendar
public import Scenarios
public import Units

/// Who carries the requirement, week by week: hiring classes, overtime, vendors; and what is short.
public struct CapacityPlan: Sendable, Equatable, Codable {
  /// The weeks of the horizon; every `weeks` array below has one entry a week, in this order.
  public let weeks: [Week]
  /// Net hours each queue needs.
  public let requirement: [QueueWeeks]
  /// Our own people, in the scenario's order.
  public let groups: [GroupPlan]
  /// The hiring classes that start, by start week and group.
  public let classes: [HiringClass]
  /// The vendors, in the scenario's order.
  public let vendors: [VendorPlan]
  /// Where hours are missing, by week and queue.
  public let shortages: [Shortage]
  /// Heads missing at the end of the horizon against the policy's end strength, a queue group.
  public let missingAtEnd: Headcount
  /// The limits that bind, dearest first.
  public let bindingConstraints: [BindingConstraint]
  /// What the program's objective is made of; sums to `solve.objective`.
  public let objectiveParts: [ObjectivePart]
  /// How the program was solved.
  public let solve: SolveReport
  /// The families of constraints and decisions that the program had, in their order; `nil` in plans
  /// that were kept before it was noted.
  public package(set) var families: [CapacityFamily]?
  /// What the work of each queue brings of pay by the clock; `nil` where the pay rules know nothing of
  /// it.
  public package(set) var clockPay: [ClockPayOfQueue]?
  /// What an hour of each queue handles; `nil` where no vendor is paid by contacts.
  public package(set) var contactRates: [ContactsOfQueue]?
  /// How much of the work for queues lies in the hours of vendors' night premiums; `nil` where none has
  /// one.
  public package(set) var nightHours: [NightHoursOfQueue]?
  /// What the rarer rules decided; `nil` where the scenario has none of them.
  public let relief: PlanRelief?

  /// A capacity plan.
  public init(
    weeks: [Week], requirement: [QueueWeeks], groups: [GroupPlan], classes: [HiringClass],
    vendors: [VendorPlan], shortages: [Shortage], missingAtEnd: Headcount,
    bindingConstraints: [BindingConstraint], objectiveParts: [ObjectivePart], solve: SolveReport,
    relief: PlanRelief? = nil
  ) {
    self.weeks = weeks
    self.requirement = requirement
    self.groups = groups
    self.classes = classes
    self.vendors = vendors
    self.shortages = shortages
    self.missingAtEnd = missingAtEnd
    self.bindingConstraints = bindingConstraints
    self.objectiveParts = objectiveParts
    self.solve = solve
    self.relief = relief
  }
}

/// The kind of day work falls on, as pay rules and contracts see it from a weekly plan.
public enum DayBucket: String, Sendable, Hashable, Codable, CaseIterable {
  /// Working days and weekends: people work on a rota, their rest days are their own.
  case ordinary
  /// Statutory holidays.
  case statutoryHoliday = "statutory-holiday"
}

/// Net hours that one queue needs, a week.
public struct QueueWeeks: Sendable, Equatable, Codable {
  /// The queue.
  public let queue: Queue.ID
  /// Net hours on ordinary days, a week.
  public let ordinary: [WorkTime]
  /// Net hours on statutory holidays, a week.
  public let statutoryHoliday: [WorkTime]

  /// The hours of one queue.
  public init(queue: Queue.ID, ordinary: [WorkTime], statutoryHoliday: [WorkTime]) {
    self.queue = queue
    self.ordinary = ordinary
    self.statutoryHoliday = statutoryHoliday
  }

  /// Net hours of both kinds of days in week number `week`.
  public func total(inWeek week: Int) -> WorkTime { ordinary[week] + statutoryHoliday[week] }
}

/// Hours given to one queue on one kind of day.
public struct Allocation: Sendable, Equatable, Codable {
  /// The queue.
  public let queue: Queue.ID
  /// The kind of day.
  public let bucket: DayBucket
  /// Net hours on contacts, in hours of an experienced agent.
  public let netTime: WorkTime

  /// `netTime` for `queue`.
  public init(queue: Queue.ID, bucket: DayBucket, netTime: WorkTime) {
    self.queue = queue
    self.bucket = bucket
    self.netTime = netTime
  }
}

/// What one staff group does.
public struct GroupPlan: Sendable, Equatable, Codable {
  /// One week of a group. Heads are means over the week, after that week's departures.
  public struct WeekPlan: Sendable, Equatable, Codable {
    /// Everybody on the payroll, training included.
    public let heads: Headcount
    /// Of them, in training (no contacts yet).
    public let inTraining: Headcount
    /// Of them, in nesting.
    public let inNesting: Headcount
    /// Of them, past nesting but not yet at full speed.
    public let ramping: Headcount
    /// People who joined a class this week.
    public let joined: Headcount
    /// People who left since the week before, wash-out included.
    public let left: Headcount
    /// Output of the group in experienced heads: the sum of proficiencies.
    public let effectiveHeads: Headcount
    /// Net hours of regular time that the group could give to contacts on ordinary days.
    public let regularNetTime: WorkTime
    /// Overtime by pay class, in paid hours.
    public let overtime: [PaidOvertime]
    /// Where the net hours go.
    public let allocations: [Allocation]
    /// What else the plan does with the group in the week; `nil` where the scenario has none of it.
    public package(set) var measures: StaffMeasures?

    /// A week of a group.
    public init(
      heads: Headcount, inTraining: Headcount, inNesting: Headcount, ramping: Headcount,
      joined: Headcount, left: Headcount, effectiveHeads: Headcount, regularNetTime: WorkTime,
      overtime: [PaidOvertime], allocations: [Allocation]
    ) {
      self.heads = heads
      self.inTraining = inTraining
      self.inNesting = inNesting
      self.ramping = ramping
      self.joined = joined
      self.left = left
      self.effectiveHeads = effectiveHeads
      self.regularNetTime = regularNetTime
      self.overtime = overtime
      self.allocations = allocations
    }
  }

  /// The group.
  public let group: StaffGroup.ID
  /// Its weeks.
  public let weeks: [WeekPlan]

  /// The plan of one group.
  public init(group: StaffGroup.ID, weeks: [WeekPlan]) {
    self.group = group
    self.weeks = weeks
  }
}

/// Paid overtime hours of one pay class.
public struct PaidOvertime: Sendable, Equatable, Codable {
  /// The pay class's code in the rule pack, such as `CN_OT150`.
  public let payClass: String
  /// Paid hours.
  public let paidTime: WorkTime
  /// Net hours on contacts that they give.
  public let netTime: WorkTime
  /// The day of the week on which a new law begins under which they are worked; `nil` for hours under
  /// the law that is in force when the week begins.
  public let from: LocalDate?

  /// Overtime of one pay class.
  public init(
    payClass: String, paidTime: WorkTime, netTime: WorkTime, from: LocalDate? = nil
  ) {
    self.payClass = payClass
    self.paidTime = paidTime
    self.netTime = netTime
    self.from = from
  }

  /// The first day of the week beginning on `start` on which the law holds under which they are
  /// worked.
  public func lawDate(inWeekFrom start: LocalDate) -> LocalDate { from ?? start }
}

/// A hiring class.
public struct HiringClass: Sendable, Equatable, Codable {
  /// The group it joins.
  public let group: StaffGroup.ID
  /// The number of the class within its group, from 1.
  public let number: Int
  /// How many classes run in parallel from this start.
  public let parallelClasses: Int
  /// The latest day on which the decision can be taken.
  public let decideBy: LocalDate
  /// The first day of training.
  public let start: LocalDate
  /// The first day with contacts: training is over, nesting begins.
  public let firstContacts: LocalDate
  /// The first day after nesting.
  public let nestingEnds: LocalDate
  /// The first day at full speed.
  public let fullSpeed: LocalDate
  /// People who start.
  public let heads: Headcount
  /// People who are expected to finish training.
  public let graduates: Headcount

  /// A hiring class.
  public init(
    group: StaffGroup.ID, number: Int, parallelClasses: Int, decideBy: LocalDate,
    start: LocalDate, firstContacts: LocalDate, nestingEnds: LocalDate, fullSpeed: LocalDate,
    heads: Headcount, graduates: Headcount
  ) {
    self.group = group
    self.number = number
    self.parallelClasses = parallelClasses
    self.decideBy = decideBy
    self.start = start
    self.firstContacts = firstContacts
    self.nestingEnds = nestingEnds
    self.fullSpeed = fullSpeed
    self.heads = heads
    self.graduates = graduates
  }
}

/// What one vendor does.
public struct VendorPlan: Sendable, Equatable, Codable {
  /// One week of a vendor.
  public struct WeekPlan: Sendable, Equatable, Codable {
    /// Seats that run.
    public let seats: Headcount
    /// Seats added this week.
    public let added: Headcount
    /// Billed hours on ordinary days.
    public let billedOrdinary: WorkTime
    /// Billed hours on statutory holidays.
    public let billedStatutoryHoliday: WorkTime
    /// Where the net hours go.
    public let allocations: [Allocation]

    /// A week of a vendor.
    public init(
      seats: Headcount, added: Headcount, billedOrdinary: WorkTime,
      billedStatutoryHoliday: WorkTime, allocations: [Allocation]
    ) {
      self.seats = seats
      self.added = added
      self.billedOrdinary = billedOrdinary
      self.billedStatutoryHoliday = billedStatutoryHoliday
      self.allocations = allocations
    }
  }

  /// One calendar month of the contract.
  public struct MonthPlan: Sendable, Equatable, Codable {
    /// The month.
    public let month: YearMonth
    /// Whether the contract runs in it. It runs by whole weeks, under the month of a week's fourth
    /// day: a month that has only the last days of such a week has hours without running.
    public let isActive: Bool
    /// Hours used on ordinary days that fall in the month.
    public let ordinary: WorkTime
    /// Hours used on statutory holidays that fall in the month.
    public let statutoryHoliday: WorkTime
    /// Hours committed for the days of the month that lie in the horizon; 0 when not active.
    public let committed: WorkTime
    /// Whether the set-up fee falls due in it.
    public let isSetUp: Bool
    /// What the contract's further clauses make of the month; `nil` where it has none of them.
    public let clauses: ClauseMonth?
    /// What is billed of a price by contacts, and what of it is committed; `nil` for other prices.
    public let contacts: ContactMonth?
    /// What is spent, where so much has to be spent at least; `nil` for other contracts.
    public let spend: SpendMonth?

    /// A month of a contract.
    public init(
      month: YearMonth, isActive: Bool, ordinary: WorkTime, statutoryHoliday: WorkTime,
      committed: WorkTime, isSetUp: Bool, clauses: ClauseMonth? = nil,
      contacts: ContactMonth? = nil, spend: SpendMonth? = nil
    ) {
      self.month = month
      self.isActive = isActive
      self.ordinary = ordinary
      self.statutoryHoliday = statutoryHoliday
      self.committed = committed
      self.isSetUp = isSetUp
      self.clauses = clauses
      self.contacts = contacts
      self.spend = spend
    }
  }

  /// The vendor.
  public let vendor: Vendor.ID
  /// Its weeks.
  public let weeks: [WeekPlan]
  /// The calendar months that the horizon touches.
  public let months: [MonthPlan]

  /// The plan of one vendor.
  public init(vendor: Vendor.ID, weeks: [WeekPlan], months: [MonthPlan]) {
    self.vendor = vendor
    self.weeks = weeks
    self.months = months
  }
}

/// Contacts of a shortage that have the same factor on their price.
public struct ShortageTier: Sendable, Equatable, Codable {
  /// The factor on the queue's price of a lost contact: the deeper the hole, the higher.
  public let multiplier: Multiplier
  /// Contacts that nobody handles; each is counted once, in one tier.
  public let contacts: ContactVolume

  /// `contacts` at `multiplier` times the price.
  public init(multiplier: Multiplier, contacts: ContactVolume) {
    self.multiplier = multiplier
    self.contacts = contacts
  }
}

/// Hours that nobody covers.
public struct Shortage: Sendable, Equatable, Codable {
  /// The queue.
  public let queue: Queue.ID
  /// The number of the week in the plan, from 0.
  public let week: Int
  /// The kind of day.
  public let bucket: DayBucket
  /// Net hours short.
  public let netTime: WorkTime
  /// Contacts that these hours would have handled, by the factor on their price, lowest first.
  public let tiers: [ShortageTier]
  /// What they cost: contacts × price × factor, a product a tier.
  public let cost: Money
  /// Names of the binding constraints that stood in the way, dearest first.
  public let causes: [String]

  /// A shortage.
  public init(
    queue: Queue.ID, week: Int, bucket: DayBucket, netTime: WorkTime, tiers: [ShortageTier],
    cost: Money, causes: [String]
  ) {
    self.queue = queue
    self.week = week
    self.bucket = bucket
    self.netTime = netTime
    self.tiers = tiers
    self.cost = cost
    self.causes = causes
  }

  /// Contacts that nobody handles: net time ÷ handle time × contacts at once. Those of a deferred
  /// queue are late rather than lost.
  public var contactsLost: ContactVolume { tiers.map(\.contacts).total() }
}

/// A limit that binds, with what one more unit of it would be worth.
public struct BindingConstraint: Sendable, Equatable, Codable {
  /// The constraint's sentence in the program, such as "seats of wuhan in the week of 2026-11-09".
  public let name: String
  /// The family it belongs to, such as `seats`.
  public let family: String
  /// The week it speaks of, if one.
  public let week: Int?
  /// The limit's shadow price: what a first fraction of a unit more would save, per unit, in minor
  /// units of the currency, classes and contracts held where they are. A whole unit saves less
  /// where several limits bind together.
  public let shadowPrice: UnitPrice
  /// What one more unit of the limit saves when the program is solved again with it, all other
  /// classes, their people and the contracts held; `nil` where that was not tried.
  public let saving: Money?
  /// The unit of the limit, such as "seat" or "overtime hour".
  public let unit: String
  /// The meaning in a sentence for people.
  public let meaning: String
  /// The scenario path of the limit, such as `sites.wuhan.seats`.
  public let path: String

  /// A binding constraint.
  public init(
    name: String, family: String, week: Int?, shadowPrice: UnitPrice, saving: Money? = nil,
    unit: String, meaning: String, path: String
  ) {
    self.name = name
    self.family = family
    self.week = week
    self.shadowPrice = shadowPrice
    self.saving = saving
    self.unit = unit
    self.meaning = meaning
    self.path = path
  }
}

/// One part of a program's objective.
public struct ObjectivePart: Sendable, Equatable, Codable {
  /// The part's key, such as `wages` or `shortage`.
  public let key: String
  /// Its value in minor units.
  public let value: Double
  /// Whether it is money that is paid, so that the ledger must show it too.
  public let isCash: Bool

  /// A part of an objective.
  public init(key: String, value: Double, isCash: Bool) {
    self.key = key
    self.value = value
    self.isCash = isCash
  }
}

/// How a program was solved; nothing in it depends on the clock.
public struct SolveReport: Sendable, Equatable, Codable {
  /// The program's name.
  public let program: String
  /// The solver and its version.
  public let solver: String
  /// What the end of the solve means: `optimal`, `within gap`, `limit reached`, and of shifts
  /// that are farther from the bound than was asked for `ended by its search limit`.
  public let status: String
  /// The objective in minor units; approximate, the ledger is exact.
  public let objective: Double
  /// The proven bound of the objective, if there is one.
  public let bound: Double?
  /// (objective − bound) / |objective|, if there is a bound.
  public let gap: Share?
  /// Rows of the program.
  public let rows: Int
  /// Columns of the program.
  public let columns: Int
  /// Integer columns of the program.
  public let integers: Int
  /// Whether a limit of time or iterations ended it before its goal.
  public let isLimitReached: Bool

  /// A solve report.
  public init(
    program: String, solver: String, status: String, objective: Double, bound: Double?,
    gap: Share?, rows: Int, columns: Int, integers: Int, isLimitReached: Bool
  ) {
    self.program = program
    self.solver = solver
    self.status = status
    self.objective = objective
    self.bound = bound
    self.gap = gap
    self.rows = rows
    self.columns = columns
    self.integers = integers
    self.isLimitReached = isLimitReached
  }
}
