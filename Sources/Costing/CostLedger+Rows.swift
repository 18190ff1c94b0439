public import BusinessCalendar
public import Units

/// One group of a ledger: what it costs, and what that gets.
public struct CostRow: Sendable, Equatable {
  /// The key: a kind, a date, a month, an id; empty for what belongs to none.
  public let key: String
  /// What is paid.
  public let amount: Money
  /// Of it, what our own people cost: all but vendors, notices and further seats.
  public let ownAmount: Money
  /// Contacts that are handled; `nil` where the grouping does not tell them apart.
  public let contacts: ContactVolume?
  /// Net hours on contacts, in hours of experienced people; `nil` likewise.
  public let productiveTime: WorkTime?
  /// Our own people on the payroll, the mean over the days; `nil` likewise.
  public let heads: Headcount?

  /// What a contact costs, rounded half away from zero; `nil` without contacts.
  public var perContact: Money? { each(amount, contacts?.value) }
  /// What a productive hour costs; `nil` without hours.
  public var perProductiveHour: Money? { each(amount, productiveTime?.hours) }
  /// What one of our own people costs over the days, from ``ownAmount``; `nil` without people.
  public var perHead: Money? { each(ownAmount, heads?.value) }

  private func each(_ amount: Money, _ count: Double?) -> Money? {
    guard let count, count >= 0.001,
      let share = Rational(amount.minorUnits).divided(by: Rational(nearest: count))
    else { return nil }
    return Money(rounding: share)
  }
}

/// A part of a line that belongs to one key of a grouping.
public struct CostPart: Sendable, Equatable {
  /// The key.
  public let key: String
  /// The part of the ledger.
  public let entry: CostEntry
  /// The quantity of the key.
  public let quantity: Quantity
  /// The amount of the key.
  public let amount: Money
}

extension CostLedger {
  /// The parts of all lines by the keys of a grouping, in the order of the lines; on some days or on
  /// all. Their amounts sum to ``total(on:)``.
  public func parts(by dimension: CostDimension, on days: DateRange? = nil) -> [CostPart] {
    var parts: [CostPart] = []
    parts.reserveCapacity(entries.count)
    for entry in entries { parts += self.parts(of: entry, by: dimension, on: days) }
    return parts
  }

  /// The parts of one entry by the keys of a grouping.
  public func parts(
    of entry: CostEntry, by dimension: CostDimension, on days: DateRange? = nil
  ) -> [CostPart] {
    entry.parts(by: dimension, on: days).filter {
      $0.quantity.millionths != 0 || $0.amount != .zero
    }.map { part in
      CostPart(key: part.key, entry: entry, quantity: part.quantity, amount: part.amount)
    }
  }

  /// What each group costs: in the scenario's order or that of time, what belongs to none last.
  public func rows(by dimension: CostDimension, on days: DateRange? = nil) -> [CostRow] {
    var sums: [String: (all: Money, own: Money)] = [:]
    for entry in entries {
      let isOwn = isOwn(entry)
      for part in parts(of: entry, by: dimension, on: days) {
        sums[part.key, default: (.zero, .zero)].all += part.amount
        if isOwn { sums[part.key]?.own += part.amount }
      }
    }
    let output = output.amounts(by: dimension, on: days)
    let known = order[dimension] ?? []
    let others = sums.keys.filter { !known.contains($0) && !$0.isEmpty }.sorted()
    return (known + others + [""]).compactMap { key in
      guard let amount = sums[key] else { return nil }
      return row(key, amount.all, amount.own, output[key])
    }
  }

  /// The whole ledger in one row, with an empty key.
  public func whole(on days: DateRange? = nil) -> CostRow {
    let own = entries.filter(isOwn).map { $0.part(on: days).amount }.total()
    return row("", total(on: days), own, output.amounts(by: nil, on: days)[""])
  }

  private func isOwn(_ entry: CostEntry) -> Bool { groups.contains(entry.group) }

  private func row(
    _ key: String, _ amount: Money, _ own: Money,
    _ output: (contacts: Double?, hours: Double?, heads: Double?)?
  ) -> CostRow {
    CostRow(
      key: key, amount: amount, ownAmount: own,
      contacts: output?.contacts.map { ContactVolume($0) },
      productiveTime: output?.hours.map { WorkTime(hours: $0) },
      heads: output?.heads.map { Headcount($0) })
  }
}
