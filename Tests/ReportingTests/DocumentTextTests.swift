import Foundation
import Testing

@testable import Reporting

@Suite("JSON text")
struct DocumentTextTests {
  @Test("Members keep their order, lists of bare values stay on a line")
  func layout() {
    let value: JSONValue = [
      "b": 1, "a": [1, true, .null], "empty": [], "none": .object([]), "list": [["x": "y"]],
    ]
    #expect(
      value.text == """
        {
          "b": 1,
          "a": [1, true, null],
          "empty": [],
          "none": {},
          "list": [
            {
              "x": "y"
            }
          ]
        }

        """)
  }

  @Test(
    "A real number is the shortest decimal that reads back as the same double",
    arguments: [
      0, -0.0, 1, -1, 0.1, 1.0 / 3, 1e15, 999_999_999_999_999, 1e16, -1e22, 1e300,
      .leastNonzeroMagnitude,
      123_456.789, .greatestFiniteMagnitude, 4_503_599_627_370_497.5,
    ] as [Double])
  func numbers(value: Double) throws {
    let text = JSONValue.number(value).text
    let data = Data("[\(text)]".utf8)
    let read = try #require(try JSONDecoder().decode([Double].self, from: data).first)
    #expect(read == value, "\(text)")
    #expect(text.count <= 26)
  }

  @Test("What is no number is null", arguments: [.nan, .infinity, -.infinity] as [Double])
  func notFinite(value: Double) {
    #expect(JSONValue.number(value).text == "null\n")
    #expect(JSONValue(Double?.none) == .null)
    #expect(JSONValue(String?.none) == .null)
  }

  @Test("Whole numbers keep all 64 bits")
  func integers() {
    #expect(JSONValue.integer(.max).text == "9223372036854775807\n")
    #expect(JSONValue.integer(.min).text == "-9223372036854775808\n")
  }

  @Test("Every character comes back, in keys too")
  func texts() throws {
    let controls = (0...0x9F).compactMap(Unicode.Scalar.init).map { String(Character($0)) }
    let texts =
      controls + [
        "\"quoted\" \\ and /", "双11 · 大促", "👩‍👩‍👧‍👦", "e\u{301}", "\r\n", "\u{2028}\u{2029}", "x\u{FEFF}",
        "\u{FFFD}", "", "a\u{0}b", "</script>",
      ]
    for text in texts {
      let value = JSONValue.object([.init(text, .string(text))])
      let parsed = try JSONSerialization.jsonObject(with: Data(value.text.utf8))
      let object = try #require(parsed as? [String: String])
      let member = try #require(object.first)
      #expect(Array(member.value.unicodeScalars) == Array(text.unicodeScalars))
      #expect(Array(member.key.unicodeScalars) == Array(text.unicodeScalars))
    }
    #expect(JSONValue.string("a\u{1}\u{7F}\t").text == "\"a\\u0001\\u007f\\t\"\n")
  }

  @Test("Deep lists are written without trouble")
  func deep() throws {
    var value: JSONValue = 1
    for _ in 0..<200 { value = [value] }
    #expect(try JSONSerialization.jsonObject(with: Data(value.text.utf8)) is [Any])
  }
}
