import Costing
import TestSupport
import Testing
import Units

@Suite("Cutting an amount")
struct AllotmentTests {
  private func cents(_ amount: Int64, _ weights: [Double]) -> [Int64] {
    Money(minorUnits: amount).allotted(by: weights).map(\.minorUnits)
  }

  @Test("The cents that are left go to the largest remainders, the earlier of equal ones first")
  func remainders() {
    #expect(cents(100, [1, 1, 1]) == [34, 33, 33])
    #expect(cents(200, [1, 1, 1]) == [67, 67, 66])
    // 14.2857, 28.5714, 57.1428: the second has the largest remainder.
    #expect(cents(100, [1, 2, 4]) == [14, 29, 57])
    #expect(cents(-100, [1, 2, 4]) == [-14, -29, -57])
    #expect(cents(1, [1, 1, 1, 1]) == [1, 0, 0, 0])
    #expect(cents(0, [1, 2]) == [0, 0])
    #expect(cents(5, [2]) == [5])
    #expect(cents(5, []) == [])
  }

  @Test("Weights that cannot weigh count as nothing; where none weighs, all weigh the same")
  func strange() {
    #expect(cents(90, [.nan, 1, -5, 2, .infinity]) == [0, 30, 0, 60, 0])
    #expect(cents(90, [0, 0, 0]) == [30, 30, 30])
    #expect(cents(90, [.nan, -1]) == [45, 45])
    #expect(cents(90, [1e308, 1e308]) == [45, 45])
    #expect(cents(90, [.leastNonzeroMagnitude, .leastNonzeroMagnitude]) == [45, 45])
    #expect(cents(.max, [1, 1]).reduce(0, +) == .max)
    #expect(cents(.min + 1, [1, 2, 3]).reduce(0, +) == .min + 1)
  }

  @Test("The parts of any amount sum to it, and none is a cent from its share", arguments: 1...200)
  func sums(seed: UInt64) {
    var random = SplitMix(state: seed)
    let count = Int(random.below(40)) + 1
    let weights = (0..<count).map { _ in
      random.below(4) == 0 ? 0 : Double(random.below(1_000_000)) / 7
    }
    let amount = Int64(random.below(2_000_000_000)) - 1_000_000_000
    let parts = cents(amount, weights)
    #expect(parts.reduce(0, +) == amount)
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return }
    for (part, weight) in zip(parts, weights) {
      #expect(abs(Double(part) - Double(amount) * weight / sum) < 1.01)
    }
  }
}
