/// Whether a value passes against the text of its reference, by the rules of the tables' README:
/// relative or absolute tolerance, exact states.
func passes(_ value: Double, _ reference: String, relative: Double, absolute: Double) -> Bool {
  switch reference {
  case "inf": return value == .infinity
  case "-inf": return value == -.infinity
  case "underflow": return value >= 0 && value <= 1e-300
  default:
    guard let expected = Double(reference) else { return false }
    let difference = abs(value - expected)
    return difference <= relative * abs(expected) || difference <= absolute
  }
}
