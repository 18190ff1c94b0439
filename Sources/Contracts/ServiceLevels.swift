public import Units

/// Bonus and malus by measures of service, each a fraction of the base: the sum of the lines that
/// count for the service level.
public struct ServiceLevels: Sendable, Hashable, Codable {
  /// The measures.
  public var targets: [ServiceTarget]
  /// The most that is taken, as a fraction of the base.
  public var malusCap: Rational
  /// The most that is added, as a fraction of the base.
  public var bonusCap: Rational

  /// `targets`, capped.
  public init(
    _ targets: [ServiceTarget], malusCap: Rational = .one, bonusCap: Rational = .one
  ) {
    (self.targets, self.malusCap, self.bonusCap) = (targets, malusCap, bonusCap)
  }
}

/// A measure of service with its target and what it changes.
public struct ServiceTarget: Sendable, Hashable, Codable {
  /// Which values are better.
  public enum Direction: String, Sendable, Hashable, Codable, CaseIterable {
    /// Higher ones, such as a service level.
    case higher
    /// Lower ones, such as abandonment.
    case lower
  }

  /// How the distance to the target becomes money.
  public enum Mode: String, Sendable, Hashable, Codable, CaseIterable {
    /// The whole malus below the target, the whole bonus from the stretch on.
    case step
    /// Percent of the base for each percentage point.
    case perPoint = "per-point"
  }

  /// The measure's name, such as `service-level` or `csat`.
  public var metric: String
  /// The target.
  public var target: Rational
  /// Which values are better.
  public var direction: Direction
  /// How the distance becomes money.
  public var mode: Mode
  /// A fraction of the base, or percent of it for each point below.
  public var malus: Rational
  /// A fraction of the base, or percent of it for each point above.
  public var bonus: Rational
  /// How far above the target the bonus of a step begins; `nil` for no bonus.
  public var stretch: Rational?

  /// A target for `metric`.
  public init(
    metric: String, target: Rational, direction: Direction = .higher, mode: Mode = .step,
    malus: Rational = .zero, bonus: Rational = .zero, stretch: Rational? = nil
  ) {
    (self.metric, self.target, self.direction, self.mode) = (metric, target, direction, mode)
    (self.malus, self.bonus, self.stretch) = (malus, bonus, stretch)
  }

  /// The fraction of the base that `actual` adds, or takes where negative.
  public func change(at actual: Rational) -> Rational {
    let gap = direction == .higher ? actual - target : target - actual
    switch mode {
    case .perPoint:
      return gap * (gap < .zero ? malus : bonus)
    case .step:
      if gap < .zero { return .zero - malus }
      guard let stretch, gap >= stretch else { return .zero }
      return bonus
    }
  }
}

extension ServiceLevels {
  /// The fraction of the base after the caps, when the measures that count change it by `changes`.
  func capped(_ changes: [Rational]) -> Rational {
    min(max(changes.reduce(.zero, +), .zero - malusCap), bonusCap)
  }
}
