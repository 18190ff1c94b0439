public import BusinessCalendar

/// Makes scenarios of a size from a seed, as files: queues with a seasonal course and sales peaks of
/// two to eight times an ordinary week, groups of own people at several sites, vendors of all terms.
///
/// All numbers are chosen; the orders of magnitude are those of centres of 40 to 3,000 people. The
/// same size and seed give the same files on every machine.
public struct ScenarioGenerator: Sendable {
  /// The size.
  public let size: ScenarioSize
  /// The seed.
  public let seed: Int
  /// The first Monday of the horizon.
  public let start: LocalDate

  let queues: [MadeQueue]
  let groups: [MadeGroup]
  let vendors: [MadeVendor]
  let seats: [Int]

  /// The scenario of a size and a seed.
  public init(_ size: ScenarioSize, seed: Int) {
    self.size = size
    self.seed = seed
    var dice = Dice(UInt64(truncatingIfNeeded: seed) &* 4 &+ UInt64(size.weeks))
    // Half a year runs up to the sales of November; longer horizons start anywhere in the year.
    let shift = size == .s ? dice.whole(0...3) : dice.whole(0...40) - 20
    start = LocalDate(iso: "2025-07-28").map { $0 + 7 * shift } ?? .epoch
    let calendar = SaleCalendar(start: start, weeks: size.weeks, dice: &dice)
    queues = (0..<size.skills).map { place in
      MadeQueue(place, of: size, calendar: calendar, dice: &dice)
    }
    let queues = queues
    groups = MadeGroup.all(of: size, queues: queues, dice: &dice)
    let groups = groups
    seats = (0..<size.sites).map { site in
      let heads = groups.filter { $0.site == site }.reduce(0) { $0 + $1.heads }
      return 10 + heads * dice.whole(60...90) / 100
    }
    vendors = (0..<size.vendors).map { place in
      MadeVendor(place, of: size, queues: queues, dice: &dice)
    }
  }

  /// The id of the scenario, such as `m-7`.
  public var id: String { "\(size.rawValue.lowercased())-\(seed)" }

  /// The scenario's files: name and text.
  public var files: [(name: String, text: String)] {
    [("scenario.yaml", yaml), ("orders.csv", orders)]
  }

  /// Contacts of each queue by day.
  private var orders: String {
    var text = "date," + queues.map(\.id).joined(separator: ",") + "\n"
    for day in 0..<(7 * size.weeks) {
      text += "\(start + day)," + queues.map { "\($0.contacts[day])" }.joined(separator: ",") + "\n"
    }
    return text
  }
}

/// The sales of a horizon.
struct SaleCalendar {
  /// The factor on ordinary volume, a week.
  let factor: [Double]
  let weeks: Int

  init(start: LocalDate, weeks: Int, dice: inout Dice) {
    self.weeks = weeks
    var factor = Array(repeating: 1.0, count: weeks)
    func lift(_ week: Int, to value: Double) {
      if factor.indices.contains(week) { factor[week] = max(factor[week], value) }
    }
    for week in 0..<weeks {
      let middle = start + 7 * week + 3
      // Ordinal week of the year; sales in November, December and June.
      let number =
        (LocalDate(year: middle.year, month: 1, day: 1) ?? .epoch).days(until: middle) / 7
      let (most, length): (ClosedRange<Double>, ClosedRange<Int>)
      switch number {
      case 44: (most, length) = (4...8, 1...3)
      case 49, 23: (most, length) = (2...4, 1...2)
      default: continue
      }
      let height = dice.real(most)
      let span = dice.whole(length)
      lift(week - 1, to: 1 + 0.25 * (height - 1))
      for later in 0..<span { lift(week + later, to: later == 0 ? height : 0.75 * height) }
      for later in span..<(span + 2) { lift(week + later, to: 1 + 0.2 * (height - 1)) }
    }
    self.factor = factor
  }
}
