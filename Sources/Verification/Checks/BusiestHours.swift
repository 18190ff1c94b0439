internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Staffing
internal import Units

/// When a week's busiest hours are, found again from the positions of each interval: of queues that
/// share suppliers, directly or through others, the stretch of one ordinary day that needs the most
/// positions, the first of equals. Each queue that needs anybody in it is stated, at its place.
struct BusiestHours {
  private let evidence: Evidence
  private let length: Int

  init(_ evidence: Evidence, _ rule: PeakHours) {
    self.evidence = evidence
    let minutes = Double(rule.window.components.seconds) / 60
    let slot = Double(max(1, evidence.requirement.grid.slotLength.minutes))
    length = max(1, Int((minutes / slot).rounded()))
  }

  /// A stretch of intervals and what its queues need in it, all together.
  private struct Stretch {
    let slots: Range<Int>
    let sum: Double
  }

  func run(_ log: inout CheckLog) {
    let stated = evidence.plan.relief?.peaks ?? []
    for week in evidence.weekNumbers {
      var expected: Set<Queue.ID> = []
      for queues in connected {
        guard let busiest = busiest(of: queues, week) else { continue }
        let needing = queues.filter { total([$0], busiest.slots) > 0 }
        expected.formUnion(needing)
        for queue in needing {
          let entries = stated.filter { $0.week == week && $0.queue == queue }
          compare(entries, queue, queues, busiest, week, &log)
        }
      }
      for peak in stated where peak.week == week && !expected.contains(peak.queue) {
        log.check(false, subject(peak.queue, week, "busiest hours")) {
          (.text("\(peak.date) \(peak.start)"), .text("none"))
        }
      }
    }
    for peak in stated where !evidence.weekNumbers.contains(peak.week) {
      log.check(false, subject(peak.queue, nil, "busiest hours")) {
        (.text("week number \(peak.week)"), .text("a week of the plan"))
      }
    }
  }

  private func compare(
    _ stated: [PlanRelief.PeakWindow], _ queue: Queue.ID, _ queues: [Queue.ID],
    _ busiest: Stretch, _ week: Int, _ log: inout CheckLog
  ) {
    log.whole(
      stated.count, .same, 1, unit: "entry", subject(queue, week, "entries of the busiest hours"))
    for peak in stated {
      let first = evidence.requirement.grid.slot(at: busiest.slots.lowerBound)
      let when = first.map { "\($0.date) \($0.start)" } ?? "none"
      let said = "\(peak.date) \(peak.start)"
      log.check(
        said == when || isEqual(peak, busiest, queues),
        subject(queue, week, "beginning of the busiest hours")
      ) { (.text(said), .text(when)) }
      let slot = Double(evidence.requirement.grid.slotLength.minutes) / 60
      log.same(
        peak.length.hours, as: Double(length) * slot, .hours,
        subject(queue, week, "length of the busiest hours"))
    }
  }

  /// Whether a stretch needs as much as the busiest but for the last digits of a sum: of two that
  /// need exactly the same the first is meant.
  private func isEqual(
    _ peak: PlanRelief.PeakWindow, _ busiest: Stretch, _ queues: [Queue.ID]
  ) -> Bool {
    let grid = evidence.requirement.grid
    guard
      let first = grid.slotIndices(of: peak.date).first(where: {
        grid.slot(at: $0)?.start == peak.start
      })
    else { return false }
    let sum = total(queues, first..<(first + length))
    return sum != busiest.sum && (sum - busiest.sum).magnitude <= busiest.sum * 1e-12
  }

  private func busiest(of queues: [Queue.ID], _ week: Int) -> Stretch? {
    var best: Stretch?
    for day in evidence.days.days[week] where !day.isHoliday {
      let slots = evidence.requirement.grid.slotIndices(of: day.date)
      var first = slots.lowerBound
      while first + length <= slots.upperBound {
        let stretch = first..<(first + length)
        let sum = total(queues, stretch)
        if sum > best?.sum ?? 1e-9 { best = Stretch(slots: stretch, sum: sum) }
        first += 1
      }
    }
    return best
  }

  private func total(_ queues: [Queue.ID], _ slots: Range<Int>) -> Double {
    queues.reduce(0) { sum, queue in
      let positions = evidence.requirement[queue]?.positions ?? []
      return sum
        + slots.clamped(to: positions.indices).reduce(0) {
          let value = positions[$1].value
          return $0 + (value.isNaN ? 0 : min(1e9, max(0, value)))
        }
    }
  }

  /// Queues by whom they share suppliers with, each set in the scenario's order.
  private var connected: [[Queue.ID]] {
    let suppliers =
      evidence.scenario.staffGroups.map { Set($0.skills) }
      + evidence.scenario.vendors.map { Set($0.skills) }
    var left = evidence.scenario.queues.map(\.id)
    var sets: [[Queue.ID]] = []
    while let first = left.first {
      var reached: Set<Queue.ID> = [first]
      var isGrowing = true
      while isGrowing {
        let more = suppliers.filter { !$0.isDisjoint(with: reached) }
          .reduce(reached) { $0.union($1) }
        isGrowing = more.count > reached.count
        reached = more
      }
      sets.append(left.filter(reached.contains))
      left.removeAll(where: reached.contains)
    }
    return sets
  }

  private func subject(_ queue: Queue.ID, _ week: Int?, _ what: String) -> Subject {
    Subject(
      .cover, what, of: queue.rawValue, week: week.map { evidence.days.weeks[$0] },
      rule: "the stretch of an ordinary day in which queues with common people need the most")
  }
}
