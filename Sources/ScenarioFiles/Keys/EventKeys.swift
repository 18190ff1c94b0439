/// The keys of events.
let eventKeys: [KeyDefinition] = [
  optional(
    "sale-calendars", .list(.file),
    "Files with the dates of platforms' sales, whose waves `events` refer to with `from`.",
    example: "[../../forecasts/tmall-2026.yaml]"),
  optional(
    "events", .map(.id("event")),
    "Dated causes of unusual volume: a sale's opening, a campaign, a festival."),
  optional("events.*", .mapping, "An event, by its id."),
  optional(
    "events.*.from", .wave,
    "The wave of a sale calendar that the event is; what is not written here comes from there.",
    example: "tmall-2026/wave-1"),
  optional("events.*.name", .text, "The name; left out, the id.", example: "Double 11, wave 1"),
  optional("events.*.platform", .text, "The platform that holds the sale.", example: "Tmall"),
  optional("events.*.year", .count(2000...2100), "The sale's year.", example: "2026"),
  optional("events.*.wave", .count(1...99), "The number of the wave in the sale.", example: "1"),
  optional(
    "events.*.phase", .text, "The phase, such as `presale`, `sale` or `returns`.", example: "sale"),
  optional(
    "events.*.start", .moment, "When it starts, to the minute; required without `from`.",
    example: "2026-10-20T20:00"),
  optional(
    "events.*.window", .duration(60...5_184_000), "How long it lasts; required without `from`.",
    example: "26 h"),
  optional(
    "events.*.shape", .choice(["flat", "decay"]), default: "flat",
    "How the lift runs through the window: the same throughout, or halved every `half-life`."),
  optional(
    "events.*.half-life", .duration(60...5_184_000), "With `shape: decay`.", example: "3 h"),
  required(
    "events.*.lift", .map(.reference("queue")),
    "Extra volume by queue, as a share of what would have come anyway: 300 % is four times the "
      + "volume.",
    example: "{ apparel-chat: 400 % }"),
  optional(
    "events.*.lift.*", .share(-100...10_000), "The extra volume of this queue.",
    example: "400 %"),
  optional(
    "events.*.handle-time-change", .either([.share(-90...500), .map(.reference("queue"))]),
    default: "0 %", "The change of the handle time, one for all lifted queues or by queue.",
    example: "10 %"),
  optional(
    "events.*.handle-time-change.*", .share(-90...500), "The change for this queue.",
    example: "10 %"),
  optional(
    "events.*.source", .text, "Where date and numbers come from; required without `from`.",
    example: "platform notice of 2026-09-28"),
  optional(
    "events.*.notified", .date, "The day on which the contact centre was told.",
    example: "2026-09-01"),
]

/// The keys of a sale calendar's file.
let saleCalendarKeys: [KeyDefinition] = [
  required("sale-calendar", .text, "The id of the calendar.", example: "tmall-2026"),
  required("platform", .text, "The platform that holds the sale.", example: "Tmall"),
  required("year", .count(2000...2100), "The sale's year.", example: "2026"),
  required("source", .text, "Where the dates come from.", example: "platform notice"),
  optional("notified", .date, "The day on which sellers were told.", example: "2026-09-28"),
  required("events", .map(.id("wave")), "The waves of the sale."),
  optional("events.*", .mapping, "A wave, by its id."),
  optional("events.*.name", .text, "The name; left out, the id.", example: "Opening"),
  optional("events.*.wave", .count(1...99), "The number of the wave.", example: "1"),
  optional("events.*.phase", .text, "The phase.", example: "presale"),
  required(
    "events.*.start", .moment, "When it starts, in the time zone of the scenario that uses it.",
    example: "2026-10-20T20:00"),
  required("events.*.window", .duration(60...5_184_000), "How long it lasts.", example: "26 h"),
  optional(
    "events.*.shape", .choice(["flat", "decay"]), default: "flat",
    "How a lift runs through the window."),
  optional(
    "events.*.half-life", .duration(60...5_184_000), "With `shape: decay`.", example: "3 h"),
  optional("events.*.source", .text, "Where this wave's date comes from, if from elsewhere."),
  optional("events.*.notified", .date, "The day on which sellers were told of this wave."),
]
