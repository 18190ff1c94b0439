import PlanFixtures
import Planning
import Testing

@testable import Reporting

@Suite("Every number that a report prints can be asked for")
struct FigureTests {
  static let reports = [
    Report(PlanFixture.plan, provenance: PlanFixture.provenance), Report(SamplePlan.plan()),
    Report(SamplePlan.plan(isShort: false)), Report(SamplePlan.planWithPool()),
  ]

  /// Columns of numbers that say which row it is, and count nothing.
  static let keys = ["ledger.line", "schedule-ledger.line", "classes.class", "coverage.fold"]

  @Test("Each number of each table has a subject that answers, and the answer says the number")
  func everyFigure() throws {
    var asked: [String: Int] = [:]
    for report in Self.reports {
      let explainer = Explainer(
        report.plan, provenance: report.provenance, words: Strings.english)
      var answers: [(subject: ExplanationSubject, numbers: [Double])] = []
      for table in report.tables {
        for column in table.columns.indices where table.columns[column].alignment == .trailing {
          let name = "\(table.name).\(table.columns[column].key)"
          // Of tables with thousands of rows some hundred, spread over all hours of the day.
          let step = table.rows.count > 400 ? 31 : 1
          var rows = stride(from: 0, to: table.rows.count, by: step).map {
            (Optional($0 + 1), table.rows[$0][column])
          }
          if let totals = table.totals, Self.number(totals[column].plain) != nil {
            rows.append((nil, totals[column]))
          }
          for (row, cell) in rows {
            guard let printed = Self.number(cell.plain) else { continue }
            let figure = Figure(table: table.name, row: row, column: table.columns[column].key)
            let subject = try report.subject(of: figure, in: table)
            if answers.last?.subject != subject {
              let lines = try explainer.explain(subject).lines
              answers.append((subject, lines.flatMap(Self.numbers)))
            }
            asked[name, default: 0] += 1
            // A factor of one is not said, nor that a sum of pay is one.
            let isFactor = name.hasSuffix("ledger.multiplier") || name.hasSuffix("ledger.quantity")
            let isSilent = Self.keys.contains(name) || (isFactor && printed.value == 1)
            guard !isSilent, let numbers = answers.last?.numbers else { continue }
            // An answer has two decimals, a cell its own.
            let near = 0.0051 + printed.half
            let isSaid = numbers.contains { number in
              (number - printed.value).magnitude <= near
                || (number / 100 - printed.value).magnitude <= 0.000_051 + printed.half
            }
            #expect(isSaid, "\(name) in row \(row ?? 0): \(cell.plain) of \(subject)")
          }
        }
      }
    }
    print("\(asked.values.reduce(0, +)) figures of \(asked.count) columns asked for")
    let columns = Self.reports.flatMap(\.tables).flatMap { table in
      table.columns.filter { $0.alignment == .trailing }.map { "\(table.name).\($0.key)" }
    }
    #expect(Set(columns) == Set(asked.keys), "every column of numbers has a figure in a sample")
  }

  @Test("A table, row or column that is not there is answered with those that are")
  func unknown() {
    let report = Self.reports[0]
    let errors: [(Figure, String)] = [
      (
        Figure(table: "weeky", row: 1, column: "heads"),
        "there is no table “weeky”; did you mean “weekly”?"
      ),
      (
        Figure(table: "weekly", row: 1, column: "head"),
        "there is no column of weekly “head”; did you mean “heads”?"
      ),
      (
        Figure(table: "weekly", row: 3, column: "heads"),
        "there is no row of weekly “3”; known are: 1 to 2, total"
      ),
      (
        Figure(table: "weekly", row: .min, column: "heads"), "there is no row of weekly “-9"
      ),
      (
        Figure(table: "headcount", row: nil, column: "heads"),
        "there is no row of headcount “total”; known are: 1 to 4"
      ),
      (
        Figure(table: "weekly", row: 1, column: "week"),
        "the column week of weekly holds no computed number; ask for required_net_hours"
      ),
      (
        Figure(table: "overrides", row: 1, column: "value"),
        "the column value of overrides holds no computed number; nor does any other"
      ),
    ]
    for (figure, text) in errors {
      let error = #expect(throws: FigureError.self) { try report.subject(of: figure) }
      #expect(error?.description.hasPrefix(text) == true, "\(error?.description ?? "")")
    }
  }

  // MARK: Numbers in words

  /// The number that a cell prints, and half of its last decimal; `nil` for a cell without one.
  static func number(_ text: String) -> (value: Double, half: Double)? {
    let isPercent = text.hasSuffix(" %")
    let bare = (isPercent ? String(text.dropLast(2)) : text).filter { $0 != "," && $0 != " " }
    guard let value = Double(bare.replacingMinus) else { return nil }
    let decimals = bare.split(separator: ".").dropFirst().first?.count ?? 0
    let half = (0..<decimals).reduce(0.5) { half, _ in half / 10 }
    return isPercent ? (value / 100, half / 100) : (value, half)
  }

  /// All numbers of a line, thousands grouped or not.
  static func numbers(in line: String) -> [Double] {
    var numbers: [Double] = []
    var digits = ""
    for character in line.replacingMinus + " " {
      if character.isASCII, character.isNumber || character == "." || character == "-" {
        digits.append(character)
      } else if character != "," || digits.isEmpty {
        while digits.last == "." || digits.last == "-" { digits.removeLast() }
        if let number = Double(digits) { numbers.append(number) }
        digits = ""
      }
    }
    return numbers
  }
}

extension String {
  fileprivate var replacingMinus: String {
    String(map { $0 == "−" || $0 == "\u{2011}" ? "-" : $0 })
  }
}
