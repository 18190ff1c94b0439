internal import BusinessCalendar
internal import LinearProgramming
internal import Scenarios
internal import Units

/// Finds the rules that keep a capacity program from having any plan: each limit may give way at a
/// price, and those that do are named.
struct Contradiction: Sendable {
  private let model: CapacityProgram
  private let solver: any Solver

  init(_ model: CapacityProgram, solver: any Solver) {
    self.model = model
    self.solver = solver
  }

  /// The rules that must give way in the cheapest repair, with how much each must move.
  func rules() throws(CapacityError) -> [ContradictedRule] {
    var program = model.relaxation
    program.minimize(LinearExpression())
    var slacks: [(note: RowNote, slack: Variable)] = []
    for note in model.rows where note.draft.relief != nil {
      let limits = program.limits(of: note.constraint)
      let direction = limits.upper.isFinite ? -1.0 : 1.0
      let slack = program.variable(
        "give in \(slacks.count + 1)", in: .nonNegative,
        cost: 1 / max(1, limits.upper.isFinite ? limits.upper.magnitude : limits.lower.magnitude),
        coefficients: [(constraint: note.constraint, value: direction)])
      slacks.append((note, slack))
    }
    var options = SolverOptions()
    options.acceptsEmptyRows = true
    let solution: Solution
    do {
      solution = try solver.solve(program, options: options)
    } catch {
      throw .solver(error)
    }
    guard solution.hasSolution else {
      return [
        ContradictedRule(
          rule: "the staff's flow", remedy: "check headcount and attrition of the groups",
          path: "staff-groups")
      ]
    }
    return grouped(slacks.map { ($0.note, solution[$0.slack]) }.filter { $0.1 > 1e-6 })
  }

  /// A rule for each limit, that of other weeks and months not repeated.
  private func grouped(_ broken: [(note: RowNote, amount: Double)]) -> [ContradictedRule] {
    var order: [String] = []
    var members: [String: [(note: RowNote, amount: Double)]] = [:]
    for entry in broken {
      let key = entry.note.name.withoutWhen
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(entry)
    }
    return order.compactMap { key in
      guard let same = members[key], let first = same.first else { return nil }
      return rule(first.note, givesWayBy: same.map(\.amount).max() ?? 0, times: same.count)
    }
  }

  private func rule(
    _ note: RowNote, givesWayBy amount: Double, times: Int
  ) -> ContradictedRule {
    let remedy: String
    if note.draft.family == .budget {
      let currency = model.input.scenario.currency
      let budget = model.input.scenario.policy.budget ?? .zero
      let missing = Money(
        minorUnits: Int64((amount * model.input.scale).rounded(.up).bounded(to: 0...9e18)))
      remedy =
        "\(currency.grouped(budget)) is less than what must be paid in any case; raise it by "
        + "\(currency.grouped(missing)) at least"
    } else {
      let units = (amount / note.draft.perUnit * 100).rounded(.up) / 100
      let most = times > 1 ? "up to " : ""
      remedy = "it would have to give way by \(most)\(units.inShort) (\(note.draft.unit))"
    }
    let more = times > 1 ? " and \(times - 1) more" : ""
    return ContradictedRule(rule: note.name + more, remedy: remedy, path: note.draft.path)
  }
}

extension String {
  /// The name of a limit without its week or month at the end, ` in the week of 2026-11-09` or
  /// ` in 2026-11`.
  fileprivate var withoutWhen: String {
    let date = suffix(10)
    let phrase = dropLast(10)
    if LocalDate(iso: String(date)) != nil, phrase.hasSuffix(" the week of ") {
      return String(phrase.dropLast(" the week of ".count))
    }
    guard YearMonth(String(suffix(7))) != nil, dropLast(7).hasSuffix(" in ") else { return self }
    return String(dropLast(11))
  }
}
