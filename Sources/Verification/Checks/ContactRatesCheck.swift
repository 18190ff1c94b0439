internal import BusinessCalendar
internal import CapacityPlanning
internal import Contracts
internal import Scenarios
internal import Staffing
internal import Units

/// What a plan says that an hour of a queue handles, against contacts and hours of each interval, and
/// what prices by contacts bill in each month.
struct ContactRatesCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    for entry in evidence.plan.contactRates ?? [] {
      guard let queue = evidence.scenario.queue(entry.queue),
        evidence.weekNumbers.contains(entry.week)
      else { continue }
      let found = evidence.contactRate(queue, entry.week, entry.bucket)
      let subject = Subject(
        .ledger, "contacts an hour of \(entry.queue) on \(entry.bucket.rawValue) days",
        week: evidence.days.weeks[entry.week],
        rule: "contacts that come ÷ hours that they need, and minutes of each")
      log.check(
        (entry.perHour - found.contacts).magnitude <= 1e-6 * max(1, found.contacts), subject
      ) { (.text("\(entry.perHour)"), .text("\(found.contacts)")) }
      log.check(
        (entry.minutesEach - found.minutes).magnitude <= 1e-4 * max(1, found.minutes), subject
      ) { (.text("\(entry.minutesEach)"), .text("\(found.minutes)")) }
    }
    for vendor in evidence.vendors {
      for month in vendor.plan.months {
        if vendor.basis == .contacts { self.month(month, of: vendor, evidence, &log) }
        spend(month, of: vendor, evidence, &log)
      }
    }
  }

  /// What a month's usage costs, where so much has to be spent at least.
  private func spend(
    _ stated: VendorPlan.MonthPlan, of entry: Evidence.VendorEvidence, _ evidence: Evidence,
    _ log: inout CheckLog
  ) {
    let terms = entry.vendor.terms
    let least = terms.commitment?.spendPerMonth
    let price = terms.price.rate.approximateMinorUnits
    let onHolidays =
      terms.surcharges.first { $0.condition == .holiday }.map { $0.factor.doubleValue } ?? 1
    var spent = evidence.weekNumbers.reduce(0.0) { sum, week in
      guard entry.basis != .seats else {
        let days = evidence.days.days[week].count { $0.date.yearMonth == stated.month }
        return sum + price * entry.plan.weeks[week].seats.value * Double(days)
          / Double(stated.month.dayCount)
      }
      return DayBucket.allCases.reduce(sum) {
        $0 + entry.units(week, $1, evidence) * evidence.days.part(week, $1, in: stated.month)
          * price * ($1 == .statutoryHoliday ? onHolidays : 1)
      }
    }
    let inTiers =
      stated.clauses?.contactsInTiers ?? stated.clauses?.inTiers.map(\.hours) ?? []
    for (tier, amount) in zip(terms.tiers, inTiers) {
      spent += amount * (tier.rate.approximateMinorUnits - price)
    }
    let part = stated.isActive ? evidence.days.part(of: stated.month) : 0
    spent += part * (terms.baseFee?.approximateMinorUnits ?? 0)
    let pairs = [
      ("money spent", stated.spend?.spent, least == nil ? nil : spent),
      ("least to be spent", stated.spend?.committed, least.map { $0.approximateMinorUnits * part }),
    ]
    for (what, told, found) in pairs {
      let (given, due) = (told?.approximateMinorUnits ?? 0, found ?? 0)
      log.check(
        (told == nil) == (found == nil) && (given - due).magnitude <= 2 + 1e-5 * due.magnitude,
        Subject(
          .vendorCommitment, what, of: entry.id, month: stated.month,
          rule: "work × price with surcharges and tiers, and the base fee, by the month's days")
      ) { (.text("\(given)"), .text("\(due)")) }
    }
  }

  private func month(
    _ stated: VendorPlan.MonthPlan, of entry: Evidence.VendorEvidence, _ evidence: Evidence,
    _ log: inout CheckLog
  ) {
    let billed = evidence.weekNumbers.reduce(0) { sum, week in
      DayBucket.allCases.reduce(sum) {
        $0 + entry.units(week, $1, evidence) * evidence.days.part(week, $1, in: stated.month)
      }
    }
    let committed =
      entry.committed(stated.month, isActive: stated.isActive)
      * evidence.days.part(of: stated.month)
    let pairs = [
      ("contacts of the month", stated.contacts?.billed ?? 0, billed),
      ("committed contacts", stated.contacts?.committed ?? 0, committed),
    ]
    for (what, told, found) in pairs {
      log.check(
        (told - found).magnitude <= 0.01 + 1e-5 * found.magnitude,
        Subject(
          .vendorCommitment, what, of: entry.id, month: stated.month,
          rule: "net hours × contacts an hour × the share that is billed")
      ) { (.text("\(told)"), .text("\(found)")) }
    }
  }
}

extension Evidence {
  /// Contacts and their minutes of a week on one kind of day, with the hours that they need.
  private func work(_ queue: Queue, _ week: Int, _ bucket: DayBucket) -> (
    contacts: Double, minutes: Double, hours: Double
  ) {
    guard let needed = requirement[queue.id] else { return (0, 0, 0) }
    var sum = (contacts: 0.0, minutes: 0.0, hours: 0.0)
    let length = Double(requirement.grid.slotLength.minutes) / 60
    for day in days.days[week] where day.isHoliday == (bucket == .statutoryHoliday) {
      for slot in requirement.grid.slotIndices(of: day.date)
      where needed.positions.indices.contains(slot) {
        let each =
          needed.handleTime.isEmpty
          ? queue.handleTime.inSeconds : needed.handleTime[slot].inSeconds
        sum.contacts += needed.volume[slot].value
        sum.minutes += needed.volume[slot].value * each / 60
        sum.hours += max(0, needed.positions[slot].value) * length
      }
    }
    return sum
  }

  /// Contacts that an hour of a queue handles and their minutes; where nothing is needed those of the
  /// whole horizon.
  func contactRate(
    _ queue: Queue, _ week: Int, _ bucket: DayBucket
  ) -> (contacts: Double, minutes: Double) {
    var own = work(queue, week, bucket)
    if own.contacts <= 0 || own.hours <= 0 {
      own = (0, 0, 0)
      for other in weekNumbers {
        for kind in DayBucket.allCases {
          let part = work(queue, other, kind)
          own.contacts += part.contacts
          own.minutes += part.minutes
          own.hours += part.hours
        }
      }
    }
    guard own.contacts > 0, own.hours > 0 else { return (0, 0) }
    return (own.contacts / own.hours, own.minutes / own.contacts)
  }
}

extension Evidence.VendorEvidence {
  /// What the price counts.
  var basis: PricingUnit.Basis { vendor.terms.price.unit.basis }

  /// What is billed of a week on one kind of day, in the unit of the price. Seats are counted by the
  /// days of that kind.
  func units(_ week: Int, _ bucket: DayBucket, _ evidence: Evidence) -> Double {
    switch basis {
    case .hours: return billed(week, bucket)
    case .seats:
      let days = evidence.days.days[week].filter { $0.isHoliday == (bucket == .statutoryHoliday) }
      return plan.weeks[week].seats.value
        * days.reduce(0) { $0 + 1 / Double($1.date.yearMonth.dayCount) }
    case .contacts:
      let share = vendor.terms.billedShare?.doubleValue ?? 1
      return plan.weeks[week].allocations.filter { $0.bucket == bucket }.reduce(0) { sum, given in
        guard let queue = evidence.scenario.queue(given.queue) else { return sum }
        let rate = evidence.contactRate(queue, week, bucket)
        let minutes = vendor.terms.price.unit == .talkMinute ? rate.minutes : 1
        return sum + given.netTime.hours * rate.contacts * minutes * share
      }
    }
  }
}
