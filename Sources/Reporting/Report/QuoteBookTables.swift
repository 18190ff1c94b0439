internal import Costing
internal import Quoting
internal import Scenarios
internal import Units

/// The tables of a bid that show costs and margin: for the outsourcer, and in an open book.
struct BookTables {
  let book: QuoteBook
  let currency: Currency
  let strings: Strings

  private func share(_ amount: Money) -> Cell {
    let total = book.prices.total.approximateMinorUnits
    return .percent(total > 0 ? amount.approximateMinorUnits / total : nil)
  }

  private func percent(_ share: Rational) -> String { DecimalText.percent(share.doubleValue) }

  /// From the costs to the price, line by line.
  var build: Table {
    let prices = book.prices
    var rows = book.costs.lines.map { line -> [Cell] in
      let parts = line.parts.map { CostKind(key: $0.kind).map { strings.name(of: $0) } ?? $0.kind }
      return [
        .named(strings.name(of: line.item), key: line.item.rawValue),
        .money(line.amount, currency), share(line.amount),
        line.parts.isEmpty ? .empty : .named(strings.list(parts), key: line.parts[0].kind),
      ]
    }
    let steps: [(String, String, Money)] = [
      (strings(QuotePhrase.sumOfCosts), "cost", prices.cost),
      (strings(QuotePhrase.riskOf, percent(book.terms.risk)), "risk", prices.risk),
      (strings(QuotePhrase.marginOf, percent(book.terms.margin)), "margin", prices.margin),
      (
        strings(QuotePhrase.finance, "\(book.terms.paymentDays)"), "finance", prices.finance
      ),
    ]
    rows += steps.map { name, key, amount in
      [
        .named(name, key: key, tone: key == "cost" ? .strong : .plain),
        .money(amount, currency, tone: key == "cost" ? .strong : .plain), share(amount), .empty,
      ]
    }
    return Table(
      name: "build-up", title: strings(QuotePhrase.buildUp),
      note: strings(QuotePhrase.ledgerAgrees, currency.grouped(book.costs.plan)),
      columns: [
        .init(strings(QuotePhrase.item), key: "item"),
        .number(strings(QuotePhrase.amount), key: "amount"),
        .number(strings(QuotePhrase.share), key: "share"),
        .init(strings(QuotePhrase.fromLedger), key: "ledger"),
      ], rows: rows,
      totals: [
        .text(strings(QuotePhrase.priceSum)), .money(prices.total, currency),
        .percent(1),
      ])
  }

  /// What is left of the margin, by the unit that the client pays.
  var cases: Table {
    let units = book.prices.units.map(\.unit)
    let rows = book.cases.map { one -> [Cell] in
      let margins = one.units.map { result -> Cell in
        let isLoss = result.margin.map { $0 < .zero } ?? false
        return .percent(result.margin?.doubleValue, tone: isLoss ? .alert : .plain)
      }
      return [
        .named(
          one.change.map { strings.words(for: $0) } ?? strings(QuotePhrase.planned),
          key: one.change?.key ?? "planned"), .money(one.cost, currency),
        .percent(one.quantities.lostShare.value),
      ] + margins
    }
    return Table(
      name: "margins", title: strings(QuotePhrase.remaining),
      columns: [
        .init(strings(QuotePhrase.otherwise), key: "change"),
        .number(strings(QuotePhrase.cost), key: "cost"),
        .number(strings(QuotePhrase.lost), key: "lost"),
      ] + units.map { .number(strings.name(of: $0), key: $0.rawValue) }, rows: rows)
  }

  /// The law's factors, and what they are on the price.
  var surcharges: Table {
    Table(
      name: "surcharge-factors", title: strings(QuotePhrase.surcharges),
      note: strings(QuotePhrase.wageShareNote, percent(book.wageShare)),
      columns: [
        .init(strings(QuotePhrase.when), key: "when"),
        .number(strings(QuotePhrase.lawFactor), key: "law"),
        .number(strings(QuotePhrase.onFull), key: "full-price"),
        .number(strings(QuotePhrase.onWages), key: "wage-share"),
        .number(strings(QuotePhrase.inBid), key: "offered"),
      ],
      rows: book.surcharges.map { surcharge in
        [
          .named(strings.name(of: surcharge.kind), key: surcharge.kind.rawValue),
          surcharge.rule.isEmpty
            ? .number(nil) : .number(surcharge.factor.doubleValue, decimals: 2),
          .number(surcharge.factor.doubleValue, decimals: 2),
          .number(surcharge.onWageShare.doubleValue, decimals: 4),
          .number(surcharge.offered.doubleValue, decimals: 2),
        ]
      })
  }

  /// Volume below which the bid loses money, and bonus and malus to expect.
  var sentences: [String] {
    var lines: [String] = []
    if let left = book.cases.first?.quantities, left.lostContacts.doubleValue >= 0.5 {
      lines.append(
        strings(
          QuotePhrase.contactsLeft, DecimalText.fixed(left.lostContacts.doubleValue),
          DecimalText.percent(left.lostShare.value)))
    }
    if let earlier = book.cases.first?.quantities.earlierContacts, earlier.doubleValue >= 0.5 {
      lines.append(
        strings(QuotePhrase.contactsEarlier, DecimalText.fixed(earlier.doubleValue)))
    }
    if book.terms.tiers.contains(where: { $0.discount == nil }) {
      let discounts = book.prices.units.map { offer in
        let shares = book.prices.tiers(of: offer.unit).map {
          DecimalText.percent(($0.discount ?? .zero).doubleValue)
        }
        return "\(strings.name(of: offer.unit)) \(shares.joined(separator: " / "))"
      }
      lines.append(strings(QuotePhrase.tiersDerived, strings.list(discounts)))
    }
    if let share = book.prices.breakEvenShare, let contacts = book.breakEvenContacts {
      lines.append(
        strings(
          QuotePhrase.breakEven, DecimalText.fixed(contacts.doubleValue),
          DecimalText.percent(share.doubleValue)))
      if book.terms.minimum >= share {
        let minimum = DecimalText.percent(book.terms.minimum.doubleValue, decimals: 0)
        lines.append(strings(QuotePhrase.minimumCovers, minimum))
      }
    } else {
      lines.append(strings(QuotePhrase.breakEvenNone))
    }
    if let service = book.service {
      lines.append(
        strings(
          QuotePhrase.expectService, DecimalText.percent(service.expected.value),
          DecimalText.percent(service.malusProbability.value, decimals: 0),
          DecimalText.percent(service.bonusProbability.value, decimals: 0),
          currency.grouped(service.amount), currency.code,
          DecimalText.percent(service.change.doubleValue, decimals: 2)))
    }
    return lines
  }

  /// What it costs, and the shares of the price.
  var headline: String {
    strings(
      QuotePhrase.costs, currency.grouped(book.prices.cost), percent(book.terms.margin),
      percent(book.prices.markup), percent(book.terms.risk))
  }
}
