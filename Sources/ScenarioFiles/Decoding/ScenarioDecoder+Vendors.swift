internal import Contracts
internal import Scenarios
internal import Units

extension ScenarioDecoder {
  func vendor(_ entry: (id: String, reader: MapReader)) -> Vendor? {
    let reader = entry.reader
    let name = reader.text("name") ?? entry.id
    let skills = reader.references("skills", to: "queue")
    let barred = reader.references("not-queues", to: "queue") ?? []
    if reader.node["skills"]?.items?.isEmpty ?? false {
      reader.error("skills", "the vendor can work no queue", hint: "list at least one")
    }
    let terms = terms(reader)
    let notice = reader.weeks("notice")
    let ramp = reader.count("ramp-per-week")
    let minimum = reader.count("minimum-seats")
    let maximum = reader.count("maximum-seats")
    let initial = reader.count("initial-seats")
    let hours = reader.workTime("hours-per-seat")
    let proficiency = reader.share("proficiency")
    guard let skills, let terms, let notice, let ramp, let minimum, let maximum, let initial,
      let hours, let proficiency
    else { return nil }
    if minimum > maximum {
      reader.error(
        "minimum-seats",
        "the minimum of \(minimum.counted("seat")) is above the maximum of \(maximum)",
        hint: "swap them, or correct one")
    }
    if initial > maximum || initial > 0 && initial < minimum {
      reader.error(
        "initial-seats", "\(initial.counted("seat")) cannot run already",
        hint: "it is 0, or from \(minimum) to \(maximum)")
    }
    if ramp == 0, initial == 0, maximum > 0 {
      log.warning(
        at: reader.span("ramp-per-week"), reader.pathText("ramp-per-week"),
        "the vendor can never add a seat", hint: "write how many it can add in a week")
    }
    let able = skills.filter { !barred.contains($0) }
    return Vendor(
      id: Vendor.ID(entry.id), name: name, skills: able.map { Queue.ID($0) }, terms: terms,
      noticeWeeks: notice, rampPerWeek: Headcount(Double(ramp)),
      minimumSeats: Headcount(Double(minimum)), maximumSeats: Headcount(Double(maximum)),
      hoursPerSeat: hours, initialSeats: Headcount(Double(initial)), proficiency: proficiency,
      language: reader.text("language"), clauses: clauses(reader, terms))
  }

  private func terms(_ reader: MapReader) -> ContractTerms? {
    guard let (rate, key) = reader.price("price"), let unit = PricingUnit(rawValue: key),
      let vat = reader.exactShare("vat")
    else { return nil }
    var surcharges: [Surcharge] = []
    let conditions: [(String, SurchargeCondition)] = [
      ("holiday-surcharge", .holiday), ("rest-day-surcharge", .restDay),
      ("overtime-surcharge", .overtime),
    ]
    for (key, condition) in conditions {
      guard let factor = reader.exactShare(key) else { continue }
      surcharges.append(Surcharge(condition, Multiplier(factor)))
      if factor < .one {
        log.warning(
          at: reader.span(key), reader.pathText(key),
          "these hours cost less than normal ones",
          hint: "the value is the factor on the price: 200 % is twice the price")
      }
    }
    let setup = reader.money("setup-fee").map { fee in
      SetupFee(fee, instalments: reader.count("setup-instalments") ?? 1)
    }
    let stated = ContractTerms(
      price: PriceItem(unit: unit, rate: rate), surcharges: surcharges,
      commitment: commitment(reader, unit), setup: setup, vatRate: vat,
      volumeTiers: tiers(reader),
      billedShare: reader.has("billed-share") ? reader.exactShare("billed-share") : nil,
      baseFee: reader.money("base-fee"), training: training(reader))
    checkUnit(reader, unit)
    let plain = withoutVAT(reader).map(stated.scaled) ?? stated
    let terms = expected(plain, reader)
    for problem in terms.problems {
      log.error(at: reader.node.span, reader.pathText, "\(problem)")
    }
    return terms
  }

  private func commitment(_ reader: MapReader, _ unit: PricingUnit) -> Commitment? {
    guard let map = reader.map("commitment"), let shortfall = map.exactShare("shortfall") else {
      return nil
    }
    let found = [
      (
        "hours-per-month",
        map.workTime("hours-per-month").map {
          Commitment(unit: unit, timePerMonth: $0, shortfallShare: shortfall)
        }
      ),
      (
        "contacts-per-month",
        map.count("contacts-per-month").map {
          Commitment(unit: unit, countPerMonth: Rational(Int64($0)), shortfallShare: shortfall)
        }
      ),
      (
        "spend-per-month",
        map.money("spend-per-month").map {
          Commitment(unit: unit, spendPerMonth: $0)
        }
      ),
    ].filter { map.has($0.0) }
    if found.isEmpty {
      reader.error(
        "commitment", "nothing is committed",
        hint: "write hours-per-month, contacts-per-month or spend-per-month")
    }
    for (key, _) in found.dropFirst() {
      map.error(key, "\(found[0].0) is committed too", hint: "keep the one that is agreed")
    }
    if map.has("spend-per-month"), map.has("shortfall") {
      map.error(
        "shortfall", "money that is committed is due in full",
        hint: "leave it out, or write the smaller amount as spend-per-month")
    }
    return found.first?.1
  }

  private func training(_ reader: MapReader) -> SeatTraining? {
    guard let map = reader.map("training"), let price = map.money("price"),
      let time = map.workTime("hours-per-seat")
    else { return nil }
    return SeatTraining(rate: UnitPrice(price), time: time)
  }

  /// The shares that every hour costs on top.
  func premiums(_ reader: MapReader) -> [Rational] {
    reader.values("premiums").compactMap { entry in
      if case .share(let share) = entry.value { share } else { nil }
    }
  }

  /// What premiums are a share of.
  func stacking(_ reader: MapReader) -> PremiumStacking {
    reader.text("premium-stacking").flatMap(PremiumStacking.init) ?? .add
  }

  /// The terms with premiums on every hour, and at the index and the exchange rate that are expected.
  private func expected(_ terms: ContractTerms, _ reader: MapReader) -> ContractTerms {
    var terms = terms
    let premiums = premiums(reader)
    if !premiums.isEmpty {
      if terms.price.unit.basis != .hours {
        reader.error(
          "premiums", "the price is per \(terms.price.unit.name), premiums are for hours",
          hint: "state the price with what it costs on top")
      }
      terms = terms.withPremium(premiums.reduce(.zero) { $0 + $1 }, stacking(reader))
    }
    if let index = reader.map("index"), let level = index.exactShare("expected") {
      let change = (level - .one) * (index.exactShare("share") ?? .one)
      let cap = index.exactShare("cap")
      let held = cap.map { max(.zero - $0, min($0, change)) } ?? change
      terms = terms.indexed(by: .one + held)
    }
    if let baseline = baseline(reader, terms) { terms = terms.around(baseline) }
    if let share = salesShare(reader, terms.price.unit) {
      terms.price = PriceItem(
        unit: terms.price.unit,
        rate: UnitPrice(
          minorUnitsPerUnit: terms.price.rate.minorUnitsPerUnit + share.minorUnitsPerUnit))
    }
    if let clause = reader.map("exchange-rate"), let rate = clause.exactShare("expected") {
      let change = rate - .one
      let size = change < .zero ? .zero - change : change
      let beyond =
        max(.zero, size - (clause.exactShare("band") ?? .zero))
        * (clause.exactShare("share") ?? .one)
      let isUp = (change > .zero) == (clause.text("direction") != "against")
      terms = terms.scaled(by: isUp ? .one + beyond : .one - beyond)
    }
    return terms
  }

  /// What a contact earns of the sales that it brings about, to expect: the share of them, less what is
  /// paid back of it for sales that are refunded.
  private func salesShare(_ reader: MapReader, _ unit: PricingUnit) -> UnitPrice? {
    guard let map = reader.map("sales-share"), let share = map.exactShare("share"),
      let sales = map.money("per-contact"), let refunded = map.exactShare("refunded"),
      let clawback = map.exactShare("clawback")
    else { return nil }
    if !unit.isContact {
      reader.error(
        "sales-share", "the price is per \(unit.name), and sales come of contacts",
        hint: "write the price per consultation, 0.00 where the share is all that is paid")
    }
    for key in ["tiers", "commitment", "forecast-lock", "baseline"] where reader.has(key) {
      reader.error(
        "sales-share", "\(key) counts contacts at the price without a share of sales",
        hint: "state the mean price of a contact, and leave sales-share out")
    }
    let kept = Rational.one - refunded * clawback
    return UnitPrice(
      minorUnitsPerUnit: Rational(sales.minorUnits) * share * kept
        * (withoutVAT(reader) ?? .one))
  }

  /// The part of an amount that is not VAT; `nil` where amounts are stated without it.
  func withoutVAT(_ reader: MapReader) -> Rational? {
    guard reader.flag("price-includes-vat") == true else { return nil }
    let vat = reader.exactShare("vat") ?? .zero
    if vat == .zero {
      reader.error(
        "price-includes-vat", "there is no VAT to be included", hint: "state vat, such as 6 %")
    }
    return Rational.one.divided(by: .one + vat)
  }

  /// Clauses about seats and hours that a price by contacts does not pay for.
  private func checkUnit(_ reader: MapReader, _ unit: PricingUnit) {
    checkVolumes(reader, unit)
    guard unit.basis == .contacts else { return }
    let meaningless = [
      ("minimum-seats", (reader.count("minimum-seats") ?? 0) > 0),
      ("seat-batch", reader.has("seat-batch")), ("awarded-hours", reader.has("awarded-hours")),
    ]
    for (key, isStated) in meaningless where isStated {
      reader.error(
        key, "a price per \(unit.name) pays for no seat or hour that is not used",
        hint: "leave it out, or commit to contacts: commitment: { contacts-per-month: 12000 }")
    }
  }

  // MARK: - Policy

  func policy(_ reader: MapReader, _ queues: [Queue]) -> Policy? {
    let limits = reader.shares("outsourced-share", by: "queue").map { limit in
      Policy.OutsourcingLimit(
        queue: Queue.ID(limit.id), share: Share(limit.share.doubleValue))
    }
    let critical = (reader.references("mission-critical", to: "queue") ?? []).map { Queue.ID($0) }
    for limit in limits where critical.contains(limit.queue) && limit.share > .zero {
      reader.error(
        "outsourced-share",
        "“\(limit.queue)” is mission-critical, yet vendors may take a part of it",
        hint: "take it out of one of the two")
    }
    guard let endStrength = reader.share("end-strength"),
      let missingHead = reader.money("missing-head-at-end")
    else { return nil }
    return Policy(
      outsourcingLimits: limits, missionCritical: critical,
      maximumOutsourcedShare: reader.share("outsourced-share-overall"),
      budget: reader.money("budget"), endStrength: endStrength,
      priceOfMissingHeadAtEnd: missingHead, overBudget: overBudget(reader),
      carriedQueues: carriedQueues(reader, queues), peakHours: peakHours(reader))
  }

  private func overBudget(_ reader: MapReader) -> Share? {
    let weight = reader.share("over-budget")
    if weight != nil, !reader.has("budget") {
      reader.error(
        "over-budget", "there is no budget to be above",
        hint: "write policy.budget, or leave it out")
    }
    return weight
  }

  // MARK: - Who serves what

  /// Whether every skill that is written is a queue.
  private func areSkillsKnown(_ top: MapReader) -> Bool {
    let known = context.ids["queue"] ?? []
    let people = ["staff-groups", "vendors"].flatMap { top.node[$0]?.pairs ?? [] }
    let skills = people.flatMap { $0.value["skills"]?.items ?? [] }
    return skills.allSatisfy { known.contains($0.scalar ?? "") }
  }

  /// Reports queues that nobody can serve.
  func checkQueues(
    _ top: MapReader, _ groups: [StaffGroup], _ vendors: [Vendor], _ policy: Policy?
  ) {
    guard let queues = top.node["queues"]?.pairs, !queues.isEmpty else {
      if top.has("queues") {
        top.error("queues", "there is no queue", hint: "a plan is made for at least one")
      }
      return
    }
    // A group that could not be read would only bring forth issues that are none.
    let groupCount = top.node["staff-groups"]?.pairs?.count ?? 0
    let vendorCount = top.node["vendors"]?.pairs?.count ?? 0
    guard groups.count == groupCount, vendors.count == vendorCount, areSkillsKnown(top) else {
      return
    }
    for queue in queues {
      let id = Queue.ID(queue.key)
      let isCritical = policy?.missionCritical.contains(id) ?? false
      let inHouse = groups.contains { $0.skills.contains(id) }
      let outside = vendors.contains { $0.skills.contains(id) }
      if !inHouse, !outside {
        log.error(
          at: queue.keySpan, "queues.\(queue.key)", "nobody can serve this queue",
          hint: "add it to the skills of a staff group or a vendor")
      } else if !inHouse, isCritical {
        log.error(
          at: queue.keySpan, "queues.\(queue.key)",
          "only vendors can serve this queue, but the policy keeps it in house",
          hint: "add it to the skills of a staff group, or take it out of mission-critical")
      }
    }
  }
}
