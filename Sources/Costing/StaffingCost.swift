internal import Units

/// What people and vendors cost as a function of contacts, time and prices: the flexible budget.
///
/// With workload W = Σ contacts × handle time, net hours N = W × staffing (hours of people for an hour
/// of work), and H heads with k regular hours, of which the share s is productive:
///
///     gap   = max(0, N − H·k·s)
///     cost  = H·k·rate + ω·gap/s·rate·multiplier + (1 − ω)·gap/q·price
///
/// The gap is filled by overtime (the share ω) and vendors; q is what a billed hour gives.
struct StaffingCost {
  /// Contacts and hours each, a queue.
  var contacts: [Double]
  var hoursEach: [Double]
  var heads: Double
  /// Paid regular hours a head.
  var hoursPerHead: Double
  /// The share of paid hours that is productive.
  var netShare: Double
  /// Net hours for an hour of work.
  var staffing: Double
  /// The share of the gap that overtime fills.
  var overtimeShare: Double?
  /// Minor units a regular hour.
  var rate: Double?
  /// Overtime's pay in regular rates.
  var multiplier: Double?
  /// Minor units a vendor's hour.
  var vendorPrice: Double?
  let vendorProficiency: Double

  /// The drivers of a month; those that it has no measure for are `nil`.
  init(_ figures: MonthFigures, vendorProficiency: Double) {
    contacts = figures.queues.map(\.contacts.value)
    hoursEach = figures.queues.map(\.hoursEach)
    heads = figures.heads.value
    let regular = figures.regularTime.hours
    let overtime = figures.overtimeTime.hours
    let vendor = figures.vendorTime.hours
    hoursPerHead = heads > 0 ? regular / heads : 0
    let paid = regular + overtime
    netShare = paid > 0 ? figures.productiveTime.hours / paid : 0
    let net = figures.productiveTime.hours + vendor * vendorProficiency
    staffing = figures.workload > 0 ? net / figures.workload : 0
    let gap = overtime * netShare + vendor * vendorProficiency
    overtimeShare = gap > 0 ? overtime * netShare / gap : nil
    let regularPay = figures.amount(of: .regular).approximateMinorUnits
    rate = regular > 0 && regularPay > 0 ? regularPay / regular : nil
    let overtimePay = figures.amount(of: .overtime).approximateMinorUnits
    multiplier = rate.flatMap { overtime > 0 ? overtimePay / overtime / $0 : nil }
    vendorPrice =
      vendor > 0 ? figures.amount(of: .vendor).approximateMinorUnits / vendor : nil
    self.vendorProficiency = vendorProficiency
  }

  /// The drivers with those that are missing taken from `other`: what only one side has is no cause.
  func completed(by other: StaffingCost) -> StaffingCost {
    var copy = self
    copy.overtimeShare = overtimeShare ?? other.overtimeShare
    copy.rate = rate ?? other.rate
    copy.multiplier = multiplier ?? other.multiplier
    copy.vendorPrice = vendorPrice ?? other.vendorPrice
    if netShare == 0 { copy.netShare = other.netShare }
    if hoursPerHead == 0 { copy.hoursPerHead = other.hoursPerHead }
    return copy
  }

  /// The cost in minor units.
  var minorUnits: Double {
    let workload = zip(contacts, hoursEach).reduce(0) { $0 + $1.0 * $1.1 }
    let regular = heads * hoursPerHead
    let gap = max(0, workload * staffing - regular * netShare)
    let share = overtimeShare ?? 1
    let rate = rate ?? 0
    let own = netShare > 0 ? share * gap / netShare * rate * (multiplier ?? 1) : 0
    let bought =
      vendorProficiency > 0 ? (1 - share) * gap / vendorProficiency * (vendorPrice ?? 0) : 0
    return regular * rate + own + bought
  }

  /// The cost, rounded once.
  var amount: Money {
    let value = minorUnits
    guard value.isFinite else { return .zero }
    return Money(minorUnits: Int64(max(-9e18, min(9e18, value.rounded()))))
  }
}
