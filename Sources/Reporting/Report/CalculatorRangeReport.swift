internal import Queueing
public import Staffing
internal import Units

/// What the calculator varies over a range.
public enum CalculatorQuantity: String, Sendable, Hashable, CaseIterable {
  /// The positions that are given.
  case positions
  /// The contacts offered.
  case volume
  /// The mean time of one contact, in seconds.
  case handleTime = "handle-time"
}

/// The calculator's answers over a range, as a table and a chart.
public struct CalculatorRangeReport: Sendable {
  private let quantity: CalculatorQuantity
  private let answers: [(value: Double, answer: StaffingAnswer)]
  private let plain: [(value: Double, answer: StaffingAnswer)]
  private let strings: Strings

  /// Answers at the values of `quantity`, ascending; those of plain Erlang C, where there are any,
  /// are drawn beside them.
  public init(
    _ quantity: CalculatorQuantity, _ answers: [(value: Double, answer: StaffingAnswer)],
    plain: [(value: Double, answer: StaffingAnswer)] = [], language: Language = .english
  ) {
    self.quantity = quantity
    self.answers = answers
    self.plain = plain
    strings = Strings(language)
  }

  /// The table for a terminal, with a bar for every row.
  public func text(width: Int = 100, color: Bool = false) -> String {
    TextTable(table, width: max(40, width), style: TerminalStyle(color: color)).text
  }

  private var leaves: Bool { answers.contains { $0.answer.question.patience != nil } }
  private var most: Double { answers.map { charted($0.answer) }.reduce(0) { max($0, $1) } }

  /// What the chart shows: the service level of given positions, else the positions.
  private func charted(_ answer: StaffingAnswer) -> Double {
    quantity == .positions
      ? level(of: answer) ?? 0 : answer.required?.positions.value ?? 0
  }

  private func level(of answer: StaffingAnswer) -> Double? {
    answer.performance.serviceLevels[answer.question.conditions.definition]?.value
  }

  private var table: Table {
    let asksForPositions = quantity != .positions
    var columns = [Table.Column.number(strings.name(of: quantity))]
    if asksForPositions {
      columns += [
        .number(strings(.erlangs)), .number(strings(.exactly)), .number(strings(.positionCount)),
      ]
    }
    columns += [
      Table.Column(strings(.bar)), .number(strings(.level)),
      .number(strings(.speedOfAnswer)),
    ]
    if leaves { columns.append(.number(strings(.leave))) }
    columns.append(.number(strings(.occupied)))
    let scale = quantity == .positions ? 1 : max(most, 1e-300)
    let rows = answers.map { value, answer -> [Cell] in
      var cells: [Cell] = [.number(value, decimals: Self.decimals(of: value))]
      if asksForPositions {
        cells += [
          .number(answer.question.load.value, decimals: 2),
          .number(answer.required?.positions.value, decimals: 2),
          .number(answer.performance.positions.value),
        ]
      }
      let bar = Int((min(1, charted(answer) / scale) * 24).rounded())
      cells += [
        .text(String(repeating: "█", count: max(0, bar))), .percent(level(of: answer)),
        .text(strings.time(answer.performance.averageSpeedOfAnswer)),
      ]
      if leaves { cells.append(.percent(answer.performance.abandonment.value)) }
      cells.append(.percent(answer.performance.occupancy?.value))
      return cells
    }
    return Table(name: "range", title: "", columns: columns, rows: rows)
  }

  private static func decimals(of value: Double) -> Int { value == value.rounded() ? 0 : 2 }

  /// The chart as a picture.
  public var svg: String {
    func line(_ name: String, _ answers: [(value: Double, answer: StaffingAnswer)])
      -> LineChart.Line
    {
      LineChart.Line(name, answers.map { LineChart.Point($0.value, charted($0.answer) * scale) })
    }
    let isLevel = quantity == .positions
    let scale = isLevel ? 100.0 : 1
    let asked = isLevel ? answers.first?.answer.question.conditions.serviceLevel?.value : nil
    let what = isLevel ? strings(.level) : strings(.positionCount)
    let title = strings(.chartTitle, what, strings.name(of: quantity))
    let model = answers.first.map { strings.words(for: $0.answer.model) } ?? what
    var lines = [line(plain.isEmpty ? what : model, answers)]
    if !plain.isEmpty { lines.append(line(strings.words(for: .erlangC), plain)) }
    return LineChart(
      head: ChartHead(id: "range", title: title, description: title), lines: lines,
      xTitle: strings.name(of: quantity), unit: isLevel ? "\(what), %" : what,
      mark: asked.map { $0 * scale }, markName: strings(.askedFor)
    ).svg(strings)
  }

  /// The answers as one JSON document.
  public var document: JSONValue {
    [
      "schema": "peakplan/erlang-range/1", "over": .string(quantity.rawValue),
      "answers": .array(
        answers.map { value, answer in
          var members: [JSONValue.Member] = [.init("value", .number(value))]
          members += CalculatorDocument(answer).members
          return .object(members)
        }),
    ]
  }
}
