import BusinessCalendar
import Testing
import Units

@testable import PayRules

/// Pay systems as a weekly plan sees them.
@Suite("Pay systems for planners")
struct PlanningPackTests {
  private func system(_ id: String) throws -> PaySystem {
    try #require(PaySystem.versions(id: id).last)
  }

  private func multiple(_ pack: RulePack, _ day: DayType) -> [Double] {
    pack.overtimeTiers(on: day).map(\.multiplier.doubleValue)
  }

  @Test("China's standard rules, told as a pay system and back, are the same to a plan")
  func roundTrip() throws {
    for standard in RulePack.bundled {
      let pack = try PaySystem(standard).planningPack()
      for day in DayType.allCases {
        #expect(
          pack.overtimeTiers(on: day).map(\.payClass.code)
            == standard.overtimeTiers(on: day).map(\.payClass.code))
        #expect(multiple(pack, day) == multiple(standard, day))
        #expect(
          pack.overtimeTiers(on: day).map(\.countsToMonthlyLimit)
            == standard.overtimeTiers(on: day).map(\.countsToMonthlyLimit))
      }
      #expect(pack.overtimeLimitPerDay == standard.overtimeLimitPerDay)
      #expect(pack.overtimeLimitPerMonth == standard.overtimeLimitPerMonth)
      #expect(pack.consecutiveDaysLimit == standard.consecutiveDaysLimit)
      #expect(pack.paidHoursPerMonth == standard.paidHoursPerMonth)
      #expect(pack.dailyHours == standard.dailyHours)
      let lieu = pack.payClass(on: .restDay, beyondDailyHours: false, timeOffInLieu: true)
      #expect(lieu.code == "CN_COMPOFF")
      #expect(lieu.owesTimeOff)
    }
  }

  @Test("In the USA hours beyond the week's are paid one and a half times, holidays as other days")
  func usa() throws {
    let pack = try system("us-hourly").planningPack()
    #expect(multiple(pack, .workday) == [1.5])
    #expect(multiple(pack, .restDay) == [1.5])
    #expect(multiple(pack, .statutoryHoliday).isEmpty)
    #expect(pack.weeklyHours == WorkTime(hours: 40))
    #expect(pack.overtimeLimitPerDay == nil)
    // 40 hours × 52 ÷ 12 of 8 hours.
    #expect(pack.paidHoursPerMonth == Rational(520, over: 3))
    // Codes tell the kinds of day apart.
    let codes = pack.specialClasses.map(\.code)
    #expect(Set(codes).count == codes.count)
  }

  @Test("In California a plan stops before the hours that are paid double")
  func california() throws {
    let pack = try system("california-hourly").planningPack()
    #expect(multiple(pack, .workday) == [1.5])
    // Past 12 hours a day is double time: four hours of overtime.
    #expect(pack.overtimeLimitPerDay == WorkTime(hours: 4))
  }

  @Test("Japan's overtime is a quarter more, its limit of a month 45 hours")
  func japan() throws {
    let pack = try system("japan-standard").planningPack()
    #expect(multiple(pack, .workday) == [1.25])
    #expect(pack.overtimeLimitPerMonth == WorkTime(hours: 45))
    #expect(pack.overtimeTiers(on: .workday).map(\.countsToMonthlyLimit) == [true])
  }

  /// A rest day 130 %, its overtime 169 %; a regular holiday is paid unworked, so work on it adds 100 %,
  /// past eight hours 260 %; at night a tenth of the hour's own pay.
  @Test("In the Philippines factors multiply, and the night is a tenth more")
  func philippines() throws {
    let pack = try system("philippines-daily").planningPack()
    #expect(multiple(pack, .workday) == [1.25])
    #expect(multiple(pack, .restDay) == [1.3, 1.69])
    #expect(multiple(pack, .statutoryHoliday) == [1, 2.6])
    let night = try #require(pack.clockPay?.first)
    #expect(pack.clockPay?.count == 1)
    #expect(night.amount == .shareOfHour(Rational(1, over: 10) ?? .zero))
    #expect(night.covers(LocalTime(hour: 5) ?? .midnight))
    #expect(!night.covers(LocalTime(hour: 6) ?? .midnight))
    #expect(night.covers(LocalTime(hour: 22) ?? .midnight))
  }

  @Test("In India the state's hours of a day and of a week are terms; overtime is paid twice")
  func india() throws {
    let pack = try system("india-standard").planningPack(["daily_limit": "9", "weekly_limit": "48"])
    #expect(multiple(pack, .workday) == [2])
    #expect(multiple(pack, .restDay) == [2])
    #expect(multiple(pack, .statutoryHoliday).isEmpty)
    #expect(pack.dailyHours == WorkTime(hours: 9))
    #expect(pack.weeklyHours == WorkTime(hours: 48))
  }

  @Test("Japan's night is a quarter of the hourly rate; a shift differential is a term")
  func clockPay() throws {
    let japan = try #require(try system("japan-standard").planningPack().clockPay)
    #expect(japan.map(\.code) == ["JP_NIGHT25"])
    #expect(japan.first?.amount == .shareOfRate(Rational(1, over: 4) ?? .zero))
    #expect(try system("us-hourly").planningPack().clockPay == nil)
    let usa = try system("us-hourly").planningPack(["diff": "1.50|22:00-06:00"]).clockPay
    #expect(usa?.first?.amount == .perHour(Rational(3, over: 2) ?? .zero))
  }

  @Test("China's night allowance is what the company states, a shift")
  func allowance() throws {
    let pack = try #require(RulePack.bundled.last { $0.id == "china-standard" })
    #expect(pack.clockPay == nil)
    let stated = try pack.stating(["night_allow": "30|22:00-06:00|180"])
    #expect(
      stated.clockPay?.first?.amount == .perShift(Rational(30), atLeast: WorkTime(minutes: 180)))
    for wrong in [
      "30", "-30|22:00-06:00|180", "1e9|22:00-06:00|180", "2000000000|22:00-06:00|180",
      "30|22:00|180", "30|22:00-06:00|-1",
    ] {
      #expect(throws: PayTermError.self, "\(wrong)") { try pack.stating(["night_allow": wrong]) }
    }
    #expect(throws: PayTermError.self) { try pack.stating(["nights": "30|22:00-06:00|180"]) }
  }

  @Test(
    "Systems that a weekly plan cannot follow are refused with the rule that stands in the way",
    arguments: ["malaysia-ea1955", "us-piece", "poland-standard", "india-standard"])
  func refused(id: String) throws {
    let refused = try system(id)
    #expect(throws: RulePackError.self) { _ = try refused.planningPack() }
  }
}
