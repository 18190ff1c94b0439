/// The stages of the chain, in order.
public enum PlanningStage: String, Sendable, Codable, CaseIterable {
  /// How many contacts come.
  case forecast
  /// How many positions they need.
  case requirement
  /// Who carries them, week by week.
  case capacity
  /// Seats by shift in the peak weeks.
  case schedule
  /// What it costs.
  case cost
}
