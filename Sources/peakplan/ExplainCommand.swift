internal import ArgumentParser
internal import Planning
internal import Reporting
internal import Storage

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Trace a number of a plan back to its inputs.",
    discussion: """
      The plan is a scenario's folder, which is planned anew, or the number of a run that was kept.
      What to explain:
        queue ID TIME     positions at 2026-11-10T20:00, or the hours of the week of a date
        group ID DATE     heads in the week of a date
        vendor ID DATE    seats and hours in the week of a date
        line NUMBER       a line of the ledger
        cost              the cost by category
        shortage          where hours are missing, and what stood in the way
        binding           the limits that bind, with their shadow prices
        reach ID HEADS    when hiring alone brings a group to so many heads, and what stands in
                          the way
      """)

  @Argument(help: "A scenario's folder, or the number of a run.", completion: .directory)
  var plan: String

  @Argument(help: "What to explain.")
  var subject: [String] = ["cost"]

  @OptionGroup var solve: SolveOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "Override one part of the scenario; can be given again.", valueName: "path=value"))
  var settings: [String] = []

  func run() throws {
    let subject = try parsedSubject()
    let plan = try wholePlan()
    do {
      let explanation = try Explainer(plan).explain(subject)
      if output.json {
        Console.result(document(of: explanation, schema: true).text)
      } else {
        Console.result(explanation.lines.map { $0 + "\n" }.joined())
      }
    } catch {
      throw Failure(error)
    }
  }

  private func wholePlan() throws -> Plan {
    if let run = Int64(plan) {
      let store = try store.open()
      do {
        return try store.plan(of: run).plan
      } catch {
        throw Failure(error)
      }
    }
    var options = ScenarioOptions()
    options.scenario = plan
    options.settings = settings
    options.seed = nil
    let session = PlanningSession(try options.read(output), solve: solve, output: output)
    guard let result = try session.results().plan else {
      throw Failure("the chain ended before its last stage", code: .failure)
    }
    return result
  }

  private func parsedSubject() throws -> ExplanationSubject {
    switch (subject.first ?? "cost", subject.count) {
    case ("queue", 3): return .queue(subject[1], at: subject[2])
    case ("group", 3): return .group(subject[1], at: subject[2])
    case ("vendor", 3): return .vendor(subject[1], at: subject[2])
    case ("line", 2):
      guard let number = Int(subject[1]) else {
        throw Failure("line \(subject[1]): write the line's number", code: .usage)
      }
      return .line(number)
    case ("reach", 3):
      guard let heads = Int(subject[2]), (1...100_000).contains(heads) else {
        throw Failure("reach \(subject[2]): write a number of heads", code: .usage)
      }
      return .reach(subject[1], heads: heads)
    case ("cost", 1): return .cost
    case ("shortage", 1): return .shortage
    case ("binding", 1): return .binding
    default:
      let words = subject.joined(separator: " ")
      throw Failure(
        "cannot explain “\(words)”: write queue ID TIME, group ID DATE, vendor ID DATE, "
          + "line NUMBER, cost, shortage, binding or reach ID HEADS", code: .usage)
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
