internal import BusinessCalendar
internal import CapacityPlanning
internal import Contracts
internal import Scenarios
internal import Units

/// Clauses that few contracts have: length and end, hours by tier, the vendor's share of the work and of
/// what is outsourced, customers of its language, hours that cloud agents are promised.
struct ContractClauseCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    for entry in evidence.vendors {
      runs(entry, evidence, &log)
      tiers(entry, evidence, &log)
      shares(entry, evidence, &log)
      promises(entry, evidence, &log)
    }
    languages(evidence, &log)
  }

  /// A contract that starts runs its least length or to the last month that it can run in; where
  /// length or end matter, the month after the last says that it has ended.
  private func runs(
    _ entry: Evidence.VendorEvidence, _ evidence: Evidence, _ log: inout CheckLog
  ) {
    guard let clauses = entry.vendor.clauses else { return }
    let matters = entry.hasTerms && (clauses.minimumMonths > 1 || clauses.exitCost > .zero)
    let possible = entry.plan.months.filter { month in
      evidence.weekNumbers.contains {
        evidence.days.contractMonth($0) == month.month && entry.reach($0) > 0
      }
    }
    var ran = entry.initialSeats > 0
    var left = 0
    for month in possible {
      let starts = month.isActive && !ran
      if starts { left = clauses.minimumMonths }
      log.check(
        !matters || month.isActive || left <= 0,
        Subject(
          .vendorContract, "whether the contract runs", of: entry.id, month: month.month,
          rule: "a contract that starts runs \(clauses.minimumMonths) months at least")
      ) { (.text("it does not run"), .text("it runs")) }
      let ended = matters && ran && !month.isActive
      let stated = month.clauses?.isEnded ?? false
      log.check(
        stated == ended,
        Subject(
          .vendorContract, "whether the contract has ended", of: entry.id, month: month.month,
          rule: "a contract has ended in the first month in which it runs no more")
      ) { (.text(stated ? "ended" : "not ended"), .text(ended ? "ended" : "not ended")) }
      left -= 1
      ran = month.isActive
    }
  }

  /// A month's hours by tier: those above a limit and not above the next one, or all in the highest
  /// that the month reaches; limits for the month's days in the horizon.
  private func tiers(
    _ entry: Evidence.VendorEvidence, _ evidence: Evidence, _ log: inout CheckLog
  ) {
    let forAll = entry.vendor.terms.volumeTiers?.mode == .allUnits
    for month in entry.plan.months {
      let tiers = entry.steps(month.month)
      let part = evidence.days.part(of: month.month)
      let limits = tiers.map { $0.limit * part } + [.infinity]
      let used = month.contacts?.billed ?? (month.ordinary + month.statutoryHoliday).hours
      for (place, tier) in tiers.enumerated() {
        let hours =
          forAll
          ? (used >= limits[place] && used < limits[place + 1] ? used : 0)
          : max(0, min(used, limits[place + 1]) - limits[place])
        let stated = month.clauses?.contactsInTiers ?? month.clauses?.inTiers.map(\.hours) ?? []
        let what = entry.basis == .contacts ? "contacts" : "hours"
        let subject = Subject(
          .vendorContract, "\(what) above \(Int(tier.limit)) a month", of: entry.id,
          month: month.month, rule: "a month's \(what) are split at the limits of the tiers")
        let told = stated.indices.contains(place) ? stated[place] : -1
        if entry.basis != .contacts {
          log.same(told, as: hours, .hours, subject)
        } else {
          log.check((told - hours).magnitude <= 0.01 + 1e-6 * hours, subject) {
            (.text("\(told)"), .text("\(hours)"))
          }
        }
      }
    }
  }

  private func queueShares(
    _ entry: Evidence.VendorEvidence, _ evidence: Evidence, _ log: inout CheckLog
  ) {
    for limit in entry.vendor.clauses?.queueShares ?? [] {
      for week in evidence.weekNumbers {
        let required = evidence.required(limit.queue, week)
        let given = entry.plan.weeks[week].allocations.filter { $0.queue == limit.queue }
          .reduce(0) { $0 + $1.netTime.hours }
        log.atMost(
          given, limit.share.value * required, .hours, slack: 0.02 + required * 1e-6,
          Subject(
            .outsourcing, "net hours for \(limit.queue)", of: entry.id,
            week: evidence.days.weeks[week],
            rule: "a vendor takes at most its share of a queue's hours in a week"))
      }
    }
  }

  private func shares(
    _ entry: Evidence.VendorEvidence, _ evidence: Evidence, _ log: inout CheckLog
  ) {
    if let share = entry.vendor.clauses?.maximumShare {
      for week in evidence.weekNumbers {
        let required = entry.vendor.skills.reduce(0) { $0 + evidence.required($1, week) }
        log.atMost(
          net(entry, week), share.value * required, .hours, slack: 0.02 + required * 1e-6,
          Subject(
            .outsourcing, "net hours of the vendor", of: entry.id,
            week: evidence.days.weeks[week],
            rule: "a vendor takes at most its share of its queues' hours in a week"))
      }
    }
    queueShares(entry, evidence, &log)
    if let awarded = entry.vendor.clauses?.awardedTime {
      let billed = evidence.weekNumbers.reduce(0) { sum, week in
        sum + DayBucket.allCases.reduce(0) { $0 + entry.billed(week, $1) }
      }
      log.atLeast(
        billed, awarded.hours, .hours, slack: 0.1 + awarded.hours * 1e-6,
        Subject(
          .outsourcing, "billed hours of the horizon", of: entry.id,
          rule: "a vendor gets at least the hours that it was awarded"))
    }
    guard let share = entry.vendor.clauses?.shareOfOutsourced else { return }
    let own = evidence.weekNumbers.reduce(0) { $0 + net(entry, $1) }
    let all = evidence.vendors.reduce(0) { sum, other in
      sum + evidence.weekNumbers.reduce(0) { $0 + net(other, $1) }
    }
    log.atMost(
      own, share.value * all, .hours, slack: 0.1 + all * 1e-6,
      Subject(
        .outsourcing, "net hours of the horizon", of: entry.id,
        rule: "a vendor has at most its share of all outsourced hours"))
  }

  private func net(
    _ entry: Evidence.VendorEvidence, _ week: Int, for queue: Queue.ID? = nil
  ) -> Double {
    entry.plan.weeks[week].allocations.filter { queue == nil || $0.queue == queue }
      .reduce(0) { $0 + $1.netTime.hours }
  }

  /// Everybody who is booked gets the hours that were promised.
  private func promises(
    _ entry: Evidence.VendorEvidence, _ evidence: Evidence, _ log: inout CheckLog
  ) {
    guard let slots = entry.vendor.clauses?.slots else { return }
    for week in evidence.weekNumbers {
      let billed = DayBucket.allCases.reduce(0) { $0 + entry.billed(week, $1) }
      let promised = slots.showRate.value * slots.minimumHours.hours
      log.atLeast(
        billed, promised * entry.plan.weeks[week].seats.value, .hours,
        Subject(
          .vendorHours, "hours of people who are booked", of: entry.id,
          week: evidence.days.weeks[week],
          rule: "whoever is booked gets the promised hours, in the share of them that is kept"))
    }
  }

  /// Vendors that state their language take its customers alone.
  private func languages(_ evidence: Evidence, _ log: inout CheckLog) {
    for queue in evidence.scenario.queues {
      let spoken = queue.staffing.languages.filter { $0.share > .zero }
      guard spoken.count > 1 else { continue }
      for language in Set(evidence.vendors.compactMap(\.vendor.language)).sorted() {
        let share = spoken.first { $0.language == language }?.share.value ?? 0
        let vendors = evidence.vendors.filter { $0.vendor.language == language }
        for week in evidence.weekNumbers {
          let hours = vendors.reduce(0) { $0 + net($1, week, for: queue.id) }
          let most = share * evidence.required(queue.id, week)
          log.atMost(
            hours, most, .hours, slack: 0.02 + most * 1e-6,
            Subject(
              .outsourcing, "outsourced hours in the language \(language)",
              of: queue.id.rawValue, week: evidence.days.weeks[week],
              rule: "vendors of a language serve its share of the customers"))
        }
      }
    }
  }
}
