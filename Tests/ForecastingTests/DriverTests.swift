import BusinessCalendar
import Scenarios
import Testing
import Units

@testable import Forecasting

@Suite("A forecast from drivers")
struct DriverTests {
  static let evenDay = Array(repeating: Share(1.0 / 24), count: 24)
  static let twoHumps: [Double] = [
    1, 0, 0, 0, 0, 0, 0, 1, 4, 8, 10, 9, 5, 5, 7, 8, 8, 6, 4, 6, 8, 6, 3, 1,
  ]

  static func drivers(
    from start: String, orders: [Double], lag: [(Int, Double)], rate: Double = 0.1,
    containment: Double = 0, handOver: Double = 1, profile: [Share] = evenDay
  ) throws -> DemandDrivers {
    let first = try LocalDate.parsed(start)
    return DemandDrivers(
      orders: orders.enumerated().map {
        .init(date: first.adding(days: $0.offset), orders: ContactVolume($0.element))
      },
      file: "orders.csv",
      intents: [
        .init(
          id: Identifier("delivery"), contactRate: Share(rate),
          lag: lag.map { .init(days: $0.0, share: Share($0.1)) },
          robotContainment: Share(containment), handOver: Share(handOver))
      ], hourlyProfile: profile)
  }

  @Test("Orders × contact rate × what the robot leaves, day by day: 1000 × 10 % × 40 % is 40")
  func volume() throws {
    let drivers = try DriverTests.drivers(
      from: "2026-08-03", orders: Array(repeating: 1000, count: 14), lag: [(0, 1)],
      containment: 0.6)
    let fixture = Fixture(demand: .drivers(drivers))
    let scenario = try fixture.scenario()
    let forecast = try fixture.forecast()
    for day in 0..<14 {
      #expect(abs(total(forecast.volume, ofDay: day, in: scenario) - 40) < 1e-9)
    }
    #expect(abs(forecast.volume[0].value - 40.0 / 48) < 1e-12)
  }

  @Test("Those who give up with the robot reach nobody: 1000 × 10 % × 40 % × 75 % is 30")
  func handOver() throws {
    let drivers = try DriverTests.drivers(
      from: "2026-08-03", orders: Array(repeating: 1000, count: 14), lag: [(0, 1)],
      containment: 0.6, handOver: 0.75)
    let fixture = Fixture(demand: .drivers(drivers))
    let forecast = try fixture.forecast()
    #expect(abs(forecast.volume[0].value - 30.0 / 48) < 1e-12)
    #expect(forecast.method.contains("those who give up with the robot are left out"))
  }

  @Test("A lag moves the contacts: a day's orders ask two days before, on the day and three after")
  func lag() throws {
    var orders = Array(repeating: 0.0, count: 24)
    orders[8] = 1000
    let drivers = try DriverTests.drivers(
      from: "2026-07-31", orders: orders, lag: [(-2, 0.2), (0, 0.5), (3, 0.3)])
    let fixture = Fixture(demand: .drivers(drivers))
    let scenario = try fixture.scenario()
    let volume = try fixture.forecast().volume
    // 31 July + 8 is 8 August, day 5 of the horizon.
    let days = (0..<14).map { total(volume, ofDay: $0, in: scenario) }
    let moved: [Int: Double] = [3: 20, 5: 50, 8: 30]
    for (day, contacts) in days.enumerated() {
      let expected = moved[day] ?? 0
      #expect(abs(contacts - expected) < 1e-9, "day \(day)")
    }
  }

  @Test("Slots sum to the day whatever the slot, and on days of 23 and 25 hours too")
  func conservation() throws {
    let orders = (0..<14).map { 1000 + 37 * Double($0) }
    let profile = DriverTests.twoHumps.map { Share($0 / 100) }
    for slot in SlotLength.allCases {
      for (zone, start) in [("Asia/Shanghai", "2026-08-03"), ("Europe/London", "2026-10-19")] {
        let drivers = try DriverTests.drivers(
          from: start, orders: orders, lag: [(0, 1)], profile: profile)
        var fixture = Fixture(demand: .drivers(drivers))
        (fixture.slotLength, fixture.timeZone, fixture.start) = (slot, zone, start)
        let scenario = try fixture.scenario()
        let volume = try fixture.forecast().volume
        for (day, orders) in orders.enumerated() {
          #expect(abs(total(volume, ofDay: day, in: scenario) - orders / 10) < 1e-9)
        }
      }
    }
  }

  @Test("The profile keeps every hour's share, never falls below 0 and makes no steps")
  func smoothProfile() {
    let profile = HourlyProfile(DriverTests.twoHumps)
    let fives = (0..<288).map { profile.share(from: $0 * 5, until: $0 * 5 + 5) }
    for hour in 0..<24 {
      let sum = fives[hour * 12..<hour * 12 + 12].reduce(0, +)
      #expect(abs(sum - DriverTests.twoHumps[hour] / 100) < 1e-12)
    }
    #expect(fives.allSatisfy { $0 >= 0 })
    // Between 09:00 and 11:00 the hours differ by 0.4 to 2 points; no five minutes jump by more than
    // a quarter of that spread over twelve.
    for index in 108..<132 {
      #expect(abs(fives[index] - fives[index - 1]) < 0.002)
    }
    // The queue opens at 07:00 with the hour's own mean, not with nothing.
    #expect(fives[83] == 0)
    #expect(fives[84] > 0.5 * 0.01 / 12)
  }

  @Test("Contacts that come while the queue is closed are not offered, unless they can wait")
  func closedHours() throws {
    let drivers = try DriverTests.drivers(
      from: "2026-08-03", orders: Array(repeating: 2400, count: 14), lag: [(0, 1)])
    let hours = try OpeningHours.on(Weekday.allCases, "08:00", "20:00")
    var fixture = Fixture(openingHours: hours, demand: .drivers(drivers))
    let scenario = try fixture.scenario()
    let calls = try fixture.forecast()
    #expect(abs(total(calls.volume, ofDay: 0, in: scenario) - 120) < 1e-9)
    #expect(calls.method.contains("50.0 % of the contacts come while closed"))
    #expect(calls.volume[15] == .zero)
    fixture.channel = .deferred
    #expect(abs(total(try fixture.forecast().volume, ofDay: 0, in: scenario) - 240) < 1e-9)
  }

  @Test("Days before the horizon that the file lacks are taken from the same weekdays")
  func standIns() throws {
    let orders = (0..<14).map { $0 % 7 == 6 ? 700.0 : 1000 }
    let drivers = try DriverTests.drivers(
      from: "2026-08-03", orders: orders, lag: [(1, 1)])
    let fixture = Fixture(demand: .drivers(drivers))
    let scenario = try fixture.scenario()
    let forecast = try fixture.forecast()
    // Monday's contacts come from Sunday's 700 orders.
    #expect(abs(total(forecast.volume, ofDay: 0, in: scenario) - 70) < 1e-9)
    #expect(forecast.method.contains("orders of 1 day around the horizon"))
  }

  @Test("A day of the horizon without orders is refused, with the file and the day")
  func missingOrders() throws {
    let drivers = try DriverTests.drivers(
      from: "2026-08-03", orders: Array(repeating: 1000, count: 12), lag: [(0, 1)])
    let error = #expect(throws: ForecastError.self) {
      try Fixture(demand: .drivers(drivers)).forecast()
    }
    #expect(
      error
        == .ordersIncomplete(
          queue: Fixture.queueID, file: "orders.csv",
          firstMissing: try LocalDate.parsed("2026-08-15"), missingDays: 2))
  }
}

@Suite("A forecast made elsewhere")
struct StatedForecastTests {
  @Test("Is taken as it is, summed or split to the slots")
  func asItIs() throws {
    for minutes in [15, 30, 60] {
      let file = try IntervalHistory.made(from: "2026-08-03", days: 14, every: minutes) {
        Double($0.weekday.rawValue * minutes + $1 / 60 * minutes)
      }
      let fixture = Fixture(demand: .forecast(file))
      let scenario = try fixture.scenario()
      for (slot, volume) in zip(scenario.grid.slots, try fixture.forecast().volume) {
        let expected = Double(slot.date.weekday.rawValue * 30 + slot.start.hour * 30)
        #expect(abs(volume.value - expected) < 1e-9)
      }
    }
  }

  @Test("Must speak of every open slot; closed ones may be left out")
  func complete() throws {
    let file = try IntervalHistory.made(from: "2026-08-03", days: 14, every: 30) {
      (480..<1200).contains($1) && $0.description != "2026-08-09" ? 50 : nil
    }
    var fixture = Fixture(
      openingHours: try .on(Weekday.allCases, "08:00", "20:00"), demand: .forecast(file))
    let error = #expect(throws: ForecastError.self) { try fixture.forecast() }
    let first = try LocalDate.parsed("2026-08-09").at(try parsed(LocalTime("08:00")))
    #expect(
      error
        == .forecastIncomplete(
          queue: Fixture.queueID, file: "history.csv", firstMissing: first, missingSlots: 24))
    fixture.openingHours = OpeningHours(
      stretches: fixture.openingHours.stretches, closedDates: [try .parsed("2026-08-09")])
    let scenario = try fixture.scenario()
    #expect(total(try fixture.forecast().volume, ofDay: 6, in: scenario) == 0)
    #expect(total(try fixture.forecast().volume, ofDay: 5, in: scenario) == 24 * 50)
  }

  @Test("Days are spread over the opening hours and keep their contacts")
  func daily() throws {
    let file = try IntervalHistory.made(
      from: "2026-08-03", days: 14, every: 1440, handleTime: .seconds(300)
    ) { date, _ in Double(date.day * 100) }
    let fixture = Fixture(
      openingHours: try .on(Weekday.allCases, "08:00", "20:00"), demand: .forecast(file))
    let scenario = try fixture.scenario()
    let forecast = try fixture.forecast()
    #expect(abs(total(forecast.volume, ofDay: 4, in: scenario) - 700) < 1e-9)
    #expect(forecast.handleTime[20] == .seconds(300))
  }
}
