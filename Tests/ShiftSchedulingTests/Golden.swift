import Foundation
import Testing

/// Files beside the tests that hold what a function wrote before; `RECORD_GOLDEN=1` writes them
/// anew, and the difference is then read in the commit.
enum Golden {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  /// Expects `text` to be what is kept under `name`.
  static func expect(
    _ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return
    }
    let kept = try #require(
      try? String(contentsOf: file, encoding: .utf8),
      "no golden file \(name); run with RECORD_GOLDEN=1", sourceLocation: sourceLocation)
    guard kept != text else { return }
    let pairs = zip(kept.split(separator: "\n"), text.split(separator: "\n"))
    let first = pairs.first { $0 != $1 }
    Issue.record(
      "\(name) differs: kept \(first?.0.prefix(200) ?? "") now \(first?.1.prefix(200) ?? "")",
      sourceLocation: sourceLocation)
  }
}
