public import BusinessCalendar
public import CapacityPlanning
public import Scenarios
public import Staffing
public import Units

/// What a vendor is asked for, interval by interval: the net hours that the weekly plan gives it,
/// spread as the queue's requirement is over the week, in the vendor's own people.
///
/// `people[v,q,s] = net[v,q,w,b] ÷ proficiency[v] · positions[q,s] ÷ Σ_s' positions[q,s'] · hours of a
/// slot` over the slots s' of the week w and kind of day b. Hours of a minimum that no queue needs,
/// and hours lost to learning, are not asked for.
public struct VendorRequirement: Sendable, Equatable, Codable {
  /// One queue.
  public struct QueuePeople: Sendable, Equatable, Codable {
    /// The queue.
    public let queue: Queue.ID
    /// People on contacts at once, in the vendor's own output, a slot.
    public let people: [Positions]
  }

  /// The vendor.
  public let vendor: Vendor.ID
  /// The slots; every `people` has one entry for each.
  public let grid: PlanningGrid
  /// The queues that it has work for, in the scenario's order.
  public let queues: [QueuePeople]

  /// What `plan` asks of `vendor`.
  public init(
    of vendor: Vendor, _ plan: CapacityPlan, _ scenario: Scenario,
    _ requirement: StaffingRequirement
  ) {
    self.vendor = vendor.id
    grid = requirement.grid
    let weeks = plan.vendors.first { $0.vendor == vendor.id }?.weeks ?? []
    let proficiency = vendor.proficiency.value
    let slotHours = requirement.grid.slotLength.duration.inHours
    let slots = requirement.grid.slots
    queues = requirement.queues.compactMap { queue in
      var people = [Double](repeating: 0, count: requirement.grid.slotCount)
      for (week, entry) in weeks.enumerated() {
        for allocation in entry.allocations where allocation.queue == queue.queue {
          let inWeek = requirement.grid.slotIndices(ofWeek: week).filter {
            let kind = scenario.calendar.day(slots[$0].date).kind
            return (kind == .statutoryHoliday) == (allocation.bucket == .statutoryHoliday)
          }
          let all = inWeek.reduce(0) { $0 + queue.positions[$1].value } * slotHours
          guard all > 0, proficiency > 0 else { continue }
          let factor = allocation.netTime.hours / proficiency / all
          for slot in inWeek { people[slot] += queue.positions[slot].value * factor }
        }
      }
      guard people.contains(where: { $0 > 0 }) else { return nil }
      return QueuePeople(queue: queue.queue, people: people.map { Positions($0) })
    }
  }

  /// People of all queues together, a slot.
  public var people: [Double] {
    queues.reduce([Double](repeating: 0, count: grid.slotCount)) { sum, queue in
      zip(sum, queue.people).map { $0 + $1.value }
    }
  }
}

/// A vendor's hours on their way: required, committed, scheduled, delivered.
public struct VendorTracking: Sendable, Equatable, Codable {
  /// A step on the way.
  public enum Step: String, Sendable, Hashable, Codable, CaseIterable {
    /// What the plan asks for.
    case required
    /// What the vendor promises.
    case committed
    /// What it has put on shifts.
    case scheduled
    /// What it has worked.
    case delivered
  }

  /// One step: hours by week, and how well it keeps to the step before.
  public struct StepHours: Sendable, Equatable, Codable {
    /// The step.
    public let step: Step
    /// Hours a week.
    public let weeks: [WorkTime]
    /// Hours that it has less than the step before, interval by interval, a week; hours too many in
    /// one interval make up for none in another.
    public let shortfall: [WorkTime]
    /// Hours that it has more than the step before, interval by interval, a week.
    public let surplus: [WorkTime]
    /// The share of the line that is kept a week: Σ min(this, the step before) ÷ Σ the step before;
    /// `nil` where that has no hours.
    public let lineAdherence: [Share?]
    /// Of the intervals in which the step before has people, how many have as many within the
    /// tolerance, a week.
    public let intervalsKept: [Int]
    /// Those intervals.
    public let intervals: [Int]
    /// The share of the line that is kept over the horizon.
    public let adherence: Share?
  }

  /// The vendor.
  public let vendor: Vendor.ID
  /// The weeks.
  public let weeks: [Week]
  /// The tolerance of an interval, as a share of the step before.
  public let tolerance: Share
  /// The steps that are known, in their order; the first is what is required.
  public let steps: [StepHours]

  /// The tracking of people by slot.
  ///
  /// - Parameter people: steps in their order, people a slot of `grid`.
  public init(
    of vendor: Vendor.ID, on grid: PlanningGrid, _ people: [(step: Step, people: [Double])],
    tolerance: Share = Share(0.1)
  ) {
    self.vendor = vendor
    weeks = grid.weeks
    self.tolerance = tolerance
    let hours = grid.slotLength.duration.inHours
    steps = people.enumerated().map { place, entry in
      let before = place > 0 ? people[place - 1].people : entry.people
      var figures = StepFigures()
      for week in grid.weeks.indices {
        figures.add(
          grid.slotIndices(ofWeek: week), entry.people, before, hours: hours,
          tolerance: tolerance.value)
      }
      return figures.step(entry.step)
    }
  }
}

/// Sums of one step as they are made, week by week.
private struct StepFigures {
  var all: [Double] = []
  var short: [Double] = []
  var over: [Double] = []
  var line: [Double] = []
  var kept: [Int] = []
  var asked: [Int] = []

  mutating func add(
    _ slots: Range<Int>, _ people: [Double], _ before: [Double], hours: Double, tolerance: Double
  ) {
    var (sum, short, over, line) = (0.0, 0.0, 0.0, 0.0)
    var (kept, asked) = (0, 0)
    for slot in slots where people.indices.contains(slot) && before.indices.contains(slot) {
      let (now, wanted) = (people[slot], before[slot])
      sum += now * hours
      line += wanted * hours
      short += max(0, wanted - now) * hours
      over += max(0, now - wanted) * hours
      if wanted > 0.005 {
        asked += 1
        if (now - wanted).magnitude <= tolerance * wanted + 1e-9 { kept += 1 }
      }
    }
    all.append(sum)
    self.short.append(short)
    self.over.append(over)
    self.line.append(line)
    self.kept.append(kept)
    self.asked.append(asked)
  }

  func step(_ step: VendorTracking.Step) -> VendorTracking.StepHours {
    func share(_ short: Double, _ line: Double) -> Share? {
      line > 0 ? Share(1 - short / line) : nil
    }
    func times(_ hours: [Double]) -> [WorkTime] { hours.map { WorkTime(hours: $0) } }
    return VendorTracking.StepHours(
      step: step, weeks: times(all), shortfall: times(short), surplus: times(over),
      lineAdherence: zip(short, line).map(share), intervalsKept: kept, intervals: asked,
      adherence: share(short.reduce(0, +), line.reduce(0, +)))
  }
}
