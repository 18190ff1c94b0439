/// Seeded numbers, the same on every machine (Steele, Lea and Flood 2014, SplitMix64).
struct Dice {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number of `range`, all as likely.
  mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  /// A number of `range` in thousandths of it, all as likely.
  mutating func real(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * Double(whole(0...1000)) / 1000
  }

  /// Whether something of this probability happens, in percent.
  mutating func happens(_ percent: Int) -> Bool { whole(1...100) <= percent }

  /// `count` different places below `limit`, in ascending order.
  mutating func places(_ count: Int, below limit: Int) -> [Int] {
    var left = Array(0..<limit)
    var chosen: [Int] = []
    while chosen.count < count, !left.isEmpty {
      chosen.append(left.remove(at: whole(0...(left.count - 1))))
    }
    return chosen.sorted()
  }
}
