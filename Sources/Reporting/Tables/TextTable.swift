/// A ``Table`` for a terminal: columns aligned by display width, so that 中文 lines up.
///
/// Where the terminal is too narrow, columns of words are shortened with an ellipsis; numbers never
/// are. What still does not fit is set below as a second panel that repeats the first column.
public struct TextTable: Sendable {
  /// The table that is shown.
  public let table: Table
  /// The columns of the terminal; `nil` for no limit.
  public let width: Int?
  /// Emphasis.
  public let style: TerminalStyle

  /// A terminal table.
  public init(_ table: Table, width: Int? = nil, style: TerminalStyle = .plain) {
    self.table = table
    self.width = width
    self.style = style
  }

  private static let gap = "  "
  private static let narrowest = 8

  /// The lines, each ended by a line feed.
  public var text: String {
    var lines: [String] = []
    if !table.title.isEmpty {
      lines.append(style.bold(DisplayWidth.singleLine(table.title)))
    }
    let widths = fittedWidths()
    for (index, panel) in panels(widths).enumerated() {
      if index > 0 { lines.append("") }
      lines += self.lines(of: panel, widths: widths)
    }
    if let note = table.note {
      let text = DisplayWidth.singleLine(note)
      lines += DisplayWidth.wrapped(text, to: max(20, width ?? 100)).map { style.faint($0) }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func lines(of panel: [Int], widths: [Int]) -> [String] {
    let headings = table.columns.map { Cell.text($0.heading) }
    var lines = [
      line(of: headings, panel: panel, widths: widths) { text, _ in style.bold(text) },
      rule(panel: panel, widths: widths),
    ]
    for row in table.rows {
      lines.append(line(of: row, panel: panel, widths: widths) { style.applied($1, to: $0) })
    }
    if let totals = table.totals {
      lines.append(rule(panel: panel, widths: widths))
      lines.append(line(of: totals, panel: panel, widths: widths) { text, _ in style.bold(text) })
    }
    return lines
  }

  private func line(
    of cells: [Cell], panel: [Int], widths: [Int], emphasis: (String, Tone) -> String
  ) -> String {
    var parts: [String] = []
    for column in panel {
      let text = DisplayWidth.truncated(Self.shown(cells[column]), to: widths[column])
      let padded = DisplayWidth.padded(
        text, to: widths[column], table.columns[column].alignment)
      let isLast = column == panel.last && table.columns[column].alignment == .leading
      parts.append(emphasis(isLast ? text : padded, cells[column].tone))
    }
    return parts.joined(separator: Self.gap)
  }

  private func rule(panel: [Int], widths: [Int]) -> String {
    style.faint(
      panel.map { String(repeating: "─", count: widths[$0]) }.joined(separator: Self.gap))
  }

  private static func shown(_ cell: Cell) -> String { DisplayWidth.singleLine(cell.display) }

  /// The columns' widths: natural, then the widest column of words gives way until all fit.
  private func fittedWidths() -> [Int] {
    var widths = table.columns.indices.map { column in
      let cells = (table.rows + [table.totals].compactMap(\.self)).map { $0[column] }
      let heading = DisplayWidth.singleLine(table.columns[column].heading)
      return ([heading] + cells.map(Self.shown)).map { DisplayWidth.columns(of: $0) }.max() ?? 0
    }
    guard let width else { return widths }
    func total() -> Int { widths.reduce(0, +) + Self.gap.count * max(0, widths.count - 1) }
    while total() > width {
      let words = widths.indices.filter {
        table.columns[$0].alignment == .leading && widths[$0] > Self.narrowest
      }
      guard let widest = words.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return widths
  }

  /// Groups of columns that fit side by side; each but the first repeats the first column.
  private func panels(_ widths: [Int]) -> [[Int]] {
    guard let width, widths.count > 1 else { return [Array(widths.indices)] }
    var panels: [[Int]] = []
    var panel = [0]
    var used = widths[0]
    for column in widths.indices.dropFirst() {
      let size = Self.gap.count + widths[column]
      if used + size > width, panel.count > 1 {
        panels.append(panel)
        panel = [0]
        used = widths[0]
      }
      panel.append(column)
      used += size
    }
    panels.append(panel)
    return panels
  }
}
