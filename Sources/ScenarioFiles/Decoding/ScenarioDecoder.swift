internal import BusinessCalendar
internal import Foundation
internal import PayRules
internal import Scenarios
internal import Units

/// A document → a scenario, by the table of keys.
struct ScenarioDecoder {
  let context: DecodingContext
  var log: IssueLog { context.log }

  /// The scenario in `root`, or `nil` with the reasons in the log.
  func scenario(_ root: DocumentNode, id: String) -> Scenario? {
    guard checkVersion(root),
      let top = MapReader(root, path: [], pattern: "", in: context)
    else { return nil }
    collectIDs(root)
    context.currency = top.text("currency").flatMap { Currency(code: $0) }
    context.zone = zone(top)
    let horizon = horizon(top)
    context.horizon = horizon
    let calendar = calendar(top, horizon)
    let slot = top.text("slot").flatMap { SlotLength($0) }
    let packs = payRules(top, horizon)
    let sites = top.entries("sites").compactMap(site)
    let lostContactPrice = top.map("policy").flatMap { $0.money("lost-contact-price") }
    let queues = top.entries("queues").compactMap { queue($0, lostContactPrice, slot) }
    let groups = top.entries("staff-groups").compactMap {
      staffGroup($0, packs: packs, hasPayRules: top.has("pay-rules"))
    }
    let entities = legalEntities(top)
    checkInternPay(groups, top, employmentLimits(packs))
    let vendors = top.entries("vendors").compactMap(vendor)
    let events = events(top)
    let policy = top.map("policy").flatMap { self.policy($0, queues) }
    let shifts = top.map("shifts").flatMap { self.shifts($0, slot) }
    checkQueues(top, groups, vendors, policy)
    checkUse(of: vendors, policy, top)
    checkCircles(top, queues)
    let pools = pools(top, queues, groups, vendors)
    let roles = supportRoles(top, groups)
    let bid = bidTerms(top)
    guard !log.hasErrors, let currency = context.currency, let zone = context.zone, let horizon,
      let calendar, let slot, let policy, let name = top.text("name"),
      let question = top.text("question"), let seed = top.count("seed")
    else { return nil }
    var scenario = Scenario(
      id: id, name: name, question: question, currency: currency, timeZone: zone,
      calendar: calendar, slotLength: slot, horizon: horizon, queues: queues, sites: sites,
      staffGroups: groups, vendors: vendors, events: events, policy: policy, shifts: shifts,
      payRules: packs ?? [], seed: UInt64(seed), pools: pools, supportRoles: roles)
    scenario.legalEntities = entities
    scenario.bid = bid
    return pinned(scenario, top)
  }

  /// What the law of the pay rules says of kinds of employment when the horizon starts.
  func employmentLimits(_ packs: [RulePack]?) -> EmploymentLimits? {
    guard let pack = packs?.first, let start = context.horizon?.start else { return nil }
    return EmploymentLimits.bundled(jurisdiction: pack.jurisdiction, on: start)
  }

  /// The scenario with its pins; `nil` where one of them is none.
  private func pinned(_ scenario: Scenario, _ top: MapReader) -> Scenario? {
    var pins: [PlanPin] = []
    for (place, item) in (top.list("pins") ?? []).enumerated() {
      guard case .text(let text) = item.value else { continue }
      do {
        pins.append(try PlanPin(text, in: scenario))
      } catch {
        log.error(
          at: item.span, "pins[\(place + 1)]", "“\(text)”: \(error.reason)", hint: error.hint)
      }
    }
    return log.hasErrors ? nil : scenario.with(pins: pins)
  }

  /// A file of another version has other keys: nothing else is said about it.
  private func checkVersion(_ root: DocumentNode) -> Bool {
    guard let version = root["peakplan"], let text = version.scalar, text != "1", !text.isEmpty
    else { return true }
    log.error(
      at: version.span, "peakplan", "version “\(text)” of the format is not known",
      hint: "this PeakPlan reads version 1")
    return false
  }

  private func collectIDs(_ root: DocumentNode) {
    let maps = [
      ("queues", "queue"), ("sites", "site"), ("staff-groups", "staff-group"),
      ("vendors", "vendor"), ("legal-entities", "legal-entity"),
    ]
    for (key, what) in maps {
      let named = root.pairs?.first { KeyWords.meant(by: $0.key, among: [key]) == key }
      let written = (root[key] ?? named?.value)?.entriesOrItems
      let pairs = written?.prefix(ValueReading.mostEntries) ?? []
      context.ids[what] = pairs.map(\.key)
      context.names[what] = pairs.compactMap { pair in
        pair.value["name"]?.scalar.map { (name: $0, id: pair.key) }
      }
    }
  }

  // MARK: - Time

  private func zone(_ top: MapReader) -> TimeZoneRules? {
    guard let name = top.text("time-zone") else { return nil }
    if let zone = TimeZoneRules(identifier: name) { return zone }
    let meant = DidYouMean.nearest(to: name, among: TimeZone.knownTimeZoneIdentifiers.sorted())
    top.error(
      "time-zone", "“\(name)” is no time zone",
      hint: meant.map { "did you mean “\($0)”?" } ?? "write an IANA name such as Asia/Shanghai")
    return nil
  }

  private func horizon(_ top: MapReader) -> DateRange? {
    guard let map = top.map("horizon"), let start = map.date("start"),
      let weeks = map.count("weeks")
    else { return nil }
    return DateRange(start: start, days: weeks * 7)
  }

  private func calendar(_ top: MapReader, _ horizon: DateRange?) -> HolidayCalendar? {
    let ownDays = ownDays(top)
    guard let id = top.text("calendar") else { return nil }
    guard let bundled = neutralCalendar(top, id) ?? HolidayCalendar.bundled(id) else {
      top.error("calendar", "there is no calendar “\(id)”")
      return nil
    }
    if let horizon, let last = horizon.last {
      let coverage = bundled.coverage
      if horizon.start < coverage.start || horizon.end > coverage.end {
        let end = coverage.last.map { "\($0)" } ?? ""
        top.error(
          "calendar", "the horizon \(horizon.start) to \(last) is not within the calendar's days",
          hint: "\(id) knows \(coverage.start) to \(end)")
      } else {
        for year in horizon.start.year...last.year where !bundled.arrangementPublished(year) {
          log.warning(
            at: top.span("calendar"), "calendar",
            "the holidays of \(year) are not announced yet; their dates are computed",
            hint: "set days that you know better with `calendar-days`")
        }
      }
    }
    return bundled.adding(ownDays)
  }

  /// The calendar without holidays, where it is asked for; only it can have other days off.
  private func neutralCalendar(_ top: MapReader, _ id: String) -> HolidayCalendar? {
    guard id == HolidayCalendar.weekendsID else {
      if top.has("weekly-rest-days") {
        top.error(
          "weekly-rest-days", "the calendar \(id) says itself which days are days off",
          hint: "take it out, or use calendar: \(HolidayCalendar.weekendsID)")
      }
      return nil
    }
    let days = (top.list("weekly-rest-days") ?? []).compactMap { item -> Weekday? in
      if case .text(let name) = item.value { Weekday(name: name) } else { nil }
    }
    return .weekends(Set(days))
  }

  private func ownDays(_ top: MapReader) -> [CalendarDay] {
    guard let map = top.map("calendar-days") else { return [] }
    return (map.node.pairs ?? []).compactMap { pair in
      guard let date = date(pair, in: map),
        let day = MapReader(
          pair.value, path: map.path + [pair.key], pattern: "calendar-days.*", in: context),
        let kind = day.text("kind").flatMap(DayKind.init(rawValue:))
      else { return nil }
      return CalendarDay(date: date, kind: kind, name: day.text("name"))
    }
  }

  /// The date that is the key of an entry.
  func date(_ pair: DocumentNode.Pair, in map: MapReader) -> LocalDate? {
    let node = DocumentNode(content: .scalar(pair.key), span: pair.keySpan)
    do throws(Complaint) {
      guard case .date(let date) = try context.values.value(node, as: .date) else { return nil }
      return date
    } catch {
      log.error(at: pair.keySpan, map.pathText, error)
      return nil
    }
  }

  // MARK: - Pay rules and sites

  private func payRules(_ top: MapReader, _ horizon: DateRange?) -> [RulePack]? {
    guard let id = top.text("pay-rules") else {
      if top.has("pay-terms") {
        top.error(
          "pay-terms", "there are no pay rules whose terms they are", hint: "state `pay-rules` too")
      }
      return nil
    }
    let versions = PayRulesReader(context: context, terms: payTerms(top))
      .packs(id, at: top.span("pay-rules"))
    guard let first = versions.first, let horizon else { return [] }
    let packs = versions.filter { pack in
      pack.effectiveFrom < horizon.end && (pack.effectiveTo.map { $0 > horizon.start } ?? true)
    }
    if !packs.contains(where: { $0.isEffective(on: horizon.start) }) {
      top.error(
        "pay-rules", "\(id) does not hold on \(horizon.start), the first day of the horizon",
        hint: "it holds from \(first.effectiveFrom) on")
    }
    if packs.contains(where: { pack in
      pack.effectiveTo.map { end in
        end < horizon.end && !packs.contains { $0.isEffective(on: end) }
      } ?? false
    }) {
      top.error(
        "pay-rules", "\(id) does not hold on all days of the horizon",
        hint: "name the rules that follow too, separated by a comma")
    }
    let country = String(first.jurisdiction.prefix(2))
    if let calendar = top.text("calendar"), calendar.prefix(2) != country {
      top.error(
        "pay-rules",
        calendar == HolidayCalendar.weekendsID
          ? "\(id) is the law of \(country), but the calendar knows no holidays"
          : "\(id) is the law of \(country), the calendar is \(calendar)'s",
        hint: "statutory holidays must be those of the law: use calendar \(country)")
    }
    let currencies = [
      "CN": "CNY", "US": "USD", "GB": "GBP", "IN": "INR", "PH": "PHP", "JP": "JPY",
    ]
    if let usual = currencies[country], let code = context.currency?.code, usual != code {
      log.warning(
        at: top.span("pay-rules"), "pay-rules",
        "\(id) is the law of \(country), but the money is \(code)",
        hint: "wages under it are usually in \(usual)")
    }
    return packs
  }

  /// What is stated beside the pay rules, by term.
  private func payTerms(_ top: MapReader) -> [PayRulesReader.Term] {
    (top.list("pay-terms") ?? []).enumerated().compactMap { place, item in
      guard case .text(let text) = item.value else { return nil }
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { $0.trimmed }
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        log.error(
          at: item.span, "pay-terms[\(place + 1)]", "“\(text)” is not KEY = VALUE",
          hint: "write `night_allow = 30|22:00-06:00|180`")
        return nil
      }
      return .init(key: parts[0], value: parts[1], span: item.span)
    }
  }

  private func site(_ entry: (id: String, reader: MapReader)) -> Site? {
    let reader = entry.reader
    let name = reader.text("name") ?? entry.id
    guard let seats = reader.count("seats") else { return nil }
    var site = Site(id: Site.ID(entry.id), name: name, seats: seats)
    site.trainingRooms = reader.count("training-rooms")
    site.overflow = overflow(reader)
    site.dayParts = dayParts(reader)
    return site
  }
}
