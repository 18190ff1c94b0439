import BusinessCalendar
import Foundation
import Testing
import Units

@testable import PayRules

@Suite("Reading rule packs")
struct RulePackReadingTests {
  @Test("Every bundled text can be read", arguments: RulePack.bundledTexts)
  func bundledTexts(text: String) throws {
    #expect(try !RulePack.read(json: text).isEmpty)
  }

  @Test("A pack comes back from JSON as it was", arguments: RulePack.bundled)
  func roundTrip(pack: RulePack) throws {
    let data = try JSONEncoder().encode(pack)
    #expect(try JSONDecoder().decode(RulePack.self, from: data) == pack)
  }

  @Test(
    "A pack with a fault is refused with the field and what is written there",
    arguments: [
      ("\"multiplier\": \"1.5\"", "\"multiplier\": \"much\"", "multiplier", "much"),
      ("\"multiplier\": \"2\"", "\"multiplier\": \"-2\"", "multiplier", "-2"),
      ("\"hoursPerDay\": \"8\"", "\"hoursPerDay\": \"0\"", "hoursPerDay", "0"),
      ("\"21.75\"", "\"0\"", "paidDaysPerMonth", "0"),
      ("\"limit\": \"36\"", "\"limit\": \"\"", "limit", ""),
      ("\"limit\": \"6\"", "\"limit\": \"6.5\"", "limit", "6.5"),
      ("\"2025-01-01\",\n", "\"2025-02-30\",\n", "effectiveFrom or effectiveTo", "2025-02-30"),
      ("\"source\": \"wages\"", "\"source\": \"hearsay\"", "source", "hearsay"),
      (
        "{\"code\": \"CN_BASE\",", "{\"code\": \"CN_BASE\", \"when\": {\"on\": [\"workday\"]},",
        "classes", "CN_BASE"
      ),
    ])
  func faults(sound: String, faulty: String, field: String, value: String) throws {
    let text = RulePack.chinaStandardText
    #expect(text.contains(sound))
    let error = try #require(throws: RulePackError.self) {
      try RulePack.read(json: text.replacing(sound, with: faulty))
    }
    #expect(error.field == field)
    #expect(error.value == value)
    #expect(error.pack == "china-standard")
  }

  @Test("A limit on the overtime of some weeks in a row says how many")
  func rollingLimit() throws {
    let monthly = "\"measure\": \"overtime-per-month\", \"limit\": \"36\""
    func text(_ weeks: String) -> String {
      RulePack.chinaStandardText.replacing(
        monthly, with: "\"measure\": \"overtime-per-weeks\", \"limit\": \"96\"\(weeks)")
    }
    let pack = try #require(try RulePack.read(json: text(", \"weeks\": 12")).last)
    let limits = pack.rollingOvertimeLimits
    #expect(limits.map(\.time) == [WorkTime(hours: 96)])
    #expect(limits.map(\.weeks) == [12])
    #expect(pack.overtimeLimitPerMonth == nil)
    let error = try #require(throws: RulePackError.self) { try RulePack.read(json: text("")) }
    #expect(error.field == "weeks")
  }

  @Test("More overtime than that within the weeks raises a flag on the day that is too much")
  func rollingFlag() throws {
    var pack = try #require(RulePack.bundled.last { $0.id == "china-standard" })
    let cap = try #require(pack.caps.first)
    pack.caps = [
      HourCap(
        code: "WEEK", limit: .overtimePerWeeks(WorkTime(hours: 4), weeks: 1), severity: .flag,
        sentence: "at most four hours in a week", source: cap.source)
    ]
    func flags(_ shifts: [WorkedShift]) throws -> [PayFlag] {
      let sheet = Timesheet(
        basis: .monthly, rate: pack.hourlyRate(monthlySalary: Money(minorUnits: 522_000)),
        zone: try #require(TimeZoneRules(identifier: "Asia/Shanghai")), shifts: shifts,
        nightAllowance: nil)
      return try pack.payStatement(for: sheet, calendar: testCalendar, priorOvertime: .zero).flags
    }
    // Three hours beyond eight on Monday 9 June and two on the 13th are five in a week, and on
    // Monday 16th the first three are out of it.
    let monday = shift("2025-06-09T08:00", "2025-06-09T19:00")
    let friday = shift("2025-06-13T08:00", "2025-06-13T18:00")
    let next = shift("2025-06-16T08:00", "2025-06-16T18:00")
    #expect(try flags([monday, next]).isEmpty)
    let found = try flags([monday, friday, next])
    #expect(found.map(\.date) == [LocalDate(iso: "2025-06-13")])
    #expect(found.map(\.found) == [Quantity(5)])
  }

  @Test(
    "A text that is no pack is refused with the path of what is missing",
    arguments: [
      ("", "text"), ("[]", "text"), ("{}", "id"), ("{\"id\": 7}", "id"),
    ])
  func noPack(text: String, field: String) throws {
    let error = try #require(throws: RulePackError.self) { try RulePack.read(json: text) }
    #expect(error.field == field)
  }
}
