internal import BusinessCalendar

/// Days of the week as people write them → as they are written here.
struct WeekdayWords {
  /// `weekdays`, `Mo-Fr`, `周一至周五` → `monday-friday`.
  static func meant(by written: String) -> String? {
    let plain = WrittenNumber.narrow(written).lowercased().trimmed
    if let span = spans.first(where: { $0.words.contains(plain) })?.days { return span }
    if let day = day(plain) { return day.name }
    guard let (first, last) = QuantityCorrection.halves(plain), let from = day(first),
      let until = day(last)
    else { return nil }
    return "\(from.name)-\(until.name)"
  }

  private static func day(_ word: String) -> Weekday? {
    if let day = Weekday(name: word) { return day }
    if let place = names.firstIndex(where: { $0.contains(word) }) {
      return Weekday(rawValue: place + 1)
    }
    let near = DidYouMean.nearest(to: word, among: Weekday.allCases.map(\.name))
    return near.flatMap { Weekday(name: $0) }
  }

  private static let spans: [(days: String, words: [String])] = [
    (
      "monday-friday",
      ["weekdays", "weekday", "workdays", "working-days", "working days", "werktags", "工作日"]
    ),
    ("saturday-sunday", ["weekend", "weekends", "wochenende", "周末"]),
    (
      "monday-sunday",
      ["daily", "everyday", "every-day", "every day", "all", "all-days", "always", "täglich", "每天"]
    ),
  ]

  private static let names: [[String]] = [
    ["mo", "mondays", "montag", "周一", "星期一", "1"],
    ["tu", "tues", "tuesdays", "di", "dienstag", "周二", "星期二", "2"],
    ["we", "weds", "wednesdays", "mi", "mittwoch", "周三", "星期三", "3"],
    ["th", "thur", "thurs", "thursdays", "do", "donnerstag", "周四", "星期四", "4"],
    ["fr", "fridays", "freitag", "周五", "星期五", "5"],
    ["sa", "saturdays", "samstag", "sonnabend", "周六", "星期六", "6"],
    ["su", "so", "sundays", "sonntag", "周日", "周天", "星期日", "星期天", "7"],
  ]
}
