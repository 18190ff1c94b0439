public import Units

/// People who are no agents and whose number follows that of the agents: team leaders, quality
/// monitors, trainers.
public struct SupportRole: Sendable, Equatable, Codable {
  /// The role's key in the scenario.
  public typealias ID = Identifier<SupportRole>

  /// So many for so many agents.
  public struct Span: Sendable, Hashable, Codable {
    /// How many of the role.
    public let people: Int
    /// For how many agents.
    public let agents: Int

    /// `people` for each `agents`; both are at least 1.
    public init(_ people: Int, per agents: Int) {
      self.people = max(1, people)
      self.agents = max(1, agents)
    }

    /// The people of the role for a number of agents, fractions included.
    public func heads(for agents: Headcount) -> Headcount {
      agents * (Double(people) / Double(self.agents))
    }
  }

  /// The key in the scenario.
  public let id: ID
  /// The name people know it by.
  public let name: String
  /// So many for so many agents.
  public let span: Span
  /// The groups whose agents count, in the order of the file; never empty.
  public let groups: [StaffGroup.ID]
  /// What they are paid.
  public let wage: Wage
  /// The employer's contributions on top of pay, as a share of it.
  public let employerOnCost: Share

  /// A role; the scenario reader has checked every value.
  public init(
    id: ID, name: String, span: Span, groups: [StaffGroup.ID], wage: Wage, employerOnCost: Share
  ) {
    self.id = id
    self.name = name
    self.span = span
    self.groups = groups
    self.wage = wage
    self.employerOnCost = employerOnCost
  }
}
