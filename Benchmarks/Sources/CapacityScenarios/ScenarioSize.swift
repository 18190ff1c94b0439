/// How large a made-up scenario is.
public enum ScenarioSize: String, Sendable, Hashable, CaseIterable {
  /// One site, one queue, two vendors, half a year.
  case s = "S"
  /// Two sites, four queues, three vendors, a year.
  case m = "M"
  /// Five sites, eight queues, six vendors, a year and a half.
  case l = "L"
  /// Ten sites, twelve queues, eight vendors, two years.
  case xl = "XL"

  /// Places with seats.
  public var sites: Int { [.s: 1, .m: 2, .l: 5, .xl: 10][self] ?? 1 }
  /// Queues; each asks for a skill of its own.
  public var skills: Int { [.s: 1, .m: 4, .l: 8, .xl: 12][self] ?? 1 }
  /// Outsourcers.
  public var vendors: Int { [.s: 2, .m: 3, .l: 6, .xl: 8][self] ?? 2 }
  /// Weeks of the horizon.
  public var weeks: Int { [.s: 26, .m: 52, .l: 78, .xl: 104][self] ?? 26 }
}
