import BusinessCalendar

// The scenario in PeakPlan's own format.
extension ScenarioGenerator {
  var yaml: String {
    head + section("queues", queues.map(queue)) + sites
      + section("staff-groups", groups.map(group)) + section("vendors", vendors.map(vendor))
      + policy
  }

  private var head: String {
    """
    # Made up by the benchmarks: size \(size.rawValue), seed \(seed). No number has a meaning.
    peakplan: 1
    name: Made up, size \(size.rawValue), seed \(seed)
    question: How fast, and how well, is a plan of this size found?
    time-zone: Asia/Shanghai
    currency: CNY
    calendar: CN
    slot: 60 min
    horizon: { start: \(start), weeks: \(size.weeks) }
    pay-rules: china-standard
    seed: \(seed)

    """
  }

  private func section(_ name: String, _ entries: [String]) -> String {
    "\(name):\n" + entries.joined()
  }

  private func queue(_ made: MadeQueue) -> String {
    // Fourteen hours from eight o'clock on, busier at noon and in the evening.
    let open = [5, 7, 9, 9, 7, 6, 6, 7, 7, 7, 8, 9, 8, 5].map { "\($0) %" }
    let closed = Array(repeating: "0 %", count: 8)
    let profile = (closed + open + ["0 %", "0 %"]).joined(separator: ", ")
    return """
        \(made.id):
          channel: voice
          opening-hours: "08:00-22:00"
          service: { answered: 80 %, within: 30 s }
          handle-time: \(made.handleTime) s
          lost-contact-price: \(made.lostPrice).00
          volume:
            drivers:
              orders: { file: orders.csv, orders: \(made.id) }
              intents: { contact: { contact-rate: 100 % } }
              hourly-profile: [\(profile)]

      """
  }

  private var sites: String {
    "sites:\n"
      + seats.indices.map { "  s\($0 + 1): { seats: \(seats[$0]) }\n" }.joined()
  }

  private func group(_ made: MadeGroup) -> String {
    let first = queues[made.skills[0]]
    let new = made.heads / 10
    let settled = made.heads * 3 / 10
    let rate = "\(made.monthlyAttrition / 10).\(made.monthlyAttrition % 10)"
    return """
        \(made.id):
          site: s\(made.site + 1)
          skills: [\(made.skills.map { queues[$0].id }.joined(separator: ", "))]
          contract-hours: 40 h
          wage: \(made.wage) per month
          employer-on-cost: \(made.onCost) %
          headcount: { 4 weeks: \(new), 30 weeks: \(settled), 80 weeks: \(made.heads - new - settled) }
          shrinkage: { in-office: \(made.inOffice) %, out-of-office: \(made.outOfOffice) % }
          schedule-efficiency: 90 %
          attrition: { 0 weeks: 6 % per month, 13 weeks: \(rate) % per month }
          hiring:
            recruiting-lead: \(made.lead) weeks
            class-size: 8-20
            class-every: \(made.classEvery) weeks
            trainers: \(made.trainers)
            training: \(first.trainingWeeks) weeks
            nesting: 1 weeks
            ramp: [\(first.ramp.map { "\($0) %" }.joined(separator: ", "))]
            wash-out: 8 %
            cost-per-hire: 1500.00
            cost-per-class: \(made.costPerClass).00
          overtime: { take-up: \(made.takeUp) %, per-week: 10 h, productivity: 92 % }

      """
  }

  private func vendor(_ made: MadeVendor) -> String {
    let ids = made.skills.map { queues[$0].id }.joined(separator: ", ")
    var text = """
        \(made.id):
          skills: [\(ids)]
          price: \(made.price).00 per productive-hour
          holiday-surcharge: 200 %
          notice: \(made.notice) weeks
          ramp-per-week: \(made.ramp)
          minimum-seats: \(made.least)
          maximum-seats: \(made.most)
          initial-seats: \(made.initial)
          hours-per-seat: 44 h
          proficiency: \(made.proficiency) %

      """
    if made.commitment > 0 {
      text += "    commitment: { hours-per-month: \(made.commitment) h, shortfall: 100 % }\n"
    }
    if made.setUpFee > 0 { text += "    setup-fee: \(made.setUpFee).00\n" }
    return text
  }

  private var policy: String {
    let shares = queues.map { "\($0.id): \($0.outsourced) %" }.joined(separator: ", ")
    return """
      policy:
        outsourced-share: { \(shares) }
        end-strength: 90 %
        missing-head-at-end: 6000.00

      """
  }
}
