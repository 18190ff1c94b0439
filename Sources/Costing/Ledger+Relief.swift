internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

extension Ledger {
  /// Seats beyond sites' own, and what is missing in the busiest hours.
  mutating func addRelief(scenario: Scenario, capacity: CapacityPlan) {
    guard let relief = capacity.relief else { return }
    for extra in relief.extraSeats {
      guard let overflow = scenario.sites.first(where: { $0.id == extra.site })?.overflow,
        capacity.weeks.indices.contains(extra.week)
      else { continue }
      add(
        LedgerLine(
          number: 0, category: .seatOverflow, supplier: extra.site.rawValue, queue: nil,
          date: capacity.weeks[extra.week].start, quantity: Quantity(extra.seats.value),
          unit: "seat-week", unitRate: overflow.pricePerWeek,
          rule: "a seat beyond the site's own is paid by the week", source: "scenario",
          path: "sites.\(extra.site).overflow.price"))
    }
    for peak in relief.peaks where peak.missing > .zero {
      guard let queue = scenario.queue(peak.queue) else { continue }
      add(
        LedgerLine(
          number: 0, category: .peakShortage, supplier: "", queue: peak.queue, date: peak.date,
          quantity: Quantity(peak.missing.hours * ShortagePrice.contactsPerHour(of: queue)),
          unit: "contact", unitRate: UnitPrice(queue.meanLostContactPrice),
          rule: "a contact of the busiest hours that nobody handles, beyond those missing in the "
            + "week, costs the scenario's price (not cash)",
          source: "scenario", path: "queues.\(peak.queue).lost-contact-price"))
    }
  }

  /// What money above the budget weighs, where the budget is a price and not a limit.
  mutating func addOverBudget(scenario: Scenario) {
    guard let weight = scenario.policy.overBudget, let budget = scenario.policy.budget,
      cash > budget
    else { return }
    add(
      LedgerLine(
        number: 0, category: .overBudget, supplier: "", queue: nil, date: scenario.horizon.start,
        quantity: Quantity(1), unit: "excess", unitRate: UnitPrice(cash - budget),
        multiplier: Multiplier(Rational(nearest: weight.value)),
        rule: "money above the budget weighs what the policy says, beside itself (not cash)",
        source: "scenario", path: "policy.over-budget"))
  }
}
