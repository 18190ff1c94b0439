import BusinessCalendar
import TestSupport
import Testing

@Suite("Bundled calendars agree with the acceptance tables")
struct CalendarAcceptanceTests {
  private static let statutoryNames = [
    "New Year": "New Year's Day", "Spring Festival": "Spring Festival",
    "Qingming": "Qingming Festival", "Labour Day": "Labour Day",
    "Dragon Boat": "Dragon Boat Festival", "Mid-Autumn": "Mid-Autumn Festival",
    "National Day": "National Day", "Mid-Autumn+National Day": "Mid-Autumn Festival; National Day",
  ]

  private static let observances = [
    "Laba": "laba-festival", "Lantern": "lantern-festival", "Qixi": "qixi-festival",
    "Valentine's Day": "valentines-day", "38 Queen": "queens-day-38", "520": "520", "618": "618",
    "618-window": "618-window", "818": "818", "99": "99", "1111": "double-11",
    "1111-window": "double-11-window", "1212": "double-12", "1212-window": "double-12-window",
  ]

  /// Festivals that the table has no markers for, though the calendar knows them.
  private static let unmarked: Set<String> = [
    "little-new-year", "spring-festival-eve", "spring-festival", "dragon-boat-festival",
    "ghost-festival", "mid-autumn-festival", "double-ninth-festival",
  ]

  @Test(
    "China, every day from 2015 to 2027: kind, name, lunar date, festivals, arrangement",
    .acceptance("calendar/cn_calendar.csv"))
  func china() throws {
    let table = try AcceptanceTable("calendar/cn_calendar.csv")
    let china = try #require(HolidayCalendar.bundled("CN"))
    var statutory = 0
    for row in table.rows {
      let day = china.day(try date(row["date"] ?? ""))
      #expect(day.kind.rawValue == row["kind"], "\(day.date)")
      #expect(LunarDate(of: day.date)?.description == row["lunar"], "\(day.date)")
      let published = row["arrangement_published"] == "yes"
      #expect(china.arrangementPublished(day.date.year) == published, "\(day.date)")
      if day.kind == .statutoryHoliday {
        statutory += 1
        #expect(
          day.name == CalendarAcceptanceTests.statutoryNames[row["name"] ?? ""], "\(day.date)")
      }
      let festivals = (row["festival"] ?? "").split(separator: "|").map(String.init)
      let expected = Set(
        festivals.map { CalendarAcceptanceTests.observances[$0] ?? "unknown \($0)" })
      let found = Set(day.observances).subtracting(CalendarAcceptanceTests.unmarked)
      #expect(found == expected, "\(day.date)")
    }
    table.printCompared(table.rows.count, "\(statutory) of them statutory")
    #expect(table.rows.count == 4748)
  }

  /// Where the table is computed and the Philippine proclamations say otherwise.
  private static let proclaimed: [String: HolidayClass?] = [
    // Eid al-Fitr 2016: Proclamation 6 of 2016.
    "2016-07-06": .regular, "2016-07-07": nil as HolidayClass?,
    // Eid al-Adha 2016: Proclamation 56 of 2016.
    "2016-09-12": .regular, "2016-09-10": nil as HolidayClass?,
    // Eid al-Adha 2017: Proclamation 297 of 2017.
    "2017-09-01": .regular, "2017-09-02": nil as HolidayClass?,
    // EDSA Revolution Anniversary 2017: Proclamation 50 of 2016.
    "2017-02-25": .special,
    // Eid al-Adha 2018, on Ninoy Aquino Day: Proclamation 556 of 2018.
    "2018-08-21": .regular,
    // Immaculate Conception 2018: Republic Act 10966.
    "2018-12-08": .special,
  ]

  @Test(
    "Every day from 2015 to 2027 has the holiday class, estimate and sale days of the table",
    .acceptance("calendar/world_calendar.csv"),
    arguments: [
      ("US", "US", ""), ("PH", "PH", ""), ("IN", "IN", ""), ("GB-ENG", "GB", "ENG"),
      ("GB-SCT", "GB", "SCT"), ("JP", "JP", ""),
    ])
  func world(id: String, country: String, subdivision: String) throws {
    let table = try AcceptanceTable("calendar/world_calendar.csv")
    let rows = table.rows.filter { row in
      let isPlace = row["country"] == country && row["subdiv"] == subdivision
      return isPlace && (row["date"] ?? "") < "2028"
    }
    let byDate = Dictionary(grouping: rows) { $0["date"] ?? "" }
    let calendar = try #require(HolidayCalendar.bundled(id))
    let years = DateRange(start: try date("2015-01-01"), end: try date("2028-01-01"))
    var mended = 0
    for day in calendar.days(in: years) {
      let entries = byDate[day.date.description] ?? []
      let holidays = entries.filter { $0["kind"] != "shopping-festival" }
      if let proclaimed = CalendarAcceptanceTests.proclaimed[day.date.description], id == "PH" {
        #expect(day.holidayClass == proclaimed, "\(day.date)")
        mended += 1
      } else {
        #expect(day.holidayClass == expectedClass(holidays.first), "\(day.date)")
      }
      #expect(
        (day.kind == .statutoryHoliday) == (day.holidayClass.map { $0 != .optional } ?? false))
      #expect(day.isEstimated == holidays.contains { $0["estimated"] == "1" }, "\(day.date)")
      let isJoint = holidays.contains { ($0["name"] ?? "").contains(";") }
      if !isJoint {
        #expect(day.isSubstitute == holidays.contains { $0["observed"] == "1" }, "\(day.date)")
      }
      let sales = entries.compactMap { $0["festival"] }.filter { !$0.isEmpty }
      #expect(day.observances == (id == "GB-SCT" ? day.observances : sales), "\(day.date)")
    }
    table.printCompared(
      rows.count, "\(years.count) days of \(id), \(mended) of them as proclaimed")
    #expect(rows.count > 100)
  }

  private func expectedClass(_ row: [String: String]?) -> HolidayClass? {
    guard let row else { return nil }
    switch row["kind"] {
    case "public-holiday": return .publicHoliday
    case "regular-holiday":
      return (row["name"] ?? "").contains(";") ? .doubleRegular : .regular
    case "special-non-working-day": return .special
    default: return .optional
    }
  }

  @Test(
    "The pay tables' holidays of 2025 and 2026 are the calendars'",
    .acceptance("pay/holidays.csv"))
  func payHolidays() throws {
    let table = try AcceptanceTable("pay/holidays.csv")
    let kinds: [String: DayKind] = [
      "statutory": .statutoryHoliday, "makeup_workday": .makeUpWorkday,
      "bridge_or_weekend_rest": .restDay, "regular": .statutoryHoliday,
      "special": .statutoryHoliday,
    ]
    var compared = 0
    for row in table.rows {
      guard let id = row["jurisdiction"], let calendar = HolidayCalendar.bundled(id) else {
        continue
      }
      let day = calendar.day(try date(row["date"] ?? ""))
      let type = row["type"] ?? ""
      #expect(day.kind == kinds[type], "\(id) \(day.date)")
      if id == "PH" { #expect(day.holidayClass?.rawValue == type, "\(day.date)") }
      compared += 1
    }
    table.printCompared(compared, "Poland has no bundled calendar")
  }
}
