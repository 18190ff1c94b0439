import Foundation
import Testing

@Suite("The commands of bids and of files exchanged with vendors")
struct BidsCommandTests {
  @Test("A wrong bid ends with 5 at its file, line and column; bad volumes with 2")
  func faults() throws {
    let workplace = try Workplace()
    let round = "scenarios/bid-comparison"
    let unknown = try workplace.run(
      "bids", "compare", round, "--set", "vendors.hefei.prise=3.00 per productive-hour")
    #expect(unknown.code == 5)
    #expect(unknown.log.contains("did you mean “price”?"))
    #expect(try workplace.run("bids", "compare", round, "--low", "0").code == 2)
    let none = try workplace.run("bids", "compare", "scenarios/six-to-sixteen/scenario.txt")
    #expect(none.code == 5)
    let folder = workplace.folder.appendingPathComponent("mine")
    #expect(try workplace.run("new", "mine").code == 0)
    let bids = folder.appendingPathComponent("bids")
    try FileManager.default.createDirectory(at: bids, withIntermediateDirectories: true)
    try Data("price: 40.00 per lunch\n".utf8).write(to: bids.appendingPathComponent("north.yaml"))
    let wrong = try workplace.run("bids", "compare", "mine")
    #expect(wrong.code == 5)
    #expect(wrong.log.contains("bids/north.yaml:1:8"))
    #expect(wrong.log.contains("vendors.north.price"))
  }

  @Test("A vendor's answer is refused line by line, and tracked where it is right")
  func exchange() throws {
    let workplace = try Workplace()
    let plan = "scenarios/christmas-cover"
    let vendor = ["--vendor", "overflow"]
    let asked = try CommandRun(
      ["exchange", "requirement", plan, "--out", "asked.csv"] + vendor, in: workplace.folder)
    #expect(asked.code == 0)
    let file = workplace.folder.appendingPathComponent("asked.csv")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.hasPrefix("vendor,queue,start,end,people\noverflow,"))
    let half = text.split(separator: "\n").enumerated().filter { $0.offset % 2 == 0 }
      .map(\.element).joined(separator: "\n")
    try Data(half.utf8).write(to: workplace.folder.appendingPathComponent("half.csv"))
    let short = try CommandRun(
      ["exchange", "commitment", plan, "--committed", "half.csv", "--fail-on-shortage", "--json"]
        + vendor, in: workplace.folder)
    #expect(short.code == 6)
    #expect(short.output.contains("\"schema\": \"peakplan/vendor-hours/1\""))
    try Data("vendor,queue,start,end,people\nother,x,y,z,-1\n".utf8)
      .write(to: workplace.folder.appendingPathComponent("wrong.csv"))
    let wrong = try CommandRun(
      ["exchange", "commitment", plan, "--committed", "wrong.csv"] + vendor,
      in: workplace.folder)
    #expect(wrong.code == 5)
    #expect(wrong.log.contains("wrong.csv:2: error: “other”"))
    let nobody = try workplace.run("exchange", "requirement", plan, "--vendor", "nobody")
    #expect(nobody.code == 2)
    #expect(try workplace.run("exchange", "commitment", plan, "--vendor", "overflow").code == 2)
  }

  @Test("Vendors answer in one file or in one each, and nobody counts twice")
  func severalVendors() throws {
    let workplace = try Workplace()
    let plan = "1"
    #expect(try workplace.run("plan", "scenarios/double-11", "--quiet").code == 0)
    for vendor in ["changsha", "guiyang"] {
      let asked = try workplace.run(
        "exchange", "requirement", plan, "--vendor", vendor, "--out", "\(vendor).csv")
      #expect(asked.code == 0)
    }
    let both = ["--committed", "changsha.csv", "--committed", "guiyang.csv"]
    let kept = try CommandRun(
      ["exchange", "commitment", plan, "--by", "queue", "--fail-on-shortage"] + both,
      in: workplace.folder)
    #expect(kept.code == 0)
    #expect(kept.output.contains("Guiyang, by the hour       Food chat"))
    let twice = try CommandRun(
      ["exchange", "commitment", plan, "--committed", "changsha.csv"] + both,
      in: workplace.folder)
    #expect(twice.code == 5)
    #expect(twice.log.contains("changsha.csv has lines of changsha, and so has changsha.csv"))
    let one = try workplace.run("exchange", "commitment", plan, "--committed", "guiyang.csv")
    #expect(one.output.hasPrefix("Hours of Guiyang, by the hour\n"))
    #expect(one.log.contains("no file has lines of changsha"))
    let calabrio = try workplace.run(
      "exchange", "requirement", plan, "--layout", "calabrio-requirement")
    #expect(calabrio.code == 2)
    #expect(calabrio.log.contains("the layout has no field for the vendor"))
    let alone = try workplace.run(
      "exchange", "commitment", plan, "--vendor", "guiyang", "--committed", "changsha.csv")
    #expect(alone.code == 5)
    #expect(alone.log.contains("the line is of no vendor that is tracked"))
  }
}
