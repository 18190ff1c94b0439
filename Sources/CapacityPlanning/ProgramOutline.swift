internal import LinearProgramming

/// What a capacity program is, without its numbers: enough to tell whether a plan was made by it.
public struct ProgramOutline: Sendable, Hashable, Codable {
  /// A row of the program that limits a plan.
  public struct Limit: Sendable, Hashable, Codable {
    /// Its family.
    public let family: CapacityFamily
    /// The number of the week it speaks of, if one, from 0.
    public let week: Int?
    /// The unit of the limit.
    public let unit: String
    /// The scenario path of the limit.
    public let path: String
  }

  /// The program's name.
  public let program: String
  /// The families of constraints and decisions that it has, in their order.
  public let families: [CapacityFamily]
  /// Rows.
  public let rows: Int
  /// Columns.
  public let columns: Int
  /// Columns that are whole numbers.
  public let integers: Int
  /// Its limits by their names.
  public let limits: [String: Limit]

  /// An outline.
  public init(
    program: String, families: [CapacityFamily], rows: Int, columns: Int, integers: Int,
    limits: [String: Limit]
  ) {
    self.program = program
    self.families = families
    self.rows = rows
    self.columns = columns
    self.integers = integers
    self.limits = limits
  }

  init(_ model: CapacityProgram) {
    let program = model.program
    self.init(
      program: program.name, families: model.activeFamilies, rows: program.constraintCount,
      columns: program.variableCount,
      integers: program.variables.count { program.kind(of: $0) != .continuous },
      limits: Dictionary(
        model.rows.map { row in
          let draft = row.draft
          let week = draft.weeks.count == 1 ? draft.weeks[0] : nil
          return (
            row.name, Limit(family: draft.family, week: week, unit: draft.unit, path: draft.path)
          )
        }, uniquingKeysWith: { first, _ in first }))
  }
}
