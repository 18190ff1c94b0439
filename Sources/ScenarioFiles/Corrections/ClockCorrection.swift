internal import BusinessCalendar

/// Times of the clock as people write them → as they are written here.
struct ClockCorrection {
  /// `9am - 5pm`, `9-17`, `0900–1700` → `09:00-17:00`; over midnight as two spans.
  static func dayHours(_ text: String) -> Correction? {
    let plain = WrittenNumber.narrow(text).lowercased().trimmed
    let always = ["24/7", "24x7", "24h", "7x24", "全天", "round the clock", "all day", "24 h", "24"]
    if always.contains(plain) { return Correction(texts: ["00:00-24:00"]) }
    var spans: [String] = []
    var isSplit = false
    for part in plain.split(whereSeparator: { [",", ";", "&", "+"].contains($0) }) {
      guard let (from, until) = span(String(part)) else { return nil }
      if from < until {
        spans.append("\(from)-\(until)")
      } else {
        isSplit = true
        if until > .midnight { spans.insert("00:00-\(until)", at: 0) }
        spans.append("\(from)-24:00")
      }
    }
    guard !spans.isEmpty else { return nil }
    return Correction(
      texts: [spans.joined(separator: ", ")],
      reasons: isSplit ? ["hours end at midnight, and begin anew on the next day"] : [])
  }

  /// `7am to 11am` → `07:00-11:00`, `9` → `09:00`.
  static func clockSpan(_ text: String) -> Correction? {
    if let time = time(text) { return Correction(texts: ["\(time)"]) }
    return span(text).map { Correction(texts: ["\($0)-\($1)"]) }
  }

  private static func span(_ text: String) -> (LocalTime, LocalTime)? {
    guard let (first, last) = QuantityCorrection.halves(text), let from = time(first),
      let until = time(last)
    else { return nil }
    return (from, until)
  }

  /// `9am`, `9:30 pm`, `9`, `0930`, `9.30`, `9h30`, `9点`, `17 Uhr` → a time of the clock.
  static func time(_ text: String) -> LocalTime? {
    var plain = WrittenNumber.narrow(text).lowercased().filter { $0 != " " }
    var shift: Int?
    for (mark, hours) in [("a.m.", 0), ("p.m.", 12), ("am", 0), ("pm", 12), ("noon", 12)]
    where plain.hasSuffix(mark) {
      plain = String(plain.dropLast(mark.count))
      shift = hours
      if plain.isEmpty { plain = "12" }
      break
    }
    for (mark, hours) in [("上午", 0), ("早上", 0), ("早", 0), ("下午", 12), ("晚上", 12), ("晚", 12)]
    where plain.hasPrefix(mark) {
      plain = String(plain.dropFirst(mark.count))
      shift = hours
      break
    }
    if plain == "midnight" { return .midnight }
    for mark in ["uhr", "点整", "点半", "点", "时", "分", "o'clock", "hrs", "h"]
    where plain.hasSuffix(mark) {
      plain = plain.dropLast(mark.count) + (mark == "点半" ? ":30" : "")
      break
    }
    guard let (hour, minute) = numbers(plain) else { return nil }
    guard let shift else { return LocalTime(hour: hour, minute: minute) }
    guard (1...12).contains(hour) else { return nil }
    return LocalTime(hour: hour % 12 + shift, minute: minute)
  }

  private static func numbers(_ text: String) -> (Int, Int)? {
    let parts = text.split(omittingEmptySubsequences: false) { ":.h点时".contains($0) }.map {
      $0.utf8.allSatisfy { (48...57).contains($0) } ? Int($0) : nil
    }
    guard let first = parts.first, let hour = first, parts.count <= 2 else { return nil }
    if parts.count == 2 { return parts[1].map { (hour, $0) } }
    if text.utf8.count >= 3 { return (hour / 100, hour % 100) }
    return (hour, 0)
  }
}
