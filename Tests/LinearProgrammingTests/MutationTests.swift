import LinearProgramming
import TestSupport
import Testing

/// The text with a few bytes or lines changed, doubled, moved or taken out.
func spoilt(_ text: String, _ random: inout SplitMix) -> String {
  var bytes = Array(text.utf8)
  let pieces = [
    "\n", " ", "-", "+", "<=", ">=", "=", ":", "1e", "1e400", "inf", "nan", "End\n",
    "\0", "{", "}", "~", "\\", "é", "free", "Bounds\n", "RHS\n", " MI", "9999999999", "'MARKER'",
  ]
  for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
    let place = Int.random(in: 0..<bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 2: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
    case 3: bytes.removeSubrange(place...)
    case 4: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &random))
    default:
      let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
      bytes.insert(contentsOf: Array(piece.utf8), at: place)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

@Suite("Malformed text never crashes")
struct MutationTests {
  @Test("3,000 spoilt LP and MPS texts are read or refused", arguments: 0..<3)
  func mutations(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    let program = oneOfEverything()
    let lp = program.lpText
    let mps = program.mpsText
    var refused = 0
    for _ in 0..<500 {
      do { _ = try LinearProgram(lp: spoilt(lp, &random)).mpsText } catch { refused += 1 }
      do { _ = try LinearProgram(mps: spoilt(mps, &random)).lpText } catch { refused += 1 }
    }
    #expect(refused > 200)
  }
}
