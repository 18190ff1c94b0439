/// How a sum comes about: bars that hang where the one before ended (money by cause, heads from the
/// start to the end).
public struct WaterfallChart: Sendable, Equatable {
  /// One bar.
  public struct Step: Sendable, Equatable {
    /// What a bar means.
    public enum Kind: Sendable, Equatable {
      /// A change, up or down, from the level before.
      case change
      /// A level that stands on zero; the value sets it.
      case level
    }

    /// What stands under the bar.
    public let name: String
    /// The change, or the level.
    public let value: Double
    /// The number as it is shown; by default the value with fixed decimals.
    public let text: String?
    /// Change or level.
    public let kind: Kind

    /// A bar.
    public init(_ name: String, _ value: Double, kind: Kind = .change, text: String? = nil) {
      self.name = name
      self.value = value.isFinite ? value : 0
      self.kind = kind
      self.text = text
    }
  }

  /// Id, title, description.
  public var head: ChartHead
  /// The bars, left to right.
  public var steps: [Step]
  /// The unit of all values, above the axis.
  public var unit: String
  /// Digits after the point.
  public var decimals: Int

  /// A waterfall.
  public init(head: ChartHead, steps: [Step], unit: String, decimals: Int = 0) {
    self.head = head
    self.steps = steps
    self.unit = unit
    self.decimals = decimals
  }

  /// The chart as a stand-alone SVG document.
  public func svg(_ strings: Strings = .english) -> String { element(strings).markup }

  private static let plotHeight = 240.0
  private static let right = ChartHead.width - 12

  func element(_ strings: Strings) -> Element {
    guard !steps.isEmpty else { return head.empty(strings[.noDataForChart]) }
    let spans = self.spans()
    let low = spans.map { min($0.from, $0.to) }.min() ?? 0
    let high = spans.map { max($0.from, $0.to) }.max() ?? 0
    let ticks = NiceTicks(covering: min(0, low), max(0, high), whole: decimals == 0)
    let left = ValueAxis.margin(for: ticks)
    let slot = (Self.right - left) / Double(steps.count)
    let top = 40.0
    let bottom = top + Self.plotHeight
    let scale = LinearScale(ticks.range, from: bottom, to: top)
    let names = steps.map {
      Array(DisplayWidth.wrapped($0.name, to: max(4, Int(slot / 6.9))).prefix(3))
    }

    var marks = ValueAxis(ticks: ticks, scale: scale, left: left, right: Self.right)
      .marks(unit: unit, unitY: 14)
    let width = Self.barWidth(slot)
    for (index, span) in spans.enumerated() {
      let x = left + Double(index) * slot
      if index + 1 < spans.count {
        marks.append(
          .line(
            x + (slot + width) / 2, scale(span.to), x + slot + (slot - width) / 2, scale(span.to),
            stroke: Palette.axis, dashes: "3 2"))
      }
      marks.append(bar(index, span, names[index], x: x, slot: slot, scale: scale, bottom: bottom))
    }
    let lines = names.map(\.count).max() ?? 1
    return head.picture(height: bottom + 12 + Double(lines) * 14.5, marks)
  }

  private func bar(
    _ index: Int, _ span: (from: Double, to: Double), _ name: [String], x: Double, slot: Double,
    scale: LinearScale, bottom: Double
  ) -> Element {
    let step = steps[index]
    let color =
      step.kind == .level
      ? Palette.total : span.to >= span.from ? Palette.increase : Palette.decrease
    let upper = scale(max(span.from, span.to))
    let height = max(scale(min(span.from, span.to)) - upper, 1)
    let width = Self.barWidth(slot)
    let text = self.text(of: step)
    var marks = [
      Element.rect(
        x: x + (slot - width) / 2, y: upper, width: width, height: height, fill: color, radius: 1.5),
      .label(
        text, x: x + slot / 2, y: upper - 6, anchor: .middle, size: 12, fill: Palette.ink,
        bold: step.kind == .level),
    ]
    for (line, words) in name.enumerated() {
      marks.append(
        .label(
          words, x: x + slot / 2, y: bottom + 17 + Double(line) * 14, anchor: .middle, size: 11.5,
          bold: step.kind == .level))
    }
    return .group(title: "\(step.name): \(text) \(unit)", marks)
  }

  private static func barWidth(_ slot: Double) -> Double { min(slot * 0.68, 96) }

  private func text(of step: Step) -> String {
    let number = step.text ?? DecimalText.fixed(step.value, decimals: decimals)
    return step.kind == .change && step.value > 0 && !number.hasPrefix("+") ? "+" + number : number
  }

  private func spans() -> [(from: Double, to: Double)] {
    var level = 0.0
    return steps.map { step in
      let from = step.kind == .level ? 0 : level
      level = step.kind == .level ? step.value : level + step.value
      return (from, level)
    }
  }
}
