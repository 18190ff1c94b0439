import Foundation
import Testing
import Units

@testable import Queueing

@Suite("Notices that save contacts")
struct ProactiveNoticeTests {
  private let hour = Duration.seconds(3600)
  private let volumes = [ContactVolume](repeating: ContactVolume(1000), count: 4)

  @Test("Read at once, half of it about the matter, 80 % reached, half of them deflected")
  func atOnce() {
    let notice = ProactiveNotice(
      notices: ContactVolume(5000), sent: hour, affected: Share(0.5), reach: Share(0.8),
      deflection: Share(0.5), provoked: Share(0.01),
      price: UnitPrice(Money(minorUnits: 5)))
    let effect = notice.effect(on: volumes, every: hour)
    #expect(effect.saved.map(\.value) == [0, 200, 200, 200])
    // 4,000 read it, 40 of them ask what it means.
    #expect(effect.provoked.map(\.value) == [0, 40, 0, 0])
    #expect(effect.remaining(of: volumes).map(\.value) == [1000, 840, 800, 800])
    #expect(effect.cost == Money(minorUnits: 25_000))
    #expect(effect.net == ContactVolume(560))
  }

  @Test("A lag of an hour: in the first hour 1/e of the readers know, on average")
  func lag() {
    var notice = ProactiveNotice(
      notices: ContactVolume(1), affected: .whole, reach: .whole, deflection: .whole, lag: hour)
    let effect = notice.effect(on: volumes, every: hour)
    #expect(abs(effect.saved[0].value - 1000 * exp(-1)) < 1e-10)
    #expect(abs(effect.saved[1].value - 1000 * (1 - exp(-1) + exp(-2))) < 1e-10)
    // The later it is read the less it saves.
    var last = Double.infinity
    for minutes in [0.0, 1, 30, 60, 600, 1e6] {
      notice.lag = .seconds(minutes * 60)
      let saved = notice.effect(on: volumes, every: hour).saved.total().value
      #expect(saved <= last)
      last = saved
    }
  }

  @Test("What the notice is worth is the hours it spares less its price")
  func worth() throws {
    let notice = ProactiveNotice(
      notices: ContactVolume(5000), affected: Share(0.5), reach: Share(0.8),
      deflection: Share(0.5), price: UnitPrice(Money(minorUnits: 5)))
    // Conditions on occupancy alone: 1,000 contacts of 216 s are 60 erlangs, 75 positions at 80 %;
    // 800 need 60.
    let worth = try notice.worth(
      on: volumes, every: hour, in: ErlangC(load: .zero, handleTime: .seconds(216)),
      meeting: ServiceConditions(maximumOccupancy: Share(0.8)),
      at: HourlyRate(perHour: UnitPrice(Money(minorUnits: 3000))))
    #expect(worth.spared == WorkTime(minutes: 3600))
    #expect(worth.saving == Money(minorUnits: 180_000))
    #expect(worth.cost == Money(minorUnits: 25_000))
    #expect(worth.net == Money(minorUnits: 155_000))
    #expect(worth.without[0].binding == .occupancy)
  }

  @Test("Odd inputs have an answer")
  func oddInputs() {
    for value in [-1, .nan, 2, .infinity] {
      let notice = ProactiveNotice(
        notices: ContactVolume(value), sent: .seconds(-9), affected: Share(value),
        reach: Share(value), deflection: Share(value), lag: .seconds(-3), provoked: Share(value))
      for length in [Duration.seconds(-60), .zero, hour] {
        let effect = notice.effect(on: volumes, every: length)
        #expect(effect.saved.allSatisfy { (0...1000).contains($0.value) })
      }
    }
  }
}
