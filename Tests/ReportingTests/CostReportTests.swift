import BusinessCalendar
import Costing
import Foundation
import PlanFixtures
import Planning
import Reporting
import Spreadsheets
import TestSupport
import Testing
import Units

@Suite("The report of a plan's cost")
struct CostReportTests {
  private func report(
    by dimension: CostDimension, on days: DateRange? = nil, language: Language = .english
  ) -> CostReport {
    CostReport(PlanFixture.plan, by: dimension, on: days, language: language)
  }

  @Test("says what is paid for, what a contact and an hour cost, and what is priced beside it")
  func kinds() {
    let text = report(by: .kind).text()
    #expect(text.hasPrefix("National day costs 96,030.10 CNY\n"))
    #expect(text.contains("502 productive hours at 191.22 CNY"))
    #expect(text.contains("What is missing is priced at 9,906.00 CNY beside that; it is not paid."))
    #expect(text.contains("Ramp: output not yet there") && text.contains("1,591.94"))
    #expect(!text.contains("Own heads"))
  }

  @Test("names what belongs to none", arguments: CostDimension.allCases)
  func names(dimension: CostDimension) {
    let text = report(by: dimension).text(width: 120)
    #expect(text.contains("96,030.10"))
    switch dimension {
    case .month: #expect(text.contains("2026-09") && text.contains("2026-10"))
    case .week: #expect(text.contains("21 Sep 2026"))
    case .site: #expect(text.contains("Wuhan") && text.contains("no site of ours"))
    case .event: #expect(text.contains("Presale 预售") && text.contains("without an event"))
    case .group: #expect(text.contains("Changsha"))
    case .queue: #expect(text.contains("Orders chat"))
    case .kind: #expect(text.contains("Overtime"))
    }
  }

  @Test("speaks Chinese, of some days too")
  func chinese() {
    let day = DateRange(start: PlanFixture.firstDay, days: 1)
    let text = report(by: .month, on: day, language: .chinese).text()
    #expect(text.contains("2026年9月21日至2026年9月21日"))
    #expect(text.contains("月份"))
  }

  @Test("writes every line's part with its rule, source and path")
  func lines() {
    let csv = CSVTable(report(by: .month).linesTable).text()
    let rows = csv.split(separator: "\r\n")
    #expect(
      rows.first
        == "line,key,date,kind,supplier,site,queue,quantity,unit,unit_rate,multiplier,amount,rule,source,path"
    )
    let overtime = rows.filter { $0.contains(",overtime,") }
    #expect(overtime.count == 1)
    #expect(overtime.first?.contains(",12,hour,1000/29,3/2,620.69,") == true)
  }

  @Test("is a member of the cost's document")
  func document() throws {
    let document = PlanDocument(StageResults(PlanFixture.plan), provenance: PlanFixture.provenance)
    let text = document.document(of: report(by: .queue)).text
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object["schema"] as? String == "peakplan/cost/1")
    let ledger = try #require(object["ledger"] as? [String: Any])
    let rows = try #require(ledger["rows"] as? [[String: Any]])
    #expect(rows.map { $0["key"] as? String } == ["orders-chat", "refund-cases"])
    let whole = try #require(ledger["whole"] as? [String: Any])
    #expect(whole["amount"] as? String == "96030.10")
    let sums = rows.compactMap { ($0["amount"] as? String).map { PlanFixture.yuan($0) } }.total()
    #expect(sums == PlanFixture.yuan("96030.10"))
  }

  @Test("has a word for each phrase in both languages")
  func phrases() {
    for language in Language.allCases {
      for dimension in CostDimension.allCases {
        #expect(!report(by: dimension, language: language).text().contains("{"))
      }
    }
  }

  @Test("A workbook has live sums whose values are the ledger's, and every line with its rule")
  func workbook() throws {
    for language in Language.allCases {
      let book = CostWorkbook(
        PlanFixture.plan, provenance: PlanFixture.provenance, language: language
      ).workbook
      #expect(book.sheets.count == 6)
      let summary = book.sheets[0]
      let totals = summary.rows.compactMap { row -> Money? in
        guard case .sum(let formula, let amount, _, let isTotal) = row.dropFirst().first,
          isTotal || formula.contains("SUM('")
        else { return nil }
        return amount
      }
      // The whole, and the sums of three tables; the groups are without notices and further seats.
      #expect(totals == Array(repeating: PlanFixture.cost.total, count: 4))
      let ledger = book.sheets[2]
      let amounts = ledger.rows.dropFirst().compactMap { row -> Money? in
        guard case .money(let amount, _) = row[11] else { return nil }
        return amount
      }
      #expect(amounts.total() == PlanFixture.cost.total)
      #expect(ledger.rows.allSatisfy { $0.count == 16 })
      let rules = book.sheets[3].rows.dropFirst().compactMap { row -> Money? in
        guard case .sum(_, let amount, _, _) = row[3] else { return nil }
        return amount
      }
      #expect(rules.total() == PlanFixture.cost.total)
    }
  }

  // MARK: Budgets

  private static func hash(_ text: String) -> String {
    "\(text.utf8.reduce(7) { $0 &* 31 &+ Int($1) })"
  }

  private var budget: BudgetDocument {
    let plan = PlanFixture.plan
    return BudgetDocument(
      Budget(
        locking: plan.ledger(), scenario: plan.scenario, forecast: plan.forecast,
        capacity: plan.capacity), name: "Q3 “v1”", scenario: plan.scenario,
      provenance: PlanFixture.provenance, ledgerHash: "ab")
  }

  @Test("A budget is read back as it was locked")
  func roundTrip() throws {
    let text = budget.text(hash: Self.hash)
    let read = try BudgetDocument(text, hash: Self.hash)
    #expect(read.text(hash: Self.hash) == text)
    #expect(read.budget.total == PlanFixture.cost.total)
    #expect(read.name == "Q3 “v1”" && read.provenance == PlanFixture.provenance)
    #expect(read.ledgerHash == "ab" && read.scenario == "national-day")
  }

  @Test("A budget that was changed is refused, and so is what is none")
  func changed() throws {
    let text = budget.text(hash: Self.hash)
    let other = text.replacingOccurrences(of: "\"heads\": 13.85", with: "\"heads\": 13.86")
    #expect(other != text)
    for (bad, words) in [
      (other, "not as it was locked"), ("{}", "it is no budget"), ("", "it is no budget"),
      (text.replacingOccurrences(of: "budget/1", with: "budget/9"), "peakplan/budget/9"),
      (text.replacingOccurrences(of: "2026-09\"", with: "2026-13\""), "“2026-13” is no month"),
      (text.replacingOccurrences(of: "\"CNY\"", with: "\"XXX\""), "no currency XXX"),
      (text.replacingOccurrences(of: "\"overtime\"", with: "\"over\""), "for “over” is no cost"),
    ] {
      let error = #expect(throws: BudgetDocument.Unreadable.self) {
        try BudgetDocument(bad, hash: Self.hash)
      }
      #expect(error?.description.contains(words) == true, "\(words): \(String(describing: error))")
    }
  }

  @Test("The variance says the causes of each month, and what all will cost")
  func variance() throws {
    var september = ActualFigures(month: YearMonth(of: PlanFixture.firstDay))
    september.add(PlanFixture.yuan("3500.00"), for: .category(.recruiting))
    let variance = BudgetVariance(budget.budget, actuals: [september])
    let report = VarianceReport(variance, of: budget)
    let text = report.text()
    #expect(text.hasPrefix("Q3 “v1”, 2026-09: 500.00 CNY more than the budget of "))
    #expect(text.contains("Recruiting") && text.contains("Taken as budgeted"))
    #expect(VarianceReport(variance, of: budget, language: .chinese).text().contains("招聘"))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(report.document.text.utf8)) as? [String: Any])
    #expect(object["schema"] as? String == "peakplan/variance/1")
    #expect(object["difference"] as? String == "500.00")
    let causes = try #require(object["causes"] as? [[String: Any]])
    let sum = causes.compactMap { ($0["amount"] as? String).map { PlanFixture.yuan($0) } }.total()
    #expect(sum == PlanFixture.yuan("500.00"))
    let nothing = VarianceReport(BudgetVariance(budget.budget, actuals: []), of: budget)
    #expect(nothing.text().contains("Nothing is known of any month"))
    for language in Language.allCases {
      #expect(!VarianceReport(variance, of: budget, language: language).text().contains("{"))
    }
  }
}
