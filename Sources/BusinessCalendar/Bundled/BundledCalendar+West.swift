extension BundledCalendar {
  /// The United States: federal holidays.
  static let unitedStates = BundledCalendar(
    id: "US", name: "United States (federal)", years: 2000...2030, lastPublishedYear: 2030,
    substitution: .nearestWeekday,
    rules: """
      public|New Year's Day|0101
      public|Martin Luther King Jr. Day|mon#3/01
      public|Washington's Birthday|mon#3/02
      public|Memorial Day|mon#-1/05
      public|Juneteenth National Independence Day|0619|2021..
      public|Independence Day|0704
      public|Labor Day|mon#1/09
      public|Columbus Day|mon#2/10
      public|Veterans Day|1111
      public|Thanksgiving Day|thu#4/11
      public|Christmas Day|1225
      observance|black-friday|thu#4/11+1
      observance|cyber-monday|thu#4/11+4
      """,
    sources: [
      CalendarSource(
        title: "5 U.S.C. § 6103 and Executive Order 11582",
        note: "A holiday on a Saturday is observed on Friday, one on a Sunday on Monday; the day "
          + "itself stays in the calendar. Private employers need not follow."),
      CalendarSource(
        title: "Juneteenth National Independence Day Act, Public Law 117-17",
        effective: range("2021-06-17", nil)),
    ])

  /// England and Wales: bank holidays.
  static let england = BundledCalendar(
    id: "GB-ENG", name: "England and Wales", years: 2015...2030, lastPublishedYear: 2027,
    substitution: .nextFreeWeekday,
    rules: """
      public|New Year's Day|0101
      public|Good Friday|E-2
      public|Easter Monday|E+1
      public|Early May bank holiday|mon#1/05 200508|!2020
      public|Spring bank holiday|mon#-1/05 220602|!2022
      public|Platinum Jubilee|220603
      public|State funeral of Queen Elizabeth II|220919
      public|Coronation of King Charles III|230508
      public|Summer bank holiday|mon#-1/08
      public|Christmas Day|1225
      public|Boxing Day|1226
      observance|black-friday|thu#4/11+1
      observance|cyber-monday|thu#4/11+4
      """,
    sources: [
      CalendarSource(
        title: "Banking and Financial Dealings Act 1971, schedule 1, and royal proclamations",
        note: "A holiday at the weekend moves to the next weekday that is none; the day itself "
          + "stays in the calendar. In 2020 the May holiday was moved to 8 May, in 2022 the spring "
          + "holiday to 2 June; three royal days were proclaimed once.")
    ])

  /// Scotland: bank holidays.
  static let scotland = BundledCalendar(
    id: "GB-SCT", name: "Scotland", years: 2015...2030, lastPublishedYear: 2027,
    substitution: .nextFreeWeekday,
    rules: """
      public|New Year's Day|0101
      public|2nd January|0102
      public|Good Friday|E-2
      public|Early May bank holiday|mon#1/05 200508|!2020
      public|Spring bank holiday|mon#-1/05 220602|!2022
      public|Platinum Jubilee|220603
      public|State funeral of Queen Elizabeth II|220919
      public|Coronation of King Charles III|230508
      public|World Cup bank holiday|260615
      public|Summer bank holiday|mon#1/08
      public|St Andrew's Day|1130
      public|Christmas Day|1225
      public|Boxing Day|1226
      observance|black-friday|thu#4/11+1
      observance|cyber-monday|thu#4/11+4
      """,
    sources: [
      CalendarSource(
        title: "Banking and Financial Dealings Act 1971, schedule 1, and royal proclamations",
        note: "As in England, with 2 January and the first Monday of August, without Easter Monday."
      ),
      CalendarSource(
        title: "St Andrew's Day Bank Holiday (Scotland) Act 2007",
        note: "Employers need not give it."),
    ])
}
