public import ArgumentParser
internal import Foundation
internal import Planning
public import Reporting
internal import ScenarioFiles

/// How results and progress are shown.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print the result as one JSON document.")
  var json = false

  @Flag(help: "Say nothing but the result and errors.")
  var quiet = false

  @Option(help: "How progress is shown: auto, plain or json.")
  var progress = ProgressStyle.auto

  @Flag(name: .customLong("no-color"), help: "Use no colour.")
  var noColor = false

  /// Whether results may be coloured.
  var colorsResult: Bool {
    !noColor && !Console.environmentForbidsColor && Console.resultIsTerminal
  }

  /// Whether the log may be coloured.
  var colorsLog: Bool { !noColor && !Console.environmentForbidsColor && Console.logIsTerminal }
}

/// In which language people read the result.
struct LanguageOptions: ParsableArguments {
  @Option(help: "The language of tables and reports: en or zh.")
  var language = Language.english
}

extension Language: ExpressibleByArgument {
  /// A language by its name: `en`, `zh`, or a longer one such as `zh-CN`.
  public init?(argument: String) {
    switch argument.lowercased().split(whereSeparator: { "-_.".contains($0) }).first {
    case "en": self = .english
    case "zh": self = .chinese
    default: return nil
    }
  }

  /// The names that the help shows.
  public static var allValueStrings: [String] { ["en", "zh"] }

  /// The default as the help shows it.
  public var defaultValueDescription: String { self == .english ? "en" : "zh" }
}

/// Which scenario, and what of it is changed for this run.
struct ScenarioOptions: ParsableArguments {
  @Argument(help: "The scenario's folder.", completion: .directory)
  var scenario: String

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "Override one part of the scenario; can be given again.", valueName: "path=value"))
  var settings: [String] = []

  @Option(
    help: "The seed of everything random, up to 999999999999; overrides the scenario's.")
  var seed: UInt64?

  /// What the command line sets to something else, the seed last.
  func overrides() throws -> [ScenarioOverride] {
    var overrides = try settings.map { setting throws -> ScenarioOverride in
      guard let override = ScenarioOverride(argument: setting) else {
        throw Failure(
          "--set \(setting): write PATH=VALUE, such as queues.apparel-chat.patience=60 s",
          code: .usage)
      }
      return override
    }
    if let seed { overrides.append(ScenarioOverride(path: "seed", value: "\(seed)")) }
    return overrides
  }

  /// Reads the scenario; prints its warnings to the log.
  func read(_ output: OutputOptions) throws -> ScenarioReading {
    let overrides = try overrides()
    let folder = try scenarioFolder()
    do {
      let reading = try ScenarioReader().read(folder: folder, overrides: overrides)
      if !output.quiet {
        for warning in reading.warnings {
          Console.note(warning.rendered(color: output.colorsLog, folder: folder))
        }
      }
      return reading
    } catch {
      throw Failure(error, color: output.colorsLog, folder: folder)
    }
  }
}

extension ScenarioOptions {
  /// The scenario's folder; its `scenario.yaml` may be named instead.
  func scenarioFolder() throws(Failure) -> String {
    let files = FileManager.default
    var isFolder: ObjCBool = false
    guard files.fileExists(atPath: scenario, isDirectory: &isFolder) else {
      throw Failure("there is no folder \(scenario)", code: .badInput)
    }
    guard isFolder.boolValue else {
      let file = URL(fileURLWithPath: scenario)
      guard file.lastPathComponent == "scenario.yaml" else {
        throw Failure(
          "\(scenario) is a file: give the folder that holds scenario.yaml", code: .badInput)
      }
      return scenario == "scenario.yaml" ? "." : file.deletingLastPathComponent().relativePath
    }
    guard files.fileExists(atPath: "\(scenario)/scenario.yaml") else {
      throw Failure(
        "the folder \(scenario) has no scenario.yaml; `peakplan new DIR` writes a starter",
        code: .badInput)
    }
    return scenario
  }
}

/// How progress is shown.
enum ProgressStyle: String, ExpressibleByArgument, CaseIterable {
  /// Plain lines on a terminal, nothing elsewhere.
  case auto
  /// A line a stage and a line a second while solving.
  case plain
  /// The same as JSON, one object a line.
  case json
}
