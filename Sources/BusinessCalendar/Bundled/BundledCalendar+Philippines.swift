extension BundledCalendar {
  /// The Philippines: regular holidays and special non-working days, which pay differently.
  static let philippines = BundledCalendar(
    id: "PH", name: "Philippines", years: 2015...2027, lastPublishedYear: 2026, substitution: .none,
    rules: """
      regular|New Year's Day|0101
      regular|Maundy Thursday|E-3
      regular|Good Friday|E-2
      regular|Day of Valor|0409 230410|!2023
      regular|Labor Day|0501
      regular|Independence Day|0612
      regular|Eid al-Fitr|150717 160706 170626 180615 190605 200525 210513 220503 230421
      regular|Eid al-Fitr|240410 250401 260320 270309e
      regular|Eid al-Adha|150925 160912 170901 180821 190812 200731 210720 220709 230628
      regular|Eid al-Adha|240617 250606 260527 270516e
      regular|National Heroes Day|mon#-1/08
      regular|Bonifacio Day|1130 231127|!2023
      regular|Christmas Day|1225
      regular|Rizal Day|1230
      special|Chinese New Year|L0101|!2023
      special|EDSA Revolution Anniversary|0225 230224|2016..2022
      special|Black Saturday|E-1
      special|Ninoy Aquino Day|0821 240823|!2024
      special|All Saints' Day|1101
      special|All Souls' Day|261102 271102
      special|Immaculate Conception|1208|2018..
      special|Christmas Eve|1224|2025..
      special|New Year's Eve|1231|!2021 !2022
      special|Election day|180514 190513 220509 231030 250512
      special|Additional special day|150102 151224 160102 161031 161224 170102 171031 181102
      special|Additional special day|181224 191102 191224 201102 201224 221031 230102 231102
      special|Additional special day|231226 240209 241102 241224 250727 251031
      """,
    sources: [
      CalendarSource(
        title: "Administrative Code, book I, section 26, as amended by Republic Act 9492",
        note: "Regular holidays and special days of each year."),
      CalendarSource(
        title: "Republic Acts 9177 and 9849",
        note: "Eid al-Fitr and Eid al-Adha; each date is proclaimed, for example by Proclamations "
          + "6 and 56 of 2016, 297 of 2017, 556 of 2018."),
      CalendarSource(
        title: "Republic Act 10966",
        effective: range("2018-01-16", nil), note: "8 December is a special day."),
      CalendarSource(
        title: "Yearly proclamations of regular holidays and special days",
        effective: range("2015-01-01", "2027-01-01"),
        note: "2027 is not yet proclaimed: its dates are computed, and both Eids are estimates."),
    ])
}
