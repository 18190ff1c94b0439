import BusinessCalendar
import CapacityPlanning
import Planning
import Scenarios
import Spreadsheets
import Testing
import Units

@testable import Reporting

/// What overtime is worth, as people and programs read it.
@Suite("Report of overtime decisions")
struct OvertimeReportTests {
  private func rate(_ minorUnits: Int64) -> HourlyRate {
    HourlyRate(perHour: UnitPrice(Money(minorUnits: minorUnits)))
  }

  private func decisions(more: Int64 = 5_000, limitCosts: Int64? = 182_600) throws
    -> OvertimeDecisions
  {
    try report(more: more, limitCosts: limitCosts).decisions
  }

  @Test("A page has a section of it, with the sentences and the tables that say something")
  func page() throws {
    for language in Language.allCases {
      let html = Report(
        SamplePlan.plan(), language: language, overtime: try decisions()
      ).html
      let heading = Strings(language)(OvertimePhrase.section)
      #expect(html.contains("id=\"overtime\""))
      #expect(html.contains(heading))
      for sentence in try report(language: language).lead.prefix(2) {
        #expect(html.contains(sentence), "\(sentence)")
      }
      #expect(!Report(SamplePlan.plan(), language: language).html.contains(heading))
    }
  }

  @Test("A sheet has the tables, and the way of the habit beside the plan as a live difference")
  func sheet() throws {
    let sheet = try report().sheet
    let rows = sheet.rows
    let planned = try #require(rows.firstIndex { $0.first == .text("as planned") })
    let habit = try #require(rows.firstIndex { $0.first == .text("own people off, vendors come") })
    #expect(habit == planned + 1)
    // The plan's cost is in the sixth column: the columns without hours of vendors fall away.
    let cost = try #require(
      rows[planned].lastIndex { cell in
        if case .number(let value, _) = cell { value == 90_000 } else { false }
      })
    let name = Sheet.column(cost)
    let sum = try #require(rows[habit].last)
    guard case .sum(let formula, let amount, _, _) = sum else {
      Issue.record("no formula: \(sum)")
      return
    }
    #expect(formula == "ROUND(\(name)\(habit + 1)-\(name)\(planned + 1),2)")
    #expect(amount == Money(minorUnits: 5_000))
  }

  @Test("What a way costs more is the difference of the two plans' amounts, to the cent")
  func differences() throws {
    let group = try #require(SamplePlan.plan().scenario.staffGroups.first).id
    func course(_ kind: HolidayCourse.Kind, _ cost: Int64, _ more: Int64) -> HolidayCourse {
      HolidayCourse(
        kind: kind, ownTime: .zero, ownPay: .zero, vendorTime: .zero, vendorPay: .zero,
        missing: .zero, planCost: Money(minorUnits: cost), more: Money(minorUnits: more))
    }
    // 100.004 and 150.006 are shown as 100.00 and 150.01; their own difference rounds to 50.00.
    let report = OvertimeReport(
      OvertimeDecisions(
        weeks: [], breakEvens: [], monthlyLimits: [], monthlyLimitCosts: nil,
        holidays: [course(.planned, 10_000, 0), course(.vendorsOnly, 15_001, 5_000)],
        surcharges: [],
        paidHolidays: [
          PaidHolidays(
            group: group, days: 2, headDays: Headcount(20), pay: Money(minorUnits: 1_001)),
          PaidHolidays(
            group: group, days: 1, headDays: Headcount(10), pay: Money(minorUnits: 2_002)),
        ]), of: SamplePlan.plan().scenario)
    #expect(report.text(width: 160).contains("50.01"))
    let sums = report.sheet.rows.flatMap(\.self).compactMap { cell -> Int64? in
      guard case .sum(_, let amount, _, _) = cell else { return nil }
      return amount.minorUnits
    }
    #expect(sums == [5_001, 3_003])
  }

  private func report(
    more: Int64 = 5_000, limitCosts: Int64? = 182_600, language: Language = .english
  ) throws -> OvertimeReport {
    let scenario = SamplePlan.plan().scenario
    let group = try #require(scenario.staffGroups.first).id
    let vendor = try #require(scenario.vendors.first).id
    func course(_ kind: HolidayCourse.Kind, _ more: Int64) -> HolidayCourse {
      HolidayCourse(
        kind: kind, ownTime: WorkTime(hours: 10), ownPay: Money(minorUnits: 120_000),
        vendorTime: .zero, vendorPay: .zero, missing: .zero,
        planCost: Money(minorUnits: 9_000_000 + more), more: Money(minorUnits: more))
    }
    let hire = HourSource(.hire, of: group.rawValue)
    let overtime = HourSource(.workday, of: group.rawValue)
    return OvertimeReport(
      OvertimeDecisions(
        weeks: [],
        breakEvens: [
          BreakEven(
            source: hire, against: overtime, fixed: Money(minorUnits: 175_000),
            netRate: rate(4_000), otherRate: rate(6_000), weeks: 3,
            netTime: WorkTime(hours: 120)),
          BreakEven(
            source: hire, against: HourSource(.vendor, of: vendor.rawValue),
            fixed: Money(minorUnits: 175_000), netRate: rate(4_000), otherRate: rate(3_750),
            weeks: nil, netTime: nil),
        ],
        monthlyLimits: [], monthlyLimitCosts: limitCosts.map { Money(minorUnits: $0) },
        holidays: [course(.planned, 0), course(.vendorsOnly, more)],
        surcharges: [
          HolidaySurcharge(
            vendor: vendor, group: group, factor: .triple,
            evenFactor: Multiplier(percent: 192))
        ]), of: scenario, language: language)
  }

  @Test(
    "Sentences say from when a hire is cheaper, what the limit costs and what staying away costs")
  func sentences() throws {
    let text = try report().text(width: 160)
    for part in [
      "when the need lasts 3 weeks on contacts (120 hours)",
      "The law’s limit of overtime a month costs 1,826.00", "would cost 50.00",
      "more than the plan", "1.92", "never",
    ] { #expect(text.contains(part), "\(part)\n\(text)") }
    #expect(try report(more: -5_000).text(width: 160).contains("50.00 CNY less than the plan"))
    #expect(try report(more: 0).text(width: 160).contains("is what the plan does too"))
    #expect(try report(limitCosts: 0).text(width: 160).contains("costs nothing in this plan"))
    #expect(try !report(limitCosts: nil).text(width: 160).contains("limit of overtime"))
  }

  @Test("It is there in Chinese, every phrase of it with the same marks")
  func chinese() throws {
    let text = try report(language: .chinese).text(width: 160)
    #expect(text.contains("需求持续3周（120净工时）以上时"))
    #expect(text.contains("比计划多花50.00 CNY"))
    for phrase in OvertimePhrase.allCases {
      for mark in ["{0}", "{1}", "{2}", "{3}"] {
        #expect(
          phrase.row.english.contains(mark) == phrase.row.chinese.contains(mark), "\(phrase)")
      }
    }
  }

  @Test("The document has amounts as decimals and keys of its own")
  func document() throws {
    let text = try report().document.text
    for part in [
      "\"schema\": \"peakplan/overtime/1\"", "\"monthlyLimitCosts\": \"1826.00\"",
      "\"way\": \"vendors-only\"", "\"more\": \"50.00\"", "\"weeks\": null",
      "\"atTheStart\": \"1750.00\"", "\"evenFactor\": 1.92",
    ] { #expect(text.contains(part), "\(part)\n\(text)") }
  }
}
