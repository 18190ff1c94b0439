internal import BusinessCalendar
internal import PayRules
internal import Scenarios
internal import Units

// The employer's contributions on a base of their own.
extension ScenarioDecoder {
  func contributions(_ reader: MapReader) -> EmployerContributions? {
    let rate = reader.share("rate")
    let average = reader.money("average-pay")
    let city = reader.text("city")
    let source = reader.text("source")
    let stated = RuleSource(
      title: source ?? "Scenario", evidence: source == nil ? .assumption : .known)
    guard let map = reader.map("bounds"), let rate, let average, let city else { return nil }
    let bases = (map.node.pairs ?? []).compactMap { pair -> ContributionBase? in
      guard let date = date(pair, in: map),
        let bounds = MapReader(
          pair.value, path: map.path + [pair.key],
          pattern: "staff-groups.*.contributions.bounds.*", in: context),
        let floor = bounds.money("floor"), let cap = bounds.money("cap")
      else { return nil }
      guard
        let base = ContributionBase(
          city: city, effectiveFrom: date, floor: floor, cap: cap, source: stated)
      else {
        bounds.error(
          "cap", "the cap is below the floor", hint: "the base lies between the two")
        return nil
      }
      return base
    }.sorted { $0.effectiveFrom < $1.effectiveFrom }
    guard !bases.isEmpty else {
      if (map.node.pairs ?? []).isEmpty {
        reader.error(
          "bounds", "there are no bounds",
          hint: "write the day from which they hold: 2026-07-01: { floor: 7460.00, cap: 37302.00 }")
      }
      return nil
    }
    return EmployerContributions(rate: rate, averagePay: average, bases: bases)
  }
}
