public import Units

/// The most contacts that given positions bear.
public struct LargestVolume: Sendable, Hashable, Codable {
  /// The contacts of an interval; infinite where no condition limits them.
  public let volume: ContactVolume
  /// The load that they make.
  public let load: Erlangs
  /// The condition that fails first when more come; `nil` where none does.
  public let binding: ServiceCondition?

  /// A number of contacts, their load, and what limits them.
  public init(volume: ContactVolume, load: Erlangs, binding: ServiceCondition?) {
    self.volume = volume
    self.load = load
    self.binding = binding
  }
}

/// The longest contacts that given positions bear.
public struct LargestHandleTime: Sendable, Hashable, Codable {
  /// The mean handle time; `nil` where no condition limits it.
  public let handleTime: Duration?
  /// The factor by which contacts may be longer than those of the queue; infinite where no condition
  /// limits them.
  public let factor: Double
  /// The condition that fails first when contacts take longer; `nil` where none does.
  public let binding: ServiceCondition?

  /// A handle time, as a multiple of the queue's too, and what limits it.
  public init(handleTime: Duration?, factor: Double, binding: ServiceCondition?) {
    self.handleTime = handleTime
    self.factor = factor
    self.binding = binding
  }
}

extension ServiceModel {
  /// The most contacts of the queue's handle time, during an `interval`, with which `positions` meet
  /// all of `conditions`; the queue's own volume does not matter.
  ///
  /// Throws, before any search, when a condition cannot be met however few come.
  public func largestVolume(
    with positions: Positions, meeting conditions: ServiceConditions, during interval: Duration
  ) throws(UnreachableTarget) -> LargestVolume {
    let guess = positions.value > 0 && positions.value < .infinity ? positions.value : 1
    let most = try ConditionSearch(self, conditions).mostWork(from: guess) { load, time in
      Figures(
        offered(Erlangs(load)).performance(with: positions, within: .seconds(time)))
    }
    let length = handleTime.inSeconds
    let volume = length > 0 ? most.amount * max(0, interval.inSeconds) / length : .infinity
    return LargestVolume(
      volume: ContactVolume(volume.isNaN ? 0 : volume), load: Erlangs(most.amount),
      binding: most.binding)
  }

  /// The longest mean handle time of the queue's contacts with which `positions` meet all of
  /// `conditions`; without contacts, or without a handle time to scale, nothing limits it.
  ///
  /// Throws, before any search, when a condition cannot be met however short they are.
  public func largestHandleTime(
    with positions: Positions, meeting conditions: ServiceConditions
  ) throws(UnreachableTarget) -> LargestHandleTime {
    let load = offeredLoad.value
    guard load > 0, handleTime > .zero else {
      return LargestHandleTime(handleTime: nil, factor: .infinity, binding: nil)
    }
    let places = positions.value > 0 && positions.value < .infinity ? positions.value : 1
    let most = try ConditionSearch(self, conditions).mostWork(from: places / load) {
      factor, time in
      Figures(
        scalingHandleTime(by: factor).performance(with: positions, within: .seconds(time)))
    }
    return LargestHandleTime(
      handleTime: Duration(finiteSeconds: handleTime.inSeconds * most.amount),
      factor: most.amount, binding: most.binding)
  }
}
