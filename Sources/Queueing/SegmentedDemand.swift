public import Units

/// The contacts of one queue by customer segment: what a shortage of people costs, and whom to
/// answer first.
///
/// When people are short, somebody's contacts fail. With priorities the planner chooses whose: an
/// hour short costs least where the value lost for an hour of handle time is least, so contacts
/// are to be answered in the falling order of value lost over handle time. (That index is the
/// overload rule c µ/θ of Atar, Giat and Shimkin, "The cµ/θ rule for many-server queues with
/// abandonment", Operations Research 58, 2010, where the cost of waiting is θ times the value lost
/// at leaving.) The price of a shortage is then piecewise linear and convex: the cheapest contacts
/// fail first. A notice that saves a contact for less than its value lost puts a ceiling on the
/// price of those that it can save.
///
/// Limits: an hour short fails as many contacts as it would have taken, in the order of the value or of
/// arrival; what chance adds within an interval is in ``loss(of:during:with:)`` alone.
public struct SegmentedDemand: Sendable, Hashable, Codable {
  /// The segments.
  public let segments: [CustomerSegment]

  /// The contacts of these segments.
  ///
  /// Throws when a number is not sensible: see ``SegmentError``.
  public init(_ segments: [CustomerSegment]) throws(SegmentError) {
    for segment in segments {
      for weight in [segment.share.value, segment.contactsPerCustomer] {
        guard weight >= 0, weight <= 1e15 else {
          throw .weight(segment: segment.name, weight)
        }
      }
      guard segment.handleTime > .zero else {
        throw .handleTime(segment: segment.name, segment.handleTime)
      }
      if let patience = segment.patience, patience <= .zero {
        throw .patience(segment: segment.name, patience)
      }
      guard segment.valueLost >= .zero else {
        throw .valueLost(segment: segment.name, segment.valueLost)
      }
      if let notice = segment.notice {
        guard notice.saves.value >= 0, notice.saves.value <= 1, notice.price >= .zero else {
          throw .notice(segment: segment.name)
        }
      }
    }
    let weight = segments.reduce(0) { $0 + $1.share.value * $1.contactsPerCustomer }
    guard weight > 0 else { throw .nobody }
    self.segments = segments
  }

  /// The contacts of each segment of `volume` in all: in proportion to share × contacts a customer.
  /// A volume that is negative or no number counts as none, one above 10¹⁵ as that.
  public func volumes(of volume: ContactVolume) -> [ContactVolume] {
    let weights = segments.map { $0.share.value * $0.contactsPerCustomer }
    let total = weights.reduce(0, +)
    let volume = volume.value > 0 ? min(1e15, volume.value) : 0
    return weights.map { ContactVolume(volume * $0 / total) }
  }

  /// The segments in the order in which they are to be answered, by the falling value lost for an
  /// hour of handle time; equal ones in their own order.
  public var priorities: [Int] {
    let prices = segments.map { pricePerHour(UnitPrice($0.valueLost), $0) }
    return segments.indices.sorted { prices[$0] == prices[$1] ? $0 < $1 : prices[$0] > prices[$1] }
  }

  /// What it costs when not all of `volume` can be answered, the cheapest contacts first: each
  /// segment's contacts that a notice saves for less than they are worth at the price of the
  /// notice, all others at the value lost.
  public func shortagePrice(of volume: ContactVolume) -> ShortageCurve {
    var steps: [ShortageCurve.Step] = []
    for (segment, volume) in zip(segments, volumes(of: volume)) where volume > .zero {
      let lost = UnitPrice(segment.valueLost)
      var failing = volume
      func add(_ contacts: ContactVolume, at price: UnitPrice, saved: Bool) {
        guard contacts > .zero else { return }
        steps.append(
          ShortageCurve.Step(
            segment: segment.name, isSavedByNotice: saved, contacts: contacts,
            handleTime: segment.handleTime, pricePerContact: price,
            pricePerHour: HourlyRate(perHour: pricePerHour(price, segment))))
      }
      if let notice = segment.notice,
        let price = notice.pricePerContact(contactsPerCustomer: segment.contactsPerCustomer),
        price < lost
      {
        let saved = volume * notice.saves.value
        add(saved, at: price, saved: true)
        failing = failing - saved
      }
      add(failing, at: lost, saved: false)
    }
    let order = steps.indices.sorted { first, second in
      let (one, other) = (steps[first].pricePerHour, steps[second].pricePerHour)
      return one == other ? first < second : one < other
    }
    return ShortageCurve(steps: order.map { steps[$0] })
  }

  private func pricePerHour(_ price: UnitPrice, _ segment: CustomerSegment) -> UnitPrice {
    let seconds = Rational(nearest: segment.handleTime.inSeconds)
    let perHour = Rational(3600).divided(by: seconds) ?? .zero
    return UnitPrice(minorUnitsPerUnit: price.minorUnitsPerUnit * perHour)
  }

  /// The queue that answers the segments by their ``priorities`` when `volume` comes during
  /// `interval`, and which segment each of its tiers is. As its tiers share their means, handle
  /// time is that of all contacts together, and so is the rate of leaving.
  public func tieredQueue(
    of volume: ContactVolume, during interval: Duration
  ) -> (queue: TieredQueue, segments: [Int]) {
    let volumes = volumes(of: volume)
    let order = priorities
    let weights = self.volumes(of: ContactVolume(1))
    var handle = 0.0
    var leaving = 0.0
    for (segment, weight) in zip(segments, weights) {
      handle += weight.value * segment.handleTime.inSeconds
      leaving += segment.patience.map { weight.value / $0.inSeconds } ?? 0
    }
    let handleTime = Duration(finiteSeconds: handle) ?? .zero
    let loads = order.map {
      Erlangs(volume: volumes[$0], handleTime: handleTime, during: interval)
    }
    let patience = leaving > 0 ? Duration(finiteSeconds: 1 / leaving) : nil
    return (TieredQueue(loads: loads, handleTime: handleTime, patience: patience), order)
  }
}

/// The price of a shortage: steps from the cheapest contacts to the dearest.
public struct ShortageCurve: Sendable, Hashable, Codable {
  /// Contacts of one price.
  public struct Step: Sendable, Hashable, Codable {
    /// Whose contacts they are.
    public let segment: String
    /// Whether a notice saves them; otherwise they fail.
    public let isSavedByNotice: Bool
    /// How many there are.
    public let contacts: ContactVolume
    /// The mean time that one of them takes.
    public let handleTime: Duration
    /// What one of them costs.
    public let pricePerContact: UnitPrice
    /// What an hour of them costs: the price of a contact × 3600 s / handle time.
    public let pricePerHour: HourlyRate

    /// The handle time of all of them.
    public var workload: WorkTime { WorkTime(hours: hours) }
    var hours: Double { contacts.value * handleTime.inHours }
  }

  /// The steps, by rising price of an hour.
  public let steps: [Step]

  /// The handle time of all contacts; more cannot be short.
  public var workload: WorkTime { WorkTime(hours: steps.reduce(0) { $0 + $1.hours }) }

  /// The contacts of each step that fail, or are saved, when `time` is short.
  public func contacts(shortBy time: WorkTime) -> [ContactVolume] {
    var left = max(0, time.hours)
    return steps.map { step in
      let taken = min(left, step.hours)
      left -= taken
      return step.contacts * (step.hours > 0 ? taken / step.hours : 0)
    }
  }

  /// What `time` short costs; convex in the time but for the rounding of each step.
  public func cost(shortBy time: WorkTime) -> Money {
    zip(steps, contacts(shortBy: time)).map { step, contacts in
      Money(quantity: Quantity(contacts.value), at: step.pricePerContact)
    }.total()
  }

  /// The price of the next hour when `time` is short already; `nil` where no contact is left.
  public func pricePerHour(shortBy time: WorkTime) -> HourlyRate? {
    var end = 0.0
    for step in steps {
      end += step.hours
      if end > time.hours { return step.pricePerHour }
    }
    return nil
  }
}
