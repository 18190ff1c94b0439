public import BusinessCalendar
public import Units

/// What working-time law measures; each is one formula, in exact hours.
public enum WorkingTimeMeasure {
  /// The average week: (weeks × base + overtime) ÷ weeks; zero without weeks. UK: Working Time
  /// Regulations 1998, reg. 4.
  public static func averageWeek(weeks: Rational, base: Rational, overtime: [Rational]) -> Rational
  {
    (weeks * base + overtime.reduce(.zero, +)).divided(by: weeks) ?? .zero
  }

  /// The average week where leave is replaced: (A + B) ÷ C, with A hours in the reference period, B
  /// hours of as many days after it as were leave, C weeks. Reg. 4(6).
  public static func averageWeek(
    hours: Rational, replacingLeave: Rational, weeks: Rational
  ) -> Rational {
    (hours + replacingLeave).divided(by: weeks) ?? .zero
  }

  /// The average 24 hours of a night worker: A ÷ (B − C), with A hours, B days, C rest days.
  /// Reg. 6(5).
  public static func nightAverage(hours: Rational, days: Rational, restDays: Rational) -> Rational {
    hours.divided(by: days - restDays) ?? .zero
  }

  /// The rest between two shifts, as time that passes.
  public static func rest(
    from end: LocalDateTime, to start: LocalDateTime, in zone: TimeZoneRules
  ) -> Rational {
    let clock = ZoneClock(zone, span: min(end.date, start.date)...max(end.date, start.date))
    return Rational(clock.instant(start) - clock.instant(end), over: 3600) ?? .zero
  }

  /// The overtime of a month in China: weekday overtime and uncompensated rest-day work; what is
  /// compensated by time off is left out (a convention).
  public static func monthOvertime(weekday: Rational, restDay: Rational) -> Rational {
    weekday + restDay
  }

  /// The largest mean of the last two to six months, oldest first; `nil` with fewer than two.
  /// Japan: Labour Standards Act, Art. 36(6).
  public static func largestMean(ofLastMonths months: [Rational]) -> Rational? {
    guard months.count >= 2 else { return nil }
    return (2...min(6, months.count)).compactMap { count in
      months.suffix(count).reduce(.zero, +).divided(by: Rational(Int64(count)))
    }.max()
  }
}

/// Working-time limits beside a law's pay rules, as data; nothing here is legal advice.
public struct WorkingTimeLimits: Sendable, Hashable, Codable {
  /// What is limited.
  public enum Measure: String, Sendable, Hashable, Codable, CaseIterable {
    /// The least hours between two shifts.
    case dailyRest = "daily-rest"
    /// The least hours of one rest in seven days.
    case weeklyRest = "weekly-rest"
    /// The least minutes of break in shifts of more than six hours.
    case breakAfterSixHours = "break-after-six-hours"
    /// The most hours of a week, on average over the reference period.
    case averageWeek = "average-week"
    /// The most hours of a night worker in 24 hours, on average.
    case nightAverage = "night-average"
  }

  /// One limit.
  public struct Limit: Sendable, Hashable, Codable {
    /// The flag's name.
    public let code: String
    /// What is limited.
    public let measure: Measure
    /// Hours, or minutes of a break.
    public let limit: Rational
    /// The weeks of the reference period, where there is one.
    public let weeks: Int?
    /// The rule as a sentence.
    public let sentence: String
    /// Where it stands.
    public let source: RuleSource
  }

  /// The name that commands use, such as `uk-working-time`.
  public let id: String
  /// The first day the limits hold.
  public let effectiveFrom: LocalDate
  /// The limits.
  public let limits: [Limit]

  /// The limits with this id, or `nil`.
  public static func bundled(id: String) -> WorkingTimeLimits? { bundled.first { $0.id == id } }

  /// All limits that PeakPlan brings along, by id.
  public static let bundled: [WorkingTimeLimits] = [
    WorkingTimeLimits(
      id: "china-rest", effectiveFrom: LocalDate(year: 1995, month: 1, day: 1) ?? .epoch,
      limits: [
        Limit(
          code: "CN_REST_LT_11H", measure: .dailyRest, limit: Rational(11), weeks: nil,
          sentence: "at least eleven hours between two shifts",
          source: RuleSource(
            title: "No national rule found; 11 h as in Europe", evidence: .convention))
      ]),
    european(
      "eu-working-time", prefix: "EU", year: 2004,
      RuleSource(title: "Directive 2003/88/EC", article: "Art. 3-6, 8", evidence: .read)),
    european(
      "uk-working-time", prefix: "UK", year: 1998,
      RuleSource(
        title: "Working Time Regulations 1998", article: "reg. 4, 6, 10-12", evidence: .read)),
  ]

  private static func european(
    _ id: String, prefix: String, year: Int, _ source: RuleSource
  ) -> WorkingTimeLimits {
    func limit(
      _ code: String, _ measure: Measure, _ limit: Int64, weeks: Int? = nil, _ sentence: String
    ) -> Limit {
      Limit(
        code: "\(prefix)_\(code)", measure: measure, limit: Rational(limit), weeks: weeks,
        sentence: sentence, source: source)
    }
    return WorkingTimeLimits(
      id: id, effectiveFrom: LocalDate(year: year, month: 10, day: 1) ?? .epoch,
      limits: [
        limit("REST_LT_11H", .dailyRest, 11, "at least eleven hours between two shifts"),
        limit("WEEKLY_REST_LT_24H", .weeklyRest, 24, "at least 24 hours in one in seven days"),
        limit(
          "BREAK_LT_20MIN", .breakAfterSixHours, 20,
          "a break of 20 minutes in more than six hours"),
        limit("AVG_WEEK_GT_48H", .averageWeek, 48, weeks: 17, "at most 48 hours a week on average"),
        limit(
          "NIGHT_AVG_GT_8H", .nightAverage, 8, weeks: 17,
          "night workers: at most eight hours in 24 on average"),
      ])
  }

  /// The limit for a measure, or `nil`.
  public func limit(for measure: Measure) -> Limit? { limits.first { $0.measure == measure } }
}

extension WorkingTimeLimits {
  /// Which limits the shifts break, the first day and the worst figure of each.
  ///
  /// A week's rest is missing where more than seven days less that rest pass from the start of a
  /// shift to the end of another without it; the average week is told where shifts span the
  /// reference period. Shifts must be possible, as ``PayRun/slip(for:)`` checks.
  public func breaches(of shifts: [WorkedShift], in zone: TimeZoneRules) -> [PayBreach] {
    guard let first = shifts.map(\.start.date).min(), let last = shifts.map(\.end.date).max(),
      first <= last
    else { return [] }
    let clock = ZoneClock(zone, span: first...last)
    let placed = shifts.map { shift in
      (start: clock.instant(shift.start), end: clock.instant(shift.end), shift: shift)
    }.sorted { $0.start < $1.start }
    return limits.compactMap { limit in
      var found: [(value: Rational, date: LocalDate)] = []
      let least = limit.limit
      switch limit.measure {
      case .dailyRest:
        for (earlier, later) in zip(placed, placed.dropFirst()) {
          let rest = Rational(later.start - earlier.end, over: 3600) ?? .zero
          if rest < least { found.append((rest, later.shift.start.date)) }
        }
      case .weeklyRest:
        var from = placed.first?.start ?? 0
        var longest = Rational.zero
        for (index, shift) in placed.enumerated() {
          if index > 0 {
            let rest = Rational(shift.start - placed[index - 1].end, over: 3600) ?? .zero
            if rest >= least { (from, longest) = (shift.start, .zero) }
            if rest < least { longest = max(longest, rest) }
          }
          let run = Rational(shift.end - from, over: 3600) ?? .zero
          if run > Rational(168) - least { found.append((longest, shift.shift.start.date)) }
        }
      case .breakAfterSixHours:
        for shift in placed {
          let pause = shift.shift.unpaidBreak?.length.seconds ?? 0
          let minutes = Rational(pause, over: 60) ?? .zero
          if shift.end - shift.start - pause > 6 * 3600, minutes < least {
            found.append((minutes, shift.shift.start.date))
          }
        }
      case .averageWeek:
        guard let weeks = limit.weeks, first.days(until: last) >= 7 * weeks - 7 else { return nil }
        for end in stride(from: first.dayNumber + 7 * weeks, through: last.dayNumber + 7, by: 7) {
          let inside = placed.filter {
            $0.shift.start.date.dayNumber < end
              && $0.shift.start.date.dayNumber >= end - 7 * weeks
          }
          let seconds = inside.reduce(Int64(0)) {
            $0 + $1.end - $1.start - ($1.shift.unpaidBreak?.length.seconds ?? 0)
          }
          let mean = Rational(seconds, over: 3600 * Int64(weeks)) ?? .zero
          if mean > least { found.append((mean, LocalDate(dayNumber: end - 1))) }
        }
      case .nightAverage: return nil
      }
      guard let date = found.first?.date else { return nil }
      let values = found.map(\.value)
      let worst = limit.measure == .averageWeek ? values.max() : values.min()
      return PayBreach(
        code: limit.code, found: Quantity((worst ?? .zero).doubleValue),
        limit: Quantity(least.doubleValue), date: date, month: nil, sentence: limit.sentence,
        source: limit.source)
    }
  }
}
