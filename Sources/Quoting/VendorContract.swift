public import Units

/// A demand that is not known: values with their probabilities, lowest first.
public struct UncertainDemand: Sendable, Hashable, Codable {
  /// One value.
  public struct Outcome: Sendable, Hashable, Codable {
    /// The demand.
    public let value: Rational
    /// How likely it is; all of them add up to 1.
    public let probability: Rational

    /// `value` with `probability`.
    public init(value: Rational, probability: Rational) {
      (self.value, self.probability) = (value, probability)
    }
  }

  /// The values, lowest first.
  public let outcomes: [Outcome]

  /// These values, in any order.
  ///
  /// - Throws: where there is none, one is negative, or the probabilities are not those of all that
  ///   can happen.
  public init(_ outcomes: [Outcome]) throws(QuotingError) {
    guard !outcomes.isEmpty else { throw .noDemand }
    for outcome in outcomes {
      if outcome.value < .zero {
        throw .outOfRange("demand", outcome.value, allowed: "at least 0")
      }
      if outcome.probability < .zero {
        throw .outOfRange("probability", outcome.probability, allowed: "at least 0")
      }
    }
    let sum = outcomes.reduce(Rational.zero) { $0 + $1.probability }
    guard sum == .one else { throw .probabilities(sum) }
    self.outcomes = outcomes.sorted { $0.value < $1.value }
  }

  /// The mean of what lies above `capacity`, `E[max(0, D − capacity)]`.
  public func expectedExcess(over capacity: Rational) -> ExactFigure {
    outcomes.reduce(ExactFigure.zero) { sum, outcome in
      guard outcome.value > capacity else { return sum }
      let excess = ExactFigure(outcome.value - capacity)
      return sum + ExactFigure(outcome.probability) * excess
    }
  }
}

/// A capacity that was chosen, and what it costs to expect.
public struct CapacityChoice: Sendable, Hashable {
  /// Our own capacity.
  public let inHouse: Rational
  /// What a vendor keeps for us; `nil` under a contract by volume.
  public let reserved: Rational?
  /// The cost to expect, in minor units.
  public let cost: ExactFigure
}

/// A vendor for demand that is not known: paid by what overflows to it, or for capacity that it keeps
/// whether used or not.
///
/// The newsvendor forms of the comparison in O. Z. Akşin, F. de Véricourt, F. Karaesmen, Call center
/// outsourcing contract analysis and choice, Management Science 54 (2008): neither contract is always
/// better.
public struct OverflowContracts: Sendable, Hashable, Codable {
  /// The demand.
  public var demand: UncertainDemand
  /// What a unit of our own capacity costs, used or not.
  public var capacityCost: UnitPrice

  /// Contracts for `demand` beside own capacity at `capacityCost`.
  public init(demand: UncertainDemand, capacityCost: UnitPrice) {
    (self.demand, self.capacityCost) = (demand, capacityCost)
  }

  /// The smallest own capacity among the values of demand that makes `cK + p·E[max(0, D − K)]`
  /// smallest, when the vendor takes what overflows at `price` a unit.
  public func byVolume(price: UnitPrice) -> CapacityChoice {
    var best: CapacityChoice?
    for outcome in demand.outcomes {
      let cost =
        ExactFigure(outcome.value) * capacityCost.figure
        + price.figure * demand.expectedExcess(over: outcome.value)
      if let best, best.cost <= cost { continue }
      best = CapacityChoice(inHouse: outcome.value, reserved: nil, cost: cost)
    }
    return best ?? CapacityChoice(inHouse: .zero, reserved: nil, cost: .zero)
  }

  /// The smallest capacity to reserve that makes `cK + gY + r·E[max(0, D − K − Y)]` smallest beside
  /// our own `inHouse` K: among the values of demand less K, and nothing where all are below K.
  ///
  /// - Parameters:
  ///   - price: what a reserved unit costs, used or not.
  ///   - lostRevenue: what a unit of demand costs that nobody serves.
  public func byCapacity(
    price: UnitPrice, lostRevenue: UnitPrice, inHouse: Rational
  ) -> CapacityChoice {
    let own = ExactFigure(inHouse) * capacityCost.figure
    var best: CapacityChoice?
    for outcome in demand.outcomes where outcome.value >= inHouse {
      let reserved = outcome.value - inHouse
      let lost = demand.expectedExcess(over: outcome.value) * lostRevenue.figure
      let cost = own + ExactFigure(reserved) * price.figure + lost
      if let best, best.cost <= cost { continue }
      best = CapacityChoice(inHouse: inHouse, reserved: reserved, cost: cost)
    }
    return best ?? CapacityChoice(inHouse: inHouse, reserved: .zero, cost: own)
  }

  /// The price a unit by volume at which its best plan costs as much as `other`: the contract by volume
  /// is the cheaper one below it. `nil` where it is at any price, because own capacity for all demand
  /// costs less than `other`.
  public func flippingPrice(against other: CapacityChoice) -> ExactFigure? {
    var price = ExactFigure.zero
    for outcome in demand.outcomes {
      let excess = demand.expectedExcess(over: outcome.value)
      let rest = other.cost - ExactFigure(outcome.value) * capacityCost.figure
      guard let limit = rest / excess else {
        if rest > .zero { return nil }
        continue
      }
      price = max(price, limit)
    }
    return price
  }
}
