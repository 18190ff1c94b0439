extension ContractField {
  /// The fields of a terms file, in the order of the clauses.
  public static let terms: [ContractField] =
    moneyFields + priceFields + volumeFields + closingFields

  private static let moneyFields = [
    ContractField("currency", .currency, "The currency of all amounts.", standard: "CNY"),
    ContractField("vat.rate", .share, "The VAT.", standard: "0"),
    ContractField(
      "vat.included", .yesNo, "Whether prices and amounts contain the VAT.", standard: "N"),
    ContractField("index.base", .number, "The index when the prices were agreed."),
    ContractField(
      "index.share", .share, "The part of its change that prices follow.", standard: "1"),
    ContractField("index.cap", .share, "The most that prices change, up or down.", standard: "1"),
  ]

  private static let priceFields = [
    ContractField("base-fee.month", .price, "A fee for each month; indexed."),
    ContractField("fte-month.rate", .price, "A full-time person for a month; indexed."),
    ContractField(
      "fte-month.days-payable", .number,
      "The days of a month that are paid: the bill is days present over these."),
    ContractField("seat-month.rate", .price, "A seat for a month; indexed."),
    ContractField(
      "productive-hour.rate", .price, "An hour available for contacts or on them; indexed."),
    ContractField("logged-hour.rate", .price, "An hour logged in or scheduled; indexed."),
    ContractField(
      "hour-tiers", .tiers,
      "Prices of the first of the two by the hours of a month, from that many on; indexed."),
    ContractField(
      "hour-tier-mode", .choice,
      "`marginal`: the hours above a limit have its price; `all-units`: all hours have it.",
      standard: "marginal"),
    ContractField("surcharge.overtime", .number, "The factor on hours in overtime."),
    ContractField("surcharge.rest-day", .number, "The factor on hours on rest days."),
    ContractField("surcharge.holiday", .number, "The factor on hours on statutory holidays."),
    ContractField(
      "surcharge.wage-share", .share,
      "The part of the price that the surcharges multiply: 3 on 60 % is 2.2.", standard: "1"),
    ContractField(
      "premium.<name>", .share, "What hours of a kind cost on top, such as `premium.night`."),
    ContractField(
      "stacking", .choice,
      "Whether premiums are of the plain price (`add`) or of the price with its surcharge "
        + "(`multiply`).", standard: "add"),
    ContractField("talk-minute.rate", .price, "A minute of talk; indexed."),
    ContractField(
      "talk-minute.round-sec", .number, "Each call is rounded up to so many seconds.",
      standard: "1"),
    ContractField(
      "talk-minute.min-sec", .number, "Each call counts so many seconds at least.", standard: "0"),
    ContractField("contact.rate", .price, "A contact; indexed."),
    ContractField(
      "contact.tiers", .bands, "Prices of contacts by the contacts of a month; indexed."),
    ContractField(
      "contact.tier-mode", .choice,
      "`marginal`: each contact has its band's price; `all-units`: all have that of the band that "
        + "the month reaches. It must be stated."),
    ContractField("sales.share", .share, "The share of attributed sales that is paid."),
    ContractField(
      "sales.clawback", .share, "The part of it that is paid back on refunded sales.",
      standard: "1"),
    ContractField("consultation.rate", .price, "A consultation in a shop; indexed."),
    ContractField("promotion-seat-day.rate", .price, "A seat for a day of a promotion; indexed."),
  ]

  private static let volumeFields = [
    ContractField("lock.floor", .share, "The share of the locked forecast that is always paid."),
    ContractField(
      "lock.cap", .share, "The share of the locked forecast above which contacts cost more."),
    ContractField(
      "lock.over-factor", .number, "The factor on contacts above the cap.", standard: "1"),
    ContractField(
      "lock.shortfall", .share, "The part of the price for a contact missing to the floor.",
      standard: "1"),
    ContractField("baseline.qty", .number, "Contacts that are billed whatever comes."),
    ContractField(
      "baseline.deadband", .share, "The share of the baseline, up and down, that changes nothing.",
      standard: "0"),
    ContractField("baseline.arc", .price, "What a contact above costs."),
    ContractField("baseline.rrc", .price, "What is credited for a contact below."),
    ContractField("commit.hours", .number, "Hours of a month that are paid in any case."),
    ContractField(
      "commit.shortfall", .share, "The part of the price for an hour not used.", standard: "1"),
    ContractField("commit.qty", .number, "Contacts of a month that are paid in any case."),
    ContractField("commit.rate", .price, "What each missing contact costs."),
    ContractField("commit.spend", .amount, "What the lines before it come to at least."),
  ]

  private static let closingFields = [
    ContractField("ramp.rate", .price, "An hour of people who still learn, before its percent."),
    ContractField("training.rate", .price, "An hour of training."),
    ContractField(
      "training.attrition-billable", .yesNo,
      "Whether training for people who replace leavers is paid.", standard: "N"),
    ContractField("setup.fee", .amount, "The one-off fee."),
    ContractField(
      "setup.instalments", .count, "How many monthly invoices carry a part.", standard: "1"),
    ContractField("sla.<name>.target", .share, "The target of a measure of service."),
    ContractField(
      "sla.<name>.direction", .choice, "Which values are better: `higher` or `lower`.",
      standard: "higher"),
    ContractField(
      "sla.<name>.mode", .choice,
      "`step`: the whole malus below the target; `per-point`: percent of the base for each point.",
      standard: "step"),
    ContractField(
      "sla.<name>.malus", .number,
      "A fraction of the base, or percent of it for each point below.", standard: "0"),
    ContractField(
      "sla.<name>.bonus", .number,
      "A fraction of the base, or percent of it for each point above.", standard: "0"),
    ContractField(
      "sla.<name>.stretch", .share, "How far above the target a step's bonus begins."),
    ContractField(
      "sla.malus-cap", .share, "The most that is taken, of the base.", standard: "1"),
    ContractField("sla.bonus-cap", .share, "The most that is added, of the base.", standard: "1"),
    ContractField("fines.share", .share, "The part of a platform's fines that the vendor bears."),
    ContractField("fines.cap", .amount, "The most of a month."),
    ContractField(
      "fx.base", .number,
      "The vendor's currency for one unit of the invoice's when the prices were agreed."),
    ContractField("fx.band", .share, "The change that nobody pays for.", standard: "0"),
    ContractField(
      "fx.client-share", .share, "The client's part of the change beyond the band.",
      standard: "1"),
    ContractField(
      "fx.sign", .choice, "`positive`: the bill goes with the rate; `neg`: against it.",
      standard: "positive"),
    ContractField("payment.days", .count, "Days from the invoice until it is due."),
    ContractField(
      "payment.discount", .share, "What is left out for early payment.", standard: "0"),
    ContractField(
      "payment.discount-days", .count, "Days within which it may be.", standard: "0"),
    ContractField(
      "payment.late-interest", .share, "The interest a year on what is late.", standard: "0"),
  ]

  /// The fields of a file with a month's figures.
  public static let actuals: [ContractField] = [
    ContractField("month", .month, "The month, such as `2026-11`."),
    ContractField(
      "contract-month", .count, "Which month of the contract it is.", standard: "1"),
    ContractField("fte-month.days-present", .number, "Person-days present.", standard: "0"),
    ContractField("fte-month.qty", .number, "Months of full-time people.", standard: "0"),
    ContractField("seat-month.qty", .number, "Months of seats.", standard: "0"),
    ContractField(
      "<unit>.<class>", .number,
      "Hours: `productive-hour` or `logged-hour`; `normal`, `overtime`, `rest-day` or `holiday`.",
      standard: "0"),
    ContractField(
      "<unit>.<name>.<class>", .number, "Those of them that have a premium.", standard: "0"),
    ContractField("talk-minute.calls", .calls, "Calls by their length in seconds."),
    ContractField("contact.qty", .number, "Contacts, whole.", standard: "0"),
    ContractField(
      "contact.repeats", .number, "Those of them that repeat an earlier one.", standard: "0"),
    ContractField("lock.qty", .number, "The forecast that was locked for the month."),
    ContractField("sales.attributed", .amount, "Sales that consultations brought about."),
    ContractField("sales.refunded", .amount, "Sales, also earlier ones, that were refunded."),
    ContractField("consultation.qty", .number, "Consultations.", standard: "0"),
    ContractField("promotion-seat-day.qty", .number, "Days of seats.", standard: "0"),
    ContractField("ramp.weeks", .weeks, "Weeks of people who still learn."),
    ContractField("training.growth-hours", .number, "Training for growth.", standard: "0"),
    ContractField(
      "training.attrition-hours", .number, "Training for people who replace leavers.",
      standard: "0"),
    ContractField("training.curriculum-hours", .number, "Training for new content.", standard: "0"),
    ContractField("sla.<name>.actual", .share, "What a measure of service came to."),
    ContractField(
      "sla.<name>.excluded", .yesNo, "Whether it does not count this month.", standard: "N"),
    ContractField("pass-through", .amount, "Costs that are passed through."),
    ContractField("fines", .amount, "A platform's fines in the vendor's work."),
    ContractField("index.current", .number, "The index of the month."),
    ContractField("fx.current", .number, "The exchange rate of the month."),
  ]
}
