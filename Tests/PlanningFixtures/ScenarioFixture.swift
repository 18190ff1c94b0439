public import BusinessCalendar
public import PayRules
public import Scenarios
public import Staffing
public import Units

/// A small scenario for tests, with numbers that can be added up by hand: every part has a plain
/// default, and a test changes only what it speaks of.
///
/// By default four weeks from Monday 2026-06-01 without a holiday, in yuan, with the Chinese
/// standard pay rules, and nothing in it.
public struct ScenarioFixture: Sendable {
  /// The scenario's id.
  public var id = "fixture"
  /// The first day.
  public var start: LocalDate
  /// Whole weeks.
  public var weeks: Int
  /// The length of an interval.
  public var slotLength = SlotLength.hour
  /// Statutory holidays; all other days are working days or weekends.
  public var holidays: [LocalDate] = []
  /// Days that the calendar has swapped: bridge days, make-up workdays.
  public var otherDays: [CalendarDay] = []
  /// The currency's code.
  public var currency = "CNY"
  /// The queues.
  public var queues: [QueueFixture] = []
  /// The sites.
  public var sites: [Site] = []
  /// The staff groups.
  public var groups: [GroupFixture] = []
  /// The vendors.
  public var vendors: [VendorFixture] = []
  /// The events.
  public var events: [PeakEvent] = []
  /// Limits of the share that vendors may take.
  public var outsourcingLimits: [Policy.OutsourcingLimit] = []
  /// Queues that stay in house.
  public var missionCritical: [Queue.ID] = []
  /// The most that vendors may take of everything.
  public var maximumOutsourcedShare: Share?
  /// The budget.
  public var budget: Money?
  /// What money above the budget weighs; `nil` for a budget that is a limit.
  public var overBudget: Share?
  /// Deferred queues whose work may wait over a week's end.
  public var carriedQueues: [Queue.ID]?
  /// The busiest hours.
  public var peakHours: PeakHours?
  /// The strength asked for at the end; none by default.
  public var endStrength = Share.zero
  /// What a head costs that is missing at the end.
  public var priceOfMissingHeadAtEnd = Money.zero
  /// Shift rules.
  public var shifts: ShiftRules?
  /// People who are no agents.
  public var supportRoles: [SupportRole] = []
  /// The employers in law.
  public var legalEntities: [LegalEntity]?
  /// The pay rules.
  public var payRules: [RulePack]

  /// An empty scenario of `weeks` weeks.
  public init(start: String = "2026-06-01", weeks: Int = 4) {
    self.start = LocalDate(iso: start) ?? .epoch
    self.weeks = weeks
    payRules = RulePack.bundled.filter { $0.id == "china-standard" }
  }

  /// The scenario.
  public var scenario: Scenario {
    var scenario = plainScenario
    scenario.legalEntities = legalEntities
    return scenario
  }

  private var plainScenario: Scenario {
    let range = DateRange(start: start, days: weeks * 7)
    let calendar = HolidayCalendar(
      id: "fixture", name: "Fixture", coverage: range,
      days: holidays.map { CalendarDay(date: $0, kind: .statutoryHoliday, name: "Holiday") }
        + otherDays)
    return Scenario(
      id: id, name: "Fixture", question: "What does it take?",
      currency: Currency(code: currency) ?? ScenarioFixture.anyCurrency, timeZone: .utc,
      calendar: calendar, slotLength: slotLength, horizon: range, queues: queues.map(\.queue),
      sites: sites, staffGroups: groups.map(\.group), vendors: vendors.map(\.vendor),
      events: events,
      policy: Policy(
        outsourcingLimits: outsourcingLimits, missionCritical: missionCritical,
        maximumOutsourcedShare: maximumOutsourcedShare, budget: budget, endStrength: endStrength,
        priceOfMissingHeadAtEnd: priceOfMissingHeadAtEnd, overBudget: overBudget,
        carriedQueues: carriedQueues, peakHours: peakHours),
      shifts: shifts, payRules: payRules, seed: 1, supportRoles: supportRoles)
  }

  /// What the queues need: each queue's hours of a week spread evenly over its opening hours.
  public var requirement: StaffingRequirement {
    let grid = scenario.grid
    return StaffingRequirement(
      grid: grid, queues: queues.map { $0.requirement(on: grid) })
  }

  private static let anyCurrency: Currency = {
    for code in Currency.knownCodes {
      if let currency = Currency(code: code) { return currency }
    }
    preconditionFailure("PeakPlan knows no currency")
  }()
}

/// A queue of a fixture.
public struct QueueFixture: Sendable {
  /// The queue's id.
  public var id: Queue.ID
  /// The channel.
  public var channel = Channel.voice
  /// The mean time of a contact: 6 minutes, so that an hour holds ten.
  public var handleTime = Duration.seconds(360)
  /// What a lost contact costs.
  public var lostContactPrice = Money(minorUnits: 1000)
  /// Opening and closing time of every day.
  public var opens = 9
  /// The closing hour.
  public var closes = 17
  /// The days of the week, from Monday on, on which it is open.
  public var openDays = 7
  /// What is known of its requirement; `nil` for the plain one of its target.
  public var staffing: QueueStaffing?
  /// What is promised; 80 % within 20 seconds by default.
  public var target = ServiceTarget.answered(share: .percent(80), within: .seconds(20))
  /// Hours of the day that need so many times the others' positions; the week's hours stay.
  public var spikes: [Int: Double] = [:]
  /// Net hours that each week needs; the last goes on.
  public var weeklyHours: [Double]

  /// Notices that save its contacts.
  public var notices: [QueueNotice] = []

  /// What its contacts take in fact, where that differs from `handleTime`.
  public var countedHandleTime: Duration?

  /// A queue that needs `weeklyHours` net hours a week.
  public init(_ id: String, weeklyHours: [Double]) {
    self.id = Queue.ID(id)
    self.weeklyHours = weeklyHours
  }

  /// The queue.
  public var queue: Queue {
    let from = LocalTime(hour: opens) ?? .midnight
    let until = LocalTime(hour: closes) ?? .endOfDay
    return Queue(
      id: id, name: id.rawValue, channel: channel,
      openingHours: OpeningHours(
        stretches: Weekday.allCases.prefix(openDays).map {
          OpeningHours.Stretch(weekday: $0, from: from, until: until)
        }),
      target: target, maximumOccupancy: .whole,
      patience: nil, handleTime: handleTime, minimumPositions: .zero,
      demand: .forecast(IntervalHistory(intervalMinutes: 60, intervals: [], file: "none.csv")),
      lostContactPrice: lostContactPrice,
      staffing: staffing ?? (notices.isEmpty ? nil : QueueStaffing(notices: notices)))
  }

  func requirement(on grid: PlanningGrid) -> QueueRequirement {
    let queue = queue
    let slotHours = grid.slotLength.duration.inHours
    let open = grid.slots.map { queue.openingHours.isOpen(on: $0.date, at: $0.start) }
    var positions = [Double](repeating: 0, count: grid.slotCount)
    for week in grid.weeks.indices {
      let slots = grid.slotIndices(ofWeek: week)
      let openSlots = slots.filter { open[$0] }
      let hours = weeklyHours.isEmpty ? 0 : weeklyHours[min(week, weeklyHours.count - 1)]
      guard !openSlots.isEmpty else { continue }
      let weights = openSlots.map { spikes[grid.slots[$0].start.hour] ?? 1 }
      let all = weights.reduce(0, +)
      for (slot, weight) in zip(openSlots, weights) {
        positions[slot] = hours * weight / all / slotHours
      }
    }
    let perHour = 3600 / max(1, (countedHandleTime ?? handleTime).inSeconds)
    return QueueRequirement(
      queue: id, method: "fixture",
      volume: positions.map { ContactVolume($0 * perHour * slotHours) },
      handleTime: countedHandleTime.map { Array(repeating: $0, count: positions.count) } ?? [],
      load: positions.map(Erlangs.init), positions: positions.map(Positions.init),
      driver: positions.map { $0 > 0 ? .serviceLevel : .none },
      serviceLevel: positions.map { $0 > 0 ? .percent(80) : nil },
      occupancy: positions.map { $0 > 0 ? .whole : .zero })
  }
}

/// A staff group of a fixture: 40 hours a week, no shrinkage, nobody leaves, nobody is hired, no
/// overtime, 40.00 an hour without contributions.
public struct GroupFixture: Sendable {
  /// The group's id.
  public var id: StaffGroup.ID
  /// The site.
  public var site: Site.ID?
  /// The queues.
  public var skills: [Queue.ID]
  /// Hours a week.
  public var contractHours = WorkTime(hours: 40)
  /// Pay.
  public var wage = Wage.hourly(HourlyRate(perHour: UnitPrice(Money(minorUnits: 4000))))
  /// Contributions.
  public var employerOnCost = Share.zero
  /// Who is there, by tenure.
  public var headcount: [TenureHeads]
  /// Shrinkage.
  public var shrinkage = Shrinkage(inOffice: .zero, outOfOffice: .zero, combination: .sequential)
  /// Schedule efficiency.
  public var scheduleEfficiency = Share.whole
  /// Attrition.
  public var attrition = Attrition(bands: [], waves: [])
  /// Hiring.
  public var hiring: HiringRules?
  /// Overtime.
  public var overtime: OvertimeRules?
  /// What is said beyond this.
  public var rules: StaffRules?

  /// A group of `heads` experienced people.
  public init(_ id: String, skills: [String], heads: Double) {
    self.id = StaffGroup.ID(id)
    self.skills = skills.map { Queue.ID($0) }
    headcount = [TenureHeads(tenureWeeks: 52, heads: Headcount(heads))]
  }

  /// The group.
  public var group: StaffGroup {
    var group = StaffGroup(
      id: id, name: id.rawValue, site: site, skills: skills, contractHours: contractHours,
      wage: wage, employerOnCost: employerOnCost, headcount: headcount, shrinkage: shrinkage,
      scheduleEfficiency: scheduleEfficiency, attrition: attrition, hiring: hiring,
      overtime: overtime)
    group.rules = rules
    return group
  }
}

extension HiringRules {
  /// Hiring for tests: no lead, classes of 1 to 10 every week, one trainer, one week of training,
  /// no nesting, no ramp, no wash-out, 100.00 a hire and 500.00 a class.
  public static func fixture(
    lead: Int = 0, sizes: ClosedRange<Int> = 1...10, calendar: ClassCalendar = .every(weeks: 1),
    trainers: Int = 1, training: Int = 1, nesting: Int = 0, ramp: [Double] = [],
    washOut: Double = 0, costPerHire: Int64 = 10_000, costPerClass: Int64 = 50_000
  ) -> HiringRules {
    HiringRules(
      recruitingLeadWeeks: lead, minimumClassSize: sizes.lowerBound,
      maximumClassSize: sizes.upperBound, classCalendar: calendar, trainers: trainers,
      trainingWeeks: training, nestingWeeks: nesting,
      ramp: RampCurve(weekly: ramp.map { Share($0) }), washOut: Share(washOut),
      costPerHire: Money(minorUnits: costPerHire), costPerClass: Money(minorUnits: costPerClass))
  }
}

extension OvertimeRules {
  /// Everybody agrees to overtime, at full speed.
  public static let everybody = OvertimeRules(
    takeUp: .whole, maximumPerWeek: nil, productivity: .whole)
}
