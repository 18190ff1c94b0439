internal import BusinessCalendar
internal import Contracts
internal import Quoting
internal import Scenarios
internal import Units

/// The tables of a bid that a client may read: they are made from the offer alone.
struct OfferTables {
  let offer: BidOffer
  let strings: Strings

  var currency: Currency { offer.currency }

  func price(_ price: UnitPrice, of unit: BidUnit) -> Cell {
    let decimals = currency.minorDigits + (unit.isByMonth ? 0 : 2)
    let scale = Rational(currency.minorUnitsPerMajor)
    let major = price.minorUnitsPerUnit.divided(by: scale) ?? .zero
    return .exact(major, decimals: decimals)
  }

  func percent(_ share: Rational) -> String {
    DecimalText.percent(share.doubleValue, decimals: share * Rational(100) == whole(share) ? 0 : 1)
  }

  private func whole(_ share: Rational) -> Rational {
    Rational(Money(rounding: share, times: Rational(100)).minorUnits)
  }

  // MARK: The work

  var work: Table {
    let rows = offer.work.map { work -> [Cell] in
      [
        .text(DisplayWidth.singleLine(work.name)), .text(channel(of: work)),
        .text(hours(work.openingHours)), .text(promise(work.target)),
        .text("\(DecimalText.fixed(work.handleTime.inSeconds)) s"),
        .number(work.contacts.value), .number(work.productiveTime.hours),
      ]
    }
    return Table(
      name: "work", title: strings(QuotePhrase.work),
      columns: [
        .init(strings(QuotePhrase.queue), key: "queue"),
        .init(strings(QuotePhrase.channel), key: "channel"),
        .init(strings(QuotePhrase.hours), key: "hours"),
        .init(strings(QuotePhrase.promise), key: "promise"),
        .number(strings(QuotePhrase.handleTime), key: "handle-time"),
        .number(strings(QuotePhrase.contacts), key: "contacts"),
        .number(strings(QuotePhrase.productiveHours), key: "productive-hours"),
      ], rows: rows)
  }

  private func channel(of work: BidOffer.Work) -> String {
    let name = strings.channelName(work.channel)
    return work.concurrency > 1
      ? name + ", " + strings(QuotePhrase.concurrent, "\(work.concurrency)") : name
  }

  private func promise(_ target: Scenarios.ServiceTarget) -> String {
    switch target {
    case .answered(let share, let within):
      strings(
        QuotePhrase.answered, DecimalText.percent(share.value, decimals: 0),
        DecimalText.fixed(within.inSeconds))
    case .done(let within): strings(QuotePhrase.done, DecimalText.fixed(within.inHours))
    }
  }

  /// The hours of a week: one line where all days are alike.
  private func hours(_ hours: OpeningHours) -> String {
    let days = Weekday.allCases.map { day in
      hours.stretches.filter { $0.weekday == day }.map { "\($0.from)–\($0.until)" }
        .joined(separator: ", ")
    }
    if let first = days.first, Set(days).count == 1 {
      return strings(QuotePhrase.everyDay) + " " + first
    }
    var parts: [(from: Weekday, to: Weekday, text: String)] = []
    for (day, text) in zip(Weekday.allCases, days) where !text.isEmpty {
      if let last = parts.last, last.text == text, last.to.adding(days: 1) == day {
        parts[parts.count - 1].to = day
      } else {
        parts.append((day, day, text))
      }
    }
    return parts.map { part in
      let from = strings.weekdayName(part.from)
      let span = part.from == part.to ? from : from + "–" + strings.weekdayName(part.to)
      return span + " " + part.text
    }.joined(separator: "; ")
  }

  var volumes: Table {
    Table(
      name: "volumes", title: strings(QuotePhrase.volumes),
      columns: [
        .date(strings(QuotePhrase.month), key: "month"),
        .number(strings(QuotePhrase.days), key: "days"),
        .number(strings(QuotePhrase.contacts), key: "contacts"),
      ],
      rows: offer.volumes.map { month in
        [
          .text(month.month.description), .count(month.days), .number(month.contacts.value),
        ]
      })
  }

  // MARK: People

  var support: Table {
    Table(
      name: "support", title: strings(QuotePhrase.support),
      columns: [
        .init(strings(QuotePhrase.role), key: "role"),
        .init(strings(QuotePhrase.span), key: "span"),
      ],
      rows: offer.support.map { role in
        [
          .text(DisplayWidth.singleLine(role.name)),
          .text(strings(QuotePhrase.spanOf, "\(role.span.people)", "\(role.span.agents)")),
        ]
      })
  }

  var ramp: Table {
    let rows = offer.ramp.weeks.enumerated().map { index, week -> [Cell] in
      [
        .count(index + 1),
        .named(strings.date(week.week.start), key: week.week.start.description),
        .number(week.needed.value, decimals: 1), .number(week.output.value, decimals: 1),
        .number(week.heads.value, decimals: 1), .number(week.inTraining.value, decimals: 1),
        .number(week.joined.value, decimals: 1),
      ]
    }
    return Table(
      name: "ramp", title: strings(QuotePhrase.rampTable), note: strings(QuotePhrase.rampNote),
      columns: [
        .number(strings(QuotePhrase.week), key: "week"),
        .date(strings(QuotePhrase.from), key: "from"),
        .number(strings(QuotePhrase.needed), key: "needed"),
        .number(strings(QuotePhrase.output), key: "output"),
        .number(strings(QuotePhrase.payroll), key: "heads"),
        .number(strings(QuotePhrase.inTraining), key: "in-training"),
        .number(strings(QuotePhrase.starting), key: "joined"),
      ], rows: rows)
  }

  /// Whether the go-live can be kept, and what is there by when.
  var goLive: String {
    let ramp = offer.ramp
    let asked = strings.date(ramp.requested)
    if let earliest = ramp.earliest, ramp.isKept {
      return strings(QuotePhrase.kept, asked, "\(ramp.needed)", strings.date(earliest))
    }
    let steps = landmarks.map { step in
      strings(QuotePhrase.byWeek, "\(step.heads)", "\(step.week)", strings.shortDate(step.date))
    }
    let ends = strings.language == .chinese ? "。" : ". "
    let listed = steps.isEmpty ? "" : strings.list(steps) + ends
    guard let earliest = ramp.earliest else {
      return strings(QuotePhrase.never, asked, "\(ramp.needed)", "\(ramp.present)", listed)
    }
    return strings(
      QuotePhrase.notKept, asked, "\(ramp.needed)", "\(ramp.present)", listed,
      strings.date(earliest))
  }

  /// At most three of the steps: the first, one midway, the last.
  private var landmarks: [QuoteRamp.Step] {
    let steps = offer.ramp.steps
    guard steps.count > 3, let first = steps.first, let last = steps.last else { return steps }
    let middle = (first.heads + last.heads) / 2
    let between = steps.dropFirst().dropLast().first { $0.heads >= middle } ?? steps[1]
    return [first, between, last]
  }

  // MARK: Prices

  var prices: Table {
    let rows = offer.prices.map { line -> [Cell] in
      let gross = UnitPrice(
        minorUnitsPerUnit: Rational(
          nearest: (line.price.minorUnitsPerUnit * (.one + offer.vat)).doubleValue))
      return [
        .named(strings.name(of: line.unit), key: line.unit.rawValue),
        .number(line.quantity.doubleValue, decimals: 2), price(line.price, of: line.unit),
        price(gross, of: line.unit), .money(line.amount, currency),
        offer.minimum > .zero
          ? .number(line.monthlyMinimum.doubleValue, decimals: 1) : .empty,
      ]
    }
    return Table(
      name: "prices", title: strings(QuotePhrase.priceSheet), note: strings(QuotePhrase.oneOf),
      columns: [
        .init(strings(QuotePhrase.unit), key: "unit"),
        .number(strings(QuotePhrase.quantity), key: "quantity"),
        .number(strings(QuotePhrase.price), key: "price"),
        .number(strings(QuotePhrase.priceVAT), key: "price-with-vat"),
        .number(strings(QuotePhrase.amount), key: "amount"),
        .number(strings(QuotePhrase.minimum), key: "monthly-minimum"),
      ], rows: rows
    ).withoutEmptyColumns
  }

  var tiers: Table {
    let note = strings(offer.tierMode == .marginal ? QuotePhrase.tierMarginal : .tierAll)
    let traps = offer.traps.map { trap in
      strings(
        QuotePhrase.trap, DecimalText.fixed(trap.from.doubleValue),
        DecimalText.fixed(trap.through.doubleValue))
    }
    return Table(
      name: "tiers", title: strings(QuotePhrase.tiers),
      note: ([note] + traps).joined(separator: " "),
      columns: [
        .init(strings(QuotePhrase.unit), key: "unit"),
        .number(strings(QuotePhrase.tierAbove), key: "above"),
        .number(strings(QuotePhrase.tierPrice), key: "price"),
      ],
      rows: offer.tiers.map { tier in
        [
          .named(strings.name(of: tier.unit), key: tier.unit.rawValue),
          .number(tier.above.doubleValue, decimals: 1), price(tier.price, of: tier.unit),
        ]
      })
  }

  var surcharges: Table {
    Table(
      name: "surcharges", title: strings(QuotePhrase.surcharges),
      note: strings(QuotePhrase.holidayHours),
      columns: [
        .init(strings(QuotePhrase.when), key: "when"),
        .number(strings(QuotePhrase.factor), key: "factor"),
        .init(strings(QuotePhrase.rule), key: "rule"),
      ],
      rows: offer.surcharges.map { surcharge in
        let rule = surcharge.rule.isEmpty ? "" : strings.words(surcharge.rule)
        let source = surcharge.source.isEmpty ? "" : " (\(place(of: surcharge)))"
        return [
          .named(strings.name(of: surcharge.kind), key: surcharge.kind.rawValue),
          .number(surcharge.factor.doubleValue, decimals: 2), .text(rule + source),
        ]
      })
  }

  /// Where a rule stands, without the mark of how it is known.
  private func place(of surcharge: BidOffer.Surcharge) -> String {
    let words = strings.words(surcharge.source)
    guard let last = words.last, ")）".contains(last),
      let start = words.lastIndex(where: { "(（".contains($0) })
    else { return words }
    let place = words[..<start]
    return place.last == " " ? String(place.dropLast()) : String(place)
  }

  /// What is paid as planned and otherwise.
  var bills: Table {
    let units = offer.prices.map(\.unit)
    let rows = offer.bills.map { bill -> [Cell] in
      [
        .named(
          bill.change.map { strings.words(for: $0) } ?? strings(QuotePhrase.asPlanned),
          key: bill.change?.key ?? "planned")
      ] + bill.amounts.map { .money($0, currency) } + [.percent(bill.lostShare.value)]
    }
    return Table(
      name: "bills", title: strings(QuotePhrase.whatPays), note: strings(QuotePhrase.billNote),
      columns: [.init(strings(QuotePhrase.otherwise), key: "change")]
        + units.map { .number(strings.name(of: $0), key: $0.rawValue) }
        + [.number(strings(QuotePhrase.lost), key: "lost")], rows: rows)
  }
}
