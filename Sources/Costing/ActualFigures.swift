public import BusinessCalendar
public import Units

/// What really happened in one month, as far as it is known.
public struct ActualFigures: Sendable, Equatable {
  /// The month.
  public let month: YearMonth
  /// The queues whose contacts were counted.
  public var queues: [MonthFigures.QueueFigures] = []
  /// Our own people on the payroll.
  public var heads: Headcount?
  /// Their paid hours without overtime.
  public var regularTime: WorkTime?
  /// Their overtime.
  public var overtimeTime: WorkTime?
  /// Their hours on contacts or waiting for them.
  public var productiveTime: WorkTime?
  /// Hours that vendors billed.
  public var vendorTime: WorkTime?
  /// What was paid, by kind.
  public var amounts: [MonthFigures.KindAmount] = []

  /// A month of which nothing is known yet.
  public init(month: YearMonth) { self.month = month }

  /// Adds money of one kind to what was paid.
  public mutating func add(_ amount: Money, for kind: CostKind) {
    if let place = amounts.firstIndex(where: { $0.kind == kind }) {
      amounts[place].amount += amount
    } else {
      amounts.append(.init(kind, amount))
    }
  }

  /// The whole month: what is not known is as it was budgeted, and named.
  ///
  /// Hours without their money cost the budgeted rate; money of a vendor without its hours bought
  /// hours at the budgeted price; people whose hours alone are known have the budgeted hours each, and
  /// as much of it is productive.
  func completed(by budget: MonthFigures) -> (figures: MonthFigures, asBudgeted: [String]) {
    var missing: [String] = []
    func take<Value>(_ known: Value?, _ name: String, _ otherwise: Value) -> Value {
      if known == nil { missing.append(name) }
      return known ?? otherwise
    }
    let counted = budget.queues.map { queue in
      let found = queues.first { $0.queue == queue.queue }
      return take(found, "contacts.\(queue.queue)", queue)
    }
    let plan = StaffingCost(budget, vendorProficiency: 1)
    let regular = take(regularTime, "regular-hours", budget.regularTime)
    let overtime = take(overtimeTime, "overtime-hours", budget.overtimeTime)
    let regularPay = paid(.regular)
    let overtimePay = paid(.overtime)
    let vendorPay = paid(.vendor)
    let perHead = plan.hoursPerHead
    let people = take(
      heads, "heads",
      regularTime != nil && perHead > 0 ? Headcount(regular.hours / perHead) : budget.heads)
    let productive = take(
      productiveTime, "productive-hours",
      plan.netShare > 0 && (regularTime != nil || overtimeTime != nil)
        ? WorkTime(hours: (regular + overtime).hours * plan.netShare) : budget.productiveTime)
    let bought = vendorPay.map(ActualFigures.sum)
    let bill = take(
      vendorTime, "vendor-hours",
      bought.flatMap { money in
        plan.vendorPrice.flatMap { price in
          price > 0 ? WorkTime(hours: money.approximateMinorUnits / price) : nil
        }
      } ?? budget.vendorTime)
    func money(
      _ known: [MonthFigures.KindAmount]?, _ part: StaffingPart, _ name: String,
      _ otherwise: (Double, CostKind)?
    ) -> [MonthFigures.KindAmount] {
      let planned = budget.amounts.filter { StaffingPart($0.kind) == part }
      guard known == nil else { return known ?? [] }
      let isNothing = otherwise.map { $0.0 == 0 } ?? planned.isEmpty
      if !isNothing { missing.append(name) }
      guard let otherwise else { return planned }
      let amount = Money(minorUnits: Int64(max(-9e18, min(9e18, otherwise.0.rounded()))))
      return amount == .zero ? [] : [.init(otherwise.1, amount)]
    }
    let rate =
      regularPay.flatMap { regular > .zero ? sum($0) / regular.hours : nil } ?? plan.rate
    let amounts =
      money(
        regularPay, .regular, "regular-pay",
        regularTime == nil
          ? nil : plan.rate.map { ($0 * regular.hours, .category(.regularPay)) })
      + money(
        overtimePay, .overtime, "overtime-pay",
        overtimeTime == nil
          ? nil
          : rate.map { ($0 * overtime.hours * (plan.multiplier ?? 1), .category(.overtime)) })
      + money(
        vendorPay, .vendor, "vendor-pay",
        vendorTime == nil
          ? nil : plan.vendorPrice.map { ($0 * bill.hours, .category(.vendorHours)) })
    let others = CostKind.all.filter { StaffingPart($0) == nil }.compactMap {
      kind -> MonthFigures.KindAmount? in
      if let known = self.amounts.first(where: { $0.kind == kind }) { return known }
      let planned = budget.amount(kind)
      guard planned != .zero else { return nil }
      missing.append(kind.key)
      return .init(kind, planned)
    }
    let figures = MonthFigures(
      month: month, queues: counted, heads: people, regularTime: regular,
      overtimeTime: overtime, productiveTime: productive, vendorTime: bill,
      amounts: amounts + others)
    return (figures, missing)
  }

  /// What is known of one part's money; `nil` for nothing.
  private func paid(_ part: StaffingPart) -> [MonthFigures.KindAmount]? {
    let known = amounts.filter { StaffingPart($0.kind) == part }
    return known.isEmpty ? nil : known
  }

  private static func sum(_ amounts: [MonthFigures.KindAmount]) -> Money {
    amounts.map(\.amount).total()
  }

  private func sum(_ amounts: [MonthFigures.KindAmount]) -> Double {
    ActualFigures.sum(amounts).approximateMinorUnits
  }
}
