internal import BusinessCalendar
internal import CapacityPlanning
internal import Costing
internal import Scenarios
internal import ShiftScheduling
internal import Units

extension PlanDocument {
  /// Seats by shift.
  func value(_ schedule: ShiftSchedule) -> JSONValue {
    [
      "weeks": .array(schedule.weeks.map { date($0.start) }),
      "days": .array(schedule.days.map(day)),
      "unscheduled": .array(schedule.unscheduled.map { date($0.start) }),
    ]
  }

  private func day(_ day: DaySchedule) -> JSONValue {
    [
      "date": date(day.date),
      "available": .array(
        day.available.map {
          [
            "supplier": .string($0.supplier.id), "supplierKind": .string(kind(of: $0.supplier)),
            "heads": .number($0.heads.value),
          ]
        }),
      "shifts": .array(day.seats.map(shift)), "carriedIn": .array(day.carriedIn.map(shift)),
      "coverage": .array(
        day.coverage.map { queue in
          [
            "queue": .string(queue.queue.rawValue), "required": numbers(queue.required),
            "inHouse": numbers(queue.inHouse), "outsourced": numbers(queue.outsourced),
            "short": numbers(queue.short),
          ]
        }),
      "solver": solveReport(day.solve),
    ]
  }

  private func kind(of supplier: Supplier) -> String {
    switch supplier {
    case .group: "group"
    case .vendor: "vendor"
    }
  }

  private func shift(_ shift: ShiftSeats) -> JSONValue {
    let breaks = shift.breaks.map { pause -> JSONValue in
      [
        "offsetMinutes": .integer(pause.offset.seconds / 60),
        "minutes": .integer(pause.length.seconds / 60), "paid": .bool(pause.isPaid),
      ]
    }
    return [
      "supplier": .string(shift.supplier.id), "supplierKind": .string(kind(of: shift.supplier)),
      "type": .string(shift.type.rawValue), "start": .string(shift.start.description),
      "minutes": .integer(shift.length.seconds / 60),
      "overtimeMinutes": .integer(shift.overtime.seconds / 60),
      "seats": .integer(Int64(shift.seats)),
      "breaks": .array(breaks),
    ]
  }

  /// The ledger, and its totals by category.
  func value(_ cost: CostStatement) -> JSONValue {
    let totals = CostCategory.allCases.compactMap { category -> JSONValue? in
      let lines = cost.lines.filter { $0.category == category }
      guard !lines.isEmpty else { return nil }
      return [
        "category": .string(category.rawValue), "cash": .bool(category.isCash),
        "amount": money(lines.map(\.amount).total()),
      ]
    }
    return [
      "currency": .string(cost.currency.code), "total": money(cost.total),
      "categories": .array(totals),
      "lines": .array(cost.lines.map { line($0, currency: cost.currency) }),
      "scheduleLines": .array(cost.scheduleLines.map { line($0, currency: cost.currency) }),
    ]
  }

  private func line(_ line: LedgerLine, currency: Currency) -> JSONValue {
    let rate = line.unitRate.minorUnitsPerUnit
    let perMajor = Rational(currency.minorUnitsPerMajor)
    let exactRate = rate.divided(by: perMajor) ?? rate
    return [
      "number": .integer(Int64(line.number)), "category": .string(line.category.rawValue),
      "supplier": .string(line.supplier), "queue": JSONValue(line.queue?.rawValue),
      "date": date(line.date), "quantity": .number(line.quantity.doubleValue),
      "unit": .string(line.unit), "rate": .string(exactRate.description),
      "multiplier": .string(line.multiplier.factor.description), "amount": money(line.amount),
      "rule": .string(line.rule), "source": .string(line.source), "path": .string(line.path),
    ]
  }
}
