internal import Foundation
public import Scenarios

/// Reads a scenario's files into a ``Scenarios/Scenario``, or into everything that is wrong with
/// them.
///
/// What it returns is valid: ids refer to something, numbers lie where they may, files were there
/// and complete. Nothing after it checks again.
public struct ScenarioReader: Sendable {
  /// A reader; it keeps nothing between readings.
  public init() {}

  /// Reads the scenario in a folder on disk.
  ///
  /// - Parameters:
  ///   - folder: the path of the folder that holds `scenario.yaml`.
  ///   - overrides: parts that are set to something else, after those of the files.
  /// - Throws: all issues at once.
  public func read(
    folder: String, overrides: [ScenarioOverride] = []
  ) throws(ScenarioIssues) -> ScenarioReading {
    let url = URL(fileURLWithPath: folder, isDirectory: true).standardizedFileURL
    return try read(
      files: FolderFiles(folder: url.path), id: url.lastPathComponent, overrides: overrides)
  }

  /// Reads the scenario whose files a source gives.
  ///
  /// - Parameters:
  ///   - files: where the files are; `scenario.yaml` is the first that is asked for.
  ///   - id: the scenario's id, in a folder its name.
  ///   - overrides: parts that are set to something else, after those of the files.
  /// - Throws: all issues at once.
  public func read(
    files: any FileSource, id: String, overrides: [ScenarioOverride] = []
  ) throws(ScenarioIssues) -> ScenarioReading {
    let log = IssueLog()
    let inputs = InputFiles(files)
    let loader = ScenarioLoader(log: log, files: inputs, ownName: id)
    guard let (document, diff) = loader.load(overrides) else { throw issues(log, document: nil) }
    let context = DecodingContext(log: log, keys: .scenario, files: inputs)
    let scenario = ScenarioDecoder(context: context).scenario(document, id: id)
    guard let scenario, !log.hasErrors else { throw issues(log, document: document) }
    return ScenarioReading(
      scenario: scenario, warnings: log.inOrder, diff: diff, inputs: inputs.inputs)
  }

  private func issues(_ log: IssueLog, document: DocumentNode?) -> ScenarioIssues {
    if !log.hasErrors {
      let start = SourceSpan(
        file: ScenarioLoader.fileName, folder: .scenarioFolder, line: 1, column: 1, length: 1,
        excerpt: nil)
      log.error(
        at: document?.span ?? start, "", "the scenario could not be put together",
        hint: "this is a fault of PeakPlan; please report it with the file")
    }
    return ScenarioIssues(issues: log.inOrder, omitted: log.omitted)
  }
}

/// A scenario that was read, and how.
public struct ScenarioReading: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// What does not keep the scenario from being planned, but should be looked at.
  public let warnings: [ScenarioIssue]
  /// What is different from the scenario that it extends, in the order in which it was set.
  public let diff: [ScenarioDiff]
  /// The files it was read from, in the order of reading.
  public let inputs: [InputFile]
}
