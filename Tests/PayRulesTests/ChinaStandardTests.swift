import BusinessCalendar
import PayRules
import Testing
import Units

@Suite("China, standard working-time system")
struct ChinaStandardTests {
  static let versions = RulePack.bundled.filter { $0.id == "china-standard" }

  @Test("The effective dates decide: the standard month has 20.83 days before 2025, then 20.67")
  func versionsByDate() throws {
    let last = try #require(china(on: "2024-12-31"))
    let first = try #require(china(on: "2025-01-01"))
    #expect(last.standardHoursPerMonth == Multiplier(percent: 16_664).factor)
    #expect(last.statutoryHolidaysPerYear == 11)
    #expect(first.standardHoursPerMonth == Multiplier(percent: 16_536).factor)
    #expect(first.statutoryHolidaysPerYear == 13)
    #expect(china(on: "2008-01-02") == nil)
    #expect(RulePack.bundledIDs == ["china-standard"])
    #expect(RulePack.bundled(id: "atlantis", on: first.effectiveFrom) == nil)
  }

  @Test("Wages are converted by 174 hours, not by the hours worked", arguments: versions)
  func wageConversion(pack: RulePack) throws {
    #expect(pack.paidHoursPerMonth == Rational(174))
    #expect(pack.dailyHours == WorkTime(minutes: 480))
    #expect(pack.weeklyHours == WorkTime(minutes: 2400))
    let rate = pack.hourlyRate(monthlySalary: Money(minorUnits: 600_000))
    #expect(rate.perHour.minorUnitsPerUnit == Rational(600_000, over: 174))
  }

  @Test(
    "Every hour has one class",
    arguments: [
      (DayType.workday, false, false, "CN_BASE"), (.workday, true, false, "CN_OT150"),
      (.restDay, false, false, "CN_REST200"), (.restDay, true, false, "CN_REST200"),
      (.restDay, false, true, "CN_COMPOFF"), (.restDay, true, true, "CN_COMPOFF"),
      (.statutoryHoliday, false, false, "CN_HOL300"),
      (.statutoryHoliday, true, false, "CN_HOL300"),
      (.statutoryHoliday, false, true, "CN_HOL300"),
    ])
  func classes(dayType: DayType, beyond: Bool, timeOff: Bool, code: String) throws {
    let pack = try #require(china(on: "2026-11-11"))
    let found = pack.payClass(on: dayType, beyondDailyHours: beyond, timeOffInLieu: timeOff)
    #expect(found.code == code)
    #expect(pack.payClass(code: code) == found)
  }

  @Test("A make-up workday is a workday, and Double 11 is one too")
  func dayTypes() {
    #expect(DayType(.makeUpWorkday) == .workday)
    #expect(DayType(.workday) == .workday)
    #expect(DayType(.restDay) == .restDay)
    #expect(DayType(.statutoryHoliday) == .statutoryHoliday)
  }

  @Test("The marginal hour costs 45, 60 and 90 yuan at 30 an hour")
  func marginalCosts() throws {
    let pack = try #require(china(on: "2026-11-11"))
    let rate = pack.hourlyRate(monthlySalary: Money(minorUnits: 522_000))
    let prices = DayType.allCases.map { dayType in
      pack.overtimeTiers(on: dayType).map {
        pack.price(worked: WorkTime(minutes: 60), as: $0.payClass, at: rate).amount.minorUnits
      }
    }
    #expect(prices == [[4500], [6000], [9000]])
    #expect(pack.overtimeTiers(on: .workday).map(\.limitPerDay) == [WorkTime(minutes: 180)])
    #expect(pack.overtimeTiers(on: .restDay).map(\.limitPerDay) == [WorkTime(minutes: 480)])
    #expect(pack.overtimeTiers(on: .restDay).map(\.countsToMonthlyLimit) == [true])
    #expect(pack.overtimeTiers(on: .statutoryHoliday).map(\.countsToMonthlyLimit) == [false])
  }

  @Test("Overtime is capped at 3 hours a day and 36 a month, and one day a week is free")
  func caps() throws {
    let pack = try #require(china(on: "2026-11-11"))
    #expect(pack.overtimeLimitPerDay == WorkTime(minutes: 180))
    #expect(pack.overtimeLimitPerMonth == WorkTime(minutes: 2160))
    #expect(pack.consecutiveDaysLimit == 6)
    #expect(pack.restBetweenShifts?.time == WorkTime(minutes: 660))
    #expect(pack.restBetweenShifts?.source.evidence == .convention)
  }

  @Test("Pay is rounded once, half away from zero: 8 h × 3 × 6000/174 is 827.59")
  func rounding() throws {
    let pack = try #require(china(on: "2025-10-01"))
    let rate = pack.hourlyRate(monthlySalary: Money(minorUnits: 600_000))
    let holiday = pack.payClass(on: .statutoryHoliday, beyondDailyHours: false)
    let line = pack.price(worked: WorkTime(minutes: 480), as: holiday, at: rate)
    #expect(line.amount == Money(minorUnits: 82_759))
    #expect(line.multiplier == .triple)
    #expect(line.source.article == "Art. 44")
  }

  @Test("Ordinary hours add nothing to a salary and are paid by the hour otherwise")
  func basis() throws {
    let pack = try #require(china(on: "2026-11-11"))
    let rate = HourlyRate(perHour: UnitPrice(Money(minorUnits: 2500)))
    let time = WorkTime(minutes: 90)
    let base = pack.payClass(on: .workday, beyondDailyHours: false)
    #expect(pack.price(worked: time, as: base, at: rate, basis: .monthly).amount == .zero)
    #expect(pack.price(worked: time, as: base, at: rate).amount == Money(minorUnits: 3750))
  }

  @Test("Every rule names its source, and every version lists its own", arguments: versions)
  func sources(pack: RulePack) {
    #expect(pack.classes.allSatisfy { pack.sources.contains($0.source) })
    #expect(pack.caps.allSatisfy { pack.sources.contains($0.source) })
    let notices = pack.sources.filter { $0.title.hasPrefix("Notice on annual") }
    #expect(notices.count == 1)
  }

  private func china(on date: String) -> RulePack? {
    LocalDate(iso: date).flatMap { RulePack.bundled(id: "china-standard", on: $0) }
  }
}
