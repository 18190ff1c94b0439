internal import BusinessCalendar
internal import CapacityPlanning
internal import Contracts
internal import Scenarios
internal import Staffing
internal import Units

/// How much of the work for queues a plan says lies in the hours of vendors' night premiums, against the
/// required hours of each interval.
struct NightHoursCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    let stated = evidence.plan.nightHours ?? []
    for entry in evidence.vendors where entry.vendor.clauses?.nightPremium != nil {
      for queue in entry.vendor.skills {
        for week in evidence.weekNumbers {
          for bucket in DayBucket.allCases {
            let found = evidence.nightShare(entry.vendor, queue, week, bucket)
            let told =
              stated.first {
                $0.vendor == entry.vendor.id && $0.queue == queue && $0.week == week
                  && $0.bucket == bucket
              }?.share ?? 0
            log.check(
              (told - found).magnitude <= 1e-9,
              Subject(
                .ledger, "share of \(queue) under the night premium \(bucket.inWords)",
                of: entry.id, week: evidence.days.weeks[week],
                rule: "required hours within the premium's hours ÷ required hours")
            ) { (.text("\(told)"), .text("\(found)")) }
          }
        }
      }
    }
  }
}

extension Evidence {
  /// The share of a queue's required hours that lies in the hours of a vendor's premium, minute by minute.
  func nightShare(
    _ vendor: Vendor, _ queue: Queue.ID, _ week: Int, _ bucket: DayBucket
  ) -> Double {
    guard let spans = vendor.clauses?.nightPremium?.spans,
      let positions = requirement[queue]?.positions
    else { return 0 }
    let length = Int(requirement.grid.slotLength.minutes)
    var (all, inside) = (0.0, 0.0)
    for day in days.days[week] where day.isHoliday == (bucket == .statutoryHoliday) {
      for slot in requirement.grid.slotIndices(of: day.date) {
        guard positions.indices.contains(slot), let start = requirement.grid.slot(at: slot)?.start
        else { continue }
        let needed = max(0, positions[slot].value)
        let due = (0..<length).count { offset in
          let minute = (start.minutes + offset) % 1440
          return spans.contains { $0.from.minutes <= minute && minute < $0.until.minutes }
        }
        all += needed
        inside += needed * Double(due) / Double(length)
      }
    }
    return all > 0 ? inside / all : 0
  }

  /// What the night premium of a vendor's week costs, in minor units.
  func nightPremium(_ entry: VendorEvidence, _ week: Int) -> Double {
    guard let premium = entry.vendor.clauses?.nightPremium, entry.vendor.proficiency > .zero else {
      return 0
    }
    let price =
      entry.vendor.terms.price.rate.approximateMinorUnits * premium.share.doubleValue
    let onHolidays =
      entry.vendor.terms.surcharges.first { $0.condition == .holiday }?.factor.doubleValue ?? 1
    return entry.plan.weeks[week].allocations.reduce(0) { sum, given in
      let isDearer = given.bucket == .statutoryHoliday && premium.stacking == .multiply
      return sum + given.netTime.hours / entry.vendor.proficiency.value
        * nightShare(entry.vendor, given.queue, week, given.bucket) * price
        * (isDearer ? onHolidays : 1)
    }
  }
}
