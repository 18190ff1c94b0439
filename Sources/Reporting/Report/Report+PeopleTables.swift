internal import BusinessCalendar
internal import CapacityPlanning
internal import Planning
internal import Units

extension Report {
  /// Requirement and supply over all queues, a row a week.
  var weeklyTable: Table {
    let vendors = plan.capacity.vendors.map(\.vendor)
    var columns: [Table.Column] = [
      .date(strings[.week], key: "week"),
      .number(strings[.required], key: "required_net_hours"),
      .number(strings[.inHouse], key: "in_house_net_hours"),
      .number(strings[.overtime], key: "overtime_net_hours"),
    ]
    for vendor in vendors {
      columns.append(.number(name(of: vendor), key: "vendor_net_hours_\(vendor)"))
    }
    columns += [
      .number(strings[.missing], key: "short_net_hours"),
      .number(strings[.inHouseUnused], key: "unused_net_hours"),
      .number(strings[.heads], key: "heads"),
    ]
    let rows = figures.weeks.enumerated().map { index, week -> [Cell] in
      var row = [
        weekCell(index), hoursCell(week.required, decimals: 0),
        hoursCell(week.inHouse, decimals: 0),
        hoursCell(week.overtime, decimals: 0),
      ]
      row += week.vendors.map { hoursCell($0, decimals: 0) }
      row += [
        shortCell(week.short, decimals: 0), hoursCell(week.spare, decimals: 0),
        .number(week.heads, decimals: 1),
      ]
      return row
    }
    func sum(_ part: (PlanFigures.Week) -> Double) -> Cell {
      hoursCell(figures.weeks.map(part).reduce(0, +), decimals: 0)
    }
    var totals = [Cell.text(strings[.total]), sum(\.required), sum(\.inHouse), sum(\.overtime)]
    totals += vendors.indices.map { index in sum { $0.vendors.at(index) ?? 0 } }
    totals += [sum(\.short), sum(\.spare), .empty]
    return Table(
      name: "weekly", title: strings[.weeklyTable], columns: columns, rows: rows, totals: totals)
  }

  /// Required and covered net hours, a row a week and queue.
  var queueWeeksTable: Table {
    var rows: [[Cell]] = []
    for index in plan.capacity.weeks.indices {
      for queue in plan.capacity.requirement {
        let groups = plan.capacity.groups.compactMap { $0.weeks.at(index) }
        let vendors = plan.capacity.vendors.compactMap { $0.weeks.at(index) }
        func hours(_ allocations: [Allocation]) -> Double {
          allocations.filter { $0.queue == queue.queue }.map(\.netTime).total().hours
        }
        let required =
          (queue.ordinary.at(index) ?? .zero) + (queue.statutoryHoliday.at(index) ?? .zero)
        let short = plan.capacity.shortages
          .filter { $0.week == index && $0.queue == queue.queue }.map(\.netTime).total()
        rows.append([
          weekCell(index), queueCell(queue.queue), hoursCell(required.hours),
          hoursCell(hours(groups.flatMap(\.allocations))),
          hoursCell(hours(vendors.flatMap(\.allocations))), shortCell(short.hours),
        ])
      }
    }
    return Table(
      name: "queue-weeks", title: strings[.queueWeeksTable],
      columns: [
        .date(strings[.week], key: "week"), .init(strings[.queue], key: "queue"),
        .number(strings[.required], key: "required_net_hours"),
        .number(strings[.own], key: "in_house_net_hours"),
        .number(strings[.vendors], key: "vendor_net_hours"),
        .number(strings[.missing], key: "short_net_hours"),
      ], rows: rows)
  }

  private var headColumns: [Table.Column] {
    [
      .number(strings[.heads], key: "heads"),
      .number(strings[.inTraining], key: "in_training"),
      .number(strings[.inNesting], key: "in_nesting"),
      .number(strings[.ramping], key: "ramping"),
      .number(strings[.joined], key: "joined"), .number(strings[.left], key: "left"),
      .number(strings[.effectiveHeads], key: "effective_heads"),
    ]
  }

  private func headCells(_ weeks: [GroupPlan.WeekPlan]) -> [Cell] {
    func sum(_ part: (GroupPlan.WeekPlan) -> Headcount) -> Cell {
      .number(weeks.map(part).total().value, decimals: 1)
    }
    return [
      sum(\.heads), sum(\.inTraining), sum(\.inNesting), sum(\.ramping), sum(\.joined),
      sum(\.left), sum(\.effectiveHeads),
    ]
  }

  /// Heads of all groups, a row a week.
  var peopleTotalTable: Table {
    Table(
      name: "people", title: strings[.peopleTotalTable],
      columns: [.date(strings[.week], key: "week")] + headColumns,
      rows: plan.capacity.weeks.indices.map { index in
        [weekCell(index)] + headCells(plan.capacity.groups.compactMap { $0.weeks.at(index) })
      })
  }

  /// Heads, a row a week and group.
  var headcountTable: Table {
    var rows: [[Cell]] = []
    for index in plan.capacity.weeks.indices {
      for group in plan.capacity.groups {
        guard let week = group.weeks.at(index) else { continue }
        rows.append([weekCell(index), groupCell(group.group)] + headCells([week]))
      }
    }
    let keys: [Table.Column] = [
      .date(strings[.week], key: "week"), .init(strings[.group], key: "group"),
    ]
    return Table(
      name: "headcount", title: strings[.headcountTable], columns: keys + headColumns, rows: rows)
  }

  /// Hiring classes in the order of decisions.
  var classesByDecision: [HiringClass] {
    plan.capacity.classes.sorted {
      ($0.decideBy, $0.start, $0.group, $0.number) < ($1.decideBy, $1.start, $1.group, $1.number)
    }
  }

  /// The heads of a decision, by class where several run in parallel: "2 × 14".
  func classHeadsCell(_ decision: HiringClass) -> Cell {
    let heads = decision.heads.value
    let classes = decision.parallelClasses
    guard classes > 1, heads >= 1, heads < 1e6 else { return .number(heads) }
    let (size, rest) = Int(heads.rounded()).quotientAndRemainder(dividingBy: classes)
    func part(_ count: Int, _ size: Int) -> String? {
      count == 0 ? nil : count == 1 ? "\(size)" : "\(count) × \(size)"
    }
    let parts = [part(rest, size + 1), part(classes - rest, size)].compactMap(\.self)
    return .named(
      parts.joined(separator: " + "), key: DecimalText.fixed(heads, separator: ""))
  }

  /// Hiring classes, a row a class.
  var classesTable: Table {
    let classes = classesByDecision
    let rows = classes.map { hiringClass -> [Cell] in
      [
        dateCell(hiringClass.decideBy), groupCell(hiringClass.group),
        .count(hiringClass.number), .count(hiringClass.parallelClasses),
        dateCell(hiringClass.start), dateCell(hiringClass.firstContacts),
        dateCell(hiringClass.fullSpeed), .number(hiringClass.heads.value, decimals: 0),
        .number(hiringClass.graduates.value, decimals: 1),
      ]
    }
    let heads = classes.map(\.heads).total().value
    let graduates = classes.map(\.graduates).total().value
    let totals: [Cell] = [
      .text(strings[.total]), .empty, .empty, .empty, .empty, .empty, .empty,
      .number(heads, decimals: 0), .number(graduates, decimals: 1),
    ]
    return Table(
      name: "classes", title: strings[.classesTable],
      columns: [
        .date(strings[.decideBy], key: "decide_by"), .init(strings[.group], key: "group"),
        .number(strings[.hiringClass], key: "class"),
        .number(strings[.parallelClasses], key: "parallel_classes"),
        .date(strings[.starts], key: "start"),
        .date(strings[.firstContacts], key: "first_contacts"),
        .date(strings[.fullSpeed], key: "full_speed"), .number(strings[.heads], key: "heads"),
        .number(strings[.graduates], key: "graduates"),
      ], rows: rows, totals: rows.isEmpty ? nil : totals)
  }

  /// Overtime, a row a week, group and pay class.
  var overtimeTable: Table {
    var rows: [[Cell]] = []
    for index in plan.capacity.weeks.indices {
      for group in plan.capacity.groups {
        for overtime in group.weeks.at(index)?.overtime ?? [] where overtime.paidTime > .zero {
          rows.append([
            weekCell(index), groupCell(group.group), payClassCell(overtime, week: index),
            hoursCell(overtime.paidTime.hours), hoursCell(overtime.netTime.hours),
          ])
        }
      }
    }
    let all = plan.capacity.groups.flatMap(\.weeks).flatMap(\.overtime)
    let totals: [Cell] = [
      .text(strings[.total]), .empty, .empty, hoursCell(all.map(\.paidTime).total().hours),
      hoursCell(all.map(\.netTime).total().hours),
    ]
    return Table(
      name: "overtime", title: strings[.overtimeTable],
      columns: [
        .date(strings[.week], key: "week"), .init(strings[.group], key: "group"),
        .init(strings[.payClass], key: "pay_class"),
        .number(strings[.paidHours], key: "paid_hours"),
        .number(strings[.netHoursGiven], key: "net_hours"),
      ], rows: rows, totals: rows.isEmpty ? nil : totals)
  }
}
