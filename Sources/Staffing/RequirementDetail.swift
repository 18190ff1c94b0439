public import Scenarios
public import Units

/// What a queue's requirement knows beside its slots; a plain queue knows nothing of it.
public struct RequirementDetail: Sendable, Equatable, Codable {
  /// Contacts that come again from other queues; `nil` for none.
  public var recontacts: RecontactVolume?
  /// What comes of the queue's campaign; `nil` without one.
  public var campaign: CampaignOutcome?
  /// What each tier of customers gets, the first answered in front; empty for one tier.
  public var tiers: [TierService]
  /// What it costs to split the queue by language; `nil` for one language.
  public var languages: LanguageSplit?

  /// A detail; what is left out is not there.
  public init(
    recontacts: RecontactVolume? = nil, campaign: CampaignOutcome? = nil,
    tiers: [TierService] = [], languages: LanguageSplit? = nil
  ) {
    self.recontacts = recontacts
    self.campaign = campaign
    self.tiers = tiers
    self.languages = languages
  }

  /// Nothing but what the slots say.
  public var isEmpty: Bool { self == RequirementDetail() }
}

/// How many of a queue's contacts come for the first time, and how many come again from queues
/// that failed them or did not settle their matter.
public struct RecontactVolume: Sendable, Equatable, Codable {
  /// Contacts as in the forecast.
  public let firstContacts: ContactVolume
  /// Contacts that come again, in the horizon.
  public let recontacts: ContactVolume
  /// Whether the contacts come to an end. Where they do not, customers come again for ever: those
  /// counted are only their first time again.
  public let isSettled: Bool

  /// First contacts and those that come again.
  public init(firstContacts: ContactVolume, recontacts: ContactVolume, isSettled: Bool) {
    self.firstContacts = firstContacts
    self.recontacts = recontacts
    self.isSettled = isSettled
  }
}

/// The service of the customers of one priority.
public struct TierService: Sendable, Equatable, Codable {
  /// One week of the grid.
  public struct Week: Sendable, Hashable, Codable {
    /// The tier's contacts.
    public let contacts: ContactVolume
    /// The share of them that is answered as the queue promises; `nil` without contacts or without
    /// such a promise.
    public let serviceLevel: Share?
    /// The share of them that leaves; `nil` without contacts.
    public let abandonment: Share?
    /// The mean wait of those who are answered; `nil` without contacts or where it has no end.
    public let averageSpeedOfAnswer: Duration?

    /// A week of a tier.
    public init(
      contacts: ContactVolume, serviceLevel: Share?, abandonment: Share?,
      averageSpeedOfAnswer: Duration?
    ) {
      self.contacts = contacts
      self.serviceLevel = serviceLevel
      self.abandonment = abandonment
      self.averageSpeedOfAnswer = averageSpeedOfAnswer
    }
  }

  /// The place in the order of answering; 1 is answered first.
  public let priority: Int
  /// The segments of it.
  public let segments: [QueueSegment.ID]
  /// Its share of the queue's contacts.
  public let share: Share
  /// Its service with the requirement's positions, a week of the grid.
  public let weeks: [Week]

  /// The service of a tier.
  public init(priority: Int, segments: [QueueSegment.ID], share: Share, weeks: [Week]) {
    self.priority = priority
    self.segments = segments
    self.share = share
    self.weeks = weeks
  }
}

/// The price of a team of its own for every language.
public struct LanguageSplit: Sendable, Equatable, Codable {
  /// The languages and their shares of the contacts.
  public let languages: [LanguageShare]
  /// Net hours of the separate teams, in the horizon.
  public let apart: WorkTime
  /// Net hours of one team that spoke all languages.
  public let together: WorkTime

  /// A split and its hours.
  public init(languages: [LanguageShare], apart: WorkTime, together: WorkTime) {
    self.languages = languages
    self.apart = apart
    self.together = together
  }

  /// What the split costs.
  public var price: WorkTime { apart - together }
}
