internal import BusinessCalendar
internal import Contracts
public import Scenarios
internal import Staffing
internal import Units

/// How much of a vendor's work for a queue lies in the hours of its night premium, in one week on one kind
/// of day.
public struct NightHoursOfQueue: Sendable, Equatable, Codable {
  /// The vendor.
  public let vendor: Vendor.ID
  /// The queue.
  public let queue: Queue.ID
  /// The number of the week.
  public let week: Int
  /// The kind of day.
  public let bucket: DayBucket
  /// The share of the queue's required hours that lies within the premium's hours.
  public let share: Double

  /// So much of one queue.
  public init(vendor: Vendor.ID, queue: Queue.ID, week: Int, bucket: DayBucket, share: Double) {
    self.vendor = vendor
    self.queue = queue
    self.week = week
    self.bucket = bucket
    self.share = share
  }
}

extension NightHoursOfQueue {
  /// The shares above nothing, as the requirement's hours lie in the hours of each premium; empty where
  /// no vendor has one.
  static func all(
    of scenario: Scenario, _ requirement: StaffingRequirement, _ calendar: PlanCalendar
  ) -> [NightHoursOfQueue] {
    let length = Int(requirement.grid.slotLength.minutes)
    return scenario.vendors.flatMap { vendor -> [NightHoursOfQueue] in
      guard let premium = vendor.clauses?.nightPremium, length > 0 else { return [] }
      let parts = requirement.grid.slots.map {
        Double(premium.minutes(from: $0.start, lasting: length)) / Double(length)
      }
      return vendor.skills.flatMap { queue -> [NightHoursOfQueue] in
        guard let positions = requirement[queue]?.positions else { return [] }
        return calendar.weeks.indices.flatMap { week in
          DayBucket.allCases.compactMap { bucket in
            var (all, inside) = (0.0, 0.0)
            for day in calendar.days[week] where day.bucket == bucket {
              let slots = requirement.grid.slotIndices(of: day.date)
              for slot in slots.clamped(to: positions.indices) {
                let value = positions[slot].value.bounded(to: 0...1e9)
                all += value
                inside += value * parts[slot]
              }
            }
            guard inside > 0 else { return nil }
            return NightHoursOfQueue(
              vendor: vendor.id, queue: queue, week: week, bucket: bucket, share: inside / all)
          }
        }
      }
    }
  }
}

extension CapacityPlan {
  /// The share of a vendor's work for a queue that lies in the hours of its night premium.
  public func nightShare(of vendor: Vendor.ID, for allocation: Allocation, week: Int) -> Double {
    nightHours?.first {
      $0.vendor == vendor && $0.queue == allocation.queue && $0.week == week
        && $0.bucket == allocation.bucket
    }?.share ?? 0
  }

  /// Billed hours of a vendor under its night premium, in a week on one kind of day: those of queues,
  /// each as far as what it requires lies in the premium's hours.
  public func nightHours(of vendor: Vendor, week: Int, bucket: DayBucket) -> Double {
    guard nightHours != nil, vendor.proficiency > .zero else { return 0 }
    let given = vendors.first { $0.vendor == vendor.id }?.weeks[week].allocations ?? []
    return given.filter { $0.bucket == bucket }.reduce(0) {
      $0 + $1.netTime.hours / vendor.proficiency.value
        * nightShare(of: vendor.id, for: $1, week: week)
    }
  }

  /// What the night premium adds to a billed hour of a vendor on average, in minor units: of the queues
  /// that it serves in the week, or that it may take.
  func nightPrice(of vendor: Vendor, week: Int, bucket: DayBucket) -> Double {
    guard let premium = vendor.clauses?.nightPremium else { return 0 }
    let given = vendors.first { $0.vendor == vendor.id }?.weeks[week].allocations ?? []
    let own = given.filter { $0.bucket == bucket && $0.netTime > .zero }
    let all = own.map(\.netTime.hours).reduce(0, +)
    let share: Double
    if all > 0 {
      share = own.reduce(0) {
        $0 + $1.netTime.hours * nightShare(of: vendor.id, for: $1, week: week) / all
      }
    } else {
      let known = (nightHours ?? []).filter {
        $0.vendor == vendor.id && $0.week == week && $0.bucket == bucket
      }
      share = known.reduce(0) { $0 + $1.share } / Double(max(1, vendor.skills.count))
    }
    return share * vendor.nightPrice(premium, on: bucket)
  }
}

extension Vendor {
  /// What an hour under the night premium costs on top, in minor units.
  fileprivate func nightPrice(_ premium: NightPremium, on bucket: DayBucket) -> Double {
    let surcharge =
      bucket == .statutoryHoliday ? terms.factor(for: .holiday) ?? .single : .single
    return terms.price.rate.approximateMinorUnits * premium.factor(under: surcharge).doubleValue
  }
}

extension CapacityInput {
  /// What the night premium adds to a billed hour of a vendor for a queue on average, in minor units.
  func nightPrice(_ key: WorkKey) -> Double {
    guard let share = nightShares[key],
      let premium = scenario.vendors[key.supplier].clauses?.nightPremium
    else { return 0 }
    return share * scenario.vendors[key.supplier].nightPrice(premium, on: key.bucket)
  }

  /// The same for each of the vendor's queues as much as it needs.
  func nightPrice(_ vendor: Int, _ week: Int, _ bucket: DayBucket) -> Double {
    guard !nightShares.isEmpty else { return 0 }
    let skills = vendorSkills[vendor]
    let all = skills.reduce(0) { $0 + required($1, week, bucket) }
    guard all > 0 else { return 0 }
    return skills.reduce(0) { sum, queue in
      let key = WorkKey(supplier: vendor, queue: queue, week: week, bucket: bucket)
      return sum + nightPrice(key) * required(queue, week, bucket) / all
    }
  }
}
