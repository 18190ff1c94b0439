internal import BusinessCalendar
internal import CapacityPlanning
internal import Planning
internal import Scenarios
internal import Units

extension Report {
  /// What vendors do, a row a week and vendor with seats or hours.
  var vendorTable: Table {
    var rows: [[Cell]] = []
    for index in plan.capacity.weeks.indices {
      for vendor in plan.capacity.vendors {
        guard let week = vendor.weeks.at(index) else { continue }
        let billed = week.billedOrdinary + week.billedStatutoryHoliday
        guard week.seats > .zero || week.added > .zero || billed > .zero else { continue }
        rows.append([
          weekCell(index), vendorCell(vendor.vendor), .number(week.seats.value, decimals: 1),
          .number(week.added.value, decimals: 1), hoursCell(week.billedOrdinary.hours),
          hoursCell(week.billedStatutoryHoliday.hours),
          hoursCell(week.allocations.map(\.netTime).total().hours),
        ])
      }
    }
    let all = plan.capacity.vendors.flatMap(\.weeks)
    let totals: [Cell] = [
      .text(strings[.total]), .empty, .empty, .number(all.map(\.added).total().value, decimals: 1),
      hoursCell(all.map(\.billedOrdinary).total().hours),
      hoursCell(all.map(\.billedStatutoryHoliday).total().hours),
      hoursCell(all.flatMap(\.allocations).map(\.netTime).total().hours),
    ]
    return Table(
      name: "vendors", title: strings[.vendorTable],
      columns: [
        .date(strings[.week], key: "week"), .init(strings[.vendor], key: "vendor"),
        .number(strings[.seats], key: "seats"), .number(strings[.added], key: "seats_added"),
        .number(strings[.billedOrdinary], key: "billed_ordinary_hours"),
        .number(strings[.billedHoliday], key: "billed_statutory_holiday_hours"),
        .number(strings[.netHoursGiven], key: "net_hours"),
      ], rows: rows, totals: rows.isEmpty ? nil : totals)
  }

  /// Seats that somebody has to order.
  struct VendorOrder: Sendable {
    let vendor: Vendor.ID
    let week: Int
    let orderBy: LocalDate
    let added: Double
    let seats: Double
  }

  /// Every week's new seats with the last day on which they can be ordered: the vendor's weeks of
  /// notice before the first of them works.
  var vendorOrders: [VendorOrder] {
    var orders: [VendorOrder] = []
    for vendor in plan.capacity.vendors {
      guard let terms = plan.scenario.vendor(vendor.vendor) else { continue }
      for (index, week) in vendor.weeks.enumerated() where week.added.value >= 0.05 {
        guard let start = start(ofWeek: index) else { continue }
        orders.append(
          VendorOrder(
            vendor: vendor.vendor, week: index,
            orderBy: start.adding(days: -7 * max(0, terms.noticeWeeks)),
            added: week.added.value, seats: week.seats.value))
      }
    }
    return orders.sorted { ($0.orderBy, $0.week) < ($1.orderBy, $1.week) }
  }

  /// Seats to order, by the day on which they have to be ordered.
  var vendorOrdersTable: Table {
    Table(
      name: "vendor-orders", title: strings[.vendorOrdersTable],
      columns: [
        .date(strings[.orderBy], key: "order_by"), .init(strings[.vendor], key: "vendor"),
        .date(strings[.firstSeats], key: "week"),
        .number(strings[.added], key: "seats_added"), .number(strings[.seats], key: "seats"),
      ],
      rows: vendorOrders.map { order in
        [
          dateCell(order.orderBy), vendorCell(order.vendor), weekCell(order.week),
          .number(order.added, decimals: 1), .number(order.seats, decimals: 1),
        ]
      })
  }

  /// The contracts, a row a vendor and month.
  var vendorMonthsTable: Table { vendorMonths(onlyUsed: false) }

  /// The contracts, a row a vendor and month; only those that run or are used, where asked.
  func vendorMonths(onlyUsed: Bool) -> Table {
    var rows: [[Cell]] = []
    for vendor in plan.capacity.vendors {
      for month in vendor.months {
        let isUsed = month.isActive || month.ordinary + month.statutoryHoliday > .zero
        guard isUsed || !onlyUsed else { continue }
        rows.append([
          vendorCell(vendor.vendor), .text(month.month.description),
          .named(strings[month.isActive ? .yes : .no], key: month.isActive ? "true" : "false"),
          hoursCell(month.ordinary.hours), hoursCell(month.statutoryHoliday.hours),
          hoursCell(month.committed.hours),
          .named(strings[month.isSetUp ? .yes : .no], key: month.isSetUp ? "true" : "false"),
        ])
      }
    }
    return Table(
      name: "vendor-months", title: strings[.vendorMonthsTable],
      note: rows.isEmpty ? nil : strings[.noteVendorMonths],
      columns: [
        .init(strings[.vendor], key: "vendor"), .date(strings[.month], key: "month"),
        .init(strings[.active], key: "active"),
        .number(strings[.billedOrdinary], key: "ordinary_hours"),
        .number(strings[.billedHoliday], key: "statutory_holiday_hours"),
        .number(strings[.committed], key: "committed_hours"),
        .init(strings[.setUpFee], key: "set_up_fee"),
      ], rows: rows)
  }

  /// Where hours are missing, the largest first.
  var shortagesTable: Table { shortages(causeLimit: .max) }

  /// Where hours are missing, with no more than so many causes each.
  func shortages(causeLimit: Int) -> Table {
    let shortages = plan.capacity.shortages.sorted {
      ($1.netTime, $0.week, $0.queue, $0.bucket.rawValue)
        < ($0.netTime, $1.week, $1.queue, $1.bucket.rawValue)
    }
    let rows = shortages.map { shortage -> [Cell] in
      [
        weekCell(shortage.week), queueCell(shortage.queue), words(for: shortage.bucket),
        hoursCell(shortage.netTime.hours), .number(shortage.contactsLost.value, decimals: 0),
        .money(shortage.cost, currency),
        .named(
          causesInWords(of: [shortage], limit: causeLimit)
            .joined(separator: strings[.clauseMark]),
          key: shortage.causes.prefix(causeLimit).joined(separator: "; ")),
      ]
    }
    let totals: [Cell] = [
      .text(strings[.total]), .empty, .empty, hoursCell(figures.shortHours),
      .number(figures.contactsLost, decimals: 0),
      .money(shortages.map(\.cost).total(), currency), .empty,
    ]
    return Table(
      name: "shortages", title: strings[.shortagesTable],
      columns: [
        .date(strings[.week], key: "week"), .init(strings[.queue], key: "queue"),
        .init(strings[.dayKind], key: "days"),
        .number(strings[.netHoursGiven], key: "short_net_hours"),
        .number(unhandledLabel, key: "contacts_lost"),
        .number("\(strings[.amount]) (\(currency.code))", key: "amount"),
        .init(strings[.causes], key: "causes"),
      ], rows: rows, totals: rows.isEmpty ? nil : totals)
  }
}
