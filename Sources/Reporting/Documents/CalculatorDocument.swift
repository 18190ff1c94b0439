public import Queueing
public import Staffing
internal import Units

/// The calculator's answer as JSON.
public struct CalculatorDocument: Sendable {
  private let answer: StaffingAnswer
  private let rows: [ServicePerformance]

  /// A document of `answer`, with `rows` for other numbers of positions.
  public init(_ answer: StaffingAnswer, rows: [ServicePerformance] = []) {
    self.answer = answer
    self.rows = rows
  }

  /// One document.
  public var document: JSONValue {
    var all: [JSONValue.Member] = [.init("schema", "peakplan/erlang/1")]
    all += members
    all.append(.init("table", .array(rows.map { .object(Self.members(of: $0)) })))
    return .object(all)
  }

  /// The members of the answer.
  var members: [JSONValue.Member] {
    let question = answer.question
    return [
      .init("model", .string(answer.model.rawValue)),
      .init("volume", .number(question.volume.value)),
      .init("intervalSeconds", .number(question.interval.inSeconds)),
      .init("handleTimeSeconds", .number(question.handleTime.inSeconds)),
      .init("patienceSeconds", JSONValue(question.patience?.inSeconds)),
      .init("waitingPlaces", JSONValue(question.waitingPlaces.map(Double.init))),
      .init("redialing", JSONValue(question.redialing?.value)),
      .init("uncertainty", JSONValue(question.uncertainty?.value)),
      .init(
        "chatHandleTimesSeconds",
        .array(question.chatHandleTimes.map { .number($0.inSeconds) })),
      .init("longestChatSeconds", JSONValue(question.longestChat?.inSeconds)),
      .init("largestConcurrency", answer.largestConcurrency.map(Self.value) ?? .null),
      .init("loadErlangs", .number(question.load.value)),
      .init("requiredPositions", JSONValue(answer.required?.positions.value)),
      .init("decidedBy", JSONValue(answer.required?.binding?.rawValue)),
      .init(
        "conditions",
        .array(
          answer.needs.map {
            [
              "condition": .string($0.condition.rawValue),
              "positions": .number($0.positions.value),
            ]
          })),
      .init("definition", .string(question.conditions.definition.rawValue)),
      .init("performance", .object(Self.members(of: answer.performance))),
      .init(
        "withOneFewer",
        answer.withOneFewer.map { .object(Self.members(of: $0)) } ?? .null),
      .init("redials", answer.redials.map(Self.value) ?? .null),
      .init("shrinkage", .number(question.shrinkage.value)),
      .init("grossHeads", JSONValue(answer.grossHeads?.value)),
      .init("meetsConditions", .bool(answer.meetsConditions)),
      .init("largestVolume", JSONValue(answer.largestVolume?.volume.value)),
      .init("largestVolumeDecidedBy", JSONValue(answer.largestVolume?.binding?.rawValue)),
      .init(
        "largestHandleTimeSeconds",
        JSONValue(answer.largestHandleTime?.handleTime?.inSeconds)),
      .init(
        "largestHandleTimeDecidedBy", JSONValue(answer.largestHandleTime?.binding?.rawValue)),
    ]
  }

  private static func value(_ concurrency: LargestConcurrency) -> JSONValue {
    [
      "chats": .number(Double(concurrency.chats)),
      "positions": JSONValue(concurrency.positions?.value),
      "meanChatSeconds": JSONValue(concurrency.meanChat?.inSeconds),
    ]
  }

  private static func value(_ redials: RedialPerformance) -> JSONValue {
    [
      "isFeasible": .bool(redials.isFeasible),
      "attemptsErlangs": JSONValue(redials.attempts?.value),
      "attemptsPerContact": JSONValue(redials.attemptsPerContact),
      "lostCustomers": JSONValue(redials.lostCustomers?.value),
    ]
  }

  private static func members(of performance: ServicePerformance) -> [JSONValue.Member] {
    let levels = ServiceLevelDefinition.allCases.map {
      JSONValue.Member($0.rawValue.camelCased, JSONValue(performance.serviceLevels[$0]?.value))
    }
    return [
      .init("positions", .number(performance.positions.value)),
      .init("answerTimeSeconds", .number(performance.answerTime.inSeconds)),
      .init("isStable", .bool(performance.isStable)),
      .init("serviceLevels", .object(levels)),
      .init("waitProbability", .number(performance.waitProbability.value)),
      .init("abandonment", .number(performance.abandonment.value)),
      .init("blocking", .number(performance.blocking.value)),
      .init(
        "averageSpeedOfAnswerSeconds", JSONValue(performance.averageSpeedOfAnswer?.inSeconds)),
      .init("meanWaitSeconds", JSONValue(performance.meanWait?.inSeconds)),
      .init("occupancy", JSONValue(performance.occupancy?.value)),
      .init("meanQueue", JSONValue(performance.meanQueue?.value)),
    ]
  }
}

/// A file of intervals with the calculator's answer to each row behind its own columns.
public struct CalculatorBatch: Sendable {
  private let header: [String]
  private let rows: [[String]]
  private let answers: [StaffingAnswer]
  private let places: [Int]

  /// The file's own columns, the different answers, and which of them each row has.
  public init(
    _ header: [String], _ rows: [[String]], _ answers: [StaffingAnswer], _ places: [Int]
  ) {
    self.header = header
    self.rows = rows
    self.answers = answers
    self.places = places
  }

  /// The file as CSV (RFC 4180).
  public var csv: String {
    let names = [
      "load-erlangs", "model", "required-positions", "whole-positions", "decided-by",
      "service-level", "definition", "average-speed-of-answer-s", "abandonment", "occupancy",
      "gross-heads", "stable", "conditions-met", "largest-volume", "largest-handle-time-s",
    ]
    let columns = (header + names).map { Table.Column($0) }
    func text(_ rows: [[Cell]]) -> String {
      CSVTable(Table(name: "erlang", title: "", columns: columns, rows: rows)).text()
    }
    let cells = answers.map(CalculatorBatch.cells)
    let heading = text([])
    var whole = heading
    // Cells take more room than text: by a few thousand rows at a time.
    for start in stride(from: 0, to: rows.count, by: 4096) {
      let part = (start..<min(rows.count, start + 4096)).map { row in
        rows[row].map { Cell.text($0) } + cells[places[row]]
      }
      whole += String(text(part).utf8.dropFirst(heading.utf8.count)) ?? ""
    }
    return whole
  }

  private static func cells(of answer: StaffingAnswer) -> [Cell] {
    let performance = answer.performance
    let definition = answer.question.conditions.definition
    return [
      .number(answer.question.load.value, decimals: 6), .text(answer.model.rawValue),
      .number(answer.required?.positions.value, decimals: 6),
      .number(performance.positions.value, decimals: answer.required == nil ? 6 : 0),
      .text(answer.required?.binding?.rawValue ?? ""),
      .number(performance.serviceLevels[definition]?.value, decimals: 6),
      .text(definition.rawValue),
      .number(performance.averageSpeedOfAnswer?.inSeconds, decimals: 3),
      .number(performance.abandonment.value, decimals: 6),
      .number(performance.occupancy?.value, decimals: 6),
      .number(answer.grossHeads?.value, decimals: 6),
      .text(performance.isStable ? "true" : "false"),
      .text(answer.meetsConditions ? "true" : "false"),
      .number(answer.largestVolume?.volume.value, decimals: 6),
      .number(answer.largestHandleTime?.handleTime?.inSeconds, decimals: 3),
    ]
  }

  /// The answers as one JSON document, a row of the file each.
  public var document: JSONValue {
    [
      "schema": "peakplan/erlang-batch/1",
      "rows": .array(
        zip(rows, places).map { fields, place in
          let own = zip(header, fields).map { JSONValue.Member($0, .string($1)) }
          return .object([
            .init("input", .object(own)),
            .init("answer", .object(CalculatorDocument(answers[place]).members)),
          ])
        }),
    ]
  }
}

extension String {
  /// `excluding-short-abandons` as `excludingShortAbandons`.
  fileprivate var camelCased: String {
    let words = split(separator: "-")
    return (words.first.map(String.init) ?? "")
      + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
