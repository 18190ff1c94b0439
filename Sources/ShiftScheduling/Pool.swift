internal import BusinessCalendar
internal import CapacityPlanning
internal import Contracts
internal import PayRules
internal import Scenarios
internal import Units

/// The people of one supplier in one week, alike for the schedule.
struct Pool: Sendable {
  /// Whose people.
  let supplier: Supplier
  /// Numbers of the queues they may take, in the scenario's order.
  let skills: [Int]
  /// Net positions that one of them gives while on shift and not on a break.
  let presence: Double
  /// The number of their site, if they take a seat of ours.
  let site: Int?
  /// People who may work on an ordinary day.
  let people: Int
  /// People who may work on a statutory holiday.
  let peopleOnHolidays: Int
  /// People who may work on a rest day of the calendar; `nil` for all, as on a rota.
  var peopleOnRestDays: Int?
  /// Days of work in the week; statutory holidays count only where `countsHolidays` says so.
  let workDays: Double
  /// Paid hours of regular time in the week, counted as `workDays`.
  let hours: Double
  /// Overtime hours on working days that the capacity plan holds for the week.
  let overtimeHours: Double
  /// The overtime that may follow a shift, in minutes; 0 for none.
  let overtimeMinutes: Int
  /// Extra pay of the days from which on another law holds than when the week begins, in order.
  var laterLaws: [LawOfShifts] = []
  /// Whether work on statutory holidays uses up the week's days and hours.
  let countsHolidays: Bool
  /// Whether statutory holidays are days like others, so that overtime may follow a shift on them.
  let worksHolidays: Bool
  /// The price of a paid hour in minor units.
  var rates: HourRates

  /// Whether they are a vendor's.
  var isVendor: Bool {
    if case .vendor = supplier { true } else { false }
  }

  /// Whether overtime may follow shifts on any day.
  var hasOvertime: Bool {
    overtimeMinutes > 0 || laterLaws.contains { $0.overtimeMinutes > 0 }
  }

  /// The law of a day where it is another than when the week begins.
  private func laterLaw(on date: LocalDate) -> LawOfShifts? {
    laterLaws.last { $0.from <= date }
  }

  /// The overtime that may follow a shift that starts on a day, in minutes.
  func overtimeMinutes(on date: LocalDate) -> Int {
    laterLaw(on: date)?.overtimeMinutes ?? overtimeMinutes
  }

  /// The price of an hour of overtime on a day, in minor units.
  func overtimeRate(on date: LocalDate) -> Double {
    laterLaw(on: date)?.overtime ?? rates.overtime
  }

  /// The price of an hour on a statutory holiday, in minor units.
  func holidayRate(on date: LocalDate) -> Double {
    guard !worksHolidays else { return rates.holiday }
    return laterLaw(on: date)?.holiday ?? rates.holiday
  }

  /// People who may work on a day of a kind.
  func people(on kind: DayKind) -> Int {
    switch kind {
    case .statutoryHoliday: peopleOnHolidays
    case .restDay: peopleOnRestDays ?? people
    case .makeUpWorkday, .workday: people
    }
  }
}

/// What a law that takes effect within a week says of shifts from its first day on.
struct LawOfShifts: Sendable, Equatable {
  /// The first day.
  let from: LocalDate
  /// The price of an hour on a statutory holiday, in minor units.
  let holiday: Double
  /// The price of an hour of overtime, in minor units.
  let overtime: Double
  /// The overtime that may follow a shift, in minutes.
  let overtimeMinutes: Int
}

/// What a paid hour costs by its kind, in minor units; for programs only.
struct HourRates: Sendable, Equatable {
  /// The most that an hour of the contract counts with, as a share of what an hour of the cheapest
  /// contacts is worth. It is paid whether it is worked or not, so nobody stays at home because of its
  /// price while contacts wait; at half their worth a shift comes that is of use for half its time.
  static let mostOfWorth = 0.5
  /// The least that it counts with, as a share of its price: nobody comes for nothing.
  static let leastOfPrice = 0.02

  /// An hour on an ordinary day.
  var ordinary: Double
  /// An hour on a statutory holiday.
  var holiday: Double
  /// An hour of overtime on a working day.
  let overtime: Double
}

extension Pool {
  /// The pool with hours of the contract that count no more than `HourRates.mostOfWorth` of what an
  /// hour of any of its queues is worth, where `prices` are those of an hour that nobody covers. A
  /// vendor's hours are paid only when they are ordered, and keep their price.
  func paidAnyway(whereHoursCost prices: [Double]) -> Pool {
    guard !isVendor, let least = skills.map({ prices[$0] }).min() else { return self }
    var pool = self
    pool.rates.ordinary = max(
      rates.ordinary * HourRates.leastOfPrice,
      min(rates.ordinary, least * presence * HourRates.mostOfWorth))
    if worksHolidays { pool.rates.holiday = pool.rates.ordinary }
    return pool
  }

  /// The most overtime after one shift.
  static let longestOvertime = 120
  /// Days of a week that anybody works at most: one in seven is a day of rest.
  static let mostDaysOfWork = 6.0

  /// Whole people, rounded to the nearest; at most a million, and none of what is no number.
  private static func whole(_ people: Double) -> Int {
    people.isFinite ? Int(min(max(0, people), 1e6).rounded()) : 0
  }

  /// The pools of week number `number`: groups, then vendors, in the scenario's order.
  static func pools(
    ofWeek number: Int, week: Week, scenario: Scenario, capacity: CapacityPlan
  ) -> [Pool] {
    var pools: [Pool] = []
    for group in scenario.staffGroups {
      guard let plan = capacity.groups.first(where: { $0.group == group.id }),
        plan.weeks.indices.contains(number)
      else { continue }
      pools.append(Pool(group, plan: plan.weeks[number], week: week, scenario: scenario))
    }
    for vendor in scenario.vendors {
      guard let plan = capacity.vendors.first(where: { $0.vendor == vendor.id }),
        plan.weeks.indices.contains(number)
      else { continue }
      pools.append(
        Pool(
          vendor, plan: plan.weeks[number], scenario: scenario,
          ordinary: capacity.hourPrice(of: vendor, week: number, bucket: .ordinary),
          onHolidays: capacity.hourPrice(of: vendor, week: number, bucket: .statutoryHoliday)))
    }
    return pools
  }

  /// The people of a staff group in the week `week`.
  ///
  /// - People who follow the calendar work on its workdays; on its rest days those whom the plan's
  ///   rest-day work asks for.
  /// - Hours that the plan gives as leave or takes as time off are not worked.
  /// - A seat gives `effective heads ÷ heads past training × (1 − in-office shrinkage)` positions.
  ///   Breaks lie in the shifts and are not counted again.
  /// - `(heads − in training) × (1 − out-of-office shrinkage)` people, rounded, may work on a day.
  /// - On statutory holidays people with a salary are off; those who agree to overtime may work, on
  ///   top of the week's days and hours. Without pay rules, or with pay rules that know no extra pay
  ///   on them, holidays are days like others for everybody, as in the capacity plan.
  init(
    _ group: StaffGroup, plan: GroupPlan.WeekPlan, week: Week, scenario: Scenario
  ) {
    let rules = scenario.payRules(on: week.start)
    let ready = max(0, plan.heads.value - plan.inTraining.value)
    let shrinkage = group.shrinkage(in: week)
    let present = max(0, shrinkage.outOfOffice.complement.value)
    let available = ready * present
    let speed = ready > 0 ? plan.effectiveHeads.value / ready : 0
    let inOffice = present > 0 ? max(0, shrinkage.available.value) / present : 0
    let holidays = week.days.filter { scenario.calendar.day($0).kind == .statutoryHoliday }.count
    let worksHolidays = rules?.overtimeTiers(on: .statutoryHoliday).isEmpty ?? true
    let isSalaried = if case .monthly = group.wage { true } else { false }
    let isOff = isSalaried && !worksHolidays
    let kinds = week.days.map { scenario.calendar.day($0).kind }
    let calendarDays = kinds.count { $0 != .restDay && ($0 != .statutoryHoliday || !isOff) }
    let ordinaryShare =
      group.worksByCalendar
      ? Double(calendarDays) / 5 : isOff ? Double(7 - holidays) / 7 : 1
    let workDays = scenario.shifts?.workDaysPerWeek ?? 5

    let overtimeClass = rules?.payClass(on: .workday, beyondDailyHours: true)
    let restClass = rules?.payClass(on: .restDay, beyondDailyHours: false)
    let holidayClass =
      worksHolidays ? nil : rules?.payClass(on: .statutoryHoliday, beyondDailyHours: false)
    // Hours of the plan by the law they are worked under, which may change within the week.
    func planned(
      _ day: DayType, beyondDailyHours: Bool, timeOffInLieu: Bool = false
    ) -> Double {
      plan.overtime.reduce(0) { sum, overtime in
        let law = scenario.payRules(on: overtime.lawDate(inWeekFrom: week.start))
        let payClass = law?.payClass(
          on: day, beyondDailyHours: beyondDailyHours, timeOffInLieu: timeOffInLieu)
        guard let payClass, payClass.kind == .onTop, payClass.code == overtime.payClass else {
          return sum
        }
        return sum + overtime.paidTime.hours
      }
    }
    let lieuClass = rules?.payClass(on: .restDay, beyondDailyHours: false, timeOffInLieu: true)
    let restHours =
      planned(.restDay, beyondDailyHours: false)
      + (lieuClass == restClass
        ? 0 : planned(.restDay, beyondDailyHours: false, timeOffInLieu: true))
    let dailyHours = rules?.dailyHours.hours ?? 8
    let takeUp = group.overtime?.takeUp.value ?? 0

    supplier = .group(group.id)
    skills = scenario.queues.indices.filter { group.skills.contains(scenario.queues[$0].id) }
    presence = max(0, speed * inOffice)
    site = group.site.flatMap { id in scenario.sites.firstIndex { $0.id == id } }
    people = Self.whole(available)
    peopleOnHolidays = isOff ? Self.whole(available * takeUp) : people
    if group.worksByCalendar {
      let restDays = Double(max(1, kinds.count { $0 == .restDay }))
      let each = dailyHours > 0 ? restHours / dailyHours / restDays : 0
      peopleOnRestDays = min(people, Self.whole(each.rounded(.up)))
    }
    // Leave, time off in lieu and voluntary time off are hours of the contract that nobody works.
    let times = [plan.measures?.leave, plan.measures?.timeOff, plan.measures?.undertime]
    let away = times.compactMap(\.self).total().hours * present
    let contractDay = group.contractHours.hours / Double(max(1, workDays))
    self.workDays = max(
      0,
      available * Double(workDays) * ordinaryShare
        + (dailyHours > 0 ? restHours / dailyHours : 0)
        - (contractDay > 0 ? away / contractDay : 0))
    hours = max(
      0, available * group.contractHours.hours * ordinaryShare + restHours - away)
    let overtimeHours = planned(.workday, beyondDailyHours: true)
    func minutes(_ rules: RulePack?) -> Int {
      let dayLimit = Int((rules?.overtimeLimitPerDay?.seconds ?? 7200) / 60)
      return overtimeHours > 0 ? min(dayLimit, Self.longestOvertime) / 30 * 30 : 0
    }
    self.overtimeHours = overtimeHours
    overtimeMinutes = minutes(rules)
    countsHolidays = !isOff
    self.worksHolidays = worksHolidays
    let base =
      group.overtimeBase(under: rules).approximateMinorUnits
      * (1 + group.contributionFactor.doubleValue)
    rates = HourRates(
      ordinary: base, holiday: base * (holidayClass?.multiplier.doubleValue ?? 1),
      overtime: base * (overtimeClass?.multiplier.doubleValue ?? 1))
    var before = rules
    for day in week.days {
      guard let law = scenario.payRules(on: day), law != before else { continue }
      before = law
      let hour =
        group.overtimeBase(under: law).approximateMinorUnits
        * (1 + group.contributionFactor.doubleValue)
      func price(_ type: DayType, _ beyond: Bool) -> Double {
        hour * law.payClass(on: type, beyondDailyHours: beyond).multiplier.doubleValue
      }
      laterLaws.append(
        LawOfShifts(
          from: day, holiday: price(.statutoryHoliday, false), overtime: price(.workday, true),
          overtimeMinutes: minutes(law)))
    }
  }

  /// The seats of a vendor in one week: each is one person on shift, gives the vendor's proficiency
  /// and works the seat's hours of the week on at most six days. Queues that stay in house are not
  /// among its skills.
  init(
    _ vendor: Vendor, plan: VendorPlan.WeekPlan, scenario: Scenario, ordinary: Double,
    onHolidays: Double
  ) {
    let seats = max(0, plan.seats.value)
    supplier = .vendor(vendor.id)
    skills = scenario.queues.indices.filter { index in
      let queue = scenario.queues[index].id
      return vendor.skills.contains(queue) && scenario.policy.outsourcingLimit(of: queue) > .zero
    }
    presence = max(0, vendor.proficiency.value)
    site = nil
    people = Self.whole(seats)
    peopleOnHolidays = people
    workDays = seats * Self.mostDaysOfWork
    hours = seats * vendor.hoursPerSeat.hours
    overtimeHours = 0
    overtimeMinutes = 0
    countsHolidays = true
    worksHolidays = true
    rates = HourRates(ordinary: ordinary, holiday: onHolidays, overtime: ordinary)
  }
}
