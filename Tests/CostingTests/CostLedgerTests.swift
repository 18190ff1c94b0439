import BusinessCalendar
import CapacityPlanning
import Costing
import Forecasting
import PayRules
import PlanFixtures
import Scenarios
import ShiftScheduling
import TestSupport
import Testing
import Units

@Suite("A ledger by week, month, queue, site, group, event and kind")
struct CostLedgerTests {
  static func ledger(
    _ cost: CostStatement = PlanFixture.cost, part: CostLedger.Part = .plan
  ) -> CostLedger {
    CostLedger(
      cost, part: part, scenario: PlanFixture.scenario(), forecast: PlanFixture.forecast,
      capacity: PlanFixture.capacity, schedule: PlanFixture.schedule)
  }

  private func rows(
    _ dimension: CostDimension, part: CostLedger.Part = .plan, on days: DateRange? = nil
  ) -> [String] {
    Self.ledger(part: part).rows(by: dimension, on: days).map { row in
      "\(row.key) \(PlanFixture.decimal(row.amount))"
    }
  }

  private func parts(
    of category: CostCategory, _ supplier: String, by dimension: CostDimension, on date: String
  ) -> [String] {
    Self.ledger().parts(by: dimension).filter { part in
      part.entry.line.category == category && part.entry.line.supplier == supplier
        && part.entry.line.date.description == date
    }.map { "\($0.key) \(PlanFixture.decimal($0.amount))" }
  }

  @Test("However it is grouped, it sums to the plan's total", arguments: CostDimension.allCases)
  func sums(dimension: CostDimension) {
    let ledger = Self.ledger()
    let cost = PlanFixture.cost
    #expect(ledger.total() == cost.total)
    #expect(ledger.rows(by: dimension).map(\.amount).total() == cost.total)
    #expect(ledger.whole().amount == cost.total)
    for line in cost.lines where line.category.isCash {
      let parts = ledger.parts(by: dimension).filter { $0.entry.line.number == line.number }
      #expect(parts.map(\.amount).total() == line.amount)
      #expect(parts.map(\.quantity.millionths).reduce(0, +) == line.quantity.millionths)
    }
    let schedule = Self.ledger(part: .schedule)
    #expect(schedule.total() == cost.scheduleLines.map(\.amount).total())
    #expect(schedule.rows(by: dimension).map(\.amount).total() == schedule.total())
  }

  /// The week of 28 September has three days in it: without the holidays, which are lines of their own,
  /// a salary by 3/30 against 1/31, a wage by the hour by 3/4; overtime on rest days by the three of its four ordinary days; the holidays are
  /// in October.
  @Test("Each day is in its own month")
  func months() {
    let second = "2026-09-28"
    // 9.5 × 6,000.00 × 3/30, and the rest of 7,538.71.
    let regular = Self.ledger().parts(by: .month).filter {
      $0.entry.line.category == .regularPay && $0.entry.line.date.description == second
        && $0.entry.group == "wuhan"
    }
    for (month, amount) in [("2026-09", "5700.00"), ("2026-10", "1838.71")] {
      let sum = regular.filter { $0.key == month }.map(\.amount).total()
      #expect(PlanFixture.decimal(sum) == amount)
    }
    #expect(
      parts(of: .regularPay, "evenings", by: .month, on: second)
        == ["2026-09 1542.86", "2026-10 514.28"])
    #expect(
      parts(of: .restDayWork, "wuhan", by: .month, on: second)
        == ["2026-09 413.79", "2026-10 137.93"])
    #expect(parts(of: .holidayWork, "wuhan", by: .month, on: second) == ["2026-10 2482.76"])
    // 60 h on four ordinary days, three of them in September; 40 h on holidays: 2,340 and 2,860.
    #expect(
      parts(of: .vendorHours, "changsha", by: .month, on: second)
        == ["2026-09 2340.00", "2026-10 2860.00"])
    #expect(parts(of: .vendorSurcharge, "changsha", by: .month, on: second) == ["2026-10 2080.00"])
    #expect(
      parts(of: .vendorCommitment, "changsha", by: .month, on: "2026-10-01") == ["2026-10 1300.00"])
  }

  @Test("Contributions are in the month of the pay on which they are due")
  func contributions() {
    #expect(
      Set(parts(of: .contributions, "wuhan", by: .month, on: "2026-09-28"))
        == [
          // 32 % of 5,700.00 and 1,838.71, rounded once for the line; of rest days; of holidays.
          "2026-09 1824.00", "2026-10 588.39", "2026-09 132.41", "2026-10 44.14",
          "2026-10 794.48",
        ])
  }

  @Test("Pay of people who are not yet at full speed has a part for the output that is missing")
  func ramp() {
    let entries = Self.ledger().entries.filter {
      $0.line.category == .regularPay && $0.group == "wuhan"
    }
    let found = entries.map { entry in
      "\(entry.kind.key) \(entry.quantity.doubleValue) \(PlanFixture.decimal(entry.amount))"
    }
    // 10 − 2 − 7.5 heads at 1,200.00; 9.5 − 8.25 at 793.548387…, of 7,538.71.
    #expect(
      found == [
        "regular-pay 7.5 9000.00", "idle-ramp 0.5 600.00",
        "regular-pay 8.25 6546.77", "idle-ramp 1.25 991.94",
      ])
    #expect(CostKind(key: "idle-ramp") == .idleRamp && CostKind(key: "shortage")?.key == "shortage")
    #expect(CostKind(key: "nonsense") == nil)
  }

  @Test("Pay follows the hours that its group gives each queue; hiring those from then on")
  func queues() {
    // Wuhan's first week: 193 h for chats and 20 for cases; of 9,600.00 in parts of 9,000 and 600.
    #expect(
      parts(of: .regularPay, "wuhan", by: .queue, on: "2026-09-21") == [
        "orders-chat 8154.93", "refund-cases 845.07", "orders-chat 543.66", "refund-cases 56.34",
      ])
    #expect(
      parts(of: .holidayWork, "wuhan", by: .queue, on: "2026-09-21") == ["orders-chat 413.79"])
    // 190 h and 20 h on ordinary days.
    #expect(
      parts(of: .overtime, "wuhan", by: .queue, on: "2026-09-21")
        == ["orders-chat 561.58", "refund-cases 59.11"])
    // 343 h and 20 h in both weeks: 2 × 1,500.00.
    #expect(
      parts(of: .recruiting, "wuhan", by: .queue, on: "2026-09-21")
        == ["orders-chat 2834.71", "refund-cases 165.29"])
    #expect(
      parts(of: .vendorSetUp, "changsha", by: .queue, on: "2026-09-21") == ["orders-chat 20000.00"])
  }

  /// The presale brings 30 + 15 + 1/3 chats to 14 hours of 18 to 31 chats… all of it on 30 September.
  @Test("An event costs the share of each queue's work that its contacts bring")
  func events() throws {
    let forecast = try #require(PlanFixture.forecast[Identifier("orders-chat")])
    let week = PlanFixture.forecast.grid.slotIndices(ofWeek: 1)
    let all = week.map { forecast.volume[$0].value * seconds(forecast.handleTime[$0]) }
      .reduce(0, +)
    let start = forecast.eventEffects[0].firstSlot
    let added = forecast.eventEffects[0].addedVolume.enumerated().map { offset, volume in
      volume.value * seconds(forecast.handleTime[start + offset])
    }.reduce(0, +)
    let share = added / all
    #expect(share > 0.01 && share < 0.05)
    let found = parts(of: .vendorSurcharge, "changsha", by: .event, on: "2026-09-28")
    let cents = (208_000 * share).rounded()
    #expect(found.first == "presale \(PlanFixture.decimal(Money(minorUnits: Int64(cents))))")
    #expect(found.count == 2 && found.last?.hasPrefix(" ") == true)
    #expect(parts(of: .vendorHours, "changsha", by: .event, on: "2026-09-21") == [" 6240.00"])
    #expect(Self.ledger().rows(by: .event).map(\.key) == ["presale", ""])
  }

  @Test("Some days cost their part, and what is left the rest, in every grouping")
  func someDays() throws {
    let ledger = Self.ledger()
    let horizon = PlanFixture.scenario().horizon
    for length in 1..<14 {
      let first = DateRange(start: horizon.start, days: length)
      let second = DateRange(start: first.end, end: horizon.end)
      #expect(ledger.total(on: first) + ledger.total(on: second) == ledger.total())
      for dimension in CostDimension.allCases {
        let rows = ledger.rows(by: dimension, on: first)
        #expect(rows.map(\.amount).total() == ledger.total(on: first), "\(dimension)")
      }
    }
    // The set-up falls due on the first day, so do recruiting and the class.
    let day = DateRange(start: horizon.start, days: 1)
    let kinds = ledger.rows(by: .kind, on: day)
    #expect(kinds.first { $0.key == "vendor-set-up" }?.amount == PlanFixture.yuan("20000.00"))
    #expect(ledger.rows(by: .month, on: day).map(\.key) == ["2026-09"])
    #expect(ledger.total(on: DateRange(start: horizon.end, days: 5)) == .zero)
  }

  @Test("It says what contacts, productive hours and heads cost")
  func output() throws {
    let ledger = Self.ledger()
    let whole = ledger.whole()
    // 193 + 20 + 150 of Wuhan, 16 of the evenings, 88 + 35.2 of the vendor.
    #expect(whole.productiveTime == WorkTime(hours: 502.2))
    #expect(whole.heads == Headcount(13.75))
    // 96,030.10 / 502.2 h; without the vendor's 38,026.67, over 13.75 heads.
    #expect(whole.perProductiveHour == PlanFixture.yuan("191.22"))
    #expect(whole.ownAmount == PlanFixture.yuan("58003.43"))
    #expect(whole.perHead == PlanFixture.yuan("4218.43"))
    let volumes = PlanFixture.forecast.queues.map { $0.volume.total().value }
    let contacts = try #require(whole.contacts?.value)
    #expect(abs(contacts - (volumes[0] + volumes[1] - 75.5)) < 1e-6)
    let queues = ledger.rows(by: .queue)
    #expect(queues.map(\.key) == ["orders-chat", "refund-cases"])
    #expect(queues.map { $0.productiveTime?.hours ?? 0 } == [466.2, 36])
    #expect(queues.allSatisfy { $0.heads == nil && $0.perContact != nil })
    let groups = ledger.rows(by: .group)
    #expect(groups.map(\.key) == ["wuhan", "evenings", "changsha"])
    #expect(groups.map { $0.heads?.value } == [9.75, 4, nil])
    #expect(groups.allSatisfy { $0.contacts == nil })
    #expect(ledger.rows(by: .week).map { $0.heads?.value } == [14, 13.5])
    let kinds = ledger.rows(by: .kind)
    #expect(kinds.allSatisfy { $0.contacts == nil && $0.perHead == nil })
    let months = ledger.rows(by: .month).compactMap(\.productiveTime?.hours)
    #expect(abs(months.reduce(0, +) - 502.2) < 0.001)
    let events = ledger.rows(by: .event).compactMap(\.contacts?.value)
    #expect(abs(events.reduce(0, +) - contacts) < 1e-6)
  }

  /// 6,800.00 is below the floor of 7,460.00: 27.16 % of that is 2,026.14 a month and head.
  @Test("Contributions on a base of their own are a line of theirs, whatever overtime is worked")
  func ownBase() throws {
    let plain = PlanFixture.scenario()
    var rules = StaffRules()
    rules.contributions = EmployerContributions(
      rate: .percent(27.16), averagePay: PlanFixture.yuan("6800.00"),
      bases: [
        try #require(
          ContributionBase(
            city: "Wuhan", effectiveFrom: PlanFixture.date("2026-07-01"),
            floor: PlanFixture.yuan("7460.00"), cap: PlanFixture.yuan("37302.00"),
            source: RuleSource(title: "City notice", evidence: .known)))
      ])
    let groups = plain.staffGroups.map { group in
      var group = group
      if group.id.rawValue == "wuhan" { group.rules = rules }
      return group
    }
    var scenario = plain
    scenario.staffGroups = groups
    let cost = CostAccountant().statement(
      scenario: scenario, capacity: PlanFixture.capacity, schedule: nil)
    let added = cost.lines.filter { $0.path == "staff-groups.wuhan.contributions" }
    // 10 heads × 2,026.14 × 7/30; 9.5 × 2,026.14 × (3/30 + 4/31).
    #expect(added.map { PlanFixture.decimal($0.amount) } == ["4727.66", "4408.49"])
    #expect(
      added.allSatisfy { $0.source == "City notice (known)" && $0.category == .contributions })
    #expect(cost.total - PlanFixture.cost.total == PlanFixture.yuan("9136.15"))
    let ledger = CostLedger(
      cost, scenario: scenario, forecast: PlanFixture.forecast, capacity: PlanFixture.capacity,
      schedule: nil)
    let parts = ledger.parts(by: .month).filter { $0.entry.line.path.hasSuffix("contributions") }
    // 9.5 × 2,026.14 × 3/30 of the second week is in September.
    #expect(
      parts.map { "\($0.key) \(PlanFixture.decimal($0.amount))" }
        == ["2026-09 4727.66", "2026-09 1924.83", "2026-10 2483.66"])
  }

  @Test("A site has its people's cost, and seats beyond its own; vendors are at none of ours")
  func sites() {
    let keys = Self.ledger().rows(by: .site).map(\.key)
    #expect(keys.contains("wuhan") && keys.last == "")
  }

  @Test("Lines of any shape are cut without a cent lost", arguments: 1...15)
  func anyLines(seed: UInt64) {
    var random = SplitMix(state: seed)
    func pick(_ limit: Int) -> Int { random.below(limit) }
    let suppliers = ["wuhan", "evenings", "changsha", "nobody", ""]
    let queues = [nil, "orders-chat", "refund-cases", "unknown"]
    let lines = (1...30).map { number in
      LedgerLine(
        number: number, category: CostCategory.allCases[pick(CostCategory.allCases.count)],
        supplier: suppliers[pick(5)], queue: queues[pick(4)].map { Identifier($0) },
        date: PlanFixture.firstDay.adding(days: pick(40) - 10),
        quantity: Quantity(millionths: Int64(pick(2_000_000_000)) - 200_000_000),
        unit: pick(2) == 0 ? "head-week" : "hour",
        unitRate: UnitPrice(Money(minorUnits: Int64(pick(1_000_000)))),
        multiplier: Multiplier(percent: Int64(pick(400))), rule: "rule", source: "test",
        path: "staff-groups.wuhan.wage")
    }
    let cost = CostStatement(
      currency: PlanFixture.currency, lines: lines, scheduleLines: lines)
    for part in CostLedger.Part.allCases {
      let ledger = Self.ledger(cost, part: part)
      #expect(ledger.total() == cost.total)
      let days = DateRange(start: PlanFixture.firstDay.adding(days: pick(14)), days: pick(9))
      for dimension in CostDimension.allCases {
        #expect(ledger.rows(by: dimension).map(\.amount).total() == cost.total)
        #expect(
          ledger.rows(by: dimension, on: days).map(\.amount).total() == ledger.total(on: days))
        for line in lines where line.category.isCash {
          let own = ledger.parts(by: dimension).filter { $0.entry.line.number == line.number }
          #expect(own.map(\.amount).total() == line.amount)
        }
      }
    }
  }

  private func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}
