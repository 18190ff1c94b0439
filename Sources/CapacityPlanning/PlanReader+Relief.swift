internal import BusinessCalendar
internal import LinearProgramming
internal import Scenarios
internal import Units

// What the rarer rules decided.
extension PlanReader {
  /// Carried work, seats beyond sites' own and busiest hours; `nil` where no rule asks for any.
  var relief: PlanRelief? {
    let policy = input.scenario.policy
    guard
      policy.peakHours != nil || !model.relief.backlog.keys.isEmpty
        || !model.relief.overflow.keys.isEmpty
    else { return nil }
    return PlanRelief(carried: carried, extraSeats: extraSeats, peaks: peaks)
  }

  private var carried: [PlanRelief.CarriedWork] {
    model.relief.backlog.keys.compactMap { key in
      let time = WorkTime(hours: value(model.relief.backlog[key]))
      guard time > .zero else { return nil }
      return PlanRelief.CarriedWork(
        queue: input.queues[key.queue].id, week: key.week, netTime: time)
    }.sorted { ($0.week, $0.queue) < ($1.week, $1.queue) }
  }

  private var extraSeats: [PlanRelief.ExtraSeats] {
    model.relief.overflow.keys.compactMap { key in
      let seats = value(model.relief.overflow[key])
      guard seats > 0 else { return nil }
      return PlanRelief.ExtraSeats(
        site: input.scenario.sites[key.site].id, week: key.week, seats: Headcount(seats))
    }
  }

  private var peaks: [PlanRelief.PeakWindow] {
    input.peaks.sorted { ($0.week, $0.date) < ($1.week, $1.date) }.flatMap { peak in
      peak.positions.map { entry in
        func positions(
          _ family: VariableFamily<WorkKey>, of suppliers: Range<Int>
        ) -> Positions {
          Positions(
            suppliers.reduce(0) { sum, supplier in
              let key = WorkKey(
                supplier: supplier, queue: entry.queue, week: peak.week, bucket: .ordinary)
              return sum + value(family.variable(for: key))
            })
        }
        let key = QueueWeek(queue: entry.queue, week: peak.week)
        return PlanRelief.PeakWindow(
          queue: input.queues[entry.queue].id, week: peak.week, date: peak.date,
          start: peak.start, length: WorkTime(hours: peak.hours),
          required: Positions(entry.needed),
          ownPositions: positions(model.relief.ownPeak, of: input.staff.indices),
          vendorPositions: positions(model.relief.vendorPeak, of: input.vendors.indices),
          missing: WorkTime(hours: value(model.relief.absent.variable(for: key))))
      }
    }
  }

  /// Seats of a vendor whose people are there in the busiest hours of a week.
  func seatsAtPeak(of vendor: Int, _ week: Int) -> Double {
    guard let rule = input.scenario.policy.peakHours else { return 0 }
    let net =
      rule.attendance.value.bounded(to: 0...1) * input.showRate(vendor)
      * model.proficiency(vendor)
    guard net > 0 else { return 0 }
    return input.peaks.filter { $0.week == week }.map { peak in
      peak.positions.reduce(0) { sum, entry in
        let key = WorkKey(
          supplier: vendor, queue: entry.queue, week: week, bucket: .ordinary)
        return sum + value(model.relief.vendorPeak.variable(for: key))
      } / net
    }.max() ?? 0
  }
}
