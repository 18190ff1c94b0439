import Foundation
import PlanFixtures
import Storage
import TestSupport
import Testing

@Suite("The tables of a store")
struct StoreTablesTests {
  let store: TemporaryStore

  init() throws {
    store = try TemporaryStore()
    try store.open().keep(
      PlanFixture.plan, provenance: PlanFixture.provenance, at: "2026-08-01T09:30:00Z")
  }

  @Test("The run, its inputs and its overrides")
  func run() throws {
    let runs = try store.rows("SELECT * FROM run")
    #expect(
      runs == [
        "1|2026-08-01T09:30:00Z|national-day|National day|Who answers over the “golden week”?|"
          + "peakplan 0.1.0|GLPK 5.0|18446744073709551615|within gap|10500000.25|10450000.0|"
          + "\(50_000.25 / 10_500_000.25)|CNY|2|9603010|5.0"
      ])
    #expect(
      try store.rows("SELECT path, bytes, length(sha256) FROM run_input")
        == ["history.csv|812|64", "scenario.yaml|4096|64"])
    #expect(
      try store.rows("SELECT path, base, value FROM run_override") == [
        "queues.orders-chat.patience|90 s|60 s", "seed|NULL|18446744073709551615",
      ])
  }

  /// 14 hours of 14 days of chats, 24 of cases; at 21:00 on the eve 46 chats of 240 s, 3 at once.
  @Test("The requirement by interval and by week")
  func requirement() throws {
    #expect(
      try store.rows("SELECT queue, count(*) FROM requirement_interval GROUP BY queue")
        == ["orders-chat|196", "refund-cases|336"])
    #expect(
      try store.rows(
        """
        SELECT contacts, handle_time_s, round(load_erlangs, 4), round(positions, 4), driver,
          service_level FROM requirement_interval
        WHERE queue = 'orders-chat' AND start = '2026-09-30T21:00'
        """) == ["46.0|240.0|1.0222|3.0222|service-level|0.875"])
    #expect(
      try store.rows(
        "SELECT DISTINCT handle_time_s, driver, service_level FROM requirement_interval "
          + "WHERE queue = 'refund-cases'") == ["600.5|workload|NULL"])
    #expect(
      try store.rows("SELECT * FROM requirement_week") == [
        "1|orders-chat|2026-09-21|1116000|187200", "1|orders-chat|2026-09-28|739800|555300",
        "1|refund-cases|2026-09-21|86400|14400", "1|refund-cases|2026-09-28|57600|43200",
      ])
  }

  @Test("Groups, overtime, classes and allocations")
  func groups() throws {
    #expect(
      try store.rows("SELECT * FROM group_week WHERE staff_group = 'wuhan'") == [
        "1|wuhan|2026-09-21|10.0|2.0|0.0|2.0|2.0|1.0|7.5|733140",
        "1|wuhan|2026-09-28|9.5|0.0|1.84|1.0|0.0|0.5|8.25|537480",
      ])
    #expect(
      try store.rows("SELECT * FROM overtime_week") == [
        "1|wuhan|2026-09-21|CN_HOL300|14400|10800", "1|wuhan|2026-09-21|CN_OT150|43200|28800",
        "1|wuhan|2026-09-28|CN_HOL300|86400|64800", "1|wuhan|2026-09-28|CN_REST200|28800|19800",
      ])
    #expect(
      try store.rows("SELECT * FROM hiring_class") == [
        "1|wuhan|1|1|2026-09-21|2026-09-21|2026-09-28|2026-10-05|2026-10-12|2.0|1.84"
      ])
    #expect(
      try store.rows(
        "SELECT supplier_kind, supplier, week, queue, day_bucket, net_s FROM allocation "
          + "WHERE week = '2026-09-28'") == [
          "group|evenings|2026-09-28|refund-cases|ordinary|28800",
          "group|wuhan|2026-09-28|orders-chat|ordinary|540000",
          "vendor|changsha|2026-09-28|orders-chat|statutory-holiday|126720",
        ])
  }

  @Test("Vendors by week and by month")
  func vendors() throws {
    #expect(
      try store.rows("SELECT * FROM vendor_week") == [
        "1|changsha|2026-09-21|3.0|3.0|360000|72000",
        "1|changsha|2026-09-28|2.5|0.0|216000|144000",
      ])
    #expect(
      try store.rows("SELECT * FROM vendor_month") == [
        "1|changsha|2026-09|1|522000|72000|744000|1", "1|changsha|2026-10|1|54000|144000|288000|0",
      ])
  }

  @Test("Shortages with their causes, and the limits that bind")
  func limits() throws {
    #expect(
      try store.rows("SELECT * FROM shortage")
        == ["1|orders-chat|2026-09-28|statutory-holiday|18000|75.5|90600"])
    #expect(
      try store.rows("SELECT * FROM shortage_tier")
        == ["1|orders-chat|2026-09-28|statutory-holiday|1|1|1|75.5"])
    #expect(
      try store.rows("SELECT rank, binding_constraint FROM shortage_cause") == [
        "1|seats of wuhan in the week of 2026-09-28", "2|notice of changsha",
      ])
    #expect(
      try store.rows("SELECT rank, family, week, shadow_price_minor, unit FROM binding_constraint")
        == ["1|seats|2026-09-28|81250.0|seat", "2|budget|NULL|1.0|minor unit"])
  }

  @Test("The schedule: seats, breaks, coverage; evenings carried in are no seats of the day")
  func schedule() throws {
    #expect(
      try store.rows("SELECT * FROM shift_seats") == [
        "1|2026-09-30|1|group|wuhan|day|2026-09-30T08:00|36000|32400|3600|3",
        "1|2026-09-30|2|group|wuhan|day|2026-09-30T22:00|32400|28800|0|2",
        "1|2026-09-30|3|vendor|changsha|day|2026-09-30T22:00|32400|28800|0|1",
      ])
    #expect(
      try store.rows("SELECT * FROM shift_break WHERE number = 3") == [
        "1|2026-09-30|3|1|7200|900|1", "1|2026-09-30|3|2|14400|3600|0",
      ])
    #expect(
      try store.rows(
        "SELECT round(required, 4), in_house, outsourced, short FROM coverage "
          + "WHERE start = '2026-09-30T21:00'") == ["3.0222|3.0|0.5|0.0"])
    #expect(try store.rows("SELECT count(*) FROM coverage") == ["24"])
  }

  @Test("The ledger's lines have exact parts, and sum to the run's total")
  func ledger() throws {
    #expect(
      try store.rows(
        """
        SELECT number, is_cash, quantity_millionths, unit, rate_minor_numerator,
          rate_minor_denominator, multiplier_numerator, multiplier_denominator, amount_minor
        FROM ledger_line WHERE ledger = 'plan' AND category = 'overtime'
        """) == ["4|1|12000000|hour|100000|29|3|2|62069"])
    #expect(
      try store.rows(
        """
        SELECT total_minor - (SELECT sum(amount_minor) FROM ledger_line
          WHERE run = run.id AND ledger = 'plan' AND is_cash = 1) FROM run
        """) == ["0"])
    let counts = try store.rows("SELECT ledger, count(*) FROM ledger GROUP BY ledger")
    #expect(counts == ["plan|45", "schedule|9"])
    #expect(
      try store.rows(
        """
        SELECT count(*) FROM ledger
        WHERE abs(quantity * rate_minor * multiplier - amount_minor) > 0.500001
        """) == ["0"])
  }

  @Test("Every table and column is described in the reference, and its queries run")
  func reference() throws {
    let text = try PackageFolder.text("docs/reference/store.md")
    for table in try store.tables() {
      let isThere = text.contains("**`\(table)`**")
      #expect(isThere, "\(table) is missing in store.md")
      for column in try store.rows("SELECT name FROM pragma_table_info('\(table)')") {
        #expect(text.contains("`\(column)`"), "\(table).\(column) is missing in store.md")
      }
    }
    let queries = text.components(separatedBy: "```sql\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    #expect(queries.count >= 5)
    for query in queries {
      let rows = try store.rows(query)
      #expect(!rows.isEmpty, "\(query)")
    }
  }
}
