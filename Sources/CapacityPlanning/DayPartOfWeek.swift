internal import BusinessCalendar
internal import Scenarios
internal import Staffing
internal import Units

/// A part of the day of a site in one week, and how many seats a head takes in it.
struct DayPartOfWeek: Sendable {
  /// The site, as a place in the scenario.
  let site: Int
  /// The week.
  let week: Int
  /// The part.
  let part: DayPart
  /// Seats that can be taken in it, without those beyond the site's own.
  let seats: Double
  /// Seats that one head past training of each group of the site takes in it.
  let perHead: [Int: Double]

  /// The parts of all sites in the weeks in which they count on a day.
  ///
  /// A head takes *called in* × in the office of a seat. Called in is the part's share where the
  /// scenario states one. Else it is the share of days at work × the share of a day's people who are
  /// there in the part's busiest interval, as for the site's seats of a week: daily hours × busiest
  /// positions of the part ÷ the day's hours, of the day with the most of it.
  static func all(
    in scenario: Scenario, _ requirement: StaffingRequirement, _ calendar: PlanCalendar,
    siteOfGroup: [Int?], skills: [[Int]]
  ) -> [DayPartOfWeek] {
    guard scenario.sites.contains(where: { $0.dayParts != nil }) else { return [] }
    let starts = requirement.grid.slots.map(\.start)
    return scenario.sites.enumerated().flatMap { site, place -> [DayPartOfWeek] in
      guard let parts = place.dayParts else { return [] }
      let groups = siteOfGroup.indices.filter { siteOfGroup[$0] == site }
      let queues = Set(groups.flatMap { skills[$0] }).sorted()
      let positions = queues.compactMap { requirement[scenario.queues[$0].id]?.positions }
      return calendar.weeks.indices.flatMap { week in
        let daily = scenario.dailyHours(in: calendar.weeks[week])
        return parts.compactMap { part -> DayPartOfWeek? in
          let days = calendar.days[week].map(\.date).filter(part.counts)
          guard !days.isEmpty else { return nil }
          let there = busiest(part, days, positions, requirement.grid, starts, daily: daily)
          let perHead = groups.map { group in
            let member = scenario.staffGroups[group]
            return (
              group,
              SeatNeed.seatsPerHead(
                member, in: calendar.weeks[week], dailyHours: daily, overlap: there,
                calledIn: part.present)
            )
          }
          return DayPartOfWeek(
            site: site, week: week, part: part,
            seats: Double(max(0, part.seats ?? place.seats)),
            perHead: Dictionary(perHead, uniquingKeysWith: { first, _ in first }))
        }
      }
    }
  }

  /// The share of a day's people who are there in the part's busiest interval, of the day with the
  /// most of it.
  private static func busiest(
    _ part: DayPart, _ days: [LocalDate], _ positions: [[Positions]], _ grid: PlanningGrid,
    _ starts: [LocalTime], daily: WorkTime
  ) -> Double {
    let slotHours = grid.slotLength.duration.inHours
    return days.map { day in
      var work = 0.0
      var peak = 0.0
      for slot in grid.slotIndices(of: day) {
        let sum = positions.reduce(0) { sum, queue in
          sum + (queue.indices.contains(slot) ? queue[slot].value.bounded(to: 0...1e9) : 0)
        }
        work += sum * slotHours
        let start = starts[slot]
        if start >= part.from, start < part.until { peak = max(peak, sum) }
      }
      return work > 0 ? min(1, daily.hours * peak / work) : 0
    }.max() ?? 0
  }
}
