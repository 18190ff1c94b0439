public import BusinessCalendar
public import Scenarios
public import Units

/// People of vendors by slot, as one step of their hours' way has them.
public struct VendorPeople: Sendable, Equatable {
  /// People on contacts at once, by vendor, queue and slot.
  public var people: [Vendor.ID: [Queue.ID: [Double]]]

  /// Nobody.
  public init() { people = [:] }

  /// What is required of vendors.
  public init(_ requirements: [VendorRequirement]) {
    self.init()
    for requirement in requirements {
      for queue in requirement.queues {
        people[requirement.vendor, default: [:]][queue.queue] = queue.people.map(\.value)
      }
    }
  }

  /// Adds people of a vendor in one slot. Those that stand by for several queues are divided as `asked`
  /// asks for people of the vendor in them then; evenly where it asks for none.
  public mutating func add(
    _ count: Double, of vendor: Vendor.ID, for queues: [Queue.ID], in slot: Int, of slots: Int,
    like asked: VendorPeople
  ) {
    guard slot >= 0, slot < slots, !queues.isEmpty else { return }
    let weights = queues.map { asked.people(of: vendor, in: $0, slot: slot) }
    let all = weights.reduce(0, +)
    for (queue, weight) in zip(queues, weights) {
      let share = all > 0 ? weight / all : 1 / Double(queues.count)
      people[vendor, default: [:]][queue, default: [Double](repeating: 0, count: slots)][slot] +=
        count * share
    }
  }

  fileprivate func people(of vendor: Vendor.ID, in queue: Queue.ID, slot: Int) -> Double {
    guard let list = people[vendor]?[queue], list.indices.contains(slot) else { return 0 }
    return list[slot]
  }

  /// The people of a vendor in all its queues together, or in one.
  fileprivate func series(_ vendor: Vendor.ID, _ queue: Queue.ID?, slots: Int) -> [Double] {
    var sum = [Double](repeating: 0, count: slots)
    let lists = (people[vendor] ?? [:]).sorted { $0.key.rawValue < $1.key.rawValue }
    for (id, list) in lists where queue == nil || id == queue {
      for slot in 0..<min(slots, list.count) { sum[slot] += list[slot] }
    }
    return sum
  }
}

/// The hours of vendors on their way: required, committed, scheduled, delivered.
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

  /// What a line of the tracking is of.
  public enum Grouping: String, Sendable, Hashable, Codable, CaseIterable {
    /// One vendor.
    case vendor
    /// One queue of a vendor.
    case queue
    /// One week of all vendors.
    case week
    /// One day of all vendors.
    case day
  }

  /// One step: its hours, and how well it keeps to the step before.
  public struct StepHours: Sendable, Equatable, Codable {
    /// The step.
    public let step: Step
    /// Hours.
    public let hours: WorkTime
    /// Hours that it has less than the step before, interval by interval; hours too many in one
    /// interval make up for none in another, and those of one vendor for none of another.
    public let shortfall: WorkTime
    /// Hours that it has more than the step before, interval by interval.
    public let surplus: WorkTime
    /// The share of the line that is kept: Σ min(this, the step before) ÷ Σ the step before; `nil`
    /// where that has no hours.
    public let lineAdherence: Share?
    /// Of the intervals in which the step before has people, how many have as many within the
    /// tolerance.
    public let intervalsKept: Int
    /// Those intervals.
    public let intervals: Int
  }

  /// One line: a vendor, a queue of it, or a time.
  public struct Line: Sendable, Equatable, Codable {
    /// The vendor; `nil` for all.
    public let vendor: Vendor.ID?
    /// The queue; `nil` for all together, where people may stand in for one another.
    public let queue: Queue.ID?
    /// The first day; `nil` for the horizon.
    public let from: LocalDate?
    /// The steps.
    public let steps: [StepHours]
  }

  /// The vendors.
  public let vendors: [Vendor.ID]
  /// The tolerance of an interval, as a share of the step before.
  public let tolerance: Share
  /// What a line is of.
  public let grouping: Grouping
  /// The lines that have hours, in the order of the vendors, queues and days.
  public let lines: [Line]
  /// All of them.
  public let total: Line

  /// The tracking of people by slot.
  ///
  /// - Parameter steps: steps in their order, people a slot of `grid`; the first is what is required.
  public init(
    of vendors: [Vendor.ID], queues: [Queue.ID], on grid: PlanningGrid,
    _ steps: [(step: Step, people: VendorPeople)], by grouping: Grouping = .week,
    tolerance: Share = Share(0.1)
  ) {
    self.vendors = vendors
    self.tolerance = tolerance
    self.grouping = grouping
    let measure = Measure(grid, steps, tolerance: tolerance.value)
    let whole = vendors.map { measure.series(of: $0, nil) }
    let all = grid.slotIndices
    switch grouping {
    case .vendor:
      lines = zip(vendors, whole).map { vendor, series in
        measure.line([series], all, vendor: vendor)
      }
    case .queue:
      lines = vendors.flatMap { vendor in
        queues.map { queue in
          measure.line([measure.series(of: vendor, queue)], all, vendor: vendor, queue: queue)
        }
      }.filter(\.hasHours)
    case .week:
      lines = grid.weeks.indices.map { week in
        measure.line(whole, grid.slotIndices(ofWeek: week), from: grid.weeks[week].start)
      }.filter(\.hasHours)
    case .day:
      lines = grid.days.indices.map { day in
        measure.line(whole, grid.slotIndices(ofDay: day), from: grid.days[day].date)
      }.filter(\.hasHours)
    }
    total = measure.line(whole, all)
  }
}

extension VendorTracking.Line {
  fileprivate var hasHours: Bool { steps.contains { $0.hours > .zero } }
}

/// Measures steps against the ones before them.
private struct Measure {
  let grid: PlanningGrid
  let steps: [(step: VendorTracking.Step, people: VendorPeople)]
  let tolerance: Double

  init(
    _ grid: PlanningGrid, _ steps: [(step: VendorTracking.Step, people: VendorPeople)],
    tolerance: Double
  ) {
    self.grid = grid
    self.steps = steps
    self.tolerance = tolerance
  }

  /// People by step and slot.
  func series(of vendor: Vendor.ID, _ queue: Queue.ID?) -> [[Double]] {
    steps.map { $0.people.series(vendor, queue, slots: grid.slotCount) }
  }

  func line(
    _ series: [[[Double]]], _ slots: Range<Int>, vendor: Vendor.ID? = nil,
    queue: Queue.ID? = nil, from: LocalDate? = nil
  ) -> VendorTracking.Line {
    let hours = grid.slotLength.duration.inHours
    return VendorTracking.Line(
      vendor: vendor, queue: queue, from: from,
      steps: steps.indices.map { step in
        var figures = StepFigures()
        for people in series {
          figures.add(
            slots, people[step], people[max(0, step - 1)], hours: hours, tolerance: tolerance)
        }
        return figures.step(steps[step].step)
      })
  }
}

/// Sums of one step as they are made.
private struct StepFigures {
  private var all = 0.0
  private var short = 0.0
  private var over = 0.0
  private var line = 0.0
  private var kept = 0
  private var asked = 0

  mutating func add(
    _ slots: Range<Int>, _ people: [Double], _ before: [Double], hours: Double, tolerance: Double
  ) {
    for slot in slots where people.indices.contains(slot) && before.indices.contains(slot) {
      let (now, wanted) = (people[slot], before[slot])
      all += now * hours
      line += wanted * hours
      short += max(0, wanted - now) * hours
      over += max(0, now - wanted) * hours
      if wanted > 0.005 {
        asked += 1
        if (now - wanted).magnitude <= tolerance * wanted + 1e-9 { kept += 1 }
      }
    }
  }

  func step(_ step: VendorTracking.Step) -> VendorTracking.StepHours {
    VendorTracking.StepHours(
      step: step, hours: WorkTime(hours: all), shortfall: WorkTime(hours: short),
      surplus: WorkTime(hours: over), lineAdherence: line > 0 ? Share(1 - short / line) : nil,
      intervalsKept: kept, intervals: asked)
  }
}
