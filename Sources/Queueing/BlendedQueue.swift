internal import Foundation
public import Units

/// Calls that come in and calls that go out, by one team: an outbound job from an endless list
/// starts whenever more than the reserved positions are free.
///
/// With n positions of which r are reserved the number x of busy positions never falls below
/// m = n − r. A birth and death chain from x = m: births λ, deaths x μ up to n and n μ + (x − n) θ
/// beyond; a completion at x = m is replaced by an outbound job at once, so that outbound jobs start
/// at rate m μ P(x = m). A threshold of this kind is optimal for one type of work beside another
/// (Bhulai and Koole, "A queueing model for call blending in call centers", 2003; Gans and Zhou,
/// "A call-routing problem with service-level constraints", 2003). With r = n it is Erlang A.
///
/// Limits: inbound and outbound contacts take the same exponential time (others need a chain of two
/// dimensions); the list never ends. Positions are real numbers; a fraction of a reserved position
/// is time, as in ``ChatQueue``.
public struct BlendedQueue: Sendable, Hashable {
  /// The mean time of a contact, inbound or outbound.
  public let handleTime: Duration
  /// The mean time after which a waiting customer leaves; `nil` when nobody does.
  public let patience: Duration?
  /// Inbound contacts a second.
  let rate: Double
  let leaving: Double
  let seconds: Double

  /// A team to which `volume` contacts come during `interval`.
  ///
  /// A volume that is negative or not a number counts as none, a patience and a handle time below
  /// 10⁻⁹ s as that.
  public init(
    volume: ContactVolume, during interval: Duration, handleTime: Duration, patience: Duration?
  ) {
    self.handleTime = handleTime
    self.patience = patience
    let span = interval.inSeconds
    let rate = span > 0 ? volume.value / span : 0
    self.rate = rate >= 1e-290 ? min(rate, 1e12) : 0
    leaving = patience.map { 1 / min(1e12, max(1e-9, $0.inSeconds)) } ?? 0
    seconds = max(1e-9, handleTime.inSeconds)
  }

  /// What `positions` achieve with `reserve` of them kept for inbound; a reserve below 0 counts as
  /// none, one above the positions as all of them. Service levels are of `answerTime`, outbound jobs
  /// those of `interval`.
  public func performance(
    with positions: Positions, reserve: Positions, within answerTime: Duration,
    during interval: Duration
  ) -> BlendedPerformance {
    let count = ChatQueue.counted(positions.value)
    let kept = BlendedQueue.kept(reserve.value, of: count)
    let shares = shares(count, reserve: kept, within: answerTime.inSeconds)
    return BlendedPerformance(
      inbound: ServicePerformance(
        shares.line.figures(occupancy: occupancy(shares, of: count)), positions: Positions(count),
        answerTime: max(.zero, answerTime)),
      reserve: Positions(kept),
      outbound: ContactVolume(shares.outbound * max(0, interval.inSeconds)))
  }
}

/// What a team achieves on both kinds of work.
public struct BlendedPerformance: Sendable, Hashable, Codable {
  /// The inbound contacts; the occupancy counts both kinds of work.
  public var inbound: ServicePerformance
  /// The positions that outbound work leaves free.
  public var reserve: Positions
  /// The outbound jobs that are done in the interval.
  public var outbound: ContactVolume

  /// Figures as they are given.
  public init(inbound: ServicePerformance, reserve: Positions, outbound: ContactVolume) {
    self.inbound = inbound
    self.reserve = reserve
    self.outbound = outbound
  }
}

/// Means over the states of a blended team, which can be mixed.
struct BlendedShares {
  var line: LineShares
  /// Outbound jobs a second.
  var outbound = 0.0

  func mixed(with other: BlendedShares, fraction: Double) -> BlendedShares {
    BlendedShares(
      line: line.mixed(with: other.line, fraction: fraction),
      outbound: outbound + fraction * (other.outbound - outbound))
  }
}

extension BlendedQueue {
  static func kept(_ reserve: Double, of positions: Double) -> Double {
    reserve > 0 ? min(reserve, positions) : 0
  }

  func occupancy(_ shares: BlendedShares, of positions: Double) -> Double {
    guard positions > 0 else { return rate > 0 ? .nan : 0 }
    guard shares.line.isStable else { return 1 }
    // Every contact that is answered and every outbound job keeps a position for h (Little, 1961).
    return min(1, (rate * (1 - shares.line.leaves) + shares.outbound) * seconds / positions)
  }

  /// The means of `positions` ≥ 0 of which 0 ≤ `reserve` ≤ positions are kept.
  func shares(_ positions: Double, reserve: Double, within time: Double) -> BlendedShares {
    let time = max(0, time)
    let low = reserve.rounded(.down)
    guard reserve > low, reserve < positions else {
      return shares(positions, wholeReserve: reserve, within: time)
    }
    let high = min(low + 1, positions)
    return shares(positions, wholeReserve: low, within: time)
      .mixed(
        with: shares(positions, wholeReserve: high, within: time),
        fraction: (reserve - low) / (high - low))
  }

  /// For a reserve that is whole or all of the positions.
  private func shares(
    _ positions: Double, wholeReserve reserve: Double, within time: Double
  ) -> BlendedShares {
    let least = positions - reserve
    guard rate > 0 else { return BlendedShares(line: .idle, outbound: least / seconds) }
    guard positions > 0 else {
      return BlendedShares(line: .unanswered(rate: rate, leaving: leaving, within: time))
    }
    let line = WaitingLine(
      rate: rate, capacity: positions / seconds, leaving: leaving, within: time)
    guard line.isStable else { return BlendedShares(line: .growing) }
    guard least > 0 else {
      // Erlang A: the weight of the states below is 1/B − 1.
      let blocking = ErlangB.blocking(positions, rate * seconds)
      return BlendedShares(
        line: LineShares(
          line, before: 1 - blocking, full: blocking, rate: rate, leaving: leaving, time: time))
    }
    let states = BlendedStates(least: least, steps: Int(reserve), load: rate * seconds)
    let whole = states.before * exp(-line.logScale) + states.full * line.total
    // Without a reserve the state without a free position is the one in which jobs start.
    let first = states.first * exp(-line.logScale) / whole
    return BlendedShares(
      line: LineShares(
        line, before: states.before, full: states.full, rate: rate, leaving: leaving, time: time),
      outbound: least / seconds * first)
  }
}

/// The weights of the states m, m + 1, …, n, relative to the heaviest.
struct BlendedStates {
  /// The weight of all states but the last.
  private(set) var before = 0.0
  /// The weight of the first state, in which outbound jobs start.
  private(set) var first = 0.0
  /// The weight of the last state, with every position busy and nobody waiting.
  private(set) var full = 0.0

  /// `steps` states beyond `least` > 0 busy positions under a load of `load` > 0.
  init(least: Double, steps: Int, load: Double) {
    let start = min(steps, max(0, Int(min(load - least, Double(steps)))))
    guard steps <= ChatStates.mostSteps else {
      strideUp(from: start, to: steps, least, load)
      strideDown(from: start, to: steps, least, load)
      return
    }
    var weight = 1.0
    var step = start
    while true {
      if step == 0 { first = weight }
      if step == steps {
        full = weight
        break
      }
      before += weight
      step += 1
      weight *= load / (least + Double(step))
      if weight == 0 { break }
    }
    weight = 1
    step = start
    while step > 0, weight > 0 {
      weight *= (least + Double(step)) / load
      step -= 1
      before += weight
      if step == 0 { first = weight }
    }
  }

  /// As ``ChatStates`` does beyond a million states: many at a time.
  private mutating func strideUp(
    from start: Int, to steps: Int, _ least: Double, _ load: Double
  ) {
    func slope(_ step: Int) -> Double { log(load / (least + Double(step))) }
    if start == 0 { first = 1 }
    guard start < steps else {
      full = 1
      return
    }
    before += 1
    var weight = 1.0
    var step = start
    while step < steps {
      let length = ChatStates.stride(steps - step, atMost: steps / 20_000) { slope(step + $0) }
      let middle = slope(step + (length + 1) / 2)
      let counted = step + length == steps ? length - 1 : length
      before += weight * ChatStates.series(counted, middle)
      weight *= exp(Double(length) * middle)
      step += length
      if weight < 1e-18 * before * (1 - exp(min(0, middle))) || weight == 0 { return }
    }
    full = weight
  }

  private mutating func strideDown(
    from start: Int, to steps: Int, _ least: Double, _ load: Double
  ) {
    func slope(_ step: Int) -> Double { log((least + Double(step)) / load) }
    var weight = 1.0
    var step = start
    while step > 0 {
      let length = ChatStates.stride(step, atMost: steps / 20_000) { slope(step - $0 + 1) }
      let middle = slope(step - (length + 1) / 2 + 1)
      before += weight * ChatStates.series(length, middle)
      weight *= exp(Double(length) * middle)
      step -= length
      if step == 0 { first = weight }
      if weight < 1e-18 * before * (1 - exp(min(0, middle))) || weight == 0 { return }
    }
  }
}
