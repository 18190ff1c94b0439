internal import Queueing
internal import Scenarios
internal import Units

/// A pool in which calls come first and chats fill the time that is left.
struct VoiceFirstTeam {
  private let members: [PooledTeam.Member]
  private let team: VoiceAndChatTeam?

  /// - Parameter isExact: whether every number of calls is told apart.
  init(_ members: [PooledTeam.Member], isExact: Bool) {
    self.members = members
    let chats = members.filter { $0.queue.isChat }
    let voice = VoiceFirstTeam.merged(members.filter { !$0.queue.isChat })
    let times = VoiceFirstTeam.chatTimes(chats)
    let chat = VoiceFirstTeam.merged(chats)
    team = times.map { times in
      var team = VoiceAndChatTeam(
        calls: ContactVolume(voice.rate), callTime: .seconds(voice.seconds),
        callPatience: voice.patience, chats: ContactVolume(chat.rate), chatTimes: times,
        chatPatience: chat.patience, heldChats: .paused, during: .seconds(1))
      team.mostCallStates = isExact ? nil : PooledTeam.callCells
      return team
    }
  }

  private static func merged(
    _ members: [PooledTeam.Member]
  ) -> (rate: Double, seconds: Double, patience: Duration?) {
    let rate = members.map(\.rate).reduce(0, +)
    guard rate > 0 else { return (0, 1, nil) }
    let load = members.map(\.load).reduce(0, +)
    let leaving =
      members.map { member in
        member.rate * (member.staffed.patience.map { 1 / max(1e-3, $0.inSeconds) } ?? 0)
      }.reduce(0, +) / rate
    return (rate, load / rate, leaving > 0 ? .seconds(1 / leaving) : nil)
  }

  /// The chats' times by the chats held: those of one queue, else the mean at the smallest
  /// concurrency, in the time of an agent that a chat takes.
  private static func chatTimes(_ chats: [PooledTeam.Member]) -> ChatHandleTimes? {
    guard let first = chats.first else { return try? ChatHandleTimes([.seconds(1)]) }
    let given = first.queue.staffing.chat?.handleTimes ?? []
    let own = first.queue.handleTime.inSeconds
    if chats.count == 1, !given.isEmpty, own > 0 {
      let factor = first.seconds / own
      return try? ChatHandleTimes(given.map { .seconds($0.inSeconds * factor) })
    }
    let most = chats.map(\.staffed.concurrency).min() ?? 1
    let rate = chats.map(\.rate).reduce(0, +)
    guard rate > 0 else { return try? ChatHandleTimes([.seconds(1)]) }
    let load = chats.map { $0.load * most / $0.staffed.concurrency }.reduce(0, +)
    let time = Duration.seconds(load / rate)
    return try? ChatHandleTimes(Array(repeating: time, count: Int(most)))
  }

  /// The fewest positions that keep every promise, at least `minimum`; `nil` where one cannot be kept.
  func need(atLeast minimum: Double) -> PooledTeam.Need? {
    guard let team else { return nil }
    let calls = members.filter { !$0.queue.isChat }
    let chats = members.filter { $0.queue.isChat }
    let none = ServiceConditions()
    var need = PooledTeam.Need(
      positions: minimum, driver: minimum > 0 ? .minimumPositions : .none)
    for index in 0..<max(calls.count, chats.count) {
      func conditions(_ members: [PooledTeam.Member]) -> ServiceConditions {
        members.isEmpty ? none : members[min(index, members.count - 1)].staffed.conditions
      }
      guard
        let required = try? team.positions(meeting: conditions(calls), chats: conditions(chats))
      else { return nil }
      guard required.positions.value > need.positions else { continue }
      need.positions = required.positions.value
      switch required.binding {
      case .calls(let condition), .chats(let condition):
        need.driver = QueueRequirement.Driver(condition)
      case nil: need.driver = .none
      }
    }
    need.serviceLevels = serviceLevels(with: need.positions)
    need.occupancy = performance(need.positions, .zero, .zero)?.occupancy?.value ?? 0
    return need
  }

  /// The service level of each queue, by its own definition.
  func serviceLevels(with positions: Double) -> [Double?] {
    members.map { member in
      let conditions = member.staffed.conditions
      let performance = performance(positions, conditions.answerTime, conditions.answerTime)
      let service = member.queue.isChat ? performance?.chats : performance?.calls
      return service?.serviceLevels[conditions.definition]?.value
    }
  }

  /// What so many positions do for calls and for chats.
  func performance(
    _ positions: Double, _ callTime: Duration, _ chatTime: Duration
  ) -> VoiceAndChatPerformance? {
    try? team?.performance(
      with: Positions(positions), callsWithin: callTime, chatsWithin: chatTime)
  }
}

extension Queue {
  /// Whether its contacts are chats.
  var isChat: Bool { if case .chat = channel { true } else { false } }
}
