internal import BusinessCalendar
internal import Contracts
internal import Scenarios
internal import Units

// What the further clauses of a contract say of the program.
extension VendorModel {
  private var clauses: VendorClauses { vendor.clauses ?? VendorClauses() }

  /// Calendar months that a contract runs at least.
  var minimumMonths: Int { max(1, clauses.minimumMonths) }

  /// What ending the contract costs, in minor units.
  var exitCost: Double { max(0, clauses.exitCost.approximateMinorUnits) }

  /// Whether it matters when a contract starts and ends, and not only in which months it runs.
  var hasRuns: Bool { hasContractTerms && (minimumMonths > 1 || exitCost > 0) }

  /// The share of an added seat's hours that is lost in each of its first weeks; empty where an added
  /// seat is as good as the others.
  var lostToLearning: [Double] {
    let lost = clauses.learning.map { $0.complement.value.bounded(to: 0...1) }
    return lost.contains { $0 > 0 } ? lost : []
  }

  /// What is not billed of an added seat's hours in each of its first weeks, as a share of their price;
  /// empty where they are billed in full.
  var rampDiscount: [Double] {
    let free = (clauses.rampBilling ?? []).map { $0.complement.value.bounded(to: 0...1) }
    return free.contains { $0 > 0 } ? free : []
  }

  /// The limits of a month's tiers in hours, or contacts, of the whole month, and what one above each
  /// costs more than at the main price, in minor units.
  func tiers(in month: YearMonth) -> [(above: Double, difference: Double)] {
    let terms = vendor.terms(in: month)
    return terms.tiers.map {
      (max(0, $0.limit), terms.difference(of: $0).approximateMinorUnits)
    }
  }

  /// Whether a tier's price is that of all hours of a month that reaches it.
  var isAllUnits: Bool { vendor.terms.volumeTiers?.mode == .allUnits }

  /// Whether tiers need a decision: where each has the price of all hours, or where an hour of some
  /// tier is cheaper than one of the tier below it and the program must be told that the lower tiers
  /// fill up first.
  func decidesTiers(in month: YearMonth) -> Bool {
    let prices = [0] + tiers(in: month).map(\.difference)
    return isAllUnits || zip(prices, prices.dropFirst()).contains { $0 > $1 }
  }

  /// Seats of a batch; `nil` where seats come by the piece.
  var seatBatch: Double? { clauses.seatBatch.map { Double(max(1, $0)) } }

  /// So many of `seats` as are in whole batches.
  func wholeBatches(_ seats: Double) -> Double {
    seatBatch.map { (seats / $0 + 1e-9).rounded(.down) * $0 } ?? seats
  }

  /// The largest share of its queues' hours in a week.
  var maximumShare: Double? { clauses.maximumShare?.value.bounded(to: 0...1) }

  /// The largest share of one queue's hours in a week; `nil` where it has no limit of its own.
  func maximumShare(of queue: Queue.ID) -> Double? {
    clauses.queueShares?.first { $0.queue == queue }?.share.value.bounded(to: 0...1)
  }

  /// Billed hours of the horizon that it gets at least.
  var awardedHours: Double { max(0, clauses.awardedTime?.hours ?? 0) }

  /// The largest share of the outsourced hours of the horizon.
  var shareOfOutsourced: Double? { clauses.shareOfOutsourced?.value.bounded(to: 0...1) }
}
