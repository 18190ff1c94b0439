public import BusinessCalendar
public import Units

/// What comes of a campaign: of all its days, those outside of the horizon included.
public struct CampaignOutcome: Sendable, Equatable, Codable {
  /// One hour of the day, all days together.
  public struct Hour: Sendable, Hashable, Codable {
    /// The hour, 0 to 23.
    public let hour: Int
    /// Attempts in it.
    public let attempts: ContactVolume
    /// Attempts that reach somebody.
    public let reached: ContactVolume
    /// Calls that are completes.
    public let completes: ContactVolume

    /// An hour of a campaign.
    public init(
      hour: Int, attempts: ContactVolume, reached: ContactVolume, completes: ContactVolume
    ) {
      self.hour = hour
      self.attempts = attempts
      self.reached = reached
      self.completes = completes
    }
  }

  /// What comes of the first, second, … attempt on a customer.
  public struct Attempt: Sendable, Hashable, Codable {
    /// Its number, from 1.
    public let number: Int
    /// Attempts with this number.
    public let attempts: ContactVolume
    /// Those that reach somebody.
    public let reached: ContactVolume
    /// Calls that are completes.
    public let completes: ContactVolume

    /// An attempt of a campaign.
    public init(
      number: Int, attempts: ContactVolume, reached: ContactVolume, completes: ContactVolume
    ) {
      self.number = number
      self.attempts = attempts
      self.reached = reached
      self.completes = completes
    }
  }

  /// Something that would bring the completes that are wanted; each is enough by itself.
  public enum Remedy: Sendable, Hashable, Codable {
    /// So many customers on the list.
    case listSize(Int)
    /// So many attempts on one customer.
    case attempts(Int)
    /// Calling up to this day.
    case lastDay(LocalDate)
  }

  /// What becomes of what was sold.
  public struct Delivery: Sendable, Hashable, Codable {
    /// Completes that are taken in.
    public let kept: ContactVolume
    /// Of these, those delivered by the end of the last day of calling.
    public let keptByLastDay: ContactVolume
    /// Completes that are sent back.
    public let refused: ContactVolume
    /// Completes that are made before it is known of the first one whether it was kept.
    public let soldBeforeKnown: ContactVolume
    /// Of these, those that are sent back: the wrong sales that nobody can learn from in time.
    public let refusedBeforeKnown: ContactVolume

    /// A delivery.
    public init(
      kept: ContactVolume, keptByLastDay: ContactVolume, refused: ContactVolume,
      soldBeforeKnown: ContactVolume, refusedBeforeKnown: ContactVolume
    ) {
      self.kept = kept
      self.keptByLastDay = keptByLastDay
      self.refused = refused
      self.soldBeforeKnown = soldBeforeKnown
      self.refusedBeforeKnown = refusedBeforeKnown
    }
  }

  /// Completes that are wanted.
  public let wanted: ContactVolume
  /// The most completes that any number of people could have of this list, in these hours.
  public let most: ContactVolume
  /// Completes with the positions of the requirement.
  public let completes: ContactVolume
  /// Attempts.
  public let attempts: ContactVolume
  /// Attempts that reach somebody.
  public let reached: ContactVolume
  /// Time on the phone.
  public let talkTime: WorkTime
  /// The most positions of any slot.
  public let positions: Positions
  /// The hours in which it calls, in order.
  public let hours: [Hour]
  /// The attempts that are made, by their number; empty in a plan that was kept without them.
  public let byAttempt: [Attempt]
  /// What would help where the wanted completes cannot be reached.
  public let remedies: [Remedy]
  /// What becomes of what was sold; `nil` where a complete is one at once.
  public let delivery: Delivery?
  /// What the completes are worth that are kept; `nil` where they have no price.
  public let worth: Money?
  /// That, for one customer on the list: what a lead is worth.
  public let worthOfLead: UnitPrice?

  /// Whether the wanted completes can be reached.
  public var isReached: Bool { completes.value >= wanted.value * (1 - 1e-9) }

  /// An outcome.
  public init(
    wanted: ContactVolume, most: ContactVolume, completes: ContactVolume,
    attempts: ContactVolume, reached: ContactVolume, talkTime: WorkTime, positions: Positions,
    hours: [Hour], byAttempt: [Attempt] = [], remedies: [Remedy], delivery: Delivery?,
    worth: Money?, worthOfLead: UnitPrice?
  ) {
    self.wanted = wanted
    self.most = most
    self.completes = completes
    self.attempts = attempts
    self.reached = reached
    self.talkTime = talkTime
    self.positions = positions
    self.hours = hours
    self.byAttempt = byAttempt
    self.remedies = remedies
    self.delivery = delivery
    self.worth = worth
    self.worthOfLead = worthOfLead
  }
}

extension CampaignOutcome {
  /// Reads an outcome; one that was kept before attempts were told apart has none of them.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      wanted: try values.decode(ContactVolume.self, forKey: .wanted),
      most: try values.decode(ContactVolume.self, forKey: .most),
      completes: try values.decode(ContactVolume.self, forKey: .completes),
      attempts: try values.decode(ContactVolume.self, forKey: .attempts),
      reached: try values.decode(ContactVolume.self, forKey: .reached),
      talkTime: try values.decode(WorkTime.self, forKey: .talkTime),
      positions: try values.decode(Positions.self, forKey: .positions),
      hours: try values.decode([Hour].self, forKey: .hours),
      byAttempt: try values.decodeIfPresent([Attempt].self, forKey: .byAttempt) ?? [],
      remedies: try values.decode([Remedy].self, forKey: .remedies),
      delivery: try values.decodeIfPresent(Delivery.self, forKey: .delivery),
      worth: try values.decodeIfPresent(Money.self, forKey: .worth),
      worthOfLead: try values.decodeIfPresent(UnitPrice.self, forKey: .worthOfLead))
  }

  /// What it comes to, in words.
  var words: String {
    var text = "\(Text.count(attempts.value)) attempts reach \(Text.count(reached.value)) customers"
    text += " and bring \(Text.count(completes.value)) completes"
    if isReached {
      text += ", as wanted"
    } else {
      text += "; \(Text.count(wanted.value)) are wanted, no number of people has more than "
      text += Text.count(most.value)
      text += " (sized for 95 % of these: the last ones need everybody in the best hours)"
      text += remedies.isEmpty ? "" : "; enough would be " + remedies.map(\.words).alternatives
    }
    if let delivery {
      text += "; \(Text.count(delivery.kept.value)) of the sales are kept, "
      text += "\(Text.count(delivery.refusedBeforeKnown.value)) wrong ones are made before it is "
      text += "known of the first"
    }
    return text
  }
}

extension CampaignOutcome.Remedy {
  /// The remedy in words.
  var words: String {
    switch self {
    case .listSize(let size): "a list of \(size)"
    case .attempts(let attempts): "\(attempts) attempts a customer"
    case .lastDay(let date): "calling until \(date)"
    }
  }
}

extension [String] {
  /// Joined by commas and a last "or".
  fileprivate var alternatives: String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " or " + last
  }
}
