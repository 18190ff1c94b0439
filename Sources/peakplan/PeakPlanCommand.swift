internal import ArgumentParser
internal import Planning

/// The `peakplan` command: one verb a file.
@main
struct PeakPlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "peakplan",
    abstract: "Plans which seats, whose, and at what price, carry a contact centre's peak.",
    discussion: """
      A scenario is a folder with scenario.yaml and its CSV files. `plan` runs the whole chain: \
      forecast, staffing requirement, capacity plan, shift schedule, cost. The result goes to \
      standard output, progress to standard error.

      Exit codes: 0 fine, 1 our fault, 2 usage, 3 the scenario's rules contradict each other, \
      4 a limit was reached and the best plan so far is given, 5 bad input data, 6 a service \
      target is missed and --fail-on-shortage was given, 7 verify found something that does not \
      agree, 130 interrupted.
      """,
    version: "peakplan \(PeakPlanVersion.current)",
    subcommands: [
      NewCommand.self, CheckCommand.self, SchemaCommand.self, ForecastCommand.self,
      RequireCommand.self, CapacityCommand.self, ScheduleCommand.self, CostCommand.self,
      PlanCommand.self, ExplainCommand.self, RulesCommand.self, DecisionsCommand.self,
      OvertimeCommand.self, EvaluateCommand.self, ReachCommand.self, VerifyCommand.self,
      InvoiceCommand.self, BidsCommand.self, QuoteCommand.self, ExchangeCommand.self,
      PayCommand.self, VarianceCommand.self, ErlangCommand.self, RunsCommand.self,
      ManualCommand.self,
    ])

  /// Parses and runs; turns every error into its message and exit code.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      failure.report()
      Failure.end(with: failure.code)
    } catch {
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      if code == .success {
        if !message.isEmpty { Console.result(message + "\n") }
        Failure.end(with: .success)
      }
      if !message.isEmpty { Console.note(message) }
      Failure.end(with: code == .validationFailure ? .usage : code)
    }
  }
}
