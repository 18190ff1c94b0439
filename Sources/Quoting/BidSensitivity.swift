public import Units

/// A unit that a team's month is sold in.
public enum BidUnit: String, Sendable, Hashable, Codable, CaseIterable {
  /// An agent for a month.
  case fullTimeMonth = "fte-month"
  /// A seat for a month.
  case seatMonth = "seat-month"
  /// An hour available for contacts.
  case productiveHour = "productive-hour"
  /// An hour logged in.
  case loggedHour = "logged-hour"
  /// A minute on contacts.
  case handleMinute = "handle-minute"
  /// A contact.
  case contact
}

extension BidPrices {
  /// The price of one unit, in minor units.
  public func price(per unit: BidUnit) -> ExactFigure {
    switch unit {
    case .fullTimeMonth: perFullTimeMonth
    case .seatMonth: perSeatMonth
    case .productiveHour: perProductiveHour
    case .loggedHour: perLoggedHour
    case .handleMinute: perHandleMinute
    case .contact: perContact
    }
  }

  /// How many of the unit the month holds.
  func quantity(of unit: BidUnit, _ basis: CostBasis) -> ExactFigure {
    switch unit {
    case .fullTimeMonth: ExactFigure(basis.agents)
    case .seatMonth: seats
    case .productiveHour: productiveHours
    case .loggedHour: loggedHours
    case .handleMinute: productiveHours * ExactFigure(basis.occupancy) * ExactFigure(60)
    case .contact: contacts
    }
  }
}

extension CostBasis {
  /// The share of a month's revenue, before what late payment costs, that is left after all costs when
  /// the prices are those of this basis and the month turns out as `actual`: margin and risk premium
  /// together where both are the same, less than 0 where the bid loses money.
  ///
  /// - Parameters:
  ///   - unit: what the client pays for. Who bears an assumption that fails depends on it: shrinkage
  ///     hurts a price by the productive hour, the handle time a price by the contact, neither one by
  ///     the agent.
  ///   - volume: how much of the unit is billed of what the team of `actual` holds; 0.8 is 20 % less
  ///     than assumed, for the same team.
  /// - Returns: `nil` where there is no revenue.
  /// - Throws: what is wrong with one of the two.
  public func remainingMargin(
    soldPer unit: BidUnit, when actual: CostBasis, volume: Rational = .one
  ) throws(QuotingError) -> ExactFigure? {
    let priced = try prices()
    let real = try actual.prices()
    guard volume >= .zero else { throw .outOfRange("volume", volume, allowed: "at least 0") }
    let days = ExactFigure(paymentDays).over(ExactFigure(365))
    let finance = ExactFigure.one + days * ExactFigure(financeRate)
    let billed = real.quantity(of: unit, actual) * ExactFigure(volume)
    let revenue = priced.price(per: unit).over(finance) * billed
    return (revenue - real.totalCost) / revenue
  }
}
