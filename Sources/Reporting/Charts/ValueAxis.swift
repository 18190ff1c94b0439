/// The upright axis of a chart: round values, a line across for each, the unit above.
struct ValueAxis: Sendable {
  let ticks: NiceTicks
  let scale: LinearScale
  let left: Double
  let right: Double

  /// The space left of the plot that the values need.
  static func margin(for ticks: NiceTicks) -> Double {
    let widest = ticks.values.map { Element.textWidth(text($0, ticks), size: 11.5) }.max() ?? 0
    return widest + 16
  }

  func marks(unit: String, unitY: Double) -> [Element] {
    var marks: [Element] = []
    for value in ticks.values {
      let y = scale(value)
      let isZero = value == 0
      marks.append(
        .line(left, y, right, y, stroke: isZero ? Palette.axis : Palette.grid))
      marks.append(
        .label(
          Self.text(value, ticks), x: left - 8, y: y + 4, anchor: .end, size: 11.5,
          fill: Palette.faintText))
    }
    if !unit.isEmpty {
      marks.append(.label(unit, x: 4, y: unitY, size: 11.5, fill: Palette.faintText))
    }
    return marks
  }

  private static func text(_ value: Double, _ ticks: NiceTicks) -> String {
    DecimalText.fixed(value, decimals: ticks.decimals)
  }
}
