internal import BusinessCalendar
internal import Scenarios
internal import Units

// Leave, time off and cross-training of a staff group.
extension ScenarioDecoder {
  func leave(_ map: MapReader) -> LeaveRules? {
    guard let earned = map.workTime("earned-per-week"), let balance = map.workTime("balance"),
      let carryOver = map.workTime("carry-over"), let away = map.share("most-away"),
      let unused = map.share("unused-pay")
    else { return nil }
    return LeaveRules(
      earnedPerWeek: earned, balance: balance, carryOver: carryOver, mostAway: away,
      blackouts: blackouts(map), unusedPay: unused)
  }

  private func blackouts(_ leave: MapReader) -> [DateRange] {
    guard let map = leave.map("blackouts") else { return [] }
    let ranges = (map.node.pairs ?? []).compactMap { pair -> DateRange? in
      guard let start = date(pair, in: map) else { return nil }
      let last: LocalDate
      do throws(Complaint) {
        guard case .date(let date) = try context.values.value(pair.value, as: .date) else {
          return nil
        }
        last = date
      } catch {
        log.error(at: pair.value.span, "\(map.pathText).\(pair.key)", error)
        return nil
      }
      guard last >= start else {
        log.error(
          at: pair.value.span, "\(map.pathText).\(pair.key)", "\(last) is before \(start)",
          hint: "the key is the first day, the value the last")
        return nil
      }
      return DateRange(first: start, last: last)
    }
    return ranges.sorted { $0.start < $1.start }
  }

  func undertime(_ map: MapReader) -> Undertime? {
    guard let takeUp = map.share("take-up"), let most = map.workTime("per-week"),
      let paid = map.share("paid")
    else { return nil }
    return Undertime(takeUp: takeUp, mostPerWeek: most, paid: paid)
  }

  func crossTraining(_ reader: MapReader, of group: StaffGroup) -> [CrossTraining]? {
    let options = reader.entries("cross-training").compactMap { id, map -> CrossTraining? in
      let path = reader.pathText("cross-training")
      guard context.isKnown(id, as: "queue", at: map.node.span, path) else { return nil }
      if group.skills.contains(Queue.ID(id)) {
        log.error(
          at: map.node.span, path, "the group can work “\(id)” already",
          hint: "leave it out here, or take it out of the skills")
        return nil
      }
      guard let weeks = map.weeks("training"), let proficiency = map.share("proficiency"),
        let most = map.count("at-most"), let cost = map.money("cost")
      else { return nil }
      return CrossTraining(
        queue: Queue.ID(id), weeks: weeks, proficiency: proficiency,
        most: Headcount(Double(most)), cost: cost)
    }
    return options.isEmpty ? nil : options
  }

  func transfers(_ reader: MapReader, of group: StaffGroup) -> [Transfer]? {
    let moves = reader.entries("transfers").compactMap { id, map -> Transfer? in
      let path = reader.pathText("transfers")
      guard context.isKnown(id, as: "staff-group", at: map.node.span, path) else { return nil }
      if id == group.id.rawValue {
        log.error(
          at: map.node.span, path, "people of “\(id)” are in it already",
          hint: "name another group")
        return nil
      }
      guard let weeks = map.weeks("training"), let most = map.count("at-most"),
        let cost = map.money("cost")
      else { return nil }
      return Transfer(
        to: StaffGroup.ID(id), weeks: weeks, most: Headcount(Double(most)), cost: cost)
    }
    return moves.isEmpty ? nil : moves
  }
}
