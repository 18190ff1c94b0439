internal import Units

extension OutboundCampaign {
  /// When a customer is called.
  enum Rule {
    /// Wherever the chance of a dial is no lower.
    case chance(Double)
    /// Where calling now is no worse than saving the attempt.
    case best([[Double]])
  }

  /// What happens, slot by slot.
  struct Course {
    var dials: [Double]
    var reached: [Double]
    var successesIn: [Double]
    var seconds: [Double]
    var successes = 0.0
    /// The same by attempt, all slots together.
    var byAttempt: [(dials: Double, reached: Double, successes: Double)] = []

    init(_ slots: Int, attempts: Int = 0) {
      byAttempt = Array(repeating: (0, 0, 0), count: attempts)
      dials = [Double](repeating: 0, count: slots)
      reached = dials
      successesIn = dials
      seconds = dials
    }

    var hours: Double { seconds.reduce(0, +) / 3600 }
    func hours(in slot: Int) -> Double { seconds[slot] / 3600 }
  }

  /// The rules among which a plan is looked for: no more than 33 chances, and the best slots.
  var rules: [Rule] {
    var chances: Set<Double> = [0]
    for slot in slots.indices {
      for attempt in 0..<min(maximumAttempts, slots.count) {
        let (reach, success) = rates(slot, attempt)
        chances.insert(reach * success)
      }
    }
    let sorted = chances.sorted()
    let most = 32
    let chosen =
      sorted.count <= most
      ? sorted : (0...most).map { sorted[$0 * (sorted.count - 1) / most] }
    return [.best(bestChances())] + chosen.map { .chance($0) }
  }

  /// Calls by `rule` with `positions` in each slot until the wanted successes are reached. Within a
  /// slot the attempts go first that succeed most for their time.
  func course(_ rule: Rule, with positions: [Double]) -> Course {
    let attempts = min(maximumAttempts, slots.count)
    var course = Course(slots.count, attempts: attempts)
    guard attempts > 0 else { return course }
    var waiting = [Double](repeating: 0, count: attempts)
    waiting[0] = list.value
    // Customers who may be called again from a slot on, by attempt.
    var returning = [[Double]](
      repeating: [Double](repeating: 0, count: attempts), count: slots.count + 1)
    for slot in slots.indices {
      for attempt in 0..<attempts { waiting[attempt] += returning[slot][attempt] }
      var budget = positions[slot] * slots[slot].length.inSeconds * occupancy.value
      let next = nextSlot(after: slot)
      for attempt in order(of: attempts, in: slot) where waiting[attempt] > 0 && budget > 0 {
        guard course.successes < wanted.value, calls(rule, slot, attempt, next) else { continue }
        let (reach, success) = rates(slot, attempt)
        let time = dialTime(slot, attempt)
        var dials = time > 0 ? min(waiting[attempt], budget / time) : waiting[attempt]
        let chance = reach * success
        if chance > 0 { dials = min(dials, (wanted.value - course.successes) / chance) }
        course.dials[slot] += dials
        course.reached[slot] += dials * reach
        course.successesIn[slot] += dials * chance
        course.seconds[slot] += dials * time
        course.successes += dials * chance
        course.byAttempt[attempt].dials += dials
        course.byAttempt[attempt].reached += dials * reach
        course.byAttempt[attempt].successes += dials * chance
        budget -= dials * time
        waiting[attempt] = max(0, waiting[attempt] - dials)
        if attempt + 1 < attempts { returning[next][attempt + 1] += dials * (1 - reach) }
      }
    }
    return course
  }

  private func dialTime(_ slot: Int, _ attempt: Int) -> Double {
    let reach = rates(slot, attempt).reach
    return reach * reachedTime.inSeconds + (1 - reach) * unreachedTime.inSeconds
  }

  private func calls(_ rule: Rule, _ slot: Int, _ attempt: Int, _ next: Int) -> Bool {
    let (reach, success) = rates(slot, attempt)
    switch rule {
    case .chance(let least):
      return reach * success >= least && reach * success > 0
    case .best(let chances):
      let dialled = reach * success + (1 - reach) * chances[next][attempt + 1]
      return dialled > 0 && dialled >= chances[slot + 1][attempt]
    }
  }

  private func order(of attempts: Int, in slot: Int) -> [Int] {
    let worth = (0..<attempts).map { attempt in
      let (reach, success) = rates(slot, attempt)
      return reach * success / max(1e-9, dialTime(slot, attempt))
    }
    return (0..<attempts).sorted { worth[$0] == worth[$1] ? $0 < $1 : worth[$0] > worth[$1] }
  }
}
