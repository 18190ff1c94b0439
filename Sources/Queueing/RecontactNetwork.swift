public import Units

/// One channel of several between which customers move when service fails.
public struct RecontactChannel: Sendable, Hashable, Codable {
  /// Contacts of customers who come for the first time.
  public var firstContacts: ContactVolume
  /// The share of the answered contacts that settle the matter.
  public var resolution: Share
  /// Of those who got no answer, the shares that contact each channel next, in the order of the
  /// channels; what is missing gives up.
  public var recontactUnanswered: [Share]
  /// The same of those who were answered and whose matter was not settled.
  public var recontactUnresolved: [Share]

  /// A channel and where its customers go when it fails them.
  public init(
    firstContacts: ContactVolume, resolution: Share = .whole, recontactUnanswered: [Share] = [],
    recontactUnresolved: [Share] = []
  ) {
    self.firstContacts = firstContacts
    self.resolution = resolution
    self.recontactUnanswered = recontactUnanswered
    self.recontactUnresolved = recontactUnresolved
  }
}

/// What is wrong with channels between which customers move.
public enum RecontactError: Error, Sendable, Hashable, CustomStringConvertible {
  /// First contacts that are negative, above 10¹⁵ or no number.
  case firstContacts(channel: Int, ContactVolume)
  /// A resolution, or a share that contacts again, outside of 0 to 1, or more shares than channels.
  case share(channel: Int, Share)
  /// More than all of the customers of a channel contact again.
  case aboveWhole(channel: Int, Share)
  /// Not as many models, or conditions, as channels.
  case count(expected: Int, given: Int)

  /// What is wrong and what helps.
  public var description: String {
    switch self {
    case .firstContacts(let channel, let volume):
      "channel \(channel + 1): \(volume.value) first contacts; give a number from 0 to 10¹⁵"
    case .share(let channel, let share):
      "channel \(channel + 1): a share of \(share.value); give shares from 0 to 1, no more than "
        + "there are channels"
    case .aboveWhole(let channel, let share):
      "channel \(channel + 1): \(share.value * 100) % contact again; their sum must not pass 100 %"
    case .count(let expected, let given):
      "\(given) models or conditions for \(expected) channels; give one for each"
    }
  }
}

/// Channels between which customers move when service fails: a failed chat becomes a call, a failed
/// call a call again.
///
/// Channel i gets L_i contacts, λ_i of them first ones. A_i(L_i) get no answer, of which the share
/// r_ij comes to channel j; of the answered S_i = L_i − A_i the share 1 − q_i is not settled, of
/// which u_ij comes to j. In the long run
///
///   L_j = λ_j + Σ_i [ r_ij A_i(L_i) + u_ij (1 − q_i) S_i(L_i) ] =: F_j(L).
///
/// Existence: with more contacts no fewer leave and no fewer are answered, so F is monotone, and
/// L⁰ = λ ≤ F(λ). The sweeps L^{m+1} = F(L^m) rise; with ρ < 1 the largest row sum of either matrix
/// they stay below Σλ/(1 − ρ) in all, and their limit is a solution, the least. Uniqueness: A_i and
/// S_i both rise and add up to L_i, so |ΔA_i| + |ΔS_i| = |ΔL_i| and ‖F(L) − F(L′)‖₁ ≤ ρ ‖L − L′‖₁:
/// F is a contraction (Banach). Updating one channel after the other keeps all of this. With ρ = 1
/// a solution may not exist: customers who never give up need channels that can take them all; the
/// sweeps then rise past every bound, and the result says so.
///
/// Limits: contacts that come again are taken as independent arrivals, which is true when the
/// pause before they come is long against a handle time and short against the change of demand; a
/// customer's next try does not depend on how many went before. One channel alone is the redial
/// fixed point L (1 − r P(L)) = λ. See `docs/background/queueing.md`.
public struct RecontactNetwork: Sendable, Hashable, Codable {
  /// The channels.
  public let channels: [RecontactChannel]
  /// The time in which the contacts come.
  public let interval: Duration

  /// Channels whose first contacts come evenly during `interval`. Missing shares count as 0.
  ///
  /// Throws when a number is not sensible: see ``RecontactError``.
  public init(channels: [RecontactChannel], during interval: Duration) throws(RecontactError) {
    for (index, channel) in channels.enumerated() {
      let first = channel.firstContacts
      guard first.value >= 0, first.value <= 1e15 else {
        throw .firstContacts(channel: index, first)
      }
      let shares = [channel.resolution] + channel.recontactUnanswered + channel.recontactUnresolved
      for share in shares where !(share.value >= 0 && share.value <= 1) {
        throw .share(channel: index, share)
      }
      for row in [channel.recontactUnanswered, channel.recontactUnresolved] {
        guard row.count <= channels.count else {
          throw .count(expected: channels.count, given: row.count)
        }
        let sum = row.total()
        guard sum.value <= 1 + 1e-12 else { throw .aboveWhole(channel: index, sum) }
      }
    }
    self.channels = channels
    self.interval = interval
  }

  private static let mostSweeps = 20_000
  private static let largestGrowth = 1e9

  /// The contacts of every channel in the long run.
  ///
  /// Throws when there is not one model for each channel.
  public func flow(through models: [any ChannelModel]) throws(RecontactError) -> RecontactFlow {
    guard models.count == channels.count else {
      throw .count(expected: channels.count, given: models.count)
    }
    return settle { channel, volume in
      models[channel].unanswered(of: ContactVolume(volume), during: interval).value
    }
  }

  /// Sweeps until nothing changes; `unanswered` gives the share of a channel at a volume.
  func settle(_ unanswered: (Int, Double) -> Double) -> RecontactFlow {
    let first = channels.map(\.firstContacts.value)
    let total = first.reduce(0, +)
    var volumes = first
    // What comes from each channel to each.
    var sent = channels.map { _ in [Double](repeating: 0, count: channels.count) }
    var leaving = [Double](repeating: 0, count: channels.count)
    var isFeasible = false
    var sweeps = 0
    while sweeps < RecontactNetwork.mostSweeps, !isFeasible {
      sweeps += 1
      var change = 0.0
      for index in channels.indices {
        let volume = first[index] + sent.reduce(0) { $0 + $1[index] }
        change += abs(volume - volumes[index])
        volumes[index] = volume
        let share = unanswered(index, volume)
        leaving[index] = volume * (share > 0 ? min(1, share) : 0)
        for other in channels.indices {
          sent[index][other] = again(index, volume, leaving[index], at: other)
        }
      }
      let sum = volumes.reduce(0, +)
      isFeasible = sweeps > 1 && change <= 1e-14 * sum
      if sum > RecontactNetwork.largestGrowth * max(total, 1e-300) { break }
    }
    return RecontactFlow(
      isFeasible: isFeasible || total == 0, sweeps: sweeps,
      channels: channels.indices.map { index in
        let answered = volumes[index] - leaving[index]
        let resolved = answered * channels[index].resolution.value
        let again = sent[index].reduce(0, +)
        return ChannelFlow(
          firstContacts: channels[index].firstContacts, contacts: ContactVolume(volumes[index]),
          unanswered: ContactVolume(leaving[index]),
          unresolved: ContactVolume(answered - resolved), resolved: ContactVolume(resolved),
          givenUp: ContactVolume(max(0, volumes[index] - resolved - again)))
      })
  }

  private func again(_ index: Int, _ volume: Double, _ leaving: Double, at other: Int) -> Double {
    let channel = channels[index]
    func share(_ row: [Share]) -> Double { other < row.count ? row[other].value : 0 }
    let unresolved = (volume - leaving) * channel.resolution.complement.value
    return share(channel.recontactUnanswered) * leaving
      + share(channel.recontactUnresolved) * unresolved
  }
}

/// What becomes of the contacts of one channel in the interval.
public struct ChannelFlow: Sendable, Hashable, Codable {
  /// Contacts of customers who come for the first time.
  public let firstContacts: ContactVolume
  /// All contacts, those of customers who come again included.
  public let contacts: ContactVolume
  /// Contacts that get no answer.
  public let unanswered: ContactVolume
  /// Contacts that are answered without settling the matter.
  public let unresolved: ContactVolume
  /// Contacts that settle the matter.
  public let resolved: ContactVolume
  /// Customers who are failed here and contact no channel any more.
  public let givenUp: ContactVolume
}

/// The contacts of channels between which customers move.
public struct RecontactFlow: Sendable, Hashable, Codable {
  /// Whether the contacts settle. Where they do not, customers who never give up are more than the
  /// channels can ever answer (or so nearly that 20,000 sweeps do not tell); the volumes are then
  /// those of the last sweep and mean nothing but "without end".
  public let isFeasible: Bool
  /// How many sweeps it took.
  public let sweeps: Int
  /// The channels, in their order.
  public let channels: [ChannelFlow]

  /// Customers who are lost: every first contact ends resolved or given up.
  public var lost: ContactVolume { channels.map(\.givenUp).total() }
  /// All contacts over first contacts; 1 where nothing comes.
  public var contactsPerCustomer: Double {
    let first = channels.map(\.firstContacts).total().value
    return first > 0 ? channels.map(\.contacts).total().value / first : 1
  }
}
