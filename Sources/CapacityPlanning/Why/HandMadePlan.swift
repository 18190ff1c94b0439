public import BusinessCalendar
public import Scenarios
internal import Units

/// A plan that somebody made by hand, as it stands in a spreadsheet: by week the people who start,
/// the seats of vendors, the overtime, and what else a scenario has rules for.
public struct HandMadePlan: Sendable, Equatable, Codable {
  /// What a column says.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// People who start in a group's classes.
    case hires
    /// Seats of a vendor that run.
    case seats
    /// Paid overtime hours of a group, all people together.
    case overtime
    /// Classes of a group that start; as few as hold its people where that is not said.
    case classes
    /// Experienced people of a group who are made redundant.
    case redundancies
    /// Paid hours of leave of a group, all people together; decided for the plan where not said.
    case leave
    /// Hours of voluntary time off of a group; decided for the plan where not said.
    case undertime
    /// Hours of a group taken off in lieu of pay; decided for the plan where not said.
    case timeOff = "time-off"
    /// People of a group who begin to learn a queue, `GROUP>QUEUE`.
    case learning
    /// People of a group who begin to move to another, `GROUP>GROUP`.
    case moving
    /// Whether a vendor's contract runs, 1 or 0; where not said it runs in months with seats.
    case contract

    /// Whether it is of a group and something else.
    var hasTarget: Bool { self == .learning || self == .moving }
  }

  /// One column: a number for each week of the horizon.
  public struct Column: Sendable, Equatable, Codable {
    /// What it says.
    public let kind: Kind
    /// The id of the group or vendor; with ``Kind/learning`` and ``Kind/moving`` that of the group,
    /// `>`, and that of the queue or the other group.
    public let owner: String
    /// The numbers, one a week.
    public let amounts: [Double]

    /// A column; numbers below 0 and what is no number count as 0.
    public init(_ kind: Kind, of owner: String, _ amounts: [Double]) {
      self.kind = kind
      self.owner = owner
      self.amounts = amounts.map { $0.isFinite ? max(0, $0) : 0 }
    }
  }

  /// The first days of the weeks.
  public let weeks: [LocalDate]
  /// The columns; what has none is not done.
  public let columns: [Column]

  /// A plan of `columns`.
  public init(weeks: [LocalDate], columns: [Column]) {
    self.weeks = weeks
    self.columns = columns
  }

  /// The decisions of `plan`, in the layout that people can edit: every group has its columns for
  /// what the scenario has rules for, and every vendor has them. People who come from another group
  /// are not among those who are hired.
  public init(_ plan: CapacityPlan, of scenario: Scenario) {
    weeks = plan.weeks.map(\.start)
    var columns: [Column] = []
    for (group, done) in zip(scenario.staffGroups, plan.groups) {
      columns += HandMadePlan.classes(of: group, in: plan)
      if group.overtime != nil {
        let hours = done.weeks.map { week in
          week.overtime.reduce(0) { $0 + $1.paidTime.hours }
        }
        columns.append(Column(.overtime, of: group.id.rawValue, hours))
      }
      columns += HandMadePlan.measures(of: group, done)
    }
    for (vendor, done) in zip(scenario.vendors, plan.vendors) {
      let id = vendor.id.rawValue
      columns.append(Column(.seats, of: id, done.weeks.map(\.seats.value)))
      let runs = HandMadePlan.running(done, in: scenario)
      let isPlain = runs.stated == runs.bySeats
      if !isPlain { columns.append(Column(.contract, of: id, runs.stated.map { $0 ? 1 : 0 })) }
    }
    if columns.isEmpty {
      // A table of weeks alone says nothing; nobody is hired.
      columns = scenario.staffGroups.map {
        Column(.hires, of: $0.id.rawValue, plan.weeks.map { _ in 0 })
      }
    }
    self.columns = columns
  }

  /// People and classes; the classes only where they are not as few as can be.
  private static func classes(of group: StaffGroup, in plan: CapacityPlan) -> [Column] {
    guard let hiring = group.hiring else { return [] }
    let starts = plan.weeks.map { week in
      plan.classes.filter { $0.group == group.id && week.contains($0.start) }
    }
    let people = starts.map { $0.reduce(0) { $0 + $1.heads.value } }
    let classes = starts.map { Double($0.reduce(0) { $0 + $1.parallelClasses }) }
    let fewest = people.map { HandMadePlan.fewestClasses(for: $0, hiring) }
    let id = group.id.rawValue
    return [Column(.hires, of: id, people)]
      + (classes == fewest ? [] : [Column(.classes, of: id, classes)])
  }

  /// As few classes as hold so many people.
  static func fewestClasses(for people: Double, _ hiring: HiringRules?) -> Double {
    (people / Double(max(1, hiring?.maximumClassSize ?? 1)) - 1e-9).rounded(.up)
  }

  /// What is decided of a group beside hiring and overtime, where it has rules for it.
  private static func measures(of group: StaffGroup, _ done: GroupPlan) -> [Column] {
    let id = group.id.rawValue
    func column(_ kind: Kind, _ amount: (StaffMeasures) -> Double?) -> Column {
      Column(kind, of: id, done.weeks.map { $0.measures.flatMap(amount) ?? 0 })
    }
    var columns: [Column] = []
    if group.rules?.redundancy != nil {
      columns.append(column(.redundancies) { $0.released?.value })
    }
    if group.rules?.leave != nil { columns.append(column(.leave) { $0.leave?.hours }) }
    if group.rules?.undertime != nil { columns.append(column(.undertime) { $0.undertime?.hours }) }
    if group.overtime?.timeOffWithinWeeks != nil {
      columns.append(column(.timeOff) { $0.timeOff?.hours })
    }
    for training in group.rules?.crossTraining ?? [] {
      let people = done.weeks.map { week in
        week.measures?.learners?.first { $0.queue == training.queue }?.started.value ?? 0
      }
      columns.append(Column(.learning, of: "\(id)>\(training.queue)", people))
    }
    for transfer in group.rules?.transfers ?? [] {
      let people = done.weeks.map { week in
        week.measures?.movers?.first { $0.group == transfer.group }?.started.value ?? 0
      }
      columns.append(Column(.moving, of: "\(id)>\(transfer.group)", people))
    }
    return columns
  }

  /// In which weeks a vendor's contract runs, and in which it would run by its seats.
  private static func running(
    _ vendor: VendorPlan, in scenario: Scenario
  ) -> (stated: [Bool], bySeats: [Bool]) {
    let calendar = PlanCalendar(grid: scenario.grid, holidays: scenario.calendar)
    let stated = calendar.contractMonth.map { month in
      vendor.months.first { $0.month == calendar.months[month] }?.isActive ?? false
    }
    let bySeats = calendar.contractMonth.map { month in
      zip(calendar.contractMonth, vendor.weeks).contains { $0 == month && $1.seats > .zero }
    }
    return (stated, bySeats)
  }

  /// The numbers of one group or vendor; zeros where there is no such column.
  func amounts(_ kind: Kind, of owner: String) -> [Double] {
    given(kind, of: owner) ?? [Double](repeating: 0, count: weeks.count)
  }

  /// The numbers of one group or vendor; `nil` where there is no such column.
  func given(_ kind: Kind, of owner: String) -> [Double]? {
    columns.first { $0.kind == kind && $0.owner == owner }?.amounts
  }

  /// The plan as CSV, as ``init(csv:for:)`` reads it: a row a week, amounts with up to six
  /// decimals, so that the plan costs the same when it is read again.
  public var csv: String {
    var text = (["week"] + columns.map { "\($0.kind.rawValue):\($0.owner)" }).joined(separator: ",")
    for (place, week) in weeks.enumerated() {
      let cells = columns.map { column in
        column.amounts.indices.contains(place) ? column.amounts[place].upTo6 : "0"
      }
      text += "\n" + (["\(week)"] + cells).joined(separator: ",")
    }
    return text + "\n"
  }
}

extension Double {
  /// The number with at most six decimals.
  fileprivate var upTo6: String {
    let millionths = Int64((self * 1e6).rounded().bounded(to: 0...9e18))
    let (whole, rest) = millionths.quotientAndRemainder(dividingBy: 1_000_000)
    guard rest > 0 else { return "\(whole)" }
    var digits = String("\(rest + 1_000_000)".dropFirst())
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(whole).\(digits)"
  }
}
