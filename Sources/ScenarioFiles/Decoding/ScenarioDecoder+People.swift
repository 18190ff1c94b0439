internal import BusinessCalendar
internal import Foundation
internal import PayRules
internal import Scenarios
internal import Units

extension ScenarioDecoder {
  func staffGroup(
    _ entry: (id: String, reader: MapReader), packs: [RulePack]?, hasPayRules: Bool
  ) -> StaffGroup? {
    let reader = entry.reader
    let name = reader.text("name") ?? entry.id
    let site = reader.text("site")
    if let site {
      _ = context.isKnown(
        site, as: "site", at: reader.span("site"), reader.pathText("site"))
    }
    let skills = reader.references("skills", to: "queue")
    if reader.node["skills"]?.items?.isEmpty ?? false {
      reader.error("skills", "the group can work no queue", hint: "list at least one")
    }
    let hours = reader.workTime("contract-hours")
    let wage = wage(reader)
    let onCost = reader.share("employer-on-cost")
    let headcount = reader.byTenure("headcount").compactMap { entry -> TenureHeads? in
      guard case .count(let heads) = entry.value else { return nil }
      return TenureHeads(tenureWeeks: entry.weeks, heads: Headcount(Double(heads)))
    }
    let shrinkageMap = reader.map("shrinkage")
    let shrinkage = shrinkageMap.flatMap(shrinkage)
    let efficiency = reader.share("schedule-efficiency")
    let attrition = attrition(reader)
    let hiring = reader.map("hiring").flatMap(hiring)
    let overtime = reader.map("overtime").flatMap(overtime)
    if reader.has("overtime"), !hasPayRules {
      reader.error(
        "overtime", "overtime needs pay rules: they say what it costs and how much is allowed",
        hint: "name them at the top with `pay-rules`, or leave overtime out")
    }
    guard let skills, let hours, let wage, let onCost, let shrinkage, let efficiency, let attrition
    else { return nil }
    var group = StaffGroup(
      id: StaffGroup.ID(entry.id), name: name, site: site.map { Site.ID($0) },
      skills: skills.map { Queue.ID($0) }, contractHours: hours, wage: wage, employerOnCost: onCost,
      headcount: headcount, shrinkage: shrinkage, scheduleEfficiency: efficiency,
      attrition: attrition, hiring: hiring, overtime: overtime)
    group.rules = rules(
      reader, shrinkage: shrinkageMap, of: group, limits: employmentLimits(packs))
    return group
  }

  func wage(_ reader: MapReader) -> Wage? {
    guard let (rate, unit) = reader.price("wage") else { return nil }
    if rate == .zero {
      reader.error("wage", "the wage is nothing", hint: "write what is paid: 5200 per month")
      return nil
    }
    if unit == "hour" { return .hourly(HourlyRate(perHour: rate)) }
    let minor = rate.minorUnitsPerUnit
    guard minor.denominator == 1 else {
      reader.error(
        "wage", "a salary has no more digits after the point than the currency",
        hint: "write it as 5200.00 per month")
      return nil
    }
    return .monthly(Money(minorUnits: minor.numerator))
  }

  private func shrinkage(_ reader: MapReader) -> Shrinkage? {
    guard let inside = reader.share("in-office"), let outside = reader.share("out-of-office"),
      let combination = reader.text("combination").flatMap(Shrinkage.Combination.init(rawValue:))
    else { return nil }
    let shrinkage = Shrinkage(inOffice: inside, outOfOffice: outside, combination: combination)
    guard shrinkage.available.value > 1e-9 else {
      log.error(
        at: reader.node.span, reader.pathText, "the shrinkage leaves no time for contacts",
        hint: combination == .additive
          ? "the two parts together must stay below 100 %" : "each part must stay below 100 %")
      return nil
    }
    return shrinkage
  }

  // MARK: - Leaving

  private func attrition(_ reader: MapReader) -> Attrition? {
    var bands: [Attrition.Band] = []
    switch reader.value("attrition") {
    case .attrition(let share, let period):
      bands = [band(from: 0, share, period)]
    case .structure:
      for entry in reader.byTenure("attrition") {
        guard case .attrition(let share, let period) = entry.value else { continue }
        bands.append(band(from: entry.weeks, share, period))
      }
      guard reader.node["attrition"]?.pairs?.count == bands.count else { return nil }
      guard bands.first?.fromTenureWeeks == 0 else {
        reader.error(
          "attrition", "nothing says who leaves in the first weeks",
          hint: "the first rate is from 0 weeks on")
        return nil
      }
    default: return nil
    }
    let waves = departures(reader)
    return Attrition(bands: bands, waves: waves)
  }

  /// A rate *a* for a period of *n* weeks is the hazard 1 − (1 − *a*)^(1/*n*) a week.
  private func band(
    from weeks: Int, _ share: Rational, _ period: AttritionPeriod
  ) -> Attrition.Band {
    let staying = pow(1 - share.doubleValue, 1 / period.weeks)
    let perWeek = period == .week ? share.doubleValue : 1 - staying
    return Attrition.Band(
      fromTenureWeeks: weeks, perWeek: Share(perWeek),
      stated: "\(QuantityText.text(share: share)) per \(period.rawValue)")
  }

  private func departures(_ reader: MapReader) -> [Attrition.Wave] {
    guard let map = reader.map("departures") else { return [] }
    let waves = (map.node.pairs ?? []).compactMap { pair -> Attrition.Wave? in
      guard let date = date(pair, in: map),
        let wave = MapReader(
          pair.value, path: map.path + [pair.key], pattern: "staff-groups.*.departures.*",
          in: context),
        let share = wave.share("share"), let reason = wave.text("reason")
      else { return nil }
      if let horizon = context.horizon, !horizon.contains(date) {
        log.warning(
          at: pair.keySpan, map.pathText, "\(date) is not within the horizon",
          hint: "these departures change nothing in the plan")
      }
      return Attrition.Wave(date: date, share: share, reason: reason)
    }
    return waves.sorted { $0.date < $1.date }
  }

  // MARK: - Joining

  private func hiring(_ reader: MapReader) -> HiringRules? {
    let lead = reader.weeks("recruiting-lead")
    var size: (low: Int, high: Int)?
    if case .countSpan(let low, let high)? = reader.value("class-size") { size = (low, high) }
    let calendar = classCalendar(reader)
    let trainers = reader.count("trainers")
    let training = reader.weeks("training")
    let nesting = reader.weeks("nesting")
    let ramp = ramp(reader)
    let washOut = reader.share("wash-out")
    let perHire = reader.money("cost-per-hire")
    let perClass = reader.money("cost-per-class")
    guard let lead, let size, let calendar, let trainers, let training, let nesting, let ramp,
      let washOut, let perHire, let perClass
    else { return nil }
    if nesting > ramp.count {
      log.warning(
        at: reader.span("ramp"), reader.pathText("ramp"),
        "nesting lasts \(nesting.counted("week")), the ramp says only \(ramp.count)",
        hint: "in the weeks that the ramp leaves out a new hire counts in full")
    }
    var rules = HiringRules(
      recruitingLeadWeeks: lead, minimumClassSize: size.low, maximumClassSize: size.high,
      classCalendar: calendar, trainers: trainers, trainingWeeks: training, nestingWeeks: nesting,
      ramp: RampCurve(weekly: ramp), washOut: washOut, costPerHire: perHire,
      costPerClass: perClass)
    rules.recruitsPerMonth = reader.count("recruits-per-month")
    return rules
  }

  private func classCalendar(_ reader: MapReader) -> HiringRules.ClassCalendar? {
    switch (reader.has("class-every"), reader.has("class-dates")) {
    case (true, false): return reader.weeks("class-every").map { .every(weeks: $0) }
    case (false, true):
      guard let dates = reader.dates("class-dates") else { return nil }
      if let horizon = context.horizon, !dates.contains(where: horizon.contains) {
        log.warning(
          at: reader.span("class-dates"), reader.pathText("class-dates"),
          "no class date is within the horizon", hint: "nobody can be hired in this plan")
      }
      return .dates(dates)
    case (let every, _):
      log.error(
        at: reader.node.span, reader.pathText,
        every
          ? "class-every and class-dates stand side by side"
          : "nothing says when classes may start",
        hint: "write one of class-every: 2 weeks and class-dates: [2026-08-17]")
      return nil
    }
  }

  private func ramp(_ reader: MapReader) -> [Share]? {
    guard let shares = reader.shares("ramp") else { return nil }
    guard shares.count <= 104 else {
      reader.error("ramp", "the ramp has \(shares.count) weeks", hint: "at most 104")
      return nil
    }
    for (before, after) in zip(shares, shares.dropFirst()) where after < before {
      log.warning(
        at: reader.span("ramp"), reader.pathText("ramp"),
        "proficiency falls from \(QuantityText.text(share: before)) to "
          + QuantityText.text(share: after),
        hint: "a ramp usually rises")
      break
    }
    return shares.map { Share($0.doubleValue) }
  }

  private func overtime(_ reader: MapReader) -> OvertimeRules? {
    guard let takeUp = reader.share("take-up"), let productivity = reader.share("productivity")
    else { return nil }
    var rules = OvertimeRules(
      takeUp: takeUp, maximumPerWeek: reader.workTime("per-week"), productivity: productivity)
    rules.timeOffWithinWeeks = reader.weeks("time-off-within")
    if let map = reader.map("fatigue"), let above = map.workTime("above"),
      let tired = map.share("productivity")
    {
      rules.fatigue = Fatigue(above: above, productivity: tired)
      if tired > productivity {
        map.error(
          "productivity", "tired people give more than others do in overtime",
          hint: "write at most the overtime's own productivity")
      }
    }
    return rules
  }
}
