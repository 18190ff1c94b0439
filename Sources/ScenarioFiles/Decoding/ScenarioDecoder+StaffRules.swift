internal import BusinessCalendar
internal import PayRules
internal import Scenarios
internal import Units

// What a staff group may have beyond the plain case.
extension ScenarioDecoder {
  func legalEntities(_ top: MapReader) -> [LegalEntity]? {
    let entities = top.entries("legal-entities").compactMap { id, reader -> LegalEntity? in
      guard let others = reader.count("other-staff") else { return nil }
      return LegalEntity(
        id: LegalEntity.ID(id), name: reader.text("name") ?? id,
        otherStaff: Headcount(Double(others)))
    }
    return entities.isEmpty ? nil : entities
  }

  /// The rules of a group; `nil` where it has none.
  func rules(
    _ reader: MapReader, shrinkage: MapReader?, of group: StaffGroup, limits: EmploymentLimits?
  ) -> StaffRules? {
    var rules = StaffRules()
    rules.shrinkageOfWeeks = shrinkage.flatMap { shrinkageOfWeeks($0, of: group) }
    if let map = reader.map("employment") {
      rules.employment = employment(map, of: group, limits: limits, reader)
    }
    rules.redundancy = reader.map("redundancy").flatMap(redundancy)
    rules.leave = reader.map("leave").flatMap(leave)
    rules.undertime = reader.map("undertime").flatMap(undertime)
    rules.transfers = transfers(reader, of: group)
    rules.crossTraining = crossTraining(reader, of: group)
    rules.contributions = reader.map("contributions").flatMap(contributions)
    if reader.text("work-days") == "calendar" { rules.worksByCalendar = true }
    return rules == StaffRules() ? nil : rules
  }

  private func shrinkageOfWeeks(_ reader: MapReader, of group: StaffGroup) -> [ShrinkageOfWeek]? {
    guard let map = reader.map("weeks") else { return nil }
    let weeks = (map.node.pairs ?? []).compactMap { pair -> ShrinkageOfWeek? in
      guard let date = date(pair, in: map),
        let week = MapReader(
          pair.value, path: map.path + [pair.key],
          pattern: "staff-groups.*.shrinkage.weeks.*", in: context)
      else { return nil }
      warnOutsideHorizon(date, pair, map, "this shrinkage changes nothing in the plan")
      let shrinkage = Shrinkage(
        inOffice: week.share("in-office") ?? group.shrinkage.inOffice,
        outOfOffice: week.share("out-of-office") ?? group.shrinkage.outOfOffice,
        combination: group.shrinkage.combination)
      guard shrinkage.available.value > 1e-9 else {
        log.error(
          at: pair.value.span, week.pathText, "the shrinkage leaves no time for contacts",
          hint: "the two parts together must leave something")
        return nil
      }
      return ShrinkageOfWeek(date: date, shrinkage: shrinkage)
    }
    return weeks.isEmpty ? nil : weeks.sorted { $0.date < $1.date }
  }

  func warnOutsideHorizon(
    _ date: LocalDate, _ pair: DocumentNode.Pair, _ map: MapReader, _ hint: String
  ) {
    guard let horizon = context.horizon, !horizon.contains(date) else { return }
    log.warning(
      at: pair.keySpan, map.pathText, "\(date) is not within the horizon", hint: hint)
  }

  // MARK: - Employment

  private func employment(
    _ map: MapReader, of group: StaffGroup, limits: EmploymentLimits?, _ reader: MapReader
  ) -> Employment? {
    guard let kind = map.text("kind").flatMap(Employment.Kind.init(rawValue:)) else { return nil }
    let entity = map.text("legal-entity")
    if let entity {
      _ = context.isKnown(
        entity, as: "legal-entity", at: map.span("legal-entity"), map.pathText("legal-entity"))
    }
    let lastDay = map.date("last-day")
    if let lastDay, let horizon = context.horizon, lastDay < horizon.start {
      map.error(
        "last-day", "\(lastDay) is before the first day of the horizon, \(horizon.start)",
        hint: "leave the group out, or correct the date")
    }
    let contract = map.weeks("contract")
    if let contract { check(contract, map, of: group) }
    check(kind, map, of: group, limits, reader)
    return Employment(
      kind: kind, legalEntity: entity.map { LegalEntity.ID($0) }, lastDay: lastDay,
      contractWeeks: contract, endingCost: map.money("ending-cost") ?? .zero)
  }

  private func check(_ contract: Int, _ map: MapReader, of group: StaffGroup) {
    let training = group.hiring?.trainingWeeks ?? 0
    if contract <= training {
      map.error(
        "contract",
        "the contract of \(contract.counted("week")) ends with the training of "
          + training.counted("week"),
        hint: "a contract must last longer than the training")
    }
    if let old = group.headcount.last(where: { $0.tenureWeeks + training >= contract }) {
      map.error(
        "contract",
        "people of \(old.tenureWeeks.counted("week")) of tenure are beyond a contract of "
          + contract.counted("week"),
        hint: "the contract is counted from the first day of training; take them out of the "
          + "headcount, or make it longer")
    }
  }

  private func check(
    _ kind: Employment.Kind, _ map: MapReader, of group: StaffGroup, _ limits: EmploymentLimits?,
    _ reader: MapReader
  ) {
    if kind == .intern, group.overtime != nil {
      reader.error(
        "overtime", "interns work no overtime, nor on rest days or holidays",
        hint: "leave overtime out")
    }
    if kind == .partTime, let most = limits?.partTimeHours, group.contractHours > most {
      let source = limits?.partTimeSource.map { ", \($0.title), \($0.article)" } ?? ""
      reader.error(
        "contract-hours",
        "part-time people work at most \(most.hours) h a week by law\(source)",
        hint: "write fewer hours, or another kind of employment")
    }
  }

  private func redundancy(_ map: MapReader) -> Redundancy? {
    guard let notice = map.weeks("notice"), let cost = map.money("cost") else { return nil }
    return Redundancy(noticeWeeks: notice, cost: cost, most: map.share("at-most"))
  }

  // MARK: - Interns' pay

  /// Interns are paid at least a share of what others of the same post get, where the law says so.
  func checkInternPay(_ groups: [StaffGroup], _ top: MapReader, _ limits: EmploymentLimits?) {
    guard let limit = limits?.internPay else { return }
    for intern in groups where intern.employmentKind == .intern {
      let others = groups.filter { other in
        other.employmentKind != .intern && !Set(other.skills).isDisjoint(with: intern.skills)
      }
      let least = others.compactMap { $0.hourlyPay }.min()
      guard let least, let pay = intern.hourlyPay, pay < limit.share.value * least - 1e-9
      else { continue }
      let path = "staff-groups.\(intern.id).wage"
      log.warning(
        at: top.span("staff-groups"), path,
        "interns are paid \(Share(pay / least).value.percentText) of the post's pay",
        hint: "\(limit.sentence) (\(limit.source.title), \(limit.source.article))")
    }
  }
}

extension StaffGroup {
  /// The pay of a contract hour in minor units, to compare groups: a salary over 52 weeks of hours.
  fileprivate var hourlyPay: Double? {
    let hours = contractHours.hours
    guard hours > 0 else { return nil }
    switch wage {
    case .hourly(let rate): return rate.perHour.approximateMinorUnits
    case .monthly(let salary): return salary.approximateMinorUnits * 12 / (52 * hours)
    }
  }
}

extension Double {
  fileprivate var percentText: String { "\(Int((self * 100).rounded())) %" }
}
