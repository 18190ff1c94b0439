internal import BusinessCalendar
internal import LinearProgramming
internal import Scenarios
internal import Units

// Pins that no plan can keep, told before anything is solved.
extension CapacityProgram {
  /// Pins that no plan can keep, whatever else it does, with the reason.
  var impossiblePins: [ContradictedRule] {
    let alone = input.scenario.pins.compactMap { pin in
      reasonAgainst(pin).map {
        ContradictedRule(rule: "the pin “\(pin)”", remedy: $0, path: "pins")
      }
    }
    return alone.isEmpty ? input.staff.indices.compactMap(impossibleHires) : alone
  }

  private func reasonAgainst(_ pin: PlanPin) -> String? {
    guard pin.limitsBelow, pin.amount > 0 else { return nil }
    switch pin.subject {
    case .hires(let id, let date):
      guard let group = input.scenario.staffGroups.firstIndex(where: { $0.id == id }) else {
        return nil
      }
      return reasonAgainstHiring(pin, group, date)
    case .seats(let id, let date):
      guard let vendor = input.scenario.vendors.firstIndex(where: { $0.id == id }) else {
        return nil
      }
      return reasonAgainstSeats(pin, vendor, date)
    case .overtime(let id, let date):
      guard let group = input.scenario.staffGroups.firstIndex(where: { $0.id == id }) else {
        return nil
      }
      return reasonAgainstOvertime(pin, group, date)
    case .contract(let id, let month):
      guard let vendor = input.scenario.vendors.firstIndex(where: { $0.id == id }),
        let place = input.calendar.months.firstIndex(of: month)
      else { return nil }
      let weeks = CapacityIndex(input).contractWeeks(vendor, place)
      return weeks.isEmpty
        ? "notice and ramp allow no seat in a week of that month, which is one whose fourth day is in "
          + "it" : nil
    }
  }

  /// Seats of one week against what the vendor can have in it; of all weeks, which each have them as
  /// far as notice and ramp allow, against the most of any.
  private func reasonAgainstSeats(_ pin: PlanPin, _ vendor: Int, _ date: LocalDate?) -> String? {
    let weeks = 0..<input.weekCount
    let named = date.flatMap { day in
      input.calendar.weeks.firstIndex { $0.contains(day) }
    }
    guard let week = named ?? weeks.last else { return nil }
    let reach = (named.map { $0...$0 } ?? 0...week).reduce(0) {
      max($0, input.vendors[vendor].reach(in: $1))
    }
    guard reach < pin.amount - 1e-9 else { return nil }
    return "notice, ramp and the most seats allow \(reach.inShort) by \(input.weekName(week))"
  }

  /// Extra hours of a person in a week against the law's and the scenario's; of all weeks, of which each
  /// has them, against the fewest of any.
  private func reasonAgainstOvertime(
    _ pin: PlanPin, _ group: Int, _ date: LocalDate?
  ) -> String? {
    guard input.scenario.staffGroups[group].overtime != nil else {
      return "the group has no overtime rules"
    }
    var fewest: (hours: Double, week: Int)?
    for week in 0..<input.weekCount {
      if let date, !input.calendar.weeks[week].contains(date) { continue }
      let tiers = input.overtime[group][week]
      guard tiers.contains(where: { extra.variable(for: $0.key(group, week)) != nil }) else {
        continue
      }
      // Paid or not, a rest day has its hours once.
      var hours = tiers.filter { $0.kind != .restDayInLieu && $0.kind != .holiday }
        .reduce(0) { $0 + $1.hoursPerPerson }
      if let limit = input.overtimeLimitPerWeek(group, week) { hours = min(hours, limit) }
      hours += tiers.filter { $0.kind == .holiday }.reduce(0) { $0 + $1.hoursPerPerson }
      if hours < fewest?.hours ?? .infinity { fewest = (hours, week) }
    }
    guard let fewest, fewest.hours < pin.amount - 1e-9 else { return nil }
    return
      "law and scenario allow a person \(fewest.hours.inShort) extra hours in "
      + input.weekName(fewest.week)
  }

  private func reasonAgainstHiring(
    _ pin: PlanPin, _ group: Int, _ date: LocalDate?
  ) -> String? {
    guard let hiring = input.scenario.staffGroups[group].hiring else {
      return "the group has no hiring rules"
    }
    let starts = input.staff[group].classStarts
    guard let first = starts.first else { return "no class can start in the horizon" }
    guard let date else { return reasonAgainstAll(pin, group, hiring) }
    guard let week = input.calendar.weeks.firstIndex(where: { $0.contains(date) }),
      starts.contains(week)
    else {
      let next = starts.first { input.calendar.weeks[$0].start > date } ?? first
      return
        "no class can start in that week by recruiting lead, class calendar and training; one can "
        + "in \(input.weekName(next))"
    }
    let possible = ReachableHires.ofOneWeek(hiring)
    guard !possible.meets(pin) else { return nil }
    return
      "\(hiring.trainers) \(hiring.trainers == 1 ? "class" : "classes") of "
      + "\(hiring.minimumClassSize) to \(hiring.maximumClassSize) people can not be "
      + "\(pin.amount.inShort) people"
  }

  /// People over the horizon against the sizes of as many classes as trainers and calendar allow.
  private func reasonAgainstAll(_ pin: PlanPin, _ group: Int, _ hiring: HiringRules) -> String? {
    let most = input.mostClasses(group)
    let possible = ReachableHires.of(classes: most, hiring)
    guard !possible.meets(pin) else { return nil }
    return
      "classes of \(hiring.minimumClassSize) to \(hiring.maximumClassSize) people, at most "
      + "\(most) of them in the horizon, can not be \(pin.amount.inShort) people"
  }

  /// The pins of a group's hiring that classes can not meet all together, where each by itself can be
  /// met.
  private func impossibleHires(_ group: Int) -> ContradictedRule? {
    let id = input.scenario.staffGroups[group].id
    let pins = input.scenario.pins.filter {
      if case .hires(id, _) = $0.subject { true } else { false }
    }
    guard pins.count > 1, let hiring = input.scenario.staffGroups[group].hiring else {
      return nil
    }
    var sum = ReachableHires.none
    for start in input.staff[group].classStarts {
      let week = input.calendar.weeks[start]
      let here = pins.filter {
        if case .hires(_, let date?) = $0.subject { week.contains(date) } else { false }
      }
      sum = sum + here.reduce(ReachableHires.ofOneWeek(hiring)) { $0.keeping($1) }
    }
    let ofAll = pins.filter { if case .hires(_, nil) = $0.subject { true } else { false } }
    guard ofAll.reduce(sum, { $0.keeping($1) }).isEmpty else { return nil }
    return ContradictedRule(
      rule: "the pins \(pins.map { "“\($0)”" }.joined(separator: ", "))",
      remedy: "classes of \(hiring.minimumClassSize) to \(hiring.maximumClassSize) people can not "
        + "be all of this", path: "pins")
  }
}

extension CapacityInput {
  /// The most classes of a group that trainers and calendar allow over the horizon: each as early as
  /// it can be.
  func mostClasses(_ group: Int) -> Int {
    let model = staff[group]
    let trainers = max(0, scenario.staffGroups[group].hiring?.trainers ?? 0)
    let busy = max(1, model.trainingWeeks + model.nestingWeeks)
    var started: [(week: Int, classes: Int)] = []
    for week in model.classStarts.sorted() {
      let running = started.filter { week < $0.week + busy }.reduce(0) { $0 + $1.classes }
      started.append((week, max(0, trainers - running)))
    }
    return started.reduce(0) { $0 + $1.classes }
  }
}

/// Numbers of people that classes of a given size can hold, as ranges in order that do not touch.
struct ReachableHires: Sendable, Equatable {
  private(set) var ranges: [ClosedRange<Int>]

  /// Nobody is hired.
  static let none = ReachableHires(ranges: [0...0])

  private static let most = 1_000_000_000

  private init(ranges: [ClosedRange<Int>]) {
    var merged: [ClosedRange<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound + 1 {
        merged[merged.count - 1] =
          last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    self.ranges = merged
  }

  /// As many as no class up to `classes` of them hold.
  static func of(classes: Int, _ hiring: HiringRules) -> ReachableHires {
    let least = max(0, min(most, hiring.minimumClassSize))
    let largest = max(least, min(most, hiring.maximumClassSize))
    // Above this many the ranges touch.
    let apart = largest > least ? min(classes, least / (largest - least) + 1) : min(classes, 10_000)
    var ranges = (0...max(0, apart)).map { count in
      min(most, count * least)...min(most, count * largest)
    }
    if classes > apart, let last = ranges.last {
      let top = min(Double(most), Double(classes) * Double(largest))
      ranges.append(last.lowerBound...max(last.upperBound, Int(top)))
    }
    return ReachableHires(ranges: ranges)
  }

  /// As many as the classes that can start in one week hold.
  static func ofOneWeek(_ hiring: HiringRules) -> ReachableHires {
    of(classes: max(1, hiring.trainers), hiring)
  }

  /// Whether there are none, not even nobody.
  var isEmpty: Bool { ranges.isEmpty }

  /// Whether a pin can be kept.
  func meets(_ pin: PlanPin) -> Bool { !keeping(pin).isEmpty }

  /// Those that keep a pin.
  func keeping(_ pin: PlanPin) -> ReachableHires {
    let least = pin.limitsBelow ? Int(pin.amount.rounded(.up)) : 0
    let most = pin.limitsAbove ? Int(pin.amount.rounded(.down)) : ReachableHires.most
    guard least <= most else { return ReachableHires(ranges: []) }
    return ReachableHires(
      ranges: ranges.filter { $0.overlaps(least...most) }.map { $0.clamped(to: least...most) })
  }

  static func + (first: ReachableHires, second: ReachableHires) -> ReachableHires {
    ReachableHires(
      ranges: first.ranges.flatMap { left in
        second.ranges.map { right in
          min(
            most, left.lowerBound + right.lowerBound)...min(
              most, left.upperBound + right.upperBound)
        }
      })
  }
}
