internal import BusinessCalendar
internal import CapacityPlanning
internal import Costing
internal import Planning
internal import Scenarios
internal import ShiftScheduling
internal import Staffing
internal import Units

extension Report {
  /// Requirement against supply by week.
  var weeklyChart: SupplyChart {
    let weeks = figures.weeks
    var supply: [SupplyChart.Series] = [
      .init(strings[.inHouse], weeks.map(\.inHouse), fill: .inHouse),
      .init(strings[.overtime], weeks.map(\.overtime), fill: .overtime),
    ]
    for (index, vendor) in plan.capacity.vendors.enumerated() {
      supply.append(
        .init(
          name(of: vendor.vendor), weeks.map { $0.vendors.at(index) ?? 0 }, fill: .vendor(index)))
    }
    return SupplyChart(
      head: .init(
        id: "weekly", title: strings[.weeklyTable],
        description: "\(strings[.captionSupply]) \(verdict.text)"),
      periods: plan.capacity.weeks.map { week in
        .init(
          label: strings.shortDate(week.start), name: strings(.weekOf, strings.date(week.start)))
      },
      requirement: weeks.map(\.required), supply: supply, missing: weeks.map(\.short),
      spare: .init(strings[.inHouseUnused], weeks.map(\.spare), fill: .spare),
      events: eventSpans, unit: strings[.netHours])
  }

  /// The events in weeks from the plan's first day.
  private var eventSpans: [SupplyChart.Event] {
    guard let first = plan.capacity.weeks.first?.start, let last = plan.capacity.weeks.last?.end
    else { return [] }
    let minutesPerWeek = 7.0 * 1440
    func weeks(_ moment: LocalDateTime, plus minutes: Double) -> Double {
      (Double(first.at(.midnight).minutes(until: moment)) + minutes) / minutesPerWeek
    }
    return plan.scenario.events.compactMap { event in
      let start = weeks(event.start, plus: 0)
      let end = weeks(event.start, plus: event.window.inHours * 60)
      guard end > 0, event.start.date < last else { return nil }
      return .init(event.name, from: start, to: end)
    }
  }

  /// Requirement against staff through the peak day, by interval.
  func dayChart(_ day: DaySchedule) -> SupplyChart {
    let intervals = self.intervals(of: day)
    return SupplyChart(
      head: .init(
        id: "peak-day", title: strings.weekdayDate(day.date),
        description: captionOfDay(day)),
      periods: intervals.map { .init(label: time($0.slot)) },
      requirement: intervals.map(\.required),
      supply: [
        .init(strings[.own], intervals.map(\.inHouse), fill: .inHouse),
        .init(strings[.vendors], intervals.map(\.outsourced), fill: .vendor(0)),
      ],
      missing: intervals.map(\.short), events: eventSpans(on: day, intervals),
      unit: strings[.positions], decimals: 1, labelsAreAtStart: true)
  }

  private func eventSpans(on day: DaySchedule, _ intervals: [Interval]) -> [SupplyChart.Event] {
    let minutes = Double(plan.requirement.grid.slotLength.minutes)
    return plan.scenario.events.compactMap { event in
      let start = Double(day.date.at(.midnight).minutes(until: event.start)) / minutes
      let end = start + event.window.inHours * 60 / minutes
      let isOnDay = start >= 0 && start < Double(intervals.count)
      return isOnDay ? .init(event.name, from: start, to: min(end, Double(intervals.count))) : nil
    }
  }

  /// The gap of every interval of the scheduled days.
  var heatmap: HeatmapChart {
    let length = plan.requirement.grid.slotLength.minutes
    let columns = stride(from: 0, to: 1440, by: length).map { minutes in
      LocalTime(minutes: minutes)?.description ?? ""
    }
    let values = scheduledDays.map { day in
      // The doubled hour of an autumn day shows the worse of its two.
      var row = [Double?](repeating: nil, count: columns.count)
      for interval in intervals(of: day) where !interval.isClosed {
        let column = interval.slot.start.minutes / length
        guard row.indices.contains(column) else { continue }
        row[column] = min(row[column] ?? interval.gap, interval.gap)
      }
      return row
    }
    return HeatmapChart(
      head: .init(
        id: "gap", title: headingOfDays, description: strings[.captionHeatmap]),
      rows: scheduledDays.map { strings.weekdayDate($0.date) }, columns: columns, values: values,
      unit: strings[.positions])
  }

  /// Heads from the day before the horizon to its last week.
  var headsChart: WaterfallChart {
    let changes: [WaterfallChart.Step] = [
      .init(strings[.joinedClasses], figures.joined),
      .init(strings[.washedOut], -figures.washedOut),
      .init(strings[.peopleLeft], -(figures.left - figures.washedOut)),
    ]
    let steps =
      [WaterfallChart.Step(strings[.headsAtStart], figures.headsAtStart, kind: .level)]
      + changes.filter { $0.value.magnitude >= 0.05 }
      + [.init(strings[.headsAtEnd], figures.headsAtEnd, kind: .level)]
    let hasPeople = figures.headsAtStart + figures.joined + figures.headsAtEnd > 0
    let isWhole = steps.allSatisfy { ($0.value - $0.value.rounded()).magnitude < 0.05 }
    return WaterfallChart(
      head: .init(
        id: "heads", title: strings[.sectionPeople], description: strings[.captionHeads]),
      steps: hasPeople ? steps : [], unit: strings[.headsUnit],
      decimals: isWhole ? 0 : 1)
  }

  /// What is paid, by category.
  var costChart: WaterfallChart {
    let scale = Double(currency.minorUnitsPerMajor)
    var steps: [WaterfallChart.Step] = []
    for category in CostCategory.allCases where category.isCash {
      let amount = plan.cost.total(of: category)
      guard amount != .zero else { continue }
      steps.append(
        .init(
          strings.name(of: category), amount.approximateMinorUnits / scale, text: money(amount)))
    }
    if !steps.isEmpty {
      steps.append(
        .init(
          strings[.total], total.approximateMinorUnits / scale, kind: .level, text: money(total)))
    }
    return WaterfallChart(
      head: .init(id: "cost", title: strings[.costTable], description: strings[.captionCost]),
      steps: steps, unit: currency.code)
  }

  /// The hiring classes in time.
  var classesChart: GanttChart {
    GanttChart(
      head: .init(
        id: "classes", title: strings[.classesTable], description: strings[.captionClasses]),
      rows: classesByDecision.map(row),
      events: plan.scenario.events.filter { plan.scenario.horizon.contains($0.start.date) }.map {
        let days = Int((Double($0.start.time.minutes) / 1440 + $0.window.inHours / 24).rounded(.up))
        return .init($0.name, DateRange(start: $0.start.date, days: max(1, days)))
      },
      range: plan.scenario.horizon)
  }

  private func row(of hiringClass: HiringClass) -> GanttChart.Row {
    let end = plan.scenario.horizon.end
    var bars: [GanttChart.Bar] = []
    func add(_ phase: GanttChart.Phase, from start: LocalDate, to end: LocalDate) {
      if start < end { bars.append(.init(phase, DateRange(start: start, end: end))) }
    }
    add(.recruiting, from: hiringClass.decideBy, to: hiringClass.start)
    add(.training, from: hiringClass.start, to: hiringClass.firstContacts)
    let curve = plan.scenario.staffGroup(hiringClass.group)?.hiring?.ramp ?? .immediate
    var day = hiringClass.firstContacts
    var week = 0
    while day < hiringClass.fullSpeed, week < 520 {
      let next = min(day.adding(days: 7), hiringClass.fullSpeed)
      let proficiency = curve.proficiency(atTenure: week).value
      let isNesting = day < hiringClass.nestingEnds
      add(
        isNesting ? .nesting(proficiency: proficiency) : .ramp(proficiency: proficiency),
        from: day, to: next)
      day = next
      week += 1
    }
    add(.productive, from: hiringClass.fullSpeed, to: end)
    return .init(
      "\(name(of: hiringClass.group)) \(hiringClass.number)",
      detail: "\(classHeadsCell(hiringClass).display) \(strings[.people])",
      decideBy: hiringClass.decideBy, bars: bars)
  }
}
