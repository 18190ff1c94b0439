import BusinessCalendar
import Contracts
import Testing
import Units

@Suite("Invoices")
struct InvoiceTests {
  let november: YearMonth

  init() throws { november = try #require(YearMonth("2026-11")) }

  @Test("Usage is billed by class, then the commitment's top-up, then set-up, then VAT on the net")
  func order() throws {
    // 100 h × 48 = 4,800; 10 h × 48 × 3 = 1,440; (120 − 110) h × 48 × 0.5 = 240; 900 / 3 = 300.
    let terms = ContractTerms(
      price: hourly(4800), surcharges: [Surcharge(.holiday, .triple)],
      commitment: Commitment(
        unit: .productiveHour, timePerMonth: WorkTime(hours: 120),
        shortfallShare: Multiplier(percent: 50).factor),
      setup: SetupFee(Money(minorUnits: 90_000), instalments: 3),
      vatRate: Multiplier(percent: 6).factor)
    let usage = Usage(
      month: november, unit: .productiveHour,
      hours: [.holiday: WorkTime(hours: 10), .normal: WorkTime(hours: 100)])
    let invoice = try terms.invoice(for: usage)
    #expect(
      invoice.lines.map(\.item) == [
        .hours(.productiveHour, .normal), .hours(.productiveHour, .holiday),
        .commitmentTopUp(.productiveHour), .setup,
      ])
    #expect(invoice.lines.map(\.amount.minorUnits) == [480_000, 144_000, 24_000, 30_000])
    #expect(invoice.lines.map(\.number) == [1, 2, 3, 4])
    #expect(invoice.lines.map(\.countsForServiceLevel) == [true, true, false, false])
    #expect(invoice.net == Money(minorUnits: 678_000))
    #expect(invoice.vat == Money(minorUnits: 40_680))
    #expect(invoice.gross == Money(minorUnits: 718_680))
    #expect(
      invoice.lines[1].rule
        == "productive hours on statutory holidays are billed at 3 × their price")
  }

  @Test("Hours above a tier's volume have its price, lower or higher; holidays count too")
  func tiers() throws {
    // 100 h × 48 = 4,800 and 10 h × 48 × 2 = 960; of 110 h, 60 to 90 at 45: −90; 20 at 50: +40.
    let terms = ContractTerms(
      price: hourly(4800), surcharges: [Surcharge(.holiday, .double)],
      volumeTiers: VolumeTiers([
        VolumeTier(above: WorkTime(hours: 90), rate: UnitPrice(Money(minorUnits: 5000))),
        VolumeTier(above: WorkTime(hours: 60), rate: UnitPrice(Money(minorUnits: 4500))),
      ]))
    #expect(terms.problems == [])
    let usage = Usage(
      month: november, unit: .productiveHour,
      hours: [.holiday: WorkTime(hours: 10), .normal: WorkTime(hours: 100)])
    let invoice = try terms.invoice(for: usage)
    #expect(invoice.lines.map(\.amount.minorUnits) == [480_000, 96_000, -9_000, 4_000])
    #expect(
      invoice.lines.map(\.item.code).suffix(2) == [
        "productive-hour.tier-1", "productive-hour.tier-2",
      ])
    #expect(terms.hoursByTier(of: WorkTime(hours: 60)) == [.zero, .zero])
    // Of half a month the limits are 30 and 45 h.
    let half = terms.hoursByTier(of: WorkTime(hours: 50), part: 0.5)
    #expect(half == [WorkTime(hours: 15), WorkTime(hours: 5)])
  }

  @Test("Where a tier is for all units, the highest that a month reaches has all its hours")
  func allUnits() throws {
    // 100 h × 48 = 4,800; from 60 h on all are 45: −300, and from 100 h on 44: −400.
    let terms = ContractTerms(
      price: hourly(4800),
      volumeTiers: VolumeTiers(
        [
          VolumeTier(above: WorkTime(hours: 60), rate: UnitPrice(Money(minorUnits: 4500))),
          VolumeTier(above: WorkTime(hours: 100), rate: UnitPrice(Money(minorUnits: 4400))),
        ], mode: .allUnits))
    for (hours, net) in [(59.0, 283_200), (99, 445_500), (100, 440_000)] as [(Double, Int64)] {
      let usage = Usage(
        month: november, unit: .productiveHour, hours: [.normal: WorkTime(hours: hours)])
      #expect(try terms.invoice(for: usage).net == Money(minorUnits: net))
    }
  }

  @Test("Two tiers of one volume, or one from nothing on, contradict each other")
  func tierProblems() {
    func terms(_ limits: [Double]) -> ContractTerms {
      ContractTerms(
        price: hourly(4800),
        volumeTiers: VolumeTiers(
          limits.map { VolumeTier(above: WorkTime(hours: $0), rate: .zero) }))
    }
    #expect(terms([10, 10]).problems == [.tierTwice(WorkTime(hours: 10))])
    #expect(terms([0]).problems == [.tierFromNothing])
    #expect(
      "\(ContractError.tierTwice(WorkTime(hours: 10)))" == "two tiers begin above 10 h: keep one")
  }

  @Test("An amount comes from the exact time, not from the printed quantity")
  func exactTime() throws {
    // 20 minutes at 90,000.00 an hour are 30,000.00; 0.333333 h would be 29,999.97.
    let terms = ContractTerms(price: hourly(9_000_000))
    let usage = Usage(
      month: november, unit: .productiveHour, hours: [.normal: WorkTime(minutes: 20)])
    let line = try #require(try terms.invoice(for: usage).lines.first)
    #expect(line.amount == Money(minorUnits: 3_000_000))
    #expect(line.quantity == Quantity(millionths: 333_333))
  }

  @Test("A half cent is rounded away from zero, once for a line")
  func rounding() throws {
    let terms = ContractTerms(
      price: hourly(1), surcharges: [Surcharge(.overtime, Multiplier(percent: 150))])
    let usage = Usage(
      month: november, unit: .productiveHour, hours: [.overtime: WorkTime(hours: 1)])
    #expect(try terms.invoice(for: usage).net == Money(minorUnits: 2))
  }

  @Test("The parts of the set-up fee add up to it and end after the last")
  func setup() throws {
    let terms = ContractTerms(
      price: hourly(4800), setup: SetupFee(Money(minorUnits: 10_000), instalments: 3))
    let usage = Usage(month: november, entries: [])
    let parts = try (1...4).map { try terms.invoice(for: usage, inContractMonth: $0).net }
    #expect(parts.map(\.minorUnits) == [3333, 3334, 3333, 0])
  }

  @Test("Entries of the same unit and class add up, and two units are billed side by side")
  func units() throws {
    let terms = ContractTerms(
      price: hourly(4800), furtherPrices: [hourly(3000, per: .loggedHour)],
      commitment: Commitment(unit: .loggedHour, timePerMonth: WorkTime(hours: 3)))
    let hour = WorkTime(hours: 1)
    let usage = Usage(
      month: november,
      entries: [
        .init(unit: .loggedHour, dayClass: .normal, time: hour),
        .init(unit: .productiveHour, dayClass: .normal, time: hour),
        .init(unit: .loggedHour, dayClass: .normal, time: hour),
      ])
    let invoice = try terms.invoice(for: usage)
    #expect(
      invoice.lines.map(\.item.code) == [
        "productive-hour.normal", "logged-hour.normal", "take-or-pay-top-up",
      ])
    #expect(invoice.lines.map(\.amount.minorUnits) == [4800, 6000, 3000])
  }

  @Test("Usage that the terms do not price is refused, never free")
  func refusals() {
    let terms = ContractTerms(price: hourly(4800))
    let hour = WorkTime(hours: 1)
    let cases: [(Usage, Int, ContractError)] = [
      (
        Usage(month: november, unit: .loggedHour, hours: [.normal: hour]), 1,
        .usageWithoutPrice(.loggedHour)
      ),
      (
        Usage(month: november, unit: .productiveHour, hours: [.holiday: hour]), 1,
        .usageWithoutSurcharge(.holiday)
      ),
      (
        Usage(month: november, unit: .productiveHour, hours: [.normal: WorkTime(hours: -1)]), 1,
        .negativeUsage(.productiveHour, .normal)
      ),
      (Usage(month: november, entries: []), 0, .monthBeforeContract(0)),
    ]
    for (usage, month, error) in cases {
      #expect(throws: error) { try terms.invoice(for: usage, inContractMonth: month) }
      #expect(!error.description.isEmpty)
    }
    let broken = ContractTerms(price: hourly(-1))
    #expect(throws: ContractError.negativePrice(.productiveHour)) {
      try broken.invoice(for: Usage(month: november, entries: []))
    }
  }
}
