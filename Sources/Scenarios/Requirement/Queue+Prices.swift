public import Units

extension Queue {
  /// Contacts that fail together when people are short.
  public struct PricedContacts: Sendable, Hashable {
    /// Their share of the queue's contacts.
    public let share: Share
    /// What one of them costs that nobody handles.
    public let price: Money
  }

  /// What a contact costs that nobody handles, on average: the price of each segment, weighted by
  /// its contacts; without segments ``lostContactPrice``. Rounded to a minor unit.
  public var meanLostContactPrice: Money {
    guard !staffing.segments.isEmpty else { return lostContactPrice }
    return mean(of: Array(staffing.segments.indices)).price
  }

  /// The queue's contacts in the order in which they fail: those of the lowest priority first, since
  /// the others are answered before them; one entry where all are answered in the order of arrival.
  public var contactsInOrderOfFailing: [PricedContacts] {
    let segments = staffing.segments
    guard !segments.isEmpty else {
      return [PricedContacts(share: .whole, price: lostContactPrice)]
    }
    let priorities = Set(segments.map(\.priority)).sorted(by: >)
    return priorities.map { priority in
      mean(of: segments.indices.filter { segments[$0].priority == priority })
    }.filter { $0.share > .zero }
  }

  private func mean(of members: [Int]) -> PricedContacts {
    let volumes = staffing.segmentVolumes.map(\.value)
    let share = members.reduce(0) { $0 + volumes[$1] }
    let sum = members.reduce(0) {
      $0 + volumes[$1] * Double(staffing.segments[$1].lostContactPrice.minorUnits)
    }
    let price = share > 0 ? (sum / share).rounded() : 0
    return PricedContacts(
      share: Share(share), price: Int64(exactly: price).map(Money.init(minorUnits:)) ?? .zero)
  }
}
