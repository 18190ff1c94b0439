import Foundation

/// A table of reference values from the acceptance folder: `$PEAKPLAN_ACCEPTANCE`, by default
/// `../shared/acceptance` beside the package.
struct AcceptanceTable {
  let header: [String]
  let rows: [[String]]

  static var folder: URL {
    if let path = ProcessInfo.processInfo.environment["PEAKPLAN_ACCEPTANCE"] {
      return URL(fileURLWithPath: path)
    }
    let package = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return package.deletingLastPathComponent().appendingPathComponent("shared/acceptance")
  }

  static func isPresent(_ path: String) -> Bool {
    let present = FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
    if !present { print("skipped: there is no \(path) in the acceptance folder \(folder.path)") }
    return present
  }

  init(_ path: String) throws {
    let url = AcceptanceTable.folder.appendingPathComponent(path)
    let text = try String(contentsOf: url, encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
    let cells = lines.map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    header = cells.first ?? []
    rows = Array(cells.dropFirst())
  }

  func cell(_ row: [String], _ column: String) -> String {
    guard let index = header.firstIndex(of: column), index < row.count else { return "?" }
    return row[index]
  }

  func number(_ row: [String], _ column: String) -> Double? { Double(cell(row, column)) }
}
