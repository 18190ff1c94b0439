import BusinessCalendar
import CapacityPlanning
import PayRules
import PlanningFixtures
import Scenarios
import Testing
import Units

/// What must be true of every plan, recomputed from its values by other means than the program's.
@Suite("Every plan keeps the rules")
struct PlanInvariantTests {
  private struct Case: Sendable {
    let scenario: Scenario
    let plan: CapacityPlan

    init(seed: UInt64) throws {
      var fixture = ScenarioFixture.halfYear(seed: seed, weeks: 20, queues: 6)
      // Even seeds: contacts are dear, and only the law limits overtime, so that limits bind.
      if seed.isMultiple(of: 2) {
        for index in fixture.queues.indices {
          fixture.queues[index].lostContactPrice = Money(minorUnits: 4000)
        }
        for index in fixture.groups.indices {
          fixture.groups[index].overtime = .everybody
        }
      }
      scenario = fixture.scenario
      plan = try CapacityPlanningTests.plan(fixture)
    }
  }

  /// Half-years by seed, planned once for all tests.
  private static let planned: [UInt64: Result<Case, any Error>] = Dictionary(
    uniqueKeysWithValues: (1...6).map { seed in
      (UInt64(seed), Result { try Case(seed: UInt64(seed)) })
    })

  private func halfYear(_ seed: UInt64) throws -> Case {
    try #require(PlanInvariantTests.planned[seed]).get()
  }

  @Test("Heads of last week, plus joined, less left, are heads of this week", arguments: [1, 2, 3])
  func bookkeeping(seed: UInt64) throws {
    let made = try halfYear(seed)
    let (plan, scenario) = (made.plan, made.scenario)
    for (group, member) in zip(plan.groups, scenario.staffGroups) {
      var heads = member.headcount.map(\.heads.value).reduce(0, +)
      for week in group.weeks {
        #expect(agree(heads + week.joined.value - week.left.value, week.heads.value))
        #expect(week.effectiveHeads.value <= week.heads.value - week.inTraining.value + 1e-9)
        #expect(
          week.inTraining.value + week.inNesting.value + week.ramping.value
            <= week.heads.value + 1e-9)
        heads = week.heads.value
      }
    }
  }

  @Test(
    "Every required hour is somebody's or short, in every queue and week", arguments: [1, 2, 3])
  func cover(seed: UInt64) throws {
    let plan = try halfYear(seed).plan
    let suppliers =
      plan.groups.map { $0.weeks.map(\.allocations) }
      + plan.vendors.map { $0.weeks.map(\.allocations) }
    for queue in plan.requirement {
      for week in plan.weeks.indices {
        for (bucket, required) in [
          (DayBucket.ordinary, queue.ordinary[week]),
          (.statutoryHoliday, queue.statutoryHoliday[week]),
        ] {
          let given = suppliers.flatMap { $0[week] }
            .filter { $0.queue == queue.queue && $0.bucket == bucket }
            .map(\.netTime.hours).reduce(0, +)
          let short = plan.shortages
            .filter { $0.queue == queue.queue && $0.week == week && $0.bucket == bucket }
            .map(\.netTime.hours).reduce(0, +)
          #expect(agree(given + short, required.hours, within: 1e-3))
        }
      }
    }
  }

  @Test(
    "Nobody gives more hours than they have, nor to queues they cannot work", arguments: [1, 2])
  func supply(seed: UInt64) throws {
    let made = try halfYear(seed)
    for (group, member) in zip(made.plan.groups, made.scenario.staffGroups) {
      for week in group.weeks {
        #expect(week.allocations.allSatisfy { member.skills.contains($0.queue) })
        let isHoliday = { (code: String) in code == "CN_HOL300" }
        let ordinary = week.allocations.filter { $0.bucket == .ordinary }
        let extra = week.overtime.filter { !isHoliday($0.payClass) }.map(\.netTime.hours)
        #expect(
          ordinary.map(\.netTime.hours).reduce(0, +)
            <= week.regularNetTime.hours + extra.reduce(0, +) + 0.01)
        let onHolidays = week.allocations.filter { $0.bucket == .statutoryHoliday }
        let worked = week.overtime.filter { isHoliday($0.payClass) }.map(\.netTime.hours)
        #expect(
          onHolidays.map(\.netTime.hours).reduce(0, +) <= worked.reduce(0, +) + 0.01)
      }
    }
  }

  @Test("Overtime stays within the day, the week and the calendar month", arguments: [1, 2, 3, 4])
  func overtimeCaps(seed: UInt64) throws {
    let made = try halfYear(seed)
    for (group, member) in zip(made.plan.groups, made.scenario.staffGroups) {
      let rules = try #require(member.overtime)
      let takeUp = rules.takeUp.value
      var worked: [String: Double] = [:]
      let planned = Dictionary(
        grouping: made.plan.weeks.flatMap(\.days), by: \.yearMonth.description)
      for (week, dates) in zip(group.weeks, made.plan.weeks) {
        let people = week.effectiveHeads.value * takeUp
        func hours(_ code: String) -> Double {
          week.overtime.filter { $0.payClass == code }.map(\.paidTime.hours).reduce(0, +)
        }
        #expect(hours("CN_OT150") <= 15 * people + 0.01)
        #expect(hours("CN_REST200") <= 8 * people + 0.01)
        let most = rules.maximumPerWeek?.hours ?? .infinity
        #expect(hours("CN_OT150") + hours("CN_REST200") <= most * people + 0.01)
        let holidays = dates.days.count {
          made.scenario.calendar.day($0).kind == .statutoryHoliday
        }
        #expect(hours("CN_HOL300") <= 8 * Double(holidays) * people + 0.01)
        for date in dates.days {
          let key = date.yearMonth.description
          worked[key, default: 0] += (hours("CN_OT150") + hours("CN_REST200")) / 7
        }
        // Whoever is there can have worked all of the month's hours so far.
        for month in Set(dates.days.map(\.yearMonth)) {
          let part = Double(planned[month.description]?.count ?? 0) / Double(month.dayCount)
          #expect(worked[month.description] ?? 0 <= 36 * part * people + 0.01, "\(month)")
        }
      }
    }
  }

  @Test("Seats of sites are not exceeded by those past training", arguments: [1, 2, 3])
  func seats(seed: UInt64) throws {
    let made = try halfYear(seed)
    for site in made.scenario.sites {
      for week in made.plan.weeks.indices {
        let heads = zip(made.plan.groups, made.scenario.staffGroups)
          .filter { $0.1.site == site.id }
          .map { $0.0.weeks[week].heads.value - $0.0.weeks[week].inTraining.value }
          .reduce(0, +)
        // Twelve open hours of the same work all day: two thirds of a day's people at once.
        #expect(heads * 5 / 7 * 0.9 * 8 / 12 <= Double(site.seats) + 1e-6)
      }
    }
  }

  @Test("Classes keep size, calendar, lead and trainers", arguments: [2, 3, 4, 6])
  func classes(seed: UInt64) throws {
    let made = try halfYear(seed)
    for item in made.plan.classes {
      let hiring = try #require(made.scenario.staffGroup(item.group)?.hiring)
      #expect(item.heads.value == item.heads.value.rounded())
      let sizes =
        item.parallelClasses * hiring.minimumClassSize...item.parallelClasses
        * hiring.maximumClassSize
      #expect(sizes.contains(Int(item.heads.value)))
      let week = made.scenario.horizon.start.days(until: item.start) / 7
      #expect(week >= hiring.recruitingLeadWeeks && week.isMultiple(of: 2))
      #expect(item.decideBy >= made.scenario.horizon.start)
      let running = made.plan.classes.filter {
        $0.group == item.group && $0.start <= item.start && item.start < $0.nestingEnds
      }
      #expect(running.map(\.parallelClasses).reduce(0, +) <= hiring.trainers)
    }
  }

  @Test("Vendors keep notice, ramp, most, minimum and their share", arguments: [1, 2, 3])
  func vendors(seed: UInt64) throws {
    let made = try halfYear(seed)
    var outsourced = 0.0
    for (plan, vendor) in zip(made.plan.vendors, made.scenario.vendors) {
      var before = 0.0
      for (index, week) in plan.weeks.enumerated() {
        let seats = week.seats.value
        #expect(index >= vendor.noticeWeeks || seats == 0)
        #expect(seats <= vendor.maximumSeats.value + 1e-6)
        #expect(seats - before <= max(vendor.rampPerWeek.value, before == 0 ? 10 : 0) + 1e-6)
        #expect(seats < 1e-6 || seats >= vendor.minimumSeats.value - 1e-6)
        let billed = week.billedOrdinary.hours + week.billedStatutoryHoliday.hours
        #expect(billed <= seats * vendor.hoursPerSeat.hours + 0.01)
        let given = week.allocations.map(\.netTime.hours).reduce(0, +)
        #expect(given <= billed * vendor.proficiency.value + 0.01)
        #expect(week.allocations.allSatisfy { vendor.skills.contains($0.queue) })
        #expect(!week.allocations.contains { $0.queue == Queue.ID("queue-2") })
        outsourced += given
        before = seats
      }
      let byMonth = plan.months.map { $0.ordinary.hours + $0.statutoryHoliday.hours }
      let byWeek = plan.weeks.map { $0.billedOrdinary.hours + $0.billedStatutoryHoliday.hours }
      #expect(agree(byMonth.reduce(0, +), byWeek.reduce(0, +)))
    }
    let required = made.plan.requirement.flatMap { queue in
      made.plan.weeks.indices.map { queue.total(inWeek: $0).hours }
    }
    #expect(outsourced <= 0.3 * required.reduce(0, +) + 0.1)
  }

  @Test("The proven bound is below the objective, within the gap", arguments: [1, 2, 3, 4, 5, 6])
  func bound(seed: UInt64) throws {
    let solve = try halfYear(seed).plan.solve
    let bound = try #require(solve.bound)
    #expect(bound <= solve.objective * (1 + 1e-9))
    #expect(try #require(solve.gap).value <= 0.005)
    #expect(!solve.isLimitReached)
  }

  @Test("The same scenario has the same plan")
  func reproducible() throws {
    #expect(try Case(seed: 3).plan == halfYear(3).plan)
  }

  @Test("Pay recomputed from heads and days is the objective's pay", arguments: [1, 3])
  func pay(seed: UInt64) throws {
    let made = try halfYear(seed)
    var regular = 0.0
    var training = 0.0
    var holidays = 0.0
    for (group, member) in zip(made.plan.groups, made.scenario.staffGroups) {
      guard case .monthly(let salary) = member.wage else { continue }
      for (week, dates) in zip(group.weeks, made.plan.weeks) {
        for date in dates.days {
          let day = salary.approximateMinorUnits / 100 / Double(date.yearMonth.dayCount)
          training += day * week.inTraining.value
          let onContacts = week.heads.value - week.inTraining.value
          if made.scenario.calendar.day(date).kind == .statutoryHoliday {
            holidays += day * onContacts
          } else {
            regular += day * onContacts
          }
        }
      }
    }
    #expect(agree(made.plan.part("regular-pay"), regular))
    #expect(agree(made.plan.part("paid-holiday"), holidays))
    #expect(agree(made.plan.part("training-pay"), training))
  }
}
