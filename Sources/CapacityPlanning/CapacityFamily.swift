/// A family of constraints of the capacity program, or what a limit belongs to.
public enum CapacityFamily: String, Sendable, Hashable, Codable, CaseIterable {
  /// The experienced pool from week to week.
  case staffFlow = "staff-flow"
  /// Sizes of classes.
  case classSize = "class-size"
  /// Trainers.
  case trainers
  /// Hours that a group has.
  case staffHours = "staff-hours"
  /// Overtime of a week by pay class, and the scenario's limit a week.
  case overtimePerWeek = "overtime-per-week"
  /// Overtime of a calendar month.
  case overtimePerMonth = "overtime-per-month"
  /// Seats of a site.
  case seats
  /// Seats of a vendor, from its notice to its most.
  case vendorSeats = "vendor-seats"
  /// Seats a vendor can add in a week.
  case vendorRamp = "vendor-ramp"
  /// Hours that a vendor's seats give.
  case vendorHours = "vendor-hours"
  /// The least that is paid while a contract runs.
  case vendorMinimum = "vendor-minimum"
  /// In which months contracts run, and when they start.
  case vendorContract = "vendor-contract"
  /// Hours committed and not used.
  case vendorCommitment = "vendor-commitment"
  /// The share that vendors may take.
  case outsourcing
  /// Every required hour is covered or short.
  case cover
  /// In-house strength at the end.
  case endStrength = "end-strength"
  /// The budget.
  case budget
  /// Decisions that the planner has taken.
  case pin
  /// When hired people can first take contacts: not a row, for the lead is a bound.
  case lead
}

/// A part of the objective; its raw values are those of the ledger's categories.
enum CostPart: String, Sendable, Hashable, CaseIterable {
  case regularPay = "regular-pay"
  case trainingPay = "training-pay"
  case overtime
  case restDayWork = "rest-day-work"
  case holidayWork = "holiday-work"
  case support
  case contributions
  case recruiting
  case classes
  case vendorHours = "vendor-hours"
  case vendorSurcharge = "vendor-surcharge"
  case vendorCommitment = "vendor-commitment"
  case vendorSetUp = "vendor-set-up"
  case notices
  case shortage
  case endStrength = "end-strength"

  /// Whether it is money that is paid.
  var isCash: Bool { self != .shortage && self != .endStrength }
}
