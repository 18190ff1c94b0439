internal import BusinessCalendar
internal import LinearProgramming
internal import Scenarios
internal import Units

// What one more hour of the law's limit a month is worth.
extension CapacityStudy {
  /// The limit of each group and month in which the group works overtime, in the order of the
  /// scenario and of the months.
  ///
  /// A month has a row for each week up to which it is counted. One more hour of the month widens
  /// all of them: its price is the sum of theirs, and it is tried with all of them wider.
  func monthlyLimits() throws(CapacityError) -> [MonthlyLimitPrice] {
    guard let prices = try priced() else { return [] }
    var found: [MonthlyLimitPrice] = []
    for group in scenario.staffGroups {
      for month in input.calendar.months {
        guard let overtime = MonthlyOvertime(of: group, in: month, of: plan, scenario),
          overtime.worked > .zero
        else { continue }
        let name = "overtime per month of \(group.id) in \(month)"
        let rows = model.rows.filter {
          $0.draft.family == .overtimePerMonth
            && ($0.name == name || $0.name.hasPrefix(name + " "))
        }
        let price = rows.reduce(0.0) { sum, row in
          sum + (prices.shadowPrice(of: row.constraint) ?? 0).magnitude * input.scale
        }
        var saved = Money.zero
        if price >= 1 {
          var program = model.holding(held, isFilled: false)
          for row in rows {
            let limits = model.program.limits(of: row.constraint)
            program.setLimits(
              of: row.constraint, to: Bounds(lower: limits.lower, upper: limits.upper + 1))
          }
          let wider = try Resolver(solver: solver).solve(program, from: prices.basis)
          saved = wider.map { max(.zero, money(prices.objective - $0.objective)) } ?? .zero
        }
        found.append(
          MonthlyLimitPrice(
            group: group.id, overtime: overtime,
            shadowPrice: HourlyRate(approximateMinorUnits: price < 1 ? 0 : price), saved: saved))
      }
    }
    return found
  }
}
