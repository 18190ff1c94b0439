import BusinessCalendar
import Contracts
import Testing
import Units

@Suite("Clauses of shop service, and payment")
struct ShopServiceTests {
  @Test("A share of attributed sales is paid, and that of refunded sales is paid back")
  func salesShare() throws {
    // 2 % of 250,000 = 5,000; refunds 40,000 × 2 % × 50 % = 400 back.
    let bill = try invoice(
      ["sales.share": "2 %", "sales.clawback": "50 %"],
      ["sales.attributed": "250000.00", "sales.refunded": "40000"])
    #expect(bill.amounts == ["sales-share": 500_000, "refund-clawback": -40_000])
    #expect(bill.lines.map(\.quantity.doubleValue) == [250_000, -40_000])
    #expect(
      bill.lines.map(\.unitRate) == [
        UnitPrice(minorUnitsPerUnit: Rational(2)), .init(.init(minorUnits: 1)),
      ])
    #expect(bill.lines.map(\.countsForServiceLevel) == [true, true])
  }

  @Test("Refunds of earlier sales can make a month's invoice negative")
  func refundsOnly() throws {
    let bill = try invoice(["sales.share": "0.03"], ["sales.refunded": "1000"])
    #expect(bill.net.minorUnits == -3_000)
  }

  @Test("Consultations and promotion seats have their prices, and count for the service level")
  func consultations() throws {
    let bill = try invoice(
      [
        "consultation.rate": "0.8", "promotion-seat-day.rate": "380", "sla.reply.target": "95 %",
        "sla.reply.malus": "0.1",
      ],
      ["consultation.qty": "1000", "promotion-seat-day.qty": "10", "sla.reply.actual": "0.9"])
    // 800 + 3,800 = 4,600, less a tenth.
    #expect(bill.net.minorUnits == 414_000)
  }

  @Test("A platform's fines lower the bill, by the agreed share and no more than the cap")
  func fines() throws {
    let terms = ["base-fee.month": "1000", "fines.share": "50 %", "fines.cap": "200"]
    #expect(try invoice(terms, ["fines": "300"]).amounts["fines-passed-on"] == -15_000)
    #expect(try invoice(terms, ["fines": "500"]).amounts["fines-passed-on"] == -20_000)
    #expect(try invoice(terms, [:]).net.minorUnits == 100_000)
  }

  @Test("Early payment has its discount, late payment its interest, and between the two neither")
  func payment() throws {
    let contract = try Contract(
      fields: entries([
        "base-fee.month": "1", "payment.days": "60", "payment.discount": "2 %",
        "payment.discount-days": "10", "payment.late-interest": "7.3 %",
      ]))
    let terms = try #require(contract.payment)
    let date = try #require(LocalDate(iso: "2026-11-30"))
    let gross = Money(minorUnits: 1_000_000)
    #expect(terms.dueDate(of: date) == LocalDate(iso: "2027-01-29"))
    let paid = [0, 10, 11, 60, 70].map { days in
      terms.payment(of: gross, invoiced: date, on: date.adding(days: days)).minorUnits
    }
    // 10 days of 7.3 % a year are 0.2 %.
    #expect(paid == [980_000, 980_000, 1_000_000, 1_000_000, 1_002_000])
  }
}
