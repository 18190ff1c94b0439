import Foundation
import Testing

@Suite("The commands cost and variance")
struct CostCommandTests {
  private func planned() throws -> Workplace {
    let workplace = try Workplace()
    #expect(try workplace.run("new", "mine").code == 0)
    #expect(try workplace.run("plan", "mine", "--quiet").code == 0)
    return workplace
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("sum to the plan's total by whatever they group, of a run and of a folder")
  func groups() throws {
    let workplace = try planned()
    let plan = try object(try workplace.run("plan", "mine", "--json", "--quiet").output)
    let cost = try #require(plan["cost"] as? [String: Any])
    let total = try #require(cost["total"] as? String)
    for dimension in ["kind", "week", "month", "queue", "site", "group", "event"] {
      let run = try workplace.run("cost", "1", "--by", dimension, "--json")
      let ledger = try #require(try object(run.output)["ledger"] as? [String: Any])
      let whole = try #require(ledger["whole"] as? [String: Any])
      #expect(whole["amount"] as? String == total)
      for name in ["rows", "parts"] {
        let rows = try #require(ledger[name] as? [[String: Any]])
        let sum = rows.compactMap { ($0["amount"] as? String).flatMap { Decimal(string: $0) } }
          .reduce(0, +)
        #expect(sum == Decimal(string: total), "\(dimension) \(name)")
      }
    }
    let fresh = try object(
      try workplace.run("cost", "mine", "--json", "--quiet").output)
    let ledger = try #require(fresh["ledger"] as? [String: Any])
    #expect((ledger["whole"] as? [String: Any])?["amount"] as? String == total)
  }

  @Test("end with 2 or 5 where something is wrong, and say what")
  func faults() throws {
    let workplace = try planned()
    let cases: [([String], Int32, String)] = [
      (["cost", "1", "--days", "tomorrow"], 2, "write the first and the last day"),
      (["cost", "1", "--days", "2020-01-01..2020-01-02"], 5, "none of them is planned"),
      (["cost", "1", "--by", "colour"], 2, "colour"),
      (["cost", "77"], 5, "77"),
      (["cost", "1", "--xlsx", "none/at/all.xlsx"], 2, "none/at/all.xlsx cannot be written"),
      (["variance", "none.json", "a.csv"], 5, "there is no file none.json"),
      (["variance", "mine/scenario.yaml", "a.csv"], 5, "it is no budget"),
    ]
    for (arguments, code, words) in cases {
      let run = try CommandRun(arguments, in: workplace.folder)
      #expect(run.code == code, "\(arguments): \(run.code)")
      #expect(run.log.contains(words), "\(arguments): \(run.log)")
    }
  }

  @Test("take a plan’s document with its scenario, and say the same of it as of the run")
  func document() throws {
    let workplace = try planned()
    #expect(try workplace.run("runs", "export", "1", "--out", "kept").code == 0)
    for by in ["kind", "month", "queue", "event"] {
      let run = try workplace.run("cost", "1", "--by", by)
      let file = try workplace.run(
        "cost", "kept/plan.json", "--scenario", "mine", "--by", by)
      #expect(file.code == 0, "\(file.log)")
      #expect(file.output == run.output && !run.output.isEmpty, "\(by)")
    }
    let without = try workplace.run("cost", "kept/plan.json")
    #expect(without.code == 2 && without.log.contains("name its folder with --scenario"))
    let none = try workplace.run("cost", "none.json", "--scenario", "mine")
    #expect(none.code == 5 && none.log.contains("there is no file none.json"))
    let page = try String(
      contentsOf: workplace.folder.appendingPathComponent("kept/report.html"), encoding: .utf8)
    #expect(page.contains("id=\"overtime\""))
  }

  @Test("write a workbook, the same bytes for the same plan")
  func workbook() throws {
    let workplace = try planned()
    for name in ["a.xlsx", "b.xlsx"] {
      #expect(try workplace.run("cost", "1", "--xlsx", name, "--language", "zh").code == 0)
    }
    let files = try ["a.xlsx", "b.xlsx"].map {
      try Data(contentsOf: workplace.folder.appendingPathComponent($0))
    }
    #expect(files[0] == files[1] && files[0].prefix(2) == Data("PK".utf8))
  }

  @Test("lock a plan once, refuse a changed lock, and explain what differs")
  func lock() throws {
    let workplace = try planned()
    #expect(try workplace.run("cost", "1", "--lock", "b.json", "--name", "Plan A").code == 0)
    let again = try workplace.run("cost", "1", "--lock", "b.json")
    #expect(again.code == 2 && again.log.contains("a budget is not overwritten"))
    let file = workplace.folder.appendingPathComponent("b.json")
    let text = try String(contentsOf: file, encoding: .utf8)
    let budget = try object(text)
    let months = try #require(budget["months"] as? [[String: Any]])
    let month = try #require(months.first?["month"] as? String)
    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: workplace.folder.appendingPathComponent(name))
    }
    try write("books.csv", "month,kind,amount\n\(month),classes,123456.78\n")
    try write("bill.csv", "line,quantity,unit_rate,amount\nproductive-hour.normal,10,60,600.00\n")
    let run = try workplace.run("variance", "b.json", "books.csv", "\(month)=bill.csv", "--json")
    #expect(run.code == 0, "\(run.log)")
    let found = try object(run.output)
    #expect(found["schema"] as? String == "peakplan/variance/1")
    #expect(found["name"] as? String == "Plan A")
    let causes = try #require(found["causes"] as? [[String: Any]])
    let sum = causes.compactMap { ($0["amount"] as? String).flatMap { Decimal(string: $0) } }
      .reduce(0, +)
    #expect(sum == Decimal(string: try #require(found["difference"] as? String)))
    #expect(
      try workplace.run("variance", "b.json", "bill.csv").log.contains("says no month"))
    try write("sheet.csv", "employee,date,start,end,rate\nA,\(month)-10,09:00,17:00,30\n")
    #expect(try workplace.run("variance", "b.json", "sheet.csv").log.contains("--pack"))
    let sheet = try workplace.run(
      "variance", "b.json", "sheet.csv", "--pack", "china-standard", "--language", "zh")
    #expect(sheet.code == 0 && sheet.output.contains("实际"), "\(sheet.log)")
    try write("c.json", text.replacingOccurrences(of: "Plan A", with: "Plan B"))
    let changed = try workplace.run("variance", "c.json", "books.csv")
    #expect(changed.code == 5 && changed.log.contains("not as it was locked"))
  }
}
