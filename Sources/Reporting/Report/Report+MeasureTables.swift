internal import BusinessCalendar
internal import CapacityPlanning
internal import Planning
internal import Scenarios
internal import Units

extension Report {
  /// What is done with groups beside hiring and overtime, a row a week, group and measure.
  var measuresTable: Table {
    var rows: [[Cell]] = []
    for index in plan.capacity.weeks.indices {
      for group in plan.capacity.groups {
        for entry in group.weeks.at(index)?.measures?.entries ?? [] {
          rows.append([
            weekCell(index), groupCell(group.group),
            .named(
              strings.name(
                of: entry.kind,
                whose: entry.queue.map { name(of: $0) } ?? entry.group.map { name(of: $0) }),
              key: ([entry.kind.rawValue]
                + [entry.queue?.rawValue, entry.group?.rawValue].compactMap(\.self))
                .joined(separator: " ")),
            .number(entry.amount, decimals: 1),
            .text(strings[entry.kind.isTime ? .hours : .headsUnit]),
          ])
        }
      }
    }
    return Table(
      name: "measures", title: strings[.measuresTable],
      columns: [
        .date(strings[.week], key: "week"), .init(strings[.group], key: "group"),
        .init(strings[.measure], key: "measure"), .number(strings[.quantity], key: "quantity"),
        .init(strings[.unit], key: "unit"),
      ], rows: rows)
  }
}

extension Strings {
  /// What a measure is called.
  func name(of kind: StaffMeasures.Kind, whose: String?) -> String {
    let (english, chinese) =
      switch kind {
      case .contractsEnded: ("Contracts that ended", "合同期满")
      case .released: ("Made redundant", "裁员")
      case .leave: ("Leave", "休假")
      case .unusedLeave: ("Leave paid at the end", "期末未休年假")
      case .undertime: ("Voluntary time off", "自愿休假")
      case .timeOff: ("Time off in lieu", "补休")
      case .timeOwed: ("Time off owed at the end", "期末未补休")
      case .learning: ("Begin to learn", "开始跨技能培训")
      case .learnt: ("Trained for", "已掌握技能")
      case .moving: ("Begin to move to", "开始转岗")
      case .transferredIn: ("From other groups", "调入")
      case .transferredOut: ("To other groups", "调出")
      }
    let name = language == .chinese ? chinese : english
    return whose.map { "\(name): \($0)" } ?? name
  }
}
