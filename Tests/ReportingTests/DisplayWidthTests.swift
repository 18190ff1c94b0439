import Testing

@testable import Reporting

@Suite("The width of text in a terminal")
struct DisplayWidthTests {
  @Test(
    "is two for wide characters, none for combining marks, one else",
    arguments: [
      ("", 0), ("abc", 3), ("武汉", 4), ("ｱｲ", 2), ("Ａ", 2), ("e\u{301}", 1), ("é", 1),
      ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("カ\u{3099}", 2), ("👩‍👩‍👧‍👦", 2), ("🇨🇳", 2),
      ("✓", 1), ("❤\u{FE0F}", 2), ("⌚", 2), ("𠮷", 2), ("a\u{200D}b", 2), ("、。", 4), ("…–─", 3),
      ("\u{1B}", 0), ("€¥", 2), ("￥", 2), ("\u{AD}", 1), ("한", 2),
    ])
  func columns(text: String, width: Int) {
    #expect(DisplayWidth.columns(of: text) == width)
  }

  @Test("never exceeds the limit after truncation")
  func truncation() {
    for text in Samples.hostile + ["武汉在线客服", "a武b汉c"] {
      for limit in 0...12 {
        let cut = DisplayWidth.truncated(text, to: limit)
        #expect(DisplayWidth.columns(of: cut) <= max(limit, 0))
      }
    }
    #expect(DisplayWidth.truncated("武汉在线", to: 5) == "武汉…")
    #expect(DisplayWidth.truncated("武汉在线", to: 4) == "武…")
    #expect(DisplayWidth.truncated("武汉", to: 4) == "武汉")
  }

  @Test("is kept by every wrapped line, and no word is lost")
  func wrapping() {
    #expect(
      DisplayWidth.wrapped("Statutory holiday work", to: 10) == ["Statutory", "holiday", "work"])
    #expect(DisplayWidth.wrapped("武汉在线客服", to: 5) == ["武汉", "在线", "客服"])
    #expect(DisplayWidth.wrapped("abcdefgh", to: 3) == ["abc", "def", "gh"])
    #expect(DisplayWidth.wrapped("", to: 3) == [""])
    for width in 2...20 {
      for line in DisplayWidth.wrapped("Employer's contributions 社会保险 and more", to: width) {
        #expect(DisplayWidth.columns(of: line) <= width)
      }
    }
  }

  @Test("is not spoiled by control characters or marks that turn the direction")
  func singleLine() {
    #expect(DisplayWidth.singleLine("a\u{1B}[31mb\tc\nd\u{202E}e") == "a [31mb c d e")
  }
}

@Suite("Numbers as text")
struct DecimalTextTests {
  @Test(
    "are rounded half away from zero and grouped",
    arguments: [
      (0.0, 0, "0"), (-0.0, 2, "0.00"), (0.5, 0, "1"), (-0.5, 0, "-1"), (2.5, 0, "3"),
      (1234.5, 1, "1,234.5"), (-1_234_567.891, 2, "-1,234,567.89"), (999.999, 2, "1,000.00"),
      (-0.001, 2, "0.00"), (0.05, 1, "0.1"), (12, 3, "12.000"), (.infinity, 1, "–"),
      (.nan, 0, "–"), (1e30, 0, ">1e12"),
    ])
  func fixed(value: Double, decimals: Int, text: String) {
    #expect(DecimalText.fixed(value, decimals: decimals) == text)
  }

  @Test("are short as coordinates")
  func coordinates() {
    #expect(DecimalText.coordinate(12) == "12")
    #expect(DecimalText.coordinate(12.5) == "12.5")
    #expect(DecimalText.coordinate(12.346) == "12.35")
    #expect(DecimalText.coordinate(.nan) == "0")
    #expect(DecimalText.coordinate(100) == "100")
  }

  @Test("stand on round ticks that cover the data")
  func ticks() {
    #expect(NiceTicks(covering: 0, 97).values == [0, 20, 40, 60, 80, 100])
    #expect(NiceTicks(covering: 0, 1).values == [0, 0.2, 0.4, 0.6000000000000001, 0.8, 1])
    #expect(NiceTicks(covering: 0, 3, whole: true).values == [0, 1, 2, 3])
    #expect(NiceTicks(covering: 0, 0).values.count > 1)
    #expect(NiceTicks(covering: -37, 12).range == -40...20)
    for high in [1e-6, 0.003, 0.7, 5, 49.99, 1e6, 3.3e9, 8e14] {
      let ticks = NiceTicks(covering: 0, high)
      #expect((ticks.values.last ?? 0) >= high * 0.999)
      #expect((3...11).contains(ticks.values.count))
    }
    #expect(NiceTicks(covering: .nan, .infinity).values.count > 1)
  }
}
