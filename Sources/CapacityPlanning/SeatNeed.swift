internal import BusinessCalendar
internal import Scenarios
internal import Staffing
internal import Units

/// How many seats the people of a site take at its busiest time.
enum SeatNeed {
  /// The seats that one head past training takes at the busiest time of a week:
  /// share of the week's days on which it works × share of those on which it is in the office ×
  /// share of a day's people who are there in the busiest interval.
  ///
  /// 40 hours a week in days of 8 hours, 10 % out of office and an overlap of 75 % take
  /// 5/7 × 0.9 × 0.75 = 0.48 of a seat.
  ///
  /// Where a share of the people is called in, 90 % of all take 0.9 × 0.9 = 0.81 of one.
  static func seatsPerHead(
    _ group: StaffGroup, in week: Week? = nil, dailyHours: WorkTime, overlap: Double,
    calledIn: Share? = nil
  ) -> Double {
    guard dailyHours > .zero else { return 1 }
    let daysAtWork = min(1, max(0, group.contractHours.hours) / dailyHours.hours / 7)
    let shrinkage = week.map { group.shrinkage(in: $0) } ?? group.shrinkage
    let inOffice = shrinkage.outOfOffice.complement.value.bounded(to: 0...1)
    if let calledIn { return calledIn.value.bounded(to: 0...1) * inOffice }
    return daysAtWork * inOffice * overlap.bounded(to: 0...1)
  }

  /// The share of a day's people who are there in its busiest interval, when shifts of `dailyHours`
  /// follow the requirement: the shift's hours × the busiest positions over the day's hours of
  /// work, at most all of them; of the week's day with the most work. All of them on a day
  /// without work.
  static func overlap(
    _ positionsByDay: [[Double]], slotHours: Double, dailyHours: WorkTime
  ) -> Double {
    let work = positionsByDay.map { $0.reduce(0, +) * slotHours }
    guard let busiest = work.indices.max(by: { work[$0] < work[$1] }), work[busiest] > 0 else {
      return 1
    }
    let peak = positionsByDay[busiest].max() ?? 0
    return min(1, dailyHours.hours * peak / work[busiest])
  }
}
