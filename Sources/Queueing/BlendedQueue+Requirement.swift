public import Units

/// A team that meets its inbound conditions and the outbound work it does beside them.
public struct BlendedPlan: Sendable, Hashable, Codable {
  /// The fewest positions, fractions included.
  public let positions: Positions
  /// The positions that outbound work leaves free, fractions included.
  public let reserve: Positions
  /// The outbound jobs that are done in the interval.
  public let outbound: ContactVolume

  /// A team and its reserve.
  public init(positions: Positions, reserve: Positions, outbound: ContactVolume) {
    self.positions = positions
    self.reserve = reserve
    self.outbound = outbound
  }
}

extension BlendedQueue {
  /// The smallest reserve of `positions`, fractions included, with which inbound meets all of
  /// `conditions`, and the outbound jobs during `interval` that it leaves room for: the most there
  /// can be. `nil` where not even all positions together meet them.
  public func smallestReserve(
    meeting conditions: ServiceConditions, with positions: Positions, during interval: Duration
  ) -> BlendedPlan? {
    let count = ChatQueue.counted(positions.value)
    guard let reserve = smallestReserve(conditions.margins, count) else { return nil }
    return plan(count, reserve, interval)
  }

  /// The largest reserve of `positions` that still leaves room for `outbound` jobs during
  /// `interval`: the best inbound service beside them; `nil` where not even a reserve of 0 does.
  public func largestReserve(
    leaving outbound: ContactVolume, during interval: Duration, with positions: Positions
  ) -> BlendedPlan? {
    let count = ChatQueue.counted(positions.value)
    let wanted = interval.inSeconds > 0 ? max(0, outbound.value) / interval.inSeconds : 0
    guard wanted > 0 else { return plan(count, count, interval) }
    func missing(_ reserve: Double) -> Double {
      wanted - shares(count, reserve: reserve, within: 0).outbound
    }
    // To rounding: with no reserve every position does nothing but outbound, or nearly.
    guard missing(0) <= 1e-12 * wanted else { return nil }
    let step = leastWhole(near: Int(count / 2), most: Int(count.rounded(.up))) {
      missing(min(count, Double($0))) > 0
    }
    let above = min(count, Double(step))
    guard missing(above) > 0 else { return plan(count, above, interval) }
    let below = max(0, Double(step - 1))
    var bracket = Bracket(
      unmet: above, unmetValue: missing(above), met: below, metValue: missing(below))
    return plan(count, bracket.narrow(to: 1e-12 * max(1, count), missing), interval)
  }

  /// The fewest positions, fractions included, that meet all of `conditions` on inbound and do
  /// `outbound` jobs during `interval` beside it, with the reserve that this takes.
  ///
  /// Throws, before any search, when a contact comes and a condition cannot be met by any number.
  public func positions(
    meeting conditions: ServiceConditions, and outbound: ContactVolume, during interval: Duration
  ) throws(UnreachableTarget) -> BlendedPlan {
    let margins = rate > 0 ? conditions.margins : []
    if rate > 0 { try conditions.checkReachable(leaving: leaving > 0, turningAway: false) }
    let wanted = interval.inSeconds > 0 ? max(0, outbound.value) / interval.inSeconds : 0
    func missing(_ positions: Double) -> Double {
      guard let reserve = smallestReserve(margins, positions) else { return wanted + rate }
      return wanted - shares(positions, reserve: reserve, within: 0).outbound
    }
    let most = Int(ChatQueue.mostPositions)
    let load = (rate + wanted) * seconds
    let guess = Int(min(ChatQueue.mostPositions, load)) + 1
    let team = leastWhole(near: guess, most: most) { missing(Double($0)) <= 0 }
    guard team > 0 else { return plan(0, 0, interval) }
    // What is missing jumps where the conditions begin to hold at all, so the search halves.
    var (unmet, met) = (Double(team - 1), Double(team))
    for _ in 0..<44 where met - unmet > 1e-12 * met {
      let middle = unmet + (met - unmet) / 2
      if missing(middle) <= 0 { met = middle } else { unmet = middle }
    }
    return plan(met, smallestReserve(margins, met) ?? met, interval)
  }

  private func plan(_ positions: Double, _ reserve: Double, _ interval: Duration) -> BlendedPlan {
    let outbound = shares(positions, reserve: reserve, within: 0).outbound
    return BlendedPlan(
      positions: Positions(positions), reserve: Positions(reserve),
      outbound: ContactVolume(outbound * max(0, interval.inSeconds)))
  }

  private func miss(_ margin: ConditionMargin, _ positions: Double, _ reserve: Double) -> Double {
    let shares = shares(positions, reserve: reserve, within: margin.time)
    return margin.miss(shares.line.figures(occupancy: occupancy(shares, of: positions)))
  }

  private func smallestReserve(_ margins: [ConditionMargin], _ positions: Double) -> Double? {
    guard rate > 0 else { return 0 }
    var most = 0.0
    for margin in margins {
      guard miss(margin, positions, positions) <= 0 else { return nil }
      let step = leastWhole(near: Int(most), most: Int(positions.rounded(.up))) {
        miss(margin, positions, min(positions, Double($0))) <= 0
      }
      guard step > 0 else { continue }
      let (low, high) = (Double(step - 1), min(positions, Double(step)))
      var bracket = Bracket(
        unmet: low, unmetValue: miss(margin, positions, low), met: high,
        metValue: miss(margin, positions, high))
      most = max(
        most,
        bracket.narrow(to: 1e-12 * max(1, positions)) {
          miss(margin, positions, $0)
        })
    }
    return most
  }
}
