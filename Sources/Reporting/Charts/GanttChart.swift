public import BusinessCalendar

/// Hiring classes in time: recruiting lead, training, nesting, ramp shaded by proficiency, then
/// productive; a diamond marks the last day on which the class can be decided.
public struct GanttChart: Sendable, Equatable {
  /// What a stretch of a row is.
  public enum Phase: Sendable, Equatable {
    /// From the decision to the first day.
    case recruiting
    /// Before the first contact.
    case training
    /// First contacts under guidance, at a share of an experienced agent's output.
    case nesting(proficiency: Double)
    /// Getting to full speed, at a share of an experienced agent's output.
    case ramp(proficiency: Double)
    /// At full speed.
    case productive
  }

  /// One stretch of a row.
  public struct Bar: Sendable, Equatable {
    /// What it is.
    public let phase: Phase
    /// From when to when.
    public let dates: DateRange

    /// A stretch of a row.
    public init(_ phase: Phase, _ dates: DateRange) {
      self.phase = phase
      self.dates = dates
    }
  }

  /// One row: a class, or a vendor's ramp-up.
  public struct Row: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// What stands under the name: its size.
    public let detail: String
    /// The last day on which it can be decided.
    public let decideBy: LocalDate?
    /// Its stretches in order of time.
    public let bars: [Bar]

    /// A row.
    public init(_ name: String, detail: String, decideBy: LocalDate?, bars: [Bar]) {
      self.name = name
      self.detail = detail
      self.decideBy = decideBy
      self.bars = bars
    }
  }

  /// A dated cause, as a band through the rows.
  public struct Event: Sendable, Equatable {
    /// What it is called.
    public let name: String
    /// The days it touches.
    public let dates: DateRange

    /// A dated cause.
    public init(_ name: String, _ dates: DateRange) {
      self.name = name
      self.dates = dates
    }
  }

  /// Id, title, description.
  public var head: ChartHead
  /// The rows, top to bottom.
  public var rows: [Row]
  /// Bands through the rows.
  public var events: [Event]
  /// The days that are shown; widened to the earliest decision.
  public var range: DateRange

  /// A chart of hiring classes.
  public init(head: ChartHead, rows: [Row], events: [Event] = [], range: DateRange) {
    self.head = head
    self.rows = rows
    self.events = events
    self.range = range
  }

  /// The chart as a stand-alone SVG document.
  public func svg(_ strings: Strings = .english) -> String { element(strings).markup }

  static let rowHeight = 40.0
  static let right = ChartHead.width - 12
}

extension GanttChart {
  func element(_ strings: Strings) -> Element {
    guard !rows.isEmpty, !range.isEmpty else { return head.empty(strings[.noDataForChart]) }
    let widest = rows.map {
      max(Element.textWidth($0.name, size: 14), Element.textWidth($0.detail, size: 11))
    }.max()
    let left = min(max(widest ?? 0, 90), 230) + 18
    let shown = shownRange
    let scale = LinearScale(
      Double(shown.start.dayNumber)...Double(shown.end.dayNumber), from: left, to: Self.right)
    let legend = Legend(entries: legendEntries(strings))
      .marks(x: left, y: 2, width: Self.right - left)
    let ribbon = EventRibbon(
      spans: events.map {
        ($0.name, scale(Double($0.dates.start.dayNumber)), scale(Double($0.dates.end.dayNumber)))
      }, left: left, right: Self.right)
    let ribbonTop = legend.height + 8
    let top = ribbonTop + ribbon.height + 24
    let bottom = top + Double(rows.count) * Self.rowHeight

    var marks = legend.elements
    marks += ribbon.marks(y: ribbonTop, plotBottom: bottom)
    marks += axis(shown, scale, top: top, bottom: bottom, strings)
    for (index, row) in rows.enumerated() {
      let y = top + Double(index) * Self.rowHeight
      marks.append(
        .line(4, y + Self.rowHeight, Self.right, y + Self.rowHeight, stroke: Palette.grid))
      marks += self.marks(of: row, y: y, left: left, scale, strings)
    }
    return head.picture(height: bottom + 8, definitions: definitions, marks)
  }

  private var shownRange: DateRange {
    let starts = rows.flatMap { row in
      row.bars.map(\.dates.start) + [row.decideBy].compactMap(\.self)
    }
    let first = min(starts.min() ?? range.start, range.start)
    return DateRange(start: first, end: range.end)
  }

  private func marks(
    of row: Row, y: Double, left: Double, _ scale: LinearScale, _ strings: Strings
  ) -> [Element] {
    let name = DisplayWidth.truncated(row.name, to: Int((left - 12) / 7))
    var marks: [Element] = [
      .label(name, x: 4, y: y + 17, size: 12.5, fill: Palette.ink, bold: true),
      .label(row.detail, x: 4, y: y + 32, size: 11, fill: Palette.faintText),
    ]
    for bar in row.bars {
      guard let dates = bar.dates.intersection(shownRange), !dates.isEmpty else { continue }
      let start = scale(Double(dates.start.dayNumber))
      let end = scale(Double(dates.end.dayNumber))
      marks.append(self.mark(of: bar, row, from: start, to: end, y: y + 9, strings))
    }
    if let day = row.decideBy {
      let words = "\(row.name): \(strings[.decideBy]) \(strings.date(day))"
      let x = scale(Double(day.dayNumber))
      marks.append(
        .group(
          title: words,
          [.diamond(x: x, y: y + Self.rowHeight / 2, radius: 7, fill: Palette.marker)]))
    }
    return marks
  }

  private func mark(
    of bar: Bar, _ row: Row, from start: Double, to end: Double, y: Double, _ strings: Strings
  ) -> Element {
    let height = Self.rowHeight - 18
    var marks = [
      Element.rect(
        x: start, y: y, width: max(end - start - 0.8, 1), height: height, fill: paint(bar.phase))
    ]
    if case .recruiting = bar.phase {
      marks[0].set("stroke", Palette.axis)
      marks[0].set("stroke-dasharray", "3 2")
    }
    if case .nesting = bar.phase {
      marks.append(
        .rect(
          x: start, y: y, width: max(end - start - 0.8, 1), height: height,
          fill: "url(#\(head.id)-nesting)"))
    }
    if let proficiency = bar.phase.proficiency, end - start > 30 {
      let text = DecimalText.percent(proficiency, decimals: 0)
      marks.append(
        .label(
          text, x: (start + end) / 2, y: y + 15, anchor: .middle, size: 10.5,
          fill: proficiency > 0.62 ? "#ffffff" : Palette.ink))
    }
    var words = "\(row.name): \(name(of: bar.phase, strings))"
    if let proficiency = bar.phase.proficiency {
      words += " (\(DecimalText.percent(proficiency, decimals: 0)))"
    }
    words += ", \(strings.date(bar.dates.start)) – \(strings.date(bar.dates.end.adding(days: -1)))"
    return .group(title: words, marks)
  }

  private func axis(
    _ shown: DateRange, _ scale: LinearScale, top: Double, bottom: Double, _ strings: Strings
  ) -> [Element] {
    let perDay = (scale.end - scale.start) / Double(max(shown.count, 1))
    let step = [7, 14, 28, 56, 91, 182].first { Double($0) * perDay >= 56 } ?? 364
    var marks: [Element] = []
    // Ticks fall on the weekday of the horizon's first day, before it too.
    let offset = shown.start.days(until: range.start) % 7
    var day = shown.start.adding(days: offset)
    while day < shown.end {
      let x = scale(Double(day.dayNumber))
      marks.append(.line(x, top - 4, x, bottom, stroke: Palette.grid))
      if x < Self.right - 30 {
        marks.append(
          .label(strings.shortDate(day), x: x + 3, y: top - 8, size: 11, fill: Palette.faintText))
      }
      day = day.adding(days: step)
    }
    return marks
  }

  private func legendEntries(_ strings: Strings) -> [(name: String, swatch: Legend.Swatch)] {
    let phases = rows.flatMap { $0.bars.map(\.phase) }
    var entries: [(name: String, swatch: Legend.Swatch)] = []
    if rows.contains(where: { $0.decideBy != nil }) {
      entries.append((strings[.decideBy], .diamond(Palette.marker)))
    }
    let samples: [Phase] = [
      .recruiting, .training, .nesting(proficiency: 0.5), .ramp(proficiency: 0.6), .productive,
    ]
    for sample in samples where phases.contains(where: { $0.isSameKind(as: sample) }) {
      let isNesting = sample.isSameKind(as: .nesting(proficiency: 0))
      let paint = isNesting ? "url(#\(head.id)-nesting-key)" : self.paint(sample)
      entries.append((name(of: sample, strings), .fill(paint)))
    }
    return entries
  }

  private var definitions: [Element] {
    let stripes = Element(
      "path",
      [
        "d": "M0 7 L7 0 M-2 2 L2 -2 M5 9 L9 5", "stroke": "#ffffff", "stroke-opacity": "0.7",
        "stroke-width": "1.6",
      ])
    let ground = Element.rect(
      x: 0, y: 0, width: 7, height: 7, fill: paint(.nesting(proficiency: 0.5)))
    func pattern(_ name: String, _ marks: [Element]) -> Element {
      Element(
        "pattern",
        [
          "id": "\(head.id)-\(name)", "width": "7", "height": "7",
          "patternUnits": "userSpaceOnUse",
        ], marks)
    }
    let training = ChartFill(color: Self.trainingColor, pattern: .dots)
      .definition(id: "\(head.id)-training")
    return [pattern("nesting", [stripes]), pattern("nesting-key", [ground, stripes])]
      + [training].compactMap(\.self)
  }

  private static let trainingColor = "#b79a5e"

  private func paint(_ phase: Phase) -> String {
    switch phase {
    case .recruiting: return "#f1f3f5"
    case .training: return "url(#\(head.id)-training)"
    case .nesting(let proficiency), .ramp(let proficiency):
      return Palette.blend(
        Palette.RGB(214, 228, 241), Palette.RGB(44, 90, 134), (proficiency - 0.2) / 0.8)
    case .productive: return ChartFill.inHouse.color
    }
  }

  private func name(of phase: Phase, _ strings: Strings) -> String {
    switch phase {
    case .recruiting: strings[.recruitingLead]
    case .training: strings[.training]
    case .nesting: strings[.nesting]
    case .ramp: strings[.ramp]
    case .productive: strings[.productive]
    }
  }
}

extension GanttChart.Phase {
  fileprivate var proficiency: Double? {
    switch self {
    case .nesting(let proficiency), .ramp(let proficiency): proficiency
    case .recruiting, .training, .productive: nil
    }
  }

  fileprivate func isSameKind(as other: Self) -> Bool {
    switch (self, other) {
    case (.recruiting, .recruiting), (.training, .training), (.nesting, .nesting),
      (.ramp, .ramp), (.productive, .productive):
      true
    default: false
    }
  }
}
