public import BusinessCalendar
public import PayRules
public import Units

/// One question about a peak, with everything that is needed to answer it. A value of this type is
/// valid: ids refer to something, shares lie where they may, the horizon is whole weeks.
public struct Scenario: Sendable, Equatable, Codable {
  /// The name of its folder.
  public let id: String
  /// The name people know it by.
  public let name: String
  /// The question that somebody asked.
  public let question: String
  /// The one currency of all its money.
  public let currency: Currency
  /// The IANA time zone of all its local times.
  public let timeZone: TimeZoneRules
  /// Holidays, rest days and make-up workdays, the scenario's own days included.
  public let calendar: HolidayCalendar
  /// The length of an interval of the forecast and the requirement.
  public let slotLength: SlotLength
  /// The days that are planned: whole weeks, half-open.
  public let horizon: DateRange
  /// The queues, in the order of the file.
  public package(set) var queues: [Queue]
  /// The sites, in the order of the file.
  public package(set) var sites: [Site]
  /// The staff groups, in the order of the file.
  public package(set) var staffGroups: [StaffGroup]
  /// The vendors, in the order of the file.
  public package(set) var vendors: [Vendor]
  /// The events, in order of their start.
  public let events: [PeakEvent]
  /// What the business allows, wants and pays for.
  public package(set) var policy: Policy
  /// The shifts of the peak weeks; `nil` when no schedule is asked for.
  public let shifts: ShiftRules?
  /// The pay rules of our own people, by effective date; more than one when the horizon crosses a
  /// change of the law.
  public package(set) var payRules: [RulePack]
  /// The seed of everything random.
  public let seed: UInt64
  /// Queues that one set of agents works together, in the order of the file.
  public let pools: [QueuePool]
  /// People whose number follows that of the agents, in the order of the file.
  public let supportRoles: [SupportRole]
  /// Decisions that the planner has taken, in the order of the file.
  public private(set) var pins: [PlanPin] = []
  /// The employers in law that groups name, in the order of the file.
  public package(set) var legalEntities: [LegalEntity]? = nil
  /// What makes a bid of the plan; `nil` where we do not bid.
  public package(set) var bid: BidTerms? = nil

  /// A scenario; the scenario reader has checked every value.
  public init(
    id: String, name: String, question: String, currency: Currency, timeZone: TimeZoneRules,
    calendar: HolidayCalendar, slotLength: SlotLength, horizon: DateRange, queues: [Queue],
    sites: [Site], staffGroups: [StaffGroup], vendors: [Vendor], events: [PeakEvent],
    policy: Policy, shifts: ShiftRules?, payRules: [RulePack], seed: UInt64,
    pools: [QueuePool] = [], supportRoles: [SupportRole] = []
  ) {
    self.id = id
    self.name = name
    self.question = question
    self.currency = currency
    self.timeZone = timeZone
    self.calendar = calendar
    self.slotLength = slotLength
    self.horizon = horizon
    self.queues = queues
    self.sites = sites
    self.staffGroups = staffGroups
    self.vendors = vendors
    self.events = events
    self.policy = policy
    self.shifts = shifts
    self.payRules = payRules
    self.seed = seed
    self.pools = pools
    self.supportRoles = supportRoles
  }

  /// The scenario with other queues, in the order of its own.
  public func with(queues: [Queue]) -> Scenario {
    var copy = self
    copy.queues = queues
    return copy
  }

  /// The scenario with other pins.
  public func with(pins: [PlanPin]) -> Scenario {
    var copy = self
    copy.pins = pins
    return copy
  }

  /// The days and intervals that are planned.
  public var grid: PlanningGrid {
    PlanningGrid(range: horizon, zone: timeZone, slotLength: slotLength)
  }

  /// The pay rules in force on `date`: the last pack that has taken effect, else the first.
  public func payRules(on date: LocalDate) -> RulePack? {
    payRules.last { $0.effectiveFrom <= date } ?? payRules.first
  }

  /// What the law of the pay rules says of kinds of employment on `date`; `nil` where it says nothing.
  public func employmentLimits(on date: LocalDate) -> EmploymentLimits? {
    payRules(on: date).flatMap { EmploymentLimits.bundled(jurisdiction: $0.jurisdiction, on: date) }
  }

  /// The legal entity with this id.
  public func legalEntity(_ id: LegalEntity.ID) -> LegalEntity? {
    legalEntities?.first { $0.id == id }
  }

  /// The queue with this id.
  public func queue(_ id: Queue.ID) -> Queue? { queues.first { $0.id == id } }

  /// The pool that has this queue.
  public func pool(of queue: Queue.ID) -> QueuePool? {
    pools.first { $0.queues.contains(queue) }
  }

  /// The staff group with this id.
  public func staffGroup(_ id: StaffGroup.ID) -> StaffGroup? { staffGroups.first { $0.id == id } }

  /// The vendor with this id.
  public func vendor(_ id: Vendor.ID) -> Vendor? { vendors.first { $0.id == id } }
}

extension Scenario {
  /// Reads a scenario; one that was kept before there were pools and support roles has none.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try values.decode(String.self, forKey: .id),
      name: try values.decode(String.self, forKey: .name),
      question: try values.decode(String.self, forKey: .question),
      currency: try values.decode(Currency.self, forKey: .currency),
      timeZone: try values.decode(TimeZoneRules.self, forKey: .timeZone),
      calendar: try values.decode(HolidayCalendar.self, forKey: .calendar),
      slotLength: try values.decode(SlotLength.self, forKey: .slotLength),
      horizon: try values.decode(DateRange.self, forKey: .horizon),
      queues: try values.decode([Queue].self, forKey: .queues),
      sites: try values.decode([Site].self, forKey: .sites),
      staffGroups: try values.decode([StaffGroup].self, forKey: .staffGroups),
      vendors: try values.decode([Vendor].self, forKey: .vendors),
      events: try values.decode([PeakEvent].self, forKey: .events),
      policy: try values.decode(Policy.self, forKey: .policy),
      shifts: try values.decodeIfPresent(ShiftRules.self, forKey: .shifts),
      payRules: try values.decode([RulePack].self, forKey: .payRules),
      seed: try values.decode(UInt64.self, forKey: .seed),
      pools: try values.decodeIfPresent([QueuePool].self, forKey: .pools) ?? [],
      supportRoles: try values.decodeIfPresent([SupportRole].self, forKey: .supportRoles) ?? [])
    pins = try values.decodeIfPresent([PlanPin].self, forKey: .pins) ?? []
    legalEntities = try values.decodeIfPresent([LegalEntity].self, forKey: .legalEntities)
    bid = try values.decodeIfPresent(BidTerms.self, forKey: .bid)
  }
}
