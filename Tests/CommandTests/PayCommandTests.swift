import Foundation
import Testing

@Suite("The pay command")
struct PayCommandTests {
  private func file(_ name: String, _ text: String, in workplace: Workplace) throws {
    try Data(text.utf8).write(to: workplace.folder.appendingPathComponent(name))
  }

  @Test("prices a week over the end of daylight saving time, in the order of its lines")
  func newYork() throws {
    let workplace = try Workplace()
    let run = try workplace.run(
      "pay", "docs/timesheets/new-york.csv", "--pack", "us-hourly", "--time-zone",
      "America/New_York",
      "--json")
    #expect(run.code == 0, "\(run.log)")
    let data = Data(run.output.utf8)
    let document = try #require(
      try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(document["schema"] as? String == "peakplan/pay/1")
    // 33 h at 14 and 16 h at 16 are 718, with the bonus 758 for 49 h; half of it for 9 h: 69.61.
    #expect(document["total"] as? String == "827.61")
    let people = try #require(document["employees"] as? [[String: Any]])
    let lines = try #require(people.first?["lines"] as? [[String: Any]])
    let amounts = lines.compactMap { line -> String? in
      guard let code = line["class"] as? String, let amount = line["amount"] as? String
      else { return nil }
      return "\(code) \(amount)"
    }
    #expect(
      amounts == [
        "US_STRAIGHT 462.00", "US_STRAIGHT 256.00", "US_OT_HALF 69.61", "US_BONUS 40.00",
      ])
  }

  @Test("names file, line and column of what is wrong in a timesheet, with 5")
  func badTimesheets() throws {
    let workplace = try Workplace()
    let header = "employee,date,start,end,rate\n"
    for (text, words) in [
      (header + "Ana,2026-11-31,09:00,17:00,14\n", "bad.csv:2:5: error: “2026-11-31” is no date"),
      (header + "Ana,2026-11-30,9,17:00,14\n", "bad.csv:2:16"),
      (header + "Ana,2026-11-30,09:00,17:00,\n", "there is no rate"),
      (header + "Ana,2026-11-30,09:00,17:00,-3\n", "“-3” is no rate"),
      (header + ",2026-11-30,09:00,17:00,14\n", "nobody is named"),
      ("employee,date,start,end\n", "there is no column “rate”"),
      ("employee,date,start,end,rate,breaks\n", "did you mean “break”?"),
      (
        header + "Ana,2026-11-30,09:00,17:00,14\nAna,2026-11-30,16:00,18:00,14\n",
        "bad.csv:3:16: error: Ana: the shift starts before the shift before it ends"
      ),
      (
        header + "Ana,2026-11-30,09:00,17:00,14\nAna,2026-12-01,16:00,18:00,15\n",
        "Ana has another rate further up"
      ),
      (
        "employee,date,start,end,rate,break\nAna,2026-11-30,09:00,17:00,14,30\n",
        "the break has no start"
      ),
      ("", "the file is empty"),
    ] {
      try file("bad.csv", text, in: workplace)
      let run = try workplace.run(
        "pay", "bad.csv", "--pack", "us-hourly", "--time-zone", "America/New_York")
      #expect(run.code == 5, "\(text) ended with \(run.code)")
      #expect(run.log.contains(words), "\(words): \(run.log)")
      #expect(run.output.isEmpty)
    }
  }

  @Test("names line and column of what is wrong in a pack, with 5")
  func badPacks() throws {
    let workplace = try Workplace()
    let url = workplace.folder.appendingPathComponent("docs/timesheets/lotus-care.yaml")
    let sound = try String(contentsOf: url, encoding: .utf8)
    for (from, to, words) in [
      (
        "multiplier: \"1.5\"", "multiplier: much",
        "mine.yaml:36:17: error: classes[3].multiplier: “much” is not a decimal"
      ),
      ("    rate: $night_rate", "    raet: $night_rate", "raet” is not a key of a pay pack"),
      ("source: handbook", "source: hearsay", "“hearsay” is not the key of one of the sources"),
      ("counts: [day]", "counts: [dya]", "“dya” is not known here"),
      ("id: lotus-care\n", "", "the key “id” is missing"),
      ("beyond: { day: \"10\" }", "beyond: { dya: \"10\" }", "“dya” is not one of day"),
      ("classes: [OVERTIME,", "classes: [OVRTIME,", "“OVRTIME” is not the code"),
      ("rate: $night_rate", "rate: $nite", "“nite” is not one of the terms"),
    ] {
      #expect(sound.contains(from))
      try file(
        "mine.yaml", sound.replacing(from, with: to, maxReplacements: 1), in: workplace)
      let run = try workplace.run("pay", "docs/timesheets/lotus-care.csv", "--pack", "mine.yaml")
      #expect(run.code == 5, "\(to) ended with \(run.code)")
      #expect(run.log.contains(words), "\(words): \(run.log)")
    }
  }

  @Test("refuses options that nothing can be made of, with 2")
  func usage() throws {
    let workplace = try Workplace()
    for (arguments, words) in [
      (["--pack", "atlantis"], "packs are california-hourly"),
      (["--pack", "us-hourly"], "give --time-zone"),
      (["--pack", "china-standard", "--time-zone", "Mars"], "no time zone Mars"),
      (["--pack", "china-standard", "--term", "x"], "KEY=VALUE"),
      (["--pack", "china-standard", "--workweek", "soon"], "--workweek soon"),
      (["--pack", "china-standard", "--workday", "soon"], "--workday soon"),
      (["--pack", "china-standard", "--holiday", "soon"], "--holiday soon"),
      (["--pack", "china-standard", "--currency", "XXX"], "no currency XXX"),
      (["--pack", "china-standard", "--limits", "none"], "there are no limits none"),
    ] {
      let run = try CommandRun(
        ["pay", "docs/timesheets/double-11.csv"] + arguments, in: workplace.folder)
      #expect(run.code == 2, "\(arguments) ended with \(run.code)")
      #expect(run.log.contains(words), "\(arguments): \(run.log)")
    }
    let wrong = try workplace.run(
      "pay", "docs/timesheets/double-11.csv", "--pack", "china-standard", "--term", "bonus=1")
    #expect(wrong.code == 5)
    #expect(wrong.log.contains("china-standard has no term “bonus”"))
  }
}

@Suite("Permits in the pay command")
struct PermitCommandTests {
  private func gaps(_ run: CommandRun) throws -> [String] {
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let people = try #require(document["employees"] as? [[String: Any]])
    return people.flatMap { person in
      (person["permits"] as? [[String: Any]] ?? []).map {
        "\($0["permit"] as? String ?? "-") \($0["gap"] as? String ?? "-") \($0["shifts"] ?? 0)"
      }
    }
  }

  @Test("without a file every shift is under the standard rules, with it those it covers are not")
  func files() throws {
    let workplace = try Workplace()
    let common = [
      "pay", "docs/timesheets/autumn.csv", "--pack", "china-comprehensive", "--term",
      "period_hours=165.36", "--json",
    ]
    let without = try CommandRun(common, in: workplace.folder)
    #expect(without.code == 0, "\(without.log)")
    #expect(try gaps(without) == ["- no-permit 3", "- no-permit 1"])
    let with = try CommandRun(
      common + ["--permits", "docs/timesheets/permits.csv"], in: workplace.folder)
    #expect(try gaps(with) == ["2025-0417 - 2", "- outside-dates 1", "- other-post 1"])
    let assumed = try CommandRun(common + ["--assume-permit"], in: workplace.folder)
    #expect(try gaps(assumed).isEmpty)
    #expect(assumed.output.contains("\"permitAssumed\": true"))
  }

  @Test("names file, line and column of what is wrong in a file of permits, with 5")
  func badFiles() throws {
    let workplace = try Workplace()
    let header = "number,pack,posts,from,last-day,months\n"
    for (text, words) in [
      ("", "the file is empty"),
      ("number,pack,posts,from\n", "there is no column “last-day”"),
      (header.replacing("posts", with: "post"), "did you mean “posts”?"),
      (header + ",china-flexible,agent,2026-01-01,2026-12-31,\n", "the permit has no number"),
      (header + "1,china-flexible,;,2026-01-01,2026-12-31,\n", "bad.csv:2:18: error: the"),
      (header + "1,china-standard,agent,2026-01-01,2026-12-31,\n", "no pack that needs a permit"),
      (header + "1,china-flexible,agent,2026-13-01,2026-12-31,\n", "“2026-13-01” is no date"),
      (header + "1,china-flexible,agent,2026-02-01,2026-01-31,\n", "is before 2026-02-01"),
      (header + "1,china-flexible,agent,2026-02-01,2026-03-31,0\n", "“0” is no number of months"),
    ] {
      try Data(text.utf8).write(to: workplace.folder.appendingPathComponent("bad.csv"))
      let run = try workplace.run(
        "pay", "docs/timesheets/autumn.csv", "--pack", "china-flexible", "--permits", "bad.csv")
      #expect(run.code == 5, "\(text) ended with \(run.code)")
      #expect(run.log.contains(words), "\(words): \(run.log)")
      #expect(run.output.isEmpty)
    }
  }

  @Test("refuses options of permits that make no sense, with 2")
  func usage() throws {
    let workplace = try Workplace()
    let sheet = "docs/timesheets/autumn.csv"
    let needless = try workplace.run("pay", sheet, "--pack", "china-standard", "--assume-permit")
    #expect(needless.code == 2)
    #expect(needless.log.contains("china-standard needs no permit: leave out --assume-permit"))
    let both = try workplace.run(
      "pay", sheet, "--pack", "china-flexible", "--assume-permit", "--permits", "p.csv")
    #expect(both.code == 2)
    #expect(both.log.contains("not both"))
  }
}
