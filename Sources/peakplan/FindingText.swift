internal import BusinessCalendar
internal import CapacityPlanning
internal import Reporting
internal import Scenarios
internal import Units
internal import Verification

/// What a verification found, for the terminal and as a document.
struct FindingText {
  private let report: VerificationReport
  private let scenario: Scenario
  private let weeks: Int

  /// The most findings that the terminal shows.
  private static let most = 40

  init(_ report: VerificationReport, of scenario: Scenario, weeks: Int) {
    self.report = report
    self.scenario = scenario
    self.weeks = weeks
  }

  /// The lines for the terminal: what was looked at, and each finding with its rule.
  var lines: [String] {
    let figures = report.checked.reduce(0) { $0 + $1.figures }
    let count = report.findings.count
    let found =
      count == 0 ? "they all agree" : count == 1 ? "1 does not agree" : "\(count) do not agree"
    var lines = [
      "\(scenario.id): \(figures) figures of \(weeks) weeks recomputed in "
        + "\(report.checked.count) families, \(found)"
    ]
    for finding in report.findings.prefix(FindingText.most) {
      let place = [finding.owner, when(finding)].filter { !$0.isEmpty }.joined(separator: ", ")
      lines.append("")
      let subject = [finding.family.rawValue, place, finding.what].filter { !$0.isEmpty }
      let recomputed = words(finding.comparison) + text(finding.recomputed)
      lines.append(
        subject.joined(separator: " · ") + ": \(text(finding.stated)) in the plan, \(recomputed)")
      lines.append("  \(finding.rule)")
    }
    if count > FindingText.most {
      lines += ["", "… and \(count - FindingText.most) more; --json lists all"]
    }
    return lines
  }

  /// The document `peakplan/verification/1`.
  var document: JSONValue {
    [
      "schema": "peakplan/verification/1", "scenario": .string(scenario.id),
      "isClean": .bool(report.isClean),
      "checked": .array(
        report.checked.map {
          ["family": .string($0.family.rawValue), "figures": .integer(Int64($0.figures))]
        }),
      "findings": .array(report.findings.map(document)),
    ]
  }

  private func document(of finding: Finding) -> JSONValue {
    [
      "family": .string(finding.family.rawValue), "what": .string(finding.what),
      "owner": .string(finding.owner), "week": JSONValue(finding.week?.description),
      "month": JSONValue(finding.month?.description), "stated": value(finding.stated),
      "comparison": .string(finding.comparison.rawValue),
      "recomputed": value(finding.recomputed), "unit": .string(unit(finding.recomputed)),
      "rule": .string(finding.rule),
    ]
  }

  private func when(_ finding: Finding) -> String {
    switch (finding.week, finding.month) {
    case (let week?, let month?): "week of \(week), \(month)"
    case (let week?, nil): "week of \(week)"
    case (nil, let month?): "\(month)"
    case (nil, nil): ""
    }
  }

  private func words(_ comparison: Comparison) -> String {
    switch comparison {
    case .same: ""
    case .atMost: "at most "
    case .atLeast: "at least "
    }
  }

  private func text(_ figure: CheckedFigure) -> String {
    let unit = unit(figure)
    let number =
      switch figure {
      case .heads(let heads), .seats(let heads): DecimalText.fixed(heads.value, decimals: 3)
      case .hours(let time): DecimalText.fixed(time.hours, decimals: 2)
      case .contacts(let contacts): DecimalText.fixed(contacts.value, decimals: 2)
      case .money(let amount): scenario.currency.decimal(amount)
      case .count(let count, _): "\(count)"
      case .date(let date): "\(date)"
      case .text(let text): text
      }
    return unit.isEmpty ? number : "\(number) \(unit)"
  }

  private func value(_ figure: CheckedFigure) -> JSONValue {
    switch figure {
    case .heads(let heads), .seats(let heads): .number(heads.value)
    case .hours(let time): .number(time.hours)
    case .contacts(let contacts): .number(contacts.value)
    case .money(let amount): .string(scenario.currency.decimal(amount))
    case .count(let count, _): .integer(Int64(count))
    case .date(let date): .string("\(date)")
    case .text(let text): .string(text)
    }
  }

  /// The unit of a figure; empty for dates and words. Counts keep theirs in the singular.
  private func unit(_ figure: CheckedFigure) -> String {
    switch figure {
    case .heads: "heads"
    case .seats: "seats"
    case .hours: "h"
    case .contacts: "contacts"
    case .money: scenario.currency.code
    case .count(_, let unit): unit
    case .date, .text: ""
    }
  }
}
