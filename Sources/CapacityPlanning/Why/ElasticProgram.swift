internal import LinearProgramming
internal import Scenarios
internal import Units

/// A capacity program with the decisions of a given plan, in which the rules that it breaks give way:
/// first as little as can be, then at the least cost.
struct ElasticProgram: Sendable {
  private let model: CapacityProgram
  private let given: GivenPlan
  private var fixed: LinearProgram
  /// Extra hours that nobody can work: there is no rule for them, or no need.
  private var impossible: [PlanEvaluation.Breach] = []

  /// The families whose rows may give way.
  private static let elastic: Set<CapacityFamily> = [
    .classSize, .trainers, .recruiting, .rooms, .seats, .dayParts, .overtimePerWeek,
    .overtimePerMonth,
    .overtimeRolling, .dispatchedShare, .internShare, .vendorMinimum,
    .vendorSeats, .contractLength, .vendorLearning, .bookedSlots,
  ]

  init(_ model: CapacityProgram, given: GivenPlan) {
    self.model = model
    self.given = given
    fixed = model.relaxation
    for variable in model.clauses.reached.variables { fixed.setKind(of: variable, to: .binary) }
    fixClasses()
    fixSeats()
    fixOvertime()
  }

  private var input: CapacityInput { model.input }

  /// As few classes as hold the people.
  private mutating func fixClasses() {
    for key in model.hires.keys {
      let heads = given.hires[key.group][key.week]
      let most = max(1, input.scenario.staffGroups[key.group].hiring?.maximumClassSize ?? 1)
      fixed.fix(model.hires[key], at: heads)
      fixed.fix(model.classes[key], at: (heads / Double(most) - 1e-9).rounded(.up))
    }
  }

  /// A contract runs in the months in which the plan has seats.
  private mutating func fixSeats() {
    for key in model.seats.keys {
      fixed.fix(model.seats[key], at: given.seats[key.vendor][key.week])
    }
    for key in model.active.keys {
      let weeks = CapacityIndex(input).contractWeeks(key.vendor, key.month)
      let runs = weeks.contains { given.seats[key.vendor][$0] > 0 }
      fixed.fix(model.active[key], at: runs ? 1 : 0)
    }
  }

  private mutating func fixOvertime() {
    for group in input.staff.indices {
      for week in 0..<input.weekCount {
        let hours = given.overtime[group][week]
        let kinds = input.overtime[group][week].compactMap {
          model.extra.variable(for: $0.key(group, week))
        }
        guard kinds.isEmpty else {
          let name = "given overtime of \(input.groupID(group)) in \(input.weekName(week))"
          fixed.require(name.shortened, kinds.total() == hours)
          continue
        }
        guard hours > 0.005 else { continue }
        impossible.append(
          PlanEvaluation.Breach(
            week: week,
            rule: "no overtime for \(input.groupID(group)) in \(input.weekName(week))",
            amount: hours, unit: "overtime hour",
            path: "staff-groups.\(input.groupID(group)).overtime"))
      }
    }
  }

  /// The cheapest way to carry out the plan with the least breaches.
  func solve(
    with solver: any Solver
  ) throws(CapacityError) -> (values: Solution, breaches: [PlanEvaluation.Breach]) {
    var slacks: [(note: RowNote, slack: Variable)] = []
    var program = fixed
    for note in model.rows where ElasticProgram.elastic.contains(note.draft.family) {
      let direction = program.limits(of: note.constraint).upper.isFinite ? -1.0 : 1.0
      let slack = program.variable(
        "give in \(slacks.count + 1)", in: .nonNegative, cost: 0,
        coefficients: [(constraint: note.constraint, value: direction)])
      slacks.append((note, slack))
    }
    var least = program
    least.minimize(slacks.total { 1 / max(1e-9, $0.note.draft.perUnit) * $0.slack })
    let first = try solve(least, with: solver)
    for (_, slack) in slacks {
      program.setBounds(of: slack, to: 0...(max(0, first[slack]) + 1e-7))
    }
    let second = try solve(program, with: solver)
    let broken = slacks.compactMap { note, slack -> PlanEvaluation.Breach? in
      let amount = second[slack] / max(1e-9, note.draft.perUnit)
      guard amount > 0.05 else { return nil }
      return PlanEvaluation.Breach(
        week: note.draft.weeks.first, rule: note.name, amount: amount, unit: note.draft.unit,
        path: note.draft.path)
    }
    return (second, impossible + broken)
  }

  private func solve(
    _ program: LinearProgram, with solver: any Solver
  ) throws(CapacityError) -> Solution {
    guard let found = try Resolver(solver: solver).solve(program, from: nil) else {
      throw .nothingFound("the given plan cannot be carried out")
    }
    return found
  }
}
