internal import ArgumentParser
internal import CapacityPlanning
internal import Foundation
internal import GLPK
internal import Planning
internal import Quoting
internal import Reporting
internal import ScenarioFiles
internal import Scenarios
internal import Spreadsheets
internal import Units

struct BidsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bids",
    abstract: "Compare the bids of vendors with each other and with doing it in house.",
    subcommands: [BidsCompareCommand.self])
}

struct BidsCompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Cost every bid, and in house alone, at plan cost under three volumes.",
    discussion: """
      The scenario's folder has the bids in its folder bids, one YAML file each with the keys of a \
      vendor and client-costs, and how they are compared and awarded in bids.yaml; \
      docs/reference/bids.md has all keys. For each bid the capacity program is solved again with \
      that vendor alone, then with the best award to several, under the low, base and high volume.
      """)

  @OptionGroup var scenario: ScenarioOptions

  @Option(
    help: ArgumentHelp(
      "The low volume, of the scenario's; overrides bids.yaml.", valueName: "percent"))
  var low: Percent?

  @Option(
    help: ArgumentHelp(
      "The high volume above the scenario's, such as 20 for 120 %; overrides bids.yaml.",
      valueName: "percent"))
  var above: Percent?

  @Flag(name: .customLong("in-full"), help: "Also plan anew without each clause of each bid.")
  var inFull = false

  @Option(
    help: ArgumentHelp("Write the comparison as a page.", valueName: "file"),
    completion: .file(extensions: ["html"]))
  var html: String?

  @Option(
    help: ArgumentHelp("Write the comparison as an Excel workbook.", valueName: "file"),
    completion: .file(extensions: ["xlsx"]))
  var xlsx: String?

  @OptionGroup var solve: SolveOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let low, low.share <= .zero { throw ValidationError("--low: a percentage above 0") }
  }

  func run() throws {
    let reading = try scenario.readBids(output)
    var round = reading.round
    if let low { round.low = Rational(nearest: low.share.value) }
    if let above { round.high = .one + Rational(nearest: above.share.value) }
    Interruption.install()
    let log = ProgressLog(output)
    let study = BidStudy(
      round, solver: WatchedSolver(base: GLPKSolver(), progress: log), options: solve.capacity)
    let comparison: BidComparison
    do {
      comparison = try study.comparison(inFull: inFull) { _, _ throws(PlanningError) in
        if Interruption.isRequested { throw .cancelled(before: .capacity) }
      }
    } catch {
      throw Failure(error)
    }
    try write(comparison)
    let report = BidsReport(comparison, language: language.language)
    Console.result(
      output.json
        ? report.document.text
        : report.text(width: Console.width, color: output.colorsResult))
    let isLimitReached = comparison.rows.contains { row in
      row.outcomes.contains { $0.figures?.isLimitReached ?? false }
    }
    if Interruption.isRequested { throw ExitCode.interrupted }
    if isLimitReached { throw ExitCode.limitReached }
  }

  private func write(_ comparison: BidComparison) throws {
    let language = language.language
    if let html {
      let page = BidsPage(
        comparison, program: "peakplan \(PeakPlanVersion.current)", language: language)
      try Console.write(page.html, toFile: html)
    }
    if let xlsx {
      do throws(Workbook.Unwritten) {
        try BidsWorkbook(comparison, language: language).workbook.write(to: xlsx)
      } catch {
        throw Failure(error.description, code: .usage)
      }
    }
  }
}

extension ScenarioOptions {
  /// Reads the scenario with the bids beside it; prints its warnings to the log.
  func readBids(_ output: OutputOptions) throws -> BidReading {
    let overrides = try overrides()
    let folder = try scenarioFolder()
    do {
      let reading = try BidReader().read(folder: folder, overrides: overrides)
      if !output.quiet {
        for warning in reading.reading.warnings {
          Console.note(warning.rendered(color: output.colorsLog, folder: folder))
        }
      }
      return reading
    } catch {
      throw Failure(error, color: output.colorsLog, folder: folder)
    }
  }
}
