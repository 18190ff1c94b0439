import Contracts
import TestSupport
import Testing
import Units

@Suite(
  "The contract cases of the acceptance folder",
  .acceptance("pay/contract_cases.csv"))
struct ContractAcceptanceTests {
  @Test("Every case has its lines, net, VAT and gross, from its fields as they are written")
  func cases() throws {
    let table = try AcceptanceTable("pay/contract_cases.csv")
    let terms = try AcceptanceTable("pay/contract_terms.csv").rows(by: "case_id")
    let actuals = try AcceptanceTable("pay/contract_actuals.csv").rows(by: "case_id")
    let expected = try AcceptanceTable("pay/contract_expected.csv").rows(by: "case_id")
    var lineCount = 0
    for row in table.rows {
      let id = row["case_id"] ?? ""
      let currency = try #require(Currency(code: row["currency"] ?? ""), "\(id)")
      do {
        let contract = try Contract(
          fields: [FieldEntry("currency", currency.code)] + fields(terms[id]))
        let month = try MonthActuals(fields: monthFields(actuals[id]), currency: currency)
        let invoice = try contract.invoice(for: month)
        let billed = invoice.lines.map(LineFacts.init).filter { $0.amount != 0 }
        let due = try (expected[id] ?? []).map(LineFacts.init).filter { $0.amount != 0 }
        #expect(billed.sorted() == due.sorted(), "\(id)")
        #expect(currency.decimal(invoice.net) == row["net"], "\(id)")
        #expect(currency.decimal(invoice.vat) == row["vat"], "\(id)")
        #expect(currency.decimal(invoice.gross) == row["gross"], "\(id)")
        lineCount += due.count
      } catch {
        Issue.record("\(id): \(error)")
      }
    }
    table.printCompared(table.rows.count, "\(lineCount) lines")
  }

  private func fields(_ rows: [[String: String]]?) -> [FieldEntry] {
    (rows ?? []).map { FieldEntry($0["field"] ?? "", $0["value"] ?? "") }
  }

  /// The month's fields; there an absent quantity is 0, also that of a locked forecast.
  private func monthFields(_ rows: [[String: String]]?) -> [FieldEntry] {
    let written = fields(rows)
    let isLocked = written.contains { $0.name == "lock.qty" }
    return isLocked ? written : written + [FieldEntry("lock.qty", "0")]
  }
}

/// An invoice line in whole numbers of its printed precision.
struct LineFacts: Comparable, CustomStringConvertible {
  let code: String
  let quantity: Int64
  let unit: String
  let rate: Int64
  let amount: Int64
  let isInBase: Bool

  init(_ line: InvoiceLine) {
    code = line.item.code
    quantity = line.quantity.millionths
    unit = line.unit
    rate = Money(rounding: line.unitRate.minorUnitsPerUnit, times: Rational(10_000)).minorUnits
    amount = line.amount.minorUnits
    isInBase = line.countsForServiceLevel
  }

  init(_ row: [String: String]) throws {
    code = InvoiceItem.code(of: row["line"] ?? "")
    quantity = rounded(try decimal(row["quantity"]), 6)
    unit = row["unit"] ?? ""
    rate = rounded(try decimal(row["unit_rate"]), 6)
    amount = rounded(try decimal(row["amount"]), 2)
    isInBase = row["in_sla_base"] == "Y"
  }

  var description: String { "\(code) \(quantity) \(unit) × \(rate) = \(amount)" }

  static func < (left: LineFacts, right: LineFacts) -> Bool {
    (left.code, left.amount, left.quantity) < (right.code, right.amount, right.quantity)
  }
}
