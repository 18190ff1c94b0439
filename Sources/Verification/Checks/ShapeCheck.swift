internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Staffing
internal import Units

/// The plan has the scenario's weeks, queues, groups and vendors, each once and whole, and
/// shortages and allocations of these alone. What follows can then compare week by week.
struct ShapeCheck {
  let scenario: Scenario
  let requirement: StaffingRequirement
  let plan: CapacityPlan

  func run(_ log: inout CheckLog) {
    let weeks = PlanDays(scenario).weeks
    log.whole(
      plan.weeks.count, .same, weeks.count, unit: "week",
      Subject(.plan, "weeks of the horizon", rule: "a plan has the weeks of the scenario's horizon")
    )
    for (stated, week) in zip(plan.weeks, weeks) {
      log.exactly(
        .date(stated.start), .date(week.start),
        Subject(.plan, "first day of the week", week: week, rule: "weeks follow one another"))
    }
    log.exactly(
      .text(requirement.grid.range.description), .text(scenario.horizon.description),
      Subject(.plan, "horizon of the requirement", rule: "the requirement is of the horizon"))
    ids("groups", plan.groups.map(\.group.rawValue), scenario.staffGroups.map(\.id.rawValue), &log)
    ids("vendors", plan.vendors.map(\.vendor.rawValue), scenario.vendors.map(\.id.rawValue), &log)
    ids("queues", plan.requirement.map(\.queue.rawValue), scenario.queues.map(\.id.rawValue), &log)
    for entry in plan.groups { length(entry.weeks.count, weeks.count, entry.group.rawValue, &log) }
    for entry in plan.vendors {
      length(entry.weeks.count, weeks.count, entry.vendor.rawValue, &log)
      let months = PlanDays(scenario).months
      log.exactly(
        .text(entry.months.map(\.month.description).joined(separator: ", ")),
        .text(months.map(\.description).joined(separator: ", ")),
        Subject(
          .plan, "calendar months", of: entry.vendor.rawValue,
          rule: "a contract has the calendar months that the horizon touches"))
    }
    for entry in plan.requirement {
      length(entry.ordinary.count, weeks.count, entry.queue.rawValue, &log)
      length(entry.statutoryHoliday.count, weeks.count, entry.queue.rawValue, &log)
    }
    references(weeks.count, &log)
  }

  private func references(_ weekCount: Int, _ log: inout CheckLog) {
    var seen: Set<[String]> = []
    for shortage in plan.shortages {
      let key = [shortage.queue.rawValue, "\(shortage.week)", shortage.bucket.rawValue]
      let isKnown =
        scenario.queue(shortage.queue) != nil && (0..<weekCount).contains(shortage.week)
      log.check(
        isKnown && seen.insert(key).inserted,
        Subject(
          .plan, "shortage", of: shortage.queue.rawValue,
          rule: "a shortage is of a queue and a week of the plan, and stated once")
      ) { (.text("week number \(shortage.week)"), .text("a queue and a week, once")) }
    }
    for item in plan.classes {
      log.check(
        scenario.staffGroup(item.group) != nil,
        Subject(
          .plan, "hiring class", of: item.group.rawValue,
          rule: "a class belongs to a group of the scenario")
      ) { (.text("class of \(item.group)"), .text("no such group")) }
    }
  }

  private func ids(
    _ what: String, _ stated: [String], _ expected: [String], _ log: inout CheckLog
  ) {
    log.exactly(
      .text(stated.sorted().joined(separator: ", ")),
      .text(expected.sorted().joined(separator: ", ")),
      Subject(.plan, what, rule: "a plan has the scenario's \(what), each once"))
  }

  private func length(_ stated: Int, _ weeks: Int, _ owner: String, _ log: inout CheckLog) {
    log.whole(
      stated, .same, weeks, unit: "week",
      Subject(.plan, "weeks", of: owner, rule: "everybody has an entry for every week"))
  }
}
