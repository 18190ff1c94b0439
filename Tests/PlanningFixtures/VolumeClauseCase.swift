public import BusinessCalendar
internal import Contracts
internal import Scenarios
internal import Units

/// A vendor with one of the clauses that say what volumes, new seats or nights cost, beside people of ours,
/// over a month's end and two holidays.
public enum VolumeClauseCase: String, CaseIterable, Sendable {
  /// A locked forecast of hours: too high in one month, too low in the next.
  case lockedHours
  /// The same of contacts.
  case lockedContacts
  /// A baseline with a band, charges and credits.
  case baseline
  /// Seats that learn and are billed in part.
  case ramp
  /// A premium of the night that is a share of the plain price.
  case nightAdded
  /// One that is a share of the price with the holiday's surcharge.
  case nightMultiplied

  /// The holidays of the fixture.
  public static let holidays = ["2026-09-25", "2026-10-01"].compactMap { LocalDate(iso: $0) }

  /// The scenario.
  public var fixture: ScenarioFixture {
    var fixture = ScenarioFixture(start: "2026-09-21", weeks: 6)
    fixture.holidays = Self.holidays
    fixture.queues = [
      QueueFixture("calls", weeklyHours: [900, 1500, 300, 200, 433, 777]),
      QueueFixture("mails", weeklyHours: [100, 0, 300, 200, 100, 50]),
    ]
    (fixture.queues[1].opens, fixture.queues[1].closes) = (6, 23)
    var group = GroupFixture("core", skills: ["calls"], heads: 12)
    group.overtime = .everybody
    fixture.groups = [group]
    var vendor = VendorFixture("far", skills: ["calls", "mails"])
    vendor.proficiency = .percent(87)
    vendor.setUpFee = Money(minorUnits: 77_777)
    if self != .baseline { vendor.holidaySurcharge = 220 }
    change(&vendor)
    fixture.vendors = [vendor]
    return fixture
  }

  private func change(_ vendor: inout VendorFixture) {
    switch self {
    case .lockedHours: vendor.clauses = locked(300, 3000)
    case .lockedContacts:
      (vendor.unit, vendor.price) = (.contact, 333)
      vendor.clauses = locked(3000, 30_000)
    case .baseline:
      (vendor.unit, vendor.price) = (.contact, 333)
      vendor.baseFee = Money(minorUnits: 50_001)
      vendor.baseline = VolumeBaseline(
        contacts: Rational(10_000), deadband: part(5),
        additionalCharge: UnitPrice(Money(minorUnits: 391)),
        reducedCredit: UnitPrice(Money(minorUnits: 217)))
    case .ramp:
      vendor.clauses = VendorClauses(
        learning: [.percent(40), .percent(70)], rampBilling: [.percent(50), .percent(70)])
    case .nightAdded: vendor.clauses = VendorClauses(nightPremium: night(.add))
    case .nightMultiplied: vendor.clauses = VendorClauses(nightPremium: night(.multiply))
    }
  }

  private func part(_ percent: Int64) -> Rational { Rational(percent, over: 100) ?? .one }

  private func locked(_ september: Int64, _ october: Int64) -> VendorClauses {
    let months = [(9, september), (10, october)].compactMap { month, volume in
      YearMonth(year: 2026, month: month).map {
        LockedForecast.Month($0, volume: Rational(volume))
      }
    }
    return VendorClauses(
      forecastLock: LockedForecast(
        ForecastLock(
          floor: part(90), cap: part(110), overFactor: part(135), shortfallShare: part(60)),
        months: months))
  }

  private func night(_ stacking: PremiumStacking) -> NightPremium {
    let hours = [(0, 450), (1080, 1440)].compactMap { from, until in
      LocalTime(minutes: from).flatMap { start in
        LocalTime(minutes: until).map { NightPremium.Span(start, $0) }
      }
    }
    return NightPremium(part(35), within: hours, stacking: stacking)
  }
}
