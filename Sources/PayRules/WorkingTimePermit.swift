public import BusinessCalendar
public import Units

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
  /// The months of the period over which hours are settled; `nil` where it names none.
  public let months: Int?

  /// A permit for posts and a half-open span of days.
  public init(
    number: String, system: String, posts: [String], from: LocalDate, to: LocalDate,
    months: Int? = nil
  ) {
    self.number = number
    self.system = system
    self.posts = posts
    self.from = from
    self.to = to
    self.months = months
  }

  /// Whether it is for a post on a day.
  public func covers(post: String, on date: LocalDate) -> Bool {
    posts.contains(post) && date >= from && date < to
  }
}

/// What a pay system says of the permit it needs.
public struct PayPermitRule: Sendable, Hashable, Codable {
  /// The name among the rules, such as `CN_PERMIT`.
  public let code: String
  /// The pay system that holds for hours without a permit.
  public let otherwise: String
  /// The term with the months of the period, where hours are settled over one.
  public let months: String?
  /// The rule as a sentence.
  public let sentence: String
  /// The key of its source.
  public let source: String
}

/// Why no permit covers a shift.
public enum PermitGap: String, Sendable, Hashable, Codable, CaseIterable {
  /// There is none for the pay system.
  case noPermit = "no-permit"
  /// The shift names no post.
  case noPost = "no-post"
  /// None is for the shift's post.
  case otherPost = "other-post"
  /// None for the post holds on the day the shift starts.
  case outsideDates = "outside-dates"
  /// Those of the day are for another period than the one over which hours are settled.
  case otherPeriod = "other-period"
}

/// Shifts of one post under one permit, or without one for one reason.
public struct PayPermitShare: Sendable, Hashable, Codable {
  /// The post; `nil` where the shifts name none.
  public let post: String?
  /// The number of the permit; `nil` where none covers the shifts.
  public let permit: String?
  /// Why none covers them; `nil` where one does.
  public let gap: PermitGap?
  /// The days on which the first and the last of them start.
  public internal(set) var days: ClosedRange<LocalDate>
  /// How many they are.
  public internal(set) var shifts: Int
  /// Their hours, without breaks.
  public internal(set) var time: WorkTime
}

extension PaySystem {
  /// The id of the system that holds for a post on a day: that of a permit which covers it, else the
  /// standard one.
  public static func id(
    post: String, on date: LocalDate, permits: [WorkingTimePermit], otherwise standard: String
  ) -> String {
    permits.first { $0.covers(post: post, on: date) }?.system ?? standard
  }

  /// The versions of the system that holds for hours without a permit; empty where none is needed.
  public var withoutPermit: [PaySystem] {
    permit.map { PaySystem.versions(id: $0.otherwise) } ?? []
  }

  /// Where the rule on its permit stands; `nil` where it needs none.
  public var permitSource: RuleSource? { permit.map { source($0.source) } }

  /// The number of the permit that covers a shift of a post on a day, or why none does.
  ///
  /// - Parameter period: the months over which hours are settled; `nil` where they are not.
  func permit(
    post: String?, on date: LocalDate, period: Rational?, among permits: [WorkingTimePermit]
  ) -> Result<String, PermitGap> {
    let own = permits.filter { $0.system == id }
    guard !own.isEmpty else { return .failure(.noPermit) }
    guard let post, !post.isEmpty else { return .failure(.noPost) }
    let ofPost = own.filter { $0.posts.contains(post) }
    guard !ofPost.isEmpty else { return .failure(.otherPost) }
    let ofDay = ofPost.filter { $0.covers(post: post, on: date) }
    guard !ofDay.isEmpty else { return .failure(.outsideDates) }
    let fitting = ofDay.first { permit in
      guard let period, let months = permit.months else { return true }
      return Rational(Int64(months)) == period
    }
    return fitting.map { .success($0.number) } ?? .failure(.otherPeriod)
  }
}

extension PermitGap: Error {}
