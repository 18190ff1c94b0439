import LinearProgramming
import Testing

@Suite("Names that hold ids of any length")
struct FittedNameTests {
  @Test("A name that fits stays as it is")
  func short() {
    let longest = String(repeating: "a", count: LinearProgram.longestName)
    #expect(LinearProgram.fitted("cover calls") == "cover calls")
    #expect(LinearProgram.fitted(longest) == longest)
  }

  @Test("A longer one keeps its beginning and its end around a mark of the whole")
  func long() {
    let ids = ["a", "b"].map { String(repeating: "queue-", count: 200) + $0 }
    let middles = ids.map { "cover \($0)\(String(repeating: "-id", count: 60)) at 10:00" }
    let names = middles.map(LinearProgram.fitted)
    #expect(names[0] != names[1])
    for name in names {
      #expect(name.utf8.count <= LinearProgram.longestName)
      #expect(name.hasPrefix("cover queue-queue-") && name.hasSuffix("-id at 10:00"))
    }
    #expect(LinearProgram.fitted(middles[0]) == names[0])
    // Three bytes a character: no character is cut.
    let chinese = LinearProgram.fitted(String(repeating: "客服", count: 500))
    #expect(chinese.utf8.count <= LinearProgram.longestName && !chinese.contains("\u{FFFD}"))
  }

  @Test("The mark is FNV-1a: the authors' test vectors")
  func mark() {
    // Fowler, Noll and Vo, test_fnv.c: "" and "a", 64 bits.
    #expect(LinearProgram.mark(of: "") == "cbf29ce484222325")
    #expect(LinearProgram.mark(of: "a") == "af63dc4c8601ec8c")
  }
}
