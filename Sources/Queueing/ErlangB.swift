internal import Foundation
public import Units

/// Contacts that find every server busy are lost: the loss system M/G/n/n.
///
/// 1/B(n, a) = a ∫₀^∞ e^(−at) (1 + t)ⁿ dt, continuous in n (Jagerman, "Some properties of the Erlang
/// loss function", 1974); for whole n it is Erlang's sum. A load that is negative, not a number or
/// below 10⁻²⁹⁰ counts as none, and so do servers that are negative or not a number. The relative
/// error stays below 10⁻¹¹ up to 10⁴ erlangs and below 10⁻⁹ up to 10⁵.
///
/// Limits: contacts come at random at a steady rate, and who is lost does not come again.
public struct ErlangB: Sendable, Hashable {
  /// The load that is offered.
  public let load: Erlangs

  /// A loss system that is offered `load`.
  public init(load: Erlangs) { self.load = load }

  /// The share of contacts that find all of `servers` busy; 1 without servers, 0 without a load.
  public func blocking(with servers: Positions) -> Share {
    Share(ErlangB.blocking(servers.value, load.value))
  }

  /// The natural logarithm of the blocking, a number even where the share itself is too small for
  /// one; −∞ without a load.
  public func logBlocking(with servers: Positions) -> Double {
    ErlangB.logBlocking(servers.value, load.value)
  }

  /// The load that gets through: a (1 − B).
  public func carriedLoad(with servers: Positions) -> Erlangs {
    Erlangs(ErlangB.carried(servers.value, load.value))
  }
}

extension ErlangB {
  /// Loads below this count as none.
  static let leastLoad = 1e-290

  static func blocking(_ servers: Double, _ load: Double) -> Double {
    guard servers > 0 else { return 1 }
    guard load >= leastLoad, servers.isFinite else { return 0 }
    return 1 / LossSeries(servers: servers, load: load).value
  }

  static func logBlocking(_ servers: Double, _ load: Double) -> Double {
    guard servers > 0 else { return 0 }
    guard load >= leastLoad, servers.isFinite else { return -.infinity }
    return -LossSeries(servers: servers, load: load).log
  }

  static func carried(_ servers: Double, _ load: Double) -> Double {
    guard servers > 0, load >= leastLoad else { return 0 }
    guard servers.isFinite else { return load }
    // Of an endless load every server takes what it can.
    guard load.isFinite else { return servers }
    let series = LossSeries(servers: servers, load: load)
    if series.logScale > 0 { return load }
    return load * (series.rest / (1 + series.rest))
  }
}
