internal import ArgumentParser
internal import CapacityPlanning
internal import Foundation
internal import Planning
internal import Reporting
internal import Storage

/// Where a run is kept.
struct StoreOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The store of runs.", valueName: "file"), completion: .file())
  var store: String?

  /// Opens the store to read what it has; `nil` where there is no such file yet.
  func openExisting() throws -> PlanStore? {
    FileManager.default.fileExists(atPath: path) ? try open() : nil
  }

  /// The store's file.
  var path: String { store ?? PlanStore.defaultPath }

  /// Opens the store to read a run that must be in it.
  func open(forRun id: Int64) throws -> PlanStore {
    guard let store = try openExisting() else { throw Failure(.unknownRun(id, path: path)) }
    return store
  }

  /// Opens the store.
  func open() throws -> PlanStore {
    do {
      return try PlanStore(path: path)
    } catch {
      throw Failure(error)
    }
  }
}

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Run the whole chain: from the scenario to a costed plan of seats.")

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var solve: SolveOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var store: StoreOptions

  @Option(help: "Stop after this stage: forecast, requirement, capacity, schedule or cost.")
  var until = StageName.cost

  @Option(
    help: ArgumentHelp("Write the report into this folder.", valueName: "folder"),
    completion: .directory)
  var out: String?

  @Flag(help: "Write into a folder that has files already.")
  var force = false

  @Flag(name: .customLong("no-store"), help: "Do not keep the run.")
  var noStore = false

  func run() throws {
    let folder = try out.map { try ReportFolder($0, force: force) }
    let session = PlanningSession(try scenario.read(output), solve: solve, output: output)
    let results = try session.results(until: until.stage)
    let plan = results.plan
    var run: Int64?
    var refusal: Failure?
    if let plan, !noStore {
      do {
        run = try keep(plan, session.provenance)
      } catch {
        refusal = error
      }
    }
    if output.json {
      let document = PlanDocument(results, provenance: session.provenance, run: run)
      Console.result(
        (plan == nil ? document.document(of: until.stage) : document.document).text)
    } else {
      show(results, session)
    }
    if let folder, let plan {
      let paths = try folder.write(
        plan, provenance: session.provenance, run: run, scenario: scenario.scenario,
        overtime: StudiedPlan(plan).overtimeForReport(solve.capacity), language: language.language)
      if !output.json { Console.result(paths.map { "  \($0)\n" }.joined()) }
    }
    if let run, !output.quiet { Console.note("kept as run \(run)") }
    if let refusal { throw refusal }
    try session.finish(results)
  }

  private func show(_ results: StageResults, _ session: PlanningSession) {
    let (width, color) = (Console.width, output.colorsResult)
    if let plan = results.plan {
      let report = Report(
        plan, provenance: session.provenance, language: language.language,
        scenarioPath: scenario.scenario)
      Console.result(report.terminalSummary(width: width, color: color))
    } else {
      let report = StageReport(results, language: language.language)
      Console.result(report.text(of: until.stage, width: width, color: color))
    }
  }

  /// Keeps the run; a plan is shown even where it cannot be kept.
  private func keep(
    _ plan: Plan, _ provenance: Provenance
  ) throws(Failure) -> Int64 {
    do {
      return try PlanStore(path: store.store ?? PlanStore.defaultPath)
        .keep(plan, provenance: provenance, at: Date().formatted(.iso8601))
    } catch {
      throw Failure(error)
    }
  }
}

/// A stage of the chain as `--until` names it.
enum StageName: String, ExpressibleByArgument, CaseIterable {
  case forecast, requirement, capacity, schedule, cost

  /// The stage.
  var stage: PlanningStage {
    switch self {
    case .forecast: .forecast
    case .requirement: .requirement
    case .capacity: .capacity
    case .schedule: .schedule
    case .cost: .cost
    }
  }
}

/// A folder that takes the files of a report.
struct ReportFolder {
  let url: URL

  /// The folder at `path`, made where there is none.
  init(_ path: String, force: Bool) throws {
    url = URL(fileURLWithPath: path, isDirectory: true)
    if let file = Self.file(above: url) {
      throw Failure(
        "the folder \(path) cannot be made: \(file) is a file", code: .usage)
    }
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      let files = try FileManager.default.contentsOfDirectory(atPath: path)
      if !files.isEmpty, !force {
        throw Failure(
          "the folder \(path) has files already: name an empty one, or give --force",
          code: .usage)
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(
        "the folder \(path) cannot be written: \(Console.reason(of: error))", code: .usage)
    }
  }

  /// The path of a file that stands where `url` or a folder above it would be.
  private static func file(above url: URL) -> String? {
    var folder = url.standardizedFileURL
    var isFolder: ObjCBool = false
    while folder.path != "/", !folder.path.isEmpty {
      if FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) {
        return isFolder.boolValue ? nil : folder.path
      }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  /// Writes page, tables and document; returns their paths, the page first.
  func write(
    _ plan: Plan, provenance: Provenance, run: Int64?, scenario: String? = nil,
    overtime: OvertimeDecisions?, language: Language
  ) throws -> [String] {
    let report = Report(
      plan, provenance: provenance, language: language, scenarioPath: scenario, overtime: overtime)
    let document = PlanDocument(StageResults(plan), provenance: provenance, run: run)
    var files: [(name: String, text: String)] = [
      ("report.html", report.html), ("plan.json", document.document.text),
    ]
    files += report.csvFiles
    return try files.map { name, text in
      let file = url.appendingPathComponent(name)
      do {
        try Data(text.utf8).write(to: file, options: .atomic)
      } catch {
        throw Failure(
          "\(file.path) cannot be written: \(Console.reason(of: error))", code: .failure)
      }
      return file.relativePath
    }
  }
}
