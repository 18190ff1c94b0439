internal import Foundation
internal import GRDB
public import Planning

/// Every run that was kept: its inputs, its solver's word, and all its results as tables that any
/// SQLite client can query. `docs/reference/store.md` describes the tables.
///
/// A class, because it owns the one connection to the database file.
public final class PlanStore: Sendable {
  let database: DatabaseQueue
  /// The database file.
  public let path: String

  /// Opens the store at `path`, creates it where there is none, and brings its tables up to date.
  ///
  /// - Throws: ``StoreError/cannotOpen(path:reason:)`` or
  ///   ``StoreError/newer(path:migrations:)`` for a store that a later version wrote.
  public init(path: String) throws(StoreError) {
    self.path = path
    guard !path.isEmpty else { throw .cannotOpen(path: path, reason: "its path is empty") }
    do {
      // An absolute path: SQLite takes names such as ":memory:" for something else than a file.
      let file = URL(fileURLWithPath: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      var configuration = Configuration()
      configuration.busyMode = .timeout(10)
      configuration.prepareDatabase { database in
        try database.execute(sql: "PRAGMA journal_mode = WAL")
        try database.execute(sql: "PRAGMA synchronous = FULL")
      }
      database = try DatabaseQueue(path: file.path, configuration: configuration)
    } catch {
      throw .cannotOpen(path: path, reason: PlanStore.reason(of: error))
    }
    try migrate()
  }

  /// Brings the tables up to date. Several processes that meet on a new file may see it half made
  /// by another, so a refusal counts only when it stays.
  private func migrate() throws(StoreError) {
    let migrator = StoreMigrations.migrator
    var refusals = 0
    while true {
      do {
        let unknown = try database.read { try migrator.hasBeenSuperseded($0) }
        guard !unknown else { throw StoreError.newer(path: path) }
        try migrator.migrate(database)
        return
      } catch let error as StoreError {
        throw error
      } catch {
        refusals += 1
        guard refusals < 20 else {
          throw .cannotOpen(path: path, reason: PlanStore.reason(of: error))
        }
        Thread.sleep(forTimeInterval: 0.05)
      }
    }
  }

  /// Where runs are kept unless told otherwise: `PEAKPLAN_STORE`, else `peakplan/runs.sqlite` in
  /// the user's data folder (`XDG_DATA_HOME`, else `~/.local/share`).
  public static var defaultPath: String {
    let environment = ProcessInfo.processInfo.environment
    if let path = environment["PEAKPLAN_STORE"], !path.isEmpty { return path }
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? "."
    let data = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    return "\(data ?? "\(home)/.local/share")/peakplan/runs.sqlite"
  }

  func reading<Value: Sendable>(
    _ read: @Sendable (Database) throws -> Value
  ) throws(StoreError) -> Value {
    do {
      return try database.read(read)
    } catch let error as StoreError {
      throw error
    } catch {
      throw .failed(path: path, reason: PlanStore.reason(of: error))
    }
  }

  /// Writes in one transaction: all of it, or nothing.
  func writing<Value: Sendable>(
    _ write: @Sendable (Database) throws -> Value
  ) throws(StoreError) -> Value {
    do {
      return try database.write(write)
    } catch let error as StoreError {
      throw error
    } catch {
      throw .failed(
        path: path, reason: "\(PlanStore.reason(of: error)); nothing was changed")
    }
  }

  /// An error in words, without the statement that met it.
  private static func reason(of error: any Error) -> String {
    switch error {
    case let error as DatabaseError: error.message ?? "\(error.resultCode)"
    case let error as CocoaError: words(for: error as NSError)
    default: "\(error)"
    }
  }

  /// The system's words for an error of a file, where it has any.
  private static func words(for error: NSError) -> String {
    let below = error.userInfo[NSUnderlyingErrorKey] as? NSError
    for cause in [below, error].compactMap(\.self) where cause.domain == NSPOSIXErrorDomain {
      return String(cString: strerror(Int32(cause.code)))
    }
    let words = error.localizedDescription.trimmingCharacters(in: ["."])
    return words.contains("NSCocoaErrorDomain") ? "its folder cannot be made" : words
  }
}

/// Why the store could not do what it was asked.
public enum StoreError: Error, Equatable, CustomStringConvertible {
  /// The file cannot be opened or created.
  case cannotOpen(path: String, reason: String)
  /// A later version of PeakPlan wrote the store.
  case newer(path: String)
  /// There is no such run.
  case unknownRun(Int64, path: String)
  /// The database refused (disk full, locked, damaged).
  case failed(path: String, reason: String)

  /// What is wrong, and how to mend it.
  public var description: String {
    switch self {
    case .cannotOpen(let path, let reason):
      "the store \(path) cannot be opened: \(reason); name another with --store or PEAKPLAN_STORE"
    case .newer(let path):
      "the store \(path) was written by a later version of peakplan; update peakplan, or name "
        + "another store with --store"
    case .unknownRun(let id, let path):
      "the store \(path) has no run \(id); `peakplan runs list` shows what it has"
    case .failed(let path, let reason):
      "the store \(path) refused: \(reason)"
    }
  }
}

/// One run, without its tables.
public struct RunSummary: Sendable, Equatable, Codable {
  /// The run's number in its store.
  public let id: Int64
  /// When it was kept, RFC 3339 in UTC.
  public let createdAt: String
  /// The scenario's id.
  public let scenario: String
  /// The program and its version.
  public let program: String
  /// The solver and its version.
  public let solver: String
  /// The seed.
  public let seed: UInt64
  /// What the end of the capacity solve means.
  public let status: String
  /// The objective in minor units.
  public let objective: Double
  /// The proven bound.
  public let bound: Double?
  /// The gap, as a share.
  public let gap: Double?
  /// The currency's code.
  public let currency: String
  /// The money that is paid over the horizon, as a decimal.
  public let total: String
  /// Net hours short over the horizon.
  public let hoursShort: Double
  /// What the contacts that nobody handles are priced at, as a decimal; not paid.
  public let pricedShortage: String
  /// What was changed of the base scenario, in the order of the paths.
  public let overrides: [Provenance.Override]
}
