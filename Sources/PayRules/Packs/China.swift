extension PaySystem {
  /// China's other working-time systems; the standard one is a ``RulePack``.
  ///
  /// The city's reading of flexible and part-time holidays is a term, with its evidence.
  static let chinaTexts = [comprehensive, flexible, partTime]

  private static let shared = #"""
      "jurisdiction": "CN", "currency": "CNY",
      "time-zone": "Asia/Shanghai", "limits": "china-rest",
      "effective-from": "2008-01-03",
      "windows": {"night_allow": "$night_allow", "heat_allow": "$heat_allow"},
      "holidays": {"types": ["statutory"]},
      "allowances": [{"code": "CN_NIGHT_ALLOW", "term": "night_allow",
        "sentence": "a flat amount for each shift with enough hours at night",
        "source": "policy"},
        {"code": "CN_HEAT_ALLOW", "term": "heat_allow",
        "sentence": "a flat amount for each shift with enough hours in the heat",
        "source": "policy"}],
    """#

  private static let allowance = #"""
    {"key": "night_allow", "kind": "shift-allowance",
          "sentence": "amount a shift, night window, least minutes in it"},
        {"key": "heat_allow", "kind": "shift-allowance",
          "sentence": "amount a shift, hot hours, least minutes in them; none where the air is cooled"}
    """#

  private static let comprehensive = #"""
    {
      "id": "china-comprehensive", "name": "China, comprehensive working-time system",
      "contract": "comprehensive", \#(shared)
      "permit": {"code": "CN_PERMIT", "otherwise": "china-standard", "months": "months",
        "sentence": "hours are settled over a period only where a permit covers post, period and day; others are under the standard rules",
        "source": "approval"},
      "sources": [
        {"key": "labour-law-44", "title": "Labour Law", "article": "Art. 44", "evidence": "read"},
        {"key": "labour-law-41", "title": "Labour Law", "article": "Art. 41", "evidence": "read"},
        {"key": "approval", "title": "Rules on approval (1994, No. 503): permit, posts, period",
         "evidence": "known"},
        {"key": "opinions", "title": "Opinions on the Labour Law (1995, No. 309)",
         "article": "Art. 62", "evidence": "known"},
        {"key": "policy", "title": "Company or city policy", "evidence": "convention"}
      ],
      "terms": [
        {"key": "period_hours", "kind": "hours", "required": true,
         "sentence": "standard hours of the approved period: 165.36 a month, 496 a quarter"},
        {"key": "months", "kind": "number", "default": "1", "sentence": "months of the period"},
        \#(allowance)
      ],
      "classes": [
        {"code": "CN_HOL300", "when": {"holiday": ["statutory"]}, "multiplier": "3",
         "sentence": "work on a statutory holiday is paid three times, outside the period's total",
         "source": "opinions"},
        {"code": "CN_OT150", "when": {"beyond": {"period": "$period_hours"}}, "multiplier": "1.5",
         "counts": ["period"],
         "sentence": "hours beyond the period's standard are paid one and a half times",
         "source": "approval"},
        {"code": "CN_BASE", "pays": "base", "counts": ["period"],
         "sentence": "ordinary hours, rest days among them, are within the salary",
         "source": "approval"}
      ],
      "caps": [
        {"code": "CN_OT_GT_36H_MONTH_AVG", "measure": "period", "limit": "$months * 36",
         "classes": ["CN_OT150"], "sentence": "at most 36 hours of overtime a month on average",
         "source": "labour-law-41"}
      ]
    }
    """#

  private static let flexible = #"""
    {
      "id": "china-flexible", "name": "China, flexible working-time system",
      "contract": "flexible", \#(shared)
      "permit": {"code": "CN_PERMIT", "otherwise": "china-standard",
        "sentence": "flexible hours need a permit that covers post and day; others are under the standard rules",
        "source": "approval"},
      "sources": [
        {"key": "wages", "title": "Provisional rules on the payment of wages (1994, No. 489)",
         "article": "Art. 13", "evidence": "read"},
        {"key": "cities",
         "title": "Wage rules of Shanghai and Shenzhen (300 %), of Beijing (none)",
         "evidence": "known"},
        {"key": "approval", "title": "Rules on approval (1994, No. 503): permit, posts, period",
         "evidence": "known"},
        {"key": "policy", "title": "Company or city policy", "evidence": "convention"}
      ],
      "terms": [
        {"key": "flex_holiday", "kind": "choice", "choices": ["pay300", "none"],
         "default": "none", "sentence": "what the city pays on statutory holidays"},
        \#(allowance)
      ],
      "classes": [
        {"code": "CN_HOL300", "multiplier": "3",
         "when": {"holiday": ["statutory"], "terms": {"flex_holiday": "pay300"}},
         "sentence": "where the city has it, work on a statutory holiday is paid three times",
         "source": "cities"},
        {"code": "CN_BASE", "pays": "base",
         "sentence": "hours are within the salary; overtime rules do not apply", "source": "wages"}
      ]
    }
    """#

  private static let partTime = #"""
    {
      "id": "china-parttime", "name": "China, part-time work by the hour",
      "contract": "parttime", \#(shared)
      "sources": [
        {"key": "contract-law-68", "title": "Labour Contract Law", "article": "Art. 68",
         "evidence": "known"},
        {"key": "cities", "title": "Holiday pay of part-time people differs by city",
         "evidence": "convention"},
        {"key": "per-shift", "title": "The four hours a day are tested on each shift",
         "evidence": "convention"},
        {"key": "policy", "title": "Company or city policy", "evidence": "convention"}
      ],
      "terms": [
        {"key": "pt_holiday", "kind": "choice", "choices": ["pay300", "none"],
         "default": "none", "sentence": "what the city pays on statutory holidays"},
        \#(allowance)
      ],
      "classes": [
        {"code": "CN_HOL300", "multiplier": "3",
         "when": {"holiday": ["statutory"], "terms": {"pt_holiday": "pay300"}},
         "sentence": "where the city has it, work on a statutory holiday is paid three times",
         "source": "cities"},
        {"code": "CN_BASE", "pays": "base", "sentence": "hours are paid at the agreed wage",
         "source": "contract-law-68"}
      ],
      "caps": [
        {"code": "CN_PARTTIME_GT_4H_DAY", "measure": "shift", "limit": "4",
         "sentence": "part-time work is at most four hours a day", "source": "per-shift"}
      ]
    }
    """#
}
