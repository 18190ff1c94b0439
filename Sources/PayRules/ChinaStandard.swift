extension RulePack {
  /// China, standard working-time system (标准工时制).
  ///
  /// Before 2008 other divisors held; comprehensive, flexible and part-time systems are packs of
  /// their own. The notes on evidence are part of the data.
  static let chinaStandardText = #"""
    {
      "id": "china-standard",
      "name": "China, standard working-time system",
      "jurisdiction": "CN",
      "hoursPerDay": "8",
      "hoursPerWeek": "40",
      "sources": [
        {"key": "labour-law-38", "title": "Labour Law", "article": "Art. 38", "evidence": "read"},
        {"key": "labour-law-41", "title": "Labour Law", "article": "Art. 41", "evidence": "read"},
        {"key": "labour-law-44", "title": "Labour Law", "article": "Art. 44", "evidence": "read"},
        {"key": "hours", "title": "State Council rules on working hours", "article": "Art. 3, 7",
         "evidence": "read"},
        {"key": "wages", "title": "Provisional rules on the payment of wages (1994, No. 489)",
         "article": "Art. 13", "evidence": "read"},
        {"key": "month-2025",
         "title": "Notice on annual working time and wage conversion (2025, No. 2)",
         "evidence": "read"},
        {"key": "holidays-2025",
         "title": "Rules on national holidays and memorial days, as of 2024-11-10",
         "article": "Art. 2", "evidence": "read"},
        {"key": "month-2008",
         "title": "Notice on annual working time and wage conversion (2008, No. 3)",
         "evidence": "known"},
        {"key": "midnight",
         "title": "Holiday hours by the clock's own day, daily hours by the shift's first day",
         "evidence": "convention"},
        {"key": "which-36", "title": "Paid rest-day hours count to the 36 h, holiday hours do not",
         "evidence": "convention"},
        {"key": "rest", "title": "No national rule found; 11 h as in Europe",
         "evidence": "convention"}
      ],
      "versions": [
        {"effectiveFrom": "2008-01-03", "effectiveTo": "2025-01-01",
         "paidDaysPerMonth": "21.75", "standardDaysPerMonth": "20.83",
         "statutoryHolidaysPerYear": 11, "sources": ["month-2008"]},
        {"effectiveFrom": "2025-01-01",
         "paidDaysPerMonth": "21.75", "standardDaysPerMonth": "20.67",
         "statutoryHolidaysPerYear": 13, "sources": ["month-2025", "holidays-2025"]}
      ],
      "classes": [
        {"code": "CN_HOL300", "when": {"on": ["statutory-holiday"]},
         "multiplier": "3", "kind": "on-top", "countsTo": [],
         "sentence":
           "work on a statutory holiday is paid three times; time off cannot replace it, and its hours use up no daily hours",
         "source": "labour-law-44"},
        {"code": "CN_COMPOFF", "when": {"on": ["rest-day"], "timeOffInLieu": true},
         "multiplier": "0", "kind": "on-top", "countsTo": ["daily-hours", "time-off-owed"],
         "sentence": "work on a rest day for which equal time off is given is not paid extra",
         "source": "labour-law-44"},
        {"code": "CN_REST200", "when": {"on": ["rest-day"]},
         "multiplier": "2", "kind": "on-top", "countsTo": ["daily-hours", "monthly-overtime"],
         "sentence": "work on a rest day without time off is paid twice",
         "source": "labour-law-44"},
        {"code": "CN_OT150", "when": {"on": ["workday"], "beyondDailyHours": true},
         "multiplier": "1.5", "kind": "on-top",
         "countsTo": ["daily-hours", "daily-overtime", "monthly-overtime"],
         "sentence": "work beyond the daily hours of a working day is paid one and a half times",
         "source": "labour-law-44"},
        {"code": "CN_BASE", "multiplier": "1", "kind": "base", "countsTo": ["daily-hours"],
         "sentence": "ordinary hours are paid once, by the monthly salary where there is one",
         "source": "wages"}
      ],
      "caps": [
        {"code": "CN_DAILY_OT_GT_3H", "measure": "overtime-per-day", "limit": "3",
         "severity": "block", "sentence": "at most three hours of overtime on a working day",
         "source": "labour-law-41"},
        {"code": "CN_MONTH_OT_GT_36H", "measure": "overtime-per-month", "limit": "36",
         "severity": "block",
         "sentence":
           "at most 36 hours of overtime a month; paid rest-day hours count, holiday hours do not",
         "source": "labour-law-41"},
        {"code": "CN_NO_WEEKLY_REST_DAY", "measure": "consecutive-days", "limit": "6",
         "severity": "block", "sentence": "at least one rest day a week",
         "source": "labour-law-38"}
      ],
      "restBetweenShifts":
        {"hours": "11", "sentence": "at least eleven hours between two shifts", "source": "rest"}
    }
    """#
}
