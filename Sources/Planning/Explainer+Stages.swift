internal import BusinessCalendar
internal import CapacityPlanning
internal import Forecasting
internal import Scenarios
internal import Staffing
internal import Units

extension Explainer {
  /// The requirement of a queue: at a local time, or over the week of a date.
  func explainQueue(_ id: String, at time: String) throws(ExplanationError) -> Explanation {
    guard let queue = plan.scenario.queue(Identifier(id)) else {
      throw .unknown(
        kind: "queue", name: id, known: plan.scenario.queues.map(\.id.rawValue))
    }
    if LocalDate(iso: time) != nil { return try explainWeek(of: queue, at: time) }
    guard let moment = LocalDateTime(time), let slot = plan.requirement.grid.index(of: moment),
      let requirement = plan.requirement[queue.id], let forecast = plan.forecast[queue.id]
    else { throw .outsideHorizon(time, horizon: plan.scenario.horizon.description) }

    let handleTime = forecast.handleTime[slot].inSeconds
    let minutes = plan.requirement.grid.slotLength.duration.inSeconds / 60
    let load = Explanation(
      "load", value: "\(requirement.load[slot].value.short) erlangs",
      formula: loadFormula(
        contacts: forecast.volume[slot].value, handleTime: handleTime, minutes: minutes,
        concurrency: queue.channel.concurrency),
      parts: [
        volumeExplanation(forecast, slot: slot),
        Explanation(
          "handle time", value: "\(handleTime.short) s", path: "queues.\(id).handle-time"),
      ])
    let promised = requirement.serviceLevel[slot].map { "\(($0.value * 100).short) %" } ?? "none"
    return Explanation(
      "positions of \(queue.name) at \(moment), net of shrinkage",
      value: requirement.positions[slot].value.short,
      formula: "\(requirement.method); decided by \(requirement.driver[slot].rawValue)",
      parts: [
        load,
        Explanation("service level promised", value: promised, path: "queues.\(id).service"),
        Explanation(
          "occupancy", value: "\((requirement.occupancy[slot].value * 100).short) %",
          path: "queues.\(id).max-occupancy"),
      ] + grossExplanations(of: queue, positions: requirement.positions[slot]))
  }

  private func loadFormula(
    contacts: Double, handleTime: Double, minutes: Double, concurrency: Int
  ) -> String {
    let divisor = concurrency > 1 ? " / \(concurrency) at once" : ""
    return
      "\(counted(contacts.short, "contact")) × \(handleTime.short) s / \(minutes.short) min\(divisor)"
  }

  private func volumeExplanation(_ forecast: QueueForecast, slot: Int) -> Explanation {
    let effects = forecast.eventEffects.compactMap { effect -> Explanation? in
      let index = slot - effect.firstSlot
      guard effect.addedVolume.indices.contains(index) else { return nil }
      return Explanation(
        "added by \(effect.event)", value: effect.addedVolume[index].value.short,
        path: "events.\(effect.event)")
    }
    let base = Explanation(
      "without events", value: forecast.baseVolume[slot].value.short,
      formula: forecast.method, path: "queues.\(forecast.queue).volume")
    return Explanation(
      "contacts", value: forecast.volume[slot].value.short, formula: "base plus events",
      parts: [base] + effects)
  }

  private func grossExplanations(of queue: Queue, positions: Positions) -> [Explanation] {
    plan.scenario.staffGroups.filter { $0.skills.contains(queue.id) }.map { group in
      let gross = group.netShare.value > 0 ? positions.value / group.netShare.value : 0
      return Explanation(
        "heads on duty if \(group.name) alone served it, gross", value: gross.short,
        formula: "\(positions.value.short) / \((group.netShare.value * 100).short) % net share",
        path: "staff-groups.\(group.id).shrinkage")
    }
  }

  private func explainWeek(of queue: Queue, at date: String) throws(ExplanationError)
    -> Explanation
  {
    let (index, week) = try week(of: date)
    let required =
      plan.capacity.requirement.first { $0.queue == queue.id }?
      .total(inWeek: index) ?? .zero
    var parts: [Explanation] = []
    for group in plan.capacity.groups {
      let time = group.weeks[index].allocations.time(for: queue.id)
      guard time > .zero else { continue }
      parts.append(
        Explanation(
          "given by \(group.group)", value: "\(time.hours.short) h",
          path: "staff-groups.\(group.group)"))
    }
    for vendor in plan.capacity.vendors {
      let time = vendor.weeks[index].allocations.time(for: queue.id)
      guard time > .zero else { continue }
      parts.append(
        Explanation(
          "given by \(vendor.vendor)", value: "\(time.hours.short) h",
          path: "vendors.\(vendor.vendor)"))
    }
    for shortage in plan.capacity.shortages
    where shortage.week == index && shortage.queue == queue.id {
      let causes = shortage.causes.map { Explanation("stood in the way", value: $0) }
      parts.append(
        Explanation("short", value: "\(shortage.netTime.hours.short) h", parts: causes))
    }
    return Explanation(
      "net hours that \(queue.name) needs in the week of \(week.start)",
      value: required.hours.short, formula: "sum of the positions of its intervals × their length",
      parts: parts)
  }

  /// The heads of a group in the week of a date.
  func explainGroup(_ id: String, at date: String) throws(ExplanationError) -> Explanation {
    guard let group = plan.scenario.staffGroup(Identifier(id)),
      let groupPlan = plan.capacity.groups.first(where: { $0.group.rawValue == id })
    else {
      throw .unknown(
        kind: "staff group", name: id, known: plan.scenario.staffGroups.map(\.id.rawValue))
    }
    let (index, week) = try week(of: date)
    let this = groupPlan.weeks[index]
    let before =
      index > 0 ? groupPlan.weeks[index - 1].heads : group.headcount.map(\.heads).total()
    let path = "staff-groups.\(id)"
    let overtime = this.overtime.map {
      Explanation(
        "overtime \($0.payClass)", value: "\($0.paidTime.hours.short) h paid",
        formula: "\($0.netTime.hours.short) h net on contacts", path: "\(path).overtime")
    }
    return Explanation(
      "heads of \(group.name) in the week of \(week.start)", value: this.heads.value.short,
      formula: "\(before.value.short) + \(this.joined.value.short) joined "
        + "− \(this.left.value.short) left",
      parts: [
        Explanation("in training", value: this.inTraining.value.short, path: "\(path).hiring"),
        Explanation("in nesting", value: this.inNesting.value.short, path: "\(path).hiring"),
        Explanation("on the ramp", value: this.ramping.value.short, path: "\(path).hiring.ramp"),
        Explanation(
          "output in experienced heads", value: this.effectiveHeads.value.short,
          formula: "sum of proficiencies"),
        Explanation(
          "regular net time on ordinary days", value: "\(this.regularNetTime.hours.short) h",
          formula: "experienced heads × \(group.contractHours.hours.short) contract hours"
            + " × \(ordinaryDays(of: week)) of 7 days"
            + " × \((group.netShare.value * 100).short) % net share",
          path: "\(path).shrinkage"),
      ] + overtime)
  }

  private func ordinaryDays(of week: Week) -> Int {
    week.days.count { plan.scenario.calendar.day($0).kind != .statutoryHoliday }
  }

  /// The hours of a vendor in the week of a date.
  func explainVendor(_ id: String, at date: String) throws(ExplanationError) -> Explanation {
    guard let vendor = plan.scenario.vendor(Identifier(id)),
      let vendorPlan = plan.capacity.vendors.first(where: { $0.vendor.rawValue == id })
    else {
      throw .unknown(kind: "vendor", name: id, known: plan.scenario.vendors.map(\.id.rawValue))
    }
    let (index, week) = try week(of: date)
    let this = vendorPlan.weeks[index]
    let path = "vendors.\(id)"
    return Explanation(
      "seats of \(vendor.name) in the week of \(week.start)", value: this.seats.value.short,
      formula: "\(this.added.value.short) added this week",
      parts: [
        Explanation(
          "billed on ordinary days", value: "\(this.billedOrdinary.hours.short) h",
          path: "\(path).price"),
        Explanation(
          "billed on statutory holidays", value: "\(this.billedStatutoryHoliday.hours.short) h",
          path: "\(path).holiday-surcharge"),
      ]
        + this.allocations.map {
          Explanation(
            "net hours for \($0.queue) on \($0.bucket.rawValue) days",
            value: "\($0.netTime.hours.short) h", path: "\(path).proficiency")
        })
  }
}

extension [Allocation] {
  /// Net time for one queue on all days.
  fileprivate func time(for queue: Queue.ID) -> WorkTime {
    filter { $0.queue == queue }.map(\.netTime).total()
  }
}
