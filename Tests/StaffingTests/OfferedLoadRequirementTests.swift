import BusinessCalendar
import Forecasting
import Foundation
import Queueing
import Scenarios
import Testing
import Units

@testable import Staffing

@Suite("Positions while the rate moves")
struct OfferedLoadRequirementTests {
  /// 100 contacts in each half hour from 10:00 to 12:00, half an hour each: 100 erlangs at most.
  private func pulse(_ slot: Slot) -> Double {
    (20..<24).contains(slot.index) ? 100 : 0
  }

  @Test("The load lags behind the rate by a handle time: after one of them it is at 63 %")
  func lag() throws {
    var fixture = Fixture()
    fixture.handleTime = .seconds(1800)
    let scenario = try fixture.scenario()
    let loads = SlotLoads(
      SlotDemand(
        queue: scenario.queues[0], slots: scenario.grid.slots,
        forecast: fixture.forecast(scenario, pulse).queues[0]))
    let rest = exp(-1.0)
    #expect(loads.stationary[20] == 100)
    #expect(abs(loads.maximum[20] - 100 * (1 - rest)) < 1e-9)
    #expect(abs(loads.maximum[21] - 100 * (1 - rest * rest)) < 1e-9)
    // After the pulse the slot begins with what is still in service.
    #expect(abs(loads.maximum[24] - loads.maximum[23]) < 1e-12)
    #expect(abs(loads.maximum[25] - loads.maximum[23] * rest) < 1e-9)
  }

  @Test("A slot says what load it is sized for, and what of it came before")
  func sizingLoad() throws {
    var fixture = Fixture()
    fixture.handleTime = .seconds(1800)
    let scenario = try fixture.scenario()
    let forecast = fixture.forecast(scenario, pulse)
    let requirement = try StaffingCalculator().requirement(of: scenario, for: forecast)
    let queue = scenario.queues[0]
    func load(_ slot: Int) throws -> SizingLoad {
      try parsed(requirement.sizingLoad(of: queue, for: forecast, inSlot: slot))
    }
    let rest = exp(-1.0)
    let (first, after) = (try load(20), try load(24))
    #expect(first.mean == Erlangs(100) && first.carriedIn.value < 1e-9)
    #expect(abs(first.largest.value - 100 * (1 - rest)) < 1e-9)
    // Nothing comes any more; what came in four handle times is still in service.
    #expect(after.mean == .zero && after.isSizedByLargest)
    #expect(abs(after.largest.value - 100 * (1 - exp(-4))) < 1e-9)
    #expect(after.carriedIn == after.largest && after.sized == after.largest)
    #expect(requirement.sizingLoad(of: queue, for: forecast, inSlot: 99_999) == nil)
  }

  @Test("Where nothing comes, what is left in hand is over after some handle times")
  func nothingComes() throws {
    var fixture = Fixture()
    fixture.handleTime = .seconds(300)
    let requirement = try fixture.requirement(pulse)
    // A slot is six handle times: 16.7 erlangs at its beginning, 0.04 at its end, 0.0001 a slot on.
    #expect(requirement.positions[24].value > 16 && requirement.positions[25].value > 0.04)
    #expect(requirement.positions[26] == .zero && requirement.driver[26] == .none)
  }

  @Test("Slot by slot means are there on request")
  func stationary() throws {
    var fixture = Fixture()
    fixture.staffing = QueueStaffing(
      intervalMethod: .stationary,
      conditions: WaitConditions(level: .init(Share(0.8), within: .seconds(20))))
    let requirement = try fixture.requirement(pulse)
    #expect(abs(requirement.positions[20].value - 13.037206466407791) < 1e-6)
    #expect(requirement.positions[24] == .zero)
    #expect(requirement.method.contains("mean rate"))
  }

  @Test("A ramp is drawn as a ramp that keeps each slot's contacts; a jump stays a jump")
  func minutes() throws {
    let fixture = Fixture()
    let scenario = try fixture.scenario()
    let demand = SlotDemand(
      queue: scenario.queues[0], slots: scenario.grid.slots,
      forecast: fixture.forecast(scenario) { Double(min($0.index, 10)) * 30 }.queues[0])
    for index in 1..<12 {
      let minutes = demand.minutes(of: index..<index + 1)
      #expect(minutes.count == 30)
      #expect(abs(minutes.total().value - demand.volume[index]) < 1e-9)
    }
    let ramp = demand.minutes(of: 5..<6)
    #expect(abs(ramp[29].value - ramp[0].value - 29.0 / 30) < 1e-12)
    // The last slot of the day falls to 0 at midnight: no line leads there.
    let last = demand.minutes(of: 47..<48)
    #expect(last.allSatisfy { $0 == last[0] })
  }

  @Test("Patience makes it Erlang A, redials and uncertainty ask for more")
  func models() throws {
    var fixture = Fixture()
    fixture.patience = .seconds(90)
    let leaving = try fixture.requirement { _ in 100 }
    let expected = try ErlangA(
      load: Erlangs(10), handleTime: .seconds(180), patience: .seconds(90)
    ).positions(
      meeting: ServiceConditions(
        serviceLevel: Share(0.8), within: .seconds(20), maximumOccupancy: .whole))
    #expect(abs(leaving.positions[9].value - expected.positions.value) < 1e-9)
    #expect(leaving.method.hasPrefix("Erlang A, patience 90 s"))
    var staffing = QueueStaffing(
      model: .erlangA, conditions: WaitConditions(level: .init(Share(0.8), within: .seconds(20))))
    staffing.redial = Share(0.5)
    fixture.staffing = staffing
    let redialing = try fixture.requirement { _ in 100 }
    #expect(redialing.positions[9] > leaving.positions[9])
    staffing.redial = .zero
    staffing.arrivalUncertainty = Share(0.2)
    fixture.staffing = staffing
    let uncertain = try fixture.requirement { _ in 100 }
    #expect(uncertain.positions[9] > leaving.positions[9])
  }

  @Test("The condition that asks for the most is named")
  func conditions() throws {
    var fixture = Fixture()
    fixture.patience = .seconds(90)
    let cases: [(WaitConditions, QueueRequirement.Driver)] = [
      (WaitConditions(averageSpeedOfAnswer: .seconds(2)), .averageSpeedOfAnswer),
      (WaitConditions(abandonment: Share(0.01)), .abandonment),
      (WaitConditions(waitPercentile: .init(Share(0.99), within: .seconds(5))), .waitPercentile),
      (WaitConditions(level: .init(Share(0.99), within: .seconds(5))), .serviceLevel),
      (WaitConditions(), .occupancy),
    ]
    for (conditions, driver) in cases {
      fixture.staffing = QueueStaffing(model: .erlangA, conditions: conditions)
      let requirement = try fixture.requirement { _ in 100 }
      #expect(requirement.driver[9] == driver)
    }
  }

  @Test("A flash sale: plain Erlang promises 80 % and does not deliver; the requirement does")
  func comparison() throws {
    var fixture = Fixture()
    fixture.handleTime = .seconds(900)
    fixture.patience = .seconds(300)
    let scenario = try fixture.scenario()
    let forecast = fixture.forecast(scenario) { slot in
      switch slot.index {
      case 40: 400
      case 41: 250
      case 42...47: 120
      default: 40
      }
    }
    let comparison = try StaffingCalculator().comparison(
      of: scenario, for: forecast, queue: Fixture.queueID, on: scenario.grid.days[2].date)
    #expect(comparison.intervals.count == 48)
    let after = comparison.intervals[41]
    #expect(after.promised >= Share(0.8))
    #expect(after.delivered < Share(0.7))
    #expect(after.difference > Positions(10))
    for interval in comparison.intervals.dropFirst(2) {
      #expect(interval.deliveredWithRequired > Share(0.76))
      #expect(interval.promised >= Share(0.8))
    }
    #expect([.exactChain, .gaussianClosure].contains(comparison.evaluation))
    // The same model by the mean rate misses what is still in service from the interval before.
    #expect(after.byMeanRate < after.required)
  }

  @Test("By mean rates is the requirement of a queue that asks for them")
  func byMeanRates() throws {
    var fixture = Fixture()
    fixture.handleTime = .seconds(900)
    fixture.patience = .seconds(300)
    let scenario = try fixture.scenario()
    let forecast = fixture.forecast(scenario) { $0.index == 41 ? 250 : 40 }
    let calculator = StaffingCalculator()
    let comparison = try calculator.comparison(
      of: scenario, for: forecast, queue: Fixture.queueID, on: scenario.grid.days[2].date)
    fixture.staffing = QueueStaffing(
      model: .erlangA, intervalMethod: .stationary,
      conditions: WaitConditions(level: .init(Share(0.8), within: .seconds(20))))
    let asked = try parsed(
      calculator.requirement(of: fixture.scenario(), for: forecast)[Fixture.queueID])
    for interval in comparison.intervals {
      #expect(interval.byMeanRate == asked.positions[interval.slot])
    }
  }

  @Test("A promise that nobody can keep is refused, with the queue and what would do")
  func unreachable() throws {
    var fixture = Fixture()
    fixture.staffing = QueueStaffing(
      conditions: WaitConditions(averageSpeedOfAnswer: .zero))
    let scenario = try fixture.scenario()
    let calculator = StaffingCalculator()
    let refused = UnreachablePromise(
      queue: Fixture.queueID, target: UnreachableTarget(condition: .averageSpeedOfAnswer))
    #expect(refused.description.hasPrefix("queue calls: no number of positions"))
    #expect(throws: refused) {
      try calculator.requirement(of: scenario, for: fixture.forecast(scenario) { _ in 10 })
    }
    // Where nothing comes, everything is kept.
    _ = try calculator.requirement(of: scenario, for: fixture.forecast(scenario) { _ in 0 })
  }

  @Test("A day outside the horizon, an unknown queue and deferred work have no comparison")
  func noComparison() throws {
    var fixture = Fixture()
    let scenario = try fixture.scenario()
    let forecast = fixture.forecast(scenario) { _ in 10 }
    let calculator = StaffingCalculator()
    let day = scenario.grid.days[0].date
    #expect(throws: StaffingComparisonError.outsideHorizon(day.adding(days: -3))) {
      try calculator.comparison(
        of: scenario, for: forecast, queue: Fixture.queueID, on: day.adding(days: -3))
    }
    #expect(throws: StaffingComparisonError.unknownQueue("nobody")) {
      try calculator.comparison(of: scenario, for: forecast, queue: Queue.ID("nobody"), on: day)
    }
    fixture.channel = .deferred
    fixture.target = .done(within: .seconds(86_400))
    let deferred = try fixture.scenario()
    #expect(throws: StaffingComparisonError.nobodyWaits("calls")) {
      try calculator.comparison(
        of: deferred, for: forecast, queue: Fixture.queueID, on: day)
    }
  }
}
