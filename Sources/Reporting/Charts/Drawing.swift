/// Marks of a chart, as elements.
extension Element {
  enum Anchor: String, Sendable {
    case start, middle, end
  }

  static func rect(
    x: Double, y: Double, width: Double, height: Double, fill: String, radius: Double = 0
  ) -> Element {
    var rect = Element(
      "rect",
      [
        "x": DecimalText.coordinate(x), "y": DecimalText.coordinate(y),
        "width": DecimalText.coordinate(max(0, width)),
        "height": DecimalText.coordinate(max(0, height)), "fill": fill,
      ])
    if radius > 0 { rect.set("rx", DecimalText.coordinate(radius)) }
    return rect
  }

  static func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, stroke: String, width: Double = 1,
    dashes: String? = nil
  ) -> Element {
    var line = Element(
      "line",
      [
        "x1": DecimalText.coordinate(x1), "y1": DecimalText.coordinate(y1),
        "x2": DecimalText.coordinate(x2), "y2": DecimalText.coordinate(y2), "stroke": stroke,
      ])
    if width != 1 { line.set("stroke-width", DecimalText.coordinate(width)) }
    if let dashes { line.set("stroke-dasharray", dashes) }
    return line
  }

  static func label(
    _ text: String, x: Double, y: Double, anchor: Anchor = .start, size: Double = 12,
    fill: String = Palette.text, bold: Bool = false
  ) -> Element {
    var label = Element(
      "text", ["x": DecimalText.coordinate(x), "y": DecimalText.coordinate(y), "fill": fill],
      text: text)
    if anchor != .start { label.set("text-anchor", anchor.rawValue) }
    if size != 12 { label.set("font-size", DecimalText.coordinate(size)) }
    if bold { label.set("font-weight", "600") }
    return label
  }

  static func path(_ data: String, stroke: String, width: Double) -> Element {
    Element(
      "path",
      [
        "d": data, "fill": "none", "stroke": stroke, "stroke-width": DecimalText.coordinate(width),
        "stroke-linejoin": "round",
      ])
  }

  static func group(title: String? = nil, _ children: [Element]) -> Element {
    let titles = title.map { [Element("title", text: $0)] } ?? []
    return Element("g", [:], titles + children)
  }

  /// About how wide `text` is drawn, in the picture's units.
  static func textWidth(_ text: String, size: Double = 12) -> Double {
    Double(DisplayWidth.columns(of: text)) * size * 0.6
  }
}

/// What every chart has: an id unique on its page, a title, a sentence for those who cannot see it.
public struct ChartHead: Sendable, Equatable {
  /// Unique on the page; letters, digits and hyphens.
  public let id: String
  /// The chart's title, read out and shown as a tooltip.
  public let title: String
  /// What the chart shows, in a sentence or two.
  public let description: String

  /// A chart's head; other characters of the id become hyphens.
  public init(id: String, title: String, description: String) {
    let safe = id.unicodeScalars.map { scalar -> Character in
      let isLetter = ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
      return isLetter || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
    }
    self.id = "chart-" + String(safe)
    self.title = title
    self.description = description
  }

  static let width = 960.0

  /// The picture around its marks.
  func picture(height: Double, definitions: [Element] = [], _ marks: [Element]) -> Element {
    var svg = Element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": "0 0 \(DecimalText.coordinate(Self.width)) \(DecimalText.coordinate(height))",
        "role": "img", "aria-labelledby": "\(id)-title \(id)-desc",
        "font-family":
          "system-ui, Segoe UI, Helvetica Neue, Arial, Noto Sans CJK SC, PingFang SC, "
          + "Microsoft YaHei, sans-serif",
        "font-size": "12",
      ])
    svg.append(Element("title", ["id": "\(id)-title"], text: title))
    svg.append(Element("desc", ["id": "\(id)-desc"], text: description))
    if !definitions.isEmpty { svg.append(Element("defs", [:], definitions)) }
    svg.append(marks)
    return svg
  }

  /// The picture of a chart without data: a frame and a sentence.
  func empty(_ sentence: String) -> Element {
    var frame = Element.rect(
      x: 1, y: 1, width: Self.width - 2, height: 118, fill: "#fafbfc", radius: 6)
    frame.set("stroke", Palette.grid)
    frame.set("stroke-dasharray", "5 4")
    return picture(
      height: 120,
      [
        frame,
        .label(
          sentence, x: Self.width / 2, y: 65, anchor: .middle, size: 14, fill: Palette.faintText),
      ])
  }
}

/// The key to a chart's fills and lines, in as many lines as it needs.
struct Legend: Sendable {
  enum Swatch: Sendable, Equatable {
    case fill(String)
    case line(String)
    case diamond(String)
  }

  let entries: [(name: String, swatch: Swatch)]
  private static let lineHeight = 20.0

  func marks(x: Double, y: Double, width: Double) -> (elements: [Element], height: Double) {
    var elements: [Element] = []
    var left = x
    var top = y
    for entry in entries {
      let size = 24 + Element.textWidth(entry.name) + 18
      if left > x, left + size > x + width {
        left = x
        top += Self.lineHeight
      }
      elements.append(swatch(entry.swatch, x: left, y: top))
      elements.append(.label(entry.name, x: left + 22, y: top + 11))
      left += size
    }
    return (elements, entries.isEmpty ? 0 : top - y + Self.lineHeight)
  }

  private func swatch(_ swatch: Swatch, x: Double, y: Double) -> Element {
    switch swatch {
    case .fill(let paint): .rect(x: x, y: y, width: 16, height: 13, fill: paint, radius: 2)
    case .line(let color): .line(x, y + 6.5, x + 16, y + 6.5, stroke: color, width: 2.5)
    case .diamond(let color): .diamond(x: x + 8, y: y + 6.5, radius: 6, fill: color)
    }
  }
}

extension Element {
  static func diamond(x: Double, y: Double, radius: Double, fill: String) -> Element {
    let points = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
    let text = points.map {
      DecimalText.coordinate($0.0) + "," + DecimalText.coordinate($0.1)
    }.joined(separator: " ")
    return Element("polygon", ["points": text, "fill": fill])
  }
}
