public import Units

/// How long a need must last before money paid at the start comes back: a hire beside overtime or a
/// vendor, a vendor's fees beside overtime.
public struct BreakEven: Sendable, Equatable, Codable {
  /// What is paid for at the start: a hire of a group, or a contract of a vendor.
  public let source: HourSource
  /// The hour that it stands in for.
  public let against: HourSource
  /// What is paid before the first contact: of a hire recruiting, its part of a full class, and pay
  /// in training; of a vendor the set-up fee and the cost of ending.
  public let fixed: Money
  /// What an hour on contacts costs afterwards, at full speed.
  public let netRate: HourlyRate
  /// What an hour on contacts costs of the other.
  public let otherRate: HourlyRate
  /// The weeks on contacts after which a hire has cost no more than the same hours of the other;
  /// `nil` when it never does, and for vendors.
  public let weeks: Int?
  /// The hours on contacts, of one hire or of the whole contract, after which it has; `nil` when it
  /// never does.
  public let netTime: WorkTime?

  /// A break-even.
  public init(
    source: HourSource, against: HourSource, fixed: Money, netRate: HourlyRate,
    otherRate: HourlyRate, weeks: Int?, netTime: WorkTime?
  ) {
    self.source = source
    self.against = against
    self.fixed = fixed
    self.netRate = netRate
    self.otherRate = otherRate
    self.weeks = weeks
    self.netTime = netTime
  }
}

/// One hire, week by week: what it costs and what it gives, leavers at their rates.
struct HireCourse: Sendable {
  /// The most weeks on contacts that are looked at: ten years.
  static let mostWeeks = 520

  /// Recruiting, equipment and the part of a full class, in minor units.
  let atStart: Double
  /// What a week on the payroll costs, in minor units.
  let perWeek: Double
  /// Net hours of a week at full speed.
  let hoursPerWeek: Double
  /// The weeks on the payroll and the course of people in them.
  let model: StaffModel

  /// What is paid up to the first contact: `atStart + Σ_{a < training} survival[a] · perWeek`.
  var fixed: Double {
    var stays = 1.0
    var cost = atStart
    for age in 0..<model.trainingWeeks {
      cost += stays * perWeek
      stays *= 1 - model.hazard(atAge: age)
    }
    return cost
  }

  /// What an hour costs at full speed.
  var steady: Double { hoursPerWeek > 0 ? perWeek / hoursPerWeek : .infinity }

  /// The first number of weeks *n* on contacts with
  /// `fixed + Σ survival · perWeek ≤ price · Σ survival · proficiency · hours`, and these hours.
  func isCheaper(than price: Double) -> (weeks: Int, hours: Double)? {
    guard hoursPerWeek > 0, price.isFinite else { return nil }
    var stays = 1.0
    for age in 0..<model.trainingWeeks { stays *= 1 - model.hazard(atAge: age) }
    var cost = fixed
    var hours = 0.0
    for week in 1...Self.mostWeeks {
      let age = model.trainingWeeks + week - 1
      cost += stays * perWeek
      hours += stays * model.proficiency(atAge: age) * hoursPerWeek
      if cost <= price * hours + 1e-6 { return (week, hours) }
      stays *= 1 - model.hazard(atAge: age)
      if stays <= 0 { return nil }
    }
    return nil
  }
}
