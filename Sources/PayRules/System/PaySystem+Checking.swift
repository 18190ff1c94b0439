internal import BusinessCalendar
internal import Units

extension PaySystem {
  /// Checks that all that the rules name is there.
  func check() throws(RulePackError) {
    guard let last = classes.last else {
      throw problem("classes", "", "a list of at least one class")
    }
    guard last.when == nil else {
      throw problem("classes", last.code, "a last class without a condition")
    }
    guard (factors ?? []).count <= 6 else {
      throw problem("factors", "\(factors?.count ?? 0)", "at most 6 factors")
    }
    guard classes.count <= 200 else {
      throw problem("classes", "\(classes.count)", "at most 200 classes")
    }
    for (name, window) in (windows ?? [:]).sorted(by: { $0.key < $1.key }) {
      if window.hasPrefix("$") {
        try check(term: String(window.dropFirst()), at: "windows.\(name)")
      } else if ClockWindow(window) == nil {
        throw problem("windows.\(name)", window, "a window such as 22:00-06:00")
      }
    }
    guard (windows ?? [:]).count <= 8 else {
      throw problem("windows", "\(windows?.count ?? 0)", "at most 8 windows")
    }
    for (index, term) in (terms ?? []).enumerated() {
      guard let text = term.fallback else { continue }
      do throws(PayTermError) {
        _ = try term.value(of: text)
      } catch {
        throw problem("terms.[\(index)].default", text, "of the term's kind")
      }
    }
    try check(classes, "classes")
    try check(supplements ?? [], "supplements")
    for (index, factor) in (factors ?? []).enumerated() {
      let path = "factors.[\(index)]"
      try check(factor.when, path)
      try check(factor.multiplier, "\(path).multiplier")
      try check(source: factor.source, path)
      for code in (factor.except ?? [:]).keys.sorted() {
        try check(code: code, at: "\(path).except")
      }
    }
    for (index, rule) in (allowances ?? []).enumerated() {
      try check(term: rule.term, at: "allowances.[\(index)].term")
      try check(source: rule.source, "allowances.[\(index)]")
    }
    for (index, cap) in (caps ?? []).enumerated() {
      let path = "caps.[\(index)]"
      try check(cap.limit, "\(path).limit")
      try check(source: cap.source, path)
      if let prior = cap.prior { try check(term: prior, at: "\(path).prior") }
      for code in cap.classes ?? [] { try check(code: code, at: "\(path).classes") }
    }
    try checkWeek()
    try checkPermit()
  }

  private func checkPermit() throws(RulePackError) {
    guard let permit else { return }
    // Only a system that needs no permit itself can stand in.
    let standard = Set(RulePack.bundled.map(\.id)).sorted()
    guard standard.contains(permit.otherwise) else {
      throw problem(
        "permit.otherwise", permit.otherwise, "one of \(standard.joined(separator: ", "))")
    }
    if let months = permit.months { try check(term: months, at: "permit.months") }
    try check(source: permit.source, "permit")
  }

  private func check(_ classes: [PaySystemClass], _ list: String) throws(RulePackError) {
    for (index, rule) in classes.enumerated() {
      let path = "\(list).[\(index)]"
      try check(rule.when, path)
      try check(source: rule.source, path)
      if let multiplier = rule.multiplier {
        try check(multiplier, "\(path).multiplier")
        guard multiplier.factor >= .zero else {
          throw problem("\(path).multiplier", "\(multiplier.factor)", "zero or more")
        }
      }
      for term in rule.amounts ?? [] { try check(term: term, at: "\(path).amounts") }
      guard let rate = rule.rate, !["hourly", "shift", "regular"].contains(rate) else { continue }
      guard rate.hasPrefix("$"), let number = PayNumber(rate) else {
        throw problem("\(path).rate", rate, "hourly, shift, regular or $TERM")
      }
      try check(number, "\(path).rate")
    }
  }

  private func check(_ when: PayWhen?, _ path: String) throws(RulePackError) {
    guard let when else { return }
    let kinds =
      (holidays?.types ?? []) + [holidays?.term].compactMap(\.self) + ["sunday"]
    for kind in when.holiday ?? [] where !kinds.contains(kind) {
      throw problem(
        "\(path).when.holiday", kind, "one of \(kinds.joined(separator: ", "))")
    }
    if let window = when.window, windows?[window] == nil {
      throw problem("\(path).when.window", window, "the name of a window")
    }
    for (word, limits) in [("beyond", when.beyond), ("within", when.within)] {
      for (counter, number) in (limits ?? [:]).sorted(by: { $0.key < $1.key }) {
        guard PayCounter(rawValue: counter) != nil else {
          let known = PayCounter.allCases.map(\.rawValue).joined(separator: ", ")
          throw problem("\(path).when.\(word)", counter, "one of \(known)")
        }
        try check(number, "\(path).when.\(word).\(counter)")
      }
    }
    if let most = when.shiftUpTo { try check(most, "\(path).when.shift-up-to") }
    for term in (when.terms ?? [:]).keys.sorted() {
      try check(term: term, at: "\(path).when.terms")
    }
  }

  private func checkWeek() throws(RulePackError) {
    guard let week else { return }
    for (index, bonus) in (week.bonuses ?? []).enumerated() {
      let path = "week.bonuses.[\(index)]"
      try check(term: bonus.term, at: "\(path).term")
      try check(source: bonus.source, path)
      if let over = bonus.over { try check(code: over, at: "\(path).over") }
      for premium in bonus.premiums ?? [] { try check(code: premium.of, at: "\(path).premiums") }
    }
    if let rounding = week.regularRate?.rounding {
      try check(term: rounding, at: "week.regular-rate.rounding")
    }
    for premium in week.severalRates?.premiums ?? [] {
      try check(code: premium.of, at: "week.several-rates.premiums")
    }
    if let several = week.severalRates { try check(source: several.source, "week.several-rates") }
    if let better = week.betterOf {
      try check(source: better.source, "week.better-of")
      try check(better.day, "week.better-of.day")
      try check(better.week, "week.better-of.week")
    }
  }

  private func check(_ number: PayNumber, _ path: String) throws(RulePackError) {
    if let term = number.term { try check(term: term, at: path) }
  }

  private func check(term: String, at path: String) throws(RulePackError) {
    let known = (terms ?? []).map(\.key)
    guard !known.contains(term) else { return }
    throw problem(path, term, "one of the terms: \(known.joined(separator: ", "))")
  }

  private func check(source: String, _ path: String) throws(RulePackError) {
    guard !sources.contains(where: { $0.key == source }) else { return }
    throw problem("\(path).source", source, "the key of one of the sources")
  }

  private func check(code: String, at path: String) throws(RulePackError) {
    let rules = classes + (supplements ?? [])
    guard !rules.contains(where: { $0.code == code }) else { return }
    throw problem(path, code, "the code of one of the classes")
  }

  private func problem(_ field: String, _ value: String, _ expected: String) -> RulePackError {
    RulePackError(pack: id, field: field, value: value, expected: expected)
  }
}
