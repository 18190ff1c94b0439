public import BusinessCalendar
internal import PayRules
internal import Scenarios
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
  public var paidParts: [PaidPart] { parts(cutAt: []).map(\.part) }

  /// The paid time of one seat within the hours of the clock of `pay`, cut at every midnight and where
  /// the overtime begins.
  func paidParts(in pay: ClockPay) -> [PaidPart] {
    parts(cutAt: [pay.from, pay.until]).filter { pay.covers($0.from) }.map(\.part)
  }

  /// The paid parts in the hours of a vendor's night premium.
  func paidParts(in premium: NightPremium) -> [PaidPart] {
    parts(cutAt: premium.spans.flatMap { [$0.from, $0.until] })
      .filter { premium.covers($0.from) }.map(\.part)
  }

  /// The times of day `edges` on the shift's way, as time from its start.
  private func cuts(at edges: [LocalTime]) -> [WorkTime] {
    edges.flatMap { edge -> [WorkTime] in
      let first = (edge.minutes - start.time.minutes + 1440) % 1440
      return stride(from: Int64(first), to: length.seconds / 60 + 1, by: 1440)
        .map(WorkTime.init(minutes:)).filter { $0 < length }
    }
  }

  private func parts(cutAt edges: [LocalTime]) -> [(from: LocalTime, part: PaidPart)] {
    let midnights = cuts(at: [.midnight]).filter { $0 > .zero }
    let overtimeStart = max(.zero, length - max(.zero, overtime))
    let cuts = (midnights + cuts(at: edges) + [.zero, overtimeStart, length]).sorted()
    let unpaid = breaks.filter { !$0.isPaid }
    return zip(cuts, cuts.dropFirst()).compactMap { from, until in
      let away = unpaid.map { pause in
        max(.zero, min(until, pause.offset + pause.length) - max(from, pause.offset))
      }.total()
      let time = until - from - away
      guard time > .zero else { return nil }
      let minute = (start.time.minutes + Int(from.seconds / 60)) % 1440
      return (
        LocalTime(minutes: minute) ?? .midnight,
        PaidPart(
          date: start.date.adding(days: midnights.count { $0 <= from }),
          isOvertime: from >= overtimeStart && overtime > .zero, time: time)
      )
    }
  }
}
