internal import BusinessCalendar
internal import Scenarios
internal import Units

/// How the heads of one staff group run through the weeks: who survives, how fast they are, when
/// classes may start. Pure arithmetic; the program and the reading of its solution share it.
///
/// Departures of a week happen at its end, by the tenure of that week: a hazard of the first band
/// in training, and the wash-out spread evenly over the training weeks. A wave of departures
/// happens at the start of its week.
struct StaffModel: Sendable {
  let group: StaffGroup
  /// How many weeks the plan has.
  let weekCount: Int
  /// The share that stays through the waves at the start of each week.
  let waveKeep: [Double]
  /// The weeks in which classes may start and still take contacts within the plan.
  private(set) var classStarts: [Int]
  /// Tenure since the first contact at which speed and hazard no longer change: the experienced
  /// pool begins here.
  let poolTenure: Int
  /// The first week without anybody, when the group has a last day within the plan.
  let endWeek: Int?
  /// Weeks from a class's start to the end of its people's contracts.
  let contractWeeks: Int?
  private let attrition: Attrition
  private let ramp: RampCurve

  init(_ group: StaffGroup, weeks: [Week]) {
    self.group = group
    weekCount = weeks.count
    attrition = group.attrition
    ramp = group.hiring?.ramp ?? .immediate
    let employment = group.rules?.employment
    let endWeek = employment?.lastDay.flatMap { last in weeks.firstIndex { $0.start > last } }
    self.endWeek = endWeek
    contractWeeks = employment?.contractWeeks.map { max(1, $0) }
    waveKeep = weeks.enumerated().map { index, week in
      if let endWeek, index >= endWeek { return 0 }
      return group.attrition.waves.filter { week.contains($0.date) }
        .reduce(1) { $0 * (1 - $1.share.value.bounded(to: 0...1)) }
    }
    let lastBand = group.attrition.bands.map(\.fromTenureWeeks).max() ?? 0
    let nesting = group.hiring?.nestingWeeks ?? 0
    let training = max(0, group.hiring?.trainingWeeks ?? 0)
    let contracted = contractWeeks.map { $0 - training } ?? 0
    poolTenure = max(0, lastBand, nesting, group.hiring?.ramp.weekly.count ?? 0, contracted)
    classStarts =
      group.hiring.map { hiring in
        StaffModel.classStarts(of: hiring, in: weeks)
          .filter { $0 + hiring.trainingWeeks < endWeek ?? weeks.count }
      } ?? []
  }

  /// Lets classes start in further weeks, whatever the rules say of them: those of a given plan.
  mutating func admit(classesIn weeks: [Int]) {
    classStarts = Set(classStarts).union(weeks.filter { (0..<weekCount).contains($0) }).sorted()
  }

  /// Weeks of training before the first contact.
  var trainingWeeks: Int { max(0, group.hiring?.trainingWeeks ?? 0) }
  /// Weeks of nesting after it.
  var nestingWeeks: Int { max(0, group.hiring?.nestingWeeks ?? 0) }
  /// Weeks since the class's start after which a hire is in the experienced pool.
  var poolAge: Int { trainingWeeks + poolTenure }

  /// The weeks of `weeks` in which the rules let a class start: after the recruiting lead, on the
  /// class calendar.
  static func classStarts(of hiring: HiringRules, in weeks: [Week]) -> [Int] {
    guard hiring.trainers > 0, hiring.maximumClassSize > 0 else { return [] }
    let first = max(0, hiring.recruitingLeadWeeks)
    return weeks.indices.filter { index in
      guard index >= first else { return false }
      switch hiring.classCalendar {
      case .every(let step): return index % max(1, step) == 0
      case .dates(let dates): return dates.contains { weeks[index].contains($0) }
      }
    }
  }

  /// The share that leaves at the end of a week of age `age` (weeks since the class's start):
  /// attrition of that tenure and, in training, the wash-out spread over its weeks.
  func hazard(atAge age: Int) -> Double {
    guard age < trainingWeeks else { return hazard(atTenure: age - trainingWeeks) }
    if isLastWeek(atAge: age) { return 1 }
    let lost = (group.hiring?.washOut.value ?? 0).bounded(to: 0...1)
    let stays = power(1 - lost, over: trainingWeeks)
    return 1 - stays * (1 - leavingRate(atTenure: 0))
  }

  /// The share that leaves at the end of a week with `tenure` completed weeks: everybody when it is
  /// the last of the contract.
  func hazard(atTenure tenure: Int) -> Double {
    isLastWeek(atAge: tenure + trainingWeeks) ? 1 : leavingRate(atTenure: tenure)
  }

  /// The share that leaves of its own will at the end of a week with `tenure` completed weeks.
  func leavingRate(atTenure tenure: Int) -> Double {
    attrition.perWeek(atTenure: tenure).value.bounded(to: 0...1)
  }

  /// Whether a contract ends with the week of age `age`, or has ended.
  func isLastWeek(atAge age: Int) -> Bool { contractWeeks.map { age >= $0 - 1 } ?? false }

  /// The share of a class started in week `start` that is still there in week `week`.
  func survival(ofClassIn start: Int, to week: Int) -> Double {
    guard week >= start else { return 0 }
    var share = 1.0
    for passed in start..<week {
      share *= (1 - hazard(atAge: passed - start)) * waveKeep[passed + 1]
    }
    return share
  }

  /// The share of people with `tenure` at the start of the plan that is still there in week `week`.
  func survival(ofTenure tenure: Int, to week: Int) -> Double {
    var share = waveKeep.first ?? 1
    for passed in 0..<week {
      share *= (1 - hazard(atTenure: tenure + passed)) * waveKeep[passed + 1]
    }
    return share
  }

  /// The share of the experienced pool that stays from the week before `week` to it.
  func poolKeep(to week: Int) -> Double {
    (1 - hazard(atTenure: poolTenure)) * waveKeep[week]
  }

  /// The output at age `age` as a share of an experienced head's; 0 in training.
  func proficiency(atAge age: Int) -> Double {
    ramp.proficiency(atTenure: age - trainingWeeks).value.bounded(to: 0...1)
  }

  /// The people who are there when the plan starts, as they are in week `week`.
  func initialHeads(in week: Int) -> HeadsByStage {
    var heads = HeadsByStage()
    for cohort in group.headcount {
      let there = max(0, cohort.heads.value) * survival(ofTenure: cohort.tenureWeeks, to: week)
      add(there, atTenure: cohort.tenureWeeks + week, to: &heads)
    }
    return heads
  }

  /// The people of `hired` (heads by class start) as they are in week `week`.
  func hiredHeads(_ hired: [(start: Int, heads: Double)], in week: Int) -> HeadsByStage {
    var heads = HeadsByStage()
    for entry in hired where entry.start <= week {
      let there = entry.heads * survival(ofClassIn: entry.start, to: week)
      add(there, atTenure: week - entry.start - trainingWeeks, to: &heads)
    }
    return heads
  }

  private func add(_ there: Double, atTenure tenure: Int, to heads: inout HeadsByStage) {
    heads.all += there
    guard tenure >= 0 else {
      heads.training += there
      return
    }
    let speed = ramp.proficiency(atTenure: tenure).value.bounded(to: 0...1)
    heads.effective += there * speed
    if tenure < nestingWeeks {
      heads.nesting += there
    } else {
      heads.ready += there * speed
      if speed < 1 { heads.ramping += there }
    }
    if tenure >= poolTenure { heads.pool += there }
  }

  /// `share` to the power of 1 / `parts`.
  private func power(_ share: Double, over parts: Int) -> Double {
    parts <= 1 ? share : share.root(parts)
  }
}

/// Heads of a group in one week, by how far they are.
struct HeadsByStage: Sendable, Equatable {
  /// Everybody.
  var all = 0.0
  /// In training.
  var training = 0.0
  /// In nesting.
  var nesting = 0.0
  /// Past nesting, not at full speed.
  var ramping = 0.0
  /// In the experienced pool.
  var pool = 0.0
  /// The sum of proficiencies.
  var effective = 0.0
  /// The sum of proficiencies of those past nesting: who may be asked for overtime.
  var ready = 0.0

  /// Past training.
  var onContacts: Double { all - training }

  static func + (left: HeadsByStage, right: HeadsByStage) -> HeadsByStage {
    HeadsByStage(
      all: left.all + right.all, training: left.training + right.training,
      nesting: left.nesting + right.nesting, ramping: left.ramping + right.ramping,
      pool: left.pool + right.pool, effective: left.effective + right.effective,
      ready: left.ready + right.ready)
  }
}

extension Double {
  /// The number, or the nearer end of `range`; the lower end when it is not a number.
  func bounded(to range: ClosedRange<Double>) -> Double {
    guard !isNaN else { return range.lowerBound }
    return Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }

  /// The number without the dust that a solver leaves: 0 below a millionth.
  var withoutDust: Double { magnitude < 1e-6 || !isFinite ? 0 : self }

  /// The `degree`-th root of a number between 0 and 1, by Newton's method.
  func root(_ degree: Int) -> Double {
    guard self > 0, degree > 1 else { return Swift.max(0, self) }
    var guess = 1.0
    for _ in 0..<200 {
      var power = 1.0
      for _ in 1..<degree { power *= guess }
      let next = guess - (power * guess - self) / (Double(degree) * power)
      if (next - guess).magnitude < 1e-16 { return next }
      guess = next
    }
    return guess
  }
}
