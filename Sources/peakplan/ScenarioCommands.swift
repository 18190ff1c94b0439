internal import ArgumentParser
internal import BusinessCalendar
internal import Foundation
internal import Reporting
internal import ScenarioFiles
internal import Scenarios

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Read a scenario and print everything that is wrong with it.")

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let reading = try scenario.read(output)
    if output.json {
      Console.result(document(of: reading).text)
      return
    }
    guard !output.quiet else { return }
    let scenario = reading.scenario
    let summary = Strings.english(
      .checked, "\(scenario.horizon.start)", "\(scenario.horizon.end)",
      "\(scenario.queues.count)", "\(scenario.staffGroups.count)", "\(scenario.vendors.count)",
      "\(scenario.events.count)", "\(reading.inputs.count)")
    Console.result("\(Console.plain(scenario.name)): fine\n  \(summary)\n")
    if !reading.diff.isEmpty {
      Console.result("  overridden:\n")
      for change in reading.diff {
        Console.result("    \(Console.plain("\(change)"))\n")
      }
    }
  }

  private func document(of reading: ScenarioReading) -> JSONValue {
    [
      "schema": "peakplan/check/1", "scenario": .string(reading.scenario.id),
      "issues": [],
      "warnings": .array(reading.warnings.map { .string($0.rendered(color: false)) }),
      "overrides": .array(
        reading.diff.map {
          [
            "path": .string($0.path), "base": JSONValue($0.base), "value": JSONValue($0.override),
          ]
        }),
      "inputs": .array(
        reading.inputs.map {
          [
            "path": .string($0.path), "sha256": .string($0.sha256),
            "bytes": .integer(Int64($0.bytes)),
          ]
        }),
    ]
  }
}

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of scenario.yaml, for editors.")

  func run() throws { Console.result(ScenarioSchema.jsonSchema) }
}

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a commented starter scenario into a new folder.")

  @Argument(help: "The folder to make.", completion: .directory)
  var folder: String

  func run() throws {
    let target = try ReportFolder(folder, force: false)
    for (name, text) in ScenarioStarter.files {
      let file = target.url.appendingPathComponent(name)
      do {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file, options: .atomic)
      } catch {
        throw Failure("\(file.path) cannot be written: \(Console.reason(of: error))", code: .usage)
      }
      Console.result("\(file.relativePath)\n")
    }
  }
}
