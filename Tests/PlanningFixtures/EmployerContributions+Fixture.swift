internal import BusinessCalendar
internal import PayRules
public import Scenarios
internal import Units

extension EmployerContributions {
  /// 27.16 % of an average below the floor, whose bounds rise on 1 July 2026.
  public static var fixture: EmployerContributions {
    let source = RuleSource(title: "City notice", evidence: .known)
    let bases = [("2025-07-01", 738_400), ("2026-07-01", 746_000)].compactMap { day, floor in
      LocalDate(iso: day).flatMap { date in
        ContributionBase(
          city: "City", effectiveFrom: date, floor: Money(minorUnits: Int64(floor)),
          cap: Money(minorUnits: 3_730_200), source: source)
      }
    }
    return EmployerContributions(
      rate: .percent(27.16), averagePay: Money(minorUnits: 680_000), bases: bases)
  }
}
