internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

extension Explainer {
  /// When hiring alone brings a group to each level up to `heads`, what stands in the way, and what
  /// deciding earlier would have saved.
  func explainReach(_ id: String, heads: Int) throws(ExplanationError) -> Explanation {
    guard let group = plan.scenario.staffGroup(Identifier(id)),
      let reach = HiringReach(plan.scenario, group: group.id, target: heads)
    else {
      throw .unknown(
        kind: "staff group", name: id, known: plan.scenario.staffGroups.map(\.id.rawValue))
    }
    let path = "staff-groups.\(id).hiring"
    let levels = reach.levels.map { explanation(of: $0, path: path) }
    return Explanation(
      "\(group.name) at \(heads) experienced heads by hiring alone, decided on \(reach.start)",
      value: answer(reach),
      formula: "\(reach.current.value.short) at the start; every class at its largest",
      parts: levels + notices(of: reach))
  }

  /// When the target is reached; of a target beyond the levels that are told apart, when the last of
  /// these is.
  private func answer(_ reach: HiringReach) -> String {
    guard let last = reach.levels.last else { return "from the start" }
    let isTarget = last.heads >= reach.target || last.date == nil
    return isTarget ? when(last) : "\(last.heads) heads \(when(last)); beyond, not looked at"
  }

  private func when(_ level: HiringReach.Level) -> String {
    guard let date = level.date, let week = level.week else { return "never within 78 weeks" }
    return week == 0 ? "from the start" : "not before \(date) (\(weeks(week)))"
  }

  private func weeks(_ count: Int) -> String { count == 1 ? "1 week" : "\(count) weeks" }

  private func explanation(of level: HiringReach.Level, path: String) -> Explanation {
    let because = level.rule.map { "stands in the way: \($0.inWords)" } ?? ""
    let effects = level.effects.map { effect -> Explanation in
      let date = effect.dateWithout.map { "\($0)" } ?? "never"
      let saved = effect.weeksSaved.map { "\(weeks($0)) earlier" } ?? ""
      return Explanation(
        "without \(effect.rule.inWords)", value: date, formula: saved,
        path: "\(path).\(effect.rule.rawValue)")
    }
    return Explanation(
      "\(level.heads) heads", value: when(level), formula: because, parts: effects)
  }

  private func notices(of reach: HiringReach) -> [Explanation] {
    guard reach.missingHeadWeeks > 0 else { return [] }
    let notices = reach.notices.map { notice in
      Explanation(
        "told \(notice.daysEarlier) days earlier",
        value: "\(money(notice.saved)) saved",
        formula: "\(notice.missingHeadWeeks.short) head-weeks missing; each day of that week "
          + "saves \(money(notice.savedPerDay))")
    }
    let price = Money(rounding: reach.priceOfMissingHeadWeek.minorUnitsPerUnit, times: .one)
    return [
      Explanation(
        "missing until then", value: "\(reach.missingHeadWeeks.short) head-weeks",
        formula: "a head-week short costs \(money(price)) in contacts lost", parts: notices)
    ]
  }
}
