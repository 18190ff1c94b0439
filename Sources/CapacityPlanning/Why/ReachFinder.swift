public import BusinessCalendar
public import LinearProgramming
public import Scenarios
public import Staffing
internal import Units

/// Finds by when a target can be met, and which rules are in the way.
public struct ReachFinder: Sendable {
  private let solver: any Solver

  /// A finder that solves with `solver`.
  public init(solver: any Solver) { self.solver = solver }

  /// Whether `queue` can have `target` heads in the week of `date`.
  ///
  /// The smallest set of rules in the way is found by a deletion filter (Chinneck and Dravnieks 1991,
  /// ORSA Journal on Computing 3(2)): each rule in turn is set aside for good where the rest still
  /// contradicts the target. What is left contradicts it, and nothing of it does without the rest.
  /// Which of several such sets is found depends on the order: rules of the policy and of vendors are
  /// tried before those of hiring.
  ///
  /// - Returns: `nil` for a queue that the scenario does not have or nobody can serve, or a date
  ///   outside its horizon.
  /// - Throws: ``CapacityError`` when the solver fails.
  public func reach(
    _ target: Double, on queue: Queue.ID, by date: LocalDate, in scenario: Scenario,
    requirement: StaffingRequirement
  ) throws(CapacityError) -> TargetReach? {
    guard let place = scenario.queues.firstIndex(where: { $0.id == queue }), target > 0,
      target.isFinite
    else { return nil }
    let question = ReachQuestion(
      scenario: scenario, requirement: requirement, queue: place, target: target, solver: solver)
    guard question.hoursPerHead > 0,
      let week = question.calendar.weeks.firstIndex(where: { $0.contains(date) })
    else { return nil }
    let program = question.program(without: [])
    var most: [Headcount] = []
    for earlier in 0..<week { most.append(Headcount(try question.heads(program, earlier))) }
    var found: Int?
    for later in week..<question.calendar.weeks.count {
      let heads = try question.heads(program, later)
      most.append(Headcount(heads))
      if question.isEnough(heads) {
        found = later
        break
      }
    }
    let conflict = found == week ? [] : try conflict(question, week)
    let enough = found == week ? [] : try enough(question, week)
    return TargetReach(
      queue: queue, target: target, by: question.calendar.weeks[week].start,
      hoursPerHead: WorkTime(hours: question.hoursPerHead), most: most, week: week,
      earliest: found.map { question.calendar.weeks[$0].start },
      reliefs: try reliefs(question, week, conflict: conflict, enough: enough ?? []),
      enough: enough)
  }

  /// A set of rules that contradicts the target, none of them to spare; empty where the target cannot
  /// be met without any rule.
  private func conflict(
    _ question: ReachQuestion, _ week: Int
  ) throws(CapacityError) -> [CapacityRule] {
    let all = CapacityRule.all(of: question.scenario)
    guard try question.isMet(week, without: all) else { return [] }
    var kept = all
    for rule in all.reversed() {
      let rest = kept.filter { $0 != rule }
      let aside = all.filter { !rest.contains($0) }
      if try !question.isMet(week, without: aside) { kept = rest }
    }
    return kept
  }

  /// Rules that are enough when set aside together, none to spare; `nil` where all are not enough.
  private func enough(
    _ question: ReachQuestion, _ week: Int
  ) throws(CapacityError) -> [CapacityRule]? {
    var aside = CapacityRule.all(of: question.scenario)
    guard try question.isMet(week, without: aside) else { return nil }
    // Rules of hiring are harder to change by tomorrow than an order to a vendor.
    for rule in aside {
      let rest = aside.filter { $0 != rule }
      if try question.isMet(week, without: rest) { aside = rest }
    }
    return aside
  }

  private func reliefs(
    _ question: ReachQuestion, _ week: Int, conflict: [CapacityRule], enough: [CapacityRule]
  ) throws(CapacityError) -> [TargetReach.Relief] {
    var reliefs: [TargetReach.Relief] = []
    for rule in conflict + enough.filter({ !conflict.contains($0) }) {
      let program = question.program(without: [rule])
      let heads = try question.heads(program, week)
      var date = question.isEnough(heads) ? week : nil
      for later in (week + 1)..<max(week + 1, question.calendar.weeks.count) where date == nil {
        if question.isEnough(try question.heads(program, later)) { date = later }
      }
      reliefs.append(
        TargetReach.Relief(
          rule: rule, heads: Headcount(heads), date: date.map { question.calendar.weeks[$0].start },
          isInTheWay: conflict.contains(rule)))
    }
    return reliefs
  }
}

/// A target, and the programs that try it.
struct ReachQuestion: Sendable {
  let scenario: Scenario
  let requirement: StaffingRequirement
  let queue: Int
  let target: Double
  let solver: any Solver
  let calendar: PlanCalendar
  let hoursPerHead: Double

  init(
    scenario: Scenario, requirement: StaffingRequirement, queue: Int, target: Double,
    solver: any Solver
  ) {
    self.scenario = scenario.with(pins: [])
    self.requirement = requirement
    self.queue = queue
    self.target = target
    self.solver = solver
    let input = CapacityInput(scenario, requirement: requirement)
    calendar = input.calendar
    let groups = input.groupSkills.indices.filter { input.groupSkills[$0].contains(queue) }
    let vendors = input.vendorSkills.indices.filter { input.vendorSkills[$0].contains(queue) }
    let hours =
      groups.isEmpty
      ? vendors.map { input.scenario.vendors[$0].hoursPerSeat.hours }
      : groups.map { input.fullWeekHours($0) }
    hoursPerHead = hours.isEmpty ? 0 : hours.reduce(0, +) / Double(hours.count)
  }

  /// The program in which the queue needs the target in every week and no other queue needs anybody.
  func program(without rules: [CapacityRule]) -> CapacityProgram {
    var input = CapacityInput(scenario.without(rules), requirement: requirement)
    let hours = target * hoursPerHead
    for place in input.required.indices {
      for week in input.required[place].indices {
        for bucket in DayBucket.allCases {
          let share = place == queue ? input.calendar.share(week, bucket) : 0
          input.required[place][week][bucket.place] = hours * share
        }
      }
    }
    let families = Set(CapacityFamily.allCases).subtracting([.endStrength, .pin])
    return CapacityProgram(input, families: families)
  }

  /// The most heads of the queue in a week; a search for whole classes only where fractions of them
  /// would be enough.
  func heads(_ model: CapacityProgram, _ week: Int) throws(CapacityError) -> Double {
    let short = model.short.keys.filter { $0.queue == queue && $0.week == week }
      .map { model.short[$0] }
    func most(_ program: LinearProgram) throws(CapacityError) -> Double {
      var program = program
      program.minimize(short.total())
      let resolver = Resolver(solver: solver)
      guard let found = try resolver.solve(program, from: nil) else { return 0 }
      return max(0, target - max(0, found.objective) / hoursPerHead)
    }
    let fractional = try most(model.relaxation)
    guard isEnough(fractional), model.program.isMixedInteger else { return fractional }
    return try most(model.program)
  }

  /// Whether so many heads are the target.
  func isEnough(_ heads: Double) -> Bool { heads >= target * (1 - 1e-6) }

  func isMet(_ week: Int, without rules: [CapacityRule]) throws(CapacityError) -> Bool {
    isEnough(try heads(program(without: rules), week))
  }
}
