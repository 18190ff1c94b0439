public import Queueing
public import Units

/// What people ask an Erlang calculator: so many contacts of such a length in an interval; how many
/// positions, or what do these positions achieve?
///
/// The model follows from what is said: nobody leaves (Erlang C), customers leave (`patience`,
/// Erlang A), places to wait are limited (`waitingPlaces`, finite buffer), those who left call again
/// (`redialing`), several chats at once (`chatHandleTimes`), the rate itself is uncertain
/// (`uncertainty`).
public struct StaffingQuestion: Sendable, Hashable, Codable {
  /// Contacts offered during the interval.
  public var volume: ContactVolume
  /// The interval's length.
  public var interval: Duration
  /// The mean time that one contact takes; for several chats at once, see ``chatHandleTimes``.
  public var handleTime: Duration
  /// The mean time a customer would wait before leaving; `nil` where nobody leaves.
  public var patience: Duration?
  /// The number of contacts that can wait; `nil` for no limit.
  public var waitingPlaces: Int?
  /// The share of those who left that contact us again; `nil` for none.
  public var redialing: Share?
  /// The length of one chat while its agent holds one, two, … chats; empty where contacts come one
  /// at a time.
  public var chatHandleTimes: [Duration]
  /// The longest that a chat may take on average, with as many beside it as there are; `nil` for no
  /// limit. With it the answer says how many at once are sensible.
  public var longestChat: Duration?
  /// The coefficient of variation of the interval's rate; `nil` where the rate is known.
  public var uncertainty: Share?
  /// What must be achieved.
  public var conditions: ServiceConditions
  /// The share of paid time that is not available for contacts.
  public var shrinkage: Share

  /// A question.
  public init(
    volume: ContactVolume, during interval: Duration, handleTime: Duration,
    patience: Duration? = nil, waitingPlaces: Int? = nil, redialing: Share? = nil,
    chatHandleTimes: [Duration] = [], longestChat: Duration? = nil, uncertainty: Share? = nil,
    conditions: ServiceConditions = ServiceConditions(), shrinkage: Share = .zero
  ) {
    self.volume = volume
    self.interval = interval
    self.handleTime = handleTime
    self.patience = patience
    self.waitingPlaces = waitingPlaces
    self.redialing = redialing
    self.chatHandleTimes = chatHandleTimes
    self.longestChat = longestChat
    self.uncertainty = uncertainty
    self.conditions = conditions
    self.shrinkage = shrinkage
  }

  /// The load that is offered.
  public var load: Erlangs { Erlangs(volume: volume, handleTime: handleTime, during: interval) }
}
