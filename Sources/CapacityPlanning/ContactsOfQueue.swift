internal import BusinessCalendar
public import Contracts
public import Scenarios
internal import Staffing
internal import Units

/// How many contacts an hour of a queue's work handles, in one week on one kind of day: what vendors
/// with a price per contact, per minute or per resolution bill by.
public struct ContactsOfQueue: Sendable, Equatable, Codable {
  /// The queue.
  public let queue: Queue.ID
  /// The number of the week.
  public let week: Int
  /// The kind of day.
  public let bucket: DayBucket
  /// Contacts for a net hour: those that come ÷ the hours that they need, waiting for the next one
  /// included.
  public let perHour: Double
  /// Minutes that handling one of them takes on average.
  public let minutesEach: Double

  /// So many contacts an hour.
  public init(
    queue: Queue.ID, week: Int, bucket: DayBucket, perHour: Double, minutesEach: Double
  ) {
    self.queue = queue
    self.week = week
    self.bucket = bucket
    self.perHour = perHour
    self.minutesEach = minutesEach
  }

  /// What one net hour bills of a price per `unit`; zero of one that does not count contacts.
  ///
  /// - Parameter share: of the contacts the share that is billed.
  public func units(_ unit: PricingUnit, billing share: Double) -> Double {
    switch unit {
    case .contact, .resolution, .consultation: perHour * share
    case .talkMinute: perHour * minutesEach * share
    case .productiveHour, .loggedHour, .fteMonth, .seatMonth: 0
    }
  }
}

extension ContactsOfQueue {
  /// What an hour of each queue handles that a vendor paid by contacts may take; empty without one.
  ///
  /// Where a queue needs nothing on a kind of day of a week, work that comes over from other weeks is
  /// counted as in the mean of all of them.
  static func all(
    of scenario: Scenario, _ requirement: StaffingRequirement, _ calendar: PlanCalendar,
    hours: [[[Double]]], handleTime: [[[Duration]]]
  ) -> [ContactsOfQueue] {
    let paid = scenario.vendors.filter { $0.terms.price.unit.basis == .contacts }
    let skills = Set(paid.flatMap(\.skills))
    return scenario.queues.indices.flatMap { place -> [ContactsOfQueue] in
      let queue = scenario.queues[place]
      guard skills.contains(queue.id), let volume = requirement[queue.id]?.volume else { return [] }
      let contacts = calendar.days.map { days in
        DayBucket.allCases.map { bucket in
          days.filter { $0.bucket == bucket }.reduce(0.0) { sum, day in
            requirement.grid.slotIndices(of: day.date).clamped(to: volume.indices)
              .reduce(sum) { $0 + volume[$1].value.bounded(to: 0...1e9) }
          }
        }
      }
      let all = contacts.joined().reduce(0, +)
      let allHours = hours[place].joined().reduce(0, +)
      guard all > 0, allHours > 0 else { return [] }
      let minutes = zip(contacts, handleTime[place]).reduce(0.0) { sum, week in
        zip(week.0, week.1).reduce(sum) { $0 + $1.0 * $1.1.inSeconds / 60 }
      }
      return calendar.weeks.indices.flatMap { week in
        DayBucket.allCases.map { bucket in
          let own = contacts[week][bucket.place]
          let needed = hours[place][week][bucket.place]
          let isKnown = own > 0 && needed > 0
          return ContactsOfQueue(
            queue: queue.id, week: week, bucket: bucket,
            perHour: isKnown ? own / needed : all / allHours,
            minutesEach: isKnown
              ? handleTime[place][week][bucket.place].inSeconds / 60 : minutes / all)
        }
      }
    }
  }
}

extension CapacityPlan {
  /// What a vendor bills for net hours of a queue, in the unit of its price; zero where that does not
  /// count contacts.
  public func contacts(billedBy vendor: Vendor, for allocation: Allocation, week: Int) -> Double {
    let entry = contactRates?.first {
      $0.week == week && $0.queue == allocation.queue && $0.bucket == allocation.bucket
    }
    return allocation.netTime.hours * (entry?.units(of: vendor) ?? 0)
  }
}

extension CapacityPlan {
  /// What a billed hour of a vendor bills of a price by contacts, in its unit: of the queues that it
  /// serves in the week, or that it may take; zero of other prices.
  public func contactsPerHour(of vendor: Vendor, week: Int, bucket: DayBucket) -> Double {
    guard vendor.terms.price.unit.basis == .contacts else { return 0 }
    let given = vendors.first { $0.vendor == vendor.id }?.weeks[week].allocations ?? []
    let own = given.filter { $0.bucket == bucket && $0.netTime > .zero }
    let net = own.map(\.netTime.hours).reduce(0, +)
    let perNetHour: Double
    if net > 0 {
      perNetHour =
        own.reduce(0) { $0 + contacts(billedBy: vendor, for: $1, week: week) } / net
    } else {
      let all = (contactRates ?? []).filter {
        $0.week == week && $0.bucket == bucket && vendor.skills.contains($0.queue)
      }
      perNetHour = all.reduce(0) { $0 + $1.units(of: vendor) } / Double(max(1, all.count))
    }
    return perNetHour * max(0, vendor.proficiency.value)
  }

  /// What a billed hour of a vendor costs in a week on one kind of day, in minor units: of a price by
  /// seats the part of a month whose hours are all used.
  public func hourPrice(of vendor: Vendor, week: Int, bucket: DayBucket) -> Double {
    let terms = vendor.terms
    let rate = terms.marginalRate(on: bucket == .ordinary ? .normal : .holiday)
      .approximateMinorUnits
    switch terms.price.unit.basis {
    case .hours: return rate + nightPrice(of: vendor, week: week, bucket: bucket)
    case .contacts: return rate * contactsPerHour(of: vendor, week: week, bucket: bucket)
    case .seats:
      let part = weeks[week].days.reduce(0) { $0 + 1 / Double($1.yearMonth.dayCount) }
      return vendor.hoursPerSeat > .zero ? rate * part / vendor.hoursPerSeat.hours : 0
    }
  }
}

extension ContactsOfQueue {
  /// What a net hour bills of a vendor's price.
  func units(of vendor: Vendor) -> Double {
    units(vendor.terms.price.unit, billing: vendor.terms.billedShare?.doubleValue ?? 1)
  }
}

extension CapacityInput {
  /// What a billed hour of a vendor for a queue bills of a price by contacts, in its unit; zero of other
  /// prices.
  func contactsPerHour(_ vendor: Int, _ queue: Int, _ week: Int, _ bucket: DayBucket) -> Double {
    guard vendors[vendor].basis == .contacts, let place = contactPlaces[queue] else { return 0 }
    let entry = contactRates[place + week * DayBucket.allCases.count + bucket.place]
    let member = vendors[vendor].vendor
    return entry.units(of: member) * max(0, member.proficiency.value)
  }

  /// Seat-months of a seat that runs in a week: each day its part of its month.
  func monthPart(_ week: Int) -> Double {
    calendar.days[week].reduce(0) { $0 + 1 / Double($1.date.yearMonth.dayCount) }
  }

  /// What a billed hour of a vendor costs in a week on one kind of day, in minor units, its surcharge
  /// included.
  func hourPrice(_ vendor: Int, _ week: Int, _ bucket: DayBucket) -> Double {
    plainHourPrice(vendor, week, bucket)
      * (bucket == .statutoryHoliday ? vendors[vendor].holidayFactor : 1)
      + nightPrice(vendor, week, bucket)
  }

  /// The same without a surcharge: the price by the hour; that of the contacts of one, of its queues
  /// each as much as it needs; or its part of a seat's month whose hours are all used.
  func plainHourPrice(_ vendor: Int, _ week: Int, _ bucket: DayBucket) -> Double {
    let model = vendors[vendor]
    switch model.basis {
    case .hours: return model.price
    case .seats:
      let hours = max(0, model.vendor.hoursPerSeat.hours)
      return hours > 0 ? model.price * monthPart(week) / hours : 0
    case .contacts:
      let skills = vendorSkills[vendor]
      let all = skills.reduce(0) { $0 + required($1, week, bucket) }
      guard all > 0 else { return 0 }
      let contacts = skills.reduce(0) {
        $0 + contactsPerHour(vendor, $1, week, bucket) * required($1, week, bucket) / all
      }
      return model.price * contacts
    }
  }
}
