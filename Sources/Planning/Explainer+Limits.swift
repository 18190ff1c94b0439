internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import ShiftScheduling
internal import Staffing
internal import Units

extension Explainer {
  /// The cause of a shortage with its price: the limit's own sentence where it is one of those that
  /// bind, its name else.
  func causeExplanation(_ cause: String) -> Explanation {
    guard let limit = plan.capacity.bindingConstraints.first(where: { $0.name == cause }) else {
      return Explanation("stood in the way", value: inWords(cause))
    }
    return Explanation(
      "stood in the way", value: inWords(cause), formula: sentence(limit), path: limit.path)
  }

  /// What one more unit of a limit would save.
  private func sentence(_ limit: BindingConstraint) -> String {
    limit.meaning.isEmpty ? "\(money(limit.shadowPrice)) \(limit.unit.withArticle)" : limit.meaning
  }

  /// A row's name with the names of people and places in the place of their ids.
  func inWords(_ row: String) -> String {
    let scenario = plan.scenario
    var names: [String: String] = [:]
    for queue in scenario.queues { names[queue.id.rawValue] = queue.name }
    for group in scenario.staffGroups { names[group.id.rawValue] = group.name }
    for vendor in scenario.vendors { names[vendor.id.rawValue] = vendor.name }
    if row.hasPrefix("seats of ") {
      for site in scenario.sites where names[site.id.rawValue] == nil {
        names[site.id.rawValue] = site.name
      }
    }
    return row.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let bare = word.hasSuffix(",") ? String(word.dropLast()) : String(word)
      guard let name = names[bare], !name.isEmpty else { return String(word) }
      return name + (word.hasSuffix(",") ? "," : "")
    }.joined(separator: " ")
  }

  func shortageExplanation(_ shortage: Shortage) -> Explanation {
    let path = "queues.\(shortage.queue).lost-contact-price"
    let price = plan.scenario.queue(shortage.queue).map(\.meanLostContactPrice) ?? .zero
    let tiers = shortage.tiers.map { tier in
      "\(tier.contacts.value.counted("contact")) × \(money(price))"
        + (tier.multiplier == .single ? "" : " × \(tier.multiplier.doubleValue.short)")
    }
    let contacts = Explanation(
      "contacts that nobody handles in time", value: shortage.contactsLost.value.short,
      formula: plan.scenario.queue(shortage.queue).map { queue in
        let atOnce = max(1, queue.channel.concurrency)
        let seconds =
          shortage.netTime.hours * 3600 * Double(atOnce) / shortage.contactsLost.value
        return "\(shortage.netTime.hours.short) h × 3600 s / \(seconds.short) s"
          + (atOnce > 1 ? " × \(atOnce) at once" : "")
      } ?? "",
      path: plan.scenario.queue(shortage.queue).map(handleTimePath) ?? "")
    return Explanation(
      "short on \(days(shortage.bucket))", value: "\(shortage.netTime.hours.short) h",
      parts: [
        contacts,
        Explanation(
          "priced, not paid", value: money(shortage.cost), formula: tiers.joined(separator: " + "),
          path: path),
      ] + shortage.causes.map(causeExplanation))
  }

  func days(_ bucket: DayBucket) -> String { "\(lower(words.name(of: bucket))) days" }

  func explainShortages() -> Explanation {
    let parts = plan.capacity.shortages.map { shortage in
      let start = plan.capacity.weeks[shortage.week].start
      let part = shortageExplanation(shortage)
      return Explanation(
        "\(name(of: shortage.queue)) in the week of \(start), \(part.statement)",
        value: part.value, parts: part.parts)
    }
    let total = plan.capacity.shortages.map(\.netTime).total().hours
    let contacts = plan.capacity.shortages.map(\.contactsLost).total().value
    let cost = plan.capacity.shortages.map(\.cost).total()
    return Explanation(
      "net hours short in the weekly plan over the horizon", value: "\(total.short) h",
      formula: parts.isEmpty
        ? "every required hour is covered"
        : "\(contacts.counted("contact")), priced at \(money(cost))",
      parts: parts + scheduledShortages())
  }

  /// What the scheduled days leave short, queue by queue, with its causes and how often each stands
  /// in the way.
  private func scheduledShortages() -> [Explanation] {
    guard let schedule = plan.schedule, let inspector else { return [] }
    let slotHours = plan.requirement.grid.slotLength.duration.inHours
    var parts: [Explanation] = []
    var total = 0.0
    for day in schedule.days {
      for coverage in day.coverage {
        let short = coverage.short.map(\.value).reduce(0, +) * slotHours
        guard short > 1e-6 else { continue }
        total += short
        var kinds: [(cause: ShortageCause, count: Int)] = []
        var count = 0
        for (offset, positions) in coverage.short.enumerated() where positions.value > 1e-6 {
          count += 1
          let slot = day.slots.lowerBound + offset
          for cause in inspector.causes(of: coverage.queue, at: slot) {
            let known = kinds.firstIndex {
              $0.cause.limit == cause.limit && $0.cause.supplier == cause.supplier
            }
            if let known { kinds[known].count += 1 } else { kinds.append((cause, 1)) }
          }
        }
        let causes = kinds.enumerated().sorted {
          ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
        }.map { _, kind in
          let part = explanation(of: kind.cause)
          return Explanation(
            "in \(kind.count) of \(count.counted("interval")), \(part.statement)",
            value: part.value, formula: part.formula, path: part.path)
        }
        parts.append(
          Explanation(
            "\(name(of: coverage.queue)) on \(day.date)", value: "\(short.short) h short",
            parts: causes))
      }
    }
    guard !parts.isEmpty else { return [] }
    return [
      Explanation(
        "net hours short in the scheduled days, where shifts, breaks and days have to fit",
        value: "\(total.short) h", formula: "sum over queues and intervals", parts: parts)
    ]
  }

  // MARK: Limits that bind

  func explainBinding() -> Explanation {
    let limits = plan.capacity.bindingConstraints
    return Explanation(
      "limits that bind", value: "\(limits.count)",
      formula: "each with what one more unit of it saves, tried with everything else as planned; "
        + "where it was not tried, with its shadow price: at most so much",
      parts: limits.map(limitExplanation))
  }

  func explainLimit(_ number: Int) throws(ExplanationError) -> Explanation {
    let limits = plan.capacity.bindingConstraints
    guard limits.indices.contains(number &- 1) else {
      throw .unknown(
        kind: "limit that binds", name: "\(number)",
        known: limits.isEmpty ? [] : ["1 to \(limits.count)"])
    }
    return limitExplanation(limits[number - 1])
  }

  func limitExplanation(_ limit: BindingConstraint) -> Explanation {
    Explanation(
      inWords(limit.name),
      value: limit.saving.map { "\(money($0)) \(limit.unit.withArticle)" }
        ?? "at most \(money(limit.shadowPrice)) \(limit.unit.withArticle)",
      path: limit.path,
      parts: [
        Explanation("in words", value: sentence(limit)),
        Explanation(
          "row of the capacity program", value: limit.name,
          formula: "its shadow price, \(money(limit.shadowPrice)) \(limit.unit.withArticle), is "
            + "that of a first fraction, classes and contracts held"),
      ])
  }
}
