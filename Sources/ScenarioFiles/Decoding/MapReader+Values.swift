internal import BusinessCalendar
internal import Units

extension MapReader {
  func text(_ key: String) -> String? {
    if case .text(let text)? = value(key) { text } else { nil }
  }

  func flag(_ key: String) -> Bool? {
    if case .flag(let flag)? = value(key) { flag } else { nil }
  }

  func count(_ key: String) -> Int? {
    if case .count(let count)? = value(key) { count } else { nil }
  }

  func exactShare(_ key: String) -> Rational? {
    if case .share(let share)? = value(key) { share } else { nil }
  }

  func share(_ key: String) -> Share? { exactShare(key).map { Share($0.doubleValue) } }

  func seconds(_ key: String) -> Int64? {
    if case .seconds(let seconds)? = value(key) { seconds } else { nil }
  }

  func duration(_ key: String) -> Duration? { seconds(key).map { .seconds($0) } }

  func workTime(_ key: String) -> WorkTime? { seconds(key).map { WorkTime(seconds: $0) } }

  func weeks(_ key: String) -> Int? {
    if case .weeks(let weeks)? = value(key) { weeks } else { nil }
  }

  func money(_ key: String) -> Money? {
    if case .money(let money)? = value(key) { money } else { nil }
  }

  func price(_ key: String) -> (rate: UnitPrice, unit: String)? {
    if case .price(let rate, let unit)? = value(key) { (rate, unit) } else { nil }
  }

  func date(_ key: String) -> LocalDate? {
    if case .date(let date)? = value(key) { date } else { nil }
  }

  func moment(_ key: String) -> LocalDateTime? {
    guard case .moment(let moment)? = value(key) else { return nil }
    guard let zone = context.zone, zone.occurrence(of: moment) == .skipped else { return moment }
    error(
      key, "the clocks of \(zone.identifier) skip \(moment)", hint: "state the hour after the jump")
    return nil
  }

  /// The map at a key.
  func map(_ key: String) -> MapReader? {
    guard case .structure(let node)? = value(key), node.pairs != nil else { return nil }
    return MapReader(
      node, path: path + [key], pattern: pattern.isEmpty ? key : pattern + "." + key, in: context)
  }

  /// The single values of a list, each with its place; wrong ones are reported and left out.
  func list(_ key: String) -> [(value: Value, span: SourceSpan)]? {
    guard case .structure(let node)? = value(key), let items = node.items,
      let definition = context.keys[pattern.isEmpty ? key : pattern + "." + key],
      let kind = definition.kind.itemKind
    else { return nil }
    return items.enumerated().compactMap { index, item in
      do throws(Complaint) {
        return (try context.values.value(item, as: kind), item.span)
      } catch {
        context.log.error(at: item.span, "\(pathText(key))[\(index + 1)]", error)
        return nil
      }
    }
  }

  func dates(_ key: String) -> [LocalDate]? {
    guard let list = list(key) else { return nil }
    var dates: [LocalDate] = []
    for (value, span) in list {
      guard case .date(let date) = value else { continue }
      if dates.contains(date) {
        context.log.error(at: span, pathText(key), "\(date) is listed twice", hint: "keep one")
      }
      dates.append(date)
    }
    return dates.sorted()
  }

  func shares(_ key: String) -> [Rational]? {
    list(key)?.compactMap { item in
      if case .share(let share) = item.value { share } else { nil }
    }
  }

  /// The ids of a list that refer to something; the others are reported.
  func references(_ key: String, to what: String) -> [String]? {
    guard let list = list(key) else { return nil }
    var ids: [String] = []
    for (value, span) in list {
      guard case .text(let id) = value else { continue }
      guard context.isKnown(id, as: what, at: span, pathText(key)) else { continue }
      if ids.contains(id) {
        context.log.error(at: span, pathText(key), "“\(id)” is listed twice", hint: "keep one")
      } else {
        ids.append(id)
      }
    }
    return ids
  }

  /// The entries of a map of ids, each with a reader; ids that are none are reported.
  func entries(_ key: String) -> [(id: String, reader: MapReader)] {
    guard case .structure(let node)? = value(key), let pairs = node.pairs else { return [] }
    let pattern = (self.pattern.isEmpty ? key : self.pattern + "." + key) + ".*"
    return pairs.compactMap { pair in
      guard checkID(pair, in: key) else { return nil }
      let reader = MapReader(
        pair.value, path: path + [key, pair.key], pattern: pattern, in: context)
      return reader.map { (pair.key, $0) }
    }
  }

  private func checkID(_ pair: DocumentNode.Pair, in key: String) -> Bool {
    let isID = pair.key.utf8.allSatisfy { byte in
      byte >= 97 && byte <= 122 || byte >= 48 && byte <= 57 || byte == 45
    }
    guard isID, pair.key.contains(where: { $0 != "-" }), pair.key.utf8.count <= 60 else {
      context.log.error(
        at: pair.keySpan, pathText(key), "“\(pair.key.prefix(60))” is no id",
        hint: hintForID(pair.key))
      return false
    }
    return true
  }

  private func hintForID(_ written: String) -> String {
    let rule = "an id has the letters a-z, digits and hyphens, at most 60 of them"
    guard let id = IdentifierText.suggestion(for: written) else {
      return rule + "; what people read is its `name`"
    }
    return "\(rule): write \(id), and name: \(written.prefix(60)) below it"
  }

  /// The entries of a map of single values, by their keys as written.
  func values(_ key: String) -> [(key: String, keySpan: SourceSpan, value: Value)] {
    guard case .structure(let node)? = value(key), let pairs = node.pairs,
      let kind = context.keys[(pattern.isEmpty ? key : pattern + "." + key) + ".*"]?.kind
    else { return [] }
    return pairs.compactMap { pair in
      do throws(Complaint) {
        let value = try context.values.value(pair.value, as: kind)
        return (pair.key, pair.keySpan, value)
      } catch {
        context.log.error(
          at: pair.value.span, (path + [key, pair.key]).joined(separator: "."), error)
        return nil
      }
    }
  }

  /// Shares by the id of something that must exist.
  func shares(_ key: String, by what: String) -> [(id: String, share: Rational)] {
    values(key).compactMap { entry in
      guard case .share(let share) = entry.value,
        context.isKnown(
          entry.key, as: what, at: entry.keySpan, pathText(key + "." + entry.key))
      else { return nil }
      return (entry.key, share)
    }
  }

  /// Values by calendar month, in the order of the file.
  func byMonth(_ key: String) -> [(month: YearMonth, span: SourceSpan, value: Value)] {
    values(key).compactMap { entry in
      guard let month = YearMonth(entry.key) else {
        context.log.error(
          at: entry.keySpan, pathText(key + "." + entry.key), "“\(entry.key)” is no month",
          hint: "write year and month, such as 2026-11")
        return nil
      }
      return (month, entry.keySpan, entry.value)
    }
  }

  /// Values by completed weeks of tenure, in order of tenure.
  func byTenure(_ key: String) -> [(weeks: Int, span: SourceSpan, value: Value)] {
    var found: [(weeks: Int, span: SourceSpan, value: Value)] = []
    for entry in values(key) {
      do throws(Complaint) {
        let node = DocumentNode(content: .scalar(entry.key), span: entry.keySpan)
        let tenure = ValueKind.weeks(0...3000)
        guard case .weeks(let weeks) = try context.values.value(node, as: tenure) else { continue }
        if found.contains(where: { $0.weeks == weeks }) {
          context.log.error(
            at: entry.keySpan, pathText(key + "." + entry.key),
            "\(weeks.counted("week")) of tenure stand there twice",
            hint: "keep one")
        }
        found.append((weeks, entry.keySpan, entry.value))
      } catch {
        context.log.error(at: entry.keySpan, pathText(key + "." + entry.key), error)
      }
    }
    return found.sorted { $0.weeks < $1.weeks }
  }
}

extension ValueKind {
  /// What a list of this kind holds.
  var itemKind: ValueKind? {
    switch self {
    case .list(let item): return item
    case .either(let kinds): return kinds.compactMap(\.itemKind).first
    default: return nil
    }
  }
}
