internal import Contracts
internal import Quoting
internal import Units

// The clauses of a bid in sentences.
extension OfferTables {
  var service: [String] {
    guard let levels = offer.serviceLevel, let measure = levels.targets.first else {
      return [strings(QuotePhrase.noService)]
    }
    let isStep = measure.mode == .step
    // Per point, the contract counts percent of the base: 1 is 1 %.
    let scale = isStep ? Rational.one : Rational(1, over: 100) ?? .one
    var lines = [strings(QuotePhrase.target, percent(measure.target))]
    if measure.malus > .zero {
      lines.append(
        strings(isStep ? QuotePhrase.malusStep : .malusPoint, percent(measure.malus * scale)))
    }
    if measure.bonus > .zero {
      let stretch = DecimalText.trimmed((measure.stretch ?? .zero) * Rational(100))
      lines.append(
        strings(
          isStep ? QuotePhrase.bonusStep : .bonusPoint, percent(measure.bonus * scale), stretch))
    }
    if levels.malusCap < .one || levels.bonusCap < .one {
      lines.append(strings(QuotePhrase.caps, percent(levels.malusCap), percent(levels.bonusCap)))
    }
    return lines + [strings(QuotePhrase.measured, band)]
  }

  /// How far above the plan a month's volume may be for its service to count, in words.
  private var band: String { percent(offer.volumeBand) }

  var law: [String] {
    let overtime = offer.overtime
    guard let rules = overtime.rules else { return [strings(QuotePhrase.overtimeNoRules)] }
    func hours(_ time: WorkTime) -> String {
      DecimalText.fixed(time.hours, decimals: time.seconds.isMultiple(of: 3600) ? 0 : 1)
    }
    var lines: [String] = []
    if overtime.planned > .zero {
      lines.append(
        strings(
          QuotePhrase.overtimePlanned, hours(overtime.planned), hours(overtime.mostPerMonth)))
    } else {
      lines.append(strings(QuotePhrase.overtimeNone))
    }
    if let limit = overtime.limitPerMonth {
      lines.append(strings(QuotePhrase.overtimeLimit, strings.words(rules), hours(limit)))
    }
    if let limit = overtime.limitPerDay {
      lines.append(strings(QuotePhrase.overtimeDay, hours(limit)))
    }
    if overtime.limitPerMonth != nil {
      lines.append(strings(overtime.isLegal ? QuotePhrase.overtimeLegal : .overtimeOver))
    }
    return lines + [strings(QuotePhrase.consent)]
  }

  var clauses: [String] {
    let script =
      offer.scriptChange.map { amount in
        strings(QuotePhrase.script, currency.grouped(amount), currency.code)
      } ?? strings(QuotePhrase.scriptFree)
    let minimum =
      offer.minimum > .zero
      ? strings(QuotePhrase.minimumTerm, percent(offer.minimum)) : strings(QuotePhrase.minimumNone)
    return [
      strings(QuotePhrase.vat, percent(offer.vat)),
      strings(QuotePhrase.payment, "\(offer.paymentDays)"), minimum,
      strings(QuotePhrase.valid, strings.date(offer.validUntil)), script,
    ]
  }

  var exclusions: [String] {
    [
      strings(QuotePhrase.causeWrong), strings(QuotePhrase.causeUnannounced),
      strings(QuotePhrase.causeOutage), strings(QuotePhrase.causeVolume, band),
    ] + offer.exclusions.map { DisplayWidth.singleLine($0) }
  }

  var licences: [(name: String, value: String)] {
    [
      (
        strings(QuotePhrase.licence),
        offer.licence.map { DisplayWidth.singleLine($0) } ?? strings(QuotePhrase.licenceOpen)
      ),
      (
        strings(QuotePhrase.personal),
        offer.personalData.map { DisplayWidth.singleLine($0) }
          ?? strings(QuotePhrase.personalOpen)
      ),
    ]
  }

  var assumptions: [String] {
    [
      strings(QuotePhrase.assumeVolumes),
      strings(QuotePhrase.assumeShrinkage, DecimalText.percent(offer.shrinkage.value)),
      strings(QuotePhrase.assumeOccupancy, DecimalText.percent(offer.occupancy.value)),
    ]
  }
}
