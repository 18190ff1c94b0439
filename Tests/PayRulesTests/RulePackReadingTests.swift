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
