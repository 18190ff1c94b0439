internal import BusinessCalendar
internal import CapacityPlanning
internal import Costing
internal import Planning
internal import Scenarios
internal import ShiftScheduling
internal import Units

extension Report {
  /// The answer in one sentence: what stays uncovered in the weeks and in the shifts, and what is
  /// paid.
  var verdict: (text: String, isCovered: Bool) {
    let isScheduled = plan.schedule?.unscheduled.isEmpty ?? true
    let scheduleIsCovered = isScheduled && figures.scheduled?.isCovered ?? true
    return (
      strings(.verdict, coverage, costClause), figures.isCovered && scheduleIsCovered
    )
  }

  func hours(_ value: Double) -> String { DecimalText.fixed(value) }

  private var coverage: String {
    let share = figures.requiredHours > 0 ? figures.shortHours / figures.requiredHours : 0
    let weekly =
      figures.isCovered
      ? strings[.everyWeekCovered]
      : strings(.weeksShort, hours(figures.shortHours), DecimalText.percent(share))
    guard let scheduled = figures.scheduled, scheduled.differs || figures.isCovered,
      !(scheduled.isCovered && figures.isCovered)
    else { return figures.isCovered ? strings[.everythingCovered] : weekly }
    let part = scheduled.required > 0 ? scheduled.short / scheduled.required : 0
    let phrase: Phrase
    if figures.isCovered {
      phrase = .butScheduleShort
    } else {
      phrase = scheduled.short > scheduled.shortByWeek ? .scheduleMoreShort : .scheduleLessShort
    }
    return weekly
      + strings(
        phrase, scheduledWeeks, hours(scheduled.short), hours(scheduled.required),
        DecimalText.percent(part), hours(scheduled.shortByWeek))
  }

  /// "the scheduled week", or how many there are.
  private var scheduledWeeks: String {
    let count = figures.scheduled?.weekCount ?? 0
    return count == 1 ? strings[.theScheduledWeek] : strings(.theScheduledWeeks, "\(count)")
  }

  private var costClause: String {
    guard let beyond = figures.scheduled?.priceBeyondPlan, beyond > 0 else { return planCostClause }
    let price = Money(minorUnits: Int64(min(beyond, 9e18).rounded()))
    return planCostClause + strings(.costBeyondByShifts, money(price), currency.code)
  }

  private var planCostClause: String {
    let priced = plan.cost.total(of: .shortage)
    guard priced != .zero else { return strings(.costClause, money(total), currency.code) }
    let phrase: Phrase =
      switch figures.unhandled {
      case .lost: .costClausePriced
      case .late: .costClauseLate
      case .mixed: .costClauseMixed
      }
    return strings(phrase, money(total), currency.code, money(priced))
  }

  /// What the contacts are called that nobody handles in time.
  var unhandledLabel: String {
    switch figures.unhandled {
    case .lost: strings[.contactsLost]
    case .late: strings[.contactsLate]
    case .mixed: strings[.contactsUnhandled]
    }
  }

  /// Of each vendor, the first day on which somebody has to say yes.
  var vendorAnswers: [String?] {
    plan.capacity.vendors.map { vendor in
      let orders = vendorOrders.filter { $0.vendor == vendor.vendor }
      guard let first = orders.first, let last = orders.last,
        let start = start(ofWeek: first.week)
      else { return nil }
      let sentence = strings(
        .answerOrder, name(of: vendor.vendor), strings.date(first.orderBy), seats(first.added),
        strings.date(start), seats(vendor.weeks.map(\.seats.value).max() ?? 0))
      guard orders.count > 1 else { return sentence }
      return sentence + " " + strings(.answerOrdersMore, strings.date(last.orderBy))
    }
  }

  /// Whole seats: what a person orders or a room has.
  private func seats(_ value: Double) -> String {
    DecimalText.fixed((value - 1e-6).rounded(.up))
  }

  /// Where hours are short before anybody who is hired could help: the question to ask next.
  var reachAnswer: String? {
    guard let queue = queueShortBeforeHelp else { return nil }
    let asked = plan.scenario.staffGroups.filter { $0.skills.contains(queue) }
      .compactMap { group in reach(of: group).map { (group: group, heads: $0) } }
    func missing(_ entry: (group: StaffGroup, heads: Int)) -> Double {
      Double(entry.heads) - entry.group.headcount.map(\.heads).total().value
    }
    guard let most = asked.max(by: { missing($0) < missing($1) }) else { return nil }
    return strings(
      .answerReach, most.group.name, "\(most.heads)",
      "peakplan explain \(scenarioOnCommandLine) reach \(most.group.id.rawValue) \(most.heads)")
  }

  /// The queue with the most hours short in the weeks before anybody hired now could help.
  private var queueShortBeforeHelp: Queue.ID? {
    var worst: (queue: Queue.ID, hours: Double)?
    for queue in plan.scenario.queues {
      let leads = plan.scenario.staffGroups.filter { $0.skills.contains(queue.id) }
        .compactMap { $0.hiring.map { $0.recruitingLeadWeeks + $0.trainingWeeks } }
      let help = max(1, leads.min() ?? .max)
      let hours = plan.capacity.shortages.filter { $0.queue == queue.id && $0.week < help }
        .map(\.netTime).total().hours
      if hours > worst?.hours ?? 0 { worst = (queue.id, hours) }
    }
    return worst?.queue
  }

  /// The scenario's path as a shell takes it; a placeholder where it is not known.
  private var scenarioOnCommandLine: String {
    guard let path = scenarioPath, !path.isEmpty else { return "SCENARIO" }
    let isPlain = path.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || "/._-".unicodeScalars.contains(scalar)
    }
    if isPlain { return path }
    return "'"
      + path.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }

  /// The heads with which a group would carry its queues in their heaviest week, less what other
  /// groups carry there; `nil` where nobody can be hired, nothing is short in the weeks before
  /// hiring helps, or the group has as many already.
  private func reach(of group: StaffGroup) -> Int? {
    guard let hiring = group.hiring else { return nil }
    let lead = hiring.recruitingLeadWeeks + hiring.trainingWeeks
    let isShortEarly = plan.capacity.shortages.contains {
      group.skills.contains($0.queue) && $0.week < max(1, lead)
    }
    let perHead = group.contractHours.hours * group.netShare.value
    guard isShortEarly, perHead > 0 else { return nil }
    let needed = plan.capacity.weeks.indices.map { week -> Double in
      var hours = 0.0
      for queue in plan.capacity.requirement where group.skills.contains(queue.queue) {
        hours += (queue.ordinary.at(week) ?? .zero).hours
        hours += (queue.statutoryHoliday.at(week) ?? .zero).hours
      }
      for other in plan.capacity.groups where other.group != group.id {
        let given = other.weeks.at(week)?.allocations ?? []
        hours -= given.filter { group.skills.contains($0.queue) }.map(\.netTime).total().hours
      }
      return hours
    }
    let heads = ((needed.max() ?? 0) / perHead - 1e-9).rounded(.up)
    let current = group.headcount.map(\.heads).total().value
    return heads > current && heads < 1e6 ? Int(heads) : nil
  }
}
