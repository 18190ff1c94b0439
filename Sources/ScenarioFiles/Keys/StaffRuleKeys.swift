internal import Scenarios

/// The keys of employers in law.
let legalEntityKeys: [KeyDefinition] = [
  optional("legal-entities", .map(.id("legal-entity")), "Employers in law, for limits of shares."),
  optional("legal-entities.*", .mapping, "A legal entity, by its id."),
  optional(
    "legal-entities.*.name", .text, "The name; left out, the id.", example: "Wuhan Service Ltd"),
  optional(
    "legal-entities.*.other-staff", .count(0...10_000_000), default: "0",
    "People with a contract of employment there who are in no staff group.", example: "60"),
]

/// The keys of what a staff group may have beyond the plain case.
let staffRuleKeys: [KeyDefinition] =
  [
    optional(
      "staff-groups.*.work-days", .choice(["rota", "calendar"]), default: "rota",
      "Which days people work: by a rota with rest days of its own, or on the calendar's workdays, "
        + "make-up workdays among them, and not on its rest days, bridge days among them.",
      example: "calendar"),
    optional(
      "staff-groups.*.shrinkage.weeks", .map(.date),
      "The shrinkage of single weeks, in the place of the two parts above."),
    optional(
      "staff-groups.*.shrinkage.weeks.*", .mapping, "The shrinkage of the week of that date."),
    optional(
      "staff-groups.*.shrinkage.weeks.*.in-office", .share(0...100),
      "Meetings, coaching, breaks; left out, as in other weeks.", example: "4 %"),
    optional(
      "staff-groups.*.shrinkage.weeks.*.out-of-office", .share(0...100),
      "Leave, sickness, training days; left out, as in other weeks.", example: "6 %"),
    optional(
      "staff-groups.*.hiring.recruits-per-month", .count(0...100_000),
      "The most people who can start in the classes of a calendar month; left out, no limit.",
      example: "40"),
    optional(
      "sites.*.training-rooms", .count(0...10_000),
      "Classes that can be in training at the same time, a room each; left out, rooms are no limit.",
      example: "2"),
  ] + employmentKeys + redundancyKeys + timeKeys + crossTrainingKeys + transferKeys
  + contributionKeys

private let employmentKeys: [KeyDefinition] = [
  optional(
    "staff-groups.*.employment", .mapping,
    "The terms of employment; left out, permanent contracts without an end."),
  optional(
    "staff-groups.*.employment.kind", .choice(Employment.Kind.allCases.map(\.rawValue)),
    default: "permanent",
    "Permanent, part-time (the law may limit the hours), seasonal, dispatched by an agency (the law "
      + "may limit the share), or interns (no overtime, nights, rest days or holidays, a limited "
      + "share)."),
  optional(
    "staff-groups.*.employment.legal-entity", .reference("legal-entity"),
    "The employer in law, for limits of shares; groups that name none are one employer.",
    example: "wuhan-ltd"),
  optional(
    "staff-groups.*.employment.last-day", .date,
    "The last day of everybody in the group; left out, there is none.", example: "2026-12-13"),
  optional(
    "staff-groups.*.employment.contract", .weeks(1...520),
    "From the first day of training to the end of each person's contract; left out, it has no end.",
    example: "16 weeks"),
  optional(
    "staff-groups.*.employment.ending-cost", .money,
    "What is due for each person whose contract ends; left out, nothing.", example: "2600.00"),
]

private let contributionKeys: [KeyDefinition] = [
  optional(
    "staff-groups.*.contributions", .mapping,
    "The employer's contributions on a base of their own: last year's average pay, not below the "
      + "city's floor and not above its cap. They do not follow overtime, and are beside "
      + "`employer-on-cost`; left out, there are none."),
  required(
    "staff-groups.*.contributions.rate", .share(0...200), "The employer's share of the base.",
    example: "27.16 %"),
  required(
    "staff-groups.*.contributions.average-pay", .money,
    "Last year's average pay of one of them a month; for people who join it stands in for their "
      + "first month's.", example: "6800.00"),
  required(
    "staff-groups.*.contributions.city", .text, "The city whose floor and cap hold.",
    example: "Shanghai"),
  optional(
    "staff-groups.*.contributions.source", .text,
    "Where floor and cap stand; left out, they are taken as assumed.",
    example: "city notice of June 2026"),
  required(
    "staff-groups.*.contributions.bounds", .map(.date),
    "Floor and cap by the day they take effect; the first also hold before it."),
  optional("staff-groups.*.contributions.bounds.*", .mapping, "The bounds from that day on."),
  required(
    "staff-groups.*.contributions.bounds.*.floor", .money, "The least base of a month.",
    example: "7460.00"),
  required(
    "staff-groups.*.contributions.bounds.*.cap", .money, "The most of a month.",
    example: "37302.00"),
]

private let redundancyKeys: [KeyDefinition] = [
  optional(
    "staff-groups.*.redundancy", .mapping,
    "How experienced people can be made redundant; left out, nobody can be."),
  required(
    "staff-groups.*.redundancy.notice", .weeks(0...104),
    "From the decision to the first week without them.", example: "4 weeks"),
  required(
    "staff-groups.*.redundancy.cost", .money, "What is due for each of them.", example: "15600.00"),
  optional(
    "staff-groups.*.redundancy.at-most", .share(0...100),
    "The most over the horizon, as a share of the group's heads at its start; left out, no limit.",
    example: "10 %"),
]

private let timeKeys: [KeyDefinition] = [
  optional(
    "staff-groups.*.leave", .mapping,
    "Paid leave that the plan grants week by week, beside what is in the shrinkage; left out, all "
      + "leave is in the shrinkage."),
  required(
    "staff-groups.*.leave.earned-per-week", .duration(0...144_000),
    "Hours that a person past training earns in a week.", example: "1 h 30 min"),
  optional(
    "staff-groups.*.leave.balance", .duration(0...3_600_000), default: "0 s",
    "Hours that each person has when the horizon starts."),
  optional(
    "staff-groups.*.leave.carry-over", .duration(0...3_600_000), default: "0 s",
    "Hours that a person may keep at the end of the horizon."),
  required(
    "staff-groups.*.leave.most-away", .share(0...100),
    "The most of the group's contract hours of a week that may be leave.", example: "15 %"),
  optional(
    "staff-groups.*.leave.blackouts", .map(.date),
    "From these days on no leave is granted, in the whole weeks concerned."),
  optional(
    "staff-groups.*.leave.blackouts.*", .date, "The last day of the time without leave.",
    example: "2026-11-15"),
  optional(
    "staff-groups.*.leave.unused-pay", .share(0...1000), default: "200 %",
    "The pay of an hour that is not taken and may not be kept, as a share of an hour's pay."),
  optional(
    "staff-groups.*.undertime", .mapping,
    "Voluntary time off in quiet weeks; left out, nobody is asked."),
  required(
    "staff-groups.*.undertime.take-up", .share(0...100), "The share of the people who agree to it.",
    example: "30 %"),
  required(
    "staff-groups.*.undertime.per-week", .duration(0...216_000),
    "The most hours of one of them in a week.", example: "8 h"),
  optional(
    "staff-groups.*.undertime.paid", .share(0...100), default: "0 %",
    "The part of the pay that is paid all the same."),
  optional(
    "staff-groups.*.overtime.fatigue", .mapping,
    "How the output of long weeks falls; left out, it does not."),
  required(
    "staff-groups.*.overtime.fatigue.above", .duration(0...216_000),
    "Hours of overtime and rest-day work of a person and week from which on it does.",
    example: "6 h"),
  required(
    "staff-groups.*.overtime.fatigue.productivity", .share(0...100),
    "Output of an hour beyond, as a share of a normal hour's.", example: "75 %"),
  optional(
    "staff-groups.*.overtime.time-off-within", .weeks(1...104),
    "Rest-day work may be given back as time off within so many weeks after it, where the pay rules know "
      + "it; left out, it is paid.", example: "8 weeks"),
]

private let crossTrainingKeys: [KeyDefinition] = [
  optional(
    "staff-groups.*.cross-training", .map(.reference("queue")),
    "Queues that experienced people can learn, to lend hours to them."),
  optional("staff-groups.*.cross-training.*", .mapping, "How they learn this queue."),
  required(
    "staff-groups.*.cross-training.*.training", .weeks(0...52), "Training without contacts.",
    example: "2 weeks"),
  required(
    "staff-groups.*.cross-training.*.proficiency", .share(1...100),
    "Their output there as a share of an experienced agent's.", example: "85 %"),
  required(
    "staff-groups.*.cross-training.*.at-most", .count(0...100_000),
    "The most people who learn it over the horizon.", example: "12"),
  required(
    "staff-groups.*.cross-training.*.cost", .money, "What each of them costs beside the pay.",
    example: "900.00"),
]

private let transferKeys: [KeyDefinition] = [
  optional(
    "staff-groups.*.transfers", .map(.reference("staff-group")),
    "Groups that experienced people can move to, for good."),
  optional("staff-groups.*.transfers.*", .mapping, "How they move to this group."),
  required(
    "staff-groups.*.transfers.*.training", .weeks(0...52),
    "Training before, without contacts and still in their own group.", example: "1 week"),
  required(
    "staff-groups.*.transfers.*.at-most", .count(0...100_000),
    "The most people who move over the horizon.", example: "10"),
  required(
    "staff-groups.*.transfers.*.cost", .money, "What each of them costs beside the pay.",
    example: "500.00"),
]
