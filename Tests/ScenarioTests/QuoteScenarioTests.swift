import Contracts
import Foundation
import GLPK
import Planning
import Quoting
import Reporting
import ScenarioFiles
import Scenarios
import TestSupport
import Testing
import Units

/// The bid request that ships, answered from its folder to its price sheet.
@Suite("The bid request that ships")
struct QuoteScenarioTests {
  @Test("is answered with the figures that are on record, in both languages")
  func bid() throws {
    let folder = PackageFolder.root.appendingPathComponent("scenarios/bid-request")
    let reading = try ScenarioReader().read(folder: folder.path)
    let planner = Planner(solver: GLPKSolver())
    let quote = try Quoter(planner: planner).quote(try planner.plan(reading.scenario))
    let texts = [
      ("text", QuoteReport(quote).text()),
      ("中文", QuoteReport(quote, language: .chinese).text()),
      (
        "json",
        QuoteDocument(quote.offer, openBook: quote.book, program: "peakplan").document.text
      ),
    ]
    let text = texts.map { "==== \($0.0)\n\($0.1)" }.joined(separator: "\n")
    try Golden.expect(text, is: "bid-request-quote.txt")
    checkOrder(of: quote)
  }

  @Test(
    "A discount that is not stated keeps the margin of its unit, and half a percent more does not",
    arguments: [VolumeTiers.Mode.marginal, .allUnits])
  func derivedTiers(mode: VolumeTiers.Mode) throws {
    let folder = PackageFolder.root.appendingPathComponent("scenarios/bid-request")
    var scenario = try ScenarioReader().read(folder: folder.path).scenario
    func share(_ percent: Int64) -> Rational { Rational(percent, over: 100) ?? .zero }
    let above = share(mode == .marginal ? 110 : 150)
    scenario.bid?.tiers = [BidTier(above: above)]
    scenario.bid?.tierMode = mode
    let planner = Planner(solver: GLPKSolver())
    let plan = try planner.plan(scenario)
    let quoter = Quoter(planner: planner)
    func margins(_ discount: Rational) throws -> [BidUnit: Double] {
      var plan = plan
      // What a larger volume leaves unhandled keeps it below the limit for all units.
      let limit = mode == .marginal ? above : share(101)
      scenario.bid?.tiers = [BidTier(above: limit, discount: discount)]
      // A sensitivity to the volume of which the discount is derived.
      scenario.bid?.stress = BidStress()
      scenario.bid?.stress.volume = share(mode == .marginal ? 30 : 50)
      plan = Plan(
        scenario: scenario, forecast: plan.forecast, requirement: plan.requirement,
        capacity: plan.capacity, schedule: nil, cost: plan.cost)
      let quote = try quoter.quote(plan)
      let larger = try #require(quote.book.cases.first { $0.change?.key == "volume-up" })
      return Dictionary(
        uniqueKeysWithValues: larger.units.map { ($0.unit, $0.margin?.doubleValue ?? 0) })
    }
    let derived = try quoter.quote(
      Plan(
        scenario: scenario, forecast: plan.forecast, requirement: plan.requirement,
        capacity: plan.capacity, schedule: nil, cost: plan.cost), withCases: false)
    let discounts = BidUnit.allCases.map {
      derived.book.prices.tiers(of: $0).first?.discount ?? .zero
    }
    #expect(discounts.contains { $0 > .zero } || mode == .allUnits, "\(discounts)")
    for discount in Set(discounts).sorted() {
      let kept = try margins(discount)
      let less = try margins(discount + (Rational(5, over: 1000) ?? .zero))
      for (unit, own) in zip(BidUnit.allCases, discounts) where own == discount {
        #expect(own == .zero || kept[unit] ?? 0 >= 0.1299, "\(unit) \(own) \(kept)")
        #expect(less[unit] ?? 1 < 0.13, "\(unit) \(own) \(less)")
      }
    }
  }

  /// What must hold whatever the figures are.
  private func checkOrder(of quote: Quote) {
    let margins = quote.book.cases.map { one in
      (one.change?.key ?? "planned", one.units.compactMap { $0.margin?.doubleValue })
    }
    let planned = margins.first?.1 ?? []
    #expect(planned.count == BidUnit.allCases.count)
    // Margin and risk together, but for the offered prices' last digit.
    for margin in planned { #expect(abs(margin - 0.13) < 1e-4) }
    let byContact = Dictionary(
      uniqueKeysWithValues: margins.map { ($0.0, $0.1.last ?? 0) })
    // Paid by the contact, we bear what makes a contact dearer.
    for key in ["shrinkage", "occupancy", "attrition", "handle-time"] {
      #expect(byContact[key] ?? 1 < planned.last ?? 0, "\(key)")
    }
    #expect(!quote.offer.ramp.isKept)
    #expect(quote.offer.ramp.steps.last?.heads == quote.offer.ramp.needed)
    #expect(quote.offer.overtime.isLegal)
  }
}
