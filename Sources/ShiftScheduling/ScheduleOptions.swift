/// How hard the scheduler works. Every limit is a count, never the clock, so that a schedule is the
/// same on every machine.
public struct ScheduleOptions: Sendable, Hashable {
  /// Column generation ends when the relaxation is proved to be within this share of its optimum.
  public var relaxationGap = 0.0005
  /// The most rounds of column generation a day; the bound stays valid when they run out.
  public var roundLimit = 60
  /// The share of fractional columns that the dive rounds up at once.
  public var diveShare = 0.1
  /// The most rounds of the dive; afterwards what is left is rounded at once.
  public var diveRoundLimit = 30
  /// The largest day (shift columns × rows) that is finished by a search for whole numbers.
  public var searchSizeLimit = 12_000
  /// The most nodes of that search.
  public var searchNodeLimit = 200
  /// The relative gap at which that search ends.
  public var searchGap = 0.001
  /// Length of the blocks in which the week is outlined before its days are scheduled, in minutes.
  public var outlineMinutes = 120

  /// The defaults.
  public init() {}
}
