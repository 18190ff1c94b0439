import Foundation
import Testing

@testable import TestSupport

@Suite("What the tests stand on")
struct TestSupportTests {
  @Test("A table has named columns; comments, empty lines and quotes are read as such")
  func table() throws {
    let text =
      "# a comment, with a comma\n\nid,text\r\n1,\"a, b\"\n2,\"say \"\"so\"\"\n# no comment\"\n3,#x\n"
    let table = try AcceptanceTable(path: "x.csv", text: text)
    #expect(table.header == ["id", "text"])
    #expect(table.rows.map { $0["id"] } == ["1", "2", "3"])
    #expect(
      table.rows.map { table.cell($0, "text") } == ["a, b", "say \"so\"\n# no comment", "#x"])
    #expect(table.rows.compactMap { table.number($0, "id") } == [1, 2, 3])
    #expect(table.rows(by: "id")["2"]?.count == 1)
  }

  @Test("A row without a cell for each column is refused")
  func brokenRow() {
    let broken = AcceptanceTable.BrokenRow(path: "x.csv", row: 2, cells: 1, columns: 2)
    #expect(throws: broken) { try AcceptanceTable(path: "x.csv", text: "a,b\n1,2\n3\n") }
    #expect(broken.description == "row 2 of x.csv has 1 cells for 2 columns")
  }

  @Test("An unknown column and a comparison of nothing are issues")
  func issues() throws {
    let table = try AcceptanceTable(path: "x.csv", text: "a\n1\n")
    withKnownIssue { _ = table.cell(table.rows[0], "b") }
    withKnownIssue { table.printCompared(0) }
    table.printCompared(1, "two values each")
  }

  @Test("A text that is not what was kept is an issue, and names the first line that differs")
  func golden() throws {
    #expect(Golden.difference("a\nb\n", "a\nb\n") == nil)
    #expect(Golden.difference("a\nb\n", "a\nc\n") == "line 2\n- b\n+ c")
    #expect(Golden.difference("a\n", "a\nb\n") == "line 2\n- \n+ b")
    #expect(Golden.difference("a", "a\nb") == "line 2\n- (the end)\n+ b")
    guard !Golden.isRecording else { return }
    let file = FileManager.default.temporaryDirectory.appending(path: "kept-\(UUID()).txt")
    try Data("one\n".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try Golden.expect("one\n", isIn: file)
    withKnownIssue { try Golden.expect("two\n", isIn: file) }
    withKnownIssue { try Golden.expect("one\n", is: "nowhere.txt") }
  }

  @Test("The project's root is where its package file is")
  func root() throws {
    #expect(try PackageFolder.text("Package.swift").contains("TestSupport"))
  }

  @Test("The generator gives the numbers of its authors")
  func splitMix() {
    // The first numbers of seed 1234567, as in the authors' published test vector.
    var random = SplitMix(state: 1_234_567)
    #expect(random.next() == 6_457_827_717_110_365_317)
    #expect(random.next() == 3_203_168_211_198_807_973)
  }
}
