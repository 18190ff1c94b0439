internal import Scenarios

/// The keys of queues.
let queueKeys: [KeyDefinition] = [
  required("queues", .map(.id("queue")), "Contacts with one service goal each."),
  optional("queues.*", .mapping, "A queue, by its id."),
  optional("queues.*.name", .text, "The name; left out, the id.", example: "Apparel chat"),
  required(
    "queues.*.channel", .choice(["voice", "chat", "deferred", "outbound"]),
    "How the contacts come: calls, chats, work that can wait, or calls that we place.",
    example: "chat"),
  optional(
    "queues.*.concurrency", .count(1...30), "Chats that one agent holds at once; chat only.",
    example: "3"),
  required(
    "queues.*.opening-hours", .either([.choice(["always"]), .dayHours, .map(.weekdays)]),
    "When contacts can come in (outbound: when customers may be called): every day alike, or by "
      + "weekday; a weekday that is not listed is closed.",
    example: "\"08:00-24:00\""),
  optional(
    "queues.*.opening-hours.*", .dayHours,
    "The hours of a weekday, or of all from one to another, as in `monday-friday`.",
    example: "\"10:00-14:00, 15:00-18:00\""),
  optional(
    "queues.*.closed-dates", .list(.date), "Dates on which the queue is closed.",
    example: "[2027-02-06]"),
  required(
    "queues.*.service", .mapping,
    "The service that is promised, every condition that is written: for voice and chat `answered` "
      + "and `within`, or others of those below; `done-within` for deferred and outbound."),
  optional(
    "queues.*.service.answered", .share(1...100), "The share of contacts that is answered…",
    example: "80 %"),
  optional(
    "queues.*.service.within", .duration(0...86_400), "…within this time.", example: "30 s"),
  optional(
    "queues.*.service.definition", .choice(WaitConditions.Definition.allCases.map(\.rawValue)),
    default: "offered",
    "What `answered` is a share of: all `offered` contacts; the `answered` ones; what customers "
      + "would wait who never leave (`virtual`); the offered ones without those that left in time "
      + "(`excluding-short-abandons`); or whether those that left in time count as answered "
      + "(`within-any`)."),
  optional(
    "queues.*.service.average-speed-of-answer", .duration(1...86_400),
    "The longest mean wait of the answered contacts.", example: "30 s"),
  optional(
    "queues.*.service.abandonment", .share(0...99),
    "The largest share of offered contacts that leave before an answer; needs a patience.",
    example: "5 %"),
  optional(
    "queues.*.service.wait-percentile", .mapping, "The wait that most contacts do not exceed."),
  required(
    "queues.*.service.wait-percentile.share", .share(1...99), "The share of the contacts…",
    example: "95 %"),
  required(
    "queues.*.service.wait-percentile.within", .duration(0...86_400),
    "…that waits at most so long.",
    example: "60 s"),
  optional(
    "queues.*.service.reply-rate", .mapping,
    "Chat: the share of replies within a time, as merchants' platforms measure it; needs "
      + "`messages`."),
  required(
    "queues.*.service.reply-rate.share", .share(1...99), "The share of the replies…",
    example: "90 %"),
  required(
    "queues.*.service.reply-rate.within", .duration(1...86_400), "…within this time.",
    example: "3 min"),
  optional(
    "queues.*.service.reply-rate.per", .choice(ReplyPromise.Unit.allCases.map(\.rawValue)),
    default: "round",
    "Whether each round with the customer counts once, or each of its messages."),
  optional(
    "queues.*.service.reply-rate.hours",
    .either([.choice(["always"]), .dayHours, .map(.weekdays)]),
    "The hours that count; left out, all in which the queue is open.", example: "\"08:00-23:00\""),
  optional(
    "queues.*.service.reply-rate.hours.*", .dayHours, "The hours of a weekday, or of several.",
    example: "\"08:00-23:00\""),
  optional(
    "queues.*.service.done-within", .duration(60...5_184_000),
    "Everything is done within this time of its arrival.", example: "24 h"),
  optional(
    "queues.*.max-occupancy", .share(1...100), default: "85 %",
    "The most of an agent's logged-in time that may go into contacts."),
  optional(
    "queues.*.patience", .duration(1...86_400),
    "The mean time a customer would wait before leaving; left out, nobody leaves.",
    example: "90 s"),
  required(
    "queues.*.handle-time", .duration(1...86_400),
    "The mean time one contact takes an experienced agent: talk, hold and after-contact work. For "
      + "chat, the length of one chat while the agent holds several.",
    example: "240 s"),
  optional(
    "queues.*.minimum-positions", .count(0...10_000), default: "0",
    "The fewest positions that are manned whenever the queue is open."),
  optional(
    "queues.*.lost-contact-price", .money,
    "What a contact costs that nobody handles; left out, the policy's. Of a queue's required hours in a "
      + "week the first 5 % that are short are priced at it, the next 15 % at one and a half times, "
      + "the rest at two and a half times.", example: "12.00"),
  required(
    "queues.*.volume", .mapping, "Where the volume comes from: exactly one of the four."),
]

/// The keys of a queue's volume.
let volumeKeys: [KeyDefinition] =
  [
    optional(
      "queues.*.volume.history", .mapping,
      "What was counted; the forecast projects it. A missing row is missing, a zero is a zero.")
  ] + intervalFileKeys("queues.*.volume.history") + [
    optional(
      "queues.*.volume.forecast", .mapping, "A forecast made elsewhere, taken as it is.")
  ] + intervalFileKeys("queues.*.volume.forecast") + driverKeys + campaignKeys

private func intervalFileKeys(_ prefix: String) -> [KeyDefinition] {
  let columns = prefix + ".columns"
  return [
    required(
      prefix + ".file", .file,
      "A CSV file with one row an interval: canonical columns (`start` or `start_utc`, `offered`, "
        + "and as far as known `interval_min`, `queue`, `channel`, `language`, `handled`, "
        + "`handle_s_total`), or `timestamp,value`, or others that `columns` names.",
      example: "history.csv"),
    optional(
      prefix + ".queue", .text,
      "The value in the file's queue column, where that is not the queue's id.",
      example: "Apparel Chat CN"),
    optional(
      prefix + ".channel", .text,
      "Only rows with this value in the file's channel column.", example: "chat"),
    optional(
      prefix + ".interval",
      .choice(["5 min", "10 min", "15 min", "30 min", "60 min", "1 day"]),
      "The length of every interval; left out, the `interval_min` column, else the smallest "
        + "distance between two rows.",
      example: "30 min"),
    optional(columns, .mapping, "The file's own column names, by ours."),
    optional(columns + ".start", .text, "Local start of the interval.", example: "start"),
    optional(columns + ".start-utc", .text, "Start of the interval in UTC.", example: "start_utc"),
    optional(columns + ".offered", .text, "Contacts offered.", example: "offered"),
    optional(columns + ".handled", .text, "Contacts handled.", example: "handled"),
    optional(
      columns + ".handle-time-total", .text, "Seconds of handle time of all contacts together.",
      example: "handle_s_total"),
    optional(
      columns + ".handle-time", .text, "Mean handle time in seconds.", example: "aht_s"),
    optional(columns + ".queue", .text, "The queue.", example: "queue"),
    optional(columns + ".channel", .text, "The channel.", example: "channel"),
    optional(
      columns + ".language", .text, "The language; rows of several are added up.",
      example: "language"),
    optional(columns + ".interval", .text, "Minutes of the interval.", example: "interval_min"),
  ]
}

private let driverKeys: [KeyDefinition] = [
  optional(
    "queues.*.volume.drivers", .mapping,
    "Business drivers: orders × contact rate by intent and lag × (1 − robot containment)."),
  required(
    "queues.*.volume.drivers.orders", .mapping,
    "Orders by day. Every day from which a lag reaches into the horizon must be there."),
  required(
    "queues.*.volume.drivers.orders.file", .file, "A CSV file with one row a day.",
    example: "orders.csv"),
  optional(
    "queues.*.volume.drivers.orders.date", .text, default: "date", "The name of the date column."),
  optional(
    "queues.*.volume.drivers.orders.orders", .text, default: "orders",
    "The name of the column with the number of orders."),
  required(
    "queues.*.volume.drivers.intents", .map(.id("intent")), "The causes of contacts."),
  optional("queues.*.volume.drivers.intents.*", .mapping, "A cause of contacts, by its id."),
  required(
    "queues.*.volume.drivers.intents.*.contact-rate", .share(0...1000), "Contacts per order.",
    example: "3 %"),
  optional(
    "queues.*.volume.drivers.intents.*.lag", .map(.lagDays), default: "{ 0: 100 % }",
    "The share of these contacts that comes so many days after the order, negative before it; "
      + "together 100 %.",
    example: "{ -1: 30 %, 0: 70 % }"),
  optional(
    "queues.*.volume.drivers.intents.*.lag.*", .share(0...100), "The share of that day.",
    example: "70 %"),
  optional(
    "queues.*.volume.drivers.intents.*.robot-containment", .share(0...100), default: "0 %",
    "The share that the robot settles alone."),
  optional(
    "queues.*.volume.drivers.intents.*.hand-over", .share(0...100), default: "100 %",
    "The part of the others that reaches people; the rest gives up with the robot.",
    example: "85 %"),
  required(
    "queues.*.volume.drivers.hourly-profile", .list(.share(0...100)),
    "How a day's contacts spread over its 24 hours: 24 shares, together 100 %."),
]
