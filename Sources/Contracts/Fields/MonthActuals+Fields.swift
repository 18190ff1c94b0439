internal import BusinessCalendar
public import Units

extension MonthActuals {
  /// Reads a month's figures from the fields of a file; see ``ContractField/actuals``.
  ///
  /// - Parameter currency: the contract's; `nil` for one with two digits after the point.
  /// - Throws: everything that is wrong with the fields.
  public init(fields entries: [FieldEntry], currency: Currency?) throws(FieldIssues) {
    self.init()
    var reader = FieldReader(entries, fields: ContractField.actuals)
    if let currency {
      reader.scale = Rational(currency.minorUnitsPerMajor)
      reader.minorDigits = currency.minorDigits
    }
    if let text = reader.text("month") {
      month = YearMonth(text)
      if month == nil {
        reader.report("month", "“\(text)” is no month", hint: "write it as 2026-11")
      }
    }
    contractMonth = reader.count("contract-month") ?? 1
    readQuantities(&reader)
    readHours(&reader)
    readResults(&reader)
    if !reader.issues.isEmpty { throw FieldIssues(issues: reader.issues) }
  }

  private mutating func readQuantities(_ reader: inout FieldReader) {
    daysPresent = reader.number("fte-month.days-present") ?? .zero
    fullTimeMonths = reader.number("fte-month.qty") ?? .zero
    seatMonths = reader.number("seat-month.qty") ?? .zero
    calls = reader.calls("talk-minute.calls") ?? []
    contacts = reader.number("contact.qty") ?? .zero
    repeats = reader.number("contact.repeats") ?? .zero
    lockedForecast = reader.number("lock.qty")
    attributedSales = reader.amount("sales.attributed") ?? .zero
    refundedSales = reader.amount("sales.refunded") ?? .zero
    consultations = reader.number("consultation.qty") ?? .zero
    promotionSeatDays = reader.number("promotion-seat-day.qty") ?? .zero
    rampWeeks = reader.rampWeeks("ramp.weeks") ?? []
    growthTraining = reader.number("training.growth-hours") ?? .zero
    replacementTraining = reader.number("training.attrition-hours") ?? .zero
    contentTraining = reader.number("training.curriculum-hours") ?? .zero
    passThrough = reader.amount("pass-through") ?? .zero
    fines = reader.amount("fines") ?? .zero
    index = reader.number("index.current")
    exchangeRate = reader.number("fx.current")
  }

  private mutating func readHours(_ reader: inout FieldReader) {
    for name in reader.names {
      let parts = name.split(separator: ".").map(String.init)
      guard let first = parts.first, let unit = PricingUnit(ofHours: first),
        let last = parts.last, let dayClass = DayClass(rawValue: last),
        let quantity = reader.number(name)
      else { continue }
      hours.append(
        Hours(
          unit: unit, premium: parts.count == 3 ? parts[1] : nil, dayClass: dayClass,
          hours: quantity))
    }
  }

  private mutating func readResults(_ reader: inout FieldReader) {
    for metric in reader.namesBetween("sla.", [".actual", ".excluded"]) {
      serviceResults.append(
        ServiceResult(
          metric: metric, actual: reader.share("sla.\(metric).actual"),
          isExcluded: reader.yesNo("sla.\(metric).excluded") ?? false))
    }
  }
}
