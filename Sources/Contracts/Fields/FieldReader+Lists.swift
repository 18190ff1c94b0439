internal import Units

// Values that are lists.
extension FieldReader {
  mutating func bands(_ name: String) -> [ContactBand]? {
    guard let text = text(name) else { return nil }
    var bands: [ContactBand] = []
    for part in text.split(separator: "|", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "@", omittingEmptySubsequences: false)
      let ends = (sides.first ?? "").split(separator: "-", omittingEmptySubsequences: false)
      guard sides.count == 2, ends.count == 2, let from = Int64(ends[0].trimmed),
        let rate = Rational(decimal: sides[1].trimmed),
        ends[1].trimmed.isEmpty || Int64(ends[1].trimmed) != nil
      else {
        report(
          name, "“\(part.trimmed)” is no band",
          hint: "write <from>-<to>@<rate>, such as 1-2100@1.71|2101-@1.57")
        return nil
      }
      guard let price = price(name, rate) else { return nil }
      bands.append(ContactBand(from: from, to: Int64(ends[1].trimmed), rate: price))
    }
    return bands
  }

  mutating func hourTiers(_ name: String) -> [VolumeTier]? {
    guard let text = text(name) else { return nil }
    var tiers: [VolumeTier] = []
    for part in text.split(separator: "|", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "@", omittingEmptySubsequences: false)
      guard sides.count == 2, let hours = Rational(decimal: sides[0].trimmed),
        hours <= FieldRange.largest, hours >= .zero,
        let rate = Rational(decimal: sides[1].trimmed)
      else {
        report(
          name, "“\(part.trimmed)” is no tier",
          hint: "write <hours>@<rate>, such as 2000@47.00|4000@45.50")
        return nil
      }
      let seconds = hours * Rational(3600)
      guard seconds.denominator == 1 else {
        report(name, "“\(part.trimmed)” begins within a second", hint: "write whole hours")
        return nil
      }
      guard let price = price(name, rate) else { return nil }
      tiers.append(VolumeTier(above: WorkTime(seconds: seconds.numerator), rate: price))
    }
    return tiers
  }

  mutating func calls(_ name: String) -> [MonthActuals.Calls]? {
    guard let text = text(name) else { return nil }
    var calls: [MonthActuals.Calls] = []
    for part in text.split(separator: " ") {
      let sides = part.lowercased().split(separator: "x", omittingEmptySubsequences: false)
      guard sides.count == 2, let seconds = Rational(decimal: sides[0]),
        let count = Int64(sides[1]), count >= 0
      else {
        report(
          name, "“\(part)” is no number of calls",
          hint: "write <seconds>x<count>, such as 125x400 61x250")
        return nil
      }
      calls.append(MonthActuals.Calls(seconds: seconds, count: count))
    }
    return calls
  }

  mutating func rampWeeks(_ name: String) -> [MonthActuals.RampWeek]? {
    guard let text = text(name) else { return nil }
    var weeks: [MonthActuals.RampWeek] = []
    for part in text.split(separator: " ") {
      let sides = part.split(separator: ":", omittingEmptySubsequences: false)
      guard sides.count == 3, let week = Int(sides[0]), week.magnitude <= 10_000,
        let hours = Rational(decimal: sides[1]), let percent = Rational(decimal: sides[2]),
        let share = percent.divided(by: Rational(100))
      else {
        report(
          name, "“\(part)” is no week of a ramp",
          hint: "write <week>:<hours>:<percent>, such as 1:640:0 2:640:50")
        return nil
      }
      weeks.append(MonthActuals.RampWeek(week: week, hours: hours, billedShare: share))
    }
    return weeks
  }
}
