public import ArgumentParser
internal import BusinessCalendar
public import Costing
internal import Foundation
internal import Planning
internal import Reporting
internal import ScenarioFiles
internal import Scenarios
internal import Spreadsheets

struct CostCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cost",
    abstract:
      "Say what a plan costs, line by line, and by week, month, queue, site, group or event.",
    discussion: """
      The plan is a scenario's folder, which is planned anew; the number of a run that was kept; or \
      a plan.json that `plan --out` or `plan --json` wrote, with --scenario for the folder of its \
      scenario. However it is grouped, the groups sum to the plan's total to the cent; docs/reference/cost.md \
      says how a line that belongs to several is cut.
      """)

  @OptionGroup var source: PlanSource
  @OptionGroup var written: WrittenPlanOptions

  @Option(help: "By what: kind, week, month, queue, site, group or event.")
  var by = CostDimension.kind

  @Option(
    help: ArgumentHelp(
      "Only these days, both included, such as 2026-11-01..2026-11-11.", valueName: "first..last"))
  var days: String?

  @Flag(help: "The ledger of the scheduled weeks, from their shifts, and not the whole plan's.")
  var schedule = false

  @Option(
    help: ArgumentHelp("Write the lines, cut by the grouping, as CSV.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var csv: String?

  @Option(
    help: ArgumentHelp(
      "Write an Excel workbook: summary, ledger, rules, inputs, provenance.", valueName: "file"),
    completion: .file(extensions: ["xlsx"]))
  var xlsx: String?

  @Option(
    help: ArgumentHelp(
      "Keep the plan as budget in a file, for `peakplan variance`.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var lock: String?

  @Option(help: ArgumentHelp("What finance calls the budget.", valueName: "name"))
  var name = ""

  @Option(
    help: "The seed of everything random, up to 999999999999; overrides the scenario's.")
  var seed: UInt64?

  @OptionGroup var language: LanguageOptions

  func run() throws {
    let days = try days.map(range)
    if source.isDocument {
      let found = try WrittenPlan(source, scenario: written.scenario)
      try show(found.plan(), found.document.provenance, run: nil, days: days)
      return
    }
    if let kept = try source.keptPlan() {
      let run = Int64(source.plan)
      try show(kept.plan, kept.provenance, run: run, days: days)
      return
    }
    let settings = source.settings + (seed.map { ["seed=\($0)"] } ?? [])
    let session = try source.session(of: source.plan, settings: settings)
    let results = try session.results()
    guard let plan = results.plan else {
      throw Failure("the chain ended before its last stage", code: .failure)
    }
    try show(plan, session.provenance, run: nil, days: days)
    try session.finish(results)
  }

  private func show(
    _ plan: Plan, _ provenance: Provenance, run: Int64?, days: DateRange?
  ) throws {
    if schedule, plan.schedule == nil {
      throw Failure(
        "the plan has no schedule: the scenario has no shifts; leave --schedule out",
        code: .badInput)
    }
    if let days, plan.scenario.horizon.intersection(days) == nil {
      let horizon = plan.scenario.horizon
      throw Failure(
        "--days \(self.days ?? ""): none of them is planned; the plan is from \(horizon.start) to "
          + "\(horizon.end.adding(days: -1))", code: .badInput)
    }
    let report = CostReport(
      plan, part: schedule ? .schedule : .plan, by: by, on: days, language: language.language)
    if let csv { try Console.write(CSVTable(report.linesTable).text(), toFile: csv) }
    if let xlsx {
      do throws(Workbook.Unwritten) {
        try CostWorkbook(
          plan, provenance: provenance,
          overtime: StudiedPlan(plan).overtimeForReport(source.solve.capacity),
          language: language.language
        ).workbook.write(to: xlsx)
      } catch {
        throw Failure(error.description, code: .usage)
      }
    }
    if let lock { try keep(plan, provenance, in: lock) }
    if source.output.json {
      let document = PlanDocument(StageResults(plan), provenance: provenance, run: run)
      Console.result(document.document(of: report).text)
    } else {
      Console.result(report.text(width: Console.width, color: source.output.colorsResult))
    }
  }

  /// Writes the budget; one that is there is kept as it is.
  private func keep(_ plan: Plan, _ provenance: Provenance, in path: String) throws {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Failure(
        "\(path) is there already, and a budget is not overwritten: name another file",
        code: .usage)
    }
    let ledger = CSVTable(CostReport(plan, by: .month).linesTable).text()
    let budget = BudgetDocument(
      Budget(
        locking: plan.ledger(), scenario: plan.scenario, forecast: plan.forecast,
        capacity: plan.capacity), name: name, scenario: plan.scenario, provenance: provenance,
      ledgerHash: FileDigest.sha256(of: ledger))
    try Console.write(budget.text(hash: FileDigest.sha256), toFile: path)
    if !source.output.quiet { Console.note("locked as \(path)") }
  }

  /// The days of `--days`, both ends included.
  private func range(_ text: String) throws(Failure) -> DateRange {
    let ends = text.split(separator: ".", omittingEmptySubsequences: true)
    guard text.contains(".."), ends.count == 2, let first = LocalDate(iso: ends[0]),
      let last = LocalDate(iso: ends[1]), first <= last
    else {
      throw Failure(
        "--days \(text): write the first and the last day, such as 2026-11-01..2026-11-11",
        code: .usage)
    }
    return DateRange(first: first, last: last)
  }
}

extension CostDimension: ExpressibleByArgument {}
