internal import BusinessCalendar
internal import Units

/// How a day's contacts spread over the clock: 24 shares, made smooth within and between the hours.
///
/// Within an hour the density is a quadratic polynomial in Bernstein form, (b₀, b₁, b₂) with b₀ and
/// b₂ its values at the ends and b₁ = 3p − b₀ − b₂, so that the hour keeps exactly its share p; the
/// ends are the means of the neighbouring hours, held to 1.5 times the smaller of the two, so that
/// the density is never negative. Next to an hour without contacts (the queue opens or closes) the
/// density does not fall to 0 but keeps the hour's mean: an opening is a step.
struct HourlyProfile: Sendable, Equatable {
  /// The share of each hour, from midnight on; sums to 1.
  let hours: [Double]

  /// The profile of 24 shares, scaled to sum to 1; flat when they cannot be.
  init(_ shares: [Double]) {
    let usable = shares.count == 24 && shares.allSatisfy { $0 >= 0 && $0.isFinite }
    let total = usable ? shares.reduce(0, +) : 0
    hours = total > 0 ? shares.map { $0 / total } : Array(repeating: 1.0 / 24, count: 24)
  }

  /// The profile where only days were counted, in percent: a quiet night, a late morning and an
  /// afternoon peak, and an evening. It is chosen, not measured; a scenario with interval history
  /// never uses it.
  static let whereOnlyDaysAreKnown = HourlyProfile([
    1, 0.6, 0.4, 0.3, 0.3, 0.5, 1.2, 2.5, 4.6, 6.6, 7.4, 7.2,
    6, 6.2, 6.8, 6.8, 6.4, 5.8, 5.2, 5.6, 6.2, 5.6, 4.3, 2.5,
  ])

  /// The share of the day's contacts in the minutes `from`..<`until` of the clock, 0 to 1440.
  func share(from: Int, until: Int) -> Double {
    var total = 0.0
    for hour in 0..<24 {
      let start = max(from, hour * 60)
      let end = min(until, hour * 60 + 60)
      guard start < end else { continue }
      let low = Double(start - hour * 60) / 60
      let high = Double(end - hour * 60) / 60
      total += integral(of: hour, to: high) - integral(of: hour, to: low)
    }
    return total
  }

  /// The shares of the slots of one day; they sum to 1 on a day of any length.
  func shares(of slots: ArraySlice<Slot>) -> [Double] {
    let raw = slots.map { slot in
      share(from: slot.start.minutes, until: min(1440, slot.start.minutes + slot.minutes))
    }
    let total = raw.reduce(0, +)
    return total > 0 ? raw.map { $0 / total } : raw
  }

  /// The integral of the density of `hour` from its start to the part `t` of it.
  private func integral(of hour: Int, to t: Double) -> Double {
    let mean = hours[hour]
    let start = edge(hour, (hour + 23) % 24)
    let end = edge(hour, (hour + 1) % 24)
    let middle = 3 * mean - start - end
    // ∫ b₀(1−t)² + 2 b₁ t(1−t) + b₂ t², times 1 since the three weights integrate to 1/3 each.
    let rest = 1 - t
    let first = (1 - rest * rest * rest) / 3
    let last = t * t * t / 3
    return start * first + middle * (t - first - last) + end * last
  }

  private func edge(_ hour: Int, _ neighbour: Int) -> Double {
    let own = hours[hour]
    let other = hours[neighbour]
    guard other > 0 else { return own }
    return min((own + other) / 2, 1.5 * min(own, other))
  }
}
