internal import Planning
internal import Reporting
internal import Storage

/// The runs of a store as a table for the terminal.
enum RunTable {
  /// The table's text.
  static func text(of runs: [RunSummary], width: Int, color: Bool) -> String {
    let rows = runs.map { run -> [Cell] in
      [
        .text("\(run.id)"), .text(minute(run.createdAt)), .text(run.scenario),
        .text(run.overrides.map(short).joined(separator: ", ")),
        .text("\(run.total) \(run.currency)"), .text(run.pricedShortage),
        .number(run.hoursShort, decimals: 1), .percent(run.gap, decimals: 2), .text(run.status),
      ]
    }
    let table = Table(
      name: "runs", title: "",
      columns: [
        .number("run"), .date("made"), Table.Column("scenario"), Table.Column("changed"),
        .number("cost"), .number("priced shortage"), .number("hours short"), .number("gap"),
        Table.Column("status"),
      ], rows: rows)
    return TextTable(
      table.withoutEmptyColumns, width: width, style: TerminalStyle(color: color)
    ).text
  }

  /// A time of RFC 3339 in UTC to the minute: `2026-11-22 18:05`.
  private static func minute(_ time: String) -> String {
    String(time.prefix(16)).replacing("T", with: " ")
  }

  /// What was changed, as the last word of its path and its value: `recruiting-lead=2 weeks`.
  private static func short(_ change: Provenance.Override) -> String {
    "\(change.path.split(separator: ".").last ?? "")=\(change.value)"
  }
}
