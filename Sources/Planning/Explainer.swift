internal import BusinessCalendar
internal import CapacityPlanning
internal import Costing
internal import Scenarios
internal import Units

/// Traces any number of a plan back to its inputs.
public struct Explainer: Sendable {
  let plan: Plan

  /// An explainer of `plan`.
  public init(_ plan: Plan) { self.plan = plan }

  /// How the number came about.
  public func explain(_ subject: ExplanationSubject) throws(ExplanationError) -> Explanation {
    switch subject {
    case .queue(let id, let time): try explainQueue(id, at: time)
    case .group(let id, let date): try explainGroup(id, at: date)
    case .vendor(let id, let date): try explainVendor(id, at: date)
    case .line(let number): try explainLine(number)
    case .cost: explainCost()
    case .shortage: explainShortages()
    case .binding: explainBinding()
    case .reach(let group, let heads): try explainReach(group, heads: heads)
    }
  }

  // MARK: Names and times

  func week(of text: String) throws(ExplanationError) -> (index: Int, week: Week) {
    let date = LocalDate(iso: text) ?? LocalDateTime(text)?.date
    guard let date, let index = plan.capacity.weeks.firstIndex(where: { $0.contains(date) }) else {
      throw .outsideHorizon(text, horizon: plan.scenario.horizon.description)
    }
    return (index, plan.capacity.weeks[index])
  }

  func money(_ amount: Money) -> String {
    "\(plan.scenario.currency.grouped(amount)) \(plan.scenario.currency.code)"
  }

  // MARK: Ledger

  private func explainLine(_ number: Int) throws(ExplanationError) -> Explanation {
    guard let line = plan.cost.lines.first(where: { $0.number == number }) else {
      let last = plan.cost.lines.count
      throw .unknown(
        kind: "ledger line", name: "\(number)", known: last > 0 ? ["1 to \(last)"] : [])
    }
    return explanation(of: line)
  }

  func explanation(of line: LedgerLine) -> Explanation {
    let currency = plan.scenario.currency
    let perMajor = Double(currency.minorUnitsPerMajor)
    let rate = line.unitRate.approximateMinorUnits / perMajor
    let factor = line.multiplier == .single ? "" : " × \(line.multiplier.doubleValue.precise)"
    let quantity = counted(line.quantity.doubleValue.precise, line.unit)
    // The share of a sum of pay has no quantity of its own.
    let formula =
      line.unit == "pay"
      ? "pay of \(rate.precise)\(factor)" : "\(quantity) × \(rate.precise)\(factor)"
    let owner = line.supplier.isEmpty ? line.queue?.rawValue ?? "" : line.supplier
    let of = owner.isEmpty ? "" : " of \(owner)"
    return Explanation(
      "line \(line.number), \(line.category.rawValue)\(of) on \(line.date)",
      value: money(line.amount), formula: formula, path: line.path,
      parts: [Explanation("rule", value: line.rule, path: line.source)])
  }

  private func explainCost() -> Explanation {
    let parts = CostCategory.allCases.compactMap { category -> Explanation? in
      let lines = plan.cost.lines.filter { $0.category == category }
      guard let first = lines.first else { return nil }
      let total = lines.map(\.amount).total()
      return Explanation(
        category.isCash ? category.rawValue : "\(category.rawValue) (priced, not cash)",
        value: money(total), formula: "sum of \(lines.count) lines, the first is \(first.number)",
        path: first.path)
    }
    return Explanation(
      "cost of the plan", value: money(plan.cost.total),
      formula: "sum of the categories that are paid", parts: parts)
  }

  // MARK: Limits

  private func explainShortages() -> Explanation {
    let shortages = plan.capacity.shortages
    let parts = shortages.map { shortage in
      let start = plan.capacity.weeks[shortage.week].start
      let causes = shortage.causes.map { Explanation("stood in the way", value: $0) }
      return Explanation(
        "\(shortage.queue) in the week of \(start) (\(shortage.bucket.rawValue) days)",
        value: "\(shortage.netTime.hours.short) h short",
        formula:
          "\(counted(shortage.contactsLost.value.short, "contact")), priced at \(money(shortage.cost))",
        parts: causes)
    }
    let total = shortages.map(\.netTime).total()
    return Explanation("hours short over the horizon", value: total.hours.short, parts: parts)
  }

  /// A number with the unit in its number: `1 hour`, `12 head-weeks`, `2 classes`.
  func counted(_ number: String, _ unit: String) -> String {
    if number == "1" { return "1 \(unit)" }
    return "\(number) \(unit)\(unit.hasSuffix("s") ? "es" : "s")"
  }

  private func explainBinding() -> Explanation {
    let limits = plan.capacity.bindingConstraints
    let parts = limits.map { limit in
      let saved = Money(
        rounding: limit.shadowPrice.minorUnitsPerUnit, times: .one)
      return Explanation(
        limit.name, value: "\(money(saved)) \(limit.unit == "hour" ? "an" : "a") \(limit.unit)",
        path: limit.path,
        parts: [Explanation("meaning", value: limit.meaning)])
    }
    return Explanation("limits that bind", value: "\(limits.count)", parts: parts)
  }
}

extension Double {
  /// The number with at most two decimals, without trailing zeros.
  var short: String { decimal(digits: 2) }

  /// The number with at most six decimals, without trailing zeros: a rate, not a result.
  var precise: String { decimal(digits: 6) }

  private func decimal(digits: Int) -> String {
    let scale = (0..<digits).reduce(Int64(1)) { scale, _ in scale * 10 }
    guard isFinite, abs(self) < 9e18 / Double(scale) else { return "\(self)" }
    let parts = Int64((self * Double(scale)).rounded(.toNearestOrAwayFromZero))
    let (whole, part) = parts.magnitude.quotientAndRemainder(dividingBy: UInt64(scale))
    let sign = parts < 0 ? "-" : ""
    if part == 0 { return "\(sign)\(whole)" }
    var decimals = String(part + UInt64(scale)).dropFirst()
    while decimals.last == "0" { decimals.removeLast() }
    return "\(sign)\(whole).\(decimals)"
  }
}
