public import BusinessCalendar
public import Units

/// Contacts of one queue that come back in another: a failed chat becomes a call.
public struct Escalation: Sendable, Hashable, Codable {
  /// The queue to which they come.
  public let queue: Queue.ID
  /// The share of the contacts that failed (left, or were turned away) that come there.
  public let ofFailed: Share
  /// The share of the contacts that were handled, yet not resolved, that come there.
  public let ofHandled: Share
  /// How long after the contact.
  public let delay: Duration

  /// An escalation to `queue`.
  public init(to queue: Queue.ID, ofFailed: Share, ofHandled: Share, delay: Duration = .zero) {
    self.queue = queue
    self.ofFailed = ofFailed
    self.ofHandled = ofHandled
    self.delay = delay
  }
}

/// What customers are told before they ask: some of their contacts are saved.
public struct QueueNotice: Sendable, Equatable, Codable {
  /// The notice's key in the scenario.
  public typealias ID = Identifier<QueueNotice>

  /// The key in the scenario.
  public let id: ID
  /// The share of the contacts within its time that it saves.
  public let deflection: Share
  /// What one notice costs.
  public let price: UnitPrice
  /// How many are sent.
  public let recipients: Int
  /// The first moment at which contacts are saved.
  public let from: LocalDateTime
  /// The moment from which no contacts are saved any more, after ``from``.
  public let until: LocalDateTime

  /// A notice; the scenario reader has checked every value.
  public init(
    id: ID, deflection: Share, price: UnitPrice, recipients: Int, from: LocalDateTime,
    until: LocalDateTime
  ) {
    self.id = id
    self.deflection = deflection
    self.price = price
    self.recipients = recipients
    self.from = from
    self.until = until
  }

  /// Whether contacts are saved at `moment`.
  public func isEffective(at moment: LocalDateTime) -> Bool { from <= moment && moment < until }

  /// What all of its recipients cost.
  public var cost: Money { Money(quantity: Quantity(Double(recipients)), at: price) }

  /// The first day of `horizon` on which it saves contacts, to which its cost belongs; `nil` where
  /// it saves none within it, and costs nothing of it.
  public func firstDay(in horizon: DateRange) -> LocalDate? {
    let start = LocalDateTime(date: horizon.start, time: .midnight)
    guard from < until, until > start, horizon.contains(max(from, start).date) else { return nil }
    return max(from, start).date
  }
}

/// A kind of customer within a queue.
public struct QueueSegment: Sendable, Equatable, Codable {
  /// The segment's key in the scenario.
  public typealias ID = Identifier<QueueSegment>

  /// The key in the scenario.
  public let id: ID
  /// The name people know it by.
  public let name: String
  /// Its share of the customers.
  public let share: Share
  /// Contacts of one of its customers, in relation to the other segments.
  public let contactRate: Share
  /// The mean time its customers would wait; `nil` for the queue's.
  public let patience: Duration?
  /// What a contact costs that fails: the value that is lost with it.
  public let lostContactPrice: Money
  /// Its place in the order of answering: 1 is answered first, equal ones in the order of arrival.
  public let priority: Int
  /// The notice that is sent to this segment only; `nil` for none of its own.
  public let notice: QueueNotice.ID?

  /// A segment; the scenario reader has checked every value.
  public init(
    id: ID, name: String, share: Share, contactRate: Share, patience: Duration?,
    lostContactPrice: Money, priority: Int, notice: QueueNotice.ID?
  ) {
    self.id = id
    self.name = name
    self.share = share
    self.contactRate = contactRate
    self.patience = patience
    self.lostContactPrice = lostContactPrice
    self.priority = priority
    self.notice = notice
  }
}

extension QueueStaffing {
  /// The share of the queue's contacts that come from each segment, in the order of the segments:
  /// customers × contacts of each.
  public var segmentVolumes: [Share] {
    let weights = segments.map { $0.share.value * $0.contactRate.value }
    let sum = weights.reduce(0, +)
    return weights.map { Share(sum > 0 ? $0 / sum : 0) }
  }
}

/// The part of a queue's contacts that comes in one language.
public struct LanguageShare: Sendable, Hashable, Codable {
  /// The language, as vendors name theirs: `en`.
  public let language: String
  /// Its share of the contacts.
  public let share: Share

  /// `share` of the contacts in `language`.
  public init(_ language: String, share: Share) {
    self.language = language
    self.share = share
  }
}
