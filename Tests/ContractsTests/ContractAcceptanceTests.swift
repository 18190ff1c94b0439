import BusinessCalendar
import Contracts
import TestSupport
import Testing
import Units

@Suite(
  "The contract cases of the acceptance folder",
  .acceptance("pay/contract_cases.csv"))
struct ContractAcceptanceTests {
  @Test("Every case whose clauses are all built has its lines, net, VAT and gross")
  func cases() throws {
    let table = try AcceptanceTable("pay/contract_cases.csv")
    let terms = try AcceptanceTable("pay/contract_terms.csv").rows(by: "case_id")
    let actuals = try AcceptanceTable("pay/contract_actuals.csv").rows(by: "case_id")
    let expected = try AcceptanceTable("pay/contract_expected.csv").rows(by: "case_id")
    var compared: [String] = []
    var lineCount = 0
    for row in table.rows {
      let id = row["case_id"] ?? ""
      let clauses = ContractClauses(terms: terms[id] ?? [], actuals: actuals[id] ?? [])
      guard clauses.areBuilt else { continue }
      let invoice = try clauses.contractTerms().invoice(for: try clauses.usage())
      let billed = invoice.lines.map(BilledLine.init).filter { $0.amount != 0 }
      let due = try (expected[id] ?? []).map(BilledLine.init).filter { $0.amount != 0 }
      #expect(billed.sorted() == due.sorted(), "\(id)")
      let currency = try #require(Currency(code: row["currency"] ?? ""))
      #expect(currency.decimal(invoice.net) == row["net"], "\(id)")
      #expect(currency.decimal(invoice.vat) == row["vat"], "\(id)")
      #expect(currency.decimal(invoice.gross) == row["gross"], "\(id)")
      compared.append(id)
      lineCount += due.count
    }
    table.printCompared(
      compared.count, "\(lineCount) lines; the others wait for clauses that are not built")
  }
}

/// The terms and actuals of one case by field.
struct ContractClauses {
  let terms: [String: String]
  let actuals: [String: String]

  private static let units: [String: PricingUnit] = [
    "prod_hour": .productiveHour, "logged_hour": .loggedHour,
  ]
  private static let classes: [String: DayClass] = [
    "normal": .normal, "overtime": .overtime, "rest_day": .restDay, "holiday": .holiday,
  ]

  init(terms: [[String: String]], actuals: [[String: String]]) {
    self.terms = ContractClauses.fields(terms)
    self.actuals = ContractClauses.fields(actuals)
  }

  private static func fields(_ rows: [[String: String]]) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: rows.map { ($0["field"] ?? "", $0["value"] ?? "") })
  }

  /// Whether the case uses nothing but the clauses that are built.
  var areBuilt: Bool {
    var built: Set<String> = [
      "vat.rate", "commit.hours", "commit.shortfall_pct", "setup.fee", "setup.instalments",
    ]
    var usage: Set<String> = []
    for unit in Self.units.keys {
      built.insert("\(unit).rate")
      for dayClass in Self.classes.keys {
        built.insert("surcharge.\(dayClass)")
        usage.insert("\(unit).\(dayClass)")
      }
    }
    return Set(terms.keys).isSubset(of: built) && Set(actuals.keys).isSubset(of: usage)
      && !prices.isEmpty
  }

  private var prices: [(unit: PricingUnit, rate: String)] {
    Self.units.keys.sorted().compactMap { unit in
      guard let known = Self.units[unit], let rate = terms["\(unit).rate"] else { return nil }
      return (known, rate)
    }
  }

  func contractTerms() throws -> ContractTerms {
    let items = try prices.map { unit, rate in
      PriceItem(
        unit: unit,
        rate: UnitPrice(minorUnitsPerUnit: try decimal(rate) * Rational(100)))
    }
    let surcharges = try SurchargeCondition.allCases.compactMap { condition in
      let key = condition == .restDay ? "rest_day" : condition.rawValue
      return try terms["surcharge.\(key)"].map {
        Surcharge(condition, Multiplier(try decimal($0)))
      }
    }
    let main = try #require(items.first)
    let commitment = try terms["commit.hours"].map {
      Commitment(
        unit: main.unit, timePerMonth: try workTime($0),
        shortfallShare: try decimal(terms["commit.shortfall_pct"] ?? "1"))
    }
    let setup = try terms["setup.fee"].map {
      SetupFee(
        Money(rounding: try decimal($0), times: Rational(100)),
        instalments: try #require(Int(terms["setup.instalments"] ?? "1")))
    }
    return ContractTerms(
      price: main, furtherPrices: Array(items.dropFirst()), surcharges: surcharges,
      commitment: commitment, setup: setup, vatRate: try decimal(terms["vat.rate"] ?? "0"))
  }

  func usage() throws -> Usage {
    let entries = try actuals.sorted { $0.key < $1.key }.map { field, value in
      let parts = field.split(separator: ".").map(String.init)
      return Usage.Entry(
        unit: try #require(Self.units[parts[0]]),
        dayClass: try #require(Self.classes[parts[1]]), time: try workTime(value))
    }
    return Usage(month: try #require(YearMonth("2026-11")), entries: entries)
  }

  private func workTime(_ hours: String) throws -> WorkTime {
    let seconds = try decimal(hours) * Rational(3600)
    try #require(seconds.denominator == 1, "hours finer than a second: \(hours)")
    return WorkTime(seconds: seconds.numerator)
  }
}

/// An invoice line in whole numbers of its printed precision.
struct BilledLine: Comparable, CustomStringConvertible {
  let name: String
  let quantity: Int64
  let unit: String
  let rate: Int64
  let amount: Int64
  let isInBase: Bool

  init(_ line: InvoiceLine) {
    switch line.item {
    case .hours(let unit, let dayClass):
      let prefix = unit == .productiveHour ? "prod_hour" : "logged_hour"
      name = "\(prefix).\(dayClass == .restDay ? "rest_day" : dayClass.rawValue)"
    case .tier(_, let tier): name = "tier \(tier)"
    case .commitmentTopUp: name = "take-or-pay top-up"
    case .setup: name = "setup"
    }
    quantity = line.quantity.millionths
    unit = line.unit
    rate = Money(rounding: line.unitRate.minorUnitsPerUnit, times: Rational(10_000)).minorUnits
    amount = line.amount.minorUnits
    isInBase = line.countsForServiceLevel
  }

  init(_ row: [String: String]) throws {
    name = row["line"] ?? ""
    quantity = rounded(try decimal(row["quantity"]), 6)
    unit = row["unit"] ?? ""
    rate = rounded(try decimal(row["unit_rate"]), 6)
    amount = rounded(try decimal(row["amount"]), 2)
    isInBase = row["in_sla_base"] == "Y"
  }

  var description: String { "\(name) \(quantity) \(unit) × \(rate) = \(amount)" }

  static func < (left: BilledLine, right: BilledLine) -> Bool {
    (left.name, left.amount) < (right.name, right.amount)
  }
}
