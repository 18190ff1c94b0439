internal import LinearProgramming
internal import Scenarios

/// What one more unit of a limit saves, by solving again with it.
///
/// A shadow price is the worth of the first fraction of a unit. Where several limits bind together,
/// or the unit is a whole person or a whole class, one more of it gives less: so the limit is made
/// one unit wider, every other class, its people and every contract stay as planned, and the program
/// is solved again; for a place or a trainer the classes of the group are also decided anew, where the
/// program is small. What is found is a plan that can be carried out; deciding everything anew may
/// save more.
struct LimitTrial: Sendable {
  /// The most limits that a plan tries.
  static let most = 12

  let model: CapacityProgram
  /// The program with the plan's classes, their people and its contracts held.
  let held: LinearProgram
  /// What the plan costs, in the program's units of money.
  let cost: Double
  /// Solves a program; `nil` where it has no solution.
  private let solve: @Sendable (LinearProgram) -> Solution?
  /// The plan's whole decisions and a solver, where the classes of one group may be decided anew.
  private var anew: (held: HeldDecisions, resolver: Resolver)?

  /// A trial in the program `held`, which costs `cost` and which `solve` solves.
  init(
    model: CapacityProgram, held: LinearProgram, cost: Double,
    solve: @escaping @Sendable (LinearProgram) -> Solution?
  ) {
    self.model = model
    self.held = held
    self.cost = cost
    self.solve = solve
  }

  /// Lets the classes of a group be decided anew where one of its places or trainers is tried.
  mutating func decideAnew(around held: HeldDecisions, solver: any Solver) {
    anew = (held, Resolver(solver: solver))
  }

  /// What is saved when the classes of a group are decided anew in the changed program.
  private func savedAnew(_ group: Int, _ change: (inout LinearProgram) -> Void) -> Double {
    guard let anew else { return 0 }
    var program = model.holding(anew.held, freeing: .group(group))
    change(&program)
    guard let solution = try? anew.resolver.solve(program, from: nil) else { return 0 }
    return max(0, cost - solution.objective)
  }

  /// What one more unit of each of the dearest limits saves, by the names of their rows, in the
  /// program's units of money: the dearest of each path first, then the others.
  func savings(of limits: [BoundLimit], most: Int = LimitTrial.most) -> [String: Double] {
    var paths: Set<String> = []
    let first = limits.filter { paths.insert($0.constraint.path).inserted }
    let names = Set(first.map(\.constraint.name))
    let ordered = first + limits.filter { !names.contains($0.constraint.name) }
    let rows = Dictionary(
      model.rows.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var savings: [String: Double] = [:]
    for limit in ordered.prefix(max(0, most)) {
      guard let row = rows[limit.constraint.name] else { continue }
      savings[row.name] = saving(of: row)
    }
    return savings
  }

  /// What one more unit of the limit of `row` saves; never less than nothing.
  func saving(of row: RowNote) -> Double {
    if case .group(let group) = row.draft.owner, let week = row.draft.weeks.first {
      let key = GroupWeek(group: group, week: week)
      switch row.draft.family {
      case .trainers: return savingOfTrainer(key)
      case .classSize: return savingOfPlace(row, key)
      default: break
      }
    }
    return saved(by: widened(row))
  }

  /// The program with one more unit of a limit.
  private func widened(_ row: RowNote) -> LinearProgram {
    var program = held
    widen(row, in: &program)
    return program
  }

  private func widen(_ row: RowNote, in program: inout LinearProgram) {
    let limits = model.program.limits(of: row.constraint)
    program.setLimits(
      of: row.constraint,
      to: Bounds(
        lower: limits.lower - row.draft.perUnit, upper: limits.upper + row.draft.perUnit))
  }

  private func saved(by program: LinearProgram) -> Double {
    solve(program).map { max(0, cost - $0.objective) } ?? 0
  }

  /// One person more in a class that is full, or one less where the smallest class binds.
  private func savingOfPlace(_ row: RowNote, _ key: GroupWeek) -> Double {
    guard let hires = model.hires.variable(for: key) else { return 0 }
    let isMost = model.program.limits(of: row.constraint).upper.isFinite
    let people = held.bounds(of: hires).lower + (isMost ? 1 : -1)
    guard people >= 0 else { return 0 }
    var program = widened(row)
    program.fix(hires, at: people)
    let alone = saved(by: program)
    let anew = savedAnew(key.group) { program in
      widen(row, in: &program)
      let most = program.bounds(of: hires).upper
      if isMost { program.setBounds(of: hires, to: Bounds(lower: 0, upper: most + 1)) }
    }
    return max(alone, anew)
  }

  /// One more class of whole people beside the others, for a trainer who is there as long as it runs.
  private func savingOfTrainer(_ key: GroupWeek) -> Double {
    guard let classes = model.classes.variable(for: key),
      let hires = model.hires.variable(for: key),
      let hiring = model.input.scenario.staffGroups[key.group].hiring
    else { return 0 }
    let planned = held.bounds(of: classes).lower
    let people = held.bounds(of: hires).lower
    var program = held
    program.fix(classes, at: planned + 1)
    addTrainer(key, in: &program)
    let least = max(people, Double(max(0, hiring.minimumClassSize)) * (planned + 1))
    let most = Double(max(0, hiring.maximumClassSize)) * (planned + 1)
    var best = 0.0
    if least <= most {
      program.setBounds(of: hires, to: least...most)
      if let free = solve(program), free.objective < cost {
        // People are whole: the whole numbers on both sides of what the program wants.
        let wanted = free[hires]
        for whole in [wanted.rounded(.down), wanted.rounded(.up)] {
          program.fix(hires, at: whole.bounded(to: least...most))
          best = max(best, saved(by: program))
        }
      }
    }
    let anew = savedAnew(key.group) { program in
      addTrainer(key, in: &program)
      let size = Double(max(0, hiring.maximumClassSize))
      for other in busy(key) {
        // A class has at most as many beside it as there are trainers: its bound goes with them.
        let bound = program.bounds(of: model.classes[other]).upper + 1
        program.setBounds(of: model.classes[other], to: 0...bound)
        program.setBounds(of: model.hires[other], to: 0...(bound * size))
      }
    }
    return max(best, anew)
  }

  /// The weeks in which a class may start that shares its trainer with one of `key`.
  private func busy(_ key: GroupWeek) -> [GroupWeek] {
    let staff = model.input.staff[key.group]
    let weeks = key.week..<(key.week + max(1, staff.trainingWeeks + staff.nestingWeeks))
    return model.classes.keys.filter { $0.group == key.group && weeks.contains($0.week) }
  }

  private func addTrainer(_ key: GroupWeek, in program: inout LinearProgram) {
    let weeks = Set(busy(key).map(\.week))
    for row in model.rows
    where row.draft.family == .trainers && row.draft.owner == .group(key.group)
      && row.draft.weeks.contains(where: weeks.contains)
    {
      let limits = model.program.limits(of: row.constraint)
      program.setLimits(
        of: row.constraint, to: Bounds(lower: limits.lower, upper: limits.upper + 1))
    }
  }
}
