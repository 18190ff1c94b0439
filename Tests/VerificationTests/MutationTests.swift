import CapacityPlanning
import Scenarios
import Testing
import Units
import Verification

@Suite("A plan that was spoilt")
struct MutationTests {
  @Test("is found out, and the finding is of the right family", arguments: Mutation.all)
  func found(_ mutation: Mutation) throws {
    var draft = try Draft(Planned.standard())
    let (capacity, cost) = (draft.capacity, draft.cost)
    try mutation.spoil(&draft)
    #expect(draft.capacity != capacity || draft.cost != cost, "nothing was changed")
    let findings = try draft.report.findings
    #expect(
      findings.contains { $0.family == mutation.family },
      "\(mutation.name): \(findings.prefix(8).map(\.line))")
  }

  @Test("would be clean but for that")
  func unspoilt() throws {
    let findings = try Draft(Planned.standard()).report.findings
    #expect(findings.isEmpty, "\(findings.prefix(8).map(\.line))")
  }

  @Test("has at least thirty ways to be spoilt, each with a name of its own")
  func count() {
    #expect(Mutation.all.count >= 60)
    let all = Mutation.all + Mutation.ownPeople
    #expect(Set(all.map(\.name)).count == all.count)
    let families = Set(all.map(\.family))
    // Shifts are spoilt in tests of their own.
    #expect(families == Set(CheckFamily.allCases).subtracting([.schedule]))
  }

  @Test("says where, what it says and what it should say")
  func words() throws {
    var draft = try Draft(Planned.standard())
    draft.capacity["groups"][0]["weeks"][3]["heads"].number += 1
    let finding = try #require(try draft.report.findings.first)
    let stated = draft.plan.groups[0].weeks[3].heads.value
    #expect(finding.family == .heads)
    #expect(finding.owner == draft.plan.groups[0].group.rawValue)
    #expect(finding.week == draft.plan.weeks[3])
    #expect(finding.what == "heads")
    #expect(finding.stated == .heads(.init(stated + 1)))
    #expect(finding.rule.hasPrefix("heads of the week before"))
  }
}
