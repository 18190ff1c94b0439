internal import BusinessCalendar
internal import Scenarios
internal import Units

// Hours in which a queue is open and of which its history knows nothing: the forecast has no
// contacts there, which is rarely meant.
extension ScenarioDecoder {
  /// Warns of open hours and weekdays of which the history before the horizon has no row.
  func checkOpenHours(
    of history: IntervalHistory, _ hours: OpeningHours?, _ queue: String, _ reader: MapReader
  ) {
    guard let hours, let horizon = context.horizon else { return }
    var minutes = Array(repeating: false, count: 1440)
    var weekdays: Set<Weekday> = []
    for interval in history.intervals where interval.start.date < horizon.start {
      weekdays.insert(interval.start.date.weekday)
      let start = interval.start.time.minutes
      let end = min(1440, start + history.intervalMinutes)
      for minute in start..<max(start, end) { minutes[minute] = true }
    }
    let open = hours.stretches.filter { weekdays.contains($0.weekday) }
    let days = Weekday.allCases.filter { day in
      !weekdays.contains(day) && hours.stretches.contains { $0.weekday == day }
    }
    let unknown = (0..<1440).filter { minute in
      !minutes[minute]
        && open.contains { $0.from.minutes <= minute && minute < $0.until.minutes }
    }
    let parts =
      stretches(of: unknown)
      + days.map { day in
        "on \(day.name.prefix(1).uppercased())\(day.name.dropFirst())s"
      }
    guard !parts.isEmpty, !minutes.allSatisfy({ !$0 }) else { return }
    log.warning(
      at: reader.span("file"), reader.pathText("file"),
      "the queue \(queue) is open, but its history has no row \(parts.enumeratedInWords)",
      hint: "no contacts are forecast there: add rows, with 0 where none came, or close the queue")
  }

  /// `from 00:00 to 06:00` of minutes in a row.
  private func stretches(of minutes: [Int]) -> [String] {
    var runs: [Range<Int>] = []
    for minute in minutes {
      if let last = runs.last, last.upperBound == minute {
        runs[runs.count - 1] = last.lowerBound..<(minute + 1)
      } else {
        runs.append(minute..<(minute + 1))
      }
    }
    return runs.map { run in
      let from = LocalTime(minutes: run.lowerBound) ?? .midnight
      let until = LocalTime(minutes: run.upperBound) ?? .endOfDay
      return "from \(from) to \(until)"
    }
  }

  /// Warns of a vendor that is barred from all it can do.
  func checkUse(of vendors: [Vendor], _ policy: Policy?, _ top: MapReader) {
    let pairs = top.node["vendors"]?.pairs ?? []
    for vendor in vendors {
      guard let pair = pairs.first(where: { $0.key == vendor.id.rawValue }) else { continue }
      let path = "vendors.\(vendor.id)"
      if vendor.skills.isEmpty, !(pair.value["skills"]?.items?.isEmpty ?? true) {
        let barred = pair.value.pairs?.first { $0.key == "not-queues" }
        log.warning(
          at: barred?.keySpan ?? pair.keySpan, "\(path).not-queues",
          "the vendor may take nothing: all of its skills are barred",
          hint: "leave a queue of its skills out of not-queues, or take the vendor out")
      } else if let policy, vendor.skills.allSatisfy({ mustStay($0, policy) }) {
        log.warning(
          at: pair.keySpan, path,
          "the vendor may take nothing: the policy keeps all of its queues in house",
          hint: "look at mission-critical and outsourced-share of the policy")
      }
    }
  }

  private func mustStay(_ queue: Queue.ID, _ policy: Policy) -> Bool {
    policy.missionCritical.contains(queue)
      || policy.outsourcingLimits.contains { $0.queue == queue && $0.share == .zero }
  }
}
