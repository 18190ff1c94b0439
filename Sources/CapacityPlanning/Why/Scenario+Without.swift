internal import BusinessCalendar
internal import Contracts
internal import PayRules
internal import Scenarios
internal import Units

/// More than any plan uses, and small enough that products with it stay exact.
private let plenty = 20_000

extension Scenario {
  /// The scenario in which one rule does not hold; `nil` where the rule says nothing.
  func without(_ rule: CapacityRule) -> Scenario? {
    var copy = self
    let changes: Bool
    switch rule.kind {
    case .recruitingLead, .classCalendar, .training, .ramp, .largestClass, .smallestClass,
      .trainers, .attrition, .overtimePerWeek, .overtimeTakeUp:
      guard let place = staffGroups.firstIndex(where: { $0.id.rawValue == rule.owner })
      else { return nil }
      changes = copy.staffGroups[place].drop(rule.kind)
    case .vendorNotice, .vendorRamp, .vendorMost, .vendorLeast, .vendorCommitment,
      .contractLength, .vendorLearning, .vendorBatch, .vendorShare:
      guard let place = vendors.firstIndex(where: { $0.id.rawValue == rule.owner })
      else { return nil }
      changes = copy.vendors[place].drop(rule.kind)
    case .seats:
      guard let place = sites.firstIndex(where: { $0.id.rawValue == rule.owner }),
        staffGroups.contains(where: { $0.site == sites[place].id })
      else { return nil }
      copy.sites[place].seats = plenty
      copy.sites[place].dayParts = nil
      changes = sites[place].seats < plenty
    case .overtimePerMonth:
      copy.dropMonthlyLimits()
      changes = copy.payRules != payRules && staffGroups.contains { $0.overtime != nil }
    case .outsourcing, .missionCritical, .outsourcingOverall, .budget, .endStrength:
      changes = copy.policy.drop(rule)
    }
    return changes ? copy : nil
  }

  /// The scenario in which none of `rules` holds.
  func without(_ rules: some Sequence<CapacityRule>) -> Scenario {
    rules.reduce(self) { scenario, rule in scenario.without(rule) ?? scenario }
  }

  private mutating func dropMonthlyLimits() {
    for place in payRules.indices {
      payRules[place].caps.removeAll {
        if case .overtimePerMonth = $0.limit { true } else { false }
      }
    }
  }
}

extension StaffGroup {
  /// Sets a rule aside; says whether that changes anything.
  fileprivate mutating func drop(_ kind: CapacityRule.Kind) -> Bool {
    let before = self
    switch kind {
    case .recruitingLead: hiring?.recruitingLeadWeeks = 0
    case .classCalendar: hiring?.classCalendar = .every(weeks: 1)
    case .training: hiring?.trainingWeeks = 0
    case .ramp: hiring?.ramp = .immediate
    case .largestClass: hiring?.maximumClassSize = 2_000
    case .smallestClass: hiring?.minimumClassSize = 1
    case .trainers: hiring?.trainers = 50
    case .attrition:
      attrition = Attrition(bands: [], waves: [])
      hiring?.washOut = .zero
    case .overtimePerWeek: overtime?.maximumPerWeek = nil
    case .overtimeTakeUp: overtime?.takeUp = .whole
    default: break
    }
    return self != before
  }
}

extension Vendor {
  /// Sets a rule aside; says whether that changes anything.
  fileprivate mutating func drop(_ kind: CapacityRule.Kind) -> Bool {
    let before = self
    switch kind {
    case .vendorNotice: noticeWeeks = 0
    case .vendorRamp: rampPerWeek = Headcount(Double(plenty))
    case .vendorMost: maximumSeats = Headcount(Double(plenty))
    case .vendorLeast: minimumSeats = .zero
    case .vendorCommitment:
      terms.commitment = nil
      clauses?.forecastLock = nil
    case .contractLength:
      clauses?.minimumMonths = 1
      clauses?.exitCost = .zero
    case .vendorLearning: clauses?.learning = []
    case .vendorBatch: clauses?.seatBatch = nil
    case .vendorShare:
      clauses?.maximumShare = nil
      clauses?.shareOfOutsourced = nil
      clauses?.queueShares = nil
    default: break
    }
    return self != before
  }
}

extension Policy {
  /// Sets a rule aside; says whether that changes anything.
  fileprivate mutating func drop(_ rule: CapacityRule) -> Bool {
    let before = self
    switch rule.kind {
    case .outsourcing: outsourcingLimits.removeAll { $0.queue.rawValue == rule.owner }
    case .missionCritical: missionCritical.removeAll { $0.rawValue == rule.owner }
    case .outsourcingOverall: maximumOutsourcedShare = nil
    case .budget: budget = nil
    case .endStrength: endStrength = .zero
    default: break
    }
    return self != before
  }
}
