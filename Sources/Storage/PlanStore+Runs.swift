internal import Foundation
internal import GRDB
public import Planning
internal import Units

extension PlanStore {
  /// Keeps a run with all its results, in one transaction.
  ///
  /// - Parameter time: when it was made, RFC 3339 in UTC.
  /// - Returns: the run's number.
  @discardableResult
  public func keep(
    _ plan: Plan, provenance: Provenance, at time: String
  ) throws(StoreError) -> Int64 {
    try writing { database in
      let id = try RunWriter(database: database, plan: plan).write(provenance, at: time)
      return id
    }
  }

  /// All runs, the newest first.
  public func runs() throws(StoreError) -> [RunSummary] {
    try reading { database in
      let changes = try Self.overrides(in: database, of: nil)
      return try Row.fetchAll(database, sql: Self.summaries + " ORDER BY id DESC").map { row in
        RunSummary(row, overrides: changes[row["id"], default: []])
      }
    }
  }

  /// One run.
  public func run(_ id: Int64) throws(StoreError) -> RunSummary {
    let path = path
    return try reading { database in
      let row = try Row.fetchOne(
        database, sql: Self.summaries + " WHERE id = ?", arguments: [id])
      guard let row else { throw StoreError.unknownRun(id, path: path) }
      let changes = try Self.overrides(in: database, of: id)
      return RunSummary(row, overrides: changes[id, default: []])
    }
  }

  /// A run with the price of its shortage.
  private static let summaries = """
    SELECT run.*, (
      SELECT coalesce(sum(amount_minor), 0) FROM ledger_line
      WHERE ledger_line.run = run.id AND ledger = 'plan' AND category = 'shortage'
    ) AS shortage_minor FROM run
    """

  /// What was changed, by run: of one run, or of all.
  private static func overrides(
    in database: Database, of run: Int64?
  ) throws -> [Int64: [Provenance.Override]] {
    let rows = try Row.fetchAll(
      database, sql: "SELECT * FROM run_override WHERE run = ? OR ? IS NULL ORDER BY run, path",
      arguments: [run, run])
    return rows.reduce(into: [:]) { changes, row in
      let change = Provenance.Override(path: row["path"], base: row["base"], value: row["value"])
      changes[row["run"], default: []].append(change)
    }
  }

  /// The plan of one run, as it was kept.
  public func plan(of id: Int64) throws(StoreError) -> (plan: Plan, provenance: Provenance) {
    let path = path
    return try reading { database in
      let row = try Row.fetchOne(
        database, sql: "SELECT plan, provenance FROM run_document WHERE run = ?", arguments: [id])
      guard let row, let plan: Data = row["plan"], let provenance: Data = row["provenance"] else {
        throw StoreError.unknownRun(id, path: path)
      }
      let decoder = JSONDecoder()
      let document = try decoder.decode(Plan.self, from: plan)
      return (
        try document.putTogether(from: SeriesStore(run: id, in: database)),
        try decoder.decode(Provenance.self, from: provenance)
      )
    }
  }

  /// Deletes one run with all its results.
  public func delete(_ id: Int64) throws(StoreError) {
    let path = path
    try writing { database in
      try database.execute(sql: "DELETE FROM run WHERE id = ?", arguments: [id])
      if database.changesCount == 0 { throw StoreError.unknownRun(id, path: path) }
    }
  }
}

extension RunSummary {
  init(_ row: Row, overrides: [Provenance.Override]) {
    let digits: Int = row["minor_digits"]
    let code: String = row["currency"]
    let minor: Int64 = row["total_minor"]
    let seed: String = row["seed"]
    func decimal(_ minor: Int64) -> String {
      Currency(code: code)?.decimal(Money(minorUnits: minor)) ?? "\(minor)e-\(digits)"
    }
    self.init(
      id: row["id"], createdAt: row["created_at"], scenario: row["scenario"],
      program: row["program"], solver: row["solver"], seed: UInt64(seed) ?? 0,
      status: row["status"], objective: row["objective"], bound: row["bound"], gap: row["gap"],
      currency: code, total: decimal(minor), hoursShort: row["hours_short"],
      pricedShortage: decimal(row["shortage_minor"]), overrides: overrides)
  }
}
