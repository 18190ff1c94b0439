import Foundation
import GRDB
import TestSupport
import Testing

/// The YAML and SQL that the documentation shows: it is read, and it runs.
@Suite("The documentation's files and queries")
struct DocumentationDataTests {
  @Test("are scenarios, sale calendars and fragments that are read", arguments: allPages)
  func yaml(page: String) throws {
    let blocks = try Self.blocks(of: page).filter { $0.language.hasPrefix("yaml") }
    guard !blocks.isEmpty else { return }
    let workplace = try Workplace()
    for (number, block) in blocks.enumerated() {
      let folder = workplace.folder.appendingPathComponent("scenarios/shown-\(number)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let text = try Self.scenario(around: block, in: folder)
      try Data(text.utf8).write(to: folder.appendingPathComponent("scenario.yaml"))
      let run = try workplace.run("check", "scenarios/shown-\(number)")
      #expect(run.code == 0, "\(page):\(block.firstLine)\n\(run.log)")
    }
  }

  /// A scenario that has the block in its place.
  private static func scenario(around block: Transcript.Block, in folder: URL) throws -> String {
    let text = block.lines.joined(separator: "\n") + "\n"
    if text.hasPrefix("peakplan:") { return text }
    if text.hasPrefix("sale-calendar:") {
      let shown = text.replacing(
        /sale-calendar: .*/, with: "sale-calendar: shown", maxReplacements: 1)
      try Data(shown.utf8).write(to: folder.appendingPathComponent("shown.yaml"))
      return extended(
        "override:\n  sale-calendars: [shown.yaml, ../../forecasts/tmall-2026.yaml]\n")
    }
    return extended("override:\n" + overrides(of: block.lines))
  }

  private static func extended(_ rest: String) -> String {
    "peakplan: 1\nname: Shown\nquestion: Is it read?\nextend: ../double-11\n" + rest
  }

  /// A fragment as overrides by path: the entries of a map at the top become `map.entry`.
  private static func overrides(of lines: [String]) -> String {
    var map = ""
    var result = ""
    for line in lines where !line.isEmpty {
      if !line.hasPrefix(" "), line.hasSuffix(":") {
        map = String(line.dropLast())
      } else if !line.hasPrefix(" ") {
        result += "  \(line)\n"
      } else if line.hasPrefix("  "), !line.hasPrefix("   ") {
        result += "  \(map).\(line.dropFirst(2))\n"
      } else {
        result += line + "\n"
      }
    }
    return result
  }

  @Test("are queries that a store of runs answers", arguments: allPages)
  func sql(page: String) throws {
    let blocks = try Self.blocks(of: page).filter { $0.language == "sql" }
    guard !blocks.isEmpty else { return }
    let workplace = try Workplace()
    #expect(try workplace.run("new", "mine").code == 0)
    #expect(try workplace.run("plan", "mine", "--quiet").code == 0)
    var configuration = Configuration()
    configuration.readonly = true
    let store = try DatabaseQueue(
      path: workplace.folder.appendingPathComponent("runs.sqlite").path,
      configuration: configuration)
    for block in blocks {
      let query = block.lines.joined(separator: "\n")
      #expect(throws: Never.self, "\(page):\(block.firstLine)") {
        try store.read { database in
          for statement in query.split(separator: ";") {
            let sql = statement.trimmingCharacters(in: .whitespacesAndNewlines)
            if !sql.isEmpty { _ = try Row.fetchAll(database, sql: sql) }
          }
        }
      }
    }
  }

  static let allPages = DocumentationTests.pages

  private static func blocks(of page: String) throws -> [Transcript.Block] {
    let file = PackageFolder.root.appendingPathComponent(page)
    return Transcript.blocks(of: try String(contentsOf: file, encoding: .utf8))
  }
}
