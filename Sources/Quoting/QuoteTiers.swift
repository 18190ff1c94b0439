internal import Contracts
internal import Planning
internal import Scenarios
internal import Units

extension Quoter {
  /// The tiers of each unit where a discount is not stated: what larger volumes save. Empty where all are.
  ///
  /// A marginal tier is derived from the plan for the volume at which the next tier begins, or above the last
  /// one by the volume of the sensitivity; one for all units from the plan for its own limit. The discount of a
  /// unit leaves margin, risk and finance their shares of its price; rounded down to a thousandth, and nothing
  /// where larger volumes save nothing in that unit.
  func tiers(
    of terms: BidTerms, _ plan: Plan, onCase: (QuoteChange) -> Void
  ) throws(QuoteError) -> [BidUnit: [BidTier]] {
    guard terms.tiers.contains(where: { $0.discount == nil }) else { return [:] }
    var untiered = terms
    untiered.tiers = []
    let base = QuotePrices(
      cost: QuoteCosts(plan, terms: terms).total,
      quantities: QuoteQuantities(plan, terms: terms), terms: untiered)
    var found: [BidUnit: [BidTier]] = [:]
    for (place, tier) in terms.tiers.enumerated() {
      var larger: QuotePrices?
      if tier.discount == nil {
        larger = try prices(at: volume(of: place, terms), plan, untiered, onCase: onCase)
      }
      for offer in base.units {
        let own = larger.map {
          discount(of: tier, offer, $0, below: found[offer.unit] ?? [], terms)
        }
        found[offer.unit, default: []].append(
          BidTier(above: tier.above, discount: tier.discount ?? own))
      }
    }
    return found
  }

  /// The volume, as a share of what is planned, for which a tier is derived.
  private func volume(of place: Int, _ terms: BidTerms) -> Rational {
    let tier = terms.tiers[place]
    guard terms.tierMode == .marginal else { return tier.above }
    let step = max(terms.stress.volume, Rational(1, over: 10) ?? .one)
    return terms.tiers.indices.contains(place + 1)
      ? terms.tiers[place + 1].above : tier.above + step
  }

  /// What another volume would be sold for by itself.
  private func prices(
    at volume: Rational, _ plan: Plan, _ terms: BidTerms, onCase: (QuoteChange) -> Void
  ) throws(QuoteError) -> QuotePrices {
    let change = QuoteChange.volume(volume - .one)
    onCase(change)
    do {
      let larger = try planner.plan(plan, changed: change)
      return QuotePrices(
        cost: QuoteCosts(larger, terms: terms).total,
        quantities: QuoteQuantities(larger, terms: terms), terms: terms)
    } catch {
      throw .planning(change, error)
    }
  }

  /// The discount of a unit with which its bill for a larger volume is what that would be sold for.
  private func discount(
    of tier: BidTier, _ offer: QuotePrices.UnitOffer, _ larger: QuotePrices, below: [BidTier],
    _ terms: BidTerms
  ) -> Rational {
    guard let sold = larger.units.first(where: { $0.unit == offer.unit }) else { return .zero }
    let (quantity, planned) = (sold.quantity.rational, offer.quantity.rational)
    // What is not handled of a larger volume keeps it below the limit: all units have its price there.
    let isMarginal = terms.tierMode == .marginal
    let inTier = isMarginal ? quantity - tier.above * planned : quantity
    guard inTier > .zero else { return .zero }
    let full =
      isMarginal
      ? terms.counted(
        quantity, of: planned, tiers: below + [BidTier(above: tier.above, discount: .zero)])
      : ExactFigure(quantity)
    let spare = full * offer.exact - ExactFigure((larger.total - terms.setupFee).minorUnits)
    guard let share = spare / (ExactFigure(inTier) * offer.exact) else { return .zero }
    let thousandths = max(.zero, share.rounded(to: 6)) * Rational(1000)
    return Rational(thousandths.numerator / thousandths.denominator, over: 1000) ?? .zero
  }
}
