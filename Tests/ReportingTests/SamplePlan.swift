import BusinessCalendar
import CapacityPlanning
import Contracts
import Costing
import Forecasting
import Planning
import Reporting
import Scenarios
import ShiftScheduling
import Staffing
import Units

/// A plan made by hand: eight weeks around a sale, two queues, one group, two vendors, a shortage in
/// the sale's week. Its numbers are chosen so that the sums can be done in the head.
enum SamplePlan {
  static let start = LocalDate(dayNumber: 20731)  // Monday 5 October 2026
  static let horizon = DateRange(start: start, days: 56)
  static let chat = Queue.ID("apparel-chat")
  static let voice = Queue.ID("voice")
  static let wuhan = StaffGroup.ID("wuhan")
  static let lingxi = Vendor.ID("lingxi")
  static let bluewater = Vendor.ID("bluewater")
  static let weeks = (0..<8).map { Week(start: start.adding(days: $0 * 7)) }
  /// The sale's week: 9 to 15 November.
  static let saleWeek = 5

  static func currency() -> Currency { Currency(code: "CNY") ?? currency() }

  static func plan(name: String = "Double 11 双十一", isShort: Bool = true) -> Plan {
    let scenario = scenario(name: name)
    return Plan(
      scenario: scenario, forecast: forecast(scenario), requirement: requirement(scenario),
      capacity: capacity(name: name, isShort: isShort), schedule: schedule(scenario),
      cost: cost(isShort: isShort))
  }

  // MARK: The scenario

  static func scenario(name: String) -> Scenario {
    Scenario(
      id: "double-11", name: name,
      question: "Which seats carry Double 11, and what do they cost?",
      currency: currency(), timeZone: TimeZoneRules(identifier: "Asia/Shanghai") ?? .utc,
      calendar: HolidayCalendar(id: "test", name: "No holidays", coverage: horizon, days: []),
      slotLength: .halfHour, horizon: horizon,
      queues: [queue(chat, "服饰在线咨询", .chat(concurrency: 6)), queue(voice, "Voice", .voice)],
      sites: [Site(id: .init("wuhan"), name: "Wuhan", seats: 400)],
      staffGroups: [group(name)],
      vendors: [vendor(lingxi, "灵犀外包"), vendor(bluewater, name)],
      events: [
        event("presale", "Presale", start.adding(days: 16), 20, hours: 4),
        event("sale", name, start.adding(days: 36), 20, hours: 30),
      ],
      policy: Policy(
        outsourcingLimits: [], missionCritical: [voice], maximumOutsourcedShare: nil,
        budget: Money(minorUnits: 500_000_000), endStrength: .zero, priceOfMissingHeadAtEnd: .zero),
      shifts: ShiftRules(
        types: [
          ShiftType(
            id: .init("late"), name: "Late 晚班", groups: [], vendors: [],
            earliestStart: clock(12), latestStart: clock(16), startEvery: WorkTime(minutes: 30),
            length: WorkTime(hours: 9),
            breaks: [
              .init(
                length: WorkTime(minutes: 60), earliest: WorkTime(hours: 3),
                latest: WorkTime(hours: 5), isPaid: false)
            ])
        ], restBetweenShifts: WorkTime(hours: 11), workDaysPerWeek: 5, scheduledDates: []),
      payRules: [], seed: 11)
  }

  static func clock(_ hour: Int) -> LocalTime { LocalTime(hour: hour) ?? .midnight }

  static func queue(_ id: Queue.ID, _ name: String, _ channel: Channel) -> Queue {
    Queue(
      id: id, name: name, channel: channel, openingHours: .always,
      target: .answered(share: .percent(80), within: .seconds(20)),
      maximumOccupancy: .percent(85), patience: nil, handleTime: .seconds(360),
      minimumPositions: .zero,
      demand: .history(IntervalHistory(intervalMinutes: 30, intervals: [], file: "history.csv")),
      lostContactPrice: Money(minorUnits: 1500))
  }

  private static func group(_ name: String) -> StaffGroup {
    StaffGroup(
      id: wuhan, name: name == "Double 11 双十一" ? "Wuhan 武汉" : name, site: nil,
      skills: [chat, voice], contractHours: WorkTime(hours: 40),
      wage: .monthly(Money(minorUnits: 600_000)), employerOnCost: .percent(30),
      headcount: [TenureHeads(tenureWeeks: 52, heads: Headcount(400))],
      shrinkage: Shrinkage(
        inOffice: .percent(12), outOfOffice: .percent(10), combination: .sequential),
      scheduleEfficiency: .percent(92), attrition: Attrition(bands: [], waves: []),
      hiring: HiringRules(
        recruitingLeadWeeks: 2, minimumClassSize: 8, maximumClassSize: 24,
        classCalendar: .every(weeks: 1), trainers: 3, trainingWeeks: 1, nestingWeeks: 1,
        ramp: RampCurve(weekly: [.percent(40), .percent(65), .percent(85)]),
        washOut: .percent(10), costPerHire: Money(minorUnits: 200_000),
        costPerClass: Money(minorUnits: 300_000)), overtime: nil)
  }

  private static func vendor(_ id: Vendor.ID, _ name: String) -> Vendor {
    Vendor(
      id: id, name: name, skills: [chat],
      terms: ContractTerms(
        price: PriceItem(
          unit: .productiveHour, rate: UnitPrice(Money(minorUnits: 3_800)))), noticeWeeks: 1,
      rampPerWeek: Headcount(20), minimumSeats: .zero, maximumSeats: Headcount(80),
      hoursPerSeat: WorkTime(hours: 40), initialSeats: .zero, proficiency: .percent(90),
      language: nil)
  }

  private static func event(
    _ id: String, _ name: String, _ date: LocalDate, _ hour: Int, hours: Int
  ) -> PeakEvent {
    PeakEvent(
      id: .init(id), name: name, platform: "Tmall", year: 2026, wave: 1, phase: "sale",
      start: date.at(clock(hour)), window: .seconds(hours * 3600), shape: .flat, lifts: [],
      source: "chosen", notified: date.adding(days: -30))
  }

  // MARK: Demand

  /// Positions of the chat queue by half hour: nobody before 8:00, a hill in the evening, three
  /// times as much in the sale's week.
  static func positions(_ day: Int, _ slot: Int) -> Double {
    guard slot >= 16 else { return 0 }
    let evening = max(0, 12 - abs(slot - 40)) * 5
    let base = 60 + Double(evening)
    return day / 7 == saleWeek ? base * (day % 7 == 1 || day % 7 == 2 ? 3 : 1.5) : base
  }

  static func forecast(_ scenario: Scenario) -> DemandForecast {
    let grid = scenario.grid
    let volume = chatPositions(grid).map { ContactVolume($0 * 10) }
    return DemandForecast(
      grid: grid,
      queues: scenario.queues.map { queue in
        let part = queue.id == chat ? volume : volume.map { $0 * 0.1 }
        return QueueForecast(
          queue: queue.id, method: "weekly level and intraday profile of 52 weeks",
          baseVolume: part, eventEffects: [], volume: part,
          handleTime: part.map { _ in .seconds(360) }, dayFactorSpread: .zero)
      })
  }

  static func chatPositions(_ grid: PlanningGrid) -> [Double] {
    (0..<56).flatMap { day in (0..<48).map { positions(day, $0) } }
  }

  static func requirement(_ scenario: Scenario) -> StaffingRequirement {
    let grid = scenario.grid
    return StaffingRequirement(
      grid: grid,
      queues: scenario.queues.map { queue in
        let share = queue.id == chat ? 1 : 0.1
        let values = chatPositions(grid).map { $0 * share }
        return QueueRequirement(
          queue: queue.id, method: "Erlang C, 80 % answered within 20 s",
          volume: values.map { ContactVolume($0 * 10) }, load: values.map { Erlangs($0 * 0.8) },
          positions: values.map { Positions($0) },
          driver: values.map { $0 > 0 ? .serviceLevel : .none },
          serviceLevel: values.map { $0 > 0 ? .percent(81) : nil },
          occupancy: values.map { $0 > 0 ? .percent(80) : .zero })
      })
  }
}
