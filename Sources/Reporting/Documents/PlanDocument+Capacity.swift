internal import BusinessCalendar
internal import CapacityPlanning
internal import Scenarios
internal import Units

extension PlanDocument {
  /// The capacity plan by week.
  func value(_ capacity: CapacityPlan) -> JSONValue {
    let weeks = capacity.weeks
    let document: JSONValue = [
      "weeks": .array(weeks.map { date($0.start) }),
      "families": .array((capacity.families ?? []).map { .string($0.rawValue) }),
      "requirement": .array(
        capacity.requirement.map { queue in
          [
            "queue": .string(queue.queue.rawValue),
            "ordinaryHours": .array(queue.ordinary.map(hours)),
            "statutoryHolidayHours": .array(queue.statutoryHoliday.map(hours)),
          ]
        }),
      "groups": .array(capacity.groups.map(group)),
      "supportRoles": .array(
        scenario.supportRoles.map { role in
          [
            "role": .string(role.id.rawValue), "basis": "gross: contracted heads",
            "agents": .array(
              weeks.indices.map { .number(capacity.agents(for: role, inWeek: $0).value) }),
            "heads": .array(
              weeks.indices.map { .number(capacity.heads(of: role, inWeek: $0).value) }),
            "people": .array(
              weeks.indices.map { .integer(Int64(capacity.wholeHeads(of: role, inWeek: $0))) }),
          ]
        }),
      "classes": .array(capacity.classes.map(hiringClass)),
      "vendors": .array(capacity.vendors.map(vendor)),
      "shortages": .array(capacity.shortages.map { shortage($0, weeks: weeks) }),
      "missingAtEnd": .number(capacity.missingAtEnd.value),
      "bindingConstraints": .array(
        capacity.bindingConstraints.map { bindingConstraint($0, weeks: weeks) }),
    ]
    guard case .object(var members) = document else { return document }
    if let clock = capacity.clockPay {
      members.append(.init("clockPay", .array(clock.map { value($0, weeks: weeks) })))
    }
    if let rates = capacity.contactRates {
      members.append(.init("contactRates", .array(rates.map { value($0, weeks: weeks) })))
    }
    if let nights = capacity.nightHours {
      members.append(.init("nightHours", .array(nights.map { value($0, weeks: weeks) })))
    }
    if let relief = capacity.relief {
      members.append(.init("relief", value(relief, weeks: weeks)))
    }
    return .object(members)
  }

  private func value(_ entry: ClockPayOfQueue, weeks: [Week]) -> JSONValue {
    [
      "queue": .string(entry.queue.rawValue), "week": date(weeks[entry.week].start),
      "days": .string(entry.bucket.rawValue), "code": .string(entry.code),
      "from": date(entry.from), "perHour": .number(entry.perHour),
    ]
  }

  private func value(_ entry: ContactsOfQueue, weeks: [Week]) -> JSONValue {
    [
      "queue": .string(entry.queue.rawValue), "week": date(weeks[entry.week].start),
      "days": .string(entry.bucket.rawValue), "perHour": .number(entry.perHour),
      "minutesEach": .number(entry.minutesEach),
    ]
  }

  private func value(_ entry: NightHoursOfQueue, weeks: [Week]) -> JSONValue {
    [
      "vendor": .string(entry.vendor.rawValue), "queue": .string(entry.queue.rawValue),
      "week": date(weeks[entry.week].start), "days": .string(entry.bucket.rawValue),
      "share": .number(entry.share),
    ]
  }

  private func allocations(_ allocations: [Allocation]) -> JSONValue {
    .array(
      allocations.map {
        [
          "queue": .string($0.queue.rawValue), "days": .string($0.bucket.rawValue),
          "netHours": hours($0.netTime),
        ]
      })
  }

  private func group(_ group: GroupPlan) -> JSONValue {
    let weeks = group.weeks.map { week -> JSONValue in
      [
        "heads": .number(week.heads.value), "inTraining": .number(week.inTraining.value),
        "inNesting": .number(week.inNesting.value), "ramping": .number(week.ramping.value),
        "joined": .number(week.joined.value), "left": .number(week.left.value),
        "effectiveHeads": .number(week.effectiveHeads.value),
        "regularNetHours": hours(week.regularNetTime),
        "overtime": .array(
          week.overtime.map { overtime in
            let members: [JSONValue.Member] = [
              .init("payClass", .string(overtime.payClass)),
              .init("paidHours", hours(overtime.paidTime)),
              .init("netHours", hours(overtime.netTime)),
            ]
            return .object(
              members + (overtime.from.map { [.init("from", .string("\($0)"))] } ?? []))
          }),
        "allocations": allocations(week.allocations),
        "measures": .array((week.measures?.entries ?? []).map(measure)),
      ]
    }
    return [
      "group": .string(group.group.rawValue), "basis": "gross: contracted heads",
      "weeks": .array(weeks),
    ]
  }

  private func measure(_ entry: StaffMeasures.Entry) -> JSONValue {
    [
      "measure": .string(entry.kind.rawValue),
      "queue": entry.queue.map { .string($0.rawValue) } ?? .null,
      "group": entry.group.map { .string($0.rawValue) } ?? .null,
      "unit": .string(entry.kind.isTime ? "hour" : "head"), "amount": .number(entry.amount),
    ]
  }

  private func hiringClass(_ item: HiringClass) -> JSONValue {
    [
      "group": .string(item.group.rawValue), "number": .integer(Int64(item.number)),
      "parallelClasses": .integer(Int64(item.parallelClasses)), "decideBy": date(item.decideBy),
      "start": date(item.start), "firstContacts": date(item.firstContacts),
      "nestingEnds": date(item.nestingEnds), "fullSpeed": date(item.fullSpeed),
      "heads": .number(item.heads.value), "graduates": .number(item.graduates.value),
    ]
  }

  private func vendor(_ vendor: VendorPlan) -> JSONValue {
    let weeks = vendor.weeks.map { week -> JSONValue in
      [
        "seats": .number(week.seats.value), "added": .number(week.added.value),
        "billedOrdinaryHours": hours(week.billedOrdinary),
        "billedStatutoryHolidayHours": hours(week.billedStatutoryHoliday),
        "allocations": allocations(week.allocations),
      ]
    }
    let months = vendor.months.map(vendorMonth)
    return [
      "vendor": .string(vendor.vendor.rawValue), "weeks": .array(weeks), "months": .array(months),
    ]
  }

  private func vendorMonth(_ month: VendorPlan.MonthPlan) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("month", .string(month.month.description)), .init("active", .bool(month.isActive)),
      .init("ordinaryHours", hours(month.ordinary)),
      .init("statutoryHolidayHours", hours(month.statutoryHoliday)),
      .init("committedHours", hours(month.committed)), .init("setUp", .bool(month.isSetUp)),
    ]
    if let clauses = month.clauses {
      members.append(.init("ended", .bool(clauses.isEnded)))
      members.append(.init("tierHours", .array(clauses.inTiers.map(hours))))
      if let contacts = clauses.contactsInTiers {
        members.append(.init("tierContacts", .array(contacts.map { .number($0) })))
      }
    }
    if let spend = month.spend {
      members.append(.init("spent", money(spend.spent)))
      members.append(.init("committedSpend", money(spend.committed)))
    }
    if let contacts = month.contacts {
      members.append(.init("billedContacts", .number(contacts.billed)))
      members.append(.init("committedContacts", .number(contacts.committed)))
    }
    return .object(members)
  }

  private func shortage(_ shortage: Shortage, weeks: [Week]) -> JSONValue {
    [
      "queue": .string(shortage.queue.rawValue),
      "week": date(weeks[shortage.week].start),
      "days": .string(shortage.bucket.rawValue), "netHours": hours(shortage.netTime),
      "contactsLost": .number(shortage.contactsLost.value),
      "tiers": .array(
        shortage.tiers.map {
          [
            "multiplier": .string($0.multiplier.factor.description),
            "contacts": .number($0.contacts.value),
          ]
        }),
      "cost": money(shortage.cost),
      "causes": .array(shortage.causes.map { .string($0) }),
    ]
  }

  private func bindingConstraint(_ limit: BindingConstraint, weeks: [Week]) -> JSONValue {
    [
      "name": .string(limit.name), "family": .string(limit.family),
      "week": limit.week.map { date(weeks[$0].start) } ?? .null,
      "shadowPrice": .number(major(limit.shadowPrice.approximateMinorUnits)),
      "saving": limit.saving.map(money) ?? .null,
      "unit": .string(limit.unit), "meaning": .string(limit.meaning),
      "path": .string(limit.path),
    ]
  }
}
