import BusinessCalendar
import Scenarios
import Testing
import Units

@testable import Staffing

@Suite("Contacts that do not reach people")
struct SavedContactTests {
  private func notice(
    _ id: String, _ deflection: Double, from: String, to: String
  ) throws -> QueueNotice {
    QueueNotice(
      id: Identifier(id), deflection: Share(deflection), price: .zero, recipients: 1000,
      from: try parsed(LocalDateTime(from)), until: try parsed(LocalDateTime(to)))
  }

  @Test("A notice saves its share in its time, half of it in a slot that it covers half")
  func notice() throws {
    var fixture = Fixture()
    fixture.staffing = QueueStaffing(notices: [
      try notice("delayed", 0.2, from: "2026-08-03T10:15", to: "2026-08-03T12:00")
    ])
    let requirement = try fixture.requirement { _ in 100 }
    let volume = requirement.volume.map(\.value)
    #expect(volume[19] == 100 && volume[24] == 100)
    #expect(abs(volume[20] - 90) < 1e-9)
    #expect(volume[21...23].allSatisfy { abs($0 - 80) < 1e-9 })
    #expect(volume.dropFirst(24).allSatisfy { $0 == 100 })
    #expect(abs(requirement.load[21].value - 8) < 1e-9)
    #expect(
      requirement.method.contains(
        "notice delayed saves 20 % of the contacts from 2026-08-03T10:15 to 2026-08-03T12:00"))
  }

  @Test("Two notices: each saves its share of what the other leaves")
  func two() throws {
    var fixture = Fixture()
    fixture.staffing = QueueStaffing(notices: [
      try notice("one", 0.2, from: "2026-08-03T00:00", to: "2026-08-04T00:00"),
      try notice("two", 0.5, from: "2026-08-03T00:00", to: "2026-08-04T00:00"),
    ])
    let volume = try fixture.requirement { _ in 100 }.volume
    #expect(abs(volume[0].value - 40) < 1e-9)
  }

  @Test("A segment’s own notice saves only its contacts")
  func segment() throws {
    var fixture = Fixture()
    func segment(_ name: String, _ share: Double, _ rate: Double, _ notice: String?) -> QueueSegment
    {
      QueueSegment(
        id: Identifier(name), name: name, share: Share(share), contactRate: Share(rate),
        patience: nil, lostContactPrice: .zero, priority: 1, notice: notice.map { Identifier($0) })
    }
    fixture.staffing = QueueStaffing(
      notices: [try notice("vip", 0.5, from: "2026-08-03T00:00", to: "2026-08-04T00:00")],
      segments: [segment("Large", 0.2, 4, "vip"), segment("Others", 0.8, 1, nil)])
    let requirement = try fixture.requirement { _ in 100 }
    // 0.2 × 4 of 0.8 + 0.8: half of the contacts, of which half is saved.
    #expect(abs(requirement.volume[0].value - 75) < 1e-9)
    #expect(requirement.method.contains("notice vip saves 50 % of Large’s contacts"))
  }

  @Test("A robot hands over by intent before people are counted: 60 % × 65 % + 40 % × 90 %")
  func robot() throws {
    var fixture = Fixture()
    func intent(
      _ id: String, _ share: Double, _ contained: Double, _ handed: Double
    ) -> QueueRobot.Intent {
      QueueRobot.Intent(
        id: Identifier(id), share: Share(share), containment: Share(contained),
        handOver: Share(handed))
    }
    fixture.staffing = QueueStaffing(
      robot: QueueRobot(
        intents: [intent("delivery", 0.6, 0.3, 0.65), intent("refund", 0.4, 0.1, 0.9)],
        repliesPerContact: 1, repliesCount: false))
    let requirement = try fixture.requirement { _ in 100 }
    #expect(requirement.volume.allSatisfy { abs($0.value - 75) < 1e-9 })
    #expect(
      requirement.method.contains(
        "the robot in front settles 22 % of the contacts and hands over 75 %"))
    fixture.staffing = QueueStaffing(
      robot: QueueRobot(intents: [], repliesPerContact: 1, repliesCount: false))
    #expect(try fixture.requirement { _ in 100 }.volume[0].value == 100)
  }
}
