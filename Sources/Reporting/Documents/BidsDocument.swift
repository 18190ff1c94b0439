internal import BusinessCalendar
internal import CapacityPlanning
internal import Contracts
internal import Quoting
internal import Scenarios
internal import Units

extension BidsReport {
  /// The comparison as one JSON document.
  public var document: JSONValue {
    let round = comparison.round
    return [
      "schema": "peakplan/bids/1", "scenario": .string(round.scenario.id),
      "currency": .string(currency.code),
      "volumes": [
        "low": .number(round.low.doubleValue), "base": 1, "high": .number(round.high.doubleValue),
      ],
      "choices": .array(comparison.rows.map(choice)),
      "clauses": .array(
        comparison.clauses.map { clause in
          [
            "vendor": .string(clause.vendor.rawValue),
            "clause": .string(clause.price.rule.kind.rawValue),
            "path": .string(clause.price.rule.path),
            "saved": money(clause.price.saved),
            "savedInFull": JSONValue(clause.price.savedInFull.map(currency.decimal)),
            "weeks": .array(
              clause.price.weeks.map { .string("\(round.scenario.grid.weeks[$0].start)") }),
          ]
        }),
      "contracts": comparison.contracts.map(contracts) ?? .null,
      "traps": .array(
        comparison.traps.map { entry in
          [
            "vendor": .string(entry.vendor.rawValue),
            "unit": .string(entry.trap.unit.rawValue),
            "above": .number(entry.trap.above.doubleValue),
            "limit": .number(entry.trap.limit.doubleValue),
            "costBelow": money(Money(rounding: entry.trap.costBelow.minorUnitsPerUnit)),
            "costAtLimit": money(Money(rounding: entry.trap.costAtLimit.minorUnitsPerUnit)),
            "months": .array(entry.months.map { .string("\($0)") }),
          ]
        }),
      "awardsTried": .number(Double(comparison.awardsTried)),
      "awardsCut": .bool(comparison.areAwardsCut),
    ]
  }

  private func money(_ amount: Money) -> JSONValue { .string(currency.decimal(amount)) }

  private func price(_ price: UnitPrice?) -> JSONValue {
    guard let price else { return .null }
    return .number(price.approximateMinorUnits / Double(currency.minorUnitsPerMajor))
  }

  private func choice(_ row: BidRow) -> JSONValue {
    let kind =
      switch row.option {
      case .inHouse: "in-house"
      case .bid: "bid"
      case .award: "award"
      }
    return [
      "kind": .string(kind),
      "vendors": .array(row.option.vendors.map { .string($0.rawValue) }),
      "largestRegret": JSONValue(row.largestRegret.map(currency.decimal)),
      "outcomes": .array(row.outcomes.map(outcome)),
    ]
  }

  private func outcome(_ outcome: BidOutcome) -> JSONValue {
    guard let figures = outcome.figures else {
      return ["volume": .string(outcome.volume.rawValue), "isPossible": false]
    }
    return [
      "volume": .string(outcome.volume.rawValue), "isPossible": true,
      "total": money(figures.total), "rank": outcome.rank.map { .number(Double($0)) } ?? .null,
      "regret": JSONValue(outcome.regret.map(currency.decimal)),
      "paid": money(figures.paid), "inHouse": money(figures.inHouse),
      "invoice": money(figures.invoice), "clientSide": money(figures.clientSide),
      "missing": money(figures.missing), "requiredHours": .number(figures.requiredTime.hours),
      "shortHours": .number(figures.shortTime.hours),
      "contactsLost": .number(figures.contactsLost.value),
      "ownHours": .number(figures.ownTime.hours),
      "costPerEffectiveHour": price(figures.costPerEffectiveHour),
      "costPerHandledHour": price(figures.costPerHandledHour),
      "limitReached": .bool(figures.isLimitReached),
      "vendors": .array(figures.vendors.map(vendor)),
    ]
  }

  private func vendor(_ vendor: BidVendorFigures) -> JSONValue {
    [
      "vendor": .string(vendor.vendor.rawValue),
      "billedHours": .number(vendor.billedTime.hours),
      "effectiveHours": .number(vendor.effectiveTime.hours),
      "mostSeats": .number(vendor.mostSeats.value),
      "invoice": .array(
        vendor.invoiceParts.map {
          ["category": .string($0.category), "amount": money($0.amount)]
        }),
      "vat": money(vendor.vat), "clientSide": money(vendor.clientSide),
      "financing": money(vendor.financing),
      "service": vendor.service.map { service -> JSONValue in
        [
          "expected": .number(service.expected.value),
          "malusProbability": .number(service.malusProbability.value),
          "bonusProbability": .number(service.bonusProbability.value),
          "amount": money(service.amount),
        ]
      } ?? .null,
      "costPerEffectiveHour": price(vendor.costPerEffectiveHour),
    ]
  }

  private func contracts(_ choice: BidContractChoice) -> JSONValue {
    [
      "winner": .string(choice.winner.rawValue), "ownHours": .number(choice.ownTime.hours),
      "ownHourPrice": price(choice.ownHourPrice),
      "expectedHours": .number(choice.expectedTime.hours),
      "volumeBid": .string(choice.volumeBid.rawValue), "volumePrice": price(choice.volumePrice),
      "capacityBid": .string(choice.capacityBid.rawValue),
      "capacityPrice": price(choice.capacityPrice), "lostPrice": price(choice.lostPrice),
      "reservedHours": .number(choice.reservedTime.hours),
      "volumeCost": money(choice.volumeCost), "capacityCost": money(choice.capacityCost),
      "flippingPrice": price(choice.flippingPrice), "flippingRate": price(choice.flippingRate),
      "bestOwnHours": .number(choice.bestOwnTime.hours),
    ]
  }
}
