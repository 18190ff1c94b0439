import Foundation
import ScenarioFiles
import TestSupport
import Testing

@Suite("The reference and the schema")
struct ReferenceTests {
  @Test("docs/reference/scenario.md is what the table of keys says")
  func current() throws {
    let page = PackageFolder.root.appending(path: "docs/reference/scenario.md")
    try Golden.expect(ScenarioReference.markdown, isIn: page)
  }

  @Test("The schemas are JSON, and every map in them is closed or open on purpose")
  func json() throws {
    for text in [ScenarioSchema.jsonSchema, ScenarioSchema.saleCalendarJSONSchema] {
      let root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      let schema = try #require(root)
      #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
      #expect(schema["additionalProperties"] as? Bool == false)
    }
  }

  @Test("Every key of the reference is in the schema, and the other way round")
  func sameKeys() throws {
    let root = try JSONSerialization.jsonObject(with: Data(ScenarioSchema.jsonSchema.utf8))
    var keys: Set<String> = []
    collect(try #require(root as? [String: Any]), "", &keys)
    let sections = ScenarioReference.markdown.components(separatedBy: "## Sale calendars")
    let paths = sections[0].split(separator: "\n").filter { $0.hasPrefix("| `") }.compactMap {
      $0.split(separator: "`").dropFirst().first.map(String.init)
    }
    let listed = Set(
      paths.map { path in
        path.split(separator: ".").map { $0.hasPrefix("<") ? "*" : String($0) }
          .joined(separator: ".")
      }.filter { !$0.hasSuffix("*") })
    let unbuilt = keys.filter { key in
      key.hasPrefix("vendors.*.") && !listed.contains(key)
    }
    #expect(listed.subtracting(keys) == [])
    #expect(keys.subtracting(listed) == unbuilt)
    #expect(unbuilt.count == 4)
    #expect(listed.count > 150)
  }

  /// The paths of all properties of a schema.
  private func collect(_ schema: [String: Any], _ path: String, _ keys: inout Set<String>) {
    for (key, value) in schema["properties"] as? [String: Any] ?? [:] {
      let below = path.isEmpty ? key : path + "." + key
      guard let value = value as? [String: Any] else { continue }
      keys.insert(below)
      collect(value, below, &keys)
    }
    if let entry = schema["additionalProperties"] as? [String: Any] {
      collect(entry, path + ".*", &keys)
    }
    if let item = schema["items"] as? [String: Any] { collect(item, path + "[]", &keys) }
    for choice in schema["anyOf"] as? [[String: Any]] ?? [] { collect(choice, path, &keys) }
  }
}
