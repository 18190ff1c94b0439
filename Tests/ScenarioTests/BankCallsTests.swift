import Foundation
import GLPK
import Planning
import ScenarioFiles
import Staffing
import TestSupport
import Testing
import Units

/// A scenario nobody here wrote the data of: the calls of a US bank in 2003.
@Suite("Real bank calls")
struct BankCallsTests {
  static let history = "forecast/data/public/us_bank_calls_30min.csv"

  static let scenario = """
    peakplan: 1
    name: Calls of a US bank
    question: Who answers a bank's calls?
    time-zone: America/New_York
    currency: USD
    calendar: US
    slot: 30 min
    horizon: { start: 2003-10-27, weeks: 8 }
    queues:
      calls:
        name: Calls
        channel: voice
        opening-hours: { monday-friday: "07:00-21:00" }
        service: { answered: 80 %, within: 20 s }
        max-occupancy: 92 %
        handle-time: 180 s
        requirement: { interval: sipp }
        lost-contact-price: 4.00
        volume:
          history:
            file: calls.csv
            interval: 30 min
            columns: { start: timestamp, offered: value }
    sites:
      office: { name: Office, seats: 600 }
    staff-groups:
      tellers:
        name: Tellers
        site: office
        skills: [calls]
        contract-hours: 40 h
        wage: 17.50 per hour
        employer-on-cost: 20 %
        headcount: { 52 weeks: 300 }
        shrinkage: { in-office: 10 %, out-of-office: 12 %, combination: sequential }
        schedule-efficiency: 90 %
        attrition: { 0 weeks: 30 % per year }
    policy:
      lost-contact-price: 4.00
      missing-head-at-end: 0.00
    """

  @Test("are planned, and three intervals agree with Erlang C by hand", .acceptance(history))
  func plan() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("bank-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(Self.scenario.utf8).write(to: folder.appendingPathComponent("scenario.yaml"))
    try FileManager.default.copyItem(
      at: AcceptanceTable.file(Self.history), to: folder.appendingPathComponent("calls.csv"))

    let scenario = try ScenarioReader().read(folder: folder.path).scenario
    let plan = try Planner(solver: GLPKSolver()).plan(scenario)
    let calls = try #require(plan.requirement.queues.first)
    let byLoad = calls.load.indices.sorted { calls.load[$0] < calls.load[$1] }
    let open = byLoad.filter { calls.driver[$0] == .serviceLevel }
    let chosen = [open[open.count / 10], open[open.count / 2], open[open.count - 1]]
    for slot in chosen {
      let load = calls.volume[slot].value * 180 / 1800
      #expect(abs(calls.load[slot].value - load) < 1e-9)
      let needed = HandErlang.agents(load: load, target: 0.8, within: 20.0 / 180)
      // Positions are real numbers: the whole number above them is the textbook's answer.
      let occupancyFloor = (load / 0.92).rounded(.up)
      let whole = calls.positions[slot].value.rounded(.up)
      #expect(whole == max(Double(needed), occupancyFloor))
    }
    print("compared 3 intervals of us_bank_calls_30min.csv by hand")
  }
}

/// Erlang C as the textbooks sum it, in whole agents: slow and plain, shares nothing with the
/// product.
enum HandErlang {
  /// The fewest agents that answer `target` of the calls within `within` handle times.
  static func agents(load: Double, target: Double, within: Double) -> Int {
    var agents = Int(load) + 1
    while serviceLevel(agents: agents, load: load, within: within) < target { agents += 1 }
    return agents
  }

  private static func serviceLevel(agents: Int, load: Double, within: Double) -> Double {
    var logTerm = 0.0
    var terms = [0.0]
    for index in 1...agents {
      logTerm += logRatio(load, index)
      terms.append(logTerm)
    }
    let largest = terms.max() ?? 0
    let scaled = terms.map { exponential($0 - largest) }
    let last = scaled[agents] * Double(agents) / (Double(agents) - load)
    let waits = last / (scaled.dropLast().reduce(0, +) + last)
    return 1 - waits * exponential(-(Double(agents) - load) * within)
  }

  private static func logRatio(_ load: Double, _ index: Int) -> Double {
    Foundation.log(load / Double(index))
  }

  private static func exponential(_ value: Double) -> Double { Foundation.exp(value) }
}
