internal import BusinessCalendar
internal import CapacityPlanning
internal import Forecasting
internal import Planning
internal import Scenarios
internal import ShiftScheduling
internal import Staffing
internal import Units

extension Report {
  /// The limits that bind, dearest first.
  var limitsTable: Table {
    Table(
      name: "limits", title: strings[.limitsTable],
      note: plan.capacity.bindingConstraints.isEmpty
        ? strings[.noteNoLimits] : strings[.noteLimits],
      columns: [
        .init(strings[.limit], key: "limit"),
        .number("\(strings[.worth]) (\(currency.code))", key: "saves"),
        .init(strings[.perUnit], key: "unit"), .date(strings[.week], key: "week"),
        .init(strings[.path], key: "path"),
      ],
      rows: plan.capacity.bindingConstraints.map { limit in
        [
          .named(inWords(limit: limit.name), key: limit.name),
          saving(of: limit), staged(limit.unit),
          limit.week.map(weekCell) ?? .empty, .text(limit.path),
        ]
      })
  }

  /// What one more unit saves; where that was not tried, at most the shadow price.
  private func saving(of limit: BindingConstraint) -> Cell {
    if let saving = limit.saving { return .money(saving, currency) }
    let most = Money(rounding: limit.shadowPrice.minorUnitsPerUnit, times: .one)
    return .named("≤ \(currency.grouped(most))", key: "")
  }

  /// The queues: how many contacts come, what they need at most, how both were made.
  var queuesTable: Table {
    let rows = plan.scenario.queues.map { queue -> [Cell] in
      let forecast = plan.forecast[queue.id]
      let requirement = plan.requirement[queue.id]
      let method = [forecast?.method, requirement?.method].compactMap(\.self)
      return [
        .named(queue.name, key: queue.id.rawValue), staged(queue.channel.key),
        .number(forecast.map { $0.volume.total().value }, decimals: 0),
        .number(requirement?.positions.map(\.value).max(), decimals: 1),
        staged(method.joined(separator: "; ")),
      ]
    }
    return Table(
      name: "queues", title: strings[.queuesTable],
      columns: [
        .init(strings[.queue], key: "queue"), .init(strings[.channel], key: "channel"),
        .number(strings[.volume], key: "contacts"),
        .number(strings[.peakPositions], key: "peak_positions"),
        .init(strings[.method], key: "method"),
      ], rows: rows)
  }

  /// The events in order of their start.
  var eventsTable: Table {
    Table(
      name: "events", title: strings[.eventsTable],
      columns: [
        .init(strings[.event], key: "event"), .init(strings[.platform], key: "platform"),
        .date(strings[.start], key: "start"), .number(strings[.window], key: "window_hours"),
        .date(strings[.notified], key: "notified"), .init(strings[.source], key: "source"),
      ],
      rows: plan.scenario.events.map { event in
        let start = "\(strings.fullDate(event.start.date)) \(event.start.time)"
        return [
          .named(event.name, key: event.id.rawValue), .text(event.platform ?? ""),
          .named(start, key: event.start.description),
          .number(event.window.inHours, decimals: 1),
          event.notified.map(dateCell) ?? .empty, .text(event.source),
        ]
      })
  }

  /// The requirement, a row an interval and queue in which anybody comes or is needed.
  var requirementTable: Table {
    let grid = plan.requirement.grid
    var rows: [[Cell]] = []
    for slot in grid.slots.enumerated() {
      let start = "\(slot.element.dateTime)"
      for queue in plan.requirement.queues {
        guard let positions = queue.positions.at(slot.offset),
          let volume = queue.volume.at(slot.offset), positions > .zero || volume > .zero
        else { continue }
        let handleTime = plan.forecast[queue.queue]?.handleTime.at(slot.offset)
        rows.append([
          .text(start), .text(queue.queue.rawValue), .number(volume.value, decimals: 3),
          .number(handleTime?.inSeconds, decimals: 1),
          .number(queue.load.at(slot.offset)?.value, decimals: 4),
          .number(positions.value, decimals: 3),
          queue.driver.at(slot.offset).map {
            .named(strings.name(of: $0), key: $0.rawValue)
          } ?? .empty,
          .percent(queue.serviceLevel.at(slot.offset)?.map(\.value), decimals: 2),
          .percent(queue.occupancy.at(slot.offset)?.value, decimals: 2),
        ])
      }
    }
    return Table(
      name: "requirement", title: strings[.requirementTable],
      columns: [
        .date(strings[.start], key: "start"), .init(strings[.queue], key: "queue"),
        .number(strings[.volume], key: "contacts"),
        .number(strings[.handleTime], key: "handle_time_s"),
        .number(strings[.load], key: "load_erlangs"),
        .number(strings[.positions], key: "positions"), .init(strings[.driver], key: "driver"),
        .number(strings[.serviceLevel], key: "service_level"),
        .number(strings[.occupancy], key: "occupancy"),
      ], rows: rows)
  }

  /// The programs that were solved, the capacity program first.
  var solverTable: Table {
    let reports = [plan.capacity.solve] + scheduledDays.map(\.solve)
    return Table(
      name: "solver", title: strings[.solverTable],
      note: strings(.noteObjective, currency.code),
      columns: [
        .init(strings[.program], key: "program"), .init(strings[.status], key: "status"),
        .number(strings[.objective], key: "objective_minor_units"),
        .number(strings[.bound], key: "bound_minor_units"), .number(strings[.gap], key: "gap"),
        .number(strings[.rows], key: "rows"), .number(strings[.columns], key: "columns"),
        .number(strings[.integers], key: "integers"), .init(strings[.solver], key: "solver"),
      ],
      rows: reports.map { report in
        [
          staged(report.program),
          staged(report.status, tone: report.isLimitReached ? .alert : .plain),
          .number(report.objective, decimals: 0), .number(report.bound, decimals: 0),
          .percent(report.gap?.value, decimals: 2), .count(report.rows), .count(report.columns),
          .count(report.integers), .text(report.solver),
        ]
      })
  }

  /// How good the capacity plan is proved to be, and the families of rules that were in its program.
  var programSentences: [String] {
    let solve = plan.capacity.solve
    func major(_ value: Double) -> String {
      DecimalText.fixed(value / Double(currency.minorUnitsPerMajor))
    }
    let bound = solve.bound.map {
      strings(
        .provenBound, "\(major($0)) \(currency.code)",
        DecimalText.percent(solve.gap?.value ?? 0, decimals: 2))
    }
    var sentences = [
      strings(
        .programSolved, "\(major(solve.objective)) \(currency.code)", bound ?? strings[.noBound],
        strings.words(solve.status), DecimalText.fixed(Double(solve.rows)),
        DecimalText.fixed(Double(solve.columns)), DecimalText.fixed(Double(solve.integers)),
        solve.solver)
    ]
    if let families = plan.capacity.families, !families.isEmpty {
      let list = families.map(strings.words).joined(separator: strings[.listSeparator])
      sentences.append(strings(.familiesActive, list))
    }
    return sentences
  }

  /// The files that were read.
  var inputsTable: Table {
    Table(
      name: "inputs", title: strings[.inputsTable],
      columns: [
        .init(strings[.file], key: "file"), .number(strings[.bytes], key: "bytes"),
        .init(strings[.hash], key: "sha256"),
      ],
      rows: (provenance?.inputs ?? []).map { input in
        [.text(input.path), .count(input.bytes), .text(input.sha256)]
      })
  }

  /// What the scenario overrides.
  var overridesTable: Table {
    Table(
      name: "overrides", title: strings[.overridesTable],
      columns: [
        .init(strings[.path], key: "path"), .init(strings[.baseValue], key: "base"),
        .init(strings[.value], key: "value"),
      ],
      rows: (provenance?.overrides ?? []).map { override in
        [.text(override.path), .text(override.base ?? "–"), .text(override.value)]
      })
  }
}
