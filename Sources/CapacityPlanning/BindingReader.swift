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

/// Turns shadow prices into sentences.
///
/// The prices are of the program in which classes and contracts are held: short-run values. Under
/// degeneracy they are not unique.
struct BindingReader: Sendable {
  /// The most limits a plan shows.
  static let most = 50
  /// The most causes a shortage names.
  static let mostCauses = 6

  private let model: CapacityProgram
  private let prices: Solution?
  private let trainerWorth: TrainerWorth?
  private var input: CapacityInput { model.input }

  init(_ model: CapacityProgram, _ prices: Solution?, trainerWorth: TrainerWorth? = nil) {
    self.model = model
    self.prices = prices
    self.trainerWorth = trainerWorth
  }

  /// All limits that bind, dearest first; of equal price in the order of the program.
  func all() -> [BoundLimit] {
    guard let prices else { return [] }
    let rows = model.rows.compactMap { limit($0, prices) }
    let found = rows + trainerLimits(prices)
    return found.enumerated().sorted { left, right in
      let first = left.element.constraint.shadowPrice
      let second = right.element.constraint.shadowPrice
      return first == second ? left.offset < right.offset : first > second
    }.map(\.element)
  }

  private func limit(_ row: RowNote, _ prices: Solution) -> BoundLimit? {
    guard let relief = row.draft.relief, let dual = prices.shadowPrice(of: row.constraint)
    else { return nil }
    let saving = dual.magnitude * row.draft.perUnit * input.scale
    return bound(
      name: row.name, draft: row.draft, saving: saving, relief: relief)
  }

  /// One more class would save money, and all trainers are taken: the trainers stand in the way.
  /// Where the program was not solved again, the price is that of the first fraction of a class.
  private func trainerLimits(_ prices: Solution) -> [BoundLimit] {
    TrainerWorth.candidates(model, prices).compactMap { row, key, reducedCost in
      let saved = trainerWorth.map { $0.saved[key] ?? 0 } ?? -reducedCost
      guard let relief = row.draft.relief else { return nil }
      return bound(
        name: row.name, draft: row.draft, saving: saved * input.scale, relief: relief)
    }
  }

  private func bound(
    name: String, draft: RowNote.Draft, saving: Double, relief: String
  ) -> BoundLimit? {
    // Less than one minor unit is nothing.
    guard saving.isFinite, saving >= 1 else { return nil }
    let money = Money(minorUnits: Int64(saving.rounded().bounded(to: 0...9e18)))
    let amount = input.scenario.currency.grouped(money)
    var meaning = "\(relief) would save \(amount) \(input.scenario.currency.code)"
    if let without = draft.leavesOut { meaning += " \(without)" }
    if draft.family == .lead, case .group(let group) = draft.owner {
      meaning += "; \(leadInWords(group))"
    }
    return BoundLimit(
      constraint: BindingConstraint(
        name: name, family: draft.family.rawValue,
        week: draft.weeks.count == 1 ? draft.weeks[0] : nil,
        shadowPrice: UnitPrice(minorUnitsPerUnit: Rational(nearest: saving)), unit: draft.unit,
        meaning: meaning, path: draft.path),
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
