public import Units

/// A number of contacts a month that is paid in any case, and what more and fewer of them change.
public struct BaselinePrice: Sendable, Hashable, Codable {
  /// The contacts, the band around them in which nothing changes, and the charges beyond it.
  public let volume: VolumeBaseline
  /// What each contact of the baseline costs, without VAT.
  public let rate: UnitPrice

  /// `volume` at `rate` a contact.
  public init(_ volume: VolumeBaseline, at rate: UnitPrice) {
    (self.volume, self.rate) = (volume, rate)
  }
}

extension ContractTerms {
  /// The terms of a month for which a forecast was locked: the floor is a commitment, and what is above
  /// the cap a tier of its own.
  ///
  /// - Parameter volume: the hours, or contacts, that were locked for the whole month.
  public func locking(_ volume: Rational, _ lock: ForecastLock) -> ContractTerms {
    let isOfHours = price.unit.basis == .hours
    let least = lock.floor.map { floor in
      isOfHours
        ? Commitment(
          unit: price.unit, timePerMonth: WorkTime(hours: (floor * volume).doubleValue),
          shortfallShare: lock.shortfallShare)
        : Commitment(
          unit: price.unit, countPerMonth: floor * volume, shortfallShare: lock.shortfallShare)
    }
    let above = lock.cap.flatMap { cap -> VolumeTiers? in
      guard lock.overFactor != .one else { return nil }
      let rate = price.rate * Multiplier(lock.overFactor)
      return VolumeTiers([
        isOfHours
          ? VolumeTier(above: WorkTime(hours: (cap * volume).doubleValue), rate: rate)
          : VolumeTier(aboveCount: cap * volume, rate: rate)
      ])
    }
    var terms = self
    terms.commitment = least ?? commitment
    terms.volumeTiers = above ?? volumeTiers
    return terms
  }

  /// The terms with a baseline of `B` contacts at the price `p`, a band of `d` around it, `a` for one
  /// above and `r` credited for one below: `B p + a (q − B (1 + d))⁺ − r (B (1 − d) − q)⁺`.
  ///
  /// That is a fee of `B p − r B (1 − d)`, and contacts at `r` up to the band, at nothing within it and at
  /// `a` above: tiers, which a program has anyhow. Nothing is below a bill of nothing: `r (1 − d) ≤ p`.
  public func around(_ volume: VolumeBaseline) -> ContractTerms {
    let credit = volume.reducedCredit ?? .zero
    let low = volume.contacts * (.one - volume.deadband)
    let fee =
      price.rate.minorUnitsPerUnit * volume.contacts - credit.minorUnitsPerUnit * low
    var terms = self
    terms.baseline = BaselinePrice(volume, at: price.rate)
    terms.price = PriceItem(unit: price.unit, rate: credit)
    let high = VolumeTier(
      aboveCount: volume.contacts * (.one + volume.deadband),
      rate: volume.additionalCharge ?? .zero)
    let hasBand = volume.deadband > .zero && credit > .zero
    terms.volumeTiers = VolumeTiers(
      (hasBand ? [VolumeTier(aboveCount: low, rate: .zero)] : []) + [high])
    terms.baseFee = Money(rounding: fee, times: .one) + (baseFee ?? .zero)
    return terms
  }

  /// The price that was agreed for a unit: that of the baseline where there is one.
  public var agreedRate: UnitPrice { baseline?.rate ?? price.rate }
}

extension BaselinePrice {
  /// The baseline with all its prices times `factor`.
  func scaled(by factor: Rational) -> BaselinePrice {
    var volume = volume
    volume.additionalCharge = volume.additionalCharge.map { $0 * Multiplier(factor) }
    volume.reducedCredit = volume.reducedCredit.map { $0 * Multiplier(factor) }
    return BaselinePrice(volume, at: rate * Multiplier(factor))
  }
}
