internal import BusinessCalendar
internal import CapacityPlanning
internal import Planning
internal import Scenarios
internal import Units

// The rarer rules: tables only where the scenario has one of them.
extension Report {
  /// Work that waits, further seats and busiest hours; none where no rule asks for them.
  var reliefTables: [Table] {
    guard let relief = plan.capacity.relief else { return [] }
    var tables: [Table] = []
    if plan.scenario.policy.carriedQueues != nil { tables.append(carriedTable(relief)) }
    if plan.scenario.sites.contains(where: { $0.overflow != nil }) {
      tables.append(extraSeatsTable(relief))
    }
    if plan.scenario.policy.peakHours != nil { tables.append(busiestHoursTable(relief)) }
    return tables
  }

  private func carriedTable(_ relief: PlanRelief) -> Table {
    Table(
      name: "carried-over", title: strings[.carriedTable],
      columns: [
        .date(strings[.week], key: "week"), .init(strings[.queue], key: "queue"),
        .number(strings[.netHoursGiven], key: "net_hours"),
      ],
      rows: relief.carried.map {
        [weekCell($0.week), queueCell($0.queue), hoursCell($0.netTime.hours)]
      })
  }

  private func extraSeatsTable(_ relief: PlanRelief) -> Table {
    Table(
      name: "further-seats", title: strings[.extraSeatsTable],
      columns: [
        .date(strings[.week], key: "week"), .init(strings[.site], key: "site"),
        .number(strings[.seats], key: "seats"),
      ],
      rows: relief.extraSeats.map { extra in
        let site = plan.scenario.sites.first { $0.id == extra.site }
        return [
          weekCell(extra.week),
          .named(site?.name ?? extra.site.rawValue, key: extra.site.rawValue),
          .number(extra.seats.value, decimals: 1),
        ]
      })
  }

  private func busiestHoursTable(_ relief: PlanRelief) -> Table {
    Table(
      name: "busiest-hours", title: strings[.busiestHoursTable],
      columns: [
        .date(strings[.week], key: "week"), .init(strings[.queue], key: "queue"),
        .date(strings[.date], key: "date"), .init(strings[.start], key: "start"),
        .number(strings[.length], key: "hours"),
        .number(strings[.required], key: "required_positions"),
        .number(strings[.own], key: "own_positions"),
        .number(strings[.vendors], key: "vendor_positions"),
        .number(strings[.missing], key: "missing_net_hours"),
      ],
      rows: relief.peaks.map { peak in
        [
          weekCell(peak.week), queueCell(peak.queue), dateCell(peak.date),
          .text(peak.start.description), hoursCell(peak.length.hours),
          .number(peak.required.value, decimals: 1),
          .number(peak.ownPositions.value, decimals: 1),
          .number(peak.vendorPositions.value, decimals: 1), hoursCell(peak.missing.hours),
        ]
      })
  }
}
