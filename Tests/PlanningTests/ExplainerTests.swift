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
    for line in [
      "positions of Orders chat at 2026-09-30T21:00, net of shrinkage: 3.02"
        + "  = Erlang C, 80 % within 30 s; decided by the service level"
        + "  [queues.orders-chat.service]",
      "  load: 1.02 erlangs  = 46 contacts × 240 s / 60 min / 3 at once",
      "    contacts: 46  = 31 without events + 15 by events",
      "      without events: 31  = weekly level and profile of history.csv"
        + "  [queues.orders-chat.volume]",
      "      added by Presale 预售: 15  = 300 % of what would have come anyway, within the event’s "
        + "window and by its shape  [events.presale.lift.orders-chat]",
      "    handle time: 240 s  [queues.orders-chat.volume.history.file]",
      // From 20:00 on 60 chats come of 264 s: 4.4 erlangs, three at once, are in hand at 21:00.
      "  largest load of the interval, for which it is sized: 1.47 erlangs  = at the beginning, of "
        + "what came before and is still being handled  [queues.orders-chat.requirement.interval]",
      "    in hand at its beginning, of contacts that came before: 1.47 erlangs",
      "    its mean load, of contacts that come in it: 1.02 erlangs",
      "  service level promised: 80 % within 30 s  [queues.orders-chat.service]",
      "  service level reached with these positions: 87.5 %",
      "  occupancy: 33.82 %  = time on contacts / time there, by the model with these positions "
        + "(who leaves takes none), at most 85 %"
        + "  [queues.orders-chat.max-occupancy]",
      "  heads on duty if Wuhan alone served it, gross: 4.24"
        + "  = 3.02 / 71.28 % net share  [staff-groups.wuhan.shrinkage]",
    ] { #expect(lines.contains(line), "\(line)") }
  }

  @Test("A closed hour needs nobody because the queue is closed")
  func closed() throws {
    let explanation = try explainer.explain(.queue("orders-chat", at: "2026-09-21T03:00"))
    #expect(explanation.formula == "nobody is needed: the queue is closed")
    #expect(explanation.path == "queues.orders-chat.opening-hours")
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
    for line in [
      "net hours that Orders chat needs in the week of 2026-09-28: 359.75"
        + "  = sum of the positions of its intervals × their length: "
        + "150 h of our own people + 35.2 h of vendors + 5 h short",
      "    given by Wuhan: 150 h  [staff-groups.wuhan]",
      "    given by Changsha: 35.2 h  [vendors.changsha]",
      "    short on statutory holiday days: 5 h",
      "      stood in the way: seats of Wuhan in the week of 2026-09-28"
        + "  = One more seat in Wuhan would save 640.25.  [sites.wuhan.seats]",
      "      stood in the way: notice of Changsha",
    ] { #expect(lines.contains(line), "\(line)") }
  }

  @Test("The heads of a group: joined, left, on the ramp, overtime by pay class")
  func group() throws {
    let lines = try explainer.explain(.group("wuhan", at: "2026-09-21")).lines
    for line in [
      "heads of Wuhan in the week of 2026-09-21: 10  = 9 + 2 joined − 1 left",
      "    class 1, starts on 2026-09-21: 2  = ask for class wuhan 1  [staff-groups.wuhan.hiring]",
      "  in training: 2  [staff-groups.wuhan.hiring]",
      "  on the ramp: 2  [staff-groups.wuhan.hiring.ramp]",
      "  overtime, pay class CN_OT150: 12 h paid  = 8 h net on contacts"
        + "  [staff-groups.wuhan.overtime]",
      "  holiday work, pay class CN_HOL300: 4 h paid  = 3 h net on contacts"
        + "  [staff-groups.wuhan.overtime]",
    ] { #expect(lines.contains(line), "\(line)") }
    let second = try explainer.explain(.group("wuhan", at: "2026-10-01T12:00"))
    #expect(second.formula == "10 + 0 joined − 0.5 left")
  }

  /// September has ten days in the horizon, the second week three of them: 12 + 8 × 3/7 hours that
  /// count, for 70 % of the 9.5 − 1.84 people past nesting.
  @Test("Overtime names the limit of its own months, and how much of it is used")
  func overtimeOfMonth() throws {
    let lines = try explainer.explain(.overtime("wuhan", at: "2026-09-21")).lines
    #expect(
      lines.contains(
        "  limit of 2026-09, a person: 36 h, 12 h for its days within the horizon"
          + "  = 15.43 h paid of the group in the month, by the days of its weeks: 2.88 h for each "
          + "of 5.36 people who agree to overtime  [pay-rules]"))
    #expect(!lines.contains { $0.contains("2026-10") })
    let second = try explainer.explain(.overtime("wuhan", at: "2026-09-28")).lines
    #expect(second.contains { $0.contains("limit of 2026-09") })
    #expect(second.contains { $0.contains("limit of 2026-10") })
  }

  @Test("The hours of a vendor by kind of day, and where they go")
  func vendor() throws {
    let lines = try explainer.explain(.vendor("changsha", at: "2026-09-27")).lines
    for line in [
      "seats of Changsha in the week of 2026-09-21: 3  = 0 at the start + 3 added this week"
        + "  [vendors.changsha]",
      "  billed on statutory holidays: 20 h  [vendors.changsha.holiday-surcharge]",
      "    net hours for Orders chat on ordinary days: 88 h  [vendors.changsha.proficiency]",
    ] { #expect(lines.contains(line), "\(line)") }
    let month = try explainer.explain(.vendor("changsha", at: "2026-09")).lines
    #expect(month.first?.hasPrefix("hours of Changsha used in 2026-09: 165 h") == true)
  }

  @Test("A ledger line: quantity × rate × factor, its rule and its source")
  func line() throws {
    let number = try #require(
      PlanFixture.cost.lines.first { $0.category == .overtime }?.number)
    #expect(
      try explainer.explain(.line(number)).lines == [
        "line 4, overtime of Wuhan on 2026-09-21: 620.69 CNY"
          + "  = 12 hours × 34.482759 × 1.5  [staff-groups.wuhan.wage]",
        "  rule: work beyond the daily hours of a working day is paid one and a half times"
          + "  [Labour Law, Art. 44 (read)]",
        "  its quantity: ask for overtime wuhan 2026-09-21",
      ])
  }

  @Test("A line without a supplier names its queue, or nobody")
  func lineWithoutSupplier() throws {
    func statement(_ category: String) throws -> String? {
      let line = PlanFixture.cost.lines.first { $0.category.rawValue == category }
      return try line.map { try explainer.explain(.line($0.number)).statement }
    }
    #expect(try statement("shortage") == "line 31, shortage of Orders chat on 2026-09-28")
    #expect(try statement("end-strength") == "line 32, end strength on 2026-09-28")
  }

  @Test("Every line can be explained, and says what it says in the ledger")
  func lines() throws {
    for line in PlanFixture.cost.lines {
      let explanation = try explainer.explain(.line(line.number))
      #expect(explanation.path == line.path)
      #expect(explanation.parts.first?.value == line.rule)
    }
  }

  @Test("The cost: its categories, those that are not cash marked")
  func cost() throws {
    let explanation = try explainer.explain(.cost)
    #expect(explanation.value == "96,030.10 CNY")
    #expect(explanation.parts.first?.statement == "regular pay")
    #expect(explanation.parts.first?.value == "22,281.56 CNY")
    #expect(
      explanation.parts.first?.formula
        == "sum of 4 lines, the first is 1; 23.2 % of the cost")
    let statements = explanation.parts.map(\.statement)
    #expect(
      statements.suffix(3) == [
        "shortage (priced, not paid)", "end strength (priced, not paid)", "budget",
      ])
    let wages = try explainer.explain(.costOf("regular-pay"))
    #expect(wages.value == "22,281.56 CNY")
    #expect(wages.parts.flatMap(\.parts).count == 4, "down to its lines")
    let wuhan = try explainer.explain(.costOf("wuhan"))
    #expect(wuhan.statement == "what is paid for Wuhan")
  }

  @Test("A hiring class: who, from when, what it costs, and what limits it")
  func hiringClass() throws {
    for name in ["1", "2026-09-21"] {
      let lines = try explainer.explain(.hiringClass("wuhan", name)).lines
      for line in [
        "  decide by: 2026-09-21  = start − 0 weeks of recruiting"
          + "  [staff-groups.wuhan.hiring.recruiting-lead]",
        "  first contacts: 2026-09-28  = start + 1 week of training"
          + "  [staff-groups.wuhan.hiring.training]",
        "  smallest and largest: 2 to 12  = as few as a class may have"
          + "  [staff-groups.wuhan.hiring.class-size]",
        "    recruiting: 3,000.00 CNY  = 2 heads × 1,500.00 CNY"
          + "  [staff-groups.wuhan.hiring.cost-per-hire]",
      ] { #expect(lines.contains(line), "\(line)") }
    }
    let error = #expect(throws: ExplanationError.self) {
      try explainer.explain(.hiringClass("wuhan", "2"))
    }
    #expect(error?.description.contains("known are: 1 (starts 2026-09-21)") == true)
  }

  @Test("The contacts of a day, and an event’s part of them")
  func contacts() throws {
    let whole = try explainer.explain(.contacts("orders-chat", .horizon))
    let weeks = try ["2026-09-21", "2026-09-28"].map {
      try explainer.explain(.contacts("orders-chat", .week($0)))
    }
    let sums = weeks.compactMap { Double($0.value) }
    #expect(abs((Double(whole.value) ?? 0) - sums.reduce(0, +)) < 0.02)
    let event = try explainer.explain(.event("presale"))
    #expect(event.lines.contains("  window: 3 hours  [events.presale.window]"))
    let drivers = try explainer.explain(.contacts("refund-cases", .day("2026-09-23")))
    #expect(
      drivers.lines.contains {
        $0.contains("1000 orders after their lags × 3 % contact rate × 40 % not settled")
      })
  }

  @Test("Shortages and the limits that bind, each with what it says")
  func limits() throws {
    let shortage = try explainer.explain(.shortage).lines
    for line in [
      "net hours short in the weekly plan over the horizon: 5 h"
        + "  = 75.5 contacts, priced at 906.00 CNY",
      "  Orders chat in the week of 2026-09-28, short on statutory holiday days: 5 h",
      "    priced, not paid: 906.00 CNY  = 75.5 contacts × 12.00 CNY"
        + "  [queues.orders-chat.lost-contact-price]",
      "    stood in the way: notice of Changsha",
    ] { #expect(shortage.contains(line), "\(line)") }
    let binding = try explainer.explain(.binding).lines
    #expect(binding.first?.hasPrefix("limits that bind: 2  = ") == true)
    #expect(
      binding.contains(
        "  seats of Wuhan in the week of 2026-09-28: 640.25 CNY a seat  [sites.wuhan.seats]"))
    #expect(binding.contains("    in words: One more seat in Wuhan would save 640.25."))
    #expect(try explainer.explain(.limit(2)).value == "at most 0.01 CNY a minor unit")
    #expect(throws: ExplanationError.self) { try explainer.explain(.limit(3)) }
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
      (.line(0), "there is no ledger line “0”; known are: 1 to 45"),
      (.line(46), "there is no ledger line “46”; known are: 1 to 45"),
      (.line(.min), "there is no ledger line “-9223372036854775808”; known are: 1 to 45"),
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
