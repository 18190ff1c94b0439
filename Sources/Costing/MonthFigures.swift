public import BusinessCalendar
public import Scenarios
public import Units

/// What a month had or was to have: contacts, people's time, money.
public struct MonthFigures: Sendable, Equatable {
  /// The contacts of one queue.
  public struct QueueFigures: Sendable, Equatable {
    /// The queue.
    public let queue: Queue.ID
    /// Contacts that come.
    public var contacts: ContactVolume
    /// The mean time one takes, in seconds of an agent who holds as many at once as the queue says.
    public var handleTime: Duration
    /// Contacts an agent holds at once.
    public let concurrency: Int

    /// The contacts of one queue.
    public init(
      queue: Queue.ID, contacts: ContactVolume, handleTime: Duration, concurrency: Int = 1
    ) {
      self.queue = queue
      self.contacts = contacts
      self.handleTime = handleTime
      self.concurrency = concurrency
    }
  }

  /// The month.
  public let month: YearMonth
  /// The queues, in the scenario's order.
  public var queues: [QueueFigures]
  /// Our own people on the payroll, the mean over the days.
  public var heads: Headcount
  /// Paid hours of our own people without overtime, training included.
  public var regularTime: WorkTime
  /// Their overtime, work on rest days and on holidays included.
  public var overtimeTime: WorkTime
  /// Their hours on contacts or waiting for them.
  public var productiveTime: WorkTime
  /// Hours that vendors bill.
  public var vendorTime: WorkTime
  /// What is paid, by the keys of ``CostKind``, in their order; kinds without money are left out.
  public var amounts: [KindAmount]

  /// What is paid for one kind.
  public struct KindAmount: Sendable, Equatable {
    /// The kind.
    public let kind: CostKind
    /// The money.
    public var amount: Money

    /// `amount` for `kind`.
    public init(_ kind: CostKind, _ amount: Money) {
      self.kind = kind
      self.amount = amount
    }
  }

  /// A month.
  public init(
    month: YearMonth, queues: [QueueFigures], heads: Headcount, regularTime: WorkTime,
    overtimeTime: WorkTime, productiveTime: WorkTime, vendorTime: WorkTime, amounts: [KindAmount]
  ) {
    self.month = month
    self.queues = queues
    self.heads = heads
    self.regularTime = regularTime
    self.overtimeTime = overtimeTime
    self.productiveTime = productiveTime
    self.vendorTime = vendorTime
    self.amounts = amounts
  }

  /// What is paid.
  public var total: Money { amounts.map(\.amount).total() }

  /// What is paid for one kind.
  public func amount(_ kind: CostKind) -> Money {
    amounts.filter { $0.kind == kind }.map(\.amount).total()
  }

  /// What is paid for the kinds of one part of the staffing cost.
  func amount(of part: StaffingPart?) -> Money {
    amounts.filter { StaffingPart($0.kind) == part }.map(\.amount).total()
  }

  /// Hours of work that the contacts are.
  var workload: Double {
    queues.reduce(0) { sum, queue in
      sum + queue.contacts.value * queue.hoursEach
    }
  }
}

extension MonthFigures.QueueFigures {
  /// Hours of an agent that one contact takes.
  var hoursEach: Double { handleTime.inSeconds / 3600 / Double(max(1, concurrency)) }
}

/// The part of the cost that follows from contacts, people and hours.
enum StaffingPart: Sendable, Hashable, CaseIterable {
  /// Paid hours of our own people, training and ramp included.
  case regular
  /// Their overtime, rest days and holidays.
  case overtime
  /// Hours of vendors, with surcharges, tiers and commitments.
  case vendor

  /// The part that a kind belongs to; `nil` for one that stands for itself.
  init?(_ kind: CostKind) {
    switch kind {
    case .idleRamp, .category(.regularPay), .category(.paidHoliday), .category(.trainingPay):
      self = .regular
    case .category(.overtime), .category(.restDayWork), .category(.holidayWork): self = .overtime
    case .category(.vendorHours), .category(.vendorSurcharge), .category(.vendorCommitment),
      .category(.vendorTier):
      self = .vendor
    default: return nil
    }
  }
}
