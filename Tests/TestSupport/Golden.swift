public import Foundation
public import Testing

/// Files that hold what a function wrote before; `RECORD_GOLDEN=1` writes them anew, and the
/// difference is then read in the commit.
public enum Golden {
  /// Whether files are written instead of compared.
  public static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"

  /// Expects `text` to be what is kept under `name` in the folder `Golden` beside the caller.
  ///
  /// - Throws: where the file cannot be written or is not there.
  public static func expect(
    _ text: String, is name: String, filePath: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = PackageFolder.folder(of: filePath).appending(path: "Golden")
    try expect(text, isIn: folder.appending(path: name), sourceLocation: sourceLocation)
  }

  /// Expects `text` to be what a file holds.
  ///
  /// - Throws: where the file cannot be written or is not there.
  public static func expect(
    _ text: String, isIn file: URL, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    if isRecording {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return
    }
    let kept = try #require(
      try? String(contentsOf: file, encoding: .utf8),
      "no file \(file.path); run with RECORD_GOLDEN=1", sourceLocation: sourceLocation)
    guard let difference = difference(kept, text) else { return }
    Issue.record(
      "\(file.lastPathComponent) is not what was kept, RECORD_GOLDEN=1 writes it anew: \(difference)",
      sourceLocation: sourceLocation)
  }

  /// The first line in which two texts differ, `nil` where they are the same.
  static func difference(_ kept: String, _ now: String) -> String? {
    guard kept != now else { return nil }
    let (old, new) = (lines(kept), lines(now))
    let count = max(old.count, new.count)
    let line = (0..<count).first { index in
      index >= old.count || index >= new.count || old[index] != new[index]
    }
    guard let line else { return "line ends" }
    func shown(_ lines: [Substring]) -> String {
      line < lines.count ? String(lines[line].prefix(200)) : "(the end)"
    }
    return "line \(line + 1)\n- \(shown(old))\n+ \(shown(new))"
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
