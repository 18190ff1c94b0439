public import BusinessCalendar
public import Units

/// What a city counts of a month's pay for social insurance: last year's average pay, not less than
/// its floor and not more than its cap. Data of a city and a year; nothing here is legal advice.
public struct ContributionBase: Sendable, Hashable, Codable {
  /// The city.
  public let city: String
  /// The first day the bounds hold.
  public let effectiveFrom: LocalDate
  /// The first day they no longer hold; `nil` while no end is known.
  public let effectiveTo: LocalDate?
  /// The least base of a month.
  public let floor: Money
  /// The most of a month; never below the floor.
  public let cap: Money
  /// Where the bounds stand.
  public let source: RuleSource

  /// The bounds of a city; `nil` where the cap is below the floor or the end not after the start.
  public init?(
    city: String, effectiveFrom: LocalDate, effectiveTo: LocalDate? = nil, floor: Money,
    cap: Money, source: RuleSource
  ) {
    guard floor <= cap, effectiveTo.map({ $0 > effectiveFrom }) ?? true else { return nil }
    self.city = city
    self.effectiveFrom = effectiveFrom
    self.effectiveTo = effectiveTo
    self.floor = floor
    self.cap = cap
    self.source = source
  }

  /// The base of somebody with this average pay a month last year.
  public func base(lastYearsAverage: Money) -> Money { min(max(lastYearsAverage, floor), cap) }

  /// What an employer pays on it a month at a rate, rounded once.
  public func contribution(lastYearsAverage: Money, at rate: Multiplier) -> Money {
    let base = base(lastYearsAverage: lastYearsAverage)
    return Money(rounding: Rational(base.minorUnits), times: rate.factor)
  }
}

/// The permit that hours of a comprehensive or flexible system need.
public struct WorkingTimePermit: Sendable, Hashable, Codable {
  /// Its number.
  public let number: String
  /// The pay system it allows, such as `china-comprehensive`.
  public let system: String
  /// The posts it is for.
  public let posts: [String]
  /// The first day it holds.
  public let from: LocalDate
  /// The first day it no longer holds.
  public let to: LocalDate

  /// A permit for posts and a half-open span of days.
  public init(number: String, system: String, posts: [String], from: LocalDate, to: LocalDate) {
    self.number = number
    self.system = system
    self.posts = posts
    self.from = from
    self.to = to
  }

  /// Whether it is for a post on a day.
  public func covers(post: String, on date: LocalDate) -> Bool {
    posts.contains(post) && date >= from && date < to
  }
}

extension PaySystem {
  /// The id of the system that holds for a post on a day: that of a permit which covers it, else the
  /// standard one.
  public static func id(
    post: String, on date: LocalDate, permits: [WorkingTimePermit], otherwise standard: String
  ) -> String {
    permits.first { $0.covers(post: post, on: date) }?.system ?? standard
  }
}
