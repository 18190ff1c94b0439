import Contracts
import Foundation
import ScenarioFiles
import Testing
import Units

@Suite("Files of the outsourcing desk")
struct ContractReaderTests {
  private func file<Value>(
    _ name: String, _ text: String, _ body: (String) throws -> Value
  ) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let url = folder.appending(path: name)
    try Data(text.utf8).write(to: url)
    return try body(url.path)
  }

  private func issues(_ name: String, _ text: String) throws -> [String] {
    try file(name, text) { path in
      let error = #expect(throws: ScenarioIssues.self) {
        try ContractReader().contract(file: path)
      }
      return (error?.issues ?? []).map {
        "\($0.line):\($0.column) \($0.message) | \($0.hint ?? "")"
      }
    }
  }

  @Test("YAML and CSV of the same terms make the same contract")
  func forms() throws {
    let yaml = """
      currency: USD
      contact:
        tiers: [1-100@2.00, 101-@1.50]
        tier-mode: all-units
      sla: { csat: { target: 90 %, malus: 0.03 } }
      """
    let csv = """
      field,value,note
      currency,USD,
      contact.tiers,1-100@2.00|101-@1.50,from the tender
      contact.tier_mode,all_units,
      sla.csat.target,0.9,
      sla.csat.malus,0.03,
      """
    let reader = ContractReader()
    let first = try file("terms.yaml", yaml) { try reader.contract(file: $0) }
    let second = try file("terms.csv", csv) { try reader.contract(file: $0) }
    #expect(first == second)
    #expect(first.contactTiers?.bands.count == 2)
  }

  @Test("Each fault of a terms file stands at its line and column, and says how to mend it")
  func faults() throws {
    let yaml = "contact:\n  rat: 2.80\n  rate: much\nvat: { rate: 6 % }\n"
    #expect(
      try issues("terms.yaml", yaml) == [
        "2:3 there is no such field | did you mean “contact.rate”?",
        "3:9 “much” is no number | write digits, such as 12 or 12.5",
      ])
    let csv = "field,value\ncontact.rate,1\nlock.floor,1.2\nlock.cap,1.1\n"
    let found = try issues("terms.csv", csv)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("3:12 lock.floor and lock.cap contradict each other") == true)
  }

  @Test("A file that is missing, is no table or has no price says so")
  func files() throws {
    #expect(throws: ScenarioIssues.self) { try ContractReader().contract(file: "/nowhere/x.csv") }
    #expect(try issues("t.csv", "a,b\n1,2\n").first?.contains("no columns “field”") == true)
    #expect(try issues("t.yaml", "- 1\n").first?.contains("the file is a list") == true)
    #expect(try issues("t.yaml", "vat: { rate: 0 }\n").first?.contains("no price") == true)
  }

  @Test("A vendor's lines are read with or without quantity and price; a broken number is named")
  func billed() throws {
    let text = "line,quantity,unit_rate,amount\ncontact,10,1.5,15.00\nnet,,,15.00\n"
    let lines = try file("bill.csv", text) {
      try ContractReader().billedLines(file: $0, currency: Currency(code: "USD"))
    }
    #expect(lines.map(\.amount.minorUnits) == [1500, 1500])
    #expect(lines.map { $0.quantity == nil } == [false, true])
    let broken = "line,amount\ncontact,\"1,500\"\n"
    try file("bill.csv", broken) { path in
      let error = #expect(throws: ScenarioIssues.self) {
        try ContractReader().billedLines(file: path, currency: nil)
      }
      #expect(error?.issues.first?.line == 2)
      #expect(error?.issues.first?.message.contains("1,500") == true)
    }
  }
}
