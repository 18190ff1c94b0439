internal import CapacityPlanning
internal import Foundation

/// The members of a document that nothing reads: what a later version adds is told apart. What is read
/// is what the types have that it is decoded into.
enum UnreadMembers {
  /// Members that follow from others and are written for people.
  private static let derived: Set<String> = [
    "capacity.supportRoles", "capacity.groups.basis", "capacity.shortages.contactsLost",
    "capacity.groups.weeks.measures.unit",
  ]

  /// The paths of members of `capacity` in a document that say something and that `value`, which was
  /// decoded from it, does not have; families of rules that this version does not know beside them.
  static func find(in tree: Any, read value: WrittenCapacity) -> [String] {
    guard let document = tree as? [String: Any], let capacity = document["capacity"] else {
      return []
    }
    let families = (value.families ?? []).filter { CapacityFamily(rawValue: $0) == nil }
    return unread(capacity, as: value, at: "capacity")
      + families.map { "capacity.families: \($0)" }
  }

  private static func unread(_ tree: Any, as value: Any, at path: String) -> [String] {
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .optional {
      return mirror.children.first.map { unread(tree, as: $0.value, at: path) } ?? []
    }
    if let list = tree as? [Any] {
      var seen: Set<String> = []
      return zip(list, mirror.children).flatMap { unread($0, as: $1.value, at: path) }
        .filter { seen.insert($0).inserted }
    }
    guard let parts = tree as? [String: Any] else { return [] }
    return parts.keys.sorted().flatMap { key -> [String] in
      let member = "\(path).\(key)"
      let written = parts[key] ?? NSNull()
      if let child = mirror.children.first(where: { $0.label == key }) {
        return unread(written, as: child.value, at: member)
      }
      let isEmpty = written is NSNull || (written as? [Any])?.isEmpty ?? false
      return isEmpty || derived.contains(member) ? [] : [member]
    }
  }
}
