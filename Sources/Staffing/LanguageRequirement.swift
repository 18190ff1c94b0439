internal import BusinessCalendar
internal import Queueing
internal import Scenarios
internal import Units

/// The requirement of a queue whose languages are answered by teams of their own: the sum of theirs.
///
/// Nobody of one team helps another, so every one of them carries its own spare time; the minimum
/// of manned positions is that of all teams together.
struct LanguageRequirement {
  private let demand: SlotDemand
  private let languages: [LanguageShare]

  /// `nil` where fewer than two languages come.
  init?(_ demand: SlotDemand) {
    languages = demand.queue.staffing.languages.filter { $0.share > .zero }
    guard languages.count > 1 else { return nil }
    self.demand = demand
  }

  /// The sum of the teams, each sized by `size`.
  func sized(
    _ size: (SlotDemand) throws(UnreachableTarget) -> SizedQueue
  ) throws(UnreachableTarget) -> SizedQueue {
    let teams = try languages.map { language throws(UnreachableTarget) in
      var own = demand
      own.volume = demand.volume.map { $0 * language.share.value }
      own.minimumPositions = 0
      return (share: language.share.value, sized: try size(own))
    }
    let together = try size(demand)
    var sum = together.requirement
    var failed = together.failed
    var handled = together.handled
    var positions: [Positions] = []
    var driver: [QueueRequirement.Driver] = []
    var serviceLevel: [Share?] = []
    var occupancy: [Share] = []
    var replyRate: [Share?] = []
    for slot in demand.slots.indices {
      func mean(_ value: (SizedQueue) -> Double) -> Double {
        teams.reduce(0) { $0 + $1.share * value($1.sized) }
      }
      let numbers = teams.map { $0.sized.requirement.positions[slot].value }
      let needed = numbers.reduce(0, +)
      let minimum = demand.minimumPositions * demand.openShares[slot]
      let most = numbers.indices.max { numbers[$0] < numbers[$1] } ?? 0
      positions.append(Positions(max(needed, minimum)))
      driver.append(
        minimum > needed
          ? .minimumPositions : teams[most].sized.requirement.driver[slot])
      let level = mean { $0.requirement.serviceLevel[slot]?.value ?? .nan }
      serviceLevel.append(level.isNaN ? nil : Share(level))
      let replies = mean { $0.requirement.replyRate[slot]?.value ?? .nan }
      replyRate.append(replies.isNaN ? nil : Share(replies))
      let busy = zip(teams, numbers).reduce(0) {
        $0 + $1.0.sized.requirement.occupancy[slot].value * $1.1
      }
      occupancy.append(Share(busy > 0 ? busy / max(needed, minimum) : 0))
      failed[slot] = mean { $0.failed[slot] }
      handled[slot] = mean { $0.handled[slot] }
    }
    sum.positions = positions
    sum.driver = driver
    sum.serviceLevel = serviceLevel
    sum.occupancy = occupancy
    sum.replyRate = replyRate
    let split = LanguageSplit(
      languages: languages, apart: hours(positions),
      together: hours(together.requirement.positions))
    sum.detail.languages = split
    sum.detail.tiers = tiers(teams.map(\.sized.requirement.detail.tiers))
    sum.method += "; a team for each language ("
    sum.method += languages.map { "\($0.language) \(Text.percent($0.share.value))" }
      .joined(separator: ", ")
    sum.method += "): \(Text.count(split.apart.hours)) h, "
    sum.method += "\(Text.count(split.price.hours)) h more than one team"
    return SizedQueue(sum, failed: failed, handled: handled)
  }

  private func hours(_ positions: [Positions]) -> WorkTime {
    WorkTime(
      hours: zip(demand.slots, positions).reduce(0) {
        $0 + Double($1.0.minutes) / 60 * $1.1.value
      })
  }

  /// The tiers of all teams together.
  private func tiers(_ teams: [[TierService]]) -> [TierService] {
    guard let first = teams.first else { return [] }
    return first.indices.map { tier in
      let same = teams.compactMap { $0.indices.contains(tier) ? $0[tier] : nil }
      return TierService(
        priority: first[tier].priority, segments: first[tier].segments, share: first[tier].share,
        weeks: first[tier].weeks.indices.map { week in
          TierService.Week(
            adding: same.compactMap { $0.weeks.indices.contains(week) ? $0.weeks[week] : nil })
        })
    }
  }
}

extension QueueRequirement {
  /// Says of work that can wait, or of calls that we place, that its languages need no more people
  /// apart than together: it is spread evenly whoever does it, so that the teams' positions sum up.
  mutating func note(languages demand: SlotDemand) {
    let languages = demand.queue.staffing.languages.filter { $0.share > .zero }
    guard languages.count > 1 else { return }
    let hours = WorkTime(
      hours: zip(demand.slots, positions).reduce(0) {
        $0 + Double($1.0.minutes) / 60 * $1.1.value
      })
    detail.languages = LanguageSplit(languages: languages, apart: hours, together: hours)
    let names = languages.map { "\($0.language) \(Text.percent($0.share.value))" }
    note([
      "a team for each language (\(names.joined(separator: ", "))): no more hours than one team"
    ])
  }
}

extension TierService.Week {
  /// The same week of several teams.
  fileprivate init(adding weeks: [TierService.Week]) {
    let contacts = weeks.map(\.contacts).total().value
    func mean(_ share: (TierService.Week) -> Share?) -> Share? {
      let parts = weeks.filter { $0.contacts > .zero }
      guard contacts > 0, parts.allSatisfy({ share($0) != nil }) else { return nil }
      return Share(
        parts.reduce(0) { $0 + $1.contacts.value * (share($1)?.value ?? 0) } / contacts)
    }
    let answered = weeks.map { $0.contacts.value * (1 - ($0.abandonment?.value ?? 0)) }
    let total = answered.reduce(0, +)
    let waits = zip(weeks, answered).filter { $0.1 > 0 }.reduce(0) {
      $0 + $1.1 * ($1.0.averageSpeedOfAnswer?.inSeconds ?? .infinity)
    }
    let wait = waits / total
    self.init(
      contacts: ContactVolume(contacts), serviceLevel: mean(\.serviceLevel),
      abandonment: mean(\.abandonment),
      averageSpeedOfAnswer: wait.isFinite ? .seconds(wait) : nil)
  }
}
