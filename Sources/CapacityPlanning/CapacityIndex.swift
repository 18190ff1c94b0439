internal import Contracts
internal import LinearProgramming
internal import Scenarios
internal import Units

/// Which decisions exist: only those that can make a difference, each in a fixed order.
struct CapacityIndex: Sendable {
  let input: CapacityInput

  init(_ input: CapacityInput) { self.input = input }

  private var weeks: Range<Int> { 0..<input.weekCount }
  private var groups: Range<Int> { input.staff.indices }
  private var vendors: Range<Int> { input.vendors.indices }

  var groupWeeks: [GroupWeek] {
    groups.flatMap { group in weeks.map { GroupWeek(group: group, week: $0) } }
  }

  var classStarts: [GroupWeek] {
    groups.flatMap { group in
      input.staff[group].classStarts.map { GroupWeek(group: group, week: $0) }
    }
  }

  /// At most one class a trainer.
  func classBounds(_ key: GroupWeek) -> Bounds {
    let trainers = input.scenario.staffGroups[key.group].hiring?.trainers ?? 0
    return .between(0, Double(max(0, trainers)))
  }

  /// At most the trainers' classes, all full.
  func hireBounds(_ key: GroupWeek) -> Bounds {
    let size = input.scenario.staffGroups[key.group].hiring?.maximumClassSize ?? 0
    return .between(0, classBounds(key).upper * Double(max(0, size)))
  }

  /// Weeks in which the people already there need more seats than their site has.
  var crowdedWeeks: [GroupWeek] {
    groupWeeks.filter { key in
      guard let site = input.siteOfGroup[key.group] else { return false }
      func need(_ perHead: (Int) -> Double) -> Double {
        groups.reduce(0) { sum, group in
          guard input.siteOfGroup[group] == site else { return sum }
          return sum + perHead(group) * input.staff[group].initialHeads(in: key.week).onContacts
        }
      }
      let place = input.scenario.sites[site]
      if need({ input.seatsPerHead[$0][key.week] }) > Double(max(0, place.seats)) { return true }
      return input.dayParts.contains { part in
        part.site == site && part.week == key.week && need { part.perHead[$0] ?? 0 } > part.seats
      }
    }
  }

  func unseatedBounds(_ key: GroupWeek) -> Bounds {
    .between(0, input.staff[key.group].initialHeads(in: key.week).onContacts)
  }

  var extraWork: [OvertimeKey] {
    groupWeeks.flatMap { key in
      input.overtime[key.group][key.week].compactMap { tier in
        let bucket: DayBucket = tier.kind == .holiday ? .statutoryHoliday : .ordinary
        guard tier.hoursPerPerson > 0,
          input.isNeeded(input.groupSkills[key.group], key.week, bucket)
        else { return nil }
        return tier.key(key.group, key.week)
      }
    }
  }

  var groupWork: [WorkKey] {
    groups.flatMap { group in
      work(of: group, for: input.groupSkills[group])
    }
  }

  var vendorWork: [WorkKey] {
    vendors.flatMap { vendor in
      guard input.scenario.vendors[vendor].proficiency > .zero else { return [WorkKey]() }
      return work(of: vendor, for: input.vendorSkills[vendor])
        .filter { input.vendors[vendor].reach(in: $0.week) > 0 }
    }
  }

  private func work(of supplier: Int, for queues: [Int]) -> [WorkKey] {
    queues.flatMap { queue in
      weeks.flatMap { week in
        DayBucket.allCases.compactMap { bucket in
          input.required(queue, week, bucket) > 0
            ? WorkKey(supplier: supplier, queue: queue, week: week, bucket: bucket) : nil
        }
      }
    }
  }

  var vendorWeeks: [VendorWeek] {
    vendors.flatMap { vendor in
      weeks.compactMap { week in
        input.vendors[vendor].reach(in: week) > 0 ? VendorWeek(vendor: vendor, week: week) : nil
      }
    }
  }

  /// The weeks of a vendor that run under the contract of a month, seats possible.
  func contractWeeks(_ vendor: Int, _ month: Int) -> [Int] {
    weeks.filter {
      input.calendar.contractMonth[$0] == month && input.vendors[vendor].reach(in: $0) > 0
    }
  }

  var contractMonths: [VendorMonth] {
    vendors.flatMap { vendor in
      input.calendar.months.indices.compactMap { month in
        guard input.vendors[vendor].hasContractTerms, !contractWeeks(vendor, month).isEmpty
        else { return nil }
        return VendorMonth(vendor: vendor, month: month)
      }
    }
  }

  var startMonths: [VendorMonth] {
    contractMonths.filter {
      input.vendors[$0.vendor].growthAtStart > 0 || input.vendors[$0.vendor].hasRuns
    }
  }

  var setUps: [Int] {
    let withContract = Set(contractMonths.map(\.vendor))
    return vendors.filter { withContract.contains($0) && input.vendors[$0].setUpFee > .zero }
  }

  /// Weeks in which hours may be paid that no queue needs: of a minimum of seats, or of an award.
  var idleWeeks: [VendorWeek] {
    vendorWeeks.filter {
      let model = input.vendors[$0.vendor]
      // Hours that no queue needs cost nothing where contacts are paid: only a pin asks for them.
      guard model.basis != .contacts else { return input.paysSeats($0) }
      return model.floor(in: $0.week) > 0 || model.awardedHours > 0
        || model.seatBatch != nil || input.paysSeats($0)
    }
  }

  var commitmentMonths: [VendorMonth] {
    vendors.flatMap { vendor in
      input.calendar.months.indices.map { VendorMonth(vendor: vendor, month: $0) }
    }.filter { key in
      let month = input.calendar.months[key.month]
      let model = input.vendors[key.vendor]
      guard model.commitment(in: month) > 0 else { return false }
      return model.isLocked(in: month) || !contractWeeks(key.vendor, key.month).isEmpty
    }
  }

  var shortages: [ShortageKey] {
    input.queues.indices.flatMap { queue in
      weeks.flatMap { week in
        DayBucket.allCases.filter { input.required(queue, week, $0) > 0 }.flatMap { bucket in
          ShortagePrice.tiers(of: input.queues[queue]).indices.map {
            ShortageKey(queue: queue, week: week, bucket: bucket, tier: $0)
          }
        }
      }
    }
  }

  /// A slice is as wide as its share of the required hours; the last has no limit of its own.
  func shortageBounds(_ key: ShortageKey) -> Bounds {
    let tiers = ShortagePrice.tiers(of: input.queues[key.queue])
    guard key.tier < tiers.count - 1 else { return .nonNegative }
    let required = input.required(key.queue, key.week, key.bucket)
    return .between(0, required * tiers[key.tier].width.value)
  }
}
