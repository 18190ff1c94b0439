public import BusinessCalendar
public import PayRules
public import Scenarios
internal import Staffing
internal import Units

/// How much of what the pay rules pay by the clock the work of a queue brings, in one week on one kind
/// of day.
public struct ClockPayOfQueue: Sendable, Equatable, Codable {
  /// The queue.
  public let queue: Queue.ID
  /// The number of the week.
  public let week: Int
  /// The kind of day.
  public let bucket: DayBucket
  /// The rule's code, such as `JP_NIGHT25`.
  public let code: String
  /// The first day of the week under the law that pays it.
  public let from: LocalDate
  /// Hours in the window, or shifts that are paid, for one hour of the queue's work.
  public let perHour: Double

  /// So much of one rule.
  public init(
    queue: Queue.ID, week: Int, bucket: DayBucket, code: String, from: LocalDate, perHour: Double
  ) {
    self.queue = queue
    self.week = week
    self.bucket = bucket
    self.code = code
    self.from = from
    self.perHour = perHour
  }
}

extension ClockPayOfQueue {
  /// What each queue's work brings, as far as the requirement's hours lie in the windows of the law in
  /// force on their day.
  ///
  /// The hours of a queue that are required in the window ÷ all of the week's on that kind of day. Of
  /// an amount for a shift: ÷ the hours of a shift that can lie in the window, the daily hours or what
  /// the queue has open of the window, whichever is less; and none on days on which that is less than
  /// a shift needs.
  static func all(
    of scenario: Scenario, _ requirement: StaffingRequirement, _ calendar: PlanCalendar
  ) -> [ClockPayOfQueue] {
    guard scenario.payRules.contains(where: { $0.clockPay != nil }) else { return [] }
    let starts = requirement.grid.slots.map(\.start)
    let slot = requirement.grid.slotLength.minutes
    let slotHours = requirement.grid.slotLength.duration.inHours
    return calendar.weeks.indices.flatMap { week in
      let laws = scenario.laws(in: calendar.weeks[week])
      return scenario.queues.flatMap { queue -> [ClockPayOfQueue] in
        guard let positions = requirement[queue.id]?.positions else { return [] }
        func hours(_ day: PlanCalendar.Day, _ share: (LocalTime) -> Double) -> (Double, Double) {
          requirement.grid.slotIndices(of: day.date).clamped(to: positions.indices)
            .reduce(into: (0, 0)) { sum, slot in
              let value = positions[slot].value.bounded(to: 0...1e9)
              let inside = value > 0 ? share(starts[slot]) * slotHours : 0
              sum.0 += value * inside
              sum.1 += inside
            }
        }
        return DayBucket.allCases.flatMap { bucket -> [ClockPayOfQueue] in
          let days = calendar.days[week].filter { $0.bucket == bucket }
          let all = days.reduce(0) { $0 + hours($1) { _ in 1 }.0 }
          guard all > 0 else { return [] }
          return laws.flatMap { law -> [ClockPayOfQueue] in
            let own = days.filter { law.days.contains($0.date) }
            guard let pack = law.pack, let first = own.first else { return [] }
            return (pack.clockPay ?? []).compactMap { pay in
              let units = own.reduce(0) { sum, day in
                let (needed, open) = hours(day) { pay.share(ofIntervalFrom: $0, minutes: slot) }
                return sum + pay.units(of: needed, open: open, day: pack.dailyHours.hours)
              }
              guard units > 0 else { return nil }
              return ClockPayOfQueue(
                queue: queue.id, week: week, bucket: bucket, code: pay.code, from: first.date,
                perHour: units / all)
            }
          }
        }
      }
    }
  }
}

extension CapacityPlan {
  /// The shifts with an allowance that an hour of a group's work brings on ordinary days of a week, by
  /// rule: of its queues, each as much as it needs. Overtime lengthens shifts and brings none.
  public func shiftsPerHour(
    of group: StaffGroup, week: Int, in scenario: Scenario
  ) -> [(pay: ClockPay, rules: RulePack, from: LocalDate, perHour: Double)] {
    let needs = requirement.filter { group.skills.contains($0.queue) }
      .map { (queue: $0.queue, hours: $0.ordinary[week].hours) }
    return ClockPayOfQueue.shiftsPerHour(clockPay ?? [], week: week, needs: needs, in: scenario)
  }
}

extension ClockPayOfQueue {
  static func shiftsPerHour(
    _ entries: [ClockPayOfQueue], week: Int, needs: [(queue: Queue.ID, hours: Double)],
    in scenario: Scenario
  ) -> [(pay: ClockPay, rules: RulePack, from: LocalDate, perHour: Double)] {
    let all = needs.reduce(0) { $0 + $1.hours }
    var found: [(pay: ClockPay, rules: RulePack, from: LocalDate, perHour: Double)] = []
    guard all > 0 else { return [] }
    for entry in entries where entry.week == week && entry.bucket == .ordinary {
      guard let need = needs.first(where: { $0.queue == entry.queue }),
        let rules = scenario.payRules(on: entry.from),
        let pay = rules.clockPay?.first(where: { $0.code == entry.code }),
        case .perShift = pay.amount
      else { continue }
      let part = entry.perHour * need.hours / all
      if let place = found.firstIndex(where: { $0.pay.code == entry.code && $0.from == entry.from })
      {
        found[place].perHour += part
      } else {
        found.append((pay, rules, entry.from, part))
      }
    }
    return found
  }
}

extension ClockPay {
  /// The hours or shifts that are paid for `needed` hours in the window on a day on which it is `open`
  /// so long.
  fileprivate func units(of needed: Double, open: Double, day: Double) -> Double {
    guard case .perShift(_, let least) = amount else { return needed }
    let ofShift = min(open, day)
    return ofShift > 0 && ofShift >= least.hours ? needed / ofShift : 0
  }
}

extension CapacityInput {
  /// What pay by the clock costs for one net hour of a group's work for a queue, in major units.
  func clockCost(_ group: Int, _ queue: Int, _ week: Int, _ bucket: DayBucket) -> Double {
    guard !clockPay.isEmpty else { return 0 }
    let member = scenario.staffGroups[group]
    let cost = clockPay.reduce(0.0) { sum, entry in
      guard entry.week == week, entry.bucket == bucket, entry.queue == queues[queue].id,
        let rules = scenario.payRules(on: entry.from),
        let pay = rules.clockPay?.first(where: { $0.code == entry.code })
      else { return sum }
      let unit = member.rate(of: pay, under: rules, in: scenario.currency)
      return sum + entry.perHour * (unit.rate * unit.multiplier).approximateMinorUnits
    }
    return cost * member.presentHours(forNetHourIn: calendar.weeks[week]) / scale
  }

  /// What pay by the clock costs for one net hour of a group's work, for each of its queues as much as it
  /// needs, in major units.
  func clockCost(_ group: Int, _ week: Int, _ bucket: DayBucket) -> Double {
    let skills = groupSkills[group]
    let all = skills.reduce(0) { $0 + required($1, week, bucket) }
    guard !clockPay.isEmpty, all > 0 else { return 0 }
    return skills.reduce(0) {
      $0 + clockCost(group, $1, week, bucket) * required($1, week, bucket) / all
    }
  }

  /// What an hour of a group's overtime on working days saves of allowances that its work would bring,
  /// were it shifts of its own, in major units.
  func allowancesSaved(_ group: Int, _ week: Int) -> Double {
    guard !clockPay.isEmpty else { return 0 }
    let member = scenario.staffGroups[group]
    let needs = groupSkills[group].map {
      (queue: queues[$0].id, hours: required($0, week, .ordinary))
    }
    return ClockPayOfQueue.shiftsPerHour(clockPay, week: week, needs: needs, in: scenario)
      .reduce(0) { sum, entry in
        let unit = member.rate(of: entry.pay, under: entry.rules, in: scenario.currency)
        return sum + entry.perHour * (unit.rate * unit.multiplier).approximateMinorUnits / scale
      }
  }
}
