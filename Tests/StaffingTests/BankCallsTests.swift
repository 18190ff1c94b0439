import BusinessCalendar
import Forecasting
import Foundation
import Scenarios
import TestSupport
import Testing
import Units

@testable import Staffing

@Suite(
  "The requirement of real calls to a bank",
  .acceptance("forecast/data/public/us_bank_calls_30min.csv"))
struct BankCallsTests {
  @Test("Three intervals agree with Erlang C as the textbooks write it")
  func threeIntervals() throws {
    let table = try AcceptanceTable("forecast/data/public/us_bank_calls_30min.csv")
    let intervals = try table.rows.map { row in
      IntervalHistory.Interval(
        start: try parsed(LocalDateTime(table.cell(row, "timestamp"))),
        offered: ContactVolume(try parsed(table.number(row, "value"))), handleTime: nil)
    }
    var fixture = Fixture()
    (fixture.timeZone, fixture.start, fixture.weeks) = ("America/New_York", "2003-10-27", 2)
    fixture.openingHours = try .on(
      [.monday, .tuesday, .wednesday, .thursday, .friday], "07:00", "21:00")
    fixture.demand = .history(
      IntervalHistory(intervalMinutes: 30, intervals: intervals, file: "bank.csv"))
    fixture.handleTime = .seconds(210)
    fixture.maximumOccupancy = Share(0.92)
    fixture.staffing = QueueStaffing(
      intervalMethod: .stationary,
      conditions: WaitConditions(level: .init(Share(0.8), within: .seconds(20))))
    let scenario = try fixture.scenario()
    let forecast = try Forecaster().forecast(scenario)
    let requirement = try parsed(
      StaffingCalculator().requirement(of: scenario, for: forecast)[Fixture.queueID])

    for (time, expected) in [
      ("2003-10-27T07:00", QueueRequirement.Driver.serviceLevel),
      ("2003-10-29T10:30", .occupancy), ("2003-10-31T20:30", .serviceLevel),
    ] {
      let slot = try #require(scenario.grid.index(of: try parsed(LocalDateTime(time))))
      let load = requirement.volume[slot].value * 210 / 1800
      let positions = requirement.positions[slot].value
      let whole = Int(positions.rounded(.up))
      func isEnough(_ agents: Int) -> Bool {
        let level = TextbookErlangC.serviceLevel(
          agents: agents, load: load, within: 20, handleTime: 210)
        return level >= 0.8 && load / Double(agents) <= 0.92
      }
      let level = TextbookErlangC.serviceLevel(
        realAgents: positions, load: load, within: 20, handleTime: 210)
      print(
        "\(time): \(requirement.volume[slot].value) calls, \(load) erlangs, \(positions) positions "
          + "(\(requirement.driver[slot].rawValue)), service level \(level) by the textbook")
      #expect(abs(requirement.load[slot].value - load) < 1e-9)
      #expect(load > 10)
      #expect(requirement.driver[slot] == expected)
      #expect(isEnough(whole))
      #expect(!isEnough(whole - 1))
      #expect(abs((requirement.serviceLevel[slot]?.value ?? 0) - level) < 1e-7)
      switch expected {
      case .occupancy: #expect(abs(positions - load / 0.92) < 1e-9)
      default: #expect(abs(level - 0.8) < 1e-7)
      }
    }
    print("Bank calls: 3 intervals recomputed")
    let saturday = scenario.grid.slotIndices(ofDay: 5)
    #expect(requirement.positions[saturday].allSatisfy { $0 == .zero })
  }
}
