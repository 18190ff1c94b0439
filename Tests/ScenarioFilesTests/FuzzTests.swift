import Foundation
import ScenarioFiles
import TestSupport
import Testing

@Suite("Mutated files")
struct FuzzTests {
  /// Bytes that mean something to YAML or CSV.
  static let signs =
    Array("&*!|>'\"%@`[]{},:#?-\n\r\t ;.0123456789\u{0}\u{7f}".utf8) + [0xff, 0xc3]
  static let pieces = [
    "&a ", "*a", "<<: *a", "!!binary ", "[[[[[[[[[[", "{{{{{{{{", "? ", "- - - - ", "---\n",
    "...\n",
    "|\n", ">9\n", "\"", "'", "\\", "\u{2028}", "\u{feff}", "9999999999999999999999", "-1", "NaN",
    "1e999", "none", "~", "null", "99999999 weeks", "1000000000000 %", "../../../x", "2026-02-30",
    "extend: .\n", "override: {}\n", ": ", "、", "👩‍👩‍👧", "0", "\n  \n", "#",
  ]

  /// Mutants of each seed; `PEAKPLAN_FUZZ_ROUNDS` asks for more.
  static let rounds =
    ProcessInfo.processInfo.environment["PEAKPLAN_FUZZ_ROUNDS"].flatMap(Int.init) ?? 30

  static func mutated(_ bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: bytes[place] ^= UInt8(1 << Int.random(in: 0..<8, using: &random))
      case 1: bytes[place] = signs[Int.random(in: 0..<signs.count, using: &random)]
      case 2: bytes.removeLast(bytes.count - place)
      case 3:
        let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
        bytes.removeSubrange(place..<end)
      case 4:
        let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
        bytes.insert(contentsOf: Array(piece.utf8), at: place)
      case 5:
        let piece = Array("[{-? &*".utf8)[Int.random(in: 0..<7, using: &random)]
        let count = Int.random(in: 1...3000, using: &random)
        bytes.insert(contentsOf: [UInt8](repeating: piece, count: count), at: place)
      case 6:
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        let first = Int.random(in: 0..<lines.count, using: &random)
        let second = Int.random(in: 0..<lines.count, using: &random)
        lines.swapAt(first, second)
        bytes = Array(lines.joined(separator: [10]))
      default:
        let end = min(bytes.count, place + Int.random(in: 1...60, using: &random))
        bytes.insert(contentsOf: bytes[place..<end], at: place)
      }
    }
    return bytes
  }

  @Test("Whatever becomes of a file, it is a scenario or a list of issues", arguments: 0..<20)
  func survives(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed) &+ 77)
    let files = seed.isMultiple(of: 2) ? FuzzTests.small : FuzzTests.large
    let names = files.keys.sorted()
    var refused = 0
    for _ in 0..<FuzzTests.rounds {
      var mutant = files
      let name = names[Int.random(in: 0..<names.count, using: &random)]
      mutant[name] = FuzzTests.mutated(files[name] ?? [], &random)
      do throws(ScenarioIssues) {
        _ = try ScenarioReader().read(files: FilesInMemory(mutant), id: "test")
      } catch {
        refused += 1
        #expect(!error.errors.isEmpty)
        #expect(error.issues.allSatisfy { $0.line >= 1 && $0.column >= 1 && !$0.message.isEmpty })
        let text = error.rendered(color: true)
        #expect(!text.contains("a fault of PeakPlan"), "\(error)")
        // What only the look at the composed values finds has slipped past the guard before them.
        #expect(!text.contains("the file holds more values"), "\(error)")
      }
    }
    #expect(refused > FuzzTests.rounds / 6)
  }

  /// The starter with a short history.
  static let small: [String: [UInt8]] = {
    let history = "timestamp,value\n" + CSVTests.days.map { "\($0),120\n" }.joined()
    let texts = starter([(", interval: 30 min", "")]).merging(["history.csv": history]) { $1 }
    return texts.mapValues { Array($0.utf8) }
  }()

  /// What the broken scenarios were broken from, with all its files.
  static let large: [String: [UInt8]] = {
    let paths = [
      "scenario.yaml": "base/scenario.yaml", "../history.csv": "history.csv",
      "../orders.csv": "orders.csv",
    ]
    return paths.mapValues { path in
      let file = BrokenScenarioTests.folder.appendingPathComponent(path)
      return (try? Data(contentsOf: file)).map { [UInt8]($0) } ?? []
    }
  }()
}
