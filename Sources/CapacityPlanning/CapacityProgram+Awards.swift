internal import LinearProgramming
internal import Scenarios
internal import Units

// What a vendor may take of single queues, and what it was awarded.
extension CapacityProgram {
  /// `Σ_b net[v,q,w,b] ≤ share[v,q] · required[q,w]` for queues of which a vendor may take only so much.
  mutating func addQueueShares(of vendor: Int) {
    let id = input.vendorID(vendor)
    for queue in input.vendorSkills[vendor] {
      guard let share = input.vendors[vendor].maximumShare(of: input.queues[queue].id), share < 1
      else { continue }
      for week in 0..<input.weekCount {
        require(
          "share of \(id) in \(input.queueID(queue)) in \(input.weekName(week))",
          netHours(vendor, week, for: queue) <= share * input.required(queue, week),
          .init(
            family: .vendorShare, owner: .vendor(vendor), weeks: [week], unit: "net hour",
            relief: "One more hour of \(input.queueName(queue)) that "
              + "\(input.vendorName(vendor)) may take in "
              + input.calendar.weeks[week].inWords,
            path: "vendors.\(id).queue-shares"))
      }
    }
  }

  /// `Σ_w Σ_b hours[v,w,b] ≥ awarded[v]`: billed hours that it gets over the horizon at least.
  mutating func addAward(to vendor: Int) {
    let awarded = input.vendors[vendor].awardedHours
    guard awarded > 0 else { return }
    var hours = LinearExpression()
    for week in 0..<input.weekCount {
      for bucket in DayBucket.allCases {
        hours += billedHours(VendorWeek(vendor: vendor, week: week), bucket)
      }
    }
    let id = input.vendorID(vendor)
    require(
      "hours awarded to \(id)", hours >= awarded,
      .init(
        family: .vendorShare, owner: .vendor(vendor), weeks: Array(0..<input.weekCount),
        unit: "billed hour",
        relief: "One hour less that is awarded to \(input.vendorName(vendor))",
        path: "vendors.\(id).awarded-hours"))
  }
}
