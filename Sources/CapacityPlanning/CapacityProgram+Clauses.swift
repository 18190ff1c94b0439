internal import BusinessCalendar
internal import Contracts
internal import LinearProgramming
internal import Scenarios
internal import Units

// Further clauses of contracts: least length and exit, tiers of volume, learning, shares of the work.
extension CapacityProgram {
  /// `active[v,m] − active[v,m−1] = starting[v,m] − ending[v,m]`, and for a least length of L months
  /// `Σ_{m−L < k ≤ m} starting[v,k] ≤ active[v,m]` (Rajan and Takriti, Minimum up/down polytopes of
  /// the unit commitment problem, 2005): tight, so that starts and ends need not be whole.
  ///
  /// A contract that already runs counts as running before the first month and has run its length; one
  /// that starts late runs to the end of the horizon at least.
  mutating func addContractRuns() {
    for key in active.keys where input.vendors[key.vendor].hasRuns {
      guard let start = starting.variable(for: key) else { continue }
      let model = input.vendors[key.vendor]
      let id = input.vendorID(key.vendor)
      let before = VendorMonth(vendor: key.vendor, month: key.month - 1)
      var change = LinearExpression(model.initialSeats > 0 ? -1 : 0)
      if let previous = active.variable(for: before) { change = -1 * previous + 0 }
      change += active[key]
      change -= start
      if let end = clauses.ending.variable(for: key) { change += end }
      let month = input.calendar.months[key.month]
      let path = "vendors.\(id)"
      require(
        "start or end of \(id) in \(month)", change == 0,
        .init(family: .contractLength, owner: .vendor(key.vendor), unit: "month", path: path))
      guard model.minimumMonths > 1 else { continue }
      let begun = (max(0, key.month - model.minimumMonths + 1)...key.month).compactMap {
        starting.variable(for: VendorMonth(vendor: key.vendor, month: $0))
      }
      require(
        "least length of \(id) in \(month)", begun.total() - active[key] <= 0,
        .init(
          family: .contractLength, owner: .vendor(key.vendor), unit: "month",
          path: "\(path).contract-months"))
    }
  }

  /// With the month's billed hours `B = Σ_w Σ_b share[w,b,m] · hours[v,w,b]`, limits a₁ < a₂ < … (for
  /// the month's part in the horizon) and slices of `width[k] = a[k+1] − a[k]`:
  /// `B − Σ_k inTier[k] ≤ a₁` and `inTier[k] ≤ width[k]`. Where a tier is cheaper than the one below
  /// it, `inTier[k] ≤ width[k] · reached[k]`, `B − Σ_k inTier[k] ≥ a₁ · reached[1]` and
  /// `inTier[k] ≥ width[k] · reached[k+1]`: the cheaper hours come after the dearer ones.
  ///
  /// For a tight relaxation widths end at the most hours that notice, ramp, requirement and limits
  /// allow in the month, and tiers beyond those have no decision.
  mutating func addTiers() {
    for key in clauses.inTier.keys where key.tier == 0 {
      if input.vendors[key.vendor].isAllUnits {
        addTiersOfAllUnits(key.vendor, key.month)
      } else {
        addTiers(key.vendor, key.month)
      }
    }
  }

  /// Where a tier has the price of all hours: `Σ_k reached[k] ≤ 1`,
  /// `0 ≤ B − Σ_k inTier[k] ≤ a₁ · (1 − Σ_k reached[k])` and
  /// `a[k] · reached[k] ≤ inTier[k] ≤ a[k+1] · reached[k]`: all of a month's hours are in one tier, or
  /// below them all; a tenth of an hour away from every limit.
  private mutating func addTiersOfAllUnits(_ vendor: Int, _ month: Int) {
    let margin = CapacityInput.tierMargin
    let limits = input.tierLimits(vendor, month)
    let most = input.mostBilled(vendor, inMonth: month)
    let keys = tierKeys(vendor, month)
    let name = "of \(input.vendorID(vendor)) in \(input.calendar.months[month])"
    let note = tierNote(vendor, month)
    let reached = keys.total { clauses.reached[$0] }
    require("one tier \(name)", reached <= 1, note)
    let below = billedUnits(vendor, inMonth: month) - keys.total { clauses.inTier[$0] }
    let first = max(0, limits[0] - margin)
    require("hours below the tiers \(name)", below + first * reached <= first, note)
    require("hours of the tiers \(name)", below >= 0, note)
    for (place, key) in keys.enumerated() {
      let top = place + 1 < limits.count ? min(limits[place + 1] - margin, most) : most
      let (hours, isReached) = (clauses.inTier[key], clauses.reached[key])
      require("hours of tier \(place + 1) \(name)", hours - top * isReached <= 0, note)
      require(
        "hours that reach tier \(place + 1) \(name)",
        hours - (limits[place] + margin) * isReached >= 0, note)
    }
  }

  private func tierKeys(_ vendor: Int, _ month: Int) -> [TierKey] {
    input.tierLimits(vendor, month).indices
      .map { TierKey(vendor: vendor, month: month, tier: $0) }
      .filter { clauses.inTier.variable(for: $0) != nil }
  }

  private func tierNote(_ vendor: Int, _ month: Int) -> RowNote.Draft {
    .init(
      family: .volumeTier, owner: .vendor(vendor), weeks: input.calendar.weeks(touching: month),
      unit: input.vendors[vendor].basis == .contacts ? "billed contact" : "billed hour",
      path: "vendors.\(input.vendorID(vendor)).tiers")
  }

  private mutating func addTiers(_ vendor: Int, _ month: Int) {
    let limits = input.tierLimits(vendor, month)
    let most = input.mostBilled(vendor, inMonth: month)
    let keys = tierKeys(vendor, month)
    let name = "of \(input.vendorID(vendor)) in \(input.calendar.months[month])"
    let note = tierNote(vendor, month)
    let billed = billedUnits(vendor, inMonth: month)
    let below = billed - keys.total { clauses.inTier[$0] }
    require("hours below the tiers \(name)", below <= limits[0], note)
    if let first = clauses.reached.variable(for: keys[0]) {
      require("tier 1 after the hours below it \(name)", below - limits[0] * first >= 0, note)
    }
    for (place, key) in keys.enumerated() {
      let top = place + 1 < limits.count ? min(limits[place + 1], most) : most
      let width = max(0, top - limits[place])
      let hours = clauses.inTier[key]
      if let isReached = clauses.reached.variable(for: key) {
        require("hours of tier \(place + 1) \(name)", hours - width * isReached <= 0, note)
      } else {
        require("hours of tier \(place + 1) \(name)", hours <= width, note)
      }
      guard place + 1 < keys.count, let next = clauses.reached.variable(for: keys[place + 1])
      else { continue }
      require(
        "tier \(place + 2) after the hours below it \(name)", hours - width * next >= 0, note)
    }
  }

  /// All hours, or contacts, that a vendor bills for the days of a month.
  func billedUnits(_ vendor: Int, inMonth month: Int) -> LinearExpression {
    let isOfContacts = input.vendors[vendor].basis == .contacts
    var sum = LinearExpression()
    for week in input.calendar.weeks(touching: month) {
      for bucket in DayBucket.allCases {
        let share = input.calendar.share(of: week, bucket, in: month)
        guard share > 0 else { continue }
        let key = VendorWeek(vendor: vendor, week: week)
        sum += share * (isOfContacts ? billedContacts(key, bucket) : billedHours(key, bucket))
      }
    }
    return sum
  }

  /// `added[v,w] ≥ seats[v,w] − seats[v,w−1]` where added seats learn or are trained at our cost. Of an added seat's hours the
  /// share `1 − learning[a]` is billed in its week a and helps nobody: see ``hoursLearning(_:_:)``.
  mutating func addLearning() {
    for key in clauses.added.keys {
      var grown = LinearExpression(
        key.week == 0 ? -input.vendors[key.vendor].initialSeats : 0)
      grown += seats[key]
      let before = VendorWeek(vendor: key.vendor, week: key.week - 1)
      if let previous = seats.variable(for: before) { grown -= previous }
      grown -= clauses.added[key]
      let id = input.vendorID(key.vendor)
      require(
        "seats added at \(id) in \(input.weekName(key.week))", grown <= 0,
        .init(
          family: .vendorLearning, owner: .vendor(key.vendor), weeks: [key.week], unit: "seat",
          relief: "One seat of \(input.vendorName(key.vendor)) that need not learn in "
            + input.calendar.weeks[key.week].inWords,
          path: "vendors.\(id).learning"))
    }
  }

  /// Billed hours of a week in which added seats learn: `Σ_a (1 − learning[a]) · hoursPerSeat ·
  /// share[w,b] · added[v,w−a]`.
  func hoursLearning(_ key: VendorWeek, _ bucket: DayBucket) -> LinearExpression {
    let hours = seatHours(key, bucket)
    var sum = LinearExpression()
    for (age, lost) in input.vendors[key.vendor].lostToLearning.enumerated() where lost > 0 {
      let week = VendorWeek(vendor: key.vendor, week: key.week - age)
      if let seats = clauses.added.variable(for: week), hours > 0 {
        sum += lost * hours * seats
      }
    }
    return sum
  }

  /// `Σ_q proficiency[v] · billed[v,q,w,·] ≤ share[v] · Σ_{q of v} required[q,w]` each week, and over
  /// the horizon `Σ net[v] ≤ shareOfOutsourced[v] · Σ_v' net[v']`.
  mutating func addVendorShares() {
    for vendor in input.vendors.indices {
      let id = input.vendorID(vendor)
      let name = input.vendorName(vendor)
      if let share = input.vendors[vendor].maximumShare, share < 1 {
        for week in 0..<input.weekCount {
          let required = input.vendorSkills[vendor].reduce(0) { $0 + input.required($1, week) }
          require(
            "share of \(id) in \(input.weekName(week))",
            netHours(vendor, week) <= share * required,
            .init(
              family: .vendorShare, owner: .vendor(vendor), weeks: [week], unit: "net hour",
              relief: "One more hour that \(name) may take in "
                + input.calendar.weeks[week].inWords,
              path: "vendors.\(id).maximum-share"))
        }
      }
      addQueueShares(of: vendor)
      addAward(to: vendor)
      guard let share = input.vendors[vendor].shareOfOutsourced, share < 1 else { continue }
      var excess = LinearExpression()
      for other in input.vendors.indices {
        for week in 0..<input.weekCount {
          excess += (other == vendor ? 1 - share : -share) * netHours(other, week)
        }
      }
      require(
        "share of \(id) in all outsourced hours", excess <= 0,
        .init(
          family: .vendorShare, owner: .vendor(vendor), unit: "net hour",
          relief: "One more hour that \(name) may take over the horizon",
          path: "vendors.\(id).share-of-outsourced"))
    }
  }

  /// `Σ_{v of language l} net[v,q,w] ≤ share[q,l] · required[q,w]` for queues whose customers speak
  /// several languages: vendors that state their language take no others. Those that state none, and our
  /// own people, serve all.
  mutating func addVendorLanguages() {
    for queue in input.queues.indices {
      let languages = input.queues[queue].staffing.languages.filter { $0.share > .zero }
      guard languages.count > 1 else { continue }
      let named = input.vendors.indices.filter {
        input.vendorSkills[$0].contains(queue) && input.scenario.vendors[$0].language != nil
      }
      for language in Set(named.compactMap { input.scenario.vendors[$0].language }).sorted() {
        let share = languages.first { $0.language == language }?.share.value ?? 0
        let vendors = named.filter { input.scenario.vendors[$0].language == language }
        for week in 0..<input.weekCount {
          let id = input.queueID(queue)
          require(
            "outsourced hours of \(id) in the language \(language) in \(input.weekName(week))",
            vendors.total { netHours($0, week, for: queue) } <= share
              * input.required(queue, week),
            .init(
              family: .vendorLanguage, owner: .queue(queue), weeks: [week], unit: "net hour",
              relief: "One more hour of \(input.queueName(queue)) in the language \(language) in "
                + input.calendar.weeks[week].inWords,
              path: "queues.\(id).languages.\(language)"))
        }
      }
    }
  }

  /// Net hours of a vendor for a queue in a week.
  func netHours(_ vendor: Int, _ week: Int, for queue: Int) -> LinearExpression {
    DayBucket.allCases.compactMap { bucket in
      billed.variable(
        for: WorkKey(supplier: vendor, queue: queue, week: week, bucket: bucket))
    }.total { proficiency(vendor) * $0 }
  }

  /// Net hours of a vendor in a week.
  func netHours(_ vendor: Int, _ week: Int) -> LinearExpression {
    let key = VendorWeek(vendor: vendor, week: week)
    return DayBucket.allCases.total { proficiency(vendor) * billedForQueues(key, $0) }
  }

  /// The tiers that a vendor's billed hours of a month reach, for a plan by rounding: for all units the
  /// highest alone.
  func tiersReached(_ vendor: Int, _ month: Int, with billed: Double) -> Set<Int> {
    let isAllUnits = input.vendors[vendor].isAllUnits
    let reached = input.tierLimits(vendor, month).indices.filter {
      billed > input.tierLimits(vendor, month)[$0] + (isAllUnits ? CapacityInput.tierMargin : 1e-6)
    }
    return Set(isAllUnits ? reached.suffix(1) : reached)
  }

  /// Which contract months run when those of `runs` (in the order of ``active``) must keep the least
  /// length of their contracts: a run that is too short goes on.
  func withWholeRuns(_ runs: [Bool]) -> [Bool] {
    var runs = runs
    for (place, key) in active.keys.enumerated() where place < runs.count && runs[place] {
      let model = input.vendors[key.vendor]
      let before = place > 0 ? active.keys[place - 1] : nil
      let isFirst = before?.vendor != key.vendor
      let ranBefore = isFirst ? model.initialSeats > 0 : runs[place - 1]
      guard model.hasRuns, !ranBefore else { continue }
      for next in place..<min(runs.count, place + model.minimumMonths)
      where active.keys[next].vendor == key.vendor { runs[next] = true }
    }
    return runs
  }
}
