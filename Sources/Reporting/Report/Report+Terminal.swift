internal import CapacityPlanning
internal import Planning
internal import Scenarios
internal import ShiftScheduling
internal import Units

extension Report {
  /// The plan in a screenful or two: question, answer, weeks, classes, cost, limits, provenance.
  ///
  /// - Parameters:
  ///   - width: the columns of the terminal; lines are wrapped and tables fitted to it.
  ///   - color: whether ANSI sequences may be written.
  ///   - showsOverrides: whether to say what was changed of the base scenario.
  public func terminalSummary(
    width: Int = 100, color: Bool = false, showsOverrides: Bool = false
  ) -> String {
    let width = max(40, width)
    let style = TerminalStyle(color: color)
    var blocks = [heading(width, style), answer(width, style)]
    for table in [weeklyTable, briefClassesTable, costTable] where !table.rows.isEmpty {
      blocks.append(TextTable(table, width: width, style: style).text)
    }
    blocks.append(limits(width, style))
    if showsOverrides, !overridesTable.rows.isEmpty {
      blocks.append(TextTable(overridesTable, width: width, style: style).text)
    }
    blocks.append(provenanceLines(width, style))
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func heading(_ width: Int, _ style: TerminalStyle) -> String {
    let scenario = plan.scenario
    var lines = wrapped("\(scenario.name) — \(strings[.capacityPlan])", width).map(style.bold)
    lines += wrapped(scenario.question, width).map(style.faint)
    return text(lines)
  }

  private func answer(_ width: Int, _ style: TerminalStyle) -> String {
    let verdict = self.verdict
    var lines = wrapped(verdict.text, width).map {
      style.bold(style.applied(verdict.isCovered ? .good : .alert, to: $0))
    }
    for answer in answers { lines += item(answer, width) }
    return text(lines)
  }

  /// The hiring classes without what only their calendar needs.
  private var briefClassesTable: Table {
    Table(
      name: "", title: strings[.classesTable],
      columns: [
        .date(strings[.decideBy]), .init(strings[.group]), .date(strings[.starts]),
        .date(strings[.firstContacts]), .number(strings[.heads]),
      ],
      rows: classesByDecision.map { hiringClass in
        [
          dateCell(hiringClass.decideBy), groupCell(hiringClass.group),
          dateCell(hiringClass.start), dateCell(hiringClass.firstContacts),
          classHeadsCell(hiringClass),
        ]
      })
  }

  private func limits(_ width: Int, _ style: TerminalStyle) -> String {
    var lines = [style.bold(strings[.sectionLimits])]
    let sentences = limitSentences
    if sentences.isEmpty { lines.append(strings[.noteNoLimits]) }
    for sentence in sentences.prefix(5) { lines += item(sentence, width) }
    return text(lines)
  }

  private func provenanceLines(_ width: Int, _ style: TerminalStyle) -> String {
    let solves = [plan.capacity.solve] + scheduledDays.map(\.solve)
    let limited = solves.filter(\.isLimitReached).count
    var parts = [
      provenance?.program ?? "PeakPlan \(PeakPlanVersion.current)",
      provenance?.solver ?? plan.capacity.solve.solver,
      "\(strings.words(plan.capacity.solve.program)): \(strings.words(plan.capacity.solve.status))",
    ]
    if let gap = plan.capacity.solve.gap {
      parts.append("\(strings[.gap]) \(DecimalText.percent(gap.value, decimals: 2))")
    }
    if let shifts = shiftsGap { parts.append(shifts) }
    if limited > 0 {
      parts.append(
        strings(limited == 1 ? .limitHit : .limitsHit, "\(limited)", "\(solves.count)"))
    }
    parts.append("\(strings[.seed]) \(plan.scenario.seed)")
    return text(wrapped(parts.joined(separator: " · "), width).map(style.faint))
  }

  /// The scheduled day whose shifts are farthest from a proven bound, with its own status.
  private var shiftsGap: String? {
    let days = scheduledDays
    let worst = days.max { ($0.solve.gap?.value ?? 0) < ($1.solve.gap?.value ?? 0) }
    guard let worst, let gap = worst.solve.gap else { return nil }
    return strings(
      .shiftsGap, "\(days.count)", DecimalText.percent(gap.value, decimals: 2),
      strings.weekdayDate(worst.date), strings.words(worst.solve.status))
  }

  private func item(_ sentence: String, _ width: Int) -> [String] {
    wrapped(sentence, width - 4).enumerated().map {
      ($0.offset == 0 ? "  • " : "    ") + $0.element
    }
  }

  private func wrapped(_ text: String, _ width: Int) -> [String] {
    DisplayWidth.wrapped(DisplayWidth.singleLine(text), to: width)
  }

  private func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }
}
