public import BusinessCalendar
public import Units

/// Why a month costs more or less than its budget.
public enum VarianceCause: Sendable, Hashable {
  /// More or fewer contacts came.
  case volume
  /// They took longer or shorter.
  case handleTime
  /// More or fewer people were there: attrition and hiring.
  case attrition
  /// A head had more or fewer paid hours.
  case hoursPerHead
  /// More or less of the paid time was productive: shrinkage, training and ramp.
  case shrinkage
  /// More or fewer hours of people for an hour of work.
  case staffing
  /// Another mix of overtime and vendors, and of the overtime's pay classes.
  case overtimeMix
  /// Other pay for a regular hour.
  case rate
  /// Another price of a vendor's hour.
  case vendorPrice
  /// Money that follows from none of these: what a contract owes without hours, and the like.
  case rest
  /// What stands for itself: recruiting, contributions, …
  case kind(CostKind)

  /// The causes in the order in which they are taken, without the kinds.
  public static let ordered: [VarianceCause] = [
    .volume, .handleTime, .attrition, .hoursPerHead, .shrinkage, .staffing, .overtimeMix, .rate,
    .vendorPrice, .rest,
  ]

  /// The key in documents.
  public var key: String {
    switch self {
    case .volume: "volume"
    case .handleTime: "handle-time"
    case .attrition: "attrition"
    case .hoursPerHead: "hours-per-head"
    case .shrinkage: "shrinkage"
    case .staffing: "staffing"
    case .overtimeMix: "overtime-mix"
    case .rate: "rate"
    case .vendorPrice: "vendor-price"
    case .rest: "rest"
    case .kind(let kind): "kind.\(kind.key)"
    }
  }
}

/// What a month cost against its budget, cause by cause; the causes sum to the difference, to the
/// minor unit.
public struct MonthVariance: Sendable, Equatable {
  /// The month.
  public let month: YearMonth
  /// What was to be paid.
  public let budget: Money
  /// What is paid.
  public let actual: Money
  /// What each cause adds (or, below zero, saves); all of ``VarianceCause/ordered`` in their order,
  /// then the kinds that differ.
  public let causes: [(cause: VarianceCause, amount: Money)]

  /// What is paid more than was to be.
  public var difference: Money { actual - budget }

  /// What one cause adds.
  public func amount(of cause: VarianceCause) -> Money {
    causes.filter { $0.cause == cause }.map(\.amount).total()
  }

  /// Whether two are the same.
  public static func == (left: MonthVariance, right: MonthVariance) -> Bool {
    left.month == right.month && left.budget == right.budget && left.actual == right.actual
      && left.causes.elementsEqual(right.causes, by: { $0 == $1 })
  }

  /// The variance of a month by substituting one driver after the other.
  ///
  /// The staffing cost (``Costing``'s flexible budget) is evaluated with the budget's drivers, then
  /// with the actual contacts, the actual handle time too, and so on in the order of
  /// ``VarianceCause/ordered``; each evaluation is rounded once, and a cause is the difference of two
  /// that follow each other, so that the sum telescopes. Flexible budgets: Horngren, Datar and Rajan,
  /// “Cost Accounting”, chapters 7 and 8; that the order matters, and what an order-free share would
  /// be: Shorrocks, J. Econ. Inequality 11 (2013).
  public init(budget: MonthFigures, actual: MonthFigures, vendorProficiency: Share) {
    month = budget.month
    self.budget = budget.total
    self.actual = actual.total
    let planned = StaffingCost(budget, vendorProficiency: vendorProficiency.value)
    let found = StaffingCost(actual, vendorProficiency: vendorProficiency.value)
    let target = found.completed(by: planned)
    var state = planned.completed(by: found)
    let start = state.amount
    var before = start
    var causes: [(cause: VarianceCause, amount: Money)] = []
    for (cause, substitute) in MonthVariance.substitutions {
      substitute(&state, target)
      let after = state.amount
      causes.append((cause, after - before))
      before = after
    }
    let parts = StaffingPart.allCases
    let staffing =
      parts.map { actual.amount(of: $0) }.total() - parts.map { budget.amount(of: $0) }.total()
    causes.append((.rest, staffing - (before - start)))
    for kind in CostKind.all where StaffingPart(kind) == nil {
      let more = actual.amount(kind) - budget.amount(kind)
      if more != .zero { causes.append((.kind(kind), more)) }
    }
    self.causes = causes
  }

  private typealias Substitution = @Sendable (inout StaffingCost, StaffingCost) -> Void

  private static let substitutions: [(VarianceCause, Substitution)] = [
    (.volume, { $0.contacts = $1.contacts }),
    (.handleTime, { $0.hoursEach = $1.hoursEach }),
    (.attrition, { $0.heads = $1.heads }),
    (.hoursPerHead, { $0.hoursPerHead = $1.hoursPerHead }),
    (.shrinkage, { $0.netShare = $1.netShare }),
    (.staffing, { $0.staffing = $1.staffing }),
    (
      .overtimeMix,
      {
        $0.overtimeShare = $1.overtimeShare
        $0.multiplier = $1.multiplier
      }
    ),
    (.rate, { $0.rate = $1.rate }),
    (.vendorPrice, { $0.vendorPrice = $1.vendorPrice }),
  ]
}
