import Foundation
import Quoting
import TestSupport
import Testing
import Units

@Suite("The bids of the acceptance folder", .acceptance("pay/bid_cases.csv"))
struct BidAcceptanceTests {
  @Test("Every measure of every bid is what was reckoned by hand")
  func bids() throws {
    let table = try AcceptanceTable("pay/bid_expected.csv")
    let cases = try AcceptanceTable("pay/bid_cases.csv").rows(by: "case_id")
    var compared = 0
    for (id, rows) in table.rows(by: "case_id").sorted(by: { $0.key < $1.key }) {
      let basis = try BidFields(cases[id] ?? []).basis()
      let prices = try basis.prices()
      for row in rows {
        let measure = row["measure"] ?? ""
        let digits = BidFields.fineMeasures.contains(measure) ? 6 : 2
        let value = try #require(figure(measure, prices), "\(id): no measure \(measure)")
        let due = rounded(try decimal(row["value"]), digits)
        #expect(value.units(ofDigits: digits) == due, "\(id) \(measure)")
        compared += 1
      }
    }
    #expect(compared == table.rows.count)
    table.printCompared(compared)
  }

  private func figure(_ measure: String, _ prices: BidPrices) -> ExactFigure? {
    let cents = ExactFigure(100)
    let money: ExactFigure?
    switch measure {
    case "monthly_attrition": return ExactFigure(prices.monthlyAttrition)
    case "hires_per_month": return prices.hires
    case "productive_hours": return prices.productiveHours
    case "agent_cost": money = prices.agentCost
    case "support_cost": money = prices.supportCost
    case "site_cost": money = prices.siteCost
    case "attrition_cost": money = prices.attritionCost
    case "overhead": money = prices.overhead
    case "total_cost": money = prices.totalCost
    case "cost_per_productive_hour": money = prices.costPerProductiveHour
    case "price_per_productive_hour": money = prices.perProductiveHour
    case "price_per_handle_minute": money = prices.perHandleMinute
    case "price_per_contact": money = prices.perContact
    case "price_per_fte_month": money = prices.perFullTimeMonth
    case "price_per_productive_hour_vat": money = prices.perProductiveHourWithVAT
    default: money = nil
    }
    return money.flatMap { $0 / cents }
  }
}

@Suite("The decisions of the acceptance folder", .acceptance("pay/decision_cases.csv"))
struct DecisionAcceptanceTests {
  @Test("Every decision has its measures")
  func decisions() throws {
    let table = try AcceptanceTable("pay/decision_cases.csv")
    for row in table.rows {
      let id = row["case_id"] ?? ""
      let inputs = try DecisionInputs(row["inputs_json"] ?? "")
      let expected = (row["expected"] ?? "").split(separator: ";").map(String.init)
      #expect(try inputs.measures(of: row["kind"] ?? "") == expected, "\(id)")
    }
    table.printCompared(table.rows.count)
  }
}

/// The fields of a bid.
struct BidFields {
  static let fineMeasures: Set<String> = [
    "monthly_attrition", "hires_per_month", "price_per_handle_minute",
  ]

  private let fields: [String: String]

  init(_ rows: [[String: String]]) {
    fields = Dictionary(
      rows.map { ($0["field"] ?? "", $0["value"] ?? "") }, uniquingKeysWith: { $1 })
  }

  private func number(_ name: String, _ standard: Rational = .zero) throws -> Rational {
    try fields[name].map { try decimal($0) } ?? standard
  }

  private func price(_ names: String...) throws -> UnitPrice {
    let sum = try names.reduce(Rational.zero) { try $0 + number($1) }
    return UnitPrice(minorUnitsPerUnit: sum * Rational(100))
  }

  func basis() throws -> CostBasis {
    var basis = CostBasis()
    basis.agents = try number("agents")
    basis.wage = try price("base_wage", "allowance", "bonus")
    basis.monthsPaid = try number("months_paid")
    basis.contributionBase = try price("contribution_base")
    basis.socialInsurance = try number("social_insurance_pct")
    basis.housingFund = try number("housing_fund_pct")
    basis.support = try ["supervisor", "qa", "trainer", "wfm", "manager"].map { name in
      CostBasis.SupportRole(
        name: name, agentsPerHead: try number("\(name)_per_agents"),
        wage: try price("\(name)_wage"))
    }
    basis.agentsPerSeat = try number("agents_per_seat")
    basis.seatCost = try price("seat_rent", "seat_it")
    basis.tools = try price("agent_tools")
    basis.quarterlyAttrition = try number("quarterly_attrition")
    basis.trainingWashOut = try number("training_washout")
    basis.recruitingFee = try price("recruit_fee")
    basis.trainingWeeks = try number("training_weeks")
    basis.trainingWeekCost = try price("training_week_cost")
    basis.nestingWeeks = try number("nesting_weeks")
    basis.nestingProductivity = try number("nesting_productivity")
    basis.agentWeekCost = try price("week_agent_cost")
    basis.overhead = try number("overhead_pct")
    basis.rosteredHours = try number("rostered_hours")
    basis.shrinkage = try number("shrinkage")
    basis.occupancy = try number("occupancy")
    basis.handleSeconds = try number("aht_sec")
    basis.margin = try number("margin")
    basis.riskPremium = try number("risk_premium")
    basis.paymentDays = try number("payment_days")
    basis.financeRate = try number("finance_rate")
    basis.vatRate = try number("vat")
    return basis
  }
}

/// The inputs of a decision.
struct DecisionInputs: Decodable {
  private let numbers: [String: Rational]
  private let demand: [UncertainDemand.Outcome]

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(_ json: String) throws {
    self = try JSONDecoder().decode(DecisionInputs.self, from: Data(json.utf8))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    var numbers: [String: Rational] = [:]
    var demand: [UncertainDemand.Outcome] = []
    for key in container.allKeys {
      if key.stringValue == "demand" {
        let pairs = try container.decode([[Decimal]].self, forKey: key)
        demand = try pairs.map {
          UncertainDemand.Outcome(
            value: try TestSupport.decimal("\($0[0])"),
            probability: try TestSupport.decimal("\($0[1])"))
        }
      } else {
        let value = try container.decode(Decimal.self, forKey: key)
        numbers[key.stringValue] = try TestSupport.decimal("\(value)")
      }
    }
    (self.numbers, self.demand) = (numbers, demand)
  }

  private func number(_ name: String) throws -> Rational { try #require(numbers[name], "\(name)") }

  private func price(_ name: String) throws -> UnitPrice {
    UnitPrice(minorUnitsPerUnit: try number(name) * Rational(100))
  }

  private func money(_ figure: ExactFigure) -> String {
    text(Money(minorUnits: figure.units(ofDigits: 0)).minorUnits)
  }

  private func text(_ hundredths: Int64) -> String {
    let sign = hundredths < 0 ? "-" : ""
    let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    return "\(sign)\(whole).\(part < 10 ? "0" : "")\(part)"
  }

  func measures(of kind: String) throws -> [String] {
    switch kind {
    case "breakeven_volume":
      let own = VolumeCost(
        fixed: try price("inhouse_fixed"), perContact: try price("inhouse_var"))
      let vendor = VolumeCost(
        fixed: try price("vendor_fixed"), perContact: try price("vendor_unit"))
      return [text(try own.breakEven(with: vendor).units(ofDigits: 2))]
    case "peak_make_or_buy":
      let peak = PeakDemand(
        agents: try number("agents"), weeks: try number("weeks"),
        hoursPerWeek: try number("hours_week"))
      let once = try price("hire_cost") + (try price("severance_per_agent"))
      let training =
        try price("vendor_training_rate").minorUnitsPerUnit
        * (try number("vendor_training_hours"))
      let own = peak.cost(
        perHour: try price("inhouse_hour"), perAgent: ExactFigure(once.minorUnitsPerUnit))
      let bought = peak.cost(
        perHour: try price("vendor_hour"), perAgent: ExactFigure(training),
        once: try price("setup"))
      return [money(own), money(bought), money(bought - own)]
    case "overtime_vs_vendor":
      let overtime = EffectiveHour.overtime(
        base: try price("hourly_base"), factor: try number("ot_factor"),
        contributions: numbers["si_on_overtime"] ?? .zero)
      let vendor = try EffectiveHour.vendor(
        price: try price("vendor_hour"), efficiency: try number("vendor_efficiency"))
      return [money(overtime), money(vendor)]
    case "volume_contract":
      let best = try contracts().byVolume(price: try price("vendor_unit_price"))
      return ["\(best.inHouse)", money(best.cost)]
    case "capacity_contract":
      let best = try contracts().byCapacity(
        price: try price("vendor_capacity_price"), lostRevenue: try price("lost_revenue"),
        inHouse: try number("inhouse_floor"))
      return ["\(best.reserved ?? .zero)", money(best.cost)]
    default:
      throw UnknownKind(kind: kind)
    }
  }

  struct UnknownKind: Error { let kind: String }

  private func contracts() throws -> OverflowContracts {
    OverflowContracts(
      demand: try UncertainDemand(demand), capacityCost: try price("inhouse_capacity_cost"))
  }
}
