extension BundledCalendar {
  /// China: the statutory days from the Regulation, the swapped days from each year's notice.
  static let china = BundledCalendar(
    id: "CN", name: "China", years: 2015...2027, lastPublishedYear: 2026, substitution: .none,
    rules: """
      public|New Year's Day|0101
      public|Spring Festival|L0101-1|2025..
      public|Spring Festival|L0101 L0102 L0103
      public|Qingming Festival|qingming
      public|Labour Day|0501
      public|Labour Day|0502|2025..
      public|Dragon Boat Festival|L0505
      public|Mid-Autumn Festival|L0815
      public|National Day|1001 1002 1003
      observance|laba-festival|L1208
      observance|little-new-year|L1223
      observance|spring-festival-eve|L0101-1
      observance|spring-festival|L0101
      observance|lantern-festival|L0115
      observance|valentines-day|0214
      observance|queens-day-38|0308
      observance|520|0520
      observance|618|0618
      observance|618-window|0524~0620
      observance|dragon-boat-festival|L0505
      observance|qixi-festival|L0707
      observance|ghost-festival|L0715
      observance|mid-autumn-festival|L0815
      observance|double-ninth-festival|L0909
      observance|818|0818
      observance|99|0909
      observance|double-11|1111
      observance|double-11-window|1020~1113
      observance|double-12|1212
      observance|double-12-window|1208~1214
      """,
    arrangements: """
      2015 N 0101-0103 w0104
      2015 S 0218-0224 w0215 w0228
      2015 Q 0405-0406
      2015 D 0622
      2015 V 0903-0904 w0906
      2015 G 1001-1007 w1010
      2016 S 0207-0213 w0206 w0214
      2016 L 0501-0502
      2016 D 0609-0611 w0612
      2016 M 0915-0917 w0918
      2016 G 1001-1007 w1008 w1009
      2017 N 0101-0102
      2017 S 0127-0202 w0122 w0204
      2017 Q 0402-0404 w0401
      2017 D 0528-0530 w0527
      2017 G 1001-1008 w0930
      2018 S 0215-0221 w0211 w0224
      2018 Q 0405-0407 w0408
      2018 L 0429-0501 w0428
      2018 G 1001-1007 w0929 w0930
      2018 N 1230-1231 w1229
      2019 S 0204-0210 w0202 w0203
      2019 Q 0405-0407
      2019 L 0501-0504 w0428 w0505
      2019 D 0607-0609
      2019 M 0913-0915
      2019 G 1001-1007 w0929 w1012
      2020 S 0124-0202 w0119
      2020 Q 0404-0406
      2020 L 0501-0505 w0426 w0509
      2020 D 0625-0627 w0628
      2020 G 1001-1008 w0927 w1010
      2021 N 0101-0103
      2021 S 0211-0217 w0207 w0220
      2021 Q 0403-0405
      2021 L 0501-0505 w0425 w0508
      2021 D 0612-0614
      2021 M 0919-0921 w0918
      2021 G 1001-1007 w0926 w1009
      2022 N 0101-0103 1231
      2022 S 0131-0206 w0129 w0130
      2022 Q 0403-0405 w0402
      2022 L 0430-0504 w0424 w0507
      2022 D 0603-0605
      2022 M 0910-0912
      2022 G 1001-1007 w1008 w1009
      2023 N 0101-0102 1230-1231
      2023 S 0121-0127 w0128 w0129
      2023 L 0429-0503 w0423 w0506
      2023 D 0622-0624 w0625
      2023 G 0929-1006 w1007 w1008
      2024 S 0210-0217 w0204 w0218
      2024 Q 0404-0406 w0407
      2024 L 0501-0505 w0428 w0511
      2024 M 0915-0917 w0914
      2024 G 1001-1007 w0929 w1012
      2025 S 0128-0204 w0126 w0208
      2025 Q 0404-0406
      2025 L 0501-0505 w0427
      2025 D 0531-0602
      2025 G 1001-1008 w0928 w1011
      2026 N 0101-0103 w0104
      2026 S 0215-0223 w0214 w0228
      2026 Q 0404-0406
      2026 L 0501-0505 w0509
      2026 D 0619-0621
      2026 M 0925-0927
      2026 G 1001-1007 w0920 w1010
      """,
    sources: [
      CalendarSource(
        title: "Regulation on Public Holidays for National Annual Festivals and Memorial Days, "
          + "as revised on 11 December 2013",
        effective: range("2014-01-01", "2025-01-01"),
        note: "Eleven statutory days a year."),
      CalendarSource(
        title: "Regulation on Public Holidays for National Annual Festivals and Memorial Days, "
          + "as revised on 10 November 2024",
        effective: range("2025-01-01", nil),
        note: "Adds Spring Festival's eve and 2 May: thirteen statutory days a year."),
      CalendarSource(
        title: "Yearly notices of the General Office of the State Council on holiday arrangements",
        effective: range("2015-01-01", "2027-01-01"),
        note: "Days off and make-up workdays. That of 2027 is not yet published: 2027 has only its "
          + "statutory days and weekends. 3 September 2015 was off once; held to be a rest day."),
      CalendarSource(
        title: "GB/T 33661-2017, Calculation and promulgation of the Chinese calendar",
        note: "Lunar months and Qingming, computed."),
      CalendarSource(
        title: "Sale days of Chinese online shops",
        note: "Markers only, the same dates each year; platforms move their windows, so a scenario "
          + "names its own events."),
    ])

  static func range(_ start: String, _ end: String?) -> DateRange {
    DateRange(
      start: LocalDate(iso: start) ?? .first, end: end.flatMap { LocalDate(iso: $0) } ?? .last)
  }
}
