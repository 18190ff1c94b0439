internal import BusinessCalendar
public import CapacityPlanning
public import Scenarios
internal import Units

/// What a plan's overtime is worth beside vendors and hires, as people and programs read it.
public struct OvertimeReport: Sendable {
  let words: StudyWords
  let decisions: OvertimeDecisions

  /// A report of `decisions`.
  public init(
    _ decisions: OvertimeDecisions, of scenario: Scenario, language: Language = .english
  ) {
    words = StudyWords(scenario, language: language)
    self.decisions = decisions
  }

  var strings: Strings { words.strings }
  var currency: Currency { words.scenario.currency }
  private var code: String { currency.code }

  /// The report for a terminal.
  public func text(width: Int = 100, color: Bool = false) -> String {
    words.text(lead, tables, width: width, color: color)
  }

  /// What there is to decide, then what it rests on.
  public var tables: [Table] {
    [
      orderTable, holidayOrderTable, breakEvenTable, limitTable, courseTable, surchargeTable,
      paidHolidayTable,
    ]
  }

  // MARK: - Sentences

  /// The answers as sentences.
  var lead: [String] {
    let sentences = cheapest + breakEvens + limits + habit
    return sentences.isEmpty ? [strings(OvertimePhrase.nothing)] : sentences
  }

  /// The most hours that the first sentence names.
  private static let mostNamed = 5

  /// The cheapest hours of the first week in which overtime is planned, else of the first.
  private var cheapest: [String] {
    let overtime: [HourSource.Kind] = [.workday, .restDay]
    let week =
      decisions.weeks.first { week in
        week.ordinary.contains { overtime.contains($0.source.kind) && $0.used > .zero }
      } ?? decisions.weeks.first
    guard let hours = week?.ordinary, let first = hours.first else { return [] }
    let others = hours.dropFirst().prefix(Self.mostNamed - 1).map {
      "\(name(of: $0.source)) \(text($0.netRate))"
    }
    guard !others.isEmpty else { return [] }
    return [
      strings(
        OvertimePhrase.cheapest, name(of: first.source), text(first.netRate),
        others.joined(separator: strings.language == .chinese ? "、" : ", "))
    ]
  }

  /// Hires beside weekday overtime, which is there at once; beside vendors where there is none.
  private var breakEvens: [String] {
    let hires = decisions.breakEvens.filter { $0.source.kind == .hire }
    let named = hires.filter { even in
      let others = hires.filter { $0.source == even.source }.map(\.against.kind)
      return others.contains(.workday) ? even.against.kind == .workday : true
    }
    return named.map { even in
      let owner = words.name(of: even.source.owner)
      guard let weeks = even.weeks, let time = even.netTime else {
        return strings(OvertimePhrase.hireNever, owner, name(of: even.against))
      }
      return strings(
        OvertimePhrase.hireAfter, owner, name(of: even.against), "\(weeks)",
        words.number(time.hours))
    }
  }

  private var limits: [String] {
    guard let costs = decisions.monthlyLimitCosts else { return [] }
    let whole =
      costs > .zero
      ? strings(OvertimePhrase.limitCosts, words.money(costs)) : strings(OvertimePhrase.limitFree)
    return [whole]
      + decisions.monthlyLimits.filter { $0.saved > .zero }.map { limit in
        strings(
          OvertimePhrase.oneMore, words.name(of: limit.group.rawValue),
          strings.month(limit.overtime.month), words.money(limit.saved))
      }
  }

  private var habit: [String] {
    guard let habit = decisions.holidays.first(where: { $0.kind == .vendorsOnly }) else {
      return []
    }
    let more = more(of: habit)
    if more > .zero {
      return [strings(OvertimePhrase.habitCosts, words.money(more))]
    }
    return more < .zero
      ? [strings(OvertimePhrase.habitSaves, words.money(-more))]
      : [strings(OvertimePhrase.habitSame)]
  }

  // MARK: - Tables

  private var orderTable: Table {
    orderTable("hours", .orderTable, note: .orderNote) { $0.ordinary }
  }

  private var holidayOrderTable: Table {
    orderTable("holiday-hours", .holidayOrderTable, note: nil) { $0.statutoryHoliday }
  }

  /// The hours of stretches of weeks that cost the same throughout; hours of a stretch are its sums.
  private func orderTable(
    _ name: String, _ title: OvertimePhrase, note: OvertimePhrase?,
    hours: (OvertimeDecisions.Week) -> [PricedHour]
  ) -> Table {
    var stretches: [(weeks: [Int], hours: [[PricedHour]])] = []
    for week in decisions.weeks {
      let found = hours(week)
      guard !found.isEmpty else { continue }
      let known = stretches.firstIndex { stretch in
        stretch.hours.first.map { same($0, found) } ?? false
      }
      if let known {
        stretches[known].weeks.append(week.week)
        stretches[known].hours.append(found)
      } else {
        stretches.append(([week.week], [found]))
      }
    }
    let rows = stretches.flatMap { stretch in
      (stretch.hours.first ?? []).enumerated().map { place, hour in
        let all = stretch.hours.map { $0[place] }
        let most = all.compactMap(\.most)
        return [
          .text(place == 0 ? words.weeks(stretch.weeks) : ""), .text(self.name(of: hour.source)),
          cell(hour.paidRate), .percent(hour.netShare.value), cell(hour.netRate),
          .number(all.map(\.used).total().hours),
          .number(most.isEmpty ? nil : most.total().hours),
        ] as [Cell]
      }
    }
    return Table(
      name: name, title: strings(title), note: note.map { strings($0) },
      columns: [
        .init(strings(OvertimePhrase.weeks), key: "weeks"),
        .init(strings(OvertimePhrase.hour), key: "hour"),
        .number(strings(OvertimePhrase.paidRate, code), key: "paid_hour"),
        .number(strings(OvertimePhrase.netShare), key: "net_share"),
        .number(strings(OvertimePhrase.netRate), key: "net_hour"),
        .number(strings(OvertimePhrase.used), key: "planned"),
        .number(strings(OvertimePhrase.most), key: "most"),
      ], rows: rows)
  }

  private func same(_ left: [PricedHour], _ right: [PricedHour]) -> Bool {
    left.map(\.source) == right.map(\.source) && left.map(\.netRate) == right.map(\.netRate)
      && left.map(\.paidRate) == right.map(\.paidRate)
  }

  private var breakEvenTable: Table {
    Table(
      name: "break-evens", title: strings(OvertimePhrase.evenTable),
      note: strings(OvertimePhrase.evenNote),
      columns: [
        .init(strings(OvertimePhrase.hour), key: "hour"),
        .init(strings(OvertimePhrase.insteadOf), key: "instead_of"),
        .number(strings(OvertimePhrase.fixed, code), key: "at_the_start"),
        .number(strings(OvertimePhrase.otherHour), key: "other_net_hour"),
        .number(strings(OvertimePhrase.evenWeeks), key: "weeks"),
        .number(strings(OvertimePhrase.evenHours), key: "hours"),
      ],
      rows: decisions.breakEvens.map { even in
        let never = Cell.named(strings(OvertimePhrase.never), key: "")
        let isHire = even.source.kind == .hire
        return [
          .text(name(of: even.source)), .text(name(of: even.against)), words.cell(even.fixed),
          cell(even.otherRate),
          even.weeks.map { .count($0) } ?? (isHire ? never : .empty),
          even.netTime.map { .number($0.hours) } ?? never,
        ]
      })
  }

  private var limitTable: Table {
    Table(
      name: "monthly-limits", title: strings(OvertimePhrase.limitTable),
      note: strings(OvertimePhrase.limitNote),
      columns: [
        .init(strings(OvertimePhrase.group), key: "group"),
        .date(strings(OvertimePhrase.month), key: "month"),
        .number(strings(OvertimePhrase.worked), key: "worked"),
        .number(strings(OvertimePhrase.allowed), key: "allowance"),
        .number(strings(OvertimePhrase.people), key: "people"),
        .number(strings(OvertimePhrase.shadow), key: "shadow_price"),
        .number(strings(OvertimePhrase.tried, code), key: "one_more_hour"),
      ],
      rows: decisions.monthlyLimits.map { limit in
        [
          .named(words.name(of: limit.group.rawValue), key: limit.group.rawValue),
          .named(strings.month(limit.overtime.month), key: "\(limit.overtime.month)"),
          .number(limit.overtime.worked.hours, decimals: 1),
          .number(limit.overtime.allowance.hours, decimals: 1),
          .number(limit.overtime.people.value, decimals: 1), cell(limit.shadowPrice),
          words.cell(limit.saved),
        ]
      })
  }

  var courseTable: Table {
    Table(
      name: "statutory-holidays", title: strings(OvertimePhrase.courseTable),
      note: strings(OvertimePhrase.courseNote),
      columns: [
        .init(strings(OvertimePhrase.course), key: "way"),
        .number(strings(OvertimePhrase.ownHours), key: "own_hours"),
        .number(strings(OvertimePhrase.ownPay), key: "own_pay"),
        .number(strings(OvertimePhrase.vendorHours), key: "vendor_hours"),
        .number(strings(OvertimePhrase.vendorPay), key: "vendor_bill"),
        .number(strings(OvertimePhrase.missing), key: "short_hours"),
        .number(strings(OvertimePhrase.planCost, code), key: "plan_cost"),
        .number(strings(OvertimePhrase.more), key: "more"),
      ],
      rows: decisions.holidays.map { course in
        [
          .named(name(of: course.kind), key: course.kind.rawValue),
          .number(course.ownTime.hours), words.cell(course.ownPay),
          .number(course.vendorTime.hours), words.cell(course.vendorPay),
          .number(course.missing.hours), words.cell(course.planCost),
          course.kind == .planned ? .empty : words.cell(more(of: course)),
        ]
      })
  }

  private var surchargeTable: Table {
    Table(
      name: "surcharges", title: strings(OvertimePhrase.surchargeTable),
      note: strings(OvertimePhrase.surchargeNote),
      columns: [
        .init(strings(OvertimePhrase.vendor), key: "vendor"),
        .init(strings(OvertimePhrase.group), key: "group"),
        .number(strings(OvertimePhrase.factor), key: "factor"),
        .number(strings(OvertimePhrase.evenFactor), key: "even_factor"),
      ],
      rows: decisions.surcharges.map { entry in
        [
          .named(words.name(of: entry.vendor.rawValue), key: entry.vendor.rawValue),
          .named(words.name(of: entry.group.rawValue), key: entry.group.rawValue),
          .number(entry.factor.doubleValue, decimals: 2),
          .number(entry.evenFactor.doubleValue, decimals: 2),
        ]
      })
  }

  var paidHolidayTable: Table {
    Table(
      name: "paid-holidays", title: strings(OvertimePhrase.paidTable),
      note: strings(OvertimePhrase.paidNote),
      columns: [
        .init(strings(OvertimePhrase.group), key: "group"),
        .number(strings(OvertimePhrase.paidDays), key: "days"),
        .number(strings(OvertimePhrase.headDays), key: "head_days"),
        .number(strings(OvertimePhrase.paidPay, code), key: "pay"),
      ],
      rows: decisions.paidHolidays.map { entry in
        [
          .named(words.name(of: entry.group.rawValue), key: entry.group.rawValue),
          .count(entry.days), .number(entry.headDays.value, decimals: 1), words.cell(entry.pay),
        ]
      })
  }

  // MARK: - Words

  func name(of source: HourSource) -> String {
    strings.name(of: source.kind, owner: words.name(of: source.owner))
  }

  private func name(of kind: HolidayCourse.Kind) -> String {
    switch kind {
    case .planned: strings(OvertimePhrase.planned)
    case .vendorsOnly: strings(OvertimePhrase.vendorsOnly)
    case .ownOnly: strings(OvertimePhrase.ownOnly)
    }
  }

  private func text(_ rate: HourlyRate) -> String { words.money(money(rate)) }

  private func cell(_ rate: HourlyRate) -> Cell { words.cell(money(rate)) }

  /// What a way costs more than the plan: the difference of the two amounts that are shown.
  func more(of course: HolidayCourse) -> Money {
    guard let planned = decisions.holidays.first(where: { $0.kind == .planned }) else {
      return course.more
    }
    return course.planCost - planned.planCost
  }

  /// A rate to the nearest minor unit.
  func money(_ rate: HourlyRate) -> Money {
    Money(rounding: rate.perHour.minorUnitsPerUnit, times: .one)
  }
}
