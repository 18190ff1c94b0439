public import CapacityPlanning
public import Planning

/// A plan as people read it: a summary for the terminal, a page that stands alone, and a CSV file
/// of every table. The same plan gives the same bytes.
public struct Report: Sendable {
  /// What is reported.
  public let plan: Plan
  /// Where its numbers come from, where that is known.
  public let provenance: Provenance?
  /// The words.
  public let strings: Strings
  /// Where the scenario was read from, for commands that the report proposes; `nil` where that is
  /// not known.
  public let scenarioPath: String?
  /// What the plan's overtime is worth, where that was asked: the page has a section of it.
  public let overtime: OvertimeDecisions?
  let figures: PlanFigures

  /// A report of `plan` in `language`.
  public init(
    _ plan: Plan, provenance: Provenance? = nil, language: Language = .english,
    scenarioPath: String? = nil, overtime: OvertimeDecisions? = nil
  ) {
    self.scenarioPath = scenarioPath
    self.overtime = overtime
    self.plan = plan
    self.provenance = provenance
    strings = Strings(language)
    figures = PlanFigures(plan)
  }

  /// Every table, in the order of the report; empty ones too, so that a reader of the files finds
  /// the same names whatever the plan. Last the tables of what only some scenarios have.
  public var tables: [Table] {
    usualTables + [measuresTable].filter { !$0.rows.isEmpty } + reliefTables
  }

  private var usualTables: [Table] {
    [
      summaryTable, weeklyTable, queueWeeksTable, peopleTotalTable, headcountTable, classesTable,
      supportTable, overtimeTable, vendorTable, vendorOrdersTable, vendorMonthsTable,
      shortagesTable, shiftsTable,
      coverageTable,
      costTable, costBySupplierTable, ledgerTable, scheduleLedgerTable, limitsTable, queuesTable,
      poolsTable,
      eventsTable, requirementTable, solverTable, inputsTable, overridesTable,
    ]
  }

  /// A file name and its text for every table, without a byte order mark.
  public var csvFiles: [(name: String, text: String)] { csvFiles(byteOrderMark: false) }

  /// A file name and its text for every table.
  ///
  /// - Parameter byteOrderMark: whether each file starts with U+FEFF, by which Excel knows UTF-8.
  public func csvFiles(byteOrderMark: Bool) -> [(name: String, text: String)] {
    tables.map { table in
      (table.name + ".csv", CSVTable(table).text(byteOrderMark: byteOrderMark))
    }
  }
}
