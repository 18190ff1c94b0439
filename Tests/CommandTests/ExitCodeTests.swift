import Foundation
import Testing

@Suite("The command")
struct ExitCodeTests {
  @Test("ends with 0 and prints its version and help")
  func help() throws {
    let workplace = try Workplace()
    #expect(try workplace.run("--version").output.hasPrefix("peakplan "))
    let help = try workplace.run("--help")
    #expect(help.code == 0)
    for verb in [
      "new", "check", "schema", "forecast", "require", "capacity", "schedule", "cost", "erlang",
      "verify",
    ] {
      #expect(help.output.contains("  \(verb)"), "\(verb) is missing in the help")
    }
  }

  @Test("ends with 2 on a wrong command line, and says what is wrong")
  func usage() throws {
    let workplace = try Workplace()
    for arguments in [
      ["plan"], ["plann", "x"], ["plan", "x", "--nonsense"], ["plan", "x", "--time-limit", "0"],
      ["plan", "scenarios/double-11", "--set", "no-equals-sign"],
      ["explain", "scenarios/double-11", "nonsense"],
    ] {
      let run = try CommandRun(arguments, in: workplace.folder)
      #expect(run.code == 2, "\(arguments) ended with \(run.code)")
      #expect(!run.log.isEmpty)
      #expect(run.output.isEmpty)
    }
  }

  @Test("explains pools and support roles in every form, and refuses others")
  func poolsAndRoles() throws {
    let workplace = try Workplace()
    #expect(try workplace.run("plan", "scenarios/voice-and-chat", "--quiet").code == 0)
    func pools(_ words: String...) throws -> CommandRun {
      try CommandRun(["explain", "1"] + words, in: workplace.folder)
    }
    let all = try pools("pool")
    #expect(all.code == 0)
    let start = try workplace.run("require", "scenarios/voice-and-chat", "--by", "interval")
    let week = try #require(start.output.firstMatch(of: /20[0-9]{2}-[0-9]{2}-[0-9]{2}/)?.output)
    let text = try String(
      contentsOf: workplace.folder.appendingPathComponent("scenarios/voice-and-chat/scenario.yaml"),
      encoding: .utf8)
    let id = try #require(text.firstMatch(of: /pools:\n  ([a-z-]+):/)?.output.1)
    let one = try pools("pool", String(id))
    #expect(one.code == 0)
    #expect(one.output.contains("net hours") || one.output.contains(" h"))
    let dated = try pools("pool", String(id), String(week))
    #expect(dated.code == 0)
    #expect(dated.output != one.output)
    for words in [
      ["pool", "nobody"], ["pool", String(id), "soon"], ["support", "nobody", "soon"],
    ] {
      let refused = try CommandRun(["explain", "1"] + words, in: workplace.folder)
      #expect(refused.code != 0, "\(words)")
      #expect(!refused.log.isEmpty && refused.output.isEmpty, "\(words)")
    }
    for words in [["pool", "a", "b", "c"], ["support"], ["support", "leader"]] {
      #expect(try CommandRun(["explain", "1"] + words, in: workplace.folder).code == 2, "\(words)")
    }
    #expect(try workplace.run("plan", "scenarios/quality-and-span", "--quiet").code == 0)
    let role = try workplace.run("explain", "2", "support", "quality-monitor", "2026-10-12")
    #expect(role.code == 0, "\(role.log)")
    #expect(role.output.contains("39 agents × 1 / 10"))
  }

  @Test("speaks the language that is asked for")
  func language() throws {
    let workplace = try Workplace()
    #expect(try workplace.run("new", "mine").code == 0)
    let chinese = try workplace.run("plan", "mine", "--quiet", "--language", "zh", "--out", "out")
    #expect(chinese.code == 0)
    let isChinese = { (text: String) in
      text.unicodeScalars.contains { (0x4e00...0x9fff).contains($0.value) }
    }
    #expect(isChinese(chinese.output))
    let page = try String(
      contentsOf: workplace.folder.appendingPathComponent("out/report.html"), encoding: .utf8)
    #expect(page.contains("lang=\"zh-CN\""))
    #expect(isChinese(page))
    #expect(isChinese(try workplace.run("runs", "show", "1", "--language", "zh-CN").output))
    #expect(!isChinese(try workplace.run("runs", "show", "1").output))
    for verb in ["forecast", "require", "capacity", "schedule", "cost"] {
      let run = try workplace.run(verb, "mine", "--quiet", "--language", "zh")
      #expect(run.code == 0 && isChinese(run.output), "\(verb)")
    }
    let erlang = ["--volume", "100", "--handle-time", "180 s", "--answer", "80/20"]
    let reckoned = try CommandRun(
      ["erlang", "--language", "zh"] + erlang, in: workplace.folder)
    #expect(isChinese(reckoned.output))
    #expect(try workplace.run("plan", "mine", "--language", "klingon").code == 2)
  }

  @Test("ends with 5 on bad input, and names the file")
  func badInput() throws {
    let workplace = try Workplace()
    let missing = try workplace.run("check", "scenarios/none")
    #expect(missing.code == 5)
    #expect(missing.log.contains("there is no folder scenarios/none"))
    #expect(try workplace.run("check", "scenarios").log.contains("has no scenario.yaml"))
    #expect(try workplace.run("check", "scenarios/double-11/scenario.yaml").code == 0)
    let file = workplace.folder.appendingPathComponent("bad")
    try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
    try Data("peakplan: 1\nqeues: {}\n".utf8).write(
      to: file.appendingPathComponent("scenario.yaml"))
    let typo = try workplace.run("check", "bad")
    #expect(typo.code == 5)
    #expect(typo.log.contains("bad/scenario.yaml:2:1"))
    #expect(typo.log.contains("queues"))
    #expect(try workplace.run("runs", "show", "999").code == 5)
  }

  @Test("writes a starter that it can check and plan")
  func starter() throws {
    let workplace = try Workplace()
    #expect(try workplace.run("new", "mine").code == 0)
    #expect(try workplace.run("check", "mine").code == 0)
    let again = try workplace.run("new", "mine")
    #expect(again.code == 2)
    #expect(again.log.contains("--force") || again.log.contains("files already"))
    let plan = try workplace.run("plan", "mine", "--json", "--quiet")
    #expect(plan.code == 0)
    let document = try JSONSerialization.jsonObject(with: Data(plan.output.utf8))
    let object = try #require(document as? [String: Any])
    #expect(object["schema"] as? String == "peakplan/plan/1")
    #expect(object["run"] as? Int == 1)
  }

  @Test("keeps runs, lists, explains, exports and deletes them")
  func runs() throws {
    let workplace = try Workplace()
    #expect(try workplace.run("new", "mine").code == 0)
    #expect(try workplace.run("plan", "mine", "--quiet").code == 0)
    #expect(try workplace.run("runs", "list").output.contains("mine"))
    let first = try workplace.run("explain", "1", "cost")
    #expect(first.code == 0)
    #expect(first.output.contains("cost of the plan"))
    let export = try workplace.run("runs", "export", "1", "--out", "report")
    #expect(export.code == 0)
    let page = workplace.folder.appendingPathComponent("report/report.html")
    #expect(FileManager.default.fileExists(atPath: page.path))
    #expect(try workplace.run("runs", "export", "1", "--out", "report").code == 2)
    #expect(try workplace.run("runs", "delete", "1").code == 0)
    #expect(try workplace.run("runs", "show", "1").code == 5)
  }

  @Test("verifies a scenario, a run and a document, and ends with 7 when something does not agree")
  func verification() throws {
    let workplace = try Workplace()
    #expect(try workplace.run("new", "mine").code == 0)
    let plan = try workplace.run("plan", "mine", "--json", "--quiet")
    let clean = try workplace.run("verify", "mine")
    #expect(clean.code == 0)
    #expect(clean.output.contains("they all agree"))
    #expect(try workplace.run("verify", "1").output == clean.output)
    let file = workplace.folder.appendingPathComponent("plan.json")
    try Data(plan.output.utf8).write(to: file)
    #expect(try workplace.run("verify", "plan.json").code == 2)
    #expect(try workplace.run("verify", "plan.json", "--scenario", "mine").code == 0)
    let heads = try #require(plan.output.range(of: "\"heads\": "))
    var spoilt = plan.output
    spoilt.insert("9", at: heads.upperBound)
    try Data(spoilt.utf8).write(to: file)
    let found = try workplace.run("verify", "plan.json", "--scenario", "mine")
    #expect(found.code == 7)
    #expect(found.output.contains("heads · "))
    let json = try workplace.run("verify", "plan.json", "--scenario", "mine", "--json")
    #expect(json.code == 7)
    let document = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    let object = try #require(document as? [String: Any])
    #expect(object["schema"] as? String == "peakplan/verification/1")
    #expect(object["isClean"] as? Bool == false)
    // What a document states beside its plan.
    let members = [
      ("\"total\": \"", "9", "ledger · cost.total"), ("\"objective\": ", "9", "objective"),
      ("\"bound\": ", "9", "objective"), ("\"gap\": ", "9", "objective · gap"),
      ("\"question\": \"", "9", "plan · scenario.question"),
      ("\"positions\": [", "9", "requirement.queues[0].positions[0]"),
    ]
    for (member, digit, words) in members {
      let place = try #require(plan.output.range(of: member), "\(member)")
      var changed = plan.output
      changed.insert(contentsOf: digit, at: place.upperBound)
      try Data(changed.utf8).write(to: file)
      let told = try workplace.run("verify", "plan.json", "--scenario", "mine")
      #expect(told.code == 7, "\(member)")
      #expect(told.output.contains(words), "\(member): \(told.output)")
    }
    let weekly = try workplace.run("capacity", "mine", "--json", "--quiet")
    try Data(weekly.output.utf8).write(to: file)
    #expect(try workplace.run("verify", "plan.json", "--scenario", "mine").code == 0)
    let ledger = try workplace.run("cost", "mine", "--json", "--quiet")
    try Data(ledger.output.utf8).write(to: file)
    let refused = try workplace.run("verify", "plan.json", "--scenario", "mine")
    #expect(refused.code == 5)
    #expect(refused.log.contains("peakplan capacity --json"))
    try Data(plan.output.utf8).write(to: file)
    #expect(
      try workplace.run("verify", "plan.json", "--scenario", "scenarios/double-11").code == 5)
    #expect(try workplace.run("verify", "none.json", "--scenario", "mine").code == 5)
  }

  @Test("tells runs apart by what was changed, and makes no store by looking for one")
  func changedRuns() throws {
    let workplace = try Workplace()
    let store = workplace.folder.appendingPathComponent("runs.sqlite")
    #expect(try workplace.run("runs", "list").code == 0)
    #expect(try workplace.run("runs", "show", "1").code == 5)
    #expect(!FileManager.default.fileExists(atPath: store.path))
    #expect(try workplace.run("new", "mine").code == 0)
    #expect(try workplace.run("plan", "mine", "--quiet", "--seed", "3").code == 0)
    let list = try workplace.run("runs", "list").output
    #expect(list.contains("seed=3") && list.contains("priced") && list.contains("shortage"))
    let json = try workplace.run("runs", "list", "--json").output
    #expect(json.contains("\"pricedShortage\": \"") && json.contains("\"path\": \"seed\""))
    #expect(
      try workplace.run("runs", "show", "1").output.contains("Overrides of the base scenario"))
  }

  @Test("says in words what keeps a folder from being made, and which seeds there are")
  func words() throws {
    let workplace = try Workplace()
    #expect(try workplace.run("new", "mine").code == 0)
    let below = try workplace.run("plan", "mine", "--out", "mine/scenario.yaml/x")
    #expect(below.code == 2)
    #expect(below.log.contains("scenario.yaml is a file"))
    let store = try workplace.run("runs", "list", "--store", "mine/scenario.yaml/x.sqlite")
    #expect(!(below.log + store.log).contains("NSCocoa"))
    let seed = try workplace.run("check", "mine", "--seed", "18446744073709551615")
    #expect(seed.code == 5)
    #expect(seed.log.contains("at most twelve digits"))
  }

  @Test("lets no name of a scenario steer the terminal")
  func control() throws {
    let workplace = try Workplace()
    #expect(try workplace.run("new", "mine").code == 0)
    let check = try workplace.run("check", "mine", "--set", "name=\u{1B}[31mred")
    #expect(!(check.output + check.log).unicodeScalars.contains("\u{1B}"))
    let wrong = try workplace.run("check", "mine", "--set", "slot=\u{1B}[31m")
    #expect(!(wrong.output + wrong.log).unicodeScalars.contains("\u{1B}"))
  }

  @Test("gives the same bytes for the same input")
  func determinism() throws {
    let workplace = try Workplace()
    #expect(try workplace.run("new", "mine").code == 0)
    let first = try workplace.run("plan", "mine", "--json", "--no-store")
    let second = try workplace.run("plan", "mine", "--json", "--no-store")
    #expect(first.output == second.output)
    #expect(!first.output.isEmpty)
  }

  @Test("prints a manual page and completions")
  func manual() throws {
    let workplace = try Workplace()
    let manual = try workplace.run("manual")
    #expect(manual.output.hasPrefix(".Dd "))
    #expect(manual.output.contains(".It Cm runs export"))
    for shell in ["bash", "zsh", "fish"] {
      let script = try workplace.run("--generate-completion-script", shell)
      #expect(script.code == 0)
      #expect(script.output.contains("peakplan"))
    }
  }
}
