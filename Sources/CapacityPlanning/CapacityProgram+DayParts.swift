internal import BusinessCalendar
internal import LinearProgramming
internal import Scenarios
internal import Units

// Seats of a site in a part of the day.
extension CapacityProgram {
  /// `Σ_g seatsPerHead[g,w,p] (onContacts[g,w] − unseated[g,w]) − overflow[s,w] ≤ seats[s,p]` for each
  /// part p of the day and each week w in which it counts, without `overflow` where a site has no
  /// further seats at a price. Those bought for a week are there in all its parts.
  mutating func addDayParts() {
    for entry in input.dayParts {
      let place = input.scenario.sites[entry.site]
      var taken = LinearExpression()
      for group in input.staff.indices {
        guard let perHead = entry.perHead[group], perHead > 0 else { continue }
        taken += perHead * headsOnContacts(group, entry.week)
        if let without = unseated.variable(for: GroupWeek(group: group, week: entry.week)) {
          taken -= perHead * without
        }
      }
      let extra = relief.overflow.variable(for: SiteWeek(site: entry.site, week: entry.week))
      if let extra, !taken.terms.isEmpty { taken -= extra }
      let name = place.name.isEmpty ? place.id.rawValue : place.name
      let hours = "\(entry.part.from)–\(entry.part.until)"
      require(
        "seats of \(place.id) in \(entry.part.id) in \(input.weekName(entry.week))",
        taken <= entry.seats,
        .init(
          family: .dayParts, owner: .site(entry.site), weeks: [entry.week], unit: "seat",
          relief: "One more seat in \(name) from \(hours) in "
            + input.calendar.weeks[entry.week].inWords,
          path: "sites.\(place.id).day-parts.\(entry.part.id)"))
    }
  }
}
