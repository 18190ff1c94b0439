import Foundation
import GRDB
import Storage

/// A store in a folder of its own that is removed with it.
final class TemporaryStore {
  let folder: URL
  let path: String

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "peakplan-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appending(path: "runs.sqlite").path
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func open() throws -> PlanStore { try PlanStore(path: path) }

  /// Rows of a query as text, by another connection than the store's.
  func rows(_ sql: String) throws -> [String] {
    try DatabaseQueue(path: path).read { database in
      try Row.fetchAll(database, sql: sql).map { row in
        row.map { _, value in
          switch value.storage {
          case .null: "NULL"
          case .int64(let number): String(number)
          case .double(let number): String(number)
          case .string(let text): text
          case .blob(let data): "\(data.count) bytes"
          }
        }.joined(separator: "|")
      }
    }
  }

  /// The names of the tables, without those of SQLite and of the migrator.
  func tables() throws -> [String] {
    try rows(
      """
      SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'
      AND name NOT LIKE 'grdb%' ORDER BY name
      """)
  }

  /// How many rows the tables have, all together.
  func rowCount() throws -> Int {
    try tables().reduce(0) { sum, table in
      sum + (Int(try rows("SELECT count(*) FROM \(table)").first ?? "") ?? 0)
    }
  }
}
