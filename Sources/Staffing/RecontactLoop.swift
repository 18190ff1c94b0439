internal import BusinessCalendar
internal import Scenarios
internal import Units

/// Contacts that fail in one queue, or are not settled there, and come to another after a while.
///
/// The contacts of queue i in slot t are first ones and those that come again,
///
///   L_j(t) = λ_j(t) + Σ_i Σ_s [ a_ij f_i(s) + b_ij h_i(s) ] L_i(s) w_ij(s, t),
///
/// f and h the shares of i's contacts that fail and are handled with the requirement of L_i, a and b
/// the shares of these that come to j, w the part of what happens in s that comes in t: everything
/// falls evenly into its slot and comes after the delay, so that it is divided over two slots; who
/// comes while the queue is closed comes when it opens next; what comes after the horizon is not
/// counted. See `RecontactNetwork` for why there is one solution where not everybody comes again.
///
/// For given shares the slots are solved in their order, each by sweeps between its queues. Then the
/// requirement of every queue whose volume changed is made anew, and with it the shares, until no
/// volume changes by more than 10⁻⁶, for at most 30 rounds.
struct RecontactLoop {
  private static let mostRounds = 30
  private static let mostSweeps = 20_000
  private static let tolerance = 1e-6

  /// One way from a queue to another.
  private struct Way {
    let from: Int
    let to: Int
    let ofFailed: Double
    let ofHandled: Double
    /// Whole slots of the delay, and the part of a slot.
    let slots: Int
    let part: Double
  }

  private let first: [SlotDemand]
  private let ways: [Way]
  /// For each queue and slot, the slot in which somebody comes who would come in that one.
  private let comes: [[Int]]

  init(_ demands: [SlotDemand], slotLength: Duration) {
    first = demands
    let seconds = max(1, slotLength.inSeconds)
    let count = demands.first?.slots.count ?? 0
    ways = demands.indices.flatMap { from in
      demands[from].queue.staffing.escalations.compactMap { escalation -> Way? in
        guard let to = demands.firstIndex(where: { $0.queue.id == escalation.queue }),
          escalation.ofFailed > .zero || escalation.ofHandled > .zero
        else { return nil }
        let delay = min(Double(count), max(0, escalation.delay.inSeconds / seconds))
        let whole = delay.rounded(.down)
        return Way(
          from: from, to: to, ofFailed: min(1, escalation.ofFailed.value),
          ofHandled: min(1, escalation.ofHandled.value), slots: Int(whole), part: delay - whole)
      }
    }
    comes = demands.map { demand in
      var next = count
      return demand.openShares.indices.reversed().map { slot in
        if demand.openShares[slot] > 0 || !demand.queue.channel.isImmediate { next = slot }
        return next
      }
      .reversed()
    }
  }

  /// The requirement of every queue with all contacts that come.
  func sized(
    _ size: (Int, SlotDemand) throws(UnreachablePromise) -> SizedQueue
  ) throws(UnreachablePromise) -> [SizedQueue] {
    var demands = first
    var sized = try demands.indices.map { queue throws(UnreachablePromise) in
      try size(queue, demands[queue])
    }
    guard !ways.isEmpty else { return sized }
    var isSettled = false
    for _ in 0..<Self.mostRounds {
      let flow = volumes(sized)
      var change = 0.0
      for queue in demands.indices {
        let old = demands[queue].volume
        let moved = zip(old, flow.volumes[queue]).map { abs($0 - $1) }.reduce(0, +)
        guard moved > 0 else { continue }
        let total = flow.volumes[queue].reduce(0, +)
        change = max(change, moved / max(total, 1e-300))
        // What changes this little is settled.
        guard moved > 1e-9 * total else { continue }
        demands[queue].volume = flow.volumes[queue]
        sized[queue] = try size(queue, demands[queue])
      }
      isSettled = flow.isSettled && change <= Self.tolerance
      if isSettled || !flow.isSettled { break }
    }
    for queue in Set(ways.map(\.to)).sorted() {
      sized[queue].requirement.note(
        first: first[queue].volume.reduce(0, +), all: demands[queue].volume.reduce(0, +),
        from: ways.filter { $0.to == queue }.map { first[$0.from].queue.id.rawValue },
        isSettled: isSettled)
    }
    return sized
  }

  /// The contacts of every queue for the shares of `sized`.
  private func volumes(_ sized: [SizedQueue]) -> (volumes: [[Double]], isSettled: Bool) {
    var volumes = first.map(\.volume)
    let count = volumes.first?.count ?? 0
    var isSettled = true
    for slot in 0..<count {
      // Of one contact of each way's queue, what comes again; and what a campaign's calls cause.
      let again = ways.map { way in
        let queue = sized[way.from]
        return way.ofFailed * queue.failed[slot] + way.ofHandled * queue.handled[slot]
      }
      for way in ways {
        let caused = way.ofHandled * sized[way.from].reached[slot]
        for (place, part) in arrivals(way, slot) where caused > 0 {
          volumes[way.to][place] += caused * part
        }
      }
      let inside = ways.map { way in
        arrivals(way, slot).filter { $0.0 == slot }.map(\.1).reduce(0, +)
      }
      let here = volumes.map { $0[slot] }
      let all = settle(here, again, inside)
      if all == nil { isSettled = false }
      let contacts = all ?? once(here, again, inside)
      for queue in volumes.indices { volumes[queue][slot] = contacts[queue] }
      for (index, way) in ways.enumerated() {
        for (place, part) in arrivals(way, slot) where place != slot {
          volumes[way.to][place] += contacts[way.from] * again[index] * part
        }
      }
    }
    return (volumes, isSettled)
  }

  /// The slots in which what happens in `slot` comes again, and how much of it in each.
  private func arrivals(_ way: Way, _ slot: Int) -> [(Int, Double)] {
    let parts = [(slot + way.slots, 1 - way.part), (slot + way.slots + 1, way.part)]
    return parts.compactMap { place, part in
      let slots = comes[way.to]
      guard part > 0, slots.indices.contains(place), slots[place] < slots.count else { return nil }
      return (slots[place], part)
    }
  }

  /// The contacts of one slot, those that come again in it included; `nil` where they have no end.
  private func settle(_ first: [Double], _ again: [Double], _ inside: [Double]) -> [Double]? {
    guard zip(again, inside).contains(where: { $0 * $1 > 0 }) else { return first }
    let total = first.reduce(0, +)
    var contacts = first
    for _ in 0..<Self.mostSweeps {
      var next = first
      for (index, way) in ways.enumerated() {
        next[way.to] += contacts[way.from] * again[index] * inside[index]
      }
      let change = zip(next, contacts).map { abs($0 - $1) }.reduce(0, +)
      contacts = next
      if change <= 1e-12 * total { return contacts }
      if contacts.reduce(0, +) > 1e9 * total { return nil }
    }
    return nil
  }

  /// The contacts of one slot when each comes again but once.
  private func once(_ first: [Double], _ again: [Double], _ inside: [Double]) -> [Double] {
    var contacts = first
    for (index, way) in ways.enumerated() {
      contacts[way.to] += first[way.from] * again[index] * inside[index]
    }
    return contacts
  }
}

extension QueueRequirement {
  /// Says how many of the contacts come again.
  fileprivate mutating func note(first: Double, all: Double, from: [String], isSettled: Bool) {
    let again = max(0, all - first)
    detail.recontacts = RecontactVolume(
      firstContacts: ContactVolume(first), recontacts: ContactVolume(again), isSettled: isSettled)
    method += "; \(Text.count(first)) first contacts and \(Text.count(again)) that come again from "
    method += from.joined(separator: ", ")
    if !isSettled {
      method += " (they would come again without end, and are counted once: let some of them give "
      method += "up, or settle more)"
    }
  }
}
