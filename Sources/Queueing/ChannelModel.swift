public import Units

/// What one channel, with the people it has, does with the contacts that come to it.
///
/// More contacts must neither lower the number that leaves nor the number that is answered; every
/// queue of this module is so.
public protocol ChannelModel: Sendable {
  /// The share of contacts that get no answer when `volume` come evenly during `interval`: they
  /// leave, or are turned away.
  func unanswered(of volume: ContactVolume, during interval: Duration) -> Share
}

/// A queue with a number of positions as a channel.
public struct StaffedChannel<Model: ServiceModel>: ChannelModel {
  /// The queue; its own load does not count.
  public let model: Model
  /// The positions of the channel.
  public let positions: Positions

  /// `model` with `positions`.
  public init(_ model: Model, positions: Positions) {
    self.model = model
    self.positions = positions
  }

  /// What leaves the queue or is turned away by it.
  public func unanswered(of volume: ContactVolume, during interval: Duration) -> Share {
    let load = Erlangs(volume: volume, handleTime: model.handleTime, during: interval)
    let performance = model.offered(load).performance(with: positions, within: .zero)
    return performance.abandonment + performance.blocking
  }
}

/// A channel that fails to answer the same share however many come: a robot, a form, a shop.
public struct SteadyChannel: ChannelModel, Hashable, Codable {
  /// The share that gets no answer.
  public let share: Share

  /// A channel that leaves `share` without an answer.
  public init(unanswered share: Share) { self.share = share }

  /// The share, whatever comes.
  public func unanswered(of volume: ContactVolume, during interval: Duration) -> Share { share }
}
