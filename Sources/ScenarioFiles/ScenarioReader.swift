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
    let inputs = InputFiles(files)
    let first = attempt(inputs, id, overrides)
    if let reading = first.reading { return reading }
    let said = issues(first.log, document: first.document)
    throw overrides.isEmpty ? said : blamed(said, files, id, overrides)
  }

  private func attempt(
    _ inputs: InputFiles, _ id: String, _ overrides: [ScenarioOverride]
  ) -> (reading: ScenarioReading?, log: IssueLog, document: DocumentNode?) {
    let log = IssueLog()
    let loader = ScenarioLoader(log: log, files: inputs, ownName: id)
    guard let (document, diff) = loader.load(overrides) else { return (nil, log, nil) }
    let context = DecodingContext(log: log, keys: .scenario, files: inputs)
    let scenario = ScenarioDecoder(context: context).scenario(document, id: id)
    guard let scenario, !log.hasErrors else { return (nil, log, document) }
    let reading = ScenarioReading(
      scenario: scenario, warnings: log.inOrder, diff: diff, inputs: inputs.inputs)
    return (reading, log, document)
  }

  /// The issues, those that an override brings forth shown at that override and not in a file.
  ///
  /// The files are read again with one override more each time: what is new then is its doing.
  private func blamed(
    _ issues: ScenarioIssues, _ files: any FileSource, _ id: String,
    _ overrides: [ScenarioOverride]
  ) -> ScenarioIssues {
    guard issues.errors.contains(where: { $0.file != SourceSpan.commandLine }) else {
      return issues
    }
    let inputs = InputFiles(files)
    let steps = overrides.count <= ScenarioReader.mostBlamed ? Array(overrides.indices) : []
    var known = Set(attempt(inputs, id, []).log.issues)
    var causes: [ScenarioIssue: ScenarioOverride] = [:]
    for index in steps {
      let found = attempt(inputs, id, Array(overrides[...index])).log.issues
      for issue in found where !known.contains(issue) { causes[issue] = overrides[index] }
      known = Set(found)
    }
    let log = IssueLog()
    for issue in issues.issues {
      guard let override = causes[issue], issue.file != SourceSpan.commandLine else {
        log.add(issue)
        continue
      }
      log.add(issue.blaming(override))
    }
    return ScenarioIssues(issues: log.inOrder, omitted: issues.omitted)
  }

  /// The most overrides of which the one is looked for that brings an issue forth.
  private static let mostBlamed = 32

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
