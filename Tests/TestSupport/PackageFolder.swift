public import Foundation

/// Where the tests find the project's files.
public enum PackageFolder {
  /// The root of the package.
  public static let root = folder(of: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folder of a source file, by default the caller's.
  public static func folder(of file: String = #filePath) -> URL {
    URL(filePath: file).deletingLastPathComponent()
  }

  /// The text of a file of the project, by its path from the root.
  ///
  /// - Throws: what Foundation says where it cannot be read.
  public static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}
