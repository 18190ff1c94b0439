import Foundation
import Queueing
import Testing
import Units

@Suite("The load followed through straight lines")
struct RunningLoadTests {
  @Test("Agrees with a thousand steps of a rate that moves")
  func againstSteps() throws {
    for (first, last, start, handle) in [
      (0.0, 40.0, 0.0, 300.0), (40.0, 0.0, 2.0, 300.0), (30.0, 10.0, 0.0, 900.0),
      (5.0, 5.0, 60.0, 120.0), (20.0, 0.0, 40.0, 1500.0),
    ] {
      // Contacts a minute, over half an hour.
      let steps = 3000
      let volumes = (0..<steps).map { step -> ContactVolume in
        let share = (Double(step) + 0.5) / Double(steps)
        return ContactVolume((first + (last - first) * share) * 30 / Double(steps))
      }
      let curve = try ArrivalCurve(volumes: volumes, every: .seconds(1800.0 / Double(steps)))
      let fine = OfferedLoad(
        of: curve, handleTime: .seconds(handle), from: .load(Erlangs(start)))
      var running = RunningLoad(Erlangs(start))
      let (maximum, mean) = running.follow(
        ContactVolume((first + last) / 2 * 30), rise: ContactVolume((last - first) * 30),
        handleTime: .seconds(handle), during: .seconds(1800))
      let scale = 1e-4 * (1 + maximum.value)
      #expect(abs(running.load.value - (fine.borders.last?.value ?? 0)) < scale)
      #expect(abs(maximum.value - fine.maximum(during: 0..<steps).value) < scale)
      #expect(abs(mean.value - fine.mean(during: 0..<steps).value) < scale)
    }
  }

  @Test("Odd input has a defined answer")
  func odd() {
    var running = RunningLoad(Erlangs(5))
    var before = running
    #expect(
      before.follow(ContactVolume(10), handleTime: .seconds(60), during: .zero).maximum.value == 5)
    #expect(
      running.follow(ContactVolume(10), handleTime: .zero, during: .seconds(60)).maximum.value == 5)
    #expect(running.load == .zero)
    _ = running.follow(ContactVolume(.nan), handleTime: .seconds(60), during: .seconds(60))
    #expect(running.load == .zero)
    #expect(RunningLoad(Erlangs(-1)).load == .zero)
    // A rise of more than twice the volume would begin below 0: it is cut.
    var steep = RunningLoad()
    let load = steep.follow(
      ContactVolume(10), rise: ContactVolume(1000), handleTime: .seconds(60),
      during: .seconds(600))
    #expect(load.maximum.value <= 2.0)
    #expect(load.mean.value >= 0)
  }
}
