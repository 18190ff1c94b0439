internal import Contracts
public import Scenarios
public import Units

/// What a bid is paid for: the difference between a contract by volume and one by capacity.
public enum BidForm: String, Sendable, Hashable, Codable {
  /// Hours that are used; nothing is due for others.
  case volume
  /// Hours that are kept ready: a minimum of seats, committed hours.
  case capacity
}

extension VendorBid {
  /// Whether anything is due for hours that are not used.
  public var form: BidForm {
    let isCommitted = (vendor.terms.commitment?.quantityPerMonth ?? 0) > 0
    let isOfSeats = vendor.terms.price.unit.basis == .seats
    let isBaseline = vendor.terms.baseline != nil
    return isOfSeats || vendor.minimumSeats > .zero || isCommitted || isBaseline
      ? .capacity : .volume
  }

  /// What the invoice becomes with VAT that is not got back, with oversight and with what paying it
  /// later is worth: a factor on it.
  func costFactor(financeRate: Rational) -> Rational {
    let vat = clientCosts.deductsVAT ? Rational.zero : vendor.terms.vatRate
    return (.one + vat) * (.one - financing(at: financeRate)) + clientCosts.oversight
  }

  /// What paying later is worth at a rate of interest a year, as a share of what is paid.
  func financing(at rate: Rational) -> Rational {
    rate * (Rational(Int64(max(0, paymentDays)), over: 365) ?? .zero)
  }

  /// What a billed hour is worth in net hours of ours, without what comes back.
  var effectiveShare: Rational {
    Rational(nearest: vendor.proficiency.value)
      * (.one - Rational(nearest: clientCosts.returnedWork.value))
  }

  /// What the bid bills for an effective hour, in the unit of its price, without what comes back
  /// counted: an hour's worth of it; the part of a seat's month whose hours are all used; contacts.
  /// `nil` where its hours are worth nothing.
  ///
  /// - Parameter work: what an hour of its queues handles; for prices by contacts only.
  func unitsPerEffectiveHour(_ work: HandledWork?) -> Rational? {
    switch vendor.terms.price.unit.basis {
    case .hours: return Rational.one.divided(by: effectiveShare)
    case .seats:
      // A month has 365 ÷ 12 ÷ 7 weeks.
      let weeks = Rational(365, over: 84) ?? .one
      return Rational.one.divided(
        by: Rational(nearest: vendor.hoursPerSeat.hours) * weeks * effectiveShare)
    case .contacts:
      guard let work else { return nil }
      let each = vendor.terms.price.unit == .talkMinute ? work.minutesEach : .one
      return (work.contactsPerHour * each * (vendor.terms.billedShare ?? .one))
        .divided(by: .one - Rational(nearest: clientCosts.returnedWork.value))
    }
  }

  /// What an effective hour costs at the bid's price on ordinary days, without fees and without what
  /// is paid once or by the month; `nil` where its hours are worth nothing.
  ///
  /// - Parameters:
  ///   - work: what an hour of its queues handles; for prices by contacts only.
  ///   - financeRate: what money costs the buyer a year.
  public func effectiveHourPrice(
    _ work: HandledWork? = nil, financeRate: Rational = .zero
  ) -> UnitPrice? {
    unitsPerEffectiveHour(work).map {
      UnitPrice(
        minorUnitsPerUnit: vendor.terms.agreedRate.minorUnitsPerUnit
          * costFactor(financeRate: financeRate) * $0)
    }
  }
}

/// What an effective hour on queues handles.
public struct HandledWork: Sendable, Hashable {
  /// Contacts for an hour that is needed.
  public let contactsPerHour: Rational
  /// Minutes that one of them takes.
  public let minutesEach: Rational

  /// So many contacts an hour.
  public init(contactsPerHour: Rational, minutesEach: Rational) {
    self.contactsPerHour = contactsPerHour
    self.minutesEach = minutesEach
  }
}

/// A vendor paid for what overflows against one paid for hours that it keeps ready, beside the people
/// we have, for the weeks of the scenario under all three volumes.
///
/// In the newsvendor form of O. Z. Akşin, F. de Véricourt, F. Karaesmen, Call center outsourcing
/// contract analysis and choice, Management Science 54 (2008); see ``OverflowContracts``. With own
/// hours K a week, demand D, price p of an hour that overflows, price g of an hour that is reserved
/// whether used or not, and r for an hour that nobody serves: `c·K + p·E[max(0, D − K)]` against
/// `c·K + min over Y of g·Y + r·E[max(0, D − K − Y)]`.
public struct BidContractChoice: Sendable, Equatable, Codable {
  /// Own hours on contacts of a week, K: what our people give in the first week.
  public let ownTime: WorkTime
  /// What one of them costs, used or not.
  public let ownHourPrice: UnitPrice
  /// Net hours of a week to expect.
  public let expectedTime: WorkTime
  /// The cheapest bid by volume.
  public let volumeBid: Vendor.ID
  /// Its price of an effective hour.
  public let volumePrice: UnitPrice
  /// The cheapest bid by capacity.
  public let capacityBid: Vendor.ID
  /// Its price of an effective hour, used or not.
  public let capacityPrice: UnitPrice
  /// What an hour costs that nobody serves.
  public let lostPrice: UnitPrice
  /// Effective hours a week that are best reserved.
  public let reservedTime: WorkTime
  /// What a week costs under the contract by volume.
  public let volumeCost: Money
  /// What a week costs under the contract by capacity.
  public let capacityCost: Money
  /// The price of an effective hour by volume at which both cost the same; by volume is cheaper below.
  public let flippingPrice: UnitPrice
  /// The same as the price on the bid's own price sheet.
  public let flippingRate: UnitPrice
  /// Own hours a week that would be best beside the contract by volume, were they free to choose.
  public let bestOwnTime: WorkTime

  /// Which of the two costs less.
  public var winner: BidForm { volumeCost <= capacityCost ? .volume : .capacity }

  /// The choice for a demand by week, in hours; `nil` where one of the forms was not bid, or where
  /// our own people carry every week.
  ///
  /// - Parameters:
  ///   - demand: net hours of a week.
  ///   - own: net hours of our people in a week.
  ///   - ownPrice: what one of them costs, used or not.
  ///   - lostPrice: what an hour costs that nobody serves.
  ///   - work: what an hour of the queues handles that a bid by contacts may take.
  ///   - financeRate: what money costs the buyer a year.
  public init?(
    of bids: [VendorBid], demand: UncertainDemand, own: Rational, ownPrice: UnitPrice,
    lostPrice: UnitPrice, work: [Vendor.ID: HandledWork] = [:], financeRate: Rational = .zero
  ) {
    func cheapest(_ form: BidForm) -> (bid: VendorBid, price: UnitPrice)? {
      bids.filter { $0.form == form }
        .compactMap { bid in
          bid.effectiveHourPrice(work[bid.vendor.id], financeRate: financeRate).map { (bid, $0) }
        }
        .min { $0.1 < $1.1 }
    }
    guard let volume = cheapest(.volume), let capacity = cheapest(.capacity) else { return nil }
    let contracts = OverflowContracts(demand: demand, capacityCost: ownPrice)
    let fixed = ExactFigure(own) * ownPrice.figure
    let overflow = demand.expectedExcess(over: own)
    let reserved = contracts.byCapacity(
      price: capacity.price, lostRevenue: lostPrice, inHouse: own)
    guard let flip = (reserved.cost - fixed) / overflow else { return nil }
    let mean = demand.outcomes.reduce(ExactFigure.zero) {
      $0 + ExactFigure($1.value) * ExactFigure($1.probability)
    }
    func time(_ hours: Rational) -> WorkTime { WorkTime(hours: hours.doubleValue) }
    func money(_ figure: ExactFigure) -> Money { Money(minorUnits: figure.units(ofDigits: 0)) }
    let flipping = flip.rounded(to: 4)
    ownTime = time(own)
    ownHourPrice = ownPrice
    expectedTime = time(mean.rounded(to: 4))
    (volumeBid, volumePrice) = (volume.bid.vendor.id, volume.price)
    (capacityBid, capacityPrice) = (capacity.bid.vendor.id, capacity.price)
    self.lostPrice = lostPrice
    reservedTime = time(reserved.reserved ?? .zero)
    volumeCost = money(fixed + volume.price.figure * overflow)
    capacityCost = money(reserved.cost)
    flippingPrice = UnitPrice(minorUnitsPerUnit: flipping)
    let units = volume.bid.unitsPerEffectiveHour(work[volume.bid.vendor.id]) ?? .one
    let rate = flipping.divided(
      by: volume.bid.costFactor(financeRate: financeRate) * units)
    flippingRate = UnitPrice(minorUnitsPerUnit: rate ?? flipping)
    bestOwnTime = time(contracts.byVolume(price: volume.price).inHouse)
  }
}
