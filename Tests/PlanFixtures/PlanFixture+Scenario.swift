internal import BusinessCalendar
public import Contracts
public import PayRules
public import Scenarios
public import Units

extension PlanFixture {
  /// The scenario. With another `demand`, the chat's volume comes from there; with another
  /// `vendor`, it takes the place of the one; in another `currency`, the minor units are the same;
  /// with other `payRules`, China's are left out.
  public static func scenario(
    demand: DemandSource? = nil, vendor: Vendor = vendor(), currency: Currency = currency,
    payRules: [RulePack]? = nil
  ) -> Scenario {
    Scenario(
      id: "national-day", name: "National day", question: "Who answers over the “golden week”?",
      currency: currency, timeZone: zone, calendar: calendar, slotLength: .hour,
      horizon: DateRange(start: firstDay, days: 14),
      queues: [chatQueue(demand ?? .history(history)), casesQueue],
      sites: [Site(id: Identifier("wuhan"), name: "Wuhan", seats: 8)],
      staffGroups: [wuhanGroup, eveningGroup], vendors: [vendor],
      events: [
        PeakEvent(
          id: Identifier("presale"), name: "Presale 预售", platform: "tmall", year: 2026, wave: 1,
          phase: "presale", start: moment("2026-09-30T20:00"), window: .seconds(3 * 3600),
          shape: .decay(halfLife: .seconds(3600)),
          lifts: [.init(queue: chat, extraVolume: Share(3), handleTimeChange: .percent(10))],
          source: "chosen", notified: date("2026-09-01"))
      ],
      policy: Policy(
        outsourcingLimits: [.init(queue: chat, share: .percent(40))], missionCritical: [cases],
        maximumOutsourcedShare: .percent(30), budget: yuan("200000.00"), endStrength: .percent(90),
        priceOfMissingHeadAtEnd: yuan("6000.00")),
      shifts: ShiftRules(
        types: [
          ShiftType(
            id: Identifier("day"), name: "Day", groups: [wuhan], vendors: [changsha],
            earliestStart: time(7), latestStart: time(11), startEvery: WorkTime(minutes: 60),
            length: WorkTime(minutes: 540),
            breaks: [
              .init(
                length: WorkTime(minutes: 60), earliest: WorkTime(minutes: 180),
                latest: WorkTime(minutes: 300), isPaid: false)
            ])
        ], restBetweenShifts: WorkTime(minutes: 660), workDaysPerWeek: 5, scheduledDates: []),
      payRules: payRules ?? RulePack.bundled.filter { $0.id == "china-standard" }, seed: 7)
  }

  /// A vendor at 52.00 an hour, twice on holidays, 620 hours a month committed, 20,000.00 set-up.
  public static func vendor(
    id: String = "changsha", commitmentPer unit: PricingUnit = .productiveHour
  ) -> Vendor {
    let rate = UnitPrice(yuan("52.00"))
    return Vendor(
      id: Identifier(id), name: "Changsha", skills: [chat],
      terms: ContractTerms(
        price: PriceItem(unit: .productiveHour, rate: rate),
        furtherPrices: [PriceItem(unit: .loggedHour, rate: rate)],
        surcharges: [Surcharge(.holiday, .double)],
        commitment: Commitment(unit: unit, timePerMonth: WorkTime(hours: 620)),
        setup: SetupFee(yuan("20000.00"))),
      noticeWeeks: 0, rampPerWeek: Headcount(10), minimumSeats: Headcount(2),
      maximumSeats: Headcount(20), hoursPerSeat: WorkTime(hours: 40), initialSeats: .zero,
      proficiency: .percent(88), language: "zh")
  }

  static func time(_ hour: Int) -> LocalTime { LocalTime(hour: hour) ?? .midnight }

  private static let opening = OpeningHours(
    stretches: Weekday.allCases.map { .init(weekday: $0, from: time(8), until: time(22)) })

  private static func chatQueue(_ demand: DemandSource) -> Queue {
    Queue(
      id: chat, name: "Orders chat", channel: .chat(concurrency: 3), openingHours: opening,
      target: .answered(share: .percent(80), within: .seconds(30)),
      maximumOccupancy: .percent(85), patience: .seconds(60), handleTime: .seconds(240),
      minimumPositions: Positions(1), demand: demand, lostContactPrice: yuan("12.00"))
  }

  private static var casesQueue: Queue {
    Queue(
      id: cases, name: "Refund cases", channel: .deferred, openingHours: opening,
      target: .done(within: .seconds(86_400)), maximumOccupancy: .percent(95), patience: nil,
      handleTime: .milliseconds(600_500), minimumPositions: .zero,
      demand: .drivers(
        DemandDrivers(
          orders: (-2..<14).map {
            .init(date: firstDay.adding(days: $0), orders: ContactVolume(1000))
          }, file: "orders.csv",
          intents: [
            .init(
              id: Identifier("refund"), contactRate: .percent(3),
              lag: [.init(days: 0, share: Share(0.25)), .init(days: 2, share: Share(0.75))],
              robotContainment: .percent(60))
          ],
          hourlyProfile: Array(repeating: Share(1.0 / 24), count: 24))),
      lostContactPrice: yuan("20.00"))
  }

  /// Three intervals, one without a handle time, one in the doubled hour of an autumn.
  public static let history = IntervalHistory(
    intervalMinutes: 30,
    intervals: [
      .init(
        start: moment("2025-09-22T08:00"), offered: ContactVolume(12.5),
        handleTime: .seconds(240) + .nanoseconds(333)),
      .init(start: moment("2025-09-22T08:30"), offered: .zero, handleTime: nil),
      .init(
        start: moment("2025-10-26T01:30 fold 1"), offered: ContactVolume(1.0 / 3),
        handleTime: .seconds(251)),
    ], file: "history.csv")

  private static let attrition = Attrition(
    bands: [
      .init(fromTenureWeeks: 0, perWeek: .percent(1.5), stated: "6 % per month"),
      .init(fromTenureWeeks: 13, perWeek: .percent(0.5), stated: "2 % per month"),
    ], waves: [.init(date: date("2026-10-01"), share: .percent(5), reason: "after the bonus")])

  private static var wuhanGroup: StaffGroup {
    StaffGroup(
      id: wuhan, name: "Wuhan", site: Identifier("wuhan"), skills: [chat, cases],
      contractHours: WorkTime(hours: 40), wage: .monthly(yuan("6000.00")),
      employerOnCost: .percent(32),
      headcount: [
        .init(tenureWeeks: 4, heads: Headcount(2)), .init(tenureWeeks: 60, heads: Headcount(7)),
      ],
      shrinkage: Shrinkage(
        inOffice: .percent(12), outOfOffice: .percent(10), combination: .sequential),
      scheduleEfficiency: .percent(90), attrition: attrition,
      hiring: HiringRules(
        recruitingLeadWeeks: 0, minimumClassSize: 2, maximumClassSize: 12,
        classCalendar: .every(weeks: 1), trainers: 1, trainingWeeks: 1, nestingWeeks: 1,
        ramp: RampCurve(weekly: [.percent(50), .percent(80)]), washOut: .percent(8),
        costPerHire: yuan("1500.00"), costPerClass: yuan("6000.00")),
      overtime: OvertimeRules(
        takeUp: .percent(70), maximumPerWeek: WorkTime(hours: 8), productivity: .percent(92)))
  }

  private static var eveningGroup: StaffGroup {
    StaffGroup(
      id: evenings, name: "Evenings", site: nil, skills: [cases],
      contractHours: WorkTime(hours: 30),
      wage: .hourly(HourlyRate(perHour: UnitPrice(yuan("30.00")))), employerOnCost: .percent(10),
      headcount: [.init(tenureWeeks: 30, heads: Headcount(4))],
      shrinkage: Shrinkage(
        inOffice: .percent(10), outOfOffice: .percent(5), combination: .additive),
      scheduleEfficiency: .whole, attrition: Attrition(bands: [], waves: []), hiring: nil,
      overtime: nil)
  }
}
