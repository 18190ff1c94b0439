/// Lines over a number: how a figure moves with another, several of them to compare.
public struct LineChart: Sendable, Equatable {
  /// One line.
  public struct Line: Sendable, Equatable {
    /// What the legend calls it.
    public let name: String
    /// Its points, ascending in `x`; a point that is not finite breaks the line.
    public let points: [Point]
    /// Whether the value holds until the next point (staff by interval) instead of moving to it.
    public let isStepped: Bool

    /// A line through `points`.
    public init(_ name: String, _ points: [Point], isStepped: Bool = false) {
      self.name = name
      self.points = points
      self.isStepped = isStepped
    }
  }

  /// A place on the chart.
  public struct Point: Sendable, Equatable {
    /// Along the chart.
    public let x: Double
    /// Up the chart.
    public let y: Double

    /// A place.
    public init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// Id, title, description.
  public var head: ChartHead
  /// The lines, in the legend's order; the seventh has the first one's colour again.
  public var lines: [Line]
  /// A value that the lines are held against, drawn across; or nothing.
  public var mark: Double?
  /// The legend's word for ``mark``.
  public var markName: String
  /// The words below the axis.
  public var xTitle: String
  /// The unit of the values, above the axis.
  public var unit: String

  /// A chart of lines.
  public init(
    head: ChartHead, lines: [Line], xTitle: String, unit: String, mark: Double? = nil,
    markName: String = ""
  ) {
    self.head = head
    self.lines = lines
    self.xTitle = xTitle
    self.unit = unit
    self.mark = mark
    self.markName = markName
  }

  /// The chart as a stand-alone SVG document.
  public func svg(_ strings: Strings = .english) -> String { element(strings).markup }

  private static let plotHeight = 270.0
  private static let right = ChartHead.width - 24
  /// Blue to orange, lightness apart, each with dashes of its own.
  private static let strokes: [(color: String, dashes: String?)] = [
    ("#24405f", nil), ("#dd8a3e", "7 4"), ("#2f8f83", "2 3"), ("#a96a9c", "9 3 2 3"),
    ("#7d8c3a", "4 2"), ("#3f83b5", "12 4"),
  ]

  func element(_ strings: Strings) -> Element {
    let points = lines.flatMap(\.points).filter { $0.x.isFinite && $0.y.isFinite }
    guard let first = points.first else { return head.empty(strings[.noDataForChart]) }
    let low = points.reduce(first.x) { min($0, $1.x) }
    let high = points.reduce(first.x) { max($0, $1.x) }
    let tallest = points.reduce(mark ?? first.y) { max($0, $1.y) }
    let lowest = points.reduce(min(0, mark ?? 0)) { min($0, $1.y) }
    let ticks = NiceTicks(covering: lowest, tallest)
    let left = ValueAxis.margin(for: ticks)
    let legend = Legend(entries: entries).marks(x: left, y: 2, width: Self.right - left)
    let top = legend.height + 30
    let bottom = top + Self.plotHeight
    let vertical = LinearScale(ticks.range, from: bottom, to: top)
    let horizontal = LinearScale(low...high, from: left + 6, to: Self.right)
    var marks = legend.elements
    marks += ValueAxis(ticks: ticks, scale: vertical, left: left, right: Self.right)
      .marks(unit: unit, unitY: top - 13)
    marks += horizontalAxis(horizontal, bottom: bottom)
    if let mark {
      marks.append(
        .line(
          left, vertical(mark), Self.right, vertical(mark), stroke: Palette.marker, width: 1.4,
          dashes: "5 4"))
    }
    for (index, line) in lines.enumerated() {
      let stroke = Self.strokes[index % Self.strokes.count]
      var path = Element.path(
        Self.path(line, horizontal, vertical), stroke: stroke.color, width: 2.2)
      if let dashes = stroke.dashes { path.set("stroke-dasharray", dashes) }
      marks.append(.group(title: line.name, [path]))
    }
    return head.picture(height: bottom + 46, marks)
  }

  private var entries: [(name: String, swatch: Legend.Swatch)] {
    var entries = lines.enumerated().map { index, line in
      (name: line.name, swatch: Legend.Swatch.line(Self.strokes[index % Self.strokes.count].color))
    }
    if mark != nil { entries.append((markName, .line(Palette.marker))) }
    return entries
  }

  private func horizontalAxis(_ scale: LinearScale, bottom: Double) -> [Element] {
    let ticks = NiceTicks(covering: scale.domain.lowerBound, scale.domain.upperBound, count: 8)
    var marks: [Element] = []
    for value in ticks.values
    where value >= scale.domain.lowerBound - 1e-9 && value <= scale.domain.upperBound + 1e-9 {
      let x = scale(value)
      marks.append(.line(x, bottom, x, bottom + 4, stroke: Palette.axis))
      marks.append(
        .label(
          DecimalText.fixed(value, decimals: ticks.decimals), x: x,
          y: bottom + 18, anchor: .middle, size: 11.5, fill: Palette.faintText))
    }
    marks.append(
      .label(
        xTitle, x: (scale.start + scale.end) / 2, y: bottom + 38, anchor: .middle, size: 11.5,
        fill: Palette.faintText))
    return marks
  }

  private static func path(_ line: Line, _ x: LinearScale, _ y: LinearScale) -> String {
    var path = ""
    var isOpen = false
    for point in line.points {
      guard point.x.isFinite, point.y.isFinite else {
        isOpen = false
        continue
      }
      let across = DecimalText.coordinate(x(point.x))
      let up = DecimalText.coordinate(y(point.y))
      if !isOpen {
        path += "\(path.isEmpty ? "" : " ")M\(across) \(up)"
      } else {
        path += line.isStepped ? " H\(across) V\(up)" : " L\(across) \(up)"
      }
      isOpen = true
    }
    return path
  }
}
