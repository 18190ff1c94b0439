import Foundation
import Testing
import Units

@testable import Queueing

@Suite("Segments price a shortage")
struct SegmentTests {
  private static func money(_ yuan: Int64) -> Money { Money(minorUnits: yuan * 100) }

  /// 20 % of customers are worth 90 a contact and contact twice as often; the others are worth 10.
  /// 1,200 contacts: 400 and 800. A notice at 1 each saves a quarter of the others' contacts.
  private static func demand() throws -> SegmentedDemand {
    try SegmentedDemand([
      CustomerSegment(
        name: "others", share: Share(0.8), handleTime: .seconds(180), patience: .seconds(60),
        valueLost: money(10), notice: SavingNotice(saves: Share(0.25), price: UnitPrice(money(1)))),
      CustomerSegment(
        name: "members", share: Share(0.2), contactsPerCustomer: 2, handleTime: .seconds(360),
        patience: .seconds(120), valueLost: money(90)),
    ])
  }

  @Test("Contacts follow customers times contacts a customer; the dearer hour is answered first")
  func volumes() throws {
    let demand = try Self.demand()
    let volumes = demand.volumes(of: ContactVolume(1200))
    #expect(volumes.map { $0.value.rounded(to: 9) } == [800, 400])
    // 90 × 3600/360 = 900 an hour against 10 × 3600/180 = 200.
    #expect(demand.priorities == [1, 0])
  }

  @Test("The cheapest fail first: notices at 4 a contact, then the others, then members")
  func curve() throws {
    let curve = try Self.demand().shortagePrice(of: ContactVolume(1200))
    #expect(curve.steps.map(\.segment) == ["others", "others", "members"])
    #expect(curve.steps.map(\.isSavedByNotice) == [true, false, false])
    #expect(curve.steps.map { $0.contacts.value.rounded(to: 9) } == [200, 600, 400])
    #expect(curve.steps.map(\.workload) == [10, 30, 40].map { WorkTime(hours: $0) })
    let prices = curve.steps.map(\.pricePerHour.perHour)
    #expect(prices == [Self.money(80), Self.money(200), Self.money(900)].map { UnitPrice($0) })
    // 12 hours short: 200 notices' contacts at 4, 40 contacts at 10.
    #expect(curve.cost(shortBy: WorkTime(hours: 12)) == Self.money(800 + 400))
    #expect(curve.cost(shortBy: WorkTime(hours: 1000)) == Self.money(800 + 6000 + 36_000))
    #expect(curve.cost(shortBy: WorkTime(hours: -3)) == .zero)
    #expect(curve.pricePerHour(shortBy: WorkTime(hours: 12))?.perHour == UnitPrice(Self.money(200)))
    #expect(curve.pricePerHour(shortBy: WorkTime(hours: 80)) == nil)
  }

  @Test("The price is convex: no hour is cheaper than the one before")
  func convex() throws {
    let curve = try Self.demand().shortagePrice(of: ContactVolume(1200))
    let costs = (0...80).map { curve.cost(shortBy: WorkTime(hours: Double($0))).minorUnits }
    let slopes = zip(costs.dropFirst(), costs).map { $0 - $1 }
    #expect(zip(slopes.dropFirst(), slopes).allSatisfy { $0 >= $1 - 1 })
  }

  @Test("In the order of arrival the same shortage costs more: by hand for one patience")
  func orderOfArrival() throws {
    let alike = try SegmentedDemand([
      CustomerSegment(
        name: "a", share: Share(0.5), handleTime: .seconds(180), patience: .seconds(60),
        valueLost: Self.money(10)),
      CustomerSegment(
        name: "b", share: Share(0.5), handleTime: .seconds(180), patience: .seconds(60),
        valueLost: Self.money(90)),
    ])
    // 1,000 contacts are 50 hours; 5 short are a tenth of both.
    let losses = alike.lossInOrderOfArrival(of: ContactVolume(1000), shortBy: WorkTime(hours: 5))
    #expect(losses.map(\.lost) == [Self.money(500), Self.money(4500)])
    #expect(
      alike.shortagePrice(of: ContactVolume(1000)).cost(shortBy: WorkTime(hours: 5))
        == Self.money(1000))
    let demand = try Self.demand()
    for hours in [0, 1, 20, 79, 80, 100.0] {
      let arrival = demand.lossInOrderOfArrival(
        of: ContactVolume(1200), shortBy: WorkTime(hours: hours))
      let cost = demand.shortagePrice(of: ContactVolume(1200)).cost(shortBy: WorkTime(hours: hours))
      // What a notice could save fails here, so no more than rounding below.
      #expect(arrival.map(\.lost).total().minorUnits >= cost.minorUnits - 2)
      let failing = zip(arrival, demand.segments).reduce(0) {
        $0 + $1.0.failing.value * $1.1.handleTime.inHours
      }
      #expect(abs(failing - min(80, hours)) < 1e-8)
    }
  }

  @Test("Those who never leave fail last, and then in proportion")
  func neverLeaving() throws {
    let demand = try SegmentedDemand([
      CustomerSegment(
        name: "leaves", share: Share(0.5), handleTime: .seconds(360), patience: .seconds(60),
        valueLost: Self.money(1)),
      CustomerSegment(
        name: "stays", share: Share(0.5), handleTime: .seconds(360), valueLost: Self.money(1)),
    ])
    // 10 hours each, 15 short.
    let losses = demand.lossInOrderOfArrival(of: ContactVolume(200), shortBy: WorkTime(hours: 15))
    #expect(losses.map(\.failing.value) == [100, 50])
  }

  @Test("With priorities more positions never lose more, and the dear segment loses least")
  func loss() throws {
    let demand = try SegmentedDemand([
      CustomerSegment(
        name: "others", share: Share(0.8), handleTime: .seconds(180), patience: .seconds(60),
        valueLost: Self.money(10)),
      CustomerSegment(
        name: "members", share: Share(0.2), handleTime: .seconds(180), patience: .seconds(60),
        valueLost: Self.money(90)),
    ])
    var last = Int64.max
    for positions in [10.0, 14, 18, 22, 26] {
      let losses = demand.loss(
        of: ContactVolume(400), during: .seconds(3600), with: Positions(positions))
      let lost = losses.map(\.lost).total().minorUnits
      #expect(lost <= last)
      last = lost
      // As a share of its own contacts: 80 of 400 are members'.
      #expect(losses[1].failing.value / 80 < losses[0].failing.value / 320)
    }
  }

  @Test("Wrong numbers are refused by name")
  func wrong() {
    func segment(_ share: Double, _ seconds: Double, _ value: Int64) -> CustomerSegment {
      CustomerSegment(
        name: "x", share: Share(share), handleTime: .seconds(seconds),
        valueLost: Self.money(value))
    }
    #expect(throws: SegmentError.weight(segment: "x", -1)) {
      try SegmentedDemand([segment(-1, 60, 1)])
    }
    #expect(throws: SegmentError.handleTime(segment: "x", .zero)) {
      try SegmentedDemand([segment(1, 0, 1)])
    }
    #expect(throws: SegmentError.valueLost(segment: "x", Self.money(-1))) {
      try SegmentedDemand([segment(1, 60, -1)])
    }
    #expect(throws: SegmentError.nobody) { try SegmentedDemand([]) }
    #expect(throws: SegmentError.self) { try SegmentedDemand([segment(.nan, 60, 1)]) }
  }
}

extension Double {
  /// The number with so many digits after the point.
  fileprivate func rounded(to digits: Int) -> Double {
    let scale = pow(10, Double(digits))
    return (self * scale).rounded() / scale
  }
}
