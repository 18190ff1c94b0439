internal import BusinessCalendar
internal import Contracts
public import Quoting
internal import Scenarios
internal import Units

/// A bid as JSON: closed, from the offer alone; the open book adds costs and margins.
public struct QuoteDocument: Sendable {
  private let offer: BidOffer
  private let book: QuoteBook?
  private let program: String

  /// The document of `offer`, with `book` where it is open.
  public init(_ offer: BidOffer, openBook book: QuoteBook? = nil, program: String) {
    (self.offer, self.book, self.program) = (offer, book, program)
  }

  private var currency: Currency { offer.currency }

  /// The document.
  public var document: JSONValue {
    var members: [JSONValue.Member] = [
      .init("schema", .string("peakplan/quote/1")), .init("program", .string(program)),
      .init("book", .string(book == nil ? "closed" : "open")),
      .init("client", .string(offer.client)), .init("vendor", .string(offer.vendor)),
      .init("name", .string(offer.name)), .init("currency", .string(currency.code)),
      .init("timeZone", .string(offer.timeZone)), .init("start", date(offer.term.start)),
      .init("end", date(offer.term.end)), .init("months", number(offer.months)),
      .init("validUntil", date(offer.validUntil)),
      .init("paymentDays", .integer(Int64(offer.paymentDays))), .init("vat", number(offer.vat)),
      .init("work", .array(offer.work.map(value))),
      .init(
        "volumes",
        .array(
          offer.volumes.map {
            .object([
              .init("month", .string($0.month.description)),
              .init("days", .integer(Int64($0.days))),
              .init("contacts", .number($0.contacts.value)),
            ])
          })),
      .init("meanHeads", .number(offer.meanHeads.value)),
      .init("shrinkage", .number(offer.shrinkage.value)),
      .init("occupancy", .number(offer.occupancy.value)),
      .init("ramp", value(offer.ramp)), .init("prices", .array(offer.prices.map(value))),
      .init("setupFee", money(offer.setupFee)), .init("minimum", number(offer.minimum)),
      .init("tierMode", .string(offer.tierMode.rawValue)),
      .init("tiers", .array(offer.tiers.map(value))),
      .init("surcharges", .array(offer.surcharges.map(value))),
      .init("serviceLevel", offer.serviceLevel.map(value) ?? .null),
      .init("bills", .array(offer.bills.map(value))),
    ]
    members += clauses
    if let book { members.append(.init("openBook", value(book))) }
    return .object(members)
  }

  private var clauses: [JSONValue.Member] {
    let overtime = offer.overtime
    return [
      .init(
        "overtime",
        .object([
          .init("rules", JSONValue(overtime.rules)),
          .init("plannedHours", .number(overtime.planned.hours)),
          .init("mostPerPersonAndMonth", .number(overtime.mostPerMonth.hours)),
          .init("limitPerMonth", JSONValue(overtime.limitPerMonth?.hours)),
          .init("limitPerDay", JSONValue(overtime.limitPerDay?.hours)),
          .init("isLegal", .bool(overtime.isLegal)),
        ])),
      .init("scriptChange", offer.scriptChange.map(money) ?? .null),
      .init("licence", JSONValue(offer.licence)),
      .init("personalData", JSONValue(offer.personalData)),
      .init("scope", .array(offer.scope.map(JSONValue.string))),
      .init("exclusions", .array(offer.exclusions.map(JSONValue.string))),
    ]
  }

  private func date(_ date: LocalDate) -> JSONValue { .string(date.description) }
  private func money(_ amount: Money) -> JSONValue { .string(currency.decimal(amount)) }
  private func number(_ value: Rational) -> JSONValue { .number(value.doubleValue) }
  private func price(_ price: UnitPrice) -> JSONValue {
    .string(DecimalText.major(price, currency))
  }

  // MARK: The offer

  private func value(_ work: BidOffer.Work) -> JSONValue {
    let promise: [JSONValue.Member] =
      switch work.target {
      case .answered(let share, let within):
        [
          .init("answered", .number(share.value)),
          .init("withinSeconds", .number(within.inSeconds)),
        ]
      case .done(let within): [.init("doneWithinHours", .number(within.inHours))]
      }
    return .object([
      .init("name", .string(work.name)), .init("channel", .string(work.channel)),
      .init("concurrency", .integer(Int64(work.concurrency))),
      .init("promise", .object(promise)),
      .init("handleTimeSeconds", .number(work.handleTime.inSeconds)),
      .init("contacts", .number(work.contacts.value)),
      .init("productiveHours", .number(work.productiveTime.hours)),
    ])
  }

  private func value(_ ramp: QuoteRamp) -> JSONValue {
    .object([
      .init("requested", date(ramp.requested)), .init("isKept", .bool(ramp.isKept)),
      .init("earliest", ramp.earliest.map(date) ?? .null),
      .init("needed", .integer(Int64(ramp.needed))),
      .init("present", .integer(Int64(ramp.present))),
      .init(
        "steps",
        .array(
          ramp.steps.map {
            .object([
              .init("week", .integer(Int64($0.week))), .init("date", date($0.date)),
              .init("heads", .integer(Int64($0.heads))),
            ])
          })),
      .init(
        "weeks",
        .array(
          ramp.weeks.map {
            .object([
              .init("start", date($0.week.start)), .init("needed", .number($0.needed.value)),
              .init("output", .number($0.output.value)), .init("heads", .number($0.heads.value)),
              .init("inTraining", .number($0.inTraining.value)),
              .init("joined", .number($0.joined.value)),
            ])
          })),
    ])
  }

  private func value(_ line: BidOffer.Price) -> JSONValue {
    .object([
      .init("unit", .string(line.unit.rawValue)),
      .init("quantity", .number(line.quantity.doubleValue)), .init("price", price(line.price)),
      .init("amount", money(line.amount)),
      .init("monthlyMinimum", .number(line.monthlyMinimum.doubleValue)),
    ])
  }

  private func value(_ tier: BidOffer.Tier) -> JSONValue {
    .object([
      .init("unit", .string(tier.unit.rawValue)),
      .init("abovePerMonth", .number(tier.above.doubleValue)), .init("price", price(tier.price)),
    ])
  }

  private func value(_ surcharge: BidOffer.Surcharge) -> JSONValue {
    .object([
      .init("when", .string(surcharge.kind.rawValue)), .init("factor", number(surcharge.factor)),
      .init("rule", .string(surcharge.rule)), .init("source", .string(surcharge.source)),
    ])
  }

  private func value(_ levels: ServiceLevels) -> JSONValue {
    .object([
      .init(
        "targets",
        .array(
          levels.targets.map {
            .object([
              .init("metric", .string($0.metric)), .init("target", number($0.target)),
              .init("mode", .string($0.mode.rawValue)), .init("malus", number($0.malus)),
              .init("bonus", number($0.bonus)),
              .init("stretch", $0.stretch.map(number) ?? .null),
            ])
          })),
      .init("malusCap", number(levels.malusCap)), .init("bonusCap", number(levels.bonusCap)),
    ])
  }

  private func value(_ bill: BidOffer.Bill) -> JSONValue {
    let amounts = zip(offer.prices, bill.amounts).map { line, amount in
      JSONValue.Member(line.unit.rawValue, money(amount))
    }
    return .object([
      .init("change", JSONValue(bill.change?.key)), .init("amounts", .object(amounts)),
      .init("lostShare", .number(bill.lostShare.value)),
    ])
  }

  // MARK: The open book

  private func value(_ book: QuoteBook) -> JSONValue {
    let prices = book.prices
    return .object([
      .init(
        "costs",
        .array(
          book.costs.lines.map { line in
            .object([
              .init("item", .string(line.item.rawValue)), .init("amount", money(line.amount)),
              .init(
                "ledger",
                .object(line.parts.map { .init($0.kind, money($0.amount)) })),
            ])
          })),
      .init("cost", money(prices.cost)), .init("ledgerTotal", money(book.costs.plan)),
      .init("risk", money(prices.risk)), .init("margin", money(prices.margin)),
      .init("finance", money(prices.finance)), .init("price", money(prices.total)),
      .init("marginShare", number(book.terms.margin)), .init("markup", number(prices.markup)),
      .init("wageShare", number(book.wageShare)),
      .init("breakEvenShare", prices.breakEvenShare.map(number) ?? .null),
      .init("breakEvenContactsPerMonth", JSONValue(book.breakEvenContacts?.doubleValue)),
      .init(
        "cases",
        .array(
          book.cases.map { one in
            .object([
              .init("change", JSONValue(one.change?.key)), .init("cost", money(one.cost)),
              .init(
                "margin",
                .object(
                  one.units.map {
                    .init($0.unit.rawValue, $0.margin.map(number) ?? .null)
                  })),
            ])
          })),
      .init(
        "surcharges",
        .array(
          book.surcharges.map {
            .object([
              .init("when", .string($0.kind.rawValue)), .init("law", number($0.factor)),
              .init("onWageShare", number($0.onWageShare)), .init("offered", number($0.offered)),
            ])
          })),
      .init("service", book.service.map(value) ?? .null),
    ])
  }

  private func value(_ service: QuoteService) -> JSONValue {
    .object([
      .init("expected", .number(service.expected.value)),
      .init("malusProbability", .number(service.malusProbability.value)),
      .init("bonusProbability", .number(service.bonusProbability.value)),
      .init("change", number(service.change)), .init("amount", money(service.amount)),
      .init(
        "outcomes",
        .array(
          service.outcomes.map {
            .object([
              .init("volume", .number($0.volume)), .init("level", .number($0.level.value)),
            ])
          })),
    ])
  }
}
