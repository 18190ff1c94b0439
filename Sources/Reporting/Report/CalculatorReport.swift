public import Queueing
public import Staffing
internal import Units

/// The answer of the Erlang calculator as people read it: a sentence, what decided it, and a table.
public struct CalculatorReport: Sendable {
  private let answer: StaffingAnswer
  private let rows: [ServicePerformance]
  private let strings: Strings

  /// A report of `answer`, with `rows` for the table of positions.
  public init(
    _ answer: StaffingAnswer, rows: [ServicePerformance], language: Language = .english
  ) {
    self.answer = answer
    self.rows = rows
    strings = Strings(language)
  }

  /// The report for a terminal.
  public func text(width: Int = 100, color: Bool = false) -> String {
    let style = TerminalStyle(color: color)
    var text = style.bold(sentence) + "\n"
    text += model + "\n\n"
    text += facts.map { "  " + $0.0.padded(to: 26) + $0.1 + "\n" }.joined()
    if !rows.isEmpty {
      text += "\n" + TextTable(table, width: max(40, width), style: style).text
    }
    return text
  }

  private var definition: ServiceLevelDefinition { answer.question.conditions.definition }

  private var model: String {
    let words = strings.words(for: answer.model)
    guard let uncertainty = answer.question.uncertainty, uncertainty > .zero else { return words }
    return words + strings(.uncertain, Self.percent(uncertainty.value))
  }

  private var isChat: Bool { answer.model == .chat }

  private var sentence: String {
    if answer.question.volume == .zero { return strings(.nothingComes) }
    let performance = answer.performance
    let count = performance.positions.value
    var sentence = strings(
      count == 1 ? .answerOne : .answer, Self.number(count), level(of: performance),
      strings.words(for: definition), strings.time(performance.answerTime))
    if let fewer = answer.withOneFewer {
      let count = fewer.positions.value
      sentence += strings(
        count == 1 ? .fewerOne : .fewer, Self.number(count), level(of: fewer))
    }
    if answer.required == nil, !answer.meetsConditions { sentence += strings(.notMet) }
    if !performance.isStable { sentence += strings(.unstable) }
    return sentence + (strings.language == .chinese ? "。" : ".")
  }

  private func level(of performance: ServicePerformance) -> String {
    Self.percent(performance.serviceLevels[definition]?.value)
  }

  private var facts: [(String, String)] {
    let question = answer.question
    let performance = answer.performance
    var facts: [(String, String)] = []
    facts.append(
      (
        strings(.offeredLoad),
        strings(
          .loadDetail, DecimalText.fixed(question.load.value, decimals: 2),
          Self.number(question.volume.value), strings.time(question.interval),
          strings.time(question.handleTime))
      ))
    for need in answer.needs {
      let isBinding = need.condition == answer.required?.binding && answer.needs.count > 1
      let positions = DecimalText.fixed(need.positions.value, decimals: 2)
      let text = strings(.need, wanted(need.condition), positions)
      facts.append(
        (strings.name(of: need.condition), text + (isBinding ? strings(.mostOfAll) : "")))
    }
    facts.append((strings(.speedOfAnswer), strings.time(performance.averageSpeedOfAnswer)))
    facts.append((strings(.haveToWait), Self.percent(performance.waitProbability.value)))
    if leaves { facts.append((strings(.leave), Self.percent(performance.abandonment.value))) }
    if isLimited { facts.append((strings(.turnedAway), Self.percent(performance.blocking.value))) }
    if let redials = answer.redials {
      let attempts = redials.attemptsPerContact.map { DecimalText.fixed($0, decimals: 2) }
      facts.append((strings(.attempts), attempts ?? strings(.withoutEnd)))
      facts.append((strings(.lostCustomers), Self.percent(redials.lostCustomers?.value)))
    }
    facts.append(
      (strings(isChat ? .holdAChat : .occupied), Self.percent(performance.occupancy?.value)))
    if let concurrency = answer.largestConcurrency {
      facts.append((strings(.sensibleChats), words(of: concurrency)))
    }
    let queue = performance.meanQueue.map { strings(.contactCount, Self.number($0.value)) }
    facts.append((strings(.waitingOnAverage), queue ?? DecimalText.none))
    facts += otherLevels
    if let most = answer.largestVolume {
      facts.append(
        (
          strings(.atMostContacts),
          bound(Self.number(most.volume.value), most.binding)
        ))
    }
    if let longest = answer.largestHandleTime {
      facts.append(
        (strings(.atMostHandleTime), bound(strings.time(longest.handleTime), longest.binding)))
    }
    if question.shrinkage.value > 0 {
      let heads = answer.grossHeads.map { DecimalText.fixed($0.value, decimals: 1) }
      facts.append(
        (
          strings(.grossHeads),
          strings(
            .grossDetail, heads ?? DecimalText.none, Self.percent(question.shrinkage.value))
        ))
    }
    return facts
  }

  /// The service level by the other definitions, where they can differ.
  private var otherLevels: [(String, String)] {
    guard leaves || isLimited, answer.question.volume > .zero else { return [] }
    let others = ServiceLevelDefinition.allCases.filter { $0 != definition }
    return others.enumerated().map { index, other in
      let level = Self.percent(answer.performance.serviceLevels[other]?.value)
      return (
        index == 0 ? strings(.countedOtherwise) : "",
        strings(.counted, level, strings.words(for: other))
      )
    }
  }

  private func words(of concurrency: LargestConcurrency) -> String {
    guard let positions = concurrency.positions, let time = concurrency.meanChat else {
      return strings(.noSensibleChats)
    }
    return strings(
      .sensibleDetail, "\(concurrency.chats)", Self.number(positions.value), strings.time(time))
  }

  private func bound(_ amount: String, _ condition: ServiceCondition?) -> String {
    strings(.boundBy, amount, condition.map { strings.name(of: $0) } ?? "")
  }

  private var leaves: Bool { answer.question.patience != nil }
  private var isLimited: Bool { answer.question.waitingPlaces != nil }

  private func wanted(_ condition: ServiceCondition) -> String {
    let conditions = answer.question.conditions
    switch condition {
    case .serviceLevel:
      return strings(
        .withinTime, Self.percent(conditions.serviceLevel?.value), strings.words(for: definition),
        strings.time(conditions.answerTime))
    case .averageSpeedOfAnswer:
      return strings(.atMost, strings.time(conditions.averageSpeedOfAnswer))
    case .abandonment: return strings(.atMost, Self.percent(conditions.abandonment?.value))
    case .occupancy: return strings(.atMost, Self.percent(conditions.maximumOccupancy?.value))
    case .waitPercentile:
      guard let percentile = conditions.waitPercentile else { return "" }
      return strings(
        .waitAtMost, Self.percent(percentile.share.value), strings.time(percentile.wait))
    case .blocking: return strings(.atMost, Self.percent(conditions.blocking?.value))
    }
  }

  private var table: Table {
    var columns = [
      Table.Column.number(strings(.positionCount)), .number(strings(.level)),
      Table.Column(strings(.bar)), .number(strings(.speedOfAnswer)), .number(strings(.wait)),
    ]
    if leaves { columns.append(.number(strings(.leave))) }
    if isLimited { columns.append(.number(strings(.turnedAway))) }
    columns.append(.number(strings(isChat ? .holdAChat : .occupied)))
    return Table(name: "positions", title: "", columns: columns, rows: rows.map(cells))
  }

  private func cells(of row: ServicePerformance) -> [Cell] {
    let tone: Tone = row.positions == answer.performance.positions ? .strong : .plain
    let level = row.serviceLevels[definition]?.value
    let decimals = row.positions.value == row.positions.value.rounded() ? 0 : 2
    var cells: [Cell] = [
      .number(row.positions.value, decimals: decimals, tone: tone), .percent(level, tone: tone),
      .text(Self.bar(level)), .text(strings.time(row.averageSpeedOfAnswer)),
      .percent(row.waitProbability.value),
    ]
    if leaves { cells.append(.percent(row.abandonment.value)) }
    if isLimited { cells.append(.percent(row.blocking.value)) }
    cells.append(.percent(row.occupancy?.value))
    return cells
  }

  /// A bar of a share, twenty columns long.
  private static func bar(_ share: Double?) -> String {
    guard let share, share.isFinite else { return "" }
    return String(repeating: "█", count: Int((min(1, max(0, share)) * 20).rounded()))
  }

  private static func number(_ value: Double) -> String {
    DecimalText.fixed(value, decimals: value == value.rounded() ? 0 : 2)
  }

  private static func percent(_ share: Double?) -> String {
    share.map { DecimalText.percent($0) } ?? DecimalText.none
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - DisplayWidth.columns(of: self)))
  }
}
