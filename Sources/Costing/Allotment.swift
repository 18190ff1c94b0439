public import Units

extension Money {
  /// The amount cut into parts by weights, to the minor unit: the parts sum to the amount.
  ///
  /// Each part is rounded down (towards zero) from its exact share; the minor units that are left go,
  /// one each, to the parts with the largest remainders, the earlier of equal ones first (the method
  /// of largest remainder, Hamilton 1792). No part is a whole minor unit or more from its exact share.
  /// Weights that are negative or not finite count as 0; where none is left, all weigh the same.
  public func allotted(by weights: [Double]) -> [Money] {
    Allotment.parts(of: minorUnits, by: weights).map { Money(minorUnits: $0) }
  }
}

extension Quantity {
  /// The quantity cut into parts by weights, to the millionth, as ``Units/Money/allotted(by:)`` does.
  public func allotted(by weights: [Double]) -> [Quantity] {
    Allotment.parts(of: millionths, by: weights).map { Quantity(millionths: $0) }
  }
}

/// Cuts a whole number into whole parts.
enum Allotment {
  /// Weights are held to a trillionth of their sum.
  private static let scale = 1e12

  /// The weights as whole numbers; never all 0.
  private static func units(_ weights: [Double]) -> [Int128] {
    let largest = weights.filter(\.isFinite).max() ?? 0
    // Against the largest first, so that no sum can overflow.
    var shares = weights.map { weight in
      weight.isFinite && weight > 0 && largest > 0 ? weight / largest : 0
    }
    if shares.allSatisfy({ $0 == 0 }) { shares = Array(repeating: 1, count: weights.count) }
    let sum = shares.reduce(0, +)
    return shares.map { Int128(($0 / sum * scale).rounded()) }
  }

  /// Parts that follow each other, such as days: any run of them is less than a unit from its exact
  /// share, since the sums from the first on are what is rounded, half away from zero.
  static func days(of whole: Int64, by weights: [Double]) -> [Int64] {
    guard !weights.isEmpty else { return [] }
    let units = units(weights)
    let total = units.reduce(0, +)
    let magnitude = Int128(whole.magnitude)
    var (reached, given): (Int128, Int128) = (0, 0)
    return units.map { unit in
      reached += unit
      let until = (2 * magnitude * reached + total) / (2 * total)
      defer { given = until }
      return Int64(clamping: whole < 0 ? given - until : until - given)
    }
  }

  static func parts(of whole: Int64, by weights: [Double]) -> [Int64] {
    guard !weights.isEmpty else { return [] }
    let units = units(weights)
    let total = units.reduce(0, +)
    let magnitude = Int128(whole.magnitude)
    var parts: [Int128] = []
    var remainders: [(place: Int, rest: Int128)] = []
    for (place, unit) in units.enumerated() {
      let (part, rest) = (magnitude * unit).quotientAndRemainder(dividingBy: total)
      parts.append(part)
      remainders.append((place, rest))
    }
    let left = Int(magnitude - parts.reduce(0, +))
    remainders.sort { $0.rest == $1.rest ? $0.place < $1.place : $0.rest > $1.rest }
    for entry in remainders.prefix(left) { parts[entry.place] += 1 }
    return parts.map { Int64(clamping: whole < 0 ? -$0 : $0) }
  }
}
