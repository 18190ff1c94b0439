internal import CapacityPlanning
internal import PayRules
internal import Scenarios
internal import Units

/// Every part of the scenario and the plan that says something is known to a check. What is not is
/// a finding, so that a rule or a decision that comes later cannot pass unchecked: whoever adds one
/// adds its check, and its name here.
struct KnownPartsCheck {
  let scenario: Scenario
  let plan: CapacityPlan

  func run(_ log: inout CheckLog) {
    var reader = PartReader()
    reader.read(plan, "plan")
    reader.read(scenario, "scenario")
    let rule = "each part of a plan and of a scenario's rules has its check"
    for (name, isKnown) in reader.parts {
      log.check(
        isKnown, Subject(.notChecked, "not checked: \(name)", rule: rule)
      ) { (.text("it is used"), .text("no check knows it")) }
    }
    for limit in scenario.payRules.flatMap(\.caps).map(\.limit) {
      let kind = Mirror(reflecting: limit).children.first?.label ?? "\(limit)"
      log.check(
        KnownPartsCheck.caps.contains(kind),
        Subject(.notChecked, "not checked: cap \(kind) of the pay rules", rule: rule)
      ) { (.text("it is used"), .text("no check knows it")) }
    }
    for family in Set(reader.families + plan.bindingConstraints.map(\.family)).sorted() {
      log.check(
        KnownPartsCheck.families.contains(family),
        Subject(.notChecked, "not checked: family \(family)", rule: rule)
      ) { (.text("it is used"), .text("no check knows it")) }
    }
  }

  /// The kinds of caps of pay rules that bind a weekly plan, or are the rota's alone.
  static let caps: Set<String> = [
    "overtimePerDay", "overtimePerMonth", "overtimePerWeeks", "consecutiveDays",
  ]

  /// The families of constraints whose rules are checked.
  static let families: Set<String> = [
    "staff-flow", "class-size", "trainers", "staff-hours", "overtime-per-week",
    "overtime-per-month", "seats", "seat-overflow", "vendor-seats", "vendor-ramp", "vendor-hours",
    "vendor-minimum", "vendor-contract", "vendor-commitment", "outsourcing", "cover",
    "contract-length", "volume-tier", "vendor-learning", "vendor-batch", "vendor-share",
    "vendor-language", "booked-slots", "peak-hours", "end-strength", "budget", "lead", "pin",
    "overtime-rolling", "recruiting", "rooms", "dispatched-share", "intern-share", "intern-hours",
    "contract-ends", "redundancy", "leave", "undertime", "fatigue", "time-off", "cross-training",
    "transfers",
    "day-parts",
    "carried-work", "budget-price",
  ]
}

/// Walks through a value's parts by their names.
private struct PartReader {
  /// Names of parts that say something, in the order found, and whether they are known.
  private(set) var parts: [(name: String, isKnown: Bool)] = []
  /// Families of constraints that the plan says it had.
  private(set) var families: [String] = []
  private var names: Set<String> = []

  mutating func read(_ value: Any, _ path: String) {
    let type = String(reflecting: Swift.type(of: value))
    guard let known = PartReader.known[type] else { return }
    for child in Mirror(reflecting: value).children {
      guard let label = child.label else { continue }
      let name = "\(path).\(label)"
      let isKnown = known.contains(label)
      if isKnown {
        note(name, true)
        for inner in PartReader.elements(of: child.value) {
          if let family = inner as? CapacityFamily { families.append(family.rawValue) }
          read(inner, name)
        }
      } else if !PartReader.isSilent(child.value) {
        note(name, false)
      }
    }
  }

  private mutating func note(_ name: String, _ isKnown: Bool) {
    if names.insert(name).inserted { parts.append((name, isKnown)) }
  }

  /// The value, or what is in it where it is a list or an optional.
  private static func elements(of value: Any) -> [Any] {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .collection, .set, .optional: return mirror.children.flatMap { elements(of: $0.value) }
    default: return [value]
    }
  }

  /// Whether a value says nothing: none, empty, 0, no, the plain case of a choice, or made of such.
  static func isSilent(_ value: Any) -> Bool {
    if let flag = value as? Bool { return !flag }
    if value is any Numeric { return ["0", "0.0", "-0.0"].contains("\(value)") }
    if let text = value as? String { return text.isEmpty }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional, .collection, .set, .dictionary:
      return mirror.children.allSatisfy { isSilent($0.value) }
    case .enum where mirror.children.isEmpty:
      return plainCases.contains("\(value)")
    default: return !mirror.children.isEmpty && mirror.children.allSatisfy { isSilent($0.value) }
    }
  }

  private static let plainCases: Set<String> = ["none", "plain", "permanent", "normal", "standard"]

  private static let known: [String: Set<String>] = [
    "CapacityPlanning.CapacityPlan": [
      "weeks", "requirement", "groups", "classes", "vendors", "shortages", "missingAtEnd",
      "bindingConstraints", "objectiveParts", "solve", "relief", "families",
      "clockPay", "contactRates", "nightHours",
    ],
    "CapacityPlanning.NightHoursOfQueue": ["vendor", "queue", "week", "bucket", "share"],
    "CapacityPlanning.ContactsOfQueue": ["queue", "week", "bucket", "perHour", "minutesEach"],
    "CapacityPlanning.ContactMonth": ["billed", "committed"],
    "CapacityPlanning.ClockPayOfQueue": ["queue", "week", "bucket", "code", "from", "perHour"],
    "CapacityPlanning.GroupPlan": ["group", "weeks"],
    "CapacityPlanning.GroupPlan.WeekPlan": [
      "heads", "inTraining", "inNesting", "ramping", "joined", "left", "effectiveHeads",
      "regularNetTime", "overtime", "allocations", "measures",
    ],
    "CapacityPlanning.StaffMeasures": [
      "contractsEnded", "released", "leave", "unusedLeave", "undertime", "timeOff", "timeOwed",
      "learners", "movers", "transferredIn", "transferredOut",
    ],
    "CapacityPlanning.StaffMeasures.Learners": ["queue", "started", "learnt"],
    "CapacityPlanning.StaffMeasures.Movers": ["group", "started"],
    "CapacityPlanning.PaidOvertime": ["payClass", "paidTime", "netTime", "from"],
    "CapacityPlanning.Allocation": ["queue", "bucket", "netTime"],
    "CapacityPlanning.HiringClass": [
      "group", "number", "parallelClasses", "decideBy", "start", "firstContacts", "nestingEnds",
      "fullSpeed", "heads", "graduates",
    ],
    "CapacityPlanning.VendorPlan": ["vendor", "weeks", "months"],
    "CapacityPlanning.VendorPlan.WeekPlan": [
      "seats", "added", "billedOrdinary", "billedStatutoryHoliday", "allocations",
    ],
    "CapacityPlanning.VendorPlan.MonthPlan": [
      "month", "isActive", "ordinary", "statutoryHoliday", "committed", "isSetUp", "clauses",
      "contacts", "spend",
    ],
    "CapacityPlanning.SpendMonth": ["spent", "committed"],
    "CapacityPlanning.ClauseMonth": ["isEnded", "inTiers", "contactsInTiers"],
    "CapacityPlanning.PlanRelief": ["carried", "extraSeats", "peaks"],
    "CapacityPlanning.Shortage": [
      "queue", "week", "bucket", "netTime", "tiers", "cost", "causes",
    ],
    "CapacityPlanning.ShortageTier": ["multiplier", "contacts"],
    "Scenarios.Scenario": [
      "id", "name", "question", "currency", "timeZone", "calendar", "slotLength", "horizon",
      "queues", "sites", "staffGroups", "vendors", "events", "policy", "shifts", "payRules",
      "seed", "pools", "supportRoles", "pins", "legalEntities", "bid",
    ],
    "Scenarios.LegalEntity": ["id", "name", "otherStaff"],
    "Scenarios.Site": ["id", "name", "seats", "overflow", "trainingRooms", "dayParts"],
    "Scenarios.DayPart": ["id", "from", "until", "seats", "present", "days"],
    "Scenarios.StaffGroup": [
      "id", "name", "site", "skills", "contractHours", "wage", "employerOnCost", "headcount",
      "shrinkage", "scheduleEfficiency", "attrition", "hiring", "overtime", "rules",
    ],
    "Scenarios.StaffRules": [
      "employment", "shrinkageOfWeeks", "redundancy", "leave", "undertime", "crossTraining",
      "transfers", "contributions", "worksByCalendar",
    ],
    "Scenarios.EmployerContributions": ["rate", "averagePay", "bases"],
    "PayRules.ContributionBase": [
      "city", "effectiveFrom", "effectiveTo", "floor", "cap", "source",
    ],
    "Scenarios.Employment": ["kind", "legalEntity", "lastDay", "contractWeeks", "endingCost"],
    "Scenarios.ShrinkageOfWeek": ["date", "shrinkage"],
    "Scenarios.Redundancy": ["noticeWeeks", "cost", "most"],
    "Scenarios.LeaveRules": [
      "earnedPerWeek", "balance", "carryOver", "mostAway", "blackouts", "unusedPay",
    ],
    "Scenarios.Undertime": ["takeUp", "mostPerWeek", "paid"],
    "Scenarios.CrossTraining": ["queue", "weeks", "proficiency", "most", "cost"],
    "Scenarios.Transfer": ["group", "weeks", "most", "cost"],
    "Scenarios.Fatigue": ["above", "productivity"],
    "Scenarios.HiringRules": [
      "recruitingLeadWeeks", "minimumClassSize", "maximumClassSize", "classCalendar", "trainers",
      "trainingWeeks", "nestingWeeks", "ramp", "washOut", "costPerHire", "costPerClass",
      "recruitsPerMonth",
    ],
    "Scenarios.OvertimeRules": [
      "takeUp", "maximumPerWeek", "productivity", "fatigue", "timeOffWithinWeeks",
    ],
    "Scenarios.Shrinkage": ["inOffice", "outOfOffice", "combination"],
    "Scenarios.Attrition": ["bands", "waves"],
    "Scenarios.Attrition.Band": ["fromTenureWeeks", "perWeek", "stated"],
    "Scenarios.Attrition.Wave": ["date", "share", "reason"],
    "Scenarios.TenureHeads": ["tenureWeeks", "heads"],
    "Scenarios.SupportRole": ["id", "name", "span", "groups", "wage", "employerOnCost"],
    "Scenarios.Vendor": [
      "id", "name", "skills", "terms", "noticeWeeks", "rampPerWeek", "minimumSeats",
      "maximumSeats", "hoursPerSeat", "initialSeats", "proficiency", "language",
      "clauses",
    ],
    "Scenarios.VendorClauses": [
      "minimumMonths", "exitCost", "learning", "maximumShare", "shareOfOutsourced", "slots",
      "queueShares", "awardedTime", "seatBatch", "forecastLock", "rampBilling",
      "nightPremium",
    ],
    "Scenarios.NightPremium": ["share", "spans", "stacking"],
    "Scenarios.NightPremium.Span": ["from", "until"],
    "Scenarios.LockedForecast": ["terms", "months"],
    "Scenarios.LockedForecast.Month": ["month", "volume"],
    "Contracts.ForecastLock": ["floor", "cap", "overFactor", "shortfallShare"],
    "Scenarios.VendorClauses.QueueShare": ["queue", "share"],
    "Contracts.ContractTerms": [
      "price", "furtherPrices", "surcharges", "commitment", "setup", "vatRate",
      "volumeTiers", "billedShare", "baseFee", "training", "baseline",
    ],
    "Contracts.BaselinePrice": ["volume", "rate"],
    "Contracts.VolumeBaseline": [
      "contacts", "deadband", "additionalCharge", "reducedCredit",
    ],
    "Contracts.SeatTraining": ["rate", "time"],
    "Contracts.VolumeTiers": ["mode", "steps"],
    "Contracts.Commitment": [
      "unit", "timePerMonth", "countPerMonth", "spendPerMonth", "shortfallShare",
    ],
    "Contracts.SetupFee": ["fee", "instalments"],
    "Contracts.Surcharge": ["condition", "factor"],
    "Scenarios.Policy": [
      "outsourcingLimits", "missionCritical", "maximumOutsourcedShare", "budget", "endStrength",
      "priceOfMissingHeadAtEnd", "overBudget", "carriedQueues", "peakHours",
    ],
    "Scenarios.Policy.OutsourcingLimit": ["queue", "share"],
  ]
}
