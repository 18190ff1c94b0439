internal import BusinessCalendar
public import Scenarios
public import Units

/// A part of a line of the plan's ledger, and to what it belongs.
///
/// Most lines are one part. Regular pay is cut in two where people are not yet at full speed; the
/// parts' quantities and amounts sum to the line's.
public struct CostEntry: Sendable, Equatable {
  /// The ledger's lines, of which one is the part's: a ledger of 200,000 lines is not held twice.
  private let lines: [LedgerLine]
  private let place: Int
  /// What the part pays for.
  public let kind: CostKind
  /// The part of the line's quantity.
  public let quantity: Quantity
  /// The part of the line's amount; of a line with one part, quantity × rate × multiplier.
  public let amount: Money
  /// The site of the people; `nil` for vendors, notices and people without a seat.
  public let site: Site.ID?
  /// What it is for.
  let shares: CostShares

  init(
    _ place: Int, of lines: [LedgerLine], kind: CostKind, quantity: Quantity, amount: Money,
    site: Site.ID?, shares: CostShares
  ) {
    self.lines = lines
    self.place = place
    self.kind = kind
    self.quantity = quantity
    self.amount = amount
    self.site = site
    self.shares = shares
  }

  /// The line: its rate, multiplier, rule, source and path are the part's too.
  public var line: LedgerLine { lines[place] }

  /// The staff group or vendor; empty where there is none.
  public var group: String { line.category == .seatOverflow ? "" : line.supplier }

  /// Whether both are the same part of the same line.
  public static func == (first: CostEntry, second: CostEntry) -> Bool {
    first.line == second.line && first.kind == second.kind && first.quantity == second.quantity
      && first.amount == second.amount && first.site == second.site
      && first.shares == second.shares
  }

  /// The part cut by days, on some of them or on all. Days follow each other: the sum of any run of
  /// them is less than a minor unit from its exact share.
  func byDay(on wanted: DateRange?) -> [(day: CostDay, quantity: Quantity, amount: Money)] {
    let days = shares.days
    let weights = days.map(\.weight)
    let quantities = Allotment.days(of: quantity.millionths, by: weights)
    let amounts = Allotment.days(of: amount.minorUnits, by: weights)
    return zip(days, zip(quantities, amounts)).filter { wanted?.contains($0.0.date) ?? true }.map {
      ($0, Quantity(millionths: $1.0), Money(minorUnits: $1.1))
    }
  }

  /// The part that falls on some days.
  func part(on wanted: DateRange?) -> (quantity: Quantity, amount: Money) {
    guard wanted != nil else { return (quantity, amount) }
    let parts = byDay(on: wanted)
    let sum = parts.map(\.quantity.millionths).reduce(0, +)
    return (Quantity(millionths: sum), parts.map(\.amount).total())
  }

  /// The keys of one grouping, on some days, each with its quantity and amount.
  func parts(
    by dimension: CostDimension, on wanted: DateRange?
  ) -> [(key: String, quantity: Quantity, amount: Money)] {
    let cutBy: [CostShare]
    switch dimension {
    case .week: return periods(on: wanted, whole: shares.week) { $0.week.description }
    case .month: return periods(on: wanted, whole: shares.month) { $0.date.yearMonth.description }
    case .kind: cutBy = [CostShare(key: kind.key, weight: 1)]
    case .site: cutBy = [CostShare(key: site?.rawValue ?? "", weight: 1)]
    case .group: cutBy = [CostShare(key: group, weight: 1)]
    case .queue: cutBy = shares.queues
    case .event: cutBy = shares.events
    }
    let whole = part(on: wanted)
    let weights = cutBy.map(\.weight)
    let cut = zip(whole.quantity.allotted(by: weights), whole.amount.allotted(by: weights))
    return zip(cutBy, cut).map { ($0.key, $1.0, $1.1) }
  }

  private func periods(
    on wanted: DateRange?, whole: String?, _ key: (CostDay) -> String
  ) -> [(key: String, quantity: Quantity, amount: Money)] {
    if wanted == nil, let whole { return [(whole, quantity, amount)] }
    var sums: [(key: String, quantity: Quantity, amount: Money)] = []
    for part in byDay(on: wanted) {
      let key = key(part.day)
      if let place = sums.firstIndex(where: { $0.key == key }) {
        let millionths = sums[place].quantity.millionths + part.quantity.millionths
        sums[place].quantity = Quantity(millionths: millionths)
        sums[place].amount += part.amount
      } else {
        sums.append((key, part.quantity, part.amount))
      }
    }
    return sums
  }
}

/// The days, queues and events that lines are for; lines of the same kind, supplier and week have it in
/// common.
final class CostShares: Sendable, Equatable {
  /// The days, each with its weight.
  let days: [CostDay]
  /// The queues.
  let queues: [CostShare]
  /// The events; the empty key is what comes without any.
  let events: [CostShare]
  /// The week and the month that all days lie in; `nil` where they lie in several.
  let week, month: String?

  init(days: [CostDay], queues: [CostShare], events: [CostShare]) {
    self.days = days
    self.queues = queues
    self.events = events
    week = Set(days.map(\.week)).count == 1 ? days.first?.week.description : nil
    month =
      Set(days.map(\.date.yearMonth)).count == 1 ? days.first?.date.yearMonth.description : nil
  }

  static func == (first: CostShares, second: CostShares) -> Bool {
    first === second
      || first.days == second.days && first.queues == second.queues
        && first.events == second.events
  }
}

/// A day of a part of the ledger, with its weight in it.
struct CostDay: Sendable, Equatable {
  let date: LocalDate
  /// The first day of the plan's week.
  let week: LocalDate
  let weight: Double
}
