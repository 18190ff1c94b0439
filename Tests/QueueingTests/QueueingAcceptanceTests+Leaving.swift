import TestSupport
import Testing
import Units

@testable import Queueing

/// The limits of one table: columns with what we say and how close it must be.
private typealias Column = (name: String, value: Double, relative: Double, absolute: Double)

extension AcceptanceTable {
  /// The inputs that the rows of the models with patience have in common.
  fileprivate func queue(_ row: Row) throws -> ErlangA {
    let calls = try #require(number(row, "calls_per_hour"))
    let seconds = try #require(number(row, "aht_s"))
    let patience = try #require(number(row, "patience_s"))
    return ErlangA(
      volume: ContactVolume(calls), handleTime: .seconds(seconds),
      patience: patience.isFinite ? .seconds(patience) : nil, during: .seconds(3600))
  }

  /// Every column must pass; one that is empty must have no value.
  fileprivate func compare(_ row: Row, _ columns: [Column]) {
    for column in columns {
      let reference = cell(row, column.name)
      if reference.isEmpty {
        #expect(column.value.isNaN, "\(column.name) is \(column.value), not empty; \(row)")
      } else {
        #expect(
          passes(
            column.value, reference, relative: column.relative, absolute: column.absolute),
          "\(column.name) is \(column.value), the reference \(reference); \(row)")
      }
    }
  }
}

@Suite("Queues that people leave agree with the reference tables")
struct LeavingAcceptanceTests {
  @Test(
    "Erlang A: all figures and all five service levels",
    .acceptance("queueing/erlang_a.csv"))
  func erlangA() throws {
    let table = try AcceptanceTable("queueing/erlang_a.csv")
    for row in table.rows {
      let agents = try #require(table.number(row, "agents"))
      let target = try #require(table.number(row, "target_s"))
      let figures = try table.queue(row).figures(agents, within: target)
      table.compare(
        row,
        [
          ("p_wait", figures.waitProbability, 1e-8, 1e-30),
          ("p_abandon", figures.abandonment, 1e-8, 1e-30),
          ("asa_answered_s", figures.answeredWait, 1e-8, 1e-30),
          ("mean_wait_all_s", figures.meanWait, 1e-8, 1e-30),
          ("occupancy", figures.occupancy, 1e-8, 1e-30),
          ("mean_queue", figures.meanQueue, 1e-8, 1e-30),
          ("sl_offered", figures.offered, 1e-8, 1e-11),
          ("sl_answered", figures.answered, 1e-8, 1e-11),
          ("sl_virtual", figures.virtual, 1e-8, 1e-11),
          ("sl_excl_short", figures.excludingShortAbandons, 1e-8, 1e-11),
          ("sl_within_any", figures.withinAny, 1e-8, 1e-11),
        ])
    }
    table.printCompared(table.rows.count, "11 values each")
  }

  @Test(
    "Finite queues, with patience and without",
    .acceptance("queueing/finite_buffer.csv"))
  func finiteBuffer() throws {
    let table = try AcceptanceTable("queueing/finite_buffer.csv")
    for row in table.rows {
      let agents = try #require(table.number(row, "agents"))
      let target = try #require(table.number(row, "target_s"))
      let places = try #require(Int(table.cell(row, "queue_places")))
      let figures = FiniteQueue(try table.queue(row), places: places)
        .figures(agents, within: target)
      table.compare(
        row,
        [
          ("p_block", figures.blocking, 1e-9, 1e-30),
          ("p_wait", figures.waitProbability, 1e-9, 1e-30),
          ("p_abandon", figures.abandonment, 1e-9, 1e-30),
          ("asa_answered_s", figures.answeredWait, 1e-9, 1e-30),
          ("mean_wait_all_s", figures.meanWait, 1e-9, 1e-30),
          ("sl_offered", figures.offered, 1e-9, 1e-12),
          ("sl_answered", figures.answered, 1e-9, 1e-12),
          ("occupancy", figures.occupancy, 1e-9, 1e-30),
          ("mean_queue", figures.meanQueue, 1e-9, 1e-30),
        ])
    }
    table.printCompared(table.rows.count, "9 values each")
  }

  @Test(
    "Redials: the attempts that repeat themselves, and what each of them meets",
    .acceptance("queueing/retrial.csv"))
  func redials() throws {
    let table = try AcceptanceTable("queueing/retrial.csv")
    for row in table.rows {
      let agents = try #require(table.number(row, "agents"))
      let target = try #require(table.number(row, "target_s"))
      let calls = try #require(table.number(row, "calls_per_hour"))
      let share = try #require(table.number(row, "redial_prob"))
      let queue = RedialQueue(try table.queue(row), redialing: Share(share))
      let outcome = queue.redials(with: Positions(agents), within: .seconds(target))
      #expect((outcome.isFeasible ? "1" : "0") == table.cell(row, "feasible"), "\(row)")
      let figures = queue.figures(agents, within: target)
      let perContact = outcome.attemptsPerContact ?? .nan
      let feasible = outcome.isFeasible
      table.compare(
        row,
        [
          ("lambda_total_per_hour", perContact * calls, 1e-7, 1e-30),
          ("retrials_per_hour", share * perContact * calls * figures.abandonment, 1e-7, 1e-30),
          ("p_lost_customer", outcome.lostCustomers?.value ?? .nan, 1e-7, 1e-30),
          ("p_wait", feasible ? figures.waitProbability : .nan, 1e-7, 1e-30),
          ("p_abandon", feasible ? figures.abandonment : .nan, 1e-7, 1e-30),
          ("asa_answered_s", feasible ? figures.answeredWait : .nan, 1e-7, 1e-30),
          ("sl_offered", feasible ? figures.offered : .nan, 1e-7, 1e-10),
          ("sl_answered", feasible ? figures.answered : .nan, 1e-7, 1e-10),
          ("occupancy", feasible ? figures.occupancy : .nan, 1e-7, 1e-30),
          ("mean_queue", feasible ? figures.meanQueue : .nan, 1e-7, 1e-30),
        ])
    }
    table.printCompared(table.rows.count, "11 values each")
  }

  @Test(
    "Erlang A with an uncertain rate",
    .acceptance("queueing/erlang_a_uncertain.csv"))
  func uncertainRate() throws {
    let table = try AcceptanceTable("queueing/erlang_a_uncertain.csv")
    for row in table.rows {
      let agents = Positions(try #require(table.number(row, "agents")))
      let target = Duration.seconds(try #require(table.number(row, "target_s")))
      let variation = try #require(table.number(row, "cv"))
      let queue = try table.queue(row)
      let mixed = UncertainLoad(queue, variation: variation)
        .performance(with: agents, within: target)
      let point = queue.performance(with: agents, within: target)
      table.compare(
        row,
        [
          ("sl_offered", mixed.serviceLevels.offered?.value ?? .nan, 0, 1e-5),
          ("p_abandon", mixed.abandonment.value, 0, 1e-5),
          ("p_wait", mixed.waitProbability.value, 0, 1e-5),
          ("point_sl_offered", point.serviceLevels.offered?.value ?? .nan, 0, 1e-5),
          ("point_p_abandon", point.abandonment.value, 0, 1e-5),
          ("point_p_wait", point.waitProbability.value, 0, 1e-5),
        ])
    }
    table.printCompared(table.rows.count, "6 values each")
  }
}
