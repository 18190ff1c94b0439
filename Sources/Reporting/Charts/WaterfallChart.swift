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
    let labels = StepLabels(steps.map(\.name), width: slot - 4)

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
      marks.append(bar(index, span, labels, x: x, slot: slot, scale: scale, bottom: bottom))
    }
    let lines = labels.lines.map(\.count).max() ?? 1
    return head.picture(height: bottom + 12 + Double(lines) * 14.5, marks)
  }

  private func bar(
    _ index: Int, _ span: (from: Double, to: Double), _ labels: StepLabels, x: Double, slot: Double,
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
    for (line, words) in labels.lines[index].enumerated() {
      marks.append(
        .label(
          words, x: x + slot / 2, y: bottom + 17 + Double(line) * 14, anchor: .middle,
          size: labels.size, bold: step.kind == .level))
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

/// Names under bars: broken at spaces and hyphens, all in the largest type in which no word has to
/// break, within reason.
struct StepLabels: Sendable {
  let lines: [[String]]
  let size: Double

  private static let sizes = [11.5, 10.5, 9.5, 8.5, 7.5]
  private static let mostLines = 4

  init(_ names: [String], width: Double) {
    func columns(_ size: Double) -> Int { max(4, Int(width / (size * 0.56))) }
    let longest =
      names.flatMap { Self.parts(of: $0) }.map { DisplayWidth.columns(of: $0) }.max() ?? 0
    let size = Self.sizes.first { columns($0) >= longest } ?? Self.sizes[Self.sizes.count - 1]
    self.size = size
    lines = names.map { Self.wrapped($0, to: columns(size)) }
  }

  private static func wrapped(_ name: String, to width: Int) -> [String] {
    var lines: [String] = []
    for part in parts(of: name) {
      if let last = lines.last, DisplayWidth.columns(of: last + part) <= width {
        lines[lines.count - 1] = last + part
      } else {
        lines.append(part)
      }
    }
    let whole = lines.flatMap { line -> [String] in
      var line = line
      while line.last == " " { line.removeLast() }
      return DisplayWidth.wrapped(line, to: width)
    }.filter { !$0.isEmpty }
    guard whole.count > mostLines else { return whole }
    let rest = whole.dropFirst(mostLines - 1).joined(separator: " ")
    return whole.prefix(mostLines - 1) + [DisplayWidth.truncated(rest, to: width)]
  }

  /// The parts at whose ends a line may break: after a space or a hyphen, around wide characters.
  private static func parts(of name: String) -> [String] {
    var parts: [String] = []
    var part = ""
    for character in name {
      let isWide = DisplayWidth.columns(of: character) == 2
      if isWide, !part.isEmpty {
        parts.append(part)
        part = ""
      }
      part.append(character)
      if isWide || character == " " || character == "-" {
        parts.append(part)
        part = ""
      }
    }
    if !part.isEmpty { parts.append(part) }
    return parts
  }
}
