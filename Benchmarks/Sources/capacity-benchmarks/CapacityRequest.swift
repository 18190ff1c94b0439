import CapacityScenarios
import Foundation

/// What to measure, as asked on the command line.
struct CapacityRequest {
  /// The sizes, in order.
  var sizes: [ScenarioSize] = [.s, .m]
  /// The seeds of each size.
  var seeds = 1...3
  /// Seconds for each of the other solvers; `nil` leaves them out.
  var peerSeconds: Double?
  /// Where scenarios and programs are kept; `nil` for a temporary folder.
  var folder: URL?
  /// The gap that ends our search; `nil` for the product's own.
  var gap: Double?
  /// The longest time of our search, in seconds.
  var timeLimit: Double?
  /// Whether every step of our search is printed.
  var isVerbose = false

  init(_ arguments: [String]) throws {
    var left = arguments[...]
    while let word = left.popFirst() {
      if word == "--verbose" {
        isVerbose = true
        continue
      }
      guard let value = left.popFirst() else { throw Misuse("\(word) needs a value") }
      switch word {
      case "--sizes":
        sizes = try value.split(separator: ",").map {
          guard let size = ScenarioSize(rawValue: String($0)) else {
            throw Misuse("\($0) is no size: give S, M, L or XL")
          }
          return size
        }
      case "--seeds":
        let ends = value.split(separator: "-").compactMap { Int($0) }
        guard let first = ends.first, let last = ends.last, 0 <= first, first <= last else {
          throw Misuse("seeds are written 3 or 1-10")
        }
        seeds = first...last
      case "--peers": peerSeconds = try CapacityRequest.number(value, of: word)
      case "--gap": gap = try CapacityRequest.number(value, of: word) / 100
      case "--time-limit": timeLimit = try CapacityRequest.number(value, of: word)
      case "--keep": folder = URL(filePath: value)
      default: throw Misuse("\(word) is not known: --sizes, --seeds, --peers, --gap, --keep")
      }
    }
  }

  private static func number(_ text: String, of word: String) throws -> Double {
    guard let number = Double(text), number >= 0, number.isFinite else {
      throw Misuse("\(word) needs a number of 0 or more")
    }
    return number
  }
}

/// A command line that is not understood.
struct Misuse: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
