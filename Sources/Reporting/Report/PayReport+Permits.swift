internal import BusinessCalendar
internal import PayRules
internal import Units

extension PayReport {
  /// Which permit covers which shifts, and why none covers others.
  var permitTable: Table {
    let rows = entries.flatMap { entry in
      entry.slip.permits.map { share -> [Cell] in
        [
          .text(entry.name), .text(share.post ?? ""),
          .text(share.permit ?? share.gap.map(words) ?? ""),
          .text(share.days.lowerBound.description), .text(share.days.upperBound.description),
          .count(share.shifts), .number(share.time.hours, decimals: 2),
        ]
      }
    }
    return Table(
      name: "permits", title: strings(.payPermitTable),
      columns: [
        .date(strings(.payEmployee)), .date(strings(.payPost)), .date(strings(.payPermit)),
        .date(strings(.payPermitFrom)), .date(strings(.payPermitTo)),
        .number(strings(.payShifts)), .number(strings(.payPaidTime)),
      ], rows: rows)
  }

  private func words(_ gap: PermitGap) -> String {
    switch gap {
    case .noPermit: strings(.payNoPermit)
    case .noPost: strings(.payNoPost)
    case .otherPost: strings(.payOtherPost)
    case .outsideDates: strings(.payOutsideDates)
    case .otherPeriod: strings(.payOtherPeriod)
    }
  }

  /// Shifts under one permit, or without one, as a part of the JSON document.
  func document(of share: PayPermitShare) -> JSONValue {
    [
      "post": JSONValue(share.post), "permit": JSONValue(share.permit),
      "gap": JSONValue(share.gap?.rawValue),
      "pack": .string(share.gap == nil ? system.id : system.permit?.otherwise ?? system.id),
      "firstDay": .string(share.days.lowerBound.description),
      "lastDay": .string(share.days.upperBound.description),
      "shifts": .integer(Int64(share.shifts)), "hours": .number(share.time.hours),
    ]
  }
}
