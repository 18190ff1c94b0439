internal import Units

/// Lengths of time as people write them → as they are written here.
struct TimeCorrection {
  /// `4m`, `4:30`, `5 Minuten` or a bare number → a time with a unit.
  static func duration(_ text: String) -> Correction? {
    let plain = WrittenNumber.narrow(text).lowercased()
    if let correction = clock(plain) { return correction }
    guard let parts = parts(plain), !parts.isEmpty else { return nil }
    if parts.count == 1, let part = parts.first, part.unit.isEmpty {
      return Correction(
        texts: ["s", "min", "h", "days", "weeks"].map { "\(part.number.text) \($0)" },
        reasons: part.number.faults)
    }
    return written(parts)
  }

  /// `3` → `3 weeks`, `10 days` → `1 week` or `2 weeks`, `2 months` → `9 weeks`.
  static func weeks(_ text: String) -> Correction? {
    let plain = WrittenNumber.narrow(text).lowercased()
    if let (_, last) = QuantityCorrection.halves(plain), let upper = weeks(last) {
      return Correction(texts: upper.texts, reasons: ["one time is wanted, not a span"])
    }
    guard let parts = parts(plain), parts.count == 1, let part = parts.first,
      let value = part.number.value
    else { return nil }
    if part.unit.isEmpty {
      return Correction(texts: [count(part.number.text)], reasons: part.number.faults)
    }
    guard let unit = unit(part.unit) else { return nil }
    let weeks = value.doubleValue * unit.seconds / 604_800
    guard weeks.isFinite, weeks >= 0, weeks < 5000 else { return nil }
    let low = Int(weeks.rounded(.down))
    let high = Int(weeks.rounded(.up))
    let texts = low == high || low == 0 ? [high] : [low, high]
    return Correction(texts: texts.map { count("\($0)") }, reasons: ["it is whole weeks"])
  }

  private static func count(_ number: String) -> String {
    number == "1" ? "1 week" : "\(number) weeks"
  }

  /// `3-5 h` → `3 h - 5 h`.
  static func span(_ text: String) -> Correction? {
    guard let (first, last) = QuantityCorrection.halves(text),
      let end = duration(last)?.texts.first ?? plainTime(last), let number = WrittenNumber(first)
    else { return nil }
    let isBare = WrittenNumber(last)?.rest.isEmpty ?? true
    let unit = isBare ? "h" : WrittenNumber(end)?.rest ?? "h"
    let start = number.rest.isEmpty ? "\(number.text) \(unit)" : duration(first)?.texts.first
    let finish = isBare ? WrittenNumber(last).map { "\($0.text) h" } : end
    return Correction(texts: ["\(start ?? first) - \(finish ?? end)"])
  }

  private static func plainTime(_ text: String) -> String? {
    do throws(Complaint) {
      return QuantityText.text(seconds: try QuantityText.seconds(text))
    } catch {
      return nil
    }
  }

  /// `4:30` is four and a half minutes, or hours.
  private static func clock(_ text: String) -> Correction? {
    let numbers = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (2...3).contains(numbers.count), numbers.allSatisfy({ $0.map { $0 >= 0 } ?? false })
    else {
      return nil
    }
    let values = numbers.compactMap(\.self)
    func written(_ units: [String]) -> String {
      let shown = zip(values, units).filter { $0.0 != 0 }.map { "\($0.0) \($0.1)" }
      return shown.isEmpty ? "0 s" : shown.joined(separator: " ")
    }
    if values.count == 3 { return Correction(texts: [written(["h", "min", "s"])]) }
    return Correction(texts: [written(["min", "s"]), written(["h", "min"])])
  }

  private struct Part {
    var number: WrittenNumber
    var unit: String
  }

  /// Numbers, each with the word behind it.
  private static func parts(_ text: String) -> [Part]? {
    var rest = text.trimmed
    var parts: [Part] = []
    while !rest.isEmpty, parts.count < 4 {
      guard let number = WrittenNumber(rest) else { return nil }
      let unit = number.rest.prefix { $0.isLetter }
      parts.append(Part(number: number, unit: String(unit)))
      var after = number.rest.dropFirst(unit.count)
      while let sign = after.first, sign == "." || sign == "," || sign == " " {
        after = after.dropFirst()
      }
      rest = String(after)
    }
    return rest.isEmpty ? parts : nil
  }

  /// The parts with the units that are read here; a last number without one has the next smaller.
  private static func written(_ parts: [Part]) -> Correction? {
    var words: [String] = []
    var reasons = parts.flatMap(\.number.faults)
    var last: Unit?
    for part in parts {
      let meant: Unit?
      if part.unit.isEmpty {
        meant = last.flatMap { last in
          ["h": "min", "min": "s"][last.name].flatMap { name in units.first { $0.name == name } }
        }
      } else {
        meant = unit(part.unit)
      }
      guard let meant, let value = part.number.value else { return nil }
      last = meant
      guard meant.isRead else {
        let days = (value.doubleValue * meant.seconds / 86_400).rounded()
        guard days >= 1, days < 40_000 else { return nil }
        reasons.append("a \(meant.name) has no fixed length")
        words.append("\(Int(days)) days")
        continue
      }
      words.append("\(part.number.text) \(meant.name)")
    }
    return Correction(texts: [words.joined(separator: " ")], reasons: reasons)
  }

  private struct Unit {
    var name: String
    var seconds: Double
    /// Whether it can be written; a month or a year cannot.
    var isRead = true
    var words: [String]
  }

  private static func unit(_ word: String) -> Unit? {
    if let unit = units.first(where: { $0.words.contains(word) }) { return unit }
    let words = units.flatMap(\.words).filter { $0.count > 2 }
    let nearest = DidYouMean.nearest(to: word, among: words)
    return nearest.flatMap { near in units.first { $0.words.contains(near) } }
  }

  private static let units: [Unit] = [
    Unit(
      name: "s", seconds: 1,
      words: ["s", "sec", "secs", "second", "seconds", "sek", "sekunde", "sekunden", "秒", "秒钟"]),
    Unit(
      name: "min", seconds: 60,
      words: ["min", "m", "mins", "minute", "minutes", "minuten", "mn", "分", "分钟"]),
    Unit(
      name: "h", seconds: 3600,
      words: [
        "h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden", "小时", "个小时", "时", "时间",
      ]),
    Unit(
      name: "days", seconds: 86_400,
      words: ["days", "day", "d", "tag", "tage", "天", "日", "business", "workdays"]),
    Unit(
      name: "weeks", seconds: 604_800,
      words: ["weeks", "week", "w", "wk", "wks", "woche", "wochen", "周", "个星期", "星期"]),
    Unit(
      name: "month", seconds: 365.25 / 12 * 86_400, isRead: false,
      words: ["month", "months", "mo", "mos", "monat", "monate", "月", "个月"]),
    Unit(
      name: "year", seconds: 365.25 * 86_400, isRead: false,
      words: ["year", "years", "yr", "yrs", "jahr", "jahre", "年"]),
  ]
}
