internal import BusinessCalendar
internal import CapacityPlanning
internal import PayRules
public import Planning
internal import Scenarios
public import Units

/// What an hour costs the client that the law pays more.
public struct QuoteSurcharge: Sendable, Hashable, Codable {
  /// When.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Beyond the daily hours.
    case overtime
    /// On a rest day.
    case restDay = "rest-day"
    /// On a statutory holiday.
    case holiday
    /// At night.
    case night
  }

  /// When.
  public let kind: Kind
  /// The law's factor on the wage, or that of the bid's own night premium.
  public let factor: Rational
  /// The factor on the price where only the part of it that is wages is multiplied:
  /// `1 + wage share × (factor − 1)`.
  public let onWageShare: Rational
  /// The factor on the price that the bid offers: `factor`, or `onWageShare` rounded up to a
  /// twentieth.
  public let offered: Rational
  /// The rule as a sentence; empty for what no law asks for.
  public let rule: String
  /// Where it comes from.
  public let source: String

  /// The surcharges of a bid by the pay rules on its first day; a factor of 1 is none.
  static func all(_ scenario: Scenario, terms: BidTerms, wageShare: Rational) -> [QuoteSurcharge] {
    var found: [QuoteSurcharge] = []
    func add(_ kind: Kind, _ factor: Rational, _ rule: String, _ source: String) {
      guard factor > .one else { return }
      let onWages = Rational.one + wageShare * (factor - .one)
      let twentieths = onWages * Rational(20)
      let whole = twentieths.numerator / twentieths.denominator
      let up = twentieths.denominator == 1 ? whole : whole + 1
      let rounded = Rational(up, over: 20) ?? onWages
      found.append(
        QuoteSurcharge(
          kind: kind, factor: factor, onWageShare: Rational(nearest: onWages.doubleValue),
          offered: terms.surchargeBasis == .fullPrice ? factor : rounded, rule: rule,
          source: source))
    }
    if let pack = scenario.payRules(on: terms.goLive) {
      let conditions: [(Kind, DayType, Bool)] = [
        (.overtime, .workday, true), (.restDay, .restDay, false),
        (.holiday, .statutoryHoliday, false),
      ]
      for (kind, day, beyond) in conditions {
        let rule = pack.payClass(on: day, beyondDailyHours: beyond)
        add(kind, rule.multiplier.factor, rule.sentence, rule.source.description)
      }
    }
    if let night = terms.nightPremium {
      add(.night, .one + night, "", "")
    } else if let night = scenario.payRules(on: terms.goLive)?.nightPay {
      add(.night, .one + night.share, night.sentence, night.source)
    }
    return found
  }
}

/// How much overtime a plan asks for, beside what the law allows.
public struct QuoteOvertime: Sendable, Hashable, Codable {
  /// The pay rules' name; `nil` where the scenario has none.
  public let rules: String?
  /// Hours over the horizon that count to the law's overtime: beyond the normal day, and on rest days
  /// where the law counts them; work on statutory holidays is not among them.
  public let planned: WorkTime
  /// The most of one month for a person who agrees to it, on average.
  public let mostPerMonth: WorkTime
  /// The most that the law allows a person in a month; `nil` for no limit.
  public let limitPerMonth: WorkTime?
  /// The most that it allows in a day; `nil` for no limit.
  public let limitPerDay: WorkTime?

  /// Whether the plan keeps the limit of a month, to three minutes.
  public var isLegal: Bool { limitPerMonth.map { mostPerMonth.hours <= $0.hours + 0.05 } ?? true }

  /// The overtime of a plan.
  public init(_ plan: Plan) {
    let pack = plan.scenario.payRules(on: plan.scenario.horizon.start)
    rules = pack?.name
    limitPerMonth = pack?.overtimeLimitPerMonth
    limitPerDay = pack?.overtimeLimitPerDay
    func counted(_ week: GroupPlan.WeekPlan) -> WorkTime {
      week.overtime.filter { hours in
        pack?.payClass(code: hours.payClass)?.countsToMonthlyOvertime ?? true
      }.map(\.paidTime).total()
    }
    planned = plan.capacity.groups.flatMap(\.weeks).map(counted).total()
    var most = 0.0
    for group in plan.capacity.groups {
      let takeUp = plan.scenario.staffGroup(group.group)?.overtime?.takeUp.value ?? 0
      var sums: [YearMonth: (hours: Double, heads: Double, days: Double)] = [:]
      for (week, figures) in zip(plan.capacity.weeks, group.weeks) {
        // A week's hours belong to a month by its days, as in the weekly program.
        let hours = counted(figures).hours / 7
        let heads = max(0, figures.heads.value - figures.inTraining.value)
        for day in week.days {
          let month = YearMonth(of: day)
          sums[month, default: (0, 0, 0)].hours += hours
          sums[month]?.heads += heads
          sums[month]?.days += 1
        }
      }
      for sum in sums.values where sum.hours > 0 {
        let people = sum.heads / sum.days * takeUp
        most = max(most, people > 0 ? sum.hours / people : sum.hours)
      }
    }
    mostPerMonth = WorkTime(hours: most)
  }
}

extension RulePack {
  /// The largest share of an hour's pay that the law adds for hours of the clock; `nil` where it adds none,
  /// or an amount.
  fileprivate var nightPay: (share: Rational, sentence: String, source: String)? {
    let shares = (clockPay ?? []).compactMap { pay -> (Rational, ClockPay)? in
      switch pay.amount {
      case .shareOfRate(let share), .shareOfHour(let share): (share, pay)
      case .perHour, .perShift: nil
      }
    }
    return shares.max { $0.0 < $1.0 }.map { ($0.0, $0.1.sentence, $0.1.source.description) }
  }
}
