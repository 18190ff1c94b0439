internal import Units

/// The positions of channels between which customers move, and the contacts with these.
public struct RecontactPositions: Sendable, Hashable, Codable {
  /// The fewest positions of each channel at the contacts that come with all of them.
  public let channels: [RequiredPositions]
  /// The contacts.
  public let flow: RecontactFlow
}

/// Why channels cannot be given positions.
public enum RecontactPositionsError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The input is wrong.
  case invalid(RecontactError)
  /// A channel's condition cannot be met by any number.
  case unreachable(channel: Int, UnreachableTarget)
  /// The contacts that come again grow without end, whatever the conditions allow.
  case endless

  /// What is wrong and what helps.
  public var description: String {
    switch self {
    case .invalid(let error): error.description
    case .unreachable(let channel, let target): "channel \(channel + 1): \(target)"
    case .endless:
      "customers come again without end; raise the resolution or let some of them give up"
    }
  }
}

extension RecontactNetwork {
  /// The fewest positions of each channel with which it meets its conditions, at the contacts that
  /// come when every channel has just these: the loop is closed, since better service on one
  /// channel takes contacts off the others. A channel without conditions gets no positions and
  /// answers nobody.
  ///
  /// Each channel meets its own targets at the least; that people on one channel might spare more
  /// on another is not weighed. Throws when there is not one model and one set of conditions for
  /// each channel, when a condition cannot be met, and when the contacts grow without end.
  public func positions(
    of models: [any ServiceModel], meeting conditions: [ServiceConditions]
  ) throws(RecontactPositionsError) -> RecontactPositions {
    for given in [models.count, conditions.count] where given != channels.count {
      throw .invalid(.count(expected: channels.count, given: given))
    }
    var required = channels.map { _ in RequiredPositions(positions: .zero, binding: nil) }
    var failure: RecontactPositionsError?
    let flow = settle { channel, volume in
      guard failure == nil else { return 0 }
      let model = models[channel]
      let load = Erlangs(
        volume: ContactVolume(volume), handleTime: model.handleTime, during: interval)
      let queue = model.offered(load)
      do throws(UnreachableTarget) {
        required[channel] = try queue.positions(meeting: conditions[channel])
      } catch {
        failure = .unreachable(channel: channel, error)
        return 0
      }
      let figures = queue.performance(with: required[channel].positions, within: .zero)
      return (figures.abandonment + figures.blocking).value
    }
    if let failure { throw failure }
    guard flow.isFeasible else { throw .endless }
    return RecontactPositions(channels: required, flow: flow)
  }
}
