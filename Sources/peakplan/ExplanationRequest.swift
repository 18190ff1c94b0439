internal import Planning
internal import Reporting

/// What somebody asks `explain` for, as words of the command line.
enum ExplanationRequest: Equatable {
  /// A number of the plan.
  case subject(ExplanationSubject)
  /// A cell of a report's table.
  case figure(Figure)

  /// What may be asked, with what it answers.
  static let forms: [(form: String, meaning: String)] = [
    ("summary", "the figures at the top of the report"),
    ("cost [NAME]", "the cost, or that of a category, group or vendor"),
    ("shortage", "where hours are missing, in weeks and shifts, and why"),
    ("binding [NUMBER]", "the limits that bind, with their shadow prices"),
    ("contacts QUEUE [WHEN]", "the forecast: over all, week DATE, day DATE or TIME"),
    ("event ID", "what an event adds"),
    ("queue ID TIME", "positions at 2026-11-10T20:00, or a date’s week"),
    ("peak [QUEUE]", "the busiest interval"),
    ("pool [ID [DATE]]", "what pooling saves, over all or in a date’s week"),
    ("support ROLE DATE", "people of a support role in the week of a date"),
    ("week DATE", "who carries the week of a date"),
    ("horizon", "the same over all weeks"),
    ("people DATE", "heads of all groups in the week of a date"),
    ("group ID DATE", "heads of one group, and who left"),
    ("overtime GROUP DATE", "overtime of a group in the week of a date"),
    ("class GROUP NUMBER", "a hiring class, by its number or first day"),
    ("reach GROUP HEADS", "when hiring alone brings so many heads"),
    ("vendor ID DATE", "seats and hours of a week, or of a month 2026-11"),
    ("coverage [QUEUE] TIME", "who is there in a scheduled interval or day"),
    ("shift DATE WHO", "seats of a group or vendor; [TYPE [START]]"),
    ("line NUMBER", "a line of the ledger"),
    ("schedule-line NUMBER", "a line of the scheduled weeks’ ledger"),
    ("solver", "how the programs were solved"),
    ("file [PATH]", "the files that were read"),
    ("figure TABLE ROW COLUMN", "any cell of a CSV file; rows from 1, or total"),
  ]

  /// The forms as a list for the command's help, one a line.
  static var help: String {
    let width = (forms.map(\.form.count).max() ?? 0) + 2
    return forms.map { form, meaning in
      "  " + form + String(repeating: " ", count: width - form.count) + meaning
    }.joined(separator: "\n")
  }

  /// The request that the words make.
  init(_ words: [String]) throws(Failure) {
    let verb = words.first ?? "cost"
    let rest = Array(words.dropFirst())
    guard let request = try Self.request(verb, rest) else {
      let verbs = Self.forms.compactMap { $0.form.split(separator: " ").first.map(String.init) }
      let own = Self.forms.first { $0.form == verb || $0.form.hasPrefix(verb + " ") }
      let asked = words.joined(separator: " ")
      if let own {
        throw Failure(
          "cannot explain “\(asked)”: write \(own.form) (\(own.meaning))", code: .usage)
      }
      let meant = Spelling.nearest(to: verb, among: verbs).map { "did you mean “\($0)”? " } ?? ""
      throw Failure(
        "cannot explain “\(asked)”: \(meant)one can ask for \(verbs.joined(separator: ", ")); "
          + "peakplan explain --help says how", code: .usage)
    }
    self = request
  }

  /// The request, or `nil` where the words are too few, too many or unknown.
  private static func request(
    _ verb: String, _ rest: [String]
  ) throws(Failure) -> ExplanationRequest? {
    if let subject = try subject(verb, rest) { return .subject(subject) }
    guard verb == "figure", rest.count == 3 else { return nil }
    let row = rest[1] == "total" ? nil : try number(rest[1], of: "figure")
    return .figure(Figure(table: rest[0], row: row, column: rest[2]))
  }

  private static func subject(
    _ verb: String, _ rest: [String]
  ) throws(Failure) -> ExplanationSubject? {
    switch (verb, rest.count) {
    case ("summary", 0): .summary
    case ("horizon", 0): .horizon
    case ("cost", 0): .cost
    case ("cost", 1): .costOf(rest[0])
    case ("shortage", 0): .shortage
    case ("binding", 0): .binding
    case ("binding", 1): .limit(try number(rest[0], of: verb))
    case ("solver", 0): .solver
    case ("file", 0): .file("")
    case ("file", 1): .file(rest[0])
    case ("peak", 0): .peak(nil)
    case ("peak", 1): .peak(rest[0])
    case ("contacts", 1): .contacts(rest[0], .horizon)
    case ("contacts", 2): .contacts(rest[0], period(rest[1]))
    case ("contacts", 3) where rest[1] == "week": .contacts(rest[0], .week(rest[2]))
    case ("contacts", 3) where rest[1] == "day": .contacts(rest[0], .day(rest[2]))
    case ("event", 1): .event(rest[0])
    case ("queue", 2): .queue(rest[0], at: rest[1])
    case ("pool", 0...2):
      .pool(rest.first, at: rest.count > 1 ? rest[1] : nil)
    case ("support", 2): .support(rest[0], at: rest[1])
    case ("week", 1): .week(rest[0])
    case ("people", 1): .people(at: rest[0])
    case ("group", 2): .group(rest[0], at: rest[1])
    case ("overtime", 2): .overtime(rest[0], at: rest[1])
    case ("class", 2): .hiringClass(rest[0], rest[1])
    case ("vendor", 2): .vendor(rest[0], at: rest[1])
    case ("coverage", 1): .coverage(nil, at: rest[0])
    case ("coverage", 2): .coverage(rest[0], at: rest[1])
    case ("shift", 2...4):
      .shift(
        date: rest[0], supplier: rest[1], type: rest.count > 2 ? rest[2] : nil,
        start: rest.count > 3 ? rest[3] : nil)
    case ("line", 1): .line(try number(rest[0], of: verb))
    case ("schedule-line", 1): .scheduleLine(try number(rest[0], of: verb))
    case ("reach", 2): .reach(rest[0], heads: try heads(rest[1]))
    default: nil
    }
  }

  /// A date stands for its week, as elsewhere; with a time for the interval.
  private static func period(_ text: String) -> ExplanationPeriod {
    text.contains("T") ? .interval(text) : .week(text)
  }

  private static func number(_ text: String, of verb: String) throws(Failure) -> Int {
    guard let number = Int(text) else {
      throw Failure("\(verb) \(text): write a number in the place of “\(text)”", code: .usage)
    }
    return number
  }

  private static func heads(_ text: String) throws(Failure) -> Int {
    guard let heads = Int(text), (1...100_000).contains(heads) else {
      throw Failure("reach \(text): write a number of heads", code: .usage)
    }
    return heads
  }
}
