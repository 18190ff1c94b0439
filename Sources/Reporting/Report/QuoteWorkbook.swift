internal import BusinessCalendar
public import Quoting
internal import Scenarios
public import Spreadsheets
internal import Units

/// A bid's price sheet as a workbook with live formulas: prices, terms, volumes, ramp, and what is
/// paid otherwise.
///
/// Closed, it is written from the offer alone; the open book adds the costs and what is left of the
/// margin. There are no hidden cells or sheets.
public struct QuoteWorkbook: Sendable {
  private let offer: BidOffer
  private let book: QuoteBook?
  private let strings: Strings

  /// The workbook of `offer`, with `book` where it is open.
  public init(_ offer: BidOffer, openBook book: QuoteBook? = nil, language: Language = .english) {
    (self.offer, self.book) = (offer, book)
    strings = Strings(language)
  }

  private var currency: Currency { offer.currency }
  private var tables: OfferTables { OfferTables(offer: offer, strings: strings) }

  /// The workbook.
  public var workbook: Workbook {
    var sheets = [
      priceSheet, sheet(.terms, [], lists), sheet(.scope, [tables.work, tables.volumes], []),
      sheet(.ramp, [tables.ramp], [(QuotePhrase.ramp, [tables.goLive])]),
      sheet(.sensitivity, [tables.bills], []),
    ]
    if let book { sheets.append(buildSheet(book)) }
    return Workbook(title: title, date: offer.term.start, sheets: sheets)
  }

  private var title: String {
    strings(
      QuotePhrase.bidFor, DisplayWidth.singleLine(offer.vendor),
      DisplayWidth.singleLine(offer.client))
  }

  private func heading(_ phrase: QuotePhrase, over numbers: Bool = true) -> SheetCell {
    .heading(strings(phrase), isOverNumbers: numbers)
  }

  // MARK: Prices

  private var priceSheet: Sheet {
    let last = offer.term.last ?? offer.term.start
    var rows: [[SheetCell]] = [
      [.title(title)],
      [.text(DisplayWidth.singleLine(offer.name))],
      [
        .text(strings(QuotePhrase.from)), .date(offer.term.start), .date(last),
        .text(offer.currency.code),
      ],
      [.text(strings(QuotePhrase.vatRate)), .percent(offer.vat.doubleValue)], [],
      [
        heading(.unit, over: false), heading(.quantity), heading(.price), heading(.amount),
        heading(.amountVAT), heading(.minimum),
      ],
    ]
    for line in offer.prices {
      let row = rows.count + 1
      let extra = line.unit.isByMonth ? 0 : 2
      let scale = Double(currency.minorUnitsPerMajor)
      let price = line.price.minorUnitsPerUnit.doubleValue / scale
      rows.append([
        .text(strings.name(of: line.unit)), .number(line.quantity.doubleValue, decimals: 2),
        .number(price, decimals: currency.minorDigits + extra),
        .sum(
          "ROUND(B\(row)*C\(row),\(currency.minorDigits))", line.amount, currency,
          isTotal: false),
        .sum(
          "ROUND(D\(row)*(1+$B$4),\(currency.minorDigits))",
          Money(rounding: Rational(line.amount.minorUnits), times: .one + offer.vat), currency,
          isTotal: false),
        offer.minimum > .zero
          ? .number(line.monthlyMinimum.doubleValue, decimals: 1) : .empty,
      ])
    }
    rows += [[.text(strings(QuotePhrase.oneOf))], []]
    if offer.setupFee > .zero {
      rows += [[.text(strings(QuotePhrase.setupFee)), .money(offer.setupFee, currency)], []]
    }
    if !offer.tiers.isEmpty { rows += tables.tiers.sheetBlock }
    if !offer.surcharges.isEmpty {
      rows.append([heading(.surcharges, over: false), heading(.factor)])
      rows += offer.surcharges.map { surcharge in
        [
          .text(strings.name(of: surcharge.kind)),
          .number(surcharge.factor.doubleValue, decimals: 2),
        ]
      }
    }
    return Sheet(
      name: strings(QuotePhrase.prices), rows: rows, widths: [30, 18, 16, 16, 20, 18])
  }

  // MARK: Other sheets

  private var lists: [(QuotePhrase, [String])] {
    [
      (.service, tables.service), (.law, tables.law),
      (
        .surcharges,
        tables.surcharges.rows.map { row in
          row.map(\.display).filter { !$0.isEmpty }.joined(separator: " · ")
        }
      ),
      (.data, tables.licences.map { "\($0.name): \($0.value)" }), (.terms, tables.clauses),
      (.exclusions, tables.exclusions), (.assumptions, tables.assumptions),
    ]
  }

  private func sheet(
    _ name: QuotePhrase, _ tables: [Table], _ lists: [(QuotePhrase, [String])]
  ) -> Sheet {
    var rows: [[SheetCell]] = []
    for (title, lines) in lists {
      rows.append([.heading(strings(title))])
      rows += lines.map { [.text($0)] } + [[]]
    }
    rows += tables.flatMap(\.sheetBlock)
    return Sheet(
      name: strings(name), rows: rows,
      widths: tables.isEmpty ? [120] : Table.sheetWidths(of: tables))
  }

  // MARK: The open book

  private func buildSheet(_ book: QuoteBook) -> Sheet {
    let own = BookTables(book: book, currency: currency, strings: strings)
    var rows: [[SheetCell]] = [
      [.heading(strings(QuotePhrase.item)), heading(.amount), heading(.share)]
    ]
    func line(_ name: String, _ amount: Money) {
      let total = book.prices.total.approximateMinorUnits
      let share = total > 0 ? amount.approximateMinorUnits / total : 0
      rows.append([.text(name), .money(amount, currency), .percent(share)])
    }
    for entry in book.costs.lines { line(strings.name(of: entry.item), entry.amount) }
    let end = rows.count
    let digits = currency.minorDigits
    let prices = book.prices
    rows.append([
      .heading(strings(QuotePhrase.sumOfCosts)),
      .sum("ROUND(SUM(B2:B\(end)),\(digits))", prices.cost, currency, isTotal: true),
    ])
    let steps: [(String, Money)] = [
      (strings(QuotePhrase.risk), prices.risk), (strings(QuotePhrase.margin), prices.margin),
      (strings(QuotePhrase.finance, "\(book.terms.paymentDays)"), prices.finance),
    ]
    for (name, amount) in steps { line(name, amount) }
    rows.append([
      .heading(strings(QuotePhrase.priceSum)),
      .sum(
        "ROUND(SUM(B\(end + 1):B\(rows.count)),\(digits))", prices.total, currency,
        isTotal: true),
    ])
    rows += [[]] + own.sentences.map { [.text($0)] } + [[]]
    rows += own.cases.sheetBlock + own.surcharges.sheetBlock
    return Sheet(
      name: strings(QuotePhrase.build), rows: rows, widths: [40, 20, 14, 16, 16, 16, 16, 16, 16])
  }
}
