import BusinessCalendar
import Foundation
import ScenarioFiles
import Scenarios
import Testing
import Units

@Suite("Scenarios that extend another")
struct ExtensionTests {
  /// The starter as `../base`, and a variant of it.
  static func files(_ variant: String) -> [String: String] {
    var files = ["scenario.yaml": variant]
    for (name, text) in starter() { files["../base/" + name] = text }
    return files
  }

  @Test("A variant is the scenario below with what it overrides")
  func variant() throws {
    let reading = try read(
      ExtensionTests.files(
        """
        peakplan: 1
        name: Less patience
        question: What if they wait less?
        extend: ../base
        override:
          queues.hotline.patience: 60 s
          queues.hotline.minimum-positions: 2
          vendors.changsha: none
        """))
    let scenario = reading.scenario
    #expect(scenario.name == "Less patience")
    #expect(scenario.question == "What if they wait less?")
    #expect(scenario.queue(Queue.ID("hotline"))?.patience == .seconds(60))
    #expect(scenario.vendors.isEmpty)
    let lines = reading.diff.map(\.description)
    #expect(lines[0] == "queues.hotline.patience: 120 s → 60 s")
    #expect(lines[1] == "queues.hotline.minimum-positions: 0 → 2")
    #expect(lines[2].hasPrefix("vendors.changsha: { name: Changsha, skills: [hotline], price: 55"))
    #expect(lines[2].hasSuffix("→ –"))
    #expect(
      reading.inputs.map(\.path) == [
        "scenario.yaml", "../base/scenario.yaml", "../base/history.csv",
      ])
  }

  @Test("A new entry is written as a whole")
  func newEntry() throws {
    let scenario = try read(
      ExtensionTests.files(
        """
        peakplan: 1
        extend: ../base
        override:
          vendors.near: { skills: [hotline], price: 60.00 per logged-hour, notice: 1 week,
            ramp-per-week: 5, maximum-seats: 20, hours-per-seat: 40 h, proficiency: 90 % }
        """)
    ).scenario
    #expect(scenario.vendors.map(\.id.rawValue) == ["changsha", "near"])
  }

  @Test("Overrides of the command line come last, and only they name --set")
  func commandLine() throws {
    let override = try #require(ScenarioOverride(argument: "queues.hotline.patience = 45 s"))
    let reading = try read(
      ExtensionTests.files(
        "peakplan: 1\nextend: ../base\noverride: { queues.hotline.patience: 60 s }"),
      overrides: [override])
    #expect(reading.scenario.queue(Queue.ID("hotline"))?.patience == .seconds(45))
    #expect(
      reading.diff.map(\.description) == [
        "queues.hotline.patience: 120 s → 60 s", "queues.hotline.patience: 60 s → 45 s",
      ])
    #expect(reading.diff.map(\.source) == ["scenario.yaml", "--set"])
  }

  @Test("A scenario that stands alone can be overridden from the command line too")
  func alone() throws {
    let reading = try read(
      starter(), overrides: [ScenarioOverride(path: "horizon.weeks", value: "6")])
    #expect(reading.scenario.horizon.count == 42)
  }

  @Test(
    "What cannot be overridden is said",
    arguments: [
      ("queues.hotlin.patience", "60 s", "did you mean “hotline”?"),
      ("queues.hotline.patince", "60 s", "did you mean “patience”?"),
      ("queues.hotline.patience.mean", "60 s", "override “queues.hotline.patience” as a whole"),
      ("extend", "../x", ""), ("", "x", ""), ("queues..patience", "60 s", ""),
      ("queues.hotline.patience", "&a 60 s", "write the value out, or quote a text that begins so"),
      ("queues.hotline.patience", "none]", ""),
      ("queues.hotline.service", "none", ""),
    ])
  func refused(path: String, value: String, hint: String) throws {
    let found = issues(starter(), overrides: [ScenarioOverride(path: path, value: value)])
    let issue = try #require(found.first)
    #expect(issue.severity == .error)
    if !hint.isEmpty { #expect(issue.hint == hint) }
  }

  /// All that is said about the starter with these overrides.
  static func said(_ arguments: String...) throws -> String {
    let overrides = arguments.compactMap(ScenarioOverride.init(argument:))
    #expect(overrides.count == arguments.count)
    do throws(ScenarioIssues) {
      _ = try read(starter(), overrides: overrides)
      return "nothing is wrong"
    } catch {
      return error.rendered(color: false, folder: "mine")
    }
  }

  @Test("A wrong value of the command line is shown there, with the caret below it")
  func wrongValue() throws {
    #expect(
      try ExtensionTests.said("queues.hotline.patience=soon") == """
        --set: error: queues.hotline.patience: “soon” is no time
              | queues.hotline.patience=soon
              |                         ^^^^
              hint: write a number and its unit: 90 s, 4 min, 36 h, 3 days or 8 weeks

        1 error
        """)
    #expect(
      try ExtensionTests.said("queues.hotlin.patience=60 s") == """
        --set: error: queues.hotlin.patience: the path “queues.hotlin.patience” does not exist: \
        “queues” has no “hotlin”
              | queues.hotlin.patience=60 s
              | ^^^^^^^^^^^^^^^^^^^^^^
              hint: did you mean “hotline”?

        1 error
        """)
  }

  @Test("What the command line brings into conflict with a file is shown on the command line")
  func conflict() throws {
    #expect(
      try ExtensionTests.said("pay-rules=none") == """
        --set: error: staff-groups.wuhan-hotline.overtime: overtime needs pay rules: they say what \
        it costs and how much is allowed
              | pay-rules=none
              |           ^^^^
              hint: name them at the top with `pay-rules`, or leave overtime out; it does not go \
        together with scenario.yaml:67

        1 error
        """)
    #expect(
      try ExtensionTests.said("seed=3", "horizon.start=2031-09-01", "horizon.weeks=4").hasPrefix(
        "--set: error: calendar: the horizon 2031-09-01 to 2031-"))
  }

  @Test("A key that the command line sets is shown there when it stands at the wrong place")
  func wrongKey() throws {
    let said = try ExtensionTests.said("queues.hotline.concurrency=3")
    #expect(said.hasPrefix("--set: error: queues.hotline.concurrency: only chat has a concurrency"))
    #expect(said.contains("| queues.hotline.concurrency=3\n      |                            ^\n"))
  }

  @Test("What a file has wrong stays in the file, whatever is set beside it")
  func fileStaysWrong() throws {
    let override = ScenarioOverride(path: "seed", value: "3")
    let found = issues(starter([("channel: voice", "channel: voise")]), overrides: [override])
    #expect(found.map(\.file) == ["scenario.yaml"])
  }

  @Test("A country without a calendar is planned with weekends and its own days")
  func ownCountry() throws {
    let scenario = try read(
      starter([
        (
          "calendar: CN",
          "calendar: weekends\ncalendar-days:\n  2026-10-03: { "
            + "kind: statutory-holiday, name: Unity Day }"
        ),
        ("pay-rules: china-standard\n", ""), ("currency: CNY", "currency: EUR"),
        ("    overtime: { take-up: 70 %, productivity: 95 % }\n", ""),
        ("Asia/Shanghai", "Europe/Berlin"),
      ])
    ).scenario
    let unityDay = try #require(LocalDate(iso: "2026-10-03"))
    #expect(scenario.calendar.day(unityDay).kind == .statutoryHoliday)
    #expect(scenario.calendar.day(unityDay.adding(days: 1)).kind == .restDay)
    #expect(scenario.calendar.day(unityDay.adding(days: -2)).kind == .workday)
    let gulf = try read(
      starter([
        ("calendar: CN", "calendar: weekends\nweekly-rest-days: [friday, saturday]"),
        ("pay-rules: china-standard\n", ""),
        ("    overtime: { take-up: 70 %, productivity: 95 % }\n", ""),
      ])
    ).scenario
    #expect(gulf.calendar.weekend == [.friday, .saturday])
  }

  @Test("An argument without a path is none", arguments: ["", "=60 s", "patience"])
  func noOverride(argument: String) {
    #expect(ScenarioOverride(argument: argument) == nil)
  }

  @Test("A circle of two is named")
  func circle() throws {
    var files = ExtensionTests.files("peakplan: 1\nextend: ../base")
    files["../base/scenario.yaml"] = "peakplan: 1\nextend: ../test"
    let issue = try #require(issues(files).first)
    #expect(
      issue.message == "the scenarios extend each other in a circle: scenario.yaml → "
        + "../base/scenario.yaml → scenario.yaml")
  }

  @Test("An issue in the scenario below is shown in its file")
  func belowIsBroken() throws {
    var files = ExtensionTests.files("peakplan: 1\nextend: ../base")
    files["../base/scenario.yaml"] =
      starter([("channel: voice", "channel: voise")])[
        "scenario.yaml"]
    let issue = try #require(issues(files).first)
    #expect(issue.file == "../base/scenario.yaml")
    #expect(issue.hint == "did you mean “voice”? (voice, chat, deferred, outbound)")
  }
}
