/// One word or sign of an LP file.
struct LPToken {
  enum Kind: Equatable {
    case number(Double)
    case name(String)
    case plus
    case minus
    case lessOrEqual
    case greaterOrEqual
    case equal
    case colon
  }

  var kind: Kind
  var line: Int
  var column: Int
  /// Whether it is the first of its line.
  var isFirst: Bool

  var isRelation: Bool { kind == .lessOrEqual || kind == .greaterOrEqual || kind == .equal }

  var name: String? {
    if case .name(let name) = kind { return name }
    return nil
  }
}

/// Takes an LP file apart.
struct LPScanner {
  private(set) var tokens: [LPToken] = []
  private(set) var comments: [Substring] = []

  init(_ lines: [Substring]) throws(ProgramTextError) {
    for (number, line) in lines.enumerated() {
      let bytes = Array(line.utf8)
      let first = tokens.count
      var position = 0
      while position < bytes.count {
        let byte = bytes[position]
        if byte == UInt8(ascii: "\\") {
          let comment = bytes[(position + 1)...]
          comments.append(Substring(String(decoding: comment, as: UTF8.self)))
          break
        }
        if byte <= 32 {
          position += 1
          continue
        }
        let (kind, length) = try LPScanner.token(bytes[position...], number + 1, position + 1)
        tokens.append(
          LPToken(
            kind: kind, line: number + 1, column: position + 1, isFirst: tokens.count == first))
        position += length
      }
    }
  }

  private static func token(
    _ bytes: ArraySlice<UInt8>, _ line: Int, _ column: Int
  ) throws(ProgramTextError) -> (LPToken.Kind, Int) {
    let first = bytes.first ?? 0
    let second = bytes.dropFirst().first ?? 0
    let equal = UInt8(ascii: "=")
    switch first {
    case UInt8(ascii: "+"): return (.plus, 1)
    case UInt8(ascii: "-"):
      if second == UInt8(ascii: ">") {
        throw ProgramTextError(
          line: line, column: column, "indicator requirements are not supported",
          hint: "write them with a bound on the variable")
      }
      return (.minus, 1)
    case UInt8(ascii: ":"): return (.colon, 1)
    case UInt8(ascii: "<"): return (.lessOrEqual, second == equal ? 2 : 1)
    case UInt8(ascii: ">"): return (.greaterOrEqual, second == equal ? 2 : 1)
    case equal:
      if second == UInt8(ascii: "<") { return (.lessOrEqual, 2) }
      if second == UInt8(ascii: ">") { return (.greaterOrEqual, 2) }
      return (.equal, 1)
    case 48...57: return try number(bytes, line, column)
    case UInt8(ascii: ".") where (48...57).contains(second):
      return try number(bytes, line, column)
    default: break
    }
    let length = bytes.prefix(while: isNameByte).count
    guard length > 0 else {
      throw ProgramTextError(
        line: line, column: column, "unexpected character",
        hint: "quadratic terms, products and brackets are not supported")
    }
    return (.name(String(decoding: bytes.prefix(length), as: UTF8.self)), length)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...32, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "^"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "\\"), 127:
      false
    default: true
    }
  }

  private static func number(
    _ bytes: ArraySlice<UInt8>, _ line: Int, _ column: Int
  ) throws(ProgramTextError) -> (LPToken.Kind, Int) {
    let all = Array(bytes.prefix(400))
    var end = 0
    func digits() { while end < all.count, (48...57).contains(all[end]) { end += 1 } }
    digits()
    if end < all.count, all[end] == UInt8(ascii: ".") {
      end += 1
      digits()
    }
    if end < all.count, all[end] == UInt8(ascii: "e") || all[end] == UInt8(ascii: "E") {
      var next = end + 1
      if next < all.count, all[next] == UInt8(ascii: "+") || all[next] == UInt8(ascii: "-") {
        next += 1
      }
      if next < all.count, (48...57).contains(all[next]) {
        end = next
        digits()
      }
    }
    let text = String(decoding: all[..<end], as: UTF8.self)
    guard let value = Double(text), value.isFinite else {
      throw ProgramTextError(
        line: line, column: column, "“\(text)” is not a number that can be held",
        hint: "use numbers between -1e308 and 1e308")
    }
    return (.number(value), end)
  }
}
