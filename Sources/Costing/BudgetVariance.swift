public import BusinessCalendar
public import Units

/// A budget against what happened: the difference of each month by cause, and what all months will
/// cost as far as can be seen.
public struct BudgetVariance: Sendable, Equatable {
  /// A month of the outlook.
  public struct OutlookMonth: Sendable, Equatable {
    /// The month.
    public let month: YearMonth
    /// What was to be paid.
    public let budget: Money
    /// What is paid; `nil` for a month that is not known yet.
    public let actual: Money?
    /// What is paid, or will be.
    public let outlook: Money
  }

  /// The months that are known, in order.
  public let months: [MonthVariance]
  /// All months of the budget.
  public let outlook: [OutlookMonth]
  /// What was taken as budgeted since it is not known, by month: `heads`, `contacts.QUEUE`, a kind ….
  public let asBudgeted: [(month: YearMonth, figures: [String])]
  /// Months that something is known of but that the budget does not have.
  public let outside: [YearMonth]

  /// Whether two are the same.
  public static func == (left: BudgetVariance, right: BudgetVariance) -> Bool {
    left.months == right.months && left.outlook == right.outlook && left.outside == right.outside
      && left.asBudgeted.elementsEqual(right.asBudgeted, by: { $0 == $1 })
  }

  /// What was to be paid in the known months.
  public var budget: Money { months.map(\.budget).total() }
  /// What is paid in them.
  public var actual: Money { months.map(\.actual).total() }

  /// The causes of all known months together, in their order; they sum to actual − budget.
  public var causes: [(cause: VarianceCause, amount: Money)] {
    let kinds = CostKind.all.map { VarianceCause.kind($0) }
    return (VarianceCause.ordered + kinds).compactMap { cause in
      let entries = months.flatMap(\.causes).filter { $0.cause == cause }
      return entries.isEmpty ? nil : (cause, entries.map(\.amount).total())
    }
  }

  /// The variance of what is known, and the outlook.
  ///
  /// A month that is not known costs in the outlook what `replanned` says, where that has it; else the
  /// budget's figures with what was found so far: the handle times, the people of the last known
  /// month, their hours, the shrinkage, the staffing, the rates and prices, each as a ratio to its
  /// budget. The volume stays as budgeted, so does what stands for itself, and so do months before
  /// the last known one.
  public init(_ budget: Budget, actuals: [ActualFigures], replanned: Budget? = nil) {
    var months: [MonthVariance] = []
    var asBudgeted: [(month: YearMonth, figures: [String])] = []
    var pairs: [(planned: MonthFigures, found: MonthFigures)] = []
    for planned in budget.months {
      guard let actual = actuals.first(where: { $0.month == planned.month }) else { continue }
      let (found, missing) = actual.completed(by: planned)
      pairs.append((planned, found))
      if !missing.isEmpty { asBudgeted.append((planned.month, missing)) }
      months.append(
        MonthVariance(
          budget: planned, actual: found, vendorProficiency: budget.vendorProficiency))
    }
    let trend = CostTrend(pairs, vendorProficiency: budget.vendorProficiency.value)
    outlook = budget.months.map { planned in
      let known = months.first { $0.month == planned.month }
      let isLater = months.last.map { $0.month < planned.month } ?? false
      let later = replanned?.months.first { $0.month == planned.month }?.total
      return OutlookMonth(
        month: planned.month, budget: planned.total, actual: known?.actual,
        outlook: known?.actual ?? later ?? (isLater ? trend.amount(of: planned) : planned.total))
    }
    outside = actuals.map(\.month).filter { month in
      !budget.months.contains { $0.month == month }
    }.sorted()
    self.months = months
    self.asBudgeted = asBudgeted
  }
}

/// How the known months differ from their budget, carried on to the others.
struct CostTrend {
  private let vendorProficiency: Double
  private let handleTimes: [Double]
  private let heads: Double
  private let hoursPerHead: Double
  private let netShare: Double
  private let staffing: Double
  private let rate: Double
  private let multiplier: Double
  private let vendorPrice: Double

  init(
    _ pairs: [(planned: MonthFigures, found: MonthFigures)], vendorProficiency: Double
  ) {
    self.vendorProficiency = vendorProficiency
    func ratio(_ found: Double?, _ planned: Double?) -> Double {
      guard let found, let planned, found > 0, planned > 0 else { return 1 }
      let ratio = found / planned
      return ratio.isFinite ? ratio : 1
    }
    let queues = pairs.first?.planned.queues.indices ?? 0..<0
    handleTimes = queues.map { queue in
      var (found, planned) = (0.0, 0.0)
      for pair in pairs {
        let contacts = pair.found.queues[queue].contacts.value
        found += contacts * pair.found.queues[queue].hoursEach
        planned += contacts * pair.planned.queues[queue].hoursEach
      }
      return ratio(found, planned)
    }
    heads = ratio(pairs.last?.found.heads.value, pairs.last?.planned.heads.value)
    func sum(_ value: (MonthFigures) -> Double) -> (found: Double, planned: Double) {
      (
        pairs.map { value($0.found) }.reduce(0, +),
        pairs.map { value($0.planned) }.reduce(0, +)
      )
    }
    func each(
      _ value: (MonthFigures) -> Double, _ base: (MonthFigures) -> Double
    ) -> Double {
      let (values, bases) = (sum(value), sum(base))
      guard bases.found > 0, bases.planned > 0 else { return 1 }
      return ratio(values.found / bases.found, values.planned / bases.planned)
    }
    hoursPerHead = each({ $0.regularTime.hours }, { $0.heads.value })
    netShare = each(
      { $0.productiveTime.hours }, { ($0.regularTime + $0.overtimeTime).hours })
    staffing = each(
      { $0.productiveTime.hours + $0.vendorTime.hours * vendorProficiency }, { $0.workload })
    rate = each(
      { $0.amount(of: .regular).approximateMinorUnits }, { $0.regularTime.hours })
    let hourOfOvertime = each(
      { $0.amount(of: .overtime).approximateMinorUnits }, { $0.overtimeTime.hours })
    multiplier = ratio(hourOfOvertime, rate)
    vendorPrice = each(
      { $0.amount(of: .vendor).approximateMinorUnits }, { $0.vendorTime.hours })
  }

  /// What a month will cost if it goes on like this.
  func amount(of planned: MonthFigures) -> Money {
    let before = StaffingCost(planned, vendorProficiency: vendorProficiency)
    var after = before
    after.hoursEach = zip(before.hoursEach, handleTimes).map { $0 * $1 }
    if handleTimes.count != before.hoursEach.count { after.hoursEach = before.hoursEach }
    after.heads *= heads
    after.hoursPerHead *= hoursPerHead
    after.netShare *= netShare
    after.staffing *= staffing
    after.rate = before.rate.map { $0 * rate }
    after.multiplier = before.multiplier.map { $0 * multiplier }
    after.vendorPrice = before.vendorPrice.map { $0 * vendorPrice }
    return planned.total + (after.amount - before.amount)
  }
}
