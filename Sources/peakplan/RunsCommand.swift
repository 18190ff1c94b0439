internal import ArgumentParser
internal import Planning
internal import Reporting
internal import Storage

struct RunsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs", abstract: "List, show, export and delete the runs that were kept.",
    subcommands: [List.self, Show.self, Export.self, Delete.self], defaultSubcommand: List.self)

  /// A run as a JSON object.
  fileprivate static func document(of run: RunSummary) -> JSONValue {
    [
      "run": .integer(run.id), "createdAt": .string(run.createdAt),
      "scenario": .string(run.scenario), "program": .string(run.program),
      "solver": .string(run.solver), "seed": .string("\(run.seed)"),
      "status": .string(run.status), "gap": JSONValue(run.gap),
      "currency": .string(run.currency), "total": .string(run.total),
      "hoursShort": .number(run.hoursShort), "pricedShortage": .string(run.pricedShortage),
      "overrides": .array(
        run.overrides.map {
          ["path": .string($0.path), "base": JSONValue($0.base), "value": .string($0.value)]
        }),
    ]
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List all runs, the newest first.")

    @OptionGroup var output: OutputOptions
    @OptionGroup var store: StoreOptions

    func run() throws {
      let runs: [RunSummary]
      do {
        runs = try store.openExisting()?.runs() ?? []
      } catch let error as StoreError {
        throw Failure(error)
      }
      if output.json {
        Console.result(
          JSONValue.object([
            .init("schema", "peakplan/runs/1"),
            .init("runs", .array(runs.map(RunsCommand.document))),
          ]).text)
        return
      }
      guard !runs.isEmpty else {
        if !output.quiet { Console.note("no run is kept in this store yet") }
        return
      }
      Console.result(
        RunTable.text(of: runs, width: Console.width, color: output.colorsResult))
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show the summary of a run.")

    @Argument(help: "The run's number.")
    var id: Int64

    @OptionGroup var output: OutputOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var store: StoreOptions

    func run() throws {
      do {
        let kept = try store.open(forRun: id).plan(of: id)
        if output.json {
          let document = PlanDocument(
            StageResults(kept.plan), provenance: kept.provenance, run: id)
          Console.result(document.document.text)
        } else {
          let report = Report(
            kept.plan, provenance: kept.provenance, language: language.language)
          Console.result(
            report.terminalSummary(
              width: Console.width, color: output.colorsResult, showsOverrides: true))
        }
      } catch let error as StoreError {
        throw Failure(error)
      }
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the report of a run into a folder.")

    @Argument(help: "The run's number.")
    var id: Int64

    @Option(
      help: ArgumentHelp("The folder.", valueName: "folder"), completion: .directory)
    var out: String

    @Flag(help: "Write into a folder that has files already.")
    var force = false

    @OptionGroup var language: LanguageOptions
    @OptionGroup var store: StoreOptions

    func run() throws {
      do {
        let kept = try store.open(forRun: id).plan(of: id)
        let folder = try ReportFolder(out, force: force)
        let paths = try folder.write(
          kept.plan, provenance: kept.provenance, run: id,
          overtime: StudiedPlan(kept.plan).overtimeForReport(), language: language.language)
        Console.result(paths.map { $0 + "\n" }.joined())
      } catch let error as StoreError {
        throw Failure(error)
      }
    }
  }

  struct Delete: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Delete a run with all its results.")

    @Argument(help: "The run's number.")
    var id: Int64

    @OptionGroup var store: StoreOptions

    func run() throws {
      do {
        try store.open(forRun: id).delete(id)
      } catch let error as StoreError {
        throw Failure(error)
      }
    }
  }
}
