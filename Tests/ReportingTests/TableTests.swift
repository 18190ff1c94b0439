import Foundation
import TestSupport
import Testing

@testable import Reporting

@Suite("A table")
struct TableTests {
  @Test("lines up in a terminal, Chinese and accents too")
  func terminal() throws {
    let text = TextTable(Samples.table).text
    try Golden.expect(text, is: "table.txt")
    try Golden.expect(TextTable(Samples.table, width: 34).text, is: "table-34.txt")
    try Golden.expect(TextTable(Samples.table, style: .colored).text, is: "table-color.txt")
    let lines = text.split(separator: "\n").map(String.init)
    let rule = DisplayWidth.columns(of: lines[2])
    let ends = lines[1...].filter { $0.contains(",") || $0.contains("–") || $0.contains("%") }
    #expect(ends.count >= 4)
    #expect(ends.allSatisfy { DisplayWidth.columns(of: $0) == rule })
  }

  @Test("stays within the terminal's width and keeps every number")
  func width() {
    for width in 24...60 {
      let text = TextTable(Samples.table, width: width).text
      for line in text.split(separator: "\n") {
        #expect(DisplayWidth.columns(of: String(line)) <= width, "at \(width): \(line)")
      }
      #expect(text.contains("60,000.50"))
      #expect(text.contains("1,024"))
    }
  }

  @Test("has no escape sequences without colour, and no hostile text can add one")
  func plain() {
    let rows = Samples.hostile.map { [Cell.text($0)] }
    let table = Table(name: "x", title: "\u{1B}[2J", columns: [.init("a\u{7}")], rows: rows)
    let text = TextTable(table, width: 40).text
    #expect(
      !text.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count == rows.count + 4)
  }

  @Test("fills short rows and cuts long ones")
  func ragged() {
    let table = Table(
      name: "x", title: "", columns: [.init("a"), .init("b")],
      rows: [[.text("1")], [.text("1"), .text("2"), .text("3")]])
    #expect(CSVTable(table).text() == "a,b\r\n1,\r\n1,2\r\n")
  }

  @Test("with no rows or no columns is still text")
  func empty() {
    let table = Table(name: "x", title: "Empty", columns: [], rows: [[]])
    #expect(TextTable(table, width: 10).text.hasPrefix("Empty\n"))
    #expect(CSVTable(table).text() == "\r\n\r\n")
  }
}

@Suite("A CSV file")
struct CSVTests {
  @Test("starts with a byte order mark only when asked")
  func mark() throws {
    #expect(CSVTable(Samples.table).text(byteOrderMark: true).hasPrefix("\u{FEFF}Class"))
    try Golden.expect(CSVTable(Samples.table).text(), is: "table.csv")
  }

  @Test("gives back every text that was written")
  func roundTrip() throws {
    let texts = Samples.hostile + ["plain", "'quoted'", "1e5", "-1.5E+3", "+", "-", "'", "a\"\"b"]
    let table = Table(
      name: "x", title: "", columns: [.init("k"), .init("v")],
      rows: texts.map { [.text("k"), .text($0)] })
    let rows = try parse(CSVTable(table).text()).dropFirst()
    #expect(rows.map { unprotected($0[1]) } == texts)
  }

  @Test("holds no field that a spreadsheet takes for a formula")
  func formulas() throws {
    let table = Table(
      name: "x", title: "", columns: [.init("=a")],
      rows: Samples.hostile.map { [.text($0)] })
    for row in try parse(CSVTable(table).text()) where Double(row[0]) == nil {
      let first = row[0].unicodeScalars.first { $0 != " " }
      let isFormula = first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
      #expect(!isFormula, "\(row[0])")
    }
    #expect(CSVTable.protected("-5") == "-5")
    #expect(CSVTable.protected("-5 people") == "'-5 people")
    #expect(CSVTable.protected("+1.5e-3") == "+1.5e-3")
    #expect(CSVTable.protected("-") == "'-")
  }

  /// RFC 4180, section 2.
  private func parse(_ text: String) throws -> [[String]] {
    var rows: [[String]] = [[]]
    var field = String.UnicodeScalarView()
    var isQuoted = false
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if isQuoted {
        if scalar != "\"" {
          field.append(scalar)
        } else if index + 1 < scalars.count, scalars[index + 1] == "\"" {
          field.append(scalar)
          index += 1
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == "," {
        rows[rows.count - 1].append(String(field))
        field = .init()
      } else if scalar == "\r" {
        try #require(scalars[index + 1] == "\n")
        index += 1
        rows[rows.count - 1].append(String(field))
        field = .init()
        rows.append([])
      } else {
        field.append(scalar)
      }
      index += 1
    }
    return rows.dropLast()
  }

  /// What an importer does: takes away one apostrophe that guards a formula.
  private func unprotected(_ field: String) -> String {
    let rest = field.unicodeScalars.drop { $0 == "'" }
    let guards = "=+-@\t\r\n＝＋－＠".unicodeScalars
    guard let first = rest.first(where: { $0 != " " }), guards.contains(first),
      Double(String(rest)) == nil, field.hasPrefix("'")
    else { return field }
    return String(field.dropFirst())
  }
}
