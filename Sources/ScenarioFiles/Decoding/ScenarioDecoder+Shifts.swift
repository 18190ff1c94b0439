internal import BusinessCalendar
internal import Scenarios
internal import Units

extension ScenarioDecoder {
  func shifts(_ reader: MapReader, _ slot: SlotLength?) -> ShiftRules? {
    let types = reader.entries("types").compactMap { shiftType($0, slot) }
    if reader.node["types"]?.pairs?.isEmpty ?? false {
      reader.error("types", "there is no kind of shift", hint: "write at least one")
    }
    let dates = scheduledDates(reader)
    guard let rest = reader.workTime("rest"), let days = reader.count("work-days-per-week"),
      let dates
    else { return nil }
    return ShiftRules(
      types: types, restBetweenShifts: rest, workDaysPerWeek: days, scheduledDates: dates)
  }

  private func scheduledDates(_ reader: MapReader) -> [LocalDate]? {
    switch reader.value("schedule") {
    case .text: return []
    case .structure:
      guard let dates = reader.dates("schedule") else { return nil }
      if let horizon = context.horizon {
        for date in dates where !horizon.contains(date) {
          reader.error(
            "schedule", "\(date) is not within the horizon",
            hint: "the horizon is \(horizon.start) to \(horizon.end.adding(days: -1))")
        }
      }
      return dates
    default: return nil
    }
  }

  private func shiftType(
    _ entry: (id: String, reader: MapReader), _ slot: SlotLength?
  ) -> ShiftType? {
    let reader = entry.reader
    var starts: (LocalTime, LocalTime)?
    if case .clockSpan(let first, let last)? = reader.value("starts") { starts = (first, last) }
    let every = reader.workTime("every")
    let length = reader.workTime("length")
    let breaks = breaks(reader, length)
    let groups = takers(reader, "groups", "staff-group", nobody: ShiftType.noGroup.rawValue)
    let vendors = takers(reader, "vendors", "vendor", nobody: ShiftType.noVendor.rawValue)
    guard let starts, let every, let length, let breaks, let slot else { return nil }
    let seconds = Int64(slot.minutes) * 60
    let times = [
      ("starts", Int64(starts.0.minutes) * 60), ("starts", Int64(starts.1.minutes) * 60),
      ("every", every.seconds), ("length", length.seconds),
    ]
    if let (key, _) = times.first(where: { $0.1 % seconds != 0 }) {
      reader.error(
        key, "it does not fall on the slots of \(slot.minutes) minutes",
        hint: "choose whole slots, or a shorter slot at the top")
    }
    return ShiftType(
      id: ShiftType.ID(entry.id), name: reader.text("name") ?? entry.id,
      groups: groups.map { StaffGroup.ID($0) }, vendors: vendors.map { Vendor.ID($0) },
      earliestStart: starts.0, latestStart: starts.1, startEvery: every, length: length,
      breaks: breaks)
  }

  /// Who works a shift: empty for all where nothing is written, and `nobody` for an empty list.
  private func takers(
    _ reader: MapReader, _ key: String, _ what: String, nobody: String
  ) -> [String] {
    guard reader.has(key) else { return [] }
    if reader.node[key]?.items?.isEmpty ?? false { return [nobody] }
    return reader.references(key, to: what) ?? []
  }

  private func breaks(_ shift: MapReader, _ length: WorkTime?) -> [ShiftType.Break]? {
    guard let items = shift.node["breaks"]?.items else {
      if shift.has("breaks") { _ = shift.value("breaks") }
      return shift.has("breaks") ? nil : []
    }
    var breaks: [ShiftType.Break] = []
    for (index, item) in items.enumerated() {
      guard
        let reader = MapReader(
          item, path: shift.path + ["breaks[\(index + 1)]"],
          pattern: shift.pattern + ".breaks.[]", in: context),
        let time = reader.workTime("length"), let paid = reader.flag("paid"),
        case .timeSpan(let earliest, let latest)? = reader.value("between")
      else { return nil }
      if let length, latest + time.seconds > length.seconds {
        reader.error(
          "between",
          "a break of \(QuantityText.text(seconds: time.seconds)) that starts at "
            + "\(QuantityText.text(seconds: latest)) ends after the shift's "
            + QuantityText.text(seconds: length.seconds),
          hint: "let it start earlier, or make it shorter")
      }
      if let last = breaks.last, earliest < last.earliest.seconds {
        reader.error(
          "between", "the break lies before the one in front of it",
          hint: "list breaks in the order of time")
      }
      breaks.append(
        ShiftType.Break(
          length: time, earliest: WorkTime(seconds: earliest), latest: WorkTime(seconds: latest),
          isPaid: paid))
    }
    if let length, breaks.map(\.length).total() >= length {
      shift.error("breaks", "the breaks leave no time to work", hint: "make them shorter")
    }
    return breaks
  }
}
