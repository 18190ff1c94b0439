internal import BusinessCalendar
internal import Planning
internal import Scenarios
internal import ShiftScheduling
internal import Staffing
internal import Units

extension Report {
  /// One interval of a scheduled day over all queues, in positions.
  struct Interval: Sendable {
    let date: LocalDate
    let slot: Slot
    /// The slot's number in the requirement's grid.
    let index: Int
    var required = 0.0
    var inHouse = 0.0
    var outsourced = 0.0
    var short = 0.0
    /// Of them short in queues whose work may be done later.
    var shortLater = 0.0

    /// Staffed less required; where any queue is short, its shortage, whatever others have.
    var gap: Double { short > 0.005 ? -short : inHouse + outsourced - required }
    var isClosed: Bool { required == 0 && inHouse == 0 && outsourced == 0 && short == 0 }
  }

  /// The intervals of one scheduled day, all queues together.
  func intervals(of day: DaySchedule) -> [Interval] {
    let grid = plan.requirement.grid
    let waiting = Set(plan.scenario.queues.filter { $0.channel == .deferred }.map(\.id))
    var intervals: [Interval] = []
    for (offset, index) in day.slots.enumerated() {
      guard let slot = grid.slot(at: index) else { continue }
      var interval = Interval(date: day.date, slot: slot, index: index)
      for queue in day.coverage {
        interval.required += queue.required.at(offset)?.value ?? 0
        interval.inHouse += queue.inHouse.at(offset)?.value ?? 0
        interval.outsourced += queue.outsourced.at(offset)?.value ?? 0
        let short = queue.short.at(offset)?.value ?? 0
        interval.short += short
        if waiting.contains(queue.queue) { interval.shortLater += short }
      }
      intervals.append(interval)
    }
    return intervals
  }

  var scheduledDays: [DaySchedule] { plan.schedule?.days ?? [] }

  /// The scheduled day with the largest requirement in one interval.
  var peakDay: DaySchedule? {
    func most(_ day: DaySchedule) -> Double { intervals(of: day).map(\.required).max() ?? 0 }
    let peaks = scheduledDays.map { ($0, most($0)) }
    return peaks.max { $0.1 < $1.1 }?.0
  }

  /// Whether the scheduled days hold the horizon's peak; where nothing is scheduled, they do.
  private var schedulesPeak: Bool {
    guard let peak = figures.peak, !scheduledDays.isEmpty else { return true }
    return scheduledDays.contains { $0.date == peak.slot.date }
  }

  /// What the scheduled days are called: the peak only where it is among them.
  var headingOfDays: String { strings[schedulesPeak ? .sectionPeak : .sectionScheduled] }

  /// What the chart of one day shows.
  func captionOfDay(_ day: DaySchedule) -> String {
    guard !schedulesPeak, let peak = figures.peak else {
      return strings(.captionPeakDay, strings.date(day.date))
    }
    return strings(
      .captionBusiestDay, strings.date(day.date), strings.weekdayDate(peak.slot.date))
  }

  /// The intervals that are short, worst first.
  var worstIntervals: [Interval] {
    let short = scheduledDays.flatMap(intervals).filter { $0.short >= 0.05 }
    return short.sorted {
      ($1.short, $0.slot.startInstant) < ($0.short, $1.slot.startInstant)
    }
  }

  /// Seats by shift, a row a day, supplier, type and start.
  var shiftsTable: Table {
    var rows: [[Cell]] = []
    for day in scheduledDays {
      for seats in day.seats where seats.seats > 0 {
        let type = plan.scenario.shifts?.types.first { $0.id == seats.type }
        let breaks = seats.breaks.map { pause in
          let start = seats.start.adding(minutes: Int(pause.offset.seconds / 60))
          return "\(start.time) +\(pause.length.seconds / 60)"
        }
        rows.append([
          .named(strings.weekdayDate(day.date), key: day.date.description),
          .named(name(of: seats.supplier), key: seats.supplier.id),
          .named(type?.name ?? seats.type.rawValue, key: seats.type.rawValue),
          .text(seats.start.time.description), hoursCell(seats.length.hours),
          .text(breaks.joined(separator: ", ")), hoursCell(seats.overtime.hours),
          .count(seats.seats),
          hoursCell(seats.paidTime.hours * Double(seats.seats)),
        ])
      }
    }
    return Table(
      name: "shifts", title: strings[.shiftsTable],
      columns: [
        .date(strings[.date], key: "date"), .init(strings[.supplier], key: "supplier"),
        .init(strings[.shift], key: "shift"), .date(strings[.start], key: "start"),
        .number(strings[.length], key: "hours"), .init(strings[.breaks], key: "breaks"),
        .number(strings[.shiftOvertime], key: "overtime_hours"),
        .number(strings[.seatCount], key: "seats"),
        .number(strings[.paidHours], key: "paid_hours"),
      ], rows: rows)
  }

  /// Requirement and staff, a row an interval and queue of the scheduled days.
  var coverageTable: Table {
    let grid = plan.requirement.grid
    var rows: [[Cell]] = []
    for day in scheduledDays {
      for queue in day.coverage {
        for (offset, index) in day.slots.enumerated() {
          guard let slot = grid.slot(at: index), queue.required.indices.contains(offset) else {
            continue
          }
          rows.append([
            .named(strings.date(day.date), key: day.date.description),
            .text(time(slot)), .count(slot.fold), queueCell(queue.queue),
            .number(queue.required[offset].value, decimals: 2),
            .number(queue.inHouse.at(offset)?.value, decimals: 2),
            .number(queue.outsourced.at(offset)?.value, decimals: 2),
            .number(queue.short.at(offset)?.value, decimals: 2),
          ])
        }
      }
    }
    return Table(
      name: "coverage", title: strings[.coverageTable],
      columns: [
        .date(strings[.date], key: "date"), .date(strings[.start], key: "start"),
        .number("fold"), .init(strings[.queue], key: "queue"),
        .number(strings[.required], key: "required_positions"),
        .number(strings[.own], key: "in_house_positions"),
        .number(strings[.vendors], key: "vendor_positions"),
        .number(strings[.missing], key: "short_positions"),
      ], rows: rows)
  }

  /// The intervals with the largest shortage, and what stood in the way of one more seat: of all
  /// queues that are short, the limits that stand there for most of them, up to three.
  var worstTable: Table {
    let inspector = plan.schedule.map { schedule in
      ScheduleInspector(
        scenario: plan.scenario, requirement: plan.requirement, capacity: plan.capacity,
        schedule: schedule)
    }
    return Table(
      name: "worst-intervals", title: strings[.worstTable],
      columns: [
        .date(strings[.date]), .date(strings[.start]), .number(strings[.required]),
        .number(strings[.own]), .number(strings[.vendors]), .number(strings[.missing]),
        .init(strings[PoolPhrase.stoodInTheWay]),
      ],
      rows: worstIntervals.prefix(5).map { interval in
        [
          .text(strings.weekdayDate(interval.date)), .text(time(interval.slot)),
          .number(interval.required, decimals: 1), .number(interval.inHouse, decimals: 1),
          .number(interval.outsourced, decimals: 1),
          .number(interval.short, decimals: 1, tone: .alert),
          .text(inspector.map { causes(of: interval, $0) } ?? ""),
        ]
      })
  }

  private func causes(of interval: Interval, _ inspector: ScheduleInspector) -> String {
    var kinds: [(cause: ShortageCause, count: Int)] = []
    for queue in plan.scenario.queues {
      for cause in inspector.causes(of: queue.id, at: interval.index) {
        let known = kinds.firstIndex {
          $0.cause.limit == cause.limit && $0.cause.supplier == cause.supplier
        }
        if let known { kinds[known].count += 1 } else { kinds.append((cause, 1)) }
      }
    }
    let ranked = kinds.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }
    return ranked.prefix(3).map { _, kind in
      let words = strings.words(kind.cause.limit)
      return kind.cause.supplier.map { "\(name(of: $0)): \(words)" } ?? words
    }.joined(separator: "; ")
  }
}
