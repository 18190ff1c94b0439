internal import BusinessCalendar
internal import CapacityPlanning
internal import GRDB
internal import Planning
internal import Scenarios
internal import ShiftScheduling
internal import Staffing
internal import Units

extension RunWriter {
  private var weeks: [String] { plan.capacity.weeks.map(\.description) }

  func writeGroups(_ run: Int64) throws {
    for group in plan.capacity.groups {
      let id = group.group.rawValue
      for (week, start) in zip(group.weeks, weeks) {
        try insert(
          "group_week",
          [
            run, id, start, week.heads.value, week.inTraining.value, week.inNesting.value,
            week.ramping.value, week.joined.value, week.left.value, week.effectiveHeads.value,
            week.regularNetTime.seconds,
          ])
        // Hours of one class under two laws of a week are one row.
        for (place, overtime) in week.overtime.enumerated() {
          let same = week.overtime.filter { $0.payClass == overtime.payClass }
          guard week.overtime.firstIndex(where: { $0.payClass == overtime.payClass }) == place
          else { continue }
          try insert(
            "overtime_week",
            [
              run, id, start, overtime.payClass, same.map(\.paidTime).total().seconds,
              same.map(\.netTime).total().seconds,
            ])
        }
        try writeAllocations(week.allocations, run, kind: "group", supplier: id, week: start)
      }
    }
    for hiringClass in plan.capacity.classes {
      try insert(
        "hiring_class",
        [
          run, hiringClass.group.rawValue, hiringClass.number, hiringClass.parallelClasses,
          hiringClass.decideBy.description, hiringClass.start.description,
          hiringClass.firstContacts.description, hiringClass.nestingEnds.description,
          hiringClass.fullSpeed.description, hiringClass.heads.value,
          hiringClass.graduates.value,
        ])
    }
  }

  func writeVendors(_ run: Int64) throws {
    for vendor in plan.capacity.vendors {
      let id = vendor.vendor.rawValue
      for (week, start) in zip(vendor.weeks, weeks) {
        try insert(
          "vendor_week",
          [
            run, id, start, week.seats.value, week.added.value, week.billedOrdinary.seconds,
            week.billedStatutoryHoliday.seconds,
          ])
        try writeAllocations(week.allocations, run, kind: "vendor", supplier: id, week: start)
      }
      for month in vendor.months {
        try insert(
          "vendor_month",
          [
            run, id, month.month.description, month.isActive ? 1 : 0, month.ordinary.seconds,
            month.statutoryHoliday.seconds, month.committed.seconds, month.isSetUp ? 1 : 0,
          ])
      }
    }
  }

  private func writeAllocations(
    _ allocations: [Allocation], _ run: Int64, kind: String, supplier: String, week: String
  ) throws {
    for allocation in allocations {
      try insert(
        "allocation",
        [
          run, kind, supplier, week, allocation.queue.rawValue, allocation.bucket.rawValue,
          allocation.netTime.seconds,
        ])
    }
  }

  func writeLimits(_ run: Int64) throws {
    let weeks = weeks
    for shortage in plan.capacity.shortages {
      let key: [(any DatabaseValueConvertible)?] = [
        run, shortage.queue.rawValue, weeks[shortage.week], shortage.bucket.rawValue,
      ]
      try insert(
        "shortage",
        key + [
          shortage.netTime.seconds, shortage.contactsLost.value, shortage.cost.minorUnits,
        ])
      for (place, tier) in shortage.tiers.enumerated() {
        let factor = tier.multiplier.factor
        try insert(
          "shortage_tier",
          key + [place + 1, factor.numerator, factor.denominator, tier.contacts.value])
      }
      for (rank, cause) in shortage.causes.enumerated() {
        try insert("shortage_cause", key + [rank + 1, cause])
      }
    }
    for (rank, limit) in plan.capacity.bindingConstraints.enumerated() {
      try insert(
        "binding_constraint",
        [
          run, rank + 1, limit.name, limit.family, limit.week.map { weeks[$0] },
          limit.shadowPrice.approximateMinorUnits, limit.unit, limit.meaning, limit.path,
          limit.saving?.minorUnits,
        ])
    }
  }

  func writeSchedule(_ schedule: ShiftSchedule, _ run: Int64) throws {
    let grid = plan.requirement.grid
    for day in schedule.days {
      let date = day.date.description
      for (number, shift) in day.seats.enumerated() {
        try insert(
          "shift_seats",
          [
            run, date, number + 1, shift.supplier.kind, shift.supplier.id, shift.type.rawValue,
            shift.start.description, shift.length.seconds, shift.paidTime.seconds,
            shift.overtime.seconds, shift.seats,
          ])
        for (breakNumber, pause) in shift.breaks.enumerated() {
          try insert(
            "shift_break",
            [
              run, date, number + 1, breakNumber + 1, pause.offset.seconds, pause.length.seconds,
              pause.isPaid ? 1 : 0,
            ])
        }
      }
      for queue in day.coverage {
        for (index, slot) in day.slots.enumerated() {
          guard let start = grid.slot(at: slot)?.dateTime else { continue }
          try insert(
            "coverage",
            [
              run, queue.queue.rawValue, start.description, queue.required[index].value,
              queue.inHouse[index].value, queue.outsourced[index].value,
              queue.short[index].value,
            ])
        }
      }
    }
  }
}

extension Supplier {
  /// The kind as the tables name it.
  var kind: String {
    switch self {
    case .group: "group"
    case .vendor: "vendor"
    }
  }
}
