internal import LinearProgramming
internal import Units

/// Who gives the hours of each week in a solution, beyond the regular hours of our own people: what
/// a decision changes is the difference of two profiles.
struct WeekProfile: Sendable {
  /// Net hours short: `short[week][queue]`.
  private(set) var short: [[Double]]
  /// Net hours of each vendor: `outsourced[week][vendor][queue]`.
  private(set) var outsourced: [[[Double]]]
  /// Net hours of each group's overtime: `overtime[week][group]`.
  private(set) var overtime: [[Double]]

  init(_ model: CapacityProgram, _ solution: Solution) {
    let input = model.input
    let queues = [Double](repeating: 0, count: input.queues.count)
    let weeks = input.weekCount
    short = Array(repeating: queues, count: weeks)
    outsourced = Array(
      repeating: Array(repeating: queues, count: input.vendors.count), count: weeks)
    overtime = Array(
      repeating: [Double](repeating: 0, count: input.staff.count), count: weeks)
    for key in model.short.keys {
      short[key.week][key.queue] += solution[model.short[key]].withoutDust
    }
    for key in model.billed.keys {
      let hours = solution[model.billed[key]].withoutDust
      outsourced[key.week][key.supplier][key.queue] += model.proficiency(key.supplier) * hours
    }
    for key in model.extra.keys {
      let tier = input.tier(of: key)
      let hours = solution[model.extra[key]].withoutDust
      overtime[key.week][key.group] += (tier?.netPerPaidHour ?? 0) * hours
    }
  }

  /// What is otherwise in `other`, by week; weeks in which nothing is are left out.
  func changes(to other: WeekProfile) -> [WeekChange] {
    short.indices.compactMap { week in
      let change = WeekChange(
        week: week, short: zip(other.short[week], short[week]).map { $0 - $1 },
        outsourced: zip(other.outsourced[week], outsourced[week]).map {
          zip($0, $1).map { $0 - $1 }
        },
        overtime: zip(other.overtime[week], overtime[week]).map { $0 - $1 })
      return change.isNothing ? nil : change
    }
  }
}

/// What is otherwise in one week of two solutions, in net hours.
struct WeekChange: Sendable {
  let week: Int
  /// More hours short, by queue.
  let short: [Double]
  /// More hours of each vendor, by queue.
  let outsourced: [[Double]]
  /// More hours of overtime, by group.
  let overtime: [Double]

  /// Hours that somebody else gives, or nobody.
  var hours: Double {
    byQueue.reduce(0, +) + overtime.map { max(0, $0) }.reduce(0, +)
  }

  private var byQueue: [Double] {
    short.indices.map { queue in
      max(0, short[queue]) + outsourced.reduce(0) { $0 + max(0, $1[queue]) }
    }
  }

  var isNothing: Bool {
    let all = short + outsourced.flatMap(\.self) + overtime
    return !all.contains { $0.magnitude >= 0.05 }
  }

  /// The queue with most of it, overtime of people who serve one queue alone included; `nil` where
  /// only overtime of people who serve several changes.
  func mostOf(_ input: CapacityInput) -> Int? {
    var queues = byQueue
    for (group, hours) in overtime.enumerated() where hours > 0 {
      guard let only = input.groupSkills[group].first, input.groupSkills[group].count == 1
      else { continue }
      queues[only] += hours
    }
    let best = queues.indices.max { queues[$0] < queues[$1] }
    return best.flatMap { queues[$0] > 0.05 ? $0 : nil }
  }
}
