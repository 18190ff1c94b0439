internal import Foundation
public import Units

/// What becomes of the contacts of one segment with a number of positions.
public struct SegmentLoss: Sendable, Hashable, Codable {
  /// Its name.
  public let segment: String
  /// Its contacts that fail.
  public let failing: ContactVolume
  /// What is lost with them.
  public let lost: Money
}

extension SegmentedDemand {
  /// What fails when `volume` comes while `time` of handle time is short and everybody
  ///  is answered in the order of arrival: those who lose patience first, whatever they
  /// are worth. To be held against ``ShortageCurve/cost(shortBy:)``, the price with priorities.
  ///
  /// In an overload all wait nearly the same time w, and of a segment with the mean patience p the
  /// share 1 − e^(−w/p) leaves (Whitt, "Fluid models for multiserver queues with abandonments",
  /// Operations Research 54, 2006); w is such that the contacts that leave make up the hours.
  /// Segments without a patience never leave; when the others do not make up the hours, all of
  /// these fail and the rest of the shortage falls on those in proportion. Notices do not count.
  public func lossInOrderOfArrival(of volume: ContactVolume, shortBy time: WorkTime)
    -> [SegmentLoss]
  {
    let volumes = volumes(of: volume)
    let hoursOf = zip(segments, volumes).map { $0.handleTime.inHours * $1.value }
    let short = min(max(0, time.hours), hoursOf.reduce(0, +))
    let leaving = zip(segments, hoursOf).reduce(0) { $0 + ($1.0.patience == nil ? 0 : $1.1) }
    let rest = hoursOf.reduce(0, +) - leaving
    let wait = commonWait(hoursOf, makingUp: min(short, leaving), of: leaving)
    return zip(segments, volumes).map { segment, volume in
      let share: Double
      if let patience = segment.patience {
        share = wait < .infinity ? -expm1(-wait / patience.inSeconds) : 1
      } else {
        share = rest > 0 ? max(0, short - leaving) / rest : 0
      }
      let failing = volume * share
      return SegmentLoss(
        segment: segment.name, failing: failing,
        lost: Money(quantity: Quantity(failing.value), at: UnitPrice(segment.valueLost)))
    }
  }

  /// The wait after which the contacts that have left make up `short` hours.
  private func commonWait(
    _ hours: [Double], makingUp short: Double, of leaving: Double
  ) -> Double {
    guard short > 0 else { return 0 }
    guard short < leaving * (1 - 1e-12) else { return .infinity }
    let missing = { (wait: Double) in
      zip(segments, hours).reduce(short) { sum, pair in
        guard let patience = pair.0.patience else { return sum }
        return sum + pair.1 * expm1(-wait / patience.inSeconds)
      }
    }
    var high = 1.0
    while missing(high) > 0, high < 1e18 { high *= 2 }
    var bracket = Bracket(
      unmet: 0, unmetValue: short, met: high, metValue: missing(high))
    return bracket.narrow(to: 1e-13 * high, missing)
  }

  /// What is lost when `volume` comes evenly during `interval`, `positions` answer it, and the
  /// segments are answered by their ``priorities``: by the chance of waiting and leaving, not only
  /// by the hours short. The limits are those of ``TieredQueue``; where nobody leaves nothing
  /// fails.
  public func loss(
    of volume: ContactVolume, during interval: Duration, with positions: Positions
  ) -> [SegmentLoss] {
    let (queue, order) = tieredQueue(of: volume, during: interval)
    let figures = queue.figures(positions.value, within: 0)
    let volumes = volumes(of: volume)
    return segments.indices.map { index in
      let tier = order.firstIndex(of: index) ?? 0
      let failing = volumes[index] * figures[tier].abandonment
      let price = UnitPrice(segments[index].valueLost)
      return SegmentLoss(
        segment: segments[index].name, failing: failing,
        lost: Money(quantity: Quantity(failing.value), at: price))
    }
  }
}
