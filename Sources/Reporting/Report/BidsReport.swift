internal import BusinessCalendar
internal import CapacityPlanning
internal import Contracts
internal import Costing
public import Quoting
internal import Scenarios
internal import Units

/// Bids beside each other as people and programs read them.
public struct BidsReport: Sendable {
  let comparison: BidComparison
  let words: StudyWords

  /// A report of `comparison`.
  public init(_ comparison: BidComparison, language: Language = .english) {
    self.comparison = comparison
    words = StudyWords(comparison.round.scenario, language: language)
  }

  var strings: Strings { words.strings }
  var currency: Currency { words.scenario.currency }

  /// The report for a terminal.
  public func text(width: Int = 100, color: Bool = false) -> String {
    let style = TerminalStyle(color: color)
    let limit = max(40, width)
    var text = style.bold(strings.bids(.title, words.scenario.name)) + "\n"
    text += "\n"
    for sentence in verdict + decisive + serviceSentences + contractSentences + trapSentences {
      let lines = DisplayWidth.wrapped(sentence, to: limit - 4)
      for (place, line) in lines.enumerated() {
        text += (place == 0 ? "  • " : "    ") + line + "\n"
      }
    }
    for table in tables where !table.rows.isEmpty {
      text += "\n" + TextTable(table, width: limit, style: style).text
    }
    return text
  }

  /// The tables: totals, what they are made of, the award, invoices, clauses.
  public var tables: [Table] {
    [totalsTable, detailsTable, awardTable, invoiceTable, clausesTable]
  }

  // MARK: - Words

  /// A choice in words.
  func name(of option: BidOption) -> String {
    switch option {
    case .inHouse: strings.bids(.inHouse)
    case .bid(let vendor): words.name(of: vendor.rawValue)
    case .award: strings.bids(.awardOf)
    }
  }

  /// A choice for machines.
  func key(of option: BidOption) -> String {
    switch option {
    case .inHouse: "in-house"
    case .bid(let vendor): vendor.rawValue
    case .award(let vendors): vendors.map(\.rawValue).joined(separator: "+")
    }
  }

  private func factor(of volume: BidVolume) -> String {
    let share =
      switch volume {
      case .low: comparison.round.low
      case .base: Rational.one
      case .high: comparison.round.high
      }
    return DecimalText.percent(share.doubleValue, decimals: 0)
  }

  func price(_ price: UnitPrice) -> String {
    let scale = Double(currency.minorUnitsPerMajor)
    return DecimalText.fixed(price.approximateMinorUnits / scale, decimals: 2) + " " + currency.code
  }

  private func whole(_ amount: Money) -> String {
    DecimalText.whole(amount, currency) + " " + currency.code
  }

  var verdict: [String] {
    let best = BidVolume.allCases.compactMap { comparison.best(at: $0)?.option }
    var lines: [String] = []
    if best.count == BidVolume.allCases.count, Set(best).count == 1, let option = best.first {
      lines.append(strings.bids(.bestAll, name(of: option)))
    } else {
      for volume in BidVolume.allCases {
        guard let row = comparison.best(at: volume), let total = row[volume]?.total else {
          continue
        }
        lines.append(
          strings.bids(
            .bestAt, strings.name(of: volume), factor(of: volume), name(of: row.option),
            whole(total)))
      }
    }
    if let own = comparison.row(.inHouse)?[.base]?.total,
      let least = comparison.rows.filter({ $0.option != .inHouse }).compactMap({ $0[.base]?.total })
        .min()
    {
      lines.append(
        least < own ? strings.bids(.beats, whole(own - least)) : strings.bids(.beatsNone))
    }
    if let safe = comparison.safest, let regret = safe.largestRegret {
      lines.append(strings.bids(.safest, name(of: safe.option), whole(regret)))
    }
    if comparison.round.bids.count > 1 {
      let award = comparison.rows.last { if case .award = $0.option { true } else { false } }
      let gap = strings.language == .chinese ? "" : " "
      if let award {
        let names = award.option.vendors.map { words.name(of: $0.rawValue) }
        let parts =
          [
            strings.bids(.awardIs, strings.list(names)),
            strings.bids(.awardsTried, "\(comparison.awardsTried)"),
          ] + priceOfLimits(award) + (comparison.areAwardsCut ? [strings.bids(.awardsCut)] : [])
        lines.append(parts.joined(separator: gap))
      } else {
        lines.append(strings.bids(.awardOne))
      }
    }
    return lines
  }

  /// What the award costs more than the best bid alone at the base volume, where that is anything.
  private func priceOfLimits(_ award: BidRow) -> [String] {
    let alone = comparison.rows.compactMap { row -> Money? in
      guard case .bid = row.option else { return nil }
      return row[.base]?.total
    }.min()
    guard let alone, let total = award[.base]?.total, total > alone else { return [] }
    return [strings.bids(.limitsCost, whole(total - alone))]
  }

  /// An amount in whole units for people, exact for machines.
  func cell(_ amount: Money?) -> Cell {
    guard let amount else { return .number(nil) }
    return .named(DecimalText.whole(amount, currency), key: currency.decimal(amount))
  }

  /// The clause of each bid that costs most.
  var decisive: [String] {
    let all = comparison.clauses
    let lines = comparison.round.bids.compactMap { bid -> String? in
      guard let first = all.first(where: { $0.vendor == bid.vendor.id }) else { return nil }
      let owner = words.name(of: bid.vendor.id.rawValue)
      return strings.bids(
        .costsMost, owner, clauseName(first.price.rule), whole(first.price.saved))
    }
    return lines.isEmpty ? [strings.bids(.noClauses)] : lines
  }

  /// What bonus and malus of each bid come to, base volume.
  var serviceSentences: [String] {
    comparison.rows.compactMap { row in
      guard case .bid(let id) = row.option, let service = row[.base]?.vendors.first?.service else {
        return nil
      }
      func percent(_ share: Share) -> String { DecimalText.percent(share.value, decimals: 0) }
      return strings.bids(
        .serviceExpected, words.name(of: id.rawValue), DecimalText.percent(service.expected.value),
        percent(service.malusProbability), percent(service.bonusProbability),
        whole(service.amount))
    }
  }

  /// A clause without the vendor's name where that is a separate column.
  func clauseName(_ rule: CapacityRule) -> String { strings.clause(rule.kind) }

  var contractSentences: [String] {
    guard let choice = comparison.contracts else { return [strings.bids(.noContracts)] }
    func hours(_ time: WorkTime) -> String { DecimalText.fixed(time.hours) }
    let (volume, capacity) = (
      words.name(of: choice.volumeBid.rawValue), words.name(of: choice.capacityBid.rawValue)
    )
    let phrase: BidsPhrase =
      choice.winner == .volume ? .contractsVolume : .contractsCapacity
    let gap = strings.language == .chinese ? "" : " "
    return [
      strings.bids(
        .contractsLead, hours(choice.ownTime), hours(choice.expectedTime), volume,
        price(choice.volumePrice), capacity, price(choice.capacityPrice),
        price(choice.lostPrice)),
      [
        strings.bids(
          phrase, whole(choice.volumeCost), whole(choice.capacityCost),
          hours(choice.reservedTime)),
        strings.bids(.flip, price(choice.flippingPrice), price(choice.flippingRate), volume),
        strings.bids(.flipBelow),
      ].joined(separator: gap),
    ]
  }

  var trapSentences: [String] {
    comparison.traps.map { entry in
      let trap = entry.trap
      func money(_ price: UnitPrice) -> String {
        whole(Money(rounding: price.minorUnitsPerUnit))
      }
      let sentence = strings.bids(
        trap.unit.basis == .contacts ? .contactTrap : .trap,
        words.name(of: entry.vendor.rawValue), DecimalText.fixed(trap.above.doubleValue),
        DecimalText.fixed(trap.limit.doubleValue), money(trap.costBelow),
        money(trap.costAtLimit))
      let months =
        entry.months.isEmpty
        ? strings.bids(.trapNoMonth)
        : strings.bids(.trapMonths, strings.list(entry.months.map(\.description)))
      return sentence + (strings.language == .chinese ? "" : " ") + months
    }
  }
}
