internal import BusinessCalendar
internal import Scenarios
internal import Units

/// The most output that a group can have in each week, when every class that helps is full.
struct HiringCurve: Sendable {
  /// Output of those already there, week by week.
  let staff: [Double]
  /// The most output of hired people, week by week.
  let growth: [Double]

  /// The curve over twice the horizon of ``HiringReach``, so that earlier notice can be read off it.
  init(_ group: StaffGroup, from start: LocalDate) {
    let weeks = (0..<(2 * HiringReach.horizon)).map { Week(start: start).adding(weeks: $0) }
    let model = StaffModel(group, weeks: weeks)
    staff = HiringCurve.output(ofThoseThere: model)
    growth = HiringCurve.growth(model)
  }

  /// The first week with at least `level` heads of output; `nil` for none within the horizon.
  func firstWeek(reaching level: Int) -> Int? {
    (0..<HiringReach.horizon).first { staff[$0] + growth[$0] >= Double(level) - 1e-9 }
  }

  /// Head-weeks missing below `target` until it is first reached without notice, when the decision
  /// was taken `notice` weeks before the start.
  func missing(below target: Int, notice: Int) -> Double {
    let end = firstWeek(reaching: target) ?? HiringReach.horizon
    return (0..<end).reduce(0) { sum, week in
      let later = min(week + notice, growth.count - 1)
      return sum + max(0, Double(target) - staff[week] - growth[later])
    }
  }

  private static func output(ofThoseThere model: StaffModel) -> [Double] {
    var output = [Double](repeating: 0, count: model.weekCount)
    for cohort in model.group.headcount {
      var there = max(0, cohort.heads.value)
      for week in output.indices {
        there *= model.waveKeep[week]
        let age = cohort.tenureWeeks + week + model.trainingWeeks
        output[week] += there * model.proficiency(atAge: age)
        there *= 1 - model.hazard(atTenure: cohort.tenureWeeks + week)
      }
    }
    return output
  }

  /// For each week the best choice of class starts, at most one class a trainer at a time: all
  /// trainers do the same, so it is the best choice of one, times the trainers and the class size.
  private static func growth(_ model: StaffModel) -> [Double] {
    guard let hiring = model.group.hiring else {
      return [Double](repeating: 0, count: model.weekCount)
    }
    let starts = model.classStarts
    let outputs = starts.map { output(ofOneHiredIn: $0, model) }
    let busy = max(1, model.trainingWeeks + model.nestingWeeks)
    let places = Double(max(0, hiring.trainers)) * Double(max(0, hiring.maximumClassSize))
    return (0..<model.weekCount).map { week in
      // best[i]: of the first i possible starts.
      var best = [0.0]
      var free = 0
      for (index, start) in starts.enumerated() {
        guard start <= week else { break }
        while free < index, starts[free] + busy <= start { free += 1 }
        best.append(max(best[index], best[free] + outputs[index][week - start]))
      }
      return places * (best.last ?? 0)
    }
  }

  /// Output of one person who starts in week `start`, by weeks since then.
  private static func output(ofOneHiredIn start: Int, _ model: StaffModel) -> [Double] {
    var there = 1.0
    return (start..<model.weekCount).map { week in
      if week > start { there *= model.waveKeep[week] }
      let output = there * model.proficiency(atAge: week - start)
      there *= 1 - model.hazard(atAge: week - start)
      return output
    }
  }
}

extension StaffGroup {
  /// The group without one of the rules that take time; `nil` when the rule says nothing about it.
  func without(_ rule: HiringReach.Rule) -> StaffGroup? {
    if rule == .attrition {
      return replacing(
        hiring: hiring.map { $0.replacing(washOut: .zero) },
        attrition: Attrition(bands: [], waves: []))
    }
    guard let hiring else { return nil }
    let relaxed: HiringRules
    switch rule {
    case .recruitingLead: relaxed = hiring.replacing(lead: 0)
    case .classCalendar: relaxed = hiring.replacing(calendar: .every(weeks: 1))
    case .training: relaxed = hiring.replacing(training: 0)
    case .ramp: relaxed = hiring.replacing(ramp: .immediate)
    case .classSize: relaxed = hiring.replacing(largestClass: 1_000_000)
    case .trainers: relaxed = hiring.replacing(trainers: 1_000_000)
    case .attrition, .noHiring: return nil
    }
    return replacing(hiring: relaxed, attrition: attrition)
  }

  private func replacing(hiring: HiringRules?, attrition: Attrition) -> StaffGroup {
    var group = self
    group.hiring = hiring
    group.attrition = attrition
    return group
  }
}

extension HiringRules {
  fileprivate func replacing(
    lead: Int? = nil, calendar: ClassCalendar? = nil, trainers: Int? = nil, training: Int? = nil,
    ramp: RampCurve? = nil, largestClass: Int? = nil, washOut: Share? = nil
  ) -> HiringRules {
    var rules = self
    rules.recruitingLeadWeeks = lead ?? recruitingLeadWeeks
    rules.maximumClassSize = largestClass ?? maximumClassSize
    rules.classCalendar = calendar ?? classCalendar
    rules.trainers = trainers ?? self.trainers
    rules.trainingWeeks = training ?? trainingWeeks
    rules.ramp = ramp ?? self.ramp
    rules.washOut = washOut ?? self.washOut
    return rules
  }
}
