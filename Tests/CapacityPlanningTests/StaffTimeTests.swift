import BusinessCalendar
import CapacityPlanning
import PlanningFixtures
import Scenarios
import Testing
import Units

/// Plans with leave, time off, tired overtime and cross-training, found with pencil and paper.
@Suite("Time off and cross-training, solved by hand")
struct StaffTimeTests {
  /// One queue and one group of `heads` people of 40 hours each, 40.00 an hour: 1,600.00 a week.
  private func team(_ heads: Double, needs hours: [Double]) -> ScenarioFixture {
    var fixture = ScenarioFixture(weeks: hours.count)
    fixture.queues = [QueueFixture("calls", weeklyHours: hours)]
    fixture.groups = [GroupFixture("team", skills: ["calls"], heads: heads)]
    fixture.groups[0].rules = StaffRules()
    return fixture
  }

  private func hours(
    _ plan: CapacityPlan, _ time: (StaffMeasures) -> WorkTime?
  ) -> [Double] {
    plan.groups[0].weeks.map { $0.measures.flatMap(time)?.hours ?? 0 }
  }

  @Test("Leave is granted in quiet weeks, never in a blackout, and what is left is paid")
  func leave() throws {
    var fixture = team(2, needs: [80, 40, 0, 80])
    let third = DateRange(start: fixture.start.adding(days: 16), days: 1)
    // Two people with 30 hours each, and two more a week: 60 + 16.
    fixture.groups[0].rules?.leave = LeaveRules(
      earnedPerWeek: WorkTime(hours: 2), balance: WorkTime(hours: 30), carryOver: .zero,
      mostAway: .percent(50), blackouts: [third], unusedPay: .percent(200))
    let plan = try bestPlan(fixture)
    // Half of 80 hours in the second week, none in the third, though nobody is needed there. In the
    // others an hour away is an hour short, at 100.00 for the first 4 and 150.00 for 12 more, and
    // one not taken costs 80.00: 36 hours are paid.
    #expect(hours(plan, \.leave) == [0, 40, 0, 0])
    #expect(hours(plan, \.unusedLeave) == [0, 0, 0, 36])
    #expect(agree(plan.part("unused-leave"), 36 * 80))
    #expect(plan.shortages.isEmpty)
    #expect(plan.groups[0].weeks.map(\.regularNetTime.hours) == [80, 40, 80, 80])
    #expect(plan.families?.contains(.leave) == true)
    fixture.groups[0].rules?.leave?.carryOver = WorkTime(hours: 18)
    #expect(agree(try bestPlan(fixture).part("unused-leave"), 0))
    fixture.groups[0].rules?.leave?.carryOver = .zero
    fixture.groups[0].rules?.leave?.blackouts = []
    // 40 of the 76 hours in each quiet week are more than there are.
    let open = try bestPlan(fixture)
    #expect(agree(hours(open, \.leave).reduce(0, +), 76))
    // What is earned is earned before it is taken: two of it in the last week are for that week.
    #expect(agree(open.part("unused-leave"), 0))
  }

  @Test("In quiet weeks those who agree go home, for what of their pay is saved")
  func undertime() throws {
    var fixture = team(2, needs: [80, 70, 20])
    fixture.groups[0].rules?.undertime = Undertime(
      takeUp: .percent(50), mostPerWeek: WorkTime(hours: 16), paid: .percent(25))
    let plan = try bestPlan(fixture)
    // Nothing is spare in the first week, 10 hours in the second; in the third 16 of one of the two.
    #expect(hours(plan, \.undertime) == [0, 10, 16])
    #expect(agree(plan.part("undertime"), -26 * 40 * 0.75))
    #expect(plan.groups[0].weeks.map(\.regularNetTime.hours) == [80, 70, 64])
  }

  @Test("Beyond six hours of overtime a week people are tired, and give half")
  func fatigue() throws {
    var fixture = team(1, needs: [50, 40, 40, 40])
    var overtime = OvertimeRules.everybody
    overtime.fatigue = Fatigue(above: WorkTime(hours: 6), productivity: .percent(50))
    fixture.groups[0].overtime = overtime
    let plan = try bestPlan(fixture)
    // Six hours at full speed, 60.00 each; at half of it a net hour is 120.00, dearer than the first
    // 2.5 hours short at 100.00 and cheaper than the next at 150.00: 6 + 3 are worked, 2.5 are short.
    #expect(agree(plan.overtime("CN_OT150"), 9))
    #expect(agree(plan.shortHours, 2.5))
    let net = plan.groups[0].weeks[0].overtime.map(\.netTime.hours).reduce(0, +)
    #expect(agree(net, 7.5))
    #expect(plan.families?.contains(.fatigue) == true)
  }

  @Test("Where the law limits the overtime of any two weeks, no two weeks have more")
  func rolling() throws {
    var fixture = team(1, needs: [55, 40, 55, 40])
    fixture.groups[0].overtime = .everybody
    // 15 hours are wanted in two weeks, and the month has 33.6.
    #expect(agree(try bestPlan(fixture).overtimeHours, 30))
    fixture.payRules = StaffFamilyTests.withRollingLimit(fixture.payRules)
    let plan = try bestPlan(fixture)
    // 12 in the first week and 12 in the third.
    #expect(agree(plan.overtimeHours, 24))
    let weeks = plan.groups[0].weeks.map { $0.overtime.map(\.paidTime.hours).reduce(0, +) }
    for (one, next) in zip(weeks, weeks.dropFirst()) { #expect(one + next <= 12 + 1e-6) }
    #expect(plan.families?.contains(.overtimeRolling) == true)
  }

  @Test("Rest-day work is given back as time off within its weeks, or paid at the end")
  func timeOff() throws {
    var fixture = team(1, needs: [63, 40, 0])
    var overtime = OvertimeRules.everybody
    overtime.timeOffWithinWeeks = 2
    fixture.groups[0].overtime = overtime
    let plan = try bestPlan(fixture)
    // 15 hours of overtime and the rest day's 8, which are free: 8 hours off in the third week.
    #expect(agree(plan.overtime("CN_COMPOFF"), 8))
    #expect(agree(plan.overtime("CN_REST200"), 0))
    #expect(hours(plan, \.timeOff) == [0, 0, 8])
    #expect(agree(plan.part("rest-day-work"), 0))
    // Within one week it is the second week's, and that week's rest day makes up for it.
    fixture.groups[0].overtime?.timeOffWithinWeeks = 1
    let soon = try bestPlan(fixture)
    #expect(agree(soon.overtime("CN_COMPOFF"), 16))
    #expect(hours(soon, \.timeOff) == [0, 8, 8])
    #expect(agree(soon.part("rest-day-work"), 0))
    // Owed at the end: two weeks that need all hours.
    fixture.queues[0].weeklyHours = [40, 40, 63]
    fixture.groups[0].overtime?.timeOffWithinWeeks = 3
    #expect(agree(try bestPlan(fixture).part("rest-day-work"), 8 * 80))
  }

  @Test("People learn a queue in the weeks before they lend it hours, at their speed there")
  func crossTraining() throws {
    var fixture = team(3, needs: [80, 80, 80, 80])
    fixture.queues.append(QueueFixture("mails", weeklyHours: [0, 0, 32, 32]))
    fixture.groups[0].rules?.crossTraining = [
      CrossTraining(
        queue: Queue.ID("mails"), weeks: 2, proficiency: .percent(80), most: Headcount(5),
        cost: Money(minorUnits: 90_000))
    ]
    let plan = try bestPlan(fixture)
    // The third head is spare: it learns for two weeks, then 40 hours are worth 32.
    let learners = plan.groups[0].weeks.map { $0.measures?.learners?.first }
    #expect(learners.map { ($0?.started.value ?? 0).rounded() } == [1, 0, 0, 0])
    #expect(learners.map { ($0?.learnt.value ?? 0).rounded() } == [0, 0, 1, 1])
    #expect(plan.shortages.isEmpty)
    #expect(agree(plan.part("cross-training"), 900))
    #expect(plan.groups[0].weeks.map(\.regularNetTime.hours) == [80, 80, 120, 120])
    let mails = plan.groups[0].weeks[2].allocations.filter { $0.queue == Queue.ID("mails") }
    #expect(mails.map(\.netTime) == [WorkTime(hours: 32)])
    // With nobody allowed to learn, all of it is short.
    fixture.groups[0].rules?.crossTraining?[0].most = .zero
    #expect(agree(try bestPlan(fixture).shortHours, 64))
  }

  @Test("People move to another group after the training, and are of it from then on")
  func transfers() throws {
    var fixture = team(3, needs: [80, 80, 80, 80])
    fixture.queues.append(QueueFixture("mails", weeklyHours: [0, 40, 40, 40]))
    fixture.groups.append(GroupFixture("desk", skills: ["mails"], heads: 0))
    fixture.groups[1].headcount = []
    fixture.groups[0].rules?.transfers = [
      Transfer(
        to: StaffGroup.ID("desk"), weeks: 1, most: Headcount(2), cost: Money(minorUnits: 50_000))
    ]
    let plan = try bestPlan(fixture)
    func heads(_ group: Int) -> [Double] {
      plan.groups[group].weeks.map { $0.heads.value.rounded() }
    }
    #expect(heads(0) == [3, 2, 2, 2])
    #expect(heads(1) == [0, 1, 1, 1])
    #expect(plan.shortages.isEmpty)
    #expect(agree(plan.part("transfers"), 500))
    #expect(plan.groups[0].weeks[0].regularNetTime == WorkTime(hours: 80))
    #expect(agree(plan.groups[1].weeks[1].joined.value, 1))
    let reasons = Departures(of: fixture.scenario.staffGroups[0], in: plan)?.weeks[1].map(\.reason)
    #expect(reasons == [.transfer])
  }
}
