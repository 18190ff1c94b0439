import BusinessCalendar
import Foundation
import PayRules
import TestSupport
import Testing
import Units

@Suite("The working-time limits of the acceptance folder", .acceptance("pay/limit_cases.csv"))
struct LimitAcceptanceTests {
  struct Inputs: Decodable {
    var weeks: Double?
    var base: Double?
    var overtime: Overtime?
    var hoursA: Double?
    var hoursB: Double?
    var periodC: Double?
    var tz: String?
    var end: String?
    var nextStart: String?
    var overtime150: Double?
    var rest200: Double?
    var overtimeAndHoliday: [Double]?
    var months: [Double]?

    enum CodingKeys: String, CodingKey {
      case weeks, base, overtime, tz, end, overtime150, rest200, months
      case hoursA = "A"
      case hoursB = "B"
      case periodC = "C"
      case nextStart = "next_start"
      case overtimeAndHoliday = "ot_plus_holiday"
    }
  }

  enum Overtime: Decodable {
    case one(Double)
    case list([Double])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let list = try? container.decode([Double].self) {
        self = .list(list)
      } else {
        self = .one(try container.decode(Double.self))
      }
    }

    var values: [Rational] {
      switch self {
      case .one(let value): [Rational(nearest: value)]
      case .list(let values): values.map { Rational(nearest: $0) }
      }
    }
  }

  @Test("Every case has its value, and breaks its limit or does not")
  func cases() throws {
    let table = try AcceptanceTable("pay/limit_cases.csv")
    for row in table.rows {
      let id = row["case_id"] ?? ""
      let text = row["inputs_json"] ?? ""
      let inputs = try JSONDecoder().decode(Inputs.self, from: Data(text.utf8))
      let measure = row["measure"] ?? ""
      let value = try value(of: measure, inputs)
      let due = try decimal(row["expected_value"])
      #expect(rounded(value, 4) == rounded(due, 4), "\(id)")
      let limit = try decimal(row["limit"])
      let isRest = measure.hasSuffix("_rest_h")
      #expect((isRest ? value < limit : value > limit) == (row["breach"] == "Y"), "\(id)")
    }
    table.printCompared(table.rows.count)
  }

  private func value(of measure: String, _ inputs: Inputs) throws -> Rational {
    func number(_ value: Double?) throws -> Rational { Rational(nearest: try #require(value)) }
    switch measure {
    case "avg_week_17":
      return WorkingTimeMeasure.averageWeek(
        weeks: try number(inputs.weeks), base: try number(inputs.base),
        overtime: inputs.overtime?.values ?? [])
    case "avg_week_17_leave":
      return WorkingTimeMeasure.averageWeek(
        hours: try number(inputs.hoursA), replacingLeave: try number(inputs.hoursB),
        weeks: try number(inputs.periodC))
    case "night_avg_per_24h":
      return WorkingTimeMeasure.nightAverage(
        hours: try number(inputs.hoursA), days: try number(inputs.hoursB),
        restDays: try number(inputs.periodC))
    case "daily_rest_h", "weekly_rest_h":
      return WorkingTimeMeasure.rest(
        from: try #require(LocalDateTime(inputs.end ?? "")),
        to: try #require(LocalDateTime(inputs.nextStart ?? "")),
        in: try #require(TimeZoneRules(identifier: inputs.tz ?? "")))
    case "month_overtime_h":
      if let overtime = inputs.overtime { return overtime.values.reduce(.zero, +) }
      return WorkingTimeMeasure.monthOvertime(
        weekday: try number(inputs.overtime150), restDay: try number(inputs.rest200))
    case "avg_2_6_months_h":
      let months = try #require(inputs.overtimeAndHoliday)
      return try #require(
        WorkingTimeMeasure.largestMean(ofLastMonths: months.map { Rational(nearest: $0) }))
    case "year_overtime_h":
      return try #require(inputs.months).map { Rational(nearest: $0) }.reduce(.zero, +)
    default:
      Issue.record("a measure that is not known: \(measure)")
      return .zero
    }
  }
}
