import BusinessCalendar
import Contracts
import ScenarioFiles
import Scenarios
import Testing
import Units

@Suite("Clauses of vendors' contracts")
struct VendorKeyTests {
  private func vendor(_ keys: String) throws -> Vendor {
    let files = starter([("    proficiency: 88 %\n", "    proficiency: 88 %\n" + keys)])
    return try #require(try read(files).scenario.vendors.first)
  }

  @Test("A vendor of which nothing more is said has no clauses")
  func none() throws {
    let vendor = try vendor("")
    #expect(vendor.clauses == nil)
    #expect(vendor.terms.volumeTiers == nil)
  }

  @Test("Tiers in any order, length, cost of ending, learning, shares")
  func all() throws {
    let vendor = try vendor(
      """
          tiers:
            many: { above: 4000 h, price: 45.00 }
            some: { above: 2000 h, price: 50.00 }
          contract-months: 6
          minimum-seats: 5
          exit-cost: 15000.00
          learning: [60 %, 80 %]
          maximum-share: 30 %
          share-of-outsourced: 60 %
          seat-batch: 5

      """)
    #expect(vendor.terms.tiers.map(\.above) == [WorkTime(hours: 2000), WorkTime(hours: 4000)])
    #expect(vendor.terms.tiers.map(\.rate.approximateMinorUnits) == [5000, 4500])
    #expect(
      vendor.clauses
        == VendorClauses(
          minimumMonths: 6, exitCost: Money(minorUnits: 1_500_000),
          learning: [.percent(60), .percent(80)], maximumShare: .percent(30),
          shareOfOutsourced: .percent(60), seatBatch: 5))
  }

  private func priced(_ price: String, _ keys: String = "") -> [String: String] {
    starter([
      ("    price: 55.00 per productive-hour\n", "    price: \(price)\n\(keys)"),
      (
        "    holiday-surcharge: 200 %            # the factor on the price on statutory holidays\n",
        ""
      ),
    ])
  }

  @Test(
    "Prices for contacts, minutes, resolutions, seats and people",
    arguments: [
      PricingUnit.contact, .talkMinute, .resolution, .consultation, .seatMonth, .fteMonth,
    ])
  func units(unit: PricingUnit) throws {
    let files = priced("9.30 per \(unit.rawValue)", "    base-fee: 8000.00\n")
    let terms = try #require(try read(files).scenario.vendors.first).terms
    #expect(terms.price.unit == unit)
    #expect(terms.baseFee == Money(minorUnits: 800_000))
  }

  @Test("Committed contacts, and the share that is billed")
  func contacts() throws {
    let files = priced(
      "9.30 per contact",
      "    billed-share: 82 %\n    commitment: { contacts-per-month: 12000, shortfall: 60 % }\n")
    let terms = try #require(try read(files).scenario.vendors.first).terms
    #expect(terms.billedShare == Rational(82, over: 100))
    #expect(
      terms.commitment
        == Commitment(
          unit: .contact, countPerMonth: Rational(12_000),
          shortfallShare: Rational(60, over: 100) ?? .one))
  }

  @Test("A minimum spend")
  func spend() throws {
    let files = priced("9.30 per contact", "    commitment: { spend-per-month: 90000.00 }\n")
    let terms = try #require(try read(files).scenario.vendors.first).terms
    #expect(
      terms.commitment
        == Commitment(unit: .contact, spendPerMonth: Money(minorUnits: 9_000_000)))
    let part = priced(
      "9.30 per contact", "    commitment: { spend-per-month: 90000.00, shortfall: 50 % }\n")
    #expect(issues(part).contains { "\($0)".contains("due in full") })
  }

  /// 53.00 with 6 % are 50.00; 10,600.00 are 10,000.00.
  @Test("Prices with the VAT in them are counted without it")
  func vat() throws {
    let keys = """
          vat: 6 %
          price-includes-vat: yes
          setup-fee: 10600.00
          base-fee: 1060.00
          exit-cost: 212.00
          minimum-seats: 1
          training: { price: 31.80, hours-per-seat: 40 h }
          tiers: { many: { above: 100 h, price: 42.40 } }

      """
    let vendor = try #require(
      try read(priced("53.00 per productive-hour", keys)).scenario.vendors.first)
    #expect(vendor.terms.price.rate == UnitPrice(Money(minorUnits: 5000)))
    #expect(vendor.terms.tiers.map(\.rate) == [UnitPrice(Money(minorUnits: 4000))])
    #expect(vendor.terms.setup?.fee == Money(minorUnits: 1_000_000))
    #expect(vendor.terms.baseFee == Money(minorUnits: 100_000))
    #expect(vendor.clauses?.exitCost == Money(minorUnits: 20_000))
    #expect(vendor.terms.training?.perSeat == UnitPrice(Money(minorUnits: 120_000)))
    let none = issues(priced("53.00 per productive-hour", "    price-includes-vat: yes\n"))
    #expect(none.contains { "\($0)".contains("there is no VAT") })
  }

  @Test(
    "Premiums, an index and an exchange rate are in the price that the plan counts with",
    arguments: [
      ("premiums: { japanese: 15 %, skill: 5 % }", 6000),
      ("index: { expected: 104 % }", 5200),
      ("index: { expected: 110 %, share: 60 %, cap: 3 % }", 5150),
      ("index: { expected: 90 %, cap: 5 % }", 4750),
      ("exchange-rate: { expected: 106 %, band: 2 %, share: 50 % }", 5100),
      ("exchange-rate: { expected: 106 %, band: 2 %, share: 50 %, direction: against }", 4900),
      ("exchange-rate: { expected: 94 %, band: 2 % }", 4800),
      ("exchange-rate: { expected: 99 %, band: 2 % }", 5000),
    ])
  func expected(key: String, cents: Int64) throws {
    let files = priced("50.00 per productive-hour", "    \(key)\n    setup-fee: 100.00\n")
    let terms = try #require(try read(files).scenario.vendors.first).terms
    #expect(terms.price.rate == UnitPrice(Money(minorUnits: cents)))
    let setup = key.hasPrefix("exchange") ? cents * 2 : 10_000
    #expect(terms.setup?.fee == Money(minorUnits: setup))
  }

  /// 3 % of 45.00 are 1.35; of a fifth that is refunded all of it is paid back, or half. With 6 % of VAT in
  /// them all of it is divided by 1.06.
  @Test(
    "A share of sales is in the price of a contact, less what is paid back of it",
    arguments: [
      ("0.50 per consultation", "", Rational(50) + Rational(135)),
      ("0.50 per consultation", ", refunded: 20 %", Rational(50) + Rational(108)),
      (
        "0.00 per contact", ", refunded: 20 %, clawback: 50 %",
        Rational(1215, over: 10) ?? .zero
      ),
    ])
  func sales(price: String, keys: String, cents: Rational) throws {
    let share = "    sales-share: { share: 3 %, per-contact: 45.00\(keys) }\n"
    let terms = try clauses(price, share).terms
    #expect(terms.price.rate == UnitPrice(minorUnitsPerUnit: cents))
    #expect(terms.price.unit.isContact)
    let taxed = try clauses(price, share + "    vat: 6 %\n    price-includes-vat: yes\n").terms
    #expect(
      taxed.price.rate.minorUnitsPerUnit * (Rational(106, over: 100) ?? .one) == cents)
  }

  private func clauses(_ price: String, _ keys: String) throws -> Vendor {
    try #require(try read(priced(price, keys)).scenario.vendors.first)
  }

  @Test("A locked forecast, by month")
  func lock() throws {
    let vendor = try clauses(
      "50.00 per productive-hour",
      """
          forecast-lock:
            months: { 2026-12: 900, 2026-11: 3000 }
            floor: 90 %
            cap: 110 %
            over-factor: 130 %
            shortfall: 60 %

      """)
    let lock = try #require(vendor.clauses?.forecastLock)
    #expect(lock.months.map { "\($0.month) \($0.volume)" } == ["2026-11 3000", "2026-12 900"])
    let november = vendor.terms(in: lock.months[0].month)
    #expect(november.commitment?.timePerMonth == WorkTime(hours: 2700))
    #expect(november.commitment?.shortfallShare == Rational(3, over: 5))
    #expect(november.tiers.map(\.above) == [WorkTime(hours: 3300)])
    #expect(november.tiers.map(\.rate) == [UnitPrice(Money(minorUnits: 6500))])
    #expect(vendor.terms(in: lock.months[1].month.next).tiers.isEmpty)
  }

  /// With 6 % of VAT in them 10.60, 8.48 and 6.36 are 10.00, 8.00 and 6.00; the index changes the price alone.
  @Test("A baseline is a fee, what is not credited, and tiers")
  func baseline() throws {
    let terms = try clauses(
      "10.60 per contact",
      """
          vat: 6 %
          price-includes-vat: yes
          index: { expected: 110 % }
          baseline: { contacts-per-month: 40000, deadband: 5 %, additional: 8.48, reduced: 6.36 }

      """
    ).terms
    #expect(terms.agreedRate == UnitPrice(Money(minorUnits: 1100)))
    #expect(terms.price.rate == UnitPrice(Money(minorUnits: 600)))
    #expect(terms.tiers.map(\.limit) == [38_000, 42_000])
    #expect(terms.tiers.map(\.rate) == [.zero, UnitPrice(Money(minorUnits: 800))])
    #expect(terms.baseFee == Money(minorUnits: 40_000 * 1100 - 38_000 * 600))
  }

  @Test("Seats billed in part, and a premium of the night beside others")
  func hours() throws {
    let vendor = try clauses(
      "50.00 per productive-hour",
      """
          learning: [60 %, 80 %]
          ramp-billing: [60 %, 90 %]
          premiums: { japanese: 25 % }
          premium-stacking: multiply
          night-premium: { share: 15 %, hours: "00:00-06:00, 22:00-24:00" }

      """)
    #expect(vendor.clauses?.rampBilling == [.percent(60), .percent(90)])
    let premium = try #require(vendor.clauses?.nightPremium)
    // 15 % of 50.00 are 12 % of 62.50.
    #expect(premium.share == Rational(12, over: 100))
    #expect(premium.stacking == .multiply)
    #expect(premium.spans.map(\.from.minutes) == [0, 1320])
    #expect(premium.minutes(from: try #require(LocalTime(minutes: 1290)), lasting: 60) == 30)
    #expect(premium.minutes(from: try #require(LocalTime(minutes: 1425)), lasting: 30) == 30)
    #expect(premium.minutes(from: try #require(LocalTime(minutes: 345)), lasting: 30) == 15)
  }

  @Test(
    "Clauses of volumes that contradict others are named",
    arguments: [
      ("52.00 per productive-hour", "forecast-lock: { months: { 2026-11: 9 } }", "has no band"),
      (
        "52.00 per productive-hour", "forecast-lock: { cap: 110 % }",
        "nothing is said of what is above the cap"
      ),
      (
        "52.00 per productive-hour", "forecast-lock: { floor: 90 %, over-factor: 130 % }",
        "no cap to be above"
      ),
      (
        "52.00 per productive-hour", "forecast-lock: { floor: 90 %, months: { november: 9 } }",
        "is no month"
      ),
      (
        "6000.00 per seat-month", "forecast-lock: { floor: 90 % }", "has no forecast to lock"
      ),
      ("0.90 per talk-minute", "forecast-lock: { floor: 90 % }", "has no forecast to lock"),
      (
        "9.30 per contact",
        "forecast-lock: { floor: 90 % }\n    commitment: { contacts-per-month: 10 }",
        "commitment says what volumes cost"
      ),
      (
        "52.00 per productive-hour",
        "baseline: { contacts-per-month: 10, additional: 1.00, reduced: 1.00 }",
        "a baseline counts contacts"
      ),
      (
        "1.00 per contact",
        "baseline: { contacts-per-month: 10, deadband: 5 %, additional: 1.00, reduced: 1.10 }",
        "more is credited"
      ),
      (
        "1.00 per contact",
        "holiday-surcharge: 200 %\n    baseline: { contacts-per-month: 10, additional: 1.00, reduced: 1.00 }",
        "whatever the day"
      ),
      ("52.00 per productive-hour", "ramp-billing: [50 %]", "billed for less than it helps"),
      (
        "52.00 per productive-hour",
        "learning: [40 %]\n    ramp-billing: [50 %]\n    minimum-seats: 3",
        "with minimum-seats"
      ),
      ("9.30 per contact", "learning: [40 %]\n    ramp-billing: [50 %]", "not by the hour"),
      (
        "9.30 per contact", "night-premium: { share: 15 %, hours: 00:00-06:00 }", "not by the hour"
      ),
      (
        "52.00 per productive-hour", "night-premium: { share: 15 %, hours: 22:00-06:00 }",
        "ends before it begins"
      ),
    ])
  func volumeProblems(price: String, key: String, part: String) {
    let found = issues(priced(price, "    \(key)\n")).map { "\($0)" }
    #expect(found.contains { $0.contains(part) }, "\(found)")
  }

  @Test("What does not go with the unit is named")
  func unitProblems() throws {
    let cases = [
      ("9.30 per contact", "    minimum-seats: 5\n", "pays for no seat or hour"),
      ("9.30 per contact", "    seat-batch: 5\n", "pays for no seat or hour"),
      (
        "9.30 per contact", "    commitment: { hours-per-month: 100 h }\n",
        "the commitment in hours"
      ),
      ("52.00 per productive-hour", "    commitment: { contacts-per-month: 10 }\n", "in units"),
      (
        "52.00 per productive-hour", "    commitment: { shortfall: 50 % }\n", "nothing is committed"
      ),
      (
        "52.00 per productive-hour",
        "    commitment: { hours-per-month: 1 h, contacts-per-month: 10 }\n", "keep the one"
      ),
      ("52.00 per productive-hour", "    billed-share: 80 %\n", "not for contacts"),
      ("6000.00 per seat-month", "    holiday-surcharge: 200 %\n", "the same whatever the day"),
      (
        "6000.00 per seat-month", "    tiers: { many: { above: 10 h, price: 4.00 } }\n",
        "tiers count hours"
      ),
      (
        "6000.00 per seat-month", "    commitment: { hours-per-month: 100 h }\n",
        "kept by minimum-seats"
      ),
      ("6000.00 per base-fee-month", "", "is the key base-fee"),
      ("480.00 per promotion-seat-day", "", "by its hours"),
      ("3.00 per sales-share", "", "is the key sales-share"),
      (
        "52.00 per productive-hour", "    sales-share: { share: 3 %, per-contact: 45.00 }\n",
        "sales come of contacts"
      ),
      (
        "0.50 per consultation",
        "    sales-share: { share: 3 %, per-contact: 45.00 }\n"
          + "    commitment: { contacts-per-month: 100 }\n", "without a share of sales"
      ),
      ("0.50 per consultation", "    sales-share: { share: 3 % }\n", "“per-contact” is missing"),
      ("9.30 per contact", "    premiums: { japanese: 15 % }\n", "premiums are for hours"),
      (
        "9.30 per contact", "    tiers: { many: { above: 10 h, price: 4.00 } }\n",
        "tiers count hours"
      ),
      (
        "52.00 per productive-hour",
        "    tiers: { many: { above-contacts: 10, price: 4.00 } }\n", "tiers count contacts"
      ),
      ("9.30 per contact", "    tiers: { many: { price: 4.00 } }\n", "begins nowhere"),
      (
        "9.30 per contact",
        "    tiers: { many: { above: 1 h, above-contacts: 10, price: 4.00 } }\n", "keep the one"
      ),
    ]
    for (price, keys, part) in cases {
      let found = issues(priced(price, keys)).map { "\($0)" }
      #expect(found.contains { $0.contains(part) }, "\(price) \(keys): \(found)")
    }
  }

  @Test("Cloud agents, further seats, busiest hours, work that waits, a budget that is a price")
  func rarer() throws {
    let files = starter([
      (
        "    proficiency: 88 %\n",
        "    proficiency: 88 %\n    slots: { show-rate: 85 %, minimum-hours: 8 h }\n"
      ),
      (
        "  end-strength: 90 %\n",
        """
          end-strength: 90 %
          budget: 900000.00
          over-budget: 50 %
          peak-hours: { window: 2 h, attendance: 85 % }

        """
      ),
    ])
    let scenario = try read(files).scenario
    #expect(
      scenario.vendors.first?.clauses?.slots
        == BookedSlots(showRate: .percent(85), minimumHours: WorkTime(hours: 8)))
    #expect(scenario.policy.overBudget == .percent(50))
    #expect(
      scenario.policy.peakHours == PeakHours(window: .seconds(7200), attendance: .percent(85)))
  }

  @Test("Only deferred work can wait over a week's end, and only a budget can be passed")
  func policy() {
    let files = starter([
      (
        "  end-strength: 90 %\n",
        "  end-strength: 90 %\n  over-budget: 50 %\n  carry-over: [hotline]\n"
      )
    ])
    let found = issues(files).map(\.message)
    #expect(found.contains("“hotline” is no deferred queue: its customers wait"), "\(found)")
    #expect(found.contains("there is no budget to be above"), "\(found)")
  }

  @Test(
    "What contradicts itself is said with its value",
    arguments: [
      (
        "    tiers: { one: { above: 10 h, price: 1.00 }, two: { above: 10 h, price: 2.00 } }\n",
        "two tiers begin above 10 h: keep one"
      ), ("    learning: [160 %]\n", "160 % is out of range"),
      ("    contract-months: 0\n", "0 is out of range"),
      ("    tiers: { one: { above: 10 h } }\n", "“price” is missing"),
    ])
  func wrong(keys: String, message: String) {
    let files = starter([("    proficiency: 88 %\n", "    proficiency: 88 %\n" + keys)])
    let found = issues(files).map(\.message)
    #expect(found.contains(message), "\(found)")
  }
}
