import Foundation
import ScenarioFiles
import Testing

@Suite("Files that must not reach the composer")
struct YAMLSafetyTests {
  static func firstIssue(_ text: String) -> ScenarioIssue? {
    issues(["scenario.yaml": text]).first
  }

  @Test("Twenty thousand levels of nesting are refused", arguments: ["[", "{a: ", "- ", "? "])
  func deep(opening: String) throws {
    let text = "peakplan: 1\na: \n  " + String(repeating: opening, count: 20_000)
    let issue = try #require(YAMLSafetyTests.firstIssue(text))
    #expect(issue.message == "more than 40 levels of nesting")
    #expect(issue.line == 3)
  }

  @Test("Nesting by indentation is refused too")
  func deepByIndentation() throws {
    let lines = (0..<900).map { String(repeating: " ", count: $0) + "a:" }
    let issue = try #require(YAMLSafetyTests.firstIssue(lines.joined(separator: "\n")))
    #expect(issue.message == "more than 40 levels of nesting")
  }

  @Test("A file of more than 1,000,000 bytes is refused")
  func large() throws {
    let text = "peakplan: 1\n" + String(repeating: "# filling up the file\n", count: 50_000)
    let issue = try #require(YAMLSafetyTests.firstIssue(text))
    #expect(issue.message.contains("at most 1000000 are read"))
  }

  @Test(
    "Anchors, aliases, tags and directives are refused wherever a value can begin",
    arguments: [
      "a: &x 1", "a: *x", "a: [&x 1]", "a: [1, *x]", "- &x 1", "? &x a", "a: {b: &x 1}",
      "&x a: 1", "a: !!str 1", "a: !x 1", "%YAML 1.1\n---\na: 1", "a: |\n  text\nb: &x 1",
      "a: 'it''s'\nb: &x 1", "a: \"\\\"\"\nb: &x 1", "a: b\n  'c\nd: &x 1", "a: >-\n  'c\nd: *x",
      "a: don't\nb: &x 1", "a: 1 # it's\nb: &x 1", "\"a\": &x 1", "a: [b'c]\nd: &x 1",
      "a:\n- b\n  'c\n- &x 1", "a: |2\n   't\nb: *x", "--- &x\na: 1", "a: x:'y\nb: &x 1",
    ])
  func refused(text: String) throws {
    let issue = try #require(YAMLSafetyTests.firstIssue(text))
    #expect(issue.message.hasSuffix("are not used here"), "\(issue)")
  }

  @Test(
    "The same signs inside a text, a comment or a block are fine",
    arguments: [
      "name: R&D and 5 * 6 [sic]", "name: 'R &D *x'", "name: \"&x *y !z\"", "# &x *y !!z",
      "name: |\n  &x *y\n  !z", "name: a\n  &x continued", "name: it's &fine",
    ])
  func allowed(text: String) throws {
    let issue = try #require(YAMLSafetyTests.firstIssue(text + "\n"))
    #expect(!issue.message.contains("not used here"), "\(issue)")
  }

  @Test("A byte-order mark and CRLF change nothing")
  func windows() throws {
    var files = starter()
    let text = try #require(files["scenario.yaml"])
    files["scenario.yaml"] = "\u{feff}" + text.replacingOccurrences(of: "\n", with: "\r\n")
    let history = try #require(files["history.csv"])
    files["history.csv"] = "\u{feff}" + history.replacingOccurrences(of: "\n", with: "\r\n")
    #expect(try read(files).scenario == read(starter()).scenario)
  }
}

@Suite("Very many things")
struct VolumeOfIssuesTests {
  @Test("Fifty thousand unknown keys are counted, and two hundred of them shown")
  func unknownKeys() throws {
    let keys = (0..<50_000).map { "k\($0): 1\n" }.joined()
    do throws(ScenarioIssues) {
      _ = try read(["scenario.yaml": "peakplan: 1\n" + keys])
      Issue.record("it was read")
    } catch {
      #expect(error.issues.count == 200)
      #expect(error.omitted > 49_000)
      #expect(error.rendered(color: false).hasSuffix("of them not shown)"))
    }
  }

  @Test("A map of more than two thousand entries is refused as a whole")
  func longMap() throws {
    let sites = (0..<3000).map { "s\($0): { seats: 1 }" }.joined(separator: ", ")
    let found = issues(starter([("wuhan: { name: Wuhan, seats: 120 }", sites)]))
    #expect(!found.isEmpty)
    let list = (0..<3000).map { "  s\($0): { seats: 1 }\n" }.joined()
    let long = issues(starter([("  wuhan: { name: Wuhan, seats: 120 }\n", list)]))
    #expect(long.contains { $0.message == "a map of 3000 entries is too long" })
  }
}
