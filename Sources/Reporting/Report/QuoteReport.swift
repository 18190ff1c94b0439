public import Quoting
internal import Units

/// A bid as the outsourcer's own desk reads it, on a terminal: costs and margin included.
public struct QuoteReport: Sendable {
  private let quote: Quote
  private let strings: Strings

  /// A report of `quote`.
  public init(_ quote: Quote, language: Language = .english) {
    self.quote = quote
    strings = Strings(language)
  }

  /// The report for a terminal.
  public func text(width: Int = 100, color: Bool = false) -> String {
    let style = TerminalStyle(color: color)
    let width = max(40, width)
    let offer = OfferTables(offer: quote.offer, strings: strings)
    let own = BookTables(book: quote.book, currency: offer.currency, strings: strings)
    let title = strings(
      QuotePhrase.offered, DisplayWidth.singleLine(quote.offer.vendor),
      DisplayWidth.singleLine(quote.offer.client),
      offer.currency.grouped(quote.book.prices.total), offer.currency.code,
      DecimalText.fixed(quote.offer.months.doubleValue, decimals: 1))
    var lines = DisplayWidth.wrapped(title, to: width).map { style.bold($0) }
    for sentence in [own.headline, offer.goLive] + own.sentences {
      lines += DisplayWidth.wrapped(sentence, to: width)
    }
    var tables = [own.build, offer.prices]
    if !offer.tiers.rows.isEmpty { tables.append(offer.tiers) }
    if !own.surcharges.rows.isEmpty { tables.append(own.surcharges) }
    tables.append(own.cases)
    let body = tables.map { TextTable($0, width: width, style: style).text }
    return lines.map { $0 + "\n" }.joined() + "\n" + body.joined(separator: "\n")
  }
}
