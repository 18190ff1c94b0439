import BusinessCalendar
import Scenarios
import TestSupport
import Testing
import Units

@testable import Forecasting

@Suite("A forecast from history")
struct HistoryTests {
  /// Contacts of an even week: the weekday's factor times the slot's, never below 60 a half-hour.
  static func even(_ date: LocalDate, _ minute: Int) -> Double {
    let weekday = [1.2, 1.1, 1.0, 1.0, 1.05, 0.8, 0.75][date.weekday.rawValue - 1]
    let slot = 100 + Double(minute / 30 % 48)
    return weekday * slot
  }

  static func isClose(_ value: Double, _ expected: Double, within share: Double = 1e-9) -> Bool {
    abs(value - expected) <= share * abs(expected) + 1e-9
  }

  private func expectEven(
    _ fixture: Fixture, within share: Double = 1e-9,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let scenario = try fixture.scenario()
    let forecast = try fixture.forecast()
    for (slot, volume) in zip(scenario.grid.slots, forecast.volume) {
      let expected = HistoryTests.even(slot.date, slot.start.minutes)
      #expect(
        HistoryTests.isClose(volume.value, expected, within: share),
        "\(slot.dateTime): \(volume.value) for \(expected)", sourceLocation: sourceLocation)
    }
  }

  @Test("An even history goes on as it was, slot by slot")
  func evenHistory() throws {
    let history = try IntervalHistory.made(
      from: "2026-05-04", days: 91, every: 30, HistoryTests.even)
    try expectEven(Fixture(demand: .history(history)))
  }

  @Test("A slot that is missing is no zero")
  func missingSlots() throws {
    var random = SplitMix(state: 3)
    let history = try IntervalHistory.made(from: "2026-05-04", days: 91, every: 30) {
      Double.random(in: 0..<1, using: &random) < 0.15 ? nil : HistoryTests.even($0, $1)
    }
    try expectEven(Fixture(demand: .history(history)))
  }

  @Test("Three days of outage and one of ten times the volume change nothing")
  func outage() throws {
    let odd = try [
      LocalDate.parsed("2026-07-07"): 0.15, .parsed("2026-07-15"): 0.1,
      .parsed("2026-07-30"): 0.15, .parsed("2026-06-20"): 10,
    ]
    let history = try IntervalHistory.made(from: "2026-05-04", days: 91, every: 30) {
      HistoryTests.even($0, $1) * (odd[$0] ?? 1)
    }
    try expectEven(Fixture(demand: .history(history)), within: 1e-6)
  }

  @Test("Quarter-hours are summed to the scenario's half-hours")
  func shorterIntervals() throws {
    let history = try IntervalHistory.made(from: "2026-05-04", days: 91, every: 15) {
      HistoryTests.even($0, $1 / 30 * 30) * ($1 % 30 == 0 ? 0.7 : 0.3)
    }
    try expectEven(Fixture(demand: .history(history)))
  }

  @Test("Hours are split evenly over the half-hours in which the queue is open")
  func longerIntervals() throws {
    let hours = try OpeningHours.on(Weekday.allCases, "08:30", "20:00")
    let history = try IntervalHistory.made(from: "2026-05-04", days: 91, every: 60) {
      (8 * 60..<20 * 60).contains($1) && $0.weekday != .sunday ? 300 : 0
    }
    let fixture = Fixture(openingHours: hours, demand: .history(history))
    let scenario = try fixture.scenario()
    let volume = try fixture.forecast().volume
    let monday = scenario.grid.slotIndices(ofDay: 0)
    #expect(volume[monday.lowerBound + 16].value == 0)
    #expect(HistoryTests.isClose(volume[monday.lowerBound + 17].value, 300))
    #expect(HistoryTests.isClose(volume[monday.lowerBound + 18].value, 150))
    #expect(HistoryTests.isClose(volume[monday.lowerBound + 39].value, 150))
    #expect(volume[monday.lowerBound + 40].value == 0)
    #expect(total(volume, ofDay: 6, in: scenario) == 0)
  }

  @Test("A history of days keeps each day's contacts, spread over the opening hours")
  func dailyHistory() throws {
    let history = try IntervalHistory.made(from: "2026-05-04", days: 91, every: 1440) { date, _ in
      date.weekday.isWeekend ? 500 : 1200
    }
    let fixture = Fixture(
      openingHours: try .on(Weekday.allCases, "09:00", "18:00"), demand: .history(history))
    let scenario = try fixture.scenario()
    let forecast = try fixture.forecast()
    #expect(HistoryTests.isClose(total(forecast.volume, ofDay: 0, in: scenario), 1200))
    #expect(HistoryTests.isClose(total(forecast.volume, ofDay: 6, in: scenario), 500))
    #expect(forecast.volume[17].value == 0)
    #expect(forecast.volume[18].value > 0)
    #expect(forecast.method.contains("default profile"))
  }

  @Test("Weekdays that never appear are taken as closed, and the method says so")
  func closedWeekdays() throws {
    let history = try IntervalHistory.made(from: "2026-05-04", days: 89, every: 30) {
      $0.weekday.isWeekend ? nil : HistoryTests.even($0, $1)
    }
    let fixture = Fixture(demand: .history(history))
    let scenario = try fixture.scenario()
    let forecast = try fixture.forecast()
    #expect(total(forecast.volume, ofDay: 5, in: scenario) == 0)
    #expect(total(forecast.volume, ofDay: 4, in: scenario) > 0)
    #expect(forecast.method.contains("no saturday or sunday in it: taken as closed"))
  }

  @Test("Holidays that brought half bring nearly half again; those never counted bring nothing")
  func holidays() throws {
    let dates = try ["2026-06-03", "2026-06-25", "2026-07-14", "2026-08-05"].map(LocalDate.parsed)
    let days = dates.map { CalendarDay(date: $0, kind: .statutoryHoliday) }
    let half = try IntervalHistory.made(from: "2026-05-04", days: 91, every: 30) {
      HistoryTests.even($0, $1) * (dates.contains($0) ? 0.5 : 1)
    }
    let fixture = Fixture(calendarDays: days, demand: .history(half))
    let scenario = try fixture.scenario()
    let forecast = try fixture.forecast()
    let ordinary = total(forecast.volume, ofDay: 9, in: scenario)
    // Three holidays and half a day without effect: 0.5^(3/3.5).
    let expected = ordinary * 0.552045
    #expect(
      HistoryTests.isClose(total(forecast.volume, ofDay: 2, in: scenario), expected, within: 1e-5))
    #expect(forecast.method.contains("statutory holidays × 0.55"))

    let none = try IntervalHistory.made(from: "2026-05-04", days: 91, every: 30) {
      dates.contains($0) ? nil : HistoryTests.even($0, $1)
    }
    let closed = try Fixture(calendarDays: days, demand: .history(none)).forecast()
    #expect(total(closed.volume, ofDay: 2, in: scenario) == 0)
    #expect(
      HistoryTests.isClose(total(closed.volume, ofDay: 9, in: scenario), ordinary, within: 1e-9))
    #expect(closed.method.contains("closed on statutory holidays"))
  }

  @Test("A day of 23 or 25 hours keeps its contacts", arguments: ["2026-03-23", "2026-10-19"])
  func clockChange(start: String) throws {
    let first = try LocalDate.parsed(start)
    let history = try IntervalHistory.made(
      from: first.adding(days: -84).description, days: 84, every: 30, HistoryTests.even)
    var fixture = Fixture(demand: .history(history))
    fixture.timeZone = "Europe/London"
    fixture.start = start
    let scenario = try fixture.scenario()
    let forecast = try fixture.forecast()
    #expect(scenario.grid.slotIndices(ofDay: 6).count == (start.contains("-03-") ? 46 : 50))
    #expect(
      HistoryTests.isClose(
        total(forecast.volume, ofDay: 6, in: scenario),
        total(forecast.volume, ofDay: 13, in: scenario)))
  }

  @Test("What is counted after the horizon has begun is not known to the plan")
  func overlap() throws {
    let before = try IntervalHistory.made(
      from: "2026-05-04", days: 91, every: 30, HistoryTests.even)
    let beyond = try IntervalHistory.made(from: "2026-05-04", days: 105, every: 30) {
      HistoryTests.even($0, $1) * ($0.description >= "2026-08-03" ? 5 : 1)
    }
    let known = try Fixture(demand: .history(before)).forecast()
    #expect(try Fixture(demand: .history(beyond)).forecast() == known)
  }

  @Test("Growth of 1 % a week goes on, damped")
  func trend() throws {
    let first = try LocalDate.parsed("2026-03-16")
    let history = try IntervalHistory.made(from: "2026-03-16", days: 140, every: 30) {
      date, minute in
      let week = first.days(until: date) / 7
      return HistoryTests.even(date, minute) * (0..<week).reduce(1) { level, _ in level * 1.01 }
    }
    let fixture = Fixture(weeks: 26, demand: .history(history))
    let scenario = try fixture.scenario()
    let volume = try fixture.forecast().volume
    let last = history.intervals.suffix(48 * 7).map(\.offered.value).reduce(0, +)
    let weeks = (0..<26).map { week in
      (0..<7).map { total(volume, ofDay: week * 7 + $0, in: scenario) }.reduce(0, +)
    }
    #expect(weeks[0] / last > 1.005 && weeks[0] / last < 1.01)
    #expect(zip(weeks, weeks.dropFirst()).allSatisfy { $0 < $1 })
    #expect(weeks[25] / last < 1.1)
  }

  @Test("Handle time follows what was counted, slot by slot; without it, it is the queue's")
  func handleTime() throws {
    let plain = try IntervalHistory.made(
      from: "2026-05-04", days: 91, every: 30, HistoryTests.even)
    #expect(
      try Fixture(demand: .history(plain)).forecast().handleTime.allSatisfy { $0 == .seconds(240) })
    let counted = IntervalHistory(
      intervalMinutes: 30,
      intervals: plain.intervals.map {
        IntervalHistory.Interval(
          start: $0.start, offered: $0.offered,
          handleTime: .seconds($0.start.time.hour < 12 ? 200 : 300))
      }, file: "history.csv")
    let forecast = try Fixture(demand: .history(counted)).forecast()
    #expect(abs(forecast.handleTime[10].inSeconds - 200) < 5)
    #expect(abs(forecast.handleTime[40].inSeconds - 300) < 5)
    #expect(forecast.method.contains("handle time by weekday and slot"))
  }

  @Test("A history that is too short, too old or not of numbers is refused with what helps")
  func refused() throws {
    let short = try IntervalHistory.made(
      from: "2026-07-24", days: 10, every: 30, HistoryTests.even)
    let error = #expect(throws: ForecastError.self) {
      try Fixture(demand: .history(short)).forecast()
    }
    #expect(
      error
        == .historyTooShort(
          queue: Fixture.queueID, file: "history.csv", days: 10,
          horizonStart: try LocalDate.parsed("2026-08-03")))
    #expect("\(try #require(error))".contains("two weeks are needed"))
    let none = IntervalHistory(intervalMinutes: 30, intervals: [], file: "history.csv")
    #expect(throws: ForecastError.self) { try Fixture(demand: .history(none)).forecast() }
    let old = try IntervalHistory.made(from: "2023-05-04", days: 91, every: 30, HistoryTests.even)
    #expect(throws: ForecastError.self) { try Fixture(demand: .history(old)).forecast() }
    for value in [-1, .nan, .infinity] {
      let odd = try IntervalHistory.made(from: "2026-05-04", days: 91, every: 30) {
        $1 == 600 ? value : HistoryTests.even($0, $1)
      }
      #expect(throws: ForecastError.self) { try Fixture(demand: .history(odd)).forecast() }
    }
    let odd = IntervalHistory(intervalMinutes: 0, intervals: short.intervals, file: "history.csv")
    #expect(throws: ForecastError.self) { try Fixture(demand: .history(odd)).forecast() }
  }

  @Test("Nothing ever came: nothing is forecast")
  func zeros() throws {
    let history = try IntervalHistory.made(from: "2026-05-04", days: 91, every: 30) { _, _ in 0 }
    let forecast = try Fixture(demand: .history(history)).forecast()
    #expect(forecast.volume.allSatisfy { $0 == .zero })
    #expect(forecast.dayFactorSpread == .zero)
  }

  @Test("The day factor's spread is found beneath Poisson noise, and is 0 where there is only that")
  func spread() throws {
    var random = SplitMix(state: 21)
    func normal() -> Double {
      (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &random) }
    }
    func spread(of factor: Double) throws -> Double {
      let first = try LocalDate.parsed("2025-08-04")
      let factors = (0..<364).map { _ in 1 + factor * normal() }
      let history = try IntervalHistory.made(from: "2025-08-04", days: 364, every: 60) {
        let mean = 100 * factors[first.days(until: $0)]
        return ($1, mean).1 + mean.squareRoot() * normal()
      }
      return try Fixture(demand: .history(history)).forecast().dayFactorSpread.value
    }
    #expect(abs(try spread(of: 0.1) - 0.1) < 0.015)
    #expect(try spread(of: 0) < 0.01)
  }
}
