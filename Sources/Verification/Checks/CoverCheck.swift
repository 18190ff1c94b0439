internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

/// `given[q,w,b] + short[q,w,b] = required[q,w,b]`: every required hour is somebody's, or short.
struct CoverCheck: PlanCheck {
  /// Hours that waited from the week before less those that wait for the next.
  private func waits(_ queue: Queue.ID, _ week: Int, _ evidence: Evidence) -> Double {
    let carried = evidence.plan.relief?.carried.filter { $0.queue == queue } ?? []
    return carried.reduce(0) { sum, entry in
      switch entry.week {
      case week - 1: sum + entry.netTime.hours
      case week: sum - entry.netTime.hours
      default: sum
      }
    }
  }

  func run(_ evidence: Evidence, _ log: inout CheckLog) {
    for queue in evidence.scenario.queues {
      for week in evidence.weekNumbers {
        for bucket in DayBucket.allCases {
          let required =
            evidence.required(queue.id, week, bucket)
            + (bucket == .ordinary ? waits(queue.id, week, evidence) : 0)
          let given = evidence.given(queue.id, week, bucket)
          let short =
            evidence.plan.shortages.first {
              $0.queue == queue.id && $0.week == week && $0.bucket == bucket
            }?.netTime.hours ?? 0
          let parts = Double(evidence.groups.count + evidence.vendors.count + 1)
          log.same(
            short, as: max(0, required - given), .hours,
            slack: 0.01 + required * 1e-6 + parts / 3600,
            Subject(
              .cover, "net hours short \(bucket.inWords)", of: queue.id.rawValue,
              week: evidence.days.weeks[week],
              rule: "what is required and nobody gives is short"))
          log.atMost(
            given, required, .hours, slack: 0.01 + required * 1e-6 + parts / 3600,
            Subject(
              .cover, "net hours given \(bucket.inWords)", of: queue.id.rawValue,
              week: evidence.days.weeks[week], rule: "nobody works hours that no queue needs"))
        }
      }
    }
  }
}
