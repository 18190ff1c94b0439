import BusinessCalendar
import PayRules
import ScenarioFiles
import Scenarios
import Testing
import Units

/// Pay rules of a scenario from files of its own.
@Suite("Pay rules of a scenario")
struct PayRulesFileTests {
  private func company(
    id: String = "company", from: String = "2020-01-01", until: String? = nil,
    overtime: String = "2", extra: String = ""
  ) -> String {
    """
    id: \(id)
    name: Company rules
    jurisdiction: CN
    contract: standard
    effective-from: \(from)
    \(until.map { "effective-to: \($0)" } ?? "# open")
    sources:
      - { key: handbook, title: Staff handbook, evidence: read }
    classes:
      - code: LONG
        when: { role: [work], beyond: { day: "8" } }
        multiplier: "\(overtime)"
        counts: [day]
        sentence: long days
        source: handbook
      - { code: BASE, pays: base, counts: [day], sentence: base, source: handbook }
    caps:
      - { code: MONTH, measure: month, limit: "30", classes: [LONG], sentence: a month, source: handbook }
    \(extra)
    """
  }

  private func files(_ written: String, _ own: [String: String]) -> [String: String] {
    starter([("pay-rules: china-standard", "pay-rules: \(written)")])
      .merging(own) { _, new in new }
  }

  @Test("A file of the scenario's own is its law, and one of its inputs")
  func own() throws {
    let reading = try read(files("company.yaml", ["company.yaml": company()]))
    let pack = try #require(reading.scenario.payRules.first)
    #expect(reading.scenario.payRules.count == 1)
    #expect(pack.overtimeTiers(on: .workday).map(\.multiplier) == [.double])
    #expect(pack.overtimeLimitPerMonth == WorkTime(hours: 30))
    #expect(reading.inputs.contains { $0.path == "company.yaml" })
  }

  @Test("Of two files each holds from its date on")
  func two() throws {
    let start = try read(starter()).scenario.horizon.start
    let change = start.adding(days: 10)
    let reading = try read(
      files(
        "old.yaml, new.yaml",
        [
          "old.yaml": company(until: "\(change)", overtime: "1.5"),
          "new.yaml": company(from: "\(change)"),
        ]))
    let scenario = reading.scenario
    #expect(scenario.payRules.count == 2)
    let before = scenario.payRules(on: change.adding(days: -1))
    #expect(before?.overtimeTiers(on: .workday).map(\.multiplier.doubleValue) == [1.5])
    #expect(
      scenario.payRules(on: change)?.overtimeTiers(on: .workday).map(\.multiplier) == [.double])
  }

  @Test("Names, dates and rules that do not fit are issues at the place where they are written")
  func wrong() throws {
    let start = try read(starter()).scenario.horizon.start
    let change = start.adding(days: 10)
    let cases: [(String, [String: String], String)] = [
      ("china-standart", [:], "did you mean “china-standard”?"),
      ("malaysia-ea1955", [:], "`peakplan pay` has them"),
      ("none.yaml", [:], "there is no file"),
      (
        "a.yaml, b.yaml", ["a.yaml": company(), "b.yaml": company()], "two packs hold"
      ),
      (
        "a.yaml", ["a.yaml": company(until: "\(change)")], "does not hold on all days"
      ),
      (
        "a.yaml",
        ["a.yaml": company(extra: "holidays: { types: [statutory], from: 06:00 }")],
        "a plan cannot use"
      ),
      ("a.yaml", ["a.yaml": company(overtime: "a lot")], "a lot"),
    ]
    for (written, own, part) in cases {
      let found = issues(files(written, own))
      #expect(
        found.contains { "\($0)".contains(part) }, "\(written): \(found.map { "\($0)" })")
    }
  }

  @Test("Terms are stated beside the rules, for each pack that has them")
  func terms() throws {
    func scenario(_ terms: String) -> [String: String] {
      starter([("pay-rules: china-standard", "pay-rules: china-standard\npay-terms: [\(terms)]")])
    }
    let reading = try read(scenario("night_allow = 30|22:00-06:00|180"))
    #expect(
      reading.scenario.payRules.allSatisfy { $0.clockPay?.map(\.code) == ["CN_NIGHT_ALLOW"] })
    let wrong = [
      ("nights = 3", "have no term “nights”"), ("night_allow", "is not KEY = VALUE"),
      ("night_allow = 30", "an amount, a window and minutes"),
      (
        "night_allow = 30|22:00-06:00|180, night_allow = 30|22:00-06:00|60", "stated twice"
      ),
    ]
    for (written, part) in wrong {
      let found = issues(scenario(written))
      #expect(found.contains { "\($0)".contains(part) }, "\(written): \(found.map { "\($0)" })")
    }
    let india = issues(starter([("pay-rules: china-standard", "pay-rules: india-standard")]))
    #expect(india.contains { "\($0)".contains("needs the term “daily_limit”") })
    let none = issues(starter([("pay-rules: china-standard", "pay-terms: [night_allow = 3]")]))
    #expect(none.contains { "\($0)".contains("there are no pay rules") })
  }
}
