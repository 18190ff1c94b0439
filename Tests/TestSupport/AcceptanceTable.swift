public import Foundation
public import Testing

/// A table of reference values from the acceptance folder: `$PEAKPLAN_ACCEPTANCE`, by default
/// `../shared/acceptance` beside the package.
///
/// CSV (RFC 4180) with a header; lines that begin with `#` are comments.
public struct AcceptanceTable: Sendable {
  /// A row: the cells by column.
  public typealias Row = [String: String]

  /// The table's path in the folder.
  public let path: String
  /// The columns in the file's order.
  public let header: [String]
  /// The rows in the file's order.
  public let rows: [Row]

  /// The acceptance folder.
  public static var folder: URL {
    if let path = ProcessInfo.processInfo.environment["PEAKPLAN_ACCEPTANCE"] {
      return URL(filePath: path)
    }
    let beside = PackageFolder.root.resolvingSymlinksInPath().deletingLastPathComponent()
    return beside.appending(path: "shared/acceptance")
  }

  /// Where a file of the folder is.
  public static func file(_ path: String) -> URL { folder.appending(path: path) }

  /// Whether a file of the folder is there; prints the reason for skipping where it is not.
  public static func isPresent(_ path: String) -> Bool {
    let isThere = FileManager.default.fileExists(atPath: file(path).path)
    if !isThere {
      print("skipped: no \(path) in \(folder.path); set PEAKPLAN_ACCEPTANCE")
    }
    return isThere
  }

  /// Reads a table of the folder.
  ///
  /// - Throws: where it cannot be read, or a row has not a cell for each column.
  public init(_ path: String) throws {
    let text = try String(contentsOf: AcceptanceTable.file(path), encoding: .utf8)
    try self.init(path: path, text: text)
  }

  /// Reads a table's text.
  ///
  /// - Throws: ``BrokenRow`` where a row has not a cell for each column.
  public init(path: String, text: String) throws {
    var records = AcceptanceTable.records(of: text)
    let columns = records.isEmpty ? [] : records.removeFirst()
    rows = try records.enumerated().map { index, cells in
      guard cells.count == columns.count else {
        throw BrokenRow(path: path, row: index + 1, cells: cells.count, columns: columns.count)
      }
      return Row(zip(columns, cells), uniquingKeysWith: { first, _ in first })
    }
    (self.path, header) = (path, columns)
  }

  /// A row that has not a cell for each column.
  public struct BrokenRow: Error, Equatable, CustomStringConvertible {
    /// The table's path.
    public let path: String
    /// The row's number, from 1 below the header.
    public let row: Int
    /// The cells it has.
    public let cells: Int
    /// The columns of the header.
    public let columns: Int

    /// What is wrong, in a sentence.
    public var description: String {
      "row \(row) of \(path) has \(cells) cells for \(columns) columns"
    }
  }

  /// The cell of a row in a column; records an issue where the table has no such column.
  public func cell(
    _ row: Row, _ column: String, sourceLocation: SourceLocation = #_sourceLocation
  ) -> String {
    if let cell = row[column] { return cell }
    Issue.record("\(path) has no column \(column)", sourceLocation: sourceLocation)
    return "?"
  }

  /// The number in a cell, `nil` where it holds none.
  public func number(
    _ row: Row, _ column: String, sourceLocation: SourceLocation = #_sourceLocation
  ) -> Double? {
    Double(cell(row, column, sourceLocation: sourceLocation))
  }

  /// The rows by the text of one column.
  public func rows(by column: String) -> [String: [Row]] {
    Dictionary(grouping: rows) { $0[column] ?? "" }
  }

  /// Prints how many rows were compared, and of what; records an issue where none was.
  public func printCompared(
    _ compared: Int, _ remark: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) {
    print(
      "\(path): compared \(compared) of \(rows.count) rows\(remark.isEmpty ? "" : "; ")\(remark)")
    guard compared == 0 else { return }
    Issue.record("no row of \(path) was compared", sourceLocation: sourceLocation)
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips a test or suite, with the reason printed, where the acceptance folder has no such file.
  public static func acceptance(_ path: String) -> Self {
    .enabled("the acceptance folder has no \(path)") { AcceptanceTable.isPresent(path) }
  }
}

extension AcceptanceTable {
  /// The records of a CSV text without comments and empty lines.
  private static func records(of text: String) -> [[String]] {
    let (quote, comma, hash) = (UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "#"))
    let (feed, carriage) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    var records: [[String]] = []
    var record: [String] = []
    var field: [UInt8] = []
    var (isQuoted, isComment) = (false, false)
    func isFirst() -> Bool { record.isEmpty && field.isEmpty && !isQuoted }
    func endRecord() {
      let isEmpty = record.isEmpty && field.isEmpty
      if !isEmpty { records.append(record + [String(decoding: field, as: UTF8.self)]) }
      (record, field, isComment) = ([], [], false)
    }
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case feed where !isQuoted: endRecord()
      case _ where isComment: continue
      case hash where isFirst(): isComment = true
      case quote:
        // A doubled quote inside a quoted field is one quote: it ends and begins again.
        if !isQuoted, index > 0, bytes[index - 1] == quote { field.append(quote) }
        isQuoted.toggle()
      case comma where !isQuoted:
        record.append(String(decoding: field, as: UTF8.self))
        field = []
      case carriage where !isQuoted: continue
      default: field.append(byte)
      }
    }
    endRecord()
    return records
  }
}
