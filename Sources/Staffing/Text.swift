/// Numbers in the words of a method.
enum Text {
  /// A share in percent, with a digit after the point where it needs one.
  static func percent(_ share: Double) -> String {
    let tenths = Int((min(1e6, max(0, share)) * 1000).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
  }

  /// A number of contacts, customers or hours: whole from 100 on, else with a digit after the point
  /// where it needs one.
  static func count(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e15 else { return "very many" }
    let tenths = Int((abs(number) * 10).rounded())
    let sign = number < 0 && tenths > 0 ? "-" : ""
    if tenths >= 1000 { return sign + "\(Int(abs(number).rounded()))" }
    return sign + (tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)")
  }

  /// A time in its largest whole unit.
  static func time(_ time: Duration) -> String {
    let seconds = time.components.seconds
    if seconds >= 3600, seconds % 3600 == 0 { return "\(seconds / 3600) h" }
    if seconds >= 60, seconds % 60 == 0 { return "\(seconds / 60) min" }
    return "\(seconds) s"
  }
}
