import TestSupport
import Testing
import Units

@testable import Queueing

@Suite("Queueing agrees with the reference tables")
struct QueueingAcceptanceTests {
  @Test(
    "Erlang B: blocking, its logarithm and the load carried",
    .acceptance("queueing/erlang_b.csv"))
  func erlangB() throws {
    let table = try AcceptanceTable("queueing/erlang_b.csv")
    for row in table.rows {
      let agents = try #require(table.number(row, "agents"))
      let load = try #require(table.number(row, "load_erlangs"))
      let relative = load <= 1e4 ? 1e-11 : 1e-9
      let queue = ErlangB(load: Erlangs(load))
      let comment: Comment = "\(agents) agents, \(load) erlangs"
      #expect(
        passes(
          queue.blocking(with: Positions(agents)).value, table.cell(row, "p_block"),
          relative: relative, absolute: 1e-30), comment)
      #expect(
        passes(
          queue.logBlocking(with: Positions(agents)), table.cell(row, "ln_p_block"),
          relative: relative, absolute: relative), comment)
      #expect(
        passes(
          queue.carriedLoad(with: Positions(agents)).value, table.cell(row, "carried_erlangs"),
          relative: 1e-9, absolute: 1e-12), comment)
    }
    table.printCompared(table.rows.count, "3 values each")
  }

  @Test(
    "Erlang C: waits, service level, occupancy and queue, unstable and empty rows included",
    .acceptance("queueing/erlang_c.csv"))
  func erlangC() throws {
    let table = try AcceptanceTable("queueing/erlang_c.csv")
    for row in table.rows {
      let agents = try #require(table.number(row, "agents"))
      let calls = try #require(table.number(row, "calls_per_hour"))
      let seconds = try #require(table.number(row, "aht_s"))
      let target = try #require(table.number(row, "target_s"))
      let queue = ErlangC(
        volume: ContactVolume(calls), handleTime: .seconds(seconds), during: .seconds(3600))
      let comment: Comment = "\(agents) agents, \(calls) calls an hour of \(seconds) s"
      let stable = queue.isStable(with: Positions(agents))
      #expect((stable ? "1" : "0") == table.cell(row, "stable"), comment)
      let values: [(String, Double, Double, Double)] = [
        ("load_erlangs", queue.load.value, 1e-12, 0),
        ("p_wait", queue.waitProbability(agents), 1e-9, 1e-30),
        ("asa_s", queue.averageWait(agents), 1e-9, 1e-30),
        ("sl", queue.serviceLevel(agents, within: target), 1e-9, 1e-12),
        ("occupancy", queue.occupancy(agents), 1e-9, 1e-30),
        ("mean_queue", queue.meanQueue(agents), 1e-9, 1e-30),
      ]
      for (column, value, relative, absolute) in values {
        let reference = table.cell(row, column)
        #expect(
          passes(value, reference, relative: relative, absolute: absolute),
          "\(column) is \(value), the reference \(reference); \(comment)")
      }
    }
    table.printCompared(table.rows.count, "7 values each")
  }

  @Test(
    "Required positions: the least real number, the whole one, what binds",
    .acceptance("queueing/required_agents.csv"))
  func requiredPositions() throws {
    let table = try AcceptanceTable("queueing/required_agents.csv")
    let names: [ServiceCondition: String] = [
      .serviceLevel: "sl", .averageSpeedOfAnswer: "asa", .abandonment: "abandon",
      .occupancy: "occupancy",
    ]
    let definitions: [String: ServiceLevelDefinition] = [
      "": .offered, "offered": .offered, "answered": .answered, "virtual": .virtual,
      "excl_short": .excludingShortAbandons, "within_any": .withinAny,
    ]
    for row in table.rows {
      let calls = try #require(table.number(row, "calls_per_hour"))
      let seconds = try #require(table.number(row, "aht_s"))
      let conditions = ServiceConditions(
        serviceLevel: table.number(row, "sl_min").map { Share($0) },
        definition: try #require(definitions[table.cell(row, "sl_definition")]),
        within: .seconds(try #require(table.number(row, "target_s"))),
        averageSpeedOfAnswer: table.number(row, "asa_max_s").map { .seconds($0) },
        abandonment: table.number(row, "abandon_max").map { Share($0) },
        maximumOccupancy: table.number(row, "occupancy_max").map { Share($0) })
      let load = Erlangs(
        volume: ContactVolume(calls), handleTime: .seconds(seconds), during: .seconds(3600))
      let required: () throws -> RequiredPositions
      switch table.cell(row, "model") {
      case "C":
        let queue = ErlangC(load: load, handleTime: .seconds(seconds))
        required = { try queue.positions(meeting: conditions) }
        if table.cell(row, "feasible") == "1" {
          #expect(
            try queue.wholePositions(meeting: conditions).value
              == table.number(row, "agents_min"), "\(row)")
        }
      case "A":
        let patience = try #require(table.number(row, "patience_s"))
        let queue = ErlangA(
          load: load, handleTime: .seconds(seconds), patience: .seconds(patience))
        required = { try queue.positions(meeting: conditions) }
      default:
        Issue.record("no model for \(row)")
        continue
      }
      guard table.cell(row, "feasible") == "1" else {
        #expect(throws: UnreachableTarget.self, "\(row)") { try required() }
        continue
      }
      let least = try required()
      #expect(
        passes(
          least.positions.value, table.cell(row, "agents_real"), relative: 1e-7, absolute: 1e-8),
        "\(least.positions.value); \(row)")
      #expect(least.wholePositions.value == table.number(row, "agents_min"), "\(row)")
      #expect(
        (least.binding.flatMap { names[$0] } ?? "none") == table.cell(row, "binding"), "\(row)")
    }
    table.printCompared(table.rows.count, "4 values each")
  }
}
