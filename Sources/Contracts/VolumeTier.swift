public import Units

/// A price for the hours of a calendar month above so many: lower for a volume discount, higher for a
/// surcharge on what goes beyond the agreed volume.
public struct VolumeTier: Sendable, Hashable, Codable {
  /// The hours of a calendar month from which on the price holds.
  public let above: WorkTime
  /// The price of one hour, without VAT.
  public let rate: UnitPrice

  /// `rate` for hours of a month above `above`.
  public init(above: WorkTime, rate: UnitPrice) {
    self.above = above
    self.rate = rate
  }
}

/// Prices by the volume of a month.
///
/// All hours of the main price's unit count, whatever their class; a surcharge stays a factor on the
/// main price.
public struct VolumeTiers: Sendable, Hashable, Codable {
  /// Which hours have a tier's price.
  public enum Mode: String, Sendable, Hashable, Codable, CaseIterable {
    /// The hours above the tier's limit, up to the next one's.
    case marginal
    /// All hours of a month that reaches the tier: the highest it reaches.
    case allUnits = "all-units"
  }

  /// Which hours have a tier's price.
  public let mode: Mode
  /// The tiers, lowest first.
  public let steps: [VolumeTier]

  /// `steps` in any order.
  public init(_ steps: [VolumeTier], mode: Mode = .marginal) {
    self.mode = mode
    self.steps = steps.sorted { $0.above < $1.above }
  }
}

extension ContractTerms {
  /// The tiers, lowest first; empty for one price whatever the volume.
  public var tiers: [VolumeTier] { volumeTiers?.steps ?? [] }

  /// The hours that have each tier's price, lowest first, when `used` hours fall in a month of which
  /// `part` counts (1 for a whole month).
  public func hoursByTier(of used: WorkTime, part: Double = 1) -> [WorkTime] {
    let limits = tiers.map { WorkTime(hours: $0.above.hours * part) }
    if volumeTiers?.mode == .allUnits {
      let reached = limits.lastIndex { $0 <= used }
      return limits.indices.map { $0 == reached ? used : .zero }
    }
    return limits.enumerated().map { place, limit in
      let top = place + 1 < limits.count ? min(used, limits[place + 1]) : used
      return max(.zero, top - limit)
    }
  }

  /// What an hour of a tier costs more than the main price; negative for a discount.
  public func difference(of tier: VolumeTier) -> UnitPrice {
    UnitPrice(
      minorUnitsPerUnit: tier.rate.minorUnitsPerUnit - price.rate.minorUnitsPerUnit)
  }
}
