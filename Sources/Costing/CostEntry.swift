internal import BusinessCalendar
public import Scenarios
public import Units

/// A part of a line of the plan's ledger, and to what it belongs.
///
/// Most lines are one part. Regular pay is cut in two where people are not yet at full speed; the
/// parts' quantities and amounts sum to the line's.
public struct CostEntry: Sendable, Equatable {
  /// The line: its rate, multiplier, rule, source and path are the part's too.
  public let line: LedgerLine
  /// What the part pays for.
  public let kind: CostKind
  /// The part of the line's quantity.
  public let quantity: Quantity
  /// The part of the line's amount; of a line with one part, quantity × rate × multiplier.
  public let amount: Money
  /// The site of the people; `nil` for vendors, notices and people without a seat.
  public let site: Site.ID?
  /// The staff group or vendor; empty where there is none.
  public let group: String
  /// The days it is for, each with its weight.
  let days: [CostDay]
  /// The queues it is for.
  let queues: [CostShare]
  /// The events it is for; the empty key is what comes without any.
  let events: [CostShare]

  /// The part cut by days, on some of them or on all. Days follow each other: the sum of any run of
  /// them is less than a minor unit from its exact share.
  func byDay(on wanted: DateRange?) -> [(day: CostDay, quantity: Quantity, amount: Money)] {
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
    let shares: [CostShare]
    switch dimension {
    case .week: return periods(on: wanted) { $0.week.description }
    case .month: return periods(on: wanted) { $0.date.yearMonth.description }
    case .kind: shares = [CostShare(key: kind.key, weight: 1)]
    case .site: shares = [CostShare(key: site?.rawValue ?? "", weight: 1)]
    case .group: shares = [CostShare(key: group, weight: 1)]
    case .queue: shares = queues
    case .event: shares = events
    }
    let whole = part(on: wanted)
    let weights = shares.map(\.weight)
    let cut = zip(whole.quantity.allotted(by: weights), whole.amount.allotted(by: weights))
    return zip(shares, cut).map { ($0.key, $1.0, $1.1) }
  }

  private func periods(
    on wanted: DateRange?, _ key: (CostDay) -> String
  ) -> [(key: String, quantity: Quantity, amount: Money)] {
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

/// A day of a part of the ledger, with its weight in it.
struct CostDay: Sendable, Equatable {
  let date: LocalDate
  /// The first day of the plan's week.
  let week: LocalDate
  let weight: Double
}
