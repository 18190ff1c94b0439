public import BusinessCalendar
public import Units

/// What is paid on top for hours of the clock, such as a night premium or an allowance for a night
/// shift, as a plan sees it.
public struct ClockPay: Sendable, Hashable, Codable {
  /// How much is paid for what.
  public enum Amount: Sendable, Hashable, Codable {
    /// A share of the plain hourly rate for each hour in the window: 0.25 in Japan.
    case shareOfRate(Rational)
    /// A share of what the hour itself is paid, for each hour in the window: 0.1 in the Philippines.
    case shareOfHour(Rational)
    /// An amount in the currency's major unit for each hour in the window.
    case perHour(Rational)
    /// An amount in the currency's major unit for each shift with at least so much time in the window.
    case perShift(Rational, atLeast: WorkTime)
  }

  /// The name in ledgers, such as `JP_NIGHT25`.
  public let code: String
  /// When the window begins.
  public let from: LocalTime
  /// When it ends; before `from` for a window over midnight.
  public let until: LocalTime
  /// How much is paid.
  public let amount: Amount
  /// The rule as a sentence.
  public let sentence: String
  /// Where the rule comes from.
  public let source: RuleSource

  /// Whether a time of day lies in the window.
  public func covers(_ time: LocalTime) -> Bool {
    from < until ? time >= from && time < until : time >= from || time < until
  }

  /// The share of an interval that lies in the window.
  public func share(ofIntervalFrom start: LocalTime, minutes: Int) -> Double {
    guard minutes > 0 else { return 0 }
    let inside = (0..<minutes).count { minute in
      LocalTime(minutes: (start.minutes + minute) % 1440).map(covers) ?? false
    }
    return Double(inside) / Double(minutes)
  }
}

extension PaySystem {
  /// What the system pays on top for hours of the clock, with `terms` as stated: supplements, factors
  /// and allowances whose only condition is a window. A window, rate or amount that is a term nobody
  /// stated pays nothing.
  func clockPay(_ terms: [String: PayTermValue]) -> [ClockPay] {
    let supplements = (supplements ?? []).compactMap { rule -> ClockPay? in
      guard let window = window(onlyOf: rule.when, terms),
        let amount = amount(of: rule, terms)
      else { return nil }
      return made(rule.code, window, amount, rule.sentence, rule.source)
    }
    let factors = (factors ?? []).compactMap { factor -> ClockPay? in
      guard let window = window(onlyOf: factor.when, terms), factor.multiplier.term == nil else {
        return nil
      }
      return made(
        "\(jurisdiction)\(factor.suffix)", window,
        .shareOfHour(factor.multiplier.factor - .one), factor.sentence, factor.source)
    }
    let allowances = (allowances ?? []).compactMap { allowance -> ClockPay? in
      guard case .shiftAllowance(let amount, let window, let minutes) = terms[allowance.term] else {
        return nil
      }
      return made(
        allowance.code, window, .perShift(amount, atLeast: WorkTime(minutes: minutes)),
        allowance.sentence, allowance.source)
    }
    return supplements + factors + allowances
  }

  private func window(onlyOf when: PayWhen?, _ terms: [String: PayTermValue]) -> ClockWindow? {
    guard let when, let name = when.window, when.isOnlyWindow else { return nil }
    let text = windows?[name] ?? ""
    guard text.hasPrefix("$") else { return ClockWindow(text) }
    switch terms[String(text.dropFirst())] {
    case .window(let window), .windowRate(_, let window), .shiftAllowance(_, let window, _):
      return window
    default: return nil
    }
  }

  private func amount(
    of rule: PaySystemClass, _ terms: [String: PayTermValue]
  ) -> ClockPay.Amount? {
    let multiplier = rule.multiplier ?? PayNumber(.one)
    guard multiplier.term == nil else { return nil }
    guard let rate = rule.rate, rate != "hourly", rate != "regular" else {
      return .shareOfRate(multiplier.factor)
    }
    guard rate.hasPrefix("$") else { return nil }
    switch terms[String(rate.dropFirst())] {
    case .number(let amount), .windowRate(let amount, _):
      return .perHour(amount * multiplier.factor)
    default: return nil
    }
  }

  private func made(
    _ code: String, _ window: ClockWindow, _ amount: ClockPay.Amount, _ sentence: String,
    _ key: String
  ) -> ClockPay? {
    guard let from = LocalTime(minutes: window.from), let until = LocalTime(minutes: window.to)
    else { return nil }
    return ClockPay(
      code: code, from: from, until: until, amount: amount, sentence: sentence,
      source: source(key))
  }
}

extension PayWhen {
  /// Whether nothing but a window is stated.
  fileprivate var isOnlyWindow: Bool {
    role == nil && holiday == nil && timeOff == nil && seventhDay == nil && beyond == nil
      && within == nil && shiftUpTo == nil && terms == nil
  }
}

extension RulePack {
  /// The pack with what a company or a city states beside it, such as a night allowance.
  ///
  /// - Throws: a term that the pack has not, or that is not of its form.
  public func stating(_ terms: [String: String]) throws(PayTermError) -> RulePack {
    let system = PaySystem(self)
    var pack = self
    let clock = system.clockPay(try system.values(of: terms))
    pack.clockPay = clock.isEmpty ? nil : clock
    return pack
  }

  /// The terms that can be stated of the pack.
  public var termKeys: [String] { (PaySystem(self).terms ?? []).map(\.key) }
}
