extension PaySystem {
  /// The Philippines, India, Japan and Malaysia.
  static let asiaTexts = [philippines, india, indiaBefore, japan, malaysia]

  private static let philippines = #"""
    {
      "id": "philippines-daily", "name": "Philippines, daily-paid", "jurisdiction": "PH",
      "contract": "daily_paid", "currency": "PHP",
      "time-zone": "Asia/Manila", "effective-from": "1974-11-01",
      "sources": [
        {"key": "86", "title": "Labor Code", "article": "Art. 86", "evidence": "read"},
        {"key": "87", "title": "Labor Code", "article": "Art. 87, 93", "evidence": "read"},
        {"key": "94", "title": "Labor Code", "article": "Art. 94", "evidence": "read"},
        {"key": "dole", "title": "DOLE labor advisories on holiday pay", "evidence": "read"},
        {"key": "double", "title": "DOLE: two regular holidays on one date",
         "evidence": "known"}
      ],
      "terms": [
        {"key": "unworked_regular", "kind": "dates",
         "sentence": "regular holidays that are paid though not worked"}
      ],
      "holidays": {"types": ["regular", "special", "double"]},
      "windows": {"night": "22:00-06:00"},
      "classes": [
        {"code": "PH_DRH_REST", "when": {"holiday": ["double"], "role": ["rest"]},
         "multiplier": "3.9", "counts": ["day"],
         "sentence": "a double holiday on a rest day", "source": "double"},
        {"code": "PH_DRH", "when": {"holiday": ["double"]}, "multiplier": "3",
         "counts": ["day"], "sentence": "a double holiday", "source": "double"},
        {"code": "PH_RH_REST", "when": {"holiday": ["regular"], "role": ["rest"]},
         "multiplier": "2.6", "counts": ["day"],
         "sentence": "a regular holiday on a rest day", "source": "dole"},
        {"code": "PH_RH", "when": {"holiday": ["regular"]}, "multiplier": "2",
         "counts": ["day"], "sentence": "a regular holiday", "source": "dole"},
        {"code": "PH_SNW_REST", "when": {"holiday": ["special"], "role": ["rest"]},
         "multiplier": "1.5", "counts": ["day"],
         "sentence": "a special day on a rest day", "source": "dole"},
        {"code": "PH_SNW", "when": {"holiday": ["special"]}, "multiplier": "1.3",
         "counts": ["day"], "sentence": "a special day", "source": "dole"},
        {"code": "PH_ORD_REST", "when": {"role": ["rest"]}, "multiplier": "1.3",
         "counts": ["day"], "sentence": "a rest day", "source": "dole"},
        {"code": "PH_ORD", "counts": ["day"], "sentence": "an ordinary day", "source": "87"}
      ],
      "factors": [
        {"suffix": "_OT", "when": {"beyond": {"day": "8"}}, "multiplier": "1.3",
         "except": {"PH_ORD": "1.25"}, "sentence": "past eight hours", "source": "87"},
        {"suffix": "_ND", "when": {"window": "night"}, "multiplier": "1.1",
         "sentence": "from 22:00 to 06:00", "source": "86"}
      ],
      "allowances": [
        {"code": "PH_RH_UNWORKED", "term": "unworked_regular", "hours": "8",
         "sentence": "a regular holiday is paid though not worked", "source": "94"}
      ]
    }
    """#

  private static let indiaRules = #"""
      "jurisdiction": "IN", "contract": "standard", "currency": "INR", "time-zone": "Asia/Kolkata",
      "terms": [
        {"key": "daily_limit", "kind": "hours", "required": true,
         "sentence": "ordinary hours of a day: 8, or 9 under some state acts"},
        {"key": "weekly_limit", "kind": "hours", "required": true,
         "sentence": "ordinary hours of a week"},
        {"key": "ot_round", "kind": "choice", "choices": ["exact", "15_30_60"],
         "default": "exact", "sentence": "how minutes past the full hour count"}
      ],
      "lines": "week",
      "week": {"of": "shift-start", "better-of": {"code": "IN_OT200", "multiplier": "2",
        "day": "$daily_limit", "week": "$weekly_limit", "rounding": "ot_round",
        "sentence": "overtime by the day or by the week, whichever is more, is paid twice",
        "source": "overtime"}},
      "classes": [
        {"code": "IN_BASE", "pays": "base", "sentence": "ordinary hours are within the salary",
         "source": "overtime"}
      ]
    """#

  private static let india = #"""
    {
      "id": "india-standard", "name": "India, overtime at twice the rate",
      "effective-from": "2025-11-21",
      "sources": [
        {"key": "overtime", "title": "Occupational Safety, Health and Working Conditions Code 2020",
         "article": "s. 27", "evidence": "read"},
        {"key": "rounding", "title": "Draft state rule 69; under 15 minutes count nothing here",
         "evidence": "convention"}
      ],
      \#(indiaRules)
    }
    """#

  private static let indiaBefore = #"""
    {
      "id": "india-standard", "name": "India, overtime at twice the rate",
      "effective-from": "1949-04-01", "effective-to": "2025-11-21",
      "sources": [
        {"key": "overtime", "title": "Factories Act 1948, and state shops acts",
         "article": "s. 59", "evidence": "known"}
      ],
      \#(indiaRules)
    }
    """#

  private static let japan = #"""
    {
      "id": "japan-standard", "name": "Japan, standard hours", "jurisdiction": "JP",
      "contract": "standard", "currency": "JPY",
      "time-zone": "Asia/Tokyo", "effective-from": "2023-04-01",
      "sources": [
        {"key": "32", "title": "Labour Standards Act", "article": "Art. 32", "evidence": "read"},
        {"key": "36", "title": "Labour Standards Act", "article": "Art. 36", "evidence": "known"},
        {"key": "37", "title": "Labour Standards Act", "article": "Art. 37", "evidence": "read"}
      ],
      "terms": [
        {"key": "sched_hours", "kind": "hours", "default": "8",
         "sentence": "contract hours of a day"},
        {"key": "prior_ot_hours", "kind": "hours", "default": "0",
         "sentence": "overtime hours earlier in the month"},
        {"key": "legal_holidays", "kind": "dates",
         "sentence": "the person's legal weekly holidays"}
      ],
      "holidays": {"term": "legal_holidays"},
      "windows": {"night": "22:00-05:00"},
      "week": {"of": "shift-start"},
      "classes": [
        {"code": "JP_HOL135", "when": {"holiday": ["legal_holidays"]}, "multiplier": "1.35",
         "sentence": "work on the legal holiday; it never becomes overtime", "source": "37"},
        {"code": "JP_OT150", "when": {"beyond": {"day": "8", "month": "60"}},
         "multiplier": "1.5", "counts": ["day", "month"],
         "sentence": "overtime beyond 60 hours of the month", "source": "37"},
        {"code": "JP_OT125", "when": {"beyond": {"day": "8"}}, "multiplier": "1.25",
         "counts": ["day", "month"], "sentence": "overtime: past 8 h a day or 40 h a week",
         "source": "37"},
        {"code": "JP_OT150", "when": {"beyond": {"week": "40", "month": "60"}},
         "multiplier": "1.5", "counts": ["day", "week", "month"],
         "sentence": "overtime beyond 60 hours of the month", "source": "37"},
        {"code": "JP_OT125", "when": {"beyond": {"week": "40"}}, "multiplier": "1.25",
         "counts": ["day", "week", "month"],
         "sentence": "overtime: past 8 h a day or 40 h a week", "source": "37"},
        {"code": "JP_WITHIN100", "when": {"beyond": {"day": "$sched_hours"}},
         "counts": ["day", "week"],
         "sentence": "hours past the contract's and within the law's are paid once",
         "source": "32"},
        {"code": "JP_BASE", "pays": "base", "counts": ["day", "week"],
         "sentence": "ordinary hours are within the salary", "source": "32"}
      ],
      "supplements": [
        {"code": "JP_NIGHT25", "when": {"window": "night"}, "multiplier": "0.25",
         "sentence": "hours from 22:00 to 05:00 get a quarter on top", "source": "37"}
      ],
      "caps": [
        {"code": "JP_MONTH_OT_GT_45H", "measure": "month", "limit": "45",
         "classes": ["JP_OT125", "JP_OT150"], "prior": "prior_ot_hours",
         "sentence": "at most 45 hours of overtime a month", "source": "36"},
        {"code": "JP_MONTH_OT_HOL_GE_100H", "measure": "month", "limit": "100", "reached": true,
         "classes": ["JP_OT125", "JP_OT150", "JP_HOL135"], "prior": "prior_ot_hours",
         "sentence": "overtime and holiday work of a month stay under 100 hours", "source": "36"}
      ]
    }
    """#

  private static let malaysia = #"""
    {
      "id": "malaysia-ea1955", "name": "Malaysia, Employment Act up to RM4,000",
      "jurisdiction": "MY", "contract": "EA1955_le_RM4000", "currency": "MYR", "time-zone": "Asia/Kuala_Lumpur",
      "effective-from": "2023-01-01",
      "sources": [
        {"key": "60a", "title": "Employment Act 1955", "article": "s. 60A, 60I",
         "evidence": "read"},
        {"key": "60", "title": "Employment Act 1955", "article": "s. 60", "evidence": "read"},
        {"key": "60d", "title": "Employment Act 1955", "article": "s. 60D", "evidence": "read"},
        {"key": "per-shift", "title": "The twelve hours a day are tested on each shift",
         "evidence": "convention"}
      ],
      "terms": [
        {"key": "monthly", "kind": "amount", "required": true, "sentence": "salary of a month"},
        {"key": "normal_hours", "kind": "hours", "default": "8",
         "sentence": "normal hours of a day"}
      ],
      "day-wage": {"salary": "$monthly", "days": "26", "hours": "$normal_hours"},
      "lines": "shift",
      "classes": [
        {"code": "MY_REST_HALFDAY", "pays": "day-wage", "multiplier": "0.5", "counts": ["shift"],
         "when": {"role": ["rest"], "shift-up-to": "$normal_hours * 0.5"},
         "sentence": "up to half the normal hours on a rest day are paid half a day's wage",
         "source": "60"},
        {"code": "MY_REST_OT2", "multiplier": "2", "counts": ["shift"],
         "when": {"role": ["rest"], "beyond": {"shift": "$normal_hours"}},
         "sentence": "hours past the normal ones on a rest day are paid twice", "source": "60"},
        {"code": "MY_REST_DAY", "pays": "day-wage", "counts": ["shift"],
         "when": {"role": ["rest"]},
         "sentence": "more than half the normal hours on a rest day are paid a day's wage",
         "source": "60"},
        {"code": "MY_PH_OT3", "multiplier": "3", "counts": ["shift"],
         "when": {"role": ["holiday"], "beyond": {"shift": "$normal_hours"}},
         "sentence": "hours past the normal ones on a public holiday are paid three times",
         "source": "60d"},
        {"code": "MY_PH_2DAYS", "pays": "day-wage", "multiplier": "2", "counts": ["shift"],
         "when": {"role": ["holiday"]},
         "sentence": "work on a public holiday is paid two days' wages, however short",
         "source": "60d"},
        {"code": "MY_OT15", "multiplier": "1.5", "counts": ["shift"],
         "when": {"beyond": {"shift": "$normal_hours"}},
         "sentence": "hours past the normal ones are paid one and a half times",
         "source": "60a"},
        {"code": "MY_BASE", "pays": "in-salary", "per": "sheet", "counts": ["shift"],
         "sentence": "ordinary hours are within the salary", "source": "60a"}
      ],
      "caps": [
        {"code": "MY_DAY_GT_12H", "measure": "shift", "limit": "12",
         "sentence": "at most twelve hours a day", "source": "per-shift"}
      ]
    }
    """#
}
