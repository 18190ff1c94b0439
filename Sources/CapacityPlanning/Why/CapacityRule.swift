public import Scenarios

/// A rule of a scenario that limits the plan, whole: over all weeks it speaks of.
///
/// What a rule costs is the difference that setting it aside makes; ``CapacityStudy`` prices it, and
/// ``TargetReach`` asks which rules keep a target from being met.
public struct CapacityRule: Sendable, Hashable, Codable {
  /// What is ruled.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Weeks from the decision to a class's first day.
    case recruitingLead = "recruiting-lead"
    /// The weeks in which classes may start.
    case classCalendar = "class-calendar"
    /// Weeks of training.
    case training
    /// Slow first weeks after it.
    case ramp
    /// The most people in a class.
    case largestClass = "largest-class"
    /// The fewest people in a class.
    case smallestClass = "smallest-class"
    /// The classes that can run at once.
    case trainers
    /// People who leave, wash-out included.
    case attrition
    /// Seats of a site, in all parts of the day.
    case seats
    /// The scenario's limit of overtime a week.
    case overtimePerWeek = "overtime-per-week"
    /// The share of people who agree to overtime.
    case overtimeTakeUp = "overtime-take-up"
    /// The law's limit of overtime a calendar month.
    case overtimePerMonth = "overtime-per-month"
    /// Weeks from a vendor's order to its first seats.
    case vendorNotice = "vendor-notice"
    /// Seats a vendor can add in a week.
    case vendorRamp = "vendor-ramp"
    /// The most seats of a vendor.
    case vendorMost = "vendor-maximum"
    /// The fewest seats that are paid while a vendor's contract runs.
    case vendorLeast = "vendor-minimum"
    /// Hours committed a month.
    case vendorCommitment = "vendor-commitment"
    /// Months that a vendor's contract runs at least, and what ending it costs.
    case contractLength = "contract-length"
    /// Slow first weeks of seats that a vendor adds.
    case vendorLearning = "vendor-learning"
    /// Seats that come and are paid in batches.
    case vendorBatch = "vendor-batch"
    /// The share of the work that one vendor may take.
    case vendorShare = "vendor-share"
    /// The share of a queue that vendors may take.
    case outsourcing
    /// A queue that stays in house.
    case missionCritical = "mission-critical"
    /// The share of everything that vendors may take.
    case outsourcingOverall = "outsourcing-overall"
    /// The budget.
    case budget
    /// The strength asked for at the end.
    case endStrength = "end-strength"
  }

  /// What is ruled.
  public let kind: Kind
  /// The id of the group, site, vendor or queue it belongs to; empty for rules of everybody.
  public let owner: String

  /// The rule of `owner`.
  public init(_ kind: Kind, of owner: String = "") {
    self.kind = kind
    self.owner = owner
  }

  /// Every rule that `scenario` has, in the order of the scenario: groups, sites, pay rules, vendors,
  /// policy. A rule that says nothing, such as a lead of no weeks, is none.
  public static func all(of scenario: Scenario) -> [CapacityRule] {
    let ofGroup: [Kind] = [
      .recruitingLead, .classCalendar, .training, .ramp, .largestClass, .smallestClass, .trainers,
      .attrition, .overtimePerWeek, .overtimeTakeUp,
    ]
    let ofVendor: [Kind] = [
      .vendorNotice, .vendorRamp, .vendorMost, .vendorLeast, .vendorCommitment, .contractLength,
      .vendorLearning, .vendorBatch, .vendorShare,
    ]
    var rules = scenario.staffGroups.flatMap { group in
      ofGroup.map { CapacityRule($0, of: group.id.rawValue) }
    }
    rules += scenario.sites.map { CapacityRule(.seats, of: $0.id.rawValue) }
    rules.append(CapacityRule(.overtimePerMonth))
    rules += scenario.vendors.flatMap { vendor in
      ofVendor.map { CapacityRule($0, of: vendor.id.rawValue) }
    }
    rules += scenario.policy.outsourcingLimits.map {
      CapacityRule(.outsourcing, of: $0.queue.rawValue)
    }
    rules += scenario.policy.missionCritical.map {
      CapacityRule(.missionCritical, of: $0.rawValue)
    }
    rules += [CapacityRule(.outsourcingOverall), CapacityRule(.budget), CapacityRule(.endStrength)]
    return rules.filter { scenario.without($0) != nil }
  }

  /// Where the scenario sets the rule.
  public var path: String {
    switch kind {
    case .recruitingLead: "staff-groups.\(owner).hiring.recruiting-lead"
    case .classCalendar: "staff-groups.\(owner).hiring.class-every"
    case .training: "staff-groups.\(owner).hiring.training"
    case .ramp: "staff-groups.\(owner).hiring.ramp"
    case .largestClass, .smallestClass: "staff-groups.\(owner).hiring.class-size"
    case .trainers: "staff-groups.\(owner).hiring.trainers"
    case .attrition: "staff-groups.\(owner).attrition"
    case .overtimePerWeek: "staff-groups.\(owner).overtime.per-week"
    case .overtimeTakeUp: "staff-groups.\(owner).overtime.take-up"
    case .overtimePerMonth: "pay-rules"
    case .seats: "sites.\(owner).seats"
    case .vendorNotice: "vendors.\(owner).notice"
    case .vendorRamp: "vendors.\(owner).ramp-per-week"
    case .vendorMost: "vendors.\(owner).maximum-seats"
    case .vendorLeast: "vendors.\(owner).minimum-seats"
    case .vendorCommitment: "vendors.\(owner).commitment"
    case .contractLength: "vendors.\(owner).contract-months"
    case .vendorLearning: "vendors.\(owner).learning"
    case .vendorBatch: "vendors.\(owner).seat-batch"
    case .vendorShare: "vendors.\(owner).maximum-share"
    case .outsourcing: "policy.outsourced-share.\(owner)"
    case .missionCritical: "policy.mission-critical"
    case .outsourcingOverall: "policy.outsourced-share-overall"
    case .budget: "policy.budget"
    case .endStrength: "policy.end-strength"
    }
  }
}
