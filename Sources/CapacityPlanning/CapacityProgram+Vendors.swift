internal import BusinessCalendar
internal import Contracts
internal import LinearProgramming
internal import Scenarios
internal import Units

// Vendors: notice, ramp, most and least, contract months, commitment.
extension CapacityProgram {
  /// `seats[v,w] ≤ reach[v,w] · active[v,m(w)]`, without `active` where the terms make no difference
  /// between months. `reach` is what notice, ramp and the most seats allow by week w.
  mutating func addVendorSeats() {
    for key in seats.keys {
      let model = input.vendors[key.vendor]
      let reach = model.reach(in: key.week)
      let id = input.vendorID(key.vendor)
      let rule: String =
        if key.week < model.vendor.noticeWeeks {
          "notice"
        } else if reach
          >= model.vendor.maximumSeats.value
        { "maximum-seats" } else { "ramp-per-week" }
      let month = VendorMonth(
        vendor: key.vendor, month: input.calendar.contractMonth[key.week])
      let name = "seats of \(id) in \(input.weekName(key.week))"
      let note = vendorNote(
        .vendorSeats, key, unit: "seat",
        relief: "One more seat of \(input.vendorName(key.vendor))", rule: rule)
      if let runs = active.variable(for: month) {
        require(name, seats[key] - reach * runs <= 0, note)
      } else {
        require(name, seats[key] <= reach, note)
      }
    }
  }

  /// `seats[v,w] − seats[v,w−1] ≤ growth[v,w] + atStart[v] · starting[v,m]` from the second week
  /// with seats on; a contract starts with its minimum even where that is more than a week's ramp.
  mutating func addVendorRamp() {
    for key in seats.keys {
      let model = input.vendors[key.vendor]
      let before = VendorWeek(vendor: key.vendor, week: key.week - 1)
      guard let previous = seats.variable(for: before) else { continue }
      var growth = LinearExpression(model.growth(in: key.week))
      if model.growthAtStart > 0, let start = startMonth(of: key) {
        growth += model.growthAtStart * starting[start]
      }
      require(
        "ramp of \(input.vendorID(key.vendor)) in \(input.weekName(key.week))",
        seats[key] - previous - growth <= 0,
        vendorNote(
          .vendorRamp, key, unit: "seat",
          relief: "One more seat added by \(input.vendorName(key.vendor))",
          rule: key.week < model.vendor.noticeWeeks ? "notice" : "ramp-per-week"))
    }
  }

  /// The month whose contract would start with this week; `nil` when it is not the first after the
  /// notice.
  func startMonth(of key: VendorWeek) -> VendorMonth? {
    let month = input.calendar.contractMonth[key.week]
    let first = CapacityIndex(input).contractWeeks(key.vendor, month)
      .first { $0 >= input.vendors[key.vendor].vendor.noticeWeeks }
    let start = VendorMonth(vendor: key.vendor, month: month)
    return first == key.week && starting.variable(for: start) != nil ? start : nil
  }

  /// `Σ_q billed[v,q,w,b] + idle[v,w] (ordinary days) ≤ hoursPerSeat[v] · share[w,b] · seats[v,w]`.
  mutating func addVendorHours() {
    for key in seats.keys {
      for bucket in DayBucket.allCases {
        let given = billedHours(key, bucket)
        guard !given.terms.isEmpty else { continue }
        let hours = seatHours(key, bucket)
        let preposition = input.preposition(bucket)
        require(
          "hours of \(input.vendorID(key.vendor)) \(preposition) \(input.weekName(key.week))",
          given - hours * seats[key] <= 0,
          vendorNote(
            .vendorHours, key, unit: "billed hour",
            relief: "One more hour of the seats of \(input.vendorName(key.vendor))",
            rule: "hours-per-seat"))
      }
    }
  }

  /// `Σ_q billed[v,q,w,ordinary] + idle[v,w] ≥ floor[v,w] · hoursPerSeat[v] · share[w,ordinary] ·
  /// active[v,m(w)]`: while a contract runs, its minimum of seats is paid, used or not.
  mutating func addVendorMinimum() {
    for key in idle.keys where input.vendors[key.vendor].floor(in: key.week) > 0 {
      let month = VendorMonth(
        vendor: key.vendor, month: input.calendar.contractMonth[key.week])
      guard let runs = active.variable(for: month) else { continue }
      let hours = seatHours(key, .ordinary)
      let least = input.vendors[key.vendor].floor(in: key.week) * hours
      require(
        "least hours of \(input.vendorID(key.vendor)) in \(input.weekName(key.week))",
        billedHours(key, .ordinary) - least * runs >= 0,
        vendorNote(
          .vendorMinimum, key, unit: "seat", perUnit: hours,
          relief: "A minimum of one seat less at \(input.vendorName(key.vendor))",
          rule: "minimum-seats"))
    }
  }

  /// `setUp[v] ≥ active[v,m]`; `starting[v,m] ≤ active[v,m]` and `≤ 1 − active[v,m−1]`; and, for a
  /// tight relaxation, `Σ_{w in m} Σ_q billed[v,q,w,·] ≤ most[v,m] · active[v,m]` with what seats,
  /// requirement and outsourcing limits allow at most.
  mutating func addVendorContracts() {
    for key in active.keys {
      let note = RowNote.Draft(
        family: .vendorContract, owner: .vendor(key.vendor), unit: "month",
        path: "vendors.\(input.vendorID(key.vendor))")
      let month = "\(input.vendorID(key.vendor)) in \(input.calendar.months[key.month])"
      if let fee = setUp.variable(for: key.vendor) {
        require("set-up of \(month)", fee - active[key] >= 0, note)
      }
      if let start = starting.variable(for: key) {
        require("start of \(month)", start - active[key] <= 0, note)
        let before = VendorMonth(vendor: key.vendor, month: key.month - 1)
        if let previous = active.variable(for: before) {
          require("no start while running of \(month)", start + previous <= 1, note)
        } else if input.vendors[key.vendor].initialSeats > 0 {
          require("no start while running of \(month)", start <= 0, note)
        }
      }
      let weeks = CapacityIndex(input).contractWeeks(key.vendor, key.month)
      var used = LinearExpression()
      for week in weeks {
        for bucket in DayBucket.allCases {
          used += billedForQueues(VendorWeek(vendor: key.vendor, week: week), bucket)
        }
      }
      let most = weeks.reduce(0) { $0 + mostUseful(key.vendor, $1) }
      require("most hours of \(month)", used - most * active[key] <= 0, note)
    }
  }

  /// The hours of a vendor that can be of use in a week.
  private func mostUseful(_ vendor: Int, _ week: Int) -> Double {
    let key = VendorWeek(vendor: vendor, week: week)
    return DayBucket.allCases.reduce(0) { sum, bucket in
      let capacity = input.vendors[vendor].reach(in: week) * seatHours(key, bucket)
      return sum + min(capacity, input.mostUseful(vendor, week, bucket))
    }
  }

  /// `unused[v,m] ≥ committed[v,m] · active[v,m] − Σ_w Σ_b share[w,b,m] · hours[v,w,b]`, where a
  /// month that is only partly in the horizon is committed for that part; contacts where the price is
  /// for them.
  mutating func addVendorCommitments() {
    for key in unused.keys {
      let model = input.vendors[key.vendor]
      let scale = model.commitsMoney ? input.scale : 1
      let month = input.calendar.months[key.month]
      let committed =
        model.commitment(in: month) / scale * input.calendar.coverage(ofMonth: key.month)
      // A locked forecast is due whether the contract runs or not.
      let due: LinearExpression =
        if !model.isLocked(in: month), let runs = active.variable(for: key) {
          committed * runs
        } else { LinearExpression(committed) }
      var used = LinearExpression()
      if model.commitsMoney {
        used = spent(on: key)
      } else if model.hoursCountToCommitment {
        for week in input.calendar.weeks(touching: key.month) {
          for bucket in DayBucket.allCases {
            let share = input.calendar.share(of: week, bucket, in: key.month)
            let billed = VendorWeek(vendor: key.vendor, week: week)
            used +=
              share
              * (model.basis == .contacts
                ? billedContacts(billed, bucket) : billedHours(billed, bucket))
          }
        }
      }
      let id = input.vendorID(key.vendor)
      require(
        "commitment of \(id) in \(input.calendar.months[key.month])",
        unused[key] - due + used >= 0,
        RowNote.Draft(
          family: .vendorCommitment, owner: .vendor(key.vendor),
          weeks: input.calendar.weeks(touching: key.month),
          unit: "committed \(model.committedUnit)",
          relief: "One committed \(model.committedUnit) less at "
            + "\(input.vendorName(key.vendor)) in "
            + input.calendar.months[key.month].inWords,
          path: "vendors.\(id).\(model.isLocked(in: month) ? "forecast-lock" : "commitment")"))
    }
  }

  /// Billed hours of a seat of a vendor in a week on one kind of day.
  func seatHours(_ key: VendorWeek, _ bucket: DayBucket) -> Double {
    input.seatHours(key.vendor, key.week, bucket)
  }

  /// Billed hours of a vendor in a week for queues.
  func billedForQueues(_ key: VendorWeek, _ bucket: DayBucket) -> LinearExpression {
    input.vendorSkills[key.vendor].compactMap {
      billed.variable(
        for: WorkKey(supplier: key.vendor, queue: $0, week: key.week, bucket: bucket))
    }.total()
  }

  /// What a vendor's usage of a calendar month costs, in major units: its work by the days of the month
  /// at its price with surcharges and tiers, and the base fee.
  func spent(on key: VendorMonth) -> LinearExpression {
    let model = input.vendors[key.vendor]
    let (price, surcharge) = (model.price / input.scale, model.holidaySurcharge / input.scale)
    var sum = LinearExpression()
    for week in input.calendar.weeks(touching: key.month) {
      let work = VendorWeek(vendor: key.vendor, week: week)
      if model.basis == .seats {
        let days = Double(input.calendar.days(of: week, in: key.month))
        let part = days / Double(input.calendar.months[key.month].dayCount)
        if let running = seats.variable(for: work) { sum += price * part * running }
        continue
      }
      for bucket in DayBucket.allCases {
        let share = input.calendar.share(of: week, bucket, in: key.month)
        let each = price + (bucket == .statutoryHoliday ? surcharge : 0)
        sum +=
          share * each
          * (model.basis == .contacts ? billedContacts(work, bucket) : billedHours(work, bucket))
        if model.basis == .hours { sum += share * nightPremium(work, bucket) }
      }
    }
    for tier in clauses.inTier.keys where tier.vendor == key.vendor && tier.month == key.month {
      sum += input.tierDifference(tier) * clauses.inTier[tier]
    }
    if model.baseFee > 0, let runs = active.variable(for: key) {
      sum += model.baseFee / input.scale * input.calendar.coverage(ofMonth: key.month) * runs
    }
    return sum
  }

  /// What the night premium of a week costs, in major units: `Σ_q share in its hours[v,q,w,b] · premium
  /// · billed[v,q,w,b]`.
  func nightPremium(_ key: VendorWeek, _ bucket: DayBucket) -> LinearExpression {
    var sum = LinearExpression()
    guard !input.nightShares.isEmpty else { return sum }
    for queue in input.vendorSkills[key.vendor] {
      let work = WorkKey(supplier: key.vendor, queue: queue, week: key.week, bucket: bucket)
      let price = input.nightPrice(work) / input.scale
      if price > 0, let hours = billed.variable(for: work) { sum += price * hours }
    }
    return sum
  }

  /// What a price by contacts bills of a week: `Σ_q contacts an hour[v,q,w,b] · billed[v,q,w,b]`.
  func billedContacts(_ key: VendorWeek, _ bucket: DayBucket) -> LinearExpression {
    var sum = LinearExpression()
    for queue in input.vendorSkills[key.vendor] {
      let work = WorkKey(supplier: key.vendor, queue: queue, week: key.week, bucket: bucket)
      let contacts = input.contactsPerHour(key.vendor, queue, key.week, bucket)
      if contacts > 0, let hours = billed.variable(for: work) { sum += contacts * hours }
    }
    return sum
  }

  /// All billed hours of a vendor in a week, those that no queue needs and those of learning included.
  func billedHours(_ key: VendorWeek, _ bucket: DayBucket) -> LinearExpression {
    var sum = billedForQueues(key, bucket)
    if !clauses.added.keys.isEmpty { sum += hoursLearning(key, bucket) }
    if bucket == .ordinary, let paid = idle.variable(for: key) { sum += paid }
    return sum
  }

  private func vendorNote(
    _ family: CapacityFamily, _ key: VendorWeek, unit: String, perUnit: Double = 1,
    relief: String, rule: String
  ) -> RowNote.Draft {
    .init(
      family: family, owner: .vendor(key.vendor), weeks: [key.week], unit: unit,
      perUnit: perUnit, relief: "\(relief) in \(input.calendar.weeks[key.week].inWords)",
      path: "vendors.\(input.vendorID(key.vendor)).\(rule)")
  }
}
