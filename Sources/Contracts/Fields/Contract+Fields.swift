internal import Units

extension Contract {
  /// Reads a contract from the fields of a terms file; see ``ContractField/terms``.
  ///
  /// - Throws: everything that is wrong with the fields or with the contract they make.
  public init(fields entries: [FieldEntry]) throws(FieldIssues) {
    self.init()
    var reader = FieldReader(entries, fields: ContractField.terms)
    readMoney(&reader)
    readPeople(&reader)
    readContacts(&reader)
    readVolume(&reader)
    readClosing(&reader)
    readServiceLevels(&reader)
    if !reader.issues.isEmpty { throw FieldIssues(issues: reader.issues) }
    let found = problems
    if found.isEmpty, !billsAnything {
      let issue = FieldIssue(
        entry: nil, field: "", message: "there is no price in the terms",
        hint: "add one, such as productive-hour.rate")
      throw FieldIssues(issues: [issue])
    }
    guard !found.isEmpty else { return }
    for problem in found { reader.report(problem.field ?? "", problem.description) }
    throw FieldIssues(issues: reader.issues)
  }

  private mutating func readMoney(_ reader: inout FieldReader) {
    if let code = reader.text("currency") {
      if let known = Currency(code: code.uppercased()) {
        currency = known
        reader.scale = Rational(known.minorUnitsPerMajor)
        reader.minorDigits = known.minorDigits
      } else {
        reader.report(
          "currency", "“\(code)” is no currency that PeakPlan knows",
          hint: "it knows \(Currency.knownCodes.joined(separator: ", "))")
      }
    } else {
      currency = Currency(code: "CNY")
    }
    vatRate = reader.share("vat.rate") ?? .zero
    pricesIncludeVAT = reader.yesNo("vat.included") ?? false
    guard reader.hasAny("index.") else { return }
    guard reader.has("index.base") else { return reader.missing("index.base", "an index") }
    index = Indexation(
      base: reader.number("index.base") ?? .one, share: reader.share("index.share") ?? .one,
      cap: reader.share("index.cap") ?? .one)
  }

  private mutating func readPeople(_ reader: inout FieldReader) {
    baseFee = reader.price("base-fee.month")
    seatMonth = reader.price("seat-month.rate")
    if let rate = reader.price("fte-month.rate") {
      fullTime = FullTimePrice(rate: rate, payableDays: reader.number("fte-month.days-payable"))
    } else if reader.has("fte-month.days-payable"), !reader.has("fte-month.rate") {
      reader.missing("fte-month.rate", "the days of a month that are paid")
    }
    for unit in PricingUnit.ofHours {
      guard let rate = reader.price("\(unit.rawValue).rate") else { continue }
      hourPrices.append(PriceItem(unit: unit, rate: rate))
    }
    let wageShare = reader.share("surcharge.wage-share") ?? .one
    for condition in SurchargeCondition.allCases {
      guard let factor = reader.number("surcharge.\(condition.rawValue)") else { continue }
      surcharges.append(
        Surcharge(condition, onWageShare: wageShare, wageFactor: Multiplier(factor)))
    }
    for name in reader.namesBetween("premium.", []) {
      guard let share = reader.share("premium.\(name)") else { continue }
      premiums.append(Premium(name, share: share))
    }
    stacking = reader.choice("stacking", PremiumStacking.self) ?? .add
    if let tiers = reader.hourTiers("hour-tiers") {
      if hourPrices.isEmpty { reader.missing("productive-hour.rate", "tiers of hours") }
      let mode = reader.choice("hour-tier-mode", VolumeTiers.Mode.self) ?? .marginal
      hourTiers = VolumeTiers(tiers, mode: mode)
    } else if reader.has("hour-tier-mode"), !reader.has("hour-tiers") {
      reader.missing("hour-tiers", "the mode of tiers")
    }
    if let rate = reader.price("talk-minute.rate") {
      talk = TalkPrice(
        rate: rate, roundedTo: reader.number("talk-minute.round-sec") ?? .one,
        minimum: reader.number("talk-minute.min-sec") ?? .zero)
    } else if reader.hasAny("talk-minute."), !reader.has("talk-minute.rate") {
      reader.missing("talk-minute.rate", "the rounding of calls")
    }
  }

  private mutating func readContacts(_ reader: inout FieldReader) {
    contact = reader.price("contact.rate")
    if let bands = reader.bands("contact.tiers") {
      if let mode = reader.choice("contact.tier-mode", VolumeTiers.Mode.self) {
        contactTiers = ContactTiers(bands, mode: mode)
      } else if !reader.has("contact.tier-mode") {
        reader.missing("contact.tier-mode", "prices by bands: all-units or marginal")
      }
    } else if reader.has("contact.tier-mode"), !reader.has("contact.tiers") {
      reader.missing("contact.tiers", "the mode of bands")
    }
    if reader.hasAny("lock.") {
      forecastLock = ForecastLock(
        floor: reader.share("lock.floor"), cap: reader.share("lock.cap"),
        overFactor: reader.number("lock.over-factor") ?? .one,
        shortfallShare: reader.share("lock.shortfall") ?? .one)
    }
    if reader.hasAny("baseline.") {
      if reader.has("baseline.qty") {
        baseline = VolumeBaseline(
          contacts: reader.number("baseline.qty") ?? .zero,
          deadband: reader.share("baseline.deadband") ?? .zero,
          additionalCharge: reader.price("baseline.arc"),
          reducedCredit: reader.price("baseline.rrc"))
      } else {
        reader.missing("baseline.qty", "a baseline")
      }
    }
    if let share = reader.share("sales.share") {
      salesShare = SalesShare(share: share, clawback: reader.share("sales.clawback") ?? .one)
    } else if reader.has("sales.clawback"), !reader.has("sales.share") {
      reader.missing("sales.share", "the clawback of refunds")
    }
    consultation = reader.price("consultation.rate")
    promotionSeatDay = reader.price("promotion-seat-day.rate")
  }

  private mutating func readVolume(_ reader: inout FieldReader) {
    if let hours = reader.number("commit.hours") {
      if let unit = hourPrices.first?.unit {
        hourCommitment = HourCommitment(
          unit: unit, hours: hours, shortfallShare: reader.share("commit.shortfall") ?? .one)
      } else {
        reader.missing("productive-hour.rate", "committed hours")
      }
    } else if reader.has("commit.shortfall"), !reader.has("commit.hours") {
      reader.missing("commit.hours", "the price of a shortfall")
    }
    if reader.has("commit.qty") {
      if reader.has("commit.rate") {
        contactCommitment = ContactCommitment(
          contacts: reader.number("commit.qty") ?? .zero,
          rate: reader.price("commit.rate") ?? .zero)
      } else {
        reader.missing("commit.rate", "committed contacts")
      }
    } else if reader.has("commit.rate") {
      reader.missing("commit.qty", "the price of missing contacts")
    }
    minimumSpend = reader.amount("commit.spend")
  }

  private mutating func readClosing(_ reader: inout FieldReader) {
    rampHour = reader.price("ramp.rate")
    if let rate = reader.price("training.rate") {
      training = TrainingPrice(
        rate: rate, billsReplacement: reader.yesNo("training.attrition-billable") ?? false)
    } else if reader.has("training.attrition-billable"), !reader.has("training.rate") {
      reader.missing("training.rate", "training that is paid")
    }
    if let fee = reader.amount("setup.fee") {
      setup = SetupFee(fee, instalments: reader.count("setup.instalments") ?? 1)
    } else if reader.has("setup.instalments"), !reader.has("setup.fee") {
      reader.missing("setup.fee", "its instalments")
    }
    if reader.hasAny("fines.") {
      finesPassedOn = FinesPassedOn(
        share: reader.share("fines.share") ?? .one, cap: reader.amount("fines.cap"))
    }
    if reader.hasAny("fx.") {
      if reader.has("fx.base") {
        exchangeRate = ExchangeRateClause(
          base: reader.number("fx.base") ?? .one, band: reader.share("fx.band") ?? .zero,
          clientShare: reader.share("fx.client-share") ?? .one,
          direction: reader.choice("fx.sign", ExchangeRateClause.Direction.self) ?? .positive)
      } else {
        reader.missing("fx.base", "a clause on the exchange rate")
      }
    }
    if reader.hasAny("payment.") {
      guard reader.has("payment.days") else {
        return reader.missing("payment.days", "the terms of payment")
      }
      payment = PaymentTerms(
        days: reader.count("payment.days") ?? 0,
        discount: reader.share("payment.discount") ?? .zero,
        discountDays: reader.count("payment.discount-days") ?? 0,
        lateInterest: reader.share("payment.late-interest") ?? .zero)
    }
  }

  private mutating func readServiceLevels(_ reader: inout FieldReader) {
    guard reader.hasAny("sla.") else { return }
    let parts = ["target", "direction", "mode", "malus", "bonus", "stretch"].map { "." + $0 }
    var targets: [ServiceTarget] = []
    for name in reader.namesBetween("sla.", parts) {
      let field = "sla.\(name)"
      guard reader.has("\(field).target") else {
        reader.missing("\(field).target", "bonus and malus")
        continue
      }
      guard let target = reader.share("\(field).target") else { continue }
      targets.append(
        ServiceTarget(
          metric: name, target: target,
          direction: reader.choice("\(field).direction", ServiceTarget.Direction.self) ?? .higher,
          mode: reader.choice("\(field).mode", ServiceTarget.Mode.self) ?? .step,
          malus: reader.share("\(field).malus") ?? .zero,
          bonus: reader.share("\(field).bonus") ?? .zero,
          stretch: reader.share("\(field).stretch")))
    }
    serviceLevels = ServiceLevels(
      targets, malusCap: reader.share("sla.malus-cap") ?? .one,
      bonusCap: reader.share("sla.bonus-cap") ?? .one)
  }
}
