import Contracts
import GLPK
import PlanningFixtures
import Scenarios
import Spreadsheets
import Testing
import Units

@testable import Quoting
@testable import Reporting

/// Four weeks that need 80, 100 and 120 hours each; one of our own, 40 hours. One bid is by the hour, one
/// for 300 committed hours a month, one per contact.
@Suite("Bids as a page and as a workbook")
struct BidsPageTests {
  static let comparison: BidComparison? = try? make()

  private static func make() throws -> BidComparison {
    func fixture(_ hours: Double) -> ScenarioFixture {
      var fixture = ScenarioFixture()
      fixture.queues = [QueueFixture("calls", weeklyHours: [hours])]
      fixture.groups = [GroupFixture("own", skills: ["calls"], heads: 1)]
      return fixture
    }
    let plain = VendorFixture("plain", skills: ["calls"])
    var committed = VendorFixture("<committed>", skills: ["calls"])
    (committed.price, committed.committedHours) = (4400, 300)
    committed.setUpFee = Money(minorUnits: 100_000)
    var contacts = VendorFixture("=contacts", skills: ["calls"])
    (contacts.unit, contacts.price) = (.contact, 470)
    (contacts.baseFee, contacts.committedContacts) = (Money(minorUnits: 30_000), 1000)
    let bids = [plain, committed, contacts].map {
      VendorBid($0.vendor, clientCosts: ClientCosts(transition: Money(minorUnits: 50_000)))
    }
    let scenario = fixture(100).scenario.with(vendors: bids.map(\.vendor))
    return try BidStudy(
      BidRound(scenario: scenario, bids: bids, limits: AwardLimits()), solver: GLPKSolver()
    ).comparison(
      for: BidStudy.Needs(
        low: fixture(80).requirement, base: fixture(100).requirement,
        high: fixture(120).requirement))
  }

  @Test("A page has every choice, offer and invoice, and nothing that could run")
  func page() throws {
    let comparison = try #require(Self.comparison)
    for language in [Language.english, .chinese] {
      let html = BidsPage(comparison, program: "peakplan 0", language: language).html
      #expect(html.contains("&lt;committed&gt;") && !html.contains("<committed>"))
      #expect(!html.contains("<script"))
      for id in ["choices", "bids", "award", "clauses", "invoices"] {
        #expect(html.contains("id=\"\(id)\""), "\(id)")
      }
      let words =
        language == .chinese
        ? ["每月300小时", "每月1,000件", "个进线"]
        : ["300 hours a month", "1,000 contacts a month", "contact"]
      for word in words { #expect(html.contains(word), "\(word)") }
    }
  }

  @Test("Regrets and sums of invoices are live formulas with the figures they compute")
  func workbook() throws {
    let comparison = try #require(Self.comparison)
    let book = BidsWorkbook(comparison).workbook
    #expect(book.sheets.map(\.name).count == 5)
    let regrets = sums(of: book.sheets[0])
    #expect(regrets.map(\.amount) == comparison.rows.compactMap(\.largestRegret))
    #expect(regrets.allSatisfy { $0.formula.hasPrefix("ROUND(MAX(") })
    let invoices = sums(of: book.sheets[3])
    let due = comparison.rows.compactMap { row -> Money? in
      guard case .bid = row.option, let vendor = row[.base]?.vendors.first else { return nil }
      return vendor.invoice + vendor.vat + vendor.clientSide
    }
    #expect(invoices.map(\.amount) == due)
    // The cells under a sum add up to it.
    var sum = 0.0
    var found: [Double] = []
    for row in book.sheets[3].rows {
      if case .number(let value, _)? = row.last { sum += value }
      if case .sum? = row.last {
        found.append((sum * 100).rounded())
        sum = 0
      }
    }
    #expect(found == due.map { Double($0.minorUnits) })
  }

  @Test("Names that look like formulas stay text")
  func formulas() throws {
    let book = BidsWorkbook(try #require(Self.comparison)).workbook
    let cells = book.sheets.flatMap { $0.rows.flatMap(\.self) }
    #expect(cells.contains { if case .text("=contacts") = $0 { true } else { false } })
  }

  private func sums(of sheet: Sheet) -> [(formula: String, amount: Money)] {
    sheet.rows.flatMap(\.self).compactMap { cell in
      guard case .sum(let formula, let amount, _, _) = cell else { return nil }
      return (formula, amount)
    }
  }
}
