internal import BusinessCalendar
internal import LinearProgramming
internal import Scenarios
internal import Units

// People who move to another group.
extension CapacityProgram {
  /// `Σ_w moving[x,w] ≤ most[x]`, and those who are being trained are of the pool: `Σ_x Σ_{w − weeks <
  /// t ≤ w} survival · moving[x,t] ≤ pool[g,w]`. They leave the pool of their group, and enter that
  /// of the other, at the start of the week after the training.
  mutating func addTransfers() {
    for group in Set(staff.moving.keys.map(\.group)).sorted() {
      let id = input.groupID(group)
      for (option, transfer) in input.transfers(group).enumerated() {
        let all = staff.moving.keys.filter { $0.group == group && $0.option == option }
        require(
          "people of \(id) who move to \(transfer.group)",
          all.total { staff.moving[$0] } <= max(0, transfer.most.value),
          .init(
            family: .transfers, owner: .group(group), unit: "head",
            relief: "One more head of \(input.groupName(group)) who moves to \(transfer.group)",
            path: "staff-groups.\(id).transfers.\(transfer.group).at-most"))
      }
      for week in 0..<input.weekCount {
        let training = inTransfer(group, week)
        guard !training.terms.isEmpty else { continue }
        require(
          "experienced people of \(id) who are about to move in \(input.weekName(week))",
          training - pool[GroupWeek(group: group, week: week)] <= 0,
          .init(
            family: .transfers, owner: .group(group), weeks: [week], unit: "head",
            relief: "One more experienced head of \(input.groupName(group)) in "
              + input.calendar.weeks[week].inWords,
            path: "staff-groups.\(id).headcount"))
      }
    }
  }

  /// People of a group who are being trained for another group in a week.
  func inTransfer(_ group: Int, _ week: Int) -> LinearExpression {
    inTraining(group, week, for: input.transfers(group).map(\.weeks), staff.moving)
  }

  /// Who enters the pool of a group at the start of a week from others, less who leaves it for them.
  func transferred(_ group: Int, _ week: Int) -> LinearExpression {
    var sum = LinearExpression()
    for key in staff.moving.keys {
      let transfer = input.transfers(key.group)[key.option]
      guard key.week + max(0, transfer.weeks) == week else { continue }
      let there = input.staff[key.group].poolSurvival(from: key.week, to: week)
      if key.group == group { sum -= there * staff.moving[key] }
      if input.target(key.group, key.option) == group { sum += there * staff.moving[key] }
    }
    return sum
  }

  /// `cost[x] · moving[x,w]`.
  func addTransfers(to sums: inout [CostPart: LinearExpression]) {
    for key in staff.moving.keys {
      let cost = input.transfers(key.group)[key.option].cost.approximateMinorUnits
      if cost > 0 { sums[.transfers, default: 0] += cost / input.scale * staff.moving[key] }
    }
  }
}
