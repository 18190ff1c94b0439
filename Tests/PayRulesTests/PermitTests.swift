import BusinessCalendar
import PayRules
import Testing
import Units

@Suite("Working-time permits")
struct PermitTests {
  private let permit = WorkingTimePermit(
    number: "17", system: "china-comprehensive", posts: ["agent"],
    from: LocalDate(dayNumber: 20_393), to: LocalDate(dayNumber: 20_423), months: 1)

  /// A shift of 12 hours with a break of one, so three over eight.
  private func long(_ date: String, post: String? = "agent") -> WorkedShift {
    let plain = shift("\(date)T09:00", "\(date)T21:00", pause: "12:00")
    return WorkedShift(
      start: plain.start, end: plain.end, unpaidBreak: plain.unpaidBreak, post: post)
  }

  private func slip(
    _ shifts: [WorkedShift], permits: [WorkingTimePermit]?, system: String = "china-comprehensive",
    terms: [String: String] = ["period_hours": "165.36"]
  ) throws -> PaySlip {
    let run = PayRun(
      systems: PaySystem.versions(id: system),
      zone: try #require(TimeZoneRules(identifier: "Asia/Shanghai")),
      currency: try #require(Currency(code: "CNY")), holidays: PayHolidays([:]),
      span: permit.from...permit.to.adding(days: 60), terms: terms, splitsMonths: true,
      permits: permits)
    return try run.slip(
      for: PaySheet(
        basis: .monthly, rate: HourlyRate(perHour: UnitPrice(Money(minorUnits: 3000))),
        shifts: shifts))
  }

  private func facts(_ slip: PaySlip) -> [String] {
    slip.lines.map { "\($0.code) \($0.quantity.doubleValue) \($0.amount.minorUnits)" }
  }

  @Test("Where a permit is taken as given, nothing is checked")
  func notChecked() throws {
    let paid = try slip([long("2025-11-03", post: nil)], permits: nil)
    #expect(facts(paid) == ["CN_BASE 11.0 0"])
    #expect(paid.permits.isEmpty)
  }

  @Test("A covered shift is settled over the period, and the permit is named")
  func covered() throws {
    let paid = try slip([long("2025-11-03"), long("2025-11-04")], permits: [permit])
    #expect(facts(paid) == ["CN_BASE 22.0 0"])
    let share = try #require(paid.permits.first)
    #expect(paid.permits.count == 1)
    #expect((share.post, share.permit, share.gap) == ("agent", "17", nil))
    #expect(share.shifts == 2)
    #expect(share.time == WorkTime(hours: 22))
    #expect(share.days.upperBound.description == "2025-11-04")
  }

  /// Three hours over eight are 3 × 1.5 × 30 = 135 yuan under the standard rules.
  @Test(
    "A shift that no permit covers is under the standard rules, with the reason",
    arguments: [
      ("none", PermitGap.noPermit), ("no post", .noPost), ("trainer", .otherPost),
      ("after", .outsideDates), ("before", .outsideDates), ("quarter", .otherPeriod),
      ("other system", .noPermit),
    ])
  func gaps(kind: String, gap: PermitGap) throws {
    var permits = [permit]
    var work = long("2025-11-03")
    var terms = ["period_hours": "165.36"]
    switch kind {
    case "none": permits = []
    case "no post": work = long("2025-11-03", post: nil)
    case "trainer": work = long("2025-11-03", post: "trainer")
    case "after": work = long("2025-12-01")
    case "before": work = long("2025-10-31")
    case "quarter": terms["months"] = "3"
    default:
      permits = [
        WorkingTimePermit(
          number: "9", system: "china-flexible", posts: ["agent"], from: permit.from, to: permit.to)
      ]
    }
    let paid = try slip([work], permits: permits, terms: terms)
    #expect(facts(paid) == ["CN_OT150 3.0 13500", "CN_BASE 8.0 0"], "\(kind)")
    #expect(paid.permits.map(\.gap) == [gap], "\(kind)")
    #expect(paid.permits.map(\.permit) == [nil])
  }

  @Test("The days of a permit are tried at their edges: 1 and 30 November are in, its end is not")
  func edges() throws {
    #expect(permit.from.description == "2025-11-01")
    let paid = try slip(
      [long("2025-11-01"), long("2025-11-30"), long("2025-12-01")], permits: [permit])
    #expect(paid.permits.map(\.shifts) == [2, 1])
    #expect(paid.permits.map(\.gap) == [nil, .outsideDates])
  }

  @Test("A timesheet under both laws has the lines and limits of both")
  func both() throws {
    // 13 days of 11 h after the permit: 39 h of overtime in December, above 36.
    let days = (1...13).map { long("2025-12-\($0 < 10 ? "0" : "")\($0)") }
    let paid = try slip([long("2025-11-29"), long("2025-11-30")] + days, permits: [permit])
    #expect(facts(paid) == ["CN_BASE 22.0 0", "CN_OT150 39.0 175500", "CN_BASE 104.0 0"])
    // The thirteen days in a row are the standard law's alone.
    let codes = paid.breaches.map(\.code)
    #expect(codes.contains("CN_MONTH_OT_GT_36H"))
    let row = try #require(paid.breaches.first { $0.found == Quantity(13) })
    #expect(row.limit == Quantity(6))
    let month = paid.breaches.first { $0.code == "CN_MONTH_OT_GT_36H" }?.month
    #expect(month?.description == "2025-12")
  }

  @Test("The month's limit of the standard law is kept where a permit begins within the month")
  func monthOfBoth() throws {
    let early = WorkingTimePermit(
      number: "18", system: "china-comprehensive", posts: ["agent"],
      from: permit.from.adding(days: 43), to: permit.to.adding(days: 60))
    #expect(early.from.description == "2025-12-14")
    let days = (1...14).map { long("2025-12-\($0 < 10 ? "0" : "")\($0)") }
    let paid = try slip(days, permits: [early])
    let cap = try #require(paid.breaches.first { $0.code == "CN_MONTH_OT_GT_36H" })
    #expect(cap.found == Quantity(39))
  }

  @Test("Flexible hours need a permit too, and terms of either law may be stated")
  func flexible() throws {
    let terms = ["flex_holiday": "pay300", "prior_ot_hours": "35"]
    let paid = try slip(
      [long("2025-11-03")], permits: [], system: "china-flexible", terms: terms)
    #expect(facts(paid) == ["CN_OT150 3.0 13500", "CN_BASE 8.0 0"])
    #expect(paid.breaches.first?.code == "CN_MONTH_OT_GT_36H")
    #expect(throws: PayError.self) {
      try slip(
        [long("2025-11-03")], permits: [], system: "china-flexible", terms: ["flexholiday": "none"])
    }
  }

  @Test("A pack that sends to a law that is no standard one is refused")
  func wrongPack() throws {
    let text = """
      {"id": "x", "name": "X", "jurisdiction": "CN", "contract": "c",
       "effective-from": "2026-01-01", "sources": [{"key": "s", "title": "S", "evidence": "read"}],
       "permit": {"code": "P", "otherwise": "OTHER", "sentence": "needed", "source": "s"},
       "classes": [{"code": "B", "sentence": "base", "source": "s"}]}
      """
    let sound = text.replacing("OTHER", with: "china-standard")
    #expect(try PaySystem.read(json: sound).withoutPermit.map(\.id).last == "china-standard")
    let error = #expect(throws: RulePackError.self) { try PaySystem.read(json: text) }
    #expect(error?.field == "permit.otherwise")
    #expect(error?.value == "OTHER")
  }
}
