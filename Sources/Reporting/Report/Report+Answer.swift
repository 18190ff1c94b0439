internal import BusinessCalendar
internal import CapacityPlanning
internal import Planning
internal import Scenarios
internal import ShiftScheduling
internal import Units

extension Report {
  /// The answer in sentences, the most important first.
  var answers: [String] {
    [
      [
        unscheduledAnswer, peakAnswer, supplyAnswer, shortageAnswer, reachAnswer, intervalAnswer,
        classAnswer,
      ],
      vendorAnswers, [costAnswer, endStrengthAnswer, limitAnswer],
    ].joined().compactMap(\.self)
  }

  /// The weeks that were to be scheduled and are not, because the run was stopped.
  var unscheduledAnswer: String? {
    guard let weeks = plan.schedule?.unscheduled, !weeks.isEmpty else { return nil }
    return strings(.answerUnscheduled, strings.list(weeks.map { strings.date($0.start) }))
  }

  private var peakAnswer: String? {
    guard let peak = figures.peak, let week = figures.heaviestWeek, let start = start(ofWeek: week)
    else { return strings[.noRequirement] }
    return strings(
      .answerPeak, strings.weekdayDate(peak.slot.date), time(peak.slot),
      DecimalText.fixed(peak.positions, decimals: 1), strings.date(start),
      hours(figures.weeks[week].required))
  }

  private var supplyAnswer: String? {
    let supplied = figures.suppliedHours
    guard supplied > 0 else { return nil }
    let parts: [(phrase: Phrase, hours: Double)] = [
      (.shareNormal, figures.weeks.map(\.inHouse).reduce(0, +)),
      (.shareOvertime, figures.weeks.map(\.overtime).reduce(0, +)),
      (.shareVendors, figures.outsourcedHours),
    ]
    // What would read "0.0 %" is left out.
    let shares = parts.filter { $0.hours / supplied >= 0.0005 }
      .map { strings($0.phrase, DecimalText.percent($0.hours / supplied)) }
    return strings(.answerSupply, strings.list(shares))
  }

  private var shortageAnswer: String? {
    guard let week = figures.worstWeek, let start = start(ofWeek: week) else { return nil }
    var byQueue: [(queue: Queue.ID, hours: Double)] = []
    for queue in plan.scenario.queues {
      let short = plan.capacity.shortages.filter { $0.week == week && $0.queue == queue.id }
      byQueue.append((queue.id, short.map(\.netTime).total().hours))
    }
    guard let worst = byQueue.max(by: { $0.hours < $1.hours }) else { return nil }
    let phrase: Phrase =
      switch figures.unhandled {
      case .lost: .contactsAreLost
      case .late: .contactsAreLate
      case .mixed: .contactsAreMixed
      }
    let sentence =
      strings(
        .answerShort, strings.date(start), hours(figures.weeks[week].short), hours(worst.hours),
        name(of: worst.queue))
      + " " + strings(phrase, DecimalText.fixed(figures.contactsLost))
    // Only what stood in the way of the queue that is named.
    let causes = causesInWords(
      of: plan.capacity.shortages.filter { $0.week == week && $0.queue == worst.queue }, limit: 3)
    guard !causes.isEmpty else { return sentence }
    return sentence + " " + strings(.answerCauses, strings.list(causes))
  }

  private var intervalAnswer: String? {
    guard !scheduledDays.isEmpty else { return nil }
    guard let worst = worstIntervals.first else { return strings[.answerIntervalsCovered] }
    return strings(
      worst.shortLater >= 0.05 ? .answerIntervalLater : .answerInterval,
      strings.weekdayDate(worst.date), time(worst.slot),
      DecimalText.fixed(worst.short, decimals: 1),
      DecimalText.fixed(worst.shortLater, decimals: 1))
  }

  private var classAnswer: String? {
    let classes = classesByDecision
    guard let first = classes.first else {
      let canHire = plan.scenario.staffGroups.contains { $0.hiring != nil }
      return canHire ? strings[.answerNoClasses] : nil
    }
    let heads = DecimalText.fixed(classes.map(\.heads).total().value)
    let count = classes.map { max(1, $0.parallelClasses) }.reduce(0, +)
    let isParallel = count > classes.count
    let starts = classes.map(\.start)
    guard classes.count > 1, let earliest = starts.min(), let latest = starts.max() else {
      return strings(
        isParallel ? .answerOneDecision : .answerOneClass, heads, strings.date(first.start),
        strings.date(first.decideBy), "\(count)")
    }
    return strings(
      isParallel ? .answerDecisions : .answerClasses, "\(classes.count)", heads,
      strings.date(earliest), strings.date(latest), strings.date(first.decideBy), "\(count)")
  }

  private var costAnswer: String? {
    guard total != .zero else { return nil }
    var sentences: [String] = []
    if let costPerContact {
      let weeks = plan.capacity.weeks.count
      sentences.append(
        strings(
          weeks == 1 ? .answerCostOfWeek : .answerCost, costPerContact, currency.code, "\(weeks)"))
    }
    if let budget = plan.scenario.policy.budget {
      let phrase: Phrase = total > budget ? .answerOverBudget : .answerUnderBudget
      let difference = total > budget ? total - budget : budget - total
      sentences.append(strings(phrase, money(difference), currency.code))
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  private var costPerContact: String? {
    guard figures.contactsOffered > 0 else { return nil }
    let major = total.approximateMinorUnits / Double(currency.minorUnitsPerMajor)
    return DecimalText.fixed(major / figures.contactsOffered, decimals: 2)
  }

  private var endStrengthAnswer: String? {
    let missing = plan.capacity.missingAtEnd.value
    guard missing >= 0.05 else { return nil }
    return strings(.answerEndStrength, DecimalText.fixed(missing, decimals: 1))
  }

  private var limitAnswer: String? {
    limitSentences.first.map { strings(.answerLimit, $0) }
  }

  /// What one more unit of each limit would save, dearest first; of the same limit in several weeks
  /// only the dearest.
  var limitSentences: [String] {
    var paths: [String] = []
    var sentences: [String] = []
    for limit in plan.capacity.bindingConstraints where !paths.contains(limit.path) {
      paths.append(limit.path)
      let meaning = strings.words(limit.meaning.isEmpty ? limit.name : limit.meaning)
      let isWhole = meaning.hasSuffix(".") || meaning.hasSuffix("。")
      sentences.append(isWhole ? meaning : meaning + strings[.fullStop])
    }
    return sentences
  }

  /// The strip of numbers at the top.
  var keyFigures: [HTMLPage.KeyFigure] {
    let peak = figures.peak.map { "\(strings.weekdayDate($0.slot.date)), \(time($0.slot))" }
    let positions = DecimalText.fixed(figures.peak?.positions ?? 0)
    var keys: [HTMLPage.KeyFigure] = [
      .init(
        strings[.peakRequirement], positions, unit: strings.unit(.positions, for: positions),
        detail: peak ?? "")
    ]
    let worst = figures.worstWeek.flatMap { start(ofWeek: $0) }
    keys.append(
      .init(
        strings[.uncovered], hours(figures.shortHours),
        unit: strings.unit(.netHours, for: hours(figures.shortHours)),
        detail: worst.map { strings(.worstIn, strings.shortDate($0)) } ?? "",
        tone: figures.isCovered ? .good : .alert))
    if let scheduled = figures.scheduled {
      let share = scheduled.required > 0 ? scheduled.short / scheduled.required : 0
      keys.append(
        .init(
          strings[.uncoveredScheduled], hours(scheduled.short),
          unit: strings.unit(.netHours, for: hours(scheduled.short)),
          detail: strings(.shareOfHours, DecimalText.percent(share), hours(scheduled.required)),
          tone: scheduled.isCovered ? .good : .alert))
    }
    keys.append(
      .init(
        strings[.cost], money(total), unit: currency.code,
        detail: budgetShare ?? costPerContact.map { strings(.perContact, $0, currency.code) } ?? "",
        tone: isOverBudget ? .alert : .plain))
    let heads = DecimalText.fixed(plan.capacity.classes.map(\.heads).total().value)
    let decision = classesByDecision.first.map {
      strings(.decideFirstBy, strings.date($0.decideBy))
    }
    keys.append(
      .init(
        strings[.hires], heads, unit: strings.unit(.people, for: heads),
        detail: decision ?? strings[.noHires]))
    keys.append(
      .init(
        strings[.overtime], hours(figures.overtimePaidHours),
        unit: strings.unit(.paidHours, for: hours(figures.overtimePaidHours))))
    let supplied = figures.suppliedHours
    let outsourced = supplied > 0 ? figures.outsourcedHours / supplied : 0
    let billed = hours(figures.vendorBilledHours)
    keys.append(
      .init(
        strings[.outsourced], DecimalText.percent(outsourced),
        detail: "\(billed) \(strings.unit(.billedHours, for: billed))"))
    return keys
  }

  private var isOverBudget: Bool { plan.scenario.policy.budget.map { total > $0 } ?? false }

  private var budgetShare: String? {
    guard let budget = plan.scenario.policy.budget, budget > .zero else { return nil }
    let share = total.approximateMinorUnits / budget.approximateMinorUnits
    return strings(.ofBudget, DecimalText.percent(share))
  }

  /// The key figures as a table.
  var summaryTable: Table {
    var rows = keyFigures.map { figure -> [Cell] in
      [.text(figure.label), .text(figure.value), .text(figure.unit), .text(figure.detail)]
    }
    rows.append([
      .text(strings[.contactsOffered]), .number(figures.contactsOffered),
      .text(strings.unit(.contacts, for: DecimalText.fixed(figures.contactsOffered))),
    ])
    rows.append([
      .text(unhandledLabel), .number(figures.contactsLost),
      .text(strings.unit(.contacts, for: DecimalText.fixed(figures.contactsLost))),
    ])
    return Table(
      name: "summary", title: strings[.summary],
      columns: [
        .init(strings[.figure], key: "figure"), .number(strings[.value], key: "value"),
        .init(strings[.unit], key: "unit"), .init("", key: "detail"),
      ], rows: rows)
  }
}
