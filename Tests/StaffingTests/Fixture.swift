import BusinessCalendar
import Forecasting
import Scenarios
import Staffing
import Units

/// Small scenarios with one queue, and their forecast made by hand.
struct Fixture {
  var timeZone = "Asia/Shanghai"
  var slotLength = SlotLength.halfHour
  var start = "2026-08-03"
  var weeks = 1
  var channel = Channel.voice
  var openingHours = OpeningHours.always
  var target = ServiceTarget.answered(share: .percent(80), within: .seconds(20))
  var maximumOccupancy = Share.whole
  var minimumPositions = Positions.zero
  var handleTime = Duration.seconds(180)
  var patience: Duration?
  /// The queue's staffing, where it is not the plain one of its target.
  var staffing: QueueStaffing?
  var demand = DemandSource.forecast(
    IntervalHistory(intervalMinutes: 30, intervals: [], file: "forecast.csv"))
  var calendarDays: [CalendarDay] = []

  static let queueID = Queue.ID("calls")

  func scenario() throws -> Scenario {
    let first = try LocalDate.parsed(start)
    let queue = Queue(
      id: Fixture.queueID, name: "Calls", channel: channel, openingHours: openingHours,
      target: target, maximumOccupancy: maximumOccupancy, patience: patience,
      handleTime: handleTime, minimumPositions: minimumPositions, demand: demand,
      lostContactPrice: .zero, staffing: staffing)
    let policy = Policy(
      outsourcingLimits: [], missionCritical: [], maximumOutsourcedShare: nil, budget: nil,
      endStrength: .zero, priceOfMissingHeadAtEnd: .zero)
    return Scenario(
      id: "test", name: "Test", question: "How many?",
      currency: try parsed(Currency(code: "CNY")),
      timeZone: try parsed(TimeZoneRules(identifier: timeZone)),
      calendar: HolidayCalendar(
        id: "test", name: "Test", coverage: DateRange(start: first.adding(days: -400), days: 800),
        days: calendarDays),
      slotLength: slotLength, horizon: DateRange(start: first, days: weeks * 7), queues: [queue],
      sites: [], staffGroups: [], vendors: [], events: [], policy: policy, shifts: nil,
      payRules: [], seed: 1)
  }

  /// The requirement for a forecast of `volume` contacts in each slot.
  func requirement(_ volume: (Slot) -> Double) throws -> QueueRequirement {
    let scenario = try scenario()
    return try parsed(
      StaffingCalculator().requirement(of: scenario, for: forecast(scenario, volume))[
        Fixture.queueID])
  }

  /// A forecast of `volume` contacts in each slot.
  func forecast(_ scenario: Scenario, _ volume: (Slot) -> Double) -> DemandForecast {
    let contacts = scenario.grid.slots.map { ContactVolume(volume($0)) }
    return DemandForecast(
      grid: scenario.grid,
      queues: [
        QueueForecast(
          queue: Fixture.queueID, method: "by hand", baseVolume: contacts, eventEffects: [],
          volume: contacts, handleTime: contacts.map { _ in handleTime }, dayFactorSpread: .zero)
      ])
  }
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

extension OpeningHours {
  /// Open on `weekdays` from one time to the other.
  static func on(_ weekdays: [Weekday], _ from: String, _ until: String) throws -> OpeningHours {
    let from = try parsed(LocalTime(from))
    let until = try parsed(LocalTime(until))
    return OpeningHours(
      stretches: weekdays.map { Stretch(weekday: $0, from: from, until: until) })
  }
}
