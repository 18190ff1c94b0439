public import Units

/// What a campaign does in one slot.
public struct CampaignSlot: Sendable, Hashable, Codable {
  /// When it begins, after the start of the campaign.
  public let start: Duration
  /// How long it lasts.
  public let length: Duration
  /// Calls that are made.
  public let dials: ContactVolume
  /// Calls that reach somebody.
  public let reached: ContactVolume
  /// Calls that succeed.
  public let successes: ContactVolume
  /// Time on the phone.
  public let talkTime: WorkTime
  /// Positions that it takes: talk time over length and occupancy.
  public let positions: Positions
}

/// What comes of the first, second, … attempt on a customer, all slots together.
public struct CampaignAttempt: Sendable, Hashable, Codable {
  /// Calls that are made.
  public let dials: ContactVolume
  /// Calls that reach somebody.
  public let reached: ContactVolume
  /// Calls that succeed.
  public let successes: ContactVolume
}

/// Contacts that come to another queue because calls succeeded.
public struct LaterContacts: Sendable, Hashable, Codable {
  /// The queue.
  public let queue: String
  /// When they begin to come, after the start of the campaign.
  public let start: Duration
  /// The time over which they come.
  public let length: Duration
  /// How many they are.
  public let contacts: ContactVolume
}

/// How a campaign is run, slot by slot.
public struct CampaignPlan: Sendable, Hashable, Codable {
  /// Whether the wanted successes are reached.
  public let isReached: Bool
  /// The successes of this plan: those wanted, or the most that was found within the positions.
  public let successes: ContactVolume
  /// The most that any number of positions could have.
  public let most: ContactVolume
  /// The slots in which calls are allowed, those without any calls included.
  public let slots: [CampaignSlot]
  /// What comes of each attempt that is made, the first in front.
  public let attempts: [CampaignAttempt]
  /// Contacts in other queues, by the order of the follow-ups, then of time.
  public let laterContacts: [LaterContacts]

  /// Calls in all.
  public var dials: ContactVolume { slots.map(\.dials).total() }
  /// Time on the phone in all.
  public var talkTime: WorkTime { slots.map(\.talkTime).total() }
  /// The most positions of any slot.
  public var positions: Positions { slots.map(\.positions).max() ?? .zero }
}

extension OutboundCampaign {
  /// The plan with the fewest positions, the same in all slots that call, that reaches the wanted
  /// successes: a team of its own.
  ///
  /// Looked for among rules that call wherever the chance of a dial is no lower than some chance,
  /// and the rule that saves a customer's attempts for the best slots; of equal ones the plan of
  /// the fewest hours. Other rules may need slightly fewer. With `limit` no slot has more
  /// positions. Where the successes are out of reach the plan is that of the most successes, and
  /// says so.
  public func plan(atMost limit: Positions? = nil) -> CampaignPlan {
    let limit = limit.map { $0.value > 0 ? $0.value : 0 } ?? .infinity
    var best: (positions: Double, course: Course)?
    for rule in rules {
      let bound = best?.positions ?? limit
      guard let found = fewest(rule, below: bound) else { continue }
      if let best, found.positions > best.positions * (1 - 1e-9),
        found.course.hours >= best.course.hours
      {
        continue
      }
      best = found
    }
    if let best { return plan(of: best.course) }
    return plan(of: most(with: slots.map { _ in limit }))
  }

  /// The plan with the fewest hours that reaches the wanted successes with the positions that other
  /// work leaves free in each slot; slots beyond the last number have none. The rules are those of
  /// ``plan(atMost:)``; where the successes are out of reach the plan is that of the most successes
  /// found, and says so.
  public func plan(blendedInto free: [Positions]) -> CampaignPlan {
    let free = slots.indices.map { index in
      index < free.count && free[index].value > 0 ? free[index].value : 0
    }
    return plan(of: most(with: free))
  }

  /// The course of the most successes; of those that reach what is wanted, of the fewest hours.
  private func most(with positions: [Double]) -> Course {
    var best = Course(slots.count)
    for rule in rules {
      let course = course(rule, with: positions)
      let more = course.successes - best.successes
      let same = abs(more) <= 1e-9 * max(1, wanted.value)
      if same ? (best.hours == 0 || course.hours < best.hours) : more > 0 { best = course }
    }
    return best
  }

  /// The fewest positions below `bound` with which `rule` reaches the wanted successes. As calling
  /// early can use up attempts, more positions need not have more; so the least is looked for on a
  /// scale, and then between its points.
  private func fewest(_ rule: Rule, below bound: Double) -> (positions: Double, course: Course)? {
    func tried(_ positions: Double) -> Course {
      course(rule, with: slots.map { _ in positions })
    }
    guard isReached(tried(bound)) else { return nil }
    let whole = tried(.infinity)
    let largest = slots.indices.map { positions(of: whole.hours(in: $0), in: $0) }.max() ?? 0
    let top = min(bound, max(largest, 1e-9))
    let steps = 40
    var low = 0.0
    var high = top
    for step in 0..<steps {
      // From a ten-thousandth of the top up, by a quarter each time.
      let next = top * power(1.26, step - steps + 1)
      guard !isReached(tried(next)) else {
        high = next
        break
      }
      low = next
    }
    for _ in 0..<60 where high - low > 1e-10 * high {
      let middle = (low + high) / 2
      if isReached(tried(middle)) { high = middle } else { low = middle }
    }
    return (high, tried(high))
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<abs(exponent) { power *= base }
    return exponent < 0 ? 1 / power : power
  }

  private func isReached(_ course: Course) -> Bool {
    course.successes >= wanted.value * (1 - 1e-12)
  }

  func positions(of hours: Double, in slot: Int) -> Double {
    hours / (slots[slot].length.inHours * occupancy.value)
  }

  private func attempts(of course: Course) -> [CampaignAttempt] {
    let last = course.byAttempt.lastIndex { $0.dials > 0 } ?? -1
    return course.byAttempt.prefix(last + 1).map { attempt in
      CampaignAttempt(
        dials: ContactVolume(attempt.dials), reached: ContactVolume(attempt.reached),
        successes: ContactVolume(attempt.successes))
    }
  }

  private func plan(of course: Course) -> CampaignPlan {
    let outcomes = slots.indices.map { index in
      CampaignSlot(
        start: slots[index].start, length: slots[index].length,
        dials: ContactVolume(course.dials[index]), reached: ContactVolume(course.reached[index]),
        successes: ContactVolume(course.successesIn[index]),
        talkTime: WorkTime(hours: course.hours(in: index)),
        positions: Positions(positions(of: course.hours(in: index), in: index)))
    }
    let later = followUps.flatMap { followUp in
      outcomes.filter { $0.successes > .zero }.map { slot in
        LaterContacts(
          queue: followUp.queue, start: slot.start + followUp.lag, length: slot.length,
          contacts: slot.successes * followUp.share.value)
      }
    }
    return CampaignPlan(
      isReached: isReached(course), successes: ContactVolume(course.successes), most: most,
      slots: outcomes, attempts: attempts(of: course), laterContacts: later)
  }
}
