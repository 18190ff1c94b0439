public import BusinessCalendar
public import Contracts
public import Units

/// What a vendor's hours of the night, or of other parts of the day, cost on top.
public struct NightPremium: Sendable, Hashable, Codable {
  /// A stretch of the day.
  public struct Span: Sendable, Hashable, Codable {
    /// When it begins.
    public let from: LocalTime
    /// When it ends; midnight at the day's end is 24:00.
    public let until: LocalTime

    /// From one time to a later one.
    public init(_ from: LocalTime, _ until: LocalTime) { (self.from, self.until) = (from, until) }
  }

  /// The share of the price that is added; 0.15 is 15 %.
  public let share: Rational
  /// The hours in which it is due, in order and apart.
  public let spans: [Span]
  /// Whether the share is of the plain price on holidays too, or of the price with their surcharge.
  public let stacking: PremiumStacking

  /// `share` of the price on top within `spans`.
  public init(_ share: Rational, within spans: [Span], stacking: PremiumStacking = .add) {
    (self.share, self.spans, self.stacking) = (share, spans, stacking)
  }

  /// Whether a time of day lies within the hours.
  public func covers(_ time: LocalTime) -> Bool {
    spans.contains { $0.from <= time && time < $0.until }
  }

  /// The minutes of an interval that lie within the hours; one over midnight goes on in the morning.
  public func minutes(from start: LocalTime, lasting length: Int) -> Int {
    let end = start.minutes + length
    return spans.reduce(0) { sum, span in
      [0, 1440].reduce(sum) { sum, day in
        sum
          + max(0, min(end, span.until.minutes + day) - max(start.minutes, span.from.minutes + day))
      }
    }
  }

  /// What is added to the price of an hour, as a factor on the plain price.
  ///
  /// - Parameter surcharge: the factor on the price of the hour's day.
  public func factor(under surcharge: Multiplier) -> Multiplier {
    Multiplier(stacking == .multiply ? share * surcharge.factor : share)
  }
}
