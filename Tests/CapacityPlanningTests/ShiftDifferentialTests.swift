import BusinessCalendar
import PayRules
import PlanningFixtures
import Scenarios
import Testing
import Units

@testable import CapacityPlanning

@Suite("Night premiums and allowances in the weekly program")
struct ShiftDifferentialTests {
  /// Two people for 56 hours a week, from 16:00 to 24:00 evenly: a quarter of it from 22:00 on.
  private func evenings(_ packs: [RulePack]) -> ScenarioFixture {
    var fixture = ScenarioFixture(weeks: 1)
    fixture.queues = [QueueFixture("calls", weeklyHours: [56])]
    fixture.queues[0].opens = 16
    fixture.queues[0].closes = 24
    fixture.groups = [GroupFixture("team", skills: ["calls"], heads: 2)]
    fixture.payRules = packs
    return fixture
  }

  private func china(_ terms: [String]) throws -> RulePack {
    let pack = try #require(RulePack.bundled.last { $0.id == "china-standard" })
    return try pack.stating(Dictionary(uniqueKeysWithValues: terms.map { ("night_allow", $0) }))
  }

  /// A law with a quarter on top at night, from `from` on.
  private func premium(from: String, until: String? = nil, share: String = "0.25") throws
    -> RulePack
  {
    let end = until.map { "\"effective-to\": \"\($0)\"," } ?? ""
    return try PaySystem.read(
      json: """
        {"id": "own", "name": "Own", "jurisdiction": "CN", "contract": "standard",
         "effective-from": "\(from)", \(end)
         "sources": [{"key": "s", "title": "Handbook", "evidence": "read"}],
         "windows": {"night": "22:00-06:00"},
         "classes": [
           {"code": "BASE", "pays": "base", "counts": ["day"], "sentence": "base", "source": "s"}],
         "supplements": [
           {"code": "NIGHT", "when": {"window": "night"}, "multiplier": "\(share)",
            "sentence": "the night", "source": "s"}]}
        """
    ).planningPack()
  }

  @Test("An allowance is paid for each shift with enough hours at night")
  func allowance() throws {
    // Two hours of the evening are of the night: 14 hours in shifts of two of them, 7 × 30.00.
    let plan = try bestPlan(evenings([try china(["30|22:00-06:00|120"])]))
    #expect(agree(plan.part("shift-differential"), 210))
    #expect(plan.clockPay?.map(\.perHour) == [0.125])
    // From half past eight: 3.5 hours of eight, 7 shifts of it too.
    let half = try bestPlan(evenings([try china(["30|20:30-06:00|120"])]))
    #expect(agree(half.part("shift-differential"), 210))
    #expect(half.clockPay?.map(\.perHour) == [0.125])
    // No shift has three hours of it.
    let none = try bestPlan(evenings([try china(["30|22:00-06:00|180"])]))
    #expect(none.clockPay == nil && none.part("shift-differential") == 0)
    let silent = try bestPlan(evenings([try china([])]))
    #expect(silent.clockPay == nil)
  }

  @Test("Overtime lengthens shifts, and brings no allowance of its own")
  func overtime() throws {
    var fixture = evenings([try china(["30|22:00-06:00|120"])])
    fixture.queues[0].weeklyHours = [96]
    fixture.queues[0].openDays = 5
    fixture.groups[0].overtime = .everybody
    let plan = try bestPlan(fixture)
    // 80 hours in shifts of their own, an eighth each; 16 hours of overtime.
    #expect(agree(plan.overtime("CN_OT150"), 16))
    #expect(agree(plan.part("shift-differential"), 300))
  }

  @Test("A premium is a share of the hourly rate for each hour of the night")
  func premium() throws {
    // 14 h × 40.00 × 0.25.
    let plan = try bestPlan(evenings([try premium(from: "2020-01-01")]))
    #expect(agree(plan.part("shift-differential"), 140))
  }

  @Test("People at work off contacts are paid for the night too, those who are absent are not")
  func shrinkage() throws {
    var fixture = evenings([try premium(from: "2020-01-01")])
    fixture.groups[0].headcount = [TenureHeads(tenureWeeks: 52, heads: Headcount(4))]
    fixture.groups[0].shrinkage = Shrinkage(
      inOffice: .percent(25), outOfOffice: .percent(20), combination: .sequential)
    fixture.groups[0].employerOnCost = .percent(10)
    // 0.8 h at work and 0.6 h on contacts of a paid hour.
    let plan = try bestPlan(fixture)
    #expect(agree(plan.part("shift-differential"), 140 * 0.8 / 0.6))
    let pay = plan.part("regular-pay") + plan.part("shift-differential")
    #expect(agree(plan.part("contributions"), 0.1 * pay))
  }

  @Test("A law that takes effect on Thursday pays the nights from then on")
  func change() throws {
    let packs = [
      try premium(from: "2020-01-01", until: "2026-06-04", share: "0.2"),
      try premium(from: "2026-06-04", share: "0.5"),
    ]
    let plan = try bestPlan(evenings(packs))
    // Three of seven days at a fifth, four at a half.
    let cost = 14.0 * 40 * (3 * 0.2 + 4 * 0.5) / 7
    #expect(agree(plan.part("shift-differential"), cost))
    #expect(plan.clockPay?.map(\.from.description) == ["2026-06-01", "2026-06-04"])
  }

  @Test("Work by day goes to those whom the night costs more")
  func choice() throws {
    // Two queues of 40 hours, one by night; of two equal pairs of hands the dearer has the day.
    var fixture = ScenarioFixture(weeks: 1)
    fixture.queues = [
      QueueFixture("day", weeklyHours: [40]), QueueFixture("night", weeklyHours: [40]),
    ]
    fixture.queues[1].opens = 22
    fixture.queues[1].closes = 24
    fixture.groups = [
      GroupFixture("senior", skills: ["day", "night"], heads: 1),
      GroupFixture("junior", skills: ["day", "night"], heads: 1),
    ]
    fixture.groups[0].wage = .hourly(HourlyRate(perHour: UnitPrice(Money(minorUnits: 8_000))))
    fixture.payRules = [try premium(from: "2020-01-01")]
    let plan = try bestPlan(fixture)
    // 40 h × 40.00 × 0.25, not 80.00.
    #expect(agree(plan.part("shift-differential"), 400))
  }
}
