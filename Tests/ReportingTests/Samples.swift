import BusinessCalendar
import Testing

@testable import Reporting

/// Made-up charts and tables with small round numbers.
enum Samples {
  static let monday = LocalDate(dayNumber: 20668)  // 3 August 2026

  static func head(_ id: String, _ title: String) -> ChartHead {
    ChartHead(id: id, title: title, description: "What \(title) shows, in a sentence.")
  }

  static var supply: SupplyChart {
    let requirement = [620.0, 640, 660, 655, 700, 720, 760, 800, 1400, 980, 820, 700]
    let strings = Strings.english
    return SupplyChart(
      head: head("supply", "Requirement and supply"),
      periods: requirement.indices.map { week in
        let date = monday.adding(days: week * 7)
        return .init(
          label: strings.shortDate(date), name: "Week of " + strings.date(date))
      },
      requirement: requirement,
      supply: [
        .init(
          "In-house", [620, 640, 650, 640, 660, 680, 700, 720, 740, 730, 720, 700],
          fill: .inHouse),
        .init(
          "Trainees", [0, 0, 10, 15, 20, 25, 30, 35, 20, 10, 0, 0], fill: .trainees),
        .init("Overtime", [0, 0, 0, 0, 20, 15, 30, 45, 110, 60, 20, 0], fill: .overtime),
        .init("灵犀外包", [0, 0, 0, 0, 0, 0, 0, 0, 180, 120, 40, 0], fill: .vendor(0)),
        .init("Bluewater", [0, 0, 0, 0, 0, 0, 0, 0, 200, 60, 40, 0], fill: .vendor(1)),
      ],
      events: [
        .init("Presale 20:00", from: 6.1, to: 6.4), .init("双11", from: 8.2, to: 8.6),
        .init("Returns tail", from: 8.6, to: 10),
      ],
      unit: "net hours")
  }

  static var waterfall: WaterfallChart {
    WaterfallChart(
      head: head("heads", "Headcount from start to end"),
      steps: [
        .init("Start", 400, kind: .level), .init("Joined classes", 84),
        .init("Washed out", -9), .init("Left", -41), .init("End", 434, kind: .level),
      ], unit: "heads")
  }

  static var cost: WaterfallChart {
    WaterfallChart(
      head: head("cost", "Cost by cause"),
      steps: [
        .init("Regular pay 基本工资", 8_420_310.5), .init("Overtime", 612_300),
        .init("Statutory holiday work", 180_400), .init("Employer's contributions", 2_310_000),
        .init("Recruiting", 168_000), .init("Vendor hours", 1_240_000),
        .init("Volume rebate", -62_000), .init("Total", 12_869_010.5, kind: .level),
      ], unit: "CNY")
  }

  static var gantt: GanttChart {
    func row(_ number: Int, _ week: Int, heads: Int) -> GanttChart.Row {
      let start = monday.adding(days: week * 7)
      func weeks(_ from: Int, _ to: Int) -> DateRange {
        DateRange(start: start.adding(days: from * 7), end: start.adding(days: to * 7))
      }
      return .init(
        "Wuhan chat \(number)", detail: "\(heads) heads", decideBy: start.adding(days: -28),
        bars: [
          .init(.recruiting, weeks(-4, 0)), .init(.training, weeks(0, 3)),
          .init(.nesting(proficiency: 0.4), weeks(3, 4)),
          .init(.nesting(proficiency: 0.5), weeks(4, 5)),
          .init(.ramp(proficiency: 0.65), weeks(5, 6)),
          .init(.ramp(proficiency: 0.8), weeks(6, 7)),
          .init(.ramp(proficiency: 0.9), weeks(7, 8)), .init(.productive, weeks(8, 40)),
        ])
    }
    return GanttChart(
      head: head("classes", "Hiring classes"),
      rows: [row(1, 0, heads: 20), row(2, 2, heads: 24), row(3, 4, heads: 18)],
      events: [.init("双11", DateRange(start: monday.adding(days: 98), days: 2))],
      range: DateRange(start: monday, days: 17 * 7))
  }

  static var heatmap: HeatmapChart {
    let columns = (0..<48).map { "\($0 / 2):\($0 % 2 == 0 ? "00" : "30")" }
    let values = (0..<7).map { day in
      (0..<48).map { slot -> Double? in
        if slot < 16 { return nil }
        return Double((slot * 7 + day * 13) % 23) - 9 - (day == 2 && slot >= 40 ? 22 : 0)
      }
    }
    return HeatmapChart(
      head: head("gap", "Gap by interval"),
      rows: (0..<7).map { Strings.english.weekdayDate(monday.adding(days: $0)) },
      columns: columns, values: values, unit: "seats")
  }

  static let table = Table(
    name: "classes", title: "Hiring classes",
    note: "Heads are whole at the start; graduates are expected.",
    columns: [
      .init("Class"), .init("Group 人员组"), .number("Heads"), .number("Cost (CNY)"),
    ],
    rows: [
      [.text("Wuhan 1"), .text("武汉在线客服"), .count(20), .number(60000.5, decimals: 2)],
      [.text("Wuhan 2"), .text("Tier-2 café"), .count(1024), .number(nil)],
      [.text("Late"), .text("e\u{301}quipe"), .count(-3, tone: .alert), .percent(0.125)],
    ],
    totals: [.text("Total"), .empty, .count(1041), .number(60000.5, decimals: 2)])

  /// U+FFFE, U+FFFF and U+FDD0: no characters, and not allowed in XML or HTML.
  static let nonCharacters = String(
    decoding: [0xEF, 0xBF, 0xBE, 0xEF, 0xBF, 0xBF, 0xEF, 0xB7, 0x90], as: UTF8.self)

  /// Texts that break careless writers.
  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "]]>", "&lt;b&gt; & co",
    "a\u{0}b\u{B}c\u{1B}[31m", nonCharacters, "' onload='x", "=HYPERLINK(\"http://x\")",
    "'=1+1", "''@x", "＝cmd", "+86 138", "-5", "-5 people", "\t=1", "\r\n=1", "a,b\"c\nd",
    " =1", "javascript:alert(1)", "</style><style>*{display:none}", "\u{202E}txt.exe", "",
    "👩‍👩‍👧‍👦🇨🇳", "-->", "<!--",
  ]
}
