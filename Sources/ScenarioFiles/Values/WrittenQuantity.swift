public import Units

/// Quantities as people write them outside a scenario, on a command line or in a table: with their
/// units, as in scenario files.
public enum WrittenQuantity {
  /// A text that is not the quantity that was asked for.
  public struct Unreadable: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public let message: String
    /// How to mend it.
    public let hint: String?

    /// The message and the hint in one line.
    public var description: String { hint.map { "\(message); \($0)" } ?? message }

    init(_ complaint: Complaint) {
      message = complaint.message
      hint = complaint.hint
    }
  }

  /// A time such as `187.5 s`, `4 min` or `1 h 30 min`, not negative.
  public static func duration(_ text: String) throws(Unreadable) -> Duration {
    do throws(Complaint) {
      let seconds = try QuantityText.exactSeconds(text)
      guard seconds >= .zero else {
        throw Complaint("\(text) is negative", hint: "a time is 0 s or more")
      }
      return .seconds(seconds.doubleValue)
    } catch {
      throw Unreadable(error)
    }
  }

  /// A percentage from 0 % to 100 %.
  public static func share(_ text: String) throws(Unreadable) -> Share {
    do throws(Complaint) {
      let share = try QuantityText.share(text)
      guard share >= .zero, share <= .one else {
        throw Complaint("\(text) is out of range", hint: "it lies between 0 % and 100 %")
      }
      return Share(share.doubleValue)
    } catch {
      throw Unreadable(error)
    }
  }

  /// A number from 0 to 10⁹, fractions allowed.
  public static func number(_ text: String) throws(Unreadable) -> Double {
    do throws(Complaint) {
      let value = try QuantityText.number(text.trimmed)
      guard value >= .zero, value <= Rational(1_000_000_000) else {
        throw Complaint("\(text) is out of range", hint: "it lies between 0 and 1000000000")
      }
      return value.doubleValue
    } catch {
      throw Unreadable(error)
    }
  }

  /// A share and a time: `80 % in 20 s`, or the field's short form `80/20`, which means percent and
  /// seconds unless it says otherwise, as `80%/2min` does.
  public static func shareInTime(_ text: String) throws(Unreadable) -> (Share, Duration) {
    let short = text.split(separator: "/", omittingEmptySubsequences: false)
    if short.count == 2 {
      let (first, second) = (String(short[0]).trimmed, String(short[1]).trimmed)
      return (
        try share(first.contains("%") ? first : "\(first) %"),
        try duration(second.contains { $0.isLetter } ? second : "\(second) s")
      )
    }
    guard let word = text.firstRange(of: " in ") else {
      throw Unreadable(
        Complaint("“\(text)” is no share in a time", hint: "write 80 % in 20 s, or 80/20"))
    }
    return (
      try share(String(text[..<word.lowerBound])), try duration(String(text[word.upperBound...]))
    )
  }
}
