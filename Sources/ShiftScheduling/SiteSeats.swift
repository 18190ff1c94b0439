internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

/// Seats of a site over the minutes of a week: its own and those that the plan takes beyond them, and
/// in parts of the day that are counted by themselves, theirs.
struct SiteSeats: Sendable {
  /// A part of one day.
  struct Part: Sendable {
    /// The minutes since 1970-01-01T00:00Z.
    let minutes: Range<Int>
    /// Seats that can be taken in it.
    let seats: Int
    /// Its place in the scenario.
    let path: String
  }

  /// The site, for names.
  let name: String
  /// Seats outside all parts of days.
  let usual: Int
  /// Where these come from in the scenario.
  let path: String
  /// Parts of days, in the order of the days.
  let parts: [Part]

  /// The seats of a site in week number `number` of the plan and on the days around it.
  ///
  /// Seats beyond the site's own are taken by the week, to the nearest whole number, and are there in
  /// all parts of the day, as in the plan.
  init(_ site: Site, ofWeek number: Int, week: Week, scenario: Scenario, capacity: CapacityPlan) {
    let extra =
      capacity.relief?.extraSeats.filter { $0.site == site.id && $0.week == number }
      .map(\.seats.value).reduce(0, +) ?? 0
    let more = extra.isFinite ? Int(min(max(0, extra), 1e6).rounded()) : 0
    name = site.id.rawValue
    usual = max(0, site.seats) + more
    path = "sites.\(site.id).seats"
    let days = (-1...7).map { week.start.adding(days: $0) }
    parts = days.flatMap { day in
      (site.dayParts ?? []).filter { $0.counts(on: day) }.compactMap { part -> Part? in
        let start = Int(scenario.timeZone.instant(ofOrAfter: day.at(part.from)) / 60)
        let last = part.until == .endOfDay ? day.adding(days: 1).at(.midnight) : day.at(part.until)
        let end = Int(scenario.timeZone.instant(ofOrAfter: last) / 60)
        guard start < end else { return nil }
        return Part(
          minutes: start..<end, seats: max(0, part.seats ?? site.seats) + more,
          path: "sites.\(site.id).day-parts.\(part.id)")
      }
    }
  }

  /// The fewest seats in any of the minutes.
  func fewest(in minutes: Range<Int>) -> Int { limit(in: minutes).seats }

  /// The fewest seats in any of the minutes, and where they come from in the scenario.
  func limit(in minutes: Range<Int>) -> (seats: Int, path: String) {
    stretches(of: minutes).map { limit(at: $0.lowerBound) }.min { $0.seats < $1.seats }
      ?? (usual, path)
  }

  /// Seats on average over the minutes.
  func mean(in minutes: Range<Int>) -> Double {
    guard !minutes.isEmpty else { return Double(usual) }
    let sum = stretches(of: minutes).reduce(0) {
      $0 + $1.count * limit(at: $1.lowerBound).seats
    }
    return Double(sum) / Double(minutes.count)
  }

  private func limit(at minute: Int) -> (seats: Int, path: String) {
    parts.lazy.filter { $0.minutes.contains(minute) }.map { ($0.seats, $0.path) }
      .min { $0.0 < $1.0 } ?? (usual, path)
  }

  /// The minutes cut where a part of a day begins or ends.
  private func stretches(of minutes: Range<Int>) -> [Range<Int>] {
    let edges = parts.flatMap { [$0.minutes.lowerBound, $0.minutes.upperBound] }
      .filter { minutes.lowerBound < $0 && $0 < minutes.upperBound }
    let ends = Set(edges).sorted() + [minutes.upperBound]
    return zip([minutes.lowerBound] + ends, ends).filter { $0 < $1 }.map { $0..<$1 }
  }
}
