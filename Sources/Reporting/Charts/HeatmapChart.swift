/// Days by slots: what is short in orange, what is spare in blue, closed hours hatched. Cells that
/// are short carry a dot as well, so that the picture survives a black-and-white printer.
public struct HeatmapChart: Sendable, Equatable {
  /// Id, title, description.
  public var head: ChartHead
  /// What stands left of each row.
  public var rows: [String]
  /// The names of the slots, left to right; labels that would touch are left out.
  public var columns: [String]
  /// Row by row, staffed less required: negative is short, `nil` is closed.
  public var values: [[Double?]]
  /// The unit of all values.
  public var unit: String
  /// Digits after the point.
  public var decimals: Int

  /// A heatmap.
  public init(
    head: ChartHead, rows: [String], columns: [String], values: [[Double?]], unit: String,
    decimals: Int = 1
  ) {
    self.head = head
    self.rows = rows
    self.columns = columns
    self.values = values
    self.unit = unit
    self.decimals = decimals
  }

  /// The chart as a stand-alone SVG document.
  public func svg(_ strings: Strings = .english) -> String { element(strings).markup }

  private static let rowHeight = 24.0
  private static let right = ChartHead.width - 8
  private static let steps = 6
  private static let short = Palette.RGB(176, 62, 8)
  private static let spare = Palette.RGB(27, 84, 138)
  private static let even = Palette.RGB(245, 245, 242)

  func element(_ strings: Strings) -> Element {
    let known = values.joined().compactMap(\.self).filter(\.isFinite)
    guard !rows.isEmpty, !columns.isEmpty, !known.isEmpty else {
      return head.empty(strings[.noDataForChart])
    }
    let extreme = max(known.map(\.magnitude).max() ?? 0, 1e-9)
    let names = rows.map { Element.textWidth($0) }.max() ?? 0
    let left = min(names, 220) + 12
    let slot = (Self.right - left) / Double(columns.count)
    let top = 50.0
    let bottom = top + Double(rows.count) * Self.rowHeight

    var marks = key(
      short: max(0, -(known.min() ?? 0)), spare: max(0, known.max() ?? 0), extreme: extreme,
      left: left, strings)
    for (row, name) in rows.enumerated() {
      let y = top + Double(row) * Self.rowHeight
      let shown = DisplayWidth.truncated(name, to: Int((left - 10) / 6.4))
      marks.append(.label(shown, x: left - 8, y: y + 16, anchor: .end))
      var cells: [Element] = []
      for column in columns.indices {
        cells += cell(
          row, column, x: left + Double(column) * slot, y: y, width: slot, extreme: extreme,
          strings)
      }
      marks.append(.group(cells))
    }
    marks += PeriodLabels(columns, left: left, slot: slot, areAtStart: true).marks(y: bottom)
    let pattern = ChartFill(color: "#eceff2", pattern: .diagonal)
    let definitions = [pattern.definition(id: "\(head.id)-closed")].compactMap(\.self)
    return head.picture(height: bottom + 26, definitions: definitions, marks)
  }

  private func cell(
    _ row: Int, _ column: Int, x: Double, y: Double, width: Double, extreme: Double,
    _ strings: Strings
  ) -> [Element] {
    guard values.indices.contains(row), values[row].indices.contains(column) else { return [] }
    let gap = width > 6 ? 1.0 : 0
    let value = values[row][column]
    var rect = Element.rect(
      x: x, y: y, width: width - gap, height: Self.rowHeight - 1,
      fill: value.map { Self.color($0, extreme) } ?? "url(#\(head.id)-closed)")
    let meaning = value.map { words(for: $0, strings) } ?? strings[.closed]
    rect.append(Element("title", text: "\(rows[row]) \(columns[column]): \(meaning)"))
    guard let value, isShort(value), width > 4 else { return [rect] }
    let isDark = value.magnitude > extreme * 0.45
    return [
      rect,
      Element(
        "circle",
        [
          "cx": DecimalText.coordinate(x + (width - gap) / 2),
          "cy": DecimalText.coordinate(y + Self.rowHeight / 2),
          "r": DecimalText.coordinate(min(2.2, width / 5)),
          "fill": isDark ? "#ffffff" : "#5c2204", "pointer-events": "none",
        ]),
    ]
  }

  /// Short by at least half of the last digit that is shown.
  private func isShort(_ value: Double) -> Bool {
    var half = 0.5
    for _ in 0..<max(0, decimals) { half /= 10 }
    return value <= -half
  }

  private func words(for value: Double, _ strings: Strings) -> String {
    let number = DecimalText.fixed(value.magnitude, decimals: decimals)
    if isShort(value) { return "\(number) \(unit) \(strings[.short])" }
    return isShort(-value) ? "\(number) \(unit) \(strings[.spare])" : strings[.even]
  }

  private static func color(_ value: Double, _ extreme: Double) -> String {
    let share = min(value.magnitude / extreme, 1) * Double(steps)
    let step = value.magnitude < extreme * 1e-6 ? 0 : max(1, share.rounded(.up))
    let strength = step / Double(steps)
    return Palette.blend(even, value < 0 ? short : spare, strength == 0 ? 0 : 0.1 + 0.9 * strength)
  }

  /// The scale: as far to either side as there are values, each side named by its largest.
  private func key(
    short: Double, spare: Double, extreme: Double, left: Double, _ strings: Strings
  ) -> [Element] {
    let width = 22.0
    var marks: [Element] = []
    var x = left
    func steps(_ value: Double) -> Int {
      Int((min(value / extreme, 1) * Double(Self.steps)).rounded(.up))
    }
    if isShort(-short) {
      let words = self.words(for: -short, strings)
      marks.append(.label(words, x: x, y: 19))
      x += Element.textWidth(words) + 10
    }
    let from = isShort(-short) ? -steps(short) : 0
    let to = isShort(-spare) ? steps(spare) : 0
    for step in from...to {
      let value = extreme * Double(step) / Double(Self.steps)
      marks.append(
        .rect(x: x, y: 8, width: width - 1, height: 14, fill: Self.color(value, extreme)))
      x += width
    }
    let words = isShort(-spare) ? self.words(for: spare, strings) : strings[.even]
    marks.append(.label(words, x: x + 8, y: 19))
    x += Element.textWidth(words) + 36
    marks.append(.rect(x: x, y: 8, width: 18, height: 14, fill: "url(#\(head.id)-closed)"))
    marks.append(.label(strings[.closed], x: x + 24, y: 19))
    return marks
  }
}
