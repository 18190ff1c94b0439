internal import Contracts
internal import Costing
internal import Quoting
internal import Scenarios
internal import Units

extension BidsReport {
  /// What each bid offers: its price, what is due in any case, and by when it has how many seats.
  var termsTable: Table {
    Table(
      name: "bid-terms", title: strings.bids(.termsTable),
      columns: [
        .init(strings.bids(.bid), key: "bid"),
        .number("\(strings.bids(.price)) (\(currency.code))", key: "price"),
        .init(strings.bids(.perUnit), key: "unit"),
        .number(strings.bids(.onHolidays), key: "holiday_factor"),
        .init(strings.bids(.dueAnyway), key: "due_anyway"),
        .number(strings.bids(.notice), key: "notice_weeks"),
        .number(strings.bids(.ramp), key: "ramp_per_week"),
        .number(strings.bids(.mostOfferedSeats), key: "maximum_seats"),
        .number(strings.bids(.output), key: "proficiency"),
        .init(strings.bids(.serviceColumn), key: "service_level"),
        .number(strings.bids(.paidAfter), key: "payment_days"),
      ],
      rows: comparison.round.bids.map { bid in
        let (vendor, terms) = (bid.vendor, bid.vendor.terms)
        return [
          .named(words.name(of: vendor.id.rawValue), key: vendor.id.rawValue),
          .number(terms.agreedRate.major(currency).doubleValue, decimals: 2),
          .named(strings.words(terms.price.unit.name), key: terms.price.unit.rawValue),
          .percent(terms.factor(for: .holiday)?.doubleValue ?? 1, decimals: 0),
          .text(strings.list(dueAnyway(vendor))),
          .number(Double(vendor.noticeWeeks)), .number(vendor.rampPerWeek.value),
          .number(vendor.maximumSeats.value), .percent(vendor.proficiency.value, decimals: 0),
          .text(bid.serviceLevel.map(service) ?? ""),
          .number(bid.paymentDays > 0 ? Double(bid.paymentDays) : nil),
        ]
      })
  }

  /// Bonus and malus in words.
  private func service(_ levels: ServiceLevels) -> String {
    levels.targets.flatMap { target -> [String] in
      let isPerPoint = target.mode == .perPoint
      // Per point, the contract counts percent of the base for each point: the factor 1 is 1 %.
      let scale = isPerPoint ? 0.01 : 1
      func share(_ value: Rational) -> String { DecimalText.percent(value.doubleValue) }
      func sentence(
        _ phrase: BidsPhrase, at level: Rational, _ change: Rational, cap: Rational
      ) -> [String] {
        guard change > .zero else { return [] }
        let text = strings.bids(
          phrase, share(level), DecimalText.percent(change.doubleValue * scale))
        return [text + (cap < .one ? strings.bids(.serviceCap, share(cap)) : "")]
      }
      return sentence(
        isPerPoint ? .malusPerPoint : .malusBelow, at: target.target, target.malus,
        cap: levels.malusCap)
        + sentence(
          isPerPoint ? .bonusPerPoint : .bonusFrom,
          at: target.target + (isPerPoint ? .zero : target.stretch ?? .zero), target.bonus,
          cap: levels.bonusCap)
    }.joined(separator: strings.language == .chinese ? "，" : ", ")
  }

  /// What a vendor is paid whether it is used or not, in words.
  private func dueAnyway(_ vendor: Vendor) -> [String] {
    let terms = vendor.terms
    var parts: [String] = []
    if vendor.minimumSeats > .zero {
      parts.append(strings.bids(.seatsAtLeast, DecimalText.fixed(vendor.minimumSeats.value)))
    }
    if let commitment = terms.commitment, commitment.spendPerMonth == nil {
      parts.append(
        strings.bids(
          commitment.countPerMonth == nil ? .hoursAMonth : .contactsAMonth,
          DecimalText.fixed(commitment.quantityPerMonth)))
    }
    if let spend = terms.commitment?.spendPerMonth {
      parts.append(strings.bids(.spendAMonth, DecimalText.whole(spend, currency)))
    }
    if let fee = terms.baseFee, fee > .zero {
      parts.append(strings.bids(.feeAMonth, DecimalText.whole(fee, currency)))
    }
    if let setup = terms.setup, setup.fee > .zero {
      parts.append(strings.bids(.feeAtStart, DecimalText.whole(setup.fee, currency)))
    }
    if let exit = vendor.clauses?.exitCost, exit > .zero {
      parts.append(strings.bids(.feeAtEnd, DecimalText.whole(exit, currency)))
    }
    return parts
  }
}
