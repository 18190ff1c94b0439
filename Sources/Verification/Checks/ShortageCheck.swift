internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

/// What nobody handles, and its price. The first 5 % of a queue's hours of a week have the plain
/// price of a lost contact, the next 15 % one and a half times, the rest two and a half times;
/// within them the contacts of the lowest priority fail first, at their own price.
struct ShortageCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    for shortage in evidence.plan.shortages {
      guard let queue = evidence.scenario.queue(shortage.queue) else { continue }
      let required = evidence.required(queue.id, shortage.week, shortage.bucket)
      let slices = PriceSlice.slices(of: queue)
      let perHour = PriceSlice.contactsPerHour(
        of: queue, taking: evidence.handleSeconds(queue, shortage.week, shortage.bucket))
      let expected = PriceSlice.contacts(
        short: shortage.netTime.hours, of: required, slices: slices, perHour: perHour)
      func subject(_ what: String, _ rule: String) -> Subject {
        Subject(
          .shortage, what, of: queue.id.rawValue, week: evidence.days.weeks[shortage.week],
          rule: rule)
      }
      log.atLeast(
        shortage.netTime.hours, 0, .hours,
        subject("net hours short", "nothing is less than nothing short"))
      var factors = expected.map(\.factor)
      for tier in shortage.tiers where !factors.contains(tier.multiplier) {
        factors.append(tier.multiplier)
      }
      for factor in factors {
        let stated = shortage.tiers.filter { $0.multiplier == factor }
        let contacts = expected.filter { $0.factor == factor }
        log.same(
          stated.reduce(0) { $0 + $1.contacts.value },
          as: contacts.reduce(0) { $0 + $1.contacts }, .contacts,
          slack: perHour * Double(max(1, slices.count)) / 3600 + 1e-3,
          subject(
            "contacts at \(factor.factor) times the price",
            "hours short × contacts an hour, slice by slice"))
      }
      let price = UnitPrice(PriceSlice.meanPrice(of: queue))
      let cost = shortage.tiers.map {
        Money(quantity: Quantity($0.contacts.value), at: price, times: $0.multiplier)
      }.total()
      log.exactly(
        .money(shortage.cost), .money(cost),
        subject("price of the shortage", "contacts × price × factor, a rounding for each factor"))
    }
  }
}

/// A slice of a queue's hours of a week by what an hour short in it costs.
struct PriceSlice {
  /// Where it ends, as a share of the required hours; the last has no end.
  let end: Double
  let factor: Multiplier

  private static let steps: [(end: Double, percent: Int64)] = [
    (0.05, 100), (0.2, 150), (.infinity, 250),
  ]

  /// 3600 s over the handle time, times the contacts held at once.
  static func contactsPerHour(of queue: Queue, taking mean: Double? = nil) -> Double {
    let time = queue.handleTime
    let seconds =
      mean ?? Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    guard seconds > 0 else { return 0 }
    guard case .chat(let atOnce) = queue.channel else { return 3600 / seconds }
    return 3600 / seconds * Double(max(1, atOnce))
  }

  /// The price of a lost contact, of segments the mean by their contacts, in whole minor units.
  static func meanPrice(of queue: Queue) -> Money {
    let segments = queue.staffing.segments
    guard !segments.isEmpty else { return queue.lostContactPrice }
    return price(of: segments)
  }

  private static func weight(_ segment: QueueSegment) -> Double {
    segment.share.value * segment.contactRate.value
  }

  private static func price(of segments: [QueueSegment]) -> Money {
    let weights = segments.reduce(0) { $0 + weight($1) }
    let sum = segments.reduce(0) {
      $0 + weight($1) * Double($1.lostContactPrice.minorUnits)
    }
    guard weights > 0, let whole = Int64(exactly: (sum / weights).rounded()) else { return .zero }
    return Money(minorUnits: whole)
  }

  static func slices(of queue: Queue) -> [PriceSlice] {
    let segments = queue.staffing.segments
    let mean = Rational(meanPrice(of: queue).minorUnits)
    let all = segments.reduce(0) { $0 + weight($1) }
    var kinds: [(end: Double, price: Int64)] = []
    for priority in Set(segments.map(\.priority)).sorted(by: >) {
      let members = segments.filter { $0.priority == priority }
      let share = all > 0 ? members.reduce(0) { $0 + weight($1) } / all : 0
      guard share > 0 else { continue }
      kinds.append(((kinds.last?.end ?? 0) + share, price(of: members).minorUnits))
    }
    let rises = zip(kinds, kinds.dropFirst()).allSatisfy { $0.price <= $1.price }
    guard kinds.count > 1, rises, mean > .zero else {
      return steps.map { PriceSlice(end: $0.end, factor: Multiplier(percent: $0.percent)) }
    }
    kinds[kinds.count - 1].end = .infinity
    var slices: [PriceSlice] = []
    for end in (steps.map(\.end) + kinds.map(\.end)).sorted() {
      let start = slices.last?.end ?? 0
      guard end - start > 1e-9,
        let step = steps.first(where: { $0.end > start + 1e-9 }),
        let kind = kinds.first(where: { $0.end > start + 1e-9 })
      else { continue }
      let ratio = Rational(max(0, kind.price)).divided(by: mean) ?? .one
      slices.append(
        PriceSlice(
          end: end, factor: Multiplier(ratio) * Multiplier(percent: step.percent)))
    }
    return slices
  }

  /// The contacts of `short` of `required` hours by slice; only of slices with any.
  static func contacts(
    short: Double, of required: Double, slices: [PriceSlice], perHour: Double
  ) -> [(factor: Multiplier, contacts: Double)] {
    var start = 0.0
    return slices.compactMap { slice in
      let end = slice.end.isFinite ? slice.end * required : .infinity
      let hours = max(0, min(short, end) - start)
      start = max(start, min(short, end))
      return hours > 0 ? (slice.factor, hours * perHour) : nil
    }
  }
}
