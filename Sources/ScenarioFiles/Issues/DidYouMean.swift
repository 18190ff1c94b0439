/// Finds what was probably meant by a misspelt word.
struct DidYouMean {
  /// The nearest of `candidates` to `word`, if one is near enough: at most a third of its letters
  /// differ, and never more than three.
  static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let limit = min(3, max(1, word.count / 3))
    var best: (distance: Int, word: String)?
    for candidate in candidates {
      let distance = distance(from: word, to: candidate)
      if distance <= limit, distance < best?.distance ?? Int.max { best = (distance, candidate) }
    }
    return best?.word
  }

  /// How many letters must be put in, taken out, changed or swapped with their neighbour to get from
  /// one word to the other (Damerau 1964, restricted to edits that do not overlap).
  static func distance(from first: String, to second: String) -> Int {
    let a = Array(first.lowercased().prefix(60))
    let b = Array(second.lowercased().prefix(60))
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1] + [Int](repeating: 0, count: b.count)
      for j in 0..<b.count {
        let change = last[j] + (a[i] == b[j] ? 0 : 1)
        row[j + 1] = min(change, last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
        }
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
