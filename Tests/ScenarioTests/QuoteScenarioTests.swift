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
