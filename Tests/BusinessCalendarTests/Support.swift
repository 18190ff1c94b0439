import BusinessCalendar
import Foundation
import Testing

/// A generator whose numbers follow from its seed (SplitMix64: G. Steele, D. Lea, C. Flood, 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// The day an ISO date names; records an issue where it is none.
func date(_ iso: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> LocalDate {
  try #require(LocalDate(iso: iso), sourceLocation: sourceLocation)
}

/// The zone with an IANA name.
func zone(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> TimeZoneRules
{
  try #require(TimeZoneRules(identifier: name), sourceLocation: sourceLocation)
}

/// The moment a text names.
func moment(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws
  -> LocalDateTime
{
  try #require(LocalDateTime(text), sourceLocation: sourceLocation)
}

/// A table of the acceptance folder: `$PEAKPLAN_ACCEPTANCE`, by default beside the package.
enum AcceptanceTable {
  static func rows(_ path: String) -> [[String: String]]? {
    let environment = ProcessInfo.processInfo.environment["PEAKPLAN_ACCEPTANCE"]
    let package = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder =
      environment.map { URL(filePath: $0) }
      ?? package.deletingLastPathComponent().appending(path: "shared/acceptance")
    guard let text = try? String(contentsOf: folder.appending(path: path), encoding: .utf8)
    else {
      print("skipped: there is no \(path) in the acceptance folder")
      return nil
    }
    let lines = text.split(whereSeparator: \.isNewline)
    guard let header = lines.first?.split(separator: ",", omittingEmptySubsequences: false)
    else { return [] }
    return lines.dropFirst().map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      return Dictionary(
        zip(header.map(String.init), fields.map(String.init)), uniquingKeysWith: { $1 })
    }
  }
}
