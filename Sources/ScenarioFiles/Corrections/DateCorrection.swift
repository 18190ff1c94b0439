internal import BusinessCalendar

/// Dates as people write them → as they are written here.
struct DateCorrection {
  /// `24/12/2026`, `Dec 24, 2026`, `2026年12月24日` → `2026-12-24`; both where day and month could
  /// be swapped.
  static func date(_ text: String) -> Correction? {
    let dates = dates(text)
    guard !dates.isEmpty else { return nil }
    let reasons = dates.count > 1 ? ["day and month can be swapped in it"] : []
    return Correction(texts: dates.map(\.description), reasons: reasons)
  }

  /// `2026-11-10 20:00`, `2026-11-10 8pm`, `2026-11-10T20:00:00+08:00` → `2026-11-10T20:00`.
  static func moment(_ text: String) -> Correction? {
    let narrow = WrittenNumber.narrow(text)
    let dates = dates(narrow)
    if !dates.isEmpty {
      return Correction(
        texts: dates.map { "\($0)T00:00" }, reasons: ["the time of day belongs to it"])
    }
    guard let cut = narrow.lastIndex(where: { $0 == " " || $0 == "T" || $0 == "t" }) else {
      return nil
    }
    for end in [cut, narrow.firstIndex { $0 == "T" || $0 == " " } ?? cut] {
      let days = DateCorrection.dates(String(narrow[..<end]))
      let clock = String(narrow[narrow.index(after: end)...])
      guard !days.isEmpty, let (time, hasOffset) = time(clock) else { continue }
      return Correction(
        texts: days.map { "\($0)T\(time)" },
        reasons: hasOffset ? ["times are local to the time zone, without an offset"] : [])
    }
    return nil
  }

  /// The time of the clock, and whether an offset or seconds stood behind it.
  private static func time(_ text: String) -> (LocalTime, Bool)? {
    if let time = ClockCorrection.time(text) { return (time, false) }
    var text = text
    var hasOffset = false
    if text.hasSuffix("Z") || text.hasSuffix("z") {
      text.removeLast()
      hasOffset = true
    } else if let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      text = String(text[..<sign])
      hasOffset = true
    }
    let parts = text.split(separator: ":")
    if parts.count == 3 { text = parts.prefix(2).joined(separator: ":") }
    return ClockCorrection.time(text).map { ($0, hasOffset) }
  }

  private static func dates(_ text: String) -> [LocalDate] {
    let words = words(WrittenNumber.narrow(text).lowercased())
    guard words.count == 3 || words.count == 1 else { return [] }
    if words.count == 1, let word = words.first, word.utf8.count == 8, let number = Int(word) {
      return [LocalDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)]
        .compactMap(\.self).filter(isNear)
    }
    guard words.count == 3 else { return [] }
    if let place = words.firstIndex(where: { month($0) != nil }), let month = month(words[place]) {
      let numbers = words.indices.filter { $0 != place }.compactMap { Int(words[$0]) }
      guard numbers.count == 2 else { return [] }
      let (day, year) = numbers[0] > 31 ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
      return [LocalDate(year: year, month: month, day: day)].compactMap(\.self).filter(isNear)
    }
    let numbers = words.compactMap { Int($0) }
    guard numbers.count == 3 else { return [] }
    if numbers[0] > 31 {
      return [LocalDate(year: numbers[0], month: numbers[1], day: numbers[2])].compactMap(\.self)
        .filter(isNear)
    }
    let year = numbers[2] < 100 ? 2000 + numbers[2] : numbers[2]
    let dayFirst = LocalDate(year: year, month: numbers[1], day: numbers[0])
    let monthFirst = LocalDate(year: year, month: numbers[0], day: numbers[1])
    var dates: [LocalDate] = []
    for date in [dayFirst, monthFirst].compactMap(\.self).filter(isNear)
    where !dates.contains(date) { dates.append(date) }
    return dates
  }

  private static func isNear(_ date: LocalDate) -> Bool { (1990...2100).contains(date.year) }

  /// The numbers and names in a text.
  private static func words(_ text: String) -> [String] {
    let signs: Set<Character> = ["/", ".", "-", ",", " ", "年", "月", "日"]
    return text.split { signs.contains($0) }.map { word in
      let digits = word.prefix { $0.isASCII && $0.isNumber }
      let isOrdinal = ["st", "nd", "rd", "th"].contains(String(word.dropFirst(digits.count)))
      return String(isOrdinal ? digits : word)
    }
  }

  private static func month(_ word: String) -> Int? {
    guard word.count >= 3, word.first?.isLetter ?? false else { return nil }
    let names: [[String]] = [
      ["jan", "jän"], ["feb"], ["mar", "mär", "mrz"], ["apr"], ["may", "mai"], ["jun"], ["jul"],
      ["aug"], ["sep"], ["oct", "okt"], ["nov"], ["dec", "dez"],
    ]
    return names.firstIndex { $0.contains(where: word.hasPrefix) }.map { $0 + 1 }
  }
}
