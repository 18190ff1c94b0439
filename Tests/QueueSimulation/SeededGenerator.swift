/// Random numbers that are the same on every machine: xoshiro256** (Blackman and Vigna, "Scrambled
/// linear pseudorandom number generators", 2021), its state filled by SplitMix64.
///
/// The draws use no function of the system's mathematics library, whose last digits differ between
/// machines: only +, −, ×, ÷ and the square root, which IEEE 754 fixes.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var first: UInt64
  private var second: UInt64
  private var third: UInt64
  private var fourth: UInt64

  /// The sequence that belongs to `seed`.
  public init(seed: UInt64) {
    var state = seed
    func word() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
    first = word()
    second = word()
    third = word()
    fourth = word()
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    let scrambled = second &* 5
    let result = ((scrambled << 7) | (scrambled >> 57)) &* 9
    let shifted = second << 17
    third ^= first
    fourth ^= second
    second ^= third
    first ^= fourth
    third ^= shifted
    fourth = (fourth << 45) | (fourth >> 19)
    return result
  }

  /// A number above 0 and below 1.
  public mutating func uniform() -> Double {
    (Double(next() >> 12) + 0.5) * 0x1p-52
  }

  /// Whether something of probability `probability` happens.
  public mutating func happens(_ probability: Double) -> Bool { uniform() < probability }

  /// A whole number from 0 to `count` − 1, 0 where `count` is not above 1; its bias is below
  /// `count`/2⁵².
  public mutating func index(below count: Int) -> Int {
    count > 1 ? min(count - 1, Int(uniform() * Double(count))) : 0
  }

  /// The index of a weight, drawn in proportion to the weights.
  public mutating func index(weighted weights: [Double]) -> Int {
    var rest = uniform() * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return index }
    }
    return max(0, weights.count - 1)
  }

  /// An exponential time; 0 where the mean is not above 0, infinite where it is infinite.
  public mutating func exponential(mean: Double) -> Double {
    mean > 0 ? -mean * Arithmetic.logarithm(uniform()) : 0
  }

  /// A draw of the standard normal distribution (Marsaglia's polar method, 1964).
  public mutating func normal() -> Double {
    while true {
      let horizontal = 2 * uniform() - 1
      let vertical = 2 * uniform() - 1
      let square = horizontal * horizontal + vertical * vertical
      if square < 1, square > 0 {
        return horizontal * (-2 * Arithmetic.logarithm(square) / square).squareRoot()
      }
    }
  }

  /// A draw of the gamma distribution of this shape and mean (Marsaglia and Tsang, "A simple method
  /// for generating gamma variables", 2000); 0 where either is not above 0.
  public mutating func gamma(shape: Double, mean: Double) -> Double {
    guard shape > 0, mean > 0 else { return 0 }
    guard shape >= 1 else {
      let larger = gamma(shape: shape + 1, mean: shape + 1)
      return larger * Arithmetic.exponential(Arithmetic.logarithm(uniform()) / shape) * mean / shape
    }
    let offset = shape - 1.0 / 3
    let slope = 1 / (9 * offset).squareRoot()
    while true {
      let deviate = normal()
      let root = 1 + slope * deviate
      guard root > 0 else { continue }
      let cube = root * root * root
      let bound = 0.5 * deviate * deviate + offset * (1 - cube + Arithmetic.logarithm(cube))
      if Arithmetic.logarithm(uniform()) < bound { return offset * cube * mean / shape }
    }
  }

  /// A draw of the Poisson distribution, by counting exponential gaps; its cost grows with the mean.
  public mutating func poisson(mean: Double) -> Int {
    var count = 0
    var reached = exponential(mean: 1)
    while reached < mean {
      count += 1
      reached += exponential(mean: 1)
    }
    return count
  }
}

/// The two functions that the draws need, from the four operations alone.
enum Arithmetic {
  private static let logarithmOfTwo = 0.693_147_180_559_945_3

  /// ln x for a normal number above 0: 2 artanh((m − 1)/(m + 1)) + k ln 2.
  static func logarithm(_ value: Double) -> Double {
    let bits = value.bitPattern
    var exponent = Double(Int(bits >> 52) - 1023)
    var mantissa = Double(bitPattern: (bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000)
    if mantissa > 1.414_213_562_373_095 {
      mantissa *= 0.5
      exponent += 1
    }
    let ratio = (mantissa - 1) / (mantissa + 1)
    let square = ratio * ratio
    var sum = 1.0 / 21
    sum = sum * square + 1.0 / 19
    sum = sum * square + 1.0 / 17
    sum = sum * square + 1.0 / 15
    sum = sum * square + 1.0 / 13
    sum = sum * square + 1.0 / 11
    sum = sum * square + 1.0 / 9
    sum = sum * square + 1.0 / 7
    sum = sum * square + 1.0 / 5
    sum = sum * square + 1.0 / 3
    sum = sum * square + 1
    return 2 * ratio * sum + exponent * logarithmOfTwo
  }

  /// eˣ: Taylor's series of the rest after the powers of 2; 0 far below 0.
  static func exponential(_ value: Double) -> Double {
    guard value > -700 else { return 0 }
    guard value < 700 else { return .infinity }
    let powers = (value / logarithmOfTwo).rounded()
    let rest = value - powers * logarithmOfTwo
    var sum = 1.0
    var step = 16.0
    while step > 0 {
      sum = 1 + sum * rest / step
      step -= 1
    }
    return sum * Double(sign: .plus, exponent: Int(powers), significand: 1)
  }
}
