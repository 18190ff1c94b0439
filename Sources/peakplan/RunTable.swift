internal import Reporting
internal import Storage

/// The runs of a store as a table for the terminal.
enum RunTable {
  /// The table's text.
  static func text(of runs: [RunSummary], width: Int, color: Bool) -> String {
    let rows = runs.map { run -> [Cell] in
      [
        .text("\(run.id)"), .text(run.createdAt), .text(run.scenario),
        .text("\(run.total) \(run.currency)"), .number(run.hoursShort, decimals: 1),
        .percent(run.gap, decimals: 2), .text(run.status),
      ]
    }
    let table = Table(
      name: "runs", title: "",
      columns: [
        .number("run"), Table.Column("made"), Table.Column("scenario"), .number("cost"),
        .number("hours short"), .number("gap"), Table.Column("status"),
      ], rows: rows)
    return TextTable(table, width: width, style: TerminalStyle(color: color)).text
  }
}
