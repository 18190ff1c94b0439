internal import BusinessCalendar
internal import CapacityPlanning
internal import Costing
internal import Scenarios
internal import Units

// The members of a document as they are written, and the values that they stand for.

struct WrittenSolve: Decodable {
  let program: String
  let solver: String
  let status: String
  let objective: Double
  let bound: Double?
  let gap: Double?
  let rows: Int
  let columns: Int
  let integers: Int
  let limitReached: Bool

  func value(in currency: Currency) -> SolveReport {
    let scale = Double(currency.minorUnitsPerMajor)
    return SolveReport(
      program: program, solver: solver, status: status, objective: objective * scale,
      bound: bound.map { $0 * scale }, gap: gap.map { Share($0) }, rows: rows, columns: columns,
      integers: integers, isLimitReached: limitReached)
  }
}

struct WrittenAllocation: Decodable {
  let queue: Queue.ID
  let days: DayBucket
  let netHours: Double

  var value: Allocation {
    Allocation(queue: queue, bucket: days, netTime: WorkTime(hours: netHours))
  }
}

struct WrittenGroup: Decodable {
  struct Overtime: Decodable {
    let payClass: String
    let paidHours: Double
    let netHours: Double
    let from: LocalDate?
  }

  struct Measure: Decodable {
    let measure: StaffMeasures.Kind
    let queue: Queue.ID?
    let group: StaffGroup.ID?
    let amount: Double

    var value: StaffMeasures.Entry {
      StaffMeasures.Entry(kind: measure, queue: queue, group: group, amount: amount)
    }
  }

  struct WrittenWeek: Decodable {
    let heads: Double
    let inTraining: Double
    let inNesting: Double
    let ramping: Double
    let joined: Double
    let left: Double
    let effectiveHeads: Double
    let regularNetHours: Double
    let overtime: [Overtime]
    let allocations: [WrittenAllocation]
    let measures: [Measure]?

    var value: GroupPlan.WeekPlan {
      var week = GroupPlan.WeekPlan(
        heads: Headcount(heads), inTraining: Headcount(inTraining),
        inNesting: Headcount(inNesting), ramping: Headcount(ramping), joined: Headcount(joined),
        left: Headcount(left), effectiveHeads: Headcount(effectiveHeads),
        regularNetTime: WorkTime(hours: regularNetHours),
        overtime: overtime.map {
          PaidOvertime(
            payClass: $0.payClass, paidTime: WorkTime(hours: $0.paidHours),
            netTime: WorkTime(hours: $0.netHours), from: $0.from)
        },
        allocations: allocations.map(\.value))
      week.measures = StaffMeasures((measures ?? []).map(\.value))
      return week
    }
  }

  let group: StaffGroup.ID
  let weeks: [WrittenWeek]
}

struct WrittenContactRate: Decodable {
  let queue: Queue.ID
  let week: LocalDate
  let days: DayBucket
  let perHour: Double
  let minutesEach: Double

  func value(
    weeks: [LocalDate]
  ) throws(PlanDocumentReader.Unreadable) -> ContactsOfQueue {
    guard let place = weeks.firstIndex(of: week) else {
      throw .init(description: "\(week) in capacity.contactRates is none of capacity.weeks")
    }
    return ContactsOfQueue(
      queue: queue, week: place, bucket: days, perHour: perHour, minutesEach: minutesEach)
  }
}

struct WrittenNightHours: Decodable {
  let vendor: Vendor.ID
  let queue: Queue.ID
  let week: LocalDate
  let days: DayBucket
  let share: Double

  func value(
    weeks: [LocalDate]
  ) throws(PlanDocumentReader.Unreadable) -> NightHoursOfQueue {
    guard let place = weeks.firstIndex(of: week) else {
      throw .init(description: "\(week) in capacity.nightHours is none of capacity.weeks")
    }
    return NightHoursOfQueue(
      vendor: vendor, queue: queue, week: place, bucket: days, share: share)
  }
}

struct WrittenClockPay: Decodable {
  let queue: Queue.ID
  let week: LocalDate
  let days: DayBucket
  let code: String
  let from: LocalDate
  let perHour: Double

  func value(
    weeks: [LocalDate]
  ) throws(PlanDocumentReader.Unreadable) -> ClockPayOfQueue {
    guard let place = weeks.firstIndex(of: week) else {
      throw .init(description: "\(week) in capacity.clockPay is none of capacity.weeks")
    }
    return ClockPayOfQueue(
      queue: queue, week: place, bucket: days, code: code, from: from, perHour: perHour)
  }
}

struct WrittenClass: Decodable {
  let group: StaffGroup.ID
  let number: Int
  let parallelClasses: Int
  let decideBy: LocalDate
  let start: LocalDate
  let firstContacts: LocalDate
  let nestingEnds: LocalDate
  let fullSpeed: LocalDate
  let heads: Double
  let graduates: Double

  var value: HiringClass {
    HiringClass(
      group: group, number: number, parallelClasses: parallelClasses, decideBy: decideBy,
      start: start, firstContacts: firstContacts, nestingEnds: nestingEnds, fullSpeed: fullSpeed,
      heads: Headcount(heads), graduates: Headcount(graduates))
  }
}

struct WrittenVendor: Decodable {
  struct WrittenWeek: Decodable {
    let seats: Double
    let added: Double
    let billedOrdinaryHours: Double
    let billedStatutoryHolidayHours: Double
    let allocations: [WrittenAllocation]
  }

  struct Month: Decodable {
    let month: YearMonth
    let active: Bool
    let ordinaryHours: Double
    let statutoryHolidayHours: Double
    let committedHours: Double
    let setUp: Bool
    let ended: Bool?
    let tierHours: [Double]?
    let tierContacts: [Double]?
    let billedContacts: Double?
    let committedContacts: Double?
    let spent: String?
    let committedSpend: String?

    func spend(
      in currency: Currency
    ) throws(PlanDocumentReader.Unreadable) -> SpendMonth? {
      guard let spent, let committedSpend else { return nil }
      guard let paid = currency.amount(spent), let least = currency.amount(committedSpend) else {
        throw .init(description: "“\(spent)” or “\(committedSpend)” of \(month) is no amount")
      }
      return SpendMonth(spent: paid, committed: least)
    }

    var contacts: ContactMonth? {
      guard let billedContacts, let committedContacts else { return nil }
      return ContactMonth(billed: billedContacts, committed: committedContacts)
    }

    var clauses: ClauseMonth? {
      guard let ended, let tierHours else { return nil }
      return ClauseMonth(
        isEnded: ended, inTiers: tierHours.map(WorkTime.init(hours:)),
        contactsInTiers: tierContacts)
    }
  }

  let vendor: Vendor.ID
  let weeks: [WrittenWeek]
  let months: [Month]

  func value(in currency: Currency) throws(PlanDocumentReader.Unreadable) -> VendorPlan {
    var read: [VendorPlan.MonthPlan] = []
    for month in months {
      read.append(
        VendorPlan.MonthPlan(
          month: month.month, isActive: month.active,
          ordinary: WorkTime(hours: month.ordinaryHours),
          statutoryHoliday: WorkTime(hours: month.statutoryHolidayHours),
          committed: WorkTime(hours: month.committedHours), isSetUp: month.setUp,
          clauses: month.clauses, contacts: month.contacts,
          spend: try month.spend(in: currency)))
    }
    return VendorPlan(
      vendor: vendor,
      weeks: weeks.map { week in
        VendorPlan.WeekPlan(
          seats: Headcount(week.seats), added: Headcount(week.added),
          billedOrdinary: WorkTime(hours: week.billedOrdinaryHours),
          billedStatutoryHoliday: WorkTime(hours: week.billedStatutoryHolidayHours),
          allocations: week.allocations.map(\.value))
      }, months: read)
  }
}

struct WrittenCapacity: Decodable {
  struct Requirement: Decodable {
    let queue: Queue.ID
    let ordinaryHours: [Double]
    let statutoryHolidayHours: [Double]
  }

  struct WrittenShortage: Decodable {
    struct Tier: Decodable {
      let multiplier: String
      let contacts: Double
    }

    let queue: Queue.ID
    let week: LocalDate
    let days: DayBucket
    let netHours: Double
    let tiers: [Tier]
    let cost: String
    let causes: [String]
  }

  struct Limit: Decodable {
    let name: String
    let family: String
    let week: LocalDate?
    let shadowPrice: Double
    let saving: String?
    let unit: String
    let meaning: String
    let path: String
  }

  let weeks: [LocalDate]
  let families: [String]?
  let requirement: [Requirement]
  let groups: [WrittenGroup]
  let classes: [WrittenClass]
  let vendors: [WrittenVendor]
  let shortages: [WrittenShortage]
  let missingAtEnd: Double
  let bindingConstraints: [Limit]
  let clockPay: [WrittenClockPay]?
  let contactRates: [WrittenContactRate]?
  let nightHours: [WrittenNightHours]?
  let relief: WrittenRelief?

  func plan(
    solver: WrittenSolve, in currency: Currency
  ) throws(PlanDocumentReader.Unreadable) -> CapacityPlan {
    var read: [Shortage] = []
    for (place, shortage) in shortages.enumerated() {
      read.append(try value(shortage, "capacity.shortages[\(place)]", in: currency))
    }
    var outsourced: [VendorPlan] = []
    for vendor in vendors { outsourced.append(try vendor.value(in: currency)) }
    var limits: [BindingConstraint] = []
    for (place, limit) in bindingConstraints.enumerated() {
      limits.append(try value(limit, "capacity.bindingConstraints[\(place)]", in: currency))
    }
    var plan = CapacityPlan(
      weeks: weeks.map(Week.init(start:)),
      requirement: requirement.map {
        QueueWeeks(
          queue: $0.queue, ordinary: $0.ordinaryHours.map(WorkTime.init(hours:)),
          statutoryHoliday: $0.statutoryHolidayHours.map(WorkTime.init(hours:)))
      },
      groups: groups.map { GroupPlan(group: $0.group, weeks: $0.weeks.map(\.value)) },
      classes: classes.map(\.value), vendors: outsourced, shortages: read,
      missingAtEnd: Headcount(missingAtEnd),
      bindingConstraints: limits,
      objectiveParts: [], solve: solver.value(in: currency),
      relief: try relief?.value(weeks: weeks))
    var clock: [ClockPayOfQueue] = []
    for entry in clockPay ?? [] { clock.append(try entry.value(weeks: weeks)) }
    plan.clockPay = clockPay == nil ? nil : clock
    var rates: [ContactsOfQueue] = []
    for entry in contactRates ?? [] { rates.append(try entry.value(weeks: weeks)) }
    plan.contactRates = contactRates == nil ? nil : rates
    var nights: [NightHoursOfQueue] = []
    for entry in nightHours ?? [] { nights.append(try entry.value(weeks: weeks)) }
    plan.nightHours = nightHours == nil ? nil : nights
    plan.families = families?.compactMap(CapacityFamily.init(rawValue:))
    return plan
  }

  private func value(
    _ limit: Limit, _ path: String, in currency: Currency
  ) throws(PlanDocumentReader.Unreadable) -> BindingConstraint {
    var saving: Money?
    if let written = limit.saving {
      guard let amount = currency.amount(written) else {
        throw .init(description: "\(path).saving, “\(written)”, is no amount of money")
      }
      saving = amount
    }
    let price = limit.shadowPrice * Double(currency.minorUnitsPerMajor)
    return BindingConstraint(
      name: limit.name, family: limit.family,
      week: limit.week.flatMap { weeks.firstIndex(of: $0) },
      shadowPrice: UnitPrice(minorUnitsPerUnit: Rational(nearest: price)), saving: saving,
      unit: limit.unit, meaning: limit.meaning, path: limit.path)
  }

  private func value(
    _ shortage: WrittenShortage, _ path: String, in currency: Currency
  ) throws(PlanDocumentReader.Unreadable) -> Shortage {
    guard let week = weeks.firstIndex(of: shortage.week) else {
      throw .init(description: "\(path).week, \(shortage.week), is none of capacity.weeks")
    }
    guard let cost = currency.amount(shortage.cost) else {
      throw .init(description: "\(path).cost, “\(shortage.cost)”, is no amount of money")
    }
    var tiers: [ShortageTier] = []
    for tier in shortage.tiers {
      guard let factor = Rational(fraction: tier.multiplier) else {
        throw .init(
          description: "\(path).tiers: the multiplier “\(tier.multiplier)” is no fraction")
      }
      tiers.append(
        ShortageTier(
          multiplier: Multiplier(factor), contacts: ContactVolume(tier.contacts)))
    }
    return Shortage(
      queue: shortage.queue, week: week, bucket: shortage.days,
      netTime: WorkTime(hours: shortage.netHours), tiers: tiers, cost: cost,
      causes: shortage.causes)
  }
}

struct WrittenCost: Decodable {
  let currency: String
  let lines: [WrittenLine]
  let scheduleLines: [WrittenLine]
}

struct WrittenLine: Decodable {
  let number: Int
  let category: CostCategory
  let supplier: String
  let queue: Queue.ID?
  let date: LocalDate
  let quantity: Double
  let unit: String
  let rate: String
  let multiplier: String
  let amount: String
  let rule: String
  let source: String
  let path: String
}

extension [WrittenLine] {
  func values(
    _ path: String, in currency: Currency
  ) throws(PlanDocumentReader.Unreadable) -> [LedgerLine] {
    var lines: [LedgerLine] = []
    for (place, line) in enumerated() {
      guard let rate = Rational(fraction: line.rate),
        let multiplier = Rational(fraction: line.multiplier)
      else {
        throw .init(description: "\(path)[\(place)]: rate or multiplier is no fraction")
      }
      guard let amount = currency.amount(line.amount) else {
        throw .init(
          description: "\(path)[\(place)].amount, “\(line.amount)”, is no amount of money")
      }
      let perUnit = rate * Rational(Int64(currency.minorUnitsPerMajor))
      lines.append(
        LedgerLine(
          number: line.number, category: line.category, supplier: line.supplier,
          queue: line.queue, date: line.date, quantity: Quantity(line.quantity), unit: line.unit,
          unitRate: UnitPrice(minorUnitsPerUnit: perUnit), multiplier: Multiplier(multiplier),
          statedAmount: amount, rule: line.rule, source: line.source, path: line.path))
    }
    return lines
  }
}

extension Rational {
  /// A fraction as it is written in a document: `17` or `1000/29`.
  init?(fraction text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let top = parts.first.flatMap({ Int64($0) }) else { return nil }
    guard parts.count == 2 else {
      self.init(top)
      return
    }
    guard let bottom = Int64(parts[1]) else { return nil }
    self.init(top, over: bottom)
  }
}
