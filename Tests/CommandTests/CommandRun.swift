import Foundation
import TestSupport

/// One run of the built `peakplan` command, as a user would run it.
struct CommandRun {
  /// What it wrote to standard output.
  let output: String
  /// What it wrote to standard error.
  let log: String
  /// Its exit code.
  let code: Int32

  /// The folder of built products, where the test bundle and the command lie side by side.
  static let products: URL = {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = bundle.deletingLastPathComponent()
    while folder.path != "/",
      !FileManager.default.isExecutableFile(atPath: folder.path + "/peakplan")
    {
      folder.deleteLastPathComponent()
    }
    return folder
  }()

  /// Runs `peakplan` with `arguments` in `folder`.
  init(_ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws {
    try self.init(
      executable: CommandRun.products.appendingPathComponent("peakplan"), arguments, in: folder,
      environment: environment)
  }

  /// Runs one line of shell in `folder`, with the built command on the path.
  init(shell line: String, in folder: URL, environment: [String: String] = [:]) throws {
    try self.init(
      executable: URL(fileURLWithPath: "/bin/sh"), ["-c", line], in: folder,
      environment: environment)
  }

  private init(
    executable: URL, _ arguments: [String], in folder: URL, environment: [String: String]
  ) throws {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var all = ProcessInfo.processInfo.environment
    all["PATH"] = CommandRun.products.path + ":" + (all["PATH"] ?? "/usr/bin:/bin")
    all["PEAKPLAN_STORE"] = folder.appendingPathComponent("runs.sqlite").path
    all["COLUMNS"] = "100"
    all.merge(environment) { _, new in new }
    process.environment = all
    let outputFile = folder.appendingPathComponent(".output-\(UUID().uuidString)")
    let logFile = folder.appendingPathComponent(".log-\(UUID().uuidString)")
    try Data().write(to: outputFile)
    try Data().write(to: logFile)
    defer {
      try? FileManager.default.removeItem(at: outputFile)
      try? FileManager.default.removeItem(at: logFile)
    }
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: logFile)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    output = String(decoding: try Data(contentsOf: outputFile), as: UTF8.self)
    log = String(decoding: try Data(contentsOf: logFile), as: UTF8.self)
    code = process.terminationStatus
  }
}

/// A folder that is gone when the test ends, with the shipped scenarios in it.
final class Workplace {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("peakplan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("docs"), withIntermediateDirectories: true)
    for name in ["scenarios", "forecasts", "docs/timesheets", "Makefile"] {
      try FileManager.default.copyItem(
        at: PackageFolder.root.appendingPathComponent(name),
        to: folder.appendingPathComponent(name))
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func run(_ arguments: String...) throws -> CommandRun {
    try CommandRun(arguments, in: folder)
  }
}
