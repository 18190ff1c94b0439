import Foundation

/// The tables of the acceptance folder: `$PEAKPLAN_ACCEPTANCE`, else `../shared/acceptance` beside
/// the package.
enum AcceptanceFolder {
  /// The path of a file in the folder.
  static func path(_ file: String) -> String {
    if let folder = ProcessInfo.processInfo.environment["PEAKPLAN_ACCEPTANCE"] {
      return "\(folder)/\(file)"
    }
    let package = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return package.deletingLastPathComponent().appending(path: "shared/acceptance/\(file)").path
  }

  /// Whether the file is there; says so when it is not.
  static func has(_ file: String) -> Bool {
    let isThere = FileManager.default.fileExists(atPath: path(file))
    if !isThere { print("skipped: no \(path(file)); set PEAKPLAN_ACCEPTANCE") }
    return isThere
  }

  /// The rows of a file, each by column.
  static func rows(_ file: String) throws -> [[String: String]] {
    let text = try String(contentsOfFile: path(file), encoding: .utf8)
    var records = fields(of: text)
    guard !records.isEmpty else { return [] }
    let header = records.removeFirst()
    return records.map { record in
      Dictionary(zip(header, record)) { first, _ in first }
    }
  }

  /// The records of a CSV text (RFC 4180).
  private static func fields(of text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    var characters = text.makeIterator()
    var next = characters.next()
    while let character = next {
      next = characters.next()
      switch (character, isQuoted) {
      case ("\"", true) where next == "\"":
        field.append("\"")
        next = characters.next()
      case ("\"", _): isQuoted.toggle()
      case (",", false):
        record.append(field)
        field = ""
      case ("\n", false), ("\r\n", false):
        records.append(record + [field])
        (record, field) = ([], "")
      default: field.append(character)
      }
    }
    if !field.isEmpty || !record.isEmpty { records.append(record + [field]) }
    return records
  }
}
