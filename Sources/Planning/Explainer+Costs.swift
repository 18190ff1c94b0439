internal import BusinessCalendar
internal import CapacityPlanning
internal import Costing
internal import Forecasting
internal import Scenarios
internal import ShiftScheduling
internal import Staffing
internal import Units

extension Explainer {
  func explainLine(
    _ number: Int, of lines: [LedgerLine], kind: String
  ) throws(ExplanationError) -> Explanation {
    guard let line = lines.first(where: { $0.number == number }) else {
      let last = lines.count
      throw .unknown(kind: kind, name: "\(number)", known: last > 0 ? ["1 to \(last)"] : [])
    }
    return explanation(of: line)
  }

  func explanation(of line: LedgerLine) -> Explanation {
    let perMajor = Double(plan.scenario.currency.minorUnitsPerMajor)
    let rate = line.unitRate.approximateMinorUnits / perMajor
    let factor = line.multiplier == .single ? "" : " × \(line.multiplier.doubleValue.precise)"
    let quantity = line.quantity.doubleValue.counted(line.unit, digits: 6)
    let owner =
      line.supplier.isEmpty ? line.queue.map(name(of:)) ?? "" : name(ofSupplier: line.supplier)
    let of = owner.isEmpty ? "" : " of \(owner)"
    return Explanation(
      "line \(line.number), \(lower(words.name(of: line.category)))\(of) on \(line.date)",
      value: money(line.amount),
      // The share of a sum of pay has no quantity of its own.
      formula: line.unit == "pay"
        ? "pay of \(rate.precise)\(factor)" : "\(quantity) × \(rate.precise)\(factor)",
      path: line.path,
      parts: [Explanation("rule", value: line.rule, path: line.source)] + origin(of: line))
  }

  /// Where the quantity of a line of the plan comes from, as what to ask next.
  private func origin(of line: LedgerLine) -> [Explanation] {
    let subject: String
    switch line.category {
    case .shiftDifferential: return [clockPay(line)].compactMap(\.self)
    case .regularPay, .paidHoliday, .trainingPay, .contractEnds, .redundancy,
      .unusedLeave,
      .undertime,
      .crossTraining, .transfers:
      subject = "group \(line.supplier) \(line.date)"
    case .overtime, .restDayWork, .holidayWork: subject = "overtime \(line.supplier) \(line.date)"
    case .support:
      let role = line.path.split(separator: ".").dropFirst().first.map(String.init) ?? ""
      subject = "support \(role) \(line.date)"
    case .recruiting, .classes: subject = "class \(line.supplier) \(line.date)"
    case .vendorHours, .vendorSurcharge: subject = "vendor \(line.supplier) \(line.date)"
    case .vendorCommitment, .vendorSetUp, .vendorTier, .vendorExit:
      subject = "vendor \(line.supplier) \(line.date.yearMonth)"
    case .shortage: subject = "queue \(line.queue?.rawValue ?? "") \(line.date)"
    case .peakShortage: subject = "queue \(line.queue?.rawValue ?? "") \(line.date)"
    case .contributions, .notices, .endStrength, .seatOverflow, .overBudget: return []
    }
    return [Explanation("its quantity", value: "ask for \(subject)")]
  }

  /// Hours in a window, or shifts: net hours × hours at work for a net hour × those for an hour of the
  /// queue.
  private func clockPay(_ line: LedgerLine) -> Explanation? {
    guard let queue = line.queue, let group = try? group(line.supplier),
      let week = plan.capacity.weeks.firstIndex(where: { $0.contains(line.date) }),
      let entry = plan.capacity.clockPay(of: line, in: plan.scenario)
    else { return nil }
    let net = group.weeks[week].allocations
      .filter { $0.queue == queue && $0.bucket == entry.bucket }.map(\.netTime).total()
    let present = group.terms.presentHours(forNetHourIn: plan.capacity.weeks[week])
    return Explanation(
      "its quantity", value: line.quantity.doubleValue.counted(line.unit, digits: 6),
      formula:
        "\(net.hours.short) net hours for \(name(of: queue)) × \(present.precise) hours at work "
        + "for a net hour × \(entry.perHour.precise) \(line.unit)s for an hour of its work",
      path: "pay-rules")
  }

  func explainCost() -> Explanation {
    let parts = CostCategory.allCases.compactMap(categoryExplanation)
    let budget = plan.scenario.policy.budget.map {
      [
        Explanation(
          "budget", value: money($0),
          formula: plan.cost.total > $0
            ? "\(money(plan.cost.total - $0)) over it" : "\(money($0 - plan.cost.total)) left",
          path: "policy.budget")
      ]
    }
    return Explanation(
      "cost of the plan", value: money(plan.cost.total),
      formula: "sum of the categories that are paid", parts: parts + (budget ?? []))
  }

  private func categoryExplanation(_ category: CostCategory) -> Explanation? {
    let lines = plan.cost.lines.filter { $0.category == category }
    guard let first = lines.first else { return nil }
    let numbers =
      lines.count == 1
      ? "line \(first.number)"
      : "sum of \(lines.count.counted("line")), the first is \(first.number)"
    return Explanation(
      words.name(of: category) + (category.isCash ? "" : " (priced, not paid)"),
      value: money(lines.map(\.amount).total()),
      formula: numbers + (category.isCash ? "; \(share(of: lines)) of the cost" : ""),
      path: first.path)
  }

  private func share(of lines: [LedgerLine]) -> String {
    let total = plan.cost.total.approximateMinorUnits
    let amount = lines.map(\.amount).total().approximateMinorUnits
    return total == 0 ? "–" : (amount / total).percent
  }

  /// The cost of a category by supplier, or of a supplier by category, down to its lines.
  func explainCost(of name: String) throws(ExplanationError) -> Explanation {
    if name == "total" { return explainCost() }
    let suppliers =
      plan.scenario.staffGroups.map(\.id.rawValue) + plan.scenario.vendors.map(\.id.rawValue)
    if let category = CostCategory(rawValue: name), !suppliers.contains(name) {
      let lines = plan.cost.lines.filter { $0.category == category }
      let owners = unique(lines.map(owner))
      return Explanation(
        words.name(of: category) + (category.isCash ? "" : ": priced, not paid"),
        value: money(lines.map(\.amount).total()),
        formula: category.isCash
          ? "\(share(of: lines)) of the cost" : "no part of the cost",
        parts: owners.map { owner in
          sum(of: lines.filter { self.owner($0) == owner }, named: owner)
        })
    }
    guard suppliers.contains(name) else {
      throw .unknown(
        kind: "category, staff group or vendor", name: name,
        known: CostCategory.allCases.map(\.rawValue) + suppliers)
    }
    let lines = plan.cost.lines.filter { $0.supplier == name && $0.category.isCash }
    let parts = CostCategory.allCases.compactMap { category -> Explanation? in
      let own = lines.filter { $0.category == category }
      return own.isEmpty ? nil : sum(of: own, named: words.name(of: category))
    }
    return Explanation(
      "what is paid for \(self.name(ofSupplier: name))", value: money(lines.map(\.amount).total()),
      formula: "\(share(of: lines)) of the cost", parts: parts)
  }

  private func owner(_ line: LedgerLine) -> String {
    line.supplier.isEmpty ? line.queue.map(name(of:)) ?? "all" : name(ofSupplier: line.supplier)
  }

  private func unique(_ names: [String]) -> [String] {
    names.reduce(into: []) { known, name in if !known.contains(name) { known.append(name) } }
  }

  private func sum(of lines: [LedgerLine], named name: String) -> Explanation {
    Explanation(
      name, value: money(lines.map(\.amount).total()), formula: lines.count.counted("line"),
      path: lines.first?.path ?? "", parts: lines.map(explanation))
  }

  // MARK: The top of the report

  func explainSummary() -> Explanation {
    let groups = plan.capacity.groups.flatMap(\.weeks)
    let vendors = plan.capacity.vendors.flatMap(\.weeks)
    let used = groups.flatMap(\.allocations).map(\.netTime).total().hours
    let outsourced = vendors.flatMap(\.allocations).map(\.netTime).total().hours
    let billed =
      vendors.map(\.billedOrdinary).total().hours
      + vendors.map(\.billedStatutoryHoliday).total().hours
    let offered = plan.requirement.queues.flatMap(\.volume).total().value
    let required = plan.capacity.requirement.indices.map { index in
      let queue = plan.capacity.requirement[index]
      return (queue.ordinary + queue.statutoryHoliday).total().hours
    }.reduce(0, +)
    let hires = plan.capacity.classes.map(\.heads).total().value
    let peak = (try? explainPeak(nil)).map {
      [Explanation("peak requirement", value: $0.value, formula: $0.formula, parts: $0.parts)]
    }
    let cost = explainCost()
    let perContact = offered > 0 ? plan.cost.total.approximateMinorUnits / offered : 0
    let contact = UnitPrice(minorUnitsPerUnit: Rational(nearest: perContact))
    let contacts = plan.forecast.queues.map { forecast in
      Explanation(
        name(of: forecast.queue), value: forecast.volume.total().value.short,
        formula: forecast.method, path: "queues.\(forecast.queue).volume")
    }
    let overtime = plan.capacity.groups.map { group in
      let paid = group.weeks.flatMap(\.overtime).map(\.paidTime).total().hours
      return Explanation(
        name(ofSupplier: group.group.rawValue), value: "\(paid.short) h",
        path: "staff-groups.\(group.group).overtime")
    }
    let classes = plan.capacity.classes.map { entry in
      Explanation(
        "class \(entry.number) of \(name(ofSupplier: entry.group.rawValue))",
        value: entry.heads.value.short, formula: "ask for class \(entry.group) \(entry.number)",
        path: "staff-groups.\(entry.group).hiring")
    }
    return Explanation(
      "net hours required over the horizon", value: "\(required.short) h",
      formula: "\(plan.capacity.requirement.count.counted("queue")), "
        + "\(plan.capacity.weeks.count.counted("week"))",
      parts: (peak ?? []) + [
        explainShortages(),
        Explanation(
          cost.statement, value: cost.value, formula: cost.formula,
          parts: cost.parts + [
            Explanation(
              "cost of a contact offered", value: money(contact),
              formula: "\(money(plan.cost.total)) / \(offered.short)")
          ]),
        Explanation("hires", value: hires.short, parts: classes),
        Explanation(
          "overtime", value: "\(overtimeHours.short) paid h", parts: overtime),
        Explanation(
          "outsourced",
          value: used + outsourced > 0 ? (outsourced / (used + outsourced)).percent : "0 %",
          formula: "\(outsourced.short) h of vendors / \((used + outsourced).short) h covered; "
            + "\(billed.short) h billed", path: "policy.outsourced-share"),
        Explanation("contacts offered", value: offered.short, parts: contacts),
        headBalance(),
      ])
  }

  private var overtimeHours: Double {
    plan.capacity.groups.flatMap(\.weeks).flatMap(\.overtime).map(\.paidTime).total().hours
  }

  /// Heads at the start, joined, left and at the end.
  private func headBalance() -> Explanation {
    let weeks = plan.capacity.groups.flatMap(\.weeks)
    let start = plan.scenario.staffGroups.flatMap(\.headcount).map(\.heads).total().value
    let end = plan.capacity.groups.compactMap { $0.weeks.last?.heads }.total().value
    let lost = plan.capacity.classes.map { max(0, $0.heads.value - $0.graduates.value) }
    let left = weeks.map(\.left).total().value
    return Explanation(
      "heads at the end of the horizon", value: end.short,
      formula: "\(start.short) at the start + \(weeks.map(\.joined).total().value.short) joined "
        + "− \(left.short) left",
      parts: [
        Explanation(
          "lost before the first contact", value: min(lost.reduce(0, +), left).short,
          formula: "heads of the classes that do not finish training"),
        Explanation(
          "missing to the strength that is asked for at the end",
          value: plan.capacity.missingAtEnd.value.short, path: "policy.end-strength"),
      ])
  }

  // MARK: Solving and files

  func explainSolver() -> Explanation {
    let days = (plan.schedule?.days ?? []).map(\.solve)
    let all = [plan.capacity.solve] + days
    let parts = all.map { report -> Explanation in
      var parts = [
        Explanation("objective", value: "\(report.objective.short) minor units")
      ]
      if let bound = report.bound {
        parts.append(
          Explanation(
            "bound", value: "\(bound.short) minor units",
            formula: "no plan of this program can cost less"))
      }
      if let gap = report.gap {
        parts.append(
          Explanation("gap", value: gap.value.percent, formula: "(objective − bound) / objective"))
      }
      parts += [
        Explanation(
          "size", value: "\(report.rows) rows",
          formula: "\(report.columns) columns, \(report.integers) of them whole numbers"),
        Explanation("solved by", value: report.solver),
      ]
      return Explanation(report.program, value: report.status, parts: parts)
    }
    return Explanation(
      "programs that were solved", value: "\(all.count)",
      formula: "the weekly plan, and a program for each scheduled day", parts: parts)
  }

  func explainFile(_ path: String) throws(ExplanationError) -> Explanation {
    let inputs = provenance?.inputs ?? []
    let chosen = inputs.filter { path.isEmpty || $0.path == path }
    guard !chosen.isEmpty else {
      throw .unknown(kind: "file that was read", name: path, known: inputs.map(\.path))
    }
    let parts = chosen.map { input in
      Explanation(
        input.path, value: input.bytes.counted("byte"), formula: "SHA-256 \(input.sha256)",
        path: input.path)
    }
    if !path.isEmpty, let only = parts.first { return only }
    return Explanation("files that were read", value: "\(parts.count)", parts: parts)
  }
}
