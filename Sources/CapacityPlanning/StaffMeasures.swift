public import Scenarios
public import Units

/// What a plan does with a group in a week beside hiring and overtime; `nil` for what it does not do.
public struct StaffMeasures: Sendable, Equatable, Codable {
  /// People of one learnt queue.
  public struct Learners: Sendable, Equatable, Codable {
    /// The queue.
    public let queue: Queue.ID
    /// How many begin to learn it this week.
    public let started: Headcount
    /// How many have learnt it.
    public let learnt: Headcount

    /// People of one learnt queue.
    public init(queue: Queue.ID, started: Headcount, learnt: Headcount) {
      self.queue = queue
      self.started = started
      self.learnt = learnt
    }
  }

  /// People who begin to move to a group.
  public struct Movers: Sendable, Equatable, Codable {
    /// The group.
    public let group: StaffGroup.ID
    /// How many begin the training for it this week, or move at once.
    public let started: Headcount

    /// People who begin to move to a group.
    public init(group: StaffGroup.ID, started: Headcount) {
      self.group = group
      self.started = started
    }
  }

  /// People whose contract ended since the week before.
  public package(set) var contractsEnded: Headcount?
  /// Experienced people made redundant since the week before.
  public package(set) var released: Headcount?
  /// Paid hours of leave granted.
  public package(set) var leave: WorkTime?
  /// Hours of leave that are paid at the end of the horizon because they were not taken.
  public package(set) var unusedLeave: WorkTime?
  /// Hours of voluntary time off.
  public package(set) var undertime: WorkTime?
  /// Hours taken off in lieu of pay for rest-day work.
  public package(set) var timeOff: WorkTime?
  /// Hours owed at the end of the horizon, which are paid.
  public package(set) var timeOwed: WorkTime?
  /// Who learns other queues, in the order of the scenario.
  public package(set) var learners: [Learners]?
  /// Who begins to move to other groups, in the order of the scenario.
  public package(set) var movers: [Movers]?
  /// People who came from other groups since the week before.
  public package(set) var transferredIn: Headcount?
  /// People who went to other groups since the week before.
  public package(set) var transferredOut: Headcount?

  /// None.
  public init() {}

  /// Whether there is nothing to tell.
  public var isEmpty: Bool { self == StaffMeasures() }

  /// What a measure is.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// People whose contract ended.
    case contractsEnded = "contracts-ended"
    /// People made redundant.
    case released = "made-redundant"
    /// Hours of leave.
    case leave
    /// Hours of leave paid at the end.
    case unusedLeave = "unused-leave"
    /// Hours of voluntary time off.
    case undertime
    /// Hours off in lieu of pay.
    case timeOff = "time-off"
    /// Hours owed at the end.
    case timeOwed = "time-owed"
    /// People who begin to learn a queue.
    case learning
    /// People who have learnt a queue.
    case learnt
    /// People who begin to move to another group.
    case moving
    /// People who came from other groups.
    case transferredIn = "transferred-in"
    /// People who went to other groups.
    case transferredOut = "transferred-out"

    /// Whether it is counted in hours; else in heads.
    public var isTime: Bool {
      switch self {
      case .contractsEnded, .released, .learning, .learnt, .moving, .transferredIn,
        .transferredOut:
        false
      case .leave, .unusedLeave, .undertime, .timeOff, .timeOwed: true
      }
    }
  }

  /// One measure with its amount.
  public struct Entry: Sendable, Equatable {
    /// What it is.
    public let kind: Kind
    /// The queue, where it belongs to one.
    public let queue: Queue.ID?
    /// The other group, where it belongs to one.
    public let group: StaffGroup.ID?
    /// Heads or hours.
    public let amount: Double

    /// A measure with its amount.
    public init(
      kind: Kind, queue: Queue.ID? = nil, group: StaffGroup.ID? = nil, amount: Double
    ) {
      self.kind = kind
      self.queue = queue
      self.group = group
      self.amount = amount
    }
  }

  /// The measures in a fixed order.
  public var entries: [Entry] {
    func entry(_ kind: Kind, _ amount: Double?) -> Entry? {
      amount.map { Entry(kind: kind, amount: $0) }
    }
    let own = [
      entry(.contractsEnded, contractsEnded?.value), entry(.released, released?.value),
      entry(.leave, leave?.hours), entry(.unusedLeave, unusedLeave?.hours),
      entry(.undertime, undertime?.hours), entry(.timeOff, timeOff?.hours),
      entry(.timeOwed, timeOwed?.hours), entry(.transferredIn, transferredIn?.value),
      entry(.transferredOut, transferredOut?.value),
    ].compactMap(\.self)
    let others = (learners ?? []).flatMap { learner in
      [
        Entry(kind: .learning, queue: learner.queue, amount: learner.started.value),
        Entry(kind: .learnt, queue: learner.queue, amount: learner.learnt.value),
      ].filter { $0.amount > 0 }
    }
    let moving = (movers ?? []).map {
      Entry(kind: .moving, group: $0.group, amount: $0.started.value)
    }
    return own + others + moving
  }

  /// The measures that `entries` tell of; `nil` for none.
  public init?(_ entries: [Entry]) {
    guard !entries.isEmpty else { return nil }
    for entry in entries {
      let heads = Headcount(entry.amount)
      let time = WorkTime(hours: entry.amount)
      switch entry.kind {
      case .contractsEnded: contractsEnded = heads
      case .released: released = heads
      case .leave: leave = time
      case .unusedLeave: unusedLeave = time
      case .undertime: undertime = time
      case .timeOff: timeOff = time
      case .timeOwed: timeOwed = time
      case .transferredIn: transferredIn = heads
      case .transferredOut: transferredOut = heads
      case .learning, .learnt:
        guard let queue = entry.queue else { continue }
        let place = learners?.firstIndex { $0.queue == queue }
        let known = place.flatMap { learners?[$0] }
        let learner = Learners(
          queue: queue, started: entry.kind == .learning ? heads : known?.started ?? .zero,
          learnt: entry.kind == .learnt ? heads : known?.learnt ?? .zero)
        if let place {
          learners?[place] = learner
        } else {
          learners = (learners ?? []) + [learner]
        }
      case .moving:
        guard let group = entry.group else { continue }
        movers = (movers ?? []) + [Movers(group: group, started: heads)]
      }
    }
  }
}
