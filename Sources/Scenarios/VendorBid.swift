public import Contracts
public import Units

/// What a buyer pays and loses beside a vendor's invoice.
public struct ClientCosts: Sendable, Hashable, Codable {
  /// Paid once when the vendor is awarded: knowledge transfer, data links, running in parallel.
  public var transition: Money
  /// Paid for each month of the horizon while the vendor is awarded: vendor management, quality
  /// control. Months that lie partly in the horizon count by their days.
  public var managementPerMonth: Money
  /// Paid with each invoice, as a share of its net sum.
  public var oversight: Rational
  /// The share of the work that comes back to our own people: transfers and what has to be redone.
  public var returnedWork: Share
  /// Whether the VAT on the invoice is got back; where it is not, it is a cost.
  public var deductsVAT: Bool

  /// Costs; what is left out is nothing.
  public init(
    transition: Money = .zero, managementPerMonth: Money = .zero, oversight: Rational = .zero,
    returnedWork: Share = .zero, deductsVAT: Bool = true
  ) {
    self.transition = transition
    self.managementPerMonth = managementPerMonth
    self.oversight = oversight
    self.returnedWork = returnedWork
    self.deductsVAT = deductsVAT
  }
}

/// A vendor's bid: its terms, and what taking it costs the buyer beside the invoice.
public struct VendorBid: Sendable, Equatable, Codable {
  /// The vendor with its terms.
  public let vendor: Vendor
  /// What the buyer pays beside the invoice.
  public let clientCosts: ClientCosts
  /// Bonus and malus by the share answered in time, of the month's lines of work; `nil` for none.
  public let serviceLevel: ServiceLevels?
  /// Days until the buyer pays an invoice.
  public let paymentDays: Int

  /// The bid of `vendor`.
  public init(
    _ vendor: Vendor, clientCosts: ClientCosts = ClientCosts(),
    serviceLevel: ServiceLevels? = nil, paymentDays: Int = 0
  ) {
    self.vendor = vendor
    self.clientCosts = clientCosts
    self.serviceLevel = serviceLevel
    self.paymentDays = paymentDays
  }
}

/// What the buyer allows when work is awarded to several vendors.
public struct AwardLimits: Sendable, Hashable, Codable {
  /// The most vendors that are awarded; `nil` for any number.
  public var most: Int?
  /// The largest share of all outsourced hours of the horizon that one vendor may have.
  public var largestShare: Share?
  /// The largest share of a queue's required hours, in each week, that one vendor may have.
  public var largestShareOfQueue: Share?
  /// Billed hours of the horizon that an awarded vendor gets at least.
  public var smallest: WorkTime?

  /// Limits; what is left out does not limit anything.
  public init(
    most: Int? = nil, largestShare: Share? = nil, largestShareOfQueue: Share? = nil,
    smallest: WorkTime? = nil
  ) {
    self.most = most
    self.largestShare = largestShare
    self.largestShareOfQueue = largestShareOfQueue
    self.smallest = smallest
  }
}

/// A round of bidding: what is needed, who offers to do it, and how work may be awarded.
public struct BidRound: Sendable, Equatable, Codable {
  /// The demand and our own people; its vendors are those of the bids, in their order.
  public let scenario: Scenario
  /// The bids.
  public let bids: [VendorBid]
  /// How work may be awarded.
  public var limits: AwardLimits
  /// The low volume as a share of the scenario's; 0.8 by default.
  public var low: Rational
  /// The high volume; 1.2 by default.
  public var high: Rational
  /// How far a month's volume is from its forecast, as a coefficient of variation; for the bonus and
  /// malus to expect.
  public var forecastError: Rational
  /// What money costs the buyer a year; for invoices that are paid later.
  public var financeRate: Rational

  /// A round over a scenario; the reader has checked that the scenario's vendors are the bids'.
  public init(
    scenario: Scenario, bids: [VendorBid], limits: AwardLimits = AwardLimits(),
    low: Rational? = nil, high: Rational? = nil, forecastError: Rational = .zero,
    financeRate: Rational = .zero
  ) {
    self.scenario = scenario
    self.bids = bids
    self.limits = limits
    self.low = low ?? Rational(4, over: 5) ?? .one
    self.high = high ?? Rational(6, over: 5) ?? .one
    self.forecastError = forecastError
    self.financeRate = financeRate
  }
}

extension Scenario {
  /// The scenario with other vendors.
  public func with(vendors: [Vendor]) -> Scenario {
    var copy = self
    copy.vendors = vendors
    return copy
  }
}
