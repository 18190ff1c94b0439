public import Quoting
internal import Scenarios
internal import Units

/// A comparison of bids as a page for the buyer who signs the award: one HTML file that stands alone and
/// prints on A4.
public struct BidsPage: Sendable {
  private let report: BidsReport
  private let program: String

  /// The page of `comparison`.
  public init(_ comparison: BidComparison, program: String, language: Language = .english) {
    report = BidsReport(comparison, language: language)
    self.program = program
  }

  private var comparison: BidComparison { report.comparison }
  private var strings: Strings { report.strings }

  /// The whole file.
  public var html: String {
    HTMLPage(
      strings: strings, title: DisplayWidth.singleLine(comparison.round.scenario.name),
      kicker: strings.bids(.kicker),
      question: DisplayWidth.singleLine(comparison.round.scenario.question),
      lead: lead, sections: sections,
      footnotes: [
        strings(QuotePhrase.moneyNote, report.currency.code), strings(QuotePhrase.madeBy, program),
      ]
    ).text
  }

  private var lead: [HTMLPage.Block] {
    // One sentence for all volumes, or one for each: that of the base volume stands first.
    let same = Set(BidVolume.allCases.compactMap { comparison.best(at: $0)?.option }).count == 1
    var sentences = report.verdict
    let place = same ? 0 : BidVolume.allCases.firstIndex(of: .base) ?? 0
    let first = sentences.indices.contains(place) ? sentences.remove(at: place) : nil
    return (first.map { [.callout($0, .good)] } ?? [])
      + [.figures(figures)] + (sentences.isEmpty ? [] : [.list(sentences)])
  }

  private var figures: [HTMLPage.KeyFigure] {
    let own = comparison.row(.inHouse)?[.base]?.total
    let best = comparison.best(at: .base)
    let code = report.currency.code
    func figure(
      _ phrase: BidsPhrase, _ amount: Money?, detail: String = "", tone: Tone = .plain
    ) -> HTMLPage.KeyFigure? {
      amount.map {
        HTMLPage.KeyFigure(
          strings.bids(phrase), DecimalText.whole($0, report.currency), unit: code, detail: detail,
          tone: tone)
      }
    }
    let least = best?[.base]?.total
    let saved = own.flatMap { own in least.map { own - $0 } }
    return [
      figure(
        .bestChoice, least,
        detail: best.map { report.name(of: $0.option) } ?? "", tone: .good),
      figure(.inHouse, own),
      saved.flatMap { $0 > .zero ? figure(.savedAgainstOwn, $0, tone: .good) : nil },
      comparison.safest.flatMap {
        figure(.largestRegret, $0.largestRegret, detail: report.name(of: $0.option))
      },
    ].compactMap(\.self)
  }

  private var sections: [HTMLPage.Section] {
    func section(
      _ id: String, _ heading: BidsPhrase, _ sentences: [String], _ tables: [Table]
    ) -> HTMLPage.Section? {
      let filled = tables.filter { !$0.rows.isEmpty }.map(\.withoutEmptyColumns)
      guard !sentences.isEmpty || !filled.isEmpty else { return nil }
      return HTMLPage.Section(
        id: id, heading: strings.bids(heading),
        blocks: (sentences.isEmpty ? [] : [.list(sentences)]) + filled.map { .table($0) })
    }
    return [
      section("choices", .choices, [], [report.totalsTable, report.detailsTable]),
      section("bids", .offers, report.trapSentences, [report.termsTable]),
      section("award", .award, [], [report.awardTable]),
      section("contracts", .forms, report.contractSentences, []),
      section(
        "clauses", .decisive, report.decisive + report.serviceSentences, [report.clausesTable]),
      section("invoices", .invoices, [], [report.invoiceTable]),
    ].compactMap(\.self)
  }
}
