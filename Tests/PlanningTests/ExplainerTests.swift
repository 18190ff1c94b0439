import Costing
import Foundation
import PlanFixtures
import Planning
import Testing

@Suite("Every number of a plan can be traced back to its inputs")
struct ExplainerTests {
  let explainer = Explainer(PlanFixture.plan)

  /// At 21:00 on the eve: 31 chats and 15 of the presale, 240 s, three at once.
  @Test("The positions of an interval: contacts, events, handle time, load, what decided")
  func interval() throws {
    let lines = try explainer.explain(.queue("orders-chat", at: "2026-09-30T21:00")).lines
    #expect(
      lines == [
        "positions of Orders chat at 2026-09-30T21:00, net of shrinkage: 3.02"
          + "  = Erlang C, 80 % within 30 s; decided by service-level",
        "  load: 1.02 erlangs  = 46 contacts × 240 s / 60 min / 3 at once",
        "    contacts: 46  = base plus events",
        "      without events: 31  = weekly level and profile of history.csv"
          + "  [queues.orders-chat.volume]",
        "      added by presale: 15  [events.presale]",
        "    handle time: 240 s  [queues.orders-chat.handle-time]",
        "  service level promised: 87.5 %  [queues.orders-chat.service]",
        "  occupancy: 33.82 %  [queues.orders-chat.max-occupancy]",
        "  heads on duty if Wuhan alone served it, gross: 4.24"
          + "  = 3.02 / 71.28 % net share  [staff-groups.wuhan.shrinkage]",
      ])
  }

  @Test("An interval without events names none; a queue of cases promises no service level")
  func cases() throws {
    let explanation = try explainer.explain(.queue("refund-cases", at: "2026-09-21T03:00"))
    #expect(explanation.value == "0.17")
    #expect(explanation.lines[1] == "  load: 0.17 erlangs  = 1 contact × 600.5 s / 60 min")
    #expect(!explanation.lines.contains { $0.contains("added by") })
    #expect(
      explanation.lines.contains("  service level promised: none  [queues.refund-cases.service]"))
    #expect(explanation.parts.count == 5, "two groups can serve it")
  }

  @Test("The hours of a week: who gives them, what is short, what stood in the way")
  func week() throws {
    let lines = try explainer.explain(.queue("orders-chat", at: "2026-10-04")).lines
    #expect(
      lines == [
        "net hours that Orders chat needs in the week of 2026-09-28: 359.75"
          + "  = sum of the positions of its intervals × their length",
        "  given by wuhan: 150 h  [staff-groups.wuhan]",
        "  given by changsha: 35.2 h  [vendors.changsha]",
        "  short: 5 h",
        "    stood in the way: seats of wuhan in the week of 2026-09-28",
        "    stood in the way: notice of changsha",
      ])
  }

  @Test("The heads of a group: joined, left, on the ramp, overtime by pay class")
  func group() throws {
    let lines = try explainer.explain(.group("wuhan", at: "2026-09-21")).lines
    #expect(
      lines == [
        "heads of Wuhan in the week of 2026-09-21: 10  = 9 + 2 joined − 1 left",
        "  in training: 2  [staff-groups.wuhan.hiring]",
        "  in nesting: 0  [staff-groups.wuhan.hiring]",
        "  on the ramp: 2  [staff-groups.wuhan.hiring.ramp]",
        "  output in experienced heads: 7.5  = sum of proficiencies",
        "  regular net time on ordinary days: 203.65 h"
          + "  = experienced heads × 40 contract hours × 6 of 7 days × 71.28 % net share"
          + "  [staff-groups.wuhan.shrinkage]",
        "  overtime CN_OT150: 12 h paid  = 8 h net on contacts  [staff-groups.wuhan.overtime]",
        "  overtime CN_HOL300: 4 h paid  = 3 h net on contacts  [staff-groups.wuhan.overtime]",
      ])
    let second = try explainer.explain(.group("wuhan", at: "2026-10-01T12:00"))
    #expect(second.formula == "10 + 0 joined − 0.5 left")
  }

  @Test("The hours of a vendor by kind of day, and where they go")
  func vendor() throws {
    let lines = try explainer.explain(.vendor("changsha", at: "2026-09-27")).lines
    #expect(
      lines == [
        "seats of Changsha in the week of 2026-09-21: 3  = 3 added this week",
        "  billed on ordinary days: 100 h  [vendors.changsha.price]",
        "  billed on statutory holidays: 20 h  [vendors.changsha.holiday-surcharge]",
        "  net hours for orders-chat on ordinary days: 88 h  [vendors.changsha.proficiency]",
      ])
  }

  @Test("A ledger line: quantity × rate × factor, its rule and its source")
  func line() throws {
    let number = try #require(
      PlanFixture.cost.lines.first { $0.category == .overtime }?.number)
    #expect(
      try explainer.explain(.line(number)).lines == [
        "line 4, overtime of wuhan on 2026-09-21: 620.69 CNY"
          + "  = 12 hours × 34.482759 × 1.5  [staff-groups.wuhan.wage]",
        "  rule: work beyond the daily hours of a working day is paid one and a half times"
          + "  [Labour Law, Art. 44 (read)]",
      ])
  }

  @Test("A line without a supplier names its queue, or nobody")
  func lineWithoutSupplier() throws {
    func statement(_ category: String) throws -> String? {
      let line = PlanFixture.cost.lines.first { $0.category.rawValue == category }
      return try line.map { try explainer.explain(.line($0.number)).statement }
    }
    #expect(try statement("shortage") == "line 27, shortage of orders-chat on 2026-09-28")
    #expect(try statement("end-strength") == "line 28, end-strength on 2026-09-28")
  }

  @Test("Every line can be explained, and says what it says in the ledger")
  func lines() throws {
    for line in PlanFixture.cost.lines {
      let explanation = try explainer.explain(.line(line.number))
      #expect(explanation.path == line.path)
      #expect(explanation.parts.map(\.value) == [line.rule])
    }
  }

  @Test("The cost: its categories, those that are not cash marked")
  func cost() throws {
    let explanation = try explainer.explain(.cost)
    #expect(explanation.value == "96,030.08 CNY")
    #expect(explanation.parts.first?.statement == "regular-pay")
    #expect(explanation.parts.first?.value == "31,454.84 CNY")
    #expect(explanation.parts.first?.formula == "sum of 4 lines, the first is 1")
    #expect(
      explanation.parts.suffix(2).map(\.statement) == [
        "shortage (priced, not cash)", "end-strength (priced, not cash)",
      ])
  }

  @Test("Shortages and the limits that bind, each with what it says")
  func limits() throws {
    #expect(
      try explainer.explain(.shortage).lines == [
        "hours short over the horizon: 5",
        "  orders-chat in the week of 2026-09-28 (statutory-holiday days): 5 h short"
          + "  = 75.5 contacts, priced at 906.00 CNY",
        "    stood in the way: seats of wuhan in the week of 2026-09-28",
        "    stood in the way: notice of changsha",
      ])
    #expect(
      try explainer.explain(.binding).lines == [
        "limits that bind: 2",
        "  seats of wuhan in the week of 2026-09-28: 812.50 CNY a seat  [sites.wuhan.seats]",
        "    meaning: One more seat in Wuhan would save 812.50.",
        "  the budget: 0.01 CNY a minor unit  [policy.budget]",
        "    meaning: More money would save money.",
      ])
  }

  @Test("When hiring alone brings a group to a number of heads")
  func reach() throws {
    let explanation = try explainer.explain(.reach("wuhan", heads: 10))
    #expect(
      explanation.statement
        == "Wuhan at 10 experienced heads by hiring alone, decided on 2026-09-21")
    #expect(explanation.parts.first?.path == "" && !explanation.parts.isEmpty)
    #expect(explanation.parts.first?.statement == "10 heads", "nine are there")
    for heads in [Int.min, -1, 0, 5] {
      let answer = try explainer.explain(.reach("wuhan", heads: heads))
      #expect(answer.value == "from the start", "\(heads)")
    }
    let beyond = try explainer.explain(.reach("wuhan", heads: .max)).value
    #expect(beyond.contains("beyond, not looked at") || beyond.contains("never"))
    #expect(
      try explainer.explain(.reach("evenings", heads: 9)).value == "never within 78 weeks",
      "nobody can be hired there")
  }

  @Test("Levels with the same answer share a line; every rule says where the scenario sets it")
  func reachInRuns() throws {
    let parts = try explainer.explain(.reach("wuhan", heads: 40)).parts
    let levels = parts.filter { $0.statement.hasSuffix(" heads") }
    #expect(levels.count > 1 && levels.contains { $0.statement.contains("–") })
    for (level, next) in zip(levels, levels.dropFirst()) {
      #expect(level.value != next.value || level.formula != next.formula, "\(level.statement)")
    }
    let hiring = ["recruiting-lead", "class-every", "training", "ramp", "class-size", "trainers"]
    let known = hiring.map { "staff-groups.wuhan.hiring.\($0)" } + ["staff-groups.wuhan.attrition"]
    let paths = levels.flatMap(\.parts).map(\.path)
    #expect(!paths.isEmpty && Set(paths).isSubset(of: Set(known)), "\(paths)")
  }

  @Test("A name that is not there is answered with those that are")
  func unknownNames() {
    let errors: [(ExplanationSubject, String)] = [
      (
        .queue("chat", at: "2026-09-21"),
        "there is no queue “chat”; known are: orders-chat, refund-cases"
      ),
      (
        .group("changsha", at: "2026-09-21"),
        "there is no staff group “changsha”; known are: wuhan, evenings"
      ),
      (
        .vendor("wuhan", at: "2026-09-21"),
        "there is no vendor “wuhan”; known are: changsha"
      ),
      (
        .reach("changsha", heads: 9),
        "there is no staff group “changsha”; known are: wuhan, evenings"
      ),
      (.line(0), "there is no ledger line “0”; known are: 1 to 29"),
      (.line(30), "there is no ledger line “30”; known are: 1 to 29"),
      (.line(.min), "there is no ledger line “-9223372036854775808”; known are: 1 to 29"),
    ]
    for (subject, text) in errors {
      let error = #expect(throws: ExplanationError.self) { try explainer.explain(subject) }
      #expect(error?.description == text)
    }
    let none = ExplanationError.unknown(kind: "vendor", name: "x", known: [])
    #expect(none.description == "there is no vendor “x”; the plan has none")
  }

  @Test(
    "A time that is none, or outside the horizon, is answered with the horizon",
    arguments: [
      "", "tomorrow", "2026-09-20", "2026-10-05", "2026-09-20T23:59", "2026-10-05T00:00",
      "2026-09-31", "2026-09-21 08:00", "2026-09-21T25:00",
    ])
  func outside(time: String) {
    let subjects: [ExplanationSubject] = [
      .queue("orders-chat", at: time), .group("wuhan", at: time), .vendor("changsha", at: time),
    ]
    for subject in subjects {
      let error = #expect(throws: ExplanationError.self) { try explainer.explain(subject) }
      #expect(
        error == .outsideHorizon(time, horizon: "2026-09-21..<2026-10-05"), "\(subject)")
    }
  }

  @Test("An explanation is the same after JSON and back")
  func json() throws {
    let explanation = try explainer.explain(.group("wuhan", at: "2026-09-21"))
    let data = try JSONEncoder().encode(explanation)
    #expect(try JSONDecoder().decode(Explanation.self, from: data) == explanation)
  }
}
