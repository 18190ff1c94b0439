internal import BusinessCalendar
internal import PayRules
internal import Units

/// The keys at the top of a scenario, and those of its time.
let scenarioKeys: [KeyDefinition] = [
  required(
    "peakplan", .count(1...1), "The version of this format. It is 1.", example: "1"),
  required("name", .text, "The name people know the scenario by.", example: "Double 11 and 12"),
  required(
    "question", .text, "The question that somebody asked, as they asked it.",
    example: "Which seats carry the peak, and what do they cost?"),
  optional(
    "extend", .file,
    "The folder of another scenario that this one varies. Only `name`, `question` and `override` "
      + "may then be written beside it; everything else comes from there.",
    example: "../double-11"),
  optional(
    "override", .map(.path),
    "With `extend`: what is different, by path. The path must exist in the other scenario, or be "
      + "a key that the thing it belongs to may have. A new entry of a map of ids is written as a "
      + "whole; the word `none` takes an optional key or an entry out.",
    example: "{ queues.apparel-chat.patience: 60 s }"),
  optional("override.*", .text, "The new value, as it would be written at that path."),
  required(
    "time-zone", .text, "The IANA time zone of all local times.", example: "Asia/Shanghai"),
  required(
    "currency", .choice(Currency.knownCodes),
    "The one currency of all money, by its ISO 4217 code.",
    example: "CNY"),
  required(
    "calendar", .choice(HolidayCalendar.bundledIDs + ["GB", HolidayCalendar.weekendsID]),
    "The calendar of holidays, rest days and make-up workdays. `GB` is England's; `weekends` is for "
      + "every other country: no holidays but those under `calendar-days`.", example: "CN"),
  optional(
    "weekly-rest-days", .list(.choice(Weekday.allCases.map(\.name))),
    default: "[saturday, sunday]",
    "With `calendar: weekends`: the days of the week that are days off. The other calendars have "
      + "their own.", example: "[friday, saturday]"),
  optional(
    "calendar-days", .map(.date),
    "Days that the scenario sets itself, in place of the calendar's: a company day, or the holidays "
      + "of a country whose calendar does not come with PeakPlan."),
  optional("calendar-days.*", .mapping, "A day of the scenario's own."),
  required(
    "calendar-days.*.kind", .choice(DayKind.allCases.map(\.rawValue)), "What the day is.",
    example: "rest-day"),
  optional("calendar-days.*.name", .text, "What people call the day.", example: "Company day"),
  optional(
    "slot", .choice(SlotLength.allCases.map(\.description)), default: "30 min",
    "The length of an interval of the forecast and the requirement.", example: "15 min"),
  required("horizon", .mapping, "The days that are planned: whole weeks."),
  required(
    "horizon.start", .date, "The first day. Weeks begin on its day of the week.",
    example: "2026-08-03"),
  required("horizon.weeks", .count(1...156), "How many weeks are planned.", example: "22"),
  optional(
    "pay-rules", .text,
    "The pay rules of our own people: \(PayRulesReader.names), or a YAML file of your own as for "
      + "`peakplan pay`; several files, separated by commas, where new rules take effect within the "
      + "horizon. Without pay rules there is no overtime.", example: "china-standard"
  ),
  optional(
    "pay-terms", .list(.text),
    "What a contract, a company or a city states beside the pay rules, as `KEY = VALUE` with the terms of "
      + "`peakplan pay`: `night_allow = 30|22:00-06:00|180` pays 30 for each shift with three hours in "
      + "the night, `daily_limit = 9` counts overtime from the ninth hour on. A term holds for each of "
      + "the pay rules that has it.",
    example: "[night_allow = 30|22:00-06:00|180]"),
  optional(
    "seed", .count(0...999_999_999_999), default: "1", "The seed of everything random.",
    example: "7"),
  optional(
    "pins", .list(.text),
    "Decisions that you have taken: the plan keeps them and decides the rest. People who start in a "
      + "group's classes of a date's week or over the horizon (`hires.GROUP.DATE = 20`, "
      + "`hires.GROUP <= 40`), seats of a vendor in one week or in all (`seats.VENDOR = 0`), extra "
      + "hours a week of a person who agrees (`overtime.GROUP <= 4 h`), with `=`, `<=` or `>=`; "
      + "whether a contract runs in a month (`contract.VENDOR.2026-11 = no` or `= yes`). People are "
      + "whole, dates and months are of the horizon.",
    example: "[hires.wuhan.2026-08-17 = 20, overtime.wuhan <= 4 h]"),
]

/// The keys of sites.
let siteKeys: [KeyDefinition] =
  [
    optional("sites", .map(.id("site")), "Places with seats."),
    optional("sites.*", .mapping, "A site, by its id."),
    optional("sites.*.name", .text, "The name; left out, the id.", example: "Wuhan"),
    required(
      "sites.*.seats", .count(0...100_000), "Seats that can be taken at the same time.",
      example: "400"),
    optional(
      "sites.*.overflow", .mapping, "Seats that can be had beyond these, by the week."),
    required(
      "sites.*.overflow.seats", .count(1...100_000), "The most of them.", example: "40"),
    required(
      "sites.*.overflow.price", .price(per: ["seat-week"]), "What one of them costs a week.",
      example: "260.00 per seat-week"),
  ] + dayPartKeys

private let dayPartKeys: [KeyDefinition] = [
  optional(
    "sites.*.day-parts", .map(.id("day-part")),
    "Parts of the day in which the seats are counted by themselves, such as the evening of a sale."),
  optional("sites.*.day-parts.*", .mapping, "A part of the day, by its id."),
  required(
    "sites.*.day-parts.*.hours", .dayHours, "From when until when.", example: "20:00-24:00"),
  optional(
    "sites.*.day-parts.*.seats", .count(0...100_000),
    "Seats that can be taken in it; left out, the site's.", example: "300"),
  optional(
    "sites.*.day-parts.*.present", .share(0...100),
    "The share of the people past training who are called in for it, before those who are out of "
      + "office; `100 %` where all shifts overlap. Left out, what follows from the requirement when "
      + "shifts follow it.",
    example: "100 %"),
  optional(
    "sites.*.day-parts.*.days", .list(.date), "The days on which it counts; left out, every day.",
    example: "[2026-10-31, 2026-11-10]"),
]

/// The keys of the policy.
let policyKeys: [KeyDefinition] = [
  required("policy", .mapping, "What the business allows, wants and pays for."),
  optional(
    "policy.lost-contact-price", .money,
    "What a contact costs that nobody handles; for queues that do not say it themselves. The deeper "
      + "a shortage, the dearer each contact.",
    example: "12.00"),
  optional(
    "policy.outsourced-share", .map(.reference("queue")),
    "The largest share of a queue's required hours in a week that vendors may take. A queue that "
      + "is not listed has no limit."),
  optional(
    "policy.outsourced-share.*", .share(0...100), "The share of this queue.", example: "40 %"),
  optional(
    "policy.mission-critical", .list(.reference("queue")),
    "Queues that stay in house whatever it costs.", example: "[refund-voice]"),
  optional(
    "policy.outsourced-share-overall", .share(0...100),
    "The largest share of all required hours of the horizon that vendors may take.",
    example: "30 %"),
  optional(
    "policy.budget", .money, "The most cash that the plan may cost over the horizon.",
    example: "9000000.00"),
  optional(
    "policy.over-budget", .share(0...10_000),
    "What a unit of money above the budget weighs beside itself. Left out, the budget is a limit "
      + "that no plan passes.", example: "50 %"),
  optional(
    "policy.carry-over", .list(.reference("queue")),
    "Deferred queues whose work may wait over the end of a week, at most for their promise.",
    example: "[cases]"),
  optional(
    "policy.peak-hours", .mapping,
    "The busiest hours of each week, which the weekly plan must carry too. Left out, it looks at the "
      + "hours of a week only."),
  required(
    "policy.peak-hours.window", .duration(900...86_400), "How long a stretch of a day it is.",
    example: "2 h"),
  required(
    "policy.peak-hours.attendance", .share(1...100),
    "The share of the people, of those not out of the office, who can be at work in them.",
    example: "85 %"),
  optional(
    "policy.end-strength", .share(0...300), default: "90 %",
    "The in-house output at the end of the horizon, as a share of the mean requirement of its last "
      + "four weeks, below which the plan pays for every missing head."),
  required(
    "policy.missing-head-at-end", .money, "What a head short of that costs.", example: "6000.00"),
]

/// The keys of the shifts.
let shiftKeys: [KeyDefinition] = [
  optional(
    "shifts", .mapping, "The shifts of the peak weeks. Left out, no schedule is made."),
  optional(
    "shifts.rest", .duration(0...86_400), default: "11 h",
    "The least time between the end of a shift and the start of the same person's next."),
  optional(
    "shifts.work-days-per-week", .count(1...7), default: "5",
    "The most days a person works in a week."),
  optional(
    "shifts.schedule", .either([.choice(["peak-week"]), .list(.date)]), default: "peak-week",
    "Which weeks are scheduled: the one with the largest requirement, or those of these dates.",
    example: "[2026-11-09]"),
  required("shifts.types", .map(.id("shift")), "The kinds of shift."),
  optional("shifts.types.*", .mapping, "A kind of shift, by its id."),
  optional("shifts.types.*.name", .text, "The name; left out, the id.", example: "Day"),
  required(
    "shifts.types.*.starts", .clockSpan, "The earliest and the latest start; one time for both.",
    example: "07:00-11:00"),
  optional(
    "shifts.types.*.every", .duration(300...86_400), default: "60 min",
    "The distance between possible starts, whole slots."),
  required(
    "shifts.types.*.length", .duration(3600...57_600),
    "From start to end, breaks included, whole slots.", example: "9 h"),
  optional("shifts.types.*.breaks", .list(.mapping), "The breaks, in the order of time."),
  required(
    "shifts.types.*.breaks.[].length", .duration(300...14_400), "How long the break is.",
    example: "60 min"),
  required(
    "shifts.types.*.breaks.[].between", .timeSpan,
    "The earliest and the latest start of the break, counted from the shift's start.",
    example: "3 h - 5 h"),
  optional(
    "shifts.types.*.breaks.[].paid", .yesNo, default: "no", "Whether the break is paid."),
  optional(
    "shifts.types.*.groups", .list(.reference("staff-group")),
    "The staff groups that work it; left out, all; `[]`, none.", example: "[wuhan-apparel]"),
  optional(
    "shifts.types.*.vendors", .list(.reference("vendor")),
    "The vendors that offer it; left out, all; `[]`, none.", example: "[]"),
]
