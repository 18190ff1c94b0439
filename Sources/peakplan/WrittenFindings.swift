internal import CapacityPlanning
internal import Reporting
internal import Scenarios
internal import Verification

/// What a plan's document states and does not follow from its plan, as findings.
struct WrittenFindings {
  let findings: [Finding]
  let checked: [CheckedFamily]

  init(
    comparison: (sections: [ComparedSection], differences: [DocumentDifference]),
    unknown: [String]
  ) {
    findings =
      comparison.differences.map(WrittenFindings.finding)
      + unknown.map { member in
        Finding(
          family: .notChecked, what: "not checked: \(member)", owner: "",
          stated: .text("it is used"), recomputed: .text("no check knows it"),
          rule: "each part of a plan and of a scenario's rules has its check")
      }
    // What is read of the plan and its ledger is counted where it is checked.
    checked = comparison.sections.filter { !["capacity", "cost", "schedule"].contains($0.name) }.map
    {
      CheckedFamily(family: WrittenFindings.family(of: $0.name), figures: $0.figures)
    }
  }

  private static func finding(_ difference: DocumentDifference) -> Finding {
    Finding(
      family: family(of: difference.path), what: difference.path, owner: "",
      stated: .text(difference.stated), recomputed: .text(difference.recomputed),
      rule: "what the document states follows from its plan and the scenario")
  }

  /// The family that a member of a document belongs to.
  private static func family(of path: String) -> CheckFamily {
    let families: [(String, CheckFamily)] = [
      ("cost", .ledger), ("solver", .objective), ("forecast", .requirement),
      ("schedule", .schedule),
      ("requirement", .requirement), ("capacity.shortages", .shortage),
      ("capacity.supportRoles", .heads), ("capacity.families", .objective),
      ("capacity.requirement", .requirement),
    ]
    return families.first { path.hasPrefix($0.0) }?.1 ?? .plan
  }
}

extension VerificationReport {
  /// The report with what was found in a document beside.
  func adding(_ written: WrittenFindings) -> VerificationReport {
    let all = checked + written.checked
    return VerificationReport(
      findings: findings + written.findings,
      checked: CheckFamily.allCases.compactMap { family in
        let figures = all.filter { $0.family == family }.map(\.figures)
        return figures.isEmpty
          ? nil : CheckedFamily(family: family, figures: figures.reduce(0, +))
      })
  }
}

extension Scenario {
  /// The scenario with further pins, as they are written in a document.
  func adding(pins texts: [String]) throws(Failure) -> Scenario {
    guard !texts.isEmpty else { return self }
    var pins = pins
    for text in texts {
      do {
        pins.append(try PlanPin(text, in: self))
      } catch {
        throw Failure("pinned.pins: \(error)", code: .badInput)
      }
    }
    return with(pins: pins)
  }
}
