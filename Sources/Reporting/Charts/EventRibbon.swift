/// Dated causes above a plot: a bar each, its name in it or beside it, a light band through the plot.
struct EventRibbon: Sendable {
  private struct Placed {
    let name: String
    let label: String
    let start: Double
    let end: Double
    let row: Int
    let labelX: Double
    let anchor: Element.Anchor
  }

  private let placed: [Placed]
  private let rows: Int
  private static let rowHeight = 18.0
  private static let rowLimit = 8

  /// Lays spans out in as few rows as keep their names apart; where the rows run out, names are left
  /// to the tooltip.
  init(spans: [(name: String, start: Double, end: Double)], left: Double, right: Double) {
    var placed: [Placed] = []
    var ends: [Double] = []
    for span in spans.sorted(by: { ($0.start, $0.end, $0.name) < ($1.start, $1.end, $1.name) }) {
      let start = min(max(span.start, left), right)
      let end = min(max(span.end, start + 3), max(right, start + 3))
      guard span.end >= left, span.start <= right else { continue }
      let size = Element.textWidth(span.name, size: 11) + 8
      let isInside = end - start >= size
      let isLeft = !isInside && end + size > right
      let from = isLeft ? start - size : start
      let to = isInside ? end : isLeft ? end : end + size
      let free = ends.firstIndex { $0 <= from }
      let row = free ?? min(ends.count, Self.rowLimit - 1)
      let hasRoom = free != nil || ends.count < Self.rowLimit
      if row == ends.count { ends.append(to) } else { ends[row] = max(ends[row], to) }
      let labelX = isInside ? (start + end) / 2 : isLeft ? start - 4 : end + 4
      placed.append(
        Placed(
          name: span.name, label: hasRoom ? span.name : "", start: start, end: end, row: row,
          labelX: labelX, anchor: isInside ? .middle : isLeft ? .end : .start))
    }
    self.placed = placed
    rows = ends.count
  }

  var height: Double { Double(rows) * Self.rowHeight }

  func marks(y: Double, plotBottom: Double) -> [Element] {
    var marks: [Element] = []
    for span in placed {
      let top = y + Double(span.row) * Self.rowHeight
      var band = Element.rect(
        x: span.start, y: top + 13, width: span.end - span.start, height: plotBottom - top - 13,
        fill: Palette.event)
      band.set("fill-opacity", "0.45")
      var bar = Element.rect(
        x: span.start, y: top, width: span.end - span.start, height: 13, fill: Palette.event,
        radius: 2)
      bar.set("stroke", Palette.eventEdge)
      bar.set("stroke-width", "0.8")
      marks.append(.group(title: span.name, [band, bar]))
    }
    // Names come last, so that no later band lies over them.
    for span in placed where !span.label.isEmpty {
      let top = y + Double(span.row) * Self.rowHeight
      marks.append(
        .label(
          span.label, x: span.labelX, y: top + 10.5, anchor: span.anchor, size: 11,
          fill: "#6b4f0d"))
    }
    return marks
  }
}

/// Labels under a plot of equal periods: all of them, or every second, third … where they would
/// touch.
struct PeriodLabels: Sendable {
  private let labels: [String]
  private let left: Double
  private let slot: Double
  private let shift: Double

  init(_ labels: [String], left: Double, slot: Double, areAtStart: Bool = false) {
    self.labels = labels
    self.left = left
    self.slot = slot
    shift = areAtStart ? 0 : 0.5
  }

  func marks(y: Double) -> [Element] {
    let widest = labels.map { Element.textWidth($0, size: 11.5) }.max() ?? 0
    let fewest = max(1, Int(((widest + 8) / max(slot, 0.01)).rounded(.up)))
    let step = [1, 2, 4, 6, 8, 12, 24, 48].first { $0 >= fewest } ?? fewest
    var marks: [Element] = []
    for index in stride(from: 0, to: labels.count, by: step) {
      let x = left + (Double(index) + shift) * slot
      marks.append(.line(x, y, x, y + 4, stroke: Palette.axis))
      marks.append(
        .label(
          labels[index], x: x, y: y + 17, anchor: .middle, size: 11.5, fill: Palette.faintText))
    }
    return marks
  }
}
