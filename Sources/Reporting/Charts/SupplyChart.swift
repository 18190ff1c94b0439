/// Requirement against supply by period: supply stacked by kind, the requirement a stepped line over
/// it, what is missing hatched between the two, events as a ribbon above.
public struct SupplyChart: Sendable, Equatable {
  /// One period: a week, a day or an interval.
  public struct Period: Sendable, Equatable {
    /// What stands under the axis.
    public let label: String
    /// What the tooltip begins with.
    public let name: String

    /// A period; its name is the label where none is given.
    public init(label: String, name: String? = nil) {
      self.label = label
      self.name = name ?? label
    }
  }

  /// One kind of supply.
  public struct Series: Sendable, Equatable {
    /// What the legend calls it.
    public let name: String
    /// Its size in each period; missing and negative values count as zero.
    public let values: [Double]
    /// How it is drawn.
    public let fill: ChartFill

    /// A kind of supply.
    public init(_ name: String, _ values: [Double], fill: ChartFill) {
      self.name = name
      self.values = values
      self.fill = fill
    }
  }

  /// A dated cause above the plot.
  public struct Event: Sendable, Equatable {
    /// What it is called.
    public let name: String
    /// Where it begins, in periods from the left edge (1.5: the middle of the second period).
    public let start: Double
    /// Where it ends, likewise.
    public let end: Double

    /// An event.
    public init(_ name: String, from start: Double, to end: Double) {
      self.name = name
      self.start = start
      self.end = max(start, end)
    }
  }

  /// Id, title, description.
  public var head: ChartHead
  /// The periods, left to right.
  public var periods: [Period]
  /// What is needed in each period.
  public var requirement: [Double]
  /// What is there, bottom to top.
  public var supply: [Series]
  /// What is missing in each period, where supply above the requirement in one place does not help
  /// in another; `nil` for requirement less supply.
  public var missing: [Double]?
  /// What is there beyond what the plan uses, on top of everything; or nothing.
  public var spare: Series?
  /// What happens, above the plot.
  public var events: [Event]
  /// The unit of all values, above the axis.
  public var unit: String
  /// Digits after the point in tooltips.
  public var decimals: Int
  /// Whether a label names the moment a period starts (20:00) and not the period (a week).
  public var labelsAreAtStart: Bool

  /// A chart of requirement against supply.
  public init(
    head: ChartHead, periods: [Period], requirement: [Double], supply: [Series],
    missing: [Double]? = nil, spare: Series? = nil, events: [Event] = [], unit: String,
    decimals: Int = 0, labelsAreAtStart: Bool = false
  ) {
    self.head = head
    self.periods = periods
    self.requirement = requirement
    self.supply = supply
    self.missing = missing
    self.spare = spare
    self.events = events
    self.unit = unit
    self.decimals = decimals
    self.labelsAreAtStart = labelsAreAtStart
  }

  /// The chart as a stand-alone SVG document.
  public func svg(_ strings: Strings = .english) -> String { element(strings).markup }

  private static let plotHeight = 270.0
  private static let right = ChartHead.width - 12

  func element(_ strings: Strings) -> Element {
    guard !periods.isEmpty else { return head.empty(strings[.noDataForChart]) }
    let kinds = supply.filter { $0.values.contains { $0 > 0 } }
    let isShort = periods.indices.contains { shortage(in: $0) > 0 }
    let tallest =
      periods.indices.map {
        max(needed(in: $0), total(in: $0) + shortage(in: $0) + spare(in: $0))
      }.max() ?? 0
    let ticks = NiceTicks(covering: 0, tallest, whole: decimals == 0)
    let left = ValueAxis.margin(for: ticks)

    var entries: [(name: String, swatch: Legend.Swatch)] = [
      (strings[.requirement], .line(Palette.ink))
    ]
    for kind in kinds { entries.append((kind.name, .fill(paint(kind)))) }
    if isShort { entries.append((strings[.shortage], .fill("url(#\(head.id)-short)"))) }
    if let spare, spare.values.contains(where: { $0 > 0 }) {
      entries.append((spare.name, .fill(spare.fill.color)))
    }
    let legend = Legend(entries: entries).marks(x: left, y: 2, width: Self.right - left)

    let slot = (Self.right - left) / Double(periods.count)
    let ribbon = EventRibbon(
      spans: events.map { ($0.name, left + $0.start * slot, left + $0.end * slot) },
      left: left, right: Self.right)
    let ribbonTop = legend.height + 10
    let top = ribbonTop + ribbon.height + 24
    let scale = LinearScale(ticks.range, from: top + Self.plotHeight, to: top)

    var marks = legend.elements
    marks += ribbon.marks(y: ribbonTop, plotBottom: top + Self.plotHeight)
    marks += ValueAxis(ticks: ticks, scale: scale, left: left, right: Self.right)
      .marks(unit: unit, unitY: top - 13)
    for index in periods.indices {
      marks.append(
        bar(index, kinds, strings, x: left + Double(index) * slot, width: slot, scale: scale))
    }
    marks.append(
      .path(requirementLine(left: left, slot: slot, scale), stroke: Palette.ink, width: 2.2))
    marks += PeriodLabels(
      periods.map(\.label), left: left, slot: slot, areAtStart: labelsAreAtStart
    )
    .marks(y: top + Self.plotHeight)
    return head.picture(
      height: top + Self.plotHeight + 30, definitions: definitions(kinds, isShort: isShort), marks)
  }

  private func definitions(_ kinds: [Series], isShort: Bool) -> [Element] {
    var definitions: [Element] = []
    for kind in kinds {
      if let pattern = kind.fill.definition(id: patternID(kind)) { definitions.append(pattern) }
    }
    if isShort, let pattern = ChartFill.shortage.definition(id: "\(head.id)-short") {
      definitions.append(pattern)
    }
    return definitions
  }

  private func bar(
    _ index: Int, _ kinds: [Series], _ strings: Strings, x: Double, width: Double,
    scale: LinearScale
  ) -> Element {
    let inset = width > 9 && !labelsAreAtStart ? min(width * 0.12, 5) : 0
    var marks = [
      Element.rect(
        x: x, y: scale.end, width: width, height: scale.start - scale.end, fill: Palette.paper)
    ]
    marks[0].set("fill-opacity", "0")
    func area(from low: Double, to high: Double, fill: String) {
      guard high > low else { return }
      marks.append(
        .rect(
          x: x + inset, y: scale(high), width: width - inset * 2,
          height: scale(low) - scale(high), fill: fill))
    }
    // What is missing reaches up to the requirement; supply beyond that is of other queues, and
    // stands above the line.
    let short = shortage(in: index)
    let under = max(0, needed(in: index) - short)
    let isBelow = short > 0 && under < total(in: index) - 0.005
    let gapStart = short > 0 ? (isBelow ? under : total(in: index)) : .infinity
    func lifted(_ level: Double) -> Double { level > gapStart ? level + short : level }
    var level = 0.0
    for kind in kinds {
      let top = level + Self.value(kind.values, index)
      area(from: level, to: min(top, gapStart), fill: paint(kind))
      area(from: max(level, gapStart) + short, to: lifted(top), fill: paint(kind))
      level = top
    }
    area(from: gapStart, to: gapStart + short, fill: "url(#\(head.id)-short)")
    level += short
    if let spare {
      area(from: level, to: level + self.spare(in: index), fill: spare.fill.color)
    }
    return .group(title: tooltip(index, kinds, strings), marks)
  }

  private func tooltip(_ index: Int, _ kinds: [Series], _ strings: Strings) -> String {
    func number(_ value: Double) -> String { DecimalText.fixed(value, decimals: decimals) }
    var lines = [
      periods[index].name, "\(strings[.requirement]): \(number(needed(in: index))) \(unit)",
    ]
    for kind in kinds { lines.append("\(kind.name): \(number(Self.value(kind.values, index)))") }
    let short = shortage(in: index)
    if short > 0 { lines.append("\(strings[.shortage]): \(number(short))") }
    if let spare { lines.append("\(spare.name): \(number(self.spare(in: index)))") }
    return lines.joined(separator: "\n")
  }

  private func requirementLine(left: Double, slot: Double, _ scale: LinearScale) -> String {
    var path = ""
    for index in periods.indices {
      let x = DecimalText.coordinate(left + Double(index) * slot)
      let y = DecimalText.coordinate(scale(needed(in: index)))
      path += index == 0 ? "M\(x) \(y)" : " V\(y)"
      path += " H" + DecimalText.coordinate(left + Double(index + 1) * slot)
    }
    return path
  }

  private func patternID(_ kind: Series) -> String {
    let index = supply.firstIndex(of: kind) ?? 0
    return "\(head.id)-fill-\(index)"
  }

  private func paint(_ kind: Series) -> String { kind.fill.paint(id: patternID(kind)) }
  private func needed(in index: Int) -> Double { Self.value(requirement, index) }
  private func total(in index: Int) -> Double {
    supply.reduce(0) { $0 + Self.value($1.values, index) }
  }
  private func spare(in index: Int) -> Double { spare.map { Self.value($0.values, index) } ?? 0 }

  /// What is missing; what is too little to be seen counts as nothing.
  private func shortage(in index: Int) -> Double {
    let short = missing.map { Self.value($0, index) } ?? needed(in: index) - total(in: index)
    return short > 0.005 ? short : 0
  }

  private static func value(_ values: [Double], _ index: Int) -> Double {
    guard values.indices.contains(index), values[index].isFinite else { return 0 }
    return max(0, values[index])
  }
}
