import BusinessCalendar
import Forecasting
import Scenarios
import Units

/// Small scenarios with one queue.
struct Fixture {
  var timeZone = "Asia/Shanghai"
  var slotLength = SlotLength.halfHour
  var start = "2026-08-03"
  var weeks = 2
  var channel = Channel.voice
  var openingHours = OpeningHours.always
  var handleTime = Duration.seconds(240)
  var calendarDays: [CalendarDay] = []
  var events: [PeakEvent] = []
  var demand: DemandSource

  static let queueID = Queue.ID("calls")

  func scenario() throws -> Scenario {
    let first = try LocalDate.parsed(start)
    let calendar = HolidayCalendar(
      id: "test", name: "Test",
      coverage: DateRange(start: first.adding(days: -2000), days: 4000), days: calendarDays)
    let queue = Queue(
      id: Fixture.queueID, name: "Calls", channel: channel, openingHours: openingHours,
      target: .answered(share: .percent(80), within: .seconds(20)),
      maximumOccupancy: .percent(90), patience: nil, handleTime: handleTime,
      minimumPositions: .zero, demand: demand, lostContactPrice: .zero)
    return Scenario(
      id: "test", name: "Test", question: "Does it add up?",
      currency: try parsed(Currency(code: "CNY")),
      timeZone: try parsed(TimeZoneRules(identifier: timeZone)),
      calendar: calendar, slotLength: slotLength,
      horizon: DateRange(start: first, days: weeks * 7), queues: [queue], sites: [],
      staffGroups: [], vendors: [], events: events, policy: Fixture.policy, shifts: nil,
      payRules: [], seed: 1)
  }

  func forecast() throws -> QueueForecast {
    try parsed(try Forecaster().forecast(try scenario())[Fixture.queueID])
  }

  private static let policy = Policy(
    outsourcingLimits: [], missionCritical: [], maximumOutsourcedShare: nil, budget: nil,
    endStrength: .zero, priceOfMissingHeadAtEnd: .zero)
}

struct NotParsed: Error {}

/// The value, or an error where there is none.
func parsed<Value>(_ value: Value?) throws -> Value {
  guard let value else { throw NotParsed() }
  return value
}

extension LocalDate {
  static func parsed(_ text: String) throws -> LocalDate {
    guard let date = LocalDate(iso: text) else { throw NotParsed() }
    return date
  }
}

extension IntervalHistory {
  /// A history of `days` days from `start` on whose interval at `minute` of a day has the contacts
  /// that `offered` says, or is missing where that is `nil`.
  static func made(
    from start: String, days: Int, every minutes: Int, handleTime: Duration? = nil,
    _ offered: (LocalDate, Int) -> Double?
  ) throws -> IntervalHistory {
    let first = try LocalDate.parsed(start)
    var intervals: [Interval] = []
    for day in 0..<days {
      let date = first.adding(days: day)
      for minute in stride(from: 0, to: 1440, by: minutes) {
        guard let count = offered(date, minute) else { continue }
        intervals.append(
          Interval(
            start: LocalDateTime(date: date, time: try parsed(LocalTime(minutes: minute))),
            offered: ContactVolume(count), handleTime: handleTime))
      }
    }
    return IntervalHistory(intervalMinutes: minutes, intervals: intervals, file: "history.csv")
  }
}

extension OpeningHours {
  /// Open on `weekdays` from one time to the other.
  static func on(_ weekdays: [Weekday], _ from: String, _ until: String) throws -> OpeningHours {
    let from = try parsed(LocalTime(from))
    let until = try parsed(LocalTime(until))
    return OpeningHours(
      stretches: weekdays.map { Stretch(weekday: $0, from: from, until: until) })
  }
}

/// The sum of the slots of one day of the horizon.
func total(_ volume: [ContactVolume], ofDay day: Int, in scenario: Scenario) -> Double {
  volume[scenario.grid.slotIndices(ofDay: day)].map(\.value).reduce(0, +)
}
