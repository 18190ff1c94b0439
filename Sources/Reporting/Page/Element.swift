/// An element of SVG or HTML, its text and attributes escaped in one place.
struct Element: Sendable, Equatable {
  /// What an element holds.
  enum Node: Sendable, Equatable {
    case element(Element)
    case text(String)
  }

  private(set) var name: String
  private(set) var attributes: [Attribute]
  private(set) var children: [Node]

  struct Attribute: Sendable, Equatable {
    let name: String
    let value: String
  }

  init(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [Element] = []
  ) {
    self.name = name
    self.attributes = attributes.map { Attribute(name: $0.key, value: $0.value) }
    self.children = children.map { .element($0) }
  }

  init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String) {
    self.init(name, attributes)
    children = [.text(text)]
  }

  init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], nodes: [Node]) {
    self.init(name, attributes)
    children = nodes
  }

  mutating func append(_ child: Element) { children.append(.element(child)) }
  mutating func append(_ more: [Element]) { children += more.map { .element($0) } }
  mutating func set(_ name: String, _ value: String) {
    attributes.append(Attribute(name: name, value: value))
  }

  /// The markup, on one line but for the text's own line feeds.
  var markup: String {
    var out = ""
    write(into: &out)
    return out
  }

  private func write(into out: inout String) {
    out += "<" + name
    for attribute in attributes {
      out += " " + attribute.name + "=\"" + Self.escaped(attribute.value) + "\""
    }
    if children.isEmpty, Self.isVoid(name) {
      out += "/>"
      return
    }
    out += ">"
    for child in children {
      switch child {
      case .element(let element): element.write(into: &out)
      case .text(let text): out += Self.escaped(text)
      }
    }
    out += "</" + name + ">"
    if Self.endsLine.contains(name) { out += "\n" }
  }

  /// `text` for use between tags or in a quoted attribute: the five special characters as
  /// entities, characters that XML 1.0 does not allow left out.
  static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
      case "'": out.append(contentsOf: "&#39;".unicodeScalars)
      default: if isAllowed(scalar) { out.append(scalar) }
      }
    }
    return String(out)
  }

  /// XML 1.0 (Fifth Edition), production 2 `Char`, without the C1 controls it discourages.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD: true
    case 0..<0x20, 0x7F...0x9F: false
    default: scalar.value & 0xFFFE != 0xFFFE && !(0xFDD0...0xFDEF).contains(scalar.value)
    }
  }

  private static func isVoid(_ name: String) -> Bool {
    [
      "meta", "br", "hr", "link", "col", "rect", "path", "line", "circle", "polygon", "polyline",
      "stop", "use",
    ].contains(name)
  }

  private static let endsLine: Set<String> = [
    "svg", "g", "tr", "table", "thead", "tbody", "section", "header", "footer", "p", "h1", "h2",
    "h3", "figure", "details", "li", "ul", "div", "head", "style", "defs",
  ]
}
