import TestSupport
import Testing
import Units

@testable import ScenarioFiles

@Suite("Quantities")
struct QuantityTests {
  @Test(
    "A time is read with its unit",
    arguments: [
      ("240 s", 240), ("4 min", 240), ("1 h 30 min", 5400), ("1.5 h", 5400), ("3 days", 259_200),
      ("8 weeks", 4_838_400), ("90s", 90), ("1 day", 86_400), ("0 s", 0),
    ])
  func times(text: String, seconds: Int64) throws {
    #expect(try QuantityText.seconds(text) == seconds)
  }

  @Test(
    "What is no time is refused",
    arguments: [
      "", "90", "s", "ninety s", "1,5 h", "1e3 s", "1.0001 s", "3 fortnights",
      "999999999999 weeks", "--1 s", "9999999999999 s",
    ])
  func noTimes(text: String) {
    #expect(throws: Complaint.self) { try QuantityText.seconds(text) }
  }

  @Test("Every time is written so that it is read as itself")
  func timesRoundTrip() throws {
    var random = SplitMix(state: 1)
    for _ in 0..<500 {
      let unit: Int64 = [1, 60, 3600, 86_400, 604_800].randomElement(using: &random) ?? 1
      let seconds = Int64.random(in: 0...2000, using: &random) * unit
      #expect(try QuantityText.seconds(QuantityText.text(seconds: seconds)) == seconds)
    }
  }

  @Test("Every share is written so that it is read as itself")
  func sharesRoundTrip() throws {
    var random = SplitMix(state: 2)
    for _ in 0..<500 {
      let share = try #require(
        Rational(Int64.random(in: 0...1_000_000, using: &random), over: 100_000))
      #expect(try QuantityText.share(QuantityText.text(share: share)) == share)
    }
    #expect(QuantityText.text(share: try #require(Rational(37, over: 500))) == "7.4 %")
  }

  @Test("A share without its sign is told how to write it")
  func shareHints() {
    for (text, hint) in [("0.8", "write 80 %"), ("80", "write 80 %"), ("80 percent", "write 80 %")]
    {
      do throws(Complaint) {
        _ = try QuantityText.share(text)
        Issue.record("\(text) was read")
      } catch {
        #expect(error.hint == hint)
      }
    }
  }
}

@Suite("Words that were probably meant")
struct DidYouMeanTests {
  @Test(
    "Edits are counted as letters put in, taken out, changed or swapped",
    arguments: [
      ("patience", "patience", 0), ("patiense", "patience", 1), ("pateince", "patience", 1),
      ("patence", "patience", 1), ("", "abc", 3), ("kitten", "sitting", 3), ("ca", "abc", 3),
    ])
  func distance(first: String, second: String, edits: Int) {
    #expect(DidYouMean.distance(from: first, to: second) == edits)
    #expect(DidYouMean.distance(from: second, to: first) == edits)
  }

  @Test("Nothing is suggested that is too far away")
  func limit() {
    #expect(DidYouMean.nearest(to: "wage", among: ["site", "skills"]) == nil)
    #expect(DidYouMean.nearest(to: "wgae", among: ["wage", "site"]) == "wage")
  }
}

@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "The examples of FIPS 180-4 and of the secure hash standard's test vectors",
    arguments: [
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func vectors(text: String, digest: String) {
    #expect(SHA256.hexadecimal(of: Array(text.utf8)) == digest)
  }

  @Test("A million times the letter a")
  func million() {
    let bytes = [UInt8](repeating: 97, count: 1_000_000)
    #expect(
      SHA256.hexadecimal(of: bytes)
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}
