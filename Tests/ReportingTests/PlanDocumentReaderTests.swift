import CapacityPlanning
import Costing
import Foundation
import PlanFixtures
import Planning
import Reporting
import Scenarios
import Testing
import Units

@Suite("A plan's document, read again")
struct PlanDocumentReaderTests {
  private let stages: StageResults = {
    var stages = StageResults(scenario: PlanFixture.scenario())
    stages.forecast = PlanFixture.forecast
    stages.requirement = PlanFixture.requirement
    stages.capacity = PlanFixture.capacity
    stages.cost = CostAccountant().statement(
      scenario: stages.scenario, capacity: PlanFixture.capacity, schedule: nil)
    return stages
  }()

  private let provenance = Provenance(
    program: "peakplan test", solver: "none", seed: .max,
    inputs: [.init(path: "scenario.yaml", sha256: "ab", bytes: 3)],
    overrides: [.init(path: "horizon.weeks", base: nil, value: "2")])

  private var text: String { PlanDocument(stages, provenance: provenance).document.text }

  @Test("gives the same plan, ledger and provenance")
  func roundTrip() throws {
    let reader = try PlanDocumentReader(text)
    #expect(reader.scenario == "national-day")
    #expect(reader.provenance == provenance)
    #expect(reader.unknownMembers.isEmpty)
    let scenario = stages.scenario
    let plan = try reader.capacity(of: scenario)
    let before = try #require(stages.capacity)
    #expect(plan.weeks == before.weeks)
    #expect(plan.requirement == before.requirement)
    #expect(plan.groups == before.groups)
    #expect(plan.classes == before.classes)
    #expect(plan.vendors == before.vendors)
    #expect(plan.shortages == before.shortages)
    #expect(plan.missingAtEnd == before.missingAtEnd)
    #expect(plan.solve.objective == before.solve.objective)
    #expect(try reader.cost(of: scenario) == stages.cost)
  }

  @Test("keeps an amount that is wrong, for a check to find")
  func wrongAmount() throws {
    var spoilt = text
    let lines = try #require(spoilt.range(of: "\"lines\": ["))
    let amount = try #require(
      spoilt.range(of: "\"amount\": \"", range: lines.upperBound..<spoilt.endIndex))
    spoilt.insert("9", at: amount.upperBound)
    let read = try PlanDocumentReader(spoilt).cost(of: stages.scenario)
    let before = try #require(stages.cost)
    #expect(read.lines[0].amount > before.lines[0].amount)
    #expect(read.lines.dropFirst().elementsEqual(before.lines.dropFirst()))
  }

  @Test("names members that it does not know, and refuses what is no plan")
  func refusals() throws {
    let later = text.replacing("\"missingAtEnd\"", with: "\"partTime\": [1],\n \"missingAtEnd\"")
    #expect(try PlanDocumentReader(later).unknownMembers == ["capacity.partTime"])
    let cases: [(String, String)] = [
      ("not json", "no JSON document"),
      (text.replacing("peakplan/plan/1", with: "peakplan/plan/2"), "peakplan/plan/2"),
      (text.replacing("\"missingAtEnd\"", with: "\"missing\""), "capacity.missingAtEnd"),
    ]
    for (document, words) in cases {
      do {
        _ = try PlanDocumentReader(document)
        Issue.record("it was read: \(words)")
      } catch {
        #expect(error.description.contains(words), "\(error)")
      }
    }
  }
}
