public import Contracts
internal import Foundation
public import Units

/// Reads files of the outsourcing desk: a contract's terms, a month's figures, a vendor's invoice.
///
/// Terms and figures are fields with values (see ``Contracts/ContractField``): rows of a CSV with the
/// columns `field` and `value`, or YAML, whose maps spell a field's name part by part.
public struct ContractReader: Sendable {
  /// A reader; it keeps nothing between readings.
  public init() {}

  /// The contract in a terms file.
  ///
  /// - Throws: all issues at once, each with its line and column.
  public func contract(file path: String) throws(ScenarioIssues) -> Contract {
    let log = IssueLog()
    let fields = try fields(path, log)
    do throws(FieldIssues) {
      return try Contract(fields: fields.map(\.entry))
    } catch {
      throw report(error, fields, ContractField.terms, path, log)
    }
  }

  /// The month's figures in a file, for amounts in `currency`.
  ///
  /// - Throws: all issues at once, each with its line and column.
  public func month(file path: String, currency: Currency?) throws(ScenarioIssues) -> MonthActuals {
    let log = IssueLog()
    let fields = try fields(path, log)
    do throws(FieldIssues) {
      return try MonthActuals(fields: fields.map(\.entry), currency: currency)
    } catch {
      throw report(error, fields, ContractField.actuals, path, log)
    }
  }

  /// The lines of a vendor's invoice: a CSV with the columns `line` and `amount`, and if they are
  /// there `quantity` and `unit_rate`.
  ///
  /// - Throws: all issues at once, each with its line and column.
  public func billedLines(
    file path: String, currency: Currency?
  ) throws(ScenarioIssues) -> [BilledLine] {
    let log = IssueLog()
    guard let table = CSVTable(try bytes(path, log), name: path, for: "", log: log) else {
      throw issues(log)
    }
    let columns = CSVColumns(table: table, log: log)
    let name = columns.find(["line", "item", "code"])
    let amount = columns.find(["amount"])
    for (place, word) in [(name, "line"), (amount, "amount")] where place == nil {
      log.error(
        at: table.span(table.headerRow, column: 0), "", "there is no column “\(word)”",
        hint: "the header is line,quantity,unit_rate,amount")
    }
    let quantity = columns.find(["quantity"])
    let price = columns.find(["unit_rate", "unit-rate", "unit_price", "unit-price"])
    guard let name, let amount, !log.hasErrors else { throw issues(log) }
    let scale = Rational(currency?.minorUnitsPerMajor ?? 100)
    var lines: [BilledLine] = []
    for row in table.rows {
      func number(_ column: Int?) -> Rational? {
        guard let column, !table.text(row, column).isEmpty else { return nil }
        let text = table.text(row, column)
        if let value = Rational(decimal: text), value.magnitude <= Rational(1_000_000_000_000) {
          return value
        }
        log.error(
          at: table.span(row, column: column), table.header[column], "“\(text)” is no number",
          hint: "write digits with a decimal point and no thousands separator")
        return nil
      }
      let count = number(quantity)
      let rate = number(price).map { UnitPrice(minorUnitsPerUnit: $0 * scale) }
      guard let due = number(amount) else {
        if table.text(row, amount).isEmpty {
          log.error(
            at: table.span(row, column: amount), "amount", "the line has no amount",
            hint: "write 0 where nothing is billed")
        }
        continue
      }
      lines.append(
        BilledLine(
          name: table.text(row, name), quantity: count, unitPrice: rate,
          amount: Money(rounding: due, times: scale)))
    }
    if log.hasErrors { throw issues(log) }
    return lines
  }
}

// MARK: - Fields

extension ContractReader {
  /// A field with its place.
  private struct PlacedField {
    let entry: FieldEntry
    let nameSpan: SourceSpan
    let valueSpan: SourceSpan
  }

  private func fields(_ path: String, _ log: IssueLog) throws(ScenarioIssues) -> [PlacedField] {
    let bytes = try bytes(path, log)
    let isTable = path.lowercased().hasSuffix(".csv")
    let fields =
      isTable ? rows(of: bytes, path, log) : values(of: bytes, path, log)
    guard let fields, !log.hasErrors else { throw issues(log) }
    return fields
  }

  private func rows(of bytes: [UInt8], _ path: String, _ log: IssueLog) -> [PlacedField]? {
    guard let table = CSVTable(bytes, name: path, for: "", log: log) else { return nil }
    let columns = CSVColumns(table: table, log: log)
    guard let name = columns.find(["field"]), let value = columns.find(["value"]) else {
      log.error(
        at: table.span(table.headerRow, column: 0), "", "there are no columns “field” and “value”",
        hint: "the header is field,value; each row is a field with its value")
      return nil
    }
    return table.rows.map { row in
      PlacedField(
        entry: FieldEntry(table.text(row, name), table.text(row, value)),
        nameSpan: table.span(row, column: name), valueSpan: table.span(row, column: value))
    }
  }

  private func values(of bytes: [UInt8], _ path: String, _ log: IssueLog) -> [PlacedField]? {
    let reader = DocumentReader(log: log)
    guard let root = reader.document(bytes, name: path, folder: .scenarioFolder) else { return nil }
    guard let pairs = root.pairs else {
      log.error(
        at: root.span, "", "the file is \(root.kindInWords)",
        hint: "write fields with their values, such as `contact: { rate: 2.80 }`")
      return nil
    }
    var fields: [PlacedField] = []
    for pair in pairs { add(pair, under: "", to: &fields, log) }
    return fields
  }

  private func add(
    _ pair: DocumentNode.Pair, under prefix: String, to fields: inout [PlacedField],
    _ log: IssueLog
  ) {
    let name = prefix + pair.key
    switch pair.value.content {
    case .mapping(let pairs):
      for inner in pairs { add(inner, under: name + ".", to: &fields, log) }
    case .scalar(let text):
      fields.append(
        PlacedField(
          entry: FieldEntry(name, text), nameSpan: pair.keySpan, valueSpan: pair.value.span))
    case .list(let items):
      let texts = items.compactMap(\.scalar)
      guard texts.count == items.count else {
        log.error(
          at: pair.value.span, name, "the list holds more than single values",
          hint: "write each item on one line, such as 1-2100@1.71")
        return
      }
      let plain = ContractField.name(of: name)
      let isPiped = plain == "contact.tiers" || plain == "hour-tiers"
      fields.append(
        PlacedField(
          entry: FieldEntry(name, texts.joined(separator: isPiped ? "|" : " ")),
          nameSpan: pair.keySpan, valueSpan: pair.value.span))
    }
  }

  private func report(
    _ found: FieldIssues, _ fields: [PlacedField], _ known: [ContractField], _ path: String,
    _ log: IssueLog
  ) -> ScenarioIssues {
    let start = SourceSpan(
      file: path, folder: .scenarioFolder, line: 1, column: 1, length: 1, excerpt: nil)
    for issue in found.issues {
      let field = issue.entry.flatMap { fields.indices.contains($0) ? fields[$0] : nil }
      let isName = issue.isUnknownField
      let span = (isName ? field?.nameSpan : field?.valueSpan) ?? start
      var hint = issue.hint
      if isName {
        let meant = DidYouMean.nearest(to: issue.field, among: known.map(\.name))
        hint =
          meant.map { "did you mean “\($0)”?" }
          ?? "docs/reference/invoice.md has the fields of this file"
      }
      log.error(at: span, issue.field, issue.message, hint: hint)
    }
    return issues(log)
  }
}

// MARK: - Files

extension ContractReader {
  private func bytes(_ path: String, _ log: IssueLog) throws(ScenarioIssues) -> [UInt8] {
    let url = URL(fileURLWithPath: path)
    do throws(FileSourceError) {
      return try FolderFiles(folder: url.deletingLastPathComponent().path)
        .bytes(at: url.lastPathComponent, atMost: DocumentReader.mostBytes)
    } catch {
      let message =
        switch error {
        case .notFound: "there is no such file"
        case .notAFile: "this is no file"
        case .tooLarge(let bytes):
          "the file has \(bytes) bytes; at most \(DocumentReader.mostBytes) are read"
        case .unreadable(let words): "the file cannot be read: \(words)"
        }
      log.error(
        at: SourceSpan(
          file: path, folder: .scenarioFolder, line: 1, column: 1, length: 1, excerpt: nil), "",
        message)
      throw issues(log)
    }
  }

  private func issues(_ log: IssueLog) -> ScenarioIssues {
    ScenarioIssues(issues: log.inOrder, omitted: log.omitted)
  }
}

extension Rational {
  fileprivate var magnitude: Rational { self < .zero ? .zero - self : self }
}
