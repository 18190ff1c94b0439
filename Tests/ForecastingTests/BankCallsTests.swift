import BusinessCalendar
import Foundation
import Scenarios
import TestSupport
import Testing
import Units

@testable import Forecasting

/// Half-hourly calls to a bank, weekdays only, holidays absent (forecast data, us_bank_calls_30min).
struct BankCalls {
  static let path = "forecast/data/public/us_bank_calls_30min.csv"
  let intervals: [IntervalHistory.Interval]

  init() throws {
    let table = try AcceptanceTable(BankCalls.path)
    intervals = try table.rows.map { row in
      IntervalHistory.Interval(
        start: try parsed(LocalDateTime(table.cell(row, "timestamp"))),
        offered: ContactVolume(try parsed(table.number(row, "value"))), handleTime: nil)
    }
  }

  func fixture(start: String, weeks: Int) throws -> Fixture {
    let history = IntervalHistory(intervalMinutes: 30, intervals: intervals, file: "bank.csv")
    var fixture = Fixture(demand: .history(history))
    (fixture.start, fixture.weeks, fixture.timeZone) = (start, weeks, "America/New_York")
    fixture.openingHours = try .on(
      [.monday, .tuesday, .wednesday, .thursday, .friday], "07:00", "21:00")
    fixture.calendarDays = try ["2003-05-26", "2003-07-04", "2003-09-01"].map {
      CalendarDay(date: try LocalDate.parsed($0), kind: .statutoryHoliday)
    }
    return fixture
  }
}

@Suite(
  "A forecast of real calls to a bank", .acceptance(BankCalls.path))
struct BankCallsTests {
  @Test("Four weeks ahead, slots are off by less than 8 % and days by less than 7 %")
  func fourWeeks() throws {
    let calls = try BankCalls()
    for start in ["2003-07-21", "2003-08-18", "2003-09-22"] {
      let fixture = try calls.fixture(start: start, weeks: 4)
      let scenario = try fixture.scenario()
      let forecast = try fixture.forecast()
      var (slotError, dayError, sum, count) = (0.0, 0.0, 0.0, 0)
      var days: [LocalDate: (actual: Double, forecast: Double)] = [:]
      for interval in calls.intervals {
        guard let slot = scenario.grid.index(of: interval.start) else { continue }
        let (actual, predicted) = (interval.offered.value, forecast.volume[slot].value)
        slotError += abs(actual - predicted)
        sum += actual
        count += 1
        let day = days[interval.start.date] ?? (0, 0)
        days[interval.start.date] = (day.actual + actual, day.forecast + predicted)
      }
      for day in days.values { dayError += abs(day.actual - day.forecast) }
      print(
        "Bank calls from \(start): \(count) half-hours compared, WAPE \(slotError / sum) by slot, "
          + "\(dayError / sum) by day; \(forecast.method)")
      #expect(count > 400)
      #expect(slotError / sum < 0.08)
      #expect(dayError / sum < 0.07)
    }
  }

  @Test("The day factor varies by about 6 %")
  func spread() throws {
    let forecast = try BankCalls().fixture(start: "2003-10-27", weeks: 1).forecast()
    print("Bank calls: day factor spread \(forecast.dayFactorSpread.value)")
    #expect(abs(forecast.dayFactorSpread.value - 0.061) < 0.003)
    #expect(forecast.volume.total().value > 100_000)
  }
}
