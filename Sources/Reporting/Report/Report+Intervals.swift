internal import ShiftScheduling

extension Report {
  /// The numbers of the peak day's chart.
  func dayTable(_ day: DaySchedule) -> Table {
    Table(
      name: "peak-day", title: strings.weekdayDate(day.date),
      columns: [
        .date(strings[.start]), .number(strings[.required]), .number(strings[.own]),
        .number(strings[.vendors]), .number(strings[.missing]),
      ],
      rows: intervals(of: day).map { interval in
        [
          .text(time(interval.slot)), .number(interval.required, decimals: 1),
          .number(interval.inHouse, decimals: 1), .number(interval.outsourced, decimals: 1),
          .number(
            interval.short, decimals: 1, tone: interval.short >= 0.05 ? .alert : .muted),
        ]
      })
  }

  /// The numbers of the heatmap: what is short (negative) or spare, a column a day.
  var gapTable: Table {
    let map = heatmap
    let days = map.rows.map { Table.Column.number($0) }
    return Table(
      name: "gap", title: headingOfDays,
      columns: [.date(strings[.start])] + days,
      rows: map.columns.indices.map { column in
        [.text(map.columns[column])]
          + map.values.map { row in
            let value = row.at(column) ?? nil
            return .number(value, decimals: 1, tone: (value ?? 0) <= -0.05 ? .alert : .plain)
          }
      })
  }
}
