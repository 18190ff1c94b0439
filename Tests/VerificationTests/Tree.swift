import Foundation

/// A plan as a tree of JSON values, so that a test can change any one figure of it.
indirect enum Tree: Equatable, Codable {
  case none
  case flag(Bool)
  case whole(Int64)
  case real(Double)
  case text(String)
  case list([Tree])
  case parts([String: Tree])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .none
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let whole = try? value.decode(Int64.self) {
      self = .whole(whole)
    } else if let real = try? value.decode(Double.self) {
      self = .real(real)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([Tree].self) {
      self = .list(list)
    } else {
      self = .parts(try value.decode([String: Tree].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .none: try container.encodeNil()
    case .flag(let flag): try container.encode(flag)
    case .whole(let whole): try container.encode(whole)
    case .real(let real): try container.encode(real)
    case .text(let text): try container.encode(text)
    case .list(let list): try container.encode(list)
    case .parts(let parts): try container.encode(parts)
    }
  }

  init(_ value: some Encodable) throws {
    self = try JSONDecoder().decode(Tree.self, from: JSONEncoder().encode(value))
  }

  func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: JSONEncoder().encode(self))
  }

  subscript(key: String) -> Tree {
    get {
      guard case .parts(let parts) = self else { return .none }
      return parts[key] ?? .none
    }
    set {
      guard case .parts(var parts) = self else { return }
      parts[key] = newValue
      self = .parts(parts)
    }
  }

  subscript(place: Int) -> Tree {
    get { list.indices.contains(place) ? list[place] : .none }
    set {
      var items = list
      guard items.indices.contains(place) else { return }
      items[place] = newValue
      self = .list(items)
    }
  }

  /// The items of a list; setting makes it one.
  var list: [Tree] {
    get { if case .list(let list) = self { list } else { [] } }
    set { self = .list(newValue) }
  }

  /// The number, or that of a quantity: heads, hours (kept in seconds), minor units.
  var number: Double {
    get {
      switch self {
      case .whole(let whole): Double(whole)
      case .real(let real): real
      case .parts(let parts):
        if let seconds = parts["seconds"] {
          seconds.number / 3600
        } else {
          parts["value"]?.number ?? parts["minorUnits"]?.number ?? .nan
        }
      default: .nan
      }
    }
    set {
      switch self {
      case .parts(let parts) where parts["seconds"] != nil:
        self["seconds"] = .whole(Int64((newValue * 3600).rounded()))
      case .parts(let parts) where parts["minorUnits"] != nil:
        self["minorUnits"] = .whole(Int64(newValue.rounded()))
      case .parts: self["value"] = .real(newValue)
      case .whole: self = .whole(Int64(newValue.rounded()))
      default: self = .real(newValue)
      }
    }
  }
}
