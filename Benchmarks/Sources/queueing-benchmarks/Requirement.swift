import Foundation
import Measuring
import Queueing
import Units

/// Required agents for 10,000 intervals of 5 to 2,000 erlangs (80 % within 20 s, 180 s a contact,
/// occupancy at most 0.85), against Python packages that answer the same question in the same run;
/// one core each.
func benchmarkRequirement() throws {
  let intervals = 10_000
  let loads = (0..<intervals).map { 5 * pow(400, Double($0) / Double(intervals - 1)) }
  print("required agents, \(intervals) intervals of 5 to 2,000 erlangs")
  let conditions = ServiceConditions(
    serviceLevel: Share(0.8), within: .seconds(20), maximumOccupancy: Share(0.85))
  let (whole, agents) = try Measurement.measure("PeakPlan, whole positions", runs: 5) {
    try loads.reduce(0.0) { sum, load in
      let queue = ErlangC(load: Erlangs(load), handleTime: .seconds(180))
      return sum + (try queue.wholePositions(meeting: conditions)).value
    }
  }
  let (real, _) = try Measurement.measure("PeakPlan, positions with fractions", runs: 5) {
    try loads.reduce(0.0) { sum, load in
      let queue = ErlangC(load: Erlangs(load), handleTime: .seconds(180))
      return sum + (try queue.positions(meeting: conditions)).positions.value
    }
  }
  print("\(whole.line)   sum of agents \(Int(agents))")
  print(real.line)
  let perSecond = Double(intervals) / whole.median
  print("\(Int(perSecond)) solves a second")
  try compareWithPeers(loads: loads, ours: perSecond)
  print("")
}

/// Runs the Python packages over the same loads, where `make benchmark-queueing` has installed them.
private func compareWithPeers(loads: [Double], ours: Double) throws {
  let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../peers").standardized
  let python = folder.appending(path: ".venv/bin/python")
  guard FileManager.default.isExecutableFile(atPath: python.path) else {
    print("no peers compared: `make benchmark-queueing` installs them")
    return
  }
  let input = FileManager.default.temporaryDirectory
    .appending(path: "peakplan-loads-\(ProcessInfo.processInfo.processIdentifier).txt")
  try Data(loads.map { "\($0)\n" }.joined().utf8).write(to: input)
  defer { try? FileManager.default.removeItem(at: input) }
  let process = Process()
  process.executableURL = python
  process.arguments = [folder.appending(path: "queueing.py").path, input.path]
  let pipe = Pipe()
  process.standardOutput = pipe
  try process.run()
  let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  for line in output.split(separator: "\n") {
    let fields = line.split(separator: ",").map(String.init)
    guard fields.count == 5, let solves = Double(fields[2]), let seconds = Double(fields[3]) else {
      continue
    }
    let rate = solves / seconds
    let name = "\(fields[0]) \(fields[1])".padding(toLength: 26, withPad: " ", startingAt: 0)
    print(
      "\(name)\(Int(rate)) solves a second, sum of agents \(fields[4]): "
        + "PeakPlan is \(Int(ours / rate)) times as fast")
  }
}
