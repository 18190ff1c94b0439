/// A CSV file in rows and fields that know where they stand.
///
/// RFC 4180 with the liberties of spreadsheets: the delimiter is the comma, semicolon or tab that
/// the header has most of; a byte-order mark, CRLF and empty lines at the end are fine.
struct CSVTable {
  /// The most bytes of a file.
  static let mostBytes = 50_000_000
  /// The most columns.
  static let mostColumns = 200

  struct Field {
    var range: Range<Int>
    var isQuoted: Bool
  }

  struct Row {
    /// The line the row begins on, from 1.
    var line: Int
    var lineStart: Int
    var fields: Range<Int>
  }

  /// The file as messages show it.
  let name: String
  /// The scenario path that it is read for.
  let path: String
  private(set) var header: [String] = []
  private(set) var headerRow = Row(line: 1, lineStart: 0, fields: 0..<0)
  private(set) var rows: [Row] = []
  private var fields: [Field] = []
  private let bytes: [UInt8]

  /// The rows of a text; broken rows are reported and left out. `nil` when nothing can be read.
  init?(_ bytes: [UInt8], name: String, for path: String, log: IssueLog) {
    self.bytes = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? Array(bytes.dropFirst(3)) : bytes
    self.name = name
    self.path = path
    guard isText(log) else { return nil }
    let delimiter = self.delimiter
    var position = 0
    var line = 1
    var reported = 0
    while position < self.bytes.count {
      guard let row = readRow(&position, &line, delimiter, log) else { return nil }
      if isBlank(row) { continue }
      if header.isEmpty {
        headerRow = row
        header = row.fields.map { text(of: fields[$0]).trimmed }
        continue
      }
      if row.fields.count != header.count {
        reported += 1
        guard reported <= 20 else { continue }
        log.error(
          at: span(row, column: 1), path,
          "the row has \(row.fields.count.counted("field")), the header \(header.count)",
          hint: "put a field that holds the delimiter in quotes, and fill up short rows")
        continue
      }
      rows.append(row)
    }
    guard !header.isEmpty else {
      log.error(
        at: SourceSpan(
          file: name, folder: .scenarioFolder, line: 1, column: 1, length: 1, excerpt: nil),
        path, "the file is empty", hint: "it needs a header and rows")
      return nil
    }
    guard header.count <= CSVTable.mostColumns else {
      log.error(at: span(headerRow, column: 0), path, "the file has \(header.count) columns")
      return nil
    }
  }

  /// The text of the field in a column of a row, without blanks at its ends.
  func text(_ row: Row, _ column: Int) -> String {
    guard column < row.fields.count else { return "" }
    return text(of: fields[row.fields.lowerBound + column]).trimmed
  }

  /// Where the field in a column of a row stands.
  func span(_ row: Row, column: Int) -> SourceSpan {
    guard column >= 0, column < row.fields.count else { return span(row, at: row.lineStart, 1) }
    let field = fields[row.fields.lowerBound + column]
    return span(row, at: field.range.lowerBound, max(1, field.range.count))
  }

  private func span(_ row: Row, at start: Int, _ length: Int) -> SourceSpan {
    let end = bytes[row.lineStart...].firstIndex { $0 == .lineFeed || $0 == .return }
    let lineBytes = bytes[row.lineStart..<min(end ?? bytes.count, row.lineStart + 400)]
    let before = bytes[min(row.lineStart, start)..<start]
    let column = before.reduce(1) { $1 & 0xc0 == 0x80 ? $0 : $0 + 1 }
    return SourceSpan(
      file: name, folder: .scenarioFolder, line: row.line, column: column, length: length,
      excerpt: String(decoding: lineBytes, as: UTF8.self))
  }

  private func text(of field: Field) -> String {
    let text = String(decoding: bytes[field.range], as: UTF8.self)
    return field.isQuoted ? text.replacing("\"\"", with: "\"") : text
  }

  // MARK: - Reading

  private func isText(_ log: IssueLog) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let place = Encodings.firstInvalid(in: bytes[...])
      log.error(
        at: SourceSpan(
          file: name, folder: .scenarioFolder, line: place.line, column: place.column, length: 1,
          excerpt: nil), path, "the file is not UTF-8", hint: Encodings.hint(for: bytes[...]))
      return false
    }
    guard text.utf8.contains(0) else { return true }
    let place = bytes.prefix { $0 != 0 }.reduce(into: (line: 1, column: 1)) { place, byte in
      place = byte == .lineFeed ? (place.line + 1, 1) : (place.line, place.column + 1)
    }
    log.error(
      at: SourceSpan(
        file: name, folder: .scenarioFolder, line: place.line, column: place.column, length: 1,
        excerpt: nil), path, "the file holds a NUL byte", hint: "save it as a CSV in UTF-8")
    return false
  }

  private var delimiter: UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), .tab]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in bytes {
      if byte == .quote { isQuoted.toggle() }
      if !isQuoted, byte == .lineFeed || byte == .return { break }
      if !isQuoted, let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    let most = counts.max() ?? 0
    return candidates[counts.firstIndex(of: most) ?? 0]
  }

  private func isBlank(_ row: Row) -> Bool {
    row.fields.count == 1 && text(row, 0).isEmpty
  }

  /// Reads one row; `nil` when a quote is never closed.
  private mutating func readRow(
    _ position: inout Int, _ line: inout Int, _ delimiter: UInt8, _ log: IssueLog
  ) -> Row? {
    let first = fields.count
    let lineStart = position
    let firstLine = line
    while true {
      let isQuoted = position < bytes.count && bytes[position] == .quote
      if isQuoted {
        let start = position + 1
        position = start
        while position < bytes.count {
          if bytes[position] == .quote {
            if position + 1 < bytes.count, bytes[position + 1] == .quote {
              position += 1
            } else {
              break
            }
          }
          if bytes[position] == .lineFeed { line += 1 }
          position += 1
        }
        guard position < bytes.count else {
          let row = Row(line: firstLine, lineStart: lineStart, fields: first..<first)
          log.error(
            at: span(row, at: start - 1, 1), path, "a quote is never closed",
            hint: "a quote inside a quoted field is written twice")
          return nil
        }
        fields.append(Field(range: start..<position, isQuoted: true))
        position += 1
        while position < bytes.count, bytes[position] != delimiter,
          bytes[position] != .lineFeed, bytes[position] != .return
        {
          position += 1
        }
      } else {
        let start = position
        while position < bytes.count, bytes[position] != delimiter,
          bytes[position] != .lineFeed, bytes[position] != .return
        {
          position += 1
        }
        fields.append(Field(range: start..<position, isQuoted: false))
      }
      if position < bytes.count, bytes[position] == delimiter {
        position += 1
        continue
      }
      break
    }
    if position < bytes.count, bytes[position] == .return { position += 1 }
    if position < bytes.count, bytes[position] == .lineFeed { position += 1 }
    line += 1
    return Row(line: firstLine, lineStart: lineStart, fields: first..<fields.count)
  }
}

extension UInt8 {
  static let quote = UInt8(ascii: "\"")
}
