public import BusinessCalendar
public import ShiftScheduling
public import Units

/// A part of a shift's paid time: on one date, overtime or not.
public struct PaidPart: Sendable, Hashable {
  /// The date on which it is worked.
  public let date: LocalDate
  /// Whether it lies in the shift's overtime.
  public let isOvertime: Bool
  /// The paid time of one seat.
  public let time: WorkTime

  /// `time` on `date`.
  public init(date: LocalDate, isOvertime: Bool, time: WorkTime) {
    self.date = date
    self.isOvertime = isOvertime
    self.time = time
  }
}

extension ShiftSeats {
  /// Paid time of one seat, in order: cut at every midnight and where the overtime begins, unpaid
  /// breaks taken out where they lie. The parts sum to ``ShiftScheduling/ShiftSeats/paidTime``.
  ///
  /// Midnight is counted on the wall clock from the shift's start; where a clock changes between
  /// the two, the cut is an hour off.
  public var paidParts: [PaidPart] {
    let day = WorkTime(minutes: 1440)
    var midnights: [WorkTime] = []
    var midnight = WorkTime(minutes: Int64(1440 - start.time.minutes))
    while midnight < length {
      midnights.append(midnight)
      midnight = midnight + day
    }
    let overtimeStart = max(.zero, length - max(.zero, overtime))
    let cuts = (midnights + [.zero, overtimeStart, length]).sorted()
    let unpaid = breaks.filter { !$0.isPaid }
    return zip(cuts, cuts.dropFirst()).compactMap { from, until in
      let away = unpaid.map { pause in
        max(.zero, min(until, pause.offset + pause.length) - max(from, pause.offset))
      }.total()
      let time = until - from - away
      guard time > .zero else { return nil }
      return PaidPart(
        date: start.date.adding(days: midnights.count { $0 <= from }),
        isOvertime: from >= overtimeStart && overtime > .zero, time: time)
    }
  }
}
