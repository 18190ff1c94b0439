internal import Contracts
internal import Scenarios

/// The keys of staff groups.
let staffGroupKeys: [KeyDefinition] = [
  optional("staff-groups", .map(.id("staff-group")), "People of ours on the same terms."),
  optional("staff-groups.*", .mapping, "A staff group, by its id."),
  optional("staff-groups.*.name", .text, "The name; left out, the id.", example: "Wuhan apparel"),
  optional(
    "staff-groups.*.site", .reference("site"), "Where they sit; left out, they need no seat.",
    example: "wuhan"),
  required(
    "staff-groups.*.skills", .list(.reference("queue")), "The queues they can work.",
    example: "[apparel-chat, apparel-cases]"),
  required(
    "staff-groups.*.contract-hours", .duration(3600...302_400), "Paid hours a week.",
    example: "40 h"),
  required(
    "staff-groups.*.wage", .price(per: ["month", "hour"]), "What they are paid.",
    example: "5200 per month"),
  required(
    "staff-groups.*.employer-on-cost", .share(0...200),
    "The employer's contributions on top of pay, as a share of it.", example: "32 %"),
  required(
    "staff-groups.*.headcount", .map(.tenure),
    "Who is there when the horizon starts, by completed weeks since the first contact.",
    example: "{ 0 weeks: 6, 52 weeks: 44 }"),
  optional(
    "staff-groups.*.headcount.*", .count(0...100_000), "The people of that tenure.",
    example: "44"),
  required(
    "staff-groups.*.shrinkage", .mapping, "Paid time that is not available for contacts."),
  required(
    "staff-groups.*.shrinkage.in-office", .share(0...100), "Meetings, coaching, breaks.",
    example: "12 %"),
  required(
    "staff-groups.*.shrinkage.out-of-office", .share(0...100), "Leave, sickness, training days.",
    example: "10 %"),
  optional(
    "staff-groups.*.shrinkage.combination", .choice(["sequential", "additive"]),
    default: "sequential",
    "Whether the office's part is of what is left of the other, (1 − a)(1 − b), or both are of the "
      + "same paid time, 1 − a − b."),
  required(
    "staff-groups.*.schedule-efficiency", .share(1...100),
    "The share of available time that falls where the requirement needs it.", example: "90 %"),
  required(
    "staff-groups.*.attrition", .either([.attritionRate, .map(.tenure)]),
    "Who leaves: one rate, or rates from a tenure on. A rate *a* for a period of *n* weeks is "
      + "1 − (1 − *a*)^(1/*n*) a week; a year has 365.25/7 weeks.",
    example: "{ 0 weeks: 6 % per month, 13 weeks: 2.5 % per month }"),
  optional(
    "staff-groups.*.attrition.*", .attritionRate, "The rate from that tenure on.",
    example: "7.4 % per year"),
  optional(
    "staff-groups.*.departures", .map(.date), "Departures that are known by date."),
  optional("staff-groups.*.departures.*", .mapping, "The departures of the week of that date."),
  required(
    "staff-groups.*.departures.*.share", .share(0...100),
    "The share of the group that leaves in that week, beside the attrition.", example: "6 %"),
  optional("staff-groups.*.departures.*.reason", .text, default: "known departures", "Why."),
]

/// The keys of hiring and overtime.
let hiringKeys: [KeyDefinition] = [
  optional(
    "staff-groups.*.hiring", .mapping,
    "How people can be added; left out, nobody can be hired."),
  required(
    "staff-groups.*.hiring.recruiting-lead", .weeks(0...104),
    "From the decision to the first day of training.", example: "3 weeks"),
  required(
    "staff-groups.*.hiring.class-size", .countSpan(1...1000),
    "The fewest and the most people a class may start with.", example: "8-20"),
  optional(
    "staff-groups.*.hiring.class-every", .weeks(1...52),
    "Classes may start every so many weeks from the horizon's first; this or `class-dates`.",
    example: "2 weeks"),
  optional(
    "staff-groups.*.hiring.class-dates", .list(.date),
    "Classes may start in the weeks of these "
      + "dates.", example: "[2026-08-17]"),
  required(
    "staff-groups.*.hiring.trainers", .count(0...1000),
    "Classes that can be in training or nesting at once.", example: "3"),
  required(
    "staff-groups.*.hiring.training", .weeks(0...52), "Training before the first contact.",
    example: "3 weeks"),
  optional(
    "staff-groups.*.hiring.nesting", .weeks(0...26), default: "0 weeks",
    "Nesting that follows the training."),
  optional(
    "staff-groups.*.hiring.ramp", .list(.share(0...100)), default: "[]",
    "Proficiency in the first weeks after training, nesting included; full afterwards.",
    example: "[50 %, 70 %, 85 %]"),
  optional(
    "staff-groups.*.hiring.wash-out", .share(0...95), default: "0 %",
    "The share of a class that is lost in training."),
  required(
    "staff-groups.*.hiring.cost-per-hire", .money, "Recruiting and equipment, a head that starts.",
    example: "1500.00"),
  required(
    "staff-groups.*.hiring.cost-per-class", .money, "Trainer and room, a class.",
    example: "6000.00"),
  optional(
    "staff-groups.*.overtime", .mapping,
    "What overtime they may be asked for, within the caps of the pay rules; left out, none."),
  required(
    "staff-groups.*.overtime.take-up", .share(0...100), "The share of the people who agree to it.",
    example: "70 %"),
  optional(
    "staff-groups.*.overtime.per-week", .duration(0...216_000),
    "A limit a person and week below the law's.", example: "8 h"),
  optional(
    "staff-groups.*.overtime.productivity", .share(1...100), default: "100 %",
    "Output of an overtime hour as a share of a normal hour's."),
]

/// The keys of vendors, and the clauses of contracts that plans do not have.
let vendorKeys: [KeyDefinition] =
  [
    optional("vendors", .map(.id("vendor")), "Outsourcers that serve us."),
    optional("vendors.*", .mapping, "A vendor, by its id."),
    optional("vendors.*.name", .text, "The name; left out, the id.", example: "Changsha"),
    required(
      "vendors.*.skills", .list(.reference("queue")), "The queues they can work.",
      example: "[apparel-chat]"),
    optional(
      "vendors.*.not-queues", .list(.reference("queue")), default: "[]",
      "Queues they may not take though they could."),
    required(
      "vendors.*.price", .price(per: PricingUnit.allCases.map(\.rawValue)),
      "The price without VAT: of an hour available for contacts (`productive-hour`) or logged in; of a "
        + "full-time person or a seat for a calendar month, used or not, by the days on which it runs; "
        + "of a contact that is handled (a `consultation`, in shop service), a minute of handling one, or "
        + "a contact that is resolved.",
      example: "52.00 per productive-hour"),
    optional(
      "vendors.*.billed-share", .share(1...100), default: "100 %",
      "Of the contacts that it handles the share that is billed, where the price is for contacts: "
        + "those that are resolved, or that do not come again.", example: "82 %"),
    optional(
      "vendors.*.sales-share", .mapping,
      "A share of the sales that contacts bring about, on top of a price per contact or consultation; "
        + "the plan counts with what is expected of it."),
    required(
      "vendors.*.sales-share.share", .share(0...100), "The share of attributed sales.",
      example: "3 %"),
    required(
      "vendors.*.sales-share.per-contact", .money,
      "Sales attributed to a contact, on average over all that are billed.", example: "45.00"),
    optional(
      "vendors.*.sales-share.refunded", .share(0...100), default: "0 %",
      "The part of them that is refunded later.", example: "20 %"),
    optional(
      "vendors.*.sales-share.clawback", .share(0...100), default: "100 %",
      "The part of the share on refunded sales that is paid back.", example: "50 %"),
    optional(
      "vendors.*.base-fee", .money,
      "A fee for each calendar month in which the contract runs, whatever is used; of a month that is "
        + "only partly within the horizon, for that part.", example: "8000.00"),
    optional(
      "vendors.*.commitment", .mapping,
      "Hours, contacts or money that are paid whether used or not: one of the three."),
    optional(
      "vendors.*.commitment.hours-per-month", .duration(0...360_000_000),
      "The hours of a calendar month, where the price is by the hour.", example: "2000 h"),
    optional(
      "vendors.*.commitment.contacts-per-month", .count(0...100_000_000),
      "The contacts, or resolutions, of a calendar month, where the price is for them.",
      example: "12000"),
    optional(
      "vendors.*.commitment.spend-per-month", .money,
      "What the usage of a calendar month costs at least, the base fee included.",
      example: "90000.00"),
    optional(
      "vendors.*.commitment.shortfall", .share(0...100), default: "100 %",
      "The part of the price that is due for an hour or a contact not used."),
    optional(
      "vendors.*.tiers", .map(.id("tier")),
      "Prices by the hours or contacts of a calendar month, down for a volume discount or up for a surcharge. "
        + "Of a month that is only partly within the horizon, the limits hold for that part."),
    optional(
      "vendors.*.tier-mode", .choice(VolumeTiers.Mode.allCases.map(\.rawValue)),
      default: "marginal",
      "Which hours have a tier's price: those above its limit (`marginal`), or all hours of a month "
        + "that reaches it (`all-units`)."),
    optional("vendors.*.tiers.*", .mapping, "A tier, by its id."),
    optional(
      "vendors.*.tiers.*.above", .duration(3600...360_000_000),
      "The hours of a calendar month from which on it holds, where the price is by the hour.",
      example: "2000 h"),
    optional(
      "vendors.*.tiers.*.above-contacts", .count(1...100_000_000),
      "The contacts of a calendar month from which on it holds, where the price is for them.",
      example: "3200"),
    required(
      "vendors.*.tiers.*.price", .money,
      "The price of an hour or contact in it.",
      example: "47.00"),
    optional(
      "vendors.*.holiday-surcharge", .share(0...1000),
      "The factor on the price on statutory holidays: 200 % is twice the price.", example: "200 %"),
    optional(
      "vendors.*.rest-day-surcharge", .share(0...1000), "The factor on the price on rest days.",
      example: "150 %"),
    optional(
      "vendors.*.overtime-surcharge", .share(0...1000),
      "The factor on the price above the vendor's normal hours.", example: "150 %"),
    optional(
      "vendors.*.setup-fee", .money, "Paid once, when the contract begins to run.",
      example: "20000.00"),
    optional(
      "vendors.*.setup-instalments", .count(1...60), default: "1",
      "How many monthly invoices carry a part of the set-up fee."),
    optional(
      "vendors.*.contract-months", .count(1...120), default: "1",
      "Calendar months that the contract runs at least once it has started, or until the horizon "
        + "ends. One that already runs is taken to have done so."),
    optional(
      "vendors.*.exit-cost", .money,
      "What is due when the contract ends within the horizon.", example: "15000.00"),
    optional(
      "vendors.*.training", .mapping, "Training that is billed for each seat that is added."),
    required(
      "vendors.*.training.price", .money, "The price of an hour of it.", example: "30.00"),
    required(
      "vendors.*.training.hours-per-seat", .duration(0...3_600_000), "The hours of a seat.",
      example: "40 h"),
    optional(
      "vendors.*.forecast-lock", .mapping,
      "The forecast that was locked for the vendor: what is missing to its floor is paid all the same, what is "
        + "above its cap costs more. Where the price is by the hour, per contact or per resolution."
    ),
    optional(
      "vendors.*.forecast-lock.months", .map(.month),
      "The months that are locked. Without one nothing is due in a plan; `bids compare` locks what the "
        + "bid's plan under the base volume gives it."),
    optional(
      "vendors.*.forecast-lock.months.*", .count(0...100_000_000),
      "The locked hours of the whole month, or contacts where the price is for them.",
      example: "{ 2026-11: 12000 }"),
    optional(
      "vendors.*.forecast-lock.floor", .share(0...100),
      "The share of the locked forecast that is paid in any case.", example: "90 %"),
    optional(
      "vendors.*.forecast-lock.cap", .share(100...1000),
      "The share of the locked forecast above which hours or contacts cost more.",
      example: "110 %"),
    optional(
      "vendors.*.forecast-lock.over-factor", .share(100...1000), default: "100 %",
      "The factor on the price above the cap.", example: "130 %"),
    optional(
      "vendors.*.forecast-lock.shortfall", .share(0...100), default: "100 %",
      "The part of the price that is due for what is missing to the floor."),
    optional(
      "vendors.*.baseline", .mapping,
      "Contacts of a month that are paid at the price whatever comes, with charges for more and credits "
        + "for fewer (ARC and RRC). Where the price is per contact or resolution; of a month that is only "
        + "partly within the horizon, for that part."),
    required(
      "vendors.*.baseline.contacts-per-month", .count(1...100_000_000),
      "The contacts of the baseline.", example: "40000"),
    optional(
      "vendors.*.baseline.deadband", .share(0...99), default: "0 %",
      "The share of the baseline, up and down, within which nothing changes.", example: "5 %"),
    required(
      "vendors.*.baseline.additional", .money, "What a contact above the band costs (ARC).",
      example: "8.40"),
    required(
      "vendors.*.baseline.reduced", .money,
      "What is credited for a contact missing to the band (RRC).", example: "6.10"),
    optional(
      "vendors.*.ramp-billing", .list(.share(0...100)),
      "The share of the price that hours of an added seat cost in its first weeks; the full price "
        + "afterwards. At least its output in them (`learning`). Where the price is by the hour.",
      example: "[60 %, 80 %]"),
    optional(
      "vendors.*.night-premium", .mapping,
      "What hours of the night, or of other parts of the day, cost on top. Where the price is by the hour."
    ),
    required(
      "vendors.*.night-premium.share", .share(0...1000),
      "The share of the price that is added.", example: "15 %"),
    required(
      "vendors.*.night-premium.hours", .dayHours, "The hours in which it is due.",
      example: "00:00-06:00, 22:00-24:00"),
    optional(
      "vendors.*.premiums", .map(.id("premium")),
      "What every hour costs on top, by its reason, such as a language or a skill: a share of the plain "
        + "price. Where the price is by the hour.", example: "{ japanese: 15 % }"),
    optional("vendors.*.premiums.*", .share(0...1000), "The share of the price.", example: "15 %"),
    optional(
      "vendors.*.premium-stacking", .choice(["add", "multiply"]), default: "add",
      "Whether a premium, also of the night, is a share of the plain price under a surcharge too (`add`), or of the price with "
        + "the surcharge (`multiply`)."),
    optional(
      "vendors.*.index", .mapping,
      "The prices follow an index: what is expected of it in the horizon."),
    required(
      "vendors.*.index.expected", .share(1...1000),
      "The index to expect, of its value when the prices were agreed.", example: "104 %"),
    optional(
      "vendors.*.index.share", .share(0...100), default: "100 %",
      "The part of the price that follows it.", example: "60 %"),
    optional(
      "vendors.*.index.cap", .share(0...100), "The most that the price changes, up or down.",
      example: "3 %"),
    optional(
      "vendors.*.exchange-rate", .mapping,
      "A change of the exchange rate changes the bill: what is expected of it in the horizon."),
    required(
      "vendors.*.exchange-rate.expected", .share(1...1000),
      "The rate to expect, of the one when the prices were agreed.", example: "106 %"),
    optional(
      "vendors.*.exchange-rate.band", .share(0...100), default: "0 %",
      "The change that nobody pays for.", example: "3 %"),
    optional(
      "vendors.*.exchange-rate.share", .share(0...100), default: "100 %",
      "The part of the change beyond the band that we bear or have.", example: "50 %"),
    optional(
      "vendors.*.exchange-rate.direction", .choice(["with", "against"]), default: "with",
      "Whether the bill goes with the rate or against it."),
    optional("vendors.*.vat", .share(0...100), default: "0 %", "The VAT on the net sum."),
    optional(
      "vendors.*.price-includes-vat", .yesNo, default: "no",
      "Whether the price, tiers, fees and a committed spend are stated with the VAT in them; the plan "
        + "counts without it.", example: "yes"),
    required(
      "vendors.*.notice", .weeks(0...104), "From the order to the first seat.", example: "3 weeks"),
    required(
      "vendors.*.ramp-per-week", .count(0...10_000), "Seats it can add in a week.", example: "15"),
    optional(
      "vendors.*.minimum-seats", .count(0...100_000), default: "0",
      "The fewest seats while the contract runs."),
    required(
      "vendors.*.maximum-seats", .count(0...100_000), "The most seats.", example: "120"),
    optional(
      "vendors.*.seat-batch", .count(1...10_000),
      "Seats come and go in batches of so many, and while a batch is there its hours on ordinary "
        + "days are paid, used or not. Left out, seats come by the piece and used hours are paid.",
      example: "10"),
    required(
      "vendors.*.hours-per-seat", .duration(3600...604_800), "Billed hours of a seat in a week.",
      example: "44 h"),
    optional(
      "vendors.*.initial-seats", .count(0...100_000), default: "0",
      "Seats that already run when the horizon starts."),
    required(
      "vendors.*.proficiency", .share(1...200),
      "Output of a billed hour as a share of an experienced agent's net hour of ours; contacts that "
        + "have to be handled again count here: PeakPlan has no other term for a vendor's quality.",
      example: "88 %"),
    optional(
      "vendors.*.learning", .list(.share(0...100)), default: "[]",
      "Output of an added seat in its first weeks, as a share of `proficiency`; full afterwards. Its "
        + "hours are billed all the same.", example: "[60 %, 80 %]"),
    optional(
      "vendors.*.maximum-share", .share(0...100),
      "The largest share of the required hours of its queues, in each week, that it may take.",
      example: "30 %"),
    optional(
      "vendors.*.share-of-outsourced", .share(0...100),
      "The largest share of all outsourced hours of the horizon that it may have.",
      example: "60 %"),
    optional(
      "vendors.*.queue-shares", .map(.reference("queue")),
      "Queues of which it may take only a part."),
    optional(
      "vendors.*.queue-shares.*", .share(0...100),
      "The largest share of that queue's required hours, in each week, that it may take.",
      example: "40 %"),
    optional(
      "vendors.*.awarded-hours", .duration(0...360_000_000),
      "Billed hours of the horizon that it gets at least, used or not.", example: "2000 h"),
    optional(
      "vendors.*.slots", .mapping,
      "Cloud agents: people at home who book hourly slots. Seats are people then, and "
        + "`hours-per-seat` the most hours that one of them books in a week."),
    required(
      "vendors.*.slots.show-rate", .share(1...100),
      "The share of booked hours in which they come; only those are billed.", example: "85 %"),
    optional(
      "vendors.*.slots.minimum-hours", .duration(0...604_800), default: "0 h",
      "Hours a week that everybody who is booked gets at least.", example: "8 h"),
    optional("vendors.*.language", .text, "The language its people work in.", example: "zh"),
  ]
  + ContractTerms.unbuiltClauses.map { clause in
    optional(
      "vendors.*." + clause.key, .notBuilt(clause.wording),
      clause.wording.prefix(1).uppercased() + clause.wording.dropFirst() + ".")
  }
