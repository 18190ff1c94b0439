import BusinessCalendar
import Foundation
import ScenarioFiles
import Scenarios
import TestSupport
import Testing
import Units

@Suite("CSV files")
struct CSVTests {
  /// What is read of `csv` as the history of the starter's one queue.
  static func history(
    _ csv: String, keys: String = "", zone: String = "Asia/Shanghai"
  ) throws -> IntervalHistory {
    var files = starter([
      ("{ file: history.csv, interval: 30 min }", "{ file: history.csv\(keys) }"),
      ("time-zone: Asia/Shanghai", "time-zone: \(zone)"),
    ])
    files["history.csv"] = csv
    guard case .history(let history)? = try read(files).scenario.queues.first?.demand else {
      throw NotAHistory()
    }
    return history
  }

  struct NotAHistory: Error {}

  /// Fourteen days and more before the horizon, so that only the row in question can be an issue.
  static let days = (1...27).map { "2026-09-\($0 < 10 ? "0" : "")\($0)" }

  @Test("A file of timestamps and values is a history by the day")
  func daily() throws {
    let rows = CSVTests.days.map { "\($0),\(100)" }
    let history = try CSVTests.history("timestamp,value\n" + rows.joined(separator: "\n"))
    #expect(history.intervalMinutes == 1440)
    #expect(history.intervals.count == 27)
    #expect(history.intervals.first?.offered == ContactVolume(100))
    #expect(history.intervals.first?.handleTime == nil)
    #expect(history.file == "history.csv")
  }

  @Test("Semicolons, tabs, quotes and blanks are understood", arguments: [";", "\t", ","])
  func delimiters(delimiter: String) throws {
    let rows = CSVTests.days.map { "\"\($0)\"\(delimiter) 12.5 \(delimiter)\"say \"\"hi\"\"\"" }
    let header = "date\(delimiter)offered\(delimiter)\"re\nmark\""
    let history = try CSVTests.history(
      header + "\r\n" + rows.joined(separator: "\r\n") + "\r\n\r\n")
    #expect(history.intervals.map(\.offered).total() == ContactVolume(27 * 12.5))
  }

  @Test("Canonical columns: the queue's rows, languages added up, totals over handled contacts")
  func canonical() throws {
    var rows = [
      "start_utc,interval_min,queue,channel,language,offered,handled,abandoned,handle_s_total"
    ]
    for day in CSVTests.days {
      rows.append("\(day)T01:00:00Z,15,hotline,voice,zh,10,8,2,1600")
      rows.append("\(day)T01:00:00Z,15,hotline,voice,en,2,2,0,800")
      rows.append("\(day)T01:00:00Z,15,other,voice,zh,99,99,0,9900")
    }
    let history = try CSVTests.history(rows.joined(separator: "\n"))
    #expect(history.intervalMinutes == 15)
    #expect(history.intervals.count == 27)
    let first = try #require(history.intervals.first)
    // 01:00 UTC is 09:00 in Shanghai; 2,400 s over 10 handled contacts are 240 s.
    #expect(first.start.description == "2026-09-01T09:00")
    #expect(first.offered == ContactVolume(12))
    #expect(first.handleTime == .seconds(240))
  }

  /// Rows of half hours from 10:00 to 12:00 on every day but Sundays, and so many handled.
  private static func hours(handled: (Int) -> String = { _ in "4" }) -> String {
    var rows = ["start,offered,handled,handle_s_total"]
    for (index, day) in days.enumerated() where index % 7 != 5 {
      for time in ["10:00", "10:30", "11:00", "11:30"] {
        rows.append("\(day)T\(time),5,\(handled(index)),900")
      }
    }
    return rows.joined(separator: "\n") + "\n"
  }

  private static func warnings(_ csv: String, hours: String) -> [String] {
    var files = starter()
    files["history.csv"] = csv
    let override = ScenarioOverride(path: "queues.hotline.opening-hours", value: hours)
    return ((try? read(files, overrides: [override]))?.warnings ?? []).map(\.message)
  }

  @Test("Open hours and weekdays of which a history has no row are told")
  func hoursWithoutHistory() {
    // 1 September 2026 is a Tuesday: the sixth day and every seventh after it is a Sunday.
    #expect(
      CSVTests.warnings(CSVTests.hours(), hours: "{ monday-saturday: \"10:00-12:00\" }").isEmpty)
    #expect(
      CSVTests.warnings(CSVTests.hours(), hours: "10:00-12:30") == [
        "the queue hotline is open, but its history has no row from 12:00 to 12:30 and on Sundays"
      ])
  }

  @Test("Far more handled than offered is told once, at the first row")
  func handledBeyondOffered() {
    let csv = CSVTests.hours { $0 == 3 ? "100" : "6" }
    #expect(
      CSVTests.warnings(csv, hours: "{ monday-saturday: \"10:00-12:00\" }") == [
        "100 contacts handled of 5 offered, and 3 more rows like it"
      ])
  }

  @Test("Two columns of one name are refused where the name counts, and only there")
  func columnTwice() throws {
    let rows = CSVTests.days.map { "\($0),12,13" }.joined(separator: "\n")
    var files = starter([("{ file: history.csv, interval: 30 min }", "{ file: history.csv }")])
    files["history.csv"] = "date,offered,Offered\n" + rows
    #expect(issues(files).map(\.message) == ["two columns are called “offered”"])
    files["history.csv"] = "date,offered,note\n" + rows
    #expect(issues(files).isEmpty)
  }

  @Test("Latin letters are not taken for Chinese")
  func encodings() {
    func hint(_ bytes: [UInt8]) -> String? {
      do throws(ScenarioIssues) {
        _ = try ScenarioReader().read(files: FilesInMemory(["scenario.yaml": bytes]), id: "test")
        return nil
      } catch {
        return error.issues.first?.hint
      }
    }
    // “name: Söhne” in Latin-1, “name: 中文” in GB 18030.
    #expect(hint(Array("name: S".utf8) + [0xf6] + Array("hne\n".utf8)) == "save it as UTF-8")
    #expect(
      hint(Array("name: ".utf8) + [0xd6, 0xd0, 0xce, 0xc4, 0x0a])?.contains("GB18030") == true)
  }

  @Test("A missing row is missing, a zero is a zero")
  func missingIsNotZero() throws {
    let rows = CSVTests.days.filter { !$0.hasSuffix("09") }.map { "\($0),0" }
    let history = try CSVTests.history("date,offered\n" + rows.joined(separator: "\n"))
    #expect(history.intervals.count == 26)
    #expect(history.intervals.allSatisfy { $0.offered == .zero })
  }

  @Test("The hour that the clocks show twice may have two rows, the one they skip none")
  func clocks() throws {
    let rows = (0..<96).map { quarter in
      "2026-10-25T\(CSVTests.clock(quarter * 15)),1"
    }
    let early = CSVTests.days.map { "\($0)T00:00,1" }
    let second = ["2026-10-25T01:00,7", "2026-10-25T01:15,7"]
    let history = try CSVTests.history(
      (["start,offered"] + early + rows + second).joined(separator: "\n"),
      keys: ", interval: 15 min", zone: "Europe/London")
    let folded = history.intervals.filter { $0.start.fold == 1 }
    #expect(folded.map(\.offered) == [ContactVolume(7), ContactVolume(7)])

    let skipped = (["start,offered", "2026-03-29T01:15,1"] + early).joined(separator: "\n")
    var files = starter([
      ("interval: 30 min", "interval: 15 min"), ("Asia/Shanghai", "Europe/London"),
    ])
    files["history.csv"] = skipped
    let issue = try #require(issues(files).first { $0.file == "history.csv" })
    #expect(issue.message == "the clocks skip 2026-03-29T01:15")
    #expect(issue.line == 2)
  }

  private static func clock(_ minutes: Int) -> String {
    LocalTime(minutes: minutes)?.description ?? ""
  }

  @Test("Other systems' columns are named in the scenario")
  func mapping() throws {
    let rows = CSVTests.days.map { "Phone,\($0) 10:00,5,200" }
    let history = try CSVTests.history(
      "Skill,Time,Calls,AHT\n" + rows.joined(separator: "\n"),
      keys: ", interval: 30 min, queue: Phone, "
        + "columns: { start: Time, offered: Calls, handle-time: AHT, queue: Skill }")
    #expect(history.intervals.first?.handleTime == .seconds(200))
    #expect(history.intervals.count == 27)
  }

  @Test("A file of more than 50,000,000 bytes is refused unread")
  func large() throws {
    struct Endless: FileSource {
      func bytes(at path: String, atMost limit: Int) throws(FileSourceError) -> [UInt8] {
        if path == "scenario.yaml" { return Array((starter()[path] ?? "").utf8) }
        throw .tooLarge(bytes: 60_000_000)
      }
    }
    do throws(ScenarioIssues) {
      _ = try ScenarioReader().read(files: Endless(), id: "test")
      Issue.record("it was read")
    } catch {
      let expected = "“history.csv” has 60000000 bytes; at most 50000000 are read"
      #expect(error.issues.map(\.message).contains(expected))
    }
  }

  static let bankCalls = "forecast/data/public/us_bank_calls_30min.csv"

  @Test(
    "The bank's half-hours of the acceptance folder are read to the last row",
    .acceptance(bankCalls))
  func everyBankCall() throws {
    let text = try String(contentsOf: AcceptanceTable.file(Self.bankCalls), encoding: .utf8)
    var files = starter([
      ("start: 2026-09-28, weeks: 9", "start: 2003-10-27, weeks: 4"),
      ("calendar: CN", "calendar: US"),
      ("Asia/Shanghai", "America/New_York"), ("pay-rules: china-standard\n", ""),
      ("currency: CNY", "currency: USD"),
      ("    overtime: { take-up: 70 %, productivity: 95 % }\n", ""),
      (", interval: 30 min", ""),
    ])
    files["history.csv"] = text
    let found = try read(files)
    guard case .history(let history)? = found.scenario.queues.first?.demand else {
      Issue.record("the volume is no history")
      return
    }
    let rows = text.split(separator: "\n").count - 1
    #expect(history.intervals.count == rows)
    #expect(history.intervalMinutes == 30)
    #expect(history.intervals.first?.offered == ContactVolume(560))
    #expect(history.intervals.last?.start.description == "2003-10-24T20:30")
    print("compared \(rows) rows of us_bank_calls_30min.csv")
  }
}
