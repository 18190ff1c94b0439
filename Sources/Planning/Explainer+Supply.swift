internal import BusinessCalendar
internal import CapacityPlanning
internal import Contracts
internal import Costing
internal import Scenarios
internal import Units

extension Explainer {
  // MARK: A week of everybody

  func explainWeek(at date: String) throws(ExplanationError) -> Explanation {
    let (index, week) = try week(of: date)
    let queues = plan.capacity.requirement.map { queue in
      Explanation(
        name(of: queue.queue), value: "\(queue.total(inWeek: index).hours.short) h",
        formula: "ask for queue \(queue.queue) \(week.start)", path: "queues.\(queue.queue)")
    }
    var normal: [Explanation] = []
    var overtime: [Explanation] = []
    var unused: [Explanation] = []
    var sums = (normal: 0.0, overtime: 0.0, unused: 0.0, heads: 0.0)
    var heads: [Explanation] = []
    for group in plan.capacity.groups {
      let this = group.weeks[index]
      let path = "staff-groups.\(group.group)"
      let name = name(ofSupplier: group.group.rawValue)
      let used = this.allocations.map(\.netTime).total().hours
      let extra = min(this.overtime.map(\.netTime).total().hours, used)
      let all = this.overtime.map(\.netTime).total().hours
      let regular = max(0, used - all)
      let spare = max(0, this.regularNetTime.hours - regular)
      sums = (
        sums.normal + regular, sums.overtime + extra, sums.unused + spare,
        sums.heads + this.heads.value
      )
      normal.append(
        Explanation(
          name, value: "\(regular.short) h",
          formula: "\(used.short) h on contacts − \(all.short) h of overtime", path: path))
      overtime.append(Explanation(name, value: "\(extra.short) h", path: "\(path).overtime"))
      unused.append(
        Explanation(
          name, value: "\(spare.short) h",
          formula: "\(this.regularNetTime.hours.short) h there are − \(regular.short) h used",
          path: path))
      heads.append(
        Explanation(
          name, value: this.heads.value.short,
          formula: "ask for group \(group.group) \(week.start)", path: "\(path).headcount"))
    }
    let vendors = plan.capacity.vendors.map { vendor in
      Explanation(
        name(ofSupplier: vendor.vendor.rawValue),
        value: "\(vendor.weeks[index].allocations.map(\.netTime).total().hours.short) h",
        formula: "ask for vendor \(vendor.vendor) \(week.start)", path: "vendors.\(vendor.vendor)")
    }
    let outsourced = plan.capacity.vendors
      .flatMap { $0.weeks[index].allocations }.map(\.netTime).total().hours
    let shortages = plan.capacity.shortages.filter { $0.week == index }
    let short = shortages.map(\.netTime).total().hours
    let required = plan.capacity.requirement.map { $0.total(inWeek: index) }.total().hours
    return Explanation(
      "net hours required in the week of \(week.start)", value: "\(required.short) h",
      formula: "\(sums.normal.short) of our own people in normal time + \(sums.overtime.short) in "
        + "overtime + \(outsourced.short) of vendors + \(short.short) short",
      parts: [
        Explanation("required, by queue", value: "\(required.short) h", parts: queues),
        Explanation(
          "our own people, normal hours", value: "\(sums.normal.short) h", parts: normal),
        Explanation("overtime", value: "\(sums.overtime.short) h", parts: overtime),
        Explanation("vendors", value: "\(outsourced.short) h", parts: vendors),
        Explanation(
          "short", value: "\(short.short) h",
          parts: shortages.map { shortage in
            let part = shortageExplanation(shortage)
            return Explanation(
              "\(name(of: shortage.queue)), \(part.statement)", value: part.value,
              parts: part.parts)
          }),
        Explanation(
          "our own people, not needed", value: "\(sums.unused.short) h", parts: unused),
        Explanation("heads", value: sums.heads.short, parts: heads),
      ] + explainRelief(in: index))
  }

  // MARK: The whole horizon

  /// The sums over all weeks, each with what every week adds to it.
  func explainHorizon() -> Explanation {
    let weeks = plan.capacity.weeks
    func sum(
      _ name: String, unit: String = " h", _ value: (Int) -> Double
    ) -> Explanation {
      let values = weeks.indices.map(value)
      return Explanation(
        name, value: "\(values.reduce(0, +).short)\(unit)", formula: "sum of the weeks",
        parts: weeks.indices.map {
          Explanation("week of \(weeks[$0].start)", value: "\(values[$0].short)\(unit)")
        })
    }
    let groups = plan.capacity.groups
    let vendors = plan.capacity.vendors
    func each(_ value: @escaping (GroupPlan.WeekPlan) -> Double) -> (Int) -> Double {
      { week in groups.map { value($0.weeks[week]) }.reduce(0, +) }
    }
    func seats(_ value: @escaping (VendorPlan.WeekPlan) -> Double) -> (Int) -> Double {
      { week in vendors.map { value($0.weeks[week]) }.reduce(0, +) }
    }
    func used(_ week: GroupPlan.WeekPlan) -> Double {
      week.allocations.map(\.netTime).total().hours
    }
    func extra(_ week: GroupPlan.WeekPlan) -> Double {
      week.overtime.map(\.netTime).total().hours
    }
    let required = sum("required") { week in
      plan.capacity.requirement.map { $0.total(inWeek: week) }.total().hours
    }
    let classes = plan.capacity.classes
    var parts = [
      sum("our own people, normal hours", each { max(0, used($0) - extra($0)) }),
      sum("overtime, net", each { min(extra($0), used($0)) }),
      sum("overtime, net of what could be used", each(extra)),
      sum("overtime, paid", each { $0.overtime.map(\.paidTime).total().hours }),
      sum(
        "our own people, not needed",
        each { max(0, $0.regularNetTime.hours - max(0, used($0) - extra($0))) }),
    ]
    parts += vendors.map { vendor in
      sum(name(ofSupplier: vendor.vendor.rawValue)) {
        vendor.weeks[$0].allocations.map(\.netTime).total().hours
      }
    }
    parts += [
      sum("vendors, net", seats { $0.allocations.map(\.netTime).total().hours }),
      sum("vendors, billed on ordinary days", seats(\.billedOrdinary.hours)),
      sum("vendors, billed on statutory holidays", seats(\.billedStatutoryHoliday.hours)),
      sum("vendor seats added", unit: "", seats(\.added.value)),
      sum("short") { week in
        plan.capacity.shortages.filter { $0.week == week }.map(\.netTime).total().hours
      },
      Explanation(
        "people who start in hiring classes",
        value: classes.map(\.heads).total().value.short,
        formula: "\(classes.map(\.graduates).total().value.short) of them finish training",
        parts: classes.map { entry in
          Explanation(
            "class \(entry.number) of \(name(ofSupplier: entry.group.rawValue))",
            value: entry.heads.value.short, formula: "\(entry.graduates.value.short) finish",
            path: "staff-groups.\(entry.group).hiring")
        }),
    ]
    return Explanation(
      "net hours required over the horizon", value: required.value,
      formula: "\(weeks.count.counted("week")) from \(plan.scenario.horizon.start)",
      parts: [required] + parts)
  }

  // MARK: Vendors

  /// The seats and hours of a vendor in the week of a date, or in a month.
  func explainVendor(_ id: String, at time: String) throws(ExplanationError) -> Explanation {
    guard let vendor = plan.scenario.vendor(Identifier(id)),
      let vendorPlan = plan.capacity.vendors.first(where: { $0.vendor.rawValue == id })
    else {
      throw .unknown(kind: "vendor", name: id, known: plan.scenario.vendors.map(\.id.rawValue))
    }
    if let month = vendorPlan.months.first(where: { "\($0.month)" == time }) {
      return explain(month, of: vendor)
    }
    let (index, week) = try week(of: time)
    let this = vendorPlan.weeks[index]
    let path = "vendors.\(id)"
    let before = index > 0 ? vendorPlan.weeks[index - 1].seats : vendor.initialSeats
    let ended = before.value + this.added.value - this.seats.value
    let change = ended > 0.005 ? " − \(ended.short) ended" : ""
    let orderBy = week.start.adding(days: -7 * max(0, vendor.noticeWeeks))
    let net = this.allocations.map(\.netTime).total().hours
    let billed = this.billedOrdinary.hours + this.billedStatutoryHoliday.hours
    let given = given(this.allocations, path: "\(path).proficiency")
    let limits = plan.capacity.bindingConstraints.filter { limit in
      limit.path.hasPrefix("\(path).") && (limit.week == nil || limit.week == index)
    }
    return Explanation(
      "seats of \(vendor.name) in the week of \(week.start)", value: this.seats.value.short,
      formula: "\(before.value.short) \(index > 0 ? "the week before" : "at the start") + "
        + "\(this.added.value.short) added this week\(change)",
      path: path,
      parts: [
        Explanation(
          "added", value: this.added.value.short,
          formula: "at most \(vendor.rampPerWeek.value.short) a week, "
            + "\(vendor.maximumSeats.value.short) in all; to be ordered by \(orderBy), "
            + "\(vendor.noticeWeeks.counted("week")) of notice before",
          path: "\(path).ramp-per-week"),
        Explanation(
          "billed on ordinary days", value: "\(this.billedOrdinary.hours.short) h",
          formula: "at most \(this.seats.value.short) seats × "
            + "\(vendor.hoursPerSeat.hours.short) h, both kinds of days together",
          path: "\(path).hours-per-seat"),
        Explanation(
          "billed on statutory holidays", value: "\(this.billedStatutoryHoliday.hours.short) h",
          path: "\(path).holiday-surcharge"),
        Explanation(
          "net hours on contacts", value: "\(net.short) h",
          formula: "at most \(billed.short) h billed × \(vendor.proficiency.value.percent) "
            + "proficiency",
          path: "\(path).proficiency", parts: given),
      ] + nights(of: vendor, this, index) + limits.map(limitExplanation))
  }

  /// Hours under a night premium, where the contract has one.
  private func nights(
    of vendor: Vendor, _ plan: VendorPlan.WeekPlan, _ week: Int
  ) -> [Explanation] {
    guard let premium = vendor.clauses?.nightPremium else { return [] }
    let hours = DayBucket.allCases.reduce(0) {
      $0 + self.plan.capacity.nightHours(of: vendor, week: week, bucket: $1)
    }
    let spans = premium.spans.map { "\($0.from)-\($0.until)" }.joined(separator: ", ")
    return [
      Explanation(
        "of them under the night premium", value: "\(hours.short) h",
        formula: "hours for each queue × the share of what it requires that lies in \(spans)",
        path: "vendors.\(vendor.id).night-premium",
        parts: plan.allocations.map { given in
          Explanation(
            "share of \(given.queue) on "
              + (given.bucket == .ordinary ? "ordinary days" : "statutory holidays"),
            value: self.plan.capacity.nightShare(of: vendor.id, for: given, week: week).percent,
            path: "vendors.\(vendor.id).night-premium")
        })
    ]
  }

  private func explain(_ month: VendorPlan.MonthPlan, of vendor: Vendor) -> Explanation {
    let path = "vendors.\(vendor.id)"
    let used = month.ordinary.hours + month.statutoryHoliday.hours
    let unused = max(0, month.committed.hours - used)
    return Explanation(
      "hours of \(vendor.name) used in \(month.month)", value: "\(used.short) h",
      formula: "\(month.ordinary.hours.short) h on ordinary days + "
        + "\(month.statutoryHoliday.hours.short) h on statutory holidays, of the days of its "
        + "weeks that fall into the month",
      path: path,
      parts: [
        Explanation(
          "on ordinary days", value: "\(month.ordinary.hours.short) h", path: "\(path).price"),
        Explanation(
          "on statutory holidays", value: "\(month.statutoryHoliday.hours.short) h",
          path: "\(path).holiday-surcharge"),
        Explanation(
          "committed", value: "\(month.committed.hours.short) h",
          formula: month.isActive || month.committed > .zero
            ? "for the days of the month that lie in the horizon; \(unused.short) h of it unused"
            : "the contract does not run in this month",
          path: "\(path).\(vendor.clauses?.forecastLock == nil ? "commitment" : "forecast-lock")"),
      ] + contacts(month, of: vendor) + [
        Explanation(
          "set-up fee falls due in it", value: month.isSetUp ? "yes" : "no",
          path: "\(path).setup-fee")
      ] + explain(month.clauses, in: month.month, of: vendor))
  }

  /// What a price by contacts bills, and the base fee, where the contract has them.
  private func contacts(
    _ month: VendorPlan.MonthPlan, of vendor: Vendor
  ) -> [Explanation] {
    let path = "vendors.\(vendor.id)"
    var parts: [Explanation] = []
    if let contacts = month.contacts {
      let unit = vendor.terms.price.unit.name
      parts.append(
        Explanation(
          "billed", value: contacts.billed.counted(unit, digits: 1),
          formula: "net hours of each queue × contacts that one of its hours handles"
            + (contacts.committed > 0
              ? "; \(contacts.committed.short) committed for the days in the horizon" : ""),
          path: "\(path).price"))
    }
    if let spend = month.spend {
      let currency = plan.scenario.currency
      parts.append(
        Explanation(
          "spent", value: currency.decimal(spend.spent),
          formula: "at least \(currency.decimal(spend.committed)) for the days in the horizon; "
            + "\(currency.decimal(spend.missing)) of it missing and due", path: "\(path).commitment"
        ))
    }
    if let fee = vendor.terms.baseFee {
      parts.append(
        Explanation(
          "base fee", value: plan.scenario.currency.decimal(fee),
          formula: month.isActive
            ? "for a whole month; its days in the horizon count"
            : "the contract does not run in this month", path: "\(path).base-fee"))
    }
    return parts
  }

  /// Tiers and the cost of ending, where the contract has them.
  private func explain(
    _ month: ClauseMonth?, in whole: YearMonth, of vendor: Vendor
  ) -> [Explanation] {
    guard let month else { return [] }
    let path = "vendors.\(vendor.id)"
    let isOfContacts = month.contactsInTiers != nil
    let unit = isOfContacts ? "contacts" : "h"
    let amounts = month.contactsInTiers ?? month.inTiers.map(\.hours)
    let isLocked = vendor.clauses?.forecastLock != nil
    var parts = zip(vendor.terms(in: whole).tiers, amounts).map { tier, amount in
      Explanation(
        "above \(tier.limit.short) \(unit) a month", value: "\(amount.short) \(unit)",
        formula: isLocked
          ? "the cap of the locked forecast; the days of the month in the horizon count"
          : "the limit is for a whole month; the days of the month in the horizon count",
        path: "\(path).\(isLocked ? "forecast-lock" : "tiers")")
    }
    if let cost = vendor.clauses?.exitCost, cost > .zero {
      parts.append(
        Explanation(
          "cost of ending falls due in it", value: month.isEnded ? "yes" : "no",
          path: "\(path).exit-cost"))
    }
    return parts
  }
}
