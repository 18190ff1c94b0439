import Testing
import Units

@Suite("A currency writes and reads amounts with its own minor unit")
struct CurrencyTests {
  @Test(
    "Amounts are written plainly and grouped",
    arguments: [
      ("CNY", 123_450, "1234.50", "1,234.50"), ("CNY", 5, "0.05", "0.05"),
      ("CNY", -5, "-0.05", "-0.05"), ("CNY", 100_000_000, "1000000.00", "1,000,000.00"),
      ("CNY", -12_345_678, "-123456.78", "-123,456.78"), ("JPY", 1234, "1234", "1,234"),
      ("JPY", -999, "-999", "-999"), ("USD", 0, "0.00", "0.00"),
      ("USD", .min, "-92233720368547758.08", "-92,233,720,368,547,758.08"),
    ] as [(String, Int64, String, String)])
  func written(code: String, minorUnits: Int64, plain: String, grouped: String) throws {
    let currency = try #require(Currency(code: code))
    #expect(currency.decimal(Money(minorUnits: minorUnits)) == plain)
    #expect(currency.grouped(Money(minorUnits: minorUnits)) == grouped)
  }

  @Test("What was written is read back", arguments: Currency.knownCodes)
  func roundTrip(code: String) throws {
    let currency = try #require(Currency(code: code))
    for minorUnits in [0, 1, -1, 99, -100, 123_456_789, .max, .min + 1] as [Int64] {
      let amount = Money(minorUnits: minorUnits)
      #expect(currency.amount(currency.decimal(amount)) == amount)
    }
  }

  @Test(
    "An amount with more digits than the currency, too large, or no number is refused",
    arguments: [
      ("CNY", "1.005"), ("JPY", "0.5"), ("CNY", "9223372036854775807"), ("CNY", "ten"),
      ("CNY", "1,000"),
    ])
  func refused(code: String, text: String) throws {
    let currency = try #require(Currency(code: code))
    #expect(currency.amount(text) == nil)
  }

  @Test("Trailing zeros beyond the minor unit are no digits too many")
  func trailingZeros() throws {
    let currency = try #require(Currency(code: "CNY"))
    #expect(currency.amount("1.5000") == Money(minorUnits: 150))
  }

  @Test("An unknown code is refused", arguments: ["", "cny", "XXX", "RMB"])
  func unknown(code: String) { #expect(Currency(code: code) == nil) }
}
