internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

extension OvertimeReport {
  /// The report as one JSON document.
  public var document: JSONValue {
    let weeks = words.scenario.grid.weeks
    return [
      "schema": "peakplan/overtime/1", "scenario": .string(words.scenario.id),
      "currency": .string(currency.code),
      "weeks": .array(
        decisions.weeks.map { week in
          [
            "week": .string("\(weeks[week.week].start)"),
            "ordinary": .array(week.ordinary.map(json)),
            "statutoryHoliday": .array(week.statutoryHoliday.map(json)),
          ]
        }),
      "breakEvens": .array(decisions.breakEvens.map(json)),
      "monthlyLimitCosts": JSONValue(decisions.monthlyLimitCosts.map(currency.decimal)),
      "monthlyLimits": .array(
        decisions.monthlyLimits.map { limit in
          [
            "group": .string(limit.group.rawValue), "month": .string("\(limit.overtime.month)"),
            "limitHours": .number(limit.overtime.limit.hours),
            "allowanceHours": .number(limit.overtime.allowance.hours),
            "workedHours": .number(limit.overtime.worked.hours),
            "people": .number(limit.overtime.people.value),
            "shadowPrice": number(limit.shadowPrice),
            "saved": .string(currency.decimal(limit.saved)),
          ]
        }),
      "statutoryHolidays": .array(
        decisions.holidays.map { course in
          [
            "way": .string(course.kind.rawValue), "ownHours": .number(course.ownTime.hours),
            "ownPay": .string(currency.decimal(course.ownPay)),
            "vendorHours": .number(course.vendorTime.hours),
            "vendorBill": .string(currency.decimal(course.vendorPay)),
            "shortHours": .number(course.missing.hours),
            "planCost": .string(currency.decimal(course.planCost)),
            "more": .string(currency.decimal(more(of: course))),
          ]
        }),
      "surcharges": .array(
        decisions.surcharges.map { entry in
          [
            "vendor": .string(entry.vendor.rawValue), "group": .string(entry.group.rawValue),
            "factor": .number(entry.factor.doubleValue),
            "evenFactor": .number(entry.evenFactor.doubleValue),
          ]
        }),
      "paidHolidays": .array(
        decisions.paidHolidays.map { entry in
          [
            "group": .string(entry.group.rawValue), "days": .integer(Int64(entry.days)),
            "headDays": .number(entry.headDays.value), "pay": .string(currency.decimal(entry.pay)),
          ]
        }),
    ]
  }

  private func json(_ hour: PricedHour) -> JSONValue {
    [
      "kind": .string(hour.source.kind.rawValue), "owner": .string(hour.source.owner),
      "paidHour": number(hour.paidRate), "netShare": .number(hour.netShare.value),
      "netHour": number(hour.netRate), "plannedHours": .number(hour.used.hours),
      "mostHours": JSONValue(hour.most?.hours),
    ]
  }

  private func json(_ even: BreakEven) -> JSONValue {
    [
      "kind": .string(even.source.kind.rawValue), "owner": .string(even.source.owner),
      "insteadOf": [
        "kind": .string(even.against.kind.rawValue), "owner": .string(even.against.owner),
      ],
      "atTheStart": .string(currency.decimal(even.fixed)), "netHour": number(even.netRate),
      "otherNetHour": number(even.otherRate), "weeks": JSONValue(even.weeks.map(Double.init)),
      "netHours": JSONValue(even.netTime?.hours),
    ]
  }

  private func number(_ rate: HourlyRate) -> JSONValue {
    .number(rate.approximateMinorUnits / Double(currency.minorUnitsPerMajor))
  }
}
