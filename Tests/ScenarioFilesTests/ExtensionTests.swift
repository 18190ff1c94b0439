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
