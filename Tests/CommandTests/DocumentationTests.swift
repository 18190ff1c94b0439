import Foundation
import TestSupport
import Testing

@Suite("The documentation")
struct DocumentationTests {
  /// README, every page under docs and every scenario's, in order of their paths.
  static let pages: [String] = {
    let root = PackageFolder.root
    let docs = FileManager.default.enumerator(atPath: root.appendingPathComponent("docs").path)
    let found = (docs?.allObjects as? [String] ?? []).filter { $0.hasSuffix(".md") }
      .map { "docs/\($0)" }
    let scenarios = FileManager.default.enumerator(
      atPath: root.appendingPathComponent("scenarios").path)
    let readmes = (scenarios?.allObjects as? [String] ?? []).filter { $0.hasSuffix("README.md") }
      .map { "scenarios/\($0)" }
    return (["README.md"] + found + readmes).sorted()
  }()

  @Test("shows commands that run, and the output that they print", arguments: pages)
  func commands(page: String) throws {
    let text = try String(
      contentsOf: PackageFolder.root.appendingPathComponent(page), encoding: .utf8)
    let blocks = Transcript.blocks(of: text).filter { $0.language == "console" }
    guard !blocks.isEmpty else { return }
    let workplace = try Workplace()
    for block in blocks {
      let transcript = Transcript(block, file: page)
      #expect(!transcript.steps.isEmpty, "\(transcript.file): a console block without a $ line")
      for step in transcript.steps { try check(step, in: transcript, workplace) }
    }
  }

  private func check(
    _ step: Transcript.Step, in transcript: Transcript, _ workplace: Workplace
  ) throws {
    // make demo and make test build the program that these tests are part of: that they exist and
    // expand is what can be checked here.
    let line =
      step.command.hasPrefix("make ") ? "make -n \(step.command.dropFirst(5))" : step.command
    let run = try CommandRun(shell: line, in: workplace.folder)
    let isExpectedFailure = step.expected.contains { $0.contains("error") }
    #expect(
      run.code == 0 || isExpectedFailure || [4, 6, 7].contains(run.code),
      "\(transcript.file): $ \(step.command)\nended with \(run.code)\n\(run.log)")
    guard !step.command.hasPrefix("make ") else { return }
    let actual = isExpectedFailure ? run.output + run.log : run.output
    #expect(
      Transcript.matches(step.expected, actual),
      "\(transcript.file): $ \(step.command)\nprints\n\(actual)")
  }

  @Test("compares what it shows with what is printed, line by line")
  func matching() {
    #expect(Transcript.matches(["a", "…", "c"], "a\nb\nb\nc\n"))
    #expect(Transcript.matches(["a … c"], "a 17 c\n"))
    #expect(!Transcript.matches(["a", "c"], "a\nb\nc\n"))
    #expect(!Transcript.matches(["a … d"], "a 17 c\n"))
    #expect(Transcript.matches([], "anything\n"))
  }
}
