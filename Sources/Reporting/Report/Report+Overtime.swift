internal import CapacityPlanning
internal import Planning

extension Report {
  /// Tables of more rows are closed until the reader opens them.
  private static let mostOpenRows = 24

  /// What an hour of overtime is worth beside others, where that was asked: a section of its own.
  var overtimeSections: [HTMLPage.Section] {
    guard let overtime else { return [] }
    let report = OvertimeReport(overtime, of: plan.scenario, language: strings.language)
    let tables = report.tables.filter { !$0.rows.isEmpty }.map(\.withoutEmptyColumns)
    return [
      .init(
        id: "overtime", heading: strings(OvertimePhrase.section),
        blocks: [.list(report.lead)]
          + tables.map { $0.rows.count > Self.mostOpenRows ? .closedTable($0) : .table($0) })
    ]
  }
}
