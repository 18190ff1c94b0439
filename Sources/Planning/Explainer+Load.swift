internal import Scenarios
internal import Staffing
internal import Units

// The load that an interval's positions are for, and the service that they reach.
extension Explainer {
  /// The load that the positions are for, where it is not the interval's mean: what is in hand from
  /// before, and how the rate moves within the interval.
  func largestLoad(
    _ sizing: SizingLoad?, handleTime: Double, queue id: String
  ) -> [Explanation] {
    guard let sizing, sizing.isSizedByLargest, sizing.largest > .zero else { return [] }
    let nothingComes = sizing.mean.value < 1e-9
    let source =
      nothingComes
      ? "nothing comes: what came before is still being handled, at the beginning most, and is "
        + "over with its handle time of \(handleTime.short) s"
      : sizing.carriedIn.value >= sizing.largest.value * (1 - 1e-9)
        ? "at the beginning, of what came before and is still being handled"
        : "within the interval, for the rate moves between its neighbours’ "
          + "and load follows it by the handle time"
    return [
      Explanation(
        "largest load of the interval, for which it is sized",
        value: sizing.largest.value.counted("erlang"), formula: source,
        path: "queues.\(id).requirement.interval",
        parts: [
          Explanation(
            "in hand at its beginning, of contacts that came before",
            value: sizing.carriedIn.value.counted("erlang")),
          Explanation(
            "its mean load, of contacts that come in it",
            value: sizing.mean.value.counted("erlang")),
        ])
    ]
  }

  /// No quotient of the loads above: contacts of customers who leave take no time.
  func occupancyFormula(of queue: Queue) -> String {
    "time on contacts / time there, by the model with these positions (who leaves takes none), "
      + "at most \(queue.maximumOccupancy.value.percent)"
  }

  /// What the scenario promises, and what these positions reach.
  func serviceExplanations(
    of queue: Queue, _ requirement: QueueRequirement, slot: Int
  ) -> [Explanation] {
    let level = queue.channel.isImmediate ? queue.staffing.conditions.level : nil
    let promised = level.map {
      "\($0.share.value.percent) within \($0.within.inSeconds.short) s"
    }
    var parts = [
      Explanation(
        "service level promised", value: promised ?? "none", path: "queues.\(queue.id).service")
    ]
    if let reached = requirement.serviceLevel[slot] {
      parts.append(
        Explanation("service level reached with these positions", value: reached.value.percent))
    }
    return parts
  }
}
