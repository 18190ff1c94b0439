// Measures what timesheets cost to pay: 10,000 people with a shift on each of 31 days.
//
//   make benchmark-pay

import BusinessCalendar
import Foundation
import Measuring
import PayRules
import Units

/// The shifts of one person in October 2025: eight to twelve hours, some over midnight.
func shifts(of person: Int) -> [WorkedShift] {
  (1...31).compactMap { day -> WorkedShift? in
    guard let date = LocalDate(year: 2025, month: 10, day: day),
      let start = LocalTime(hour: [7, 9, 14, 20][person % 4])
    else { return nil }
    let from = date.at(start)
    return WorkedShift(
      start: from, end: from.adding(minutes: 540 + 60 * ((person * 7 + day) % 4)),
      unpaidBreak: UnpaidBreak(start: from.adding(minutes: 240), length: WorkTime(minutes: 60)),
      role: (person + day) % 7 < 2 ? .rest : .work)
  }
}

func measure(
  _ id: String, zone: String, currency code: String, terms: [String: String] = [:]
) throws {
  guard let zone = TimeZoneRules(identifier: zone), let currency = Currency(code: code),
    let first = LocalDate(year: 2025, month: 10, day: 1),
    let system = PaySystem.versions(id: id).last
  else { return print("\(id): nothing to measure") }
  let holidays =
    HolidayCalendar.bundled(system.jurisdiction)
    .map { PayHolidays($0, for: system) } ?? PayHolidays([:])
  let sheets = (0..<10_000).map { person in
    PaySheet(
      basis: .monthly,
      rate: HourlyRate(perHour: UnitPrice(Money(minorUnits: 3000 + Int64(person)))),
      shifts: shifts(of: person), terms: terms)
  }
  let (times, total) = try Measurement.measure(id, runs: 3) {
    let run = PayRun(
      systems: PaySystem.versions(id: id), zone: zone, currency: currency, holidays: holidays,
      span: first...first.adding(days: 31))
    return try sheets.map { try run.slip(for: $0).total }.total()
  }
  print(times.line + "   \(currency.grouped(total)) \(code)")
}

do {
  print("10,000 people with 31 shifts each, one core, median of 3 (least to most)")
  try measure("china-standard", zone: "Asia/Shanghai", currency: "CNY")
  try measure("us-hourly", zone: "America/New_York", currency: "USD")
  try measure("california-hourly", zone: "America/Los_Angeles", currency: "USD")
  try measure("philippines-daily", zone: "Asia/Manila", currency: "PHP")
  try measure("japan-standard", zone: "Asia/Tokyo", currency: "JPY")
  print("peak memory \(Int(peakMemory())) MB")
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
