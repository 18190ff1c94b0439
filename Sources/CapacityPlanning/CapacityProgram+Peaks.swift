internal import BusinessCalendar
internal import LinearProgramming
internal import Scenarios
internal import Units

// The busiest hours of a week, where its hours alone would hide a spike; hourly slots.
extension CapacityProgram {
  /// For each week and its busiest hours of length L:
  /// - of a group `Σ_q inPeak[g,q,w] ≤ attendance · net[g] · (effective[g,w] − lost[g,w])`;
  /// - of a vendor `Σ_q inPeak[v,q,w] ≤ attendance · showRate[v] · proficiency[v] · seats[v,w]`, and
  ///   whoever comes works a day at least: `leastHours[v] · inPeak[v,q,w] ≤ proficiency[v] ·
  ///   billed[v,q,w,ordinary]`;
  /// - of a site `Σ_g Σ_q inPeak[g,q,w] / inOffice[g] ≤ seats[s] + overflow[s,w]`: all who are there
  ///   sit at the same time, on the seats of the part of the day where it has its own;
  /// - of a queue `L · (Σ_g inPeak + Σ_v inPeak) + absent[q,w] + Σ_slices short[q,w,ordinary,·] ≥
  ///   L · positions[q,w]`: hours that are missing in the week may be missing just then, and what is
  ///   missing beyond them has a price of its own.
  mutating func addPeakHours() {
    guard let rule = input.scenario.policy.peakHours else { return }
    let attendance = rule.attendance.value.bounded(to: 0...1)
    for peak in input.peaks {
      addOwnPeak(peak, attendance)
      addVendorPeak(peak, attendance)
      addSeatsAtPeak(peak)
      for entry in peak.positions { addPeakCover(entry.queue, entry.needed, peak) }
    }
  }

  private mutating func addOwnPeak(_ peak: PeakWindow, _ attendance: Double) {
    for group in input.staff.indices {
      let there = inPeak(ownPeak: group, peak)
      guard !there.isEmpty else { continue }
      let net = attendance * input.netShare(group, peak.week)
      var supply = net * effectiveHeads(group, peak.week)
      let key = GroupWeek(group: group, week: peak.week)
      if let without = unseated.variable(for: key) {
        let heads = input.staff[group].initialHeads(in: peak.week)
        let speed = heads.onContacts > 0 ? heads.effective / heads.onContacts : 0
        supply -= net * speed * without
      }
      require(
        "\(input.groupID(group)) in the busiest hours of \(input.weekName(peak.week))",
        there.total() - supply <= 0,
        peakNote(
          .group(group), peak, "One more head of \(input.groupName(group)) in the busiest hours of",
          path: "policy.peak-hours.attendance", perUnit: max(net, 1e-9)))
    }
  }

  private mutating func addVendorPeak(_ peak: PeakWindow, _ attendance: Double) {
    for vendor in input.vendors.indices {
      let key = VendorWeek(vendor: vendor, week: peak.week)
      let there = inPeak(vendorPeak: vendor, peak)
      guard !there.isEmpty else { continue }
      let net = attendance * input.showRate(vendor) * proficiency(vendor)
      let id = input.vendorID(vendor)
      var all = there.total()
      if let seats = seats.variable(for: key) { all -= net * seats }
      require(
        "\(id) in the busiest hours of \(input.weekName(peak.week))", all <= 0,
        peakNote(
          .vendor(vendor), peak,
          "One more seat of \(input.vendorName(vendor)) in the busiest hours of",
          path: "vendors.\(id)", perUnit: max(net, 1e-9)))
      for entry in peak.positions {
        let work = WorkKey(
          supplier: vendor, queue: entry.queue, week: peak.week, bucket: .ordinary)
        guard let positions = relief.vendorPeak.variable(for: work) else { continue }
        var hours = input.leastHoursAtPeak(vendor) * positions + LinearExpression()
        if let given = billed.variable(for: work) { hours -= proficiency(vendor) * given }
        require(
          "a day's hours of \(id) for \(input.queueID(entry.queue)) in "
            + input.weekName(peak.week), hours <= 0,
          .init(
            family: .peakHours, owner: .vendor(vendor), weeks: [peak.week], unit: "net hour",
            path: "vendors.\(id).hours-per-seat"))
      }
    }
  }

  private mutating func addSeatsAtPeak(_ peak: PeakWindow) {
    for (site, place) in input.scenario.sites.enumerated() {
      var taken = LinearExpression()
      for group in input.staff.indices where input.siteOfGroup[group] == site {
        let inOffice = input.netShareInOffice(group, peak.week)
        guard inOffice > 0 else { continue }
        taken += 1 / inOffice * inPeak(ownPeak: group, peak).total()
      }
      let extra = relief.overflow.variable(for: SiteWeek(site: site, week: peak.week))
      if let extra, !taken.terms.isEmpty { taken -= extra }
      let limit = peak.seats(of: place)
      require(
        "seats of \(place.id) in the busiest hours of \(input.weekName(peak.week))",
        taken <= Double(limit.seats),
        peakNote(
          .site(site), peak,
          "One more seat in \(place.name.isEmpty ? place.id.rawValue : place.name) in the busiest "
            + "hours of", path: limit.path))
    }
  }

  private mutating func addPeakCover(_ queue: Int, _ needed: Double, _ peak: PeakWindow) {
    let key = QueueWeek(queue: queue, week: peak.week)
    guard let absent = relief.absent.variable(for: key) else { return }
    var given = absent + LinearExpression()
    for group in input.staff.indices {
      let work = WorkKey(supplier: group, queue: queue, week: peak.week, bucket: .ordinary)
      if let positions = relief.ownPeak.variable(for: work) { given += peak.hours * positions }
    }
    for vendor in input.vendors.indices {
      let work = WorkKey(supplier: vendor, queue: queue, week: peak.week, bucket: .ordinary)
      if let positions = relief.vendorPeak.variable(for: work) { given += peak.hours * positions }
    }
    for tier in ShortagePrice.tiers(of: input.queues[queue]).indices {
      let slice = ShortageKey(queue: queue, week: peak.week, bucket: .ordinary, tier: tier)
      if let hours = short.variable(for: slice) { given += hours }
    }
    let id = input.queueID(queue)
    require(
      "busiest hours of \(id) in \(input.weekName(peak.week))", given >= peak.hours * needed,
      .init(
        family: .peakHours, owner: .queue(queue), weeks: [peak.week], unit: "net hour",
        path: "queues.\(id)"))
  }

  private func inPeak(ownPeak group: Int, _ peak: PeakWindow) -> [Variable] {
    peak.positions.compactMap {
      relief.ownPeak.variable(
        for: WorkKey(supplier: group, queue: $0.queue, week: peak.week, bucket: .ordinary))
    }
  }

  private func inPeak(vendorPeak vendor: Int, _ peak: PeakWindow) -> [Variable] {
    peak.positions.compactMap {
      relief.vendorPeak.variable(
        for: WorkKey(supplier: vendor, queue: $0.queue, week: peak.week, bucket: .ordinary))
    }
  }

  private func peakNote(
    _ owner: RowNote.Owner, _ peak: PeakWindow, _ relief: String, path: String,
    perUnit: Double = 1
  ) -> RowNote.Draft {
    let isGroup = if case .group = owner { true } else { false }
    return .init(
      family: .peakHours, owner: owner, weeks: [peak.week], bucket: .ordinary,
      unit: isGroup ? "head" : "seat", perUnit: perUnit,
      relief: "\(relief) \(input.calendar.weeks[peak.week].inWords)",
      leavesOut: isGroup ? "before its own pay" : nil, path: path)
  }

  /// `Σ_b hours[v,w,b] ≥ showRate[v] · minimumHours[v] · seats[v,w]` for cloud agents: everybody who
  /// is booked gets the hours that were promised. Their seats are people, the hours of a seat the most
  /// that one of them books, and only hours in which somebody comes are billed.
  mutating func addSlots() {
    for key in seats.keys {
      guard let slots = input.scenario.vendors[key.vendor].clauses?.slots,
        slots.minimumHours > .zero
      else { continue }
      let least = input.showRate(key.vendor) * slots.minimumHours.hours
      let hours = DayBucket.allCases.total { billedHours(key, $0) }
      let id = input.vendorID(key.vendor)
      require(
        "promised hours of \(id) in \(input.weekName(key.week))", hours - least * seats[key] >= 0,
        .init(
          family: .bookedSlots, owner: .vendor(key.vendor), weeks: [key.week], unit: "seat",
          perUnit: max(least, 1e-9),
          relief: "One promise of hours less at \(input.vendorName(key.vendor)) in "
            + input.calendar.weeks[key.week].inWords,
          path: "vendors.\(id).slots.minimum-hours"))
    }
  }
}

extension CapacityInput {
  /// The share of the time at work in the office that is on contacts.
  func netShareInOffice(_ group: Int, _ week: Int) -> Double {
    let shrinkage = scenario.staffGroups[group].shrinkage(in: calendar.weeks[week])
    let present = shrinkage.outOfOffice.complement.value
    guard present > 0 else { return 0 }
    return netShare(group, week) / present
  }
}
