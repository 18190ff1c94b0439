import BusinessCalendar
import Queueing
import Scenarios
import Staffing
import Testing
import Units

@Suite("Contacts that come again in another queue")
struct RecontactRequirementTests {
  private func escalation(
    to queue: String, failed: Double = 0, handled: Double = 0, delay: Duration = .zero
  ) -> Escalation {
    Escalation(
      to: Queue.ID(queue), ofFailed: Share(failed), ofHandled: Share(handled), delay: delay)
  }

  @Test(
    "Half of 100 cases come as mails 15 minutes later: 25 in the same half hour, 25 in the next")
  func delay() throws {
    var network = QueueNetwork()
    network.queues = [
      network.queue(
        "cases",
        staffing: QueueStaffing(escalations: [
          escalation(to: "mails", handled: 0.5, delay: .seconds(900))
        ])),
      network.queue("mails"),
    ]
    let requirement = try network.requirement { queue, slot in
      slot.date.weekday == .monday && slot.index == 20 ? (queue == "cases" ? 100 : 10) : 0
    }
    let mails = try parsed(requirement[Queue.ID("mails")])
    #expect(mails.volume[19...22].map(\.value) == [0, 35, 25, 0])
    #expect(
      mails.detail.recontacts
        == RecontactVolume(
          firstContacts: ContactVolume(10), recontacts: ContactVolume(50), isSettled: true))
    #expect(mails.method.hasSuffix("10 first contacts and 50 that come again from cases"))
    let cases = try parsed(requirement[Queue.ID("cases")])
    #expect(cases.detail.isEmpty)
    #expect(cases.volume[20] == ContactVolume(100))
  }

  @Test("Half go there and two fifths come back: 100 / (1 − 0.2) = 125 here and 62.5 there")
  func circle() throws {
    var network = QueueNetwork()
    network.queues = [
      network.queue(
        "cases", staffing: QueueStaffing(escalations: [escalation(to: "mails", handled: 0.5)])),
      network.queue(
        "mails", staffing: QueueStaffing(escalations: [escalation(to: "cases", handled: 0.4)])),
    ]
    let requirement = try network.requirement { queue, slot in
      slot.index == 20 && queue == "cases" ? 100 : 0
    }
    #expect(abs(requirement.queues[0].volume[20].value - 125) < 1e-8)
    #expect(abs(requirement.queues[1].volume[20].value - 62.5) < 1e-8)
  }

  @Test("Who comes while the queue is closed comes when it opens")
  func closed() throws {
    var network = QueueNetwork()
    network.queues = [
      network.queue(
        "cases", staffing: QueueStaffing(escalations: [escalation(to: "calls", handled: 0.5)])),
      network.queue(
        "calls", channel: .voice, openingHours: try .on(Weekday.allCases, "09:00", "18:00"),
        target: .answered(share: .percent(80), within: .seconds(20))),
    ]
    let requirement = try network.requirement { queue, slot in
      queue == "cases" && [14, 40].contains(slot.index) && slot.date.weekday == .monday ? 100 : 0
    }
    let calls = requirement.queues[1].volume.map(\.value)
    #expect(calls[18] == 50)
    #expect(calls[48 + 18] == 50)
    #expect(calls.reduce(0, +) == 100)
    #expect(requirement.queues[1].positions[18] > .zero)
  }

  @Test("Customers who come again for ever are said to, and are counted once")
  func endless() throws {
    var network = QueueNetwork()
    network.queues = [
      network.queue(
        "cases", staffing: QueueStaffing(escalations: [escalation(to: "mails", handled: 1)])),
      network.queue(
        "mails", staffing: QueueStaffing(escalations: [escalation(to: "cases", handled: 1)])),
    ]
    let requirement = try network.requirement { queue, slot in
      slot.index == 20 && queue == "cases" ? 100 : 0
    }
    #expect(requirement.queues[1].volume[20] == ContactVolume(100))
    #expect(requirement.queues[1].detail.recontacts?.isSettled == false)
    #expect(requirement.queues[1].method.contains("without end"))
  }

  @Test("Those who leave a queue come again: as many as Erlang A says of its own positions")
  func failed() throws {
    var network = QueueNetwork()
    let target = ServiceTarget.answered(share: .percent(80), within: .seconds(20))
    var staffing = QueueStaffing(
      model: .erlangA,
      conditions: WaitConditions(level: .init(.percent(80), within: .seconds(20))))
    staffing.escalations = [escalation(to: "mails", failed: 0.5)]
    network.queues = [
      network.queue(
        "calls", channel: .voice, staffing: staffing, patience: .seconds(60), target: target),
      network.queue("mails"),
    ]
    let requirement = try network.requirement { queue, _ in queue == "calls" ? 100 : 0 }
    let calls = ErlangA(load: Erlangs(10), handleTime: .seconds(180), patience: .seconds(60))
    let left = calls.performance(with: requirement.queues[0].positions[100], within: .zero)
      .abandonment.value
    #expect(left > 0.01)
    #expect(abs(requirement.queues[1].volume[100].value - 50 * left) < 1e-9)
  }

  @Test("Calls and chats that fail into each other: the fixed point of the re-contact network")
  func fixedPoint() throws {
    var network = QueueNetwork()
    let target = ServiceTarget.answered(share: .percent(70), within: .seconds(20))
    func staffing(_ to: String, _ failed: Double, _ handled: Double) -> QueueStaffing {
      QueueStaffing(
        model: .erlangA,
        conditions: WaitConditions(level: .init(.percent(70), within: .seconds(20))),
        escalations: [escalation(to: to, failed: failed, handled: handled)])
    }
    network.queues = [
      network.queue(
        "calls", channel: .voice, staffing: staffing("others", 0.6, 0.1), patience: .seconds(60),
        target: target),
      network.queue(
        "others", channel: .voice, staffing: staffing("calls", 0.9, 0.2), patience: .seconds(60),
        target: target),
    ]
    let requirement = try network.requirement { queue, _ in queue == "calls" ? 100 : 40 }
    let channels = [
      RecontactChannel(
        firstContacts: ContactVolume(100), resolution: Share(0.9),
        recontactUnanswered: [.zero, Share(0.6)], recontactUnresolved: [.zero, .whole]),
      RecontactChannel(
        firstContacts: ContactVolume(40), resolution: Share(0.8),
        recontactUnanswered: [Share(0.9)], recontactUnresolved: [.whole]),
    ]
    let model = ErlangA(load: Erlangs(1), handleTime: .seconds(180), patience: .seconds(60))
    let conditions = ServiceConditions(
      serviceLevel: Share(0.7), within: .seconds(20), maximumOccupancy: .whole)
    let wanted = try RecontactNetwork(channels: channels, during: .seconds(1800)).positions(
      of: [model, model], meeting: [conditions, conditions])
    for index in 0..<2 {
      let queue = requirement.queues[index]
      let flow = wanted.flow.channels[index]
      #expect(abs(queue.volume[100].value / flow.contacts.value - 1) < 1e-5)
      let positions = wanted.channels[index].positions.value
      #expect(abs(queue.positions[100].value / positions - 1) < 1e-5)
      #expect(queue.detail.recontacts?.isSettled == true)
    }
  }
}
