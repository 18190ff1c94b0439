internal import BusinessCalendar

/// The clock of a zone over a span of days, worked out once: even stretches between its jumps.
///
/// Instants are seconds since 1970-01-01T00:00Z, wall times minutes since 1970-01-01T00:00 of the
/// clock.
struct ZoneClock: Sendable {
  private struct Stretch: Sendable {
    var start: Int64
    var end: Int64
    /// Seconds that the clock is ahead of UTC.
    var offset: Int64
  }

  private let stretches: [Stretch]

  /// The clock from two days before `span` to two days after it.
  init(_ zone: TimeZoneRules, span: ClosedRange<LocalDate>) {
    let first = Int64(span.lowerBound.dayNumber - 2) * 86_400
    let last = Int64(span.upperBound.dayNumber + 3) * 86_400
    func offset(_ instant: Int64) -> Int64 { Int64(zone.offsetMinutes(at: instant)) * 60 }
    var found: [Stretch] = []
    var start = Int64.min
    var current = offset(first)
    var probe = first
    while probe < last {
      let next = min(probe + 86_400, last)
      let after = offset(next)
      if after != current {
        var (low, high) = (probe / 60, next / 60)
        while high - low > 1 {
          let middle = low + (high - low) / 2
          if offset(middle * 60) == current { low = middle } else { high = middle }
        }
        found.append(Stretch(start: start, end: high * 60, offset: current))
        (start, current) = (high * 60, after)
      }
      probe = next
    }
    found.append(Stretch(start: start, end: .max, offset: current))
    stretches = found
  }

  /// The instant of a wall time: its first occurrence, or, where the clock jumps over it, by the
  /// offset before the jump.
  func instant(wall: Int64) -> Int64 {
    var before = stretches[0].offset
    for stretch in stretches {
      let instant = wall * 60 - stretch.offset
      if instant < stretch.end {
        return instant >= stretch.start ? instant : wall * 60 - before
      }
      before = stretch.offset
    }
    return wall * 60 - before
  }

  /// The instant of a time on a timesheet, at its second pass where it says so.
  func instant(_ local: LocalDateTime) -> Int64 {
    let wall = Int64(local.date.dayNumber) * 1440 + Int64(local.time.minutes)
    let first = instant(wall: wall)
    guard local.fold == 1 else { return first }
    let second = stretches.last { stretch in
      let instant = wall * 60 - stretch.offset
      return instant >= stretch.start && instant < stretch.end
    }
    return second.map { wall * 60 - $0.offset } ?? first
  }

  /// The seconds that the clock is ahead of UTC at an instant, and the instant until which it is.
  func offset(at instant: Int64) -> (seconds: Int64, until: Int64) {
    for stretch in stretches where instant < stretch.end { return (stretch.offset, stretch.end) }
    return (stretches[stretches.count - 1].offset, .max)
  }
}
