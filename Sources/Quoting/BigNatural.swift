/// A natural number of any size, for fractions that must not be rounded on the way.
struct BigNatural: Sendable, Hashable {
  /// Digits to the base 2³², the lowest first; none at the end is 0, so that 0 has no digit.
  private(set) var digits: [UInt32]

  private init(digits: [UInt32]) {
    var digits = digits
    while digits.last == 0 { digits.removeLast() }
    self.digits = digits
  }

  init(_ value: UInt64) {
    self.init(digits: [UInt32(truncatingIfNeeded: value), UInt32(value >> 32)])
  }

  var isZero: Bool { digits.isEmpty }

  static func + (left: BigNatural, right: BigNatural) -> BigNatural {
    var sum: [UInt32] = []
    var carry: UInt64 = 0
    for place in 0..<max(left.digits.count, right.digits.count) {
      let total = UInt64(left.digit(place)) + UInt64(right.digit(place)) + carry
      sum.append(UInt32(truncatingIfNeeded: total))
      carry = total >> 32
    }
    sum.append(UInt32(carry))
    return BigNatural(digits: sum)
  }

  /// The difference; 0 where `right` is the larger.
  static func - (left: BigNatural, right: BigNatural) -> BigNatural {
    guard right < left else { return BigNatural(0) }
    var difference: [UInt32] = []
    var borrow: Int64 = 0
    for place in left.digits.indices {
      let rest = Int64(left.digit(place)) - Int64(right.digit(place)) - borrow
      borrow = rest < 0 ? 1 : 0
      difference.append(UInt32(truncatingIfNeeded: rest))
    }
    return BigNatural(digits: difference)
  }

  static func * (left: BigNatural, right: BigNatural) -> BigNatural {
    guard !left.isZero, !right.isZero else { return BigNatural(0) }
    var product = [UInt32](repeating: 0, count: left.digits.count + right.digits.count)
    for (row, first) in left.digits.enumerated() {
      var carry: UInt64 = 0
      for (column, second) in right.digits.enumerated() {
        let total = UInt64(first) * UInt64(second) + UInt64(product[row + column]) + carry
        product[row + column] = UInt32(truncatingIfNeeded: total)
        carry = total >> 32
      }
      product[row + right.digits.count] = UInt32(carry)
    }
    return BigNatural(digits: product)
  }

  /// The whole quotient, bit by bit; 0 where `right` is 0.
  static func / (left: BigNatural, right: BigNatural) -> BigNatural {
    guard !right.isZero else { return BigNatural(0) }
    var quotient = [UInt32](repeating: 0, count: left.digits.count)
    var rest = BigNatural(0)
    for place in left.digits.indices.reversed() {
      for bit in (0..<32).reversed() {
        rest = rest + rest
        if left.digits[place] >> UInt32(bit) & 1 == 1 { rest = rest + BigNatural(1) }
        guard rest >= right else { continue }
        rest = rest - right
        quotient[place] |= 1 << UInt32(bit)
      }
    }
    return BigNatural(digits: quotient)
  }

  /// The number, or `nil` where it is beyond 64 bits.
  var uint64: UInt64? {
    digits.count <= 2 ? UInt64(digit(1)) << 32 | UInt64(digit(0)) : nil
  }

  private func digit(_ place: Int) -> UInt32 { place < digits.count ? digits[place] : 0 }
}

extension BigNatural: Comparable {
  static func < (left: BigNatural, right: BigNatural) -> Bool {
    guard left.digits.count == right.digits.count else {
      return left.digits.count < right.digits.count
    }
    for place in left.digits.indices.reversed() where left.digits[place] != right.digits[place] {
      return left.digits[place] < right.digits[place]
    }
    return false
  }
}
