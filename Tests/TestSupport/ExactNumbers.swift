import Testing
public import Units

/// The exact number in a cell.
///
/// - Throws: where it holds none.
public func decimal(_ text: String?) throws -> Rational {
  try #require(Rational(decimal: text ?? ""), "not a decimal: \(text ?? "nothing")")
}

/// `value` in whole units of its last digit, rounded half away from zero.
public func rounded(_ value: Rational, _ digits: Int) -> Int64 {
  let scale = (0..<digits).reduce(Int64(1)) { scale, _ in scale * 10 }
  return Money(rounding: value, times: Rational(scale)).minorUnits
}
