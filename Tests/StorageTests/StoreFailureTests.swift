import Foundation
import GRDB
import PlanFixtures
import Planning
import Testing

@testable import Storage

@Suite("A store that cannot do what it is asked says why and loses nothing")
struct StoreFailureTests {
  let store: TemporaryStore

  init() throws { store = try TemporaryStore() }

  @Test("Opening makes the folders, and again changes nothing")
  func migrations() throws {
    let path = store.folder.appending(path: "a/b/runs.sqlite").path
    _ = try PlanStore(path: path)
    let schema = "SELECT group_concat(sql, ';') FROM sqlite_master"
    let first = try DatabaseQueue(path: path).read { try String.fetchOne($0, sql: schema) }
    _ = try PlanStore(path: path)
    let second = try DatabaseQueue(path: path).read { try String.fetchOne($0, sql: schema) }
    #expect(first == second && first != nil)
  }

  @Test("An empty file becomes a store")
  func emptyFile() throws {
    try Data().write(to: URL(filePath: store.path))
    #expect(try store.open().runs().isEmpty)
  }

  @Test("A path relative to the working folder, or with a name special to SQLite, is a file")
  func specialNames() throws {
    let path = store.folder.appending(path: ":memory:").path
    try PlanStore(path: path).keep(
      PlanFixture.plan, provenance: PlanFixture.provenance, at: "2026-08-01T00:00:00Z")
    #expect(try PlanStore(path: path).runs().count == 1)
    let file = store.folder.appending(path: "file:x?mode=memory").path
    try PlanStore(path: file).keep(
      PlanFixture.plan, provenance: PlanFixture.provenance, at: "2026-08-01T00:00:00Z")
    #expect(FileManager.default.fileExists(atPath: file))
  }

  @Test("A store of a later version is refused, and left as it is")
  func newer() throws {
    _ = try store.open()
    try DatabaseQueue(path: store.path).write { database in
      try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('999 from the future')")
    }
    #expect(throws: StoreError.newer(path: store.path)) { try store.open() }
    #expect(
      StoreError.newer(path: "x").description.contains("written by a later version of peakplan"))
  }

  @Test("A folder, an empty path and a file that is no database cannot be opened")
  func unopenable() throws {
    let text = store.folder.appending(path: "notes.txt")
    try Data(String(repeating: "no database\n", count: 100).utf8).write(to: text)
    for path in [store.folder.path, "", "/dev/null/runs.sqlite", text.path] {
      let error = #expect(throws: StoreError.self) { try PlanStore(path: path) }
      guard case .cannotOpen(path, _) = error else {
        Issue.record("\(path): \(String(describing: error))")
        continue
      }
      #expect(error?.description.contains("name another with --store") == true)
    }
    #expect(try String(contentsOf: text, encoding: .utf8).hasPrefix("no database"))
  }

  @Test("On a full disk nothing of the run is kept, and the store stays whole")
  func fullDisk() throws {
    let runs = try store.open()
    let first = try keep(in: runs)
    // A limit on the pages of the file answers like a disk without room.
    let pages = try runs.writing { database in
      let used = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      return try Int.fetchOne(database, sql: "PRAGMA max_page_count = \(used + 3)") ?? 0
    }
    #expect(pages > 0)
    let rows = try store.rowCount()
    let error = #expect(throws: StoreError.self) { try keep(in: runs) }
    #expect(
      error
        == .failed(path: store.path, reason: "database or disk is full; nothing was changed"))
    #expect(try store.rowCount() == rows)
    #expect(try runs.plan(of: first).plan == PlanFixture.plan)
    #expect(try store.rows("PRAGMA integrity_check") == ["ok"])
  }

  @Test("A store that may not be written refuses the run and can still be read")
  func readOnly() throws {
    let runs = try store.open()
    let first = try keep(in: runs)
    try runs.writing { try $0.execute(sql: "PRAGMA query_only = 1") }
    let error = #expect(throws: StoreError.self) { try keep(in: runs) }
    #expect(error?.description.contains("readonly database; nothing was changed") == true)
    #expect(throws: StoreError.self) { try runs.delete(first) }
    #expect(try runs.runs().map(\.id) == [first])
    #expect(try runs.plan(of: first).plan == PlanFixture.plan)
  }

  @Test("A run that fails midway leaves no row behind")
  func midway() throws {
    let runs = try store.open()
    try runs.writing { database in
      try database.execute(
        sql: """
          CREATE TRIGGER refuse BEFORE INSERT ON ledger_line WHEN NEW.ledger = 'schedule' AND NEW.number = 9
          BEGIN SELECT RAISE(ABORT, 'the ninth line'); END
          """)
    }
    let error = #expect(throws: StoreError.self) { try keep(in: runs) }
    #expect(error == .failed(path: store.path, reason: "the ninth line; nothing was changed"))
    #expect(try store.rowCount() == 0)
    try runs.writing { try $0.execute(sql: "DROP TRIGGER refuse") }
    #expect(try keep(in: runs) == 1)
  }

  @Test("Rows that were tampered with are an error in words")
  func damaged() throws {
    let changes = [
      "UPDATE run_series SET data = x'00' WHERE name = 'positions'",
      "UPDATE run_series SET encoding = 'f128' WHERE name = 'positions'",
      "DELETE FROM run_series WHERE name = 'positions'",
      "UPDATE run_series SET data = x'63000000', count = 336 WHERE name = 'driver'",
      "UPDATE run_series SET count = 2, data = x'0000000000000000' WHERE name = 'fold'",
      "UPDATE run_document SET plan = x'7B7D'",
    ]
    let runs = try store.open()
    for change in changes {
      let id = try keep(in: runs)
      try DatabaseQueue(path: store.path).write { try $0.execute(sql: change) }
      #expect(throws: StoreError.self, "\(change)") { try runs.plan(of: id) }
    }
    #expect(try runs.runs().count == changes.count)
  }

  @Test("Two stores on one file, written from many threads at once, keep every run whole")
  func manyWriters() async throws {
    let stores = [try store.open(), try store.open()]
    let ids = try await withThrowingTaskGroup(of: Int64.self) { group in
      for writer in 0..<12 {
        group.addTask {
          try stores[writer % 2].keep(
            PlanFixture.plan, provenance: PlanFixture.provenance, at: "2026-08-01T00:00:00Z")
        }
      }
      return try await group.reduce(into: [Int64]()) { $0.append($1) }
    }
    #expect(Set(ids) == Set(1...12))
    for id in ids { #expect(try stores[0].plan(of: id).plan == PlanFixture.plan) }
  }

  private func keep(in runs: PlanStore) throws -> Int64 {
    try runs.keep(
      PlanFixture.plan, provenance: PlanFixture.provenance, at: "2026-08-01T00:00:00Z")
  }
}
