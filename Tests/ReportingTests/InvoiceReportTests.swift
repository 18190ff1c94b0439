import Contracts
import Testing
import Units

@testable import Reporting

@Suite("Invoices as people and programs read them")
struct InvoiceReportTests {
  let yuan: Currency
  let invoice: Invoice
  let audit: InvoiceAudit

  init() throws {
    yuan = try #require(Currency(code: "CNY"))
    let contract = try Contract(
      fields: [
        FieldEntry("contact.rate", "2.805"), FieldEntry("vat.rate", "6 %"),
        FieldEntry("payment.days", "30"), FieldEntry("payment.discount", "2 %"),
        FieldEntry("payment.discount-days", "10"),
      ])
    let month = try MonthActuals(
      fields: [FieldEntry("month", "2026-11"), FieldEntry("contact.qty", "1000")], currency: yuan)
    invoice = try contract.invoice(for: month)
    let billed = BilledLine(
      name: "Contact", quantity: Rational(1000), unitPrice: UnitPrice(Money(minorUnits: 290)),
      amount: Money(minorUnits: 290_000))
    audit = InvoiceAudit(of: [billed], against: invoice)
  }

  @Test("An invoice has its sums, when it is paid, and a row a line")
  func text() throws {
    let terms = PaymentTerms(days: 30, discount: Multiplier(percent: 2).factor, discountDays: 10)
    let text = InvoiceReport(invoice, currency: yuan, payment: terms).text()
    #expect(text.contains("Invoice for 2026-11: net 2,805.00, VAT 168.30, gross 2,973.30 CNY"))
    #expect(text.contains("Due within 30 days, less 2.0\u{A0}% if paid within 10 days."))
    #expect(text.contains("2.805"))
    let chinese = InvoiceReport(invoice, currency: yuan, payment: terms, language: .chinese).text()
    #expect(chinese.contains("2026-11 账单：不含税 2,805.00"))
    #expect(chinese.contains("进线"))
  }

  @Test("An audit names what is different with its money, or says that all is right")
  func differences() {
    let text = InvoiceAuditReport(audit, currency: yuan).text(width: 140)
    #expect(text.contains("1 line of the vendor's invoice is not right: 95.00 CNY too high net."))
    #expect(text.contains("unit price 2.9, not 2.805"))
    #expect(
      InvoiceAuditReport(audit, currency: yuan, language: .chinese).text().contains(
        "单价 2.9，应为 2.805"))
    let sums = InvoiceAudit(
      of: [
        BilledLine(name: "contact", quantity: nil, unitPrice: nil, amount: invoice.net),
        BilledLine(name: "VAT", quantity: nil, unitPrice: nil, amount: .zero),
      ], against: invoice)
    #expect(InvoiceAuditReport(sums, currency: yuan).text().contains("lines are right, but not"))
    let right = InvoiceAudit(
      of: [BilledLine(name: "contact", quantity: nil, unitPrice: nil, amount: invoice.net)],
      against: invoice)
    #expect(InvoiceAuditReport(right, currency: yuan).text().contains("invoice is right"))
  }

  @Test("The document has exact decimals, and the audit where there is one")
  func document() {
    let text = InvoiceDocument(invoice, currency: yuan, audit: audit).document.text
    #expect(text.contains("\"schema\": \"peakplan/invoice/1\""))
    #expect(text.contains("\"unitPrice\": \"2.805\""))
    #expect(text.contains("\"difference\": \"unit-price\""))
    #expect(!InvoiceDocument(invoice, currency: yuan).document.text.contains("audit"))
  }

  @Test("Every phrase, item and difference has both languages")
  func phrases() {
    for phrase in InvoicePhrase.allCases {
      #expect(!phrase.row.english.isEmpty)
      #expect(phrase.row.chinese.unicodeScalars.contains { $0.value > 0x2E80 })
    }
    let items: [InvoiceItem] = [
      .baseFee, .fullTimeMonths, .seatMonths, .hours(.loggedHour, .restDay),
      .premium(.loggedHour, "night", .normal), .tier(.loggedHour, 1), .talkMinutes,
      .contactBand("1-"), .contacts, .contactsWithinBand, .contactsAboveCap, .forecastLockTopUp,
      .baselineCharge, .additionalCharge, .reducedCredit, .salesShare, .refundClawback,
      .consultations, .promotionSeatDays, .commitmentTopUp(.productiveHour), .contactTopUp,
      .minimumSpendTopUp, .rampWeek(1), .growthTraining, .replacementTraining, .contentTraining,
      .setup, .serviceLevel, .passThrough, .finesPassedOn, .exchangeRate,
    ]
    for item in items {
      #expect(!Strings.english.name(of: item).isEmpty)
      let chinese = Strings(.chinese).name(of: item)
      #expect(chinese.unicodeScalars.contains { $0.value > 0x2E80 }, "\(item.code)")
    }
    for difference in BillingDifference.allCases {
      let chinese = Strings(.chinese).words(for: difference)
      #expect(chinese.unicodeScalars.contains { $0.value > 0x2E80 })
    }
  }
}
