internal import BusinessCalendar
internal import Units

/// A pack as it is written: numbers as decimals in their unit, sources by key, and the versions of
/// the law beside what they share.
struct RulePackFile: Decodable {
  struct Source: Decodable {
    var key: String
    var title: String
    var article: String?
    var evidence: RuleSource.Evidence
  }

  /// What differs from one span of dates to the next.
  struct Version: Decodable {
    var effectiveFrom: String
    var effectiveTo: String?
    var paidDaysPerMonth: String
    var standardDaysPerMonth: String
    var statutoryHolidaysPerYear: Int
    var sources: [String]
  }

  struct Condition: Decodable {
    var on: [DayType]?
    var beyondDailyHours: Bool?
    var timeOffInLieu: Bool?
  }

  struct PayClass: Decodable {
    var code: String
    var when: Condition?
    var multiplier: String
    var kind: PayClassRule.Kind
    var countsTo: [Counter]
    var sentence: String
    var source: String
  }

  enum Counter: String, Decodable {
    case dailyHours = "daily-hours"
    case dailyOvertime = "daily-overtime"
    case monthlyOvertime = "monthly-overtime"
    case timeOffOwed = "time-off-owed"
  }

  enum Measure: String, Decodable {
    case overtimePerDay = "overtime-per-day"
    case overtimePerMonth = "overtime-per-month"
    case overtimePerWeeks = "overtime-per-weeks"
    case consecutiveDays = "consecutive-days"
  }

  struct Cap: Decodable {
    var code: String
    var measure: Measure
    var limit: String
    var weeks: Int?
    var severity: HourCap.Severity
    var sentence: String
    var source: String
  }

  struct Rest: Decodable {
    var hours: String
    var sentence: String
    var source: String
  }

  var id: String
  var name: String
  var jurisdiction: String
  var variant: String?
  var hoursPerDay: String
  var hoursPerWeek: String
  var sources: [Source]
  var versions: [Version]
  var classes: [PayClass]
  var caps: [Cap]
  var restBetweenShifts: Rest?
}
