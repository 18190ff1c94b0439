/// A page that stands alone: one file, no script, nothing fetched; it prints on A4.
///
/// Every text is escaped in ``Element``; a policy in the page's head forbids whatever could still
/// be loaded or run.
struct HTMLPage: Sendable {
  /// One of the page's parts, with a heading.
  struct Section: Sendable {
    let id: String
    let heading: String
    let blocks: [Block]
  }

  /// What a section is made of.
  enum Block: Sendable {
    case paragraph(String)
    case list([String])
    case callout(String, Tone)
    case figures([KeyFigure])
    case chart(Element, caption: String, twin: Table?)
    case table(Table)
    /// A table that is closed until the reader opens it.
    case closedTable(Table)
    case facts([(name: String, value: String)])
  }

  /// A number of the strip at the top.
  struct KeyFigure: Sendable, Equatable {
    let label: String
    let value: String
    let unit: String
    let detail: String
    let tone: Tone

    init(
      _ label: String, _ value: String, unit: String = "", detail: String = "",
      tone: Tone = .plain
    ) {
      self.label = label
      self.value = value
      self.unit = unit
      self.detail = detail
      self.tone = tone
    }
  }

  var strings: Strings
  var title: String
  /// A line above the title: what kind of page this is.
  var kicker: String
  /// The question that the page answers.
  var question: String
  var lead: [Block]
  var sections: [Section]
  var footnotes: [String]

  /// The whole file.
  var text: String {
    let head = Element(
      "head", [:],
      [
        Element("meta", ["charset": "utf-8"]),
        Element(
          "meta",
          [
            "http-equiv": "Content-Security-Policy",
            "content": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
              + "form-action 'none'",
          ]),
        Element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        Element("meta", ["name": "generator", "content": "PeakPlan"]),
        Element("title", text: title),
        Element("style", text: Self.style),
      ])
    let body = Element("body", [:], [header, main, footer])
    let language = strings.language.rawValue
    return "<!DOCTYPE html>\n"
      + Element("html", ["lang": language], [head, body]).markup + "\n"
  }

  private var header: Element {
    let links = sections.map { section in
      Element("li", [:], [Element("a", ["href": "#" + section.id], text: section.heading)])
    }
    var header = Element(
      "header", [:],
      [
        Element("p", ["class": "kicker"], text: kicker), Element("h1", text: title),
      ])
    if !question.isEmpty { header.append(Element("p", ["class": "question"], text: question)) }
    header.append(lead.flatMap { $0.elements(strings) })
    header.append(
      Element("nav", ["aria-label": strings[.contents]], [Element("ul", [:], links)]))
    return header
  }

  private var main: Element {
    Element(
      "main", [:],
      sections.map { section in
        Element(
          "section", ["id": section.id],
          [Element("h2", text: section.heading)]
            + section.blocks.flatMap { $0.elements(strings) })
      })
  }

  private var footer: Element {
    Element("footer", [:], footnotes.map { Element("p", text: $0) })
  }
}

extension HTMLPage.Block {
  func elements(_ strings: Strings) -> [Element] {
    switch self {
    case .paragraph(let text): return [Element("p", text: text)]
    case .list(let items): return [Element("ul", [:], items.map { Element("li", text: $0) })]
    case .callout(let text, let tone):
      return [Element("p", ["class": "callout \(tone.cssClass)"], text: text)]
    case .figures(let figures):
      return [Element("div", ["class": "figures"], figures.map(\.element))]
    case .chart(let chart, let caption, let twin):
      var figure = Element(
        "figure", [:], [Element("div", ["class": "scroll", "tabindex": "0"], [chart])])
      figure.append(Element("figcaption", text: caption))
      return [figure] + (twin.map { [Self.details($0, summary: strings[.dataOfChart])] } ?? [])
    case .table(let table):
      return [Element("h3", text: table.title)] + Self.body(of: table)
    case .closedTable(let table): return [Self.details(table, summary: table.title)]
    case .facts(let facts):
      let items = facts.flatMap { [Element("dt", text: $0.name), Element("dd", text: $0.value)] }
      return [Element("dl", [:], items)]
    }
  }

  private static func details(_ table: Table, summary: String) -> Element {
    Element("details", [:], [Element("summary", text: summary)] + body(of: table))
  }

  private static func body(of table: Table) -> [Element] {
    let element = Element(
      "div", ["class": "scroll", "tabindex": "0"], [HTMLTable(table).element])
    let note = table.note.map { Element("p", ["class": "note"], text: $0) }
    return [element] + [note].compactMap(\.self)
  }
}

extension HTMLPage.KeyFigure {
  fileprivate var element: Element {
    var number: [Element.Node] = [.text(value)]
    if !unit.isEmpty { number += [.text(" "), .element(Element("span", text: unit))] }
    var parts = [
      Element("p", ["class": "label"], text: label),
      Element("p", ["class": "value"], nodes: number),
    ]
    if !detail.isEmpty { parts.append(Element("p", ["class": "detail"], text: detail)) }
    return Element("div", ["class": "figure \(tone.cssClass)"], parts)
  }
}

/// A ``Table`` as an HTML table.
struct HTMLTable: Sendable {
  let table: Table

  init(_ table: Table) { self.table = table }

  var element: Element {
    let headings = table.columns.map { column in
      var cell = Element("th", ["scope": "col"], text: column.heading)
      if let kind = column.cssClass { cell.set("class", kind) }
      return cell
    }
    var parts = [
      Element("caption", text: table.title),
      Element("thead", [:], [Element("tr", [:], headings)]),
      Element("tbody", [:], table.rows.map { row($0) }),
    ]
    if let totals = table.totals { parts.append(Element("tfoot", [:], [row(totals)])) }
    return Element("table", [:], parts)
  }

  private func row(_ cells: [Cell]) -> Element {
    let elements = zip(table.columns, cells).enumerated().map { index, pair in
      let (column, cell) = pair
      var element = Element(index == 0 ? "th" : "td", [:], text: cell.display)
      if index == 0 { element.set("scope", "row") }
      var classes = [column.cssClass].compactMap(\.self)
      if cell.tone != .plain { classes.append(cell.tone.cssClass) }
      if !classes.isEmpty { element.set("class", classes.joined(separator: " ")) }
      return element
    }
    return Element("tr", [:], elements)
  }
}

extension Table.Column {
  /// The class of the style sheet for numbers, and for dates, which do not break.
  fileprivate var cssClass: String? {
    alignment == .trailing ? "number" : canShrink ? nil : "fixed"
  }
}

extension Tone {
  /// The class of the style sheet that shows it.
  var cssClass: String {
    switch self {
    case .plain: "plain"
    case .muted: "muted"
    case .good: "good"
    case .alert: "alert"
    case .strong: "strong"
    }
  }
}
