import Foundation

/// Other solvers on the same program, each in a process and on a core of its own, one after the other.
enum Peers {
  /// Runs them for at most `seconds` each and prints what they found beside ours.
  static func compare(file: URL, seconds: Double, ours: [(seconds: Double, objective: Double)])
    throws
  {
    let peers = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../peers").standardized
    let python = peers.appending(path: ".venv/bin/python")
    guard FileManager.default.isExecutableFile(atPath: python.path) else {
      print("  no peers compared: `make benchmark-capacity` installs them")
      return
    }
    for solver in ["highs", "cbc"] {
      let process = Process()
      process.executableURL = python
      process.arguments = [
        peers.appending(path: "capacity.py").path, solver, file.path, "\(seconds)",
        ours.map { "\($0.seconds):\($0.objective)" }.joined(separator: ","),
      ]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      for line in output.split(separator: "\n") { print("  \(line)") }
    }
  }
}
