/// A real-valued quantity of one kind, so that heads are never added to erlangs.
///
/// Fractions live to the end of the chain; whole people appear only where a decision needs them.
public protocol RealAmount: Sendable, Hashable, Comparable, Codable {
  /// The bare number.
  var value: Double { get }
  /// The amount of `value`.
  init(_ value: Double)
}

extension RealAmount {
  /// None.
  public static var zero: Self { Self(0) }
  /// The order of the amounts.
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
  /// The sum.
  public static func + (left: Self, right: Self) -> Self { Self(left.value + right.value) }
  /// The difference.
  public static func - (left: Self, right: Self) -> Self { Self(left.value - right.value) }
  /// The amount scaled by a bare factor.
  public static func * (left: Self, right: Double) -> Self { Self(left.value * right) }
  /// Adds `right` to `left`.
  public static func += (left: inout Self, right: Self) { left = left + right }
}

extension Sequence where Element: RealAmount {
  /// The sum of the amounts, in the order of the sequence.
  public func total() -> Element { reduce(.zero, +) }
}

/// People on the payroll or at a vendor, fractions included.
public struct Headcount: RealAmount {
  /// The number of heads.
  public let value: Double
  /// `value` heads.
  public init(_ value: Double) { self.value = value }
}

/// People on contacts in an interval, net of shrinkage, fractions included.
public struct Positions: RealAmount {
  /// The number of positions.
  public let value: Double
  /// `value` positions.
  public init(_ value: Double) { self.value = value }
}

/// Contacts offered, fractions included.
public struct ContactVolume: RealAmount {
  /// The number of contacts.
  public let value: Double
  /// `value` contacts.
  public init(_ value: Double) { self.value = value }
}

/// Offered load: the mean number of contacts in service if nobody ever waited.
public struct Erlangs: RealAmount {
  /// The load in erlangs.
  public let value: Double
  /// A load of `value` erlangs.
  public init(_ value: Double) { self.value = value }

  /// The load of `volume` contacts of length `handleTime` that arrive during `interval`; 0 when the
  /// interval is empty.
  public init(volume: ContactVolume, handleTime: Duration, during interval: Duration) {
    let seconds = interval.inSeconds
    value = seconds > 0 ? volume.value * handleTime.inSeconds / seconds : 0
  }
}

/// A part of a whole: 0 is none, 1 is all.
public struct Share: RealAmount {
  /// The share; 0.25 is a quarter.
  public let value: Double
  /// A share of `value`.
  public init(_ value: Double) { self.value = value }
  /// A share in percent.
  public static func percent(_ percent: Double) -> Share { Share(percent / 100) }
  /// All of it.
  public static let whole = Share(1)
  /// What is left of the whole.
  public var complement: Share { Share(1 - value) }
}
