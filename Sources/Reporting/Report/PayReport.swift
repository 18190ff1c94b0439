public import BusinessCalendar
public import PayRules
public import Units

/// What timesheets are paid, for people and as a document.
public struct PayReport: Sendable {
  /// What one person is paid.
  public struct Entry: Sendable {
    /// The person.
    public let name: String
    /// The pay, line by line.
    public let slip: PaySlip
    /// Rest rules that are broken, beside the slip's caps.
    public let restBreaches: [PayBreach]

    /// A person's pay.
    public init(name: String, slip: PaySlip, restBreaches: [PayBreach] = []) {
      self.name = name
      self.slip = slip
      self.restBreaches = restBreaches
    }

    var breaches: [PayBreach] { slip.breaches + restBreaches }
  }

  let system: PaySystem
  private let currency: Currency
  private let zone: TimeZoneRules
  let entries: [Entry]
  private let permitAssumed: Bool
  let strings: Strings

  /// The pay of people under a pay system, in the order of the file.
  ///
  /// - Parameter permitAssumed: whether shifts were paid as if a permit covered them all.
  public init(
    _ entries: [Entry], system: PaySystem, currency: Currency, zone: TimeZoneRules,
    permitAssumed: Bool = false, language: Language = .english
  ) {
    self.entries = entries
    self.permitAssumed = permitAssumed
    self.system = system
    self.currency = currency
    self.zone = zone
    strings = Strings(language)
  }

  private var total: Money { entries.map(\.slip.total).total() }

  /// The tables for a terminal.
  public func text(width: Int = 100, color: Bool = false) -> String {
    let style = TerminalStyle(color: color)
    func shown(_ table: Table) -> String {
      TextTable(table.withoutEmptyColumns, width: max(40, width), style: style).text
    }
    var parts = [shown(payTable)]
    if entries.contains(where: { !$0.slip.permits.isEmpty }) { parts.append(shown(permitTable)) }
    if permitAssumed { parts.append(strings(.payPermitAssumed) + "\n") }
    parts.append(
      entries.allSatisfy(\.breaches.isEmpty)
        ? strings(.payNoLimitBroken) + "\n" : shown(breachTable))
    let owed = entries.filter { $0.slip.timeOffOwed > .zero }.map { entry in
      strings(
        .payTimeOffOwed, entry.name, DecimalText.fixed(entry.slip.timeOffOwed.hours, decimals: 2))
    }
    if !owed.isEmpty { parts.append(owed.map { $0 + "\n" }.joined()) }
    if entries.contains(where: { !$0.slip.monthShares.isEmpty }) { parts.append(shown(monthTable)) }
    parts.append(rules(width: max(40, width), style: style))
    return parts.joined(separator: "\n")
  }

  /// Each class and flag once, with its rule and where it stands, wrapped to the width.
  private func rules(width: Int, style: TerminalStyle) -> String {
    // A code may stand for other words under the rules that hold without a permit.
    var said: Set<String> = []
    var rules: [(code: String, words: String)] = []
    for entry in entries {
      for line in entry.slip.lines
      where said.insert("\(line.code) \(line.sentence)").inserted {
        rules.append((line.code, "\(line.sentence). \(line.source)"))
      }
    }
    for entry in entries {
      for breach in entry.breaches where said.insert(breach.code).inserted {
        rules.append((breach.code, "\(breach.sentence). \(breach.source)"))
      }
    }
    if let permit = system.permit, let source = system.permitSource {
      rules.append((permit.code, "\(permit.sentence). \(source)"))
    }
    let lines = rules.flatMap { code, words in
      DisplayWidth.wrapped(DisplayWidth.singleLine("\(code): \(words)"), to: width - 2)
        .enumerated().map { $0 == 0 ? $1 : "  " + $1 }
    }
    return style.bold(strings(.payRules)) + "\n" + lines.map { $0 + "\n" }.joined()
  }

  private var payTable: Table {
    var rows: [[Cell]] = []
    for entry in entries {
      for line in entry.slip.lines {
        rows.append([
          .text(entry.name), .text(line.code),
          .text((line.week ?? line.date)?.description ?? ""),
          .number(line.quantity.doubleValue, decimals: 2),
          .text(Self.decimal(line.rate.minorUnitsPerUnit, currency)),
          .text(Self.plain(line.multiplier.factor)), .money(line.amount, currency),
        ])
      }
      if entries.count > 1 {
        rows.append([
          .text(strings(.paySheetTotal, entry.name)), .empty, .empty, .empty, .empty, .empty,
          .money(entry.slip.total, currency, tone: .strong),
        ])
      }
    }
    return Table(
      name: "pay", title: strings(.payTable, system.name, currency.code),
      columns: [
        .date(strings(.payEmployee)), .date(strings(.payClassOfPay)), .date(strings(.paySpan)),
        .number(strings(.payQuantity)), .number(strings(.payRate)), .number(strings(.payFactor)),
        .number(strings(.payAmount)),
      ], rows: rows,
      totals: [
        .text(strings(.payAllTotal)), .empty, .empty, .empty, .empty, .empty,
        .money(total, currency),
      ])
  }

  private var breachTable: Table {
    let rows = entries.flatMap { entry in
      entry.breaches.map { breach -> [Cell] in
        [
          .text(entry.name), .text(breach.code),
          .number(breach.found.doubleValue, decimals: 2),
          .number(breach.limit.doubleValue, decimals: 2),
          .text(breach.date?.description ?? breach.month?.description ?? ""),
        ]
      }
    }
    return Table(
      name: "breaches", title: strings(.payBreachTable),
      columns: [
        .date(strings(.payEmployee)), .date(strings(.payBreachCode)), .number(strings(.payFound)),
        .number(strings(.payBreachLimit)), .date(strings(.payWhen)),
      ], rows: rows)
  }

  private var monthTable: Table {
    let rows = entries.flatMap { entry in
      entry.slip.monthShares.map { share -> [Cell] in
        [
          .text(entry.name), .count(share.shift), .number(share.time.hours, decimals: 2),
          .text(share.capMonth.description), .text(share.payrollMonth.description),
          .text(share.invoiceMonth.description),
        ]
      }
    }
    return Table(
      name: "months", title: strings(.payMonthTable),
      columns: [
        .date(strings(.payEmployee)), .number(strings(.payShiftNumber)),
        .number(strings(.payPaidTime)),
        .date(strings(.payCapMonth)), .date(strings(.payrollMonth)),
        .date(strings(.payInvoiceMonth)),
      ], rows: rows)
  }

  /// The pay as one JSON document.
  public var document: JSONValue {
    [
      "schema": "peakplan/pay/1", "pack": .string(system.id), "name": .string(system.name),
      "jurisdiction": .string(system.jurisdiction), "contract": .string(system.contract),
      "currency": .string(currency.code), "timeZone": .string(zone.identifier),
      "permitAssumed": .bool(permitAssumed), "total": .string(currency.decimal(total)),
      "employees": .array(entries.map(document)),
    ]
  }

  private func document(of entry: Entry) -> JSONValue {
    [
      "employee": .string(entry.name), "total": .string(currency.decimal(entry.slip.total)),
      "workedHours": .number(entry.slip.worked.hours),
      "timeOffOwedHours": .number(entry.slip.timeOffOwed.hours),
      "lines": .array(entry.slip.lines.map(document)),
      "breaches": .array(entry.breaches.map(document)),
      "monthShares": .array(
        entry.slip.monthShares.map { share in
          [
            "shift": .integer(Int64(share.shift)), "hours": .number(share.time.hours),
            "capMonth": .string(share.capMonth.description),
            "payrollMonth": .string(share.payrollMonth.description),
            "invoiceMonth": .string(share.invoiceMonth.description),
          ]
        }),
      "permits": .array(entry.slip.permits.map(document)),
    ]
  }

  private func document(of line: PayLine) -> JSONValue {
    [
      "class": .string(line.code), "quantity": .number(line.quantity.doubleValue),
      "unit": .string(line.unit), "multiplier": .number(line.multiplier.doubleValue),
      "rate": .string(Self.decimal(line.rate.minorUnitsPerUnit, currency)),
      "amount": .string(currency.decimal(line.amount)), "week": JSONValue(line.week?.description),
      "date": JSONValue(line.date?.description), "rule": .string(line.sentence),
      "source": .string(line.source.title), "article": .string(line.source.article),
      "evidence": .string(line.source.evidence.rawValue),
    ]
  }

  private func document(of breach: PayBreach) -> JSONValue {
    [
      "flag": .string(breach.code), "found": .number(breach.found.doubleValue),
      "limit": .number(breach.limit.doubleValue), "date": JSONValue(breach.date?.description),
      "month": JSONValue(breach.month?.description), "rule": .string(breach.sentence),
      "source": .string(breach.source.title), "article": .string(breach.source.article),
      "evidence": .string(breach.source.evidence.rawValue),
    ]
  }

  /// An exact price in major units, to six decimals without idle zeros but with the currency's own.
  private static func decimal(_ minorUnits: Rational, _ currency: Currency) -> String {
    let scale = Rational(1_000_000).divided(by: Rational(currency.minorUnitsPerMajor)) ?? .one
    let millionths = Money(rounding: minorUnits, times: scale).minorUnits
    return digits(millionths, least: currency.minorDigits)
  }

  /// A factor to four decimals without idle zeros.
  private static func plain(_ factor: Rational) -> String {
    digits(Money(rounding: factor, times: Rational(10_000)).minorUnits &* 100, least: 0)
  }

  private static func digits(_ millionths: Int64, least: Int) -> String {
    let (whole, part) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    var text = String(part)
    text = String(repeating: "0", count: 6 - text.count) + text
    while text.count > least, text.hasSuffix("0") { text.removeLast() }
    return (millionths < 0 ? "-" : "") + "\(whole)" + (text.isEmpty ? "" : ".\(text)")
  }
}
