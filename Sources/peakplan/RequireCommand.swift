public import ArgumentParser
internal import BusinessCalendar
internal import Planning
public import Reporting
internal import Scenarios
internal import Staffing

struct RequireCommand: StageCommand {
  static let stage = PlanningStage.requirement
  static let configuration = CommandConfiguration(
    commandName: "require", abstract: "Say how many positions each interval needs.",
    discussion: """
      With --day the queues whose customers wait are shown interval by interval: what plain Erlang \
      asks for and promises, what that delivers when the rate moves and state is carried over, and \
      what the requirement asks for and delivers.
      """)

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var solve: SolveOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions

  @Option(help: "How finely it is shown: interval, day or week.")
  var by = RequirementReport.Period.week

  @Option(help: ArgumentHelp("Compare plain Erlang with the truth on a day.", valueName: "date"))
  var day: String?

  @Option(help: ArgumentHelp("Only this queue (with --day).", valueName: "id"))
  var queue: String?

  @Option(
    help: ArgumentHelp(
      "Draw the queue's day (with --day and --queue).", valueName: "file.svg"),
    completion: .file(extensions: ["svg"]))
  var svg: String?

  func run() throws {
    guard svg == nil || day != nil && queue != nil else {
      throw Failure("--svg draws one queue's day: give --day and --queue too", code: .usage)
    }
    guard day != nil || queue == nil else {
      throw Failure("--queue chooses a queue of --day: give a day too", code: .usage)
    }
    if day == nil, output.json { return try printStage() }
    let session = PlanningSession(try scenario.read(output), solve: solve, output: output)
    let results = try session.results(until: Self.stage)
    guard let requirement = results.requirement else { return }
    if let day {
      try compare(day, results, requirement)
    } else {
      let report = RequirementReport(
        requirement, of: results.scenario, language: language.language)
      Console.result(
        report.text(by: by, width: Console.width, color: output.colorsResult))
    }
    try session.finish(results)
  }

  private func compare(
    _ day: String, _ results: StageResults, _ requirement: StaffingRequirement
  ) throws {
    guard let date = LocalDate(iso: day) else {
      throw Failure("--day \(day): write year, month and day: 2026-11-11", code: .usage)
    }
    guard let forecast = results.forecast else { return }
    let waiting = results.scenario.queues.filter(\.channel.isImmediate).map(\.id)
    let chosen = queue.map { [Queue.ID($0)] } ?? waiting
    do {
      let calculator = StaffingCalculator()
      let meanRates = try calculator.requirementByMeanRates(of: results.scenario, for: forecast)
      let comparisons = try chosen.map {
        try calculator.comparison(
          of: results.scenario, for: forecast, with: requirement, meanRates: meanRates, queue: $0,
          on: date)
      }
      let report = ComparisonReport(
        comparisons, with: requirement, of: results.scenario, language: language.language)
      if let svg { try Console.write(report.svg, toFile: svg) }
      Console.result(
        output.json
          ? report.document.text : report.text(width: Console.width, color: output.colorsResult))
    } catch let error as StaffingComparisonError {
      throw Failure("\(error)", code: .badInput)
    } catch let error as UnreachablePromise {
      throw Failure(PlanningError.requirement(error))
    }
  }
}

extension RequirementReport.Period: ExpressibleByArgument {}
