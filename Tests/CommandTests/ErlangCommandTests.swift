import Foundation
import Testing

@Suite("The calculator's command")
struct ErlangCommandTests {
  @Test("refuses what has no answer with 2, and says what to write instead")
  func usage() throws {
    let workplace = try Workplace()
    let base = ["erlang", "--volume", "100", "--handle-time", "3 min", "--answer", "80/20"]
    for (more, words) in [
      (["--answer", "100/20"], "ask for a share below 100 %"),
      (["--handle-time", "180"], "180 s"),
      (["--redial", "50 %"], "patience"),
      (["--shrinkage", "100 %"], "less than 100 %"),
      (["--definition", "all"], "within-any"),
      (["--over", "volume=1..1000000/1"], "larger step"),
      (["--over", "agents=1..2"], "positions, volume, handle-time"),
      (["--svg", "x.svg"], "--over"),
      (["--volume", "1000000000"], "erlangs"),
      (["--volume", "-5"], "-5 is out of range"),
      (["--handle-time", "-3 min"], "-3"),
      (["--batch", "x.csv"], "leave --volume"),
    ] {
      let run = try CommandRun(base + more, in: workplace.folder)
      #expect(run.code == 2, "\(more) ended with \(run.code)")
      #expect(run.log.contains(words), "\(more): \(run.log)")
      #expect(run.output.isEmpty)
    }
  }

  @Test("names line and value of a batch that cannot be read, with 5")
  func badBatch() throws {
    let workplace = try Workplace()
    let file = workplace.folder.appendingPathComponent("bad.csv")
    try Data("volume,aht\n100,180\nmany,180\n".utf8).write(to: file)
    let run = try workplace.run("erlang", "--batch", "bad.csv", "--answer", "80/20")
    #expect(run.code == 5)
    #expect(run.log.contains("bad.csv:3:1"))
    #expect(run.log.contains("many"))
    let missing = try workplace.run("erlang", "--batch", "none.csv")
    #expect(missing.code == 5)
    #expect(missing.log.contains("none.csv"))
  }

  @Test("draws a range as a picture")
  func picture() throws {
    let workplace = try Workplace()
    let run = try workplace.run(
      "erlang", "--volume", "100", "--handle-time", "3 min", "--answer", "80/20", "--over",
      "positions=10..20", "--svg", "range.svg")
    #expect(run.code == 0)
    let svg = try String(
      contentsOf: workplace.folder.appendingPathComponent("range.svg"), encoding: .utf8)
    #expect(svg.hasPrefix("<svg"))
    #expect(svg.contains("service level"))
  }
}
