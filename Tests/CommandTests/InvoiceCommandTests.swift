import Foundation
import Testing

@Suite("The invoice's command")
struct InvoiceCommandTests {
  private let folder = "scenarios/double-11/contract"

  @Test("ends with 7 where the vendor's invoice is different, with 0 where it is right")
  func check() throws {
    let workplace = try Workplace()
    let base = ["invoice", "\(folder)/terms.yaml", "\(folder)/november.csv"]
    let wrong = try CommandRun(
      base + ["--check", "\(folder)/vendor-invoice.csv", "--json"], in: workplace.folder)
    #expect(wrong.code == 7)
    #expect(wrong.output.contains("\"isRight\": false"))
    #expect(wrong.log.isEmpty)
    let file = workplace.folder.appendingPathComponent("right.csv")
    try Data("line,amount\nbase fee,0\n".utf8).write(to: file)
    let terms = workplace.folder.appendingPathComponent("terms.csv")
    try Data("field,value\nproductive-hour.rate,1\n".utf8).write(to: terms)
    let usage = workplace.folder.appendingPathComponent("usage.csv")
    try Data("field,value\n".utf8).write(to: usage)
    let right = try workplace.run("invoice", "terms.csv", "usage.csv", "--check", "right.csv")
    #expect(right.code == 0)
    #expect(right.output.contains("invoice is right"))
  }

  @Test("ends with 5 at the line and column of what is wrong in a file")
  func faults() throws {
    let workplace = try Workplace()
    let terms = workplace.folder.appendingPathComponent("terms.csv")
    try Data("field,value\ncontact.rate,1\nlock.flor,1\n".utf8).write(to: terms)
    let run = try workplace.run("invoice", "terms.csv", "\(folder)/november.csv")
    #expect(run.code == 5)
    #expect(run.log.contains("terms.csv:3:1"))
    #expect(run.log.contains("did you mean “lock.floor”?"))
    let unpriced = try workplace.run("invoice", "\(folder)/terms.yaml", "none.csv")
    #expect(unpriced.code == 5)
    #expect(unpriced.log.contains("none.csv"))
  }

  @Test("refuses a quantity without a price with 5, and names both files")
  func unpriced() throws {
    let workplace = try Workplace()
    let usage = workplace.folder.appendingPathComponent("usage.csv")
    try Data("field,value\ncontact.qty,5\n".utf8).write(to: usage)
    let run = try workplace.run("invoice", "\(folder)/terms.yaml", "usage.csv")
    #expect(run.code == 5)
    #expect(run.log.contains("contact.qty was used but has no price: add contact.rate"))
  }
}
