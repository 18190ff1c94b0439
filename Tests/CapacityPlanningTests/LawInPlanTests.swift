import BusinessCalendar
import CapacityPlanning
import PayRules
import PlanningFixtures
import Scenarios
import Testing
import Units

/// Laws that take effect within a plan, and calendars that are changed, with pencil and paper.
@Suite("The law of each day, in the plan")
struct LawInPlanTests {
  /// Rules by dates: eight hours a day, three of overtime a day at `overtime`, `month` hours a month.
  private func pack(
    from: String, until: String? = nil, overtime: String = "1.5", month: String = "36"
  ) throws -> RulePack {
    let end = until.map { "\"effective-to\": \"\($0)\"," } ?? ""
    return try PaySystem.read(
      json: """
        {"id": "own", "name": "Own", "jurisdiction": "CN", "contract": "standard",
         "effective-from": "\(from)", \(end)
         "sources": [{"key": "s", "title": "Handbook", "evidence": "read"}],
         "holidays": {"types": ["statutory"]},
         "classes": [
           {"code": "HOL", "when": {"holiday": ["statutory"]}, "multiplier": "3",
            "sentence": "holidays", "source": "s"},
           {"code": "LONG", "when": {"role": ["work"], "beyond": {"day": "8"}},
            "multiplier": "\(overtime)", "counts": ["day"], "sentence": "long days", "source": "s"},
           {"code": "BASE", "pays": "base", "counts": ["day"], "sentence": "base", "source": "s"}],
         "caps": [
           {"code": "DAY", "measure": "day", "limit": "3", "classes": ["LONG"],
            "sentence": "three hours", "source": "s"},
           {"code": "MONTH", "measure": "month", "limit": "\(month)", "classes": ["LONG"],
            "sentence": "a month", "source": "s"}]}
        """
    ).planningPack()
  }

  /// One person of 40 hours at 40.00, willing to work overtime, who is needed for `hours`.
  private func one(_ start: String, needs hours: [Double], under packs: [RulePack])
    -> ScenarioFixture
  {
    var fixture = ScenarioFixture(start: start, weeks: hours.count)
    fixture.queues = [QueueFixture("calls", weeklyHours: hours)]
    fixture.groups = [GroupFixture("team", skills: ["calls"], heads: 1)]
    fixture.groups[0].overtime = .everybody
    fixture.payRules = packs
    // An hour short costs 200.00 and more.
    fixture.queues[0].lostContactPrice = Money(minorUnits: 2_000)
    return fixture
  }

  private func hours(_ plan: CapacityPlan, from: String?) -> Double {
    plan.groups[0].weeks[0].overtime.filter { $0.from?.description == from }
      .map(\.paidTime.hours).reduce(0, +)
  }

  @Test("A law that takes effect on a Thursday prices the week's hours from Thursday on")
  func midweek() throws {
    func plan(doubleFrom date: String) throws -> CapacityPlan {
      try bestPlan(
        one(
          "2026-06-01", needs: [50],
          under: [
            pack(from: "2020-01-01", until: date, month: "60"),
            pack(from: date, overtime: "2", month: "60"),
          ]))
    }
    // Three of seven days at 60.00: three hours on 5 × 3/7 days; the rest of ten hours at 80.00.
    let midweek = try plan(doubleFrom: "2026-06-04")
    let early = 15.0 * 3 / 7
    #expect(agree(hours(midweek, from: nil), early))
    #expect(agree(hours(midweek, from: "2026-06-04"), 10 - early))
    #expect(agree(midweek.part("overtime"), early * 60 + (10 - early) * 80))
    // From the next week on: nothing of this plan. From its first day: all of it.
    #expect(agree(try plan(doubleFrom: "2026-06-08").part("overtime"), 600))
    #expect(agree(try plan(doubleFrom: "2026-06-01").part("overtime"), 800))
  }

  @Test("A week over a month's end has each day under its own month's limit and its own law")
  func monthsEnd() throws {
    // 29 and 30 June, 1 to 5 July. June's two days bring 30 × 2/30 = 2 hours.
    let june = try pack(from: "2020-01-01", until: "2026-07-01", month: "30")
    // July's five days bring 62 × 5/31 = 10 hours under the new law.
    let july = try pack(from: "2026-07-01", month: "62")
    let plan = try bestPlan(one("2026-06-29", needs: [60], under: [june, july]))
    #expect(agree(hours(plan, from: nil), 2))
    #expect(agree(hours(plan, from: "2026-07-01"), 10))
    // Under the old one alone 5/7 of all are July's, at most 30 × 5/31.
    let old = try bestPlan(
      one("2026-06-29", needs: [60], under: [try pack(from: "2020-01-01", month: "30")]))
    #expect(agree(old.overtimeHours, 30 * 5 / 31 * 7 / 5))
  }

  @Test("A limit that changes within a month is each day's part of its own")
  func monthOfTwoLaws() throws {
    let packs = [
      try pack(from: "2020-01-01", until: "2026-06-08", month: "30"),
      try pack(from: "2026-06-08", month: "15"),
    ]
    // 7 days of 30 hours and 7 of 15: 7 + 3.5 for both weeks, of which 15 hours are wanted in each.
    let plan = try bestPlan(one("2026-06-01", needs: [55, 55], under: packs))
    #expect(agree(plan.overtimeHours, 10.5))
  }

  @Test("A holiday that is moved takes its day, its hours and its pay along")
  func movedHoliday() throws {
    func plan(holiday: String?) throws -> CapacityPlan {
      var fixture = one("2026-06-01", needs: [35, 35], under: [try pack(from: "2020-01-01")])
      fixture.holidays = holiday.flatMap { LocalDate(iso: $0) }.map { [$0] } ?? []
      return try bestPlan(fixture)
    }
    #expect(try plan(holiday: nil).overtimeHours == 0)
    for (day, week) in [("2026-06-03", 0), ("2026-06-10", 1)] {
      let moved = try plan(holiday: day)
      // 30 of the 35 hours fall on the other days, on which 40 × 6/7 are worked; the holiday's 5 are
      // paid three times.
      let hours = moved.groups[0].weeks.map { $0.overtime.map(\.paidTime.hours).reduce(0, +) }
      #expect(hours == (week == 0 ? [5, 0] : [0, 5]))
      #expect(agree(moved.part("holiday-work"), 5 * 120))
    }
  }

  @Test("Rules that are alike but for the month's standard days are one law")
  func alike() throws {
    // China's standard month changed on 1 January 2025, a Wednesday; overtime did not.
    let china = RulePack.bundled.filter { $0.id == "china-standard" }
    #expect(china.count == 2)
    let plan = try bestPlan(one("2024-12-30", needs: [46], under: china))
    #expect(plan.groups[0].weeks[0].overtime.map(\.from) == [nil])
    #expect(agree(plan.part("overtime"), 6 * 60))
  }

  @Test("People who follow the calendar work on make-up workdays and are off on bridge days")
  func makeUpWorkday() throws {
    func plan(_ swapped: [String: DayKind]) throws -> CapacityPlan {
      var fixture = one("2026-06-01", needs: [48, 32], under: [try pack(from: "2020-01-01")])
      fixture.groups[0].rules = StaffRules()
      fixture.groups[0].rules?.worksByCalendar = true
      fixture.otherDays = swapped.compactMap { day, kind in
        LocalDate(iso: day).map { CalendarDay(date: $0, kind: kind, name: "Swapped") }
      }
      return try bestPlan(fixture)
    }
    // Eight of 48 hours are overtime.
    #expect(agree(try plan([:]).overtimeHours, 8))
    // Saturday the 6th is worked in the place of Monday the 8th: 48 and 32 hours.
    let swapped = try plan(["2026-06-06": .makeUpWorkday, "2026-06-08": .restDay])
    #expect(swapped.overtimeHours == 0)
    #expect(swapped.shortages.isEmpty)
    #expect(swapped.groups[0].weeks.map(\.regularNetTime.hours) == [48, 32])
    // A rota has its rest days anyway: it knows no swapped days.
    var rota = one("2026-06-01", needs: [48, 32], under: [try pack(from: "2020-01-01")])
    rota.otherDays = [
      CalendarDay(
        date: try #require(LocalDate(iso: "2026-06-06")), kind: .makeUpWorkday, name: "Swapped")
    ]
    #expect(agree(try bestPlan(rota).overtimeHours, 8))
  }

  @Test("Work on bridge days is rest-day work, of which one day in seven stays free")
  func bridgeDays() throws {
    var fixture = one("2026-06-01", needs: [40], under: RulePack.bundled)
    fixture.groups[0].rules = StaffRules()
    fixture.groups[0].rules?.worksByCalendar = true
    // Four days off between two weekends: one workday, on which 11 hours can be worked.
    fixture.otherDays = ["2026-06-01", "2026-06-02", "2026-06-03", "2026-06-04"].compactMap {
      LocalDate(iso: $0).map { CalendarDay(date: $0, kind: .restDay, name: "Bridge") }
    }
    let plan = try bestPlan(fixture)
    // 8 hours of the contract, 3 of overtime, and the rest on rest days: 29 of five times 8; but the
    // month's 36 hours are 36 × 7/30 = 8.4 this week, and both kinds count.
    #expect(agree(plan.overtimeHours, 8.4))
    #expect(agree(plan.overtime("CN_OT150"), 3))
    #expect(agree(plan.overtime("CN_REST200"), 5.4))
  }

  /// Rules by dates: `day` hours a day, a rest day's work at `rest` or for time off.
  private func resting(
    from: String, until: String? = nil, day: String = "8", rest: String = "2"
  ) throws -> RulePack {
    let end = until.map { "\"effective-to\": \"\($0)\"," } ?? ""
    return try PaySystem.read(
      json: """
        {"id": "own", "name": "Own", "jurisdiction": "CN", "contract": "standard",
         "effective-from": "\(from)", \(end)
         "sources": [{"key": "s", "title": "Handbook", "evidence": "read"}],
         "classes": [
           {"code": "LIEU", "when": {"role": ["rest"], "time-off": true}, "multiplier": "0",
            "owes-time-off": true, "counts": ["day"], "sentence": "time off", "source": "s"},
           {"code": "REST", "when": {"role": ["rest"]}, "multiplier": "\(rest)",
            "counts": ["day"], "sentence": "rest days", "source": "s"},
           {"code": "LONG", "when": {"role": ["work"], "beyond": {"day": "\(day)"}},
            "multiplier": "1.5", "counts": ["day"], "sentence": "long days", "source": "s"},
           {"code": "BASE", "pays": "base", "counts": ["day"], "sentence": "base", "source": "s"}],
         "caps": [
           {"code": "DAY", "measure": "day", "limit": "3", "classes": ["LONG"],
            "sentence": "three hours", "source": "s"}]}
        """
    ).planningPack()
  }

  @Test("Time off that is owed at the end is paid by the law of the last day")
  func owedAtEnd() throws {
    func plan(dearerFrom date: String) throws -> CapacityPlan {
      var fixture = one(
        "2026-06-01", needs: [40, 63],
        under: [
          try resting(from: "2020-01-01", until: date),
          try resting(from: date, rest: "2.5"),
        ])
      fixture.groups[0].overtime?.timeOffWithinWeeks = 3
      return try bestPlan(fixture)
    }
    // The rest day's eight hours: three sevenths are paid at once at 80.00; the others cost 100.00,
    // at once or when they are owed at the end.
    let paid = 8.0 * (3 * 80 + 4 * 100) / 7
    #expect(agree(try plan(dearerFrom: "2026-06-11").part("rest-day-work"), paid))
    #expect(agree(try plan(dearerFrom: "2026-06-15").part("rest-day-work"), 640))
    // On the last day alone: what is owed is dearer than what is paid on the six before it.
    let last = 8.0 * (6 * 80 + 1 * 100) / 7
    #expect(agree(try plan(dearerFrom: "2026-06-14").part("rest-day-work"), last))
  }

  @Test("An hour of voluntary time off saves the mean of its week's days")
  func undertime() throws {
    var fixture = one(
      "2026-06-01", needs: [20],
      under: [
        try resting(from: "2020-01-01", until: "2026-06-04"),
        try resting(from: "2026-06-04", day: "7.5"),
      ])
    // 40.00 an hour over 21.75 days of eight hours, 42.67 of seven and a half.
    fixture.groups[0].wage = .monthly(Money(minorUnits: 696_000))
    fixture.groups[0].rules = StaffRules()
    fixture.groups[0].rules?.undertime = Undertime(
      takeUp: .whole, mostPerWeek: WorkTime(hours: 10), paid: .zero)
    let mean = (3.0 * 40 + 4 * 128 / 3) / 7
    #expect(agree(try bestPlan(fixture).part("undertime"), -10 * mean))
    let week = try #require(fixture.scenario.grid.weeks.first)
    #expect(
      fixture.scenario.dailyHours(in: week) == WorkTime(seconds: (3 * 28_800 + 4 * 27_000) / 7))
  }
}
