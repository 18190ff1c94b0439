public import BusinessCalendar
internal import CapacityPlanning
public import Planning
public import Scenarios
public import Units

/// How soon the team can be as large as the work, by hiring alone: the honest answer to "can you
/// start tomorrow?".
public struct QuoteRamp: Sendable, Hashable, Codable {
  /// So much output is there from some week on.
  public struct Step: Sendable, Hashable, Codable {
    /// Weeks from the first day of the plan.
    public let week: Int
    /// The first day of that week.
    public let date: LocalDate
    /// Output in experienced people.
    public let heads: Int
  }

  /// A week of the plan.
  public struct PlanWeek: Sendable, Hashable, Codable {
    /// The week.
    public let week: Week
    /// What the work needs, in experienced people of ours.
    public let needed: Headcount
    /// What those who are there give, in experienced people.
    public let output: Headcount
    /// People on the payroll.
    public let heads: Headcount
    /// Of them, in training.
    public let inTraining: Headcount
    /// People who start this week.
    public let joined: Headcount
  }

  /// The go-live that the client asks for.
  public let requested: LocalDate
  /// Experienced people whom the first four weeks from then on need at most.
  public let needed: Int
  /// Output on the first day of the plan, in experienced people, of what is needed.
  public let present: Int
  /// The weeks in which more can be there, up to what is needed.
  public let steps: [Step]
  /// The earliest day from which on all of the work can be done; `nil` for never by hiring.
  public let earliest: LocalDate?
  /// The plan week by week.
  public let weeks: [PlanWeek]

  /// Whether what the client asks for can be kept.
  public var isKept: Bool { earliest.map { $0 <= requested } ?? false }

  /// The ramp of a plan for a bid.
  public init(_ plan: Plan, terms: BidTerms) {
    let need = RampNeed(plan)
    let weeks = plan.capacity.weeks
    let first = weeks.firstIndex { $0.end > terms.goLive } ?? weeks.count
    let opening = first..<min(weeks.count, first + 4)
    requested = terms.goLive
    var (needed, present) = (0, 0)
    var gains: [(week: Int, heads: Int)] = []
    var latest: Int? = 0
    for group in plan.scenario.staffGroups {
      let most = opening.map { need.heads(of: group.id, inWeek: $0) }.max() ?? 0
      let target = Int((min(most, 1e6) - 1e-6).rounded(.up))
      guard target > 0 else { continue }
      needed += target
      let reach = HiringReach(of: group, from: plan.scenario.horizon.start, target: target)
      let there = min(target, Int(max(0, min(1e6, reach.current.value)) + 1e-9))
      present += there
      gains += reach.levels.compactMap { level in level.week.map { ($0, 1) } }
      guard there < target else { continue }
      let last = reach.levels.last.flatMap { $0.heads >= target ? $0.week : nil }
      latest = latest.flatMap { known in last.map { max(known, $0) } }
    }
    self.needed = needed
    self.present = present
    let start = plan.scenario.horizon.start
    var steps: [Step] = []
    var heads = present
    for week in Set(gains.map(\.week)).sorted() {
      heads += gains.filter { $0.week == week }.map(\.heads).reduce(0, +)
      steps.append(Step(week: week, date: start.adding(days: 7 * week), heads: heads))
    }
    self.steps = steps
    earliest = latest.map { start.adding(days: 7 * $0) }
    self.weeks = weeks.enumerated().map { index, week in
      let groups = plan.capacity.groups.compactMap { group in
        group.weeks.indices.contains(index) ? group.weeks[index] : nil
      }
      let needed = plan.scenario.staffGroups.map { need.heads(of: $0.id, inWeek: index) }
      return PlanWeek(
        week: week, needed: Headcount(needed.reduce(0, +)),
        output: groups.map(\.effectiveHeads).total(), heads: groups.map(\.heads).total(),
        inTraining: groups.map(\.inTraining).total(), joined: groups.map(\.joined).total())
    }
  }
}

/// What the work of each week needs of our own groups: each queue's hours are split as the plan
/// splits them over its horizon.
private struct RampNeed {
  private let plan: Plan
  private var shares: [String: [String: Double]] = [:]

  init(_ plan: Plan) {
    self.plan = plan
    var given: [String: [String: Double]] = [:]
    func add(_ supplier: String, _ queue: Queue.ID, _ time: WorkTime) {
      given[queue.rawValue, default: [:]][supplier, default: 0] += time.hours
    }
    for group in plan.capacity.groups {
      for allocation in group.weeks.flatMap(\.allocations) {
        add(group.group.rawValue, allocation.queue, allocation.netTime)
      }
    }
    for vendor in plan.capacity.vendors {
      for allocation in vendor.weeks.flatMap(\.allocations) {
        add("vendor \(vendor.vendor.rawValue)", allocation.queue, allocation.netTime)
      }
    }
    for (queue, hours) in given {
      let sum = hours.keys.sorted().map { hours[$0] ?? 0 }.reduce(0, +)
      shares[queue] = sum > 0 ? hours.mapValues { $0 / sum } : [:]
    }
  }

  func heads(of id: StaffGroup.ID, inWeek index: Int) -> Double {
    guard let group = plan.scenario.staffGroup(id) else { return 0 }
    let week = plan.capacity.weeks[index]
    let each = group.contractHours.hours * group.netShare(in: week).value
    guard each > 0 else { return 0 }
    let hours = plan.capacity.requirement.reduce(0.0) { sum, queue in
      let share = shares[queue.queue.rawValue]?[id.rawValue] ?? 0
      return sum + share * queue.total(inWeek: index).hours
    }
    return hours / each
  }
}
