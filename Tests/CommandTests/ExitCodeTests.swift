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
