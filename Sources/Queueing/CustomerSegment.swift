public import Units

/// Some of the customers of a queue: what they contact us for, how long they wait, and what it
/// costs when service fails them.
public struct CustomerSegment: Sendable, Hashable, Codable {
  /// Its name.
  public var name: String
  /// Its share of the customers.
  public var share: Share
  /// Contacts of one customer, in the period that the volumes are of.
  public var contactsPerCustomer: Double
  /// The mean time that one contact takes.
  public var handleTime: Duration
  /// The mean time that a contact waits before it leaves; `nil` where nobody leaves.
  public var patience: Duration?
  /// What is lost with each contact that service fails.
  public var valueLost: Money
  /// A notice that spares the contact; `nil` for none.
  public var notice: SavingNotice?

  /// A segment.
  public init(
    name: String, share: Share, contactsPerCustomer: Double = 1, handleTime: Duration,
    patience: Duration? = nil, valueLost: Money, notice: SavingNotice? = nil
  ) {
    self.name = name
    self.share = share
    self.contactsPerCustomer = contactsPerCustomer
    self.handleTime = handleTime
    self.patience = patience
    self.valueLost = valueLost
    self.notice = notice
  }
}

/// A notice to a customer that saves contacts, at a price.
public struct SavingNotice: Sendable, Hashable, Codable {
  /// The share of the customer's contacts that it saves.
  public var saves: Share
  /// The price of one notice.
  public var price: UnitPrice

  /// A notice.
  public init(saves: Share, price: UnitPrice) {
    self.saves = saves
    self.price = price
  }

  /// The price of one contact saved: the notice's over the contacts that it saves, those of one
  /// customer times ``saves``. `nil` where it saves none.
  public func pricePerContact(contactsPerCustomer: Double) -> UnitPrice? {
    let saved = Rational(nearest: contactsPerCustomer * min(1, saves.value))
    guard saved > .zero, let price = price.minorUnitsPerUnit.divided(by: saved) else { return nil }
    return UnitPrice(minorUnitsPerUnit: price)
  }
}

/// What is wrong with a segment.
public enum SegmentError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A share, or contacts a customer, that is negative, above 10¹⁵ or no number.
  case weight(segment: String, Double)
  /// A handle time that is not above 0.
  case handleTime(segment: String, Duration)
  /// A patience that is not above 0.
  case patience(segment: String, Duration)
  /// A value lost below 0.
  case valueLost(segment: String, Money)
  /// A notice with a share outside of 0 to 1 or a price below 0.
  case notice(segment: String)
  /// No segment has any contacts.
  case nobody

  /// What is wrong and what helps.
  public var description: String {
    switch self {
    case .weight(let segment, let value):
      "segment \(segment): \(value) as a share or contacts a customer; give a number from 0 to 10¹⁵"
    case .handleTime(let segment, let time):
      "segment \(segment): a handle time of \(time); give one above 0 s"
    case .patience(let segment, let time):
      "segment \(segment): a patience of \(time); give one above 0 s, or none"
    case .valueLost(let segment, let value):
      "segment \(segment): a value lost of \(value.minorUnits) minor units; give 0 or more"
    case .notice(let segment):
      "segment \(segment): its notice saves from 0 to 100 % at a price of 0 or more"
    case .nobody:
      "no segment has contacts; give one a share and contacts a customer above 0"
    }
  }
}
