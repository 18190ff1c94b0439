extension PaySystem {
  /// Poland's labour code.
  static let polandText = #"""
    {
      "id": "poland-standard", "name": "Poland, standard hours", "jurisdiction": "PL",
      "contract": "standard", "currency": "PLN",
      "time-zone": "Europe/Warsaw", "effective-from": "2004-01-01",
      "limits": "eu-working-time",
      "sources": [
        {"key": "151-1", "title": "Kodeks pracy", "article": "Art. 151(1)", "evidence": "read"},
        {"key": "151-8", "title": "Kodeks pracy", "article": "Art. 151(8)", "evidence": "read"},
        {"key": "151-9", "title": "Kodeks pracy", "article": "Art. 151(9)", "evidence": "read"}
      ],
      "terms": [
        {"key": "min_hourly", "kind": "amount",
         "sentence": "the minimum hourly rate, for the night supplement"},
        {"key": "night", "kind": "window", "default": "22:00-06:00",
         "sentence": "the employer's night"}
      ],
      "holidays": {"types": ["public"], "from": "06:00"},
      "windows": {"night": "$night"},
      "classes": [
        {"code": "PL_BASE", "when": {"role": ["work"], "within": {"day": "8"}},
         "pays": "in-salary", "counts": ["day"], "sentence": "ordinary hours are within the salary",
         "source": "151-1"},
        {"code": "PL_OT200", "when": {"window": "night"}, "multiplier": "2",
         "sentence": "overtime at night, or on a Sunday or holiday off, is paid twice",
         "source": "151-1"},
        {"code": "PL_OT200", "when": {"role": ["off"], "holiday": ["public", "sunday"]},
         "multiplier": "2",
         "sentence": "overtime at night, or on a Sunday or holiday off, is paid twice",
         "source": "151-9"},
        {"code": "PL_OT150", "multiplier": "1.5",
         "sentence": "other overtime is paid one and a half times", "source": "151-1"}
      ],
      "supplements": [
        {"code": "PL_NIGHT20", "when": {"window": "night"}, "multiplier": "0.2",
         "rate": "$min_hourly",
         "sentence": "each hour at night gets a fifth of the minimum hourly rate",
         "source": "151-8"}
      ]
    }
    """#
}
