public import Queueing
internal import Units

/// The models of the calculator.
public enum StaffingModel: String, Sendable, Hashable, Codable, CaseIterable {
  /// Nobody leaves.
  case erlangC = "erlang-c"
  /// Customers leave after a while.
  case erlangA = "erlang-a"
  /// Places to wait are limited.
  case finiteBuffer = "finite-buffer"
  /// Those who left call again.
  case redials
  /// Several chats at once.
  case chat
}

/// Why a question has no answer.
public enum StaffingQuestionError: Error, Sendable, Hashable, CustomStringConvertible {
  /// No number of positions meets a condition.
  case unreachable(UnreachableTarget)
  /// The chat times describe no desk.
  case chatTimes(InvalidChatTimes)
  /// More than the formulas are exact for; the load in erlangs.
  case tooLarge(Double)
  /// Redials without patience: nobody leaves, so nobody calls again.
  case redialsWithoutPatience
  /// A promise of abandonment without patience: nobody leaves, so any number of positions keeps it.
  case abandonmentWithoutPatience
  /// A promise of contacts turned away without a limit of places: nobody is turned away.
  case blockingWithoutPlaces
  /// A longest chat without chat times: contacts come one at a time.
  case longestChatWithoutChats
  /// Two things that no model of the calculator has together.
  case notTogether(String, String)

  /// What is wrong and what helps.
  public var description: String {
    switch self {
    case .unreachable(let target): target.description
    case .chatTimes(let times): times.description
    case .tooLarge(let load):
      "\(load) erlangs are more than \(Int(StaffingQuestion.mostErlangs)), up to which the formulas "
        + "are exact: check volume, interval and handle time"
    case .redialsWithoutPatience:
      "nobody leaves, so nobody calls again: say how long customers wait (patience)"
    case .abandonmentWithoutPatience:
      "an abandonment is promised, but nobody leaves: say how long customers wait (patience)"
    case .blockingWithoutPlaces:
      "a share turned away is promised, but everybody may wait: say how many places there are"
    case .longestChatWithoutChats:
      "a longest chat is given, but contacts come one at a time: say how long a chat takes with one, "
        + "two, … at once (chat times)"
    case .notTogether(let first, let second):
      "\(first) and \(second) cannot be asked together; leave one out"
    }
  }
}

extension StaffingQuestion {
  /// The largest load that is answered.
  static let mostErlangs = 1e7

  /// The model that answers the question.
  public var model: StaffingModel {
    if !chatHandleTimes.isEmpty { return .chat }
    if waitingPlaces != nil { return .finiteBuffer }
    if redialing != nil { return .redials }
    return patience == nil ? .erlangC : .erlangA
  }

  /// The same question to plain Erlang C: nobody leaves, everybody may wait, one contact at a time,
  /// a rate that is known. Promises that it cannot break are left out.
  public var plain: StaffingQuestion {
    var conditions = conditions
    conditions.abandonment = nil
    conditions.blocking = nil
    return StaffingQuestion(
      volume: volume, during: interval, handleTime: handleTime, conditions: conditions,
      shrinkage: shrinkage)
  }

  /// The queue of the question.
  func queue() throws(StaffingQuestionError) -> any ServiceModel {
    guard load.value <= Self.mostErlangs else { throw .tooLarge(load.value) }
    if conditions.abandonment != nil, patience == nil { throw .abandonmentWithoutPatience }
    if conditions.blocking != nil, waitingPlaces == nil { throw .blockingWithoutPlaces }
    let certain = try certainQueue()
    guard let uncertainty, uncertainty.value > 0 else { return certain }
    func uncertain(_ queue: some ServiceModel) -> any ServiceModel {
      UncertainLoad(queue, variation: uncertainty.value)
    }
    return uncertain(certain)
  }

  private func certainQueue() throws(StaffingQuestionError) -> any ServiceModel {
    let queue = ErlangA(load: load, handleTime: handleTime, patience: patience)
    if !chatHandleTimes.isEmpty {
      if waitingPlaces != nil { throw .notTogether("chats at once", "limited places") }
      if redialing != nil { throw .notTogether("chats at once", "redials") }
      do throws(InvalidChatTimes) {
        return ChatQueue(
          volume: volume, during: interval, handleTimes: try ChatHandleTimes(chatHandleTimes),
          patience: patience)
      } catch {
        throw .chatTimes(error)
      }
    }
    if let waitingPlaces {
      if redialing != nil { throw .notTogether("limited places", "redials") }
      return FiniteQueue(queue, places: waitingPlaces)
    }
    if let redialing {
      guard patience != nil else { throw .redialsWithoutPatience }
      return RedialQueue(queue, redialing: redialing)
    }
    return patience == nil ? ErlangC(load: load, handleTime: handleTime) : queue
  }
}
