internal import BusinessCalendar
internal import Units

/// The shifts of a timesheet by post and permit, or by the reason why none covers them.
struct PermitCount {
  /// The shares in the order of their first shifts, and the places of the shifts in each.
  private var found: [(share: PayPermitShare, places: Set<Int>)] = []

  mutating func add(_ permit: Result<String, PermitGap>, of shift: WorkedShift, at place: Int) {
    let date = shift.start.date
    let number = try? permit.get()
    var gap: PermitGap?
    if case .failure(let reason) = permit { gap = reason }
    let known = found.firstIndex {
      $0.share.post == shift.post && $0.share.permit == number && $0.share.gap == gap
    }
    guard let known else {
      let share = PayPermitShare(
        post: shift.post, permit: number, gap: gap, days: date...date, shifts: 1, time: .zero)
      found.append((share, [place]))
      return
    }
    let days = found[known].share.days
    found[known].share.days = min(days.lowerBound, date)...max(days.upperBound, date)
    found[known].share.shifts += 1
    found[known].places.insert(place)
  }

  /// The shares with the time that the cut shifts have.
  func shares(_ shifts: [PayShift]) -> [PayPermitShare] {
    found.map { share, places in
      var share = share
      let ticks = shifts.filter { places.contains($0.place) }.reduce(0) { $0 + $1.total }
      share.time = WorkTime(seconds: ticks / PayTick.perSecond)
      return share
    }
  }
}
