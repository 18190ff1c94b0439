import GLPK
import LinearProgramming
import PlanningFixtures
import Scenarios
import Synchronization
import Testing
import Units

@testable import CapacityPlanning

/// The way from a relaxation to a plan: rounding, improvement by parts, search.
@Suite("The search for a plan")
struct ImprovementTests {
  private func model(_ fixture: ScenarioFixture) -> CapacityProgram {
    CapacityProgram(fixture.scenario, requirement: fixture.requirement)
  }

  private func search(
    _ model: CapacityProgram, _ options: CapacityOptions = CapacityOptions(),
    solver: any Solver = GLPKSolver(), listener: CapacityPlanner.Listener? = nil
  ) throws -> CapacityOutcome {
    try CapacitySearch(model, solver: solver, options: options, onProgress: listener).run()
  }

  /// Six weeks, one queue, a group with two class dates, a vendor with two contract months.
  private func small(_ seed: UInt64) -> ScenarioFixture {
    var dice = Dice(seed: seed)
    var fixture = ScenarioFixture(weeks: 6)
    fixture.queues = [
      QueueFixture("calls", weeklyHours: (0..<6).map { _ in 80 + 400 * dice.share() })
    ]
    var group = GroupFixture("team", skills: ["calls"], heads: 2 + 2 * dice.share())
    group.hiring = .fixture(sizes: 2...3, calendar: .every(weeks: 3), ramp: [0.6])
    fixture.groups = [group]
    var desk = VendorFixture("desk", skills: ["calls"])
    desk.price = Int64(dice.whole(4500...9000))
    desk.ramp = 2
    desk.minimumSeats = 1
    desk.setUpFee = Money(minorUnits: 50_000)
    fixture.vendors = [desk]
    return fixture
  }

  @Test("A plan satisfies every row, bound and whole number of its program", arguments: 1...3)
  func soundness(seed: UInt64) throws {
    let model = model(.halfYear(seed: seed, weeks: 16, queues: 5))
    let outcome = try search(model)
    let missed = model.program.greatestViolation(of: outcome.solution)
    #expect(missed?.amount ?? 0 <= 1e-6, "\(String(describing: missed))")
    let bound = try #require(outcome.bound)
    #expect(bound <= outcome.solution.objective)
  }

  @Test("Improvement by parts never makes a plan worse, and keeps every row", arguments: 1...3)
  func improvement(seed: UInt64) throws {
    let model = model(.halfYear(seed: seed, weeks: 16, queues: 5))
    let solver = GLPKSolver()
    var options = SolverOptions()
    options.acceptsEmptyRows = true
    let solve = { (program: LinearProgram, basis: Basis?) -> Solution? in
      let solution = try? solver.solve(program, options: options, from: basis)
      return solution?.hasSolution == true ? solution : nil
    }
    let relaxation = try #require(solve(model.relaxation, nil))
    // A poor plan to start from: nobody is hired and no contract runs.
    var idle = model.relaxation
    for variable in model.wholeVariables { idle.fix(variable, at: 0) }
    let start = try #require(
      solve(idle, nil)
        ?? CapacityDive(model, relaxed: model.relaxation, solve: solve).best(from: relaxation))
    let improvement = CapacityImprovement(
      model, relaxation: relaxation, bound: relaxation.objective, goal: 1e-3,
      solve: { program, basis, _ in solve(program, basis) }
    ) { program, gap, _, basis in
      var whole = options
      whole.gap = max(gap, 1e-3)
      whole.presolve = .on
      return .init(
        solution: try? solver.solve(program, options: whole, from: nil), isStopped: false)
    }
    var told: [Double] = []
    let better = improvement.improved(start) { told.append($0.objective) }
    #expect(better.objective <= start.objective)
    #expect(better.objective >= relaxation.objective * (1 - 1e-9))
    #expect(told == told.sorted(by: >))
    let missed = model.program.greatestViolation(of: better)
    #expect(missed?.amount ?? 0 <= 1e-6, "\(String(describing: missed))")
  }

  @Test("The same scenario gives the same plan")
  func determinism() throws {
    let fixture = ScenarioFixture.halfYear(seed: 5, weeks: 16, queues: 5)
    #expect(try plan(fixture) == plan(fixture))
  }

  @Test("A small plan is the best of all whole classes and contracts", arguments: 1...4)
  func exhaustive(seed: UInt64) throws {
    let fixture = small(seed)
    let model = model(fixture)
    var options = SolverOptions()
    options.acceptsEmptyRows = true
    // Classes and contracts one by one; the people in a class are tried in whole numbers too.
    var best = Double.infinity
    var tried = 0
    func enumerate(_ program: LinearProgram, _ left: ArraySlice<Variable>) throws {
      guard let variable = left.first else {
        tried += 1
        let solution = try GLPKSolver().solve(program, options: options)
        if solution.hasSolution { best = min(best, solution.objective) }
        return
      }
      let bounds = model.program.bounds(of: variable)
      for value in Int(bounds.lower)...Int(bounds.upper) {
        var next = program
        next.fix(variable, at: Double(value))
        try enumerate(next, left.dropFirst())
      }
    }
    let whole = model.wholeVariables
    let combinations = whole.reduce(1) {
      $0 * (Int(model.program.bounds(of: $1).upper) + 1)
    }
    try #require(combinations <= 5_000)
    try enumerate(model.relaxation, whole[...])
    let objective = try search(model, CapacityOptions(gap: .zero)).solution.objective
    #expect(tried == combinations)
    #expect(agree(objective, best, within: 1e-6), "\(objective) and \(best) of \(tried)")
  }

  @Test("Whoever ends the search, or its time, gets the plan found so far with its bound")
  func ended() throws {
    let model = model(.halfYear(seed: 2))
    var late = CapacityOptions(gap: .zero)
    late.timeLimit = .nanoseconds(1)
    let stopped = try search(model, CapacityOptions(gap: .zero)) { _ in .stop }
    for outcome in [stopped, try search(model, late)] {
      let bound = try #require(outcome.bound)
      #expect(bound <= outcome.solution.objective)
      #expect(outcome.isLimitReached)
      let missed = model.program.greatestViolation(of: outcome.solution)
      #expect(missed?.amount ?? 0 <= 1e-6)
    }
  }

  @Test("The listener hears ever better plans and the bound beside them")
  func progress() throws {
    let heard = Mutex<[SolverProgress]>([])
    let outcome = try search(model(.halfYear(seed: 3))) { state in
      heard.withLock { $0.append(state) }
      return .proceed
    }
    let states = heard.withLock { $0 }.filter { $0.phase == .search }
    let incumbents = states.compactMap(\.incumbent)
    #expect(!incumbents.isEmpty)
    #expect(zip(incumbents, incumbents.dropFirst()).allSatisfy { $0 * (1 + 1e-6) >= $1 })
    #expect(states.allSatisfy { ($0.bestBound ?? 0) <= outcome.solution.objective * (1 + 1e-6) })
  }

  @Test("Once the bound is known every report has it, and the clock is that of the whole solve")
  func oneClock() throws {
    let heard = Mutex<[SolverProgress]>([])
    _ = try search(model(.halfYear(seed: 3)), solver: TellingSolver()) { state in
      heard.withLock { $0.append(state) }
      return .proceed
    }
    let states = heard.withLock { $0 }
    let bounded = states.drop { $0.bestBound == nil }
    #expect(states.contains { $0.phase == .simplex && $0.bestBound != nil })
    #expect(bounded.allSatisfy { $0.bestBound != nil })
    #expect(zip(states, states.dropFirst()).allSatisfy { $0.elapsed <= $1.elapsed })
  }
}

/// GLPK, which says at the start of each continuous solve that no time has passed yet.
private struct TellingSolver: Solver {
  func solve(
    _ program: LinearProgram, options: SolverOptions, from basis: Basis?
  ) throws(SolverError) -> Solution {
    if options.onProgress != nil {
      _ = options.onProgress?(
        SolverProgress(
          phase: .simplex, elapsed: .zero, iterations: 0, nodes: 0, incumbent: nil, bestBound: nil))
    }
    return try GLPKSolver().solve(program, options: options, from: basis)
  }
}
