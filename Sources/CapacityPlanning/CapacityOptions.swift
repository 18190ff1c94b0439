public import Units

/// How far a capacity plan is driven towards the best possible one.
///
/// Without a time limit the same scenario gives the same plan on every machine.
public struct CapacityOptions: Sendable, Hashable, Codable {
  /// The distance from the proven bound at which a plan is good enough; 0 asks for the best.
  public var gap: Share
  /// The most nodes of the search for whole classes and contracts; `nil` chooses by the size of the
  /// program, so that a plan of half a year takes seconds.
  public var nodeLimit: Int?
  /// The longest time of the search; `nil` for none. A limit that is reached makes the plan depend
  /// on the machine, and the plan says so.
  public var timeLimit: Duration?

  /// The options; by default a gap of 0.05 % and no limit of time.
  public init(
    gap: Share = Share(0.0005), nodeLimit: Int? = nil, timeLimit: Duration? = nil
  ) {
    self.gap = gap
    self.nodeLimit = nodeLimit
    self.timeLimit = timeLimit
  }
}
