internal import BusinessCalendar
internal import LinearProgramming
internal import Scenarios
internal import Units

/// A limit that binds, and whose it is.
struct BoundLimit: Sendable {
  let constraint: BindingConstraint
  /// What its row means.
  let draft: RowNote.Draft

  /// The weeks it speaks of; empty for the whole horizon.
  var weeks: [Int] { draft.weeks }

  /// Whether giving way would let somebody work more: what a minimum or a commitment costs is no
  /// cause of a shortage.
  func limitsHelp(on bucket: DayBucket) -> Bool {
    switch draft.family {
    case .vendorMinimum, .vendorCommitment, .endStrength: false
    default: draft.bucket.map { $0 == bucket } ?? true
    }
  }
}

/// Turns the prices of limits into sentences.
///
/// Shadow prices are of the program in which classes and contracts are held: the worth of the first
/// fraction of a unit, not unique under degeneracy. What a sentence says a unit would save was tried.
struct BindingReader: Sendable {
  /// The most limits a plan shows.
  static let most = 50
  /// The most causes a shortage names.
  static let mostCauses = 6

  private let model: CapacityProgram
  private let prices: Solution?
  private let savings: [String: Double]
  private var input: CapacityInput { model.input }

  /// A reader of `prices`.
  ///
  /// - Parameter savings: what one more unit of a limit saves, by the names of the rows that were
  ///   tried, in the program's units of money.
  init(_ model: CapacityProgram, _ prices: Solution?, savings: [String: Double] = [:]) {
    self.model = model
    self.prices = prices
    self.savings = savings
  }

  /// All limits that bind: those that save when one unit wider, dearest first, then those that were
  /// not tried by their shadow price, then those of which one unit more saves nothing; of equal
  /// price in the order of the program.
  func all() -> [BoundLimit] {
    guard let prices else { return [] }
    let rows = model.rows.compactMap { limit($0, prices) }
    let found = rows + trainerLimits(prices)
    return found.enumerated().sorted { left, right in
      let first = left.element.constraint
      let second = right.element.constraint
      if first.rank != second.rank { return first.rank < second.rank }
      if let saves = first.saving, let other = second.saving, saves != other {
        return saves > other
      }
      return first.shadowPrice == second.shadowPrice
        ? left.offset < right.offset : first.shadowPrice > second.shadowPrice
    }.map(\.element)
  }

  private func limit(_ row: RowNote, _ prices: Solution) -> BoundLimit? {
    guard let relief = row.draft.relief, let dual = prices.shadowPrice(of: row.constraint)
    else { return nil }
    // A class that does not run has no places.
    if row.draft.family == .classSize, case .group(let group) = row.draft.owner,
      let week = row.draft.weeks.first,
      let classes = model.classes.variable(for: GroupWeek(group: group, week: week)),
      prices[classes] < 0.5
    {
      return nil
    }
    return bound(row, price: dual.magnitude * row.draft.perUnit, relief: relief)
  }

  /// One more class would save money, and all trainers are taken: the trainers stand in the way. While
  /// classes are held the rows of trainers have no price; that of a trainer is the reduced cost of the
  /// first fraction of a class.
  private func trainerLimits(_ prices: Solution) -> [BoundLimit] {
    model.rows.compactMap { row in
      guard row.draft.family == .trainers, let relief = row.draft.relief,
        prices.activity(of: row.constraint) > model.program.limits(of: row.constraint).upper - 1e-6,
        case .group(let group) = row.draft.owner, let week = row.draft.weeks.first,
        let cost = prices.reducedCost(
          of: model.classes[GroupWeek(group: group, week: week)]),
        cost < 0
      else { return nil }
      return bound(row, price: -cost, relief: relief)
    }
  }

  /// A limit with its price, and its saving where it was tried; `nil` where its price is less than one
  /// minor unit.
  private func bound(_ row: RowNote, price: Double, relief: String) -> BoundLimit? {
    let draft = row.draft
    let price = price * input.scale
    guard price.isFinite, price >= 1 else { return nil }
    let saving = savings[row.name].map(input.money)
    let code = input.scenario.currency.code
    let worth = saving ?? Money(minorUnits: Int64(price.rounded().bounded(to: 0...9e18)))
    let amount = "\(input.scenario.currency.grouped(worth)) \(code)"
    var meaning =
      switch saving {
      case .some(.zero): "\(relief) would save nothing with all else as planned"
      case .some: "\(relief) would save \(amount)"
      case .none: "\(relief) would save at most \(amount)"
      }
    if let without = draft.leavesOut, saving != .zero { meaning += " \(without)" }
    if draft.family == .lead, case .group(let group) = draft.owner {
      meaning += "; \(leadInWords(group))"
    }
    return BoundLimit(
      constraint: BindingConstraint(
        name: row.name, family: draft.family.rawValue,
        week: draft.weeks.count == 1 ? draft.weeks[0] : nil,
        shadowPrice: UnitPrice(minorUnitsPerUnit: Rational(nearest: price)), saving: saving,
        unit: draft.unit, meaning: meaning, path: draft.path),
      draft: draft)
  }

  /// Why nobody who is hired now can help yet.
  private func leadInWords(_ group: Int) -> String {
    guard let first = input.firstContactWeek(group) else {
      return "nobody hired now takes contacts within the horizon"
    }
    return "people hired now take their first contacts in "
      + input.calendar.weeks[first].inWords
  }

  /// The names of the limits that stood in the way of covering a queue on one kind of day of a week:
  /// of suppliers that may serve it, in that week and the weeks before in which help would have had to
  /// start; dearest first. Of the limits of one kind and owner only the dearest is named.
  func causes(
    of queue: Int, in week: Int, on bucket: DayBucket, among limits: [BoundLimit]
  ) -> [String] {
    let groups = input.groupSkills.indices.filter { input.groupSkills[$0].contains(queue) }
    let vendors = input.vendorSkills.indices.filter { input.vendorSkills[$0].contains(queue) }
    guard !groups.isEmpty || !vendors.isEmpty else {
      return ["nobody can work \(input.queueID(queue))"]
    }
    // A queue that must stay in house is no vendor's, whatever it can do.
    let mayOutsource = input.outsourcingLimit(queue) > 0
    let sites = groups.compactMap { input.siteOfGroup[$0] }
    let found = limits.filter { limit in
      guard limit.limitsHelp(on: bucket) else { return false }
      let lead: Int
      switch limit.draft.owner {
      case .group(let group):
        guard groups.contains(group) else { return false }
        // Hours of another week are no cause; a class that could have started earlier is.
        let isClass = [CapacityFamily.classSize, .trainers].map(\.rawValue)
          .contains(limit.constraint.family)
        lead = isClass ? input.staff[group].poolAge : 0
      case .vendor(let vendor):
        guard mayOutsource, vendors.contains(vendor) else { return false }
        let isRamp = limit.constraint.family == CapacityFamily.vendorRamp.rawValue
        lead = isRamp ? input.weekCount : 0
      case .site(let site):
        guard sites.contains(site) else { return false }
        lead = 0
      case .queue(let other):
        guard other == queue else { return false }
        lead = 0
      case .team: return false
      case .everybody:
        guard limit.draft.family != .outsourcing || (mayOutsource && !vendors.isEmpty)
        else { return false }
        lead = 0
      }
      return limit.weeks.isEmpty || limit.weeks.contains { $0 <= week && $0 >= week - lead }
    }
    var kinds: Set<LimitKind> = []
    let names = found.filter {
      kinds.insert(LimitKind(family: $0.draft.family, owner: $0.draft.owner)).inserted
    }.map(\.constraint.name)
    guard !names.isEmpty else {
      return ["every help left costs more than \(input.queueID(queue)) is worth"]
    }
    return Array(names.prefix(BindingReader.mostCauses))
  }
}

/// What limits of several weeks have in common.
private struct LimitKind: Hashable {
  let family: CapacityFamily
  let owner: RowNote.Owner
}

extension BindingConstraint {
  /// The place of its kind among the limits that bind.
  fileprivate var rank: Int {
    switch saving {
    case .some(.zero): 2
    case .some: 0
    case .none: 1
    }
  }
}
