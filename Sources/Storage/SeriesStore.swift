internal import Foundation
internal import GRDB
internal import Units

/// The series of one run by part, queue and name: written while a plan is taken apart, read while it
/// is put together again.
struct SeriesStore {
  /// Where a series belongs.
  struct Key: Hashable, Comparable {
    let part: Part
    let queue: String
    let name: String

    static func < (left: Key, right: Key) -> Bool {
      (left.part.rawValue, left.queue, left.name) < (right.part.rawValue, right.queue, right.name)
    }
  }

  /// The stage whose series it is.
  enum Part: String {
    case history, forecast, requirement
  }

  private var series: [Key: PackedSeries] = [:]

  init() {}

  /// The series of `run`.
  init(run: Int64, in database: Database) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT part, queue, name, encoding, count, data FROM run_series WHERE run = ?",
      arguments: [run])
    while let row = try rows.next() {
      let (part, queue, name): (String, String, String) = (row["part"], row["queue"], row["name"])
      guard let part = Part(rawValue: part),
        let packed = PackedSeries(encoding: row["encoding"], count: row["count"], data: row["data"])
      else { throw DamagedRun("the series \(name) of \(queue) cannot be read") }
      series[Key(part: part, queue: queue, name: name)] = packed
    }
  }

  /// Writes all series of `run`, in the order of their keys.
  func write(run: Int64, with insert: (String, [(any DatabaseValueConvertible)?]) throws -> Void)
    throws
  {
    for key in series.keys.sorted() {
      guard let packed = series[key] else { continue }
      try insert(
        "run_series",
        [
          run, key.part.rawValue, key.queue, key.name, packed.encoding.rawValue, packed.count,
          packed.data,
        ])
    }
  }

  // MARK: Taking apart

  mutating func put(_ values: [Double], _ part: Part, _ queue: String, _ name: String) {
    series[Key(part: part, queue: queue, name: name)] = PackedSeries(values)
  }

  mutating func put(_ values: [Int64], _ part: Part, _ queue: String, _ name: String) {
    series[Key(part: part, queue: queue, name: name)] = PackedSeries(values)
  }

  mutating func put(_ values: [some RealAmount], _ part: Part, _ queue: String, _ name: String) {
    put(values.map(\.value), part, queue, name)
  }

  /// Whole seconds and the attoseconds beyond them as two series; -1 s for no value.
  mutating func put(_ values: [Duration?], _ part: Part, _ queue: String, _ name: String) {
    put(values.map { $0?.components.seconds ?? -1 }, part, queue, "\(name)_s")
    put(values.map { $0?.components.attoseconds ?? 0 }, part, queue, "\(name)_as")
  }

  // MARK: Putting together

  func doubles(_ part: Part, _ queue: String, _ name: String) throws -> [Double] {
    guard let values = series[Key(part: part, queue: queue, name: name)]?.doubles else {
      throw DamagedRun("the series \(name) of \(queue) is missing")
    }
    return values
  }

  func integers(_ part: Part, _ queue: String, _ name: String) throws -> [Int64] {
    guard let values = series[Key(part: part, queue: queue, name: name)]?.integers else {
      throw DamagedRun("the series \(name) of \(queue) is missing")
    }
    return values
  }

  func amounts<Amount: RealAmount>(
    _ part: Part, _ queue: String, _ name: String
  ) throws -> [Amount] {
    try doubles(part, queue, name).map(Amount.init)
  }

  func durations(_ part: Part, _ queue: String, _ name: String) throws -> [Duration?] {
    let seconds = try integers(part, queue, "\(name)_s")
    let attoseconds = try integers(part, queue, "\(name)_as")
    return zip(seconds, attoseconds).map { seconds, attoseconds in
      seconds < 0 ? nil : Duration(secondsComponent: seconds, attosecondsComponent: attoseconds)
    }
  }
}

/// A run whose rows do not fit together.
struct DamagedRun: Error, CustomStringConvertible {
  let description: String

  init(_ reason: String) { description = "the run is damaged: \(reason)" }
}
