internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

/// Hiring classes: whole people within the sizes, on the calendar, after the lead, with trainers,
/// and the dates that follow from the weeks of training, nesting and ramp.
struct ClassCheck: PlanCheck {
  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    for entry in evidence.groups {
      let group = entry.group
      let classes = evidence.plan.classes.filter { $0.group == group.id }
        .sorted { ($0.start, $0.number) < ($1.start, $1.number) }
      for (place, item) in classes.enumerated() {
        let place = (number: place + 1, before: place > 0 ? classes[place - 1].start : nil)
        guard let hiring = group.hiring else {
          log.whole(
            1, .atMost, 0, unit: "class",
            Subject(
              .classes, "hiring class", of: entry.id, week: Week(start: item.start),
              rule: "nobody can be hired into the group"))
          continue
        }
        size(item, hiring, place, &log)
        start(item, group, hiring, evidence.days, &log)
        dates(item, group, hiring, evidence.days, &log)
      }
      if let hiring = group.hiring { trainers(classes, hiring, entry.id, evidence.days, &log) }
    }
  }

  private func size(
    _ item: HiringClass, _ hiring: HiringRules, _ place: (number: Int, before: LocalDate?),
    _ log: inout CheckLog
  ) {
    let (owner, week) = (item.group.rawValue, Week(start: item.start))
    func subject(_ what: String, _ rule: String) -> Subject {
      Subject(.classes, what, of: owner, week: week, rule: rule)
    }
    log.whole(
      item.number, .same, place.number, unit: "",
      subject("number of the class", "a group's classes are numbered from 1 by their start"))
    if let before = place.before {
      log.check(
        before < item.start, subject("start of the class", "classes of one week are one entry")
      ) { (.date(item.start), .text("once")) }
    }
    log.same(
      item.heads.value, as: item.heads.value.rounded(), .heads,
      subject("people in the class", "a class has whole people"))
    log.whole(
      item.parallelClasses, .atLeast, 1, unit: "class",
      subject("classes in parallel", "people start in at least one class"))
    let parallel = Double(max(0, item.parallelClasses))
    log.atMost(
      item.heads.value, parallel * Double(max(0, hiring.maximumClassSize)), .heads,
      subject("people in the class", "a class has at most \(hiring.maximumClassSize) people"))
    log.atLeast(
      item.heads.value, parallel * Double(max(0, hiring.minimumClassSize)), .heads,
      subject("people in the class", "a class has at least \(hiring.minimumClassSize) people"))
  }

  private func start(
    _ item: HiringClass, _ group: StaffGroup, _ hiring: HiringRules, _ days: PlanDays,
    _ log: inout CheckLog
  ) {
    let (owner, week) = (item.group.rawValue, Week(start: item.start))
    let number = days.weeks.firstIndex { $0.start == item.start }
    log.check(
      number != nil,
      Subject(
        .classes, "start of the class", of: owner, week: week,
        rule: "a class starts with a week of the plan")
    ) { (.date(item.start), .text("the first day of a week")) }
    guard let number else { return }
    if let last = group.rules?.employment?.lastDay {
      let contacts = item.start.adding(days: 7 * max(0, hiring.trainingWeeks))
      log.check(
        contacts <= last,
        Subject(
          .classes, "first contacts", of: owner, week: week,
          rule: "a class takes contacts before the group's last day")
      ) { (.date(contacts), .date(last)) }
    }
    let lead = max(0, hiring.recruitingLeadWeeks)
    log.whole(
      number, .atLeast, lead, unit: "week",
      Subject(
        .lead, "weeks before the class", of: owner, week: week,
        rule: "recruiting takes \(lead) weeks from the plan's first day"))
    let onCalendar: (holds: Bool, rule: String) =
      switch hiring.classCalendar {
      case .every(let step):
        (
          number % max(1, step) == 0,
          "classes start every \(max(1, step)) weeks, counted from the first week"
        )
      case .dates(let dates):
        (
          dates.contains { days.weeks[number].contains($0) },
          "classes start in the weeks of the scenario's dates"
        )
      }
    log.check(
      onCalendar.holds,
      Subject(
        .classes, "week of the class", of: owner, week: week, rule: onCalendar.rule)
    ) { (.count(number, unit: "week"), .text("a week of the class calendar")) }
  }

  private func dates(
    _ item: HiringClass, _ group: StaffGroup, _ hiring: HiringRules, _ days: PlanDays,
    _ log: inout CheckLog
  ) {
    let training = max(0, hiring.trainingWeeks)
    let contacts = item.start.adding(days: 7 * training)
    let nested = contacts.adding(days: 7 * max(0, hiring.nestingWeeks))
    let full = max(nested, contacts.adding(days: 7 * hiring.ramp.weekly.count))
    let decided = item.start.adding(days: -7 * max(0, hiring.recruitingLeadWeeks))
    let expected: [(String, LocalDate, LocalDate, String)] = [
      ("decide by", item.decideBy, decided, "the start less the recruiting lead"),
      ("first contacts", item.firstContacts, contacts, "the start plus the weeks of training"),
      ("end of nesting", item.nestingEnds, nested, "first contacts plus the weeks of nesting"),
      ("full speed", item.fullSpeed, full, "first contacts plus the weeks of the ramp curve"),
    ]
    let week = Week(start: item.start)
    for (what, stated, date, rule) in expected {
      log.exactly(
        .date(stated), .date(date),
        Subject(
          what == "decide by" ? .lead : .classes, what, of: item.group.rawValue, week: week,
          rule: rule))
    }
    guard let number = days.weeks.firstIndex(of: week) else { return }
    // Only the class itself, to the week after its training.
    let weeks = (0...(number + min(training, 10_000))).map {
      Week(start: days.weeks[0].start.adding(days: 7 * $0))
    }
    let flow = HeadFlow(
      group, weeks: weeks, classes: [(number, item.heads.value)], headcount: [])
    log.same(
      item.graduates.value, as: flow.weeks.last?.all ?? 0, .heads,
      Subject(
        .classes, "graduates of the class", of: item.group.rawValue, week: week,
        rule: "people of the class less wash-out and attrition in training"))
  }

  /// `Σ classes in training or nesting ≤ trainers`, in every week.
  private func trainers(
    _ classes: [HiringClass], _ hiring: HiringRules, _ owner: String, _ days: PlanDays,
    _ log: inout CheckLog
  ) {
    let busy = max(1, max(0, hiring.trainingWeeks) + max(0, hiring.nestingWeeks))
    for (number, week) in days.weeks.enumerated() {
      let running = classes.filter { item in
        guard let start = days.weeks.firstIndex(where: { $0.contains(item.start) }) else {
          return false
        }
        return start <= number && number < start + busy
      }
      log.whole(
        running.reduce(0) { $0 + min(1_000_000, max(0, $1.parallelClasses)) }, .atMost,
        max(0, hiring.trainers), unit: "trainer",
        Subject(
          .trainers, "classes in training or nesting", of: owner, week: week,
          rule: "each class has a trainer until the end of its nesting"))
    }
  }
}
