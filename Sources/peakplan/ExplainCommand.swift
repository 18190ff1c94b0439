internal import ArgumentParser
internal import Planning
internal import Reporting

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Trace a number of a plan back to its inputs.",
    discussion: """
      The plan is a scenario's folder, which is planned anew, or the number of a run that was kept.
      What to explain:
      \(ExplanationRequest.help)
      Dates are as 2026-11-10, times as 2026-11-10T20:00, names the ids of the scenario.
      """)

  @OptionGroup var source: PlanSource

  @Argument(help: "What to explain.")
  var subject: [String] = ["cost"]

  func run() throws {
    let request = try ExplanationRequest(subject)
    let (plan, provenance) = try source.wholePlan()
    let subject = try self.subject(of: request, in: plan, provenance)
    do {
      let explanation = try Explainer(
        plan, provenance: provenance, words: Strings.english
      ).explain(subject)
      if source.output.json {
        Console.result(document(of: explanation, schema: true).text)
      } else {
        Console.result(explanation.lines.map { Console.plain($0) + "\n" }.joined())
      }
    } catch {
      throw Failure(error)
    }
  }

  private func subject(
    of request: ExplanationRequest, in plan: Plan, _ provenance: Provenance
  ) throws -> ExplanationSubject {
    switch request {
    case .subject(let subject): return subject
    case .figure(let figure):
      do {
        return try Report(plan, provenance: provenance).subject(of: figure)
      } catch {
        throw Failure(error.description, code: .badInput)
      }
    }
  }

  private func document(of explanation: Explanation, schema: Bool) -> JSONValue {
    var members: [JSONValue.Member] = []
    if schema { members.append(.init("schema", "peakplan/explanation/1")) }
    members += [
      .init("statement", .string(explanation.statement)),
      .init("value", .string(explanation.value)),
      .init("formula", .string(explanation.formula)), .init("path", .string(explanation.path)),
      .init("parts", .array(explanation.parts.map { document(of: $0, schema: false) })),
    ]
    return .object(members)
  }
}
