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
      scenario: stages.scenario, capacity: PlanFixture.capacity, schedule: PlanFixture.schedule)
    stages.schedule = PlanFixture.schedule
    return stages
  }()

  private let provenance = Provenance(
    program: "peakplan test", solver: "GLPK 5.0", seed: .max,
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

  @Test("agrees with what follows from it")
  func comparison() throws {
    let found = try PlanDocumentReader(text).comparison(with: stages)
    #expect(found.differences.isEmpty, "\(found.differences)")
    let names = found.sections.map(\.name)
    #expect(
      names == [
        "schema", "scenario", "solver", "forecast", "requirement", "capacity", "schedule", "cost",
      ])
    // A day of each queue has contacts, handle time, load, positions, service, occupancy.
    #expect(try #require(found.sections.first { $0.name == "forecast" }).figures > 500)
  }

  @Test(
    "differs at the member that was changed",
    arguments: [
      (#""total": ""#, #""total": "9"#, "cost.total"),
      (#""contactsLost": "#, #""contactsLost": 9"#, "capacity.shortages[0].contactsLost"),
      (#""start": "2026"#, #""start": "2025"#, "scenario.start"),
      (#""question": ""#, #""question": "not "#, "scenario.question"),
      (#""name": ""#, #""name": "not "#, "scenario.name"),
      (#""slotMinutes": "#, #""slotMinutes": 1"#, "scenario.slotMinutes"),
      (#""positions": ["#, #""positions": [7"#, "requirement.queues[0].positions[0]"),
      (#""contacts": ["#, #""contacts": [7"#, "forecast.queues[0].contacts[0]"),
      (#""slotStarts": [""#, #""slotStarts": ["1"#, "forecast.slotStarts[0]"),
    ])
  func changed(from: String, to: String, path: String) throws {
    let place = try #require(text.range(of: from), "\(from)")
    let spoilt = text.replacingCharacters(in: place, with: to)
    let found = try PlanDocumentReader(spoilt).comparison(with: stages).differences
    #expect(found.map(\.path) == [path])
  }

  @Test("differs where sums, lists or members were taken away or put in")
  func shapes() throws {
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    func differences(_ change: (inout [String: Any]) throws -> Void) throws -> [String] {
      var changed = object
      try change(&changed)
      let data = try JSONSerialization.data(withJSONObject: changed)
      return try PlanDocumentReader(String(decoding: data, as: UTF8.self))
        .comparison(with: stages).differences.map(\.path)
    }
    #expect(try differences { _ in }.isEmpty)
    #expect(try differences { $0["requirement"] = [String: Any]() }.contains("requirement.queues"))
    #expect(try differences { $0["requirement"] = NSNull() } == ["requirement"])
    #expect(try differences { $0["forecast"] = nil } == ["forecast"])
    var without = stages
    without.schedule = nil
    #expect(
      try PlanDocumentReader(text).comparison(with: without).differences.map(\.path)
        == ["schedule", "schedule"])
    #expect(try differences { $0["bonus"] = 7 } == ["bonus"])
    let solver = try #require(object["solver"] as? [String: Any])
    let another = try differences { document in
      document["solver"] = solver.merging(["solver": "another"]) { $1 }
    }
    #expect(another.contains("solver.solver"))
    let cost = try #require(object["cost"] as? [String: Any])
    let categories = try #require(cost["categories"] as? [[String: Any]])
    func spoilt(_ key: String, _ value: Any?) throws -> [String] {
      try differences { document in
        var first = categories[0]
        first[key] = value
        var all = cost
        all["categories"] = [first] + categories.dropFirst()
        document["cost"] = all
      }
    }
    #expect(try spoilt("amount", "1.00") == ["cost.categories[0].amount"])
    #expect(try spoilt("category", "shortage") == ["cost.categories[0].category"])
    #expect(try spoilt("cash", false) == ["cost.categories[0].cash"])
    #expect(try spoilt("cash", nil) == ["cost.categories[0].cash"])
    #expect(
      try differences { document in
        var all = cost
        all["categories"] = Array(categories.dropLast())
        document["cost"] = all
      } == ["cost.categories"])
  }

  @Test("is read without its ledger from the document of the weekly plan alone, with its pins")
  func capacityAlone() throws {
    let document = PlanDocument(stages, provenance: provenance).document(of: .capacity)
    let reader = try PlanDocumentReader(document.text)
    #expect(!reader.hasCost && reader.pins.isEmpty)
    #expect(try reader.capacity(of: stages.scenario).groups == stages.capacity?.groups)
    #expect(throws: PlanDocumentReader.Unreadable.self) { try reader.cost(of: stages.scenario) }
    var alone = stages
    alone.cost = nil
    #expect(reader.comparison(with: alone).differences.isEmpty)
    let pinned = document.text.replacing(
      "\"capacity\": {",
      with: "\"pinned\": {\"pins\": [{\"pin\": \"hires.desk <= 3\"}]},\n\"capacity\": {")
    #expect(try PlanDocumentReader(pinned).pins == ["hires.desk <= 3"])
    let ledger = PlanDocument(stages, provenance: provenance).document(of: .cost).text
    #expect {
      _ = try PlanDocumentReader(ledger)
    } throws: {
      "\($0)".contains("peakplan/cost/1") && "\($0)".contains("`peakplan capacity --json`")
    }
  }
}
