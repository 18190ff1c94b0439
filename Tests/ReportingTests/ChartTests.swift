import BusinessCalendar
import Foundation
import TestSupport
import Testing

@testable import Reporting

@Suite("A chart")
struct ChartTests {
  static let all: [String: String] = [
    "supply": Samples.supply.svg(), "heads": Samples.waterfall.svg(),
    "cost": Samples.cost.svg(), "classes": Samples.gantt.svg(),
    "gap": Samples.heatmap.svg(),
  ]

  @Test("is the picture that was looked at", arguments: all.keys.sorted())
  func golden(name: String) throws {
    let svg = try #require(Self.all[name])
    try Golden.expect(svg, is: "chart-\(name).svg")
  }

  @Test(
    "is well-formed, has title and description, and no script or style",
    arguments: all.keys.sorted())
  func wellFormed(name: String) throws {
    let svg = try #require(Self.all[name])
    let document = Wellformed(svg)
    #expect(document.error == nil)
    #expect(document.elements.first == "svg")
    #expect(document.elements[1...2] == ["title", "desc"])
    #expect(Set(document.elements).isDisjoint(with: ["script", "style", "foreignObject", "image"]))
    #expect(!document.attributes.contains { $0.hasPrefix("on") || $0 == "style" || $0 == "href" })
    #expect(Set(document.ids).count == document.ids.count)
    #expect(document.ids.allSatisfy { $0.hasPrefix("chart-\(name)") })
  }

  @Test("says so when there is nothing to show")
  func empty() {
    let head = Samples.head("empty", "Nothing")
    let range = DateRange(start: Samples.monday, days: 7)
    let charts = [
      SupplyChart(head: head, periods: [], requirement: [], supply: [], unit: "").svg(),
      WaterfallChart(head: head, steps: [], unit: "").svg(),
      GanttChart(head: head, rows: [], range: range).svg(),
      HeatmapChart(head: head, rows: ["a"], columns: ["b"], values: [[nil]], unit: "").svg(),
    ]
    for chart in charts {
      #expect(Wellformed(chart).error == nil)
      #expect(chart.contains("There is nothing to show here."))
    }
  }

  @Test("survives numbers that are none, rows that are short, spans that lie outside")
  func odd() {
    let head = Samples.head("odd", "Odd")
    let supply = SupplyChart(
      head: head, periods: [.init(label: "1"), .init(label: "2")], requirement: [.nan],
      supply: [.init("a", [.infinity, -3, 4, 5], fill: .inHouse)],
      events: [.init("before", from: -9, to: -8), .init("after", from: 1, to: 99)], unit: "h")
    let flat = WaterfallChart(head: head, steps: [.init("a", .nan), .init("b", 0)], unit: "")
    let heat = HeatmapChart(
      head: head, rows: ["a", "b"], columns: ["x", "y"], values: [[0]], unit: "")
    let gantt = GanttChart(
      head: head,
      rows: [
        .init(
          "r", detail: "", decideBy: .first,
          bars: [
            .init(.productive, DateRange(start: .last, days: 3))
          ])
      ], range: DateRange(start: Samples.monday, days: 7))
    for chart in [supply.svg(), flat.svg(), heat.svg(), gantt.svg()] {
      #expect(Wellformed(chart).error == nil)
      #expect(!chart.contains("nan") && !chart.contains("inf"))
    }
  }

  @Test("shows hostile names as text", arguments: Samples.hostile)
  func hostile(name: String) {
    let head = ChartHead(id: name, title: name, description: name)
    var supply = Samples.supply
    supply.head = head
    supply.periods[0] = .init(label: name)
    supply.supply[0] = .init(name, [1, 2, 3], fill: .vendor(7))
    supply.events = [.init(name, from: 1, to: 2)]
    supply.unit = name
    let flat = WaterfallChart(
      head: head, steps: [.init(name, 5, text: name), .init(name, 5, kind: .level)], unit: name)
    let heat = HeatmapChart(
      head: head, rows: [name], columns: [name], values: [[-1]], unit: name)
    var gantt = Samples.gantt
    gantt.head = head
    gantt.rows[0] = .init(name, detail: name, decideBy: nil, bars: gantt.rows[0].bars)
    gantt.events = [.init(name, DateRange(start: Samples.monday, days: 3))]
    for chart in [supply.svg(), flat.svg(), heat.svg(), gantt.svg()] {
      let document = Wellformed(chart)
      #expect(document.error == nil)
      #expect(Set(document.elements).isDisjoint(with: ["script", "img", "style", "b"]))
      #expect(!document.attributes.contains { $0.hasPrefix("on") })
    }
  }

  @Test("tells what is short in the tooltip of its period")
  func tooltip() {
    let titles = Wellformed(Samples.supply.svg()).texts["title"] ?? []
    let peak = titles.first { $0.hasPrefix("Week of 28 Sep 2026") }
    #expect(peak?.contains("Requirement: 1,400 net hours") == true)
    #expect(peak?.contains("Shortage: 150") == true)
  }

  @Test("breaks names under bars at spaces and hyphens, never inside a word", arguments: [55, 75])
  func labels(width: Double) {
    let labels = StepLabels(["Employer’s contributions", "Rest-day work", "基本工资"], width: width)
    #expect(labels.lines[0] == ["Employer’s", "contributions"])
    #expect(labels.lines[1].joined().hasPrefix("Rest-day"))
    #expect(labels.size >= 7.5)
  }

  @Test("scales a heatmap to the values on either side")
  func key() {
    func texts(_ values: [Double]) -> [String] {
      let chart = HeatmapChart(
        head: Samples.head("key", "Key"), rows: ["a"], columns: values.map { "\($0)" },
        values: [values], unit: "seats")
      return Wellformed(chart.svg()).texts["text"] ?? []
    }
    #expect(texts([-8, 2]).contains("8.0 seats short"))
    #expect(texts([-8, 2]).contains("2.0 seats spare"))
    #expect(!texts([-8, 0]).contains { $0.hasSuffix("spare") })
    #expect(!texts([0, 3]).contains { $0.hasSuffix("short") })
  }

  @Test("hangs each bar where the one before ended")
  func waterfall() {
    let titles = Wellformed(Samples.waterfall.svg()).texts["title"] ?? []
    #expect(
      titles.dropFirst() == [
        "Start: 400 heads", "Joined classes: +84 heads", "Washed out: -9 heads",
        "Left: -41 heads", "End: 434 heads",
      ])
  }
}
