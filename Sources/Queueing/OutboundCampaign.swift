public import Units

/// An hour, or any other time, in which a campaign may call.
public struct DialSlot: Sendable, Hashable, Codable {
  /// When it begins, after the start of the campaign.
  public var start: Duration
  /// How long it lasts.
  public var length: Duration
  /// The share of dials that reach somebody, by attempt; later attempts have the last of them.
  public var reach: [Share]
  /// The share of those reached with whom the call succeeds, by attempt; later attempts have the
  /// last of them.
  public var success: [Share]

  /// A slot.
  public init(start: Duration, length: Duration, reach: [Share], success: [Share]) {
    self.start = start
    self.length = length
    self.reach = reach
    self.success = success
  }
}

/// Contacts that a success causes later, in another queue: a question about the delivery, a return,
/// a complaint.
public struct FollowUp: Sendable, Hashable, Codable {
  /// The queue that they come to.
  public var queue: String
  /// Contacts for one success.
  public var share: Share
  /// How long after the call.
  public var lag: Duration

  /// Contacts that come later.
  public init(queue: String, share: Share, lag: Duration) {
    self.queue = queue
    self.share = share
    self.lag = lag
  }
}

/// A list of customers to call until enough calls have succeeded.
///
/// A customer who is reached is not called again, whether the call succeeds or not; one who is not
/// reached is called again, no sooner than `retryAfter` after the start of the last attempt's slot
/// and never twice in a slot, until `maximumAttempts` have been made. Volumes are means: chance
/// moves the successes of N dials by about √N.
public struct OutboundCampaign: Sendable, Hashable, Codable {
  /// Customers on the list.
  public let list: ContactVolume
  /// The slots in which calls are allowed, in the order of time, to the date of the campaign's end.
  public let slots: [DialSlot]
  /// How often a customer is called at most.
  public let maximumAttempts: Int
  /// The least time between two attempts.
  public let retryAfter: Duration
  /// The mean time of a call that reaches somebody, its wrap-up included.
  public let reachedTime: Duration
  /// The mean time of a call that does not.
  public let unreachedTime: Duration
  /// The share of a position's time in which it calls.
  public let occupancy: Share
  /// The successes that are wanted.
  public let wanted: ContactVolume
  /// Contacts that successes cause later.
  public let followUps: [FollowUp]

  /// A campaign.
  ///
  /// Throws when a number is not sensible: see ``CampaignError``.
  public init(
    list: ContactVolume, slots: [DialSlot], maximumAttempts: Int,
    retryAfter: Duration = .zero, reachedTime: Duration, unreachedTime: Duration,
    occupancy: Share = .whole, wanted: ContactVolume, followUps: [FollowUp] = []
  ) throws(CampaignError) {
    for (name, volume) in [("list", list), ("wanted successes", wanted)] {
      guard volume.value >= 0, volume.value < .infinity else { throw .volume(name, volume) }
    }
    guard maximumAttempts >= 1 else { throw .attempts(maximumAttempts) }
    guard reachedTime > .zero, unreachedTime >= .zero, retryAfter >= .zero else { throw .time }
    guard occupancy.value > 0, occupancy.value <= 1 else { throw .share(occupancy) }
    var last = Duration.zero
    for (index, slot) in slots.enumerated() {
      guard slot.length > .zero, slot.start >= (index == 0 ? slot.start : last) else {
        throw .slot(index)
      }
      last = slot.start + slot.length
      guard !slot.reach.isEmpty, !slot.success.isEmpty else { throw .slot(index) }
      for share in slot.reach + slot.success where !(share.value >= 0 && share.value <= 1) {
        throw .share(share)
      }
    }
    for followUp in followUps where !(followUp.share.value >= 0 && followUp.share.value < .infinity)
    {
      throw .share(followUp.share)
    }
    self.list = list
    self.slots = slots
    self.maximumAttempts = maximumAttempts
    self.retryAfter = retryAfter
    self.reachedTime = reachedTime
    self.unreachedTime = unreachedTime
    self.occupancy = occupancy
    self.wanted = wanted
    self.followUps = followUps
  }

  /// The most successes that any number of positions can have, exactly: each customer is called in
  /// the slots that are best for the attempts that are left. With V(t, k) the chance of a customer
  /// from slot t on after k attempts, V(t, k) = max{V(t + 1, k), p s + (1 − p) V(t′, k + 1)}, t′ the
  /// first slot in which the next attempt is allowed (backward recursion; Bellman, Dynamic Programming,
  /// 1957). Limit: whether a customer is reached does not depend on whether he was before.
  public var most: ContactVolume {
    list * (bestChances().first?.first ?? 0)
  }
}

/// What is wrong with a campaign.
public enum CampaignError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A number of customers or successes that is negative or not finite.
  case volume(String, ContactVolume)
  /// Fewer attempts than 1.
  case attempts(Int)
  /// A time of a reached call that is not above 0, or a time below 0.
  case time
  /// A share outside of its range.
  case share(Share)
  /// A slot without a length or rates, or one that begins before the last has ended.
  case slot(Int)

  /// What is wrong and what helps.
  public var description: String {
    switch self {
    case .volume(let name, let volume): "\(name): \(volume.value); give a number of 0 or more"
    case .attempts(let attempts): "at most \(attempts) attempts; allow 1 or more"
    case .time: "a reached call takes more than 0 s, other times are not below 0 s"
    case .share(let share): "a share of \(share.value); give one from 0 to 1, occupancy above 0"
    case .slot(let index):
      "slot \(index + 1): give a length and rates, and slots in the order of time without overlap"
    }
  }
}

extension OutboundCampaign {
  /// Chance of reaching and of success when reached, of an attempt (from 0) in a slot.
  func rates(_ slot: Int, _ attempt: Int) -> (reach: Double, success: Double) {
    let slot = slots[slot]
    let reach = slot.reach[min(attempt, slot.reach.count - 1)].value
    return (reach, slot.success[min(attempt, slot.success.count - 1)].value)
  }

  /// The first slot after `slot` in which a customer may be called again.
  func nextSlot(after slot: Int) -> Int {
    var next = slot + 1
    while next < slots.count, slots[next].start - slots[slot].start < retryAfter { next += 1 }
    return next
  }

  /// V(t, k) for t = 0…slots and k = 0…attempts.
  func bestChances() -> [[Double]] {
    // More attempts than slots are never made.
    let attempts = min(maximumAttempts, slots.count)
    var chances = [[Double]](
      repeating: [Double](repeating: 0, count: attempts + 1), count: slots.count + 1)
    for slot in slots.indices.reversed() {
      let next = nextSlot(after: slot)
      for attempt in 0..<attempts {
        let (reach, success) = rates(slot, attempt)
        let dialled = reach * success + (1 - reach) * chances[next][attempt + 1]
        chances[slot][attempt] = max(chances[slot + 1][attempt], dialled)
      }
    }
    return chances
  }
}
