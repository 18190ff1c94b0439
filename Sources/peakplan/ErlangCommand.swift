internal import ArgumentParser
internal import Queueing
internal import Reporting
internal import ScenarioFiles
internal import Staffing
internal import Units

struct ErlangCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erlang",
    abstract: "Say how many positions an interval needs, or what given positions achieve.",
    discussion: """
      Times carry their unit (180 s, 4 min), shares are percentages (80 %). With --positions the \
      question is turned round; with --batch every row of a CSV file is answered.
      """)

  @OptionGroup var asked: QuestionOptions
  @OptionGroup var language: LanguageOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Say what so many positions achieve (fractions allowed).", valueName: "number"))
  var positions: String?

  @Option(
    help: ArgumentHelp(
      "A table over a range: positions, volume or handle-time, such as volume=100..300/20.",
      valueName: "what=from..to/step"))
  var over: String?

  @Option(
    help: ArgumentHelp("Write the chart of --over as a picture.", valueName: "file.svg"),
    completion: .file(extensions: ["svg"]))
  var svg: String?

  @Option(
    help: ArgumentHelp(
      "Answer every row of a CSV file: columns volume, and if they are there handle-time, "
        + "patience and positions; the others are kept.", valueName: "file.csv"),
    completion: .file(extensions: ["csv"]))
  var batch: String?

  @Flag(help: "Print the result as one JSON document.")
  var json = false

  @Flag(name: .customLong("no-color"), help: "Use no colour.")
  var noColor = false

  func run() throws {
    guard svg == nil || over != nil else {
      throw Failure("--svg draws the range of --over: give both", code: .usage)
    }
    if let batch {
      guard over == nil, positions == nil, asked.volume == nil else {
        throw Failure(
          "--batch takes volume and positions from the file's columns: leave --volume, --positions "
            + "and --over out", code: .usage)
      }
      return try answerBatch(batch)
    }
    let question = try asked.question()
    if let over { return try answerRange(question, over) }
    try answerOne(question)
  }

  private func answerOne(_ question: StaffingQuestion) throws {
    let answer = try self.answer(question)
    let rows = try question.performances(around: answer.performance.positions)
    if json {
      Console.result(CalculatorDocument(answer, rows: rows).document.text)
    } else {
      let report = CalculatorReport(answer, rows: rows, language: language.language)
      Console.result(report.text(width: Console.width, color: colors))
    }
  }

  private func answerRange(_ question: StaffingQuestion, _ text: String) throws {
    let range = try CalculatorRange(text)
    guard range.quantity != .handleTime || question.chatHandleTimes.isEmpty else {
      throw Failure(
        "--over \(text): the chat times say how long a chat takes; vary volume or positions",
        code: .usage)
    }
    func answers(_ question: StaffingQuestion) throws -> [(value: Double, answer: StaffingAnswer)] {
      try range.questions(from: question).map { value, question in
        let isGiven = range.quantity == .positions
        return (
          value, isGiven ? try self.answer(question, with: value) : try self.answer(question)
        )
      }
    }
    let plain = question.plain
    // Plain Erlang stands beside it where it can be asked for the same promises.
    let isCompared = plain != question && plain.conditions == question.conditions
    let report = CalculatorRangeReport(
      range.quantity, try answers(question), plain: isCompared ? try answers(plain) : [],
      language: language.language)
    if let svg { try Console.write(report.svg, toFile: svg) }
    Console.result(
      json ? report.document.text : report.text(width: Console.width, color: colors))
  }

  private func answerBatch(_ path: String) throws {
    let table: ContactTable
    do {
      table = try ContactTable(contentsOf: path)
    } catch {
      throw Failure(error, color: colors, folder: nil)
    }
    // Files repeat themselves: what was answered once is not reckoned again.
    var answers: [StaffingAnswer] = []
    var places: [Int] = []
    var known: [BatchKey: Int] = [:]
    let template = try asked.question(volume: 0, handleTime: .zero)
    let general = try asked.handleTimeOfAll
    if table.hasHandleTimes, !template.chatHandleTimes.isEmpty {
      throw Failure(
        "\(path) has a column with handle times: --chat-times say how long a chat takes; leave one "
          + "of them out", code: .usage)
    }
    for row in table.rows {
      let key = BatchKey(
        volume: row.volume, handleTime: row.handleTime, patience: row.patience,
        positions: row.positions)
      if let place = known[key] {
        places.append(place)
        continue
      }
      guard let handleTime = row.handleTime ?? general else {
        throw Failure(
          table.hasHandleTimes
            ? "\(path):\(row.line): there is no handle time: write it, or give --handle-time for such "
              + "rows"
            : "\(path) has no column handle-time: add it, or give --handle-time", code: .usage)
      }
      var question = template
      question.volume = ContactVolume(row.volume)
      question.handleTime = handleTime
      if let patience = row.patience { question.patience = patience }
      known[key] = answers.count
      places.append(answers.count)
      answers.append(try row.positions.map { try answer(question, with: $0) } ?? answer(question))
    }
    let batch = CalculatorBatch(
      table.header, table.rows.map(\.fields), answers, places)
    Console.result(json ? batch.document.text : batch.csv)
  }

  private func answer(_ question: StaffingQuestion) throws -> StaffingAnswer {
    if let positions {
      do {
        return try answer(question, with: WrittenQuantity.number(positions))
      } catch let error as WrittenQuantity.Unreadable {
        throw Failure("--positions \(positions): \(error)", code: .usage)
      }
    }
    guard question.conditions.asksForSomething else {
      throw Failure(
        "nothing is promised, so nobody is needed: give --answer 80/20 or another promise, or "
          + "--positions to see what they achieve", code: .usage)
    }
    do {
      return try question.answer()
    } catch {
      throw Failure("\(error)", code: .usage)
    }
  }

  private func answer(_ question: StaffingQuestion, with positions: Double) throws
    -> StaffingAnswer
  {
    do {
      return try question.answer(with: Positions(positions))
    } catch {
      throw Failure("\(error)", code: .usage)
    }
  }

  private var colors: Bool {
    !noColor && !Console.environmentForbidsColor && Console.resultIsTerminal
  }
}

/// What an answer of a batch depends on, row by row.
private struct BatchKey: Hashable {
  let volume: Double
  let handleTime: Duration?
  let patience: Duration?
  let positions: Double?
}
