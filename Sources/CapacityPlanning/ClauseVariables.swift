internal import Contracts
internal import LinearProgramming
internal import Scenarios
internal import Units

/// A vendor's tier of prices in a calendar month.
struct TierKey: Hashable, Sendable {
  let vendor: Int
  let month: Int
  /// The place of the tier, lowest first, from 0.
  let tier: Int
}

/// The decisions that only contracts with further clauses need.
struct ClauseVariables: Sendable {
  /// Whether a contract ends at the start of a month; only where contracts have runs.
  let ending: VariableFamily<VendorMonth>
  /// Hours of a month in a tier of the price.
  let inTier: VariableFamily<TierKey>
  /// Whether the hours of a month reach a tier; only where a tier is cheaper than the one below it or
  /// has the price of all hours.
  let reached: VariableFamily<TierKey>
  /// Seats added in a week; only where added seats learn.
  let added: VariableFamily<VendorWeek>
  /// Batches of seats that run; whole; only where seats come in batches.
  let batches: VariableFamily<VendorWeek>

  init(_ program: inout LinearProgram, _ index: CapacityIndex, _ names: CapacityNames) {
    ending = program.variables("ending", over: index.endMonths, upper: 1, label: names.label)
    inTier = program.variables("hours in", over: index.tiers, label: names.label)
    reached = program.variables(
      "reached", over: index.tiers.filter { index.input.decidesTiers($0) },
      kind: .binary, label: names.label)
    added = program.variables("added", over: index.learningWeeks, label: names.label)
    batches = program.variables(
      "batches", over: index.batchWeeks, kind: .integer, label: names.label,
      bounds: index.batchBounds)
  }
}

extension CapacityNames {
  /// `changsha,2026-11,tier 1`.
  func label(_ key: TierKey) -> String {
    "\(label(VendorMonth(vendor: key.vendor, month: key.month))),tier \(key.tier + 1)"
  }
}

extension CapacityIndex {
  /// Months in which a contract that ran in the month before can end.
  var endMonths: [VendorMonth] {
    let months = contractMonths.filter { input.vendors[$0.vendor].hasRuns }
    return months.filter { key in
      input.vendors[key.vendor].initialSeats > 0
        || months.contains(VendorMonth(vendor: key.vendor, month: key.month - 1))
    }
  }

  /// Tiers that the hours of a month can reach.
  var tiers: [TierKey] {
    input.vendors.indices.flatMap { vendor in
      input.calendar.months.indices.flatMap { month in
        input.tierLimits(vendor, month).indices.compactMap { tier in
          let limit = input.tierLimits(vendor, month)[tier]
          return input.mostBilled(vendor, inMonth: month) > limit + CapacityInput.tierMargin
            ? TierKey(vendor: vendor, month: month, tier: tier) : nil
        }
      }
    }
  }

  /// Weeks in which seats of vendors run whose added seats learn, or are trained at our cost.
  var learningWeeks: [VendorWeek] {
    vendorWeeks.filter { input.vendors[$0.vendor].countsAddedSeats }
  }
}

extension CapacityIndex {
  /// Weeks in which seats of vendors run that come in batches.
  var batchWeeks: [VendorWeek] {
    vendorWeeks.filter { input.vendors[$0.vendor].seatBatch != nil }
  }

  /// From none to all batches in reach.
  func batchBounds(_ key: VendorWeek) -> Bounds {
    let model = input.vendors[key.vendor]
    return Bounds(
      lower: 0, upper: (model.reach(in: key.week) / (model.seatBatch ?? 1) + 1e-9).rounded(.down))
  }
}

extension CapacityInput {
  /// Hours that a plan keeps from a limit that gives all hours another price, on either side: a tenth,
  /// so that hours rounded to seconds are on the same side of it.
  static let tierMargin = 0.1

  /// The limits of a vendor's tiers for the part of a month that lies in the horizon, in hours.
  func tierLimits(_ vendor: Int, _ month: Int) -> [Double] {
    let part = calendar.coverage(ofMonth: month)
    return vendors[vendor].tiers(in: calendar.months[month]).map { $0.above * part }
  }

  /// What an hour, or contact, in a tier costs more than at the main price, in major units.
  func tierDifference(_ key: TierKey) -> Double {
    vendors[key.vendor].tiers(in: calendar.months[key.month])[key.tier].difference / scale
  }

  /// Whether a month's tiers of a vendor need a decision.
  func decidesTiers(_ key: TierKey) -> Bool {
    vendors[key.vendor].decidesTiers(in: calendar.months[key.month])
  }

  /// The most hours, or contacts, that a vendor can bill for the days of a month.
  func mostBilled(_ vendor: Int, inMonth month: Int) -> Double {
    calendar.weeks(touching: month).reduce(0) { sum, week in
      sum
        + DayBucket.allCases.reduce(0) { hours, bucket in
          hours
            + calendar.share(of: week, bucket, in: month) * mostBilled(vendor, week, bucket)
            * mostUnits(vendor, week, bucket)
        }
    }
  }

  /// The most that an hour of a vendor bills: contacts of its busiest queue, or the hour.
  private func mostUnits(_ vendor: Int, _ week: Int, _ bucket: DayBucket) -> Double {
    guard vendors[vendor].basis == .contacts else { return 1 }
    return vendorSkills[vendor].map { contactsPerHour(vendor, $0, week, bucket) }.max() ?? 0
  }

  /// The most hours that a vendor can bill in a week: what its seats give and, where nothing is billed
  /// but what a queue needs, what its queues may give it.
  func mostBilled(_ vendor: Int, _ week: Int, _ bucket: DayBucket) -> Double {
    let model = vendors[vendor]
    let capacity = model.reach(in: week) * seatHours(vendor, week, bucket)
    let needsNobody =
      model.floor(in: week) > 0 || !model.lostToLearning.isEmpty
      || model.seatBatch != nil
    return needsNobody ? capacity : min(capacity, mostUseful(vendor, week, bucket))
  }

  /// The billed hours that a vendor's queues may give it in a week.
  func mostUseful(_ vendor: Int, _ week: Int, _ bucket: DayBucket) -> Double {
    let proficiency = max(0, scenario.vendors[vendor].proficiency.value)
    guard proficiency > 0 else { return 0 }
    return vendorSkills[vendor].reduce(0) { hours, queue in
      let waited = bucket == .ordinary && week > 0 && isCarried(queue)
      let useful =
        required(queue, week, bucket) + (waited ? backlogLimit(queue, week - 1) : 0)
      let limit = outsourcingLimit(queue)
      let allowed = limit < 1 ? limit * required(queue, week) : useful
      return hours + min(useful, allowed) / proficiency
    }
  }

  /// Billed hours of a seat of a vendor in a week on one kind of day: those in which somebody comes.
  func seatHours(_ vendor: Int, _ week: Int, _ bucket: DayBucket) -> Double {
    showRate(vendor) * max(0, scenario.vendors[vendor].hoursPerSeat.hours)
      * calendar.share(week, bucket)
  }
}
