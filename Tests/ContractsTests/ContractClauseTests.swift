import BusinessCalendar
import Contracts
import Testing
import Units

@Suite("Clauses of a contract")
struct ContractClauseTests {
  @Test("The base fee, people, hours, minutes and contacts follow the index, rounded to 4 digits")
  func indexation() throws {
    // I = 1 + 0.5 × (103 ÷ 100 − 1) = 1.015; 1,000 → 1,015; 33.3333 → 33.83329… → 33.8333.
    let bill = try invoice(
      [
        "index.base": "100", "index.share": "50 %", "base-fee.month": "1000",
        "productive-hour.rate": "33.3333", "seat-month.rate": "500", "consultation.rate": "2",
        "promotion-seat-day.rate": "100", "commit.hours": "20", "training.rate": "10",
        "premium.night": "0.1",
      ],
      [
        "index.current": "103", "productive-hour.normal": "10",
        "productive-hour.night.normal": "2", "seat-month.qty": "2",
        "consultation.qty": "100", "promotion-seat-day.qty": "3", "training.growth-hours": "1",
      ])
    // Seats 2 × 507.5; night 2 × 3.38333 = 6.77; top-up 10 × 33.8333; training is not indexed.
    #expect(
      bill.amounts == [
        "base-fee": 101_500, "seat-month": 101_500, "productive-hour.normal": 33_833,
        "productive-hour.night.normal": 677, "consultation": 20_300,
        "promotion-seat-day": 30_450, "take-or-pay-top-up": 33_833, "training-growth": 1_000,
      ])
  }

  @Test(
    "The index moves prices by no more than its cap, up or down",
    arguments: [
      ("150", 10_500), ("60", 9_500), ("104", 10_400),
    ] as [(String, Int64)])
  func indexCap(current: String, cents: Int64) throws {
    let bill = try invoice(
      ["index.base": "100", "index.cap": "0.05", "base-fee.month": "100"],
      ["index.current": current])
    #expect(bill.net.minorUnits == cents)
  }

  @Test("The indexed price of a band is not rounded before its quantity")
  func indexedBands() throws {
    // 1.71 × 1.01 = 1.7271; × 1.0101 of base 9900: 100 ÷ 99. 990,000 × 1.71 × 100 ÷ 99 = 1,710,000.
    let bill = try invoice(
      ["index.base": "99", "contact.tiers": "1-@1.71", "contact.tier-mode": "marginal"],
      ["index.current": "100", "contact.qty": "990000"])
    #expect(bill.net.minorUnits == 171_000_000)
    #expect(bill.lines.map(\.item.code) == ["contact-band-1-"])
  }

  @Test("Full-time people without payable days are billed by their months")
  func fullTimeMonths() throws {
    let bill = try invoice(["fte-month.rate": "8600"], ["fte-month.qty": "2.5"])
    #expect(bill.net.minorUnits == 2_150_000)
    #expect(bill.lines.first?.unit == "FTE month")
  }

  @Test("A call shorter than the minimum counts the minimum, rounded up to the step")
  func talkMinutes() throws {
    // 20 s → 45 s → 60 s; 60 s → 60 s; 61 s → 90 s: 60 + 60 + 90 = 210 s = 3.5 min at 2.
    let bill = try invoice(
      ["talk-minute.rate": "2", "talk-minute.round-sec": "30", "talk-minute.min-sec": "45"],
      ["talk-minute.calls": "20x1 60x1 61x1"])
    #expect(bill.lines.map(\.quantity.doubleValue) == [3.5])
    #expect(bill.net.minorUnits == 700)
  }

  @Test(
    "The last contact of a band has its price, the next one the next band's",
    arguments: [
      ("2100", "all_units", 210_000), ("2101", "all_units", 189_090),
      ("2101", "marginal", 210_090), ("0", "marginal", 0),
    ] as [(String, String, Int64)])
  func bandEdges(contacts: String, mode: String, cents: Int64) throws {
    let bill = try invoice(
      ["contact.tiers": "1-2100@1|2101-@0.9", "contact.tier_mode": mode],
      ["contact.qty": contacts])
    #expect(bill.net.minorUnits == cents)
  }

  @Test(
    "A locked forecast bills at its edges neither a surcharge nor a top-up",
    arguments: [
      ("900", 90_000, 1), ("1100", 110_000, 1), ("899", 89_950, 2), ("1101", 110_150, 2),
    ] as [(String, Int64, Int)])
  func lockEdges(contacts: String, cents: Int64, lines: Int) throws {
    // Below 900 each missing one costs 0.50; above 1,100 each costs 1.50.
    let bill = try invoice(
      [
        "contact.rate": "1", "lock.floor": "90 %", "lock.cap": "110 %", "lock.over-factor": "1.5",
        "lock.shortfall_pct": "0.5",
      ],
      ["contact.qty": contacts, "lock.qty": "1000"])
    #expect(bill.net.minorUnits == cents)
    #expect(bill.lines.count == lines)
  }

  @Test("A top-up to the floor is no base for the service level; contacts above the cap are")
  func lockBase() throws {
    let terms = [
      "contact.rate": "1", "lock.floor": "0.9", "lock.cap": "1.1", "lock.over-factor": "2",
      "sla.sl.target": "0.8", "sla.sl.malus": "0.1",
    ]
    let low = try invoice(
      terms, ["contact.qty": "500", "lock.qty": "1000", "sla.sl.actual": "0.7"])
    #expect(low.amounts["sla-bonus-malus"] == -5_000)
    let high = try invoice(
      terms, ["contact.qty": "1200", "lock.qty": "1000", "sla.sl.actual": "0.7"])
    #expect(high.amounts["sla-bonus-malus"] == -13_000)
  }

  @Test(
    "Contacts beyond a baseline's deadband are charged or credited, within it nothing is",
    arguments: [
      ("1000", 100_000), ("1050", 100_000), ("950", 100_000), ("1060", 102_000),
      ("940", 99_200),
    ] as [(String, Int64)])
  func baseline(contacts: String, cents: Int64) throws {
    let bill = try invoice(
      [
        "contact.rate": "1", "baseline.qty": "1000", "baseline.deadband": "0.05",
        "baseline.arc": "2", "baseline.rrc": "0.8",
      ], ["contact.qty": contacts])
    #expect(bill.net.minorUnits == cents)
  }

  @Test("Committed contacts count repeated ones, and have their own price")
  func contactCommitment() throws {
    // 900 contacts of which 100 repeat: 800 × 2; (1,000 − 900) × 1.5.
    let bill = try invoice(
      ["contact.rate": "2", "commit.qty": "1000", "commit.rate": "1.5"],
      ["contact.qty": "900", "contact.repeats": "100"])
    #expect(bill.amounts == ["contact": 160_000, "take-or-pay-top-up": 15_000])
    #expect(bill.lines.map(\.countsForServiceLevel) == [true, false])
  }

  @Test("The minimum spend sees the top-ups before it, and not ramp, training or set-up")
  func minimumSpend() throws {
    // 10 h × 50 + 10 h top-up × 50 = 1,000; missing to 1,200: 200. Ramp 5 × 20, set-up 300.
    let bill = try invoice(
      [
        "logged-hour.rate": "50", "commit.hours": "20", "commit.spend": "1200", "ramp.rate": "20",
        "setup.fee": "300",
      ],
      ["logged-hour.normal": "10", "ramp.weeks": "1:5:100"])
    #expect(bill.amounts["minimum-spend-top-up"] == 20_000)
    #expect(bill.net.minorUnits == 160_000)
    #expect(
      bill.lines.map(\.item.code) == [
        "logged-hour.normal", "take-or-pay-top-up", "minimum-spend-top-up", "ramp-week-1",
        "setup",
      ])
  }

  @Test("Training for people who replace leavers is paid where that was agreed")
  func training() throws {
    let bill = try invoice(
      ["training.rate": "25", "training.attrition-billable": "Y"],
      ["training.attrition-hours": "4", "training.curriculum-hours": "2"])
    #expect(
      bill.amounts == ["training-attrition-replacement": 10_000, "training-new-content": 5_000])
  }

  @Test("A surcharge on the wage share is 1 + share × (factor − 1); premiums add or compound")
  func premiums() throws {
    var terms = [
      "productive-hour.rate": "50", "surcharge.holiday": "3", "surcharge.wage-share": "60 %",
      "premium.night": "0.2",
    ]
    let month = ["productive-hour.holiday": "10", "productive-hour.night.holiday": "10"]
    // 10 × 50 × 2.2 = 1,100; 10 × 50 × 0.2 = 100, or × 2.2 = 220.
    #expect(try invoice(terms, month).net.minorUnits == 120_000)
    terms["stacking"] = "multiply"
    #expect(try invoice(terms, month).net.minorUnits == 132_000)
  }

  @Test(
    "A lower-is-better measure, a stretch that is just reached, and the caps",
    arguments: [
      ("0.05", 2), ("0.04", 2), ("0.03", 1), ("0.02", 1), ("0.051", 0),
    ] as [(String, Int)])
  func serviceSteps(actual: String, kind: Int) throws {
    let bill = try invoice(
      [
        "base-fee.month": "1000", "sla.abandoned.target": "5 %",
        "sla.abandoned.direction": "lower", "sla.abandoned.malus": "0.04",
        "sla.abandoned.bonus": "0.03", "sla.abandoned.stretch": "0.02",
      ], ["sla.abandoned.actual": actual])
    let expected: [Int64?] = [-4_000, 3_000, 0]
    #expect(bill.amounts["sla-bonus-malus"] == expected[kind])
  }

  @Test("Percent for each point go both ways, add up over measures, and are capped")
  func servicePoints() throws {
    let terms = [
      "base-fee.month": "1000", "sla.a.target": "0.8", "sla.a.mode": "per_point",
      "sla.a.malus": "0.5", "sla.a.bonus": "0.25", "sla.b.target": "0.9", "sla.b.malus": "0.01",
      "sla.bonus_cap": "0.02",
    ]
    // +4 points × 0.25 = 1 %, b misses: −1 %; then +20 points = 5 %, capped at 2 %.
    let even = try invoice(terms, ["sla.a.actual": "0.84", "sla.b.actual": "0.89"])
    #expect(even.lines.last?.amount == .zero)
    let capped = try invoice(terms, ["sla.a.actual": "1", "sla.b.excluded": "Y"])
    #expect(capped.amounts["sla-bonus-malus"] == 2_000)
    #expect(capped.lines.last?.quantity.doubleValue == 2)
  }

  @Test(
    "The exchange rate changes the bill beyond its band, with the rate or against it",
    arguments: [
      ("106", "positive", 1_500, 1.5), ("106", "neg", -1_500, 1.5),
      ("94", "positive", -1_500, -1.5),
      ("94", "neg", 1_500, -1.5),
    ] as [(String, String, Int64, Double)])
  func exchangeRate(current: String, sign: String, cents: Int64, percent: Double) throws {
    // |m| = 6 %, less the band of 3 %, half of it: 1.5 % of 1,000.
    let bill = try invoice(
      [
        "base-fee.month": "900", "fx.base": "100", "fx.band": "3 %", "fx.client-share": "0.5",
        "fx.sign": sign,
      ], ["fx.current": current, "pass-through": "100"])
    #expect(bill.amounts["fx-adjustment"] == cents)
    #expect(bill.lines.last?.quantity.doubleValue == percent)
  }

  @Test("A change of the exchange rate that is just the band changes nothing")
  func exchangeRateAtBand() throws {
    let bill = try invoice(
      ["base-fee.month": "900", "fx.base": "100", "fx.band": "0.03"], ["fx.current": "103"])
    #expect(bill.lines.count == 1)
  }

  @Test("Prices with VAT: the sum is gross, and net and VAT add up to it")
  func included() throws {
    let bill = try invoice(
      ["base-fee.month": "100", "vat.rate": "6 %", "vat.included": "Y"], [:])
    #expect(bill.gross.minorUnits == 10_000)
    #expect(bill.net.minorUnits == 9_434)
    #expect(bill.vat.minorUnits == 566)
  }

  @Test("A set-up fee that does not divide is paid to the cent over its instalments")
  func instalments() throws {
    let parts = try ["1", "2", "3", "4"].map { month in
      try invoice(
        ["setup.fee": "100", "setup.instalments": "3"], ["contract-month": month]
      ).net.minorUnits
    }
    #expect(parts == [3333, 3334, 3333, 0])
  }

  @Test("A currency without minor units is billed in whole units, its prices rounded to 4 digits")
  func yen() throws {
    let bill = try invoice(
      ["currency": "JPY", "index.base": "100", "productive-hour.rate": "3333.3333"],
      ["index.current": "101", "productive-hour.normal": "3"])
    // 3,333.3333 × 1.01 = 3,366.666633 → 3,366.6666; × 3 = 10,099.9998 → 10,100.
    #expect(bill.net.minorUnits == 10_100)
    let price = UnitPrice(minorUnitsPerUnit: try decimal("3366.6666"))
    #expect(bill.lines.first?.price == price)
  }
}

/// The invoice of terms and figures, in the order of their names.
func invoice(_ terms: [String: String], _ month: [String: String]) throws -> Invoice {
  let contract = try Contract(fields: entries(terms))
  return try contract.invoice(
    for: try MonthActuals(fields: entries(month), currency: contract.currency))
}

/// Fields in the order of their names.
func entries(_ fields: [String: String]) -> [FieldEntry] {
  fields.sorted { $0.key < $1.key }.map { FieldEntry($0.key, $0.value) }
}

extension Invoice {
  /// The amounts by the lines' codes.
  var amounts: [String: Int64] {
    Dictionary(lines.map { ($0.item.code, $0.amount.minorUnits) }, uniquingKeysWith: +)
  }
}

func decimal(_ text: String) throws -> Rational { try #require(Rational(decimal: text)) }
