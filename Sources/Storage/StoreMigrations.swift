internal import GRDB

/// The tables of the store, version by version. A migration that has landed never changes.
enum StoreMigrations {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 runs and their results") { database in
      try database.execute(sql: runs)
      try database.execute(sql: demand)
      try database.execute(sql: capacity)
      try database.execute(sql: schedule)
      try database.execute(sql: ledger)
    }
    migrator.registerMigration("2 what a limit saves") { database in
      try database.execute(
        sql: "ALTER TABLE binding_constraint ADD COLUMN saving_minor INTEGER")
    }
    return migrator
  }

  private static let runs = """
    CREATE TABLE run (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      created_at TEXT NOT NULL,
      scenario TEXT NOT NULL,
      name TEXT NOT NULL,
      question TEXT NOT NULL,
      program TEXT NOT NULL,
      solver TEXT NOT NULL,
      seed TEXT NOT NULL,
      status TEXT NOT NULL,
      objective REAL NOT NULL,
      bound REAL,
      gap REAL,
      currency TEXT NOT NULL,
      minor_digits INTEGER NOT NULL,
      total_minor INTEGER NOT NULL,
      hours_short REAL NOT NULL
    ) STRICT;
    CREATE TABLE run_input (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      path TEXT NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL,
      PRIMARY KEY (run, path)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE run_override (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      path TEXT NOT NULL, base TEXT, value TEXT NOT NULL,
      PRIMARY KEY (run, path)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE run_document (
      run INTEGER PRIMARY KEY REFERENCES run ON DELETE CASCADE,
      plan BLOB NOT NULL, provenance BLOB NOT NULL
    ) STRICT;
    CREATE TABLE run_series (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      part TEXT NOT NULL, queue TEXT NOT NULL, name TEXT NOT NULL,
      encoding TEXT NOT NULL, count INTEGER NOT NULL, data BLOB NOT NULL,
      PRIMARY KEY (run, part, queue, name)
    ) STRICT;
    """

  private static let demand = """
    CREATE TABLE requirement_interval (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      queue TEXT NOT NULL, start TEXT NOT NULL,
      contacts REAL NOT NULL, handle_time_s REAL NOT NULL, load_erlangs REAL NOT NULL,
      positions REAL NOT NULL, driver TEXT NOT NULL, service_level REAL, occupancy REAL NOT NULL,
      PRIMARY KEY (run, queue, start)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE requirement_week (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      queue TEXT NOT NULL, week TEXT NOT NULL,
      ordinary_s INTEGER NOT NULL, statutory_holiday_s INTEGER NOT NULL,
      PRIMARY KEY (run, queue, week)
    ) STRICT, WITHOUT ROWID;
    """

  private static let capacity = """
    CREATE TABLE group_week (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      staff_group TEXT NOT NULL, week TEXT NOT NULL,
      heads REAL NOT NULL, in_training REAL NOT NULL, in_nesting REAL NOT NULL,
      ramping REAL NOT NULL, joined REAL NOT NULL, departed REAL NOT NULL,
      effective_heads REAL NOT NULL, regular_net_s INTEGER NOT NULL,
      PRIMARY KEY (run, staff_group, week)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE overtime_week (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      staff_group TEXT NOT NULL, week TEXT NOT NULL, pay_class TEXT NOT NULL,
      paid_s INTEGER NOT NULL, net_s INTEGER NOT NULL,
      PRIMARY KEY (run, staff_group, week, pay_class)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE allocation (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      supplier_kind TEXT NOT NULL, supplier TEXT NOT NULL, week TEXT NOT NULL,
      queue TEXT NOT NULL, day_bucket TEXT NOT NULL, net_s INTEGER NOT NULL,
      PRIMARY KEY (run, supplier_kind, supplier, week, queue, day_bucket)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE hiring_class (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      staff_group TEXT NOT NULL, number INTEGER NOT NULL, parallel_classes INTEGER NOT NULL,
      decide_by TEXT NOT NULL, start TEXT NOT NULL, first_contacts TEXT NOT NULL,
      nesting_ends TEXT NOT NULL, full_speed TEXT NOT NULL,
      heads REAL NOT NULL, graduates REAL NOT NULL,
      PRIMARY KEY (run, staff_group, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE vendor_week (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      vendor TEXT NOT NULL, week TEXT NOT NULL, seats REAL NOT NULL, added REAL NOT NULL,
      ordinary_s INTEGER NOT NULL, statutory_holiday_s INTEGER NOT NULL,
      PRIMARY KEY (run, vendor, week)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE vendor_month (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      vendor TEXT NOT NULL, month TEXT NOT NULL, is_active INTEGER NOT NULL,
      ordinary_s INTEGER NOT NULL, statutory_holiday_s INTEGER NOT NULL,
      committed_s INTEGER NOT NULL, is_set_up INTEGER NOT NULL,
      PRIMARY KEY (run, vendor, month)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE shortage (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      queue TEXT NOT NULL, week TEXT NOT NULL, day_bucket TEXT NOT NULL,
      net_s INTEGER NOT NULL, contacts_lost REAL NOT NULL, cost_minor INTEGER NOT NULL,
      PRIMARY KEY (run, queue, week, day_bucket)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE shortage_tier (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      queue TEXT NOT NULL, week TEXT NOT NULL, day_bucket TEXT NOT NULL,
      tier INTEGER NOT NULL, multiplier_numerator INTEGER NOT NULL,
      multiplier_denominator INTEGER NOT NULL, contacts REAL NOT NULL,
      PRIMARY KEY (run, queue, week, day_bucket, tier)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE shortage_cause (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      queue TEXT NOT NULL, week TEXT NOT NULL, day_bucket TEXT NOT NULL,
      rank INTEGER NOT NULL, binding_constraint TEXT NOT NULL,
      PRIMARY KEY (run, queue, week, day_bucket, rank)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE binding_constraint (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      rank INTEGER NOT NULL, name TEXT NOT NULL, family TEXT NOT NULL, week TEXT,
      shadow_price_minor REAL NOT NULL, unit TEXT NOT NULL, meaning TEXT NOT NULL,
      path TEXT NOT NULL,
      PRIMARY KEY (run, rank)
    ) STRICT, WITHOUT ROWID;
    """

  private static let schedule = """
    CREATE TABLE shift_seats (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      date TEXT NOT NULL, number INTEGER NOT NULL, supplier_kind TEXT NOT NULL,
      supplier TEXT NOT NULL, shift_type TEXT NOT NULL, start TEXT NOT NULL,
      length_s INTEGER NOT NULL, paid_s INTEGER NOT NULL, overtime_s INTEGER NOT NULL,
      seats INTEGER NOT NULL,
      PRIMARY KEY (run, date, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE shift_break (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      date TEXT NOT NULL, number INTEGER NOT NULL, break_number INTEGER NOT NULL,
      offset_s INTEGER NOT NULL, length_s INTEGER NOT NULL, is_paid INTEGER NOT NULL,
      PRIMARY KEY (run, date, number, break_number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE coverage (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      queue TEXT NOT NULL, start TEXT NOT NULL, required REAL NOT NULL, in_house REAL NOT NULL,
      outsourced REAL NOT NULL, short REAL NOT NULL,
      PRIMARY KEY (run, queue, start)
    ) STRICT, WITHOUT ROWID;
    """

  private static let ledger = """
    CREATE TABLE ledger_line (
      run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
      ledger TEXT NOT NULL, number INTEGER NOT NULL, category TEXT NOT NULL,
      is_cash INTEGER NOT NULL, supplier TEXT NOT NULL, queue TEXT, date TEXT NOT NULL,
      quantity_millionths INTEGER NOT NULL, unit TEXT NOT NULL,
      rate_minor_numerator INTEGER NOT NULL, rate_minor_denominator INTEGER NOT NULL,
      multiplier_numerator INTEGER NOT NULL, multiplier_denominator INTEGER NOT NULL,
      amount_minor INTEGER NOT NULL, rule TEXT NOT NULL, source TEXT NOT NULL, path TEXT NOT NULL,
      PRIMARY KEY (run, ledger, number)
    ) STRICT, WITHOUT ROWID;
    CREATE VIEW ledger AS
      SELECT run, ledger, number, category, is_cash, supplier, queue, date,
        quantity_millionths / 1e6 AS quantity, unit,
        rate_minor_numerator * 1.0 / rate_minor_denominator AS rate_minor,
        multiplier_numerator * 1.0 / multiplier_denominator AS multiplier,
        amount_minor, rule, source, path
      FROM ledger_line;
    """
}
