internal import BusinessCalendar
internal import Scenarios
internal import Units

/// Shifts of one pool that differ only in where their breaks lie. Times are minutes since
/// 1970-01-01T00:00Z.
struct ShiftFamily: Sendable {
  /// A break and where it may start, in minutes from the shift's start.
  struct BreakWindow: Sendable, Equatable {
    /// How long the break is.
    let minutes: Int
    /// Possible starts, in order.
    let offsets: [Int]
    /// Whether it is paid.
    let isPaid: Bool
  }

  /// The number of the pool.
  let pool: Int
  /// The shift type.
  let type: ShiftType.ID
  /// The start on the wall.
  let startTime: LocalDateTime
  /// The first minute.
  let start: Int
  /// The minute after the last, overtime included.
  let end: Int
  /// Minutes of overtime at the end.
  let overtime: Int
  /// The breaks in order.
  let breaks: [BreakWindow]
  /// Paid hours of regular time.
  let paidHours: Double
  /// The price of one seat in minor units.
  var cost: Double

  /// Paid hours of overtime.
  var overtimeHours: Double { Double(overtime) / 60 }
  /// The share of the shift that is not a break.
  var workShare: Double {
    let off = breaks.lazy.map(\.minutes).reduce(0, +)
    return end > start ? max(0, Double(end - start - off) / Double(end - start)) : 0
  }
}

extension ShiftFamily {
  /// Breaks start on whole half-hours after the earliest start of their window.
  static let breakStep = 30

  /// The shifts of `pools` that may start on `date`, by pool, type, start and overtime.
  ///
  /// A start that the clock jumps over is left out, and so is a type whose breaks do not fit.
  static func families(
    on date: LocalDate, pools: [Pool], scenario: Scenario
  ) -> [ShiftFamily] {
    let kind = scenario.calendar.day(date).kind
    let isHoliday = kind == .statutoryHoliday
    let tomorrow = date.adding(days: 1)
    let isHolidayTomorrow = scenario.calendar.day(tomorrow).kind == .statutoryHoliday
    let midnight = Int(scenario.timeZone.instant(ofOrAfter: tomorrow.at(.midnight)) / 60)
    var families: [ShiftFamily] = []
    for (index, pool) in pools.enumerated() where pool.people(on: kind) > 0 {
      for type in scenario.shifts?.types ?? [] where type.isOpen(to: pool.supplier) {
        let windows = type.breakWindows
        let length = Int(type.length.seconds / 60)
        guard length > 0, hasPlacement(windows) else { continue }
        let longer = pool.overtimeMinutes(on: date)
        let mayStayLonger = longer > 0 && (!isHoliday || pool.worksHolidays)
        let overtimes = mayStayLonger ? [0, longer] : [0]
        for start in type.starts(on: date) {
          guard let instant = scenario.timeZone.instant(of: start) else { continue }
          let first = Int(instant / 60)
          let afterMidnight = Double(max(0, first + length - max(midnight, first)))
          let share = afterMidnight / Double(length)
          let paid = type.paidTime.hours
          let today = isHoliday ? pool.holidayRate(on: date) : pool.rates.ordinary
          let night = isHolidayTomorrow ? pool.holidayRate(on: tomorrow) : pool.rates.ordinary
          let cost = paid * ((1 - share) * today + share * night)
          for overtime in overtimes {
            families.append(
              ShiftFamily(
                pool: index, type: type.id, startTime: start, start: first,
                end: first + length + overtime, overtime: overtime, breaks: windows,
                paidHours: paid, cost: cost + Double(overtime) / 60 * pool.overtimeRate(on: date)))
          }
        }
      }
    }
    return families
  }

  /// Whether the breaks can be placed one after the other.
  static func hasPlacement(_ breaks: [BreakWindow]) -> Bool {
    var earliest = 0
    for window in breaks {
      guard let offset = window.offsets.first(where: { $0 >= earliest }) else { return false }
      earliest = offset + window.minutes
    }
    return true
  }

  /// The breaks where they lose least, one after the other; `nil` when they do not fit.
  ///
  /// A dynamic program over the breaks in order: the best place of the first *k* breaks, given where
  /// the *k*-th starts. Of equal places the earliest wins.
  func bestBreaks(
    lost: (_ number: Int, _ offset: Int) -> Double
  ) -> (offsets: [Int], lost: Double)? {
    guard let firstBreak = breaks.first else { return ([], 0) }
    if breaks.count == 1 {
      var best: (offset: Int, lost: Double)?
      for offset in firstBreak.offsets {
        let loss = lost(0, offset)
        if loss < best?.lost ?? .infinity { best = (offset, loss) }
      }
      return best.map { ([$0.offset], $0.lost) }
    }
    var totals: [[Double]] = []
    var choices: [[Int]] = []
    for (number, window) in breaks.enumerated() {
      var total: [Double] = []
      var choice: [Int] = []
      var bestBefore = (index: -1, lost: number == 0 ? 0 : Double.infinity)
      var next = 0
      for offset in window.offsets {
        if number > 0 {
          let before = breaks[number - 1]
          while next < before.offsets.count, before.offsets[next] + before.minutes <= offset {
            if totals[number - 1][next] < bestBefore.lost {
              bestBefore = (next, totals[number - 1][next])
            }
            next += 1
          }
        }
        total.append(bestBefore.lost + lost(number, offset))
        choice.append(bestBefore.index)
      }
      totals.append(total)
      choices.append(choice)
    }
    var place = -1
    var best = Double.infinity
    for (index, total) in (totals.last ?? []).enumerated() where total < best {
      (place, best) = (index, total)
    }
    guard place >= 0 else { return nil }
    var offsets: [Int] = []
    for number in breaks.indices.reversed() {
      offsets.append(breaks[number].offsets[place])
      place = choices[number][place]
    }
    return (offsets.reversed(), best)
  }

  /// The breaks nearest to the middle of their windows; `nil` when they do not fit.
  func middleBreaks() -> [Int]? {
    bestBreaks { number, offset in
      let offsets = breaks[number].offsets
      return Double(abs(2 * offset - (offsets.first ?? 0) - (offsets.last ?? 0)))
    }?.offsets
  }
}

extension ShiftType {
  /// Whether the supplier's people work shifts of this type.
  func isOpen(to supplier: Supplier) -> Bool {
    switch supplier {
    case .group(let id): groups.isEmpty || groups.contains(id)
    case .vendor(let id): vendors.isEmpty || vendors.contains(id)
    }
  }

  /// The starts on a day, in order; only the earliest where they have no distance.
  func starts(on date: LocalDate) -> [LocalDateTime] {
    let step = Int(startEvery.seconds / 60)
    let last = min(step > 0 ? latestStart.minutes : earliestStart.minutes, 1439)
    guard earliestStart.minutes <= last else { return [] }
    return stride(from: earliestStart.minutes, through: last, by: max(1, step)).compactMap {
      minutes in
      LocalTime(minutes: minutes).map { date.at($0) }
    }
  }

  /// The breaks with their possible starts: every half hour of the window, and its end.
  var breakWindows: [ShiftFamily.BreakWindow] {
    breaks.map { pause in
      let minutes = Int(pause.length.seconds / 60)
      let first = max(0, Int(pause.earliest.seconds / 60))
      let last = min(Int(pause.latest.seconds / 60), Int(length.seconds / 60) - minutes)
      var offsets =
        first <= last ? Array(stride(from: first, through: last, by: ShiftFamily.breakStep)) : []
      if let end = offsets.last, end != last { offsets.append(last) }
      return ShiftFamily.BreakWindow(minutes: minutes, offsets: offsets, isPaid: pause.isPaid)
    }
  }
}

/// So many people on the same shift, breaks placed.
struct PlacedShift: Sendable {
  /// Their shift but for its breaks.
  let family: ShiftFamily
  /// Where the breaks start, in minutes from the shift's start.
  let offsets: [Int]
  /// How many people.
  let seats: Int

  /// The minutes worked: the shift without its breaks.
  var work: [Range<Int>] { family.work(breaksAt: offsets) }
}

extension ShiftFamily {
  /// The minutes worked with the breaks at `offsets`.
  func work(breaksAt offsets: [Int]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var from = start
    for (window, offset) in zip(breaks, offsets) {
      let pause = start + offset
      if pause > from { parts.append(from..<pause) }
      from = max(from, pause + window.minutes)
    }
    if end > from { parts.append(from..<end) }
    return parts
  }
}
