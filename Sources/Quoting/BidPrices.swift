public import Units

/// A month's cost of a team, and what a client is to pay for it: all of them exact, in minor units of
/// the currency; round once, where a figure is shown.
public struct BidPrices: Sendable, Hashable {
  /// The share of agents that leaves in a month, to a millionth: the one rounded step.
  public let monthlyAttrition: Rational
  /// People hired in a month to replace those who leave, wash-out included.
  public let hires: ExactFigure
  /// Agents: wages and contributions.
  public let agentCost: ExactFigure
  /// Support: heads, not rounded, with contributions on their wages.
  public let supportCost: ExactFigure
  /// Seats and tools.
  public let siteCost: ExactFigure
  /// Hires: recruiting, training, and what nesting loses.
  public let attritionCost: ExactFigure
  /// Overhead on these four.
  public let overhead: ExactFigure
  /// All of it.
  public let totalCost: ExactFigure
  /// Hours available for contacts.
  public let productiveHours: ExactFigure
  /// Hours rostered.
  public let loggedHours: ExactFigure
  /// Seats.
  public let seats: ExactFigure
  /// Contacts that these hours hold at the occupancy; 0 without a handle time.
  public let contacts: ExactFigure
  /// What one productive hour costs.
  public let costPerProductiveHour: ExactFigure
  /// The price of a productive hour.
  public let perProductiveHour: ExactFigure
  /// The price of a productive hour with VAT.
  public let perProductiveHourWithVAT: ExactFigure
  /// The price of a logged hour.
  public let perLoggedHour: ExactFigure
  /// The price of a minute on contacts.
  public let perHandleMinute: ExactFigure
  /// The price of a contact.
  public let perContact: ExactFigure
  /// The price of an agent for a month.
  public let perFullTimeMonth: ExactFigure
  /// The price of a seat for a month.
  public let perSeatMonth: ExactFigure
  /// Profit over cost; the margin is profit over price before what late payment costs.
  public let markup: ExactFigure
  /// The contacts of a month, paid by the contact, whose price is the cost: fewer lose money. `nil`
  /// where a contact has no price.
  public let breakEvenContacts: ExactFigure?
}

extension CostBasis {
  /// What the team costs, and what it is sold for in each unit of the trade.
  ///
  /// Each price is for the same team and month: they pay the same where everything comes as assumed,
  /// and differ in who bears it when it does not.
  ///
  /// - Throws: the first of ``problems``.
  public func prices() throws(QuotingError) -> BidPrices {
    if let problem = problems.first { throw problem }
    let people = ExactFigure(agents)
    let costs = self.costs(people)
    let total = costs.direct + costs.overhead
    let logged = people * ExactFigure(rosteredHours)
    let productive = logged * (.one - ExactFigure(shrinkage))
    let cost = total.over(productive)
    let kept = ExactFigure.one - ExactFigure(margin) - ExactFigure(riskPremium)
    let finance =
      ExactFigure.one
      + ExactFigure(paymentDays).over(ExactFigure(365)) * ExactFigure(financeRate)
    let price = cost.over(kept) * finance
    let handled = price.over(ExactFigure(occupancy))
    let perContact = handled * ExactFigure(handleSeconds).over(ExactFigure(3600))
    let seats = people.over(ExactFigure(agentsPerSeat))
    let handleHours = ExactFigure(handleSeconds).over(ExactFigure(3600))
    return BidPrices(
      monthlyAttrition: monthlyAttrition, hires: costs.hires, agentCost: costs.agents,
      supportCost: costs.support, siteCost: costs.site, attritionCost: costs.attrition,
      overhead: costs.overhead, totalCost: total, productiveHours: productive,
      loggedHours: logged, seats: seats,
      contacts: (productive * ExactFigure(occupancy) / handleHours) ?? .zero,
      costPerProductiveHour: cost, perProductiveHour: price,
      perProductiveHourWithVAT: price * (.one + ExactFigure(vatRate)),
      perLoggedHour: price * (.one - ExactFigure(shrinkage)),
      perHandleMinute: handled.over(ExactFigure(60)), perContact: perContact,
      perFullTimeMonth: price * productive.over(people),
      perSeatMonth: price * productive.over(seats),
      markup: ExactFigure(margin).over(kept), breakEvenContacts: total / perContact)
  }

  private func costs(_ people: ExactFigure) -> MonthCosts {
    let contributions = ExactFigure(socialInsurance) + ExactFigure(housingFund)
    let months = ExactFigure(monthsPaid).over(ExactFigure(12))
    let agent = wage.figure * months + contributionBase.figure * contributions
    let supportWages = support.reduce(ExactFigure.zero) { sum, role in
      sum + (people / ExactFigure(role.agentsPerHead) ?? .zero) * role.wage.figure
    }
    let site = people.over(ExactFigure(agentsPerSeat)) * seatCost.figure + people * tools.figure
    let staying = ExactFigure.one - ExactFigure(trainingWashOut)
    let hires = (people * ExactFigure(monthlyAttrition)).over(staying)
    let training = ExactFigure(trainingWeeks) * trainingWeekCost.figure
    let lost = ExactFigure(nestingWeeks) * (.one - ExactFigure(nestingProductivity))
    let hire = recruitingFee.figure + training + lost * agentWeekCost.figure
    return MonthCosts(
      agents: people * agent, support: supportWages * (.one + contributions), site: site,
      attrition: hires * hire, hires: hires, overheadShare: ExactFigure(overhead))
  }

  /// The share of agents that leaves in a month, `1 − (1 − quarterly)^(1/3)` rounded to a millionth,
  /// half away from zero.
  public var monthlyAttrition: Rational {
    let left = min(max(quarterlyAttrition, .zero), .one)
    let estimate = 1 - (1 - left.doubleValue).cubeRoot
    var millionths = Int64((estimate * 1e6).rounded())
    // The estimate is right but where it is nearly a half: m is too large while
    // (1 − (2m − 1) / 2,000,000)³ is below what stays, and too small while the next one is not.
    while millionths > 0, isBelow(millionths) { millionths -= 1 }
    while millionths < 1_000_000, !isBelow(millionths + 1) { millionths += 1 }
    return Rational(millionths, over: 1_000_000) ?? .zero
  }

  /// Whether the monthly share is below the half before so many millionths.
  private func isBelow(_ millionths: Int64) -> Bool {
    let half = Rational(2 * millionths - 1, over: 2_000_000) ?? .zero
    let root = ExactFigure.one - ExactFigure(half)
    return root * root * root < .one - ExactFigure(min(max(quarterlyAttrition, .zero), .one))
  }
}

private struct MonthCosts {
  let agents: ExactFigure
  let support: ExactFigure
  let site: ExactFigure
  let attrition: ExactFigure
  let hires: ExactFigure
  let overheadShare: ExactFigure

  var direct: ExactFigure { agents + support + site + attrition }
  var overhead: ExactFigure { direct * overheadShare }
}

extension UnitPrice {
  var figure: ExactFigure { ExactFigure(minorUnitsPerUnit) }
}

extension ExactFigure {
  /// The quotient by a number that is known not to be 0.
  func over(_ divisor: ExactFigure) -> ExactFigure { self / divisor ?? .zero }
}

extension Double {
  /// The real cube root by Newton's method, for values from 0 to 1.
  fileprivate var cubeRoot: Double {
    guard self > 0 else { return 0 }
    var root = 1.0
    for _ in 0..<200 { root -= (root * root * root - self) / (3 * root * root) }
    return root
  }
}
