internal import Foundation

/// A member of a plan's document that is not what follows from the plan and its scenario.
public struct DocumentDifference: Sendable, Equatable {
  /// The member, such as `cost.categories[3].amount`.
  public let path: String
  /// What the document says.
  public let stated: String
  /// What follows.
  public let recomputed: String

  /// A difference at `path`.
  public init(path: String, stated: String, recomputed: String) {
    self.path = path
    self.stated = stated
    self.recomputed = recomputed
  }
}

/// How many figures of a part of a document were compared.
public struct ComparedSection: Sendable, Equatable {
  /// The part: the name of a member of the document.
  public let name: String
  /// Figures that were compared.
  public let figures: Int
}

/// Holds a document as it was read against one that was written anew, member by member.
///
/// Numbers may differ by a billionth: they are sums whose order may differ. Members that the new
/// document does not have are differences where they say anything.
struct DocumentComparison {
  private(set) var differences: [DocumentDifference] = []
  private(set) var figures = 0
  /// Paths, without the places of lists, that are not looked at.
  let leftOut: Set<String>

  init(leavingOut: Set<String>) { leftOut = leavingOut }

  /// Compares what is stated at `path` with what it should be.
  mutating func compare(_ stated: Any?, with expected: JSONValue, at path: String) {
    guard !leftOut.contains(DocumentComparison.plain(path)) else { return }
    switch expected {
    case .array(let elements): compare(stated, with: elements, at: path)
    case .object(let members): compare(stated, with: members, at: path)
    default:
      figures += 1
      if !DocumentComparison.isSame(stated, expected) {
        note(path, stated, DocumentComparison.text(of: expected))
      }
    }
  }

  private mutating func compare(
    _ stated: Any?, with elements: [JSONValue], at path: String
  ) {
    guard let list = stated as? [Any] else {
      if !elements.isEmpty || !DocumentComparison.saysNothing(stated) {
        note(path, stated, "a list of \(elements.count)")
      }
      return
    }
    figures += 1
    guard list.count == elements.count else {
      return note(path, "a list of \(list.count)", "a list of \(elements.count)")
    }
    for (place, element) in elements.enumerated() {
      compare(list[place], with: element, at: "\(path)[\(place)]")
    }
  }

  private mutating func compare(
    _ stated: Any?, with members: [JSONValue.Member], at path: String
  ) {
    guard let parts = stated as? [String: Any] else {
      return note(path, stated, "an object of \(members.count) members")
    }
    for member in members {
      compare(
        parts[member.key], with: member.value,
        at: path.isEmpty ? member.key : "\(path).\(member.key)")
    }
    let known = Set(members.map(\.key))
    for key in parts.keys.sorted() where !known.contains(key) {
      let member = path.isEmpty ? key : "\(path).\(key)"
      guard !leftOut.contains(DocumentComparison.plain(member)),
        !DocumentComparison.saysNothing(parts[key])
      else { continue }
      note(member, parts[key], "no such member")
    }
  }

  private mutating func note(_ path: String, _ stated: Any?, _ recomputed: String) {
    differences.append(
      DocumentDifference(
        path: path, stated: DocumentComparison.text(of: stated), recomputed: recomputed))
  }

  /// `cost.lines.amount` for `cost.lines[3].amount`.
  private static func plain(_ path: String) -> String {
    var isInside = false
    return String(
      path.filter { letter in
        if letter == "[" { isInside = true }
        defer { if letter == "]" { isInside = false } }
        return !isInside
      })
  }

  private static func saysNothing(_ value: Any?) -> Bool {
    guard let value, !(value is NSNull) else { return true }
    return (value as? [Any])?.isEmpty ?? (value as? [String: Any])?.isEmpty ?? false
  }

  private static func isSame(_ stated: Any?, _ expected: JSONValue) -> Bool {
    switch expected {
    case .bool(let flag): return stated as? Bool == flag
    case .string(let text): return stated as? String == text
    case .integer(let whole): return (stated as? NSNumber)?.doubleValue == Double(whole)
    case .number(let number) where number.isFinite:
      guard let said = (stated as? NSNumber)?.doubleValue else { return false }
      return (said - number).magnitude <= 1e-9 * max(1, number.magnitude)
    default: return saysNothing(stated)
    }
  }

  /// What is stated, in words for people: the text itself, a number, how long a list is.
  private static func text(of value: Any?) -> String {
    guard let value, !(value is NSNull) else { return "nothing" }
    if let list = value as? [Any] { return "a list of \(list.count)" }
    if let parts = value as? [String: Any] { return "an object of \(parts.count) members" }
    return "\(value)"
  }

  private static func text(of value: JSONValue) -> String {
    switch value {
    case .string(let text): text
    case .null: "nothing"
    default: value.text.trimmingCharacters(in: .newlines)
    }
  }
}
