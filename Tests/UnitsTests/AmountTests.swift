import Testing
import Units

@Suite("Quantities, times and real amounts")
struct AmountTests {
  @Test(
    "A quantity is rounded to a millionth, half away from zero",
    arguments: [
      (1.5, 1_500_000), (0.000_000_5, 1), (-0.000_000_5, -1), (0.000_000_4, 0), (.nan, 0),
      (.infinity, 0), (1e300, 9_200_000_000_000_000_000), (-1e300, -9_200_000_000_000_000_000),
    ] as [(Double, Int64)])
  func quantity(value: Double, millionths: Int64) {
    #expect(Quantity(value).millionths == millionths)
  }

  @Test("Ten minutes are 166,667 millionths of an hour")
  func quantityOfTime() {
    let quantity = Quantity(WorkTime(minutes: 10))
    #expect(quantity.millionths == 166_667)
    #expect(quantity.rational == Rational(166_667, over: 1_000_000))
  }

  @Test("Work time adds up in seconds and saturates")
  func workTime() {
    #expect(WorkTime(minutes: 90).hours == 1.5)
    #expect(WorkTime(hours: 7.5) == WorkTime(minutes: 450))
    #expect(WorkTime(hours: .nan) == .zero)
    #expect([WorkTime(minutes: 30), WorkTime(seconds: 30)].total() == WorkTime(seconds: 1830))
    let most = WorkTime(seconds: .max)
    #expect(most + WorkTime(seconds: 1) == most)
    #expect(WorkTime(seconds: .min) - WorkTime(seconds: 1) == WorkTime(seconds: .min))
    #expect(.zero - WorkTime(seconds: .min) == most)
  }

  @Test("180 contacts of 5 minutes in half an hour are 30 erlangs")
  func erlangs() {
    let load = Erlangs(
      volume: ContactVolume(180), handleTime: .seconds(300), during: .seconds(1800))
    #expect(load == Erlangs(30))
    let none = Erlangs(volume: ContactVolume(1), handleTime: .seconds(1), during: .zero)
    #expect(none == .zero)
  }

  @Test("A quarter leaves three quarters")
  func shares() {
    #expect(Share.percent(25).complement == Share(0.75))
    #expect(Share.whole.complement == .zero)
    #expect([Headcount(1.5), Headcount(2.25)].total() == Headcount(3.75))
    #expect(Headcount(2) * 1.5 - Headcount(1) == Headcount(2))
    #expect(Duration.milliseconds(1500).inSeconds == 1.5)
    #expect(Duration.seconds(5400).inHours == 1.5)
  }
}
