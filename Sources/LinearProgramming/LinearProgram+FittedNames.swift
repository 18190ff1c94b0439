extension LinearProgram {
  /// `name` where it is no longer than a name may be; else its beginning and its end around a mark
  /// of the whole, such as `cover orders-from-… #9f0c2b1d63a4e857 …-queue at 2026-11-09T10:00`.
  ///
  /// For names that hold ids of any length. The mark is FNV-1a of the whole name (Fowler, Noll and
  /// Vo 1991; 64 bits): the same name always gives the same, different names different ones but for
  /// chance.
  public static func fitted(_ name: String) -> String {
    guard name.utf8.count > longestName else { return name }
    let head = prefix(of: name, bytes: 130)
    let tail = String(prefix(of: String(name.reversed()), bytes: 80).reversed())
    return "\(head)… #\(mark(of: name)) …\(tail)"
  }

  /// FNV-1a of `text` in 16 digits of base 16.
  public static func mark(of text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 {
      hash ^= UInt64(byte)
      hash = hash &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func prefix(of text: String, bytes: Int) -> String {
    var count = 0
    return String(
      text.prefix { character in
        count += character.utf8.count
        return count <= bytes
      })
  }
}
