import BusinessCalendar
import Costing
import Planning
import Testing
import Units

@testable import Reporting

@Suite("The file of a ledger")
struct LedgerFileTests {
  /// 6,000.00 over 174 hours, half as much again, for quantities down to a millionth.
  private func line(_ number: Int, _ quantity: Double) -> LedgerLine {
    let monthly = Rational(600_000, over: 174) ?? .zero
    return LedgerLine(
      number: number, category: .overtime, supplier: "wuhan", queue: nil, date: SamplePlan.start,
      quantity: Quantity(quantity), unit: "hour", unitRate: UnitPrice(minorUnitsPerUnit: monthly),
      multiplier: Multiplier(percent: 150), rule: "", source: "", path: "")
  }

  @Test("has every digit that its amounts were made of")
  func recomputed() throws {
    let plan = SamplePlan.plan()
    let quantities = [1.0 / 3, 12.345678, 98_765.432109, 0.000001, 2]
    let lines = quantities.enumerated().map { line($0.offset + 1, $0.element) }
    let report = Report(
      Plan(
        scenario: plan.scenario, forecast: plan.forecast, requirement: plan.requirement,
        capacity: plan.capacity, schedule: plan.schedule,
        cost: CostStatement(currency: plan.cost.currency, lines: lines, scheduleLines: lines)))
    for table in [report.ledgerTable, report.scheduleLedgerTable] {
      func number(_ row: [Cell], _ key: String) throws -> Double {
        let column = try #require(table.columns.firstIndex { $0.key == key })
        return try #require(Double(row[column].plain))
      }
      for row in table.rows {
        let product =
          try number(row, "quantity") * number(row, "unit_rate") * number(row, "multiplier")
        let cents = (product * 100).rounded(.toNearestOrAwayFromZero)
        #expect(try number(row, "amount") == cents / 100)
      }
      #expect(table.rows[1][5].plain == "12.345678")
      #expect(table.rows[1][5].display == "12.35", "people read two decimals")
      #expect(table.rows[1][7].plain == "34.48275862068966")
    }
  }

  @Test("writes decimals exactly where there are such, and as short as can be")
  func exact() {
    let texts: [(Rational?, String)] = [
      (Rational(12), "12"), (Rational(2850, over: 100), "28.5"), (Rational(-3, over: 8), "-0.375"),
      (Rational(1, over: 1_000_000), "0.000001"), (Rational(1000, over: 29), "34.48275862068966"),
      (Rational(-1, over: 3), "-0.3333333333333333"), (.zero, "0"),
      (Rational(9_007_199_254_740_993, over: 10), "900719925474099.3"),
    ]
    for (value, text) in texts { #expect(value.map(DecimalText.exact) == text) }
  }
}
