import Reporting
import Testing

@Suite("Words in their number")
struct PluralTests {
  @Test("One of a thing is named as one, none and several are not")
  func english() {
    let strings = Strings.english
    let many = strings(
      .checked, "2026-09-28", "2026-11-30", "0", "2", "1,000", "3", "2")
    #expect(
      many == "2026-09-28 to 2026-11-30, 0 queues, 2 staff groups, 1,000 vendors, 3 events, 2 files"
    )
    let one = strings(.checked, "2026-09-28", "2026-11-30", "1", "1", "1", "1", "1")
    #expect(
      one == "2026-09-28 to 2026-11-30, 1 queue, 1 staff group, 1 vendor, 1 event, 1 file")
    #expect(
      strings(.contactsAreLost, "1") == "Over the horizon about 1 contact is lost.")
    #expect(
      strings(.weeksShort, "1", "0.1 %")
        == "1 net hour (0.1 % of the requirement) stays uncovered")
  }

  @Test("Chinese has one form")
  func chinese() {
    let strings = Strings(.chinese)
    #expect(strings(.contactsAreLost, "1") == "全程约损失 1 个进线。")
  }

  @Test("No phrase has a mark that nothing can fill", arguments: Phrase.allCases)
  func marks(phrase: Phrase) {
    for strings in [Strings.english, Strings(.chinese)] {
      let text = strings(phrase, "1", "1", "1", "1", "1", "1", "1")
      #expect(!text.contains("{"), "\(phrase): \(text)")
      #expect(!text.contains("|"), "\(phrase): \(text)")
    }
  }
}
