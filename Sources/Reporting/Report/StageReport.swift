internal import BusinessCalendar
internal import CapacityPlanning
internal import Costing
internal import Forecasting
public import Planning
internal import Scenarios
internal import Staffing
internal import Units

/// The stages that ran, as people read them in a terminal; the verbs of single stages print it.
public struct StageReport: Sendable {
  private let stages: StageResults
  private let strings: Strings

  /// A report of `stages` in `language`.
  public init(_ stages: StageResults, language: Language = .english) {
    self.stages = stages
    strings = Strings(language)
  }

  /// One stage's tables.
  ///
  /// - Parameters:
  ///   - width: the columns of the terminal.
  ///   - color: whether ANSI sequences may be written.
  public func text(of stage: PlanningStage, width: Int = 100, color: Bool = false) -> String {
    let style = TerminalStyle(color: color)
    var blocks = tables(of: stage).filter { !$0.rows.isEmpty }
      .map { TextTable($0, width: max(40, width), style: style).text }
    if stage == .schedule, let note = wholeReport?.unscheduledAnswer {
      let lines = DisplayWidth.wrapped(note, to: max(40, width))
      blocks.insert(lines.map { $0 + "\n" }.joined(), at: 0)
    }
    if stage == .capacity, let report = wholeReport {
      blocks += report.programSentences.map { sentence in
        DisplayWidth.wrapped(sentence, to: max(40, width)).map { $0 + "\n" }.joined()
      }
    }
    return blocks.joined(separator: "\n")
  }

  private func tables(of stage: PlanningStage) -> [Table] {
    let report = wholeReport
    switch stage {
    case .forecast: return [volumeTable]
    case .requirement:
      return stages.requirement.map {
        let report = RequirementReport($0, of: stages.scenario, language: strings.language)
        return [report.table(by: .week), report.poolsTable, report.campaignsTable]
      } ?? []
    case .capacity:
      guard let report else { return [] }
      return [
        report.weeklyTable, report.classesTable, report.peopleTotalTable, report.overtimeTable,
        report.measuresTable, report.vendorTable, report.shortagesTable, report.limitsTable,
      ]
    case .schedule:
      guard let report else { return [] }
      return [report.shiftsTable, report.worstTable]
    case .cost:
      guard let report else { return [] }
      return [report.costTable, report.costBySupplierTable]
    }
  }

  /// A report of what ran, with nothing in the stages that did not.
  private var wholeReport: Report? {
    guard let forecast = stages.forecast, let requirement = stages.requirement,
      let capacity = stages.capacity
    else { return nil }
    let nothing = CostStatement(
      currency: stages.scenario.currency, lines: [], scheduleLines: [])
    let plan = Plan(
      scenario: stages.scenario, forecast: forecast, requirement: requirement,
      capacity: capacity, schedule: stages.schedule, cost: stages.cost ?? nothing)
    return Report(plan, language: strings.language)
  }

  private func queueColumns(_ ids: [Queue.ID]) -> [Table.Column] {
    [Table.Column(strings[.week], key: "week")]
      + ids.map { id in
        .number(stages.scenario.queue(id)?.name ?? id.rawValue, key: id.rawValue)
      }
  }

  /// Contacts by week and queue.
  private var volumeTable: Table {
    guard let forecast = stages.forecast else {
      return Table(name: "", title: "", columns: [], rows: [])
    }
    let grid = forecast.grid
    let rows = grid.weeks.indices.map { week -> [Cell] in
      let slots = grid.slotIndices(ofWeek: week)
      let cells = forecast.queues.map { queue in
        Cell.number(queue.volume[slots].total().value)
      }
      return [.text(strings.date(grid.weeks[week].start))] + cells
    }
    let totals = forecast.queues.map { Cell.number($0.volume.total().value) }
    return Table(
      name: "forecast", title: strings[.contactsOffered],
      columns: queueColumns(forecast.queues.map(\.queue)), rows: rows,
      totals: [.text(strings[.total])] + totals)
  }
}
