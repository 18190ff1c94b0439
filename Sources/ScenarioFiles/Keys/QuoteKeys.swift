internal import Contracts
internal import Scenarios

/// The keys of a bid.
let quoteKeys: [KeyDefinition] =
  [
    optional(
      "quote", .mapping,
      "What makes a bid of the plan, when we are the outsourcer whom a client asks: "
        + "`peakplan quote` reads it, planning does not."),
    required("quote.client", .text, "Who asked.", example: "Linden Home"),
    required("quote.vendor", .text, "Who offers.", example: "Riverside Contact Services"),
    required(
      "quote.go-live", .date, "The first day on which the client wants all contacts handled.",
      example: "2027-03-01"),
    required(
      "quote.valid-until", .date, "The last day on which the bid can be accepted.",
      example: "2026-12-31"),
    optional("quote.scope", .list(.text), "What the bid covers, a sentence each."),
    optional(
      "quote.exclusions", .list(.text),
      "What it does not cover, beside what the client causes, which always stands there."),
    optional(
      "quote.licence", .text, "The licence under which we work.",
      example: "Value-added telecom licence B2-20190001"),
    optional(
      "quote.personal-data", .text, "How personal data is kept.",
      example: "Data stays in the client's systems"),
    optional(
      "quote.script-change", .money, "What a change of a script costs; left out, nothing.",
      example: "800.00"),
    optional(
      "quote.book", .choice(["closed", "open"]), default: "closed",
      "Whether the client sees the costs and the margin."),
  ] + quotePriceKeys + quoteServiceKeys + quoteStressKeys

private let quotePriceKeys: [KeyDefinition] = [
  required(
    "quote.overhead", .share(0...500), "Overhead, of all costs before it.", example: "12 %"),
  required("quote.margin", .share(0...99), "Profit, of the price.", example: "10 %"),
  optional(
    "quote.risk", .share(0...99), default: "0 %",
    "What is added for risk, of the price; with the margin below 100 %.", example: "3 %"),
  optional(
    "quote.payment-days", .count(0...3650), default: "30", "Days until the client pays.",
    example: "60"),
  optional(
    "quote.finance-rate", .share(0...200), default: "0 %", "Interest a year until then.",
    example: "5 %"),
  optional("quote.vat", .share(0...100), default: "0 %", "The VAT on the prices.", example: "6 %"),
  optional(
    "quote.seat", .money, "A seat a month: rent, machines, lines. For people who have a site.",
    example: "900.00"),
  optional(
    "quote.seat-sharing", .span, default: "1 per 1",
    "Agents that share seats over their shifts: so many agents for so many seats.",
    example: "12 per 10"),
  optional("quote.tools", .money, "Tools of an agent a month.", example: "180.00"),
  optional("quote.setup-fee", .money, "What is paid once for setting up.", example: "20000.00"),
  optional(
    "quote.minimum", .share(0...100), default: "0 %",
    "The share of the planned quantity that is billed in any case.", example: "80 %"),
  optional("quote.tiers", .map(.id("tier")), "Lower prices of larger volumes."),
  optional("quote.tiers.*", .mapping, "A tier, by its id."),
  required(
    "quote.tiers.*.above", .share(1...1000),
    "The share of the planned quantity above which it holds.", example: "110 %"),
  optional(
    "quote.tiers.*.discount", .share(0...100),
    "What is taken off. Left out, what larger volumes save at the same margin: plans are made for them, and in "
      + "no unit is more given than they save.", example: "4 %"),
  optional(
    "quote.tier-mode", .choice(VolumeTiers.Mode.allCases.map(\.rawValue)), default: "marginal",
    "Whether a tier's price is for what is above its limit, or for all."),
  optional(
    "quote.surcharges", .choice(SurchargeBasis.allCases.map(\.rawValue)), default: "full-price",
    "What the law's factors for overtime, rest days and holidays multiply in the bid: the whole "
      + "price of the hour, or the part of it that is wages, rounded up to five points."),
  optional(
    "quote.night-premium", .share(0...300),
    "What an hour at night costs on top of that; left out, what the pay rules pay for it, if anything.",
    example: "15 %"),
]

/// The keys of bonus and malus under `path`.
func serviceLevelKeys(_ path: String, _ meaning: String) -> [KeyDefinition] {
  [
    optional(path, .mapping, meaning),
    required("\(path).target", .share(1...100), "The target.", example: "80 %"),
    optional(
      "\(path).mode", .choice(["step", "per-point"]), default: "step",
      "Whether a missed target takes the whole malus, or each point its part."),
    optional(
      "\(path).malus", .share(0...100), default: "0 %",
      "What is taken of the month's price below the target, or for each point below.",
      example: "5 %"),
    optional(
      "\(path).bonus", .share(0...100), default: "0 %",
      "What is added from the stretch on, or for each point above the target.", example: "2 %"),
    optional(
      "\(path).stretch", .share(0...100), default: "0 %",
      "How many points above the target the bonus begins.", example: "5 %"),
    optional("\(path).malus-cap", .share(0...100), default: "100 %", "The most taken."),
    optional("\(path).bonus-cap", .share(0...100), default: "100 %", "The most added."),
  ]
}

private let quoteServiceKeys: [KeyDefinition] =
  serviceLevelKeys(
    "quote.service-level",
    "Bonus and malus by the share of a month's contacts that is answered in the promised time.") + [
    optional(
      "quote.volume-band", .share(0...1000), default: "10 %",
      "How far above the plan a month's volume may be for its service to count."),
    optional(
      "quote.forecast-error", .share(0...100), default: "0 %",
      "How far a month's volume is from its forecast, as a coefficient of variation; for the bonus "
        + "and malus to expect.", example: "8 %"),
  ]

private let quoteStressKeys: [KeyDefinition] = [
  optional(
    "quote.sensitivity", .mapping,
    "By how much assumptions are changed to see what is left of the margin."),
  optional(
    "quote.sensitivity.shrinkage", .share(0...50), default: "3 %", "Points of shrinkage more."),
  optional(
    "quote.sensitivity.occupancy", .share(0...50), default: "5 %", "Points of occupancy less."),
  optional(
    "quote.sensitivity.attrition", .share(0...500), default: "50 %",
    "More attrition, of what is planned."),
  optional(
    "quote.sensitivity.volume", .share(0...90), default: "20 %", "More and less volume."),
  optional(
    "quote.sensitivity.handle-time", .share(0...200), default: "10 %", "Longer contacts."),
  optional(
    "quote.sensitivity.ramp-delay", .weeks(0...52), default: "4 weeks",
    "By how much every class comes later."),
]
