import BusinessCalendar
import CapacityPlanning
import PlanningFixtures
import Scenarios
import Testing
import Units
import Verification

/// Two queues that share their people, and one apart, with a spike each: the busiest hours of every
/// week are those of the two together and those of the one.
@Suite("The busiest hours of a plan")
struct BusiestHoursTests {
  private static let result = Result {
    var fixture = ScenarioFixture(start: "2026-06-01", weeks: 6)
    var calls = QueueFixture("calls", weeklyHours: [400, 420, 400])
    calls.spikes = [15: 3, 16: 2]
    var chats = QueueFixture("chats", weeklyHours: [120])
    chats.spikes = [10: 2]
    var mails = QueueFixture("mails", weeklyHours: [150])
    mails.spikes = [12: 2]
    fixture.queues = [calls, chats, mails]
    fixture.groups = [
      GroupFixture("core", skills: ["calls", "chats"], heads: 12),
      GroupFixture("back", skills: ["mails"], heads: 4),
    ]
    fixture.peakHours = PeakHours(window: .seconds(7200), attendance: .percent(80))
    return try PlannedCase(fixture)
  }

  private func findings(_ spoil: (inout [PlanRelief.PeakWindow]) -> Void) throws -> [Finding] {
    let made = try Self.result.get()
    let relief = try #require(made.plan.relief)
    var peaks = relief.peaks
    spoil(&peaks)
    var draft = try Draft(made)
    draft.capacity["relief"] = try Tree(
      PlanRelief(carried: relief.carried, extraSeats: relief.extraSeats, peaks: peaks))
    return try draft.report.findings
  }

  @Test("are clean as they come from the planner")
  func clean() throws {
    let made = try Self.result.get()
    #expect(made.report.isClean, "\(made.report.findings.prefix(5).map(\.line))")
    // A week each of calls and chats together, and of mails.
    let peaks = try #require(made.plan.relief?.peaks)
    #expect(peaks.count == 18)
  }

  @Test("are found out where they are missing, stated twice, moved or of another queue")
  func spoilt() throws {
    func moved(_ peak: PlanRelief.PeakWindow, days: Int, hours: Int) -> PlanRelief.PeakWindow {
      let start = LocalTime(hour: peak.start.minutes / 60 + hours) ?? .midnight
      return .init(
        queue: peak.queue, week: peak.week, date: peak.date.adding(days: days), start: start,
        length: peak.length, required: peak.required, ownPositions: peak.ownPositions,
        vendorPositions: peak.vendorPositions, missing: peak.missing)
    }
    let cases: [(String, (inout [PlanRelief.PeakWindow]) -> Void)] = [
      ("all missing", { $0 = [] }),
      ("one missing", { $0.remove(at: 7) }),
      ("one twice", { $0.append($0[3]) }),
      ("an hour later", { $0[0] = moved($0[0], days: 0, hours: 1) }),
      ("a day later", { $0[0] = moved($0[0], days: 1, hours: 0) }),
      (
        "in a week that is not planned",
        { peaks in
          let peak = peaks[0]
          peaks.append(
            .init(
              queue: peak.queue, week: 99, date: peak.date, start: peak.start, length: peak.length,
              required: peak.required, ownPositions: peak.ownPositions,
              vendorPositions: peak.vendorPositions, missing: peak.missing))
        }
      ),
    ]
    for (name, spoil) in cases {
      let found = try findings(spoil)
      #expect(found.contains { $0.family == .cover }, "\(name): \(found.map(\.line))")
    }
  }

  @Test("are found out where the plan has no word of them")
  func withoutRelief() throws {
    var draft = try Draft(Self.result.get())
    draft.capacity["relief"] = .none
    #expect(try draft.report.findings.contains { $0.family == .cover })
  }
}
