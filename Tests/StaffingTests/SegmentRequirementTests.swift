import BusinessCalendar
import Queueing
import Scenarios
import Staffing
import Testing
import Units

@Suite("Kinds of customer and languages")
struct SegmentRequirementTests {
  private func segment(
    _ id: String, _ share: Double, rate: Double = 1, priority: Int = 1, patience: Duration? = nil
  ) -> QueueSegment {
    QueueSegment(
      id: QueueSegment.ID(id), name: id, share: Share(share), contactRate: Share(rate),
      patience: patience, lostContactPrice: .zero, priority: priority, notice: nil)
  }

  private let promise = WaitConditions(level: .init(.percent(80), within: .seconds(20)))

  @Test("With two priorities the lower tier asks for the positions, and the higher gets more")
  func tiers() throws {
    var fixture = Fixture()
    let plain = try fixture.requirement { _ in 100 }
    // 0.1 × 2.25 of 0.225 + 0.9 is a fifth of the contacts.
    fixture.staffing = QueueStaffing(
      conditions: promise,
      segments: [segment("others", 0.9, priority: 2), segment("large", 0.1, rate: 2.25)])
    let requirement = try fixture.requirement { _ in 100 }
    let queue = TieredQueue(loads: [Erlangs(2), Erlangs(8)], handleTime: .seconds(180))
    let conditions = ServiceConditions(
      serviceLevel: Share(0.8), within: .seconds(20), maximumOccupancy: .whole)
    let needed = try queue.positions(meeting: [conditions, conditions])
    #expect(needed.bindingTier == 1)
    #expect(abs(requirement.positions[100].value / needed.positions.value - 1) < 1e-9)
    #expect(requirement.positions[100] > plain.positions[100])
    let tiers = requirement.detail.tiers
    #expect(tiers.map(\.priority) == [1, 2])
    #expect(tiers.map { $0.segments.map(\.rawValue) } == [["large"], ["others"]])
    let contacts = try tiers.map { try parsed($0.weeks.first).contacts.value }
    #expect(abs(contacts[0] - 336 * 20) < 1e-6)
    #expect(abs(contacts[1] - 336 * 80) < 1e-6)
    let levels = try tiers.map { try parsed($0.weeks.first?.serviceLevel).value }
    #expect(abs(levels[1] - 0.8) < 1e-6)
    #expect(levels[0] > 0.88)
    let mixed = try parsed(requirement.serviceLevel[100]).value
    #expect(abs(mixed - 0.2 * levels[0] - 0.8 * levels[1]) < 1e-6)
    #expect(requirement.method.contains("in the order large (20 %), then others (80 %)"))
  }

  @Test("Segments of one priority change nothing but the mean patience")
  func patience() throws {
    var fixture = Fixture()
    fixture.patience = .seconds(80)
    let same = try fixture.requirement { _ in 100 }
    fixture.patience = .seconds(120)
    // (1/60 + 1/120) / 2 = 1/80.
    fixture.staffing = QueueStaffing(
      model: .erlangA, conditions: promise,
      segments: [segment("hasty", 0.5, patience: .seconds(60)), segment("others", 0.5)])
    let mixed = try fixture.requirement { _ in 100 }
    #expect(mixed.positions == same.positions)
    #expect(mixed.detail.isEmpty)
  }

  @Test("Work that can wait needs no more people by language, and says so")
  func languagesOfCases() throws {
    var fixture = Fixture()
    fixture.channel = .deferred
    fixture.target = .done(within: .seconds(86_400))
    let one = try fixture.requirement { _ in 20 }
    fixture.staffing = QueueStaffing(
      languages: [
        LanguageShare("zh", share: .percent(70)), LanguageShare("en", share: .percent(30)),
      ])
    let two = try fixture.requirement { _ in 20 }
    #expect(two.positions == one.positions)
    let split = try parsed(two.detail.languages)
    #expect(split.price == .zero)
    #expect(split.apart.hours > 0)
    #expect(
      two.method.hasSuffix(
        "a team for each language (zh 70 %, en 30 %): no more hours than one team"))
  }

  @Test("Two languages of half the contacts are two teams of half the queue, and the price is said")
  func languages() throws {
    var fixture = Fixture()
    fixture.staffing = QueueStaffing(conditions: promise)
    let whole = try fixture.requirement { _ in 100 }
    let half = try fixture.requirement { _ in 50 }
    fixture.staffing?.languages = [
      LanguageShare("en", share: Share(0.5)), LanguageShare("zh", share: Share(0.5)),
    ]
    let split = try fixture.requirement { _ in 100 }
    #expect(split.positions[100].value == 2 * half.positions[100].value)
    #expect(split.volume == whole.volume)
    #expect(abs(split.load[100].value - 10) < 1e-9)
    #expect(split.serviceLevel[100] == half.serviceLevel[100])
    let price = try parsed(split.detail.languages)
    let difference = 2 * half.positions[100].value - whole.positions[100].value
    #expect(difference > 1)
    #expect(abs(price.price.hours - 168 * difference) < 0.01)
    #expect(split.method.contains("a team for each language (en 50 %, zh 50 %)"))
    fixture.minimumPositions = Positions(30)
    #expect(try fixture.requirement { _ in 100 }.positions[100] == Positions(30))
  }
}
