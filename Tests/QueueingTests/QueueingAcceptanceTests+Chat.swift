import TestSupport
import Testing
import Units

@testable import Queueing

extension QueueingAcceptanceTests {
  @Test("Chat with concurrency: all outputs", .acceptance("queueing/chat.csv"))
  func chat() throws {
    let table = try AcceptanceTable("queueing/chat.csv")
    for row in table.rows {
      let agents = try #require(table.number(row, "agents"))
      let chats = try #require(table.number(row, "chats_per_hour"))
      let concurrency = try #require(table.number(row, "concurrency"))
      let times = (1...Int(concurrency)).map { table.number(row, "aht_\($0)_s") ?? .nan }
      let target = try #require(table.number(row, "target_s"))
      let queue = ChatQueue(
        volume: ContactVolume(chats), during: .seconds(3600),
        handleTimes: try ChatHandleTimes(times.map { .seconds($0) }),
        patience: .seconds(try #require(table.number(row, "patience_s"))))
      let shares = queue.shares(agents, within: target)
      let figures = shares.line.figures(occupancy: shares.occupancy(of: agents, idle: chats == 0))
      let performance = queue.chatPerformance(with: Positions(agents), within: .seconds(target))
      let values: [(String, Double, Double)] = [
        ("p_wait", figures.waitProbability, 1e-30),
        ("p_abandon", figures.abandonment, 1e-30),
        ("asa_answered_s", figures.answeredWait, 1e-30),
        ("sl_offered", figures.offered, 1e-12),
        ("sl_answered", figures.answered, 1e-12),
        ("agent_busy", figures.occupancy, 1e-30),
        ("mean_concurrency_busy", performance.meanConcurrency, 1e-30),
        ("slot_utilisation", performance.slotUtilisation.value, 1e-30),
        ("mean_queue", figures.meanQueue, 1e-30),
      ]
      for (column, value, absolute) in values {
        let reference = table.cell(row, column)
        #expect(
          passes(value, reference, relative: 1e-9, absolute: absolute),
          "\(column) is \(value), the reference \(reference); \(row)")
      }
    }
    table.printCompared(table.rows.count, "9 values each")
  }

  @Test("Inbound and outbound by one team: all outputs", .acceptance("queueing/blend.csv"))
  func blend() throws {
    let table = try AcceptanceTable("queueing/blend.csv")
    for row in table.rows {
      let agents = try #require(table.number(row, "agents"))
      let reserve = try #require(table.number(row, "reserve"))
      let target = try #require(table.number(row, "target_s"))
      let queue = BlendedQueue(
        volume: ContactVolume(try #require(table.number(row, "inbound_per_hour"))),
        during: .seconds(3600), handleTime: .seconds(try #require(table.number(row, "aht_s"))),
        patience: .seconds(try #require(table.number(row, "patience_s"))))
      let shares = queue.shares(agents, reserve: reserve, within: target)
      let figures = shares.line.figures(occupancy: queue.occupancy(shares, of: agents))
      let values: [(String, Double, Double)] = [
        ("p_wait", figures.waitProbability, 1e-30),
        ("p_abandon", figures.abandonment, 1e-30),
        ("asa_answered_s", figures.answeredWait, 1e-30),
        ("sl_offered", figures.offered, 1e-12),
        ("outbound_per_hour", shares.outbound * 3600, 1e-30),
        ("occupancy", figures.occupancy, 1e-30),
      ]
      for (column, value, absolute) in values {
        let reference = table.cell(row, column)
        #expect(
          passes(value, reference, relative: 1e-9, absolute: absolute),
          "\(column) is \(value), the reference \(reference); \(row)")
      }
    }
    table.printCompared(table.rows.count, "6 values each")
  }

  @Test("Deferred work by earliest deadline: exact", .acceptance("queueing/deferred_edf.csv"))
  func deferred() throws {
    let table = try AcceptanceTable("queueing/deferred_edf.csv")
    func hours(_ row: AcceptanceTable.Row, _ column: String) throws -> Duration {
      .seconds(try #require(table.number(row, column)) * 3600)
    }
    var rows = table.rows[...]
    while let first = rows.first {
      let scenario = table.cell(first, "scenario")
      let part = rows.prefix { table.cell($0, "scenario") == scenario }
      rows = rows.dropFirst(part.count)
      let dues = try ["due_1", "due_2"].map { Int(try #require(table.number(first, $0))) }
      let queue = try DeferredQueue(
        classes: dues.map { DeferredClass(dueWithin: $0) },
        work: part.map { [try hours($0, "work_1"), try hours($0, "work_2")] })
      let course = try queue.worked(with: part.map { try hours($0, "capacity") })
      for (index, row) in part.enumerated() {
        #expect(table.number(row, "interval") == Double(index))
        let interval = course.intervals[index]
        let values: [(String, Duration)] = [
          ("done_1", interval.done[0]), ("done_2", interval.done[1]),
          ("done_late_1", interval.doneLate[0]), ("done_late_2", interval.doneLate[1]),
          ("backlog_end_1", interval.backlog[0]), ("backlog_end_2", interval.backlog[1]),
          ("overdue_end", interval.overdue), ("idle_capacity", interval.idle),
        ]
        for (column, value) in values {
          #expect(value == (try hours(row, column)), "\(column), \(row)")
        }
      }
    }
    table.printCompared(table.rows.count, "8 values each, equal to the attosecond")
  }
}
