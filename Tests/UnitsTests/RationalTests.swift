import Foundation
import Testing
import Units

@Suite("Fractions are exact, in lowest terms, and never trap")
struct RationalTests {
  @Test(
    "A fraction is in lowest terms with its sign above the line",
    arguments: [
      (6000, 174, "1000/29"), (2, -4, "-1/2"), (-2, -4, "1/2"), (0, -7, "0"), (21, 7, "3"),
      (.min, .min, "1"), (.min, 2, "-4611686018427387904"),
    ] as [(Int64, Int64, String)])
  func lowestTerms(numerator: Int64, denominator: Int64, text: String) {
    #expect(Rational(numerator, over: denominator)?.description == text)
  }

  @Test("A fraction comes back from JSON in lowest terms; one over 0 is refused")
  func json() throws {
    let fraction = try #require(Rational(6000, over: 174))
    let text = try JSONEncoder().encode(fraction)
    #expect(try JSONDecoder().decode(Rational.self, from: text) == fraction)
    func read(_ text: String) throws -> Rational {
      try JSONDecoder().decode(Rational.self, from: Data(text.utf8))
    }
    #expect(try read(#"{"numerator": 2, "denominator": -4}"#) == Rational(-1, over: 2))
    #expect(throws: DecodingError.self) { try read(#"{"numerator": 1, "denominator": 0}"#) }
    #expect(throws: DecodingError.self) { try read(#"{"numerator": 1}"#) }
  }

  @Test("Nothing is divided by zero")
  func zeroDenominator() {
    #expect(Rational(1, over: 0) == nil)
    #expect(Rational.one.divided(by: .zero) == nil)
  }

  @Test("1/2 and 1/3: sum 5/6, difference 1/6, product 1/6, quotient 3/2")
  func arithmetic() throws {
    let half = try #require(Rational(1, over: 2))
    let third = try #require(Rational(1, over: 3))
    #expect(half + third == Rational(5, over: 6))
    #expect(half - third == Rational(1, over: 6))
    #expect(half * third == Rational(1, over: 6))
    #expect(half.divided(by: third) == Rational(3, over: 2))
    #expect(third < half)
    #expect(Rational(-1) < third)
  }

  @Test("Results too large for the terms stay near their value")
  func overflow() throws {
    let large = Rational(.max)
    #expect((large + large).doubleValue == 9e18)
    #expect((large * Rational(-1) - large).doubleValue == -9e18)
    let tiny = try #require(Rational(1, over: .max))
    #expect((tiny * tiny).doubleValue == 0)
    let nearThird = try #require(Rational(.max, over: 3)?.divided(by: large))
    #expect(nearThird == Rational(1, over: 3))
  }

  @Test(
    "The nearest fraction to a double has at most a million below the line",
    arguments: [(0.1, 1, 10), (-2.5, -5, 2), (1.0 / 3, 333_333, 1_000_000), (0, 0, 1)]
      as [(Double, Int64, Int64)])
  func nearest(value: Double, numerator: Int64, denominator: Int64) {
    #expect(Rational(nearest: value) == Rational(numerator, over: denominator))
  }

  @Test("Doubles that are no number become 0, those too large saturate")
  func nearestExtremes() {
    #expect(Rational(nearest: .nan) == .zero)
    #expect(Rational(nearest: .infinity) == .zero)
    #expect(Rational(nearest: 1e300) == Rational(9_000_000_000_000))
  }

  @Test(
    "A plain decimal is read exactly",
    arguments: [
      ("28.50", 57, 2), ("-3", -3, 1), ("0.000000000001", 1, 1_000_000_000_000), ("-0.5", -1, 2),
      ("007", 7, 1),
    ] as [(String, Int64, Int64)])
  func decimal(text: String, numerator: Int64, denominator: Int64) {
    #expect(Rational(decimal: text) == Rational(numerator, over: denominator))
  }

  @Test(
    "What is no plain decimal is refused",
    arguments: [
      "", "-", "+1", "1.", ".5", "1e3", "1,000", " 1", "--1", "1.2.3", "１", "0x1", "nan",
      "0.0000000000001", "99999999999999999999",
    ])
  func notDecimal(text: String) {
    #expect(Rational(decimal: text) == nil)
  }
}
