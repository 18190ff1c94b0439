import Foundation
import GLPK
import LinearProgramming
import TestSupport
import Testing

/// Williams, Model Building in Mathematical Programming, section 12.5: a firm moves from unskilled
/// to skilled staff over three years.
enum Skill: CaseIterable { case unskilled, semiskilled, skilled }

/// The model built from the published data.
struct Manpower {
  var program = LinearProgram("manpower planning")
  let redundancy: LinearExpression
  let cost: LinearExpression

  init() {
    let years = 1...3
    let now: [Skill: Double] = [.unskilled: 2000, .semiskilled: 1500, .skilled: 1000]
    let need: [Skill: [Double]] = [
      .unskilled: [1000, 500, 0], .semiskilled: [1400, 2000, 2500], .skilled: [1000, 1500, 2000],
    ]
    /// What is left of old staff and of recruits after a year.
    let stays: [Skill: Double] = [.unskilled: 0.9, .semiskilled: 0.95, .skilled: 0.95]
    let recruitsStay: [Skill: Double] = [.unskilled: 0.75, .semiskilled: 0.8, .skilled: 0.9]
    let mostRecruits: [Skill: Double] = [.unskilled: 500, .semiskilled: 800, .skilled: 500]
    let severance: [Skill: Double] = [.unskilled: 200, .semiskilled: 500, .skilled: 500]
    let surplusCost: [Skill: Double] = [.unskilled: 1500, .semiskilled: 2000, .skilled: 3000]
    let shortTimeCost: [Skill: Double] = [.unskilled: 500, .semiskilled: 400, .skilled: 400]
    func of(_ table: [Skill: Double], _ skill: Skill) -> Double { table[skill] ?? 0 }

    let skills = Skill.allCases
    let staff = program.variables("staff", over: skills, and: 0...3) { skill, year in
      year == 0 ? .fixed(of(now, skill)) : .nonNegative
    }
    let hired = program.variables("hired", over: skills, and: years) { skill, _ in
      .between(0, of(mostRecruits, skill))
    }
    let laidOff = program.variables("laid off", over: skills, and: years)
    let shortTime = program.variables("short time", over: skills, and: years, upper: 50)
    let surplus = program.variables("surplus", over: skills, and: years)
    let toSemiskilled = program.variables("retrained to semiskilled", over: years, upper: 200)
    let toSkilled = program.variables("retrained to skilled", over: years)
    let skilledToSemi = program.variables("skilled to semiskilled", over: years)
    let skilledToUnskilled = program.variables("skilled to unskilled", over: years)
    let semiToUnskilled = program.variables("semiskilled to unskilled", over: years)

    for year in years {
      for skill in skills {
        // Half of those who are downgraded leave; retraining loses as many as any year's work.
        let moved: LinearExpression
        switch skill {
        case .unskilled:
          moved = 0.5 * (skilledToUnskilled[year] + semiToUnskilled[year]) - toSemiskilled[year]
        case .semiskilled:
          let arriving = 0.95 * toSemiskilled[year] + 0.5 * skilledToSemi[year]
          moved = arriving - toSkilled[year] - semiToUnskilled[year]
        case .skilled:
          let leaving = skilledToSemi[year] + skilledToUnskilled[year]
          moved = 0.95 * toSkilled[year] - leaving
        }
        let kept = of(stays, skill) * staff[skill, year - 1]
        let new = of(recruitsStay, skill) * hired[skill, year]
        program.require(
          "\(skill) staff of year \(year)",
          staff[skill, year] == kept + new + moved - laidOff[skill, year])
        let working = staff[skill, year] - 0.5 * shortTime[skill, year] - surplus[skill, year]
        program.require(
          "\(skill) work of year \(year)", working == (need[skill] ?? [])[year - 1])
      }
      program.require(
        "retraining of year \(year)", toSkilled[year] <= 0.25 * staff[.skilled, year])
      program.require(
        "surplus of year \(year)", skills.total { surplus[$0, year] } <= 150)
    }

    redundancy = laidOff.total
    let perSkill = skills.total { skill in
      years.total { year in
        of(severance, skill) * laidOff[skill, year]
          + of(shortTimeCost, skill) * shortTime[skill, year]
          + of(surplusCost, skill) * surplus[skill, year]
      }
    }
    cost = perSkill + 400 * toSemiskilled.total + 500 * toSkilled.total
  }
}

@Suite("Williams' manpower planning")
struct ManpowerTests {
  @Test("Least redundancy: 841.796875, built through the typed layer")
  func leastRedundancy() throws {
    var model = Manpower()
    model.program.minimize(model.redundancy)
    let solution = try GLPKSolver().solve(model.program)
    #expect(solution.meaning == .optimal)
    #expect(abs(solution.objective - 841.796875) < 1e-6)
  }

  @Test("Least cost: 498,677.2853, built through the typed layer")
  func leastCost() throws {
    var model = Manpower()
    model.program.minimize(model.cost)
    let solution = try GLPKSolver().solve(model.program)
    #expect(abs(solution.objective - 498_677.2853) < 1e-4)
    // Through LP and MPS text it is the same.
    let lp = try GLPKSolver().solve(try LinearProgram(lp: model.program.lpText))
    #expect(abs(lp.objective - 498_677.2853) < 1e-4)
    let mps = try GLPKSolver().solve(try LinearProgram(mps: model.program.mpsText))
    #expect(abs(mps.objective - 498_677.2853) < 1e-4)
  }

  @Test(
    "Both files of the acceptance folder",
    arguments: [("williams-redundancy", 841.796875), ("williams-cost", 498_677.2853)])
  func files(name: String, objective: Double) throws {
    guard AcceptanceTable.isPresent("lp/\(name).lp") else { return }
    let file = AcceptanceTable.file("lp/\(name).lp")
    let program = try LinearProgram(lp: String(contentsOf: file, encoding: .utf8))
    #expect(program.variableCount == 63)
    #expect(program.constraintCount == 24)
    let solution = try GLPKSolver().solve(program)
    #expect(abs(solution.objective - objective) < 1e-4)
    let back = try LinearProgram(lp: program.lpText)
    #expect(back == program)
    print("compared \(name): \(program.constraintCount) rows, objective \(solution.objective)")
  }
}
