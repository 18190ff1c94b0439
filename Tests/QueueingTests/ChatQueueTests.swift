import Testing
import Units

@testable import Queueing

@Suite("Chats at once")
struct ChatQueueTests {
  static func desk(
    _ chats: Double, _ seconds: [Double], patience: Double? = 120
  ) throws -> ChatQueue {
    ChatQueue(
      volume: ContactVolume(chats), during: .seconds(3600),
      handleTimes: try ChatHandleTimes(seconds.map { .seconds($0) }),
      patience: patience.map { .seconds($0) })
  }

  @Test("Nobody leaves, one chat at once: it is Erlang C")
  func erlangC() throws {
    let desk = try ChatQueueTests.desk(60, [600], patience: nil)
    let formula = ErlangC(load: Erlangs(10), handleTime: .seconds(600))
    let figures = desk.shares(12, within: 30).line.figures(occupancy: 0)
    #expect(abs(figures.waitProbability - formula.waitProbability(12)) < 1e-12)
    #expect(abs(figures.answeredWait - formula.averageWait(12)) < 1e-9)
    #expect(abs(figures.offered - formula.serviceLevel(12, within: 30)) < 1e-12)
    #expect(abs(figures.meanQueue - formula.meanQueue(12)) < 1e-11)
  }

  @Test("Two chats at once that take twice as long each are one chat at once with a place to wait")
  func shared() throws {
    // One agent, 2 places, k/h_k the same: M/M/1, where every second place is a place to wait.
    let desk = try ChatQueueTests.desk(5, [300, 600], patience: nil)
    // a = 5/12; P(both places taken) = a².
    let performance = desk.chatPerformance(with: Positions(1), within: .zero)
    #expect(abs(performance.service.waitProbability.value - 25.0 / 144) < 1e-14)
    #expect(abs((performance.service.occupancy?.value ?? 0) - 5.0 / 12) < 1e-14)
  }

  @Test("Times by which one more chat makes an agent slower are refused, and cut where they begin")
  func slower() throws {
    #expect(throws: InvalidChatTimes.falls(chats: 3, .seconds(400), .seconds(700))) {
      try ChatHandleTimes([.seconds(300), .seconds(400), .seconds(700)])
    }
    #expect(throws: InvalidChatTimes.none) { try ChatHandleTimes([]) }
    #expect(throws: InvalidChatTimes.outOfRange(chats: 1, time: .zero)) {
      try ChatHandleTimes([.zero])
    }
    let usable = try ChatHandleTimes.longestUsable([.seconds(300), .seconds(400), .seconds(700)])
    #expect(usable.concurrency == 2)
    #expect("\(InvalidChatTimes.falls(chats: 3, .seconds(1), .seconds(2)))".contains("to 2"))
  }

  @Test("A fraction of a position is time: every share lies on the line between whole teams")
  func fractions() throws {
    let desk = try ChatQueueTests.desk(100, [400, 500, 660])
    let five = desk.shares(5, within: 30).line
    let six = desk.shares(6, within: 30).line
    let between = desk.shares(5.25, within: 30).line
    #expect(abs(between.inTime - (0.75 * five.inTime + 0.25 * six.inTime)) < 1e-15)
    #expect(abs(between.leaves - (0.75 * five.leaves + 0.25 * six.leaves)) < 1e-15)
  }

  @Test("No agents, no chats, no patience, a huge desk: an answer each")
  func odd() throws {
    let desk = try ChatQueueTests.desk(100, [400, 500])
    let none = desk.chatPerformance(with: .zero, within: .seconds(60))
    #expect(none.service.abandonment == .whole)
    #expect(none.service.serviceLevels.offered == .zero)
    #expect(none.service.occupancy == nil)
    #expect(none.service.averageSpeedOfAnswer == nil)
    #expect(none.meanHandleTime == nil)
    let growing = try ChatQueueTests.desk(100, [400, 500], patience: nil)
      .chatPerformance(with: Positions(2), within: .seconds(60))
    #expect(!growing.service.isStable)
    #expect(growing.slotUtilisation == .whole)
    for volume in [0, -3, Double.nan, -Double.infinity] {
      let idle = try ChatQueueTests.desk(volume, [400, 500])
      #expect(try idle.positions(meeting: ServiceConditions(serviceLevel: .whole)).binding == nil)
      let performance = idle.chatPerformance(with: Positions(.nan), within: .seconds(-1))
      #expect(performance.service.serviceLevels.offered == .whole)
      #expect(performance.service.occupancy == .zero)
    }
    for (volume, positions) in [
      (1e9, 1e6), (Double.infinity, Double.infinity), (1e-250, 1e9), (1e12, 3),
    ] {
      let performance = try ChatQueueTests.desk(volume, [400, 500], patience: 1)
        .chatPerformance(with: Positions(positions), within: .seconds(20))
      let level = performance.service.serviceLevels.offered?.value ?? -1
      #expect(level >= 0 && level <= 1, "\(volume), \(positions)")
    }
  }

  @Test("The fewest positions just meet all conditions, and the one that binds is missed with less")
  func fewest() throws {
    let desk = try ChatQueueTests.desk(900, [300, 420, 560])
    let conditions = ServiceConditions(
      serviceLevel: Share(0.8), within: .seconds(30), averageSpeedOfAnswer: .seconds(20),
      abandonment: Share(0.08), maximumOccupancy: .whole,
      waitPercentile: WaitPercentile(Share(0.95), waitingAtMost: .seconds(120)))
    let required = try desk.positions(meeting: conditions)
    #expect(required.binding == .abandonment)
    #expect(desk.meets(conditions, with: required.positions))
    #expect(!desk.meets(conditions, with: Positions(required.positions.value - 1e-6)))
    let alone = try desk.positions(
      meeting: ServiceConditions(serviceLevel: Share(0.8), within: .seconds(30)))
    #expect(alone.positions.value < required.positions.value)
    #expect(throws: UnreachableTarget(condition: .abandonment)) {
      try desk.positions(meeting: ServiceConditions(abandonment: .zero))
    }
    let busy = try desk.positions(meeting: ServiceConditions(maximumOccupancy: Share(0.5)))
    let performance = desk.chatPerformance(with: busy.positions, within: .zero)
    #expect(abs((performance.service.occupancy?.value ?? 0) - 0.5) < 1e-9)
  }

  @Test("The largest volume just meets the conditions, and needs the positions it was asked of")
  func largestVolume() throws {
    let desk = try ChatQueueTests.desk(1, [300, 420, 560])
    let conditions = ServiceConditions(serviceLevel: Share(0.8), within: .seconds(30))
    let most = try desk.largestVolume(
      with: Positions(20), meeting: conditions, during: .seconds(3600))
    #expect(most.binding == .serviceLevel)
    let there = try ChatQueueTests.desk(most.volume.value, [300, 420, 560])
    #expect(abs(try there.positions(meeting: conditions).positions.value - 20) < 1e-6)
    let none = try desk.largestVolume(with: .zero, meeting: conditions, during: .seconds(3600))
    #expect(none.volume.value < 1e-6)
    let unlimited = try desk.largestVolume(
      with: Positions(1), meeting: ServiceConditions(), during: .seconds(1))
    #expect(unlimited.binding == nil)
  }

  @Test("The largest concurrency is held back by the time a chat then takes")
  func largestConcurrency() throws {
    let desk = try ChatQueueTests.desk(900, [300, 340, 400, 480, 580])
    let conditions = ServiceConditions(serviceLevel: Share(0.8), within: .seconds(30))
    func largest(_ longest: Double) -> Int? {
      desk.largestConcurrency(
        meeting: conditions, with: Positions(40), chatsTakingAtMost: .seconds(longest))
    }
    #expect(largest(1000) == 5)
    #expect(largest(100) == nil)
    let three = ChatQueue(
      rate: desk.rate, handleTimes: desk.handleTimes.limited(to: 3), patience: desk.patience)
    let time = three.chatPerformance(with: Positions(40), within: .seconds(30)).meanHandleTime
    #expect(largest((time?.inSeconds ?? 0) + 1e-6) ?? 0 >= 3)
  }

  @Test("One agent more never makes a wait longer, one chat more never shorter")
  func monotone() throws {
    for (volume, times) in [(60.0, [600.0]), (300, [240, 480]), (250, [420, 732, 913, 996])] {
      let desk = try ChatQueueTests.desk(volume, times)
      let busier = try ChatQueueTests.desk(volume * 1.02, times)
      var last = desk.shares(0, within: 30).line.figures(occupancy: 1)
      for step in 1...160 {
        let positions = Double(step) * 0.25
        let shares = desk.shares(positions, within: 30)
        let figures = shares.line.figures(occupancy: 1)
        #expect(figures.offered >= last.offered)
        #expect(figures.abandonment <= last.abandonment)
        #expect(figures.meanWait <= last.meanWait)
        let more = busier.shares(positions, within: 30).line
        #expect(more.inTime <= shares.line.inTime)
        last = figures
      }
    }
  }
}
