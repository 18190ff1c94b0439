import BusinessCalendar
import CapacityPlanning
import Costing
import Foundation
import PlanFixtures
import Planning
import Scenarios
import TestSupport
import Testing
import Units

@testable import Reporting

@Suite("The JSON document of a plan")
struct DocumentTests {
  let document = PlanDocument(
    StageResults(PlanFixture.plan), provenance: PlanFixture.provenance, run: 3)

  @Test("A plan's document is what it was")
  func golden() throws {
    try Golden.expect(document.document.text, is: "plan.json")
  }

  @Test("The same plan gives the same bytes")
  func sameBytes() {
    let text = document.document.text
    for _ in 0..<5 {
      let again = PlanDocument(
        StageResults(PlanFixture.plan), provenance: PlanFixture.provenance, run: 3)
      #expect(again.document.text == text)
    }
  }

  @Test("It is JSON, with the members that the reference lists")
  func members() throws {
    let root = try object(document.document)
    #expect(root["schema"] as? String == "peakplan/plan/1")
    #expect(root["run"] as? Int == 3)
    let solver = try #require(root["solver"] as? [String: Any])
    #expect(solver["objective"] as? Double == 105_000.0025, "in yuan, not in fen")
    #expect(solver["status"] as? String == "within gap")
    let provenance = try #require(root["provenance"] as? [String: Any])
    #expect(provenance["seed"] as? String == "18446744073709551615")
    let cost = try #require(root["cost"] as? [String: Any])
    #expect(cost["total"] as? String == "96030.10")
    #expect((cost["lines"] as? [Any])?.count == 45)
    #expect((cost["scheduleLines"] as? [Any])?.count == 9)
    let first = try #require((cost["lines"] as? [[String: Any]])?.first)
    #expect(first["unit"] as? String == "head-week" && first["amount"] as? String == "3085.71")
  }

  @Test("Every list by interval has an entry for each of its slots")
  func intervals() throws {
    let root = try object(document.document)
    for stage in ["forecast", "requirement"] {
      let value = try #require(root[stage] as? [String: Any])
      #expect((value["slotStarts"] as? [Any])?.count == 336)
      for queue in try #require(value["queues"] as? [[String: Any]]) {
        for (key, list) in queue where key != "events" {
          if let list = list as? [Any] { #expect(list.count == 336, "\(stage) \(key)") }
        }
      }
    }
  }

  @Test("Amounts of money sum to what they are said to sum to", arguments: ["lines"])
  func sums(key: String) throws {
    let cost = try #require(object(document.document)["cost"] as? [String: Any])
    let lines = try #require(cost[key] as? [[String: Any]])
    func fen(_ value: Any?) -> Int64 {
      PlanFixture.yuan(value as? String ?? "").minorUnits
    }
    let byCategory = Dictionary(grouping: lines) { $0["category"] as? String ?? "" }
    for category in try #require(cost["categories"] as? [[String: Any]]) {
      let name = try #require(category["category"] as? String)
      let sum = (byCategory[name] ?? []).reduce(0) { $0 + fen($1["amount"]) }
      #expect(sum == fen(category["amount"]), "\(name)")
    }
    let paid = (cost["categories"] as? [[String: Any]] ?? []).filter { $0["cash"] as? Bool == true }
    #expect(paid.reduce(0) { $0 + fen($1["amount"]) } == fen(cost["total"]))
  }

  @Test("A stage's document has that stage alone", arguments: PlanningStage.allCases)
  func stages(stage: PlanningStage) throws {
    let root = try object(document.document(of: stage))
    #expect(root["schema"] as? String == "peakplan/\(stage.rawValue)/1")
    let present = PlanningStage.allCases.filter { root[$0.rawValue] != nil }
    #expect(present == [stage])
    let isSolved = ![.forecast, .requirement].contains(stage)
    #expect((root["solver"] != nil) == isSolved)
  }

  @Test("Stages that did not run are null, and so is the run that was not kept")
  func unfinished() throws {
    var results = StageResults(scenario: PlanFixture.scenario())
    results.forecast = PlanFixture.forecast
    let document = PlanDocument(results, provenance: PlanFixture.provenance)
    let root = try object(document.document)
    #expect(root["forecast"] is [String: Any])
    for key in ["run", "requirement", "capacity", "schedule", "cost", "solver"] {
      #expect(root[key] is NSNull, "\(key)")
    }
  }

  @Test("Yen have no decimals, and a minor unit is a yen")
  func yen() throws {
    let scenario = PlanFixture.scenario(currency: try #require(Currency(code: "JPY")))
    var results = StageResults(PlanFixture.plan)
    results = StageResults(
      Plan(
        scenario: scenario, forecast: PlanFixture.forecast, requirement: PlanFixture.requirement,
        capacity: PlanFixture.capacity, schedule: nil,
        cost: CostAccountant().statement(
          scenario: scenario, capacity: PlanFixture.capacity, schedule: nil)))
    let root = try object(
      PlanDocument(results, provenance: PlanFixture.provenance).document)
    let cost = try #require(root["cost"] as? [String: Any])
    #expect(cost["currency"] as? String == "JPY")
    #expect(cost["total"] as? String == "9603010")
    let solver = try #require(root["solver"] as? [String: Any])
    #expect(solver["objective"] as? Double == 10_500_000.25)
    #expect(solver["bound"] as? Double == 10_450_000)
  }

  @Test("Times carry the offset of their moment, the doubled and the missing hour included")
  func offsets() throws {
    let london = try #require(TimeZoneRules(identifier: "Europe/London"))
    func starts(_ zone: TimeZoneRules, _ day: String) -> [String] {
      let range = DateRange(start: PlanFixture.date(day), days: 1)
      return PlanningGrid(range: range, zone: zone, slotLength: .hour).slots.map(\.rfc3339)
    }
    let autumn = starts(london, "2026-10-25")
    #expect(autumn.count == 25)
    #expect(
      autumn.prefix(4) == [
        "2026-10-25T00:00:00+01:00", "2026-10-25T01:00:00+01:00", "2026-10-25T01:00:00+00:00",
        "2026-10-25T02:00:00+00:00",
      ])
    let spring = starts(london, "2026-03-29")
    #expect(spring.count == 23)
    #expect(spring.prefix(2) == ["2026-03-29T00:00:00+00:00", "2026-03-29T02:00:00+01:00"])
    let zones = [
      ("America/New_York", "2026-07-01T00:00:00-04:00"),
      ("America/St_Johns", "2026-01-01T00:00:00-03:30"),
      ("Asia/Kolkata", "2026-01-01T00:00:00+05:30"), ("UTC", "2026-01-01T00:00:00+00:00"),
    ]
    for (identifier, first) in zones {
      let zone = try #require(TimeZoneRules(identifier: identifier))
      #expect(starts(zone, String(first.prefix(10))).first == first)
    }
    let year = starts(london, "2026-10-25") + starts(london, "2026-03-29")
    let parser = ISO8601DateFormatter()
    #expect(year.allSatisfy { parser.date(from: $0) != nil })
  }

  @Test("Every member is described in the reference")
  func reference() throws {
    let text = try PackageFolder.text("docs/reference/json.md")
    for key in keys(of: document.document).sorted() {
      #expect(text.contains("`\(key)`"), "\(key) is missing in json.md")
    }
  }

  private func keys(of value: JSONValue) -> Set<String> {
    switch value {
    case .object(let members):
      members.reduce(into: []) { $0.formUnion(keys(of: $1.value).union([$1.key])) }
    case .array(let elements): elements.reduce(into: []) { $0.formUnion(keys(of: $1)) }
    default: []
    }
  }

  private func object(_ value: JSONValue) throws -> [String: Any] {
    let parsed = try JSONSerialization.jsonObject(with: Data(value.text.utf8))
    return try #require(parsed as? [String: Any])
  }
}
