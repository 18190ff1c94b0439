import BusinessCalendar
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

  @Test("gives what is done beside hiring, clauses of contracts, further seats and families too")
  func rarerParts() throws {
    let made = PlanFixture.capacity
    var first = try #require(made.groups.first?.weeks.first)
    first.measures = StaffMeasures([
      .init(kind: .released, amount: 2), .init(kind: .leave, amount: 12.5),
      .init(kind: .timeOwed, amount: 4), .init(kind: .transferredOut, amount: 1),
      .init(kind: .learning, queue: Queue.ID("mails"), amount: 1),
      .init(kind: .learnt, queue: Queue.ID("mails"), amount: 3),
      .init(kind: .moving, group: StaffGroup.ID("desk"), amount: 2),
    ])
    let group = GroupPlan(
      group: made.groups[0].group, weeks: [first] + made.groups[0].weeks.dropFirst())
    let vendors = made.vendors.map { vendor in
      VendorPlan(
        vendor: vendor.vendor, weeks: vendor.weeks,
        months: vendor.months.map {
          VendorPlan.MonthPlan(
            month: $0.month, isActive: $0.isActive, ordinary: $0.ordinary,
            statutoryHoliday: $0.statutoryHoliday, committed: $0.committed, isSetUp: $0.isSetUp,
            clauses: ClauseMonth(isEnded: true, inTiers: [WorkTime(hours: 7), .zero]))
        })
    }
    let queue = try #require(made.requirement.first?.queue)
    let relief = PlanRelief(
      carried: [.init(queue: queue, week: 0, netTime: WorkTime(hours: 3))],
      extraSeats: [.init(site: Site.ID("hall"), week: 1, seats: Headcount(2.5))],
      peaks: [
        .init(
          queue: queue, week: 0, date: made.weeks[0].start, start: .midnight,
          length: WorkTime(hours: 2), required: Positions(9), ownPositions: Positions(6),
          vendorPositions: Positions(2), missing: WorkTime(hours: 2))
      ])
    var plan = CapacityPlan(
      weeks: made.weeks, requirement: made.requirement,
      groups: [group] + made.groups.dropFirst(), classes: made.classes, vendors: vendors,
      shortages: made.shortages, missingAtEnd: made.missingAtEnd,
      bindingConstraints: made.bindingConstraints, objectiveParts: made.objectiveParts,
      solve: made.solve, relief: relief)
    plan.families = [.seats, .transfers]
    var stages = stages
    stages.capacity = plan
    let text = PlanDocument(stages, provenance: provenance).document.text
    let reader = try PlanDocumentReader(text)
    #expect(reader.unknownMembers.isEmpty, "\(reader.unknownMembers)")
    let read = try reader.capacity(of: stages.scenario)
    #expect(read.groups == plan.groups)
    #expect(read.vendors == plan.vendors)
    #expect(read.relief == plan.relief)
    #expect(read.families == plan.families)
    let later = text.replacing("\"transfers\"", with: "\"night-work\"")
      .replacing("\"measure\": \"leave\"", with: "\"nights\": 3, \"measure\": \"leave\"")
    #expect(
      try PlanDocumentReader(later).unknownMembers
        == ["capacity.groups.weeks.measures.nights", "capacity.families: night-work"])
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
