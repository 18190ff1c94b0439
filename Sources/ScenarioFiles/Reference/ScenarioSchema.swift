/// The scenario format as JSON Schema (draft 2020-12), for editors that check and complete YAML.
///
/// It says less than the reader does: ids that refer to nothing, sums and files are not its business.
public enum ScenarioSchema {
  /// The schema of `scenario.yaml`.
  public static let jsonSchema: String = {
    let table = KeyTable.scenario
    let required = table.parts(of: "").filter(\.isRequired).map(\.key)
    let root: [(String, JSONText)] = [
      ("$schema", .string(draft)), ("title", .string("PeakPlan scenario")),
      ("type", .string("object")),
      ("properties", properties(of: "", in: table)), ("additionalProperties", .flag(false)),
      ("required", .array([.string("peakplan")])),
      ("if", .object([("required", .array([.string("extend")]))])),
      ("then", .object([("propertyNames", .object([("enum", .array(besideExtend))]))])),
      ("else", .object([("required", .array(required.map { .string($0) }))])),
    ]
    return JSONText.object(root).text() + "\n"
  }()

  /// The schema of a sale calendar's file.
  public static let saleCalendarJSONSchema: String = {
    let table = KeyTable.saleCalendar
    let required = table.parts(of: "").filter(\.isRequired).map { JSONText.string($0.key) }
    let root: [(String, JSONText)] = [
      ("$schema", .string(draft)), ("title", .string("PeakPlan sale calendar")),
      ("type", .string("object")),
      ("properties", properties(of: "", in: table)), ("additionalProperties", .flag(false)),
      ("required", .array(required)),
    ]
    return JSONText.object(root).text() + "\n"
  }()

  private static let draft = "https://json-schema.org/draft/2020-12/schema"
  private static let besideExtend: [JSONText] = [
    "peakplan", "name", "question", "extend", "override",
  ]
  .map { .string($0) }

  private static func properties(of pattern: String, in table: KeyTable) -> JSONText {
    .object(
      table.parts(of: pattern).filter { $0.key != "*" }.map { part in
        var members = members(part.kind, part.pattern, table)
        members.insert(("description", .string(part.meaning)), at: 0)
        if let standard = part.standard { members.append(("default", .string(standard))) }
        if let example = part.example, part.kind.isText {
          members.append(("examples", .array([.string(example)])))
        }
        return (part.key, .object(members))
      })
  }

  /// What a value of this kind at this pattern must be.
  private static func members(
    _ kind: ValueKind, _ pattern: String, _ table: KeyTable
  ) -> [(String, JSONText)] {
    switch kind {
    case .mapping:
      let required = table.parts(of: pattern).filter(\.isRequired).map { JSONText.string($0.key) }
      return [
        ("type", .string("object")), ("properties", properties(of: pattern, in: table)),
        ("additionalProperties", .flag(false)), ("required", .array(required)),
      ]
    case .map(.path):
      return [("type", .string("object"))]
    case .map(let key):
      var value: JSONText = .flag(true)
      if let part = table[pattern + ".*"] {
        value = .object(members(part.kind, part.pattern, table))
      }
      return [
        ("type", .string("object")),
        ("propertyNames", .object([("pattern", .string(keyPattern(key)))])),
        ("additionalProperties", value),
      ]
    case .list(let item):
      let isMapping: Bool
      if case .mapping = item { isMapping = true } else { isMapping = false }
      let inner = members(item, isMapping ? pattern + ".[]" : pattern, table)
      return [("type", .string("array")), ("items", .object(inner))]
    case .either(let kinds):
      return [("anyOf", .array(kinds.map { .object(members($0, pattern, table)) }))]
    case .notBuilt:
      return [("not", .object([]))]
    default:
      return scalarMembers(kind)
    }
  }

  private static func scalarMembers(_ kind: ValueKind) -> [(String, JSONText)] {
    switch kind {
    case .text: return [("type", .array([.string("string"), .string("number")]))]
    case .yesNo:
      return [("enum", .array([.string("yes"), .string("no"), .flag(true), .flag(false)]))]
    case .count(let range):
      var members: [(String, JSONText)] = [
        ("type", .string("integer")), ("minimum", .number(range.lowerBound)),
      ]
      if range.upperBound < Int.max { members.append(("maximum", .number(range.upperBound))) }
      return members
    case .choice(let words): return [("enum", .array(words.map { .string($0) }))]
    case .money:
      return [
        ("type", .array([.string("number"), .string("string")])), ("minimum", .number(0)),
        ("pattern", .string("^\(decimal)$")),
      ]
    case .file, .reference, .wave: return [("type", .string("string"))]
    default: return [("type", .string("string")), ("pattern", .string(pattern(kind)))]
    }
  }

  private static let decimal = "[0-9]+(\\.[0-9]+)?"
  private static let time =
    "\(decimal) *(s|sec|seconds?|min|minutes?|h|hours?|d|days?|weeks?)"
  private static let times = "\(time)( \(time))*"
  private static let clock = "([01][0-9]|2[0-4]):[0-5][0-9]"

  private static func pattern(_ kind: ValueKind) -> String {
    switch kind {
    case .share: "^-?\(decimal) *%$"
    case .attritionRate: "^\(decimal) *% per (week|month|quarter|year)$"
    case .duration: "^\(times)$"
    case .weeks: "^\(decimal) *(d|days?|weeks?)$"
    case .price(let units): "^\(decimal) per (\(units.joined(separator: "|")))$"
    case .date: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    case .moment: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T\(clock)(:00)?( fold [01])?$"
    case .clockSpan: "^\(clock)( *- *\(clock))?$"
    case .dayHours: "^\(clock) *- *\(clock)( *, *\(clock) *- *\(clock))*$"
    case .timeSpan: "^\(times) *- *\(times)$"
    case .countSpan: "^[0-9]+( *- *[0-9]+)?$"
    case .span: "^[0-9]+ per [0-9]+$"
    default: ".*"
    }
  }

  private static func keyPattern(_ key: MapKey) -> String {
    switch key {
    case .id, .reference: "^[a-z0-9-]+$"
    case .date: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    case .tenure: "^[0-9]+ *(d|days?|weeks?)$"
    case .month: "^[0-9]{4}-[0-9]{2}$"
    case .lagDays: "^-?[0-9]+$"
    case .weekdays: "^[A-Za-z]+(-[A-Za-z]+)?$"
    case .path: ".*"
    }
  }
}

extension ValueKind {
  /// Whether a value is written as a text in JSON.
  fileprivate var isText: Bool {
    switch self {
    case .count, .money, .mapping, .map, .list, .either, .notBuilt, .yesNo: false
    default: true
    }
  }
}
