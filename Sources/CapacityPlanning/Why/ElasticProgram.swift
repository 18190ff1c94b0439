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
  /// What is missing from given people and hours, and what is above them, where the rules leave no
  /// way to carry them out.
  private var misfits: [(breach: PlanEvaluation.Breach, slack: Variable)] = []

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
    fixMeasures()
  }

  private var input: CapacityInput { model.input }

  /// The classes that are given, else as few as hold the people.
  private mutating func fixClasses() {
    for key in model.hires.keys {
      let heads = given.hires[key.group][key.week]
      let hiring = input.scenario.staffGroups[key.group].hiring
      fixed.fix(model.hires[key], at: heads)
      let fewest = HandMadePlan.fewestClasses(for: heads, hiring)
      fixed.fix(model.classes[key], at: given.classes[key.group]?[key.week] ?? fewest)
    }
  }

  /// A contract runs in the months in which the plan has seats or says that it runs.
  private mutating func fixSeats() {
    for key in model.seats.keys {
      fixed.fix(model.seats[key], at: given.seats[key.vendor][key.week])
    }
    for key in model.active.keys {
      let weeks = CapacityIndex(input).contractWeeks(key.vendor, key.month)
      let runs = weeks.contains { week in
        given.seats[key.vendor][week] > 0 || given.contracts[key.vendor]?[week] ?? 0 > 0
      }
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

  /// What is given beside hires, seats and overtime: people who are let go, learn or move, leave and
  /// time off. A number that cannot be carried out gives way, and is a breach by so much.
  private mutating func fixMeasures() {
    for key in model.staff.released.keys {
      hold(
        model.staff.released[key], at: given.released[key.group][key.week], key.group, key.week,
        "people of \(input.groupID(key.group)) made redundant", "person", "redundancy")
    }
    for key in model.staff.learning.keys {
      let queue = input.crossTraining(key.group)[key.option].queue
      hold(
        model.staff.learning[key], at: given.learning[key.group][key.option][key.week], key.group,
        key.week, "people of \(input.groupID(key.group)) who begin to learn \(queue)", "person",
        "cross-training.\(queue)")
    }
    for key in model.staff.moving.keys {
      let target = input.transfers(key.group)[key.option].group
      hold(
        model.staff.moving[key], at: given.moving[key.group][key.option][key.week], key.group,
        key.week, "people of \(input.groupID(key.group)) who begin to move to \(target)", "person",
        "transfers.\(target)")
    }
    let hours: [(VariableFamily<GroupWeek>, [[Double]?], String, String)] = [
      (model.staff.leave, given.leave, "leave", "leave"),
      (model.staff.undertime, given.undertime, "voluntary time off", "undertime"),
      (model.staff.taken, given.timeOff, "time off in lieu", "overtime.time-off-within"),
    ]
    for (family, amounts, name, path) in hours {
      for key in family.keys {
        guard let amount = amounts[key.group]?[key.week] else { continue }
        hold(
          family[key], at: amount, key.group, key.week,
          "\(name) of \(input.groupID(key.group))", "hour", path)
      }
    }
    noteUnknown()
  }

  /// Holds a decision at what is given, as far as the rules let it.
  private mutating func hold(
    _ variable: Variable, at amount: Double, _ group: Int, _ week: Int, _ name: String,
    _ unit: String, _ path: String
  ) {
    let rule = "\(name) in \(input.weekName(week))"
    let row = fixed.require(
      "given \(rule)".shortened, variable + LinearExpression() == amount)
    for direction in [1.0, -1.0] {
      let slack = fixed.variable(
        "misfit \(misfits.count + 1)", in: .nonNegative, cost: 0,
        coefficients: [(constraint: row, value: direction)])
      misfits.append(
        (
          PlanEvaluation.Breach(
            week: week,
            rule: direction > 0 ? "fewer than given: \(rule)" : "more than given: \(rule)",
            amount: 0, unit: unit, path: "staff-groups.\(input.groupID(group)).\(path)"), slack
        ))
    }
  }

  /// People and hours in weeks in which nobody can be let go, learn, move or be away.
  private mutating func noteUnknown() {
    let staff = model.staff
    for group in input.staff.indices {
      for week in 0..<input.weekCount {
        let key = GroupWeek(group: group, week: week)
        note(
          given.released[group][week], staff.released.variable(for: key), "redundancies", "person",
          "redundancy", group, week)
        note(
          given.leave[group]?[week] ?? 0, staff.leave.variable(for: key), "leave", "hour", "leave",
          group, week)
        note(
          given.undertime[group]?[week] ?? 0, staff.undertime.variable(for: key),
          "voluntary time off", "hour", "undertime", group, week)
        note(
          given.timeOff[group]?[week] ?? 0, staff.taken.variable(for: key), "time off in lieu",
          "hour", "overtime.time-off-within", group, week)
        for (option, training) in input.crossTraining(group).enumerated() {
          note(
            given.learning[group][option][week],
            staff.learning.variable(for: CrossKey(group: group, option: option, week: week)),
            "time left to learn \(training.queue)", "person", "cross-training.\(training.queue)",
            group, week)
        }
        for (option, transfer) in input.transfers(group).enumerated() {
          note(
            given.moving[group][option][week],
            staff.moving.variable(for: CrossKey(group: group, option: option, week: week)),
            "time left to move to \(transfer.group)", "person", "transfers.\(transfer.group)",
            group, week)
        }
      }
    }
  }

  private mutating func note(
    _ amount: Double, _ variable: Variable?, _ what: String, _ unit: String, _ path: String,
    _ group: Int, _ week: Int
  ) {
    guard variable == nil, amount > 0.005 else { return }
    let id = input.groupID(group)
    impossible.append(
      PlanEvaluation.Breach(
        week: week, rule: "no \(what) for \(id) in \(input.weekName(week))", amount: amount,
        unit: unit, path: "staff-groups.\(id).\(path)"))
  }

  /// The cheapest way to carry out the plan with the least breaches; within a budget where that
  /// breaks no more than without it.
  func solve(
    with solver: any Solver, keeping budget: Money? = nil
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
    least.minimize(
      slacks.total { 1 / max(1e-9, $0.note.draft.perUnit) * $0.slack }
        + misfits.total { 1 * $0.slack })
    let first = try solve(least, with: solver)
    for slack in slacks.map(\.slack) + misfits.map(\.slack) {
      program.setBounds(of: slack, to: 0...(max(0, first[slack]) + 1e-7))
    }
    var second = try solve(program, with: solver)
    if let budget {
      let most = budget.approximateMinorUnits / input.scale
      let cash = model.parts.filter { $0.part.isCash }.map(\.sum).total()
      if second.value(of: cash) > most + 0.005 {
        program.require("the budget", cash <= most)
        second = try Resolver(solver: solver).solve(program, from: nil) ?? second
      }
    }
    let broken = slacks.compactMap { note, slack -> PlanEvaluation.Breach? in
      let amount = second[slack] / max(1e-9, note.draft.perUnit)
      guard amount > 0.05 else { return nil }
      return PlanEvaluation.Breach(
        week: note.draft.weeks.first, rule: note.name, amount: amount, unit: note.draft.unit,
        path: note.draft.path)
    }
    let misfitting = misfits.compactMap { breach, slack -> PlanEvaluation.Breach? in
      guard second[slack] > 0.005 else { return nil }
      return PlanEvaluation.Breach(
        week: breach.week, rule: breach.rule, amount: second[slack], unit: breach.unit,
        path: breach.path)
    }
    return (second, impossible + misfitting + broken)
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
