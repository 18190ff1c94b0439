internal import BusinessCalendar
internal import Scenarios
internal import Units

extension ScenarioFixture {
  /// A half-year like a shop's: 24 weeks from 2026-08-03 with the October holidays and a peak in
  /// November, `queues` queues, four groups at two sites, two vendors; sizes vary with `seed`.
  public static func halfYear(seed: UInt64, weeks: Int = 24, queues: Int = 8) -> ScenarioFixture {
    var dice = Dice(seed: seed)
    var fixture = ScenarioFixture(start: "2026-08-03", weeks: weeks)
    fixture.id = "half-year-\(seed)"
    fixture.holidays = (0..<7).compactMap { LocalDate(year: 2026, month: 10, day: 1 + $0) }
    let names = (0..<queues).map { "queue-\($0 + 1)" }
    fixture.queues = names.enumerated().map { index, name in
      let base = 200 + 600 * dice.share()
      let peak = 2 + 4 * dice.share()
      var queue = QueueFixture(
        name,
        weeklyHours: (0..<weeks).map { week in
          let distance = Double(abs(week - 14))
          return base * (1 + peak * max(0, 1 - distance / 3)) * (0.9 + 0.2 * dice.share())
        })
      queue.channel = index.isMultiple(of: 2) ? .chat(concurrency: 3) : .voice
      queue.lostContactPrice = Money(minorUnits: 800 + Int64(800 * dice.share()))
      queue.closes = 21
      return queue
    }
    fixture.sites = [
      Site(id: Site.ID("north"), name: "North", seats: 160),
      Site(id: Site.ID("south"), name: "South", seats: 120),
    ]
    fixture.groups = (0..<4).map { group in
      var member = GroupFixture(
        "group-\(group + 1)",
        skills: names.enumerated().filter { ($0.offset + group) % 4 < 2 }.map(\.element),
        heads: 20 + 30 * dice.share())
      member.site = Site.ID(group < 2 ? "north" : "south")
      member.wage = .monthly(Money(minorUnits: 480_000 + Int64(group) * 40_000))
      member.employerOnCost = .percent(32)
      member.headcount.insert(TenureHeads(tenureWeeks: 2, heads: Headcount(6)), at: 0)
      member.shrinkage = Shrinkage(
        inOffice: .percent(12), outOfOffice: .percent(10), combination: .sequential)
      member.scheduleEfficiency = .percent(90)
      member.attrition = Attrition(
        bands: [
          Attrition.Band(fromTenureWeeks: 0, perWeek: Share(0.014), stated: "6 % per month"),
          Attrition.Band(fromTenureWeeks: 13, perWeek: Share(0.0058), stated: "2.5 % per month"),
        ], waves: [])
      member.hiring = .fixture(
        lead: 3, sizes: 8...20, calendar: .every(weeks: 2), trainers: 3, training: 3, nesting: 1,
        ramp: [0.5, 0.7, 0.85], washOut: 0.08, costPerHire: 150_000, costPerClass: 600_000)
      member.overtime = OvertimeRules(
        takeUp: .percent(70), maximumPerWeek: WorkTime(hours: 8), productivity: .percent(92))
      return member
    }
    fixture.vendors = (0..<2).map { index in
      var vendor = VendorFixture(
        "vendor-\(index + 1)",
        skills: names.enumerated().filter { $0.offset % 3 != index }.map(\.element))
      vendor.price = 5200 + Int64(index) * 600
      vendor.holidaySurcharge = 200
      vendor.committedHours = index == 0 ? 2000 : nil
      vendor.setUpFee = Money(minorUnits: 2_000_000)
      vendor.notice = 3 + index
      vendor.ramp = 15
      vendor.minimumSeats = 10
      vendor.maximumSeats = 120
      vendor.hoursPerSeat = WorkTime(hours: 44)
      vendor.proficiency = .percent(88)
      return vendor
    }
    fixture.outsourcingLimits = [
      Policy.OutsourcingLimit(queue: Queue.ID("queue-1"), share: .percent(40))
    ]
    if queues > 1 { fixture.missionCritical = [Queue.ID("queue-2")] }
    fixture.maximumOutsourcedShare = .percent(30)
    fixture.endStrength = .percent(90)
    fixture.priceOfMissingHeadAtEnd = Money(minorUnits: 600_000)
    return fixture
  }
}

/// A small generator of reproducible numbers (splitmix64; Steele, Lea and Flood 2014).
public struct Dice: Sendable {
  private var state: UInt64

  /// A generator from `seed`.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, but not including, 1.
  public mutating func share() -> Double { Double(next() >> 11) / Double(1 << 53) }

  /// A whole number in `range`.
  public mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }
}
