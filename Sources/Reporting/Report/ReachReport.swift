internal import BusinessCalendar
public import CapacityPlanning
public import Scenarios
internal import Units

/// Whether a target can be met and what is in the way, as people and programs read it.
public struct ReachReport: Sendable {
  private let words: StudyWords
  private let reach: TargetReach

  /// A report of `reach`.
  public init(_ reach: TargetReach, of scenario: Scenario, language: Language = .english) {
    words = StudyWords(scenario, language: language)
    self.reach = reach
  }

  private var strings: Strings { words.strings }

  /// The report for a terminal.
  public func text(width: Int = 100, color: Bool = false) -> String {
    var lines = [answer]
    if !reach.isMet {
      let most = reach.most.map { words.number($0.value) }.joined(separator: " ")
      lines.append(strings(.reachMost, most))
      if let enough = reach.enough {
        if !enough.isEmpty {
          lines.append(strings(.together, strings.list(enough.map(words.rule))))
        }
      } else {
        lines.append(strings[.notEvenAll])
      }
    }
    return words.text(lines, [table], width: width, color: color)
  }

  private var answer: String {
    let target = words.number(reach.target)
    let queue = words.name(of: reach.queue.rawValue)
    let by = strings.date(reach.by)
    if reach.isMet { return strings(.reachMet, target, queue, by) }
    let most = words.number(
      reach.most.indices.contains(reach.week) ? reach.most[reach.week].value : 0)
    guard let earliest = reach.earliest else {
      return strings(.reachNever, target, queue, by, most)
    }
    return strings(.reachLater, target, queue, by, most, strings.date(earliest))
  }

  private var table: Table {
    Table(
      name: "reliefs", title: strings[.reliefTable],
      note: strings(.reliefNote, words.number(reach.hoursPerHead.hours)),
      columns: [
        .init(strings[.studyRule], key: "rule"), .number(strings[.headsBy], key: "heads"),
        .date(strings[.earliest], key: "earliest"), .init(strings[.inTheWay], key: "in_the_way"),
        .init(strings[.whereSaid], key: "path"),
      ],
      rows: reach.reliefs.map { relief in
        [
          .text(words.rule(relief.rule)), .number(relief.heads.value, decimals: 1),
          relief.date.map { words.cell($0) } ?? .named(strings[.never], key: ""),
          .named(
            relief.isInTheWay ? strings[.studyYes] : "", key: relief.isInTheWay ? "yes" : "no"),
          .text(relief.rule.path),
        ]
      })
  }

  /// The report as one JSON document.
  public var document: JSONValue {
    func rule(_ rule: CapacityRule) -> [JSONValue.Member] {
      [
        .init("rule", .string(rule.kind.rawValue)), .init("owner", .string(rule.owner)),
        .init("path", .string(rule.path)),
      ]
    }
    return [
      "schema": "peakplan/reach/1", "scenario": .string(words.scenario.id),
      "queue": .string(reach.queue.rawValue), "heads": .number(reach.target),
      "by": .string("\(reach.by)"), "hoursPerHead": .number(reach.hoursPerHead.hours),
      "met": .bool(reach.isMet), "earliest": JSONValue(reach.earliest.map { "\($0)" }),
      "mostHeads": .array(reach.most.map { .number($0.value) }),
      "reliefs": .array(
        reach.reliefs.map { relief in
          .object(
            rule(relief.rule) + [
              .init("heads", .number(relief.heads.value)),
              .init("earliest", JSONValue(relief.date.map { "\($0)" })),
              .init("inTheWay", .bool(relief.isInTheWay)),
            ])
        }),
      "enoughTogether": reach.enough.map { .array($0.map { .object(rule($0)) }) } ?? .null,
    ]
  }
}
