internal import CapacityPlanning
internal import Contracts
internal import Scenarios
internal import Units

/// The families that a plan says its program had: those of the decisions that it took are among them,
/// none is that the scenario does not ask for, each is named once. Where an outline of the program is
/// given they are its families, and rows and columns are its own.
struct ProgramCheck: PlanCheck {
  let outline: ProgramOutline?

  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    if let outline {
      compare(evidence.plan, outline, &log)
      compareLimits(evidence.plan, outline, in: evidence.scenario.currency, &log)
    }
    guard let families = evidence.plan.families else { return }
    let stated = Set(families)
    log.whole(
      families.count, .same, stated.count, unit: "family",
      Subject(.objective, "families", rule: "each family is named once"))
    for family in ProgramCheck.used(evidence).sorted(by: { $0.rawValue < $1.rawValue }) {
      log.check(stated.contains(family), subject(family)) {
        (.text("not active"), .text("the plan has decisions of it"))
      }
    }
    for family in CapacityFamily.allCases where stated.contains(family) {
      log.check(ProgramCheck.mayBe(family, in: evidence.scenario), subject(family)) {
        (.text("active"), .text("the scenario does not ask for it"))
      }
    }
    for limit in evidence.plan.bindingConstraints {
      guard let family = CapacityFamily(rawValue: limit.family), family != .lead else { continue }
      log.check(stated.contains(family), subject(family)) {
        (.text("not active"), .text("“\(limit.name)” binds"))
      }
    }
  }

  private func subject(_ family: CapacityFamily) -> Subject {
    Subject(
      .objective, "family \(family.rawValue)",
      rule: "the families are those of the scenario's rules and the plan's decisions")
  }

  private func compare(
    _ plan: CapacityPlan, _ outline: ProgramOutline, _ log: inout CheckLog
  ) {
    let rule = "the program that the scenario gives"
    let families = { (list: [CapacityFamily]?) in
      CheckedFigure.text((list ?? []).map(\.rawValue).joined(separator: ", "))
    }
    log.exactly(
      families(plan.families), families(outline.families),
      Subject(.objective, "families", rule: rule))
    log.exactly(
      .text(plan.solve.program), .text(outline.program),
      Subject(.objective, "program", rule: rule))
    for (what, stated, built) in [
      ("row", plan.solve.rows, outline.rows), ("column", plan.solve.columns, outline.columns),
      ("whole-number column", plan.solve.integers, outline.integers),
    ] {
      log.whole(
        stated, .same, built, unit: what, Subject(.objective, "\(what)s", rule: rule))
    }
  }

  /// Limits that bind are limits of the program, as it has them.
  private func compareLimits(
    _ plan: CapacityPlan, _ outline: ProgramOutline, in currency: Currency,
    _ log: inout CheckLog
  ) {
    for limit in plan.bindingConstraints {
      log.check(
        saying(limit, in: currency),
        Subject(
          .objective, "meaning of the binding limit “\(limit.name)”",
          rule: "the sentence says the saving, or the price of the first unit where none was tried")
      ) {
        (
          .text(limit.meaning),
          .money(limit.saving ?? Money(quantity: Quantity(1), at: limit.shadowPrice))
        )
      }
      let known = outline.limits[limit.name]
      log.check(
        known?.family.rawValue == limit.family && known?.week == limit.week
          && known?.unit == limit.unit && known?.path == limit.path,
        Subject(
          .objective, "binding limit “\(limit.name)”",
          rule: "a limit that binds is a row of the program, with its family, week, unit and path")
      ) {
        func words(_ family: String, _ week: Int?, _ unit: String, _ path: String) -> CheckedFigure
        {
          .text("\(family), week number \(week.map { "\($0)" } ?? "none"), \(unit), \(path)")
        }
        return (
          words(limit.family, limit.week, limit.unit, limit.path),
          known.map { words($0.family.rawValue, $0.week, $0.unit, $0.path) }
            ?? .text("no such limit")
        )
      }
    }
  }

  /// Whether the sentence of a limit says what it is worth, a price rounded either way.
  private func saying(_ limit: BindingConstraint, in currency: Currency) -> Bool {
    if let saving = limit.saving {
      return limit.meaning.contains(
        saving == .zero ? "would save nothing" : "would save \(currency.grouped(saving)) ")
    }
    let price = limit.shadowPrice.approximateMinorUnits
    return [price.rounded(.down), price.rounded(.up)].contains { amount in
      let money = Int64(exactly: amount).map { Money(minorUnits: $0) }
      return money.map {
        limit.meaning.contains("would save at most \(currency.grouped($0)) ")
      } ?? false
    }
  }

  /// The families whose decisions the plan has.
  private static func used(_ evidence: Evidence) -> Set<CapacityFamily> {
    let plan = evidence.plan
    var used: Set<CapacityFamily> = plan.groups.isEmpty ? [] : [.staffFlow]
    func note(_ isUsed: Bool, _ families: CapacityFamily...) {
      if isUsed { used.formUnion(families) }
    }
    let weeks = plan.groups.flatMap(\.weeks)
    let measures = weeks.compactMap(\.measures)
    let vendors = plan.vendors.flatMap(\.weeks)
    let months = plan.vendors.flatMap(\.months)
    note(!plan.classes.isEmpty, .classSize, .trainers)
    note(weeks.contains { !$0.overtime.isEmpty }, .overtimePerWeek)
    note(vendors.contains { $0.seats > .zero }, .vendorSeats)
    note(
      plan.vendors.contains { vendor in
        let clauses = evidence.scenario.vendor(vendor.vendor)?.clauses
        return clauses?.seatBatch != nil && vendor.weeks.contains { $0.seats > .zero }
      }, .vendorBatch)
    note(vendors.contains { $0.billedOrdinary > .zero }, .vendorHours)
    note(plan.requirement.contains { $0.ordinary.contains { $0 > .zero } }, .cover)
    note(measures.contains { $0.released ?? .zero > .zero }, .redundancy)
    note(measures.contains { $0.leave ?? .zero > .zero }, .leave)
    note(measures.contains { $0.undertime ?? .zero > .zero }, .undertime)
    note(measures.contains { $0.timeOff ?? .zero > .zero }, .timeOff)
    note(measures.contains { $0.learners?.isEmpty == false }, .crossTraining)
    note(measures.contains { $0.movers?.isEmpty == false }, .transfers)
    note(
      months.contains {
        $0.committed > .zero || $0.contacts?.committed ?? 0 > 0
          || $0.spend?.committed ?? .zero > .zero
      },
      .vendorCommitment, .vendorContract)
    note(months.contains { $0.clauses?.inTiers.contains { $0 > .zero } ?? false }, .volumeTier)
    note(
      months.contains { $0.clauses?.contactsInTiers?.contains { $0 > 0 } ?? false }, .volumeTier)
    note(plan.relief?.carried.isEmpty == false, .carriedWork)
    note(plan.relief?.extraSeats.isEmpty == false, .seatOverflow)
    note(plan.relief?.peaks.isEmpty == false, .peakHours)
    let isPaid = !plan.classes.isEmpty || vendors.contains { $0.billedOrdinary > .zero }
    note(isPaid && evidence.scenario.policy.budget != nil, .budget)
    return used
  }

  /// Whether a scenario can have a program of which a family is a part.
  private static func mayBe(_ family: CapacityFamily, in scenario: Scenario) -> Bool {
    let policy = scenario.policy
    let groups = scenario.staffGroups
    let clauses = scenario.vendors.compactMap(\.clauses)
    return switch family {
    case .staffFlow, .staffHours, .overtimePerMonth, .overtimeRolling, .dispatchedShare,
      .internShare, .internHours, .contractEnds:
      !groups.isEmpty
    case .classSize, .trainers: groups.contains { $0.hiring != nil }
    case .overtimePerWeek: groups.contains { $0.overtime != nil }
    case .fatigue: groups.contains { $0.overtime?.fatigue != nil }
    case .timeOff: groups.contains { $0.overtime?.timeOffWithinWeeks != nil }
    case .recruiting: groups.contains { $0.hiring?.recruitsPerMonth != nil }
    case .redundancy: groups.contains { $0.rules?.redundancy != nil }
    case .leave: groups.contains { $0.rules?.leave != nil }
    case .undertime: groups.contains { $0.rules?.undertime != nil }
    case .crossTraining: groups.contains { $0.rules?.crossTraining != nil }
    case .transfers: groups.contains { $0.rules?.transfers != nil }
    case .seats: !scenario.sites.isEmpty
    case .rooms: scenario.sites.contains { $0.trainingRooms != nil }
    case .dayParts: scenario.sites.contains { $0.dayParts?.isEmpty == false }
    case .seatOverflow: scenario.sites.contains { $0.overflow != nil }
    case .vendorSeats, .vendorRamp, .vendorHours, .vendorMinimum, .vendorContract,
      .vendorCommitment, .contractLength, .volumeTier, .vendorShare, .vendorLanguage,
      .outsourcing:
      !scenario.vendors.isEmpty
    case .vendorLearning:
      clauses.contains { !$0.learning.isEmpty }
        || scenario.vendors.contains { $0.terms.training != nil }
    case .vendorBatch: clauses.contains { $0.seatBatch != nil }
    case .bookedSlots: clauses.contains { $0.slots != nil }
    case .peakHours: policy.peakHours != nil
    case .carriedWork: policy.carriedQueues?.isEmpty == false
    case .budget: policy.budget != nil
    case .budgetPrice: policy.budget != nil && policy.overBudget != nil
    case .cover, .endStrength: !scenario.queues.isEmpty
    case .pin: !scenario.pins.isEmpty
    case .lead: false
    }
  }
}
