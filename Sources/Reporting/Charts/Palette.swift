/// The colours of the charts: distinct for readers with any of the common colour-vision
/// deficiencies (hues apart in blue–orange, lightness apart throughout), and never alone: stacked
/// kinds carry a pattern too, signs carry a sign.
enum Palette {
  static let ink = "#1c2430"
  static let text = "#3b4552"
  static let faintText = "#66707d"
  static let grid = "#e4e7eb"
  static let axis = "#9aa3ad"
  static let shortage = "#c2410c"
  static let marker = "#b3261e"
  static let total = "#24405f"
  static let increase = "#3f83b5"
  static let decrease = "#dd8a3e"
  static let event = "#f3e7c9"
  static let eventEdge = "#b08a2e"
  static let paper = "#ffffff"

  /// A colour between two others; `share` 0 is the first, 1 the second.
  static func blend(_ first: RGB, _ second: RGB, _ share: Double) -> String {
    let share = min(max(share, 0), 1)
    func mix(_ one: Int, _ two: Int) -> Int {
      let mixed = Double(one) + (Double(two) - Double(one)) * share
      return Int(mixed.rounded())
    }
    return hex(
      RGB(mix(first.red, second.red), mix(first.green, second.green), mix(first.blue, second.blue)))
  }

  static func hex(_ color: RGB) -> String {
    "#"
      + [color.red, color.green, color.blue].map { part in
        let digits = String(min(max(part, 0), 255), radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }

  struct RGB: Sendable, Equatable {
    let red: Int
    let green: Int
    let blue: Int

    init(_ red: Int, _ green: Int, _ blue: Int) {
      self.red = red
      self.green = green
      self.blue = blue
    }
  }
}

/// How an area of a chart is filled: a colour and a pattern over it.
public struct ChartFill: Sendable, Equatable {
  enum Pattern: Sendable, Equatable {
    case solid, diagonal, dots, horizontal, cross, backDiagonal, vertical
  }

  let color: String
  let pattern: Pattern

  init(color: String, pattern: Pattern) {
    self.color = color
    self.pattern = pattern
  }

  /// Own people at their normal hours.
  public static let inHouse = ChartFill(color: "#2c5a86", pattern: .solid)
  /// Own people still in training, nesting or ramp, as what they can carry.
  public static let trainees = ChartFill(color: "#86aed3", pattern: .dots)
  /// Own people's overtime.
  public static let overtime = ChartFill(color: "#e2a336", pattern: .diagonal)
  /// Own people's time that nothing is planned for.
  public static let spare = ChartFill(color: "#dfe4ea", pattern: .solid)
  /// What is missing.
  static let shortage = ChartFill(color: Palette.shortage, pattern: .backDiagonal)

  /// The `index`-th vendor; the fills repeat after six.
  public static func vendor(_ index: Int) -> ChartFill {
    let fills = [
      ChartFill(color: "#2f8f83", pattern: .horizontal),
      ChartFill(color: "#a96a9c", pattern: .cross),
      ChartFill(color: "#7d8c3a", pattern: .vertical),
      ChartFill(color: "#57b0a6", pattern: .backDiagonal),
      ChartFill(color: "#c99bbf", pattern: .dots),
      ChartFill(color: "#a8b56b", pattern: .diagonal),
    ]
    return fills[((index % fills.count) + fills.count) % fills.count]
  }

  /// The pattern's definition, to be referred to by `url(#id)`; nothing for a solid fill.
  func definition(id: String) -> Element? {
    let light: KeyValuePairs<String, String> = [
      "stroke": "#ffffff", "stroke-opacity": "0.55", "stroke-width": "1.6",
    ]
    func line(_ path: String) -> Element {
      var line = Element("path", ["d": path, "fill": "none"])
      for (name, value) in light { line.set(name, value) }
      return line
    }
    let marks: [Element]
    switch pattern {
    case .solid: return nil
    case .diagonal: marks = [line("M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6")]
    case .backDiagonal: marks = [line("M-2 6 L2 10 M0 0 L8 8 M6 -2 L10 2")]
    case .horizontal: marks = [line("M0 4 H8")]
    case .vertical: marks = [line("M4 0 V8")]
    case .cross: marks = [line("M0 0 L8 8 M0 8 L8 0")]
    case .dots:
      marks = [
        Element(
          "circle",
          ["cx": "4", "cy": "4", "r": "1.5", "fill": "#ffffff", "fill-opacity": "0.75"])
      ]
    }
    let ground = Element("rect", ["width": "8", "height": "8", "fill": color])
    return Element(
      "pattern",
      ["id": id, "width": "8", "height": "8", "patternUnits": "userSpaceOnUse"], [ground] + marks)
  }

  /// The value of a `fill` attribute.
  func paint(id: String) -> String { pattern == .solid ? color : "url(#\(id))" }
}
