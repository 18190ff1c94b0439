import BusinessCalendar
import Contracts
import TestSupport
import Testing
import Units

@Suite("Properties of invoices over seeded terms and usage", .serialized)
struct InvoicePropertyTests {
  static let seeds: [UInt64] = [1, 2, 3, 4, 5, 6, 7, 8]

  @Test("More hours never lower the invoice", arguments: seeds)
  func monotone(seed: UInt64) throws {
    var generator = SplitMix(state: seed)
    for _ in 0..<200 {
      let terms = generator.terms()
      let hours = generator.hours()
      let dayClass = DayClass.allCases[generator.below(4)]
      var more = hours
      more[dayClass, default: .zero] += WorkTime(hours: Double(1 + generator.below(50)))
      // Whole hours, whole yuan and whole percentages: nothing is rounded, so not a cent is free.
      #expect(try net(terms, hours) <= net(terms, more), "\(terms) \(hours) \(dayClass)")
    }
  }

  @Test("The lines add up to the net sum, and VAT is taken on it once", arguments: seeds)
  func sums(seed: UInt64) throws {
    var generator = SplitMix(state: seed)
    for _ in 0..<200 {
      let terms = generator.terms()
      let invoice = try terms.invoice(for: try usage(generator.hours()))
      let sum = invoice.lines.map(\.amount.minorUnits).reduce(0, +)
      #expect(invoice.net.minorUnits == sum)
      #expect(invoice.vat == Money(rounding: Rational(sum), times: terms.vatRate))
      #expect(invoice.gross == invoice.net + invoice.vat)
    }
  }

  @Test("The commitment binds exactly when less is used, and then in full", arguments: seeds)
  func commitment(seed: UInt64) throws {
    var generator = SplitMix(state: seed)
    for _ in 0..<200 {
      let terms = generator.terms()
      let used = try usage(generator.hours())
      let lines = try terms.invoice(for: used).lines
      let topUp = lines.first { $0.item == .commitmentTopUp(.productiveHour) }
      let committed = terms.commitment?.timePerMonth ?? .zero
      let missing = committed - used.time(.productiveHour)
      #expect((topUp != nil) == (missing > .zero))
      if let topUp { #expect(topUp.quantity == Quantity(missing)) }
    }
  }

  @Test(
    "A bill is what the rates for programs say: hours at the margin, shortfall at its rate",
    arguments: seeds)
  func rates(seed: UInt64) throws {
    var generator = SplitMix(state: seed)
    for _ in 0..<200 {
      let terms = generator.terms()
      let hours = generator.hours()
      var expected = Rational.zero
      var used = WorkTime.zero
      for (dayClass, time) in hours {
        let rate = terms.marginalRate(on: dayClass).perHour.minorUnitsPerUnit
        expected = expected + rate * Rational(time.seconds / 3600)
        used += time
      }
      let missing = max((terms.commitment?.timePerMonth ?? .zero) - used, .zero)
      let shortfall = terms.shortfallRate.perHour.minorUnitsPerUnit
      expected = expected + shortfall * Rational(missing.seconds / 3600)
      #expect(try net(terms, hours) == Money(rounding: expected))
    }
  }

  private func net(_ terms: ContractTerms, _ hours: [DayClass: WorkTime]) throws -> Money {
    try terms.invoice(for: try usage(hours)).net
  }

  private func usage(_ hours: [DayClass: WorkTime]) throws -> Usage {
    Usage(
      month: try #require(YearMonth("2026-11")), unit: .productiveHour, hours: hours)
  }
}

extension SplitMix {
  /// Whole-yuan prices, surcharges of whole percent from 100 %, in half of the cases a commitment.
  mutating func terms() -> ContractTerms {
    let factors = (0..<3).map { _ in Multiplier(percent: Int64(100 + below(250))) }
    let commitment = Commitment(
      unit: .productiveHour, timePerMonth: WorkTime(hours: Double(1 + below(400))),
      shortfallShare: Multiplier(percent: Int64(below(101))).factor)
    return ContractTerms(
      price: hourly(Int64(below(200)) * 100),
      surcharges: zip(SurchargeCondition.allCases, factors).map { Surcharge($0, $1) },
      commitment: below(2) == 0 ? commitment : nil,
      vatRate: Multiplier(percent: Int64(below(20))).factor)
  }

  /// Whole hours in every class, sometimes none.
  mutating func hours() -> [DayClass: WorkTime] {
    var hours: [DayClass: WorkTime] = [:]
    for dayClass in DayClass.allCases {
      hours[dayClass] = WorkTime(hours: Double(below(3) == 0 ? 0 : below(150)))
    }
    return hours
  }
}
