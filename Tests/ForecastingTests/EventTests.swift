import BusinessCalendar
import Foundation
import Scenarios
import TestSupport
import Testing
import Units

@testable import Forecasting

@Suite("Events on a forecast")
struct EventTests {
  static func event(
    _ id: String, at start: String, hours: Double, halfLife: Double? = nil, lift: Double,
    handleTime: Double = 0, queue: Queue.ID = Fixture.queueID
  ) throws -> PeakEvent {
    PeakEvent(
      id: Identifier(id), name: id, platform: nil, year: nil, wave: nil, phase: nil,
      start: try parsed(LocalDateTime(start)), window: .seconds(hours * 3600),
      shape: halfLife.map { .decay(halfLife: .seconds($0 * 3600)) } ?? .flat,
      lifts: [.init(queue: queue, extraVolume: Share(lift), handleTimeChange: Share(handleTime))],
      source: "test", notified: nil)
  }

  /// 48 contacts a half-hour, all the time.
  static func fixture(_ events: [PeakEvent]) throws -> Fixture {
    let drivers = try DriverTests.drivers(
      from: "2026-08-03", orders: Array(repeating: 23_040, count: 14), lag: [(0, 1)])
    var fixture = Fixture(demand: .drivers(drivers))
    fixture.events = events
    return fixture
  }

  @Test("A flat lift counts for the part of a slot that it covers, to the minute")
  func flat() throws {
    // 20:10 to 21:40 on the first day; slot 40 begins at 20:00.
    let fixture = try EventTests.fixture(
      [try EventTests.event("sale", at: "2026-08-03T20:10", hours: 1.5, lift: 3, handleTime: 0.1)])
    let forecast = try fixture.forecast()
    let expected = [39: 0.0, 40: 2.0 / 3, 41: 1, 42: 1, 43: 1.0 / 3, 44: 0]
    for (slot, share) in expected {
      #expect(abs(forecast.volume[slot].value - 48 * (1 + 3 * share)) < 1e-9)
      #expect(abs(forecast.handleTime[slot].inSeconds - 240 * (1 + 0.1 * share)) < 1e-9)
    }
    let effect = try #require(forecast.eventEffects.first)
    #expect(effect.firstSlot == 40)
    #expect(effect.addedVolume.count == 4)
    #expect(abs(effect.addedVolume.total().value - 48 * 3 * 3) < 1e-9)
  }

  @Test(
    "A lift that halves every hour adds its integral: base × lift × half-life / ln 2 × (1 − 2^−n)")
  func decay() throws {
    let fixture = try EventTests.fixture(
      [
        try EventTests.event(
          "opening", at: "2026-08-03T20:10", hours: 3, halfLife: 1, lift: 8)
      ])
    let effect = try #require(try fixture.forecast().eventEffects.first)
    // 96 contacts an hour; ∫₀³ 2^−t dt = (1 − 1/8) / ln 2.
    let whole = 96 * 8 * (1 - 0.125) / log(2)
    #expect(abs(effect.addedVolume.total().value - whole) < 1e-9)
    // The first slot has the 20 minutes from 20:10: (1 − 2^(−1/3)) / ln 2.
    let first = 96 * 8 * (1 - pow(2, -1.0 / 3)) / log(2)
    #expect(abs(effect.addedVolume[0].value - first) < 1e-9)
  }

  @Test("Lifts of events that overlap add, each event keeps its own effect")
  func overlap() throws {
    let fixture = try EventTests.fixture([
      try EventTests.event("one", at: "2026-08-03T10:00", hours: 2, lift: 1, handleTime: 0.1),
      try EventTests.event("two", at: "2026-08-03T11:00", hours: 2, lift: 0.5, handleTime: 0.2),
    ])
    let forecast = try fixture.forecast()
    #expect(abs(forecast.volume[20].value - 96) < 1e-9)
    #expect(abs(forecast.volume[22].value - 120) < 1e-9)
    #expect(abs(forecast.volume[24].value - 72) < 1e-9)
    #expect(abs(forecast.handleTime[22].inSeconds - 240 * 1.3) < 1e-9)
    #expect(forecast.eventEffects.map(\.event.rawValue) == ["one", "two"])
  }

  @Test("Events that take contacts away leave none, never fewer")
  func deflection() throws {
    let fixture = try EventTests.fixture([
      try EventTests.event("notice", at: "2026-08-03T10:00", hours: 2, lift: -0.7),
      try EventTests.event("outage", at: "2026-08-03T10:00", hours: 2, lift: -0.7),
    ])
    let forecast = try fixture.forecast()
    #expect(forecast.volume[20] == .zero)
    #expect(abs(forecast.eventEffects[1].addedVolume[0].value + 48 * 0.3) < 1e-9)
  }

  @Test("An event of another queue, or outside the horizon, does nothing")
  func elsewhere() throws {
    let fixture = try EventTests.fixture([
      try EventTests.event(
        "other", at: "2026-08-03T10:00", hours: 2, lift: 5, queue: Queue.ID("other")),
      try EventTests.event("past", at: "2026-08-02T10:00", hours: 14, lift: 5),
      try EventTests.event("later", at: "2026-08-17T00:00", hours: 2, lift: 5),
    ])
    let forecast = try fixture.forecast()
    #expect(forecast.eventEffects.isEmpty)
    #expect(forecast.volume == forecast.baseVolume)
  }

  @Test("A window over the doubled hour of autumn covers five hours of the clock's four")
  func doubledHour() throws {
    let drivers = try DriverTests.drivers(
      from: "2026-10-19", orders: Array(repeating: 25_000, count: 14), lag: [(0, 1)])
    var fixture = Fixture(demand: .drivers(drivers))
    (fixture.timeZone, fixture.start) = ("Europe/London", "2026-10-19")
    fixture.events = [
      try EventTests.event("night", at: "2026-10-25T00:00", hours: 5, lift: 1)
    ]
    let effect = try #require(try fixture.forecast().eventEffects.first)
    #expect(effect.addedVolume.count == 10)
    #expect(abs(effect.addedVolume.total().value - 500) < 1e-9)
  }

  @Test("Volume is base plus the effects in their order, exactly, whatever the events")
  func exactSum() throws {
    var random = SplitMix(state: 5)
    for _ in 0..<40 {
      var events: [PeakEvent] = []
      for index in 0..<Int.random(in: 1...6, using: &random) {
        let day = Int.random(in: 2...17, using: &random)
        let minute = Int.random(in: 0..<1440, using: &random)
        let start = try LocalDate.parsed("2026-08-\(day < 10 ? "0" : "")\(day)")
          .at(try parsed(LocalTime(minutes: minute)))
        events.append(
          try EventTests.event(
            "event-\(index)", at: start.description,
            hours: Double.random(in: 0...60, using: &random),
            halfLife: Bool.random(using: &random) ? 2.5 : nil,
            lift: Double.random(in: -1...6, using: &random)))
      }
      let forecast = try EventTests.fixture(events).forecast()
      var sum = forecast.baseVolume
      for effect in forecast.eventEffects {
        for (offset, added) in effect.addedVolume.enumerated() {
          sum[effect.firstSlot + offset] += added
        }
      }
      #expect(sum == forecast.volume)
      #expect(forecast.volume.allSatisfy { $0.value >= 0 })
    }
  }

  @Test("A forecast is read back from JSON as it was written")
  func codable() throws {
    let scenario = try EventTests.fixture(
      [try EventTests.event("sale", at: "2026-08-03T20:10", hours: 1.5, lift: 3, handleTime: 0.1)]
    ).scenario()
    let forecast = try Forecaster().forecast(scenario)
    let data = try JSONEncoder().encode(forecast)
    #expect(try JSONDecoder().decode(DemandForecast.self, from: data) == forecast)
  }

  @Test("Days of the history that an event touched tell nothing of other days")
  func eventInHistory() throws {
    let days = try ["2026-07-20", "2026-07-21"].map(LocalDate.parsed)
    let history = try IntervalHistory.made(from: "2026-05-04", days: 91, every: 30) {
      HistoryTests.even($0, $1) * (days.contains($0) ? 1.2 : 1)
    }
    var fixture = Fixture(demand: .history(history))
    fixture.events = [try EventTests.event("past", at: "2026-07-20T20:00", hours: 20, lift: 2)]
    let scenario = try fixture.scenario()
    for (slot, volume) in zip(scenario.grid.slots, try fixture.forecast().volume) {
      let expected = HistoryTests.even(slot.date, slot.start.minutes)
      #expect(HistoryTests.isClose(volume.value, expected))
    }
  }
}
