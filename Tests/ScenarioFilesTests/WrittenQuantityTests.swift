import ScenarioFiles
import Testing
import Units

@Suite("Quantities outside a scenario")
struct WrittenQuantityTests {
  @Test("Times keep fractions of a second")
  func times() throws {
    #expect(try WrittenQuantity.duration("187.5 s") == .seconds(187.5))
    #expect(try WrittenQuantity.duration("3 min") == .seconds(180))
    #expect(throws: WrittenQuantity.Unreadable.self) { try WrittenQuantity.duration("180") }
    #expect(throws: WrittenQuantity.Unreadable.self) { try WrittenQuantity.duration("-3 s") }
  }

  @Test("80/20 and 80 % in 20 s are the same")
  func service() throws {
    let short = try WrittenQuantity.shareInTime("80/20")
    let long = try WrittenQuantity.shareInTime("80 % in 20 s")
    #expect(short == long)
    #expect(short == (Share(0.8), .seconds(20)))
    #expect(throws: WrittenQuantity.Unreadable.self) { try WrittenQuantity.shareInTime("80") }
    #expect(throws: WrittenQuantity.Unreadable.self) { try WrittenQuantity.shareInTime("120/20") }
  }

  @Test("Numbers are not negative and not endless")
  func numbers() throws {
    #expect(try WrittenQuantity.number("100.5") == 100.5)
    for text in ["-1", "nan", "1e400", "", "9999999999999"] {
      #expect(throws: WrittenQuantity.Unreadable.self) { try WrittenQuantity.number(text) }
    }
  }
}
