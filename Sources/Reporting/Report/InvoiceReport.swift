internal import BusinessCalendar
public import Contracts
public import Units

/// An invoice as people read it: its sums, its lines, and when it is paid.
public struct InvoiceReport: Sendable {
  private let invoice: Invoice
  private let payment: PaymentTerms?
  private let currency: Currency
  private let strings: Strings

  /// A report of `invoice` in `currency`, paid as `payment` says.
  public init(
    _ invoice: Invoice, currency: Currency, payment: PaymentTerms?, language: Language = .english
  ) {
    (self.invoice, self.currency, self.payment) = (invoice, currency, payment)
    strings = Strings(language)
  }

  /// The report for a terminal.
  public func text(width: Int = 100, color: Bool = false) -> String {
    let style = TerminalStyle(color: color)
    let mark = strings.language == .chinese ? "：" : ": "
    let title =
      invoice.month.map { strings(.invoiceOf, $0.description) } ?? strings(InvoicePhrase.invoice)
    let sums = strings(
      invoice.linesIncludeVAT ? .sumsIncluded : .sums, currency.grouped(invoice.net),
      currency.grouped(invoice.vat), currency.grouped(invoice.gross), currency.code)
    var text = style.bold(title + mark + sums) + "\n"
    if let payment { text += strings.words(for: payment) + "\n" }
    return text + "\n" + TextTable(table, width: max(40, width), style: style).text
  }

  private var table: Table {
    let rows = invoice.lines.map { line -> [Cell] in
      [
        .count(line.number), .named(strings.name(of: line.item), key: line.item.code),
        .text(DecimalText.trimmed(line.quantity.rational)),
        .text(strings.unitName(line.unit)),
        .text(DecimalText.major(line.unitRate, currency)), .money(line.amount, currency),
        .text(line.countsForServiceLevel ? strings(InvoicePhrase.yes) : ""),
      ]
    }
    return Table(
      name: "invoice", title: "",
      columns: [
        .number("#", key: "line"), .init(strings(InvoicePhrase.item), key: "item"),
        .number(strings(InvoicePhrase.quantity), key: "quantity"),
        .date(strings(InvoicePhrase.unit), key: "unit"),
        .number(strings(InvoicePhrase.unitPrice), key: "unit-price"),
        .number(strings(InvoicePhrase.amount), key: "amount"),
        .date(strings(InvoicePhrase.counts), key: "sla-base"),
      ], rows: rows)
  }
}

/// The audit of a vendor's invoice as people read it: what is different, line by line.
public struct InvoiceAuditReport: Sendable {
  private let audit: InvoiceAudit
  private let currency: Currency
  private let strings: Strings

  /// A report of `audit` in `currency`.
  public init(_ audit: InvoiceAudit, currency: Currency, language: Language = .english) {
    (self.audit, self.currency) = (audit, currency)
    strings = Strings(language)
  }

  /// The report for a terminal.
  public func text(width: Int = 100, color: Bool = false) -> String {
    let style = TerminalStyle(color: color)
    let wrongTotals = audit.totals.filter { $0.money ?? .zero != .zero }
    var text = style.bold(sentence) + "\n"
    guard !audit.isRight else { return text }
    text += "\n" + TextTable(table(wrongTotals), width: max(40, width), style: style).text
    return text
  }

  private var sentence: String {
    guard !audit.isRight else {
      return strings(.right, currency.grouped(audit.due.net), currency.code)
    }
    let count = audit.differences.count
    guard count > 0 else { return strings(.wrongSums) }
    let money = audit.money
    return strings(
      .wrong, "\(count)", currency.grouped(money < .zero ? -money : money), currency.code,
      strings(money < .zero ? .low : .high))
  }

  private func table(_ totals: [AuditTotal]) -> Table {
    let lines = audit.differences.map { line -> [Cell] in
      let name = line.due.map { strings.name(of: $0.item) } ?? line.billed?.name ?? line.code
      return [
        .named(DisplayWidth.singleLine(name), key: line.code), .text(words(for: line)),
        line.due.map { .money($0.amount, currency) } ?? .empty,
        line.billed.map { .money($0.amount, currency) } ?? .empty,
        .money(line.money, currency, tone: line.money > .zero ? .alert : .plain),
      ]
    }
    let sums = totals.map { total -> [Cell] in
      let name: InvoicePhrase =
        switch total.kind {
        case .net: .net
        case .vat: .vat
        case .gross: .gross
        }
      let more = total.money ?? .zero
      return [
        .named(strings(name), key: total.kind.rawValue), .text(strings(.stated)),
        .money(total.due, currency), .money(total.billed ?? .zero, currency),
        .money(more, currency, tone: more > .zero ? .alert : .plain),
      ]
    }
    return Table(
      name: "audit", title: "",
      columns: [
        .init(strings(InvoicePhrase.item), key: "item"),
        .date(strings(.difference), key: "difference"), .number(strings(.due), key: "due"),
        .number(strings(.billed), key: "billed"),
        .number(strings(InvoicePhrase.money), key: "too-much"),
      ], rows: lines + sums)
  }

  /// What is different in a line, with the vendor's value and the one that is due.
  private func words(for line: AuditLine) -> String {
    guard let due = line.due, let billed = line.billed, let difference = line.difference else {
      return line.difference.map { strings.words(for: $0) } ?? ""
    }
    let quantity = billed.quantity.map { stated in
      strings(
        .anotherQuantity, instead(DecimalText.trimmed(stated), of: due.quantity.rational))
    }
    let price = billed.unitPrice.map { stated in
      let right = DecimalText.major(due.unitRate, currency)
      return strings(
        .anotherPrice, strings(.another, DecimalText.major(stated, currency), right))
    }
    switch difference {
    case .quantity: return quantity ?? strings.words(for: difference)
    case .unitPrice: return price ?? strings.words(for: difference)
    case .quantityAndPrice:
      let mark = strings.language == .chinese ? "；" : ", "
      return [quantity, price].compactMap(\.self).joined(separator: mark)
    case .notDue, .notBilled, .arithmetic: return strings.words(for: difference)
    }
  }

  private func instead(_ stated: String, of right: Rational) -> String {
    strings(.another, stated, DecimalText.trimmed(right))
  }
}

extension Strings {
  /// When an invoice is paid.
  func words(for payment: PaymentTerms) -> String {
    var parts = [self(.dueIn, "\(payment.days)")]
    if payment.discount > .zero {
      let share = DecimalText.percent(payment.discount.doubleValue)
      parts.append(self(.discount, share, "\(payment.discountDays)"))
    }
    if payment.lateInterest > .zero {
      parts.append(self(.lateInterest, DecimalText.percent(payment.lateInterest.doubleValue)))
    }
    let isChinese = language == .chinese
    return parts.joined(separator: isChinese ? "，" : ", ") + (isChinese ? "。" : ".")
  }
}

extension DecimalText {
  /// A number with up to six digits after the point, rounded half away from zero; without the
  /// zeros at its end.
  static func trimmed(_ value: Rational) -> String {
    let millionths = Money(rounding: value, times: Rational(1_000_000)).minorUnits
    let rounded = Rational(millionths).divided(by: Rational(1_000_000)) ?? .zero
    return exact(rounded)
  }

  /// A price in units of the currency, with up to six digits after the point.
  static func major(_ price: UnitPrice, _ currency: Currency) -> String {
    let scale = Rational(currency.minorUnitsPerMajor)
    return trimmed(price.minorUnitsPerUnit.divided(by: scale) ?? .zero)
  }
}
