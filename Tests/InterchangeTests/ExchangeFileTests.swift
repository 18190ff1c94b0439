import BusinessCalendar
import Interchange
import PlanningFixtures
import Scenarios
import Testing
import Units

/// Two queues, calls and chats, open from 9 to 17 each day from Monday 1 June 2026 for four weeks; the
/// vendor north takes both.
@Suite("Files that a buyer and a vendor exchange")
struct ExchangeFileTests {
  private let scenario: Scenario
  private let vendor: Vendor

  init() throws {
    var fixture = ScenarioFixture()
    fixture.queues = [
      QueueFixture("calls", weeklyHours: [10]), QueueFixture("chats", weeklyHours: [10]),
    ]
    fixture.vendors = [VendorFixture("north", skills: ["calls", "chats"])]
    scenario = fixture.scenario
    vendor = scenario.vendors[0]
  }

  private func interval(
    _ queues: [String], _ start: String, _ end: String, _ people: Double
  ) throws -> ExchangeInterval {
    ExchangeInterval(
      vendor: vendor.id, queues: queues.map { Queue.ID($0) },
      start: try #require(LocalDateTime(start)),
      end: try #require(LocalDateTime(end)), people: Positions(people))
  }

  private func writer(_ layout: ExchangeLayout) -> ExchangeWriter {
    ExchangeWriter(layout, vendors: [vendor], queues: scenario.queues)
  }

  private func read(
    _ text: String
  ) throws(ExchangeIssues) -> (layout: ExchangeLayout, intervals: [ExchangeInterval]) {
    try ExchangeReader(scenario, vendors: [vendor]).read(Array(text.utf8), file: "answer.csv")
  }

  private func issues(_ text: String) -> [ExchangeIssue] {
    do throws(ExchangeIssues) {
      _ = try read(text)
      return []
    } catch {
      return error.issues
    }
  }

  /// As the online help shows it: Insurance,20210326 08:00,20210326 08:15,0,0,0,16.85.
  @Test("A requirement in Calabrio's layout has seven fields and no header")
  func requirement() throws {
    let gap = try interval(["calls"], "2026-06-01T09:00", "2026-06-01T09:15", 16.85)
    #expect(
      try writer(.calabrioRequirement).text([gap])
        == "calls,20260601 09:00,20260601 09:15,0,0,0,16.85\n")
  }

  @Test("A commitment in Calabrio's layout names its source and joins skills by a bar")
  func staffing() throws {
    let both = try interval(["calls", "chats"], "2026-06-01T09:00", "2026-06-01T09:15", 12.5)
    #expect(
      try writer(.calabrioStaffing).text([both])
        == "source,skillcombination,startdatetime,enddatetime,agents\n"
        + "north,calls|chats,2026-06-01 09:00,2026-06-01 09:15,12.50\n")
  }

  @Test("The words of its earlier releases are read too")
  func earlier() throws {
    let found = try read(
      "source,skillgroup,startdatetime,enddatetime,resources\n"
        + "north,calls | chats,2026-06-01 09:00,2026-06-01 09:15,12.5\n")
    #expect(found.layout == .calabrioStaffing)
    #expect(
      found.intervals == [
        try interval(["calls", "chats"], "2026-06-01T09:00", "2026-06-01T09:15", 12.5)
      ])
  }

  @Test("People are counted once where lines of the same queues overlap")
  func overlaps() {
    let found = issues(
      """
      vendor,queue,start,end,people
      north,calls,2026-06-01T09:15,2026-06-01T09:45,2
      north,calls,2026-06-01T09:00,2026-06-01T10:00,2
      north,chats,2026-06-01T09:00,2026-06-01T10:00,2
      north,calls,2026-06-01T10:00,2026-06-01T10:30,2
      north,calls,2026-06-01T09:50,2026-06-01T09:55,2
      """)
    #expect(found.map(\.line) == [2, 6])
    #expect(found.first?.message.contains("in line 3 already") == true)
  }

  @Test("What is written is read back, in every layout", arguments: ExchangeLayout.allCases)
  func roundTrip(layout: ExchangeLayout) throws {
    let intervals = [
      try interval(["calls"], "2026-06-01T09:00", "2026-06-01T10:00", 3.25),
      try interval(["chats"], "2026-06-01T16:00", "2026-06-01T17:00", 0.5),
    ]
    let found = try read(try writer(layout).text(intervals))
    #expect(found.layout == layout)
    #expect(found.intervals == intervals)
  }

  @Test("A name that a spreadsheet would take for a formula is written as text")
  func formula() throws {
    var fixture = ScenarioFixture()
    fixture.queues = [QueueFixture("=1+1,x", weeklyHours: [10])]
    let line = try ExchangeWriter(
      .calabrioRequirement, vendors: [vendor], queues: fixture.scenario.queues
    ).text([
      ExchangeInterval(
        vendor: vendor.id,
        queues: [Queue.ID("=1+1,x")],
        start: try #require(LocalDateTime("2026-06-01T09:00")),
        end: try #require(LocalDateTime("2026-06-01T09:15")), people: Positions(1))
    ])
    #expect(line.hasPrefix("\"'=1+1,x\","))
  }

  @Test("Queues that a layout would call by one name, or by a bar, are refused")
  func names() throws {
    var fixture = ScenarioFixture()
    let start = String(repeating: "long ", count: 10)
    fixture.queues = [
      QueueFixture(start + "first", weeklyHours: [10]),
      QueueFixture(start + "second", weeklyHours: [10]), QueueFixture("a|b", weeklyHours: [10]),
    ]
    let queues = fixture.scenario.queues
    func text(_ layout: ExchangeLayout, _ numbers: [Int]) throws(ExchangeNameError) -> String {
      let day = LocalDateTime("2026-06-01T09:00")
      let end = LocalDateTime("2026-06-01T09:15")
      guard let day, let end else { return "" }
      return try ExchangeWriter(layout, vendors: [vendor], queues: queues).text(
        numbers.map {
          ExchangeInterval(
            vendor: vendor.id, queues: [queues[$0].id], start: day, end: end,
            people: Positions(1))
        })
    }
    for layout in [ExchangeLayout.calabrioRequirement, .calabrioStaffing] {
      #expect(try text(layout, [0]).contains("long"))
      #expect(
        throws: ExchangeNameError.sameName(queues[0].id, queues[1].id, name: start)
      ) { try text(layout, [0, 1]) }
      #expect(throws: ExchangeNameError.bar(queues[2].id, name: "a|b")) { try text(layout, [2]) }
    }
    #expect(try text(.own, [0, 1, 2]).split(separator: "\n").count == 4)
  }

  @Test("Lines of several vendors are told apart, where the layout has a field for them")
  func severalVendors() throws {
    var fixture = ScenarioFixture()
    fixture.queues = [QueueFixture("calls", weeklyHours: [10])]
    fixture.vendors = [
      VendorFixture("north", skills: ["calls"]), VendorFixture("south", skills: ["calls"]),
    ]
    let both = fixture.scenario.vendors
    let reader = ExchangeReader(fixture.scenario, vendors: both)
    let intervals = try both.map { vendor in
      ExchangeInterval(
        vendor: vendor.id, queues: [Queue.ID("calls")],
        start: try #require(LocalDateTime("2026-06-01T09:00")),
        end: try #require(LocalDateTime("2026-06-01T09:15")), people: Positions(2))
    }
    for layout in [ExchangeLayout.own, .calabrioStaffing] {
      let writer = ExchangeWriter(layout, vendors: both, queues: fixture.scenario.queues)
      let text = try writer.text(intervals)
      #expect(try reader.read(Array(text.utf8), file: "both.csv").intervals == intervals)
    }
    let gap = ExchangeWriter(.calabrioRequirement, vendors: both, queues: fixture.scenario.queues)
    #expect(throws: ExchangeNameError.severalVendors(both.map(\.id))) { try gap.text(intervals) }
    let one = try gap.text([intervals[0]])
    #expect(throws: ExchangeIssues.self) { try reader.read(Array(one.utf8), file: "gap.csv") }
  }

  @Test("Every wrong line is named with its number, its value and what to do")
  func faults() throws {
    let found = issues(
      """
      vendor,queue,start,end,people
      north,calls,2026-06-01T09:00,2026-06-01T10:00,2
      south,calls,2026-06-01T10:00,2026-06-01T11:00,2
      north,mails,2026-06-01T10:00,2026-06-01T11:00,2
      north,calls,2026-06-31T10:00,2026-06-01T11:00,2
      north,calls,2026-06-01T11:00,2026-06-01T10:00,2
      north,calls,2026-06-01T12:00,2026-06-01T13:00,-2
      north,calls,2026-06-01T08:00,2026-06-01T09:00,2
      north,calls,2026-07-01T09:00,2026-07-01T10:00,2
      north,calls,2026-06-01T09:00,2026-06-01T10:00,3
      north,calls,2026-06-01T14:00
      """)
    #expect(found.map(\.line) == [3, 4, 5, 6, 7, 8, 9, 10, 11])
    #expect(
      found.map(\.value) == [
        "south", "mails", "2026-06-31T10:00", "2026-06-01T10:00", "-2", "2026-06-01T08:00",
        "2026-07-01T09:00", "2026-06-01T09:00", "north,calls,2026-06-01T14:00",
      ])
    #expect(found[0].description.hasPrefix("answer.csv:3: error: “south”: "))
    #expect(found.allSatisfy { !$0.hint.isEmpty })
  }

  @Test("A file that is empty, no text or of no known layout is refused at its first line")
  func noFile() {
    #expect(issues("").map(\.line) == [1])
    #expect(issues("a,b,c\n1,2,3\n").map(\.value) == ["a,b,c"])
    let reader = ExchangeReader(scenario, vendors: [vendor])
    #expect(throws: ExchangeIssues.self) { try reader.read([0xff, 0xfe, 0], file: "x.csv") }
    #expect(
      throws: ExchangeIssues.self
    ) {
      try reader.read(
        Array("vendor,queue,start,end,people\nnorth,calls,x,nan,inf\n".utf8), file: "x.csv")
    }
  }
}
