internal import BusinessCalendar
public import Contracts
public import Units

/// An invoice, and the audit of a vendor's, as JSON.
public struct InvoiceDocument: Sendable {
  private let invoice: Invoice
  private let audit: InvoiceAudit?
  private let currency: Currency

  /// A document of `invoice` in `currency`, with the audit of what the vendor bills.
  public init(_ invoice: Invoice, currency: Currency, audit: InvoiceAudit? = nil) {
    (self.invoice, self.currency, self.audit) = (invoice, currency, audit)
  }

  /// The document.
  public var document: JSONValue {
    var members: [JSONValue.Member] = [
      .init("schema", .string("peakplan/invoice/1")),
      .init("month", JSONValue(invoice.month?.description)),
      .init("currency", .string(currency.code)), .init("net", money(invoice.net)),
      .init("vat", money(invoice.vat)), .init("gross", money(invoice.gross)),
      .init("linesIncludeVat", .bool(invoice.linesIncludeVAT)),
      .init("lines", .array(invoice.lines.map(line))),
    ]
    if let audit {
      members.append(.init("audit", value(of: audit)))
    }
    return .object(members)
  }

  private func money(_ amount: Money) -> JSONValue { .string(currency.decimal(amount)) }

  private func line(_ line: InvoiceLine) -> JSONValue {
    .object([
      .init("line", .integer(Int64(line.number))), .init("item", .string(line.item.code)),
      .init("quantity", .string(DecimalText.trimmed(line.quantity.rational))),
      .init("unit", .string(line.unit)),
      .init("unitPrice", .string(DecimalText.major(line.unitRate, currency))),
      .init("amount", money(line.amount)),
      .init("countsForServiceLevel", .bool(line.countsForServiceLevel)),
      .init("rule", .string(line.rule)),
    ])
  }

  private func value(of audit: InvoiceAudit) -> JSONValue {
    .object([
      .init("isRight", .bool(audit.isRight)), .init("tooMuch", money(audit.money)),
      .init("lines", .array(audit.lines.map(line))),
      .init(
        "totals",
        .array(
          audit.totals.map { total in
            .object([
              .init("total", .string(total.kind.rawValue)), .init("due", money(total.due)),
              .init("billed", total.billed.map(money) ?? .null),
              .init("tooMuch", total.money.map(money) ?? .null),
            ])
          })),
    ])
  }

  private func line(_ line: AuditLine) -> JSONValue {
    let billed = line.billed
    return .object([
      .init("item", .string(line.code)), .init("difference", JSONValue(line.difference?.rawValue)),
      .init("line", line.due.map { .integer(Int64($0.number)) } ?? .null),
      .init("due", line.due.map { money($0.amount) } ?? .null),
      .init("billedQuantity", JSONValue(billed?.quantity.map(DecimalText.trimmed))),
      .init(
        "billedUnitPrice", JSONValue(billed?.unitPrice.map { DecimalText.major($0, currency) })),
      .init("billed", billed.map { money($0.amount) } ?? .null),
      .init("tooMuch", money(line.money)),
    ])
  }
}
