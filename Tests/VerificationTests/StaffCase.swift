import BusinessCalendar
import PayRules
import PlanningFixtures
import Scenarios
import Units

extension ScenarioFixture {
  /// Twelve weeks in which every rule about our own people is at work: five weeks of much work, then
  /// little; people of every kind of employment, leave, time off, learning, moving, redundancy.
  static func ownPeople() -> ScenarioFixture {
    var fixture = ScenarioFixture(start: "2026-06-01", weeks: 12)
    fixture.id = "own-people"
    fixture.queues = [
      QueueFixture("calls", weeklyHours: [1100, 1250, 1350, 1350, 1300, 700, 500]),
      QueueFixture("mails", weeklyHours: [0, 0, 0, 60]),
      QueueFixture("letters", weeklyHours: [0, 0, 60]),
    ]
    fixture.queues[0].opens = 0
    fixture.queues[0].closes = 24
    for place in fixture.queues.indices {
      fixture.queues[place].lostContactPrice = Money(minorUnits: 3000)
    }
    fixture.sites = [
      Site(id: Site.ID("hall"), name: "Hall", seats: 60).with(overflow: 6, at: 30_000)
    ]
    fixture.sites[0].trainingRooms = 2
    fixture.sites[0].dayParts = [
      DayPart(
        id: DayPart.ID("sale"), from: LocalTime(hour: 20) ?? .midnight, until: .endOfDay, seats: 36,
        present: .percent(100), days: [fixture.start.adding(days: 16)])
    ]
    let id = LegalEntity.ID("ltd")
    fixture.legalEntities = [LegalEntity(id: id, name: "Ltd", otherStaff: Headcount(12))]
    fixture.payRules = withRollingLimit(fixture.payRules)
    fixture.groups = [
      team(id, fixture.start), desk(id), season(id), agency(id), interns(id), late(id),
    ]
    return fixture
  }

  /// The pay rules with at most 15 hours of overtime in any two weeks.
  private static func withRollingLimit(_ packs: [RulePack]) -> [RulePack] {
    packs.map { pack in
      var pack = pack
      guard let cap = pack.caps.first else { return pack }
      pack.caps.append(
        HourCap(
          code: "TWO_WEEKS", limit: .overtimePerWeeks(WorkTime(hours: 15), weeks: 2),
          severity: .block, sentence: "at most 15 hours in two weeks", source: cap.source))
      return pack
    }
  }

  private static func team(_ entity: LegalEntity.ID, _ start: LocalDate) -> GroupFixture {
    var team = GroupFixture("team", skills: ["calls"], heads: 26)
    team.site = Site.ID("hall")
    team.employerOnCost = .percent(32)
    team.shrinkage = Shrinkage(
      inOffice: .percent(5), outOfOffice: .percent(5), combination: .sequential)
    team.attrition = Attrition(
      bands: [
        .init(fromTenureWeeks: 0, perWeek: .percent(2), stated: "2 % per week"),
        .init(fromTenureWeeks: 4, perWeek: .percent(1), stated: "1 % per week"),
      ],
      waves: [.init(date: start.adding(days: 30), share: .percent(4), reason: "bonus")])
    team.hiring = .fixture(
      sizes: 1...3, trainers: 2, training: 1, nesting: 1, ramp: [0.6], costPerHire: 100_000)
    team.hiring?.recruitsPerMonth = 4
    var overtime = OvertimeRules(
      takeUp: .percent(60), maximumPerWeek: nil, productivity: .percent(95))
    overtime.fatigue = Fatigue(above: WorkTime(hours: 8), productivity: .percent(70))
    overtime.timeOffWithinWeeks = 6
    team.overtime = overtime
    var rules = StaffRules()
    rules.employment = Employment(legalEntity: entity)
    rules.shrinkageOfWeeks = [
      ShrinkageOfWeek(
        date: start.adding(days: 23),
        shrinkage: Shrinkage(
          inOffice: .percent(5), outOfOffice: .percent(15), combination: .sequential))
    ]
    rules.redundancy = Redundancy(
      noticeWeeks: 3, cost: Money(minorUnits: 300_000), most: .percent(15))
    rules.leave = LeaveRules(
      earnedPerWeek: WorkTime(hours: 2), balance: WorkTime(hours: 16),
      carryOver: WorkTime(hours: 4), mostAway: .percent(8),
      blackouts: [DateRange(start: start.adding(days: 14), days: 3)], unusedPay: .percent(200))
    rules.undertime = Undertime(
      takeUp: .percent(40), mostPerWeek: WorkTime(hours: 8), paid: .percent(25))
    rules.crossTraining = [
      CrossTraining(
        queue: Queue.ID("mails"), weeks: 2, proficiency: .percent(80), most: Headcount(2),
        cost: Money(minorUnits: 90_000))
    ]
    rules.transfers = [
      Transfer(
        to: StaffGroup.ID("desk"), weeks: 1, most: Headcount(2), cost: Money(minorUnits: 50_000))
    ]
    team.rules = rules
    return team
  }

  private static func other(
    _ name: String, _ skills: [String], heads: Double, _ employment: Employment
  ) -> GroupFixture {
    var group = GroupFixture(name, skills: skills, heads: heads)
    if heads == 0 { group.headcount = [] }
    group.site = Site.ID("hall")
    group.rules = StaffRules()
    group.rules?.employment = employment
    return group
  }

  private static func desk(_ entity: LegalEntity.ID) -> GroupFixture {
    other("desk", ["letters"], heads: 0, Employment(legalEntity: entity))
  }

  private static func season(_ entity: LegalEntity.ID) -> GroupFixture {
    var season = other(
      "season", ["calls"], heads: 0,
      Employment(
        kind: .seasonal, legalEntity: entity, contractWeeks: 6,
        endingCost: Money(minorUnits: 60_000)))
    season.hiring = .fixture(sizes: 1...4, trainers: 1, training: 1)
    season.attrition = Attrition(
      bands: [.init(fromTenureWeeks: 0, perWeek: .percent(3), stated: "3 % per week")], waves: [])
    return season
  }

  private static func agency(_ entity: LegalEntity.ID) -> GroupFixture {
    var agency = other(
      "agency", ["calls"], heads: 0, Employment(kind: .dispatched, legalEntity: entity))
    agency.hiring = .fixture(sizes: 1...9, training: 1)
    return agency
  }

  private static func interns(_ entity: LegalEntity.ID) -> GroupFixture {
    var interns = other(
      "interns", ["calls"], heads: 0, Employment(kind: .intern, legalEntity: entity))
    interns.hiring = .fixture(sizes: 1...9, training: 1)
    interns.overtime = .everybody
    return interns
  }

  private static func late(_ entity: LegalEntity.ID) -> GroupFixture {
    var late = other("late", ["calls"], heads: 3, Employment(kind: .partTime, legalEntity: entity))
    late.contractHours = WorkTime(hours: 20)
    late.overtime = .everybody
    late.rules?.employment?.lastDay = LocalDate(iso: "2026-08-02")
    late.rules?.employment?.endingCost = Money(minorUnits: 20_000)
    return late
  }
}
