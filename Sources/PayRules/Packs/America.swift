extension PaySystem {
  /// The Fair Labor Standards Act by kind of pay, and California.
  static let americaTexts = [usHourly, usSalary, usFluctuating, usPiece, california]

  private static let shared = #"""
      "jurisdiction": "US", "currency": "USD", "effective-from": "1968-01-26",
      "sources": [
        {"key": "flsa", "title": "Fair Labor Standards Act", "article": "29 USC 207",
         "evidence": "known"},
        {"key": "regular-rate", "title": "29 CFR 778.110, 778.111, 778.115", "evidence": "read"},
        {"key": "salary", "title": "29 CFR 778.113, 778.322", "evidence": "read"},
        {"key": "fluctuating", "title": "29 CFR 778.114", "evidence": "known"},
        {"key": "differential", "title": "29 CFR 778.207(b)", "evidence": "known"},
        {"key": "bonus", "title": "29 CFR 778.209", "evidence": "known"}
      ],
    """#

  private static let rounding = #"""
    {"key": "rr_round", "kind": "choice", "choices": ["exact", "cent"], "default": "exact",
          "sentence": "whether the regular rate is rounded to the cent"}
    """#

  /// Terms, windows and rules of the kinds of pay whose overtime is half the regular rate.
  private static let halfTime = #"""
      "windows": {"diff": "$diff"},
      "week": {"of": "instant",
        "regular-rate": {"rounding": "rr_round", "rounds-multiples": true},
        "bonuses": [{"code": "US_BONUS", "term": "bonus", "in-regular-rate": true,
          "sentence": "a bonus that is promised is part of the regular rate",
          "source": "bonus"}]},
      "supplements": [
        {"code": "US_SHIFT_DIFF", "when": {"window": "diff"}, "rate": "$diff", "per": "week",
         "in-regular-rate": true, "sentence": "a shift differential is part of the regular rate",
         "source": "differential"},
        {"code": "US_OT_HALF", "when": {"beyond": {"week": "40"}}, "multiplier": "0.5",
         "rate": "regular", "per": "week",
         "sentence": "hours beyond 40 in the workweek get half the regular rate on top",
         "source": "regular-rate"}
      ]
    """#

  private static let halfTimeTerms = #"""
    {"key": "bonus", "kind": "week-amounts", "sentence": "bonuses by first day of the workweek"},
        {"key": "diff", "kind": "window-rate", "sentence": "shift differential and its hours"},
        \#(rounding)
    """#

  private static let usHourly = #"""
    {
      "id": "us-hourly", "name": "USA, by the hour", "contract": "hourly", \#(shared)
      "terms": [\#(halfTimeTerms)],
      "lines": "week",
      "classes": [
        {"code": "US_STRAIGHT", "rate": "shift", "counts": ["week"],
         "sentence": "all hours are paid once, at the rate of their shift", "source": "flsa"}
      ],
      \#(halfTime)
    }
    """#

  private static let usFluctuating = #"""
    {
      "id": "us-fluctuating-workweek", "name": "USA, salary for fluctuating hours",
      "contract": "fww", \#(shared)
      "terms": [
        {"key": "weekly_salary", "kind": "amount", "required": true,
         "sentence": "salary of a week, whatever its hours"},
        \#(halfTimeTerms)],
      "lines": "week",
      "classes": [
        {"code": "US_SALARY", "pays": "week-amount", "amounts": ["weekly_salary"],
         "counts": ["week"], "sentence": "the salary pays all hours of the week once",
         "source": "fluctuating"}
      ],
      \#(halfTime)
    }
    """#

  private static let usPiece = #"""
    {
      "id": "us-piece", "name": "USA, by the piece", "contract": "piece", \#(shared)
      "terms": [
        {"key": "piece_earnings", "kind": "amount", "required": true,
         "sentence": "piece earnings of a workweek"},
        {"key": "other_earnings", "kind": "amount", "default": "0",
         "sentence": "other earnings of a workweek, such as for waiting"},
        \#(halfTimeTerms)],
      "lines": "week",
      "classes": [
        {"code": "US_PIECE", "pays": "week-amount",
         "amounts": ["piece_earnings", "other_earnings"], "counts": ["week"],
         "sentence": "piece earnings pay all hours of the week once", "source": "regular-rate"}
      ],
      \#(halfTime)
    }
    """#

  private static let usSalary = #"""
    {
      "id": "us-salary-fixed-hours", "name": "USA, salary for fixed hours",
      "contract": "salary_fixed_hours", \#(shared)
      "terms": [
        {"key": "weekly_salary", "kind": "amount", "required": true,
         "sentence": "salary of a week"},
        {"key": "salary_hours", "kind": "hours", "required": true,
         "sentence": "the hours of a week that it pays for"},
        \#(rounding)],
      "lines": "week",
      "week": {"of": "instant",
        "regular-rate": {"salary": "$weekly_salary", "hours": "$salary_hours",
          "rounding": "rr_round", "rounds-multiples": true}},
      "classes": [
        {"code": "US_SALARY", "when": {"within": {"week": "$salary_hours"}},
         "pays": "week-amount", "amounts": ["weekly_salary"], "counts": ["week"],
         "sentence": "the salary pays the hours that it is for", "source": "salary"},
        {"code": "US_OT15", "when": {"beyond": {"week": "40"}}, "multiplier": "1.5",
         "rate": "regular", "counts": ["week"],
         "sentence": "hours beyond 40 in the workweek are paid one and a half times",
         "source": "salary"},
        {"code": "US_STRAIGHT_BEYOND_SALARY", "rate": "regular", "counts": ["week"],
         "sentence": "hours beyond the salary's and up to 40 are paid once", "source": "salary"}
      ],
      "supplements": [
        {"code": "US_OT15", "per": "week", "rate": "regular", "multiplier": "1.5",
         "when": {"beyond": {"week": "40"}, "within": {"week": "$salary_hours"}},
         "sentence": "hours beyond 40 in the workweek are paid one and a half times",
         "source": "salary"}
      ]
    }
    """#

  private static let california = #"""
    {
      "id": "california-hourly", "name": "California, by the hour", "jurisdiction": "US-CA",
      "contract": "hourly", "currency": "USD", "effective-from": "2000-01-01",
      "sources": [
        {"key": "510", "title": "California Labor Code", "article": "500, 510",
         "evidence": "read"},
        {"key": "weighted", "title": "DLSE overtime FAQ, weighted average", "evidence": "read"},
        {"key": "alvarado", "title": "Alvarado v. Dart Container (2018)", "evidence": "read"},
        {"key": "production", "title": "DLSE manual 49.2", "evidence": "known"}
      ],
      "terms": [
        {"key": "flat_bonus", "kind": "amount", "sentence": "flat-sum bonus of each workweek"},
        {"key": "prod_bonus", "kind": "amount", "sentence": "production bonus of each workweek"},
        \#(rounding)],
      "lines": "week",
      "day": {"of": "workday"},
      "week": {"of": "workday",
        "regular-rate": {"rounding": "rr_round"},
        "several-rates": {"straight": "CA_STRAIGHT", "premiums": [
            {"code": "CA_OT_HALF", "of": "CA_OT15", "multiplier": "0.5"},
            {"code": "CA_DT_PREM", "of": "CA_DT20", "multiplier": "1"}],
          "sentence": "with several rates, overtime is paid at their weighted average",
          "source": "weighted"},
        "bonuses": [
          {"code": "CA_BONUS_FLAT", "term": "flat_bonus", "over": "CA_REG", "premiums": [
            {"code": "CA_BONUS_OT15", "of": "CA_OT15", "multiplier": "1.5"},
            {"code": "CA_BONUS_DT20", "of": "CA_DT20", "multiplier": "2"}],
           "sentence": "a flat sum is divided by the hours that are not overtime",
           "source": "alvarado"},
          {"code": "CA_BONUS_PROD", "term": "prod_bonus", "premiums": [
            {"code": "CA_PROD_OT_HALF", "of": "CA_OT15", "multiplier": "0.5"},
            {"code": "CA_PROD_DT_PREM", "of": "CA_DT20", "multiplier": "1"}],
           "sentence": "a production bonus is divided by all hours", "source": "production"}]},
      "classes": [
        {"code": "CA_OT15", "when": {"seventh-day": true, "within": {"day": "8"}},
         "multiplier": "1.5", "rate": "shift", "counts": ["day"],
         "sentence": "overtime: past 8 h of the workday, 40 h of the week, on the seventh day",
         "source": "510"},
        {"code": "CA_DT20", "when": {"seventh-day": true}, "multiplier": "2", "rate": "shift",
         "counts": ["day"],
         "sentence": "double time: past 12 h of the workday, or past 8 h on the seventh day",
         "source": "510"},
        {"code": "CA_DT20", "when": {"beyond": {"day": "12"}}, "multiplier": "2", "rate": "shift",
         "counts": ["day"],
         "sentence": "double time: past 12 h of the workday, or past 8 h on the seventh day",
         "source": "510"},
        {"code": "CA_OT15", "when": {"beyond": {"day": "8"}}, "multiplier": "1.5",
         "rate": "shift", "counts": ["day"],
         "sentence": "overtime: past 8 h of the workday, 40 h of the week, on the seventh day",
         "source": "510"},
        {"code": "CA_OT15", "when": {"beyond": {"week": "40"}}, "multiplier": "1.5",
         "rate": "shift", "counts": ["day"],
         "sentence": "overtime: past 8 h of the workday, 40 h of the week, on the seventh day",
         "source": "510"},
        {"code": "CA_REG", "rate": "shift", "counts": ["day", "week"],
         "sentence": "regular hours; only they count to the 40", "source": "510"}
      ]
    }
    """#
}
