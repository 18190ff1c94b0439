internal import BusinessCalendar
internal import Units

/// Counters as lanes: see ``PayCounter``; the last is the whole shift's time.
typealias PayCounters = SIMD8<Int64>

extension PayCounter {
  var lane: Int {
    switch self {
    case .day: 0
    case .week: 1
    case .period: 2
    case .month: 3
    case .shift: 4
    }
  }
  static let wholeShift = 5
}

/// A condition ready for counting.
struct CompiledWhen {
  var roles: UInt8 = 0xff
  /// Kinds of holiday, one of which must hold; 0 for any day.
  var holidays: UInt16 = 0
  /// Windows, all of which must hold.
  var windows: UInt8 = 0
  /// 0 no, 1 yes, 2 either.
  var timeOff: UInt8 = 2
  var seventhDay: UInt8 = 2
  var beyond = PayCounters(repeating: .min)
  var within = PayCounters(repeating: .max)
  /// Whether a term's word, or a window that is not stated, rules it out.
  var isNever = false

  @inline(__always)
  func holds(for piece: PayPiece, at counters: PayCounters) -> Bool {
    !isNever && roles & piece.role != 0 && (holidays == 0 || holidays & piece.holidays != 0)
      && windows & piece.windows == windows && (timeOff == 2 || timeOff == piece.timeOff)
      && (seventhDay == 2 || seventhDay == piece.seventhDay)
      && all(counters .>= beyond) && all(counters .< within)
  }
}

/// A class or supplement ready for counting.
struct CompiledClass {
  var when: CompiledWhen
  /// 1 in the lanes of the counters that its hours add to.
  var counts: PayCounters
  var owesTimeOff: Bool
  /// The place of its lines among those of all systems of a run.
  var line: Int
}

/// A line of pay as the rules state it.
struct CompiledLine {
  var code: String
  var multiplier: Rational
  var rule: PaySystemClass
  var sentence: String
  var source: RuleSource
  var grouping: PayGrouping
  var isSupplement: Bool
}

/// A factor ready for counting.
struct CompiledFactor {
  var when: CompiledWhen
}

/// A cap ready for checking.
struct CompiledCap {
  var rule: PayCap
  var limit: Rational
  var lines: [Int]
  var prior: PayTicks
  var source: RuleSource

  func isBroken(by ticks: PayTicks) -> Bool {
    let limit = PayTick.ticks(hours: limit)
    return rule.reached == true ? ticks >= limit : ticks > limit
  }
}

/// A pay system with the terms of a timesheet, ready for counting.
struct CompiledSystem {
  let system: PaySystem
  let values: [String: PayTermValue]
  var classes: [CompiledClass] = []
  var supplements: [CompiledClass] = []
  var factors: [CompiledFactor] = []
  /// The lines of this system; the first has the place ``firstLine`` among those of all.
  var lines: [CompiledLine] = []
  let firstLine: Int
  /// The places in ``lines`` of those that are for a shift, a week, or the timesheet.
  private(set) var linesByGrouping: [PayGrouping: [Int]] = [:]
  /// Whether some lines are for a shift.
  private(set) var hasShiftLines = false
  /// The numbers of hours at which something changes, by lane.
  var thresholds: [(lane: Int, ticks: PayTicks)] = []
  var windows: [ClockWindow?] = []
  var windowNames: [String] = []
  var holidayTypes: [String] = []
  var caps: [CompiledCap] = []
  let holidayStart: Int
  let usesSeventhDay: Bool

  static let sunday: UInt16 = 1 << 15

  init(_ system: PaySystem, terms: [String: String], firstLine: Int) throws(PayTermError) {
    self.system = system
    self.firstLine = firstLine
    values = try system.values(of: terms)
    holidayStart = system.holidays?.from?.minutes ?? 0
    usesSeventhDay = system.classes.contains { $0.when?.seventhDay != nil }
    holidayTypes = (system.holidays?.types ?? []) + [system.holidays?.term].compactMap(\.self)
    windowNames = (system.windows ?? [:]).keys.sorted()
    for name in windowNames { windows.append(try window(system.windows?[name] ?? "")) }
    try addClasses()
    try addCaps()
    linesByGrouping = Dictionary(grouping: lines.indices) { lines[$0].grouping }
    hasShiftLines = linesByGrouping[.shift] != nil
  }

  /// The number that a pay number stands for.
  func number(_ number: PayNumber) throws(PayTermError) -> Rational {
    guard let term = number.term else { return number.factor }
    switch values[term] {
    case .number(let value), .windowRate(let value, _): return value * number.factor
    default: throw .missing(term: term, system: system.id)
    }
  }

  private func window(_ text: String) throws(PayTermError) -> ClockWindow? {
    guard text.hasPrefix("$") else {
      guard let window = ClockWindow(text) else {
        throw .unreadable(term: "windows", value: text, expected: "a window such as 22:00-06:00")
      }
      return window
    }
    switch values[String(text.dropFirst())] {
    case .window(let window), .windowRate(_, let window), .shiftAllowance(_, let window, _):
      return window
    default: return nil
    }
  }

  private mutating func addClasses() throws(PayTermError) {
    let factors = system.factors ?? []
    for rule in system.classes {
      var first = firstLine + lines.count
      if factors.isEmpty {
        first = try addLine(rule, [], 0)
      } else {
        for combination in 0..<(1 << factors.count) { _ = try addLine(rule, factors, combination) }
      }
      classes.append(
        CompiledClass(
          when: try condition(rule.when), counts: counts(rule.counts),
          owesTimeOff: rule.owesTimeOff ?? false, line: first))
    }
    for rule in system.supplements ?? [] {
      let place = try addLine(rule, [], 0, isSupplement: true)
      supplements.append(
        CompiledClass(
          when: try condition(rule.when), counts: .zero, owesTimeOff: false, line: place))
    }
    for factor in factors {
      self.factors.append(CompiledFactor(when: try condition(factor.when)))
    }
  }

  /// Adds the line of a class with some of the factors; rules of one code share a line.
  private mutating func addLine(
    _ rule: PaySystemClass, _ factors: [PayFactor], _ combination: Int, isSupplement: Bool = false
  ) throws(PayTermError) -> Int {
    if factors.isEmpty, let known = lines.firstIndex(where: { $0.code == rule.code }) {
      return firstLine + known
    }
    var code = rule.code
    var multiplier =
      try rule.multiplier.map { number throws(PayTermError) in
        try self.number(number)
      } ?? .one
    var sentence = rule.sentence
    for (bit, factor) in factors.enumerated() where combination & 1 << bit != 0 {
      code += factor.suffix
      multiplier = multiplier * (try number(factor.except?[rule.code] ?? factor.multiplier))
      sentence += "; " + factor.sentence
    }
    lines.append(
      CompiledLine(
        code: code, multiplier: multiplier, rule: rule, sentence: sentence,
        source: system.source(rule.source), grouping: rule.per ?? system.lines ?? .sheet,
        isSupplement: isSupplement))
    return firstLine + lines.count - 1
  }

  private mutating func condition(_ when: PayWhen?) throws(PayTermError) -> CompiledWhen {
    var compiled = CompiledWhen()
    guard let when else { return compiled }
    if let roles = when.role { compiled.roles = roles.reduce(0) { $0 | $1.bit } }
    for kind in when.holiday ?? [] {
      if kind == "sunday" {
        compiled.holidays |= CompiledSystem.sunday
      } else if let bit = holidayTypes.firstIndex(of: kind) {
        compiled.holidays |= 1 << UInt16(bit)
      }
    }
    if when.holiday != nil, compiled.holidays == 0 { compiled.isNever = true }
    if let name = when.window, let bit = windowNames.firstIndex(of: name) {
      compiled.windows = 1 << UInt8(bit)
      if windows[bit] == nil { compiled.isNever = true }
    }
    if let timeOff = when.timeOff { compiled.timeOff = timeOff ? 1 : 0 }
    if let seventh = when.seventhDay { compiled.seventhDay = seventh ? 1 : 0 }
    for counter in PayCounter.allCases {
      if let number = when.beyond?[counter.rawValue] {
        compiled.beyond[counter.lane] = try threshold(number, counter.lane)
      }
      if let number = when.within?[counter.rawValue] {
        compiled.within[counter.lane] = try threshold(number, counter.lane)
      }
    }
    if let most = when.shiftUpTo {
      compiled.within[PayCounter.wholeShift] = PayTick.ticks(hours: try number(most)) + 1
    }
    for (term, word) in when.terms ?? [:] where values[term] != .word(word) {
      compiled.isNever = true
    }
    return compiled
  }

  private mutating func threshold(_ number: PayNumber, _ lane: Int) throws(PayTermError) -> Int64 {
    let ticks = PayTick.ticks(hours: try self.number(number))
    if !thresholds.contains(where: { $0 == (lane, ticks) }) { thresholds.append((lane, ticks)) }
    return ticks
  }

  private func counts(_ counters: [PayCounter]?) -> PayCounters {
    var lanes = PayCounters.zero
    for counter in counters ?? [] { lanes[counter.lane] = 1 }
    return lanes
  }

  private mutating func addCaps() throws(PayTermError) {
    for cap in system.caps ?? [] {
      var prior: PayTicks = 0
      if let key = cap.prior, case .number(let hours) = values[key] {
        prior = PayTick.ticks(hours: hours)
      }
      caps.append(
        CompiledCap(
          rule: cap, limit: try number(cap.limit), lines: places(of: cap.classes ?? []),
          prior: prior, source: system.source(cap.source)))
    }
  }

  /// The places of the lines of classes, among those of all systems.
  func places(of codes: [String]) -> [Int] {
    lines.indices.filter { codes.contains(lines[$0].code) }.map { firstLine + $0 }
  }
}

extension WorkedShift.Role {
  var bit: UInt8 {
    switch self {
    case .work: 1
    case .rest: 2
    case .holiday: 4
    case .off: 8
    }
  }
}
