import BusinessCalendar
import Contracts
import Foundation
import ScenarioFiles
import Scenarios
import Testing
import Units

@Suite("The starter")
struct StarterTests {
  @Test("The starter reads without an error and without a warning")
  func reads() throws {
    let reading = try read(starter())
    #expect(reading.warnings.isEmpty)
    #expect(reading.diff.isEmpty)
    #expect(reading.inputs.map(\.path) == ["scenario.yaml", "history.csv"])
    #expect(reading.inputs.allSatisfy { $0.sha256.count == 64 })
  }

  @Test("Its values arrive as they are written")
  func values() throws {
    let scenario = try read(starter()).scenario
    #expect(scenario.id == "test")
    #expect(scenario.currency.code == "CNY")
    #expect(scenario.horizon.count == 63)
    let queue = try #require(scenario.queue(Queue.ID("hotline")))
    #expect(queue.handleTime == .seconds(285))
    #expect(queue.patience == .seconds(120))
    #expect(queue.target == .answered(share: Share(0.8), within: .seconds(20)))
    #expect(queue.lostContactPrice == Money(minorUnits: 1500))
    #expect(queue.maximumOccupancy == Share(0.85))
    #expect(queue.minimumPositions == .zero)
    guard case .history(let history) = queue.demand else {
      Issue.record("the volume is no history")
      return
    }
    #expect(history.intervalMinutes == 30)
    #expect(history.intervals.count == 63 * 28)
    #expect(history.intervals.allSatisfy { $0.handleTime == .seconds(285) })
    let group = try #require(scenario.staffGroup(StaffGroup.ID("wuhan-hotline")))
    #expect(group.wage == .monthly(Money(minorUnits: 520_000)))
    #expect(group.headcount.map(\.tenureWeeks) == [0, 26])
    #expect(group.hiring?.maximumClassSize == 15)
    #expect(group.overtime?.productivity == Share(0.95))
    let vendor = try #require(scenario.vendor(Vendor.ID("changsha")))
    #expect(vendor.terms.price.rate == UnitPrice(Money(minorUnits: 5500)))
    #expect(vendor.terms.factor(for: .holiday) == .double)
    let event = try #require(scenario.events.first)
    #expect(event.shape == .decay(halfLife: .seconds(6 * 3600)))
    #expect(event.lifts.first?.extraVolume == Share(2.5))
    #expect(scenario.shifts?.types.first?.breaks.first?.isPaid == false)
  }

  @Test("6 % per month is 1 − 0.94^(1/4.348) a week, 10 % a week is 10 % a week")
  func attrition() throws {
    let scenario = try read(
      starter([("2.5 % per month", "10 % per week")])
    ).scenario
    let attrition = try #require(scenario.staffGroups.first?.attrition)
    // ln 0.94 = −0.0618754; a month has 365.25/84 = 4.348214 weeks; 1 − e^(−0.01423007).
    #expect(abs(attrition.perWeek(atTenure: 0).value - 0.0141293) < 1e-7)
    #expect(attrition.perWeek(atTenure: 13) == Share(0.1))
    #expect(attrition.bands.map(\.stated) == ["6 % per month", "10 % per week"])
  }

  @Test("It is the same every time")
  func deterministic() throws {
    #expect(ScenarioStarter.files.map(\.name) == ["history.csv", "scenario.yaml"])
    #expect(try read(starter()).scenario == read(starter()).scenario)
    #expect(try read(starter()).inputs == read(starter()).inputs)
  }

  @Test("A folder on disk reads as its files in memory do")
  func onDisk() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("peakplan-\(UUID().uuidString)").appendingPathComponent("test")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    for file in ScenarioStarter.files {
      try file.text.write(
        to: folder.appendingPathComponent(file.name), atomically: true, encoding: .utf8)
    }
    let reading = try ScenarioReader().read(folder: folder.path)
    #expect(try reading.scenario == read(starter()).scenario)
  }

  @Test("A folder that is not there is an issue")
  func noFolder() {
    #expect(throws: ScenarioIssues.self) {
      try ScenarioReader().read(folder: "/nonexistent/peakplan")
    }
  }
}
