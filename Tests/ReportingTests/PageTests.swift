import Foundation
import TestSupport
import Testing

@testable import Reporting

@Suite("A page")
struct PageTests {
  static func page(name: String = "双11 Peak 2026") -> HTMLPage {
    HTMLPage(
      strings: .english, title: name, kicker: "Capacity plan · \(name)", question: "\(name)?",
      lead: [
        .callout("\(name) is carried.", .good),
        .figures([
          .init("Peak requirement", "412", unit: "positions", detail: "Wed 11 Nov, 20:00"),
          .init("Worst gap", "150", unit: "net hours", detail: name, tone: .alert),
          .init("Cost", "12,869,011", unit: "CNY", detail: "budget 13,000,000"),
          .init("Outsourced", "7.4 %"), .init("Overtime", "1,240 h"),
        ]),
      ],
      sections: [
        .init(
          id: "supply", heading: "Requirement and supply",
          blocks: [
            .paragraph(name),
            .chart(Samples.supply.element(.english), caption: name, twin: Samples.table),
            .chart(Samples.heatmap.element(.english), caption: "Gap", twin: nil),
          ]),
        .init(
          id: "people", heading: "People",
          blocks: [
            .chart(Samples.waterfall.element(.english), caption: "Heads", twin: nil),
            .chart(Samples.gantt.element(.english), caption: "Classes", twin: nil),
            .table(Samples.table), .list([name, "b"]), .closedTable(Samples.table),
          ]),
        .init(
          id: "cost", heading: "Cost",
          blocks: [
            .chart(Samples.cost.element(.english), caption: "Cost", twin: nil),
            .facts([("seed", "7"), (name, name)]),
          ]),
      ], footnotes: [name])
  }

  @Test("is well-formed, loads nothing and runs nothing")
  func selfContained() throws {
    let text = Self.page().text
    let document = Wellformed(text)
    #expect(document.error == nil)
    let forbidden: Set = ["script", "link", "img", "iframe", "object", "embed", "form", "base"]
    #expect(Set(document.elements).isDisjoint(with: forbidden))
    #expect(!document.attributes.contains { $0.hasPrefix("on") || $0 == "style" || $0 == "src" })
    #expect(!HTMLPage.style.contains("url(") && !HTMLPage.style.contains("@import"))
    #expect(Element.escaped(HTMLPage.style) == HTMLPage.style)
    #expect(Set(document.ids).count == document.ids.count)
    try Golden.expect(text, is: "page.html")
  }

  @Test("shows hostile names as text", arguments: Samples.hostile)
  func hostile(name: String) {
    let document = Wellformed(Self.page(name: name).text)
    #expect(document.error == nil)
    #expect(document.elements.filter { $0 == "style" }.count == 1)
    #expect(Set(document.elements).isDisjoint(with: ["script", "img"]))
    let shown = document.texts["h1"]?.first
    let allowed = String(
      String.UnicodeScalarView(
        name.unicodeScalars.filter { scalar in
          let isControl = scalar.properties.generalCategory == .control
          let isKept = ["\t", "\n", "\r"].contains(scalar)
          let isNone = Samples.nonCharacters.unicodeScalars.contains(scalar)
          return (!isControl || isKept) && !isNone
        }))
    #expect(shown == allowed || shown == allowed.replacing("\r\n", with: "\n"))
  }

  @Test("escapes the five special characters")
  func escape() {
    #expect(Element.escaped("<a href='x'>&\"") == "&lt;a href=&#39;x&#39;&gt;&amp;&quot;")
    #expect(Element.escaped("a\u{0}\u{1F}\u{85}b" + Samples.nonCharacters) == "ab")
    #expect(
      Element("p", ["title": "\"<"], text: "<").markup == "<p title=\"&quot;&lt;\">&lt;</p>\n")
  }
}

@Suite("The words of reports")
struct StringsTests {
  @Test("are never empty, and Chinese falls back to English")
  func words() {
    for phrase in Phrase.allCases {
      #expect(!phrase.row.english.isEmpty)
      #expect(Strings(.chinese)[phrase] == phrase.row.chinese ?? phrase.row.english)
    }
  }

  @Test("have the same places for values in both languages")
  func places() {
    for phrase in Phrase.allCases {
      guard let chinese = phrase.row.chinese else { continue }
      for index in 0...6 {
        let mark = "{\(index)}"
        #expect(phrase.row.english.contains(mark) == chinese.contains(mark), "\(phrase) \(mark)")
      }
    }
  }

  @Test("write dates and lists in the language")
  func dates() {
    #expect(Strings.english.date(Samples.monday) == "3 Aug 2026")
    #expect(Strings(.chinese).date(Samples.monday) == "2026年8月3日")
    #expect(Strings.english.weekdayDate(Samples.monday) == "Mon 3 Aug")
    #expect(Strings.english.list(["a", "b", "c"]) == "a, b and c")
    #expect(Strings(.chinese).list(["甲", "乙"]) == "甲和乙")
  }
}
