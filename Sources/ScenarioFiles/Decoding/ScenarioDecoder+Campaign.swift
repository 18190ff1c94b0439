internal import BusinessCalendar
internal import Scenarios
internal import Units

extension ScenarioDecoder {
  /// A list of customers to be called, or `nil` with the reasons in the log.
  func campaign(_ reader: MapReader) -> Campaign? {
    let attempts = reader.count("attempts")
    let reach = rate(reader, "reach-rate", attempts)
    let success = rate(reader, "success-rate", attempts)
    let counts = (size: reader.count("list-size"), wanted: reader.count("wanted"))
    let dates = (from: reader.date("from"), by: reader.date("by"))
    let retry = reader.duration("retry-after")
    let unreached = reader.duration("unreached-time")
    let worth = reader.money("worth")
    let delivery = reader.map("delivery").flatMap(delivery)
    guard let size = counts.size, let wanted = counts.wanted, let from = dates.from,
      let by = dates.by, let attempts, let retry, let unreached, let reach, let success
    else { return nil }
    if wanted > size {
      reader.error(
        "wanted", "\(wanted) completes are wanted of a list of \(size)",
        hint: "a customer is a complete once: make the list longer, or want fewer")
    }
    if by < from {
      reader.error("by", "the campaign ends before it begins", hint: "it begins on \(from)")
    }
    if let horizon = context.horizon, by < horizon.start || from >= horizon.end {
      log.warning(
        at: reader.span("from"), reader.pathText("from"), "the campaign is not within the horizon",
        hint: "it changes nothing in the plan")
    }
    if reader.has("delivery"), delivery == nil { return nil }
    return Campaign(
      listSize: size, wanted: wanted, from: from, by: by, mostAttempts: attempts,
      retryAfter: retry, reach: reach, success: success, unreachedTime: unreached,
      worth: worth, delivery: delivery)
  }

  private func delivery(_ reader: MapReader) -> Campaign.Delivery? {
    let times = (lag: reader.duration("lag"), known: reader.duration("known-after"))
    let kept = reader.share("kept")
    guard let lag = times.lag, let kept else { return nil }
    let known = times.known ?? lag
    if known < lag {
      reader.error(
        "known-after", "it is known before the delivery what is kept",
        hint: "it is counted from the sale, as the lag is")
    }
    return Campaign.Delivery(lag: lag, kept: kept, knownAfter: known)
  }

  private func rate(
    _ reader: MapReader, _ key: String, _ attempts: Int?
  ) -> Campaign.Rate? {
    guard let map = reader.map(key), let factors = map.shares("by-attempt") else { return nil }
    let hours: [Rational]
    switch map.value("by-hour") {
    case .share(let share): hours = Array(repeating: share, count: 24)
    case .structure:
      hours = map.shares("by-hour") ?? []
      guard hours.count == map.node["by-hour"]?.items?.count else { return nil }
      guard hours.count == 24 else {
        map.error(
          "by-hour", "there are \(hours.count.counted("rate")) by hour",
          hint: "write one for all hours, or 24 from 00:00 on")
        return nil
      }
    default: return nil
    }
    guard !factors.isEmpty, factors.count <= attempts ?? factors.count else {
      map.error(
        "by-attempt",
        factors.isEmpty
          ? "no attempt has a factor" : "more attempts have a factor than there are attempts",
        hint: "write one for each attempt at most, such as [100 %, 80 %]")
      return nil
    }
    let most = (hours.max() ?? .zero) * (factors.max() ?? .zero)
    if most > .one {
      map.error(
        "by-attempt", "the rate comes to \(QuantityText.text(share: most)) in its best hour",
        hint: "the rate by hour times the factor of the attempt is at most 100 %")
    }
    return Campaign.Rate(
      byHour: hours.map { Share($0.doubleValue) }, byAttempt: factors.map { Share($0.doubleValue) })
  }
}
