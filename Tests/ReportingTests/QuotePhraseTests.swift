import Testing

@testable import Reporting

@Suite("The words of a bid")
struct QuotePhraseTests {
  @Test("Every phrase has English and Chinese words, with the same values")
  func words() {
    for phrase in QuotePhrase.allCases {
      let (english, chinese) = phrase.row
      #expect(!english.isEmpty && !chinese.isEmpty, "\(phrase)")
      for value in 0..<6 {
        let isUsed = english.contains("{\(value)}") || english.contains("{\(value)|")
        #expect(isUsed == chinese.contains("{\(value)}"), "\(phrase) {\(value)}")
      }
    }
  }
}
