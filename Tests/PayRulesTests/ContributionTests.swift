import BusinessCalendar
import PayRules
import Testing
import Units

@Suite("Contributions, permits, and the two ways to pay a standard month")
struct ContributionTests {
  @Test("The base is last year's average between the city's floor and cap")
  func base() throws {
    let start = try #require(LocalDate(iso: "2025-07-01"))
    let source = RuleSource(title: "A city's notice", evidence: .assumption)
    let city = try #require(
      ContributionBase(
        city: "Somewhere", effectiveFrom: start, floor: Money(minorUnits: 400_000),
        cap: Money(minorUnits: 2_000_000), source: source))
    #expect(city.base(lastYearsAverage: Money(minorUnits: 300_000)) == Money(minorUnits: 400_000))
    #expect(city.base(lastYearsAverage: Money(minorUnits: 555_555)) == Money(minorUnits: 555_555))
    #expect(
      city.base(lastYearsAverage: Money(minorUnits: 9_000_000)) == Money(minorUnits: 2_000_000))
    // 5555.55 × 27 % = 1499.9985, to the cent 1500.00.
    let rate = Multiplier(percent: 27)
    #expect(
      city.contribution(lastYearsAverage: Money(minorUnits: 555_555), at: rate)
        == Money(minorUnits: 150_000))
    #expect(
      ContributionBase(
        city: "Nowhere", effectiveFrom: start, floor: Money(minorUnits: 2), cap: .zero,
        source: source) == nil)
  }

  @Test("Without a permit for the post and the day, the standard rules hold")
  func permits() throws {
    let from = try #require(LocalDate(iso: "2026-01-01"))
    let to = try #require(LocalDate(iso: "2027-01-01"))
    let permit = WorkingTimePermit(
      number: "17", system: "china-comprehensive", posts: ["agent"], from: from, to: to)
    func id(_ post: String, _ date: LocalDate) -> String {
      PaySystem.id(post: post, on: date, permits: [permit], otherwise: "china-standard")
    }
    #expect(id("agent", from) == "china-comprehensive")
    #expect(id("agent", to) == "china-standard")
    #expect(id("trainer", from) == "china-standard")
  }

  @Test("The planners' pack and the pay system of the standard month pay the same")
  func sameLaw() throws {
    let shifts = [
      shift("2025-09-27T09:00", "2025-09-27T20:00", pause: "12:00", role: .rest, timeOff: true),
      shift("2025-09-28T09:00", "2025-09-28T22:00", pause: "12:00"),
      shift("2025-09-30T20:00", "2025-10-01T08:00"),
      shift("2025-10-04T09:00", "2025-10-04T20:00", role: .rest),
      shift("2025-10-06T07:00", "2025-10-06T12:00"), shift("2025-10-06T13:00", "2025-10-06T19:00"),
    ]
    let statement = try pay(shifts, prior: WorkTime(hours: 30))
    let first = try #require(LocalDate(iso: "2025-09-27"))
    let run = PayRun(
      systems: PaySystem.versions(id: "china-standard"),
      zone: try #require(TimeZoneRules(identifier: "Asia/Shanghai")),
      currency: try #require(Currency(code: "CNY")),
      holidays: PayHolidays(
        testCalendar, for: try #require(PaySystem.versions(id: "china-standard").last)),
      span: first...first.adding(days: 10), terms: ["prior_ot_hours": "30"])
    let slip = try run.slip(
      for: PaySheet(
        basis: .monthly, rate: HourlyRate(perHour: UnitPrice(Money(minorUnits: 3000))),
        shifts: shifts))
    #expect(slip.lines.map(\.code) == statement.lines.map(\.code))
    #expect(slip.lines.map(\.quantity) == statement.lines.map(\.quantity))
    #expect(slip.lines.map(\.amount) == statement.lines.map(\.amount))
    #expect(slip.timeOffOwed == statement.timeOffOwed)
    #expect(slip.breaches.map(\.code) == statement.flags.map(\.cap.code))
    #expect(slip.breaches.map(\.found) == statement.flags.map(\.found))
  }

  @Test("An allowance for heat is one for each shift with enough hot hours")
  func heat() throws {
    let first = try #require(LocalDate(iso: "2025-07-14"))
    let run = PayRun(
      systems: PaySystem.versions(id: "china-parttime"),
      zone: try #require(TimeZoneRules(identifier: "Asia/Shanghai")),
      currency: try #require(Currency(code: "CNY")), holidays: PayHolidays([:]),
      span: first...first, terms: ["heat_allow": "12.50|11:00-17:00|120"])
    let slip = try run.slip(
      for: PaySheet(
        basis: .hourly, rate: HourlyRate(perHour: UnitPrice(Money(minorUnits: 2500))),
        shifts: [
          shift("2025-07-14T09:00", "2025-07-14T13:00"),
          shift("2025-07-15T08:00", "2025-07-15T12:59"),
        ]))
    let heat = try #require(slip.lines.first { $0.code == "CN_HEAT_ALLOW" })
    #expect(heat.amount == Money(minorUnits: 1250))
    #expect(heat.unit == "shift")
  }
}
