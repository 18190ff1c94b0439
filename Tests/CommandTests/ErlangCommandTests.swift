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
      (["--chat-times", "180 s,200 s"], "leave one of them out"),
      (["--positions", "-3"], "-3 is out of range"),
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

  @Test("says of a batch's missing handle time which line it is, of columns alike that they are")
  func brokenBatch() throws {
    let workplace = try Workplace()
    for (text, words) in [
      ("volume,aht\n100,180\n40,\n", "rows.csv:3: there is no handle time"),
      ("volume\n100\n", "no column handle-time"),
      ("volume,calls,aht\n1,2,180\n", "“volume” and “calls” say the same"),
      ("volume,aht,note,note\n1,180,a,b\n", "two columns are called “note”"),
    ] {
      try Data(text.utf8).write(to: workplace.folder.appendingPathComponent("rows.csv"))
      let run = try workplace.run("erlang", "--batch", "rows.csv", "--answer", "80/20")
      #expect(run.code != 0 && run.output.isEmpty)
      #expect(run.log.contains(words), "\(text): \(run.log)")
    }
    let chats = try workplace.run(
      "erlang", "--batch", "rows.csv", "--answer", "80/20", "--chat-times", "180 s,200 s")
    #expect(chats.code != 0)
  }

  @Test("says where the line grows without end, in words and in a batch")
  func unstable() throws {
    let workplace = try Workplace()
    let base = ["erlang", "--handle-time", "3 min", "--answer", "80/20"]
    let run = try CommandRun(
      base + ["--volume", "100", "--positions", "9"], in: workplace.folder)
    #expect(run.output.contains("the line grows without end"))
    try Data("volume,positions\n100,9\n100,14\n".utf8).write(
      to: workplace.folder.appendingPathComponent("rows.csv"))
    let batch = try CommandRun(base + ["--batch", "rows.csv"], in: workplace.folder)
    let lines = batch.output.split(whereSeparator: \.isNewline)
    #expect(
      lines[0].hasSuffix(",stable,conditions-met,largest-volume,largest-handle-time-s"))
    #expect(lines[1].contains(",false,false,"))
    #expect(lines[2].contains(",true,true,"))
  }

  @Test("tells redials by attempts and by contacts, and how uncertain the rate is")
  func redials() throws {
    let workplace = try Workplace()
    let base = [
      "erlang", "--volume", "100", "--handle-time", "3 min", "--patience", "60 s", "--redial",
      "50 %", "--positions", "8",
    ]
    let run = try CommandRun(base, in: workplace.folder)
    #expect(run.output.contains("shares and waits are of attempts"))
    #expect(run.output.contains("attempts for each contact"))
    #expect(run.output.contains("give up in the end"))
    let json = try CommandRun(base + ["--json"], in: workplace.folder)
    #expect(json.output.contains("\"attemptsPerContact\""))
    let uncertain = try CommandRun(base + ["--uncertainty", "10 %"], in: workplace.folder)
    #expect(uncertain.output.contains("the rate is uncertain by 10"))
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
