public import Units

/// A monthly cost that is partly fixed and partly paid by the contact.
public struct VolumeCost: Sendable, Hashable, Codable {
  /// What a month costs whatever comes, in minor units.
  public var fixed: UnitPrice
  /// What a contact costs.
  public var perContact: UnitPrice

  /// `fixed` a month and `perContact`.
  public init(fixed: UnitPrice, perContact: UnitPrice) {
    (self.fixed, self.perContact) = (fixed, perContact)
  }

  /// The cost of a month with so many contacts, in minor units.
  public func cost(of contacts: Rational) -> ExactFigure {
    fixed.figure + ExactFigure(contacts) * perContact.figure
  }

  /// The contacts of a month at which both cost the same,
  /// `(own fixed − vendor's fixed) ÷ (vendor's contact − own contact)`: below it the one with the
  /// lower fixed cost is cheaper. Negative where one is cheaper at every volume.
  ///
  /// - Throws: ``QuotingError/neverCross`` where a contact costs the same in both.
  public func breakEven(with vendor: VolumeCost) throws(QuotingError) -> ExactFigure {
    let fixedMore = fixed.figure - vendor.fixed.figure
    guard let volume = fixedMore / (vendor.perContact.figure - perContact.figure) else {
      throw .neverCross
    }
    return volume
  }
}

/// A peak of so many people for so many weeks, hired for it or bought.
public struct PeakDemand: Sendable, Hashable, Codable {
  /// People.
  public var agents: Rational
  /// Weeks.
  public var weeks: Rational
  /// Hours of each a week.
  public var hoursPerWeek: Rational

  /// `agents` for `weeks`.
  public init(agents: Rational, weeks: Rational, hoursPerWeek: Rational) {
    (self.agents, self.weeks, self.hoursPerWeek) = (agents, weeks, hoursPerWeek)
  }

  /// The hours of the peak.
  public var hours: ExactFigure {
    ExactFigure(agents) * ExactFigure(weeks) * ExactFigure(hoursPerWeek)
  }

  /// What it costs when each hour has a price, each person costs so much once, and `once` is due for
  /// all of it; in minor units.
  ///
  /// In house `perAgent` is hiring and ending; at a vendor the hours of its training at their rate,
  /// and `once` its set-up.
  public func cost(
    perHour: UnitPrice, perAgent: ExactFigure, once: UnitPrice = .zero
  ) -> ExactFigure {
    hours * perHour.figure + ExactFigure(agents) * perAgent + once.figure
  }
}

/// What an hour's worth of work costs.
public enum EffectiveHour {
  /// An overtime hour of our own people: `base × factor × (1 + contributions)`.
  public static func overtime(
    base: UnitPrice, factor: Rational, contributions: Rational = .zero
  ) -> ExactFigure {
    base.figure * ExactFigure(factor) * (.one + ExactFigure(contributions))
  }

  /// A vendor's hour over what it is worth of one of ours.
  ///
  /// - Throws: where the efficiency is not above 0.
  public static func vendor(
    price: UnitPrice, efficiency: Rational
  ) throws(QuotingError) -> ExactFigure {
    guard efficiency > .zero else {
      throw .outOfRange("efficiency", efficiency, allowed: "above 0")
    }
    return price.figure.over(ExactFigure(efficiency))
  }
}
