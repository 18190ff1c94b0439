internal import BusinessCalendar
public import Quoting
internal import Units

/// A bid as a page that a client can sign: one HTML file that stands alone and prints on A4.
///
/// Closed, it is written from the offer alone, which holds no wage, cost or margin; the open book has
/// a section with both.
public struct QuotePage: Sendable {
  private let offer: BidOffer
  private let book: QuoteBook?
  private let program: String
  private let strings: Strings

  /// The page of `offer`, with `book` where it is open.
  public init(
    _ offer: BidOffer, openBook book: QuoteBook? = nil, program: String,
    language: Language = .english
  ) {
    (self.offer, self.book, self.program) = (offer, book, program)
    strings = Strings(language)
  }

  private var tables: OfferTables { OfferTables(offer: offer, strings: strings) }

  /// The whole file.
  public var html: String {
    HTMLPage(
      strings: strings,
      title: strings(
        QuotePhrase.bidFor, DisplayWidth.singleLine(offer.vendor),
        DisplayWidth.singleLine(offer.client)),
      kicker: strings(QuotePhrase.bid), question: offer.name, lead: lead, sections: sections,
      footnotes: [
        strings(QuotePhrase.moneyNote, offer.currency.code),
        strings(QuotePhrase.zoneNote, offer.timeZone), strings(QuotePhrase.madeBy, program),
      ]
    ).text
  }

  private var lead: [HTMLPage.Block] {
    let last = offer.term.last ?? offer.term.start
    return [
      .paragraph(
        strings(
          QuotePhrase.subject, DisplayWidth.singleLine(offer.vendor),
          DisplayWidth.singleLine(offer.client), strings.date(offer.term.start),
          strings.date(last))),
      .callout(tables.goLive, offer.ramp.isKept ? .good : .alert), .figures(figures),
      .paragraph(strings(book == nil ? QuotePhrase.closedNote : .openNote)),
    ]
  }

  private var figures: [HTMLPage.KeyFigure] {
    func price(_ unit: BidUnit) -> HTMLPage.KeyFigure? {
      guard let line = offer.prices.first(where: { $0.unit == unit }) else { return nil }
      let label = strings(unit == .fullTimeMonth ? QuotePhrase.eachMonth : .eachHour)
      return .init(label, tables.price(line.price, of: unit).display, unit: offer.currency.code)
    }
    let planned = offer.bills.first?.amounts.first ?? .zero
    let months = DecimalText.fixed(offer.months.doubleValue, decimals: 1)
    let earliest = offer.ramp.earliest
    let asked = strings.date(offer.ramp.requested)
    return [
      HTMLPage.KeyFigure(
        strings(QuotePhrase.total), DecimalText.whole(planned, offer.currency),
        unit: offer.currency.code, detail: strings(QuotePhrase.perTerm, months)),
      price(.fullTimeMonth), price(.productiveHour),
      HTMLPage.KeyFigure(
        strings(QuotePhrase.team), DecimalText.fixed(offer.meanHeads.value, decimals: 1),
        detail: strings(QuotePhrase.teamDetail)),
      HTMLPage.KeyFigure(
        strings(QuotePhrase.goLive), earliest.map { strings.date($0) } ?? DecimalText.none,
        detail: offer.ramp.isKept
          ? strings(QuotePhrase.asAsked) : strings(QuotePhrase.later, asked),
        tone: offer.ramp.isKept ? .good : .alert),
      HTMLPage.KeyFigure(
        strings(QuotePhrase.validity), strings.date(offer.validUntil)),
    ].compactMap(\.self)
  }

  private var sections: [HTMLPage.Section] {
    let scope = offer.scope.map { DisplayWidth.singleLine($0) }
    var sections: [HTMLPage.Section] = [
      .init(
        id: "scope", heading: strings(QuotePhrase.scope),
        blocks: (scope.isEmpty ? [] : [.list(scope)])
          + [
            .table(tables.work), .table(tables.volumes),
            .paragraph(strings(QuotePhrase.assumptions)), .list(tables.assumptions),
          ]),
      .init(
        id: "staffing", heading: strings(QuotePhrase.staffing),
        blocks: [
          .paragraph(strings(QuotePhrase.staffingModel)),
          .paragraph(
            strings(
              QuotePhrase.heads, DecimalText.fixed(offer.meanHeads.value, decimals: 1))),
        ] + (offer.support.isEmpty ? [] : [.table(tables.support)])),
      .init(
        id: "ramp", heading: strings(QuotePhrase.ramp),
        blocks: [
          .paragraph(tables.goLive),
          .chart(rampChart, caption: strings(QuotePhrase.captionRamp), twin: nil),
          .table(tables.ramp),
        ]),
      .init(id: "prices", heading: strings(QuotePhrase.prices), blocks: priceBlocks),
      .init(
        id: "service", heading: strings(QuotePhrase.service), blocks: [.list(tables.service)]),
      .init(
        id: "otherwise", heading: strings(QuotePhrase.sensitivity), blocks: [.table(tables.bills)]),
      .init(id: "law", heading: strings(QuotePhrase.law), blocks: [.list(tables.law)]),
      .init(id: "data", heading: strings(QuotePhrase.data), blocks: [.facts(tables.licences)]),
      .init(id: "terms", heading: strings(QuotePhrase.terms), blocks: [.list(tables.clauses)]),
      .init(
        id: "exclusions", heading: strings(QuotePhrase.exclusions),
        blocks: [.list(tables.exclusions)]),
    ]
    if let book { sections.append(open(book)) }
    sections.append(
      .init(
        id: "signing", heading: strings(QuotePhrase.signing),
        blocks: [
          .facts([
            (
              strings(QuotePhrase.signClient, DisplayWidth.singleLine(offer.client)),
              strings(QuotePhrase.signLine)
            ),
            (
              strings(QuotePhrase.signVendor, DisplayWidth.singleLine(offer.vendor)),
              strings(QuotePhrase.signLine)
            ),
          ])
        ]))
    return sections
  }

  private var priceBlocks: [HTMLPage.Block] {
    var blocks: [HTMLPage.Block] = [.table(tables.prices)]
    if offer.setupFee > .zero {
      let amount = offer.currency.grouped(offer.setupFee) + " " + offer.currency.code
      blocks.append(.facts([(strings(QuotePhrase.setupFee), amount)]))
    }
    if !offer.tiers.isEmpty { blocks.append(.table(tables.tiers)) }
    if !offer.surcharges.isEmpty { blocks.append(.table(tables.surcharges)) }
    return blocks
  }

  private func open(_ book: QuoteBook) -> HTMLPage.Section {
    let own = BookTables(book: book, currency: offer.currency, strings: strings)
    var blocks: [HTMLPage.Block] = [
      .paragraph(own.headline), .table(own.build), .list(own.sentences), .table(own.cases),
    ]
    if !own.surcharges.rows.isEmpty { blocks.append(.table(own.surcharges)) }
    return .init(id: "open-book", heading: strings(QuotePhrase.build), blocks: blocks)
  }

  private var rampChart: Element {
    func line(_ name: QuotePhrase, _ value: (QuoteRamp.PlanWeek) -> Double) -> LineChart.Line {
      let points = offer.ramp.weeks.enumerated().map { index, week in
        LineChart.Point(Double(index + 1), value(week))
      }
      return LineChart.Line(strings(name), points, isStepped: true)
    }
    return LineChart(
      head: ChartHead(
        id: "ramp-chart", title: strings(QuotePhrase.chartRamp),
        description: strings(QuotePhrase.captionRamp)),
      lines: [
        line(.chartNeeded) { $0.needed.value }, line(.chartOutput) { $0.output.value },
      ], xTitle: strings(QuotePhrase.week), unit: strings(QuotePhrase.experienced)
    ).element(strings)
  }
}
