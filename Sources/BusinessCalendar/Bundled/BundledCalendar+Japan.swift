extension BundledCalendar {
  /// Japan: national holidays.
  static let japan = BundledCalendar(
    id: "JP", name: "Japan", years: 2015...2030, lastPublishedYear: 2027, substitution: .japanese,
    rules: """
      public|New Year's Day|0101
      public|Coming of Age Day|mon#2/01
      public|Foundation Day|0211
      public|Emperor's Birthday|0223|2020..
      public|Vernal Equinox Day|vernal-equinox
      public|Showa Day|0429
      public|Enthronement of the Emperor|190501 191022
      public|Constitution Day|0503
      public|Greenery Day|0504
      public|Children's Day|0505
      public|Marine Day|mon#3/07 200723 210722|!2020 !2021
      public|Mountain Day|0811 200810 210808|2016.. !2020 !2021
      public|Respect for the Aged Day|mon#3/09
      public|Autumnal Equinox Day|autumnal-equinox
      public|Health and Sports Day|mon#2/10|..2019
      public|Sports Day|mon#2/10 200724 210723|2022..
      public|Culture Day|1103
      public|Labour Thanksgiving Day|1123
      public|Emperor's Birthday|1223|..2018
      """,
    sources: [
      CalendarSource(
        title: "Act on National Holidays (Act No. 178 of 1948), articles 2 and 3",
        note: "A holiday on a Sunday is made up on the next day that is none; a day between two "
          + "holidays is one. The Cabinet Office announces the equinoxes each February for the "
          + "next year; later ones are computed."),
      CalendarSource(
        title: "Act on the enthronement holidays (Act No. 99 of 2018)",
        effective: range("2019-05-01", "2019-10-23")),
      CalendarSource(
        title: "Special measures for the Tokyo Olympic and Paralympic Games",
        effective: range("2020-07-01", "2021-09-01"),
        note: "Moved Marine, Sports and Mountain Day."),
    ])
}
