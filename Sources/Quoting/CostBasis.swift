public import Units

/// What it costs an outsourcer to run a team for a month, and how it prices that.
///
/// Money is in one currency, prices in minor units; shares are fractions. The values of one month:
/// nothing here depends on a date.
public struct CostBasis: Sendable, Hashable, Codable {
  /// People who lead or support agents: one for so many of them, fractions included.
  public struct SupportRole: Sendable, Hashable, Codable {
    /// What they do, such as `supervisor`.
    public var name: String
    /// Agents for one of them; 0 for none of them.
    public var agentsPerHead: Rational
    /// What one of them is paid a month.
    public var wage: UnitPrice

    /// One `name` for each `agentsPerHead` agents, at `wage`.
    public init(name: String, agentsPerHead: Rational, wage: UnitPrice) {
      (self.name, self.agentsPerHead, self.wage) = (name, agentsPerHead, wage)
    }
  }

  /// Agents, fractions included; above 0.
  public var agents: Rational = .one
  /// What an agent is paid a month as base wage, allowance and bonus.
  public var wage: UnitPrice = .zero
  /// Monthly wages a year: 12, 13 and so on.
  public var monthsPaid = Rational(12)
  /// What an agent's contributions are a share of, a month.
  public var contributionBase: UnitPrice = .zero
  /// The employer's social insurance, of the contribution base or the wage.
  public var socialInsurance: Rational = .zero
  /// The employer's housing fund, of the contribution base or the wage.
  public var housingFund: Rational = .zero
  /// Support.
  public var support: [SupportRole] = []
  /// Agents that share a seat over their shifts; above 0.
  public var agentsPerSeat: Rational = .one
  /// A seat a month: rent, and its machines and lines.
  public var seatCost: UnitPrice = .zero
  /// Tools of an agent a month.
  public var tools: UnitPrice = .zero
  /// The share of agents that leaves in a quarter.
  public var quarterlyAttrition: Rational = .zero
  /// The share of hires that is lost in training; below 1.
  public var trainingWashOut: Rational = .zero
  /// Recruiting a hire.
  public var recruitingFee: UnitPrice = .zero
  /// Weeks of training, and what one costs a hire.
  public var trainingWeeks: Rational = .zero
  /// What a week of training costs a hire.
  public var trainingWeekCost: UnitPrice = .zero
  /// Weeks of nesting.
  public var nestingWeeks: Rational = .zero
  /// Output in nesting, of an experienced agent's.
  public var nestingProductivity: Rational = .one
  /// What a week of an agent costs.
  public var agentWeekCost: UnitPrice = .zero
  /// Overhead, of all costs before it.
  public var overhead: Rational = .zero
  /// Rostered hours of an agent a month; above 0.
  public var rosteredHours = Rational(160)
  /// Paid time that is not available for contacts; below 1.
  public var shrinkage: Rational = .zero
  /// The share of available time that is spent on contacts; above 0.
  public var occupancy: Rational = .one
  /// The handle time of a contact, in seconds.
  public var handleSeconds: Rational = .zero
  /// Profit, of the price.
  public var margin: Rational = .zero
  /// What is added for risk, of the price; with the margin below 1.
  public var riskPremium: Rational = .zero
  /// Days until the client pays.
  public var paymentDays: Rational = .zero
  /// Interest a year on what the client owes.
  public var financeRate: Rational = .zero
  /// The VAT.
  public var vatRate: Rational = .zero

  /// One agent without any cost.
  public init() {}
}

/// Why a bid cannot be priced.
public enum QuotingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A value outside what it can be.
  case outOfRange(String, Rational, allowed: String)
  /// There is nothing to decide between.
  case noDemand
  /// The probabilities of the demand are not those of all that can happen.
  case probabilities(Rational)
  /// The two costs grow alike, or are the same: no volume separates them.
  case neverCross

  /// What is wrong, and how to mend it.
  public var description: String {
    switch self {
    case .outOfRange(let name, let value, let allowed): "\(name) is \(value): it is \(allowed)"
    case .noDemand: "there is no demand: give at least one value with its probability"
    case .probabilities(let sum): "the probabilities add up to \(sum): they add up to 1"
    case .neverCross: "both cost the same for each contact more: no volume separates them"
    }
  }
}

extension CostBasis {
  /// What is wrong with the values; empty where prices can be built up.
  public var problems: [QuotingError] {
    let positive: [(String, Rational)] = [
      ("agents", agents), ("agents per seat", agentsPerSeat), ("rostered hours", rosteredHours),
      ("occupancy", occupancy),
    ]
    let notNegative: [(String, Rational)] = [
      ("months paid", monthsPaid), ("social insurance", socialInsurance),
      ("housing fund", housingFund), ("training weeks", trainingWeeks),
      ("nesting weeks", nestingWeeks), ("nesting productivity", nestingProductivity),
      ("overhead", overhead), ("handle time", handleSeconds), ("margin", margin),
      ("risk premium", riskPremium), ("payment days", paymentDays),
      ("finance rate", financeRate), ("VAT", vatRate), ("shrinkage", shrinkage),
      ("quarterly attrition", quarterlyAttrition), ("training wash-out", trainingWashOut),
      ("wage", wage.minorUnitsPerUnit), ("contribution base", contributionBase.minorUnitsPerUnit),
      ("seat cost", seatCost.minorUnitsPerUnit), ("tools", tools.minorUnitsPerUnit),
      ("recruiting fee", recruitingFee.minorUnitsPerUnit),
      ("training week", trainingWeekCost.minorUnitsPerUnit),
      ("agent week", agentWeekCost.minorUnitsPerUnit),
    ]
    let below: [(String, Rational)] = [
      ("training wash-out", trainingWashOut), ("shrinkage", shrinkage),
      ("margin with risk premium", margin + riskPremium),
    ]
    var found: [QuotingError] = []
    for (name, value) in positive where value <= .zero {
      found.append(.outOfRange(name, value, allowed: "above 0"))
    }
    for (name, value) in notNegative where value < .zero {
      found.append(.outOfRange(name, value, allowed: "at least 0"))
    }
    for role in support {
      if role.agentsPerHead < .zero {
        found.append(
          .outOfRange("agents per \(role.name)", role.agentsPerHead, allowed: "at least 0"))
      }
      if role.wage < .zero {
        found.append(
          .outOfRange(
            "wage of a \(role.name)", role.wage.minorUnitsPerUnit, allowed: "at least 0"))
      }
    }
    for (name, value) in below where value >= .one {
      found.append(.outOfRange(name, value, allowed: "below 1"))
    }
    if quarterlyAttrition > .one {
      found.append(
        .outOfRange("quarterly attrition", quarterlyAttrition, allowed: "at most 1"))
    }
    return found
  }
}
