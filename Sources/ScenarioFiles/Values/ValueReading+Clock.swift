internal import BusinessCalendar

extension ValueReading {
  /// Dates, times of the clock and spans.
  func clock(_ text: String, as kind: ValueKind) throws(Complaint) -> Value {
    switch kind {
    case .date:
      guard let date = LocalDate(iso: text) else {
        throw Complaint("“\(text)” is no date", hint: dateHint(text))
      }
      guard date.year >= 1990, date.year <= 2100 else {
        throw Complaint("\(text) is out of reach", hint: "dates lie between 1990 and 2100")
      }
      return .date(date)
    case .moment:
      guard let moment = LocalDateTime(text), moment.date.year >= 1990, moment.date.year <= 2100
      else {
        throw Complaint(
          "“\(text)” is no minute of a day", hint: "write day and time: 2026-11-10T20:00")
      }
      return .moment(moment)
    case .clockSpan:
      let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(\.trimmed)
      let times = parts.map { LocalTime($0) }
      guard parts.count <= 2, let first = times.first ?? nil, let last = times.last ?? nil,
        first <= last, last < .endOfDay
      else {
        throw Complaint(
          "“\(text)” is no span of start times", hint: "write it as 07:00-11:00, or one time")
      }
      return .clockSpan(first, last)
    case .dayHours: return try .dayHours(dayHours(text))
    case .timeSpan: return try timeSpan(text)
    case .countSpan(let range): return try countSpan(text, range)
    case .span: return try span(text)
    default: throw Complaint("nothing can be written here")
    }
  }

  private func dateHint(_ text: String) -> String {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    if parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      let first = LocalDate(year: year, month: month, day: 1), day > 28
    {
      return "\(first.description.prefix(7)) has \(YearMonth(of: first).dayCount) days"
    }
    return "write year, month and day: 2026-11-11"
  }

  private func dayHours(_ text: String) throws(Complaint) -> [(LocalTime, LocalTime)] {
    let hint = "write spans such as 08:00-24:00, or 10:00-14:00, 15:00-18:00"
    var stretches: [(LocalTime, LocalTime)] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let times = part.split(separator: "-", omittingEmptySubsequences: false).map(\.trimmed)
      guard times.count == 2, let from = LocalTime(times[0]), let until = LocalTime(times[1]) else {
        throw Complaint("“\(part.trimmed)” is no span of two times", hint: hint)
      }
      guard from < until else {
        throw Complaint(
          "“\(part.trimmed)” ends before it begins",
          hint: "hours over midnight are two spans: 00:00-02:00, 20:00-24:00")
      }
      if let last = stretches.last, from < last.1 {
        throw Complaint("“\(part.trimmed)” begins before the span in front of it ends", hint: hint)
      }
      stretches.append((from, until))
    }
    return stretches
  }

  private func timeSpan(_ text: String) throws(Complaint) -> Value {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw Complaint("“\(text)” is no span of two times", hint: "write it as 3 h - 5 h")
    }
    let first = try QuantityText.seconds(String(parts[0]))
    let last = try QuantityText.seconds(String(parts[1]))
    guard first >= 0, first <= last, last <= 86_400 else {
      throw Complaint("“\(text)” is no span of a shift", hint: "write it as 3 h - 5 h")
    }
    return .timeSpan(first, last)
  }

  private func span(_ text: String) throws(Complaint) -> Value {
    let parts = text.split(separator: " ")
    guard parts.count == 3, parts[1] == "per", let people = Int(parts[0]),
      let agents = Int(parts[2]), (1...1000).contains(people), (1...10_000).contains(agents)
    else {
      throw Complaint("“\(text)” is no number for a number", hint: "write it as 1 per 10")
    }
    return .span(people, per: agents)
  }

  private func countSpan(
    _ text: String, _ range: ClosedRange<Int>
  ) throws(Complaint) -> Value {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(\.trimmed)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, parts.count <= 2, let low = numbers.first,
      let high = numbers.last
    else { throw Complaint("“\(text)” is no range of numbers", hint: "write it as 8-20") }
    guard low <= high else {
      throw Complaint("“\(text)” is empty", hint: "write the smaller number first: \(high)-\(low)")
    }
    guard range.contains(low), range.contains(high) else {
      throw Complaint("\(text) is out of range", hint: KindText.range(range))
    }
    return .countSpan(low, high)
  }
}
