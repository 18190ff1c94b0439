import BusinessCalendar
import LinearProgramming
import PayRules
import PlanningFixtures
import Scenarios
import TestSupport
import Testing
import Units

@testable import CapacityPlanning

/// Families that are in the program only where the scenario asks for them.
@Suite("Families about our own people")
struct StaffFamilyTests {
  /// Three weeks, one queue open day and night, a permanent group and a second one.
  static func two(_ kind: Employment.Kind) -> ScenarioFixture {
    var fixture = ScenarioFixture(weeks: 3)
    fixture.id = "two"
    fixture.queues = [QueueFixture("calls", weeklyHours: [240])]
    fixture.queues[0].opens = 0
    fixture.queues[0].closes = 24
    fixture.sites = [Site(id: Site.ID("hall"), name: "Hall", seats: 20)]
    var team = GroupFixture("team", skills: ["calls"], heads: 4)
    team.site = Site.ID("hall")
    team.hiring = .fixture(sizes: 1...4, trainers: 2, training: 1)
    var others = GroupFixture("others", skills: ["calls"], heads: 0)
    others.site = Site.ID("hall")
    others.headcount = []
    others.hiring = .fixture(sizes: 1...4, trainers: 2, training: 1)
    others.rules = StaffRules()
    others.rules?.employment = Employment(kind: kind)
    fixture.groups = [team, others]
    return fixture
  }

  /// The pay rules with at most 12 hours of overtime in any two weeks.
  static func withRollingLimit(_ packs: [RulePack]) -> [RulePack] {
    packs.map { pack in
      var pack = pack
      guard let cap = pack.caps.first else { return pack }
      pack.caps.append(
        HourCap(
          code: "TWO_WEEKS", limit: .overtimePerWeeks(WorkTime(hours: 12), weeks: 2),
          severity: .block, sentence: "at most 12 hours in two weeks", source: cap.source))
      return pack
    }
  }

  /// A scenario with the family at work.
  static func fixture(of family: CapacityFamily) -> ScenarioFixture {
    switch family {
    case .dispatchedShare:
      var fixture = two(.dispatched)
      let id = LegalEntity.ID("ltd")
      fixture.legalEntities = [LegalEntity(id: id, name: "Ltd", otherStaff: Headcount(5))]
      fixture.groups[0].rules = StaffRules()
      fixture.groups[0].rules?.employment = Employment(legalEntity: id)
      fixture.groups[1].rules?.employment = Employment(kind: .dispatched, legalEntity: id)
      return fixture
    case .internShare, .internHours: return two(.intern)
    case .contractEnds:
      var fixture = two(.seasonal)
      fixture.groups[1].rules?.employment = Employment(
        kind: .seasonal, contractWeeks: 2, endingCost: Money(minorUnits: 100_000))
      return fixture
    case .redundancy:
      var fixture = two(.permanent)
      fixture.groups[0].rules = StaffRules()
      fixture.groups[0].rules?.redundancy = Redundancy(
        noticeWeeks: 1, cost: Money(minorUnits: 500_000), most: .percent(50))
      return fixture
    case .leave:
      var fixture = two(.permanent)
      fixture.groups[0].rules = StaffRules()
      fixture.groups[0].rules?.leave = LeaveRules(
        earnedPerWeek: WorkTime(hours: 2), balance: WorkTime(hours: 8),
        carryOver: WorkTime(hours: 4), mostAway: .percent(25),
        blackouts: [DateRange(start: fixture.start.adding(days: 8), days: 1)],
        unusedPay: .percent(200))
      return fixture
    case .overtimeRolling:
      var fixture = two(.permanent)
      fixture.groups[0].overtime = .everybody
      fixture.payRules = withRollingLimit(fixture.payRules)
      return fixture
    case .undertime:
      var fixture = two(.permanent)
      fixture.groups[0].rules = StaffRules()
      fixture.groups[0].rules?.undertime = Undertime(
        takeUp: .percent(50), mostPerWeek: WorkTime(hours: 8), paid: .percent(25))
      return fixture
    case .fatigue, .timeOff:
      var fixture = two(.permanent)
      var overtime = OvertimeRules(
        takeUp: .percent(50), maximumPerWeek: nil, productivity: .percent(90))
      if family == .fatigue {
        overtime.fatigue = Fatigue(above: WorkTime(hours: 6), productivity: .percent(60))
      } else {
        overtime.timeOffWithinWeeks = 2
      }
      fixture.groups[0].overtime = overtime
      return fixture
    case .crossTraining:
      var fixture = two(.permanent)
      fixture.queues.append(QueueFixture("mails", weeklyHours: [40]))
      fixture.groups[0].attrition = Attrition(
        bands: [
          Attrition.Band(fromTenureWeeks: 0, perWeek: .percent(10), stated: "10 % per week")
        ], waves: [])
      fixture.groups[0].rules = StaffRules()
      fixture.groups[0].rules?.crossTraining = [
        CrossTraining(
          queue: Queue.ID("mails"), weeks: 1, proficiency: .percent(80), most: Headcount(2),
          cost: Money(minorUnits: 90_000))
      ]
      return fixture
    case .transfers:
      var fixture = two(.permanent)
      fixture.groups[0].rules = StaffRules()
      fixture.groups[0].rules?.transfers = [
        Transfer(
          to: StaffGroup.ID("others"), weeks: 1, most: Headcount(2),
          cost: Money(minorUnits: 50_000))
      ]
      return fixture
    case .recruiting:
      var fixture = two(.permanent)
      fixture.groups[0].hiring?.recruitsPerMonth = 3
      return fixture
    case .rooms:
      var fixture = two(.permanent)
      fixture.sites[0].trainingRooms = 1
      return fixture
    case .dayParts:
      var fixture = two(.permanent)
      fixture.sites[0] = fixture.sites[0].with(overflow: 4, at: 30_000)
      fixture.sites[0].dayParts = [
        DayPart(
          id: DayPart.ID("sale"), from: LocalTime(hour: 20) ?? .midnight, until: .endOfDay,
          seats: 15, present: .percent(90), days: [fixture.start.adding(days: 9)])
      ]
      return fixture
    default: return two(.permanent)
    }
  }

  @Test(
    "Each family writes the rows it always wrote",
    arguments: CapacityFamily.allCases.filter { CapacityFamily.onRequest.contains($0) })
  func golden(family: CapacityFamily) throws {
    let fixture = StaffFamilyTests.fixture(of: family)
    let input = CapacityInput(fixture.scenario, requirement: fixture.requirement)
    let program = CapacityProgram(input, families: [family]).program
    try Golden.expect(program.lpText, is: "\(family.rawValue).lp")
  }

  @Test(
    "A family is in the plan's list where the scenario asks for it, and not elsewhere",
    arguments: CapacityFamily.allCases.filter { CapacityFamily.onRequest.contains($0) })
  func active(family: CapacityFamily) throws {
    let fixture = StaffFamilyTests.fixture(of: family)
    let whole = CapacityProgram(fixture.scenario, requirement: fixture.requirement)
    #expect(whole.activeFamilies.contains(family))
    let plain = StaffFamilyTests.two(.permanent)
    let without = CapacityProgram(plain.scenario, requirement: plain.requirement)
    #expect(!without.activeFamilies.contains(family))
    let more =
      whole.program.constraintCount + whole.program.variableCount
      > without.program.constraintCount + without.program.variableCount
    #expect(more || family == .contractEnds)
  }

  @Test(
    "Every row's note names a path and a unit",
    arguments: [CapacityFamily](CapacityFamily.onRequest))
  func notes(family: CapacityFamily) throws {
    let fixture = StaffFamilyTests.fixture(of: family)
    let whole = CapacityProgram(fixture.scenario, requirement: fixture.requirement)
    for row in whole.rows {
      #expect(!row.draft.path.isEmpty)
      #expect(!row.draft.unit.isEmpty)
    }
  }
}
