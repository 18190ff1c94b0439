internal import BusinessCalendar
internal import CapacityPlanning
internal import Costing
internal import Scenarios
internal import Units

extension Explainer {
  /// The heads of a group in the week of a date.
  func explainGroup(_ id: String, at date: String) throws(ExplanationError) -> Explanation {
    let group = try group(id)
    let (index, week) = try week(of: date)
    let this = group.weeks[index]
    let before =
      index > 0 ? group.weeks[index - 1].heads : group.terms.headcount.map(\.heads).total()
    let path = "staff-groups.\(id)"
    let classes = plan.capacity.classes.filter {
      $0.group == group.terms.id && week.contains($0.start)
    }
    let joined = classes.map { entry in
      Explanation(
        "class \(entry.number), starts on \(entry.start)", value: entry.heads.value.short,
        formula: "ask for class \(id) \(entry.number)", path: "\(path).hiring")
    }
    var parts = [
      Explanation(
        index > 0 ? "the week before" : "when the horizon starts", value: before.value.short,
        path: index > 0 ? "" : "\(path).headcount"),
      Explanation("joined", value: this.joined.value.short, parts: joined),
      Explanation(
        "left", value: this.left.value.short, parts: departures(of: group.terms, week: index)),
      Explanation("in training", value: this.inTraining.value.short, path: "\(path).hiring"),
      Explanation("in nesting", value: this.inNesting.value.short, path: "\(path).hiring"),
      Explanation("on the ramp", value: this.ramping.value.short, path: "\(path).hiring.ramp"),
      Explanation(
        "output in experienced heads", value: this.effectiveHeads.value.short,
        formula: "everybody past training times the proficiency of their tenure",
        path: "\(path).hiring.ramp"),
      regularTime(of: group.terms, week: index, this: this),
    ]
    parts += this.overtime.map { overtimeExplanation($0, of: group.terms, week: week) }
    parts += plan.cost.lines.filter {
      $0.category == .shiftDifferential && $0.supplier == group.terms.id.rawValue
        && week.contains($0.date)
    }.map(explanation(of:))
    parts += (this.measures?.entries ?? []).map { measure($0, path: path) }
    parts += given(this.allocations, path: path)
    return Explanation(
      "heads of \(group.terms.name) in the week of \(week.start)", value: this.heads.value.short,
      formula: "\(before.value.short) + \(this.joined.value.short) joined "
        + "− \(this.left.value.short) left",
      parts: parts)
  }

  private func regularTime(
    of group: StaffGroup, week index: Int, this: GroupPlan.WeekPlan
  ) -> Explanation {
    let days = ordinaryDays(of: plan.capacity.weeks[index], group: group)
    let netShare = group.netShare(in: plan.capacity.weeks[index])
    let shrinkage = group.shrinkage(in: plan.capacity.weeks[index])
    let each = group.contractHours.hours * Double(days) / 7 * netShare.value
    let all = each * this.effectiveHeads.value
    let missing = all - this.regularNetTime.hours
    let unseated = missing > 0.05 ? " − \(missing.short) h of those without a seat" : ""
    return Explanation(
      "regular net time on ordinary days", value: "\(this.regularNetTime.hours.short) h",
      formula: "\(this.effectiveHeads.value.short) experienced heads × "
        + "\(group.contractHours.hours.short) contract hours × \(days) of 7 days × "
        + "\(netShare.value.percent) net share\(unseated)",
      path: "staff-groups.\(group.id).shrinkage",
      parts: [
        Explanation(
          "net share", value: netShare.value.percent,
          formula: "what shrinkage leaves, \(shrinkage.available.value.percent) "
            + "(\(shrinkage.outOfOffice.value.percent) out of office and "
            + "\(shrinkage.inOffice.value.percent) in the office, "
            + "\(shrinkage.combination.rawValue)), × "
            + "schedule efficiency \(group.scheduleEfficiency.value.percent)",
          path: "staff-groups.\(group.id).schedule-efficiency")
      ])
  }

  private func ordinaryDays(of week: Week, group: StaffGroup) -> Int {
    week.days.count { plan.scenario.calendar.day($0).kind != .statutoryHoliday }
  }

  func given(_ allocations: [Allocation], path: String) -> [Explanation] {
    allocations.map {
      Explanation(
        "net hours for \(name(of: $0.queue)) on \(days($0.bucket))",
        value: "\($0.netTime.hours.short) h", path: path)
    }
  }

  /// Who left, by reason.
  private func departures(of group: StaffGroup, week index: Int) -> [Explanation] {
    guard let all = Departures(of: group, in: plan.capacity), all.weeks.indices.contains(index)
    else { return [] }
    let path = "staff-groups.\(group.id)"
    return all.weeks[index].map { part in
      let share = part.of.value > 0 ? part.heads.value / part.of.value : 0
      let of = "\(part.of.value.short) × \(share.percent)"
      switch part.reason {
      case .washOut:
        return Explanation(
          "lost in training", value: part.heads.value.short, formula: of,
          path: "\(path).hiring.wash-out")
      case .attrition(let from):
        let band = group.attrition.bands.last { $0.fromTenureWeeks <= from }
        let stated = band.map { ": \($0.stated)" } ?? ""
        return Explanation(
          "attrition from \(from.counted("week")) of tenure on", value: part.heads.value.short,
          formula: "\(of) a week\(stated)", path: "\(path).attrition")
      case .wave:
        let waves = group.attrition.waves.filter { plan.capacity.weeks[index].contains($0.date) }
        let reasons = waves.map(\.reason).joined(separator: ", ")
        return Explanation(
          "known departures (\(reasons))", value: part.heads.value.short, formula: of,
          path: "\(path).departures")
      case .contractEnd:
        return Explanation(
          "end of the contract", value: part.heads.value.short, path: "\(path).employment")
      case .redundancy:
        return Explanation(
          "made redundant", value: part.heads.value.short,
          formula: "cheaper than keeping them for what is left of the horizon",
          path: "\(path).redundancy")
      case .transfer:
        return Explanation(
          "moved to another group", value: part.heads.value.short, path: "\(path).transfers")
      }
    }
  }

  // MARK: All groups

  func explainPeople(at date: String) throws(ExplanationError) -> Explanation {
    let (index, week) = try week(of: date)
    let groups = plan.capacity.groups.filter { $0.weeks.indices.contains(index) }
    func part(_ name: String, _ value: (GroupPlan.WeekPlan) -> Headcount) -> Explanation {
      Explanation(
        name, value: groups.map { value($0.weeks[index]) }.total().value.short,
        formula: groups.map { value($0.weeks[index]).value.short }.joined(separator: " + "))
    }
    let each = groups.compactMap {
      try? explainGroup($0.group.rawValue, at: "\(week.start)")
    }
    return Explanation(
      "heads of all groups in the week of \(week.start)",
      value: groups.map { $0.weeks[index].heads }.total().value.short,
      formula: groups.map { $0.weeks[index].heads.value.short }.joined(separator: " + "),
      parts: [
        part("in training", \.inTraining), part("in nesting", \.inNesting),
        part("on the ramp", \.ramping), part("joined", \.joined), part("left", \.left),
        part("output in experienced heads", \.effectiveHeads),
      ] + each)
  }

  // MARK: Overtime

  func explainOvertime(_ id: String, at date: String) throws(ExplanationError) -> Explanation {
    let group = try group(id)
    let (index, week) = try week(of: date)
    let this = group.weeks[index].overtime
    let limits = plan.capacity.bindingConstraints.filter { limit in
      ["overtime-per-week", "overtime-per-month"].contains(limit.family)
        && limit.name.split(separator: " ").contains(Substring(id))
        && (limit.week.map { $0 == index } ?? isOfMonth(limit.name, touching: week))
    }
    let months = Set(week.days.map { YearMonth(of: $0) }).sorted()
    return Explanation(
      "overtime of \(group.terms.name) in the week of \(week.start)",
      value: "\(this.map(\.paidTime).total().hours.short) h paid",
      formula: "\(this.map(\.netTime).total().hours.short) h net on contacts",
      parts: this.map { overtimeExplanation($0, of: group.terms, week: week) }
        + months.compactMap { monthExplanation($0, of: group.terms) }
        + limits.map(limitExplanation))
  }

  /// Whether the row of a month's limit, "… in 2026-11" or "… in 2026-11 up to the week of
  /// 2026-11-09", counts the hours of `week`.
  private func isOfMonth(_ row: String, touching week: Week) -> Bool {
    let words = row.split(separator: " ")
    let months = words.compactMap { YearMonth(String($0)) }
    guard months.contains(where: { month in week.days.contains { YearMonth(of: $0) == month } })
    else { return false }
    return words.last.flatMap { LocalDate(String($0)) }.map { $0 >= week.start } ?? true
  }

  /// The pay rules' limit of a month, and how much of it is used.
  private func monthExplanation(_ month: YearMonth, of group: StaffGroup) -> Explanation? {
    guard let overtime = MonthlyOvertime(of: group, in: month, of: plan.capacity, plan.scenario)
    else { return nil }
    let people = overtime.people.value
    let each = people > 0 ? overtime.worked.hours / people : 0
    let part =
      overtime.allowance == overtime.limit
      ? "" : ", \(overtime.allowance.hours.short) h for its days within the horizon"
    return Explanation(
      "limit of \(month), a person", value: "\(overtime.limit.hours.short) h\(part)",
      formula: "\(overtime.worked.hours.short) h paid of the group in the month, by the days of "
        + "its weeks: \(each.short) h for each of \(people.short) people who agree to overtime",
      path: "pay-rules")
  }

  private func overtimeExplanation(
    _ overtime: PaidOvertime, of group: StaffGroup, week: Week
  ) -> Explanation {
    let path = "staff-groups.\(group.id).overtime"
    let paid = overtime.paidTime.hours
    let net = overtime.netTime.hours
    let perHour = paid > 0 ? net / paid : 0
    var parts = [
      Explanation(
        "net hours a paid hour", value: perHour.precise,
        formula:
          "net share \(group.netShare(in: week).value.percent), × productivity where it is tired work",
        path: "\(path).productivity")
    ]
    if let agree = group.overtime?.takeUp {
      parts.append(
        Explanation("people who agree to it", value: agree.value.percent, path: "\(path).take-up"))
    }
    let line = plan.cost.lines.first { line in
      line.supplier == group.id.rawValue
        && line.date == overtime.lawDate(inWeekFrom: week.start) && isExtraWork(line.category)
        && line.quantity == Quantity(overtime.paidTime)
    }
    if let line { parts.append(explanation(of: line)) }
    let kind = line.map { lower(words.name(of: $0.category)) } ?? "overtime"
    return Explanation(
      "\(kind), pay class \(overtime.payClass)", value: "\(paid.short) h paid",
      formula: "\(net.short) h net on contacts", path: path, parts: parts)
  }

  private func isExtraWork(_ category: CostCategory) -> Bool {
    [.overtime, .restDayWork, .holidayWork].contains(category)
  }

  // MARK: Classes

  func explainClass(_ id: String, _ name: String) throws(ExplanationError) -> Explanation {
    let group = try group(id).terms
    let classes = plan.capacity.classes.filter { $0.group == group.id }
    let found = classes.first { "\($0.number)" == name || "\($0.start)" == name }
    guard let entry = found, let hiring = group.hiring else {
      throw .unknown(
        kind: "hiring class of \(id)", name: name,
        known: classes.map { "\($0.number) (starts \($0.start))" })
    }
    let path = "staff-groups.\(id).hiring"
    let lost = entry.heads.value - entry.graduates.value
    let parallel = entry.parallelClasses
    let steps = [
      Explanation(
        "decide by", value: "\(entry.decideBy)",
        formula: "start − \(hiring.recruitingLeadWeeks.counted("week")) of recruiting",
        path: "\(path).recruiting-lead"),
      Explanation(
        "training starts", value: "\(entry.start)", path: classCalendarPath(hiring, path)),
      Explanation(
        "first contacts", value: "\(entry.firstContacts)",
        formula: "start + \(hiring.trainingWeeks.counted("week")) of training",
        path: "\(path).training"),
      Explanation(
        "nesting ends", value: "\(entry.nestingEnds)",
        formula: "first contacts + \(hiring.nestingWeeks.counted("week"))",
        path: "\(path).nesting"),
      Explanation("full speed", value: "\(entry.fullSpeed)", path: "\(path).ramp"),
      Explanation(
        parallel == 1 ? "class" : "classes in parallel, a trainer each", value: "\(parallel)",
        path: "\(path).trainers"),
      Explanation(
        "finish training", value: entry.graduates.value.short,
        formula: "\(entry.heads.value.short) − \(lost.short) lost in training, "
          + "\(hiring.washOut.value.percent) of them to wash-out, the rest to attrition",
        path: "\(path).wash-out"),
    ]
    return Explanation(
      "hiring class \(entry.number) of \(group.name)",
      value: entry.heads.value.counted("head", digits: 0),
      formula: parallel == 1
        ? "the least cost of hiring, vendors, overtime and what is short, together"
        : "\(parallel) classes in parallel, decided together",
      path: path,
      parts: steps + outlook(of: entry, in: group)
        + [reasonForStart(entry, group), reasonForSize(entry, hiring, path)]
        + limits(of: entry, group) + [classCost(entry, group)])
  }

  private func classCalendarPath(_ hiring: HiringRules, _ path: String) -> String {
    if case .every = hiring.classCalendar { "\(path).class-every" } else { "\(path).class-dates" }
  }

  private func outlook(of entry: HiringClass, in group: StaffGroup) -> [Explanation] {
    guard let outlook = ClassOutlook(of: entry, in: group, plan: plan.capacity) else { return [] }
    let weeks = outlook.weeks.map { week -> Explanation in
      let stage =
        week.isTraining ? "in training" : week.isNesting ? "in nesting" : "on contacts"
      return Explanation(
        "week of \(plan.capacity.weeks[week.week].start)",
        value: week.productive.value.short,
        formula: "\(week.heads.value.short) still there, \(stage), × "
          + week.proficiency.value.percent)
    }
    return [
      Explanation(
        "productive heads by week", value: outlook.weeks.last?.productive.value.short ?? "0",
        formula: "at the end of the horizon; people still there × proficiency",
        path: "staff-groups.\(group.id).attrition", parts: weeks)
    ]
  }

  /// Why the class starts when it does: the first week whose work it is for, and what the starts
  /// before and after it would mean.
  private func reasonForStart(_ entry: HiringClass, _ group: StaffGroup) -> Explanation {
    let weeks = plan.capacity.weeks
    let own = plan.capacity.groups.first { $0.group == group.id }?.weeks ?? []
    let use = weeks.indices.filter { index in
      guard weeks[index].end > entry.firstContacts, own.indices.contains(index) else {
        return false
      }
      let used = own[index].allocations.map(\.netTime).total().hours
      let overtime = own[index].overtime.map(\.netTime).total().hours
      return used - overtime >= own[index].regularNetTime.hours * 0.999 && used > 0
    }
    let outlook = ClassOutlook(of: entry, in: group, plan: plan.capacity)
    let starts = outlook?.possibleStarts ?? []
    let place = weeks.firstIndex { $0.contains(entry.start) }
    var parts: [Explanation] = []
    if let earlier = starts.last(where: { $0 < place ?? 0 }) {
      parts.append(
        Explanation(
          "the start before it", value: "\(weeks[earlier].start)",
          formula: "would be paid \(((place ?? 0) - earlier).counted("week")) longer"))
    } else {
      parts.append(
        Explanation(
          "the start before it", value: "none",
          formula: "no class can start earlier within the horizon: recruiting takes "
            + "\((group.hiring?.recruitingLeadWeeks ?? 0).counted("week")) from \(weeks.first?.start ?? entry.start)",
          path: "staff-groups.\(group.id).hiring.recruiting-lead"))
    }
    if let later = starts.first(where: { $0 > place ?? .max }) {
      let contacts = weeks[later].start.adding(days: 7 * (group.hiring?.trainingWeeks ?? 0))
      parts.append(
        Explanation(
          "the start after it", value: "\(weeks[later].start)",
          formula: "first contacts only on \(contacts)"))
    } else {
      parts.append(
        Explanation(
          "the start after it", value: "none",
          formula: "a later class takes no contacts within the horizon"))
    }
    let first = use.first.map { "\(weeks[$0].start)" } ?? "none within the horizon"
    return Explanation(
      "first week in which every hour of the group is used, once the class takes contacts",
      value: first,
      formula: "\(use.count.counted("week")) like it up to the end of the horizon", parts: parts)
  }

  private func reasonForSize(
    _ entry: HiringClass, _ hiring: HiringRules, _ path: String
  ) -> Explanation {
    let heads = Int(entry.heads.value.rounded())
    let least = hiring.minimumClassSize * entry.parallelClasses
    let most = hiring.maximumClassSize * entry.parallelClasses
    let why =
      heads >= most
      ? "as many as fit: one more would need another class"
      : heads <= least
        ? "as few as a class may have" : "between the two, as many as pay for themselves"
    return Explanation(
      "smallest and largest", value: "\(least) to \(most)", formula: why,
      path: "\(path).class-size")
  }

  /// The limits that bind on this class: its places, its trainers, the lead of recruiting.
  private func limits(of entry: HiringClass, _ group: StaffGroup) -> [Explanation] {
    let week = plan.capacity.weeks.firstIndex { $0.contains(entry.start) }
    let trainers = plan.capacity.weeks.indices.filter { index in
      let last = entry.nestingEnds
      return plan.capacity.weeks[index].start < last
        && plan.capacity.weeks[index].end > entry.start
    }
    let found = plan.capacity.bindingConstraints.filter { limit in
      guard limit.path.hasPrefix("staff-groups.\(group.id).") else { return false }
      switch limit.family {
      case CapacityFamily.classSize.rawValue: return limit.week == week
      case CapacityFamily.trainers.rawValue:
        return limit.week.map(trainers.contains) ?? false
      default: return false
      }
    }
    let after = plan.capacity.bindingConstraints.first { limit in
      limit.path.hasPrefix("staff-groups.\(group.id).") && limit.unit == "head"
        && (limit.week.map { plan.capacity.weeks[$0].end > entry.firstContacts } ?? false)
    }
    let head = after.map { [limitExplanation($0)] } ?? []
    let all = found.map(limitExplanation) + head
    guard all.isEmpty else { return all }
    return [
      Explanation(
        "limits that bind on it", value: "none",
        formula: "neither places nor trainers nor heads have a shadow price of their own")
    ]
  }

  private func classCost(_ entry: HiringClass, _ group: StaffGroup) -> Explanation {
    guard let hiring = group.hiring else { return Explanation("cost", value: "–") }
    let path = "staff-groups.\(group.id)"
    let recruiting = Money(
      quantity: Quantity(entry.heads.value), at: UnitPrice(hiring.costPerHire))
    let rooms = Money(
      quantity: Quantity(Double(entry.parallelClasses)), at: UnitPrice(hiring.costPerClass))
    var pay = Money.zero
    var headWeeks = 0.0
    var due = Money.zero
    if let outlook = ClassOutlook(of: entry, in: group, plan: plan.capacity) {
      for week in outlook.weeks where week.isTraining {
        headWeeks += week.heads.value
        pay += Money(
          quantity: Quantity(week.heads.value),
          at: group.pay(forHeadIn: plan.capacity.weeks[week.week]))
        if let rules = group.rules?.contributions {
          due += Money(
            quantity: Quantity(week.heads.value),
            at: rules.perHead(in: plan.capacity.weeks[week.week]))
        }
      }
    }
    let contributions = Money(
      quantity: Quantity(1), at: UnitPrice(pay), times: group.contributionFactor)
    return Explanation(
      "cost until it takes contacts", value: money(recruiting + rooms + pay + contributions + due),
      formula: "the sum of what follows",
      parts: [
        Explanation(
          "recruiting", value: money(recruiting),
          formula: "\(entry.heads.value.counted("head", digits: 0)) × \(money(hiring.costPerHire))",
          path: "\(path).hiring.cost-per-hire"),
        Explanation(
          "trainers and rooms", value: money(rooms),
          formula: "\(entry.parallelClasses.counted("class")) × \(money(hiring.costPerClass))",
          path: "\(path).hiring.cost-per-class"),
        Explanation(
          "pay in training", value: money(pay),
          formula: "\(headWeeks.short) head-weeks at the week’s part of the wage",
          path: "\(path).wage"),
        Explanation(
          "employer’s contributions on it", value: money(contributions),
          formula: "\(money(pay)) × \(group.employerOnCost.value.percent)",
          path: "\(path).employer-on-cost"),
      ]
        + (due == .zero
          ? []
          : [
            Explanation(
              "employer’s contributions on last year’s pay", value: money(due),
              formula: "\(headWeeks.short) head-weeks at the week’s part of a month’s",
              path: "\(path).contributions")
          ]))
  }
}
