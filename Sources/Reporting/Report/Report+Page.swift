internal import BusinessCalendar
internal import CapacityPlanning
internal import Planning
internal import Scenarios
internal import ShiftScheduling
internal import Staffing
internal import Units

extension Report {
  /// The report as one HTML file that stands alone.
  public var html: String { page.text }

  private static let longest = 150

  var page: HTMLPage {
    let scenario = plan.scenario
    let verdict = self.verdict
    return HTMLPage(
      strings: strings, title: scenario.name,
      kicker: "\(strings[.capacityPlan]) · \(scenario.id)", question: scenario.question,
      lead: [
        .callout(verdict.text, verdict.isCovered ? .good : .alert), .figures(keyFigures),
        .list(answers),
      ],
      sections: [
        .init(id: "supply", heading: strings[.sectionSupply], blocks: supplyBlocks),
        .init(id: "peak", heading: headingOfDays, blocks: peakBlocks),
        .init(id: "people", heading: strings[.sectionPeople], blocks: peopleBlocks),
        .init(id: "flexible", heading: strings[.sectionFlexible], blocks: flexibleBlocks),
      ] + overtimeSections + [
        .init(id: "cost", heading: strings[.sectionCost], blocks: costBlocks),
        .init(id: "limits", heading: strings[.sectionLimits], blocks: limitBlocks),
        .init(id: "demand", heading: strings[.sectionDemand], blocks: demandBlocks),
        .init(id: "provenance", heading: strings[.sectionProvenance], blocks: provenanceBlocks),
      ],
      footnotes: [
        strings[.footPositions], strings[.footMoney],
        strings(
          .footTimes, scenario.timeZone.identifier,
          strings.weekdayName(plan.requirement.grid.firstWeekday)),
      ])
  }

  private var supplyBlocks: [HTMLPage.Block] {
    [
      .chart(
        weeklyChart.element(strings), caption: strings[.captionSupply], twin: weeklyTable),
      .closedTable(shown(queueWeeksTable)),
    ]
  }

  private var peakBlocks: [HTMLPage.Block] {
    guard let day = peakDay else {
      return [.paragraph(unscheduledAnswer ?? strings[.noteSchedule])]
    }
    var blocks: [HTMLPage.Block] = [
      .chart(
        dayChart(day).element(strings),
        caption: captionOfDay(day), twin: dayTable(day)),
      .chart(heatmap.element(strings), caption: strings[.captionHeatmap], twin: gapTable),
    ]
    if !worstIntervals.isEmpty { blocks.append(.table(worstTable)) }
    blocks.append(.closedTable(shown(shiftsTable)))
    return blocks
  }

  private var peopleBlocks: [HTMLPage.Block] {
    var blocks: [HTMLPage.Block] = [
      .chart(
        headsChart.element(strings), caption: strings[.captionHeads], twin: peopleTotalTable),
      .closedTable(shown(headcountTable)),
    ]
    if plan.capacity.classes.isEmpty {
      blocks.append(.paragraph(strings[.answerNoClasses]))
    } else {
      blocks.append(
        .chart(classesChart.element(strings), caption: strings[.captionClasses], twin: nil))
      blocks.append(.table(classesTable))
    }
    if !supportTable.rows.isEmpty { blocks.append(.closedTable(shown(supportTable))) }
    return blocks
  }

  private var flexibleBlocks: [HTMLPage.Block] {
    var blocks: [HTMLPage.Block] = []
    for table in [vendorOrdersTable, vendorMonths(onlyUsed: true)] where !table.rows.isEmpty {
      blocks.append(.table(table))
    }
    let closed = [vendorTable, overtimeTable, measuresTable] + reliefTables
    for table in closed where !table.rows.isEmpty {
      blocks.append(.closedTable(shown(table)))
    }
    return blocks.isEmpty ? [.paragraph(strings[.noDataForChart])] : blocks
  }

  private var costBlocks: [HTMLPage.Block] {
    var blocks: [HTMLPage.Block] = [
      .chart(costChart.element(strings), caption: strings[.captionCost], twin: nil),
      .table(costTable), .table(costBySupplierTable),
    ]
    for table in [ledgerTable, scheduleLedgerTable] where !table.rows.isEmpty {
      blocks.append(.closedTable(shown(table)))
    }
    return blocks
  }

  private var limitBlocks: [HTMLPage.Block] {
    let limits = plan.capacity.bindingConstraints
    var blocks: [HTMLPage.Block] = []
    if limits.isEmpty {
      blocks.append(.paragraph(strings[.noteNoLimits]))
    } else {
      blocks.append(.list(Array(limitSentences.prefix(5))))
      blocks.append(.closedTable(shown(limitsTable)))
    }
    if !plan.capacity.shortages.isEmpty {
      blocks.append(.table(shown(shortages(causeLimit: 3), limit: 10)))
    }
    return blocks
  }

  private var demandBlocks: [HTMLPage.Block] {
    [.table(queuesTable)] + (poolsTable.rows.isEmpty ? [] : [.table(shown(poolsTable))])
      + (eventsTable.rows.isEmpty ? [] : [.table(shown(eventsTable))])
  }

  private var provenanceBlocks: [HTMLPage.Block] {
    let scenario = plan.scenario
    var facts: [(name: String, value: String)] = []
    if let last = scenario.horizon.last {
      facts.append(
        (
          strings[.horizon],
          "\(strings.date(scenario.horizon.start)) – \(strings.date(last))"
        ))
    }
    facts += [
      (strings[.timeZone], scenario.timeZone.identifier), (strings[.currency], currency.code),
      (strings[.seed], "\(scenario.seed)"),
      (strings[.versions], provenance?.program ?? "PeakPlan \(PeakPlanVersion.current)"),
      (strings[.solver], provenance?.solver ?? plan.capacity.solve.solver),
    ]
    var blocks: [HTMLPage.Block] = [.facts(facts), .table(shown(solverTable))]
    for table in [overridesTable, inputsTable] where !table.rows.isEmpty {
      blocks.append(.table(table))
    }
    return blocks
  }

  /// A table without empty columns, cut to what a page can carry, with a note where the rest is.
  private func shown(_ table: Table, limit: Int = Report.longest) -> Table {
    let table = table.withoutEmptyColumns
    guard table.rows.count > limit else { return table }
    let note = strings(.noteLedger, "\(limit)", "\(table.rows.count)", table.name)
    return Table(
      name: table.name, title: table.title, note: note, columns: table.columns,
      rows: Array(table.rows.prefix(limit)), totals: table.totals)
  }
}
