import Testing

@testable import Reporting

@Suite("The report of bids")
struct BidsReportTests {
  @Test("Every phrase is there in both languages, with the same marks")
  func phrases() {
    for phrase in BidsPhrase.allCases {
      let (english, chinese) = phrase.row
      #expect(!english.isEmpty && !chinese.isEmpty)
      #expect(chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
      let marks = (0..<6).filter { english.contains("{\($0)}") }
      for mark in marks { #expect(chinese.contains("{\(mark)}"), "\(phrase): {\(mark)}") }
    }
  }
}
