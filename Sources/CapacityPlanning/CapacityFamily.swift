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
  /// How long contracts run, and when they end.
  case contractLength = "contract-length"
  /// Prices by the volume of a month.
  case volumeTier = "volume-tier"
  /// Added seats that learn.
  case vendorLearning = "vendor-learning"
  /// Seats that come and are paid in batches.
  case vendorBatch = "vendor-batch"
  /// The share that one vendor may take.
  case vendorShare = "vendor-share"
  /// The share that vendors of a language may take.
  case vendorLanguage = "vendor-language"
  /// Hours that cloud agents are promised.
  case bookedSlots = "booked-slots"
  /// The busiest hours of a week.
  case peakHours = "peak-hours"
  /// Work that waits over a week's end: no rows of its own, it is in those of what is covered.
  case carriedWork = "carried-work"
  /// Seats beyond a site's own: in the rows of seats.
  case seatOverflow = "seat-overflow"
  /// A budget that is a price: in the row of the budget.
  case budgetPrice = "budget-price"
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
  /// Overtime of any so many weeks in a row, where the pay rules limit it.
  case overtimeRolling = "overtime-rolling"
  /// People recruited in a calendar month.
  case recruiting
  /// Training rooms of a site.
  case rooms
  /// The share of dispatched people that the law allows a legal entity.
  case dispatchedShare = "dispatched-share"
  /// The share of interns that the rules allow a legal entity and a post.
  case internShare = "intern-share"
  /// Interns work no nights.
  case internHours = "intern-hours"
  /// Contracts that end, and what is due then.
  case contractEnds = "contract-ends"
  /// Experienced people who are let go.
  case redundancy
  /// Leave: what is earned, granted and kept.
  case leave
  /// Voluntary time off.
  case undertime
  /// Overtime of long weeks, which gives less.
  case fatigue
  /// Time off in lieu of pay.
  case timeOff = "time-off"
  /// People who learn another queue, and the hours they lend to it.
  case crossTraining = "cross-training"
  /// People who move to another group.
  case transfers
  /// Seats of a site in a part of the day.
  case dayParts = "day-parts"
  /// When hired people can first take contacts: not a row, for the lead is a bound.
  case lead

  /// The families that a scenario has only when it asks for them.
  public static let onRequest: Set<CapacityFamily> = [
    .recruiting, .rooms, .dispatchedShare, .internShare, .internHours, .contractEnds, .redundancy,
    .overtimeRolling, .leave, .undertime, .fatigue, .timeOff, .crossTraining,
    .transfers, .dayParts,
  ]
}

/// A part of the objective; its raw values are those of the ledger's categories.
enum CostPart: String, Sendable, Hashable, CaseIterable {
  case regularPay = "regular-pay"
  case paidHoliday = "paid-holiday"
  case trainingPay = "training-pay"
  case overtime
  case restDayWork = "rest-day-work"
  case holidayWork = "holiday-work"
  case shiftDifferential = "shift-differential"
  case support
  case contributions
  case recruiting
  case classes
  case contractEnds = "contract-ends"
  case redundancy
  case unusedLeave = "unused-leave"
  case undertime
  case crossTraining = "cross-training"
  case transfers
  case vendorHours = "vendor-hours"
  case vendorSurcharge = "vendor-surcharge"
  case vendorCommitment = "vendor-commitment"
  case vendorTier = "vendor-tier"
  case vendorSetUp = "vendor-set-up"
  case vendorExit = "vendor-exit"
  case seatOverflow = "seat-overflow"
  case notices
  case shortage
  case peakShortage = "peak-shortage"
  case endStrength = "end-strength"
  case overBudget = "over-budget"

  /// Whether it is money that is paid.
  var isCash: Bool {
    ![.shortage, .peakShortage, .endStrength, .overBudget].contains(self)
  }
}
