internal import BusinessCalendar
internal import CapacityPlanning
internal import Costing
internal import Scenarios
internal import ShiftScheduling
internal import Units

/// Traces any number of a plan back to its inputs.
public struct Explainer: Sendable {
  let plan: Plan
  let provenance: Provenance?
  let words: any ExplanationWords
  /// A reader of the schedule; `nil` when there is none.
  let inspector: ScheduleInspector?

  /// An explainer of `plan`; of its files too where it is known where they come from.
  public init(
    _ plan: Plan, provenance: Provenance? = nil, words: any ExplanationWords = PlainWords()
  ) {
    self.plan = plan
    self.provenance = provenance
    self.words = words
    inspector = plan.schedule.map {
      ScheduleInspector(
        scenario: plan.scenario, requirement: plan.requirement, capacity: plan.capacity,
        schedule: $0)
    }
  }

  /// How the number came about.
  public func explain(_ subject: ExplanationSubject) throws(ExplanationError) -> Explanation {
    switch subject {
    case .queue(let id, let time): try explainQueue(id, at: time)
    case .peak(let id): try explainPeak(id)
    case .pool(let id, let date): try explainPool(id, at: date)
    case .support(let id, let date): try explainSupport(id, at: date)
    case .contacts(let id, let period): try explainContacts(id, in: period)
    case .event(let id): try explainEvent(id)
    case .week(let date): try explainWeek(at: date)
    case .horizon: explainHorizon()
    case .people(let date): try explainPeople(at: date)
    case .group(let id, let date): try explainGroup(id, at: date)
    case .overtime(let id, let date): try explainOvertime(id, at: date)
    case .hiringClass(let id, let name): try explainClass(id, name)
    case .vendor(let id, let time): try explainVendor(id, at: time)
    case .shift(let date, let supplier, let type, let start):
      try explainShift(on: date, supplier: supplier, type: type, start: start)
    case .coverage(let id, let time): try explainCoverage(id, at: time)
    case .line(let number): try explainLine(number, of: plan.cost.lines, kind: "ledger line")
    case .scheduleLine(let number):
      try explainLine(
        number, of: plan.cost.scheduleLines, kind: "line of the scheduled weeks")
    case .cost: explainCost()
    case .costOf(let name): try explainCost(of: name)
    case .shortage: explainShortages()
    case .binding: explainBinding()
    case .limit(let number): try explainLimit(number)
    case .summary: explainSummary()
    case .solver: explainSolver()
    case .file(let path): try explainFile(path)
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

  func queue(_ id: String) throws(ExplanationError) -> Queue {
    guard let queue = plan.scenario.queue(Identifier(id)) else {
      throw .unknown(
        kind: "queue", name: id, known: plan.scenario.queues.map(\.id.rawValue))
    }
    return queue
  }

  func group(
    _ id: String
  ) throws(ExplanationError) -> (terms: StaffGroup, weeks: [GroupPlan.WeekPlan]) {
    guard let group = plan.scenario.staffGroup(Identifier(id)),
      let groupPlan = plan.capacity.groups.first(where: { $0.group.rawValue == id })
    else {
      throw .unknown(
        kind: "staff group", name: id, known: plan.scenario.staffGroups.map(\.id.rawValue))
    }
    return (group, groupPlan.weeks)
  }

  func name(of queue: Queue.ID) -> String {
    plan.scenario.queue(queue)?.name ?? queue.rawValue
  }

  /// The name of a group or vendor by its id.
  func name(ofSupplier id: String) -> String {
    plan.scenario.staffGroup(Identifier(id))?.name
      ?? plan.scenario.vendor(Identifier(id))?.name ?? id
  }

  /// The scenario path of a group or vendor.
  func path(of supplier: Supplier) -> String {
    switch supplier {
    case .group(let id): "staff-groups.\(id)"
    case .vendor(let id): "vendors.\(id)"
    }
  }

  func money(_ amount: Money) -> String {
    "\(plan.scenario.currency.grouped(amount)) \(plan.scenario.currency.code)"
  }

  func money(_ price: UnitPrice) -> String {
    money(Money(rounding: price.minorUnitsPerUnit, times: .one))
  }

  /// A number with what it counts: `1 hour`, `12 head-weeks`, `2 classes`.
  func counted(_ number: String, _ unit: String) -> String {
    if number == "1" { return "1 \(unit)" }
    return "\(number) \(unit)\(unit.hasSuffix("s") ? "es" : "s")"
  }

  /// A name within a sentence: its first letter small.
  func lower(_ words: String) -> String { words.prefix(1).lowercased() + words.dropFirst() }
}

extension Double {
  /// The number with at most two decimals, without trailing zeros.
  var short: String { decimal(digits: 2) }

  /// The number with at most six decimals, without trailing zeros: a rate, not a result.
  var precise: String { decimal(digits: 6) }

  /// The number as a percentage.
  var percent: String { "\((self * 100).short) %" }

  /// `1 hour`, `2 hours`: the number with what it counts.
  func counted(_ unit: String, digits: Int = 2) -> String {
    let number = decimal(digits: digits)
    if number == "1" || unit.isEmpty { return "\(number) \(unit)" }
    let isSibilant = ["s", "x", "ch", "sh"].contains { unit.hasSuffix($0) }
    if unit.hasSuffix("day") || !unit.hasSuffix("y") {
      return "\(number) \(unit)\(isSibilant ? "es" : "s")"
    }
    return "\(number) \(unit.dropLast())ies"
  }

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

extension Int {
  /// `1 queue`, `2 queues`.
  func counted(_ unit: String) -> String { Double(self).counted(unit) }
}

extension String {
  /// The words with the indefinite article that fits them.
  var withArticle: String {
    let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
    return (first.map(vowels.contains) ?? false) ? "an \(self)" : "a \(self)"
  }
}
