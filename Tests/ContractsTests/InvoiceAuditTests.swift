import Contracts
import Testing
import Units

@Suite("The audit of a vendor's invoice")
struct InvoiceAuditTests {
  private func due() throws -> Invoice {
    // 100 h × 48 = 4,800; 10 h × 48 × 3 = 1,440; set-up 900 ÷ 3 = 300.
    try invoice(
      [
        "productive-hour.rate": "48", "surcharge.holiday": "3", "setup.fee": "900",
        "setup.instalments": "3",
      ], ["productive-hour.normal": "100", "productive-hour.holiday": "10"])
  }

  private func line(
    _ name: String, _ quantity: Int64?, _ cents: Int64?, _ amount: Int64
  ) -> BilledLine {
    BilledLine(
      name: name, quantity: quantity.map { Rational($0) },
      unitPrice: cents.map { UnitPrice(Money(minorUnits: $0)) },
      amount: Money(minorUnits: amount))
  }

  @Test(
    "An invoice that says what the contract says has no difference, in whatever order and words")
  func same() throws {
    let audit = InvoiceAudit(
      of: [
        line("Setup", 1, 30_000, 30_000), line("prod_hour.holiday", 10, 14_400, 144_000),
        line("productive-hour.normal", nil, nil, 480_000), line("a gift", 1, 0, 0),
      ], against: try due())
    #expect(audit.differences.isEmpty)
    #expect(audit.money == .zero)
    #expect(audit.lines.count == 3)
  }

  @Test(
    "Each difference is named with its money",
    arguments: [
      (0, 101, 4_800, 484_800, BillingDifference.quantity, 4_800),
      (0, 100, 4_900, 490_000, .unitPrice, 10_000),
      (0, 101, 4_700, 474_700, .quantityAndPrice, -5_300),
      (0, 100, 4_800, 480_001, .arithmetic, 1),
    ] as [(Int, Int64, Int64, Int64, BillingDifference, Int64)])
  func differences(
    place: Int, quantity: Int64, price: Int64, amount: Int64, difference: BillingDifference,
    money: Int64
  ) throws {
    let audit = InvoiceAudit(
      of: [
        line("productive-hour.normal", quantity, price, amount),
        line("productive-hour.holiday", 10, 14_400, 144_000), line("setup", 1, 30_000, 30_000),
      ], against: try due())
    #expect(audit.differences.map(\.difference) == [difference])
    #expect(audit.differences.map(\.money.minorUnits) == [money])
    #expect(audit.money.minorUnits == money)
  }

  @Test("Lines that are not due, not billed, or billed twice are named")
  func missingAndExtra() throws {
    let audit = InvoiceAudit(
      of: [
        line("productive-hour.normal", 100, 4_800, 480_000), line("setup", 1, 30_000, 30_000),
        line("setup", 1, 30_000, 30_000), line("Coffee", 1, 500, 500),
      ], against: try due())
    #expect(audit.differences.map(\.code) == ["productive-hour.holiday", "setup", "coffee"])
    #expect(audit.differences.map(\.difference) == [.notBilled, .notDue, .notDue])
    #expect(audit.differences.map(\.money.minorUnits) == [-144_000, 30_000, 500])
    #expect(audit.money.minorUnits == -113_500)
  }

  @Test("Sums that the vendor states are held against those that are due")
  func totals() throws {
    // 4,800 + 1,440 + 300 = 6,540 without VAT; a vendor that adds 6 % all the same bills 392.40.
    let lines = [
      line("productive-hour.normal", 100, 4_800, 480_000),
      line("productive-hour.holiday", 10, 14_400, 144_000), line("setup", 1, 30_000, 30_000),
      line("Net", nil, nil, 654_000),
    ]
    #expect(InvoiceAudit(of: lines, against: try due()).isRight)
    let audit = InvoiceAudit(of: lines + [line("VAT", nil, nil, 39_240)], against: try due())
    #expect(audit.differences.isEmpty)
    #expect(!audit.isRight)
    #expect(audit.totals.map(\.money) == [.zero, Money(minorUnits: 39_240), nil])
  }
}
