/// A generator whose numbers follow from its seed, the same everywhere.
///
/// G. Steele, D. Lea and C. Flood, “Fast splittable pseudorandom number generators”, OOPSLA 2014.
public struct SplitMix: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A generator from a seed.
  public init(state: UInt64) { self.state = state }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number from 0 up to, but not including, `limit`.
  public mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
