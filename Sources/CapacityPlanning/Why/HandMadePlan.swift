public import BusinessCalendar
public import Scenarios
internal import Units

/// A plan that somebody made by hand, as it stands in a spreadsheet: by week the people who start,
/// the seats of vendors, the overtime.
public struct HandMadePlan: Sendable, Equatable, Codable {
  /// What a column says.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// People who start in a group's classes.
    case hires
    /// Seats of a vendor that run.
    case seats
    /// Paid overtime hours of a group, all people together.
    case overtime
  }

  /// One column: a number for each week of the horizon.
  public struct Column: Sendable, Equatable, Codable {
    /// What it says.
    public let kind: Kind
    /// The id of the group or vendor.
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

  /// The decisions of `plan`, in the layout that people can edit: every group that can hire or work
  /// overtime and every vendor has its columns.
  public init(_ plan: CapacityPlan, of scenario: Scenario) {
    weeks = plan.weeks.map(\.start)
    var columns: [Column] = []
    for (group, done) in zip(scenario.staffGroups, plan.groups) {
      if group.hiring != nil {
        columns.append(
          Column(.hires, of: group.id.rawValue, done.weeks.map(\.joined.value)))
      }
      if group.overtime != nil {
        let hours = done.weeks.map { week in
          week.overtime.reduce(0) { $0 + $1.paidTime.hours }
        }
        columns.append(Column(.overtime, of: group.id.rawValue, hours))
      }
    }
    for (vendor, done) in zip(scenario.vendors, plan.vendors) {
      columns.append(Column(.seats, of: vendor.id.rawValue, done.weeks.map(\.seats.value)))
    }
    self.columns = columns
  }

  /// The numbers of one group or vendor; zeros where there is no such column.
  func amounts(_ kind: Kind, of owner: String) -> [Double] {
    columns.first { $0.kind == kind && $0.owner == owner }?.amounts
      ?? [Double](repeating: 0, count: weeks.count)
  }

  /// The plan as CSV, as ``init(csv:for:)`` reads it: a row a week, hours and seats with up to two
  /// decimals.
  public var csv: String {
    var text = (["week"] + columns.map { "\($0.kind.rawValue):\($0.owner)" }).joined(separator: ",")
    for (place, week) in weeks.enumerated() {
      let cells = columns.map { column in
        column.amounts.indices.contains(place) ? column.amounts[place].upTo2 : "0"
      }
      text += "\n" + (["\(week)"] + cells).joined(separator: ",")
    }
    return text + "\n"
  }
}

extension Double {
  /// The number with at most two decimals.
  fileprivate var upTo2: String {
    let hundredths = Int64((self * 100).rounded().bounded(to: 0...9e15))
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    if rest == 0 { return "\(whole)" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
