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
  private static let narrowest = 12
  /// A heading is wrapped rather than make its column wider than this.
  private static let headingWidth = 12

  /// The lines, each ended by a line feed.
  public var text: String {
    var lines: [String] = []
    if !table.title.isEmpty {
      let title = DisplayWidth.singleLine(table.title)
      lines += DisplayWidth.wrapped(title, to: width ?? .max).map { style.bold($0) }
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
    let headings = table.columns.enumerated().map { column, title in
      DisplayWidth.wrapped(DisplayWidth.singleLine(title.heading), to: max(1, widths[column]))
    }
    let height = panel.map { headings[$0].count }.max() ?? 1
    var lines: [String] = []
    for row in 0..<height {
      let cells = headings.map { words -> Cell in
        // Headings stand on the rule: short ones begin lower.
        let place = row - (height - words.count)
        return words.indices.contains(place) ? .text(words[place]) : .empty
      }
      lines.append(line(of: cells, panel: panel, widths: widths) { text, _ in style.bold(text) })
    }
    lines.append(rule(panel: panel, widths: widths))
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

  /// The columns' widths: what the cells need and their headings in a few lines; then columns of
  /// words give way, the widest first and the first column last, until all fit.
  private func fittedWidths() -> [Int] {
    var widths = table.columns.indices.map(naturalWidth)
    guard let width else { return widths }
    func total() -> Int { widths.reduce(0, +) + Self.gap.count * max(0, widths.count - 1) }
    func shrink(_ columns: [Int], to limit: Int) {
      while total() > width {
        let words = columns.filter {
          table.columns[$0].canShrink && widths[$0] > limit
        }
        guard let widest = words.max(by: { widths[$0] < widths[$1] }) else { return }
        widths[widest] -= 1
      }
    }
    shrink(Array(widths.indices.dropFirst()), to: Self.narrowest)
    shrink(Array(widths.indices.prefix(1)), to: max(Self.narrowest, width / 3))
    for column in widths.indices where table.columns[column].canShrink {
      widths[column] = min(widths[column], max(Self.narrowest, width / 2 - Self.gap.count))
    }
    return widths
  }

  private func naturalWidth(of column: Int) -> Int {
    let cells = (table.rows + [table.totals].compactMap(\.self)).map { $0[column] }
    let widest = cells.map { DisplayWidth.columns(of: Self.shown($0)) }.max() ?? 0
    let heading = DisplayWidth.singleLine(table.columns[column].heading)
    let lines = DisplayWidth.wrapped(heading, to: max(widest, Self.headingWidth))
    return max(widest, lines.map { DisplayWidth.columns(of: $0) }.max() ?? 0)
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
