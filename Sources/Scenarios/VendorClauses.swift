internal import Contracts
public import Units

/// Clauses of a vendor's contract that few have: how long it runs, what ending it costs, how its people
/// learn, how much of the work it may have. Money by volume is in ``Vendor/terms``.
public struct VendorClauses: Sendable, Equatable, Codable {
  /// Calendar months that the contract runs at least once it has started; 1 for none.
  public var minimumMonths: Int
  /// What is due when the contract ends within the horizon.
  public var exitCost: Money
  /// Output of an added seat in its first weeks as a share of the vendor's proficiency; full
  /// afterwards. The hours are billed all the same.
  public var learning: [Share]
  /// The largest share of the required hours of its queues, in each week, that it may take.
  public var maximumShare: Share?
  /// The largest share of the horizon's outsourced hours that it may have: what keeps a buyer from
  /// depending on one vendor.
  public var shareOfOutsourced: Share?
  /// The largest share of a queue's required hours, in each week, that it may take, for queues that
  /// have such a limit; in the order of the file.
  public var queueShares: [QueueShare]?
  /// Billed hours of the horizon that it gets at least, used or not: what it was awarded.
  public var awardedTime: WorkTime?
  /// Seats come, go and are paid in batches of so many; `nil` for seats by the piece.
  public var seatBatch: Int?
  /// Seats that are people who book hours; `nil` for seats that are filled all week.
  public var slots: BookedSlots?
  /// The forecast that is locked, and what it costs to miss it; `nil` where none is agreed.
  public var forecastLock: LockedForecast?
  /// What hours of an added seat cost in its first weeks, as a share of the price; the full price
  /// afterwards. `nil` where they are billed in full.
  public var rampBilling: [Share]?
  /// What hours of the night cost on top; `nil` where all hours of a day cost the same.
  public var nightPremium: NightPremium?

  /// The most of one queue that a vendor may take.
  public struct QueueShare: Sendable, Hashable, Codable {
    /// The queue.
    public let queue: Queue.ID
    /// The largest share of its required hours in a week.
    public let share: Share

    /// At most `share` of `queue`.
    public init(queue: Queue.ID, share: Share) {
      self.queue = queue
      self.share = share
    }
  }

  /// Clauses; what is left out does not limit anything.
  public init(
    minimumMonths: Int = 1, exitCost: Money = .zero, learning: [Share] = [],
    maximumShare: Share? = nil, shareOfOutsourced: Share? = nil, slots: BookedSlots? = nil,
    queueShares: [QueueShare]? = nil, awardedTime: WorkTime? = nil, seatBatch: Int? = nil,
    forecastLock: LockedForecast? = nil, rampBilling: [Share]? = nil,
    nightPremium: NightPremium? = nil
  ) {
    self.minimumMonths = minimumMonths
    self.exitCost = exitCost
    self.learning = learning
    self.maximumShare = maximumShare
    self.shareOfOutsourced = shareOfOutsourced
    self.slots = slots
    self.queueShares = queueShares
    self.awardedTime = awardedTime
    self.seatBatch = seatBatch
    self.forecastLock = forecastLock
    self.rampBilling = rampBilling
    self.nightPremium = nightPremium
  }
}

/// How cloud agents work: people at home who book hourly slots, without a seat of anybody's.
public struct BookedSlots: Sendable, Hashable, Codable {
  /// The share of booked hours in which the person comes; the others are not paid.
  public let showRate: Share
  /// Hours a week that everybody who is booked gets at least.
  public let minimumHours: WorkTime

  /// Slots of which `showRate` are kept, at least `minimumHours` a person and week.
  public init(showRate: Share, minimumHours: WorkTime) {
    self.showRate = showRate
    self.minimumHours = minimumHours
  }
}
