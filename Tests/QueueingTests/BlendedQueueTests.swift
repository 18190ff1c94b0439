import Testing
import Units

@testable import Queueing

@Suite("Inbound and outbound by one team")
struct BlendedQueueTests {
  let team = BlendedQueue(
    volume: ContactVolume(374), during: .seconds(3600), handleTime: .seconds(240),
    patience: .seconds(157))
  let hour = Duration.seconds(3600)

  @Test("Without inbound every position that is not reserved works for outbound")
  func outboundAlone() {
    let queue = BlendedQueue(
      volume: .zero, during: hour, handleTime: .seconds(240), patience: nil)
    let performance = queue.performance(
      with: Positions(10), reserve: Positions(3), within: .seconds(20), during: hour)
    #expect(abs(performance.outbound.value - 7 * 15) < 1e-9)
    #expect(performance.inbound.occupancy == Share(0.7))
  }

  @Test("A reserve of all positions is Erlang A, one of none leaves nobody free")
  func extremes() {
    let all = team.performance(
      with: Positions(30), reserve: Positions(99), within: .seconds(20), during: hour)
    #expect(all.outbound == .zero)
    #expect(all.reserve == Positions(30))
    let chat = ChatQueue(
      volume: ContactVolume(374), during: hour,
      handleTimes: ChatHandleTimes(rates: [0, 1 / 240]), patience: .seconds(157))
    let erlangA = chat.performance(with: Positions(30), within: .seconds(20))
    #expect(
      abs(all.inbound.abandonment.value - erlangA.abandonment.value) < 1e-12)
    let none = team.performance(
      with: Positions(30), reserve: Positions(-1), within: .seconds(20), during: hour)
    #expect(none.inbound.waitProbability == .whole)
    #expect(abs((none.inbound.occupancy?.value ?? 0) - 1) < 1e-12)
    let nobody = team.performance(
      with: Positions(.nan), reserve: .zero, within: .seconds(20), during: hour)
    #expect(nobody.inbound.abandonment == .whole)
    #expect(nobody.outbound == .zero)
    #expect(nobody.inbound.occupancy == nil)
  }

  @Test("The smallest reserve just meets the conditions, and leaves the most outbound jobs")
  func smallestReserve() throws {
    let conditions = ServiceConditions(
      serviceLevel: Share(0.8), within: .seconds(10), abandonment: Share(0.02))
    let plan = try #require(
      team.smallestReserve(meeting: conditions, with: Positions(60), during: hour))
    func level(_ reserve: Double) -> ServicePerformance {
      team.performance(
        with: Positions(60), reserve: Positions(reserve), within: .seconds(10), during: hour
      ).inbound
    }
    let reserve = plan.reserve.value
    #expect(reserve > 0)
    let there = level(reserve)
    #expect((there.serviceLevels.offered?.value ?? 0) >= 0.8)
    #expect(there.abandonment.value <= 0.02)
    let less = level(reserve - 1e-6)
    #expect((less.serviceLevels.offered?.value ?? 0) < 0.8 || less.abandonment.value > 0.02)
    #expect(plan.outbound.value > 0)
    #expect(team.smallestReserve(meeting: conditions, with: Positions(20), during: hour) == nil)
  }

  @Test("The largest reserve leaves just the outbound jobs that are wanted")
  func largestReserve() throws {
    let plan = try #require(
      team.largestReserve(leaving: ContactVolume(300), during: hour, with: Positions(60)))
    #expect(abs(plan.outbound.value - 300) < 1e-6)
    #expect(plan.reserve.value > 1)
    #expect(
      team.largestReserve(leaving: ContactVolume(901), during: hour, with: Positions(60)) == nil)
    let none = try #require(
      team.largestReserve(leaving: .zero, during: hour, with: Positions(60)))
    #expect(none.reserve == Positions(60))
  }

  @Test("The fewest positions for both kinds of work do both, and fewer do not")
  func positions() throws {
    let conditions = ServiceConditions(serviceLevel: Share(0.8), within: .seconds(20))
    let plan = try team.positions(meeting: conditions, and: ContactVolume(200), during: hour)
    #expect(plan.outbound.value >= 200 - 1e-6)
    let inbound = team.performance(
      with: plan.positions, reserve: plan.reserve, within: .seconds(20), during: hour
    ).inbound
    #expect((inbound.serviceLevels.offered?.value ?? 0) >= 0.8 - 1e-9)
    let fewer = Positions(plan.positions.value - 1e-3)
    let short = team.smallestReserve(meeting: conditions, with: fewer, during: hour)
    #expect((short?.outbound.value ?? 0) < 200)
    // Apart the two would need more: blending saves people.
    let alone = try team.positions(meeting: conditions, and: .zero, during: hour)
    #expect(plan.positions.value < alone.positions.value + 200 * 240 / 3600)
    #expect(throws: UnreachableTarget(condition: .serviceLevel)) {
      try team.positions(
        meeting: ServiceConditions(serviceLevel: .whole), and: .zero, during: hour)
    }
  }

  @Test("One position more in reserve never harms inbound, and never helps outbound")
  func monotone() {
    for positions in [30.0, 42.5] {
      var last = team.performance(
        with: Positions(positions), reserve: .zero, within: .seconds(20), during: hour)
      for step in 1...Int(positions * 4) {
        let next = team.performance(
          with: Positions(positions), reserve: Positions(Double(step) / 4), within: .seconds(20),
          during: hour)
        #expect(next.outbound <= last.outbound)
        #expect(next.inbound.abandonment <= last.inbound.abandonment)
        let (before, after) = (
          last.inbound.serviceLevels.offered, next.inbound.serviceLevels.offered
        )
        #expect((after ?? .zero) >= (before ?? .whole))
        last = next
      }
    }
  }
}
