public import Units

/// A price for the hours, or the contacts, of a calendar month above so many: lower for a volume
/// discount, higher for a surcharge on what goes beyond the agreed volume.
public struct VolumeTier: Sendable, Hashable, Codable {
  /// The hours of a calendar month from which on the price holds; zero where contacts are counted.
  public let above: WorkTime
  /// The contacts of a calendar month from which on the price holds; `nil` where hours are counted.
  public let aboveCount: Rational?
  /// The price of one hour or contact, without VAT.
  public let rate: UnitPrice

  /// `rate` for hours of a month above `above`.
  public init(above: WorkTime, rate: UnitPrice) {
    self.above = above
    self.aboveCount = nil
    self.rate = rate
  }

  /// `rate` for contacts of a month above `aboveCount`.
  public init(aboveCount: Rational, rate: UnitPrice) {
    self.above = .zero
    self.aboveCount = aboveCount
    self.rate = rate
  }

  /// The hours or contacts above which the price holds.
  public var limit: Double { aboveCount?.doubleValue ?? above.hours }

  /// The same tier at another price.
  public func at(_ rate: UnitPrice) -> VolumeTier {
    aboveCount.map { VolumeTier(aboveCount: $0, rate: rate) }
      ?? VolumeTier(above: above, rate: rate)
  }
}

/// Prices by the volume of a month.
///
/// All hours or contacts of the main price's unit count, whatever their class; a surcharge stays a
/// factor on the main price.
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
    self.steps = steps.sorted { $0.limit < $1.limit }
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

  /// The contacts that have each tier's price, lowest first, when `used` fall in a month of which
  /// `part` counts.
  public func contactsByTier(of used: Double, part: Double = 1) -> [Double] {
    let limits = tiers.map { $0.limit * part } + [.infinity]
    let reached = tiers.indices.last { limits[$0] <= used }
    return tiers.indices.map { place in
      volumeTiers?.mode == .allUnits
        ? (place == reached ? used : 0)
        : max(0, min(used, limits[place + 1]) - limits[place])
    }
  }

  /// What an hour of a tier costs more than the main price; negative for a discount.
  public func difference(of tier: VolumeTier) -> UnitPrice {
    UnitPrice(
      minorUnitsPerUnit: tier.rate.minorUnitsPerUnit - price.rate.minorUnitsPerUnit)
  }
}
