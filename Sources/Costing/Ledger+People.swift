public import BusinessCalendar
internal import CapacityPlanning
internal import PayRules
public import Scenarios
internal import Units

extension Ledger {
  /// Pay of one group in one week: regular, statutory holidays off, training, overtime by pay class,
  /// contributions.
  mutating func addPay(
    of group: StaffGroup, plan: GroupPlan.WeekPlan, week: Week, scenario: Scenario
  ) {
    let path = "staff-groups.\(group.id)"
    let perHead = group.pay(forHeadIn: week)
    let onContacts = Quantity(plan.heads.value - plan.inTraining.value)
    let holidays = paidHolidays(in: week, scenario).map { day, rules in
      LedgerLine(
        number: 0, category: .paidHoliday, supplier: group.id.rawValue, queue: nil, date: day,
        quantity: onContacts, unit: "head-day", unitRate: group.pay(forHeadOn: day),
        rule: "a statutory holiday off is paid like the week's other days", source: rules.inForce,
        path: "\(path).wage")
    }
    let onOtherDays = holidays.reduce(perHead) {
      UnitPrice(minorUnitsPerUnit: $0.minorUnitsPerUnit - $1.unitRate.minorUnitsPerUnit)
    }
    let lines = [
      LedgerLine(
        number: 0, category: .regularPay, supplier: group.id.rawValue, queue: nil,
        date: week.start, quantity: onContacts, unit: "head-week", unitRate: onOtherDays,
        rule: regularPayRule(of: group, holidays: holidays.count),
        source: "scenario", path: "\(path).wage"),
      LedgerLine(
        number: 0, category: .trainingPay, supplier: group.id.rawValue, queue: nil,
        date: week.start, quantity: Quantity(plan.inTraining.value), unit: "head-week",
        unitRate: perHead, rule: "people in training are paid from the first day of their class",
        source: "scenario", path: "\(path).wage"),
    ]
    let overtime = plan.overtime.map { overtime in
      overtimeLine(overtime, of: group, week: week, scenario: scenario)
    }
    for line in lines + holidays + overtime { addPay(line, of: group) }
    addContributions(of: group, heads: plan.heads, week: week)
  }

  /// Contributions on a base of their own, for everybody on the payroll.
  private mutating func addContributions(of group: StaffGroup, heads: Headcount, week: Week) {
    guard let rules = group.rules?.contributions else { return }
    let base = rules.base(on: week.start)
    let bounds = base.map { "the floor and cap of \($0.city)" } ?? "any floor and cap"
    add(
      LedgerLine(
        number: 0, category: .contributions, supplier: group.id.rawValue, queue: nil,
        date: week.start, quantity: Quantity(heads.value), unit: "head-week",
        unitRate: rules.perHead(in: week),
        rule:
          "the employer's contributions are a share of last year's average pay within \(bounds)",
        source: base?.source.description ?? "scenario",
        path: "staff-groups.\(group.id).contributions"))
  }

  /// Adds a line of pay and the employer's contributions on it.
  mutating func addPay(_ line: LedgerLine, of group: StaffGroup) {
    add(line)
    if group.contributionFactor.factor != .zero { add(contributions(on: line, of: group)) }
  }

  private func regularPayRule(of group: StaffGroup, holidays: Int) -> String {
    let rule =
      switch group.wage {
      case .monthly: "a month's salary is spread evenly over the days of the month"
      case .hourly: "the contract hours of a week are paid by the hour"
      }
    return holidays > 0 ? "\(rule); statutory holidays have lines of their own" : rule
  }

  private func overtimeLine(
    _ overtime: PaidOvertime, of group: StaffGroup, week: Week, scenario: Scenario
  ) -> LedgerLine {
    let date = overtime.lawDate(inWeekFrom: week.start)
    let rules = scenario.payRules(on: date)
    let payClass = rules?.payClass(code: overtime.payClass)
    return LedgerLine(
      number: 0, category: CostCategory(payClass: payClass), supplier: group.id.rawValue,
      queue: nil, date: date, quantity: Quantity(overtime.paidTime), unit: "hour",
      unitRate: group.overtimeBase(under: rules).perHour,
      multiplier: payClass?.multiplier ?? .single,
      rule: payClass?.sentence ?? "hours of the pay class \(overtime.payClass)",
      source: payClass?.source.description ?? "scenario", path: "staff-groups.\(group.id).wage")
  }

  /// The employer's contributions on one line of pay.
  private func contributions(on line: LedgerLine, of group: StaffGroup) -> LedgerLine {
    LedgerLine(
      number: 0, category: .contributions, supplier: group.id.rawValue, queue: nil,
      date: line.date, quantity: Quantity(line.amount == .zero ? 0 : 1), unit: "pay",
      unitRate: UnitPrice(line.amount), multiplier: group.contributionFactor,
      rule: "the employer's contributions are a share of \(line.category.phrase)",
      source: "scenario", path: "staff-groups.\(group.id).employer-on-cost")
  }

  /// Recruiting and class costs of the classes that start in `week`.
  mutating func addHiring(scenario: Scenario, capacity: CapacityPlan, week: Week) {
    for hiringClass in capacity.classes where week.contains(hiringClass.start) {
      guard let hiring = scenario.staffGroup(hiringClass.group)?.hiring else { continue }
      let path = "staff-groups.\(hiringClass.group).hiring"
      add(
        LedgerLine(
          number: 0, category: .recruiting, supplier: hiringClass.group.rawValue, queue: nil,
          date: week.start, quantity: Quantity(hiringClass.heads.value), unit: "hire",
          unitRate: UnitPrice(hiring.costPerHire),
          rule: "recruiting and equipment are paid for each head that starts",
          source: "scenario", path: "\(path).cost-per-hire"))
      add(
        LedgerLine(
          number: 0, category: .classes, supplier: hiringClass.group.rawValue, queue: nil,
          date: week.start, quantity: Quantity(Double(hiringClass.parallelClasses)),
          unit: "class", unitRate: UnitPrice(hiring.costPerClass),
          rule: "a class costs its trainer and room", source: "scenario",
          path: "\(path).cost-per-class"))
    }
  }

  /// What the contacts cost that nobody handles, a line for each factor on their price.
  mutating func addShortages(
    scenario: Scenario, capacity: CapacityPlan, week: Int, date: LocalDate
  ) {
    for shortage in capacity.shortages where shortage.week == week {
      guard let queue = scenario.queue(shortage.queue) else { continue }
      for tier in shortage.tiers {
        add(
          LedgerLine(
            number: 0, category: .shortage, supplier: "", queue: queue.id, date: date,
            quantity: Quantity(tier.contacts.value), unit: "contact",
            unitRate: UnitPrice(queue.meanLostContactPrice), multiplier: tier.multiplier,
            rule: "a contact that nobody handles costs the scenario's price, more where many are "
              + "missing (not cash)",
            source: "scenario", path: "queues.\(queue.id).lost-contact-price"))
      }
    }
  }

  /// What notices cost, each on its first day within the horizon.
  mutating func addNotices(scenario: Scenario) {
    for queue in scenario.queues {
      for notice in queue.staffing.notices {
        guard let date = notice.firstDay(in: scenario.horizon) else { continue }
        add(
          LedgerLine(
            number: 0, category: .notices, supplier: "", queue: queue.id, date: date,
            quantity: Quantity(Double(notice.recipients)), unit: "notice",
            unitRate: notice.price,
            rule: "a notice is paid for every recipient, whether or not it saves a contact",
            source: "scenario", path: "queues.\(queue.id).notices.\(notice.id).price"))
      }
    }
  }

  /// What the heads cost that are missing at the end of the horizon.
  mutating func addEndStrength(scenario: Scenario, capacity: CapacityPlan) {
    guard let last = capacity.weeks.last else { return }
    add(
      LedgerLine(
        number: 0, category: .endStrength, supplier: "", queue: nil, date: last.start,
        quantity: Quantity(capacity.missingAtEnd.value), unit: "head",
        unitRate: UnitPrice(scenario.policy.priceOfMissingHeadAtEnd),
        rule: "a head missing at the end of the horizon costs the scenario's price (not cash)",
        source: "scenario", path: "policy.missing-head-at-end"))
  }
}

extension CostCategory {
  /// The category of the hours that a scenario's pay rules count to the class `code` on a day; `nil`
  /// where they know no such class.
  public init?(payClass code: String, on date: LocalDate, in scenario: Scenario) {
    guard let payClass = scenario.payRules(on: date)?.payClass(code: code) else { return nil }
    self.init(payClass: payClass)
  }

  /// The category of hours paid in `payClass`.
  init(payClass: PayClassRule?) {
    let condition = payClass?.condition
    if condition?.dayTypes == [.statutoryHoliday] {
      self = .holidayWork
    } else if condition?.dayTypes == [.restDay] {
      self = .restDayWork
    } else {
      self = .overtime
    }
  }

  /// The category within a sentence.
  var phrase: String {
    switch self {
    case .regularPay: "regular pay"
    case .paidHoliday: "pay for statutory holidays off"
    case .trainingPay: "pay in training"
    case .overtime: "overtime pay"
    case .restDayWork: "pay for rest-day work"
    case .holidayWork: "pay for work on statutory holidays"
    case .shiftDifferential: "shift differentials"
    case .support: "pay of support roles"
    default: rawValue
    }
  }
}
