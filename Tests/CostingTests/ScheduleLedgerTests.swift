import BusinessCalendar
import Costing
import PayRules
import PlanFixtures
import Scenarios
import ShiftScheduling
import Testing
import Units

@Suite("A schedule's ledger")
struct ScheduleLedgerTests {
  /// 30 September: three on 08:00–18:00 with an unpaid hour and an hour of overtime, two on a night
  /// of nine hours from 22:00 with an unpaid hour at 02:00, one such night of the vendor's.
  /// 1 October is a statutory holiday.
  @Test("Nights into a statutory holiday are split at midnight")
  func eve() {
    let table: [(CostCategory, String, String, String)] = [
      (.regularPay, "wuhan", "28", "965.52"),  // (3 × 8 + 2 × 2) × 34.4827…
      (.overtime, "wuhan", "3", "155.17"),  // × 1.5
      (.contributions, "wuhan", "1", "308.97"),  // 32 %: 308.9664
      (.contributions, "wuhan", "1", "49.65"),  // 49.6544
      (.vendorHours, "changsha", "2", "104.00"),
      (.holidayWork, "wuhan", "12", "1241.38"),  // 2 × 6 × 34.4827… × 3
      (.contributions, "wuhan", "1", "397.24"),
      (.vendorHours, "changsha", "6", "312.00"),
      (.vendorSurcharge, "changsha", "6", "312.00"),
    ]
    let lines = PlanFixture.cost.scheduleLines
    expect(lines, are: table)
    #expect(
      lines.map(\.date.description) == Array(repeating: "2026-09-30", count: 5)
        + Array(repeating: "2026-10-01", count: 4))
    #expect(lines.map(\.number) == Array(1...9))
  }

  /// 9.5 heads past training × 8 h, and 4 of a contract of 30 h a week × 6 h, worked or not; the two
  /// hours' shift adds its hours at three times.
  @Test("A statutory holiday is paid to everybody past training, who works on it gets more")
  func holidayOff() {
    let day = PlanFixture.date("2026-10-01")
    let schedule = PlanFixture.schedule(
      of: [
        PlanFixture.shift(
          .group(Identifier("wuhan")), start: "2026-10-01T08:00", minutes: 120, seats: 1)
      ], on: day)
    let lines = CostAccountant().statement(
      scenario: PlanFixture.scenario(), capacity: PlanFixture.capacity, schedule: schedule
    ).scheduleLines
    let table: [(CostCategory, String, String, String)] = [
      (.paidHoliday, "evenings", "24", "720.00"),  // × 30.00
      (.paidHoliday, "wuhan", "76", "2620.69"),  // × 34.4827… = 2,620.6896…
      (.holidayWork, "wuhan", "2", "206.90"),  // 2 × 34.4827… × 3
      (.contributions, "evenings", "1", "72.00"),
      (.contributions, "wuhan", "1", "838.62"),  // 838.6208
      (.contributions, "wuhan", "1", "66.21"),  // 66.208
    ]
    expect(lines, are: table)
    let plain = CostAccountant().statement(
      scenario: PlanFixture.scenario(payRules: []), capacity: PlanFixture.capacity,
      schedule: schedule
    ).scheduleLines
    #expect(!plain.contains { $0.category == .paidHoliday })
  }

  /// Two on nights from 22:00 to 07:00 with an unpaid hour from 02:00 on: two hours before midnight, five
  /// until 06:00; three on days.
  @Test("The night is paid by the hour of its own date, an allowance once for the shift")
  func nights() throws {
    let standard = try #require(RulePack.bundled.last { $0.id == "china-standard" })
    func lines(_ packs: [RulePack]) -> [LedgerLine] {
      CostAccountant().statement(
        scenario: PlanFixture.scenario(payRules: packs), capacity: PlanFixture.capacity,
        schedule: PlanFixture.schedule
      ).scheduleLines.filter { $0.category == .shiftDifferential }
    }
    expect(
      lines([try standard.stating(["night_allow": "30|22:00-06:00|420"])]),
      are: [(.shiftDifferential, "wuhan", "2", "60.00")])
    #expect(lines([try standard.stating(["night_allow": "30|22:00-06:00|421"])]).isEmpty)
    let japan = try #require(PaySystem.versions(id: "japan-standard").last)
    // 6,000.00 ÷ (2,080 ÷ 12) h is 34.6153…; a quarter of it for 2 × 2 h and 2 × 4 h.
    expect(
      lines([try japan.planningPack()]),
      are: [
        (.shiftDifferential, "wuhan", "4", "34.62"), (.shiftDifferential, "wuhan", "8", "69.23"),
      ])
    // In the Philippines a tenth of the hour's own pay, which on the holiday is twice an hour's.
    let philippines = try #require(PaySystem.versions(id: "philippines-daily").last)
    let night = lines([try philippines.planningPack()])
    #expect(night.map(\.quantity) == [Quantity(4), Quantity(10)])
    #expect(night.map(\.multiplier.doubleValue) == [0.1, 0.2])
  }

  @Test("The schedule's lines are no part of the plan's total")
  func apart() {
    let cost = PlanFixture.cost
    let without = CostStatement(
      currency: cost.currency, lines: cost.lines, scheduleLines: [])
    #expect(without.total == cost.total)
  }

  @Test("A break is cut out on the side of midnight on which it lies, one across it on both")
  func breaks() {
    func parts(_ offset: Int64, isPaid: Bool = false) -> [Int64] {
      shift(breaks: [(offset, 60, isPaid)]).paidParts.map(\.time.seconds)
    }
    // 22:00 to 07:00: 2 h before midnight, 7 h after.
    #expect(parts(30) == [3_600, 25_200])
    #expect(parts(60) == [3_600, 25_200])
    #expect(parts(90) == [5_400, 23_400])
    #expect(parts(120) == [7_200, 21_600])
    #expect(parts(240) == [7_200, 21_600])
    #expect(parts(60, isPaid: true) == [7_200, 25_200])
  }

  @Test("A break of the whole evening leaves only the morning")
  func wholeEvening() {
    let parts = shift(breaks: [(0, 120, false)]).paidParts
    #expect(parts.map(\.date.description) == ["2026-10-01"])
    #expect(parts.map(\.time) == [WorkTime(minutes: 420)])
  }

  @Test("Overtime is the shift's end, cut at midnight too, and loses the breaks within it")
  func overtime() {
    // 9 h from 22:00, the last 8 h overtime: 1 h, then 1 h of overtime, midnight, 7 h less a break.
    let parts = shift(breaks: [(480, 30, false)], overtime: 480).paidParts
    #expect(parts.map(\.isOvertime) == [false, true, true])
    #expect(parts.map(\.time.seconds) == [3_600, 3_600, 23_400])
    #expect(parts.map(\.date.description) == ["2026-09-30", "2026-09-30", "2026-10-01"])
  }

  @Test(
    "The parts of a shift sum to its paid time",
    arguments: [0, 30, 60, 90, 119, 120, 121, 300, 479, 480] as [Int64],
    [0, 60, 119, 420, 540] as [Int64])
  func sum(offset: Int64, overtime: Int64) {
    let shift = shift(breaks: [(offset, 60, false)], overtime: overtime)
    #expect(shift.paidParts.map(\.time).total() == shift.paidTime)
  }

  @Test("A shift that ends at midnight has no part on the next day")
  func untilMidnight() {
    let parts = PlanFixture.shift(
      .group(Identifier("wuhan")), start: "2026-09-30T15:00", minutes: 540, seats: 1
    ).paidParts
    #expect(
      parts == [
        PaidPart(
          date: PlanFixture.date("2026-09-30"), isOvertime: false, time: WorkTime(minutes: 480))
      ])
  }

  @Test("A group and a vendor of the same name keep their lines apart, in a fixed order")
  func sameName() {
    let schedule = PlanFixture.schedule(of: [
      PlanFixture.shift(
        .vendor(Identifier("wuhan")), start: "2026-09-30T08:00", minutes: 540, seats: 1),
      PlanFixture.shift(
        .group(Identifier("wuhan")), start: "2026-09-30T08:00", minutes: 540, seats: 2),
    ])
    let scenario = PlanFixture.scenario(vendor: PlanFixture.vendor(id: "wuhan"))
    let statements = (0..<20).map { _ in
      CostAccountant().statement(
        scenario: scenario, capacity: PlanFixture.capacity, schedule: schedule)
    }
    #expect(statements.allSatisfy { $0 == statements[0] })
    let lines = statements[0].scheduleLines
    #expect(lines.map(\.category) == [.regularPay, .contributions, .vendorHours])
    #expect(lines.map(\.quantity) == [Quantity(16), Quantity(1), Quantity(8)])
  }

  @Test("Overtime that runs into a statutory holiday is holiday work")
  func overtimeOnHoliday() {
    let schedule = PlanFixture.schedule(of: [
      PlanFixture.shift(
        .group(Identifier("wuhan")), start: "2026-09-30T15:00", minutes: 600, seats: 1,
        overtime: 60)
    ])
    let lines = CostAccountant().statement(
      scenario: PlanFixture.scenario(), capacity: PlanFixture.capacity, schedule: schedule
    ).scheduleLines.filter { $0.category != .contributions }
    #expect(lines.map(\.category) == [.regularPay, .holidayWork])
    #expect(lines.map(\.quantity) == [Quantity(8), Quantity(1)])
  }

  @Test("Without pay rules a holiday's hours are plain hours, a vendor's surcharge still due")
  func noPayRules() {
    let night = PlanFixture.shift(
      .group(Identifier("wuhan")), start: "2026-10-01T08:00", minutes: 480, seats: 1)
    let bought = PlanFixture.shift(
      .vendor(Identifier("changsha")), start: "2026-10-01T08:00", minutes: 480, seats: 1)
    let lines = CostAccountant().statement(
      scenario: PlanFixture.scenario(payRules: []), capacity: PlanFixture.capacity,
      schedule: PlanFixture.schedule(of: [night, bought])
    ).scheduleLines.filter { $0.category != .contributions }
    #expect(lines.map(\.category) == [.regularPay, .vendorHours, .vendorSurcharge])
    #expect(lines.first?.multiplier == .single)
    #expect(lines.first?.rule == "a shift's paid hours at the hourly rate of the wage")
  }

  /// Nine hours from 22:00 on the eve of the holiday.
  private func shift(breaks: [(Int64, Int64, Bool)], overtime: Int64 = 0) -> ShiftSeats {
    ShiftSeats(
      supplier: .group(Identifier("wuhan")), type: Identifier("night"),
      start: PlanFixture.moment("2026-09-30T22:00"), length: WorkTime(minutes: 540),
      breaks: breaks.map {
        .init(offset: WorkTime(minutes: $0), length: WorkTime(minutes: $1), isPaid: $2)
      }, seats: 1, overtime: WorkTime(minutes: overtime))
  }
}
