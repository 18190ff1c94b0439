/// A number of a plan that can be asked about. Names are ids as in the scenario; times are local,
/// as `2026-11-10T20:00` or `2026-11-10`.
public enum ExplanationSubject: Sendable, Equatable {
  /// The requirement of a queue at a local time, or over a week when only a date is given.
  case queue(String, at: String)
  /// The most positions of a queue (`nil`: of all queues together) in one interval.
  case peak(String?)
  /// What a pool needs (`nil`: all pools) in the week of a date (`nil`: over the horizon).
  case pool(String?, at: String?)
  /// The people of a support role in the week of a date.
  case support(String, at: String)
  /// The contacts of a queue, of all in the period.
  case contacts(String, ExplanationPeriod)
  /// A dated cause of volume.
  case event(String)
  /// All queues and suppliers in the week of a date.
  case week(String)
  /// The same over the whole horizon: the sums at the feet of a report's tables.
  case horizon
  /// The heads of all groups in the week of a date.
  case people(at: String)
  /// The heads of a group in the week of a date.
  case group(String, at: String)
  /// The overtime of a group in the week of a date.
  case overtime(String, at: String)
  /// A hiring class by its number in its group, or the first day of its training.
  case hiringClass(String, String)
  /// The hours of a vendor in the week of a date, or in a month such as `2026-11`.
  case vendor(String, at: String)
  /// Seats of a group or vendor that start on a date: all of them, those of a shift type, or those
  /// of a shift type at one start (`16:30`).
  case shift(date: String, supplier: String, type: String?, start: String?)
  /// Requirement and staff of a queue (`nil`: of all queues) in an interval of the schedule, or over
  /// a day of it.
  case coverage(String?, at: String)
  /// A line of the ledger.
  case line(Int)
  /// A line of the ledger of the scheduled weeks.
  case scheduleLine(Int)
  /// The cost by category.
  case cost
  /// The cost of a category, or of a group or vendor.
  case costOf(String)
  /// The shortages, with what caused them.
  case shortage
  /// The limits that bind.
  case binding
  /// One of the limits that bind, by its place from 1.
  case limit(Int)
  /// The figures at the top of a report.
  case summary
  /// How the programs were solved.
  case solver
  /// A file that was read; all of them for an empty path.
  case file(String)
  /// When hiring alone brings a group to so many experienced heads.
  case reach(String, heads: Int)
}

/// A stretch of a plan that can be asked about.
public enum ExplanationPeriod: Sendable, Equatable {
  /// The whole horizon.
  case horizon
  /// The week of a date.
  case week(String)
  /// A day.
  case day(String)
  /// The interval at a local time.
  case interval(String)
}

/// Why a number cannot be explained.
public enum ExplanationError: Error, Equatable, CustomStringConvertible {
  /// There is no such queue, group, vendor or line.
  case unknown(kind: String, name: String, known: [String])
  /// The time is no date or date and time, or outside the horizon.
  case outsideHorizon(String, horizon: String)
  /// The day is not one of those that were scheduled.
  case notScheduled(String, days: String)

  /// What is wrong, and what would be right.
  public var description: String {
    switch self {
    case .unknown(let kind, let name, let known):
      "there is no \(kind) “\(name)”; \(Self.advice(on: name, known: known))"
    case .outsideHorizon(let time, let horizon):
      "“\(time)” is no date or local time within the horizon \(horizon); "
        + "write 2026-11-09 or 2026-11-09T20:00"
    case .notScheduled(let time, let days):
      days.isEmpty
        ? "“\(time)” is not scheduled: the scenario has no shifts"
        : "“\(time)” is not scheduled; shifts are planned for \(days)"
    }
  }

  private static func advice(on name: String, known: [String]) -> String {
    guard !known.isEmpty else { return "the plan has none" }
    let known = known.count > 30 ? Array(known.prefix(30)) + ["…"] : known
    let list = "known are: \(known.joined(separator: ", "))"
    guard let meant = Spelling.nearest(to: name, among: known) else { return list }
    return "did you mean “\(meant)”? \(list)"
  }
}

/// Finds what was probably meant by a misspelt word.
public enum Spelling {
  /// The nearest of `candidates` to `word`, if at most a third of its letters differ, and never more
  /// than three (Levenshtein 1966); of equally near ones the first.
  public static func nearest(to word: String, among candidates: [String]) -> String? {
    let limit = min(3, max(1, word.count / 3))
    var best: (distance: Int, word: String)?
    for candidate in candidates {
      let distance = distance(Array(word.prefix(60)), Array(candidate.prefix(60)))
      if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.word
  }

  private static func distance(_ first: [Character], _ second: [Character]) -> Int {
    var row = Array(0...second.count)
    for (i, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in second.enumerated() {
        let change = diagonal + (letter.lowercased() == other.lowercased() ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(change, row[j] + 1, diagonal + 1)
      }
    }
    return row[second.count]
  }
}
